"""What a store is made of, handed to everything that works for it."""

import logging
import threading
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from perdure.errors import EmbedderUnavailable, RerankerUnavailable
from perdure.model.ids import IdSource
from perdure.model.limits import Limits
from perdure.model.reflection import ReflectionPolicy
from perdure.model.session import ResumePolicy
from perdure.ports.clock import Clock
from perdure.ports.embedder import Embedder
from perdure.ports.engine import Engine
from perdure.ports.llm import LLM, Asking
from perdure.ports.reranker import Reranker
from perdure.ports.tokens import TokenCounter

__all__ = ["Degradations", "Services"]

_log = logging.getLogger("perdure")


class Degradations:
    """Counts what was done with less than all parts working. Explicit and visible: `Store.degraded`."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._counts: Counter[str] = Counter()

    def note(self, what: str, error: Exception) -> None:
        """Count one occurrence and log it."""
        with self._lock:
            self._counts[what] += 1
        _log.warning("%s: %s", what, error)

    def counts(self) -> dict[str, int]:
        """Occurrences by name since the store was opened."""
        with self._lock:
            return dict(self._counts)


@dataclass(frozen=True, slots=True)
class Services:
    """Parts of one open store; everything that reaches outside is in here and can be replaced."""

    engine: Engine
    embedder: Embedder
    counter: TokenCounter
    clock: Clock
    ids: IdSource
    limits: Limits
    resume: ResumePolicy
    reflection: ReflectionPolicy = field(default_factory=ReflectionPolicy)
    llm: LLM | None = None
    ask: Asking | None = None
    reranker: Reranker | None = None
    degradations: Degradations = field(default_factory=Degradations)

    def vectors_to_store(self, texts: Sequence[str]) -> list[NDArray[np.float32] | None]:
        """A vector a text; None for all if the embedder is out: what was said is stored all the same and found by words."""
        try:
            return list(self.embedder.embed(texts))
        except EmbedderUnavailable as error:
            self.degradations.note("stored without a vector", error)
            return [None] * len(texts)

    def vector_to_ask(self, text: str) -> NDArray[np.float32] | None:
        """The question's vector; None if the embedder is out or knows nothing of the text: recall goes by words."""
        try:
            vector = self.embedder.embed([text])[0]
        except EmbedderUnavailable as error:
            self.degradations.note("recalled by words only", error)
            return None
        return vector if vector.any() else None

    def rerank(self, question: str, texts: Sequence[str]) -> NDArray[np.float32] | None:
        """What the reranker thinks of these texts; None if there is none, or it is out: the ranking stands as it is."""
        if self.reranker is None:
            return None
        try:
            return self.reranker.score(question, texts)
        except RerankerUnavailable as error:
            self.degradations.note("recalled without the reranker", error)
            return None
