"""Long texts as the parts that answer, and hits into a budget."""

import json
import time
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perdure import Hit, Kind, Why
from perdure.context.excerpt import EXCERPT_WORDS, excerpt, words_for
from perdure.context.packing import arranged, pack
from perdure.embedders.static import StaticTokens
from perdure.text.words import query_words, reader_words

NOON = datetime(2026, 5, 15, 12, tzinfo=UTC)
COUNTER = StaticTokens()
ESSAY = " ".join(
    [
        "Ovens are a matter of patience.",
        *(f"Paragraph {number} is about flour, water and the weather of the season." for number in range(20)),
        "The three-phase oven needs 400 volts.",
        *(f"Chapter {number} returns to flour, water and the weather of the season." for number in range(20)),
    ]
)


def _hit(number: int, text: str, days: int = 0) -> Hit:
    return Hit(f"trn_{number}", Kind.TURN, text, 1.0, NOON - timedelta(days=days), "Ann", "s", "t", (), Why({}))


def test_a_short_text_stands_whole() -> None:
    assert excerpt("Short. And to the point.", ["point"]) == "Short. And to the point."


def test_the_sentence_that_answers_is_kept() -> None:
    found = excerpt(ESSAY, query_words("How many volts does the oven need?"))

    assert "The three-phase oven needs 400 volts." in found
    assert found.startswith("Ovens are a matter of patience."), "the first sentence holds the word too"
    assert " … " in found
    assert reader_words(found) <= EXCERPT_WORDS + 2, "two marks of what is left out"


def test_word_forms_are_brought_together() -> None:
    text = "Something else entirely was said. " * 20 + "She planned the parties. " + "Something else entirely was said. " * 20

    assert "She planned the parties." in excerpt(text, query_words("planning a party"))


def test_where_nothing_fits_the_beginning_stands() -> None:
    found = excerpt(ESSAY, query_words("Which planet has rings?"))

    assert found.startswith("Ovens are a matter of patience.")
    assert found.endswith("…")


def test_what_frames_a_question_chooses_no_sentence() -> None:
    text = "We discussed the order of things. " * 30 + "The patent was filed in May. " + "We discussed the order of things. " * 30

    assert "The patent was filed in May." in excerpt(text, query_words("In which order did we discuss the patent?"))


@pytest.mark.parametrize(
    ("text", "question", "kept"),
    [
        ("我们去了公园，天气很好。" * 40 + "我对花生过敏。" + "我们去了公园，天气很好。" * 40, "花生过敏", "我对花生过敏"),
        ("word " * 400 + "needle " + "word " * 400, "needle", "needle"),
        ("x" * 3000, "needle", "x"),
    ],
)
def test_texts_without_sentences_or_spaces_are_cut_too(text: str, question: str, kept: str) -> None:
    found = excerpt(text, query_words(question))

    assert kept in found
    assert len(found) < 1000


@given(text=st.text(max_size=3000), question=st.text(max_size=60), words=st.integers(1, 80))
def test_an_excerpt_holds_only_what_was_said(text: str, question: str, words: int) -> None:
    found = excerpt(text, query_words(question), words)

    said = "".join(text.split())
    for part in found.split("…"):
        assert "".join(part.split()) in said or "…" in text


@pytest.mark.parametrize("text", ["word another. " * 18_000, "a" * 250_000, "字" * 80_000, "x\n" * 120_000])
def test_a_turn_of_any_length_is_cut_soon(text: str) -> None:
    start = time.perf_counter()

    excerpt(text, ["oven"])

    assert time.perf_counter() - start < 2


def test_the_best_hits_may_say_more() -> None:
    assert [words_for(place) for place in (0, 2, 3, 30)] == [80, 80, 40, 40]
    hits = [_hit(number, f"{number} is the number of this essay. {ESSAY}") for number in range(5)]

    lines = [json.loads(entry.line) for entry in pack(hits, "weather", 2000, COUNTER).entries]

    lengths = [reader_words(text) for _, _, text in lines]
    assert min(lengths[:3]) > 50 > max(lengths[3:]) > 20


def test_a_budget_holds_more_as_excerpts_than_whole() -> None:
    hits = [_hit(number, f"{number}: {ESSAY}") for number in range(20)]
    budget = 1000
    whole = budget // COUNTER.count(ESSAY)

    packing = pack(hits, "How many volts?", budget, COUNTER)

    assert whole < 2
    assert len(packing.entries) >= 10
    assert all("400 volts" in entry.line for entry in packing.entries)
    assert packing.tokens <= budget
    assert sum(COUNTER.count(line) + 1 for line in arranged(packing.entries)) == packing.tokens


def test_what_says_the_same_is_packed_once() -> None:
    packing = pack([_hit(1, "We sailed."), _hit(2, "we  sailed."), _hit(3, "We flew.")], "trip", 500, COUNTER)

    assert [entry.id for entry in packing.entries] == ["trn_1", "trn_3"]
    assert [(dropped.what, dropped.reason) for dropped in packing.dropped] == [("trn_2", "says the same as one before it")]


def test_lines_stand_by_days_and_carry_their_rank() -> None:
    packing = pack([_hit(1, "We flew.", 1), _hit(2, "We sailed.", 9), _hit(3, "We landed.", 1)], "trip", 500, COUNTER)

    assert [json.loads(line) for line in arranged(packing.entries)] == [
        {"said": "2026-05-06"},
        [2, "Ann", "We sailed."],
        {"said": "2026-05-14"},
        [1, "Ann", "We flew."],
        [3, "Ann", "We landed."],
    ]


@given(texts=st.lists(st.text(min_size=1, max_size=400), max_size=12), budget=st.integers(0, 300))
def test_a_packing_never_exceeds_its_budget(texts: list[str], budget: int) -> None:
    hits = [_hit(number, text, number % 3) for number, text in enumerate(texts)]

    packing = pack(hits, "anything", budget, COUNTER)

    assert sum(COUNTER.count(line) + 1 for line in arranged(packing.entries)) <= budget
    assert {entry.id for entry in packing.entries} | {dropped.what for dropped in packing.dropped} == {hit.id for hit in hits}
