"""What a measurement of understanding is made of: counted scores, figures with their intervals and goals, and misses."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, NamedTuple

import numpy as np

from perdure.evaluation.statistics import SAMPLES, Interval

__all__ = ["Area", "Figure", "Goal", "Measured", "Miss", "Score", "Scores", "Tally", "figures_of", "share"]

_SEED: Final = 20_260
_ENDS: Final = (2.5, 97.5)
_Z: Final = 1.96


class Area(StrEnum):
    """What is measured."""

    WORTHINESS = "worthiness"
    SLOTS = "slots"
    PROFILE = "profile"
    TASKS = "tasks"
    CHANGES = "changes"
    NOTES = "notes"
    THREADS = "threads"
    UPDATES = "updates"
    SPEED = "speed"


class Score(NamedTuple):
    """So much of so much: a precision's right ones of those found, an F1's twice the right ones of found plus labelled."""

    right: float
    of: float


Scores = Mapping[str, Score]
"""What one unit (a history, a session, a question) contributes to each figure, by the figure's name."""


@dataclass(frozen=True, slots=True)
class Miss:
    """One label that was not found ("missed"), or something found that is no label ("invented") or not as it should be ("wrong").

    `what` says it in a few words; `said` is the turn's text, empty where it is not about one turn.
    """

    area: Area
    history: str
    turn: str
    kind: str
    what: str
    said: str = ""


@dataclass(frozen=True, slots=True)
class Measured:
    """What one part measured of one unit."""

    area: Area
    scores: Scores
    misses: tuple[Miss, ...] = ()


class Goal(NamedTuple):
    """What a figure is to reach; `at_most` turns it round."""

    bound: float
    at_most: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure over many units: `value` is right / of, None if there was nothing to count.

    `interval` is the 95 % interval from resampled units, whole because what is in one unit hangs together.
    """

    area: Area
    name: str
    right: float
    of: float
    value: float | None
    interval: Interval | None
    goal: Goal | None = None

    @property
    def reached(self) -> bool | None:
        """Whether the goal is reached; None without a goal or without a value."""
        if self.goal is None or self.value is None:
            return None
        return self.value <= self.goal.bound if self.goal.at_most else self.value >= self.goal.bound

    def as_json(self) -> dict[str, Any]:
        """Plain data for `--json`."""
        return {
            "area": self.area.value,
            "name": self.name,
            "value": self.value,
            "interval": None if self.interval is None else list(self.interval),
            "right": self.right,
            "of": self.of,
            "goal": None if self.goal is None else self.goal.bound,
            "reached": self.reached,
        }


@dataclass(slots=True)
class Tally:
    """Counts for precision and recall."""

    right: int = 0
    found: int = 0
    labelled: int = 0

    def add(self, right: int, found: int, labelled: int) -> None:
        """Count on."""
        self.right += right
        self.found += found
        self.labelled += labelled

    def scores(self, prefix: str = "") -> dict[str, Score]:
        """Precision, recall and F1; `prefix` tells them from others of the same area."""
        return {
            f"{prefix}precision": Score(self.right, self.found),
            f"{prefix}recall": Score(self.right, self.labelled),
            f"{prefix}F1": Score(2 * self.right, self.found + self.labelled),
        }


def share(marks: Iterable[bool]) -> Score:
    """How many are true."""
    listed = list(marks)
    return Score(sum(listed), len(listed))


def figures_of(measured: Iterable[Measured], goals: Mapping[tuple[Area, str], Goal]) -> list[Figure]:
    """The figures of many units, in the order in which they first appear; each is made of the units that have a score for it."""
    scores: dict[tuple[Area, str], list[Score]] = {}
    for unit in measured:
        for name, score in unit.scores.items():
            scores.setdefault((unit.area, name), []).append(score)
    return [_figure(area, name, listed, goals.get((area, name))) for (area, name), listed in scores.items()]


def _figure(area: Area, name: str, scores: Sequence[Score], goal: Goal | None) -> Figure:
    right, of = (sum(column) for column in zip(*scores, strict=True))
    return Figure(area, name, right, of, right / of if of else None, _interval(scores), goal)


def _interval(scores: Sequence[Score]) -> Interval | None:
    """Percentile bootstrap of a ratio of sums: units are drawn whole. None if nothing, or a single unit, was counted.

    Where all is right, or nothing, every resample says the same however few they are: there it is the score interval (Wilson, 1927).
    """
    rows = np.array([score for score in scores if score.of], np.float64)
    right, of = rows.sum(axis=0) if len(rows) else (0.0, 0.0)
    if of and right in (0.0, of):
        beyond = _Z**2 / (of + _Z**2)
        return Interval(1 - beyond, 1.0) if right else Interval(0.0, beyond)
    if len(rows) < 2:
        return None
    drawn = np.random.default_rng(_SEED).multinomial(len(rows), np.full(len(rows), 1 / len(rows)), SAMPLES)
    sums = drawn @ rows
    low, high = np.percentile(sums[:, 0] / sums[:, 1], _ENDS)
    return Interval(float(low), float(high))
