"""What may be changed in one user's file, group by group."""

import json
from collections.abc import Sequence
from datetime import datetime

import apsw

from perdure.errors import UnknownMemory, UnknownSession, UnknownThread
from perdure.model.memory import Memory
from perdure.model.profile import Attribute
from perdure.model.session import SessionRecord
from perdure.model.task import Task
from perdure.model.thread import Thread
from perdure.model.times import to_micros, zone_name
from perdure.model.turn import NewTurn, Role, Turn
from perdure.ports.embedder import EmbedderSpec
from perdure.storage.sqlite.groups import Group, MemoryRows, ProfileRows, SessionRows, TaskRows, ThreadRows, TurnRows
from perdure.storage.sqlite.index import IndexCache, SQLiteIndexWriter, SQLiteVectorWriter
from perdure.storage.sqlite.state import State
from perdure.storage.tables.rows import metadata_text, moment_or_forever, task_values

__all__ = ["SQLiteWriter"]


class _StatefulGroup(Group):
    def __init__(self, connection: apsw.Connection, state: State) -> None:
        super().__init__(connection)
        self._state = state


class TurnWriterRows(_StatefulGroup, TurnRows):
    """Adds turns."""

    def add(self, turn_id: str, new: NewTurn) -> tuple[int, Turn] | None:
        if new.key is not None and self._rows("turns_key", new.key):
            return None
        session = self._rows("turns_session", new.session_id)
        if not session:
            raise UnknownSession(f"There is no session {new.session_id!r}. Nothing was written.")
        number, position, thread, thread_id = session[0]
        said_at = to_micros(new.at)
        seq = self._state.take_seq()
        role = Role(new.role)
        self._rows(
            "turns_add",
            seq,
            turn_id,
            number,
            position,
            role.value,
            new.speaker,
            new.text,
            said_at,
            zone_name(new.at),
            metadata_text(new.metadata),
            new.key,
        )
        self._rows("turns_touch_session", said_at, number)
        self._rows("turns_touch_thread", said_at, thread)
        turn = Turn(turn_id, new.session_id, thread_id, position, role, new.speaker, new.text, new.at, new.metadata or {})
        return seq, turn

    def known(self, keys: Sequence[str]) -> set[str]:
        return {key for (key,) in self._rows("turns_known", json.dumps(list(keys)))}


class SessionWriterRows(SessionRows):
    """Opens and ends sessions."""

    def open(self, session_id: str, thread_id: str, at: datetime) -> SessionRecord:
        record = self.get(session_id)
        if record is None:
            if not self._rows("threads_get", thread_id):
                raise UnknownThread(f"There is no thread {thread_id!r}. Nothing was written.")
            self._rows("sessions_add", session_id, thread_id, to_micros(at), zone_name(at))
        elif record.ended is not None:
            self._rows("sessions_reopen", session_id)
        opened = self.get(session_id)
        assert opened is not None
        return opened

    def number(self, session_id: str) -> int:
        return self._rows("turns_session", session_id)[0][0]

    def end(self, session_id: str, at: datetime) -> None:
        self._rows("sessions_end", to_micros(at), session_id)


class ThreadWriterRows(ThreadRows):
    """Opens and refreshes threads."""

    def open(self, thread_id: str, title: str, at: datetime) -> Thread:
        thread = self.get(thread_id)
        if thread is None:
            self._rows("threads_add", thread_id, title, to_micros(at), zone_name(at))
            thread = self.get(thread_id)
        assert thread is not None
        return thread

    def put(self, thread: Thread) -> None:
        self._rows("threads_put", thread.title, thread.summary, thread.state.value, thread.summarised, thread.id)


class MemoryWriterRows(_StatefulGroup, MemoryRows):
    """Adds, ends and removes memory versions."""

    def add(self, memory: Memory) -> int:
        seq = self._state.take_seq()
        self._rows(
            "memories_add",
            seq,
            memory.id,
            memory.version,
            memory.kind.value,
            memory.text,
            to_micros(memory.said_at),
            zone_name(memory.said_at),
            to_micros(memory.valid_from),
            moment_or_forever(memory.valid_until),
            memory.source,
            json.dumps(list(memory.sources)),
            memory.thread_id,
            int(memory.pinned),
            metadata_text(memory.metadata),
        )
        return seq

    def end(self, memory_id: str, at: datetime) -> int:
        ended = self._rows("memories_end", to_micros(at), memory_id)
        if not ended:
            raise UnknownMemory(f"There is no current memory {memory_id!r}. Nothing was changed.")
        return ended[0][0]

    def remove(self, memory_id: str) -> dict[int, Memory]:
        seqs = [row[0] for row in self._rows("memories_history", memory_id)]
        removed = self.at(seqs)
        self._rows("memories_remove", memory_id)
        return removed

    def pin(self, memory_id: str, *, pinned: bool) -> None:
        self._rows("memories_pin", int(pinned), memory_id)


class TaskWriterRows(TaskRows):
    """Adds and changes tasks."""

    def put(self, task: Task) -> None:
        self._rows("tasks_put", *task_values(task))


class ProfileWriterRows(ProfileRows):
    """Changes attributes."""

    def end(self, name: str, at: datetime) -> None:
        self._rows("attributes_end", to_micros(at), name)

    def put(self, attribute: Attribute) -> None:
        self._rows(
            "attributes_put",
            attribute.name,
            attribute.value,
            to_micros(attribute.valid_from),
            moment_or_forever(attribute.valid_until),
            zone_name(attribute.valid_from),
            attribute.source,
        )


class SQLiteWriter:
    """One write transaction on one user's file."""

    def __init__(self, connection: apsw.Connection, spec: EmbedderSpec) -> None:
        self.state = State(connection)
        self.turns = TurnWriterRows(connection, self.state)
        self.sessions = SessionWriterRows(connection)
        self.threads = ThreadWriterRows(connection)
        self.memories = MemoryWriterRows(connection, self.state)
        self.tasks = TaskWriterRows(connection)
        self.profile = ProfileWriterRows(connection)
        # A cache of its own: what this transaction reads of the index may still be rolled back.
        self.index = SQLiteIndexWriter(connection, IndexCache(), spec, self.state)
        self.vectors = SQLiteVectorWriter(connection, self.state)
