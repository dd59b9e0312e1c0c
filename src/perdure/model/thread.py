"""A logical conversation (a project, a ticket, a trip) that spans sessions."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from perdure.model.turn import Turn

__all__ = ["ActionItem", "Noted", "Thread", "ThreadContext", "ThreadState"]


class ThreadState(StrEnum):
    """Whether a thread goes on."""

    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Noted:
    """A sentence worth keeping of a thread, with the turn that it was said in."""

    text: str
    source: str
    said_at: datetime


@dataclass(frozen=True, slots=True)
class ActionItem:
    """What somebody is to do in the course of a thread; `who` is a speaker's name or role."""

    text: str
    source: str
    said_at: datetime
    who: str | None = None
    due: datetime | None = None
    done: bool = False


@dataclass(frozen=True, slots=True)
class Thread:
    """A thread with its summary.

    Summary, decisions and action items are derived from the turns up to `summarised` (a count of turns) and can be rebuilt at any
    time. `explicit`: the caller named the thread; what was detected never takes a session out of it.
    """

    id: str
    title: str
    summary: str
    state: ThreadState
    started: datetime
    last_active: datetime
    turns: int
    summarised: int = 0
    decisions: tuple[Noted, ...] = ()
    action_items: tuple[ActionItem, ...] = ()
    explicit: bool = False


@dataclass(frozen=True, slots=True)
class ThreadContext:
    """What a model needs to go on with a thread: its summary and the last five turns."""

    thread: Thread
    last_turns: tuple[Turn, ...]
