"""The attributes that hold, at any moment and by any knowledge, and the user's likes in a few words."""

import random
import time
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from perdure.errors import NaiveDatetime
from perdure.memories.profile import current_profile, extends, known_at, preference_summary, same_value, true_at, value_key
from perdure.model.memory import Kind, Memory
from perdure.model.profile import Attribute

JANUARY, FEBRUARY, MARCH, APRIL = (datetime(2026, month, 2, 12, tzinfo=UTC) for month in (1, 2, 3, 4))


def know(attribute: str | None, value: str | None, at: datetime = JANUARY, text: str = "", **more: Any) -> Memory:
    return Memory(
        id=more.pop("id", f"mem_{attribute}_{value or text}_{at:%m}"),
        kind=more.pop("kind", Kind.PREFERENCE),
        text=text or f"my {attribute} is {value}",
        said_at=at,
        valid_from=more.pop("valid_from", at),
        attribute=attribute,
        value=value,
        **more,
    )


def shown(attributes: list[Attribute]) -> list[tuple[str, str]]:
    return [(attribute.name, attribute.value) for attribute in attributes]


# The profile


def test_of_one_value_at_a_time_the_one_that_began_last_holds() -> None:
    by_hand = [Attribute("employer", "Acme", FEBRUARY)]

    assert shown(current_profile(by_hand, [know("employer", "Globex", MARCH)])) == [("employer", "Globex")]
    assert shown(current_profile(by_hand, [know("employer", "Globex", JANUARY)])) == [("employer", "Acme")]


def test_what_was_set_by_hand_wins_a_tie() -> None:
    assert shown(current_profile([Attribute("employer", "Acme", MARCH)], [know("employer", "Zeta", MARCH)])) == [("employer", "Acme")]


def test_of_two_memories_that_began_together_the_one_said_last_holds() -> None:
    memories = [know("home", "Rome", MARCH, valid_from=JANUARY), know("home", "Bonn", APRIL, valid_from=JANUARY)]

    assert shown(current_profile([], memories)) == shown(current_profile([], memories[::-1])) == [("home", "Bonn")]


def test_many_values_are_all_listed_in_the_order_in_which_they_began() -> None:
    memories = [know("allergy", "peanuts", MARCH), know("allergy", "milk", JANUARY)]

    found = current_profile([Attribute("allergy", "kiwi", FEBRUARY)], memories)

    assert [attribute.value for attribute in found] == ["milk", "kiwi", "peanuts"]


def test_equal_values_become_one_with_the_sources_of_all_and_the_first_beginning() -> None:
    memories = [
        know("home", "NYC", MARCH, sources=("trn_2",), confidence=0.7),
        know("home", "New York City", JANUARY, sources=("trn_1", "trn_2"), confidence=0.9),
    ]

    [home] = current_profile([], memories)

    assert (home.value, home.valid_from, home.sources, home.confidence) == ("NYC", JANUARY, ("trn_1", "trn_2"), 0.9)


def test_the_words_set_by_hand_are_kept_and_gain_sources() -> None:
    [held] = current_profile(
        [Attribute("Employer", "Acme Corp.", JANUARY, source="form")], [know("employer", "acme", MARCH, sources=("trn_1",))]
    )

    assert (held.name, held.value, held.source, held.sources) == ("Employer", "Acme Corp.", "form", ("trn_1",))


def test_who_came_back_has_been_there_since_they_came_back() -> None:
    memories = [
        know("home", "Bonn", JANUARY, sources=("trn_1",)),
        know("home", "Rome", FEBRUARY),
        know("home", "Bonn", MARCH, sources=("trn_3",)),
    ]

    [home] = current_profile([], memories)

    assert (home.value, home.valid_from, home.sources) == ("Bonn", MARCH, ("trn_3",))


def test_what_ended_or_has_no_value_is_not_in_the_profile() -> None:
    memories = [know("home", "Rome", valid_until=MARCH), know("diet", None, text="My diet"), know(None, None, text="Hi")]

    assert current_profile([Attribute("car", "Fiat", JANUARY, MARCH)], memories) == []


def test_another_subject_has_a_profile_of_their_own() -> None:
    memories = [know("home", "Rome", subject="user's sister"), know("home", "Bonn"), know("age", "30", subject="user")]

    assert shown(current_profile([Attribute("car", "Fiat", JANUARY)], memories, "user's sister")) == [("home", "Rome")]
    assert shown(current_profile([], memories)) == [("age", "30"), ("home", "Bonn")]


def test_the_profile_of_a_moment_holds_what_was_true_then() -> None:
    memories = [know("home", "Rome", JANUARY, valid_until=MARCH), know("home", "Bonn", FEBRUARY, valid_from=MARCH)]

    assert [shown(current_profile([], memories, at=at)) for at in (JANUARY - timedelta(1), FEBRUARY, MARCH)] == [
        [],
        [("home", "Rome")],
        [("home", "Bonn")],
    ]


def test_ten_thousand_values_are_listed_fast() -> None:
    memories = [know("likes", f"thing {number}", id=f"mem_{number}") for number in range(10_000)]
    started = time.perf_counter()

    assert len(current_profile([], memories)) == 10_000

    assert time.perf_counter() - started < 2


# Both times


def test_what_was_known_and_what_was_true_are_two_questions() -> None:
    wrong = know("home", "Rome", JANUARY, valid_until=JANUARY, ended_at=MARCH)
    right = know("home", "Bonn", MARCH, valid_from=JANUARY)

    assert known_at([wrong, right], FEBRUARY) == [wrong]
    assert true_at([wrong, right], FEBRUARY) == [right]
    assert known_at([wrong, right], MARCH) == [right]


def test_the_first_moment_counts_and_the_last_does_not() -> None:
    memory = know("home", "Rome", JANUARY, valid_until=MARCH, ended_at=APRIL)

    assert true_at([memory], JANUARY) == known_at([memory], JANUARY) == [memory]
    assert true_at([memory], MARCH) == known_at([memory], APRIL) == []
    assert known_at([memory], MARCH) == [memory]


@pytest.mark.parametrize("ask", [known_at, true_at, lambda memories, moment: current_profile([], memories, at=moment)])
def test_a_time_without_zone_names_no_moment(ask: Any) -> None:
    with pytest.raises(NaiveDatetime):
        ask([], datetime(2026, 1, 1))  # noqa: DTZ001


# Values


@pytest.mark.parametrize("text", ["", " ", "!", "🙂", "的", "ﬁ", "İ", "ß", "a" * 100_000, "9" * 100_000, "、、、", "the", "la la la"])
def test_any_text_has_a_key_and_is_the_same_as_itself(text: str) -> None:
    for attribute in ("home", "phone", "email", "birthday", "employer", "likes", "setting theme"):
        assert same_value(attribute, text, text) == bool(value_key(attribute, text))
        assert not extends(attribute, text, text)


def test_case_width_and_accents_make_no_difference_but_letters_of_a_script_do() -> None:
    assert same_value("home", "ＢＥＲＬＩＮ", "berlin")
    assert same_value("home", "Malmö", "malmo")
    assert not same_value("likes", "が", "か")
    assert not same_value("skill", "C++", "C")


# The summary


def likes() -> list[Memory]:
    return [
        know("setting theme", "dark", text="Set the theme to dark.", kind=Kind.DIRECTIVE),
        know("likes", "hiking", JANUARY, text="I love hiking!"),
        know("likes", "jazz", FEBRUARY, text="I really like jazz"),
        know("dislikes", "cilantro", text="I hate cilantro."),
        know("diet", "vegan", text="I'm vegan"),
        know("allergy", "peanuts", text="I’m allergic to peanuts."),
        know(None, None, text="Never use emoji", kind=Kind.DIRECTIVE),
    ]


def test_a_summary_has_a_sentence_a_topic_what_may_hurt_first() -> None:
    expected = "Allergies: peanuts. Diet: vegan. Never use emoji. Likes: jazz, hiking. Dislikes: cilantro. Theme: dark."

    assert preference_summary(likes()) == expected


def test_the_order_of_the_memories_makes_no_difference() -> None:
    mixed = likes()
    random.Random(1).shuffle(mixed)

    assert preference_summary(mixed) == preference_summary(likes())


def test_pinned_memories_come_first() -> None:
    pinned = know("hobby", "chess", text="My hobby is chess", pinned=True)

    assert preference_summary([*likes(), pinned]).startswith("Hobbies: chess. Allergies: peanuts.")


@pytest.mark.parametrize(
    ("attribute", "value", "text"),
    [
        ("likes", "hiking", "I love hiking, but never alone."),
        ("likes", "coffee", "I like coffee without milk."),
        ("diet", "vegan", "I'm vegan until Easter."),
        ("dislikes", "crowds", "I don't like crowds in summer."),
        ("likes", "爵士乐", "我喜欢爵士乐。"),
        ("allergy", "Nüsse", "Ich bin gegen Nüsse allergisch."),
    ],
)
def test_a_text_that_says_more_than_its_value_is_told_in_full(attribute: str, value: str, text: str) -> None:
    assert preference_summary([know(attribute, value, text=text)]) == text


def test_what_others_like_is_told_as_theirs() -> None:
    assert preference_summary([know("likes", "tea", text="She likes tea", subject="Anna")]) == "Likes (Anna): tea."


def test_the_same_is_told_once_and_values_with_commas_stay_apart() -> None:
    memories = [know("likes", value, text=f"I like {value}") for value in ("the beach", "beaches", "Paris, Texas")]

    assert preference_summary(memories) == "Likes: Paris, Texas; beaches."


@pytest.mark.parametrize("limit", [0, 1, 5, 9, 10, 15, 25, 40])
def test_a_summary_keeps_its_limit_and_says_what_is_missing(limit: int) -> None:
    class Letters:
        def count(self, text: str) -> int:
            return len(text)

    for counter, limited in ((None, limit), (Letters(), 4 * limit)):
        summary = preference_summary(likes(), counter, limit=limited)

        assert -(-len(summary) // 4) <= limit
        assert summary or limit < 5
        told = sum(memory.value in summary if memory.value else memory.text in summary for memory in likes())
        assert not summary or told == 7 or f"({7 - told} more)" in summary


def test_no_memories_have_no_summary() -> None:
    assert preference_summary([]) == ""
    assert preference_summary([know(None, None, text=" ")]) == ""


def test_ten_thousand_preferences_are_summarised_fast() -> None:
    memories = [know("likes", f"thing {number}", text=f"I like thing {number}", id=f"mem_{number}") for number in range(10_000)]
    started = time.perf_counter()

    assert preference_summary(memories).endswith(" more)")

    assert time.perf_counter() - started < 2
