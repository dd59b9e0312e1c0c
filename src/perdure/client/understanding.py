"""What a batch of turns states and commits to, settled against what is known, in one transaction with the mark that counts it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final

import numpy as np
from numpy.typing import NDArray

from perdure.client.indexing import entry_of_memory
from perdure.client.services import Services
from perdure.memories.reading import statements_of
from perdure.memories.settling import Action, Decision, Ending, settle
from perdure.model.ids import MEMORY, TASK
from perdure.model.memory import Memory
from perdure.model.scope import Scope
from perdure.model.statement import Statement
from perdure.model.task import Change, Commitment, Task, TaskChange, TaskStatus
from perdure.model.times import FOREVER, to_micros
from perdure.model.turn import Role, Turn
from perdure.ports.engine import Reader, Writer
from perdure.tasks.changes import changes_of
from perdure.tasks.matching import known_commitment
from perdure.tasks.priority import learnt_priority
from perdure.tasks.reading import commitments_of

__all__ = [
    "BATCH",
    "STEP",
    "Reading",
    "Settled",
    "end_memory",
    "endings_of",
    "memory_of",
    "read_turns",
    "settle_statements",
    "understand",
    "vectors_of",
]

STEP: Final = "turns"
BATCH: Final = 200
_BEFORE: Final = 3
"""Turns just before one that may say what "it" is."""
_EARLIER: Final = 50
"""Seqs before a batch among which those turns are looked for."""
_SURE: Final = 0.5
"""A statement or commitment that is less sure is not kept."""
_OLD: Final = timedelta(days=30)
_KNOWN: Final = 500
"""Memories of one subject and attribute that a statement is compared with; of so many, the latest."""
_TASKS: Final = 200
_OPPOSITE: Final = {"likes": "dislikes", "dislikes": "likes"}
Vector = NDArray[np.float32] | None


@dataclass(frozen=True, slots=True)
class Reading:
    """What one turn states and commits to, before anything is settled."""

    seq: int
    turn: Turn
    before: tuple[Turn, ...] = ()
    statements: tuple[Statement, ...] = ()
    commitments: tuple[Commitment, ...] = ()


@dataclass(slots=True)
class Settled:
    """Counts of what came of it, by action."""

    turns: int = 0
    counts: Counter[str] = field(default_factory=Counter[str])


def read_turns(turns: Sequence[tuple[int, Turn]], *, peers: bool, earlier: Sequence[Turn] = ()) -> list[Reading]:
    """Read turns by rules alone.

    `peers` is whether several people speak in the role of the user; `earlier` are turns read before, in their order, for what is answered
    or taken up.
    """
    said: dict[str, list[Turn]] = {}
    for turn in earlier:
        said.setdefault(turn.session_id, []).append(turn)
    found: list[Reading] = []
    for seq, turn in turns:
        before = said.setdefault(turn.session_id, [])
        if turn.role is Role.USER:
            statements = tuple(one for one in statements_of(turn, peers=peers, before=before[-_BEFORE:]) if one.confidence >= _SURE)
            commitments = tuple(one for one in commitments_of(turn, before[-_BEFORE:]) if one.confidence >= _SURE)
            found.append(Reading(seq, turn, tuple(before[-_BEFORE:]), statements, commitments))
        before.append(turn)
    return found


def understand(services: Services, scope: Scope, most: int = BATCH) -> Settled | None:
    """Take the next turns after the mark, at most so many; None if there is nothing left to do.

    Another worker may do the same at once: whoever comes second finds the mark moved and writes nothing.
    """

    def look(reader: Reader) -> tuple[int, list[Turn], list[tuple[int, Turn]], bool]:
        mark = reader.reflection.mark(STEP)
        after = 0 if mark is None else mark.done_seq
        people = {speaker.name for speaker in reader.index.speakers() if speaker.name and speaker.role is Role.USER}
        # Where a batch begins must make no difference to what is read.
        earlier = [turn for seq, turn in reader.turns.scan(max(after - _EARLIER, 0), _EARLIER) if seq <= after]
        return after, earlier, reader.turns.scan(after, most), len(people) > 1

    after, earlier, turns, peers = services.engine.read(scope, look)
    if not turns:
        return None
    readings = read_turns(turns, peers=peers, earlier=earlier)
    vectors = vectors_of(services, [one for reading in readings for one in reading.statements])
    now = services.clock.now()

    def work(writer: Writer) -> Settled:
        settled = Settled()
        mark = writer.reflection.mark(STEP)
        if (0 if mark is None else mark.done_seq) != after:
            return settled
        settle_statements(services, writer, [one for reading in readings for one in reading.statements], vectors, settled, readings)
        _settle_tasks(services, writer, readings, settled)
        writer.reflection.set_mark(STEP, turns[-1][0], now)
        settled.turns = len(turns)
        return settled

    return services.engine.write(scope, work)


def vectors_of(services: Services, statements: Sequence[Statement]) -> dict[str, Vector]:
    """A vector for each distinct text of the statements."""
    texts = list(dict.fromkeys(one.text for one in statements))
    return dict(zip(texts, services.vectors_to_store(texts), strict=True)) if texts else {}


class _Known:
    """What is known, read once for each subject and attribute and kept up to date while a batch is settled."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._lists: dict[tuple[str, str | None], list[Memory]] = {}

    def about(self, statement: Statement) -> list[Memory]:
        """Memories that a statement may concern."""
        attributes = [statement.attribute, _OPPOSITE.get(statement.attribute or "")]
        found = self._listed(statement.subject, statement.attribute)
        return found + self._listed(statement.subject, attributes[1]) if attributes[1] else found

    def _listed(self, subject: str, attribute: str | None) -> list[Memory]:
        key = subject, attribute
        if key not in self._lists:
            listed = self._writer.memories.list([], _KNOWN, subject=subject, attribute=attribute, include_ended=attribute is not None)
            self._lists[key] = listed
        return self._lists[key]

    def put(self, memory: Memory) -> None:
        """Note a new or changed memory."""
        for (subject, attribute), listed in self._lists.items():
            if subject == memory.subject and attribute in {None, memory.attribute}:
                listed[:] = [memory, *(one for one in listed if one.id != memory.id)]


def settle_statements(
    services: Services,
    writer: Writer,
    statements: Sequence[Statement],
    vectors: Mapping[str, Vector],
    settled: Settled,
    readings: Sequence[Reading],
) -> None:
    """Settle statements in their order, and write what comes of them."""
    threads = {reading.turn.id: reading for reading in readings}
    known = _Known(writer)
    for statement in statements:
        decision = settle(statement, known.about(statement))
        settled.counts[decision.action.value] += 1
        reading = threads[statement.source]
        _carry_out(services, writer, known, statement, decision, vectors.get(statement.text), reading)


def endings_of(writer: Writer, statement: Statement) -> list[tuple[Ending, str]]:
    """Which memories a statement ends, each with the reason."""
    decision = settle(statement, _Known(writer).about(statement))
    return [(ending, decision.because) for ending in decision.endings]


def _carry_out(
    services: Services, writer: Writer, known: _Known, statement: Statement, decision: Decision, vector: Vector, reading: Reading
) -> None:
    if decision.action is Action.CONFIRM and decision.confirms is not None:
        writer.sources.add(decision.confirms, [statement.source], confidence=statement.confidence)
    new = None
    if decision.action in (Action.ADD, Action.REPLACE):
        new = memory_of(statement, services.ids.new(MEMORY), reading.turn.thread_id, decision.ends_at or statement.valid_until)
        writer.index.add(writer.memories.add(new), entry_of_memory(new, vector, credit=reading.seq))
        now = services.clock.now()
        if now - new.said_at > _OLD:
            # What an import brings is as fresh as the import: retention counts from when a memory was last touched.
            writer.usage.add(new.id, at=now)
        known.put(new)
    for ending in decision.endings:
        end_memory(writer, ending.id, ending.valid_until, statement.said_at, decision.because, None if new is None else new.id)
        ended = writer.memories.history(ending.id)
        known.put(ended[-1])


def memory_of(statement: Statement, memory_id: str, thread_id: str | None, valid_until: datetime | None) -> Memory:
    """A statement as a memory."""
    return Memory(
        id=memory_id,
        kind=statement.kind,
        text=statement.text,
        said_at=statement.said_at,
        valid_from=statement.valid_from,
        valid_until=valid_until,
        sources=(statement.source,),
        thread_id=thread_id,
        subject=statement.subject,
        attribute=statement.attribute,
        value=statement.value,
        confidence=statement.confidence,
        reason=statement.reason.value,
    )


def end_memory(writer: Writer, memory_id: str, at: datetime, known_at: datetime, because: str, superseded_by: str | None) -> None:
    """End a memory and tell the index."""
    seq = writer.memories.end(memory_id, at, known_at=known_at, because=because, superseded_by=superseded_by)
    writer.index.end_validity(seq, min(to_micros(known_at), FOREVER - 1))


def _settle_tasks(services: Services, writer: Writer, readings: Sequence[Reading], settled: Settled) -> None:
    tasks = writer.tasks.list(TaskStatus.OPEN, _TASKS)
    closed = [*writer.tasks.list(TaskStatus.DONE, _TASKS), *writer.tasks.list(TaskStatus.CANCELLED, _TASKS)]
    board = {task.id: task for task in [*tasks, *closed]}
    for reading in readings:
        if board:
            for change in changes_of(reading.turn, list(board.values()), reading.before):
                _put(writer, board, _changed(board[change.task_id], change, reading.turn))
                settled.counts[f"task {change.change.value}"] += 1
        for commitment in reading.commitments:
            _commit(services, writer, board, commitment, reading.turn)
            settled.counts["task"] += 1


def _put(writer: Writer, board: dict[str, Task], task: Task) -> None:
    writer.tasks.put(task)
    board[task.id] = task


def _commit(services: Services, writer: Writer, board: dict[str, Task], said: Commitment, turn: Turn) -> None:
    known = known_commitment(said, [task for task in board.values() if task.status is TaskStatus.OPEN])
    if known is not None:
        changed = replace(known, sources=(*known.sources, said.source))
        if said.due is not None and said.due != known.due:
            changed = replace(changed, due=said.due, reminders=said.reminders)
        if said.stated:
            changed = replace(changed, priority=said.priority, stated=True)
        _put(writer, board, changed)
        return
    priority = said.priority
    if not said.stated:
        closed = [task for task in board.values() if task.status is not TaskStatus.OPEN]
        priority = learnt_priority(said.title, said.due, closed, said.said_at)
    _put(
        writer,
        board,
        Task(
            id=services.ids.new(TASK),
            title=said.title,
            status=TaskStatus.OPEN,
            priority=priority,
            created=said.said_at,
            due=said.due,
            thread_id=turn.thread_id,
            reminders=said.reminders,
            sources=(said.source,),
            stated=said.stated,
        ),
    )


_ENDS: Final[Mapping[Change, TaskStatus]] = {Change.DONE: TaskStatus.DONE, Change.CANCELLED: TaskStatus.CANCELLED}


def _changed(task: Task, change: TaskChange, turn: Turn) -> Task:
    sources = (*task.sources, change.source)
    if change.change in _ENDS:
        return replace(task, status=_ENDS[change.change], closed=turn.said_at, reminders=(), sources=sources)
    if change.change is Change.REOPENED:
        return replace(task, status=TaskStatus.OPEN, closed=None, sources=sources)
    moved = task.reminders
    if change.due is not None and task.due is not None:
        moved = tuple(moment + (change.due - task.due) for moment in task.reminders)
    return replace(task, due=change.due, reminders=moved, sources=sources)
