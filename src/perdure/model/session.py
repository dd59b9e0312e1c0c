"""Sessions and how they are taken up again."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from perdure.errors import InvalidOption
from perdure.model.memory import Memory
from perdure.model.task import Task
from perdure.model.thread import Thread
from perdure.model.turn import Turn

__all__ = ["Mode", "ResumePolicy", "Resumption", "SessionRecord"]


class Mode(StrEnum):
    """How a conversation is taken up after a gap."""

    CONTINUE = "continue"
    RECAP = "recap"
    FRESH_START = "fresh_start"


@dataclass(frozen=True, slots=True)
class ResumePolicy:
    """Below which gap a conversation simply goes on, and below which a recap is enough."""

    continue_within: timedelta = timedelta(hours=1)
    recap_within: timedelta = timedelta(days=1)

    def __post_init__(self) -> None:
        if not timedelta(0) <= self.continue_within <= self.recap_within:
            raise InvalidOption("A ResumePolicy needs 0 <= continue_within <= recap_within. Nothing was done.")


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """One continuous interaction as the store knows it; `ended` is None while it is open."""

    id: str
    thread_id: str
    started: datetime
    last_active: datetime
    ended: datetime | None
    turns: int


@dataclass(frozen=True, slots=True)
class Resumption:
    """Everything needed to take up a conversation.

    `gap` is the time since the user's last turn in any session, or None if there was none. `threads` are the last three with
    their summaries, the most recent first; `tasks` are the open ones, the most urgent first; `prompt` is all of it rendered for
    a model.
    """

    gap: timedelta | None
    mode: Mode
    preferences: tuple[Memory, ...]
    threads: tuple[Thread, ...]
    tasks: tuple[Task, ...]
    last_interaction: Turn | None
    prompt: str
