"""Two ways to recall, side by side: paired by question, so that hard and easy questions cancel out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from perdure.errors import InvalidInput
from perdure.evaluation.answers import Answer, Run
from perdure.evaluation.metrics import HEADLINE
from perdure.evaluation.statistics import Interval, bootstrap_intervals

__all__ = ["Comparison", "Difference", "compare_runs", "differences", "verdict"]

_EQUAL: Final = 1e-9
_FEW: Final = 10
"""Below so many questions the bootstrap's intervals are too narrow to be believed."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One figure on both sides, and second minus first with its paired interval. `wins` are questions where the second is better."""

    questions: int
    first: float
    second: float
    difference: float
    interval: Interval
    wins: int
    losses: int
    ties: int

    @property
    def better(self) -> int:
        """1: the second is better; -1: the first; 0: no difference can be told."""
        if self.questions < _FEW:
            return 0
        return int(self.interval.low > _EQUAL) - int(self.interval.high < -_EQUAL)

    def as_json(self) -> dict[str, Any]:
        """Plain data for `--json`."""
        return {
            "questions": self.questions,
            "first": self.first,
            "second": self.second,
            "difference": self.difference,
            "interval": list(self.interval),
            "wins": self.wins,
            "losses": self.losses,
            "ties": self.ties,
            "better": {1: "second", -1: "first", 0: None}[self.better],
        }


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two runs of one file: for "all" and each type, the difference in each headline figure."""

    data: str
    first: str
    second: str
    by_type: Mapping[str, Mapping[str, Difference]]

    def as_json(self) -> dict[str, Any]:
        """Plain data for `--json`."""
        types = {kind: {figure: found.as_json() for figure, found in figures.items()} for kind, figures in self.by_type.items()}
        return {"data": self.data, "first": self.first, "second": self.second, "by_type": types}


def differences(first: Sequence[Answer], second: Sequence[Answer], figures: Sequence[str] = HEADLINE) -> dict[str, Difference]:
    """Second minus first in each figure; empty for no questions. Both answer the same questions in the same order."""
    before, after = (np.array([[getattr(answer.figures, name) for name in figures] for answer in side]) for side in (first, second))
    if not before.size:
        return {}
    gaps = after - before
    return {
        name: Difference(
            len(gaps),
            float(before[:, column].mean()),
            float(after[:, column].mean()),
            float(gaps[:, column].mean()),
            interval,
            int((gaps[:, column] > _EQUAL).sum()),
            int((gaps[:, column] < -_EQUAL).sum()),
            int((np.abs(gaps[:, column]) <= _EQUAL).sum()),
        )
        for column, (name, interval) in enumerate(zip(figures, bootstrap_intervals(gaps), strict=True))
    }


def compare_runs(first: Run, second: Run, names: tuple[str, str]) -> Comparison:
    """Compare two runs of one file.

    Raises:
        InvalidInput: they did not ask the same questions.
    """
    asked = [[(answer.conversation, answer.question, answer.figures is None) for answer in run.answers] for run in (first, second)]
    if asked[0] != asked[1]:
        raise InvalidInput(f"The two sides did not ask the same questions of {first.data}; there is nothing to compare.")
    pairs = list(zip(first.answers, second.answers, strict=True))
    groups: dict[str, list[tuple[Answer, Answer]]] = {"all": [pair for pair in pairs if pair[0].counted]}
    for kind in first.types():
        groups[kind] = [pair for pair in pairs if pair[0].type == kind and pair[0].figures is not None]
    return Comparison(first.data, *names, {kind: _sides(group) for kind, group in groups.items() if group})


def _sides(pairs: Iterable[tuple[Answer, Answer]]) -> dict[str, Difference]:
    first, second = zip(*pairs, strict=True)
    return differences(first, second)


def verdict(found: Difference, first: str, second: str) -> str:
    """The difference in a plain sentence, in points of a hundred."""
    low, high = (100 * end for end in found.interval)
    if found.questions < _FEW:
        return f"{found.questions} questions are too few to tell {first} from {second}."
    if found.better > 0:
        return f"{second} is better by {100 * found.difference:.1f} points [{low:.1f}, {high:.1f}]."
    if found.better < 0:
        return f"{first} is better by {-100 * found.difference:.1f} points [{-high:.1f}, {-low:.1f}]."
    if not found.wins and not found.losses:
        return f"{first} and {second} are equal on every question."
    return f"No difference between {first} and {second} can be told: {100 * found.difference:+.1f} points [{low:+.1f}, {high:+.1f}]."
