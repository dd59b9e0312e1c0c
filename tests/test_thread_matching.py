"""Which thread a session goes on with."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from perdure.embedders.registry import make_embedder
from perdure.errors import InvalidOption
from perdure.model.policies_thread import ThreadPolicy
from perdure.threads.matching import Candidate, Match, match_message, match_session
from perdure.threads.taking_up import opening_of
from perdure.threads.topics import KEYWORDS, centre_of, joined, keywords_of, moved, topic_words

NOON = datetime(2026, 5, 15, 12, tzinfo=UTC)
STATIC = make_embedder("static")

KITCHEN = (
    "We want to renovate the kitchen: oak cabinets, a granite worktop and an induction hob.",
    "For oak cabinets plan six weeks of delivery; the granite worktop is measured once the cabinets stand.",
    "The fitter says the kitchen floor has to be levelled before the cabinets come.",
)
MARATHON = (
    "I signed up for the Hamburg marathon and need a training schedule.",
    "Start with four runs a week: two easy ones, intervals, and a long run on Sunday.",
    "My knee hurts after the long run, so the intervals have to wait.",
)
TAXES = (
    "My tax return is due and I have not sorted the receipts for the home office.",
    "Home office receipts go into the annex for employees, with the depreciation of the laptop.",
    "The tax advisor wants the receipts by e-mail.",
)
NOVEL = (
    "The second chapter of my novel drags; the lighthouse keeper has no motive.",
    "Give the lighthouse keeper a debt: it explains why he hides the letters in the second chapter.",
)


def _thread(name: str, texts: Sequence[str], *, days_ago: float = 1.0, title: str = "", vectors: bool = True) -> Candidate:
    vector = centre_of(STATIC.embed(list(texts))) if vectors else None
    return Candidate(name, title or texts[0], keywords_of(texts), vector, NOON - timedelta(days=days_ago), len(texts))


def _threads(*, vectors: bool = True) -> list[Candidate]:
    return [
        _thread("kitchen", KITCHEN, title="Kitchen renovation", days_ago=1, vectors=vectors),
        _thread("marathon", MARATHON, title="Marathon training", days_ago=2, vectors=vectors),
        _thread("taxes", TAXES, title="Tax return", days_ago=3, vectors=vectors),
        _thread("novel", NOVEL, title="The lighthouse novel", days_ago=4, vectors=vectors),
    ]


def _of_message(text: str, threads: Sequence[Candidate], policy: ThreadPolicy | None = None, *, vectors: bool = True) -> Match:
    vector = STATIC.embed([text])[0] if vectors else None
    return match_message(text, vector, threads, NOON, policy)


def _of_session(texts: Sequence[str], threads: Sequence[Candidate], policy: ThreadPolicy | None = None) -> Match:
    return match_session(texts, centre_of(STATIC.embed(list(texts))), threads, NOON, policy)


@pytest.mark.parametrize("vectors", [True, False])
@pytest.mark.parametrize(
    ("text", "thread"),
    [
        ("Back to the kitchen: the granite worktop was measured, when can the oak cabinets come?", "kitchen"),
        ("I finished the long run on Sunday, and the intervals went well. What's next for the marathon?", "marathon"),
        ("As we discussed, the receipts for the home office are sorted now, can I send the tax return?", "taxes"),
        ("About the novel: the lighthouse keeper now hides the letters because of his debt.", "novel"),
    ],
)
def test_a_message_that_takes_up_a_thread_goes_on_with_it(text: str, thread: str, vectors: bool) -> None:
    match = _of_message(text, _threads(vectors=vectors), vectors=vectors)

    assert match.thread_id == thread
    assert match.similarity >= 0.85
    assert "takes it up" in match.why


def test_a_thread_is_found_by_its_title_alone() -> None:
    assert _of_message("back to the kitchen renovation", _threads()).thread_id == "kitchen"


@pytest.mark.parametrize(
    "text",
    [
        "How do I descale an espresso machine?",
        "Write a polite e-mail to my landlord about the broken heating.",
        "What is the capital of Mongolia?",
        "Explain how photosynthesis works.",
        "Could you recommend a film for tonight?",
    ],
)
def test_a_new_topic_opens_a_thread(text: str) -> None:
    match = _of_message(text, _threads())

    assert match.thread_id is None
    assert match.similarity < 0.85


@pytest.mark.parametrize("text", ["continue", "Thanks!", "ok", "继续", "?", ""])
def test_a_message_without_a_topic_is_never_matched(text: str) -> None:
    assert _of_message(text, _threads()).thread_id is None


def test_who_turns_away_opens_a_thread_though_the_words_are_alike() -> None:
    goes_on = "The oak cabinets for the kitchen came, and the granite worktop fits. What's next?"

    assert _of_message(goes_on, _threads()).thread_id == "kitchen"
    assert _of_message(f"Different topic. {goes_on}", _threads()).thread_id is None


def test_a_whole_session_is_matched_without_any_phrase_that_takes_something_up() -> None:
    session = (
        "The fitter levelled the floor in the kitchen.",
        "Good, then the oak cabinets can be put up and the granite worktop can be measured.",
        "The induction hob needs its own fuse.",
    )

    assert _of_session(session, _threads()).thread_id == "kitchen"


def test_a_session_about_something_else_belongs_to_no_thread() -> None:
    session = (
        "Which telescope is good for a beginner?",
        "A six inch Dobsonian shows Saturn's rings.",
        "Where do I see the Andromeda galaxy?",
    )

    assert _of_session(session, _threads()).thread_id is None


def test_a_session_without_turns_belongs_to_no_thread() -> None:
    assert match_session([], None, _threads(), NOON) == Match(None, 0.0, "nothing said of a topic")


def test_without_a_thread_there_is_nothing_to_match() -> None:
    assert _of_message("Back to the kitchen", []) == Match(None, 0.0, "no running thread")


GOES_ON = "Back to the kitchen: the granite worktop was measured, when can the oak cabinets come?"


@pytest.mark.parametrize(("days_ago", "thread"), [(6.9, "kitchen"), (7.1, None)])
def test_a_thread_that_was_silent_for_a_week_is_not_gone_on_with(days_ago: float, thread: str | None) -> None:
    kitchen, *others = _threads()

    match = _of_message(GOES_ON, [replace(kitchen, last_active=NOON - timedelta(days=days_ago)), *others])

    assert match.thread_id == thread
    assert match.closest == "kitchen"


def test_the_window_can_be_widened() -> None:
    kitchen, *others = _threads()
    threads = [replace(kitchen, last_active=NOON - timedelta(days=30)), *others]

    assert _of_message(GOES_ON, threads, ThreadPolicy(window=timedelta(days=60))).thread_id == "kitchen"


def test_only_the_latest_candidates_are_looked_at() -> None:
    assert _of_message(GOES_ON, _threads(), ThreadPolicy(candidates=1)).thread_id == "kitchen"
    marathon_first = [replace(thread, last_active=NOON) if thread.thread_id == "marathon" else thread for thread in _threads()]
    assert _of_message(GOES_ON, marathon_first, ThreadPolicy(candidates=1)).thread_id is None


def test_what_resembles_an_older_thread_more_joins_no_running_one() -> None:
    """The bathroom shares much with the kitchen; what takes up the kitchen again must not end up in the bathroom's thread."""
    bathroom = _thread(
        "bathroom",
        (
            "The bathroom gets new tiles and a granite shelf.",
            "Tiles for a bathroom need two coats of sealing.",
            "The fitter comes on Monday.",
        ),
        title="Bathroom tiles",
    )
    old_kitchen = _thread("kitchen", KITCHEN, title="Kitchen renovation", days_ago=20)
    text = "Regarding the kitchen: are the oak cabinets, the granite worktop and the hob ordered, and has the fitter levelled the floor?"

    match = _of_message(text, [bathroom, old_kitchen, *_threads()[1:]])

    assert (match.thread_id, match.closest) == (None, "kitchen")


def test_a_higher_threshold_asks_for_more_likeness() -> None:
    text = "The oak cabinets for the kitchen came."
    match = _of_message(text, _threads())

    assert match.thread_id == "kitchen"
    assert _of_message(text, _threads(), ThreadPolicy(threshold=match.similarity + 0.001)).thread_id is None


def test_the_order_of_the_candidates_does_not_matter() -> None:
    assert _of_message(GOES_ON, _threads()) == _of_message(GOES_ON, _threads()[::-1])


@pytest.mark.parametrize(
    ("window", "candidates", "threshold"), [(timedelta(0), 10, 0.85), (timedelta(days=7), 0, 0.85), (timedelta(days=7), 10, 1.0)]
)
def test_impossible_policies_are_refused(window: timedelta, candidates: int, threshold: float) -> None:
    with pytest.raises(InvalidOption, match="Nothing was done"):
        ThreadPolicy(window, candidates, threshold)


@pytest.mark.parametrize(
    "text",
    [
        "I'm back. The draft is ready.",
        "Regarding the tool from last time, which one do we take?",
        "I've reviewed the list you sent.",
        "Zurück zu unserem Umbau",
        "Wie besprochen habe ich den Antrag ausgefüllt.",
        "Volviendo al viaje, ¿qué hotel reservo?",
        "Comme convenu, j'ai appelé la banque.",
        "继续上次的旅行计划",
        "この前の旅行の件ですが",
    ],
)
def test_taking_something_up_is_heard_in_six_languages(text: str) -> None:
    assert opening_of(text).takes_up


@pytest.mark.parametrize(
    "text", ["Different topic: my car.", "Ganz anderes Thema:", "Cambiando de tema,", "Autre sujet :", "换个话题", "別の話だけど"]
)
def test_turning_away_is_heard_in_six_languages(text: str) -> None:
    opening = opening_of(text)

    assert opening.turns_away
    assert not opening.takes_up


@pytest.mark.parametrize("text", ["I want to learn Italian.", "How do I boil an egg?", "Schreib mir ein Gedicht.", "帮我写一首诗"])
def test_a_fresh_request_takes_nothing_up(text: str) -> None:
    opening = opening_of(text)

    assert not opening.takes_up
    assert not opening.turns_away


def test_what_is_said_everywhere_is_no_topic() -> None:
    assert topic_words("I really want to make good plans, thanks") == []
    assert topic_words("Ich möchte bitte noch eine Küche") == ["küche"]
    assert topic_words("important imports") == ["import"]


def test_keywords_are_bounded_and_of_unit_length() -> None:
    words = keywords_of([" ".join(f"w{number:05d}" for number in range(1000))])

    assert len(words) == KEYWORDS
    assert sum(weight * weight for weight in words.values()) == pytest.approx(1.0)
    assert keywords_of(["", "the of and"]) == {}


def test_a_thread_remembers_what_its_sessions_have_in_common() -> None:
    thread = keywords_of(["oak kitchen"])
    for extra in ("granite", "floor", "hob"):
        thread = joined(thread, keywords_of([f"kitchen {extra}"]))

    assert max(thread, key=lambda word: thread[word]) == "kitche"
    assert thread["hob"] > thread["granit"] > thread["oak"]


def test_a_thread_moves_slowly() -> None:
    north, east = np.array([1, 0], np.float32), np.array([0, 1], np.float32)

    after_one, after_ten = moved(north, 1, east), moved(north, 10, east)

    assert np.linalg.norm(after_one) == pytest.approx(1.0)
    assert after_ten @ north > after_one @ north > 0.5


def test_no_vectors_have_no_direction() -> None:
    assert not centre_of(np.zeros((2, 4), np.float32)).any()
