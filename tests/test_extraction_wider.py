"""What is said of oneself in passing is read, and what looks like it and is not stays unread."""

from datetime import UTC, datetime

import pytest

from perdure.memories.reading import statements_of
from perdure.model.statement import USER, Reason, Statement
from perdure.model.turn import Role, Turn

_NOW = datetime(2026, 3, 2, tzinfo=UTC)


def _read(text: str, *, speaker: str | None = None, peers: bool = False) -> list[Statement]:
    return statements_of(Turn("t", "s", "h", 0, Role.USER, speaker, text, _NOW), peers=peers)


def _slots(text: str) -> set[tuple[str | None, str | None, bool]]:
    return {(one.attribute, one.value, one.retracts) for one in _read(text)}


@pytest.mark.parametrize(
    ("text", "attribute", "value"),
    [
        ("47, plumber, three boys", "age", "47"),
        ("47, plumber, three boys", "child", "three boys"),
        ("pescatarian, by the way", "diet", "pescatarian"),
        ("as a beekeeper, which gloves should I get?", "occupation", "beekeeper"),
        ("gave up the flute, it's rowing for me now", "hobby", "rowing"),
        ("mussels bring me out in hives", "allergy", "mussels"),
        ("been taking lisinopril for a year", "medication", "lisinopril"),
        ("they made me head of procurement!", "occupation", "head of procurement"),
        ("thirty years a welder, and proud of it", "occupation", "welder"),
        ("final year of philosophy at Durham", "studies", "philosophy"),
        ("final year of philosophy at Durham", "school", "Durham"),
        ("can't abide turnips", "dislikes", "turnips"),
        ("Raisins make me retch", "dislikes", "Raisins"),
        ("nothing beats fresh bread", "likes", "fresh bread"),
        ("give me ramen any day", "likes", "ramen"),
        ("swapped the Clio for a Kona in spring", "car", "Kona"),
        ("dad is called Gustav", "parent", "Gustav"),
        ("we're on Helsinki time", "timezone", "Helsinki"),
        ("saving up for a caravan", "goal", "caravan"),
        ("a parrot and a tortoise at our place", "pet", "a parrot"),
        ("I can juggle", "skill", "juggle"),
        ("not in Ghent any more, we're in Namur since July", "home", "Namur"),
    ],
)
def test_a_value_said_in_passing_is_read(text: str, attribute: str, value: str) -> None:
    assert (attribute, value, False) in {
        (a, v.removeprefix("a ") if v and not value.startswith("a ") else v, r) for a, v, r in _slots(text)
    }


@pytest.mark.parametrize(
    ("text", "attribute", "value"),
    [
        ("not in Ghent any more, we're in Namur since July", "home", "Ghent"),
        ("swapped the Clio for a Kona in spring", "car", "Clio"),
        ("no more squash, the ankle won't have it", "hobby", "squash"),
        ("I'm off the sertraline since June", "medication", "sertraline"),
        ("not at Renault any more", "employer", "Renault"),
    ],
)
def test_what_ended_in_passing_is_retracted(text: str, attribute: str, value: str) -> None:
    assert (attribute, value, True) in _slots(text)


@pytest.mark.parametrize(
    "text",
    [
        "I broke my collarbone skiing",
        "having my gallbladder out next Monday",
        "my knee op is on the 12th of June",
        "the flat's ours!",
        "I've taught geography for twenty-two years",
        "never learnt to drive",
        "we live on a narrowboat",
        "I'm left-handed",
        "I haven't smoked since the stroke",
        "grandad died last month",
        "I collect old maps",
    ],
)
def test_a_life_is_worth_remembering_without_a_slot(text: str) -> None:
    assert _read(text)


@pytest.mark.parametrize(
    "text",
    [
        "no more cat jokes, please",
        "when you answer me, leave out the emojis",
        "stop calling me madam",
        "I'd rather you wrote shorter sentences",
    ],
)
def test_wishes_about_answers_are_kept_for_an_assistant(text: str) -> None:
    assert {one.reason for one in _read(text)} <= {Reason.DIRECTIVE, Reason.PREFERENCE}
    assert _read(text)


def test_two_people_give_each_other_no_standing_orders() -> None:
    assert _read("no more cat jokes, please", speaker="Ana", peers=True) == []


def test_a_relatives_fact_is_about_the_relative() -> None:
    (allergy,) = _read("my nephew can't have walnuts")

    assert (allergy.subject, allergy.attribute, allergy.value) == (f"{USER}'s nephew", "allergy", "walnuts")


def test_a_slip_put_right_is_a_correction() -> None:
    (corrected,) = _read("no wait, it's the 9th, not the 8th")

    assert corrected.corrects


@pytest.mark.parametrize(
    "text",
    [
        "my printer died again",
        "we won the match last night!",
        "I moved the file to the other folder",
        "I'm using the wrong branch",
        "our server went down on Sunday",
        "I need a present for a nurse",
        "my friend's mother is a judge",
        "I passed the parameter by reference",
        "I have a headache",
        "I ran the script twice",
        "do plumbers work on Sundays?",
        "if I were a nurse I'd never sleep",
        'proofread: "I am a baker from Metz"',
        "my focus is on the report",
        "I got it now",
        "draft a bio: welder, 40, two cats",
    ],
)
def test_talk_of_the_moment_and_of_others_stays_unread(text: str) -> None:
    assert _read(text) == []
