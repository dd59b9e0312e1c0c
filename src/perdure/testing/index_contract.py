"""The search index: columns, postings, similarities, centres."""

from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from perdure.client.indexing import entry_of_memory, words_of
from perdure.model.memory import Kind
from perdure.model.times import FOREVER, to_micros
from perdure.model.turn import Role
from perdure.ports.engine import Engine, Writer
from perdure.ports.index import KINDS, ROLES, Flag, Speaker
from perdure.testing.material import ALICE, NOON, add_memory, add_turn, column_lists, memory, store_turns, unit_vectors
from perdure.testing.turns_contract import Contract

__all__ = ["IndexContract"]

_HOUR = timedelta(hours=1)
_MANY = 1500
"""More than an engine is likely to keep in one piece."""
_VERY_MANY = 10_000
"""From here on an engine may leave out the rows of words that stand in most of them."""
_EXACT = 60
_QUANTISATION = 0.011
_HALF_PRECISION = 1e-3
"""Vectors are kept in float16."""


def _postings(engine: Engine, *words: str) -> list[dict[int, float]]:
    found = engine.read(ALICE, lambda reader: reader.index.postings(words))
    return [dict(zip(posting.rows.tolist(), posting.counts.tolist(), strict=True)) for posting in found]


def _columns(engine: Engine) -> dict[str, Any]:
    return engine.read(ALICE, lambda reader: column_lists(reader.index.columns()))


def _centre(engine: Engine, rows: list[int]) -> NDArray[np.float32]:
    return engine.read(ALICE, lambda reader: reader.index.centre(np.array(rows, np.int64)))


def _unit(vector: NDArray[np.float32]) -> NDArray[np.float32]:
    return vector / np.float32(np.linalg.norm(vector))


def _index_of(engine: Engine) -> tuple[dict[str, Any], list[dict[int, float]], list[float]]:
    similar = engine.read(ALICE, lambda reader: reader.index.similarities(unit_vectors(1, 99)[0]))
    return _columns(engine), _postings(engine, "even", "odd", "text"), similar.tolist()


def _fill_many(engine: Engine) -> None:
    vectors = unit_vectors(_MANY)
    store_turns(engine, ALICE, [f"text {'odd' if number % 2 else 'even'}" for number in range(_MANY)], vectors)


class IndexContract(Contract):
    """What recall reads is what was written, to the last entry."""

    def test_columns_tell_what_was_indexed(self, tmp_path: Path) -> None:
        def work(writer: Writer) -> None:
            add_turn(writer, "u0", "When do we leave?", speaker="Ann")
            add_memory(writer, memory("Ann likes trains", kind=Kind.PREFERENCE, at=NOON + _HOUR))

        with closing(self.make_engine(tmp_path)) as engine:
            engine.write(ALICE, work)
            columns = _columns(engine)
            speakers = engine.read(ALICE, lambda reader: reader.index.speakers())
        noon, later = to_micros(NOON), to_micros(NOON + _HOUR)
        assert columns["seq"] == sorted(set(columns["seq"]))
        assert [KINDS[code] for code in columns["kind"]] == [Kind.TURN, Kind.PREFERENCE]
        assert columns["said_at"] == columns["valid_from"] == [noon, later]
        assert columns["valid_until"] == [FOREVER, FOREVER]
        assert columns["session"][0] > columns["session"][1] == 0
        assert columns["terms"] == [len(words_of(text).split()) for text in ("When do we leave?", "Ann likes trains")]
        assert columns["length"] == [4, 3]
        assert columns["flags"][0] & Flag.QUESTION
        assert not columns["flags"][1] & Flag.QUESTION
        assert ROLES[columns["role"][0]] == Role.USER
        assert columns["speakers"][columns["speaker"][0]] == Speaker("Ann", Role.USER)
        assert columns["speakers"][columns["speaker"][1]].name == ""
        assert set(speakers) == set(columns["speakers"])

    def test_when_what_a_text_speaks_of_happened_is_kept(self, tmp_path: Path) -> None:
        texts = ["We sailed on 14 February 2026.", "We sailed.", "text"]
        day = (to_micros(NOON.replace(month=2, day=14, hour=0)), to_micros(NOON.replace(month=2, day=15, hour=0)))
        with closing(self.make_engine(tmp_path)) as engine:
            store_turns(engine, ALICE, texts + ["text"] * _MANY)
            engine.write(ALICE, lambda writer: add_memory(writer, memory(texts[0])))
            grown = _columns(engine)
        with closing(self.make_engine(tmp_path)) as engine:
            loaded = _columns(engine)
        for columns in (grown, loaded):
            spans = list(zip(columns["happened_from"], columns["happened_until"], strict=True))
            assert spans == [day, *[(0, 0)] * (_MANY + 2), day]

    def test_the_turn_that_a_statement_speaks_for_is_kept(self, tmp_path: Path) -> None:
        statement = memory("Ann sails")

        def state(writer: Writer) -> int:
            ((spoken, _),) = writer.turns.scan(0, 1)
            writer.index.add(writer.memories.add(statement), entry_of_memory(statement, None, credit=spoken))
            return spoken

        with closing(self.make_engine(tmp_path)) as engine:
            engine.write(ALICE, lambda writer: add_turn(writer, "first", "We sailed, Ann and I."))
            spoken = engine.write(ALICE, state)
            store_turns(engine, ALICE, ["text"] * _MANY)
            grown = _columns(engine)["credit"]
        with closing(self.make_engine(tmp_path)) as engine:
            loaded = _columns(engine)["credit"]
        assert grown == loaded == [0, spoken, *[0] * _MANY]

    def test_previous_links_the_turns_of_interleaved_sessions(self, tmp_path: Path) -> None:
        with closing(self.make_engine(tmp_path)) as engine:
            for turn_id, session in (("u0", "a"), ("u1", "b"), ("u2", "a"), ("u3", "b"), ("u4", "a")):
                engine.write(ALICE, lambda writer, turn_id=turn_id, session=session: add_turn(writer, turn_id, "text", session=session))
                _columns(engine)  # read after each write, so that links also reach into what is loaded already
                engine.write(ALICE, lambda writer, turn_id=turn_id: add_memory(writer, memory("text", f"m{turn_id}")))
            grown = _columns(engine)["previous"]
        with closing(self.make_engine(tmp_path)) as engine:
            loaded = _columns(engine)["previous"]
        assert grown == loaded == [-1, -1, -1, -1, 0, -1, 2, -1, 4, -1]

    def test_an_ended_validity_is_seen_in_the_columns(self, tmp_path: Path) -> None:
        with closing(self.make_engine(tmp_path)) as engine:
            seq = engine.write(ALICE, lambda writer: add_memory(writer, memory("text")))
            engine.write(ALICE, lambda writer: add_memory(writer, memory("other", "m2")))
            assert _columns(engine)["valid_until"] == [FOREVER, FOREVER]
            engine.write(ALICE, lambda writer: writer.index.end_validity(seq, 12345))
            assert _columns(engine)["valid_until"] == [12345, FOREVER]

    def test_postings_count_each_word_in_each_entry(self, tmp_path: Path) -> None:
        with closing(self.make_engine(tmp_path)) as engine:
            store_turns(engine, ALICE, ["peanut", "train", "peanut train peanut", "boat"])
            assert _postings(engine, "peanut") == [{0: 1, 2: 2}]
            assert _postings(engine, "train", "peanut") == [{1: 1, 2: 1}, {0: 1, 2: 2}]
            assert _postings(engine, "rocket", "boat") == [{3: 1}]
            assert _postings(engine) == []

    def test_no_word_is_dropped_while_there_is_little_data(self, tmp_path: Path) -> None:
        with closing(self.make_engine(tmp_path)) as engine:
            store_turns(engine, ALICE, ["peanut"] * 300)
            assert _postings(engine, "peanut") == [dict.fromkeys(range(300), 1)]

    def test_among_very_many_entries_a_word_of_all_of_them_comes_without_rows(self, tmp_path: Path) -> None:
        texts = ["common"] * (_VERY_MANY - 2) + ["common rare", "common common rare"]
        with closing(self.make_engine(tmp_path)) as engine:
            store_turns(engine, ALICE, texts)
            grown = _postings(engine, "common", "nowhere", "rare", "commons")
            columns = _columns(engine)
        with closing(self.make_engine(tmp_path)) as engine:
            loaded = _postings(engine, "common", "nowhere", "rare", "commons")
        # It is told apart from a word that nobody said, and the length of entries does not change.
        assert grown == loaded == [{}, {_VERY_MANY - 2: 1, _VERY_MANY - 1: 1}]
        assert columns["terms"][-1] == 3

    def test_forms_of_a_word_share_one_posting(self, tmp_path: Path) -> None:
        with closing(self.make_engine(tmp_path)) as engine:
            store_turns(engine, ALICE, ["travelling", "travel", "travels"])
            for form in ("travel", "travels", "travelling", "travelled"):
                assert _postings(engine, form) == [{0: 1, 1: 1, 2: 1}], form
            assert _postings(engine, "travel", "travels") == [{0: 1, 1: 1, 2: 1}]

    def test_words_of_other_scripts_and_operators_are_words(self, tmp_path: Path) -> None:
        with closing(self.make_engine(tmp_path)) as engine:
            store_turns(engine, ALICE, ["\u043f\u0440\u0438\u0432\u0435\u0442", "\u4f60\u597d", "near or text"])
            assert _postings(engine, *words_of("\u043f\u0440\u0438\u0432\u0435\u0442").split()) == [{0: 1}]
            assert _postings(engine, "\u4f60\u597d") == [{1: 1}]
            assert _postings(engine, "near") == [{2: 1}]
            assert _postings(engine, 'near"(', "*") == [{2: 1}]

    def test_similarities_are_exact_for_the_closest_rows(self, tmp_path: Path) -> None:
        vectors, question = unit_vectors(400), unit_vectors(1, 7)[0]
        with closing(self.make_engine(tmp_path)) as engine:
            store_turns(engine, ALICE, ["text"] * len(vectors), vectors)
            found = engine.read(ALICE, lambda reader: reader.index.similarities(question))
        expected = vectors @ question
        closest = np.argsort(-expected)
        assert found.shape == expected.shape
        assert found.dtype == np.float32
        # Quantised cosines decide which 60 are computed exactly, so the last few of them may be others.
        sure = closest[: _EXACT - 10]
        np.testing.assert_allclose(found[sure], expected[sure], atol=_HALF_PRECISION)
        np.testing.assert_allclose(found, expected, atol=_QUANTISATION)

    def test_entries_without_a_vector_are_similar_to_nothing(self, tmp_path: Path) -> None:
        vector = unit_vectors(1)[0]
        with closing(self.make_engine(tmp_path)) as engine:
            engine.write(ALICE, lambda writer: add_turn(writer, "u0", "text"))
            engine.write(ALICE, lambda writer: add_turn(writer, "u1", "text", vector=vector))
            found = engine.read(ALICE, lambda reader: reader.index.similarities(vector))
        np.testing.assert_allclose(found, [0, 1], atol=_HALF_PRECISION)

    def test_a_centre_is_the_mean_direction_of_its_rows(self, tmp_path: Path) -> None:
        vectors = unit_vectors(40)
        with closing(self.make_engine(tmp_path)) as engine:
            store_turns(engine, ALICE, ["text"] * len(vectors), vectors)
            for rows in ([7], [0, 39], list(range(10, 30)), [5, 5, 6]):
                found = _centre(engine, rows)
                assert found.dtype == np.float32
                assert found.shape == (vectors.shape[1],)
                np.testing.assert_allclose(np.linalg.norm(found), 1, atol=_HALF_PRECISION)
                np.testing.assert_allclose(found, _unit(vectors[rows].mean(axis=0)), atol=_QUANTISATION, err_msg=str(rows))

    def test_entries_without_a_vector_have_no_part_in_a_centre(self, tmp_path: Path) -> None:
        vector = unit_vectors(1)[0]
        with closing(self.make_engine(tmp_path)) as engine:
            engine.write(ALICE, lambda writer: add_turn(writer, "u0", "text"))
            engine.write(ALICE, lambda writer: add_turn(writer, "u1", "text", vector=vector))
            engine.write(ALICE, lambda writer: add_turn(writer, "u2", "text"))
            assert not _centre(engine, [0, 2]).any()
            np.testing.assert_allclose(_centre(engine, [0, 1, 2]), vector, atol=_QUANTISATION)

    def test_a_centre_follows_what_is_added_and_removed(self, tmp_path: Path) -> None:
        vectors = unit_vectors(4)

        def remove(writer: Writer) -> None:
            for seq, version in writer.memories.remove("m0").items():
                writer.index.remove(seq, words_of(version.text))

        with closing(self.make_engine(tmp_path)) as engine:
            for number in range(3):
                new, vector = memory("text", f"m{number}"), vectors[number]
                engine.write(ALICE, lambda writer, new=new, vector=vector: add_memory(writer, new, vector))
                np.testing.assert_allclose(_centre(engine, [0, number]), _unit(vectors[0] + vector), atol=_QUANTISATION)
            engine.write(ALICE, remove)
            np.testing.assert_allclose(_centre(engine, [0, 1]), _unit(vectors[1] + vectors[2]), atol=_QUANTISATION)
            engine.write(ALICE, lambda writer: add_memory(writer, memory("text", "m3"), vectors[3]))
            np.testing.assert_allclose(_centre(engine, [2]), vectors[3], atol=_QUANTISATION)

    def test_centres_in_a_large_index_are_right_before_and_after_reopening(self, tmp_path: Path) -> None:
        vectors, rows = unit_vectors(_MANY), [3, 700, 1023, 1024, _MANY - 1]
        expected = _unit(vectors[rows].mean(axis=0))
        with closing(self.make_engine(tmp_path)) as engine:
            store_turns(engine, ALICE, ["text"] * _MANY, vectors)
            np.testing.assert_allclose(_centre(engine, rows), expected, atol=_QUANTISATION)
        with closing(self.make_engine(tmp_path)) as engine:
            np.testing.assert_allclose(_centre(engine, rows), expected, atol=_QUANTISATION)

    def test_a_large_index_is_the_same_after_reopening(self, tmp_path: Path) -> None:
        with closing(self.make_engine(tmp_path)) as engine:
            _fill_many(engine)
            written = _index_of(engine)
        with closing(self.make_engine(tmp_path)) as engine:
            loaded = _index_of(engine)
            problems = engine.inspect(ALICE).problems
        assert len(written[0]["seq"]) == _MANY
        assert loaded == written
        assert problems == ()

    def test_an_index_that_grew_while_it_was_read_equals_one_loaded_whole(self, tmp_path: Path) -> None:
        with closing(self.make_engine(tmp_path)) as engine:
            for start in range(0, _MANY, 300):

                def work(writer: Writer, start: int = start) -> None:
                    for number, vector in enumerate(unit_vectors(300, start)):
                        add_turn(writer, f"u{start + number}", "text odd", vector=vector, session=f"s{number % 3}")

                engine.write(ALICE, work)
                _index_of(engine)
            grown = _index_of(engine)
        with closing(self.make_engine(tmp_path)) as engine:
            assert _index_of(engine) == grown

    def test_an_entry_is_removed_from_the_midst_of_a_large_index(self, tmp_path: Path) -> None:
        with closing(self.make_engine(tmp_path)) as engine:
            seq = engine.write(ALICE, lambda writer: add_memory(writer, memory("secret odd"), unit_vectors(1, 99)[0]))
            _fill_many(engine)
            assert _postings(engine, "secret") == [{0: 1}]
            engine.write(ALICE, lambda writer: (writer.memories.remove("m1"), writer.index.remove(seq, words_of("secret odd"))))
            columns, (even, odd, text), similar = _index_of(engine)
            assert _postings(engine, "secret") == []
            problems = engine.inspect(ALICE).problems
        assert seq not in columns["seq"]
        assert len(columns["seq"]) == len(similar) == len(text) == _MANY
        assert list(even) == list(range(0, _MANY, 2))
        assert list(odd) == list(range(1, _MANY, 2))
        assert columns["previous"] == list(range(-1, _MANY - 1))
        np.testing.assert_allclose(similar, unit_vectors(_MANY) @ unit_vectors(1, 99)[0], atol=_QUANTISATION)
        assert problems == ()

    def test_removing_a_memory_leaves_no_word_of_any_version(self, tmp_path: Path) -> None:
        def write(writer: Writer) -> None:
            writer.index.end_validity(add_memory(writer, memory("likes walnuts")), to_micros(NOON))
            writer.memories.end("m1", NOON)
            add_memory(writer, memory("likes almonds", version=2))

        def remove(writer: Writer) -> None:
            for seq, version in writer.memories.remove("m1").items():
                writer.index.remove(seq, words_of(version.text))

        with closing(self.make_engine(tmp_path)) as engine:
            engine.write(ALICE, write)
            assert len(_postings(engine, "walnuts", "almonds", "likes")) == 3
            engine.write(ALICE, remove)
            assert _postings(engine, "walnuts", "almonds", "likes") == []
            assert _columns(engine)["seq"] == []

    def test_a_cleared_index_can_be_made_anew(self, tmp_path: Path) -> None:
        with closing(self.make_engine(tmp_path)) as engine:
            store_turns(engine, ALICE, ["peanut"])
            engine.write(ALICE, lambda writer: writer.index.clear())
            assert _columns(engine)["seq"] == []
            assert _postings(engine, "peanut") == []
            assert engine.inspect(ALICE).problems != ()
            assert len(engine.read(ALICE, lambda reader: reader.turns.of_session("s1"))) == 1
