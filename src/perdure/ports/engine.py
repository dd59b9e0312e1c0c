"""What a storage engine must do. `perdure.testing.EngineConformance` is this contract in executable form.

A caller hands a function to `read` or `write` and gets a `Reader` or a `Writer` in it: what may be changed is decided by the
handle. Each function runs in one transaction; `write` returns only when what was written is durable.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from perdure.model.scope import Scope
from perdure.model.session import SessionRecord
from perdure.model.thread import Thread
from perdure.model.turn import NewTurn, Turn
from perdure.ports.index import IndexReader, IndexWriter, VectorWriter
from perdure.ports.knowledge import MemoryReader, MemoryWriter, ProfileReader, ProfileWriter, SourceWriter, TaskReader, TaskWriter
from perdure.ports.reflection import PendingReader, PendingWriter, ReflectionReader, ReflectionWriter, UsageReader, UsageWriter

__all__ = [
    "Capabilities",
    "Engine",
    "Inspection",
    "Reader",
    "SessionReader",
    "SessionWriter",
    "ThreadReader",
    "ThreadTopic",
    "ThreadWriter",
    "TurnReader",
    "TurnWriter",
    "UserFigures",
    "Writer",
]

T = TypeVar("T")


class TurnReader(Protocol):
    """Turns, as they were said."""

    def get(self, ids: Sequence[str]) -> list[Turn]:
        """The turns with these ids, in the order given; unknown ids are left out."""
        ...

    def at(self, seqs: Sequence[int]) -> dict[int, Turn]:
        """The turns with these seqs."""
        ...

    def of_session(self, session_id: str, last: int | None = None) -> list[Turn]:
        """The turns of a session in order; only the `last` so many if given."""
        ...

    def of_thread(self, thread_id: str, last: int | None = None) -> list[Turn]:
        """The turns of a thread in the order they were stored; only the `last` so many if given."""
        ...

    def scan(self, after: int, limit: int) -> list[tuple[int, Turn]]:
        """The next turns by seq."""
        ...


class TurnWriter(TurnReader, Protocol):
    """Adds turns. Nothing changes a turn."""

    def add(self, turn_id: str, new: NewTurn) -> tuple[int, Turn] | None:
        """Store a turn at the end of its session, which must exist; None if its key is stored already."""
        ...

    def known(self, keys: Sequence[str]) -> set[str]:
        """Those of the keys that are stored already."""
        ...


class SessionReader(Protocol):
    """Sessions and when they were last active."""

    def get(self, session_id: str) -> SessionRecord | None: ...

    def recent(self, limit: int) -> list[SessionRecord]:
        """Sessions, the most recently active first."""
        ...

    def last_turn(self) -> Turn | None:
        """The user's latest turn by when it was said."""
        ...

    def numbers(self, thread_id: str) -> list[int]:
        """The numbers that the index knows the sessions of a thread by."""
        ...


class SessionWriter(SessionReader, Protocol):
    """Opens and ends sessions."""

    def open(self, session_id: str, thread_id: str, at: datetime) -> SessionRecord:
        """The session of that id, made if it is new; an ended one is open again. The thread of a known session stays."""
        ...

    def number(self, session_id: str) -> int:
        """The number that the index knows a session by."""
        ...

    def end(self, session_id: str, at: datetime) -> None: ...


@dataclass(frozen=True, slots=True)
class ThreadTopic:
    """What a thread is matched by: derived, and opaque to the engine.

    `vector` is None where none was put or the embedder has changed since; `keywords` are words with their weights.
    """

    thread: Thread
    vector: NDArray[np.float32] | None
    keywords: Mapping[str, float]


class ThreadReader(Protocol):
    """Threads. Wherever a thread's id is asked for, that of a thread which was merged into it will do."""

    def get(self, thread_id: str) -> Thread | None: ...

    def recent(self, limit: int, *, empty: bool = False) -> list[Thread]:
        """Threads with at least one turn (or without any, too), the most recently active first."""
        ...

    def running(self, since: datetime, limit: int, *, begun_by: datetime | None = None) -> list[ThreadTopic]:
        """Open threads with at least one turn that were active at or after `since`, the most recently active first.

        With `begun_by` only those that had begun at that moment: an import brings what came later at once.
        """
        ...

    def aliases(self) -> dict[str, str]:
        """The ids of threads that were merged into others, and which these are."""
        ...


class ThreadWriter(ThreadReader, Protocol):
    """Opens threads and refreshes what is derived of them."""

    def open(self, thread_id: str, title: str, at: datetime, *, explicit: bool = False) -> Thread:
        """The thread of that id, made if it is new; a known one becomes `explicit` if told so, and otherwise stays as it was."""
        ...

    def put(self, thread: Thread) -> None:
        """Replace what does not follow from the turns: all of a known thread but its times and their number.

        One that was merged into another meanwhile is known no longer: nothing happens.
        """
        ...

    def put_topic(self, thread_id: str, vector: NDArray[np.float32] | None, keywords: Mapping[str, float]) -> None:
        """Replace what the thread is matched by; the vector is kept in float16.

        Raises:
            UnknownThread: nothing was changed.
        """
        ...

    def merge(self, from_id: str, into_id: str) -> Thread:
        """Move sessions, tasks and memories of one thread to another, which takes what it lacks; the emptied one's id becomes an alias.

        Decisions and action items of both are kept; nothing is summarised any more. The topic is that of the second until it is put.
        Merging what is one thread already changes nothing.

        Raises:
            UnknownThread: nothing was changed.
        """
        ...


@dataclass(frozen=True, slots=True)
class UserFigures:
    """Counts and sizes of one user; `unembedded` entries are found by words alone."""

    turns: int
    sessions: int
    threads: int
    memories: int
    tasks: int
    entries: int
    unembedded: int
    bytes: int


class Reader(Protocol):
    """One consistent view of one user's data."""

    @property
    def turns(self) -> TurnReader: ...
    @property
    def sessions(self) -> SessionReader: ...
    @property
    def threads(self) -> ThreadReader: ...
    @property
    def memories(self) -> MemoryReader: ...
    @property
    def tasks(self) -> TaskReader: ...
    @property
    def profile(self) -> ProfileReader: ...
    @property
    def reflection(self) -> ReflectionReader: ...
    @property
    def pending(self) -> PendingReader: ...
    @property
    def usage(self) -> UsageReader: ...
    @property
    def index(self) -> IndexReader: ...
    def figures(self) -> UserFigures: ...


class Writer(Protocol):
    """One transaction on one user's data."""

    @property
    def turns(self) -> TurnWriter: ...
    @property
    def sessions(self) -> SessionWriter: ...
    @property
    def threads(self) -> ThreadWriter: ...
    @property
    def memories(self) -> MemoryWriter: ...
    @property
    def sources(self) -> SourceWriter: ...
    @property
    def tasks(self) -> TaskWriter: ...
    @property
    def profile(self) -> ProfileWriter: ...
    @property
    def reflection(self) -> ReflectionWriter: ...
    @property
    def pending(self) -> PendingWriter: ...
    @property
    def usage(self) -> UsageWriter: ...
    @property
    def index(self) -> IndexWriter: ...
    @property
    def vectors(self) -> VectorWriter: ...


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What an engine can do beyond the contract, so that callers need not ask for its class."""

    name: str
    encrypted: bool
    file_per_user: bool


@dataclass(frozen=True, slots=True)
class Inspection:
    """What `perdure doctor` found out about one user; no `problems` means healthy."""

    user: str
    problems: tuple[str, ...]
    facts: Mapping[str, str]


class Engine(Protocol):
    """Stores the data of many users."""

    @property
    def capabilities(self) -> Capabilities: ...

    def read(self, scope: Scope, work: Callable[[Reader], T]) -> T:
        """Run `work` on one consistent view. A user never written to reads as empty and is not created."""
        ...

    def write(self, scope: Scope, work: Callable[[Writer], T]) -> T:
        """Run `work` in one transaction, durable on return; if it raises, nothing of it was written.

        `work` may run again if the transaction could not be committed, so it must not have effects outside.
        """
        ...

    def scopes(self, tenant: str | None = None) -> Iterator[Scope]:
        """Everyone ever written to, of one tenant or of all, tenant by tenant and user by user in the order of names."""
        ...

    def inspect(self, scope: Scope) -> Inspection:
        """Check the integrity of one user's data; reads everything."""
        ...

    def close(self) -> None:
        """Release everything; later calls raise StoreClosed."""
        ...
