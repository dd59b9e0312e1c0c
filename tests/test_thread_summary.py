"""Titles and summaries of threads, extended turn by turn."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from perdure.model.thread import Thread, ThreadState
from perdure.model.turn import Role, Turn
from perdure.threads.notes import LATEST
from perdure.threads.summary import LOOKED_AT, extend_summary, summarise, title_of

NOON = datetime(2026, 5, 13, 12, tzinfo=UTC)

KITCHEN = (
    ("user", "Hello! We want to renovate the kitchen in autumn."),
    ("assistant", "A kitchen takes eight weeks. I suggest oak for the cabinets. It lasts."),
    ("user", "Agreed. And the worktop?"),
    ("assistant", "Granite or laminate; laminate is cheaper."),
    ("user", "Let's go with granite for the worktop. I'll call the fitter by Friday."),
    ("assistant", "Fine. I'll remind you on Thursday."),
    ("user", "The kitchen budget is 14,000 euros, the granite worktop included."),
    ("user", "The fitter is called, he comes next week."),
)


def _talk(*said: tuple[str, str], first: int = 0) -> list[Turn]:
    return [
        Turn(f"trn_{place}", "ses_1", "thr_1", place, Role(role), None, text, NOON + timedelta(minutes=place))
        for place, (role, text) in enumerate(said, first)
    ]


def _thread(title: str = "") -> Thread:
    return Thread("thr_1", title, "", ThreadState.OPEN, NOON, NOON, 0)


def _step_by_step(turns: Sequence[Turn], size: int) -> Thread:
    thread = _thread()
    for begin in range(0, len(turns), size):
        thread = extend_summary(thread, turns[begin : begin + size], turns[:begin])
    return thread


def test_a_thread_gets_title_summary_decisions_and_action_items() -> None:
    thread = extend_summary(_thread(), _talk(*KITCHEN))

    assert thread.title == "We want to renovate the kitchen in autumn."
    assert "granite" in thread.summary
    assert [noted.text for noted in thread.decisions] == ["I suggest oak for the cabinets.", "Let's go with granite for the worktop"]
    assert [(item.text, item.who, item.done) for item in thread.action_items] == [
        ("I'll call the fitter by Friday", "user", True),
        ("I'll remind you on Thursday", "assistant", False),
    ]
    assert thread.summarised == len(KITCHEN)


@pytest.mark.parametrize("size", [3, 4])
def test_a_summary_extended_step_by_step_is_the_same_as_one_made_at_once(size: int) -> None:
    """Of 96 turns, so that a step of three or four never leaves a rest."""
    turns = _talk(*KITCHEN * 12)

    assert _step_by_step(turns, size) == extend_summary(_thread(), turns)


def test_a_summary_waits_for_three_new_turns() -> None:
    turns = _talk(*KITCHEN)
    thread = extend_summary(_thread(), turns[:5])

    assert extend_summary(thread, turns[5:7], turns[:5]) is thread
    assert extend_summary(thread, turns[5:8], turns[:5]).summarised == 8


def test_a_thread_without_a_summary_does_not_wait() -> None:
    assert extend_summary(_thread(), _talk(("user", "I plant tomatoes."))).summary == "I plant tomatoes."


def test_without_new_turns_nothing_changes() -> None:
    thread = _thread("Kitchen")

    assert extend_summary(thread, []) is thread


def test_a_given_title_stays() -> None:
    assert extend_summary(_thread("My project"), _talk(*KITCHEN)).title == "My project"


def test_an_open_item_is_ticked_by_later_turns() -> None:
    turns = _talk(*KITCHEN)
    thread = extend_summary(_thread(), turns[:6])
    assert not thread.action_items[0].done

    thread = extend_summary(thread, [*turns[6:8], *_talk(("user", "Good."), first=8)], turns[:6])

    assert thread.action_items[0].done


def test_agreement_at_the_border_of_two_steps_finds_its_proposal() -> None:
    turns = _talk(*KITCHEN)
    thread = extend_summary(_thread(), turns[:2])

    thread = extend_summary(thread, turns[2:5], turns[:2])

    assert thread.decisions[0].text == "I suggest oak for the cabinets."


def test_only_the_latest_decisions_and_items_are_kept() -> None:
    turns = _talk(*(("user", f"We settled on colour {number}. I have to order lamp {number}.") for number in range(30)))

    thread = extend_summary(_thread(), turns)

    assert len(thread.decisions) == len(thread.action_items) == LATEST
    assert thread.decisions[-1].text == "We settled on colour 29"
    assert thread.action_items[0].text == "I have to order lamp 10"


def test_a_long_thread_is_summarised_by_its_latest_turns() -> None:
    old = [("user", "The elephant enclosure needs a fence.")] * LOOKED_AT
    new = [("user", f"The penguin pool gets fresh water on day {number}.") for number in range(LOOKED_AT)]

    summary = summarise(_talk(*old, *new))

    assert "penguin" in summary
    assert "elephant" not in summary


def test_recent_turns_weigh_more() -> None:
    places = ("attic", "cellar", "garage", "stable", "chapel", "tower", "school", "library")
    said = [("user", f"The {place} needs a new boiler for the winter.") for place in places]
    filler = [("assistant", "Is that so?")] * 3

    summary = summarise(_talk(*[turn for one in said for turn in (one, *filler)]))

    assert "tower" in summary
    assert "attic" not in summary


def test_a_summary_is_bounded_and_says_nothing_twice() -> None:
    sentence = "The committee talked about the harbour and the committee talked about the harbour master and the ferry " * 3
    turns = _talk(*(("user", f"{sentence}{number}.") for number in range(50)), *(("user", "The ferry is late."),) * 5)

    summary = summarise(turns)

    assert len(summary) <= 1_200
    assert summary.count("The ferry is late.") <= 1


def test_marks_of_a_formatted_text_are_left_out() -> None:
    assert summarise(_talk(("user", "## Plan\n- **Roses** grow by the wall\n- **Roses** need water"))).count("*") == 0


@pytest.mark.parametrize(
    ("said", "title"),
    [
        (("Good morning!", "How are you?", "My laptop does not boot after the update."), "My laptop does not boot after the update."),
        (("Hi there, can you help me plan a trip to Norway?",), "Can you help me plan a trip to Norway?"),
        (("Hallo! Ich suche eine Wohnung in Köln.",), "Ich suche eine Wohnung in Köln."),
        (("你好！我想学做川菜。",), "我想学做川菜。"),
        (("Bonjour, je cherche un cadeau pour ma mère.",), "Je cherche un cadeau pour ma mère."),
        (("Highway noise keeps me awake.",), "Highway noise keeps me awake."),
    ],
)
def test_a_title_comes_from_what_is_said_and_not_from_a_greeting(said: tuple[str, ...], title: str) -> None:
    assert title_of(_talk(*(("user", text) for text in said))) == title
