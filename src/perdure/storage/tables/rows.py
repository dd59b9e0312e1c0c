"""Rows to dataclasses and back, once for all engines. Column orders are those of the engines' `*_columns` queries."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from perdure.model.memory import Kind, Memory
from perdure.model.profile import Attribute
from perdure.model.session import SessionRecord
from perdure.model.task import Priority, Task, TaskStatus
from perdure.model.thread import Thread, ThreadState
from perdure.model.times import FOREVER, from_micros, to_micros, zone_name
from perdure.model.turn import Role, Turn

__all__ = [
    "attribute_of",
    "memory_of",
    "metadata_text",
    "moment_or_forever",
    "session_of",
    "task_of",
    "task_values",
    "thread_of",
    "turn_of",
]

Row = Sequence[Any]


def metadata_text(metadata: Mapping[str, Any] | None) -> str | None:
    """Metadata as stored; None for none."""
    return json.dumps(metadata, ensure_ascii=False, separators=(",", ":")) if metadata else None


def _metadata(text: str | None) -> dict[str, Any]:
    return json.loads(text) if text else {}


def moment_or_forever(moment: datetime | None) -> int:
    """The end of a validity as stored."""
    return FOREVER if moment is None else to_micros(moment)


def _until(micros: int, zone: str) -> datetime | None:
    return None if micros == FOREVER else from_micros(micros, zone)


def turn_of(row: Row) -> Turn:
    """seq, id, session id, thread id, position, role, speaker, text, said_at, zone, metadata."""
    _, turn_id, session_id, thread_id, position, role, speaker, text, said_at, zone, metadata = row
    return Turn(turn_id, session_id, thread_id, position, Role(role), speaker, text, from_micros(said_at, zone), _metadata(metadata))


def session_of(row: Row) -> SessionRecord:
    """Session id, thread id, started, last_active, ended, zone, turns."""
    session_id, thread_id, started, last_active, ended, zone, turns = row
    return SessionRecord(
        session_id,
        thread_id,
        from_micros(started, zone),
        from_micros(last_active, zone),
        None if ended is None else from_micros(ended, zone),
        turns,
    )


def thread_of(row: Row) -> Thread:
    """Thread id, title, summary, state, started, last_active, turns, summarised, zone."""
    thread_id, title, summary, state, started, last_active, turns, summarised, zone = row
    return Thread(
        thread_id, title, summary, ThreadState(state), from_micros(started, zone), from_micros(last_active, zone), turns, summarised
    )


def memory_of(row: Row) -> Memory:
    """seq, id, version, kind, text, said_at, zone, valid_from, valid_until, source, sources, thread id, pinned, metadata."""
    _, memory_id, version, kind, text, said_at, zone, valid_from, valid_until, source, sources, thread_id, pinned, metadata = row
    return Memory(
        id=memory_id,
        kind=Kind(kind),
        text=text,
        said_at=from_micros(said_at, zone),
        valid_from=from_micros(valid_from, zone),
        valid_until=_until(valid_until, zone),
        version=version,
        source=source,
        sources=tuple(json.loads(sources)),
        thread_id=thread_id,
        pinned=bool(pinned),
        metadata=_metadata(metadata),
    )


def task_of(row: Row) -> Task:
    """Task id, title, status, priority, created, due, closed, zone, thread id."""
    task_id, title, status, priority, created, due, closed, zone, thread_id = row
    return Task(
        id=task_id,
        title=title,
        status=TaskStatus(status),
        priority=Priority(priority),
        created=from_micros(created, zone),
        due=None if due is None else from_micros(due, zone),
        closed=None if closed is None else from_micros(closed, zone),
        thread_id=thread_id,
    )


def task_values(task: Task) -> tuple[Any, ...]:
    """The values of a task in the order of `tasks_put`."""
    return (
        task.id,
        task.title,
        task.status.value,
        int(task.priority),
        to_micros(task.created),
        None if task.due is None else to_micros(task.due),
        None if task.closed is None else to_micros(task.closed),
        zone_name(task.due or task.created),
        task.thread_id,
    )


def attribute_of(row: Row) -> Attribute:
    """Attribute name, value, valid_from, valid_until, zone, source."""
    name, value, valid_from, valid_until, zone, source = row
    return Attribute(name, value, from_micros(valid_from, zone), _until(valid_until, zone), source)
