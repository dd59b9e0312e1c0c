"""The contracts of engines and embedders, whole. Their parts stand in the modules beside this one."""

import numpy as np

from perdure.ports.embedder import Embedder
from perdure.testing.index_contract import IndexContract
from perdure.testing.knowledge_contract import KnowledgeContract
from perdure.testing.records_contract import RecordsContract
from perdure.testing.reflection_contract import ReflectionContract
from perdure.testing.threads_contract import ThreadsContract
from perdure.testing.turns_contract import TurnsContract
from perdure.testing.vectors_contract import VectorsContract

__all__ = ["EmbedderConformance", "EngineConformance"]


class EngineConformance(
    TurnsContract, RecordsContract, KnowledgeContract, ThreadsContract, ReflectionContract, IndexContract, VectorsContract
):
    """What every engine must do. Subclass it in a test module as `Test...` and override `make_engine`."""


class EmbedderConformance:
    """What every embedder must do. Subclass it in a test module as `Test...` and override `make_embedder`."""

    texts = ("I am allergic to peanuts.", "The train to Oslo leaves at nine.", "ein Satz auf Deutsch", "peanuts")

    def make_embedder(self) -> Embedder:
        """The embedder under test."""
        raise NotImplementedError

    def test_vectors_are_float32_rows_of_the_specs_dimension(self) -> None:
        embedder = self.make_embedder()
        vectors = embedder.embed(self.texts)
        assert vectors.dtype == np.float32
        assert vectors.shape == (len(self.texts), embedder.spec.dimension)

    def test_vectors_have_unit_length(self) -> None:
        vectors = self.make_embedder().embed(self.texts)
        np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-4)

    def test_an_empty_text_has_a_row_of_zeros(self) -> None:
        vectors = self.make_embedder().embed(["peanuts", ""])
        assert vectors[0].any()
        assert not vectors[1].any()

    def test_no_text_gives_no_row(self) -> None:
        embedder = self.make_embedder()
        assert embedder.embed([]).shape == (0, embedder.spec.dimension)

    def test_a_batch_gives_what_its_texts_give_one_by_one(self) -> None:
        embedder = self.make_embedder()
        batch = embedder.embed(self.texts)
        singles = np.concatenate([embedder.embed([text]) for text in self.texts])
        np.testing.assert_allclose(batch, singles, atol=1e-4)

    def test_the_same_text_gives_the_same_vector_from_another_instance(self) -> None:
        np.testing.assert_allclose(self.make_embedder().embed(self.texts), self.make_embedder().embed(self.texts), atol=1e-4)

    def test_close_texts_are_closer_than_others(self) -> None:
        question, answer, other = self.make_embedder().embed(["peanuts", self.texts[0], self.texts[1]])
        assert question @ answer > question @ other

    def test_the_weight_of_its_similarities_is_a_share(self) -> None:
        spec = self.make_embedder().spec
        assert spec.name
        assert 0 <= spec.weight <= 1
