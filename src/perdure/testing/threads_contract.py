"""Threads: what is derived of them, what they are matched by, and how two become one."""

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from perdure.errors import UnknownThread
from perdure.model.task import Priority, Task, TaskStatus
from perdure.model.thread import ActionItem, Noted, Thread, ThreadState
from perdure.ports.embedder import EmbedderSpec
from perdure.ports.engine import Engine, ThreadTopic, Writer
from perdure.testing.material import ALICE, NOON, SPEC, add_memory, add_turn, memory, unit_vectors
from perdure.testing.turns_contract import Contract

__all__ = ["ThreadsContract"]

_HOUR = timedelta(hours=1)
_HALF_PRECISION = 1e-3
_OTHER = EmbedderSpec("other", 4, 0.75)


def _thread(engine: Engine, thread_id: str) -> Thread:
    found = engine.read(ALICE, lambda reader: reader.threads.get(thread_id))
    assert found is not None
    return found


def _running(engine: Engine, since: datetime = datetime(1970, 1, 1, tzinfo=UTC), limit: int = 99) -> list[ThreadTopic]:
    return engine.read(ALICE, lambda reader: reader.threads.running(since, limit))


def _merge(engine: Engine, from_id: str, into_id: str) -> Thread:
    return engine.write(ALICE, lambda writer: writer.threads.merge(from_id, into_id))


def _two_threads(writer: Writer) -> None:
    """Three turns in two sessions of thread t1, two turns of thread t2; a task and a memory of each."""
    add_turn(writer, "u0", "text", session="s1", at=NOON)
    add_turn(writer, "u1", "text", session="s9", thread="t2", at=NOON + _HOUR)
    add_turn(writer, "u2", "text", session="s2", at=NOON + 2 * _HOUR)
    add_turn(writer, "u3", "text", session="s9", thread="t2", at=NOON + 3 * _HOUR)
    add_turn(writer, "u4", "text", session="s1", at=NOON + 4 * _HOUR)
    for name in ("t1", "t2"):
        add_memory(writer, memory("text", f"m-{name}", thread_id=name))
        writer.tasks.put(Task(f"k-{name}", "t", TaskStatus.OPEN, Priority.NORMAL, NOON, thread_id=name))


class ThreadsContract(Contract):
    """A thread's turns come to it through its sessions, so whatever moves these moves all."""

    def test_everything_derived_of_a_thread_comes_back(self, tmp_path: Path) -> None:
        decisions = (Noted("We fly.", "u0", NOON), Noted("No bus.", "u1", NOON + _HOUR))
        items = (
            ActionItem("book", "u0", NOON, "Ann", NOON + 24 * _HOUR),
            ActionItem("\u7b7e\u8bc1", "u1", NOON + _HOUR, None, None, done=True),
        )
        with closing(self.make_engine(tmp_path)) as engine:
            engine.write(ALICE, lambda writer: add_turn(writer, "u0", "text"))
            thread = replace(_thread(engine, "t1"), title="Oslo", summarised=1, decisions=decisions, action_items=items, explicit=True)
            engine.write(ALICE, lambda writer: writer.threads.put(thread))
        with closing(self.make_engine(tmp_path)) as engine:
            assert _thread(engine, "t1") == thread
            assert engine.read(ALICE, lambda reader: reader.threads.recent(9)) == [thread]

    def test_a_thread_that_was_named_once_stays_so(self, tmp_path: Path) -> None:
        with closing(self.make_engine(tmp_path)) as engine:

            def opened(name: str, *, explicit: bool) -> bool:
                return engine.write(ALICE, lambda writer: writer.threads.open(name, "", NOON, explicit=explicit)).explicit

            assert [opened("t1", explicit=explicit) for explicit in (False, True, False)] == [False, True, True]
            assert [opened("t2", explicit=explicit) for explicit in (True, False)] == [True, True]

    def test_threads_that_are_open_and_lately_active_are_running(self, tmp_path: Path) -> None:
        def work(writer: Writer) -> None:
            for number in range(5):
                add_turn(writer, f"u{number}", "text", session=f"s{number}", thread=f"t{number}", at=NOON + number * _HOUR)
            writer.threads.open("empty", "", NOON + 9 * _HOUR)
            closed = writer.threads.get("t3")
            assert closed is not None
            writer.threads.put(replace(closed, state=ThreadState.CLOSED))

        with closing(self.make_engine(tmp_path)) as engine:
            engine.write(ALICE, work)
            assert [topic.thread.id for topic in _running(engine, NOON + _HOUR)] == ["t4", "t2", "t1"]
            assert [topic.thread.id for topic in _running(engine, NOON + _HOUR, 2)] == ["t4", "t2"]
            assert _running(engine)[0].thread == _thread(engine, "t4")
            begun = engine.read(ALICE, lambda reader: reader.threads.running(NOON, 99, begun_by=NOON + _HOUR))
            assert [topic.thread.id for topic in begun] == ["t1", "t0"]

    def test_what_a_thread_is_matched_by_comes_back_until_it_is_replaced(self, tmp_path: Path) -> None:
        vector, keywords = unit_vectors(1)[0], {"oslo": 1.5, "\u65c5\u884c": 0.25}
        with closing(self.make_engine(tmp_path)) as engine:
            engine.write(ALICE, lambda writer: add_turn(writer, "u0", "text"))
            (topic,) = _running(engine)
            assert (topic.vector, topic.keywords) == (None, {})
            engine.write(ALICE, lambda writer: writer.threads.put_topic("t1", vector, keywords))
        with closing(self.make_engine(tmp_path)) as engine:
            (topic,) = _running(engine)
            assert topic.vector is not None
            assert topic.vector.dtype == np.float32
            np.testing.assert_allclose(topic.vector, vector, atol=_HALF_PRECISION)
            assert topic.keywords == keywords
            engine.write(ALICE, lambda writer: writer.threads.put_topic("t1", None, {"bergen": 2.0}))
            (topic,) = _running(engine)
            assert (topic.vector, topic.keywords) == (None, {"bergen": 2.0})
            with pytest.raises(UnknownThread):
                engine.write(ALICE, lambda writer: writer.threads.put_topic("nowhere", vector, {}))

    @pytest.mark.parametrize("target", [pytest.param(SPEC, id="the same"), pytest.param(_OTHER, id="another")])
    def test_a_topics_vector_goes_with_its_embedder(self, tmp_path: Path, target: EmbedderSpec) -> None:
        def move(writer: Writer) -> None:
            seqs = writer.vectors.missing(target, 9)
            writer.vectors.stage(dict(zip(seqs, unit_vectors(len(seqs), dimension=target.dimension), strict=True)))
            writer.vectors.adopt(target)

        with closing(self.make_engine(tmp_path)) as engine:
            engine.write(ALICE, lambda writer: add_turn(writer, "u0", "text"))
            engine.write(ALICE, lambda writer: writer.threads.put_topic("t1", unit_vectors(1)[0], {"oslo": 1.0}))
            engine.write(ALICE, move)
            (topic,) = _running(engine)
            assert (topic.vector is None) == (target != SPEC)
            assert topic.keywords == {"oslo": 1.0}

    def test_merging_moves_everything_and_loses_nothing(self, tmp_path: Path) -> None:
        with closing(self.make_engine(tmp_path)) as engine:
            engine.write(ALICE, _two_threads)
            merged = _merge(engine, "t1", "t2")
            assert (merged.id, merged.turns, merged.started, merged.last_active) == ("t2", 5, NOON, NOON + 4 * _HOUR)
            assert _thread(engine, "t2") == merged
            turns = engine.read(ALICE, lambda reader: reader.turns.of_thread("t2"))
            assert [(turn.id, turn.thread_id) for turn in turns] == [(f"u{number}", "t2") for number in range(5)]
            sessions = engine.read(ALICE, lambda reader: reader.sessions.recent(9))
            assert {(session.id, session.thread_id) for session in sessions} == {("s1", "t2"), ("s2", "t2"), ("s9", "t2")}
            numbers = engine.read(ALICE, lambda reader: reader.sessions.numbers("t2"))
            assert set(numbers) == set(engine.read(ALICE, lambda reader: reader.index.columns().session.tolist())) - {0}
            assert {item.thread_id for item in engine.read(ALICE, lambda reader: reader.memories.list([], 9))} == {"t2"}
            assert {task.thread_id for task in engine.read(ALICE, lambda reader: reader.tasks.list(None, 9))} == {"t2"}
            assert [thread.id for thread in engine.read(ALICE, lambda reader: reader.threads.recent(9, empty=True))] == ["t2"]
            figures, problems = engine.read(ALICE, lambda reader: reader.figures()), engine.inspect(ALICE).problems
        assert (figures.threads, figures.sessions, figures.turns) == (1, 3, 5)
        assert problems == ()

    def test_the_id_of_a_merged_thread_goes_on_to_name_it(self, tmp_path: Path) -> None:
        with closing(self.make_engine(tmp_path)) as engine:
            engine.write(ALICE, _two_threads)
            _merge(engine, "t1", "t2")
        with closing(self.make_engine(tmp_path)) as engine:
            merged = _thread(engine, "t2")
            assert _thread(engine, "t1") == merged
            assert engine.write(ALICE, lambda writer: writer.threads.open("t1", "again", NOON + 9 * _HOUR)) == merged
            for name in ("t1", "t2"):
                turns = engine.read(ALICE, lambda reader, name=name: reader.turns.of_thread(name))
                numbers = engine.read(ALICE, lambda reader, name=name: reader.sessions.numbers(name))
                assert (len(turns), len(numbers)) == (5, 3)

            def late(writer: Writer) -> None:
                """What a device writes that has not heard of the merger."""
                add_turn(writer, "u5", "text", session="s5", thread="t1", at=NOON + 5 * _HOUR)
                writer.tasks.put(Task("k5", "t", TaskStatus.OPEN, Priority.NORMAL, NOON, thread_id="t1"))
                add_memory(writer, memory("text", "m5", thread_id="t1"))
                writer.threads.put_topic("t1", None, {"late": 1.0})

            engine.write(ALICE, late)
            task = engine.read(ALICE, lambda reader: reader.tasks.get("k5"))
            late_memory = engine.read(ALICE, lambda reader: reader.memories.get("m5"))
            assert task is not None
            assert late_memory is not None
            assert (task.thread_id, late_memory.thread_id) == ("t2", "t2")
            assert _thread(engine, "t2").turns == 6
            assert [(topic.thread.id, topic.keywords) for topic in _running(engine)] == [("t2", {"late": 1.0})]

    def test_mergers_follow_each_other(self, tmp_path: Path) -> None:
        def work(writer: Writer) -> None:
            for name in ("t1", "t2", "t3"):
                add_turn(writer, f"u-{name}", "text", session=f"s-{name}", thread=name)
            writer.threads.put_topic("t1", None, {"one": 1.0})
            writer.threads.put_topic("t2", None, {"two": 1.0})

        with closing(self.make_engine(tmp_path)) as engine:
            engine.write(ALICE, work)
            _merge(engine, "t1", "t2")
            assert [topic.keywords for topic in _running(engine) if topic.thread.id == "t2"] == [{"two": 1.0}]
            merged = _merge(engine, "t1", "t3")  # by then another name of t2
            assert merged == _merge(engine, "t2", "t1")  # all of them are one
            assert (merged.id, merged.turns) == ("t3", 3)
            assert engine.read(ALICE, lambda reader: reader.threads.aliases()) == {"t1": "t3", "t2": "t3"}
            assert {_thread(engine, name).id for name in ("t1", "t2", "t3")} == {"t3"}
            assert engine.inspect(ALICE).problems == ()

    def test_a_merged_thread_takes_what_it_lacks_and_is_summarised_anew(self, tmp_path: Path) -> None:
        early, late = Noted("We fly.", "u0", NOON), Noted("No bus.", "u1", NOON + _HOUR)
        first, second = ActionItem("book", "u0", NOON), ActionItem("pack", "u1", NOON + _HOUR, done=True)

        def work(writer: Writer) -> None:
            _two_threads(writer)
            old, new = writer.threads.get("t1"), writer.threads.get("t2")
            assert old is not None
            assert new is not None
            writer.threads.put(
                replace(old, title="Oslo", summary="A trip.", summarised=3, decisions=(late,), action_items=(first,), explicit=True)
            )
            closed = replace(new, summary="Plans.", summarised=2, decisions=(early,), action_items=(second,), state=ThreadState.CLOSED)
            writer.threads.put(closed)

        with closing(self.make_engine(tmp_path)) as engine:
            engine.write(ALICE, work)
            merged = _merge(engine, "t1", "t2")
        assert (merged.title, merged.summary, merged.summarised) == ("Oslo", "Plans.", 0)
        assert (merged.decisions, merged.action_items) == ((early, late), (first, second))
        assert (merged.state, merged.explicit) == (ThreadState.OPEN, True)

    def test_merging_what_is_unknown_changes_nothing(self, tmp_path: Path) -> None:
        with closing(self.make_engine(tmp_path)) as engine:
            engine.write(ALICE, _two_threads)
            before = [_thread(engine, name) for name in ("t1", "t2")]
            for pair in (("t1", "nowhere"), ("nowhere", "t2")):
                with pytest.raises(UnknownThread):
                    _merge(engine, *pair)
            assert _merge(engine, "t1", "t1") == before[0]
            assert [_thread(engine, name) for name in ("t1", "t2")] == before

    def test_a_merger_that_is_undone_by_an_error_leaves_two_threads(self, tmp_path: Path) -> None:
        def work(writer: Writer) -> None:
            writer.threads.merge("t1", "t2")
            raise LookupError

        with closing(self.make_engine(tmp_path)) as engine:
            engine.write(ALICE, _two_threads)
            before = [_thread(engine, name) for name in ("t1", "t2")]
            with pytest.raises(LookupError):
                engine.write(ALICE, work)
            assert [_thread(engine, name) for name in ("t1", "t2")] == before
            assert len(engine.read(ALICE, lambda reader: reader.turns.of_thread("t1"))) == 3
            assert engine.read(ALICE, lambda reader: reader.threads.aliases()) == {}
