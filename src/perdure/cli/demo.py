"""The demo: a small conversation over three sessions, played through a real store."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Final

import click
from rich.markup import escape
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table

from perdure.cli.common import console
from perdure.cli.show import context_view, hits_view, profile_view, resumption_view, tasks_view
from perdure.cli.story import SESSIONS, DemoSession
from perdure.client.build import open_store
from perdure.client.store import Store
from perdure.ports.clock import ManualClock

__all__ = ["demo"]

_START: Final = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
_USER: Final = "nora"
_BROTHER: Final = "user's brother"
_MESSAGE: Final = "What must not go into the cake, because of Pieter?"
_BUDGET: Final = 800
_RESERVE: Final = 200
_SYSTEM: Final = "You are Nora's assistant. Be brief."


@click.command()
@click.option(
    "--store", "folder", type=click.Path(path_type=Path), help="Keep the demo's store in this (new) directory; otherwise it is thrown away."
)
def demo(folder: Path | None) -> None:
    """Play a conversation over three sessions and five weeks, and show what is remembered, how it is taken up, and why."""
    if folder is not None:
        _play(folder)
        console.print(f"\nThe store is in {folder}. Ask it something: perdure recall 'what does the oven cost?' --store {folder}")
        return
    with TemporaryDirectory() as name:
        _play(Path(name) / "memory")
    console.print("\nNow with your own: [bold]perdure chat[/], or [bold]perdure import FILE[/] and [bold]perdure recall QUESTION[/].")


def _play(folder: Path) -> None:
    clock = ManualClock(_START)
    for number, part in enumerate(SESSIONS, 1):
        clock.advance(part.after)
        # Each session opens the store anew, as another process would.
        with open_store(folder, clock=clock) as store:
            _session(store, clock, number, part)
    clock.advance(timedelta(minutes=10))
    with open_store(folder, clock=clock) as store:
        _context(store)
        _understood(store)
        _kept(store, folder)


def _session(store: Store, clock: ManualClock, number: int, part: DemoSession) -> None:
    console.print(Rule(f"[bold]Session {number}[/]  {part.title}", align="left", style="cyan"))
    nora = store.user(_USER)
    with nora.session(f"demo-{number}", thread="bakery") as session:
        console.print(Padding(resumption_view(session.resumption), (1, 0, 0, 0)))
        talk = Table(box=None, show_header=False, padding=(0, 1))
        talk.add_column(justify="right", style="bold", no_wrap=True, width=11)
        talk.add_column(overflow="fold")
        for role, text in part.said:
            session.add(role, text)
            clock.advance(timedelta(seconds=40))
            talk.add_row("[magenta]nora[/]" if role == "user" else "[blue]assistant[/]", escape(text))
        console.print(talk)
    if number == 1:
        nora.remember("Nora prefers short answers with numbers in them", kind="preference")
        console.print("  [dim]Also remembered, by hand: a preference.[/]")
    start = perf_counter()
    hits = nora.recall(part.question, limit=2)
    spent = 1000 * (perf_counter() - start)
    console.print(f"\n  [bold]recall[/] “{part.question}” [dim]({spent:.1f} ms)[/]")
    console.print(Padding(hits_view(hits), (0, 0, 1, 2)))


def _context(store: Store) -> None:
    console.print(Rule("[bold]Ten minutes later[/]  What a model would be sent", align="left", style="cyan"))
    with store.user(_USER).session("demo-3") as session:
        console.print(Padding(resumption_view(session.resumption), (1, 0, 0, 0)))
        context = session.context(_MESSAGE, max_tokens=_BUDGET, reserve=_RESERVE, system=_SYSTEM)
    console.print(Padding(context_view(context), (0, 0, 1, 0)))


def _understood(store: Store) -> None:
    nora = store.user(_USER)
    brother = ", ".join(f"{held.name}: {held.value}" for held in nora.profile.all(subject=_BROTHER))
    console.print(Rule("[bold]What was understood[/]  Who she is, and what she has to do", align="left", style="cyan"))
    console.print(Padding(profile_view(nora.profile.all()), (1, 0, 0, 1)))
    console.print(Padding(f"[dim]of {_BROTHER}:[/] {escape(brother)}", (0, 0, 0, 2)))
    console.print(Padding(tasks_view(nora.tasks.list(), store.clock.now()), (1, 0, 1, 1)))


def _kept(store: Store, folder: Path) -> None:
    figures = store.user(_USER).figures()
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    plain = any(b"sesame" in path.read_bytes() for path in folder.rglob("*") if path.is_file())
    console.print(
        f"[green]✓[/] {figures.turns} turns, {figures.memories} memories and {figures.tasks} task kept in {size / 1000:.0f} kB, "
        f"{'[red]readable[/]' if plain else 'encrypted'} on disk. No server, no key to buy, no language model was used."
    )
