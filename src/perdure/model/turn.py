"""What was said: verbatim and immutable."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

__all__ = ["NewTurn", "Role", "Turn"]


class Role(StrEnum):
    """Who speaks, in the roles that chat APIs know."""

    USER = "user"
    ASSISTANT = "assistant"
    SYSTEM = "system"
    TOOL = "tool"


@dataclass(frozen=True, slots=True)
class Turn:
    """One message of a session.

    `position` counts from 0 within the session; `said_at` is aware, in the speaker's zone.
    """

    id: str
    session_id: str
    thread_id: str
    position: int
    role: Role
    speaker: str | None
    text: str
    said_at: datetime
    metadata: Mapping[str, Any] = field(default_factory=dict[str, Any])


@dataclass(frozen=True, slots=True)
class NewTurn:
    """A turn to be imported with `UserMemory.ingest()`.

    `key` names the turn in its source; a turn whose key is stored already is skipped, which makes imports repeatable.
    """

    session_id: str
    role: Role | str
    text: str
    at: datetime
    speaker: str | None = None
    metadata: Mapping[str, Any] | None = None
    key: str | None = None
