"""Export, rebuilding, and what happens while the embedder is out."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

import perdure
from perdure import NewTurn, Store, UserMemory
from perdure.errors import EmbedderMismatch, EmbedderUnavailable, InvalidOption
from perdure.ports.clock import ManualClock
from perdure.ports.embedder import EmbedderSpec, Vectors

NOON = datetime(2026, 5, 15, 12, tzinfo=UTC)


def sentence(number: int) -> str:
    """A text that a careless export would break in two."""
    return f'Sentence {number} on tea\u2028and "more".'


def fill(user: UserMemory, turns: int) -> None:
    user.ingest(
        NewTurn(f"s{number % 3}", "user", sentence(number), NOON + timedelta(minutes=number), f"P{number % 2}") for number in range(turns)
    )
    memory = user.remember("I live in Bern")
    user.update(memory.id, "I live in Basel")
    user.tasks.add("book hotel", due=NOON)
    user.profile.set("city", "Bern")
    user.profile.set("city", "Basel")


def test_an_export_holds_everything(alice: UserMemory, tmp_path: Path) -> None:
    fill(alice, 2100)
    target = tmp_path / "alice.jsonl"

    count = alice.export(target)

    things = [json.loads(line) for line in target.read_text("utf-8").split("\n") if line]
    assert len(things) == count
    assert Counter(thing["type"] for thing in things) == {"thread": 3, "session": 3, "turn": 2100, "memory": 2, "task": 1, "attribute": 2}
    turns = [thing for thing in things if thing["type"] == "turn"]
    assert [turn["text"] for turn in turns] == [sentence(number) for number in range(2100)]
    assert datetime.fromisoformat(turns[5]["said_at"]) == NOON + timedelta(minutes=5)
    assert next(iter(things[0])) == "type"


def test_an_export_that_fails_leaves_nothing(alice: UserMemory, tmp_path: Path) -> None:
    alice.remember("Tea")
    with pytest.raises(InvalidOption, match="The store was not changed"):
        alice.export(tmp_path / "missing" / "alice.jsonl")

    assert list(tmp_path.iterdir()) == [tmp_path / "store"]


def test_a_rebuilt_index_answers_the_same(alice: UserMemory) -> None:
    fill(alice, 1100)
    questions = ("Sentence 77 tea", "Where does she live?", "What did P1 say in May 2026?")
    before = [alice.recall(question) for question in questions]
    told: list[tuple[int, int]] = []

    count = alice.rebuild(lambda done, total: told.append((done, total)))

    assert count == 1102
    assert told[-1] == (1102, 1102)
    after = [alice.recall(question) for question in questions]
    assert [[hit.id for hit in hits] for hits in after] == [[hit.id for hit in hits] for hits in before]
    assert [[hit.score for hit in hits] for hits in after] == [pytest.approx([hit.score for hit in hits], abs=1e-4) for hits in before]


class FakeEmbedder:
    """Vectors of letters; out of order whenever told so."""

    def __init__(self, name: str = "letters") -> None:
        self.out = False
        self.calls = 0
        self._name = name

    @property
    def spec(self) -> EmbedderSpec:
        return EmbedderSpec(self._name, 26, 0.5)

    def embed(self, texts: Sequence[str]) -> Vectors:
        self.calls += 1
        if self.out:
            raise EmbedderUnavailable("The embedder is on holiday.")
        counts = np.array([[text.lower().count(chr(97 + letter)) for letter in range(26)] for text in texts], np.float32)
        return counts / np.maximum(np.linalg.norm(counts, axis=1, keepdims=True), 1)


@pytest.fixture
def embedder() -> FakeEmbedder:
    return FakeEmbedder()


@pytest.fixture
def lettered(tmp_path: Path, clock: ManualClock, embedder: FakeEmbedder) -> Iterator[Store]:
    with perdure.open(tmp_path / "letters", clock=clock, embedder=embedder) as store:
        yield store


def test_an_embedder_outage_loses_nothing(lettered: Store, embedder: FakeEmbedder) -> None:
    bob = lettered.user("bob")
    bob.remember("The kettle is on")
    embedder.out = True

    with bob.session("s") as session:
        session.add("user", "The garden needs water")
    bob.ingest([NewTurn("t", "user", "Roses need sun", NOON)])
    bob.remember("I prefer tulips")

    assert lettered.degraded == {"stored without a vector": 3}
    assert bob.recall("garden")[0].text == "The garden needs water"
    assert lettered.degraded == {"stored without a vector": 3, "recalled by words only": 1}
    assert bob.figures().unembedded == 3


def test_reembedding_fills_the_gaps_of_an_outage(lettered: Store, embedder: FakeEmbedder) -> None:
    bob = lettered.user("bob")
    bob.remember("zzz zzz")
    embedder.out = True
    bob.remember("qqq qqq")
    with pytest.raises(EmbedderUnavailable, match="0 vectors are staged"):
        lettered.reembed(embedder, "letters")
    embedder.out = False
    assert all(hit.text != "qqq qqq" or hit.score <= 0 for hit in bob.recall("q", recipe="semantic"))

    made = lettered.reembed(embedder, "letters")

    assert made == 1
    assert bob.figures().unembedded == 0
    assert bob.recall("q", recipe="semantic")[0].text == "qqq qqq"
    assert lettered.reembed(embedder, "letters") == 0


def test_a_user_moves_to_another_embedder(lettered: Store, tmp_path: Path, clock: ManualClock) -> None:
    bob = lettered.user("bob")
    bob.ingest(NewTurn("s", "user", f"Sentence {number} on tea", NOON) for number in range(1200))
    target = FakeEmbedder("other letters")
    told: list[tuple[str, int, int]] = []

    made = lettered.reembed(target, "other", progress=lambda *report: told.append(report))

    assert made == 1200
    assert told[-1] == ("bob", 1200, 1200)
    with pytest.raises(EmbedderMismatch):
        bob.recall("Sentence 7")
    with perdure.open(tmp_path / "letters", clock=clock, embedder=target) as again:
        assert again.user("bob").recall("Sentence 7", limit=1)[0].text == "Sentence 7 on tea"
