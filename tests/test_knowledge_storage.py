"""What is understood, in storage: former stores, workers that race or are killed, and what handles make of it."""

import json
import random
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from perdure import Kind, Memory, Priority, TaskStatus, UserMemory
from perdure.model.profile import Attribute
from perdure.model.task import Task
from perdure.model.thread import Noted
from perdure.model.times import FOREVER, to_micros
from perdure.ports.clock import ManualClock
from perdure.ports.embedder import EmbedderSpec
from perdure.ports.engine import Engine, Writer
from perdure.ports.reflection import Mark
from perdure.storage.sqlite.connection import connect, rows
from perdure.storage.sqlite.engine import SQLiteEngine
from perdure.storage.sqlite.migrate import migrate
from perdure.storage.sqlite.sql import migrations
from perdure.testing.material import ALICE, NOON, SPEC, add_turn, column_lists, memory, unit_vectors
from perdure.text.words import ANALYZER
from reflection_child import open_engine

CHILD = Path(__file__).with_name("reflection_child.py")
TODAY = datetime(2026, 5, 15, 12, tzinfo=UTC)  # where the clock of the fixtures stands
DAY = timedelta(days=1)
LIVES = 12
LARGE = 2050  # so many entries that the next one fills another index block

T0 = to_micros(NOON)
T1 = to_micros(NOON + DAY)
_FORMER_ROWS = [
    ("state", (1, "acme", "alice", 4, 0, 0, ANALYZER, SPEC.name, SPEC.dimension, SPEC.weight)),
    ("threads", (1, "kyoto", "Kyoto", "A trip.", "open", T0, T0, "UTC", 1, 1)),
    ("threads", (2, "thr_0190", "", "", "open", T0, T0, "UTC", 0, 0)),
    ("sessions", (1, "s1", 1, T0, T0, None, "UTC", 1)),
    ("turns", (1, "u0", 1, 0, "user", None, "I live in Basel now", T0, "UTC", None, None)),
    ("memories", (2, "m1", 1, "fact", "I live in Bern", T0, "UTC", T0, T1, "user", "[]", 1, 0, None)),
    ("memories", (3, "m1", 2, "fact", "I live in Basel", T1, "UTC", T1, FOREVER, "user", '["u0"]', None, 1, '{"a":1}')),
    ("tasks", ("k1", "book", "open", 3, T0, T1, None, "UTC", 1)),
    ("attributes", (1, "city", "Bern", T0, T1, "UTC", "user")),
    ("attributes", (2, "city", "Basel", T1, FOREVER, "UTC", "form")),
    ("entries", (1, 0, 1, T0, T0, FOREVER, 3, 5, 0, 0, 0, None, 0, 0)),
    ("entries", (2, 2, 0, T0, T0, T1, 2, 4, 0, 0, 0, None, 0, 0)),
    ("entries", (3, 2, 0, T1, T1, FOREVER, 2, 4, 0, 0, 0, None, 0, 0)),
]
"""A user as the versions before wrote them, whose schema had two migrations."""


def former_store(folder: Path) -> None:
    """A store in which Alice's file is one of the second schema."""
    with closing(SQLiteEngine(folder, SPEC, encryption=False)) as engine:
        engine.write(ALICE, lambda writer: add_turn(writer, "u0", "text"))
    (path,) = (folder / "users").rglob("*.db")
    path.unlink()
    connection = connect(path, None, create=True)
    migrate(connection, migrations()[:2])
    rows(connection, "begin")
    for table, values in _FORMER_ROWS:
        rows(connection, f"insert into {table} values ({', '.join('?' * len(values))})", *values)
    for seq, words in ((1, "live basel now"), (2, "live bern"), (3, "live basel")):
        rows(connection, "insert into words (rowid, body) values (?, ?)", seq, words)
    rows(connection, "commit")
    connection.close()


def test_a_store_of_the_former_schema_is_taken_over_whole(tmp_path: Path) -> None:
    former_store(tmp_path / "store")

    with closing(SQLiteEngine(tmp_path / "store", SPEC, encryption=False)) as engine:
        history = engine.read(ALICE, lambda reader: reader.memories.history("m1"))
        listed = engine.read(ALICE, lambda reader: reader.memories.list([], 9))
        task = engine.read(ALICE, lambda reader: reader.tasks.get("k1"))
        attributes = engine.read(ALICE, lambda reader: reader.profile.history())
        threads = engine.read(ALICE, lambda reader: reader.threads.recent(9, empty=True))
        figures, problems = engine.read(ALICE, lambda reader: reader.figures()), engine.inspect(ALICE).problems

    bern = Memory("m1", Kind.FACT, "I live in Bern", NOON, NOON, NOON + DAY, thread_id="kyoto", ended_at=NOON + DAY)
    basel = Memory("m1", Kind.FACT, "I live in Basel", NOON + DAY, NOON + DAY, version=2, sources=("u0",), pinned=True, metadata={"a": 1})
    assert history == [bern, basel]
    assert listed == [basel]
    assert task == Task("k1", "book", TaskStatus.OPEN, Priority.HIGH, NOON, NOON + DAY, thread_id="kyoto")
    assert attributes == [Attribute("city", "Bern", NOON, NOON + DAY), Attribute("city", "Basel", NOON + DAY, source="form")]
    assert {(thread.id, thread.explicit) for thread in threads} == {("kyoto", True), ("thr_0190", False)}
    assert (figures.memories, figures.turns, figures.entries) == (1, 1, 3)
    assert problems == ()


def test_a_store_of_the_former_schema_learns_what_is_new(tmp_path: Path) -> None:
    former_store(tmp_path / "store")

    def work(writer: Writer) -> None:
        writer.index.end_validity(writer.memories.end("m1", NOON + 2 * DAY, because="moved"), to_micros(NOON + 2 * DAY))
        writer.index.end_validity(writer.memories.revive("m1"), FOREVER)
        writer.threads.merge("thr_0190", "kyoto")
        writer.usage.add("m1", at=NOON, used=1)
        writer.reflection.set_mark("extract", 3, NOON)
        writer.tasks.put(replace(book, reminders=(NOON,)))

    with closing(SQLiteEngine(tmp_path / "store", SPEC, encryption=False)) as engine:
        book = engine.read(ALICE, lambda reader: reader.tasks.get("k1"))
        assert book is not None
        engine.write(ALICE, work)
        current = engine.read(ALICE, lambda reader: reader.memories.get("m1"))
        rated = engine.read(ALICE, lambda reader: reader.usage.rated())
        due = engine.read(ALICE, lambda reader: reader.tasks.due_reminders(NOON, 9))
        validity = engine.read(ALICE, lambda reader: column_lists(reader.index.columns())["valid_until"])
        problems = engine.inspect(ALICE).problems
    assert current is not None
    assert (current.text, current.valid_until) == ("I live in Basel", None)
    assert set(rated) == {2, 3}
    assert [task.id for task in due] == ["k1"]
    assert validity == [FOREVER, T1, FOREVER]
    assert problems == ()


def test_a_large_store_of_a_former_schema_is_loaded_whole_and_packed_anew(tmp_path: Path) -> None:
    """Blocks of index entries were laid out otherwise then."""
    former_store(tmp_path / "store")
    (path,) = (tmp_path / "store" / "users").rglob("*.db")
    connection = connect(path, None)
    rows(connection, "begin")
    for seq in range(4, LARGE + 1):
        rows(connection, "insert into turns values (?, ?, 1, ?, 'user', null, 'text', ?, 'UTC', null, null)", seq, f"u{seq}", seq, T0)
        rows(connection, "insert into entries values (?, 0, 1, ?, ?, ?, 1, 1, 0, 0, 0, null, 0, 0)", seq, T0, T0, FOREVER)
        rows(connection, "insert into words (rowid, body) values (?, 'text')", seq)
    rows(connection, "insert into blocks values (1, 1, 1024, x'00', x'00')")
    rows(connection, "update sessions set turns = ?", LARGE)
    rows(connection, "update state set next_seq = ?, packed_to = 1024", LARGE + 1)
    rows(connection, "commit")
    connection.close()

    for known in (LARGE, LARGE + 1):
        with closing(SQLiteEngine(tmp_path / "store", SPEC, encryption=False)) as engine:
            columns = engine.read(ALICE, lambda reader: column_lists(reader.index.columns()))
            assert columns["seq"] == list(range(1, known + 1))
            assert set(columns["credit"]) == {0}
            engine.write(ALICE, lambda writer, known=known: add_turn(writer, f"new{known}", "text", session="s9", thread="t9"))


def start(*arguments: object) -> "subprocess.Popen[str]":
    command = [sys.executable, str(CHILD), *map(str, arguments)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def test_of_two_processes_one_gets_each_lease(tmp_path: Path) -> None:
    with closing(open_engine(tmp_path)) as engine:
        engine.write(ALICE, lambda writer: add_turn(writer, "u0", "text"))
    workers = [start("want_leases", tmp_path, holder) for holder in ("ann", "ben")]
    for worker in workers:
        assert answer_of(worker) == "ready"

    for number in range(60):
        for worker in workers:
            assert worker.stdin is not None
            worker.stdin.write(f"lease {number}\n")
            worker.stdin.flush()
        assert sorted(map(answer_of, workers)) == ["got", "refused"]

    for worker in workers:
        worker.communicate(timeout=60)
    assert [worker.returncode for worker in workers] == [0, 0]


def answer_of(worker: "subprocess.Popen[str]") -> str:
    assert worker.stdout is not None
    return worker.stdout.readline().strip()


def test_a_killed_worker_leaves_results_and_mark_that_agree(tmp_path: Path) -> None:
    reached: list[int] = []
    for life in range(LIVES):
        with start("reflect_until_killed", tmp_path) as child:
            assert child.stdout is not None
            assert child.stdout.readline() == "ready\n"
            time.sleep(random.Random(life).uniform(0.02, 0.1))  # no secret
            child.kill()

        with closing(open_engine(tmp_path)) as engine:
            mark = engine.read(ALICE, lambda reader: reader.reflection.mark("extract")) or Mark(0, NOON)
            results = engine.read(ALICE, lambda reader: [found.id for _, found in reader.memories.scan(0, 99_999)])
        assert results == [f"m{seq}" for seq in range(1, mark.done_seq + 1)]
        reached.append(mark.done_seq)
    assert reached == sorted(reached)
    assert reached[-1] > LIVES


def engine_of(user: UserMemory) -> tuple[Engine, Any]:
    return user._services.engine, user._scope


def texts(user: UserMemory, **filters: Any) -> list[str]:
    return [hit.text for hit in user.recall("Where do I live?", **filters)]


def test_as_of_answers_with_what_was_known_then(alice: UserMemory) -> None:
    home = alice.remember("I live in Bern", at=TODAY - 10 * DAY)
    engine, scope = engine_of(alice)

    def end(writer: Writer) -> None:
        """On the day before today it is learnt that Bern was left five days ago."""
        seq = writer.memories.end(home.id, TODAY - 5 * DAY, known_at=TODAY - DAY)
        writer.index.end_validity(seq, to_micros(TODAY - DAY))

    engine.write(scope, end)

    for _ in range(2):
        assert texts(alice, as_of=TODAY - 11 * DAY) == []
        assert texts(alice, as_of=TODAY - 3 * DAY) == ["I live in Bern"]
        assert texts(alice, as_of=TODAY) == texts(alice) == []
        (hit,) = alice.recall("Where do I live?", replaced=True)
        assert hit.valid_until == TODAY - 5 * DAY
        alice.rebuild()


def test_what_is_true_for_a_time_is_known_before_and_after(alice: UserMemory) -> None:
    engine, scope = engine_of(alice)
    stay = replace(alice.remember("I stay in Paris", at=TODAY - DAY), version=2, valid_from=TODAY + DAY, valid_until=TODAY + 3 * DAY)

    def restate(writer: Writer) -> None:
        """The same with a beginning and an end that lie ahead."""
        writer.memories.end(stay.id, TODAY - DAY)
        writer.memories.add(stay)

    engine.write(scope, restate)
    alice.rebuild()

    assert [hit.valid_until for hit in alice.recall("Where do I stay?", as_of=TODAY)] == [TODAY + 3 * DAY]
    assert alice.get(stay.id) == stay
    assert alice.list() == [stay]


def test_a_corrected_text_takes_nothing_along_that_was_read_out_of_the_former(alice: UserMemory, clock: ManualClock) -> None:
    engine, scope = engine_of(alice)
    known = memory("I live in Bern until May", at=TODAY, valid_until=TODAY + 9 * DAY, subject="user", attribute="home", value="Bern")
    engine.write(scope, lambda writer: writer.memories.add(replace(known, confidence=0.6, reason="identity")))
    alice.rebuild()
    clock.advance(DAY)

    tagged = alice.update("m1", metadata={"a": 1})
    corrected = alice.update("m1", "I live in Basel")

    assert (tagged.value, tagged.valid_from, tagged.valid_until, tagged.confidence) == ("Bern", TODAY, TODAY + 9 * DAY, 0.6)
    assert (corrected.subject, corrected.attribute, corrected.value, corrected.reason) == (None, None, None, None)
    assert (corrected.valid_from, corrected.valid_until, corrected.confidence) == (TODAY + DAY, None, 1.0)
    former = alice.history("m1")[1]
    assert (former.ended_at, former.valid_until, former.ended_because) == (TODAY + DAY, TODAY + DAY, "corrected by hand")


def test_a_correction_of_what_lies_ahead_is_known_at_once(alice: UserMemory) -> None:
    engine, scope = engine_of(alice)
    engine.write(scope, lambda writer: writer.memories.add(replace(memory("I move to Bern", at=TODAY), valid_from=TODAY + 9 * DAY)))
    alice.rebuild()

    moved = alice.update("m1", "I move to Basel")

    assert (moved.said_at, moved.valid_from) == (TODAY, TODAY + 9 * DAY)
    assert [hit.text for hit in alice.recall("Where do I move?")] == ["I move to Basel"]


def test_forgetting_a_memory_takes_its_counts(alice: UserMemory) -> None:
    engine, scope = engine_of(alice)
    tea = alice.remember("Tea at five")
    engine.write(scope, lambda writer: writer.usage.add(tea.id, at=TODAY, used=1))

    alice.forget(tea.id)

    assert engine.read(scope, lambda reader: reader.usage.scan("", 9)) == []


def test_recall_within_a_thread_finds_what_was_merged_into_it(alice: UserMemory) -> None:
    for name in ("trip", "tour", "other"):
        with alice.session(name, thread=name) as session:
            session.add("user", f"I live for the {name}")
    engine, scope = engine_of(alice)

    engine.write(scope, lambda writer: writer.threads.merge("trip", "tour"))

    assert sorted(texts(alice, thread="tour")) == ["I live for the tour", "I live for the trip"]
    assert [turn.text for turn in alice.threads.context("trip").last_turns] == ["I live for the trip", "I live for the tour"]
    with alice.session("trip") as session:
        session.add("user", "I live there still")
    assert alice.threads.context("tour").thread.turns == 3


def test_a_thread_that_a_user_opens_is_named(alice: UserMemory) -> None:
    assert alice.threads.open("Kyoto").explicit


def test_an_export_holds_what_was_understood(alice: UserMemory, tmp_path: Path) -> None:
    with alice.session("s1", thread="tour") as session:
        turn = session.add("user", "We take the train")
    engine, scope = engine_of(alice)
    home = alice.remember("I live in Bern")

    def work(writer: Writer) -> None:
        tour = writer.threads.get("tour")
        assert tour is not None
        writer.threads.put(replace(tour, decisions=(Noted("We take the train", turn.id, TODAY),)))
        writer.threads.open("trip", "", TODAY)
        writer.threads.merge("trip", "tour")
        writer.memories.end(home.id, TODAY + DAY, because="moved", superseded_by="m2")
        writer.usage.add(turn.id, at=TODAY, used=2)

    engine.write(scope, work)

    alice.export(tmp_path / "out.jsonl")

    things = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()]
    found = {thing["type"]: thing for thing in things}
    assert found["usage"] == {
        "type": "usage",
        "id": turn.id,
        "recalled": 0,
        "used": 2,
        "useful": 0,
        "not_useful": 0,
        "last_used": TODAY.isoformat(),
    }
    assert found["thread_alias"] == {"type": "thread_alias", "id": "trip", "thread_id": "tour"}
    assert found["thread"]["decisions"] == [{"text": "We take the train", "source": turn.id, "said_at": TODAY.isoformat()}]
    ended = {name: found["memory"][name] for name in ("ended_at", "ended_because", "superseded_by")}
    assert ended == {"ended_at": (TODAY + DAY).isoformat(), "ended_because": "moved", "superseded_by": "m2"}


def test_many_counts_are_exported_page_by_page(alice: UserMemory, tmp_path: Path) -> None:
    engine, scope = engine_of(alice)
    with alice.session("s1") as session:
        session.add("user", "text")

    def work(writer: Writer) -> None:
        for number in range(1100):
            add_turn(writer, f"u{number}", "text", session="s2")
            writer.usage.add(f"u{number}", at=TODAY, recalled=1)

    engine.write(scope, work)

    alice.export(tmp_path / "out.jsonl")

    lines = (tmp_path / "out.jsonl").read_text("utf-8").splitlines()
    assert len({json.loads(line)["id"] for line in lines if '"type": "usage"' in line}) == 1100


@pytest.mark.parametrize(("name", "dimension"), [(SPEC.name, SPEC.dimension), ("other", SPEC.dimension), (SPEC.name, 4)])
def test_an_index_that_is_cleared_for_another_embedder_takes_the_vectors_of_threads_along(
    tmp_path: Path, name: str, dimension: int
) -> None:
    with closing(SQLiteEngine(tmp_path / "store", SPEC, encryption=False)) as engine:
        engine.write(ALICE, lambda writer: add_turn(writer, "u0", "text"))
        engine.write(ALICE, lambda writer: writer.threads.put_topic("t1", unit_vectors(1)[0], {"oslo": 1.0}))

    with closing(SQLiteEngine(tmp_path / "store", EmbedderSpec(name, dimension, 0.3), encryption=False)) as engine:
        engine.write(ALICE, lambda writer: writer.index.clear())
        (topic,) = engine.read(ALICE, lambda reader: reader.threads.running(NOON, 9))

    assert (topic.vector is not None) == ((name, dimension) == (SPEC.name, SPEC.dimension))
    assert topic.keywords == {"oslo": 1.0}
