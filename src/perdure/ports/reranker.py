"""A second look at what was found first."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

__all__ = ["Reranker"]


class Reranker(Protocol):
    """Reads the question and a few texts together, more closely than an index can. Optional; off unless a store is opened with one.

    It may be called from several threads at once.
    """

    @property
    def name(self) -> str:
        """What it is called in messages and reports, such as its registry name."""
        ...

    def score(self, question: str, texts: Sequence[str]) -> NDArray[np.float32]:
        """How well each text answers the question: float32, shape (len(texts),), all finite, higher is better.

        Scores are comparable within one call only. They do not depend on the order of the texts, and are the same whenever the same
        is asked. Of a long text only the beginning may count. Nothing may be written.

        Whatever it raises, and whatever takes it too long, costs a recall nothing but the second look: it is counted in
        `Store.degraded`.
        """
        ...
