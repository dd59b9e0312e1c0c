"""Current structured attributes of a user, each with its history."""

from dataclasses import dataclass
from datetime import datetime

__all__ = ["Attribute"]


@dataclass(frozen=True, slots=True)
class Attribute:
    """One value that an attribute (account, name, employer, diet...) had from `valid_from` until `valid_until` (None: still).

    `sources` are the ids of the turns it was read from, none for one that was set by hand; `confidence` lies between 0 and 1.
    """

    name: str
    value: str
    valid_from: datetime
    valid_until: datetime | None = None
    source: str = "user"
    sources: tuple[str, ...] = ()
    confidence: float = 1.0
