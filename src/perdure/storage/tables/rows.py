"""Rows to dataclasses and back, once for all engines. Column orders are those of the engines' `*_columns` queries."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from perdure.model.memory import Kind, Memory
from perdure.model.profile import Attribute
from perdure.model.session import SessionRecord
from perdure.model.task import Priority, Task, TaskStatus
from perdure.model.thread import ActionItem, Noted, Thread, ThreadState
from perdure.model.times import FOREVER, from_micros, to_micros, zone_name
from perdure.model.turn import Role, Turn
from perdure.model.usage import Usage

__all__ = [
    "attribute_of",
    "attribute_values",
    "memory_of",
    "memory_values",
    "metadata_text",
    "moment_or_forever",
    "session_of",
    "task_of",
    "task_values",
    "thread_of",
    "thread_values",
    "turn_of",
    "usage_of",
]

Row = Sequence[Any]


def metadata_text(metadata: Mapping[str, Any] | None) -> str | None:
    """Metadata as stored; None for none."""
    return _text(metadata) if metadata else None


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


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
    """Thread id, title, summary, state, started, last_active, turns, summarised, zone, decisions, action items, explicit."""
    thread_id, title, summary, state, started, last_active, turns, summarised, zone, decisions, action_items, explicit = row
    return Thread(
        thread_id,
        title,
        summary,
        ThreadState(state),
        from_micros(started, zone),
        from_micros(last_active, zone),
        turns,
        summarised,
        tuple(Noted(text, source, _moment(said_at)) for text, source, said_at in json.loads(decisions)),
        tuple(
            ActionItem(text, source, _moment(said_at), who, None if due is None else _moment(due), bool(done))
            for text, source, said_at, who, due, done in json.loads(action_items)
        ),
        bool(explicit),
    )


def thread_values(thread: Thread) -> tuple[Any, ...]:
    """The values of a thread in the order of `threads_put`."""
    decisions = [(noted.text, noted.source, _pair(noted.said_at)) for noted in thread.decisions]
    action_items = [
        (item.text, item.source, _pair(item.said_at), item.who, None if item.due is None else _pair(item.due), item.done)
        for item in thread.action_items
    ]
    return (
        thread.title,
        thread.summary,
        thread.state.value,
        thread.summarised,
        _text(decisions),
        _text(action_items),
        int(thread.explicit),
        thread.id,
    )


def _pair(moment: datetime) -> tuple[int, str]:
    """A moment inside JSON; its zone stands with it."""
    return to_micros(moment), zone_name(moment)


def _moment(pair: tuple[int, str]) -> datetime:
    return from_micros(*pair)


def memory_of(row: Row) -> Memory:
    """A row of `memory_columns`."""
    _, memory_id, version, kind, text, said_at, zone, valid_from, valid_until, source, sources, thread_id, pinned, metadata = row[:14]
    subject, attribute, value, confidence, reason, ended_at, ended_because, superseded_by = row[14:]
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
        subject=subject,
        attribute=attribute,
        value=value,
        confidence=confidence,
        reason=reason,
        ended_at=_until(ended_at, zone),
        ended_because=ended_because,
        superseded_by=superseded_by,
    )


def memory_values(memory: Memory) -> tuple[Any, ...]:
    """The values of a memory version in the order of `memories_add`, but for its seq."""
    return (
        memory.id,
        memory.version,
        memory.kind.value,
        memory.text,
        to_micros(memory.said_at),
        zone_name(memory.said_at),
        to_micros(memory.valid_from),
        moment_or_forever(memory.valid_until),
        memory.source,
        _text(memory.sources),
        memory.thread_id,
        int(memory.pinned),
        metadata_text(memory.metadata),
        memory.subject,
        memory.attribute,
        memory.value,
        memory.confidence,
        memory.reason,
        moment_or_forever(memory.ended_at),
        memory.ended_because,
        memory.superseded_by,
    )


def task_of(row: Row) -> Task:
    """Task id, title, status, priority, created, due, closed, zone, thread id, reminders, sources, stated."""
    task_id, title, status, priority, created, due, closed, zone, thread_id, reminders, sources, stated = row
    return Task(
        id=task_id,
        title=title,
        status=TaskStatus(status),
        priority=Priority(priority),
        created=from_micros(created, zone),
        due=None if due is None else from_micros(due, zone),
        closed=None if closed is None else from_micros(closed, zone),
        thread_id=thread_id,
        reminders=tuple(from_micros(reminder, zone) for reminder in json.loads(reminders)),
        sources=tuple(json.loads(sources)),
        stated=bool(stated),
    )


def task_values(task: Task) -> tuple[Any, ...]:
    """The values of a task in the order of `tasks_put`."""
    reminders = [to_micros(reminder) for reminder in task.reminders]
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
        _text(reminders),
        # What is closed reminds of nothing.
        min(reminders, default=None) if task.status is TaskStatus.OPEN else None,
        _text(task.sources),
        int(task.stated),
    )


def usage_of(row: Row) -> Usage:
    """How often recalled, used, useful, not useful; last used."""
    recalled, used, useful, not_useful, last_used = row
    return Usage(recalled, used, useful, not_useful, from_micros(last_used))


def attribute_of(row: Row) -> Attribute:
    """Attribute name, value, valid_from, valid_until, zone, source, sources, confidence."""
    name, value, valid_from, valid_until, zone, source, sources, confidence = row
    return Attribute(name, value, from_micros(valid_from, zone), _until(valid_until, zone), source, tuple(json.loads(sources)), confidence)


def attribute_values(attribute: Attribute) -> tuple[Any, ...]:
    """The values of an attribute in the order of `attributes_put`."""
    return (
        attribute.name,
        attribute.value,
        to_micros(attribute.valid_from),
        moment_or_forever(attribute.valid_until),
        zone_name(attribute.valid_from),
        attribute.source,
        _text(attribute.sources),
        attribute.confidence,
    )
