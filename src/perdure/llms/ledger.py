"""What a language model has cost, held against what it may cost."""

import threading
from dataclasses import dataclass
from datetime import UTC, date

from perdure.errors import LLMSpendCapReached
from perdure.model.policies_llm import Cost, SpendPolicy, Spent
from perdure.ports.clock import Clock

__all__ = ["Ledger", "Reservation"]


@dataclass(frozen=True, slots=True)
class Reservation:
    """What was set aside on a day."""

    day: date
    cost: Cost


class Ledger:
    """Money is set aside before a request is sent and settled after, so that several threads together cannot go beyond a cap."""

    def __init__(self, policy: SpendPolicy, clock: Clock, spent: Spent | None = None) -> None:
        self._policy = policy
        self._clock = clock
        self._lock = threading.Lock()
        self._spent = spent or Spent(clock.now().astimezone(UTC).date())

    @property
    def spent(self) -> Spent:
        """What has been spent, including what is set aside for requests under way."""
        with self._lock:
            return self._today()

    def reserve(self, estimate: Cost) -> Reservation:
        """Set aside what a request can cost.

        Raises:
            LLMSpendCapReached: a cap would be exceeded; nothing was set aside.
        """
        with self._lock:
            spent = self._plus(estimate)
            cap = self._policy.exceeded(spent)
            if cap is not None:
                raise LLMSpendCapReached(
                    f"The request may take {estimate.tokens:,} tokens, and with them spending goes beyond {cap}. "
                    "Nothing was sent, nothing is lost. Wait, or raise the cap."
                )
            self._spent = spent
            return Reservation(spent.day, estimate)

    def settle(self, reserved: Reservation, taken: Cost) -> None:
        """Replace what was set aside by what it took, which counts even where it is more; a request counts for the day that it began."""
        difference = taken - reserved.cost
        with self._lock:
            spent = self._today()
            today = spent.today + difference if spent.day == reserved.day else spent.today
            self._spent = Spent(spent.day, today, spent.total + difference)

    def _plus(self, cost: Cost) -> Spent:
        spent = self._today()
        return Spent(spent.day, spent.today + cost, spent.total + cost)

    def _today(self) -> Spent:
        day = self._clock.now().astimezone(UTC).date()
        return self._spent if self._spent.day == day else Spent(day, Cost(), self._spent.total)
