"""What may be changed in one user's file, group by group."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

import apsw
import numpy as np
from numpy.typing import NDArray

from perdure.errors import UnknownMemory, UnknownSession, UnknownThread
from perdure.model.memory import Memory
from perdure.model.profile import Attribute
from perdure.model.session import SessionRecord
from perdure.model.task import Task
from perdure.model.thread import Thread, ThreadState
from perdure.model.times import to_micros, zone_name
from perdure.model.turn import NewTurn, Role, Turn
from perdure.ports.embedder import EmbedderSpec
from perdure.ports.reflection import Pending
from perdure.storage.sqlite.groups import (
    Group,
    MemoryRows,
    PendingRows,
    ProfileRows,
    ReflectionRows,
    SessionRows,
    TaskRows,
    ThreadRows,
    TurnRows,
    UsageRows,
)
from perdure.storage.sqlite.index import IndexCache, SQLiteIndexWriter, SQLiteVectorWriter
from perdure.storage.sqlite.state import State
from perdure.storage.tables.rows import attribute_values, memory_of, memory_values, metadata_text, task_values, thread_values

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
    """Opens, refreshes and merges threads."""

    def open(self, thread_id: str, title: str, at: datetime, *, explicit: bool = False) -> Thread:
        thread = self.get(thread_id)
        if thread is None:
            self._rows("threads_add", thread_id, title, to_micros(at), zone_name(at), int(explicit))
        elif explicit and not thread.explicit:
            self._rows("threads_explicit", thread.id)
        else:
            return thread
        opened = self.get(thread_id)
        assert opened is not None
        return opened

    def put(self, thread: Thread) -> None:
        self._rows("threads_put", *thread_values(thread))

    def put_topic(self, thread_id: str, vector: NDArray[np.float32] | None, keywords: Mapping[str, float]) -> None:
        blob = None if vector is None else vector.astype(np.float16).tobytes()
        self._rows("topics_put", self._number(thread_id), blob, json.dumps(dict(keywords), ensure_ascii=False))

    def _number(self, thread_id: str) -> int:
        found = self._rows("threads_number", thread_id)
        if not found:
            raise UnknownThread(f"There is no thread {thread_id!r}. Nothing was changed.")
        return found[0][0]

    def merge(self, from_id: str, into_id: str) -> Thread:
        emptied, kept = self._number(from_id), self._number(into_id)
        old, new = self.get(from_id), self.get(into_id)
        assert old is not None
        assert new is not None
        if emptied == kept:
            return new
        for moved in ("merge_sessions", "merge_tasks", "merge_memories", "merge_aliases"):
            self._rows(moved, kept, emptied)
        self._rows("topics_remove", emptied)
        self._rows("merge_remove", emptied)
        self._rows("merge_add_alias", old.id, kept)
        merged = _together(old, new)
        self._rows("merge_counts", to_micros(merged.started), to_micros(merged.last_active), kept)
        self.put(merged)
        found = self.get(new.id)
        assert found is not None
        return found


def _together(old: Thread, new: Thread) -> Thread:
    """What becomes of `new` when it takes in `old`. How far it is summarised counts its turns, which now lie between others."""
    return replace(
        new,
        title=new.title or old.title,
        summary=new.summary or old.summary,
        state=ThreadState.OPEN if ThreadState.OPEN in {old.state, new.state} else new.state,
        started=min(old.started, new.started),
        last_active=max(old.last_active, new.last_active),
        summarised=0,
        decisions=tuple(sorted((*old.decisions, *new.decisions), key=lambda noted: noted.said_at)),
        action_items=tuple(sorted((*old.action_items, *new.action_items), key=lambda item: item.said_at)),
        explicit=old.explicit or new.explicit,
    )


class MemoryWriterRows(_StatefulGroup, MemoryRows):
    """Adds, ends and removes memory versions."""

    def add(self, memory: Memory) -> int:
        seq = self._state.take_seq()
        self._rows("memories_add", seq, *memory_values(memory))
        return seq

    def end(
        self,
        memory_id: str,
        at: datetime,
        *,
        known_at: datetime | None = None,
        because: str | None = None,
        superseded_by: str | None = None,
    ) -> int:
        ended = self._rows("memories_end", memory_id, to_micros(at), to_micros(known_at or at), because, superseded_by)
        if not ended:
            raise UnknownMemory(f"There is no current memory {memory_id!r}. Nothing was changed.")
        return ended[0][0]

    def revive(self, memory_id: str) -> int:
        revived = self._rows("memories_revive", memory_id)
        if not revived:
            raise UnknownMemory(f"There is no memory {memory_id!r} that has ended. Nothing was changed.")
        return revived[0][0]

    def remove(self, memory_id: str) -> dict[int, Memory]:
        removed = {row[0]: memory_of(row) for row in self._rows("memories_history", memory_id)}
        self._rows("memories_remove", memory_id)
        self._rows("memories_forget_successor", memory_id)
        self._rows("usage_remove", memory_id)
        self._rows("pending_remove", json.dumps(list(removed)))
        return removed

    def pin(self, memory_id: str, *, pinned: bool) -> None:
        self._rows("memories_pin", int(pinned), memory_id)


class SourceWriterRows(Group):
    """Adds to where a memory came from."""

    def add(self, memory_id: str, turn_ids: Sequence[str], *, confidence: float = 0.0) -> None:
        found = self._rows("memories_sources", memory_id)
        if not found:
            raise UnknownMemory(f"There is no current memory {memory_id!r}. Nothing was changed.")
        sources = list(dict.fromkeys((*json.loads(found[0][0]), *turn_ids)))
        self._rows("memories_cite", memory_id, json.dumps(sources), confidence)


class TaskWriterRows(TaskRows):
    """Adds and changes tasks."""

    def put(self, task: Task) -> None:
        self._rows("tasks_put", *task_values(task))


class ProfileWriterRows(ProfileRows):
    """Changes attributes."""

    def end(self, name: str, at: datetime) -> None:
        self._rows("attributes_end", to_micros(at), name)

    def put(self, attribute: Attribute) -> None:
        self._rows("attributes_put", *attribute_values(attribute))


class ReflectionWriterRows(ReflectionRows):
    """Moves marks and leases the work."""

    def set_mark(self, step: str, done_seq: int, at: datetime, detail: str | None = None) -> None:
        self._rows("reflection_set_mark", step, done_seq, to_micros(at), detail)

    def lease(self, name: str, holder: str, now: datetime, until: datetime) -> bool:
        return bool(self._rows("leases_take", name, holder, to_micros(now), to_micros(until)))

    def release(self, name: str, holder: str) -> None:
        self._rows("leases_release", name, holder)


class PendingWriterRows(PendingRows):
    """Notes work to be tried again and strikes it off."""

    def put(self, kind: str, seq: int, not_before: datetime) -> None:
        self._rows("pending_put", kind, seq, to_micros(not_before))

    def take(self, kind: str, now: datetime, until: datetime, limit: int) -> list[Pending]:
        taken = [Pending(*row) for row in self._rows("pending_take", kind, to_micros(now), limit)]
        self._rows("pending_taken", to_micros(until), kind, json.dumps([one.seq for one in taken]))
        return taken

    def done(self, kind: str, seq: int) -> bool:
        return bool(self._rows("pending_done", kind, seq))


class UsageWriterRows(UsageRows):
    """Counts use."""

    def add(self, thing_id: str, *, at: datetime, recalled: int = 0, used: int = 0, useful: int = 0, not_useful: int = 0) -> bool:
        return bool(self._rows("usage_add", thing_id, recalled, used, useful, not_useful, to_micros(at)))


class SQLiteWriter:
    """One write transaction on one user's file."""

    def __init__(self, connection: apsw.Connection, spec: EmbedderSpec) -> None:
        self.state = State(connection)
        self.turns = TurnWriterRows(connection, self.state)
        self.sessions = SessionWriterRows(connection)
        self.threads = ThreadWriterRows(connection)
        self.memories = MemoryWriterRows(connection, self.state)
        self.sources = SourceWriterRows(connection)
        self.tasks = TaskWriterRows(connection)
        self.profile = ProfileWriterRows(connection)
        self.reflection = ReflectionWriterRows(connection)
        self.pending = PendingWriterRows(connection)
        self.usage = UsageWriterRows(connection)
        # A cache of its own: what this transaction reads of the index may still be rolled back.
        self.index = SQLiteIndexWriter(connection, IndexCache(), spec, self.state)
        self.vectors = SQLiteVectorWriter(connection, self.state)
