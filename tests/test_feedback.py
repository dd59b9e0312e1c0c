"""What was of use is counted: by what answers rest on, and by what people say."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from perdure import Hit, Store, UserMemory
from perdure.errors import UnknownMemory

JANUARY = datetime(2026, 1, 10, 9, tzinfo=UTC)
TALK = (
    "My dentist is Dr. Okafor in Elm Street.",
    "The boiler was repaired by Lindqvist.",
    "My nephew Mateo collects stamps.",
)


@pytest.fixture
def told(alice: UserMemory) -> UserMemory:
    with alice.session() as session:
        for text in TALK:
            session.add("user", text, at=JANUARY)
    return alice


def counts(user: UserMemory, folder: Path) -> dict[str, dict[str, int]]:
    """How each thing was used, by id, as an export tells it; what counts nothing is left out."""
    path = folder / "export.jsonl"
    user.export(path)
    lines = [json.loads(line) for line in path.read_text().splitlines()]
    names = ("recalled", "used", "useful", "not_useful")
    return {line["id"]: line for line in lines if line["type"] == "usage" and any(line[name] for name in names)}


def hit_with(hits: list[Hit], word: str) -> Hit:
    return next(hit for hit in hits if word in hit.text)


def test_what_an_answer_says_counts_as_used_and_the_rest_as_recalled(told: UserMemory, tmp_path: Path) -> None:
    hits = told.recall("Who is my dentist?")

    used = told.answered("Your dentist is Dr. Okafor, in Elm Street.", hits, question="Who is my dentist?")

    dentist, boiler = hit_with(hits, "Okafor"), hit_with(hits, "Lindqvist")
    assert used == (dentist.id,)
    counted = counts(told, tmp_path)
    assert (counted[dentist.id]["recalled"], counted[dentist.id]["used"]) == (1, 1)
    assert (counted[boiler.id]["recalled"], counted[boiler.id]["used"]) == (1, 0)


def test_what_an_answer_cites_by_number_or_id_counts_as_used(told: UserMemory) -> None:
    hits = told.recall("Who is my dentist?")
    assert told.answered("That would be [2].", hits) == (hits[1].id,)
    assert told.answered(f"See {hits[0].id}.", hits) == (hits[0].id,)


def test_an_answer_that_only_repeats_the_question_used_nothing(told: UserMemory) -> None:
    question = "What do you know about my dentist?"
    hits = told.recall(question)
    assert told.answered("I know nothing about your dentist.", hits, question=question) == ()


def test_an_answer_without_hits_counts_nothing(told: UserMemory, tmp_path: Path) -> None:
    assert told.answered("Good morning!", []) == ()
    assert counts(told, tmp_path) == {}


def test_use_adds_up(told: UserMemory, tmp_path: Path) -> None:
    hits = told.recall("Who is my dentist?")
    for _ in range(3):
        told.answered("Dr. Okafor in Elm Street.", hits)
    assert counts(told, tmp_path)[hit_with(hits, "Okafor").id]["used"] == 3


def test_what_people_say_is_counted(told: UserMemory, tmp_path: Path) -> None:
    good, bad = told.recall("Who is my dentist?")[:2]
    told.feedback(good.id, useful=True)
    told.feedback(good.id, useful=True)
    told.feedback(bad.id, useful=False)
    counted = counts(told, tmp_path)
    assert (counted[good.id]["useful"], counted[good.id]["not_useful"]) == (2, 0)
    assert (counted[bad.id]["useful"], counted[bad.id]["not_useful"]) == (0, 1)


def test_feedback_goes_to_memories_too(told: UserMemory, tmp_path: Path) -> None:
    memory = told.remember("The spare key is with Tom.")
    told.feedback(memory.id, useful=True)
    assert counts(told, tmp_path)[memory.id]["useful"] == 1


def test_feedback_on_the_unknown_says_so_and_writes_nothing(told: UserMemory, tmp_path: Path) -> None:
    before = counts(told, tmp_path)
    with pytest.raises(UnknownMemory, match="Nothing was written"):
        told.feedback("mem_none", useful=True)
    assert counts(told, tmp_path) == before


def test_feedback_on_another_users_memory_is_unknown(store: Store, told: UserMemory) -> None:
    hit = told.recall("Who is my dentist?")[0]
    bob = store.user("bob")
    bob.remember("Hello")
    with pytest.raises(UnknownMemory):
        bob.feedback(hit.id, useful=False)


def test_forgetting_a_memory_forgets_how_it_was_used(told: UserMemory, tmp_path: Path) -> None:
    memory = told.remember("The spare key is with Tom.")
    told.feedback(memory.id, useful=True)
    told.forget(memory.id)
    assert memory.id not in counts(told, tmp_path)
