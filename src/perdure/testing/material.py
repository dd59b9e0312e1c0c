"""What the conformance kit writes into engines, and how it looks at all that an engine shows of a user."""

from collections.abc import Callable, Sequence
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from perdure.client.indexing import entry_of_memory, entry_of_turn
from perdure.model.memory import Kind, Memory
from perdure.model.profile import Attribute
from perdure.model.scope import Scope
from perdure.model.task import Priority, Task, TaskStatus
from perdure.model.thread import Thread
from perdure.model.turn import NewTurn, Role, Turn
from perdure.ports.embedder import EmbedderSpec
from perdure.ports.engine import Engine, Reader, Writer
from perdure.ports.index import Columns

__all__ = [
    "ALICE",
    "BOB",
    "NOON",
    "SPEC",
    "add_memory",
    "add_turn",
    "column_lists",
    "fill",
    "memory",
    "store_turns",
    "unit_vectors",
    "views",
]

SPEC: Final = EmbedderSpec("test", 8, 0.3)
"""The embedder that `make_engine` has to open its engine with."""
ALICE: Final = Scope("acme", "alice")
BOB: Final = Scope("acme", "bob")
NOON: Final = datetime(2026, 3, 1, 12, tzinfo=UTC)

_EVERYTHING: Final = 10_000


def unit_vectors(count: int, seed: int = 1, dimension: int = SPEC.dimension) -> NDArray[np.float32]:
    """Random directions, the same ones for the same seed."""
    drawn = np.random.default_rng(seed).normal(size=(count, dimension)).astype(np.float32)
    return drawn / np.linalg.norm(drawn, axis=1, keepdims=True)


def add_turn(
    writer: Writer,
    turn_id: str,
    text: str,
    *,
    session: str = "s1",
    thread: str = "t1",
    at: datetime = NOON,
    vector: NDArray[np.float32] | None = None,
    key: str | None = None,
    speaker: str | None = None,
) -> Turn | None:
    """Store and index one turn; its thread and session are opened if they are new. None if its key was known."""
    writer.threads.open(thread, "", at)
    writer.sessions.open(session, thread, at)
    stored = writer.turns.add(turn_id, NewTurn(session, Role.USER, text, at, speaker, key=key))
    if stored is None:
        return None
    seq, turn = stored
    writer.index.add(seq, entry_of_turn(turn, writer.sessions.number(session), vector))
    return turn


def store_turns(engine: Engine, scope: Scope, texts: Sequence[str], vectors: NDArray[np.float32] | None = None, **place: Any) -> None:
    """Store turns `u0`, `u1`... in one transaction."""

    def work(writer: Writer) -> None:
        for number, text in enumerate(texts):
            add_turn(writer, f"u{number}", text, vector=None if vectors is None else vectors[number], **place)

    engine.write(scope, work)


def memory(text: str, memory_id: str = "m1", *, at: datetime = NOON, version: int = 1, **more: Any) -> Memory:
    """One version of a memory, a fact unless told otherwise."""
    return Memory(id=memory_id, kind=more.pop("kind", Kind.FACT), text=text, said_at=at, valid_from=at, version=version, **more)


def add_memory(writer: Writer, new: Memory, vector: NDArray[np.float32] | None = None) -> int:
    """Store and index one version of a memory; its seq."""
    seq = writer.memories.add(new)
    writer.index.add(seq, entry_of_memory(new, vector))
    return seq


def fill(engine: Engine, scope: Scope, word: str) -> None:
    """Put something of each sort into a user's memory. The ids are the same for every user, what they hold is marked by `word`."""

    def work(writer: Writer) -> None:
        writer.threads.open("t1", f"{word} title", NOON)
        writer.threads.open(f"{word} t0", "", NOON)
        writer.threads.merge(f"{word} t0", "t1")
        writer.threads.put_topic("t1", unit_vectors(1, len(word))[0], {word: 1.0})
        add_turn(writer, "u0", f"{word} hello", vector=unit_vectors(1, len(word))[0], speaker=word)
        seq = add_memory(writer, memory(f"{word} memory", source=word, subject=word, attribute="name", value=word, reason=word))
        writer.tasks.put(Task("k1", f"{word} task", TaskStatus.OPEN, Priority.NORMAL, NOON, thread_id="t1", reminders=(NOON,)))
        writer.profile.put(Attribute("name", word, NOON, sources=(word,)))
        writer.reflection.set_mark("step", seq, NOON, word)
        writer.pending.put(word, seq, NOON)
        writer.usage.add("m1", at=NOON, used=len(word))

    engine.write(scope, work)


def column_lists(columns: Columns) -> dict[str, Any]:
    """Columns as plain lists, which compare by value."""
    return {
        field.name: value.tolist() if isinstance(value := getattr(columns, field.name), np.ndarray) else value for field in fields(columns)
    }


def _postings(reader: Reader) -> list[tuple[list[int], list[float]]]:
    words = ["hello", "memory", "alice", "bob", "carol"]
    return [(posting.rows.tolist(), posting.counts.tolist()) for posting in reader.index.postings(words)]


def _running(reader: Reader) -> list[tuple[Thread, list[float] | None, dict[str, float]]]:
    topics = reader.threads.running(NOON, _EVERYTHING)
    return [(topic.thread, None if topic.vector is None else topic.vector.tolist(), dict(topic.keywords)) for topic in topics]


def _centre(reader: Reader) -> list[float]:
    rows = np.arange(len(reader.index.columns().seq))
    return reader.index.centre(rows).tolist() if len(rows) else []


def views() -> dict[str, Callable[[Reader], Any]]:
    """Every method by which a reader shows something of what `fill` wrote, by group and name."""
    seqs = range(1, 50)
    return {
        "turns.get": lambda reader: reader.turns.get(["u0"]),
        "turns.at": lambda reader: reader.turns.at(seqs),
        "turns.of_session": lambda reader: reader.turns.of_session("s1"),
        "turns.of_thread": lambda reader: reader.turns.of_thread("t1"),
        "turns.scan": lambda reader: reader.turns.scan(0, _EVERYTHING),
        "sessions.get": lambda reader: reader.sessions.get("s1"),
        "sessions.recent": lambda reader: reader.sessions.recent(_EVERYTHING),
        "sessions.last_turn": lambda reader: reader.sessions.last_turn(),
        "sessions.numbers": lambda reader: reader.sessions.numbers("t1"),
        "threads.get": lambda reader: reader.threads.get("t1"),
        "threads.recent": lambda reader: reader.threads.recent(_EVERYTHING),
        "threads.running": _running,
        "threads.aliases": lambda reader: reader.threads.aliases(),
        "memories.get": lambda reader: reader.memories.get("m1"),
        "memories.at": lambda reader: reader.memories.at(seqs),
        "memories.history": lambda reader: reader.memories.history("m1"),
        "memories.scan": lambda reader: reader.memories.scan(0, _EVERYTHING),
        "memories.list": lambda reader: reader.memories.list([], _EVERYTHING),
        "tasks.get": lambda reader: reader.tasks.get("k1"),
        "tasks.list": lambda reader: reader.tasks.list(None, _EVERYTHING),
        "tasks.due_reminders": lambda reader: reader.tasks.due_reminders(NOON, _EVERYTHING),
        "profile.current": lambda reader: reader.profile.current(),
        "profile.history": lambda reader: reader.profile.history("name"),
        "reflection.mark": lambda reader: reader.reflection.mark("step"),
        "pending.waiting": lambda reader: reader.pending.waiting(),
        "usage.get": lambda reader: reader.usage.get(["u0", "m1"]),
        "usage.scan": lambda reader: reader.usage.scan("", _EVERYTHING),
        "usage.rated": lambda reader: reader.usage.rated(),
        "index.columns": lambda reader: column_lists(reader.index.columns()),
        "index.postings": _postings,
        "index.similarities": lambda reader: reader.index.similarities(unit_vectors(1)[0]).tolist(),
        "index.centre": _centre,
        "index.speakers": lambda reader: reader.index.speakers(),
        "figures": lambda reader: reader.figures(),
    }
