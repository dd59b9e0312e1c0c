"""Something to be done."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum

__all__ = ["Priority", "Task", "TaskStatus"]


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
    """A task of a user, maybe of one thread; `due` is None where no time was given."""

    id: str
    title: str
    status: TaskStatus
    priority: Priority
    created: datetime
    due: datetime | None = None
    closed: datetime | None = None
    thread_id: str | None = None
