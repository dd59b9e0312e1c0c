"""Commands that keep a store healthy."""

import sys
from pathlib import Path

import click
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from perdure.cli.common import console, existing_store, store_option
from perdure.client.store import Store
from perdure.embedders.registry import make_embedder

__all__ = ["doctor", "migrate"]


@click.command()
@store_option
def doctor(folder: Path) -> None:
    """Check every file of the store: integrity, encryption, index. The exit code is 1 if anything is wrong."""
    bad = 0
    with existing_store(folder) as store:
        state = "encrypted" if store.capabilities.encrypted else "[yellow]not encrypted[/]"
        console.print(f"{escape(str(folder))}: {state}, engine {store.capabilities.name}")
        key = folder / "master.key"
        if key.exists():
            mode = key.stat().st_mode & 0o777
            advice = "" if mode == 0o600 else f" [red]with mode {mode:o}; run chmod 600 {escape(str(key))}[/]"
            console.print(f"master key: in {escape(str(key))}{advice}. Keep a copy elsewhere: without it nothing can be read.")
            bad += bool(advice)
        elif store.capabilities.encrypted:
            console.print("master key: given by you or by PERDURE_KEY")
        users = list(store.scopes())
        for scope in users:
            name = scope.user
            problems = store.inspect(name, tenant=scope.tenant).problems
            bad += bool(problems)
            for problem in problems:
                console.print(f"[red]✗[/] {escape(name)}: {escape(problem)}")
    healthy = len(users) - bad
    console.print(f"[green]✓[/] {healthy} of {len(users)} users are healthy" if not bad else f"[red]{bad} problems[/]")
    sys.exit(1 if bad else 0)


@click.command()
@store_option
@click.option("--reembed", is_flag=True, help="Move all vectors to another embedder, or fill the gaps that an outage left.")
@click.option("--rebuild", is_flag=True, help="Make the search index anew from what was said.")
@click.option("--embedder", help="Target of --reembed: static, minilm, openai://MODEL, ... By default the store's own.")
def migrate(folder: Path, reembed: bool, rebuild: bool, embedder: str | None) -> None:
    """Bring a store to this version of Perdure, and its vectors to another embedder.

    Schema migrations run by themselves when a user is opened. --reembed can be stopped and goes on where it was; programs that
    use the store can read meanwhile, and open it with the new embedder afterwards.
    """
    if embedder and not reembed:
        raise click.UsageError("--embedder goes with --reembed.")
    with existing_store(folder) as store:
        if reembed:
            _reembed(store, embedder or store.embedder_name)
        if rebuild:
            for scope in store.scopes():
                made = store.user(scope.user, tenant=scope.tenant).rebuild()
                console.print(f"{escape(scope.user)}: {made:,} entries rebuilt")
        if not (reembed or rebuild):
            for scope in store.scopes():
                store.user(scope.user, tenant=scope.tenant).figures()
            console.print("[green]✓[/] the schema of every user is up to date")


def _reembed(store: Store, name: str) -> None:
    target = make_embedder(name)
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console) as progress:
        bar = progress.add_task("vectors", total=None)

        def report(user: str, done: int, total: int) -> None:
            progress.update(bar, description=user, completed=done, total=total)

        made = store.reembed(target, name, progress=report)
    console.print(f"[green]{made:,} vectors made[/]; the store's embedder is now {escape(name)}")
