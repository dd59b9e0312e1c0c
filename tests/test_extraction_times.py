"""When a statement holds, what it corrects, whom it is about, why it is kept, and what a turn says against itself."""

import time
from datetime import UTC, datetime

import pytest

from extracted import AT, slot, slots, stated, turn
from perdure.memories.reading import statements_of
from perdure.model.memory import Kind
from perdure.model.statement import Reason
from perdure.model.turn import Role


def day(year: int, month: int, number: int) -> datetime:
    return datetime(year, month, number, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("I've lived in Bergen since 2019", day(2019, 1, 1)),
        ("We moved to Bergen last month", day(2024, 4, 1)),
        ("We're moving to Bergen in July", day(2024, 7, 1)),
        ("From June on I'm at Kolmar", day(2024, 6, 1)),
        ("I start at Kolmar next Monday", day(2024, 5, 20)),
        ("Ich wohne seit 2020 in Ulm", day(2020, 1, 1)),
        ("I live in Bergen", AT),
        ("I play tennis on Fridays", AT),
    ],
)
def test_a_statement_holds_from_when_it_is_said_to_begin(text: str, start: datetime) -> None:
    [statement] = [one for one in stated(text) if one.attribute]

    assert (statement.valid_from, statement.valid_until) == (start, None)


def test_an_end_that_is_stated_ends_it() -> None:
    [statement] = [one for one in stated("I'm on ramipril until Friday") if one.attribute]

    assert statement.attribute == "medication"
    assert statement.valid_until == day(2024, 5, 18)


def test_what_was_given_up_ended_when_it_was() -> None:
    [statement] = stated("I quit my job at Monzo last Friday")

    assert slot(statement) == "~employer=Monzo"
    assert statement.valid_until == day(2024, 5, 10)
    assert statement.reason is Reason.RETRACTION


def test_both_halves_of_a_change_are_stated() -> None:
    assert slots("I left Globex for Initech") == ["employer=Initech", "~employer=Globex"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sorry, I meant my birthday is 4 May", "birthday=4 May"),
        ("Actually my name is spelled Jon", "name=Jon"),
        ("correction: my phone number is 555 0100 22", "phone=555 0100 22"),
    ],
)
def test_a_correction_says_that_what_was_said_was_never_so(text: str, expected: str) -> None:
    [statement] = stated(text)

    assert slot(statement) == expected
    assert statement.corrects
    assert statement.reason is Reason.CORRECTION


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I live in Rome, no wait, Milan", ["home=Milan"]),
        ("I'm 41, sorry, 42", ["age=42"]),
        ("Ich wohne in Bonn, nein, Köln", ["home=Köln"]),
        ("My name is Ann. I live in Oslo. I live in Rome.", ["name=Ann"]),
        ("I love tea. I hate tea.", []),
    ],
)
def test_of_a_slip_the_last_counts_and_of_a_contradiction_nothing(text: str, expected: list[str]) -> None:
    assert slots(text) == expected


def test_in_a_talk_of_several_the_speaker_is_the_subject() -> None:
    found = stated("I'm allergic to nuts and my sister is vegan", peers=True, speaker="Ann")

    assert sorted(map(slot, found)) == ["Ann's sister|diet=vegan", "Ann|allergy=nuts"]


def test_people_give_each_other_no_standing_orders() -> None:
    assert stated("Always answer in metric units", peers=True, speaker="Ann") == []


def test_a_name_that_comes_later_is_the_name_of_who_was_mentioned() -> None:
    assert slots("We adopted a greyhound. She's called Pepper.") == ["pet=Pepper"]
    assert slots("My girlfriend and I found a flat. Her name is Júlia.") == ["partner=Júlia"]


@pytest.mark.parametrize("text", ["remember that the gate code is 4711", "Important: the boiler man has a key", "note that I'm on call"])
def test_what_one_is_asked_to_keep_says_so(text: str) -> None:
    assert Reason.ASKED in {statement.reason for statement in stated(text)}


def test_a_plan_and_an_event_are_episodes() -> None:
    [plan] = stated("We're flying to Japan in October")
    [event] = stated("I passed my driving test yesterday")

    assert (plan.kind, plan.reason, plan.valid_from) == (Kind.EPISODE, Reason.PLAN, day(2024, 10, 1))
    assert (event.kind, event.reason, event.valid_from) == (Kind.EPISODE, Reason.EVENT, day(2024, 5, 14))


@pytest.mark.parametrize(
    ("asked", "said", "expected"),
    [
        ("What's your name?", "Dorothy.", ["name=Dorothy"]),
        ("Where do you live?", "in Porto", ["home=Porto"]),
        ("How old are you?", "34", ["age=34"]),
        ("What's your favourite colour?", "teal", ["favourite colour=teal"]),
        ("What's your name?", "no idea", []),
        ("Shall we begin?", "Dorothy.", []),
    ],
)
def test_a_bare_answer_is_read_with_its_question(asked: str, said: str, expected: list[str]) -> None:
    found = stated(said, before=[turn(asked, Role.ASSISTANT)])

    assert [slot(statement) for statement in found] == expected


def test_a_statement_quotes_its_clause_and_names_its_turn() -> None:
    [statement] = stated("Morning! I work at Tesco, can you help me with my shifts?")

    assert statement.text == "I work at Tesco,"
    assert (statement.source, statement.said_at) == ("trn_1", AT)
    assert statement.value is not None
    assert statement.value in statement.text


@pytest.mark.parametrize("unit", ["no, ", "I'm Ann, ", "well, ", "1 year old ", "peanuts, ", "my ", "(", "'", "我", "I love "])
def test_hostile_texts_are_read_in_linear_time(unit: str) -> None:
    began = time.process_time()

    statements_of(turn(unit * 60_000))

    assert time.process_time() - began < 5
