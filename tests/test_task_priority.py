"""How much a task matters, learnt from what its user does first."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from perdure.model.task import Priority, Task, TaskStatus
from perdure.tasks.priority import learnt_priority

NOW = datetime(2024, 5, 15, 14, 30, tzinfo=ZoneInfo("Europe/Berlin"))


def _closed(title: str, *, took: float, given: float | None = None, cancelled: bool = False) -> Task:
    """A task of a month ago that was closed after so many days, of so many that were given."""
    created = NOW - timedelta(days=60)
    status = TaskStatus.CANCELLED if cancelled else TaskStatus.DONE
    due = created + timedelta(days=given) if given is not None else None
    return Task(title, title, status, Priority.NORMAL, created, due, created + timedelta(days=took))


PROMPT = [_closed(f"Pay the {what} bill", took=0.5, given=10) for what in ("water", "phone", "power")]
LATE = [_closed(f"Clean the {what}", took=12, given=10) for what in ("oven", "car", "garage")]
QUICK = [_closed(f"Call {who}", took=0.2) for who in ("Anna", "Ben", "Cleo")]
SLOW = [_closed(f"Write to {who}", took=20) for who in ("Anna", "Ben", "Cleo")]


def test_what_is_always_done_early_ranks_high() -> None:
    assert learnt_priority("Pay the gas bill", None, PROMPT + LATE, NOW) is Priority.HIGH


def test_what_is_overdue_again_and_again_ranks_low() -> None:
    assert learnt_priority("Clean the fridge", None, PROMPT + LATE, NOW) is Priority.LOW


def test_what_is_cancelled_again_and_again_ranks_low() -> None:
    cancelled = [_closed(f"Sort the {what}", took=3, cancelled=True) for what in ("photos", "mails", "books")]

    assert learnt_priority("Sort the cables", None, PROMPT + cancelled, NOW) is Priority.LOW


def test_without_due_times_the_fast_ones_rank_above_the_slow_ones() -> None:
    assert learnt_priority("Call Dora", None, QUICK + SLOW, NOW) is Priority.HIGH
    assert learnt_priority("Write to Dora", None, QUICK + SLOW, NOW) is Priority.LOW


def test_two_examples_tell_nothing() -> None:
    assert learnt_priority("Pay the gas bill", None, PROMPT[:2] + LATE, NOW) is Priority.NORMAL


def test_tasks_without_a_word_in_common_tell_nothing() -> None:
    assert learnt_priority("Water the plants", None, PROMPT + LATE, NOW) is Priority.NORMAL


def test_open_tasks_tell_nothing() -> None:
    opened = [Task(each.id, each.title, TaskStatus.OPEN, Priority.NORMAL, each.created, each.due) for each in PROMPT]

    assert learnt_priority("Pay the gas bill", None, opened + LATE, NOW) is Priority.NORMAL


def test_one_lucky_day_does_not_outweigh_the_rest() -> None:
    mixed = [
        _closed("Pay the rent bill", took=0.1, given=10),
        *(_closed(f"Pay the {n} bill", took=9.5, given=10) for n in ("a1", "b1", "c1", "d1")),
    ]

    assert learnt_priority("Pay the gas bill", None, mixed + PROMPT[:1] + LATE[:1], NOW) is not Priority.HIGH


@pytest.mark.parametrize(
    ("hours", "priority"), [(2, Priority.HIGH), (24, Priority.HIGH), (-2, Priority.HIGH), (25, Priority.NORMAL), (24 * 30, Priority.NORMAL)]
)
def test_nothing_known_what_is_due_within_a_day_ranks_high(hours: int, priority: Priority) -> None:
    assert learnt_priority("Water the plants", NOW + timedelta(hours=hours), [], NOW) is priority


def test_what_ranks_low_rises_by_one_when_it_is_due_soon() -> None:
    assert learnt_priority("Clean the fridge", NOW + timedelta(hours=3), PROMPT + LATE, NOW) is Priority.NORMAL
