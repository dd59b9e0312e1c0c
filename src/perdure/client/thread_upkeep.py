"""Which thread a session belongs to, and what a thread holds: kept up to date from its turns."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import groupby
from typing import Final

import numpy as np
from numpy.typing import NDArray

from perdure.client.services import Services
from perdure.model.scope import Scope
from perdure.model.session import SessionRecord
from perdure.model.thread import Thread
from perdure.model.turn import Turn
from perdure.ports.engine import Reader, ThreadTopic, Writer
from perdure.threads.matching import Candidate, match_message, match_session
from perdure.threads.summary import LOOKED_AT, extend_summary
from perdure.threads.topics import joined, keywords_of, moved

__all__ = ["STEP", "follow_sessions", "thread_for"]

STEP: Final = "threads"
_BATCH: Final = 500
_COMPARED: Final = 20
"""Threads that a session is compared with: those it may go on with, and older ones that it may resemble more."""
_EVER: Final = datetime(1, 1, 2, tzinfo=UTC)
Vector = NDArray[np.float32]


def thread_for(services: Services, scope: Scope, message: str, vector: Vector | None, at: datetime) -> str | None:
    """The running thread that a session goes on with whose first message this is; None to open one."""
    candidates = services.engine.read(scope, lambda reader: _candidates(reader, at))
    return match_message(message, vector, candidates, at, services.reflection.threads).thread_id if candidates else None


def _candidates(reader: Reader | Writer, at: datetime) -> list[Candidate]:
    """Open threads that had begun by then, the latest first."""
    return [_candidate(topic) for topic in reader.threads.running(_EVER, _COMPARED, begun_by=at)]


def _others(writer: Writer, thread: Thread, at: datetime) -> list[Candidate]:
    """Threads that another one may join. One that the application named takes in only what a user's own words lead to it."""
    topics = writer.threads.running(_EVER, _COMPARED, begun_by=at)
    return [_candidate(topic) for topic in topics if topic.thread.id != thread.id and not topic.thread.explicit]


def _candidate(topic: ThreadTopic) -> Candidate:
    thread = topic.thread
    return Candidate(thread.id, thread.title, topic.keywords, topic.vector, thread.last_active, thread.turns)


@dataclass(frozen=True, slots=True)
class _Told:
    """New turns of one session, with their seqs."""

    record: SessionRecord
    turns: tuple[Turn, ...]
    last_seq: int


def follow_sessions(services: Services, scope: Scope) -> Counter[str] | None:
    """Bring the threads of the next sessions that have ended up to date; None if there is nothing left to do.

    A session whose thread was opened for it alone joins the running thread that all of its turns belong to.
    """
    now = services.clock.now()

    def work(writer: Writer) -> Counter[str] | None:
        mark = writer.reflection.mark(STEP)
        told, done = _ended_sessions(services, writer, 0 if mark is None else mark.done_seq, now)
        if not told:
            return None
        counts = Counter[str](sessions=len(told))
        for one in told:
            counts["joined"] += _follow(services, writer, one)
        writer.reflection.set_mark(STEP, done, now)
        return counts

    return services.engine.write(scope, work)


def _ended_sessions(services: Services, writer: Writer, after: int, now: datetime) -> tuple[list[_Told], int]:
    """Sessions with new turns, up to the first that still goes on, and the seq up to which they reach."""
    turns = writer.turns.scan(after, _BATCH)
    records: dict[str, SessionRecord | None] = {}
    taken: list[tuple[int, Turn]] = []
    for seq, turn in turns:
        if turn.session_id not in records:
            records[turn.session_id] = writer.sessions.get(turn.session_id)
        record = records[turn.session_id]
        if record is None or (record.ended is None and now - record.last_active < services.reflection.rest):
            break
        taken.append((seq, turn))
    if len(taken) == _BATCH:
        # The last session may go on beyond the batch; unless it is all there is, it waits for the next one.
        last = taken[-1][1].session_id
        whole = [item for item in taken if item[1].session_id != last]
        taken = [item for item in taken if item[0] <= whole[-1][0]] if whole else taken
    by_session = sorted(taken, key=lambda item: (item[1].session_id, item[0]))
    told: list[_Told] = []
    for session_id, group in groupby(by_session, key=lambda item: item[1].session_id):
        listed = list(group)
        record = records[session_id]
        assert record is not None
        told.append(_Told(record, tuple(turn for _, turn in listed), listed[-1][0]))
    told.sort(key=lambda one: one.turns[0].said_at)
    return told, taken[-1][0] if taken else after


def _follow(services: Services, writer: Writer, told: _Told) -> bool:
    """Settle the thread of one session; whether it joined a running one."""
    thread_id = told.record.thread_id
    thread = writer.threads.get(thread_id)
    assert thread is not None
    words = keywords_of([turn.text for turn in told.turns])
    centre = _centre(writer, told)
    into = None
    if not thread.explicit and thread.turns == told.record.turns:
        candidates = _others(writer, thread, told.record.started)
        texts = [turn.text for turn in told.turns]
        into = match_session(texts, centre, candidates, told.record.started, services.reflection.threads).thread_id
    if into is not None:
        thread = _joined(writer, thread, into)
    alike = writer.threads.running(thread.last_active, _COMPARED, begun_by=thread.started)
    topic = next((one for one in alike if one.thread.id == thread.id), None)
    if topic is None or not topic.keywords:
        writer.threads.put_topic(thread.id, centre, words)
    else:
        sessions = max(len(writer.sessions.numbers(thread.id)) - 1, 1)
        vector = moved(topic.vector, sessions, centre) if topic.vector is not None and centre is not None else centre
        writer.threads.put_topic(thread.id, vector, joined(topic.keywords, words))
    writer.threads.put(_extended(writer, thread))
    return into is not None


def _joined(writer: Writer, thread: Thread, into: str) -> Thread:
    """The running thread with the turns of a new one. What was summed up of it stays so: nothing is read again for every session."""
    running = writer.threads.get(into)
    assert running is not None
    return replace(writer.threads.merge(thread.id, into), summarised=running.summarised)


def _extended(writer: Writer, thread: Thread) -> Thread:
    """The thread with a summary, decisions and action items that cover all of its turns."""
    new = thread.turns - thread.summarised
    turns = writer.turns.of_thread(thread.id, new + LOOKED_AT)
    return extend_summary(thread, turns[-new:], turns[:-new]) if new else thread


def _centre(writer: Writer, told: _Told) -> Vector | None:
    """The mean direction of what was said in a session."""
    columns = writer.index.columns()
    rows = np.flatnonzero(columns.session == writer.sessions.number(told.record.id))
    centre = writer.index.centre(rows)
    return centre if centre.any() else None
