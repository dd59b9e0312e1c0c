"""The awaitable twins offer what the plain ones offer, and do the same."""

import inspect
from pathlib import Path

import anyio
import pytest

import perdure
from perdure import AsyncSession, AsyncStore, AsyncUserMemory, Session, Store, UserMemory
from perdure.client.aio import AsyncProfile, AsyncTasks, AsyncThreads
from perdure.client.profile import Profile
from perdure.client.tasks import Tasks
from perdure.client.threads import Threads
from perdure.errors import StoreClosed, UnknownMemory

TWINS = [
    (Store, AsyncStore),
    (UserMemory, AsyncUserMemory),
    (Session, AsyncSession),
    (Threads, AsyncThreads),
    (Tasks, AsyncTasks),
    (Profile, AsyncProfile),
]
PLAIN_DATA = {"embedder", "llm", "capabilities", "degraded", "clock", "resume_policy"}
"""Properties that need no thread; the twin hands them through."""


def public(kind: type) -> set[str]:
    return {name for name in dir(kind) if not name.startswith("_")}


@pytest.mark.parametrize(("plain", "twin"), TWINS)
def test_twins_have_the_same_public_names(plain: type, twin: type) -> None:
    assert public(plain) - PLAIN_DATA == public(twin)


@pytest.mark.parametrize(("plain", "twin"), TWINS)
def test_twins_take_the_same_arguments(plain: type, twin: type) -> None:
    for name in public(twin):
        method = getattr(plain, name)
        if inspect.isfunction(method):
            assert inspect.signature(getattr(twin, name)).parameters.keys() == inspect.signature(method).parameters.keys(), name
            wait_free = (plain, name) == (Store, "user")
            assert inspect.iscoroutinefunction(getattr(twin, name)) != wait_free, name


def test_a_conversation_in_an_event_loop(tmp_path: Path) -> None:
    async def talk() -> None:
        async with await perdure.open_async(tmp_path / "store") as store:
            alice = store.user("alice")
            memory = await alice.remember("I'm allergic to peanuts")
            await alice.tasks.add("book hotel")
            await alice.profile.set("city", "Bern")
            async with await alice.session("web-42") as session:
                assert session.resumption.mode == "fresh_start"
                async with anyio.create_task_group() as group:
                    for number in range(10):
                        group.start_soon(session.add, "user", f"Let's plan trip {number}")
                context = await session.context("Which food?", max_tokens=900, reserve=100)
                assert context.tokens <= 800
                assert [turn.position for turn in await session.turns()] == list(range(10))
                assert session.id == "web-42"
            assert (await alice.recall("what must I not cook?", kinds=["fact"]))[0].id == memory.id
            assert [task.title for task in await alice.tasks.list()] == ["book hotel"]
            assert await alice.profile.get("city") == "Bern"
            assert len(await alice.threads.list()) == 1
            assert await store.users() == ["alice"]
            assert store.degraded == {}
            assert store.capabilities.encrypted
            with pytest.raises(UnknownMemory):
                await alice.get("mem_none")
        with pytest.raises(StoreClosed):
            await alice.remember("too late")

    anyio.run(talk)


def test_plain_and_awaitable_see_one_store(tmp_path: Path) -> None:
    async def remember() -> None:
        async with await perdure.open_async(tmp_path / "store") as store:
            await store.user("alice").remember("Tea is hot")

    anyio.run(remember)

    with perdure.open(tmp_path / "store") as store:
        assert [hit.text for hit in store.user("alice").recall("tea")] == ["Tea is hot"]
