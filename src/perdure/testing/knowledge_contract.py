"""Memories with both their times, tasks that remind, attributes with their sources."""

from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from perdure.errors import UnknownMemory
from perdure.model.memory import Kind
from perdure.model.profile import Attribute
from perdure.model.task import Priority, Task, TaskStatus
from perdure.model.times import FOREVER, to_micros
from perdure.ports.engine import Engine, Writer
from perdure.testing.material import ALICE, NOON, add_memory, add_turn, column_lists, memory
from perdure.testing.turns_contract import Contract

__all__ = ["KnowledgeContract"]

_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)
_MANY = 1500
"""More than an engine is likely to keep in one piece."""


def _ids(engine: Engine, **filters: Any) -> list[str]:
    kinds, limit = filters.pop("kinds", []), filters.pop("limit", 99)
    return [found.id for found in engine.read(ALICE, lambda reader: reader.memories.list(kinds, limit, **filters))]


def _validity(engine: Engine) -> list[int]:
    return engine.read(ALICE, lambda reader: column_lists(reader.index.columns())["valid_until"])


class KnowledgeContract(Contract):
    """What was understood is kept with its reasons, and every end can be taken back."""

    def test_everything_understood_of_a_memory_comes_back(self, tmp_path: Path) -> None:
        zone = timezone(timedelta(hours=5, minutes=30))
        said_at = datetime(2026, 3, 1, 9, 30, 0, 7, zone)
        new = memory(
            "My sister lives in Oslo",
            at=said_at,
            valid_until=said_at + 30 * _DAY,
            subject="user's sister",
            attribute="home",
            value="Oslo",
            confidence=0.85,
            reason="fact",
            ended_at=said_at + 2 * _DAY,
            ended_because="retracted",
            superseded_by="m9",
        )
        with closing(self.make_engine(tmp_path)) as engine:
            engine.write(ALICE, lambda writer: add_memory(writer, new))
        with closing(self.make_engine(tmp_path)) as engine:
            (found,) = engine.read(ALICE, lambda reader: reader.memories.history("m1"))
        assert found == new
        assert found.ended_at is not None
        assert found.ended_at.utcoffset() == said_at.utcoffset()

    def test_a_memory_is_current_until_it_is_ended_whatever_end_it_states(self, tmp_path: Path) -> None:
        def work(writer: Writer) -> None:
            add_memory(writer, memory("in Paris until Friday", "future", valid_until=NOON + 5 * _DAY))
            add_memory(writer, memory("was in Rome for an hour", "past", valid_until=NOON + _HOUR))
            add_memory(writer, memory("lives in Oslo", "ended"))
            writer.memories.end("ended", NOON + 9 * _DAY)

        with closing(self.make_engine(tmp_path)) as engine:
            engine.write(ALICE, work)
            assert sorted(_ids(engine)) == ["future", "past"]
            assert sorted(_ids(engine, include_ended=True)) == ["ended", "future", "past"]
            found = {name: engine.read(ALICE, lambda reader, name=name: reader.memories.get(name)) for name in ("future", "past", "ended")}
            figures = engine.read(ALICE, lambda reader: reader.figures())
        assert found["future"] is not None
        assert found["future"].valid_until == NOON + 5 * _DAY
        assert found["past"] is not None
        assert found["ended"] is None
        assert figures.memories == 2

    def test_an_end_keeps_both_times_and_why(self, tmp_path: Path) -> None:
        def work(writer: Writer) -> int:
            seq = add_memory(writer, memory("lives in Bern"))
            ended = writer.memories.end("m1", NOON + _DAY, known_at=NOON + 3 * _DAY, because="moved", superseded_by="m2")
            assert ended == seq
            return seq

        with closing(self.make_engine(tmp_path)) as engine:
            seq = engine.write(ALICE, work)
            found = engine.read(ALICE, lambda reader: reader.memories.at([seq]))[seq]
        assert (found.valid_until, found.ended_at) == (NOON + _DAY, NOON + 3 * _DAY)
        assert (found.ended_because, found.superseded_by) == ("moved", "m2")

    def test_an_end_without_more_is_known_when_it_comes(self, tmp_path: Path) -> None:
        with closing(self.make_engine(tmp_path)) as engine:
            engine.write(ALICE, lambda writer: add_memory(writer, memory("text")))
            engine.write(ALICE, lambda writer: writer.memories.end("m1", NOON + _DAY))
            (found,) = engine.read(ALICE, lambda reader: reader.memories.history("m1"))
        assert (found.valid_until, found.ended_at) == (NOON + _DAY, NOON + _DAY)
        assert (found.ended_because, found.superseded_by) == (None, None)

    @pytest.mark.parametrize(
        ("stated", "at", "expected"),
        [
            pytest.param(NOON + _HOUR, NOON + _DAY, NOON + _HOUR, id="an earlier end of its own stays"),
            pytest.param(NOON + 9 * _DAY, NOON + _DAY, NOON + _DAY, id="a later one does not"),
            pytest.param(None, NOON - _DAY, NOON, id="nothing ends before it began"),
        ],
    )
    def test_how_long_an_ended_memory_was_true(self, tmp_path: Path, stated: datetime | None, at: datetime, expected: datetime) -> None:
        with closing(self.make_engine(tmp_path)) as engine:
            engine.write(ALICE, lambda writer: add_memory(writer, memory("text", valid_until=stated)))
            engine.write(ALICE, lambda writer: writer.memories.end("m1", at, known_at=NOON + 2 * _DAY))
            (found,) = engine.read(ALICE, lambda reader: reader.memories.history("m1"))
        assert (found.valid_until, found.ended_at) == (expected, NOON + 2 * _DAY)

    def test_an_end_taken_back_leaves_no_trace(self, tmp_path: Path) -> None:
        new = memory("in Paris until Friday", valid_until=NOON + 5 * _DAY, subject="user", attribute="home", value="Paris")

        def end(writer: Writer) -> None:
            seq = writer.memories.end("m1", NOON + _DAY, because="corrected", superseded_by="m2")
            writer.index.end_validity(seq, to_micros(NOON + _DAY))

        def revive(writer: Writer) -> int:
            seq = writer.memories.revive("m1")
            writer.index.end_validity(seq, FOREVER)
            return seq

        with closing(self.make_engine(tmp_path)) as engine:
            seq = engine.write(ALICE, lambda writer: add_memory(writer, new))
            before = _validity(engine)
            engine.write(ALICE, end)
            assert engine.read(ALICE, lambda reader: reader.memories.get("m1")) is None
            assert engine.write(ALICE, revive) == seq
            assert engine.read(ALICE, lambda reader: reader.memories.get("m1")) == new
            assert _validity(engine) == before == [FOREVER]
            engine.write(ALICE, end)
            assert engine.read(ALICE, lambda reader: reader.memories.get("m1")) is None

    def test_the_latest_version_alone_comes_back_and_only_if_none_is_current(self, tmp_path: Path) -> None:
        def work(writer: Writer) -> None:
            add_memory(writer, memory("old"))
            writer.memories.end("m1", NOON + _HOUR)
            add_memory(writer, memory("new", version=2, at=NOON + _HOUR))

        with closing(self.make_engine(tmp_path)) as engine:
            engine.write(ALICE, work)
            for name in ("m1", "nothing"):
                with pytest.raises(UnknownMemory):
                    engine.write(ALICE, lambda writer, name=name: writer.memories.revive(name))
            engine.write(ALICE, lambda writer: writer.memories.end("m1", NOON + _DAY))
            engine.write(ALICE, lambda writer: writer.memories.revive("m1"))
            history = engine.read(ALICE, lambda reader: reader.memories.history("m1"))
        assert [(version.text, version.ended_at) for version in history] == [("old", NOON + _HOUR), ("new", None)]

    def test_ends_and_their_taking_back_are_seen_anywhere_in_a_large_index(self, tmp_path: Path) -> None:
        def fill(writer: Writer) -> list[int]:
            return [add_memory(writer, memory("text", f"m{number}")) for number in range(_MANY)]

        with closing(self.make_engine(tmp_path)) as engine:
            seqs = engine.write(ALICE, fill)
            chosen = [0, 1, 700, 1023, 1024, _MANY - 1]
            expected = [FOREVER] * _MANY
            for until in (77, FOREVER, 99):
                for place in chosen:
                    engine.write(ALICE, lambda writer, place=place, until=until: writer.index.end_validity(seqs[place], until))
                    expected[place] = until
                assert _validity(engine) == expected
                with closing(self.make_engine(tmp_path)) as other:
                    assert _validity(other) == expected

    def test_memories_are_found_by_subject_and_attribute(self, tmp_path: Path) -> None:
        def work(writer: Writer) -> None:
            add_memory(writer, memory("a", "m0", subject="user", attribute="home"))
            add_memory(writer, memory("b", "m1", subject="user", attribute="diet", kind=Kind.PREFERENCE, at=NOON + _HOUR))
            add_memory(writer, memory("c", "m2", subject="Ann", attribute="home", at=NOON + 2 * _HOUR))
            add_memory(writer, memory("d", "m3", at=NOON + 3 * _HOUR))
            add_memory(writer, memory("e", "m4", subject="user", attribute="home", at=NOON + 4 * _HOUR))
            writer.memories.end("m0", NOON + _DAY, superseded_by="m4")

        with closing(self.make_engine(tmp_path)) as engine:
            engine.write(ALICE, work)
            assert _ids(engine, subject="user") == ["m4", "m1"]
            assert _ids(engine, attribute="home") == ["m4", "m2"]
            assert _ids(engine, subject="user", attribute="home") == ["m4"]
            assert _ids(engine, subject="user", attribute="home", include_ended=True) == ["m4", "m0"]
            assert _ids(engine, subject="user", kinds=[Kind.PREFERENCE]) == ["m1"]
            assert _ids(engine, attribute="home", limit=1) == ["m4"]
            assert _ids(engine, subject="nobody") == []
            assert _ids(engine, include_ended=True) == ["m4", "m3", "m2", "m1", "m0"]
            assert _ids(engine) == ["m4", "m3", "m2", "m1"]

    def test_what_a_memory_took_the_place_of_is_found_until_it_is_forgotten(self, tmp_path: Path) -> None:
        def work(writer: Writer) -> None:
            for number in range(4):
                add_memory(writer, memory("text", f"m{number}", at=NOON + number * _HOUR, subject="user" if number else "Ann"))
            for number in (0, 1):
                writer.memories.end(f"m{number}", NOON + _DAY, superseded_by="m3")

        with closing(self.make_engine(tmp_path)) as engine:
            engine.write(ALICE, work)
            assert _ids(engine, superseded_by="m3") == ["m1", "m0"]
            assert _ids(engine, superseded_by="m3", subject="Ann") == ["m0"]
            assert _ids(engine, superseded_by="m2") == []
            engine.write(ALICE, lambda writer: writer.memories.remove("m3"))
            assert _ids(engine, superseded_by="m3") == []
            (left,) = engine.read(ALICE, lambda reader: reader.memories.history("m1"))
        assert (left.superseded_by, left.ended_at) == (None, NOON + _DAY)

    def test_a_memory_that_is_stated_again_has_one_more_source_and_stays_the_same_version(self, tmp_path: Path) -> None:
        new = memory("text", sources=("u0",), confidence=0.6)
        with closing(self.make_engine(tmp_path)) as engine:
            engine.write(ALICE, lambda writer: add_memory(writer, new))
            engine.write(ALICE, lambda writer: writer.sources.add("m1", ["u7", "u0", "u3"], confidence=0.9))
            engine.write(ALICE, lambda writer: writer.sources.add("m1", ["u3"], confidence=0.2))
            history = engine.read(ALICE, lambda reader: reader.memories.history("m1"))
            engine.write(ALICE, lambda writer: writer.memories.end("m1", NOON))
            for name in ("m1", "nothing"):
                with pytest.raises(UnknownMemory):
                    engine.write(ALICE, lambda writer, name=name: writer.sources.add(name, ["u9"]))
        assert history == [replace(new, sources=("u0", "u7", "u3"), confidence=0.9)]

    def test_everything_of_a_task_comes_back(self, tmp_path: Path) -> None:
        zone = timezone(timedelta(hours=-3))
        due = datetime(2026, 3, 6, 17, tzinfo=zone)
        task = Task("k1", "t", TaskStatus.OPEN, Priority.HIGH, NOON, due, None, "t1", (due - _DAY, due - _HOUR), ("u0", "u1"), stated=True)

        def work(writer: Writer) -> None:
            add_turn(writer, "u0", "text")
            writer.tasks.put(task)

        with closing(self.make_engine(tmp_path)) as engine:
            engine.write(ALICE, work)
        with closing(self.make_engine(tmp_path)) as engine:
            assert engine.read(ALICE, lambda reader: reader.tasks.get("k1")) == task
            changed = replace(task, reminders=(), sources=("u2",), stated=False, thread_id=None)
            engine.write(ALICE, lambda writer: writer.tasks.put(changed))
            assert engine.read(ALICE, lambda reader: reader.tasks.get("k1")) == changed

    def test_open_tasks_remind_from_the_first_of_their_reminders_on(self, tmp_path: Path) -> None:
        def task(name: str, *hours: int, status: TaskStatus = TaskStatus.OPEN) -> Task:
            return Task(name, "t", status, Priority.NORMAL, NOON, reminders=tuple(NOON + hour * _HOUR for hour in hours))

        def due(engine: Engine, hour: float, limit: int = 9) -> list[str]:
            return [found.id for found in engine.read(ALICE, lambda reader: reader.tasks.due_reminders(NOON + hour * _HOUR, limit))]

        tasks = [task("two", 5, 2), task("one", 1), task("none"), task("later", 9), task("done", 1, status=TaskStatus.DONE)]
        with closing(self.make_engine(tmp_path)) as engine:
            engine.write(ALICE, lambda writer: [writer.tasks.put(item) for item in tasks])
            assert [due(engine, hour) for hour in (0.5, 1, 3)] == [[], ["one"], ["one", "two"]]
            assert due(engine, 3, limit=1) == ["one"]
            engine.write(ALICE, lambda writer: writer.tasks.put(task("two", 5)))
            engine.write(ALICE, lambda writer: writer.tasks.put(task("one", 1, status=TaskStatus.CANCELLED)))
            assert due(engine, 3) == []
            engine.write(ALICE, lambda writer: writer.tasks.put(task("one", 1)))
            assert due(engine, 5) == ["one", "two"]

    def test_an_attribute_tells_its_sources_and_how_sure_it_is(self, tmp_path: Path) -> None:
        attribute = Attribute("city", "Oslo", NOON, None, "user", ("u0", "u1"), 0.75)
        with closing(self.make_engine(tmp_path)) as engine:
            engine.write(ALICE, lambda writer: writer.profile.put(attribute))
            assert engine.read(ALICE, lambda reader: reader.profile.current()) == [attribute]
            assert engine.read(ALICE, lambda reader: reader.profile.history("city")) == [attribute]
