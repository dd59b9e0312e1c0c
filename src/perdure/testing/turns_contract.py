"""Turns, transactions, scopes and the life of an engine."""

import threading
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from perdure.errors import PerdureError, StoreClosed, UnknownSession
from perdure.model.scope import Scope
from perdure.model.turn import NewTurn, Role, Turn
from perdure.ports.engine import Engine, Reader, Writer
from perdure.testing.material import ALICE, BOB, NOON, add_memory, add_turn, fill, memory, store_turns, views

__all__ = ["Contract", "TurnsContract"]


class Contract:
    """What the parts of the engine's contract share."""

    def make_engine(self, folder: Path) -> Engine:
        """An engine whose data stays in `folder`, opened for the embedder `perdure.testing.SPEC`; a second call finds it again."""
        raise NotImplementedError


class _Refusal(Exception):
    """Raised inside a transaction to see it undone."""


def _texts(engine: Engine, scope: Scope = ALICE, session: str = "s1") -> list[str]:
    return [turn.text for turn in engine.read(scope, lambda reader: reader.turns.of_session(session))]


def _seen(engine: Engine, scope: Scope) -> dict[str, Any]:
    """All that the readers show of a user, but for the file's size."""

    def work(reader: Reader) -> dict[str, Any]:
        return {name: view(reader) for name, view in views().items() if name != "figures"}

    return engine.read(scope, work)


def _run_all(run: Callable[[int], None], threads: int) -> None:
    workers = [threading.Thread(target=run, args=(thread,)) for thread in range(threads)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()


class TurnsContract(Contract):
    """Turns are kept as they were said, whole or not at all, and for one user only."""

    def test_turns_come_back_verbatim_and_in_order(self, tmp_path: Path) -> None:
        odd = ["\u4f60\u597d \U0001f95c", "'; drop table turns; --", "x" * 100_000]
        texts = ["plain", " spaced \t\r\n out ", "e\u0301 is not \u00e9", *odd]
        with closing(self.make_engine(tmp_path)) as engine:
            store_turns(engine, ALICE, texts)
            assert _texts(engine) == texts

    def test_everything_of_a_turn_comes_back(self, tmp_path: Path) -> None:
        said_at = datetime(2026, 3, 1, 23, 59, 59, 123456, timezone(timedelta(hours=-9, minutes=-30)))
        metadata = {"mood": "\u263a", "list": [1, 2.5, None, {"deep": True}]}

        def work(writer: Writer) -> None:
            writer.threads.open("t1", "", NOON)
            writer.sessions.open("s1", "t1", NOON)
            writer.turns.add("u0", NewTurn("s1", Role.TOOL, "text", said_at, "calc", metadata))

        with closing(self.make_engine(tmp_path)) as engine:
            engine.write(ALICE, work)
            found = engine.read(ALICE, lambda reader: reader.turns.get(["u0"]))
        assert found == [Turn("u0", "s1", "t1", 0, Role.TOOL, "calc", "text", said_at, metadata)]
        assert found[0].said_at.utcoffset() == said_at.utcoffset()

    def test_get_keeps_the_order_asked_for_and_leaves_unknown_ids_out(self, tmp_path: Path) -> None:
        with closing(self.make_engine(tmp_path)) as engine:
            store_turns(engine, ALICE, ["a", "b", "c"])
            found = engine.read(ALICE, lambda reader: reader.turns.get(["u2", "nobody", "u0"]))
        assert [turn.id for turn in found] == ["u2", "u0"]

    def test_positions_count_up_within_each_session(self, tmp_path: Path) -> None:
        def work(writer: Writer) -> None:
            for number in range(6):
                add_turn(writer, f"u{number}", "text", session=f"s{number % 2}")

        with closing(self.make_engine(tmp_path)) as engine:
            engine.write(ALICE, work)
            even, odd = (engine.read(ALICE, lambda reader, name=name: reader.turns.of_session(name)) for name in ("s0", "s1"))
        assert [(turn.id, turn.position) for turn in even] == [("u0", 0), ("u2", 1), ("u4", 2)]
        assert [(turn.id, turn.position) for turn in odd] == [("u1", 0), ("u3", 1), ("u5", 2)]

    def test_the_last_turns_of_a_session_and_of_a_thread(self, tmp_path: Path) -> None:
        def work(writer: Writer) -> None:
            for number in range(6):
                add_turn(writer, f"u{number}", "text", session=f"s{number % 2}")
            add_turn(writer, "other", "text", session="s9", thread="t9")

        with closing(self.make_engine(tmp_path)) as engine:
            engine.write(ALICE, work)
            of_session = engine.read(ALICE, lambda reader: reader.turns.of_session("s0", 2))
            of_thread = engine.read(ALICE, lambda reader: reader.turns.of_thread("t1", 3))
        assert [turn.id for turn in of_session] == ["u2", "u4"]
        assert [turn.id for turn in of_thread] == ["u3", "u4", "u5"]

    def test_a_scan_meets_every_turn_once(self, tmp_path: Path) -> None:
        with closing(self.make_engine(tmp_path)) as engine:
            store_turns(engine, ALICE, ["text"] * 7)
            found: list[tuple[int, Turn]] = []
            after = 0
            while page := engine.read(ALICE, lambda reader, after=after: reader.turns.scan(after, 3)):
                found += page
                after = page[-1][0]
            by_seq = engine.read(ALICE, lambda reader: reader.turns.at([seq for seq, _ in found]))
        assert [turn.id for _, turn in found] == [f"u{number}" for number in range(7)]
        assert by_seq == dict(found)

    def test_a_known_key_is_skipped(self, tmp_path: Path) -> None:
        with closing(self.make_engine(tmp_path)) as engine:
            first = engine.write(ALICE, lambda writer: add_turn(writer, "u0", "first", key="k"))
            second = engine.write(ALICE, lambda writer: add_turn(writer, "u1", "again", key="k"))
            assert first is not None
            assert second is None
            assert _texts(engine) == ["first"]

    def test_a_writer_knows_which_keys_are_stored(self, tmp_path: Path) -> None:
        with closing(self.make_engine(tmp_path)) as engine:
            engine.write(ALICE, lambda writer: (add_turn(writer, "u0", "a", key="k0"), add_turn(writer, "u1", "b", key="k1")))
            assert engine.write(ALICE, lambda writer: writer.turns.known(["k1", "k2", "k0"])) == {"k0", "k1"}
            assert engine.write(ALICE, lambda writer: writer.turns.known([])) == set()

    def test_a_turn_of_an_unknown_session_is_refused_and_nothing_written(self, tmp_path: Path) -> None:
        with closing(self.make_engine(tmp_path)) as engine:
            store_turns(engine, ALICE, ["before"])
            with pytest.raises(UnknownSession):
                engine.write(ALICE, lambda writer: writer.turns.add("u9", NewTurn("nowhere", Role.USER, "lost", NOON)))
            assert engine.read(ALICE, lambda reader: [turn.text for _, turn in reader.turns.scan(0, 9)]) == ["before"]

    def test_a_write_that_raises_leaves_nothing(self, tmp_path: Path) -> None:
        def work(writer: Writer) -> None:
            add_turn(writer, "u1", "undone")
            add_memory(writer, memory("undone"))
            raise _Refusal

        with closing(self.make_engine(tmp_path)) as engine:
            store_turns(engine, ALICE, ["before"])
            before = _seen(engine, ALICE)
            with pytest.raises(_Refusal):
                engine.write(ALICE, work)
            assert _seen(engine, ALICE) == before

    def test_of_many_threads_only_the_failing_writes_are_undone(self, tmp_path: Path) -> None:
        threads, writes, bad = 8, 20, 7
        with closing(self.make_engine(tmp_path)) as engine:
            results: list[object] = [None] * threads

            def run(thread: int) -> None:
                refused = 0
                for number in range(writes):
                    name = f"{thread}-{number}"

                    def work(writer: Writer, name: str = name, number: int = number) -> None:
                        add_turn(writer, name, f"word{name.replace('-', 'x')}", session=f"s{thread}")
                        if number == bad:
                            raise _Refusal

                    try:
                        engine.write(ALICE, work)
                    except _Refusal:
                        refused += 1
                results[thread] = refused

            _run_all(run, threads)
            kept = [engine.read(ALICE, lambda reader, n=n: reader.turns.of_session(f"s{n}")) for n in range(threads)]
            entries = engine.read(ALICE, lambda reader: len(reader.index.columns().seq))
            problems = engine.inspect(ALICE).problems
        assert results == [1] * threads
        for thread, turns in enumerate(kept):
            assert [turn.id for turn in turns] == [f"{thread}-{number}" for number in range(writes) if number != bad]
            assert [turn.position for turn in turns] == list(range(writes - 1))
        assert entries == threads * (writes - 1)
        assert problems == ()

    def test_a_write_refused_in_company_raises_one_of_perdures_errors(self, tmp_path: Path) -> None:
        threads = 8
        with closing(self.make_engine(tmp_path)) as engine:
            store_turns(engine, ALICE, ["first"])
            raised: list[Exception] = []

            def run(thread: int) -> None:
                def work(writer: Writer) -> None:
                    time.sleep(0.02)  # meanwhile the others queue up
                    add_turn(writer, f"other-{thread}", "other", session=f"s-{thread}")
                    add_turn(writer, "u0" if thread % 2 else f"good-{thread}", "again", session=f"s-{thread}")

                try:
                    engine.write(ALICE, work)
                except Exception as error:  # noqa: BLE001  # which one it is, is the question
                    raised.append(error)

            _run_all(run, threads)
            assert [type(error).__name__ for error in raised if not isinstance(error, PerdureError)] == []
            assert len(raised) == threads // 2
            kept = engine.read(ALICE, lambda reader: [turn.text for _, turn in reader.turns.scan(0, 99)])
        assert sorted(kept) == sorted(["first", *["other", "again"] * (threads // 2)])

    def test_the_result_of_the_work_is_handed_back(self, tmp_path: Path) -> None:
        with closing(self.make_engine(tmp_path)) as engine:
            assert engine.write(ALICE, lambda _: 42) == 42
            assert engine.write(ALICE, lambda _: None) is None
            assert engine.read(ALICE, lambda _: "seen") == "seen"

    def test_a_writer_sees_what_it_wrote(self, tmp_path: Path) -> None:
        def work(writer: Writer) -> tuple[list[Turn], int]:
            add_turn(writer, "u0", "text")
            return writer.turns.get(["u0"]), len(writer.index.columns().seq)

        with closing(self.make_engine(tmp_path)) as engine:
            turns, entries = engine.write(ALICE, work)
        assert ([turn.id for turn in turns], entries) == (["u0"], 1)

    def test_an_unknown_user_reads_as_empty_and_is_not_made(self, tmp_path: Path) -> None:
        with closing(self.make_engine(tmp_path)) as engine:
            fill(engine, ALICE, "alice")
            seen = _seen(engine, BOB)
            figures = engine.read(BOB, lambda reader: reader.figures())
            users = [scope.user for scope in engine.scopes("acme")]
        columns = seen.pop("index.columns")
        assert columns["seq"] == []
        assert all(speaker.name == "" for speaker in seen.pop("index.speakers"))
        assert {name: value for name, value in seen.items() if value} == {}
        assert (figures.turns, figures.memories, figures.tasks, figures.entries) == (0, 0, 0, 0)
        assert users == ["alice"]

    def test_no_reader_shows_anything_of_another_scope(self, tmp_path: Path) -> None:
        others = {BOB: "bob", Scope("other", "alice"): "carol", Scope("acme", "Alice"): "dave", Scope("acm", "ealice"): "erin"}
        with closing(self.make_engine(tmp_path)) as engine:
            fill(engine, ALICE, "alice")
            before = _seen(engine, ALICE)
            for scope, word in others.items():
                fill(engine, scope, word)
            assert _seen(engine, ALICE) == before
            for scope, word in others.items():
                seen = _seen(engine, scope)
                assert [turn.text for turn in seen["turns.get"]] == [f"{word} hello"], scope
                assert "alice" not in str(seen), scope
            counts = [engine.read(scope, lambda reader: reader.figures()).entries for scope in (ALICE, *others)]
        assert counts == [2] * (len(others) + 1)

    def test_everyone_is_listed_by_tenant(self, tmp_path: Path) -> None:
        with closing(self.make_engine(tmp_path)) as engine:
            for scope in (BOB, ALICE, Scope("other", "carol")):
                store_turns(engine, scope, ["text"])
            assert list(engine.scopes("acme")) == [ALICE, BOB]
            assert list(engine.scopes("nobody")) == []
            assert list(engine.scopes()) == [ALICE, BOB, Scope("other", "carol")]

    def test_everything_survives_reopening(self, tmp_path: Path) -> None:
        with closing(self.make_engine(tmp_path)) as engine:
            fill(engine, ALICE, "alice")
            before = _seen(engine, ALICE)
        with closing(self.make_engine(tmp_path)) as engine:
            assert _seen(engine, ALICE) == before
            assert [turn.text for turn in before["turns.get"]] == ["alice hello"]
            assert engine.inspect(ALICE).problems == ()

    def test_an_acknowledged_write_is_seen_by_another_engine_on_the_same_data(self, tmp_path: Path) -> None:
        with closing(self.make_engine(tmp_path)) as engine, closing(self.make_engine(tmp_path)) as other:
            for number in range(3):
                engine.write(ALICE, lambda writer, number=number: add_turn(writer, f"u{number}", "text"))
                assert other.read(ALICE, lambda reader: len(reader.index.columns().seq)) == number + 1

    def test_a_closed_engine_refuses_everything(self, tmp_path: Path) -> None:
        engine = self.make_engine(tmp_path)
        store_turns(engine, ALICE, ["text"])
        engine.close()
        with pytest.raises(StoreClosed):
            engine.read(ALICE, lambda reader: reader.figures())
        with pytest.raises(StoreClosed):
            engine.write(ALICE, lambda writer: add_turn(writer, "u1", "late"))
        with pytest.raises(StoreClosed):
            list(engine.scopes("acme"))

    def test_moments_before_1970_and_at_the_microsecond_are_kept(self, tmp_path: Path) -> None:
        moments = [datetime(1900, 1, 1, tzinfo=UTC), datetime(2026, 3, 1, 12, 0, 0, 1, UTC), datetime(2262, 1, 1, tzinfo=UTC)]
        with closing(self.make_engine(tmp_path)) as engine:
            for number, at in enumerate(moments):
                engine.write(ALICE, lambda writer, number=number, at=at: add_turn(writer, f"u{number}", "text", at=at))
            assert [turn.said_at for turn in engine.read(ALICE, lambda reader: reader.turns.of_session("s1"))] == moments
