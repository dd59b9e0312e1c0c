"""`perdure eval understanding`: how well turns are turned into memories, profiles, tasks and threads."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import click
from rich.console import Group, RenderableType
from rich.markup import escape
from rich.progress import Progress, SpinnerColumn, TextColumn
from rich.table import Table
from rich.text import Text

from perdure.cli.common import console
from perdure.cli.show import short
from perdure.evaluation.understanding import UnderstandingReport, measure_filing_of, measure_understanding, measure_updates
from perdure.evaluation.understanding_scores import Area, Figure, Miss

__all__ = ["understanding"]

_HISTORIES: Final = Path("tests/understanding/histories.jsonl")
_WIDE: Final = 116
"""Columns of a terminal in which all splits fit side by side."""
_EXCERPT: Final = 200
_F1: Final = "F1"
_NAMES: Final = {"tune": "tune", "held_out": "held out", "both": "all"}
_STYLES: Final = {True: "green", False: "red", None: ""}
_data = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.command()
@click.argument("file", required=False, type=_data)
@click.option("--only", "areas", multiple=True, type=click.Choice([area.value for area in Area]), help="Only this; may be repeated.")
@click.option("--misses", is_flag=True, help="Also list what was missed, invented or wrong; never of held-out histories.")
@click.option("--threads-of", type=_data, metavar="FILE", help="Also: into which threads the sessions of a conversation file are put.")
@click.option("--updates-of", type=_data, metavar="FILE", help="Also: does recall rank what holds above what it replaced?")
@click.option("--limit", type=click.IntRange(1), help="Only so many conversations of those two files.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def understanding(
    file: Path | None,
    areas: tuple[str, ...],
    misses: bool,
    threads_of: Path | None,
    updates_of: Path | None,
    limit: int | None,
    as_json: bool,
) -> None:
    """How well is understood what was said: memories, profile, tasks, notes, threads.

    FILE holds labelled histories (tests/understanding/histories.jsonl unless told, if neither --threads-of nor --updates-of is given).
    "read" figures are of single turns, "kept" ones and those of profile and threads of what a store holds after each history was said
    into it, with the background work done at the end of each session. Values are percentages, with 95 % intervals from resampled
    histories and with counts; green ones reach their goal. "Silence": nothing was said of a topic for more than seven days.

    The sessions of --threads-of need a "topic", the questions of --updates-of "stale_turn_ids" and "current_turn_ids".
    """
    if file is None and threads_of is None and updates_of is None:
        file = _HISTORIES
        if not file.exists():
            raise click.UsageError(f"There is no {file} here. Name a file of labelled histories.")
    chosen = [Area(area) for area in areas] or list(Area)
    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False))
    reports: list[UnderstandingReport] = []
    with Progress(*columns, console=console, transient=True, disable=as_json) as progress:
        bar = progress.add_task("", total=None)

        def told(text: str) -> None:
            progress.update(bar, description=text)

        if file is not None:
            reports.append(measure_understanding(file, areas=chosen, progress=told))
        if threads_of is not None:
            reports.append(measure_filing_of(threads_of, limit=limit, progress=told))
        if updates_of is not None:
            reports.append(measure_updates(updates_of, limit=limit, progress=told))
    if as_json:
        click.echo(json.dumps([_as_json(report, misses=misses) for report in reports], indent=2, ensure_ascii=False))
        return
    for report in reports:
        console.print(_view(report, wide=console.width >= _WIDE), "")
        if misses:
            console.print(_misses_view(report.misses), "")


def _as_json(report: UnderstandingReport, *, misses: bool) -> dict[str, Any]:
    plain = report.as_json()
    return plain if misses else {name: value for name, value in plain.items() if name != "misses"}


def _view(report: UnderstandingReport, *, wide: bool) -> RenderableType:
    """All columns side by side, or below each other where the terminal is narrow."""
    title = f"{escape(report.data)} · {report.what}"
    columns = list(report.columns)
    if wide or len(columns) == 1:
        return _table(title, report, columns)
    return Group(*(_table(f"{title} · {_NAMES[column]}", report, [column]) for column in columns))


def _table(title: str, report: UnderstandingReport, columns: Sequence[str]) -> Table:
    table = Table(box=None, padding=(0, 1, 0, 0), header_style="bold", title=title, title_justify="left", title_style="bold cyan")
    table.add_column("figure", no_wrap=True)
    table.add_column("goal", justify="right", no_wrap=True, min_width=4)
    for column in columns:
        table.add_column(_NAMES[column], justify="right", no_wrap=True, min_width=6)
        table.add_column("95 %", justify="right", no_wrap=True, style="dim")
        table.add_column("counts", justify="right", no_wrap=True, style="dim")
    area = None
    for figures in zip(*(report.columns[column] for column in columns), strict=True):
        first = figures[0]
        if first.area is not area:
            area = first.area
            table.add_row(f"[bold]{area.value}[/]")
        table.add_row(f"  {escape(first.name)}", _goal(first), *(cell for figure in figures for cell in _cells(figure)))
    return table


def _goal(figure: Figure) -> str:
    if figure.goal is None:
        return ""
    return f"{'≤' if figure.goal.at_most else '≥'} {100 * figure.goal.bound:.0f}"


def _cells(figure: Figure) -> Iterator[RenderableType]:
    """Value, interval and counts."""
    if figure.value is None:
        yield from (Text("–"), "", "")
        return
    speed = figure.area is Area.SPEED
    scale = 1.0 if speed else 100.0
    yield Text(f"{figure.value:.0f}" if speed else f"{scale * figure.value:.1f}", style=_STYLES[figure.reached])
    interval = figure.interval
    yield f"{scale * interval.low:.0f}-{scale * interval.high:.0f}" if interval is not None else ""
    if _F1 in figure.name:
        yield ""  # its counts are those of precision and recall
    else:
        yield f"{figure.right:.0f}/{figure.of:.1f}s" if speed else f"{figure.right:.0f}/{figure.of:.0f}"


def _misses_view(misses: Sequence[Miss]) -> RenderableType:
    if not misses:
        return "Nothing was missed, invented or wrong."
    lines: list[Text] = []
    area = None
    for miss in misses:
        if miss.area is not area:
            area = miss.area
            count = sum(other.area is area for other in misses)
            lines.append(Text(f"{area.value}: {count}", style="bold"))
        colour = {"missed": "yellow", "invented": "magenta", "wrong": "red"}[miss.kind]
        place = f"{miss.history} {miss.turn}".strip()
        lines.append(Text.assemble("  ", (f"{miss.kind:<9}", colour), f"{place}: {short(miss.what, _EXCERPT)}"))
        if miss.said:
            lines.append(Text(f"            {short(miss.said, _EXCERPT)}", style="dim"))
    return Group(*lines)
