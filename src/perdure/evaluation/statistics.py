"""How sure a figure is: bootstrap intervals over questions, and how well a score tells two kinds of question apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

__all__ = ["SAMPLES", "Interval", "Separation", "bootstrap_interval", "bootstrap_intervals", "roc_auc", "roc_curve", "separation"]

SAMPLES: Final = 2_000
"""Resamples behind each interval: the ends move by less than a tenth of the interval's width from seed to seed."""
_SEED: Final = 20_260
_ENDS: Final = (2.5, 97.5)
_KEPT: Final = 0.95

Floats = NDArray[np.float64]


class Interval(NamedTuple):
    """A 95 % interval."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Separation:
    """How well the best hit's score tells answerable questions from unanswerable ones.

    `auc` is the chance that an answerable question scores higher than an unanswerable one (.5: the score says nothing). `floor` is
    the `min_score` that 95 % of the answerable questions reach; `refused` the share of the unanswerable ones that stay below it.
    """

    answerable: int
    unanswerable: int
    auc: float
    interval: Interval
    floor: float
    refused: float


@lru_cache(maxsize=16)
def _draws(count: int, seed: int) -> Floats:
    """How often each of `count` questions is drawn in each resample: (SAMPLES, count). Cached, so figures of one run share resamples."""
    drawn = np.random.default_rng(seed).integers(0, count, (SAMPLES, count))
    flat = (drawn + count * np.arange(SAMPLES)[:, None]).ravel()
    return np.bincount(flat, minlength=SAMPLES * count).reshape(SAMPLES, count).astype(np.float64)


def _ends(means: Floats) -> list[Interval]:
    low, high = np.percentile(means, _ENDS, axis=0)
    return [Interval(float(least), float(most)) for least, most in zip(np.atleast_1d(low), np.atleast_1d(high), strict=True)]


def bootstrap_intervals(rows: ArrayLike) -> list[Interval]:
    """Percentile bootstrap interval (Efron and Tibshirani, 1993) of each column's mean; rows are questions and drawn whole.

    For paired comparison give it the differences: both sides of a question are then drawn together. Empty for no rows.
    """
    values = np.asarray(rows, np.float64)
    if not values.size:
        return []
    return _ends(_draws(len(values), _SEED) @ values.reshape(len(values), -1) / len(values))


def bootstrap_interval(values: Sequence[float]) -> Interval | None:
    """Interval of one mean; None for no values."""
    return bootstrap_intervals([[value] for value in values])[0] if values else None


def _wins(answerable: Floats, unanswerable: Floats) -> Floats:
    """1 where the answerable question scores higher, .5 where they tie: (answerable, unanswerable)."""
    return (answerable[:, None] > unanswerable) + 0.5 * (answerable[:, None] == unanswerable)


def roc_auc(answerable: ArrayLike, unanswerable: ArrayLike) -> float | None:
    """Area under the ROC curve as the Mann-Whitney statistic, ties counted half; None if either side is empty."""
    positive, negative = np.asarray(answerable, np.float64), np.asarray(unanswerable, np.float64)
    if not positive.size or not negative.size:
        return None
    return float(_wins(positive, negative).mean())


def roc_curve(answerable: ArrayLike, unanswerable: ArrayLike) -> list[tuple[float, float]]:
    """Corners (share of unanswerable let through, share of answerable let through) for a floor that sinks; (0, 0) to (1, 1)."""
    positive, negative = np.sort(np.asarray(answerable, np.float64)), np.sort(np.asarray(unanswerable, np.float64))
    if not positive.size or not negative.size:
        return []
    floors = np.unique(np.concatenate([positive, negative]))[::-1]
    let = [1 - np.searchsorted(scores, floors, "left") / len(scores) for scores in (negative, positive)]
    return [(0.0, 0.0), *zip(let[0].tolist(), let[1].tolist(), strict=True)]


def separation(answerable: Sequence[float], unanswerable: Sequence[float]) -> Separation | None:
    """AUC with its interval (each side drawn on its own), and the floor that keeps 95 % of the answerable; None if a side is empty."""
    auc = roc_auc(answerable, unanswerable)
    if auc is None:
        return None
    positive, negative = np.asarray(answerable, np.float64), np.asarray(unanswerable, np.float64)
    drawn = _draws(len(positive), _SEED) @ _wins(positive, negative) / len(positive)
    areas = (drawn * _draws(len(negative), _SEED + 1)).sum(axis=1) / len(negative)
    floor = float(np.sort(positive)[int((1 - _KEPT) * len(positive) + 1e-9)])
    return Separation(len(positive), len(negative), auc, _ends(areas)[0], floor, float((negative < floor).mean()))
