"""How measurements look in a terminal."""

from collections.abc import Mapping, Sequence

from rich.console import Group, RenderableType
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from perdure.cli.show import short
from perdure.evaluation.ablation import Ablation
from perdure.evaluation.answers import Answer, Candidate, Run
from perdure.evaluation.comparing import Comparison, Difference, verdict
from perdure.evaluation.metrics import HEADLINE, SHORT_NAMES
from perdure.evaluation.misses import MissTable, instructive, miss_table
from perdure.evaluation.runner import EvaluationReport
from perdure.evaluation.statistics import Interval, Separation
from perdure.evaluation.study import floors_over_files

__all__ = ["ablation_view", "comparison_view", "floors_view", "misses_view", "report_view"]

_EXCERPT = 160
_ABOVE = 5
_TELLING = 0.01


def _table(title: str, *columns: str) -> Table:
    """A frameless table: the first column names, the others are figures."""
    table = Table(box=None, padding=(0, 1), header_style="bold", title=title, title_justify="left", title_style="bold cyan")
    for number, column in enumerate(columns):
        table.add_column(column, justify="right" if number else "left", no_wrap=bool(number))
    return table


def _points(value: float) -> str:
    return f"{100 * value:.1f}"


def _between(interval: Interval) -> str:
    return f"{_points(interval.low)} to {_points(interval.high)}"


def report_view(report: EvaluationReport) -> RenderableType:
    """Means by type, intervals, and the floor."""
    title = (
        f"{escape(report.data)} · {report.recipe} · {escape(report.embedder)} · {report.questions} questions ({report.skipped} left out)"
    )
    table = _table(title, "type", "n", *SHORT_NAMES.values())
    for kind, (count, means) in report.by_type.items():
        table.add_row(escape(kind), str(count), *(_points(means[name]) for name in SHORT_NAMES))
    if report.overall:
        table.add_row("[bold]all[/]", str(report.questions), *(f"[bold]{_points(report.overall[name])}[/]" for name in SHORT_NAMES))
    lines: list[RenderableType] = [table]
    if report.intervals:
        said = " · ".join(f"{SHORT_NAMES[name]} {_between(interval)}" for name, interval in report.intervals.items())
        lines.append(f" [dim]95 % intervals of all: {said}[/]")
    if "all" in report.floor:
        lines.append(f" [dim]floor: {_floor(report.floor['all'])}[/]")
    return Group(*lines)


def _floor(found: Separation) -> str:
    low, high = found.interval
    return (
        f"ROC-AUC {found.auc:.3f} ({low:.3f} to {high:.3f}); min_score {found.floor:.2f} keeps 95 % of {found.answerable} questions with "
        f"an answer and turns away {100 * found.refused:.0f} % of {found.unanswerable} without one"
    )


def floors_view(runs: Sequence[Run]) -> RenderableType:
    """The floor over all files together, for each recipe and embedder."""
    floors = {side: found for side, found in floors_over_files(runs).items() if found}
    if not floors:
        return "[dim]No floor: the files hold only questions with an answer, or only questions without.[/]"
    table = _table("Floor over all files: does the best score tell questions with an answer from those without?", "recipe", "embedder")
    table.columns[1].justify = "left"
    for column in ("against", "with", "without", "ROC-AUC", "95 %", "min_score", "turned away"):
        table.add_column(column, justify="left" if column == "against" else "right")
    for (recipe, embedder), sides in floors.items():
        # A single type of unanswerable questions is "all" over again.
        for kind, found in sides.items() if len(sides) != 2 else list(sides.items())[1:]:
            interval = f"{found.interval.low:.3f} to {found.interval.high:.3f}"
            cells = (f"{found.auc:.3f}", interval, f"{found.floor:.2f}", f"{100 * found.refused:.0f} %")
            table.add_row(recipe, escape(embedder), escape(kind), str(found.answerable), str(found.unanswerable), *cells)
    return table


def _signed(found: Difference) -> str:
    text = f"{100 * found.difference:+.1f} [{100 * found.interval.low:+.1f}, {100 * found.interval.high:+.1f}]"
    colour = {1: "green", -1: "red", 0: "dim"}[found.better]
    return f"[{colour}]{escape(text)}[/]"


def comparison_view(found: Comparison) -> RenderableType:
    """Both sides by type for each headline figure, and what that means."""
    first, second = escape(found.first), escape(found.second)
    title = f"{escape(found.data)} · {first} and {second}"
    if not found.by_type:
        return f"[bold cyan]{title}[/]\nNo questions to compare."
    table = _table(title, "type", "n", first, second, "difference", "wins", "losses", "ties")
    for name in HEADLINE:
        table.add_row(f"[bold]{SHORT_NAMES[name]}[/]")
        for kind, figures in found.by_type.items():
            one = figures[name]
            cells = (_points(one.first), _points(one.second), _signed(one), str(one.wins), str(one.losses), str(one.ties))
            table.add_row(f"  {escape(kind)}", str(one.questions), *cells)
    said = [
        f" [bold]{SHORT_NAMES[name]}[/]: {escape(verdict(one, found.first, found.second))}"
        for name, one in found.by_type.get("all", {}).items()
    ]
    return Group(table, *said)


def ablation_view(found: Ablation) -> RenderableType:
    """Change in each headline figure when a signal is left out."""
    title = f"{escape(found.data)} · {found.recipe} · {escape(found.embedder)} · change without each signal, in points"
    table = _table(title, "without", *(SHORT_NAMES[name] for name in HEADLINE))
    full: Mapping[str, Difference] = next(iter(found.signals.values()), {})
    if full:
        table.add_row("[bold]nothing (all signals)[/]", *(f"[bold]{_points(full[name].first)}[/]" for name in HEADLINE))
    for signal, figures in found.signals.items():
        table.add_row(signal, *(_signed(figures[name]) for name in HEADLINE if name in figures))
    return table


def misses_view(run: Run, count: int) -> RenderableType:
    """Which signals decide against evidence, and the first missed questions with what outranked it."""
    title = f"{escape(run.data)} · {run.recipe} · {escape(run.embedder)} · missed questions"
    table = _table(title, "type", "n", "missed", "at 11-20", "no common word")
    table.add_column("the signal that spoke most against the evidence (brought up if left out)")
    for row in miss_table(run.answers):
        table.add_row(escape(row.type), *map(str, (row.questions, row.missed, row.near, row.no_common_word)), _signal_counts(row))
    return Group(table, *(_miss(answer) for answer in instructive(run.answers, count)))


def _signal_counts(row: MissTable) -> str:
    return ", ".join(f"{found.signal} {found.decided} ({found.rescues})" for found in row.signals)


def _miss(answer: Answer) -> RenderableType:
    miss = answer.miss
    assert miss is not None
    lines = [Text(f"\n{answer.type}: {answer.text}", style="bold")]
    shown = miss.above[:_ABOVE]
    lines += [_line(candidate, "dim") for candidate in shown]
    if len(miss.above) > len(shown):
        lines.append(Text(f"        and {len(miss.above) - len(shown)} more of the first ten", style="dim"))
    lines += [_line(candidate, "green") for candidate in miss.evidence]
    gaps = sorted(miss.against.items(), key=lambda item: -abs(item[1]))
    said = ", ".join(f"{name} {value:+.2f}" for name, value in gaps if abs(value) >= _TELLING)
    lines.append(Text(f"  above it on average by {sum(miss.against.values()):.2f}: {said}" if said else "  recall does not reach it"))
    if miss.rescuers:
        lines.append(Text(f"  among the first ten without: {', '.join(miss.rescuers)}"))
    return Group(*lines)


def _line(candidate: Candidate, style: str) -> Text:
    """One turn on one line, cut where the terminal ends."""
    place = f"{candidate.rank:>5}. {candidate.score:5.2f}" if candidate.rank is not None else "    –       "
    said = f"  {place}  {candidate.said} {candidate.speaker}: {short(candidate.text, _EXCERPT)}"
    return Text(said, style=style, no_wrap=True, overflow="ellipsis")
