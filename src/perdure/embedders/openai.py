"""Any endpoint that speaks OpenAI's embeddings API."""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np

from perdure.errors import EmbedderMissing, EmbedderUnavailable
from perdure.ports.embedder import EmbedderSpec, Vectors

__all__ = ["OpenAIEmbedder"]

_BATCH: Final = 128


class OpenAIEmbedder:
    """Embeddings over the wire. `dimension` is asked of the model by one call where it is not given."""

    def __init__(self, model: str, *, base_url: str | None = None, dimension: int | None = None, timeout: float = 10.0) -> None:
        try:
            import openai
        except ImportError as error:
            raise EmbedderMissing("An OpenAI-compatible embedder needs: pip install 'perdure[openai]'. Nothing was written.") from error
        self._model = model
        self._error: type[Exception] = openai.OpenAIError
        try:
            self._client: Any = openai.OpenAI(base_url=base_url, timeout=timeout)
        except openai.OpenAIError as error:
            raise EmbedderUnavailable(f"The embedder {model!r} cannot be used: {error}. Set OPENAI_API_KEY.") from error
        self._dimension = dimension or len(self._ask(["dimension"])[0])

    @property
    def spec(self) -> EmbedderSpec:
        return EmbedderSpec(f"openai:{self._model}", self._dimension, 0.75)

    def _ask(self, texts: Sequence[str]) -> list[list[float]]:
        try:
            answer = self._client.embeddings.create(model=self._model, input=list(texts), encoding_format="float")
        except self._error as error:
            raise EmbedderUnavailable(
                f"The embedder {self._model!r} did not answer: {error}. Turns are stored and found by words; "
                "`perdure migrate --reembed` embeds them later."
            ) from error
        return [item.embedding for item in sorted(answer.data, key=lambda item: item.index)]

    def embed(self, texts: Sequence[str]) -> Vectors:
        # The API refuses empty strings.
        cleaned = [text or " " for text in texts]
        found = [vector for start in range(0, len(cleaned), _BATCH) for vector in self._ask(cleaned[start : start + _BATCH])]
        vectors = np.array(found, np.float32).reshape(len(texts), -1)
        if len(texts) and vectors.shape[1] != self._dimension:
            raise EmbedderUnavailable(
                f"{self._model!r} answered with {vectors.shape[1]} dimensions, not {self._dimension}. Nothing was embedded."
            )
        norms = np.linalg.norm(vectors, axis=1, keepdims=True)
        return (vectors / np.where(norms > 0, norms, 1)).astype(np.float32, copy=False)
