"""Commands that look into one user's memory."""

import json
from datetime import datetime
from pathlib import Path
from time import perf_counter

import click
from rich.markup import escape
from rich.table import Table

from perdure.cli.common import MOMENT, console, existing_store, pick_user, reranker_option, store_option, user_option
from perdure.cli.show import hits_view, resumption_view
from perdure.model.hit import Hit
from perdure.model.memory import Kind
from perdure.recall.recipes import DEFAULT_RECIPE, RECIPES

__all__ = ["recall", "resume", "stats"]


@click.command()
@click.argument("question")
@store_option
@user_option
@click.option("--limit", "-n", default=10, show_default=True, type=click.IntRange(1, 1000), help="How many hits.")
@click.option("--recipe", type=click.Choice(list(RECIPES)), default=DEFAULT_RECIPE.name, show_default=True, help="How to rank.")
@reranker_option
@click.option("--kind", "kinds", multiple=True, type=click.Choice([kind.value for kind in Kind]), help="Only this kind; may be repeated.")
@click.option("--thread", help="Only this thread (its id).")
@click.option("--since", type=MOMENT, help="Only what was said at this date or later.")
@click.option("--until", type=MOMENT, help="Only what was said before this date.")
@click.option("--as-of", type=MOMENT, help="As it was known at this date.")
@click.option("--min-score", type=float, help="Leave out hits below this score.")
@click.option("--why/--no-why", default=True, help="Show each hit's reasons.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def recall(
    question: str,
    folder: Path,
    user_name: str | None,
    limit: int,
    recipe: str,
    reranker: str | None,
    kinds: tuple[str, ...],
    thread: str | None,
    since: datetime | None,
    until: datetime | None,
    as_of: datetime | None,
    min_score: float | None,
    why: bool,
    as_json: bool,
) -> None:
    """Find what answers QUESTION, best first, each with its reasons."""
    with existing_store(folder, reranker=reranker) as store:
        user = store.user(pick_user(store, user_name))
        start = perf_counter()
        hits = user.recall(
            question,
            limit=limit,
            recipe=recipe,
            kinds=kinds,
            thread=thread,
            since=since,
            until=until,
            as_of=as_of,
            min_score=min_score,
        )
        spent = perf_counter() - start
    if as_json:
        click.echo(json.dumps([_hit_json(hit) for hit in hits], ensure_ascii=False, indent=2))
        return
    console.print(hits_view(hits, why=why))
    console.print(f"[dim]{len(hits)} of {escape(user.name)}'s memories in {1000 * spent:.1f} ms[/]")


def _hit_json(hit: Hit) -> dict[str, object]:
    return {
        "id": hit.id,
        "kind": hit.kind,
        "text": hit.text,
        "score": hit.score,
        "said_at": hit.said_at.isoformat(),
        "speaker": hit.speaker,
        "session_id": hit.session_id,
        "thread_id": hit.thread_id,
        "sources": hit.sources,
        "metadata": dict(hit.metadata),
        "why": dict(hit.why.signals),
    }


@click.command()
@store_option
@user_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def resume(folder: Path, user_name: str | None, as_json: bool) -> None:
    """Show how the conversation with a user would be taken up now."""
    with existing_store(folder) as store:
        resumption = store.user(pick_user(store, user_name)).resumption()
    if as_json:
        gap = None if resumption.gap is None else resumption.gap.total_seconds()
        threads = [{"id": thread.id, "title": thread.title, "summary": thread.summary} for thread in resumption.threads]
        content = {"mode": resumption.mode, "gap_seconds": gap, "prompt": resumption.prompt, "threads": threads}
        click.echo(json.dumps(content, ensure_ascii=False, indent=2))
        return
    console.print(resumption_view(resumption))


@click.command()
@store_option
@click.option("--user", "user_name", help="Only this user.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def stats(folder: Path, user_name: str | None, as_json: bool) -> None:
    """Count what is kept, user by user."""
    with existing_store(folder) as store:
        names = [pick_user(store, user_name)] if user_name else list(store.users())
        figures = {name: store.user(name).figures() for name in names}
        embedder = store.embedder.spec.name
        state = "encrypted" if store.capabilities.encrypted else "not encrypted"
    listed = {name: {field: getattr(found, field) for field in found.__dataclass_fields__} for name, found in figures.items()}
    if as_json:
        click.echo(json.dumps({"embedder": embedder, "storage": state, "users": listed}, ensure_ascii=False, indent=2))
        return
    table = Table(box=None, padding=(0, 1), header_style="bold")
    table.add_column("user")
    columns = ("turns", "sessions", "threads", "memories", "tasks", "unembedded")
    for column in (*columns, "MB"):
        table.add_column(column, justify="right")
    for name, row in listed.items():
        table.add_row(escape(name), *(f"{row[column]:,}" for column in columns), f"{row['bytes'] / 1e6:.1f}")
    console.print(table)
    console.print(f"[dim]{len(listed)} users · {state} · vectors by {embedder}[/]")
