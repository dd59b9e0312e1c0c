"""Memories, tasks, profile and threads, as a user's handle offers them."""

from datetime import UTC, datetime, timedelta

import pytest

from perdure import Kind, Priority, TaskStatus, ThreadState, UserMemory
from perdure.errors import InvalidMetadata, InvalidOption, UnknownMemory, UnknownTask, UnknownThread
from perdure.ports.clock import ManualClock

NOON = datetime(2026, 5, 15, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def test_a_correction_keeps_the_former_version(alice: UserMemory, clock: ManualClock) -> None:
    first = alice.remember("I live in Bern", metadata={"from": "form"})
    clock.advance(DAY)
    second = alice.update(first.id, "I live in Basel")

    assert (second.id, second.version, second.text, second.metadata) == (first.id, 2, "I live in Basel", {"from": "form"})
    versions = alice.history(first.id)
    assert [version.text for version in versions] == ["I live in Bern", "I live in Basel"]
    assert versions[0].valid_until == versions[1].valid_from == NOON + DAY
    assert versions[1].valid_until is None
    assert alice.get(first.id) == second
    assert [hit.text for hit in alice.recall("live", as_of=NOON)] == ["I live in Bern"]
    assert [hit.text for hit in alice.recall("live")] == ["I live in Basel"]


def test_kind_and_metadata_can_be_corrected_alone(alice: UserMemory) -> None:
    memory = alice.remember("Tea at five", kind="episode", metadata={"a": 1})

    changed = alice.update(memory.id, kind=Kind.DIRECTIVE, metadata={})

    assert (changed.text, changed.kind, changed.metadata) == ("Tea at five", Kind.DIRECTIVE, {})
    assert [hit.kind for hit in alice.recall("tea")] == [Kind.DIRECTIVE]


def test_a_correction_while_the_clock_is_behind_never_ends_before_it_began(alice: UserMemory, clock: ManualClock) -> None:
    memory = alice.remember("I live in Bern")
    clock.advance(-DAY)

    alice.update(memory.id, "I live in Basel")

    assert [version.valid_from for version in alice.history(memory.id)] == [NOON, NOON]
    assert [hit.text for hit in alice.recall("live")] == ["I live in Basel"]


def test_forgetting_takes_all_versions(alice: UserMemory) -> None:
    memory = alice.remember("My locker says Zaphod")
    alice.update(memory.id, "My locker says Trillian")

    alice.forget(memory.id)

    assert alice.recall("locker Zaphod Trillian") == []
    assert alice.list() == []
    for call in (alice.get, alice.history, alice.forget, alice.update, alice.pin):
        with pytest.raises(UnknownMemory):
            call(memory.id)


def test_pinned_memories_come_first(alice: UserMemory, clock: ManualClock) -> None:
    old = alice.remember("I prefer tea")
    clock.advance(DAY)
    alice.remember("I prefer trains")

    assert alice.pin(old.id).pinned
    assert [memory.text for memory in alice.list()] == ["I prefer tea", "I prefer trains"]
    alice.update(old.id, "I prefer green tea")
    assert alice.get(old.id).pinned, "a correction stays pinned"
    assert not alice.pin(old.id, pinned=False).pinned
    assert [memory.text for memory in alice.list(limit=1)] == ["I prefer green tea"]


def test_memories_are_listed_by_kind(alice: UserMemory) -> None:
    alice.remember("I prefer tea")
    alice.remember("Always answer in rhyme")
    alice.remember("Bern is a city", source="encyclopedia")

    assert [memory.text for memory in alice.list(["directive"])] == ["Always answer in rhyme"]
    assert {memory.source for memory in alice.list()} == {"user", "encyclopedia"}
    for kind in ("gossip", "turn"):
        with pytest.raises(InvalidOption, match="kinds are preference"):
            alice.remember("x", kind=kind)
        with pytest.raises(InvalidOption):
            alice.list([kind])


def test_metadata_is_a_copy_of_plain_json(alice: UserMemory) -> None:
    tags = ["a"]
    given = {"tags": tags, "深い": {"x": 1.5, "none": None}}
    memory = alice.remember("Tea", metadata=given)
    tags.append("b")

    assert alice.get(memory.id).metadata == {"tags": ["a"], "深い": {"x": 1.5, "none": None}}
    for bad in ({"x": float("nan")}, {"x": object()}, {1: "x"}, {"x": "y" * 70_000}, {"x": "\x00"}):
        with pytest.raises(InvalidMetadata):
            alice.remember("Tea", metadata=bad)  # pyright: ignore[reportArgumentType]


def test_tasks_are_done_or_cancelled(alice: UserMemory, clock: ManualClock) -> None:
    book = alice.tasks.add("book hotel", due=NOON + DAY, priority=Priority.HIGH)
    call = alice.tasks.add("call mum")
    clock.advance(DAY)

    done, cancelled = alice.tasks.complete(book.id), alice.tasks.cancel(call.id)

    assert (done.status, done.closed, done.due) == (TaskStatus.DONE, NOON + DAY, NOON + DAY)
    assert cancelled.status is TaskStatus.CANCELLED
    assert alice.tasks.list() == []
    assert alice.tasks.list("done") == [done]
    assert {task.id for task in alice.tasks.list(None)} == {book.id, call.id}


def test_tasks_are_checked(alice: UserMemory) -> None:
    with pytest.raises(UnknownTask):
        alice.tasks.complete("tsk_none")
    with pytest.raises(UnknownThread):
        alice.tasks.add("x", thread="nowhere")
    with pytest.raises(InvalidOption):
        alice.tasks.add("x", priority=9)
    with pytest.raises(InvalidOption):
        alice.tasks.list("someday")
    assert alice.tasks.add("x", thread=alice.threads.open("Trip").id).thread_id is not None


def test_a_profile_has_a_history(alice: UserMemory, clock: ManualClock) -> None:
    alice.profile.set("city", "Bern")
    clock.advance(DAY)
    alice.profile.set("city", "Basel", source="form")
    alice.profile.set("diet", "vegan")

    assert alice.profile.get("city") == "Basel"
    assert [(attribute.name, attribute.value) for attribute in alice.profile.all()] == [("city", "Basel"), ("diet", "vegan")]
    assert [(version.value, version.valid_until) for version in alice.profile.history("city")] == [("Bern", NOON + DAY), ("Basel", None)]
    alice.profile.remove("city")
    assert alice.profile.get("city") is None
    assert [version.value for version in alice.profile.history("city")] == ["Bern", "Basel"]
    alice.profile.remove("never set")


def test_threads_are_named_renamed_and_closed(alice: UserMemory) -> None:
    thread = alice.threads.open("Trip")
    with alice.session("s", thread=thread.id) as session:
        session.add("user", "Where to?")

    assert alice.threads.rename(thread.id, "Trip to Kyoto").title == "Trip to Kyoto"
    assert alice.threads.close(thread.id).state is ThreadState.CLOSED
    (listed,) = alice.threads.list()
    assert (listed.title, listed.state, listed.turns) == ("Trip to Kyoto", ThreadState.CLOSED, 1)
    assert alice.threads.open("Another title", thread_id=thread.id).title == "Trip to Kyoto"
    assert [hit.text for hit in alice.recall("where", thread=thread.id)] == ["Where to?"]
    with pytest.raises(UnknownThread):
        alice.threads.rename("nowhere", "x")


def test_a_thread_without_a_title_gets_one_from_its_first_words(alice: UserMemory) -> None:
    with alice.session("s") as session:
        session.add("assistant", "How can I help?")
        session.add("user", "I want to plant tomatoes. On the balcony.")
        assert alice.threads.list()[0].title == "I want to plant tomatoes."

    assert alice.threads.context(session.thread_id).thread.title == "I want to plant tomatoes."
