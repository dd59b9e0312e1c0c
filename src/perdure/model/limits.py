"""Sizes that bound one store. Value classes instead of option dictionaries."""

from dataclasses import dataclass
from enum import StrEnum

from perdure.errors import InvalidOption

__all__ = ["Durability", "Limits"]


@dataclass(frozen=True, slots=True)
class Limits:
    """`turn_bytes`: UTF-8 bytes of one text. `open_users`: user files kept open at once. `busy_seconds`: how long to wait for a lock."""

    turn_bytes: int = 256 * 1024
    open_users: int = 500
    busy_seconds: float = 5.0

    def __post_init__(self) -> None:
        if self.turn_bytes < 1 or self.open_users < 1 or self.busy_seconds < 0:
            raise InvalidOption("Limits must be positive. Nothing was done.")


class Durability(StrEnum):
    """What an acknowledged write survives.

    `FULL` (default): a power cut. `NORMAL`: the death of the process, not always a power cut; about twice as fast.
    """

    FULL = "FULL"
    NORMAL = "NORMAL"
