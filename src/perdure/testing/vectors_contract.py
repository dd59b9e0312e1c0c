"""How a user moves from one embedder to another."""

from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from perdure.errors import EmbedderMismatch
from perdure.ports.embedder import EmbedderSpec
from perdure.ports.engine import Engine, Writer
from perdure.testing.material import ALICE, SPEC, add_memory, add_turn, memory, store_turns, unit_vectors
from perdure.testing.turns_contract import Contract

__all__ = ["VectorsContract"]

_OTHER = EmbedderSpec("other", 4, 0.75)
_COUNT = 1100


def _missing(engine: Engine, target: EmbedderSpec, limit: int = 9999) -> list[int]:
    return engine.write(ALICE, lambda writer: writer.vectors.missing(target, limit))


def _stage(engine: Engine, target: EmbedderSpec, limit: int, seed: int = 1) -> int:
    """Stage vectors for up to `limit` entries; the vector of a seq is the row of that number."""
    vectors = unit_vectors(_COUNT * 2, seed, target.dimension)

    def work(writer: Writer) -> int:
        seqs = writer.vectors.missing(target, limit)
        writer.vectors.stage({seq: vectors[seq] for seq in seqs})
        return len(seqs)

    return engine.write(ALICE, work)


def _adopt(engine: Engine, target: EmbedderSpec) -> None:
    engine.write(ALICE, lambda writer: writer.vectors.adopt(target))


class VectorsContract(Contract):
    """Vectors of two embedders never meet, and the move between them survives a kill."""

    def test_the_index_says_whose_vectors_it_holds(self, tmp_path: Path) -> None:
        with closing(self.make_engine(tmp_path)) as engine:
            assert engine.write(ALICE, lambda writer: writer.vectors.spec()) == SPEC

    def test_all_entries_miss_a_new_embedders_vector_lowest_first(self, tmp_path: Path) -> None:
        with closing(self.make_engine(tmp_path)) as engine:
            store_turns(engine, ALICE, ["text"] * 5, unit_vectors(5))
            seq = engine.write(ALICE, lambda writer: add_memory(writer, memory("text")))
            turns = engine.read(ALICE, lambda reader: [found for found, _ in reader.turns.scan(0, 9)])
            assert _missing(engine, _OTHER) == [*turns, seq]
            assert _missing(engine, _OTHER, 2) == turns[:2]

    def test_of_its_own_embedder_only_entries_without_a_vector_are_missing(self, tmp_path: Path) -> None:
        vectors = unit_vectors(3)
        with closing(self.make_engine(tmp_path)) as engine:
            engine.write(ALICE, lambda writer: add_turn(writer, "u0", "text", vector=vectors[0]))
            engine.write(ALICE, lambda writer: add_turn(writer, "u1", "text"))
            engine.write(ALICE, lambda writer: add_turn(writer, "u2", "text", vector=vectors[2]))
            (gap,) = _missing(engine, SPEC)
            assert engine.read(ALICE, lambda reader: reader.turns.at([gap]))[gap].id == "u1"
            assert engine.read(ALICE, lambda reader: reader.figures()).unembedded == 1
            engine.write(ALICE, lambda writer: writer.vectors.stage({gap: vectors[1]}))
            _adopt(engine, SPEC)
            assert _missing(engine, SPEC) == []
            found = engine.read(ALICE, lambda reader: reader.index.similarities(vectors[0]))
        np.testing.assert_allclose(found, vectors @ vectors[0], atol=1e-3)

    def test_reads_are_served_from_the_old_vectors_until_the_switch(self, tmp_path: Path) -> None:
        vectors = unit_vectors(5)
        with closing(self.make_engine(tmp_path)) as engine:
            store_turns(engine, ALICE, ["text"] * 5, vectors)
            _stage(engine, _OTHER, 5)
            found = engine.read(ALICE, lambda reader: reader.index.similarities(vectors[3]))
        np.testing.assert_allclose(found, vectors @ vectors[3], atol=1e-3)

    def test_staging_goes_on_after_reopening(self, tmp_path: Path) -> None:
        with closing(self.make_engine(tmp_path)) as engine:
            store_turns(engine, ALICE, ["text"] * 10)
            every = _missing(engine, _OTHER)
            assert _stage(engine, _OTHER, 4) == 4
        with closing(self.make_engine(tmp_path)) as engine:
            assert _missing(engine, _OTHER) == every[4:]

    def test_another_target_drops_what_was_staged(self, tmp_path: Path) -> None:
        with closing(self.make_engine(tmp_path)) as engine:
            store_turns(engine, ALICE, ["text"] * 10)
            _stage(engine, _OTHER, 4)
            assert len(_missing(engine, EmbedderSpec("third", 4, 0.5))) == 10
            assert len(_missing(engine, _OTHER)) == 10

    def test_a_switch_before_all_vectors_are_staged_changes_nothing(self, tmp_path: Path) -> None:
        with closing(self.make_engine(tmp_path)) as engine:
            store_turns(engine, ALICE, ["text"] * 10)
            _stage(engine, _OTHER, 4)
            with pytest.raises(Exception, match=r".+"):
                _adopt(engine, _OTHER)
            assert engine.write(ALICE, lambda writer: writer.vectors.spec()) == SPEC

    def test_vectors_of_another_embedder_are_refused(self, tmp_path: Path) -> None:
        with closing(self.make_engine(tmp_path)) as engine:
            store_turns(engine, ALICE, ["text"] * 3)
            _stage(engine, _OTHER, 3)
            _adopt(engine, _OTHER)
            assert engine.write(ALICE, lambda writer: writer.vectors.spec()) == _OTHER
            with pytest.raises(EmbedderMismatch):
                engine.read(ALICE, lambda reader: reader.index.columns())
            with pytest.raises(EmbedderMismatch):
                engine.write(ALICE, lambda writer: add_turn(writer, "u9", "text"))
            assert len(engine.read(ALICE, lambda reader: reader.turns.scan(0, 9))) == 3
        with closing(self.make_engine(tmp_path)) as engine, pytest.raises(EmbedderMismatch):
            engine.read(ALICE, lambda reader: reader.index.similarities(unit_vectors(1)[0]))

    def test_a_large_index_moves_to_another_embedder_and_back(self, tmp_path: Path) -> None:
        question = unit_vectors(1, 7)[0]
        with closing(self.make_engine(tmp_path)) as engine:
            store_turns(engine, ALICE, ["text"] * _COUNT, unit_vectors(_COUNT))
            engine.read(ALICE, lambda reader: reader.index.similarities(question))
            for target, seed in ((_OTHER, 2), (SPEC, 3)):
                while _stage(engine, target, 500, seed):
                    pass
                _adopt(engine, target)
            seqs = engine.read(ALICE, lambda reader: reader.index.columns().seq.tolist())
            found = engine.read(ALICE, lambda reader: reader.index.similarities(question))
            centre = engine.read(ALICE, lambda reader: reader.index.centre(np.arange(_COUNT)[::9]))
            problems = engine.inspect(ALICE).problems
        vectors = unit_vectors(_COUNT * 2, 3)[seqs]
        mean = vectors[::9].mean(axis=0)
        np.testing.assert_allclose(found, vectors @ question, atol=0.011)
        np.testing.assert_allclose(centre, mean / np.linalg.norm(mean), atol=0.011)
        assert problems == ()
