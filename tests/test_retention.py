"""Which memories have had their time."""

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from perdure.errors import InvalidOption, NaiveDatetime
from perdure.memories.retention import expired, is_lasting
from perdure.model.memory import Kind, Memory
from perdure.model.policies import Retention, RetentionPolicy
from perdure.model.usage import Usage

NOW = datetime(2027, 3, 2, 12, tzinfo=UTC)
YEAR = timedelta(days=365)
DAY = timedelta(days=1)
POLICY = RetentionPolicy()


def aged(age: timedelta, text: str = "The printer at work jams.", **more: Any) -> Memory:
    return Memory("mem_1", more.pop("kind", Kind.FACT), text, NOW - age, NOW - age, **more)


def ids(memories: list[Memory], usage: Usage | None = None, policy: RetentionPolicy = POLICY) -> list[str]:
    return [expiry.id for expiry in expired(memories, {} if usage is None else {"mem_1": usage}, NOW, policy)]


def test_what_nobody_touched_for_a_year_expires() -> None:
    assert ids([aged(YEAR)]) == ["mem_1"]
    assert ids([aged(YEAR - timedelta(seconds=1))]) == []


def test_an_expiry_says_why() -> None:
    [expiry] = expired([aged(YEAR + 35 * DAY)], {"mem_1": Usage(recalled=9, used=2)}, NOW, POLICY)

    assert expiry.because == "expired: not used for 400 days, and 2 times before"
    assert not expiry.consolidate


@pytest.mark.parametrize(
    ("usage", "gone"),
    [
        (Usage(used=2), True),
        (Usage(used=3), False),
        (Usage(recalled=99), True),
        (Usage(used=1, last_used=NOW - DAY), False),
        (Usage(used=1, last_used=NOW - YEAR), True),
        (Usage(useful=1), False),
        (Usage(useful=1, not_useful=1), True),
    ],
)
def test_use_keeps_a_memory(usage: Usage, gone: bool) -> None:
    assert ids([aged(2 * YEAR)], usage) == (["mem_1"] if gone else [])


@pytest.mark.parametrize(
    "lasting",
    [
        {"pinned": True},
        {"kind": Kind.DIRECTIVE},
        {"reason": "identity"},
        {"attribute": "name", "value": "Zoe"},
        {"attribute": "employer", "value": "Acme"},
        {"attribute": "allergy", "value": "kiwi"},
        {"attribute": "medication", "value": "insulin"},
        {"attribute": "condition", "value": "asthma"},
        {"text": "I'm allergic to peanuts"},
        {"text": "Ich habe eine Erdnussallergie."},
        {"text": "Soy alérgica al polen."},
        {"text": "我对花生过敏。"},
        {"text": "卵アレルギーです。"},
        {"text": "My blood type is O negative."},
    ],
)
def test_who_somebody_is_and_what_may_hurt_them_never_expires(lasting: dict[str, Any]) -> None:
    severe = RetentionPolicy(Retention(DAY, used_below=100), {Kind.DIRECTIVE: Retention(DAY)})
    memory = aged(20 * YEAR, **lasting)

    assert is_lasting(memory)
    assert ids([memory], policy=severe) == []


@pytest.mark.parametrize("plain", [{"attribute": "likes", "value": "jazz"}, {"kind": Kind.EPISODE}, {"kind": Kind.PREFERENCE}, {}])
def test_other_memories_do_expire(plain: dict[str, Any]) -> None:
    assert ids([aged(YEAR, **plain)]) == ["mem_1"]


def test_a_kind_may_have_a_term_of_its_own() -> None:
    policy = RetentionPolicy(kinds={Kind.EPISODE: Retention(90 * DAY, consolidate=True), Kind.SUMMARY: Retention(None)})

    [expiry] = expired([aged(90 * DAY, kind=Kind.EPISODE)], {}, NOW, policy)

    assert expiry.consolidate
    assert ids([aged(89 * DAY, kind=Kind.EPISODE)], policy=policy) == []
    assert ids([aged(90 * DAY)], policy=policy) == []
    assert ids([aged(50 * YEAR, kind=Kind.SUMMARY)], policy=policy) == []


def test_what_ended_is_passed_over_and_what_has_not_begun_has_not_aged() -> None:
    assert ids([aged(2 * YEAR, ended_at=NOW - YEAR)]) == []
    assert ids([replace(aged(2 * YEAR), valid_from=NOW + DAY)]) == []
    assert ids([aged(-YEAR)]) == []


def test_nothing_expires_of_nothing_and_a_time_needs_a_zone() -> None:
    assert ids([]) == []
    with pytest.raises(NaiveDatetime):
        expired([], {}, datetime(2027, 1, 1), POLICY)  # noqa: DTZ001


@pytest.mark.parametrize("wrong", [{"untouched": timedelta(0)}, {"untouched": -DAY}, {"used_below": 0}])
def test_a_term_that_makes_no_sense_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(InvalidOption, match="Nothing was done"):
        Retention(**wrong)


def test_ten_thousand_memories_are_looked_through_fast() -> None:
    memories = [replace(aged(YEAR), id=f"mem_{number}") for number in range(10_000)]
    started = time.perf_counter()

    assert len(expired(memories, {}, NOW, POLICY)) == 10_000

    assert time.perf_counter() - started < 1


def test_a_text_of_a_quarter_megabyte_is_looked_through_fast() -> None:
    started = time.perf_counter()

    assert not is_lasting(aged(YEAR, "blood typ " * 26_000))

    assert time.perf_counter() - started < 0.1
