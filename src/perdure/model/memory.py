"""Durable statements about a user or their world."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

__all__ = ["Kind", "Memory"]


class Kind(StrEnum):
    """What a hit is: a turn as it was said, or a kind of memory."""

    TURN = "turn"
    PREFERENCE = "preference"
    FACT = "fact"
    EPISODE = "episode"
    DIRECTIVE = "directive"
    SUMMARY = "summary"
    CONSOLIDATED = "consolidated"


@dataclass(frozen=True, slots=True)
class Memory:
    """One version of one statement.

    A correction makes a new version of the same `id`: the old one's validity ends, it is never overwritten.
    `valid_until` is None while the version is current. `sources` are the ids of the turns it came from, `source` is who or
    what stated it (`"user"` unless told otherwise), `reason` why it was worth remembering where Perdure found that out itself.

    `subject`, `attribute` and `value` are set where the statement fits the profile. Two times are kept: it was true from
    `valid_from` until `valid_until`, and it was known from `said_at` until `ended_at`, when it was learnt that it holds no longer:
    `ended_because` says why, `superseded_by` which memory took its place.
    """

    id: str
    kind: Kind
    text: str
    said_at: datetime
    valid_from: datetime
    valid_until: datetime | None = None
    version: int = 1
    source: str = "user"
    sources: tuple[str, ...] = ()
    thread_id: str | None = None
    pinned: bool = False
    metadata: Mapping[str, Any] = field(default_factory=dict[str, Any])
    subject: str | None = None
    attribute: str | None = None
    value: str | None = None
    confidence: float = 1.0
    reason: str | None = None
    ended_at: datetime | None = None
    ended_because: str | None = None
    superseded_by: str | None = None
