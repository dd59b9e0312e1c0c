"""Any model that sentence-transformers can load."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from perdure.errors import EmbedderMissing, EmbedderUnavailable
from perdure.ports.embedder import EmbedderSpec, Vectors

__all__ = ["SentenceEmbedder"]


class SentenceEmbedder:
    """A local sentence-transformers model by name or path."""

    def __init__(self, model: str) -> None:
        try:
            from sentence_transformers import SentenceTransformer  # pyright: ignore[reportMissingImports]  # an extra
        except ImportError as error:
            raise EmbedderMissing("This embedder needs: pip install 'perdure[sentence-transformers]'. Nothing was written.") from error
        self._name = model
        try:
            self._model: Any = SentenceTransformer(model)
        except (OSError, ValueError) as error:
            raise EmbedderUnavailable(f"The model {model!r} could not be loaded: {error}. Nothing was written.") from error

    @property
    def spec(self) -> EmbedderSpec:
        return EmbedderSpec(f"sentence-transformers:{self._name}", int(self._model.get_sentence_embedding_dimension()), 0.75)

    def embed(self, texts: Sequence[str]) -> Vectors:
        vectors = self._model.encode(list(texts), normalize_embeddings=True, convert_to_numpy=True, show_progress_bar=False)
        return np.asarray(vectors, np.float32).reshape(len(texts), self.spec.dimension)
