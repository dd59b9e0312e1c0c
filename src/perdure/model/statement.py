"""What somebody stated, read out of a turn and not yet settled against what is known."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from perdure.model.memory import Kind

__all__ = ["USER", "Reason", "Statement"]

USER = "user"
"""The subject of what the user says of themself."""


class Reason(StrEnum):
    """Why a sentence is worth remembering."""

    ASKED = "asked"
    """The user asked for it: "remember that", "don't forget", "important:"."""
    IDENTITY = "identity"
    """Who the user is: name, age, home, family, work."""
    PREFERENCE = "preference"
    DIRECTIVE = "directive"
    """How the assistant is to behave from now on."""
    FACT = "fact"
    """Another lasting fact of the user or their world."""
    PLAN = "plan"
    EVENT = "event"
    """Something that happened to the user."""
    CORRECTION = "correction"
    RETRACTION = "retraction"
    """Something holds no longer."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of one turn.

    `text` is the sentence as it was said. `subject` is "user", or who else it is about ("user's sister", "Anna"); `attribute` and
    `value` are set where the statement fits the profile (see `perdure.memories.attributes`), `value` as it was said. `retracts`: the value
    holds no longer (without a value: none does). `corrects`: what was said before was wrong all along. Valid from `valid_from`,
    until `valid_until` where an end is stated. `confidence` lies between 0 and 1. `source` is the turn's id.
    """

    text: str
    kind: Kind
    reason: Reason
    source: str
    said_at: datetime
    valid_from: datetime
    valid_until: datetime | None = None
    subject: str = USER
    attribute: str | None = None
    value: str | None = None
    retracts: bool = False
    corrects: bool = False
    confidence: float = 1.0
