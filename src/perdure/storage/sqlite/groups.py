"""What may be read of one user's file, group by group."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

import apsw

from perdure.model.memory import Kind, Memory
from perdure.model.profile import Attribute
from perdure.model.session import SessionRecord
from perdure.model.task import Task, TaskStatus
from perdure.model.thread import Thread
from perdure.model.turn import Turn
from perdure.ports.embedder import EmbedderSpec
from perdure.ports.engine import UserFigures
from perdure.storage.sqlite.connection import SQLValue, rows
from perdure.storage.sqlite.index import IndexCache, SQLiteIndexReader
from perdure.storage.sqlite.sql import queries
from perdure.storage.tables.rows import attribute_of, memory_of, session_of, task_of, thread_of, turn_of

__all__ = ["Group", "MemoryRows", "ProfileRows", "SQLiteReader", "SessionRows", "TaskRows", "ThreadRows", "TurnRows"]

_ALL = -1  # LIMIT -1 is no limit


class Group:
    """Runs named queries on one connection."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection

    def _rows(self, name: str, *values: SQLValue) -> list[tuple[Any, ...]]:
        return rows(self._connection, queries()[name], *values)


def _array(values: Iterable[object]) -> str:
    """A list as one bound value: `in (select value from json_each(?))`."""
    return json.dumps(list(values))


class TurnRows(Group):
    """Reads turns."""

    def get(self, ids: Sequence[str]) -> list[Turn]:
        found = {row[1]: turn_of(row) for row in self._rows("turns_by_ids", _array(ids))}
        return [found[turn_id] for turn_id in ids if turn_id in found]

    def at(self, seqs: Sequence[int]) -> dict[int, Turn]:
        return {row[0]: turn_of(row) for row in self._rows("turns_by_seqs", _array(seqs))} if seqs else {}

    def of_session(self, session_id: str, last: int | None = None) -> list[Turn]:
        return [turn_of(row) for row in reversed(self._rows("turns_of_session", session_id, _ALL if last is None else last))]

    def of_thread(self, thread_id: str, last: int | None = None) -> list[Turn]:
        return [turn_of(row) for row in reversed(self._rows("turns_of_thread", thread_id, _ALL if last is None else last))]

    def scan(self, after: int, limit: int) -> list[tuple[int, Turn]]:
        return [(row[0], turn_of(row)) for row in self._rows("turns_scan", after, limit)]


class SessionRows(Group):
    """Reads sessions."""

    def get(self, session_id: str) -> SessionRecord | None:
        found = self._rows("sessions_get", session_id)
        return session_of(found[0]) if found else None

    def recent(self, limit: int) -> list[SessionRecord]:
        return [session_of(row) for row in self._rows("sessions_recent", limit)]

    def last_turn(self) -> Turn | None:
        found = self._rows("turns_last")
        return turn_of(found[0]) if found else None

    def numbers(self, thread_id: str) -> list[int]:
        return [number for (number,) in self._rows("sessions_numbers", thread_id)]


class ThreadRows(Group):
    """Reads threads."""

    def get(self, thread_id: str) -> Thread | None:
        found = self._rows("threads_get", thread_id)
        return thread_of(found[0]) if found else None

    def recent(self, limit: int, *, empty: bool = False) -> list[Thread]:
        return [thread_of(row) for row in self._rows("threads_recent", limit, int(empty))]


class MemoryRows(Group):
    """Reads memories."""

    def get(self, memory_id: str) -> Memory | None:
        found = self._rows("memories_get", memory_id)
        return memory_of(found[0]) if found else None

    def at(self, seqs: Sequence[int]) -> dict[int, Memory]:
        return {row[0]: memory_of(row) for row in self._rows("memories_by_seqs", _array(seqs))} if seqs else {}

    def history(self, memory_id: str) -> list[Memory]:
        return [memory_of(row) for row in self._rows("memories_history", memory_id)]

    def scan(self, after: int, limit: int) -> list[tuple[int, Memory]]:
        return [(row[0], memory_of(row)) for row in self._rows("memories_scan", after, limit)]

    def list(self, kinds: Sequence[Kind], limit: int) -> list[Memory]:
        wanted = _array(kind.value for kind in (kinds or tuple(Kind)))
        return [memory_of(row) for row in self._rows("memories_list", wanted, limit)]


class TaskRows(Group):
    """Reads tasks."""

    def get(self, task_id: str) -> Task | None:
        found = self._rows("tasks_get", task_id)
        return task_of(found[0]) if found else None

    def list(self, status: TaskStatus | None, limit: int) -> list[Task]:
        return [task_of(row) for row in self._rows("tasks_list", None if status is None else status.value, limit)]


class ProfileRows(Group):
    """Reads attributes."""

    def current(self) -> list[Attribute]:
        return [attribute_of(row) for row in self._rows("attributes_current")]

    def history(self, name: str | None = None) -> list[Attribute]:
        return [attribute_of(row) for row in self._rows("attributes_history", name)]


class SQLiteReader(Group):
    """One consistent view of one user's file."""

    def __init__(self, connection: apsw.Connection, cache: IndexCache, spec: EmbedderSpec) -> None:
        super().__init__(connection)
        self.turns = TurnRows(connection)
        self.sessions = SessionRows(connection)
        self.threads = ThreadRows(connection)
        self.memories = MemoryRows(connection)
        self.tasks = TaskRows(connection)
        self.profile = ProfileRows(connection)
        self.index = SQLiteIndexReader(connection, cache, spec)

    def figures(self) -> UserFigures:
        return UserFigures(*self._rows("figures")[0])
