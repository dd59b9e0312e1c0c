"""The background work: marks, leases, what waits for another try, what was of use."""

import threading
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from perdure.model.usage import Usage
from perdure.ports.engine import Engine, Reader, Writer
from perdure.ports.reflection import Mark, Pending
from perdure.testing.material import ALICE, NOON, add_memory, add_turn, fill, memory, store_turns, views
from perdure.testing.turns_contract import Contract

__all__ = ["ReflectionContract"]

_HOUR = timedelta(hours=1)
_ROUNDS = 20


class _Refusal(Exception):
    """Raised inside a transaction to see it undone."""


def _mark(engine: Engine, step: str = "extract") -> Mark | None:
    return engine.read(ALICE, lambda reader: reader.reflection.mark(step))


def _lease(engine: Engine, holder: str, now: float, until: float, name: str = "reflect") -> bool:
    return engine.write(ALICE, lambda writer: writer.reflection.lease(name, holder, NOON + now * _HOUR, NOON + until * _HOUR))


def _take(engine: Engine, hour: float, until: float = 99, limit: int = 9, kind: str = "facts") -> list[tuple[int, int]]:
    def work(writer: Writer) -> list[Pending]:
        return writer.pending.take(kind, NOON + hour * _HOUR, NOON + until * _HOUR, limit)

    return [(one.seq, one.attempts) for one in engine.write(ALICE, work)]


def _put(engine: Engine, seqs: list[int], hour: float = 0, kind: str = "facts") -> None:
    engine.write(ALICE, lambda writer: [writer.pending.put(kind, seq, NOON + hour * _HOUR) for seq in seqs])


def _waiting(engine: Engine) -> dict[str, int]:
    return engine.read(ALICE, lambda reader: reader.pending.waiting())


def _add(engine: Engine, thing_id: str, hour: float = 0, **counts: int) -> bool:
    return engine.write(ALICE, lambda writer: writer.usage.add(thing_id, at=NOON + hour * _HOUR, **counts))


def _both_at_once(first: Callable[[], object], second: Callable[[], object]) -> None:
    start = threading.Barrier(2)

    def run(work: Callable[[], object]) -> None:
        start.wait()
        work()

    workers = [threading.Thread(target=run, args=(work,)) for work in (first, second)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()


class ReflectionContract(Contract):
    """Work is done once: results, marks and leftovers change together or not at all."""

    def test_a_mark_tells_how_far_a_step_came(self, tmp_path: Path) -> None:
        with closing(self.make_engine(tmp_path)) as engine:
            store_turns(engine, ALICE, ["text"])
            assert _mark(engine) is None
            engine.write(ALICE, lambda writer: writer.reflection.set_mark("extract", 7, NOON, "four"))
            engine.write(ALICE, lambda writer: writer.reflection.set_mark("summarise", 3, NOON))
            assert _mark(engine) == Mark(7, NOON, "four")
            engine.write(ALICE, lambda writer: writer.reflection.set_mark("extract", 5, NOON + _HOUR))
        with closing(self.make_engine(tmp_path)) as engine:
            assert _mark(engine) == Mark(5, NOON + _HOUR, None)
            assert _mark(engine, "summarise") == Mark(3, NOON)

    def test_results_and_their_mark_are_undone_together(self, tmp_path: Path) -> None:
        def work(writer: Writer) -> None:
            add_memory(writer, memory("result"))
            writer.reflection.set_mark("extract", 9, NOON)
            writer.pending.put("facts", 1, NOON)
            raise _Refusal

        with closing(self.make_engine(tmp_path)) as engine:
            engine.write(ALICE, lambda writer: writer.reflection.set_mark("extract", 1, NOON))
            with pytest.raises(_Refusal):
                engine.write(ALICE, work)
            assert _mark(engine) == Mark(1, NOON)
            assert engine.read(ALICE, lambda reader: reader.memories.list([], 9)) == []
            assert _waiting(engine) == {}

    def test_whatever_fails_leaves_nothing_of_all_that_it_changed(self, tmp_path: Path) -> None:
        def seen(reader: Reader) -> dict[str, Any]:
            return {name: view(reader) for name, view in views().items() if name != "figures"}

        def work(writer: Writer) -> None:
            writer.memories.end("m1", NOON + _HOUR, because="moved", superseded_by="m2")
            writer.memories.revive("m1")
            writer.sources.add("m1", ["u9"], confidence=1.0)
            writer.threads.open("t2", "", NOON)
            writer.threads.put_topic("t1", None, {})
            writer.threads.merge("t1", "t2")
            writer.reflection.set_mark("step", 99, NOON)
            writer.reflection.lease("other", "me", NOON, NOON + _HOUR)
            writer.pending.take("facts", NOON + 99 * _HOUR, NOON + 100 * _HOUR, 9)
            writer.pending.put("summary", 3, NOON)
            writer.usage.add("m1", at=NOON, useful=5)
            raise _Refusal

        with closing(self.make_engine(tmp_path)) as engine:
            fill(engine, ALICE, "alice")
            before = engine.read(ALICE, seen)
            with pytest.raises(_Refusal):
                engine.write(ALICE, work)
            assert engine.read(ALICE, seen) == before
            assert _lease(engine, "somebody else", 0, 1, name="other")

    def test_a_lease_has_one_holder_until_it_expires_or_is_given_back(self, tmp_path: Path) -> None:
        with closing(self.make_engine(tmp_path)) as engine:
            assert _lease(engine, "ann", 0, 2)
            assert not _lease(engine, "ben", 1, 3)
            assert _lease(engine, "ben", 1, 3, name="another")
            assert _lease(engine, "ann", 1, 4)  # renewed
            assert not _lease(engine, "ben", 3.9, 6)
            assert _lease(engine, "ben", 4, 6)  # expired
            assert not _lease(engine, "ann", 5, 7)
            engine.write(ALICE, lambda writer: writer.reflection.release("reflect", "ann"))  # no longer hers to give
            assert not _lease(engine, "ann", 5, 7)
            engine.write(ALICE, lambda writer: writer.reflection.release("reflect", "ben"))
            assert _lease(engine, "ann", 5, 7)
        with closing(self.make_engine(tmp_path)) as engine:
            assert not _lease(engine, "ben", 5, 7)

    def test_of_two_engines_that_want_a_lease_at_once_one_gets_it(self, tmp_path: Path) -> None:
        with closing(self.make_engine(tmp_path)) as engine, closing(self.make_engine(tmp_path)) as other:
            store_turns(engine, ALICE, ["text"])
            for number in range(_ROUNDS):
                got: list[str] = []

                def want(engine: Engine, holder: str, name: str = f"round {number}", got: list[str] = got) -> None:
                    if _lease(engine, holder, 0, 1, name=name):
                        got.append(holder)

                _both_at_once(lambda want=want: want(engine, "ann"), lambda want=want: want(other, "ben"))
                assert len(got) == 1

    def test_work_waits_until_it_is_due_and_is_struck_off_once(self, tmp_path: Path) -> None:
        with closing(self.make_engine(tmp_path)) as engine:
            _put(engine, [3, 1])
            _put(engine, [2], hour=5)
            _put(engine, [1], kind="summary")
            assert _waiting(engine) == {"facts": 3, "summary": 1}
            assert _take(engine, 0, limit=1) == [(1, 1)]
            assert _take(engine, 0) == [(3, 1)]
            assert _take(engine, 6) == [(2, 1)]
            assert [engine.write(ALICE, lambda writer: writer.pending.done("facts", 1)) for _ in range(2)] == [True, False]
            assert not engine.write(ALICE, lambda writer: writer.pending.done("facts", 99))
            assert _waiting(engine) == {"facts": 2, "summary": 1}
            assert _take(engine, 0, kind="summary") == [(1, 1)]

    def test_what_was_taken_and_not_done_comes_again(self, tmp_path: Path) -> None:
        with closing(self.make_engine(tmp_path)) as engine:
            _put(engine, [1, 2])
            assert _take(engine, 0, until=2) == [(1, 1), (2, 1)]
            _put(engine, [2], hour=7)
        with closing(self.make_engine(tmp_path)) as engine:
            assert _take(engine, 1.9) == []
            assert _take(engine, 2, until=4) == [(1, 2)]
            assert _take(engine, 7) == [(1, 3), (2, 2)]

    def test_of_two_engines_that_take_work_at_once_each_gets_another_part(self, tmp_path: Path) -> None:
        with closing(self.make_engine(tmp_path)) as engine, closing(self.make_engine(tmp_path)) as other:
            _put(engine, list(range(_ROUNDS)))
            taken: list[tuple[int, int]] = []

            def run(engine: Engine) -> None:
                while part := _take(engine, 0, limit=2):
                    taken.extend(part)

            _both_at_once(lambda: run(engine), lambda: run(other))
        assert sorted(taken) == [(seq, 1) for seq in range(_ROUNDS)]

    def test_use_is_counted_of_what_is_remembered(self, tmp_path: Path) -> None:
        with closing(self.make_engine(tmp_path)) as engine:
            engine.write(ALICE, lambda writer: (add_turn(writer, "u0", "text"), add_memory(writer, memory("text"))))
            assert _add(engine, "m1", 2, recalled=1, used=1)
            assert _add(engine, "m1", 1, recalled=2, not_useful=1)
            assert _add(engine, "u0", 0, useful=3)
            assert not _add(engine, "nothing", recalled=1)
        with closing(self.make_engine(tmp_path)) as engine:
            found = engine.read(ALICE, lambda reader: reader.usage.get(["u0", "m1", "nothing"]))
            nothing = engine.read(ALICE, lambda reader: reader.usage.get([]))
        assert found == {"m1": Usage(3, 1, 0, 1, NOON + 2 * _HOUR), "u0": Usage(useful=3, last_used=NOON)}
        assert nothing == {}

    def test_what_was_used_or_judged_is_told_by_seq_the_latest_first_if_it_is_too_much(self, tmp_path: Path) -> None:
        def work(writer: Writer) -> tuple[int, int]:
            for number in range(4):
                add_turn(writer, f"u{number}", "text")
            first = add_memory(writer, memory("old"))
            writer.memories.end("m1", NOON + _HOUR)
            return first, add_memory(writer, memory("new", version=2, at=NOON + _HOUR))

        with closing(self.make_engine(tmp_path)) as engine:
            versions = engine.write(ALICE, work)
            assert engine.read(ALICE, lambda reader: reader.usage.rated()) == {}
            turns = [seq for seq, _ in engine.read(ALICE, lambda reader: reader.turns.scan(0, 9))]
            for hour, (name, counts) in enumerate(
                {"u0": {"recalled": 9}, "u1": {"used": 1}, "u2": {"useful": 1}, "u3": {"not_useful": 1}, "m1": {"used": 2}}.items()
            ):
                _add(engine, name, hour, **counts)
            rated = engine.read(ALICE, lambda reader: reader.usage.rated())
            latest = engine.read(ALICE, lambda reader: reader.usage.rated(2))
        assert set(rated) == {*turns[1:], *versions}
        assert rated[turns[1]] == Usage(used=1, last_used=NOON + _HOUR)
        assert rated[versions[0]] == rated[versions[1]] == Usage(used=2, last_used=NOON + 4 * _HOUR)
        assert set(latest) == {turns[3], *versions}

    def test_a_scan_meets_all_counts_once(self, tmp_path: Path) -> None:
        with closing(self.make_engine(tmp_path)) as engine:
            store_turns(engine, ALICE, ["text"] * 7)
            for number in range(7):
                _add(engine, f"u{number}", recalled=number)
            found: list[tuple[str, Usage]] = []
            while page := engine.read(ALICE, lambda reader, found=found: reader.usage.scan(found[-1][0] if found else "", 3)):
                found += page
        assert [(name, usage.recalled) for name, usage in found] == [(f"u{number}", number) for number in range(7)]

    def test_forgetting_a_memory_takes_its_counts_and_the_work_on_it(self, tmp_path: Path) -> None:
        with closing(self.make_engine(tmp_path)) as engine:
            seq = engine.write(ALICE, lambda writer: add_memory(writer, memory("text")))
            other = engine.write(ALICE, lambda writer: add_memory(writer, memory("text", "m2")))
            _put(engine, [seq, other])
            _put(engine, [seq], kind="summary")
            assert _add(engine, "m1", used=1)
            assert _add(engine, "m2", used=1)
            engine.write(ALICE, lambda writer: writer.memories.remove("m1"))
            assert set(engine.read(ALICE, lambda reader: reader.usage.get(["m1", "m2"]))) == {"m2"}
            assert set(engine.read(ALICE, lambda reader: reader.usage.rated())) == {other}
            assert _waiting(engine) == {"facts": 1}
            assert not _add(engine, "m1", used=1)
