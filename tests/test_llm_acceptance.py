"""What becomes of a model's answers: statements, summaries and consolidated memories in the words of the store, the rest counted."""

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest

from perdure.model.memory import Kind, Memory
from perdure.model.statement import Reason
from perdure.model.turn import Role, Turn
from perdure.reflection.acceptance import (
    AcceptedConsolidation,
    accepted_consolidation,
    accepted_statements,
    accepted_summary,
)
from perdure.reflection.evidence import Rejection
from perdure.reflection.prompts.consolidate import Consolidated
from perdure.reflection.prompts.data import TURN_CHARACTERS, numbered_memories, numbered_turns
from perdure.reflection.prompts.extract import FoundStatement, FoundStatements
from perdure.reflection.prompts.summarise import FoundAction, FoundDecision, FoundSummary

AT = datetime(2026, 5, 15, 12, tzinfo=UTC)
ATTRIBUTES = ("home", "likes", "favourite ...")


def turn(number: int, text: str, role: Role = Role.USER, speaker: str | None = None) -> Turn:
    return Turn(f"trn_{number}", "ses_1", "thr_1", number, role, speaker, text, AT + timedelta(minutes=number))


def found(quote: str, number: int = 1, *, kind: str = "fact", negated: bool = False, **slot: str) -> FoundStatement:
    return FoundStatement(kind=kind, subject="user", turn=number, quote=quote, negated=negated, **slot)  # pyright: ignore[reportArgumentType]


def memory(number: int, text: str) -> Memory:
    return Memory(f"mem_{number}", Kind.FACT, text, AT, AT)


def test_a_statement_keeps_the_clause_its_turn_and_its_time() -> None:
    turns = [turn(1, "Hello!"), turn(2, "Hi! I moved to Oslo last week. It rains.")]

    accepted = accepted_statements(FoundStatements([found("moved to Oslo", 2, attribute="home", value="Oslo")]), turns, ATTRIBUTES)

    (statement,) = accepted.items
    assert statement.text == "I moved to Oslo last week."
    assert (statement.kind, statement.reason) == (Kind.FACT, Reason.FACT)
    assert (statement.subject, statement.attribute, statement.value) == ("user", "home", "Oslo")
    assert (statement.source, statement.said_at, statement.valid_from) == ("trn_2", turns[1].said_at, turns[1].said_at)
    assert 0 < statement.confidence < 1


def test_what_holds_no_longer_is_a_retraction() -> None:
    answer = FoundStatements([found("no longer live in Rome", attribute="home", value="Rome", negated=True)])

    (statement,) = accepted_statements(answer, [turn(1, "I no longer live in Rome")], ATTRIBUTES).items

    assert statement.retracts
    assert statement.reason is Reason.RETRACTION


def test_only_what_users_say_becomes_a_statement() -> None:
    turns = [turn(1, "I love jazz", Role.ASSISTANT), turn(2, "I love jazz", Role.TOOL), turn(3, "I love jazz", Role.SYSTEM)]
    answer = FoundStatements([found("I love jazz", number, attribute="likes", value="jazz") for number in (1, 2, 3)])

    accepted = accepted_statements(answer, turns, ATTRIBUTES)

    assert accepted.items == ()
    assert accepted.rejected == Counter({Rejection.ROLE: 3})


def test_what_is_turned_away_is_counted_by_its_reason_and_the_rest_stays() -> None:
    answer = FoundStatements(
        [
            found("I love jazz", attribute="likes", value="jazz"),
            found("I love jazz", attribute="likes", value="techno"),
            found("I love techno", attribute="likes", value="techno"),
            found("I love jazz", 9, attribute="likes", value="jazz"),
            found("I love jazz", attribute="religion", value="jazz"),
            found("I love jazz", attribute="favourite ...", value="jazz"),
        ]
    )

    accepted = accepted_statements(answer, [turn(1, "I love jazz")], ATTRIBUTES)

    assert [statement.value for statement in accepted.items] == ["jazz"]
    assert accepted.rejected == Counter(
        {Rejection.VALUE: 1, Rejection.QUOTE: 1, Rejection.TURN: 1, Rejection.ATTRIBUTE: 2},
    )


def test_a_statement_with_the_wrong_attribute_is_at_most_the_sentence_that_was_said() -> None:
    turns = [turn(1, "I love jazz and my sister lives in Rome")]
    answer = FoundStatements(
        [found("I love jazz", attribute="home", value="jazz"), found("lives in Rome", attribute="likes", value="Rome")]
    )

    accepted = accepted_statements(answer, turns, ATTRIBUTES)

    assert accepted.items == ()
    assert [(plain.text, plain.attribute, plain.value) for plain in accepted.plain] == [(turns[0].text, None, None)]
    assert accepted.rejected == Counter({Rejection.ATTRIBUTE: 2})


def test_attributes_of_a_family_are_known() -> None:
    answer = FoundStatements([found("My favourite color is blue", attribute="favourite color", value="blue")])

    assert len(accepted_statements(answer, [turn(1, "My favourite color is blue")], ATTRIBUTES).items) == 1


def test_the_same_statement_said_fifty_times_is_one() -> None:
    answer = FoundStatements([found("I love jazz", attribute="likes", value="jazz")] * 50)

    assert len(accepted_statements(answer, [turn(1, "I love jazz")], ATTRIBUTES).items) == 1


def test_a_summary_with_its_decisions_and_action_items() -> None:
    turns = [turn(1, "Let's take the early train.", speaker="Anna"), turn(2, "I'll buy the tickets, Anna books the hotel", speaker="Bob")]
    answer = FoundSummary(
        summary="Anna wants to take the early train. Bob buys the tickets.",
        decisions=[FoundDecision("Take the early train", 1, "Let's take the early train")],
        action_items=[
            FoundAction("Buy the tickets", 2, "I'll buy the tickets", "Bob"),
            FoundAction("Anna books the hotel", 2, "Anna books the hotel", "Anna"),
        ],
    )

    accepted = accepted_summary(answer, turns)

    assert accepted.summary == answer.summary
    assert [(noted.text, noted.source) for noted in accepted.decisions] == [("Take the early train", "trn_1")]
    assert [(item.text, item.who, item.source) for item in accepted.action_items] == [
        ("Buy the tickets", "Bob", "trn_2"),
        ("Anna books the hotel", "Anna", "trn_2"),
    ]
    assert not accepted.rejected


def test_a_summary_may_go_on_from_the_one_before() -> None:
    answer = FoundSummary(summary="The user plans a trip to Kyoto. The budget is 3000 euros.", decisions=[], action_items=[])
    turns = [turn(1, "My budget is 3,000 euros")]

    assert accepted_summary(answer, turns, "The user plans a trip to Kyoto.").summary == answer.summary
    assert accepted_summary(answer, turns).rejected == Counter({Rejection.NAME: 1})


@pytest.mark.parametrize(
    ("text", "quote", "number", "why"),
    [
        ("Take the late train", "Let's take the early train", 1, Rejection.WORDS),
        ("Take the early train", "Let's take the late train", 1, Rejection.QUOTE),
        ("Take the early train", "Let's take the early train", 3, Rejection.TURN),
        ("Take the bus", "Should we take the bus", 2, Rejection.MOOD),
        ("Bob takes the early train", "Let's take the early train", 1, Rejection.SUBJECT),
    ],
)
def test_decisions_that_the_turn_does_not_hold_are_turned_away(text: str, quote: str, number: int, why: Rejection) -> None:
    turns = [turn(1, "Let's take the early train."), turn(2, "Should we take the bus?", speaker="Bob")]
    answer = FoundSummary(
        summary="The user wants to take the early train.", decisions=[FoundDecision(text, number, quote)], action_items=[]
    )

    accepted = accepted_summary(answer, turns)

    assert accepted.decisions == ()
    assert accepted.rejected == Counter({why: 1})


def test_somebody_who_is_not_in_the_turn_has_nothing_to_do() -> None:
    answer = FoundSummary(
        summary="The user buys the tickets.", decisions=[], action_items=[FoundAction("Buy the tickets", 1, "I'll buy the tickets", "Carl")]
    )

    (item,) = accepted_summary(answer, [turn(1, "I'll buy the tickets")]).action_items

    assert item.who is None


def test_a_consolidation_names_its_memories() -> None:
    memories = [memory(1, "I love hiking"), memory(2, "I hate rain"), memory(3, "I hike in the Alps every summer")]

    accepted = accepted_consolidation(Consolidated("The user loves hiking, in the Alps every summer.", [3, 1, 1]), memories)

    assert accepted == AcceptedConsolidation("The user loves hiking, in the Alps every summer.", (memories[0], memories[2]))


@pytest.mark.parametrize(
    ("text", "numbers", "why"),
    [
        ("The user loves hiking.", [7], Rejection.SOURCES),
        ("The user loves rain.", [1, 2], Rejection.WORDS),
        ("The user loves hiking in Norway.", [1, 2], Rejection.NAME),
        ("The user hates rain.", [1], Rejection.WORDS),
    ],
)
def test_a_consolidation_that_its_memories_do_not_bear_out_is_turned_away(text: str, numbers: list[int], why: Rejection) -> None:
    memories = [memory(1, "I love hiking"), memory(2, "I hate rain")]

    assert accepted_consolidation(Consolidated(text, numbers), memories) is why


def test_a_prompt_is_given_turns_and_memories_by_number_and_of_bounded_length() -> None:
    assert numbered_turns([turn(1, "a" * 9000, speaker="Anna"), turn(2, "b")]) == [
        {"turn": 1, "who": "Anna", "text": "a" * TURN_CHARACTERS},
        {"turn": 2, "who": "user", "text": "b"},
    ]
    assert numbered_memories([memory(1, "a")]) == [{"memory": 1, "text": "a"}]
