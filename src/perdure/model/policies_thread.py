"""Which threads a session may go on with."""

from dataclasses import dataclass
from datetime import timedelta

from perdure.errors import InvalidOption

__all__ = ["ThreadPolicy"]


@dataclass(frozen=True, slots=True)
class ThreadPolicy:
    """When a session goes on with a running thread.

    `window`: how long ago the thread was last active, at most. `candidates`: so many of the latest threads are looked at. `threshold`:
    how alike they must be, from 0 to 1; the measure is calibrated so that .85 separates (see `perdure.threads.matching`).
    """

    window: timedelta = timedelta(days=7)
    candidates: int = 10
    threshold: float = 0.85

    def __post_init__(self) -> None:
        if self.window <= timedelta(0) or self.candidates < 1 or not 0 < self.threshold < 1:
            raise InvalidOption("A ThreadPolicy needs window > 0, candidates >= 1 and a threshold between 0 and 1. Nothing was done.")
