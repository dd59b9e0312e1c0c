"""What each signal is worth: the recipe without it, asked on the same store."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from perdure.evaluation.answers import Run
from perdure.evaluation.asking import ask_file
from perdure.evaluation.comparing import Difference, compare_runs
from perdure.evaluation.metrics import HEADLINE, SHORT_NAMES
from perdure.ports.embedder import Embedder
from perdure.recall.recipes import DEFAULT_RECIPE, SIGNALS, RecallRecipe

__all__ = ["Ablation", "ablate", "ablated", "ablation_of", "markdown"]


@dataclass(frozen=True, slots=True)
class Ablation:
    """One file: for each signal, the figures with everything (first) and without it (second)."""

    data: str
    recipe: str
    embedder: str
    signals: Mapping[str, Mapping[str, Difference]]

    def as_json(self) -> dict[str, Any]:
        """Plain data for `--json`."""
        listed = {signal: {name: found.as_json() for name, found in figures.items()} for signal, figures in self.signals.items()}
        return {"data": self.data, "recipe": self.recipe, "embedder": self.embedder, "without": listed}


def ablated(recipe: RecallRecipe) -> dict[str, RecallRecipe]:
    """The recipe without each of its signals in turn, and with each of its switches off; what it leaves out anyway is not named."""
    weighed = [name for name in SIGNALS if any(getattr(weights, name) for weights in (recipe.asking, recipe.continuing))]
    switches = [field.name for field in fields(recipe) if getattr(recipe, field.name) is True]
    found = {name: recipe.without(name) for name in weighed}
    return found | {name: replace(recipe, name=f"{recipe.name} without {name}", **{name: False}) for name in switches}


def ablation_of(full: Run, without: Mapping[str, Run]) -> Ablation:
    """Compare runs of one file; what costs most R@10 to leave out comes first."""
    compared = {signal: compare_runs(full, run, (full.recipe, run.recipe)).by_type.get("all", {}) for signal, run in without.items()}
    order = sorted(compared, key=lambda signal: compared[signal]["recall_at_10"].difference if compared[signal] else 0.0)
    return Ablation(full.data, full.recipe, full.embedder, {signal: compared[signal] for signal in order})


def ablate(
    path: Path,
    *,
    recipe: RecallRecipe = DEFAULT_RECIPE,
    embedder: str | Embedder = "static",
    limit: int | None = None,
    reflect: bool = False,
    progress: Callable[[int], None] | None = None,
) -> Ablation:
    """Ask a file's questions with the recipe and without each of its signals.

    Raises:
        InvalidImport: the file is not a conversation file.
    """
    signals = ablated(recipe)
    full, *rest = ask_file(path, [recipe, *signals.values()], embedder=embedder, limit=limit, reflect=reflect, progress=progress)
    return ablation_of(full, dict(zip(signals, rest, strict=True)))


def _cell(found: Difference | None) -> str:
    if found is None:
        return "–"
    change = f"{100 * found.difference:+.1f} [{100 * found.interval.low:+.1f}, {100 * found.interval.high:+.1f}]"
    return f"**{change}**" if found.better else change


def markdown(ablations: Sequence[Ablation]) -> str:
    """One table for all files: a row a signal, changes in points of a hundred with intervals; bold where they exclude 0."""
    lines = [
        "| without | " + " | ".join(f"{one.data} {SHORT_NAMES[name]}" for one in ablations for name in HEADLINE) + " |",
        "|---|" + "---|" * (len(ablations) * len(HEADLINE)),
    ]
    full = [next(iter(one.signals.values()), {}) for one in ablations]
    means = [f"{100 * figures[name].first:.1f}" if name in figures else "–" for figures in full for name in HEADLINE]
    lines.append("| *nothing (all signals)* | " + " | ".join(means) + " |")
    signals = sorted({signal for one in ablations for signal in one.signals}, key=lambda signal: (_worth(ablations, signal), signal))
    for signal in signals:
        cells = [_cell(one.signals.get(signal, {}).get(name)) for one in ablations for name in HEADLINE]
        lines.append(f"| `{signal}` | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _worth(ablations: Sequence[Ablation], signal: str) -> float:
    found = [one.signals[signal]["recall_at_10"].difference for one in ablations if one.signals.get(signal)]
    return sum(found) / len(found) if found else 0.0
