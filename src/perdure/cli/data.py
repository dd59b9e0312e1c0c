"""Commands that bring conversations in and take them out."""

from pathlib import Path
from time import perf_counter

import click
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from perdure.cli.common import console, existing_store, pick_user, store_option, user_option
from perdure.client.build import open_store
from perdure.errors import InvalidImport
from perdure.importers.jsonl import read_conversations

__all__ = ["export", "import_"]


def _count(path: Path) -> int:
    """Turns in the file up to its first bad line, which the import itself will report."""
    count = 0
    try:
        for conversation in read_conversations(path):
            count += sum(map(len, conversation.sessions))
    except InvalidImport:
        pass
    return count


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@store_option
@click.option("--user", "user_name", help="Keep all conversations under this user; by default each under its own id.")
@click.option("--embedder", help="static, minilm, openai://MODEL, sentence-transformers://MODEL. Only for a new store.")
@click.option("--no-encryption", is_flag=True, help="Make a new store without encryption.")
def import_(files: tuple[Path, ...], folder: Path, user_name: str | None, embedder: str | None, no_encryption: bool) -> None:
    """Import conversations from JSON Lines FILES: one conversation a line, `sessions` of `turns`.

    It can be stopped and repeated at any time: what is stored already is skipped.
    """
    for path in files:
        if not path.is_file():
            raise click.UsageError(f"There is no file {path}.")
    added = skipped = 0
    start = perf_counter()
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("turns"),
        TimeRemainingColumn(),
    )
    with (
        open_store(folder, embedder=embedder, encryption=False if no_encryption else None) as store,
        Progress(*columns, console=console) as progress,
    ):
        for path in files:
            bar = progress.add_task(path.name, total=_count(path))
            for conversation in read_conversations(path):
                user = store.user(user_name or conversation.id)
                report = user.ingest(conversation.turns(), lambda count, bar=bar: progress.advance(bar, count))
                added, skipped = added + report.added, skipped + report.skipped
    spent = perf_counter() - start
    already = f", {skipped:,} were there already" if skipped else ""
    console.print(f"[green]{added:,} turns imported[/]{already}, into {escape(str(folder))} in {spent:.1f} s")


@click.command()
@click.argument("path", type=click.Path(path_type=Path))
@store_option
@user_option
def export(path: Path, folder: Path, user_name: str | None) -> None:
    """Write everything remembered of a user to PATH as JSON Lines, readable without Perdure."""
    with existing_store(folder) as store:
        name = pick_user(store, user_name)
        count = store.user(name).export(path)
    console.print(f"[green]{count:,} lines[/] of {escape(name)} written to {escape(str(path))}. It is not encrypted: keep it safe.")
