"""A circuit breaker: an endpoint that keeps failing is left alone for a while (Nygard, Release It!)."""

import threading
from collections.abc import Callable
from enum import StrEnum

from perdure.errors import LLMResting
from perdure.model.policies_llm import BreakerPolicy

__all__ = ["Breaker", "BreakerState"]


class BreakerState(StrEnum):
    """Whether calls pass."""

    CLOSED = "closed"
    OPEN = "open"
    HALF_OPEN = "half-open"
    """One call tries whether the endpoint is back; others do not pass."""


class Breaker:
    """Counts failures in a row. Each `enter()` that returns is followed by one of `succeeded`, `failed` and `left`."""

    def __init__(self, policy: BreakerPolicy, timer: Callable[[], float]) -> None:
        self._policy = policy
        self._timer = timer
        self._lock = threading.Lock()
        self._failures = 0
        self._state = BreakerState.CLOSED
        self._until = 0.0

    @property
    def state(self) -> BreakerState:
        """Whether calls pass."""
        return self._state

    def enter(self) -> None:
        """Ask to make a call.

        Raises:
            LLMResting: not now.
        """
        with self._lock:
            if self._state is BreakerState.CLOSED:
                return
            left = self._until - self._timer()
            if self._state is BreakerState.HALF_OPEN or left > 0:
                raise LLMResting(
                    f"The language model failed {self._failures} times in a row and is left alone for another {max(left, 0):.0f} s. "
                    "Nothing was sent, nothing is lost."
                )
            self._state = BreakerState.HALF_OPEN

    def succeeded(self) -> None:
        """The endpoint is there."""
        with self._lock:
            self._failures = 0
            self._state = BreakerState.CLOSED

    def failed(self) -> None:
        """The endpoint did not serve."""
        with self._lock:
            self._failures += 1
            if self._state is BreakerState.HALF_OPEN or self._failures >= self._policy.failures:
                self._state = BreakerState.OPEN
                self._until = self._timer() + self._policy.rest

    def left(self) -> None:
        """The call was broken off before it could tell: the next one tries."""
        with self._lock:
            if self._state is BreakerState.HALF_OPEN:
                self._state = BreakerState.OPEN
