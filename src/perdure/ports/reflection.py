"""What an engine keeps of the background work: how far each step came, who is at it, what waits for another try, what was of use.

All of it stands with the user's own data and changes in the same transaction as the results.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from perdure.model.usage import Usage

__all__ = ["Mark", "Pending", "PendingReader", "PendingWriter", "ReflectionReader", "ReflectionWriter", "UsageReader", "UsageWriter"]


@dataclass(frozen=True, slots=True)
class Mark:
    """How far a step came: everything up to `done_seq` is dealt with. `ran` is when; `detail` is the step's own."""

    done_seq: int
    ran: datetime
    detail: str | None = None


class ReflectionReader(Protocol):
    """How far the steps came."""

    def mark(self, step: str) -> Mark | None:
        """The step's mark, None if it never ran."""
        ...


class ReflectionWriter(ReflectionReader, Protocol):
    """Moves marks and leases the work, so that two workers never do it at once."""

    def set_mark(self, step: str, done_seq: int, at: datetime, detail: str | None = None) -> None:
        """Replace the step's mark. Results and the mark that counts them belong into one transaction."""
        ...

    def lease(self, name: str, holder: str, now: datetime, until: datetime) -> bool:
        """Whether `holder` has the lease until then: it was free, had expired by `now`, or was the holder's own and is renewed."""
        ...

    def release(self, name: str, holder: str) -> None:
        """Give a lease back; nothing happens if it is another's by now."""
        ...


@dataclass(frozen=True, slots=True)
class Pending:
    """Work on the turn or memory version `seq` that failed and waits; `attempts` counts how often it was taken, this time too."""

    seq: int
    attempts: int


class PendingReader(Protocol):
    """What waits for another try."""

    def waiting(self) -> dict[str, int]:
        """How many wait, by kind; kinds of which none waits are left out."""
        ...


class PendingWriter(PendingReader, Protocol):
    """Notes work to be tried again and strikes it off."""

    def put(self, kind: str, seq: int, not_before: datetime) -> None:
        """Have this tried again from then on; what waits already gets the new time and keeps its attempts."""
        ...

    def take(self, kind: str, now: datetime, until: datetime, limit: int) -> list[Pending]:
        """The next that are due, by seq; each counts one more attempt and comes again `until` then unless it is done or put.

        So what a killed worker had taken is not lost, and what kills every worker shows by its attempts.
        """
        ...

    def done(self, kind: str, seq: int) -> bool:
        """Strike it off. False if it does not wait (any more): somebody else did it, and the result at hand is one too many."""
        ...


class UsageReader(Protocol):
    """How often what is remembered was of use."""

    def get(self, ids: Sequence[str]) -> dict[str, Usage]:
        """The counts of these turns and memories, by id; those that were never counted are left out."""
        ...

    def scan(self, after: str, limit: int) -> list[tuple[str, Usage]]:
        """The next counts by id; the first for an empty `after`."""
        ...

    def rated(self, limit: int = 300) -> dict[int, Usage]:
        """Counts of what was used or judged, by seq (all versions of a memory): of so many things, the latest touched.

        Bounded, because each question pays for it.
        """
        ...


class UsageWriter(UsageReader, Protocol):
    """Counts use. Removing a memory removes its counts."""

    def add(self, thing_id: str, *, at: datetime, recalled: int = 0, used: int = 0, useful: int = 0, not_useful: int = 0) -> bool:
        """Add to the counts of a turn or memory; `last_used` never goes back. False if nothing of that id is remembered."""
        ...
