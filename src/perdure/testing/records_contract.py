"""Sessions, threads, memories, tasks and the profile."""

from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from perdure.errors import UnknownMemory, UnknownThread
from perdure.model.memory import Kind
from perdure.model.profile import Attribute
from perdure.model.task import Priority, Task, TaskStatus
from perdure.model.thread import ThreadState
from perdure.ports.engine import Writer
from perdure.testing.material import ALICE, NOON, add_memory, add_turn, memory
from perdure.testing.turns_contract import Contract

__all__ = ["RecordsContract"]

_HOUR = timedelta(hours=1)


class RecordsContract(Contract):
    """What is kept beside the turns."""

    def test_sessions_and_threads_come_most_recently_active_first(self, tmp_path: Path) -> None:
        def work(writer: Writer) -> None:
            for number, hours in enumerate((1, 3, 2)):
                add_turn(writer, f"u{number}", "text", session=f"s{number}", thread=f"t{number}", at=NOON + hours * _HOUR)
            add_turn(writer, "old", "told late", session="s1", thread="t1", at=NOON - _HOUR)
            writer.threads.open("empty", "nothing said yet", NOON + 9 * _HOUR)

        with closing(self.make_engine(tmp_path)) as engine:
            engine.write(ALICE, work)
            sessions = engine.read(ALICE, lambda reader: reader.sessions.recent(2))
            threads = engine.read(ALICE, lambda reader: reader.threads.recent(9))
            last = engine.read(ALICE, lambda reader: reader.sessions.last_turn())
        assert [(session.id, session.last_active) for session in sessions] == [("s1", NOON + 3 * _HOUR), ("s2", NOON + 2 * _HOUR)]
        assert [thread.id for thread in threads] == ["t1", "t2", "t0"]
        assert [thread.turns for thread in threads] == [2, 1, 1]
        assert last is not None
        assert last.id == "u1"

    def test_a_session_ends_and_opens_again_in_its_thread(self, tmp_path: Path) -> None:
        with closing(self.make_engine(tmp_path)) as engine:
            engine.write(ALICE, lambda writer: add_turn(writer, "u0", "text"))
            engine.write(ALICE, lambda writer: writer.sessions.end("s1", NOON + _HOUR))
            ended = engine.read(ALICE, lambda reader: reader.sessions.get("s1"))

            def reopen(writer: Writer) -> str:
                writer.threads.open("t2", "", NOON)
                return writer.sessions.open("s1", "t2", NOON + 2 * _HOUR).thread_id

            thread = engine.write(ALICE, reopen)
            opened = engine.read(ALICE, lambda reader: reader.sessions.get("s1"))
        assert ended is not None
        assert ended.ended == NOON + _HOUR
        assert thread == "t1"
        assert opened is not None
        assert (opened.ended, opened.turns, opened.started) == (None, 1, NOON)

    def test_a_session_of_an_unknown_thread_is_refused(self, tmp_path: Path) -> None:
        with closing(self.make_engine(tmp_path)) as engine:
            with pytest.raises(UnknownThread):
                engine.write(ALICE, lambda writer: writer.sessions.open("s1", "nowhere", NOON))
            assert engine.read(ALICE, lambda reader: reader.sessions.get("s1")) is None

    def test_the_index_knows_the_sessions_of_a_thread_by_number(self, tmp_path: Path) -> None:
        def work(writer: Writer) -> tuple[list[int], list[int]]:
            for number in range(3):
                add_turn(writer, f"u{number}", "text", session=f"s{number}", thread="t1" if number < 2 else "t2")
            return [writer.sessions.number(f"s{number}") for number in range(3)], writer.sessions.numbers("t1")

        with closing(self.make_engine(tmp_path)) as engine:
            numbers, of_thread = engine.write(ALICE, work)
            in_columns = engine.read(ALICE, lambda reader: reader.index.columns().session.tolist())
        assert sorted(of_thread) == sorted(numbers[:2])
        assert in_columns == numbers
        assert 0 not in numbers
        assert len(set(numbers)) == 3

    def test_a_threads_derived_parts_can_be_replaced(self, tmp_path: Path) -> None:
        with closing(self.make_engine(tmp_path)) as engine:
            engine.write(ALICE, lambda writer: add_turn(writer, "u0", "text"))
            thread = engine.read(ALICE, lambda reader: reader.threads.get("t1"))
            assert thread is not None
            changed = replace(thread, title="Oslo", summary="A trip.", state=ThreadState.CLOSED, summarised=1)
            engine.write(ALICE, lambda writer: writer.threads.put(changed))
            again = engine.write(ALICE, lambda writer: writer.threads.open("t1", "another title", NOON + _HOUR))
        assert again == changed

    def test_everything_of_a_memory_comes_back(self, tmp_path: Path) -> None:
        new = memory("text", kind=Kind.DIRECTIVE, source="import", sources=("u0", "u1"), thread_id="t1", pinned=True, metadata={"a": [1]})

        def work(writer: Writer) -> None:
            writer.threads.open("t1", "", NOON)
            add_memory(writer, new)

        with closing(self.make_engine(tmp_path)) as engine:
            engine.write(ALICE, work)
            assert engine.read(ALICE, lambda reader: reader.memories.get("m1")) == new

    def test_a_correction_ends_the_old_version_and_keeps_it(self, tmp_path: Path) -> None:
        def work(writer: Writer) -> tuple[int, int, int]:
            first = add_memory(writer, memory("old"))
            ended = writer.memories.end("m1", NOON + _HOUR)
            return first, ended, add_memory(writer, memory("new", version=2, at=NOON + _HOUR))

        with closing(self.make_engine(tmp_path)) as engine:
            first, ended, second = engine.write(ALICE, work)
            current = engine.read(ALICE, lambda reader: reader.memories.get("m1"))
            history = engine.read(ALICE, lambda reader: reader.memories.history("m1"))
            listed = engine.read(ALICE, lambda reader: reader.memories.list([], 9))
            at = engine.read(ALICE, lambda reader: reader.memories.at([first, second]))
        assert ended == first
        assert current is not None
        assert (current.text, current.version, current.valid_until) == ("new", 2, None)
        assert [(version.text, version.valid_until) for version in history] == [("old", NOON + _HOUR), ("new", None)]
        assert listed == [current]
        assert at == {first: history[0], second: history[1]}

    def test_ending_an_unknown_or_ended_memory_is_refused(self, tmp_path: Path) -> None:
        with closing(self.make_engine(tmp_path)) as engine:
            engine.write(ALICE, lambda writer: add_memory(writer, memory("text")))
            with pytest.raises(UnknownMemory):
                engine.write(ALICE, lambda writer: writer.memories.end("nothing", NOON))
            engine.write(ALICE, lambda writer: writer.memories.end("m1", NOON + _HOUR))
            with pytest.raises(UnknownMemory):
                engine.write(ALICE, lambda writer: writer.memories.end("m1", NOON + _HOUR))

    def test_memories_are_listed_pinned_first_then_newest_and_by_kind(self, tmp_path: Path) -> None:
        def work(writer: Writer) -> None:
            for number, kind in enumerate((Kind.FACT, Kind.PREFERENCE, Kind.FACT, Kind.PREFERENCE)):
                add_memory(writer, memory("text", f"m{number}", at=NOON + number * _HOUR, kind=kind))
            writer.memories.pin("m0", pinned=True)

        with closing(self.make_engine(tmp_path)) as engine:
            engine.write(ALICE, work)
            everything = engine.read(ALICE, lambda reader: reader.memories.list([], 3))
            facts = engine.read(ALICE, lambda reader: reader.memories.list([Kind.FACT], 9))
            engine.write(ALICE, lambda writer: writer.memories.pin("m0", pinned=False))
            unpinned = engine.read(ALICE, lambda reader: reader.memories.list([Kind.FACT], 9))
        assert [item.id for item in everything] == ["m0", "m3", "m2"]
        assert [item.id for item in facts] == ["m0", "m2"]
        assert [item.id for item in unpinned] == ["m2", "m0"]

    def test_removing_a_memory_takes_all_versions_and_nothing_else(self, tmp_path: Path) -> None:
        def work(writer: Writer) -> None:
            add_memory(writer, memory("old"))
            writer.memories.end("m1", NOON + _HOUR)
            add_memory(writer, memory("new", version=2, at=NOON + _HOUR))
            add_memory(writer, memory("stays", "m2"))

        with closing(self.make_engine(tmp_path)) as engine:
            engine.write(ALICE, work)
            removed = engine.write(ALICE, lambda writer: writer.memories.remove("m1"))
            left = engine.read(ALICE, lambda reader: reader.memories.scan(0, 9))
            again = engine.write(ALICE, lambda writer: writer.memories.remove("m1"))
        assert [version.text for _, version in sorted(removed.items())] == ["old", "new"]
        assert [item.id for _, item in left] == ["m2"]
        assert again == {}

    def test_turns_and_memories_share_seqs_that_are_never_used_again(self, tmp_path: Path) -> None:
        with closing(self.make_engine(tmp_path)) as engine:
            engine.write(ALICE, lambda writer: add_turn(writer, "u0", "text"))
            first = engine.write(ALICE, lambda writer: add_memory(writer, memory("text")))
            engine.write(ALICE, lambda writer: writer.memories.remove("m1"))
            engine.write(ALICE, lambda writer: writer.index.remove(first, "text"))
        with closing(self.make_engine(tmp_path)) as engine:
            second = engine.write(ALICE, lambda writer: add_memory(writer, memory("text", "m2")))
            turns = engine.read(ALICE, lambda reader: [seq for seq, _ in reader.turns.scan(0, 9)])
        assert turns[0] < first < second

    def test_tasks_come_by_due_time_then_priority_then_age(self, tmp_path: Path) -> None:
        tasks = [
            Task("late", "t", TaskStatus.OPEN, Priority.NORMAL, NOON, due=NOON + 2 * _HOUR),
            Task("soon", "t", TaskStatus.OPEN, Priority.LOW, NOON, due=NOON + _HOUR),
            Task("soon-high", "t", TaskStatus.OPEN, Priority.HIGH, NOON, due=NOON + _HOUR),
            Task("someday-new", "t", TaskStatus.OPEN, Priority.NORMAL, NOON + _HOUR),
            Task("someday-old", "t", TaskStatus.OPEN, Priority.NORMAL, NOON),
            Task("someday-high", "t", TaskStatus.OPEN, Priority.HIGH, NOON + _HOUR),
            Task("done", "t", TaskStatus.DONE, Priority.HIGH, NOON, due=NOON, closed=NOON + _HOUR),
        ]

        def work(writer: Writer) -> None:
            for task in tasks:
                writer.tasks.put(task)

        with closing(self.make_engine(tmp_path)) as engine:
            engine.write(ALICE, work)
            opened = engine.read(ALICE, lambda reader: reader.tasks.list(TaskStatus.OPEN, 9))
            first = engine.read(ALICE, lambda reader: reader.tasks.list(None, 2))
        assert [task.id for task in opened] == ["soon-high", "soon", "late", "someday-high", "someday-old", "someday-new"]
        assert [task.id for task in first] == ["done", "soon-high"]

    def test_a_task_is_replaced_by_its_id(self, tmp_path: Path) -> None:
        task = Task("k1", "book", TaskStatus.OPEN, Priority.NORMAL, NOON, due=NOON + _HOUR)
        done = replace(task, title="book it", status=TaskStatus.DONE, closed=NOON + _HOUR)
        with closing(self.make_engine(tmp_path)) as engine:
            engine.write(ALICE, lambda writer: writer.tasks.put(task))
            engine.write(ALICE, lambda writer: writer.tasks.put(done))
            assert engine.read(ALICE, lambda reader: reader.tasks.get("k1")) == done
            assert engine.read(ALICE, lambda reader: reader.tasks.list(None, 9)) == [done]
            assert engine.read(ALICE, lambda reader: reader.tasks.get("nothing")) is None

    def test_the_profile_shows_what_holds_and_keeps_what_held(self, tmp_path: Path) -> None:
        def work(writer: Writer) -> None:
            writer.profile.put(Attribute("city", "Oslo", NOON))
            writer.profile.put(Attribute("age", "41", NOON, source="form"))
            writer.profile.end("city", NOON + _HOUR)
            writer.profile.put(Attribute("city", "Bergen", NOON + _HOUR))
            writer.profile.end("unknown", NOON)

        with closing(self.make_engine(tmp_path)) as engine:
            engine.write(ALICE, work)
            current = engine.read(ALICE, lambda reader: reader.profile.current())
            history = engine.read(ALICE, lambda reader: reader.profile.history("city"))
        assert current == [Attribute("age", "41", NOON, source="form"), Attribute("city", "Bergen", NOON + _HOUR)]
        assert history == [Attribute("city", "Oslo", NOON, NOON + _HOUR), Attribute("city", "Bergen", NOON + _HOUR)]
