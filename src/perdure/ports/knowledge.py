"""What an engine keeps of what is known of a user: memories, tasks, the profile."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from perdure.model.memory import Kind, Memory
from perdure.model.profile import Attribute
from perdure.model.task import Task, TaskStatus

__all__ = ["MemoryReader", "MemoryWriter", "ProfileReader", "ProfileWriter", "SourceWriter", "TaskReader", "TaskWriter"]


class MemoryReader(Protocol):
    """Memories, versions and all. A version is current until it is ended, whatever `valid_until` it states."""

    def get(self, memory_id: str) -> Memory | None:
        """The current version."""
        ...

    def at(self, seqs: Sequence[int]) -> dict[int, Memory]:
        """The versions with these seqs."""
        ...

    def history(self, memory_id: str) -> list[Memory]:
        """All versions, oldest first."""
        ...

    def scan(self, after: int, limit: int) -> list[tuple[int, Memory]]:
        """The next versions by seq."""
        ...

    def list(
        self,
        kinds: Sequence[Kind],
        limit: int,
        *,
        subject: str | None = None,
        attribute: str | None = None,
        superseded_by: str | None = None,
        include_ended: bool = False,
    ) -> list[Memory]:
        """Current versions, pinned ones first, then the newest; of all kinds if none is given.

        Only those of a subject or attribute (either or both), or those, all of them ended, that a memory took the place of.
        """
        ...


class MemoryWriter(MemoryReader, Protocol):
    """Adds versions, ends them, removes memories."""

    def add(self, memory: Memory) -> int:
        """Store one version; its seq."""
        ...

    def end(
        self,
        memory_id: str,
        at: datetime,
        *,
        known_at: datetime | None = None,
        because: str | None = None,
        superseded_by: str | None = None,
    ) -> int:
        """The current version was true until `at` (or its own earlier end), which is known since `known_at` (`at` by default); its seq.

        The index is told with `index.end_validity(seq, known_at)`.

        Raises:
            UnknownMemory: nothing was changed.
        """
        ...

    def revive(self, memory_id: str) -> int:
        """Take the end of the latest version back, as if it had never been ended; its seq.

        The index is told with `index.end_validity(seq, FOREVER)`.

        Raises:
            UnknownMemory: none of that id has ended, or another version is current; nothing was changed.
        """
        ...

    def remove(self, memory_id: str) -> dict[int, Memory]:
        """Delete all versions and all that the engine keeps of them elsewhere but in the index; what was deleted, by seq."""
        ...

    def pin(self, memory_id: str, *, pinned: bool) -> None: ...


class SourceWriter(Protocol):
    """Adds to where a memory came from."""

    def add(self, memory_id: str, turn_ids: Sequence[str], *, confidence: float = 0.0) -> None:
        """The current version was stated by these turns, too, and is as sure as this at least. It stays the same version.

        Raises:
            UnknownMemory: nothing was changed.
        """
        ...


class TaskReader(Protocol):
    """Tasks."""

    def get(self, task_id: str) -> Task | None: ...

    def due_reminders(self, until: datetime, limit: int) -> list[Task]:
        """Open tasks with a reminder at or before `until`, the longest due first."""
        ...

    def list(self, status: TaskStatus | None, limit: int) -> list[Task]:
        """Tasks, the most urgent first: by due time, then priority, then age; those without due time come last."""
        ...


class TaskWriter(TaskReader, Protocol):
    """Adds and changes tasks."""

    def put(self, task: Task) -> None:
        """Add a task, or replace the one with its id."""
        ...


class ProfileReader(Protocol):
    """Structured attributes."""

    def current(self) -> list[Attribute]:
        """What holds now, by name."""
        ...

    def history(self, name: str | None = None) -> list[Attribute]:
        """All values that an attribute had, oldest first; those of all attributes, also removed ones, for None."""
        ...


class ProfileWriter(ProfileReader, Protocol):
    """Changes attributes."""

    def end(self, name: str, at: datetime) -> None:
        """The attribute's current value holds no longer; nothing happens if there is none."""
        ...

    def put(self, attribute: Attribute) -> None: ...
