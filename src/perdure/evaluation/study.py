"""Everything the report page shows, from one pass over each file and embedder."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from perdure.evaluation.ablation import Ablation, ablated, ablation_of
from perdure.evaluation.answers import Answer, Run
from perdure.evaluation.asking import ask_file
from perdure.evaluation.runner import separations
from perdure.evaluation.statistics import Separation
from perdure.recall.recipes import RecallRecipe, recipe_named

__all__ = ["Study", "answers_of", "floors_over_files", "study"]


@dataclass(frozen=True, slots=True)
class Study:
    """Runs of every file, embedder and recipe; `recipes[0]` is the one that is looked at closely: its misses, its signals."""

    made: datetime
    recipes: tuple[str, ...]
    embedders: tuple[str, ...]
    data: tuple[str, ...]
    runs: tuple[Run, ...]
    ablations: tuple[Ablation, ...]

    def run(self, data: str, embedder: str, recipe: str) -> Run:
        """The run of that file, embedder and recipe."""
        return next(run for run in self.runs if (run.data, run.embedder, run.recipe) == (data, embedder, recipe))


def study(
    paths: Sequence[Path],
    *,
    recipes: Sequence[str | RecallRecipe],
    embedders: Sequence[str] = ("static",),
    limit: int | None = None,
    ablation: bool = True,
    progress: Callable[[str, str, int], None] | None = None,
) -> Study:
    """Ask every file with every recipe and embedder, and with the first recipe less each of its signals.

    `progress` is told the file, the embedder and how many questions more were asked.

    Raises:
        InvalidImport: a file is not a conversation file.
        UnknownRecipe, UnknownEmbedder: nothing was asked.
    """
    chosen = [recipe_named(recipe) for recipe in recipes]
    without = ablated(chosen[0]) if ablation else {}
    runs: list[Run] = []
    ablations: list[Ablation] = []
    for path in paths:
        for embedder in embedders:

            def told(count: int, path: Path = path, embedder: str = embedder) -> None:
                if progress is not None:
                    progress(path.name, embedder, count)

            found = ask_file(path, [*chosen, *without.values()], embedder=embedder, limit=limit, explain=True, progress=told)
            runs += found[: len(chosen)]
            if without:
                ablations.append(ablation_of(found[0], dict(zip(without, found[len(chosen) :], strict=True))))
    names = tuple(recipe.name for recipe in chosen)
    data = tuple(path.name for path in paths)
    return Study(datetime.now(UTC), names, tuple(embedders), data, tuple(runs), tuple(ablations))


def answers_of(runs: Sequence[Run], recipe: str, embedder: str) -> list[Answer]:
    """The answers of one recipe and embedder over all files."""
    return [answer for run in runs if (run.recipe, run.embedder) == (recipe, embedder) for answer in run.answers]


def floors_over_files(runs: Sequence[Run]) -> dict[tuple[str, str], dict[str, Separation]]:
    """For each recipe and embedder, how well one floor would do on all files together."""
    sides = dict.fromkeys((run.recipe, run.embedder) for run in runs)
    return {side: separations(answers_of(runs, *side)) for side in sides}
