"""How a memory was used."""

from dataclasses import dataclass
from datetime import datetime

from perdure.errors import InvalidOption

__all__ = ["Usage"]


@dataclass(frozen=True, slots=True)
class Usage:
    """Counts for one memory.

    `recalled`: how often it was among the hits. `used`: how often an answer rested on it. `useful`, `not_useful`: how often somebody
    said so. `last_used`: when an answer last rested on it, None if none did.
    """

    recalled: int = 0
    used: int = 0
    useful: int = 0
    not_useful: int = 0
    last_used: datetime | None = None

    def __post_init__(self) -> None:
        if min(self.recalled, self.used, self.useful, self.not_useful) < 0:
            raise InvalidOption("A Usage counts from 0. Nothing was written.")
