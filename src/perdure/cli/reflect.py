"""`perdure reflect`: understand what was said, once or as a worker."""

import json
import signal
import sys
import time
from collections import Counter
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import click
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn
from rich.table import Table

from perdure.cli.common import console, existing_store, pick_user, store_option
from perdure.cli.notices import notices_shown
from perdure.client.store import DEFAULT_TENANT, Store
from perdure.errors import PerdureError
from perdure.llms.openai import OpenAILLM
from perdure.model.policies_llm import SpendPolicy
from perdure.model.reflection import ReflectionReport
from perdure.model.scope import Scope

__all__ = ["reflect"]

_COLUMNS: Final = {
    "add": "new",
    "confirm": "confirmed",
    "replace": "replaced",
    "retract": "retracted",
    "task": "tasks",
    "task changes": "task changes",
    "sessions": "sessions",
    "joined": "joined a thread",
    "consolidated": "consolidated",
    "expired": "expired",
    "asked": "asked the model",
    "model": "by the model",
    "summarised": "summaries",
    "rejected": "rejected",
    "postponed": "postponed",
}
"""What is counted, in the order shown, and what it is called."""
_KEPT: Final = ("add", "replace", "retract")


@dataclass(slots=True)
class _Round:
    """What one look at all users did."""

    reports: dict[str, ReflectionReport] = field(default_factory=dict[str, ReflectionReport])
    failures: dict[str, str] = field(default_factory=dict[str, str])


@click.command()
@store_option
@click.option("--user", "user_name", help="Only this user; all of them if not given.")
@click.option("--watch", type=click.FloatRange(min=0.1), metavar="SECONDS", help="Go on as a worker: look again after so long.")
@click.option("--model", envvar="PERDURE_MODEL", help="A chat model of the endpoint that reads what the rules have read.")
@click.option("--base-url", envvar="OPENAI_BASE_URL", help="An OpenAI-compatible endpoint.")
@click.option("--token-cap", type=click.IntRange(1), help="Give the model at most so many tokens in this run.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON: an object a round.")
def reflect(
    folder: Path, user_name: str | None, watch: float | None, model: str | None, base_url: str | None, token_cap: int | None, as_json: bool
) -> None:
    """Understand what was said since the last time: memories, tasks, threads, consolidation, retention.

    It can be stopped at any time and goes on where it was; several workers share the users. With --model (and OPENAI_API_KEY, or
    --base-url of any compatible endpoint) a model adds what the rules missed; nothing needs it.
    """
    llm = OpenAILLM(model, base_url=base_url) if model else None
    if token_cap is not None and llm is None:
        raise click.UsageError("--token-cap goes with --model.")
    spend = SpendPolicy(tokens_in_all=token_cap) if token_cap is not None else None
    # Where a program reads the output, the warnings go where the logging module puts them: to the standard error.
    with existing_store(folder, llm=llm, spend=spend) as store, nullcontext() if as_json else notices_shown():
        if watch is not None:
            _work(store, user_name, watch, as_json=as_json)
        done = _once(store, user_name, quiet=as_json)
        if as_json:
            _print_json(done)
        else:
            _show(done)
    sys.exit(1 if done.failures else 0)


def _scopes(store: Store, user_name: str | None) -> list[Scope]:
    return list(store.scopes()) if user_name is None else [Scope(DEFAULT_TENANT, pick_user(store, user_name))]


def _once(store: Store, user_name: str | None, *, quiet: bool) -> _Round:
    """One look at each user; one whose memory cannot be read keeps nobody else waiting."""
    found = _Round()
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("users · {task.fields[turns]:,} turns read"),
    )
    scopes = _scopes(store, user_name)
    with Progress(*columns, console=console, transient=True, disable=quiet or not console.is_terminal) as progress:
        bar = progress.add_task("reflecting", total=len(scopes), turns=0)
        read = 0

        def report(step: str, done: int) -> None:
            nonlocal read
            read += done if step == "turns" else 0
            progress.update(bar, turns=read)

        for scope in scopes:
            name = scope.user if scope.tenant == DEFAULT_TENANT else f"{scope.tenant}/{scope.user}"
            progress.update(bar, description=name)
            try:
                found.reports[name] = store.user(scope.user, tenant=scope.tenant).reflect(report)
            except PerdureError as error:
                found.failures[name] = " ".join(str(error).split())
            progress.advance(bar)
    return found


def _work(store: Store, user_name: str | None, seconds: float, *, as_json: bool) -> None:
    """Look again and again until somebody stops it; a line for each user of whom something was understood."""
    # Being stopped by a service manager is to be like Ctrl-C: what is leased is given back.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    if not as_json:
        console.print(f"[dim]Looking every {seconds:g} s. Ctrl-C ends.[/]")
    told: set[str] = set()
    while True:
        done = _once(store, user_name, quiet=True)
        worked = {name: report for name, report in done.reports.items() if report.turns or any(report.counts.values())}
        if as_json and (worked or done.failures):
            _print_json(_Round(worked, done.failures))
        if not as_json:
            for name, report in worked.items():
                at = store.clock.now().astimezone()
                console.print(f"[dim]{at:%H:%M:%S}[/] [bold]{escape(name)}[/] {_in_words(report)}", highlight=False)
            _show_failures({name: text for name, text in done.failures.items() if f"{name} {text}" not in told})
            told = {f"{name} {text}" for name, text in done.failures.items()}
        sys.stdout.flush()
        time.sleep(seconds)


def _figures(report: ReflectionReport) -> Counter[str]:
    """The counts as they are shown: changes of tasks together, and what the model brought together."""
    found: Counter[str] = Counter()
    for name, count in report.counts.items():
        if name.startswith("task "):
            found["task changes"] += count
        elif name.startswith("model "):
            found["model"] += count if name.removeprefix("model ") in _KEPT else 0
        else:
            found[name] += count
    return found


def _in_words(report: ReflectionReport) -> str:
    figures = _figures(report)
    words = [f"{figures[name]:,} {label}" for name, label in _COLUMNS.items() if figures[name]]
    return ", ".join([f"{report.turns:,} turns read", *words])


def _show(done: _Round) -> None:
    reports = done.reports
    if not reports and not done.failures:
        console.print("[yellow]The store holds no users yet.[/] `perdure import FILE` or `perdure chat` brings some in.")
        return
    worked = {name: report for name, report in reports.items() if report.turns or any(report.counts.values()) or _note(report)}
    if worked:
        console.print(_table(worked))
    idle = len(reports) - len(worked)
    if idle:
        more = " more" if worked else ""
        console.print(f"[green]✓[/] nothing new to understand of {idle:,}{more} user{'s' if idle > 1 else ''}", highlight=False)
    _show_failures(done.failures)


def _show_failures(failures: dict[str, str]) -> None:
    for name, text in failures.items():
        console.print(f"[red]✗[/] {escape(name)}: {escape(text)}", highlight=False)


def _table(reports: dict[str, ReflectionReport]) -> Table:
    """A row a user, and only those columns in which anything happened."""
    figures = {name: _figures(report) for name, report in reports.items()}
    shown = [name for name in _COLUMNS if any(row[name] for row in figures.values())]
    table = Table(box=None, padding=(0, 1), header_style="bold")
    table.add_column("user", overflow="fold")
    for label in ("turns read", *(_COLUMNS[name] for name in shown)):
        table.add_column(label, justify="right")
    notes = {name: _note(report) for name, report in reports.items()}
    if any(notes.values()):
        table.add_column("")
    for name, row in figures.items():
        cells = [f"{row[column]:,}" if row[column] else "" for column in shown]
        table.add_row(escape(name), f"{reports[name].turns:,}", *cells, *([f"[yellow]{notes[name]}[/]"] if any(notes.values()) else []))
    return table


def _note(report: ReflectionReport) -> str:
    if report.busy:
        return "another worker is at it"
    if report.left:
        return "another worker took over"
    return f"{report.waiting:,} to be asked again" if report.waiting else ""


def _print_json(done: _Round) -> None:
    reports = {
        name: {
            "turns": report.turns,
            "counts": dict(report.counts),
            "waiting": report.waiting,
            "busy": report.busy,
            "left": report.left,
        }
        for name, report in done.reports.items()
    }
    click.echo(json.dumps({"users": reports, "failures": done.failures}, ensure_ascii=False))
