"""When a task wants to be brought up, and in which order tasks are shown.

Conventions: what is asked to be recalled "on Friday" or "in the morning" rings at nine, "tonight" when the evening begins, at a clock time
then; a task with a date more than two days ahead rings the day before. For a moment that has passed when it is said it rings halfway to
the due time.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from perdure.model.task import Task, TaskStatus

__all__ = ["by_urgency", "due_reminders", "ring_before", "ring_on", "without_due"]

_MORNING: Final = 9
"""The hour at which a day's reminder rings."""
_FAR: Final = timedelta(days=2)
"""A task that is due later than this rings the day before."""
_DAY: Final = timedelta(days=1)


def ring_on(start: datetime, due: datetime, said_at: datetime, *, exact: bool) -> datetime | None:
    """When a reminder for a time rings that begins at `start` and is over at `due`; nothing if that has passed."""
    moment = due if exact else start
    if not exact and start.hour < _MORNING:
        moment = start.replace(hour=_MORNING, minute=0)
    if moment <= said_at:
        moment = said_at + (due - said_at) / 2
    return moment.replace(second=0, microsecond=0) if said_at < moment <= due else None


def ring_before(due: datetime, said_at: datetime, *, exact: bool) -> datetime | None:
    """When a task that nobody asked to be reminded of rings: the day before, if it is due in more than two days."""
    if due - said_at <= _FAR:
        return None
    return due - _DAY if exact else (due - _DAY).replace(hour=_MORNING, minute=0, second=0, microsecond=0)


def due_reminders(tasks: Sequence[Task], now: datetime) -> list[tuple[Task, datetime]]:
    """Each reminder of an open task whose moment has come, oldest first.

    Each is given once if the caller then stores the task `without_due`.
    """
    due = [(task, moment) for task in tasks if task.status is TaskStatus.OPEN for moment in task.reminders if moment <= now]
    return sorted(due, key=lambda each: (each[1], each[0].id))


def without_due(task: Task, now: datetime) -> Task:
    """The task with only those reminders that are still ahead."""
    return replace(task, reminders=tuple(moment for moment in task.reminders if moment > now))


def by_urgency(tasks: Iterable[Task], now: datetime) -> list[Task]:
    """Overdue tasks first, then those with a time, the nearest first, then those without; of equals what matters more, then the older."""

    def key(task: Task) -> tuple[bool, bool, float, int, float]:
        overdue = task.due is not None and task.due < now
        due = task.due.timestamp() if task.due is not None else 0.0
        return not overdue, task.due is None, due, -task.priority, task.created.timestamp()

    return sorted(tasks, key=key)
