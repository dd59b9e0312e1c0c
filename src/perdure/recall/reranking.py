"""The second look: what a reranker thinks of the best rows, as one more signal among the others."""

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from perdure.recall.pipeline import Ranking
from perdure.recall.signals import Scores

__all__ = ["LOOKED_AT", "reranked"]

LOOKED_AT: Final = 30
"""Rows that are looked at again: what is not among them is not wanted by anyone who reads ten."""
_LEAST_SPREAD: Final = 1e-6


def reranked(ranking: Ranking, rows: Sequence[int], weight: float, score: Callable[[int], Scores | None]) -> Ranking:
    """The ranking with weight x z-score / 4 added to its best rows; as it was if `score` has nothing to say.

    `rows` are the best that may be returned, best first; beyond `LOOKED_AT` none is looked at, and none comes to stand before those
    that are. `score` gets the number of rows to look at and gives one number for each.
    """
    seen = np.array(rows[:LOOKED_AT], np.int64)
    found = score(len(seen)) if len(seen) > 1 else None
    if found is None or float(found.std()) < _LEAST_SPREAD:
        return ranking
    return ranking.blended("reranker", seen, _standardised(found) * np.float32(weight / 4), rows[LOOKED_AT : LOOKED_AT + 1])


def _standardised(scores: NDArray[np.float32]) -> Scores:
    wide = scores.astype(np.float64)
    return ((wide - wide.mean()) / wide.std()).astype(np.float32)
