"""Recall with a reranker: what it sees, what its scores do, and that nothing depends on it."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter
from typing import Any

import anyio
import numpy as np
import pytest

import perdure
from perdure import RECIPES, Hit, NewTurn, RecallRecipe, UserMemory
from perdure.client.reranking import GuardedReranker
from perdure.errors import RerankerUnavailable
from perdure.ports.clock import ManualClock
from perdure.ports.reranker import Reranker

KEYS = "The {} key opens the garden gate of the house."
COLOURS = [
    f"{shade} {colour}"
    for shade in ("pale", "dark", "light", "warm", "cold", "deep", "dull", "new")
    for colour in ("red", "blue", "grey", "green", "pink")
]
QUESTION = "Which key opens the garden gate?"
STRONG = replace(RECIPES["conversation"], reranker=10.0)


class Liking:
    """Scores a text by how often it holds a word, and keeps what it was asked."""

    name = "liking"

    def __init__(self, word: str, factor: float = 1.0) -> None:
        self.word = word
        self.factor = factor
        self.questions: list[str] = []
        self.seen: list[str] = []

    def score(self, question: str, texts: Sequence[str]) -> Any:
        self.questions.append(question)
        self.seen = list(texts)
        return np.array([self.factor * text.count(self.word) for text in texts], np.float32)


Open = Callable[..., UserMemory]


@pytest.fixture
def open_with(tmp_path: Path, clock: ManualClock) -> Any:
    """Opens one and the same store with different rerankers."""
    opened: list[perdure.Store] = []

    def make(reranker: Reranker | None = None) -> UserMemory:
        opened.append(perdure.open(tmp_path / "store", clock=clock, reranker=reranker))
        return opened[-1].user("alice")

    yield make
    for store in opened:
        store.close()


def keys(memory: UserMemory, count: int = 8) -> None:
    for colour in COLOURS[:count]:
        memory.remember(KEYS.format(colour), kind="fact")


def texts(hits: Sequence[Hit]) -> list[str]:
    return [hit.text for hit in hits]


def assert_sums(hits: Sequence[Hit]) -> None:
    assert hits
    for hit in hits:
        assert sum(hit.why.signals.values()) == pytest.approx(hit.score, abs=1e-4)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_off_by_default(open_with: Open) -> None:
    alice = open_with()
    keys(alice)
    assert all("reranker" not in hit.why.signals for hit in alice.recall(QUESTION))


def test_among_equals_the_one_it_likes_comes_first(open_with: Open) -> None:
    plain = open_with()
    keys(plain)
    second = plain.recall(QUESTION)[1].text
    found = open_with(Liking(" ".join(second.split()[1:3]))).recall(QUESTION)
    assert found[0].text == second
    assert found[0].why.signals["reranker"] > 0 > found[1].why.signals["reranker"]
    assert "read closely" in str(found[0].why)


def test_it_is_one_voice_among_others(open_with: Open) -> None:
    alice = open_with(Liking("weather"))
    keys(alice)
    alice.remember("The weather in Lisbon was weather for boats.")
    assert "weather" not in alice.recall(QUESTION)[0].text
    assert "weather" in alice.recall(QUESTION, recipe=STRONG)[0].text


@pytest.mark.parametrize(
    "recipe", [STRONG, replace(STRONG, half_life_days=30.0), replace(STRONG, read=False)], ids=["default", "aged", "unread"]
)
def test_shares_sum_up_to_the_score(open_with: Open, clock: ManualClock, recipe: RecallRecipe) -> None:
    alice = open_with(Liking("blue"))
    keys(alice, 20)
    clock.set(clock.now() + timedelta(days=40))
    keys(alice, 40)
    alice.update(alice.recall(QUESTION)[0].id, "The blue key opens nothing any more.")
    assert_sums(alice.recall(QUESTION, recipe=recipe, limit=60))
    assert_sums(alice.recall(QUESTION, recipe=recipe, limit=60, replaced=True))


def test_the_best_hit_scores_what_recall_is_sure_of_all_the_same(open_with: Open) -> None:
    plain = open_with()
    keys(plain)
    sure = plain.recall(QUESTION)[0].score
    found = open_with(Liking("blue")).recall(QUESTION, recipe=STRONG)
    assert found[0].score == pytest.approx(sure, abs=1e-5)
    some = open_with(Liking("blue")).recall(QUESTION, recipe=STRONG, min_score=found[2].score)
    assert texts(some) == texts(found[:3])
    assert open_with(Liking("blue")).recall(QUESTION, recipe=STRONG, min_score=sure + 0.01) == []


@pytest.mark.parametrize("factor", [1.0, -1.0])
@pytest.mark.parametrize("half_life", [None, 5.0])
def test_thirty_are_looked_at_and_what_is_beyond_stays_there(
    open_with: Open, clock: ManualClock, factor: float, half_life: float | None
) -> None:
    recipe = replace(STRONG, half_life_days=half_life)
    plain = open_with()
    for colour in COLOURS:
        plain.remember(KEYS.format(colour), kind="fact")
        clock.set(clock.now() + timedelta(days=1))
    before = texts(plain.recall(QUESTION, limit=40, recipe=recipe))
    reranker = Liking("key")
    reranker.score = lambda _question, seen: factor * np.arange(len(seen), dtype=np.float32)  # type: ignore[method-assign]
    found = open_with(reranker).recall(QUESTION, limit=40, recipe=recipe)
    assert set(texts(found[:30])) == set(before[:30])
    assert texts(found[30:]) == before[30:]
    assert found[0].text == before[29 if factor > 0 else 0]
    assert_sums(found)


def test_it_sees_only_what_passes_the_filters(open_with: Open) -> None:
    reranker = Liking("blue")
    alice = open_with(reranker)
    start = datetime(2026, 5, 1, tzinfo=UTC)
    colours = iter(COLOURS)
    expected: dict[str, list[str]] = {}
    for session, metadata in (("s1", {"place": "home"}), ("s2", {"place": "work"})):
        with alice.session(session, thread=f"thread-{session}") as talk:
            for number in range(3):
                text = KEYS.format(next(colours))
                expected.setdefault(session, []).append(text)
                talk.add("user", text, at=start + timedelta(days=number + 7 * (session == "s2")), metadata=metadata)
    keys(alice)
    kept = alice.remember("A key of the garden gate, of no colour.", kind="preference", at=start)
    alice.forget(kept.id)

    def seen(**filters: Any) -> list[str]:
        reranker.seen = []
        alice.recall(QUESTION, **filters)
        return sorted(reranker.seen)

    assert seen(thread="thread-s1") == sorted(expected["s1"])
    assert seen(metadata={"place": "work"}) == sorted(expected["s2"])
    assert seen(kinds=["turn"], since=start + timedelta(days=7)) == sorted(expected["s2"])
    assert seen(kinds=["turn"], until=start + timedelta(days=7)) == sorted(expected["s1"])
    assert kept.text not in seen(limit=100)
    assert seen(kinds=["preference"]) == []


def test_it_reads_the_question_without_its_framing(open_with: Open) -> None:
    reranker = Liking("blue")
    alice = open_with(reranker)
    alice.ingest(
        NewTurn("s", "user", KEYS.format(colour), datetime(2026, 5, 1, tzinfo=UTC), speaker=name, key=colour)
        for name, colour in zip(["Ann", "Bob"] * 3, COLOURS, strict=False)
    )
    alice.recall("Which key did Ann say opens the garden gate?")
    assert "Ann" not in reranker.questions[0]
    assert "key" in reranker.questions[0]


@pytest.mark.parametrize("recipe", ["rank-fusion", "temporal", "keyword", "semantic"])
def test_plain_recipes_stay_plain(open_with: Open, recipe: str) -> None:
    reranker = Liking("blue")
    alice = open_with(reranker)
    keys(alice)
    assert alice.recall(QUESTION, recipe=recipe)
    assert reranker.questions == []


def test_a_message_that_goes_on_with_something_is_no_question_for_it(open_with: Open) -> None:
    reranker = Liking("blue")
    alice = open_with(reranker)
    keys(alice)
    alice.recall("Let's continue with the garden gate. What's the next step?")
    assert reranker.questions == []


@pytest.mark.parametrize("count", [0, 1])
def test_there_is_nothing_to_choose_among_fewer_than_two(open_with: Open, count: int) -> None:
    reranker = Liking("blue")
    alice = open_with(reranker)
    keys(alice, count)
    assert len(alice.recall(QUESTION)) == count
    assert reranker.questions == []


def test_one_that_finds_all_equal_changes_nothing(open_with: Open) -> None:
    plain = open_with()
    keys(plain)
    found = open_with(Liking("no such word")).recall(QUESTION)
    assert texts(found) == texts(plain.recall(QUESTION))
    assert all("reranker" not in hit.why.signals for hit in found)


class Answering(Liking):
    """Gives whatever it was told to give for so many texts."""

    def __init__(self, answer: Callable[[int], object]) -> None:
        super().__init__("")
        self.answer = answer

    def score(self, question: str, texts: Sequence[str]) -> Any:
        super().score(question, texts)
        return self.answer(len(texts))


def failing(_count: int) -> object:
    raise ConnectionError("no route")


WRONG: dict[str, Callable[[int], object]] = {
    "fails": failing,
    "one too few": lambda count: np.ones(count - 1, np.float32),
    "undefined": lambda count: np.full(count, np.nan, np.float32),
    "words": lambda count: ["good"] * count,
    "nothing": lambda _count: None,
}


class Hanging(Liking):
    """Hangs until it is let go."""

    def __init__(self, word: str) -> None:
        super().__init__(word)
        self.go_on = threading.Event()

    def score(self, question: str, texts: Sequence[str]) -> Any:
        self.go_on.wait(30)
        return super().score(question, texts)


@pytest.mark.parametrize("answer", WRONG.values(), ids=WRONG)
def test_a_failing_one_costs_nothing_but_its_voice(tmp_path: Path, answer: Callable[[int], object]) -> None:
    with perdure.open(tmp_path / "store") as store:
        keys(store.user("alice"))
        expected = store.user("alice").recall(QUESTION)
    with perdure.open(tmp_path / "store", reranker=Answering(answer)) as store:
        found = store.user("alice").recall(QUESTION)
        store.user("alice").recall(QUESTION)
        assert store.degraded == {"recalled without the reranker": 2}
    assert texts(found) == texts(expected)
    assert found[0].score == pytest.approx(expected[0].score, abs=1e-3)


def test_a_hanging_one_costs_one_delay_and_serves_again_when_it_is_back(tmp_path: Path) -> None:
    hanging = Hanging("blue")
    guarded = GuardedReranker(hanging, patience=0.05)
    with perdure.open(tmp_path / "store", reranker=guarded) as store:
        alice = store.user("alice")
        keys(alice)
        start = perf_counter()
        assert len(alice.recall(QUESTION)) == 8
        for _ in range(20):
            alice.recall(QUESTION)
        assert perf_counter() - start < 5
        assert store.degraded == {"recalled without the reranker": 21}
        with pytest.raises(RerankerUnavailable, match="not come back"):
            guarded.score("q", ["a"])
        hanging.go_on.set()
        deadline = perf_counter() + 10
        while "reranker" not in alice.recall(QUESTION)[0].why.signals:
            assert perf_counter() < deadline


def test_a_guarded_one_says_what_went_wrong() -> None:
    with pytest.raises(RerankerUnavailable, match=r"liking failed: ConnectionError\('no route'\)"):
        GuardedReranker(Answering(failing)).score("q", ["a", "b"])
    with pytest.raises(RerankerUnavailable, match="one finite number for each of 2 texts"):
        GuardedReranker(Answering(WRONG["one too few"])).score("q", ["a", "b"])
    hanging = Hanging("x")
    with pytest.raises(RerankerUnavailable, match=r"took longer than 0\.02 s"):
        GuardedReranker(hanging, patience=0.02).score("q", ["a", "b"])
    hanging.go_on.set()
    assert GuardedReranker(Liking("a")).score("q", ["a", "b"]).tolist() == [1, 0]


def test_many_threads_may_ask_at_once() -> None:
    guarded = GuardedReranker(Liking("a"))
    found: list[list[float]] = []
    threads = [threading.Thread(target=lambda: found.append(guarded.score("q", ["a", "b", "aa"]).tolist())) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [[1, 0, 2]] * 16


def test_the_awaitable_twin_takes_one_too(tmp_path: Path) -> None:
    async def talk() -> list[Hit]:
        async with await perdure.open_async(tmp_path / "store", reranker=Liking("blue")) as store:
            for colour in COLOURS[:8]:
                await store.user("alice").remember(KEYS.format(colour))
            return await store.user("alice").recall(QUESTION)

    assert "blue" in anyio.run(talk)[0].text
