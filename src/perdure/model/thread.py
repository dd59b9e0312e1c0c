"""A logical conversation (a project, a ticket, a trip) that spans sessions."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from perdure.model.turn import Turn

__all__ = ["Thread", "ThreadContext", "ThreadState"]


class ThreadState(StrEnum):
    """Whether a thread goes on."""

    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Thread:
    """A thread with its summary.

    The summary is derived from the turns up to `summarised` (a count of turns) and can be rebuilt at any time.
    """

    id: str
    title: str
    summary: str
    state: ThreadState
    started: datetime
    last_active: datetime
    turns: int
    summarised: int = 0


@dataclass(frozen=True, slots=True)
class ThreadContext:
    """What a model needs to go on with a thread: its summary and the last five turns."""

    thread: Thread
    last_turns: tuple[Turn, ...]
