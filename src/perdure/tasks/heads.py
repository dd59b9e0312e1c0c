"""What the languages' patterns find: where a sentence says that something is to be done, and what."""

from dataclasses import dataclass
from enum import Enum

__all__ = ["Head", "Kind"]


class Kind(Enum):
    """How a sentence says that something is to be done."""

    ASKED = "asked"
    """The user wants to be reminded, or puts it on a list."""
    ABOUT = "about"
    """The user wants to be reminded of a thing, not to do something: only with a time."""
    DUTY = "duty"
    """They have to."""
    PROMISE = "promise"
    """They will, or are going to: only with a time."""
    DEADLINE = "deadline"
    """A thing is due: only with a time."""


@dataclass(frozen=True, slots=True)
class Head:
    """Words of a clause, from `start`, that say that the words from `begin` to `end` are to be done."""

    kind: Kind
    start: int
    begin: int
    end: int
    undated: bool = True
    """Whether it is a task without a time too."""
