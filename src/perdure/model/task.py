"""Something to be done."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum

__all__ = ["Change", "Commitment", "Priority", "Task", "TaskChange", "TaskStatus"]


class TaskStatus(StrEnum):
    """Where a task stands."""

    OPEN = "open"
    DONE = "done"
    CANCELLED = "cancelled"


class Priority(IntEnum):
    """How much it matters; higher comes first."""

    LOW = 1
    NORMAL = 2
    HIGH = 3


@dataclass(frozen=True, slots=True)
class Task:
    """A task of a user, maybe of one thread; `due` is None where no time was given.

    `reminders` are the moments still ahead at which it wants to be brought up; `sources` the ids of the turns it was read from, none
    for one that was added by hand. `stated` is whether the priority was stated, and not found by Perdure.
    """

    id: str
    title: str
    status: TaskStatus
    priority: Priority
    created: datetime
    due: datetime | None = None
    closed: datetime | None = None
    thread_id: str | None = None
    reminders: tuple[datetime, ...] = ()
    sources: tuple[str, ...] = ()
    stated: bool = False


class Change(StrEnum):
    """What is said to have become of a task."""

    DONE = "done"
    CANCELLED = "cancelled"
    REOPENED = "reopened"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class TaskChange:
    """That a turn (`source`) says a known task changed; `due` is its new time if it moved."""

    task_id: str
    change: Change
    source: str
    due: datetime | None = None


@dataclass(frozen=True, slots=True)
class Commitment:
    """Something to be done that a turn states; not yet a task. `confidence` lies between 0 and 1."""

    title: str
    source: str
    said_at: datetime
    due: datetime | None = None
    priority: Priority = Priority.NORMAL
    stated: bool = False
    reminders: tuple[datetime, ...] = ()
    confidence: float = 1.0
