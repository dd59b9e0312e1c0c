"""What may be read of one user's file, group by group."""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import apsw
import numpy as np

from perdure.model.memory import Kind, Memory
from perdure.model.profile import Attribute
from perdure.model.session import SessionRecord
from perdure.model.task import Task, TaskStatus
from perdure.model.thread import Thread
from perdure.model.times import FOREVER, from_micros, to_micros
from perdure.model.turn import Turn
from perdure.model.usage import Usage
from perdure.ports.embedder import EmbedderSpec
from perdure.ports.engine import ThreadTopic, UserFigures
from perdure.ports.reflection import Mark
from perdure.storage.sqlite.connection import SQLValue, rows
from perdure.storage.sqlite.index import IndexCache, SQLiteIndexReader
from perdure.storage.sqlite.sql import queries
from perdure.storage.tables.rows import attribute_of, memory_of, session_of, task_of, thread_of, turn_of, usage_of

__all__ = [
    "Group",
    "MemoryRows",
    "PendingRows",
    "ProfileRows",
    "ReflectionRows",
    "SQLiteReader",
    "SessionRows",
    "TaskRows",
    "ThreadRows",
    "TurnRows",
    "UsageRows",
]

_ALL = -1  # LIMIT -1 is no limit
_ALWAYS = -(1 << 63)


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

    def running(self, since: datetime, limit: int, *, begun_by: datetime | None = None) -> list[ThreadTopic]:
        latest = FOREVER if begun_by is None else to_micros(begun_by)
        return [_topic(row) for row in self._rows("threads_running", to_micros(since), latest, limit)]

    def aliases(self) -> dict[str, str]:
        return dict(self._rows("threads_aliases"))


def _topic(row: tuple[Any, ...]) -> ThreadTopic:
    *thread, vector, keywords = row
    unpacked = None if vector is None else np.frombuffer(vector, np.float16).astype(np.float32)
    return ThreadTopic(thread_of(thread), unpacked, json.loads(keywords) if keywords else {})


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
        wanted = _array(kind.value for kind in (kinds or tuple(Kind)))
        ended_from = _ALWAYS if include_ended or superseded_by is not None else FOREVER
        values = (wanted, ended_from, limit)
        query = "memories_list"
        if not subject is attribute is superseded_by is None:
            values += (subject, attribute, superseded_by)
            query = _listing(subject, attribute, superseded_by)
        return [memory_of(row) for row in self._rows(query, *values)]


def _listing(subject: str | None, attribute: str | None, superseded_by: str | None) -> str:
    """The query that begins with the narrowest of these filters."""
    if superseded_by is not None:
        return "memories_of_successor"
    if attribute is None:
        return "memories_of_subject"
    return "memories_of_attribute" if subject is None else "memories_of_attribute_and_subject"


class TaskRows(Group):
    """Reads tasks."""

    def get(self, task_id: str) -> Task | None:
        found = self._rows("tasks_get", task_id)
        return task_of(found[0]) if found else None

    def due_reminders(self, until: datetime, limit: int) -> list[Task]:
        return [task_of(row) for row in self._rows("tasks_due_reminders", to_micros(until), limit)]

    def list(self, status: TaskStatus | None, limit: int) -> list[Task]:
        return [task_of(row) for row in self._rows("tasks_list", None if status is None else status.value, limit)]


class ProfileRows(Group):
    """Reads attributes."""

    def current(self) -> list[Attribute]:
        return [attribute_of(row) for row in self._rows("attributes_current")]

    def history(self, name: str | None = None) -> list[Attribute]:
        return [attribute_of(row) for row in self._rows("attributes_history", name)]


class ReflectionRows(Group):
    """Reads how far the background work came."""

    def mark(self, step: str) -> Mark | None:
        found = self._rows("reflection_mark", step)
        return Mark(found[0][0], from_micros(found[0][1]), found[0][2]) if found else None


class PendingRows(Group):
    """Reads what waits for another try."""

    def waiting(self) -> dict[str, int]:
        return dict(self._rows("pending_waiting"))


class UsageRows(Group):
    """Reads how often what is remembered was of use."""

    def get(self, ids: Sequence[str]) -> dict[str, Usage]:
        return {row[0]: usage_of(row[1:]) for row in self._rows("usage_get", _array(ids))} if ids else {}

    def scan(self, after: str, limit: int) -> list[tuple[str, Usage]]:
        return [(row[0], usage_of(row[1:])) for row in self._rows("usage_scan", after, limit)]

    def rated(self, limit: int = 300) -> dict[int, Usage]:
        return {row[0]: usage_of(row[1:]) for row in self._rows("usage_rated", limit)}


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
        self.reflection = ReflectionRows(connection)
        self.pending = PendingRows(connection)
        self.usage = UsageRows(connection)
        self.index = SQLiteIndexReader(connection, cache, spec)

    def figures(self) -> UserFigures:
        return UserFigures(*self._rows("figures")[0])
