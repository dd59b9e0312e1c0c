"""The built-in engine and embedder fulfil the contracts, and the contracts notice those that do not."""

import inspect
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from broken_groups import (
    Replaced,
    counted_when_told,
    done_twice,
    end_known_when_true,
    end_without_reason,
    ended_left_out,
    granted,
    listed_whatever_attribute,
    merged_by_name,
    merged_without_topic,
    put_as_new,
    rated_without_bound,
    revived_for_ever,
    running_for_ever,
    taken_again,
    viewing_with,
    writing_with,
)
from perdure.embedders.static import StaticEmbedder
from perdure.model.scope import Scope
from perdure.ports import engine as engine_port
from perdure.ports import knowledge, reflection
from perdure.ports.embedder import Embedder
from perdure.ports.engine import Engine, Reader, Writer
from perdure.ports.index import IndexReader
from perdure.storage.sqlite.engine import SQLiteEngine
from perdure.testing import SPEC, EmbedderConformance, EngineConformance
from perdure.testing.material import views

KEY = b"k" * 32


class TestSQLiteEncrypted(EngineConformance):
    def make_engine(self, folder: Path) -> Engine:
        return SQLiteEngine(folder / "store", SPEC, key=KEY)


class TestSQLitePlain(EngineConformance):
    def make_engine(self, folder: Path) -> Engine:
        return SQLiteEngine(folder / "store", SPEC, encryption=False)


class TestStaticEmbedder(EmbedderConformance):
    def make_embedder(self) -> Embedder:
        return StaticEmbedder()


def dropping_turns(engine: Engine) -> Any:
    """Acknowledges each third turn without keeping it."""
    count = 0

    def write(scope: Scope, work: Callable[[Writer], Any]) -> Any:
        def with_loss(writer: Writer) -> Any:
            def add(turn_id: str, new: Any) -> Any:
                nonlocal count
                count += 1
                if count % 3:
                    return writer.turns.add(turn_id, new)
                seq, turn = writer.turns.add(f"{turn_id}-shadow", new) or (0, None)
                return seq, turn

            return work(Replaced(writer, turns=Replaced(writer.turns, add=add)))  # type: ignore[arg-type]

        return engine.write(scope, with_loss)

    return Replaced(engine, write=write)


def ignoring_tenants(engine: Engine) -> Any:
    """Keeps users of the same name in one place, whoever's they are."""

    def merged(scope: Scope) -> Scope:
        return Scope("all", scope.user)

    return Replaced(
        engine,
        read=lambda scope, work: engine.read(merged(scope), work),
        write=lambda scope, work: engine.write(merged(scope), work),
        inspect=lambda scope: engine.inspect(merged(scope)),
    )


def swapping_users(engine: Engine) -> Any:
    """Reads the second user's data for the first."""

    def read(scope: Scope, work: Callable[[Reader], Any]) -> Any:
        return engine.read(Scope(scope.tenant, {"alice": "bob", "bob": "alice"}.get(scope.user, scope.user)), work)

    return Replaced(engine, read=read)


def reading_with(**methods: Callable[[Reader], Any]) -> Callable[[Engine], Any]:
    """An engine whose index readers have these methods instead of their own; each is made from the true reader."""

    def broken(engine: Engine) -> Any:
        def read(scope: Scope, work: Callable[[Reader], Any]) -> Any:
            def instead(reader: Reader) -> Any:
                made = {name: make(reader) for name, make in methods.items()}
                return work(Replaced(reader, index=Replaced(reader.index, **made)))  # type: ignore[arg-type]

            return engine.read(scope, instead)

        return Replaced(engine, read=read)

    return broken


def shuffled_similarities(reader: Reader) -> Any:
    """The right similarities for the wrong rows."""
    return lambda vector: np.random.default_rng(3).permutation(reader.index.similarities(vector))


def cut_postings(reader: Reader) -> Any:
    """The last entry is left out of each posting."""
    return lambda words: [Replaced(one, rows=one.rows[:-1], counts=one.counts[:-1]) for one in reader.index.postings(words)]


def postings_without_common_words(reader: Reader) -> Any:
    """A word too common to tell rows apart is treated as if nobody had said it."""
    return lambda words: [one for one in reader.index.postings(words) if len(one.rows)]


def postings_of_common_words(reader: Reader) -> Any:
    """The rows of every word are read, however many they are."""

    def postings(words: Any) -> Any:
        every = np.arange(len(reader.index.columns().seq))
        return [
            one if len(one.rows) else Replaced(one, rows=every, counts=np.ones(len(every), np.float32))
            for one in reader.index.postings(words)
        ]

    return postings


def long_centre(reader: Reader) -> Any:
    """The sum of the vectors instead of their direction."""
    return lambda rows: reader.index.centre(rows) * np.float32(len(rows) + 1)


def centre_of_all(reader: Reader) -> Any:
    """The centre of everything, whatever rows are asked for."""
    return lambda _: reader.index.centre(np.arange(len(reader.index.columns().seq)))


def centre_of_nothing(reader: Reader) -> Any:
    """A direction even where there is no vector at all."""

    def centre(rows: Any) -> Any:
        found = reader.index.centre(rows)
        return found if found.any() else np.full_like(found, len(found) ** -0.5)

    return centre


def old_centre(reader: Reader) -> Any:
    """Rows are counted by seq, which is the same until something is removed."""

    def centre(rows: Any) -> Any:
        seqs = reader.index.columns().seq
        return reader.index.centre(np.clip(seqs[rows] - 1, 0, len(seqs) - 1))

    return centre


class _Undo(Exception):
    pass


def acknowledging_nothing(engine: Engine) -> Any:
    """Says that it wrote, and rolls back."""

    def write(scope: Scope, work: Callable[[Writer], Any]) -> Any:
        result = None

        def undone(writer: Writer) -> None:
            nonlocal result
            result = work(writer)
            raise _Undo

        try:
            engine.write(scope, undone)
        except _Undo:
            return result

    return Replaced(engine, write=write)


def keeping_half(engine: Engine) -> Any:
    """Keeps what a failing write had written before it failed."""

    def write(scope: Scope, work: Callable[[Writer], Any]) -> Any:
        failure: Exception | None = None

        def kept(writer: Writer) -> Any:
            nonlocal failure
            try:
                return work(writer)
            except Exception as error:  # noqa: BLE001  # that is what is broken
                failure = error

        result = engine.write(scope, kept)
        if failure is not None:
            raise failure
        return result

    return Replaced(engine, write=write)


def staying_open(engine: Engine) -> Any:
    """Goes on after it was closed."""
    return Replaced(engine, close=lambda: None)


def passes(broken: Callable[[Engine], Any], name: str) -> bool:
    """Whether an engine, broken in this way, passes one test of the kit."""

    class Kit(EngineConformance):
        def make_engine(self, folder: Path) -> Engine:
            engine = SQLiteEngine(folder / "store", SPEC, encryption=False)
            made.append(engine)
            return broken(engine)

    made: list[SQLiteEngine] = []
    with tempfile.TemporaryDirectory() as folder:
        try:
            getattr(Kit(), name)(Path(folder))
        except (Exception, pytest.fail.Exception):  # noqa: BLE001  # any failure counts
            return False
        finally:
            for engine in made:
                engine.close()
    return True


@pytest.mark.parametrize(
    ("broken", "noticed_by"),
    [
        (dropping_turns, "test_get_keeps_the_order_asked_for_and_leaves_unknown_ids_out"),
        (ignoring_tenants, "test_no_reader_shows_anything_of_another_scope"),
        (swapping_users, "test_turns_come_back_verbatim_and_in_order"),
        (acknowledging_nothing, "test_everything_survives_reopening"),
        (keeping_half, "test_a_write_that_raises_leaves_nothing"),
        (staying_open, "test_a_closed_engine_refuses_everything"),
        (reading_with(similarities=shuffled_similarities), "test_similarities_are_exact_for_the_closest_rows"),
        (reading_with(postings=cut_postings), "test_postings_count_each_word_in_each_entry"),
        (reading_with(postings=postings_without_common_words), "test_among_very_many_entries_a_word_of_all_of_them_comes_without_rows"),
        (reading_with(postings=postings_of_common_words), "test_among_very_many_entries_a_word_of_all_of_them_comes_without_rows"),
        (keeping_half, "test_results_and_their_mark_are_undone_together"),
        (keeping_half, "test_whatever_fails_leaves_nothing_of_all_that_it_changed"),
        (keeping_half, "test_a_merger_that_is_undone_by_an_error_leaves_two_threads"),
        (writing_with("reflection", lease=granted), "test_a_lease_has_one_holder_until_it_expires_or_is_given_back"),
        (writing_with("reflection", lease=granted), "test_of_two_engines_that_want_a_lease_at_once_one_gets_it"),
        (writing_with("memories", end=end_known_when_true), "test_an_end_keeps_both_times_and_why"),
        (writing_with("memories", end=end_without_reason), "test_what_a_memory_took_the_place_of_is_found_until_it_is_forgotten"),
        (writing_with("memories", revive=revived_for_ever), "test_an_end_taken_back_leaves_no_trace"),
        (writing_with("threads", merge=merged_by_name), "test_merging_moves_everything_and_loses_nothing"),
        (writing_with("threads", merge=merged_by_name), "test_the_id_of_a_merged_thread_goes_on_to_name_it"),
        (writing_with("threads", merge=merged_without_topic), "test_mergers_follow_each_other"),
        (writing_with("pending", take=taken_again), "test_what_was_taken_and_not_done_comes_again"),
        (writing_with("pending", put=put_as_new), "test_what_was_taken_and_not_done_comes_again"),
        (writing_with("pending", done=done_twice), "test_work_waits_until_it_is_due_and_is_struck_off_once"),
        (writing_with("usage", add=counted_when_told), "test_use_is_counted_of_what_is_remembered"),
        (viewing_with("memories", list=listed_whatever_attribute), "test_memories_are_found_by_subject_and_attribute"),
        (viewing_with("memories", list=ended_left_out), "test_memories_are_found_by_subject_and_attribute"),
        (viewing_with("threads", running=running_for_ever), "test_threads_that_are_open_and_lately_active_are_running"),
        (
            viewing_with("usage", rated=rated_without_bound),
            "test_what_was_used_or_judged_is_told_by_seq_the_latest_first_if_it_is_too_much",
        ),
        (reading_with(centre=long_centre), "test_a_centre_is_the_mean_direction_of_its_rows"),
        (reading_with(centre=centre_of_all), "test_a_centre_is_the_mean_direction_of_its_rows"),
        (reading_with(centre=centre_of_all), "test_centres_in_a_large_index_are_right_before_and_after_reopening"),
        (reading_with(centre=centre_of_all), "test_a_large_index_moves_to_another_embedder_and_back"),
        (reading_with(centre=centre_of_nothing), "test_entries_without_a_vector_have_no_part_in_a_centre"),
        (reading_with(centre=old_centre), "test_a_centre_follows_what_is_added_and_removed"),
    ],
)
def test_a_broken_engine_fails_the_kit(broken: Callable[[Engine], Any], noticed_by: str) -> None:
    assert passes(lambda engine: engine, noticed_by)
    assert not passes(broken, noticed_by)


def test_the_kit_looks_at_every_method_of_every_reader() -> None:
    groups = {
        "turns": engine_port.TurnReader,
        "sessions": engine_port.SessionReader,
        "threads": engine_port.ThreadReader,
        "memories": engine_port.MemoryReader,
        "tasks": engine_port.TaskReader,
        "profile": engine_port.ProfileReader,
        "reflection": engine_port.ReflectionReader,
        "pending": engine_port.PendingReader,
        "usage": engine_port.UsageReader,
        "index": IndexReader,
    }
    methods = {f"{group}.{name}" for group, port in groups.items() for name in vars(port) if not name.startswith("_")}
    assert methods | {"figures"} == set(views())
    assert {name for name in vars(Reader) if not name.startswith("_")} == {*groups, "figures"}


@pytest.mark.parametrize("group", [getattr(module, name) for module in (knowledge, reflection) for name in module.__all__])
def test_a_group_of_an_engine_has_few_methods(group: type) -> None:
    own = [name for name, member in vars(group).items() if inspect.isfunction(member) and not name.startswith("_")]

    assert len(own) <= 5, own
