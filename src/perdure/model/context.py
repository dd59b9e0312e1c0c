"""The token-budgeted block handed to a model."""

from dataclasses import dataclass
from typing import TypedDict

from perdure.model.hit import Hit

__all__ = ["Context", "Dropped", "Message", "Section"]


class Message(TypedDict):
    """One message in the form that chat APIs take."""

    role: str
    content: str


@dataclass(frozen=True, slots=True)
class Section:
    """What one part of the context holds: `items` entries that cost `tokens`; `ids` are those of its turns and memories."""

    name: str
    items: int
    tokens: int
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dropped:
    """What was left out, and why: `what` is an id or a section's name."""

    section: str
    what: str
    reason: str


@dataclass(frozen=True, slots=True)
class Context:
    """Messages ready for any chat API.

    `tokens` counts the rendered messages and never exceeds `budget` = max_tokens - reserve. `hits` are the recalled turns and memories
    in it, in the order in which they are numbered.
    """

    messages: list[Message]
    tokens: int
    budget: int
    sections: tuple[Section, ...]
    dropped: tuple[Dropped, ...]
    hits: tuple[Hit, ...] = ()
