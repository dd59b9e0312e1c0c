"""How well recall finds, file by file and type by type: the figures of a run with their intervals."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from perdure.evaluation.answers import Answer, Run
from perdure.evaluation.asking import ask_file
from perdure.evaluation.metrics import HEADLINE, Means, means_of
from perdure.evaluation.statistics import Interval, Separation, bootstrap_intervals, separation
from perdure.ports.embedder import Embedder
from perdure.recall.recipes import RecallRecipe

__all__ = ["EvaluationReport", "evaluate", "headline_intervals", "report_on", "separations"]

Intervals = dict[str, Interval]


@dataclass(frozen=True, slots=True)
class EvaluationReport:
    """Means over the questions of a file and by type. `questions` counts those in the mean, `skipped` those without evidence to find.

    `intervals` and `type_intervals` are of the headline figures. `floor` is how well scores tell the answerable from the
    unanswerable: "all", and each unanswerable type against all answerable questions; empty if the file has only one sort.
    """

    data: str
    recipe: str
    embedder: str
    questions: int
    skipped: int
    overall: Means
    by_type: dict[str, tuple[int, Means]]
    intervals: Intervals = field(default_factory=dict[str, Interval])
    type_intervals: dict[str, Intervals] = field(default_factory=dict[str, Intervals])
    floor: dict[str, Separation] = field(default_factory=dict[str, Separation])
    latency: dict[str, float] = field(default_factory=dict[str, float])

    def as_json(self) -> dict[str, Any]:
        """Plain data for `--json`."""
        types = {
            name: {"questions": count, **means, "intervals": self.type_intervals.get(name, {})}
            for name, (count, means) in self.by_type.items()
        }
        return {
            "data": self.data,
            "recipe": self.recipe,
            "embedder": self.embedder,
            "questions": self.questions,
            "skipped": self.skipped,
            "overall": self.overall,
            "intervals": self.intervals,
            "by_type": types,
            "floor": {name: asdict(found) for name, found in self.floor.items()},
            "milliseconds": self.latency,
        }


def headline_intervals(answers: Iterable[Answer]) -> Intervals:
    """Bootstrap intervals of the headline figures; empty for no questions."""
    rows = [[getattr(answer.figures, name) for name in HEADLINE] for answer in answers]
    return dict(zip(HEADLINE, bootstrap_intervals(rows), strict=True)) if rows else {}


def separations(answers: Sequence[Answer]) -> dict[str, Separation]:
    """The floor: best score of answerable against unanswerable questions, all of them ("all") and each type of the unanswerable."""
    answerable = [answer.top_score for answer in answers if answer.answerable]
    refused = [answer for answer in answers if not answer.answerable]
    sides = {"all": [answer.top_score for answer in refused]}
    for kind in sorted({answer.type for answer in refused}):
        sides[kind] = [answer.top_score for answer in refused if answer.type == kind]
    measured = {name: separation(answerable, scores) for name, scores in sides.items()}
    return {name: found for name, found in measured.items() if found is not None}


def report_on(run: Run) -> EvaluationReport:
    """The figures of a run."""
    counted = list(run.counted())
    types = {kind: [answer for answer in run.answers if answer.type == kind and answer.figures is not None] for kind in run.types()}
    spent = [answer.milliseconds for answer in run.answers]
    return EvaluationReport(
        data=run.data,
        recipe=run.recipe,
        embedder=run.embedder,
        questions=len(counted),
        skipped=run.skipped,
        overall=_means(counted),
        by_type={kind: (len(found), _means(found)) for kind, found in types.items()},
        intervals=headline_intervals(counted),
        type_intervals={kind: headline_intervals(found) for kind, found in types.items()},
        floor=separations(run.answers),
        latency={f"p{share}": float(np.percentile(spent, share)) for share in (50, 95)} if spent else {},
    )


def _means(answers: Sequence[Answer]) -> Means:
    return means_of([answer.figures for answer in answers if answer.figures is not None])


def evaluate(
    path: Path,
    *,
    recipes: Sequence[str | RecallRecipe] = ("conversation",),
    embedder: str | Embedder = "static",
    limit: int | None = None,
    progress: Callable[[int], None] | None = None,
) -> list[EvaluationReport]:
    """Ask a file's questions with every recipe, one report each; see `ask_file`.

    Raises:
        InvalidImport: the file is not a conversation file.
    """
    return [report_on(run) for run in ask_file(path, recipes, embedder=embedder, limit=limit, progress=progress)]
