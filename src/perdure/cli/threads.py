"""`perdure threads`: logical conversations that span sessions."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Final

import click
from rich.markup import escape

from perdure.cli.common import console, existing_store, pick_user, store_option, user_option
from perdure.cli.groups import DefaultGroup, chosen
from perdure.cli.show import thread_view, threads_view
from perdure.client.user import UserMemory
from perdure.model.thread import Thread

__all__ = ["threads"]

_MOST: Final = 1000


@click.group(cls=DefaultGroup, default="list")
def threads() -> None:
    """Conversations that span sessions: what they are about, what was decided, what is left to do.

    A THREAD is named by its id, the end of it that the list shows, or a part of its title.
    """


@threads.command("list")
@store_option
@user_option
@click.option("--limit", "-n", default=10, show_default=True, type=click.IntRange(1, _MOST), help="How many.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def list_(folder: Path, user_name: str | None, limit: int, as_json: bool) -> None:
    """Show the threads, the most recently active first; the same as without `list`."""
    with existing_store(folder) as store:
        user = store.user(pick_user(store, user_name))
        found = user.threads.list(limit)
    if as_json:
        click.echo(json.dumps([_as_json(thread) for thread in found], ensure_ascii=False, indent=2))
        return
    if not found:
        console.print(f"[yellow]{escape(user.name)} has no threads.[/] The first turn of a session opens one.")
        return
    console.print(threads_view(found))


@threads.command()
@click.argument("thread")
@store_option
@user_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def show(thread: str, folder: Path, user_name: str | None, as_json: bool) -> None:
    """Show THREAD: summary, decisions, action items, the last five turns."""
    with existing_store(folder) as store:
        user = store.user(pick_user(store, user_name))
        found = user.threads.context(_meant(user, thread))
    if as_json:
        turns = [
            {"id": turn.id, "speaker": turn.speaker or turn.role.value, "text": turn.text, "said_at": turn.said_at.isoformat()}
            for turn in found.last_turns
        ]
        click.echo(json.dumps({**_as_json(found.thread), "last_turns": turns}, ensure_ascii=False, indent=2))
        return
    console.print(thread_view(found))


@threads.command()
@click.argument("thread")
@click.argument("title")
@store_option
@user_option
def rename(thread: str, title: str, folder: Path, user_name: str | None) -> None:
    """Give THREAD another TITLE."""
    _change(folder, user_name, "renamed", lambda user: user.threads.rename(_meant(user, thread), title))


@threads.command()
@click.argument("thread")
@store_option
@user_option
def close(thread: str, folder: Path, user_name: str | None) -> None:
    """Mark THREAD as done: no session goes on with it by itself. It stays searchable."""
    _change(folder, user_name, "closed", lambda user: user.threads.close(_meant(user, thread)))


@threads.command()
@click.argument("thread")
@store_option
@user_option
def reopen(thread: str, folder: Path, user_name: str | None) -> None:
    """Take THREAD up again that was closed."""
    _change(folder, user_name, "open again", lambda user: user.threads.reopen(_meant(user, thread)))


@threads.command()
@click.argument("thread")
@click.argument("into")
@store_option
@user_option
def merge(thread: str, into: str, folder: Path, user_name: str | None) -> None:
    """Make THREAD a part of INTO.

    Sessions, tasks and memories move, and its id means INTO from now on.
    """
    _change(folder, user_name, "merged into", lambda user: user.threads.merge(_meant(user, thread), _meant(user, into)))


def _change(folder: Path, user_name: str | None, what: str, change: Callable[[UserMemory], Thread]) -> None:
    with existing_store(folder) as store:
        changed = change(store.user(pick_user(store, user_name)))
    console.print(f"[green]{what}[/]: {escape(changed.title or changed.id)}")


def _meant(user: UserMemory, said: str) -> str:
    return chosen(said, user.threads.list(_MOST), lambda thread: thread.id, lambda thread: thread.title, "threads")


def _as_json(thread: Thread) -> dict[str, object]:
    decisions = [{"text": noted.text, "source": noted.source, "said_at": noted.said_at.isoformat()} for noted in thread.decisions]
    items = [
        {
            "text": item.text,
            "who": item.who,
            "due": None if item.due is None else item.due.isoformat(),
            "done": item.done,
            "source": item.source,
            "said_at": item.said_at.isoformat(),
        }
        for item in thread.action_items
    ]
    return {
        "id": thread.id,
        "title": thread.title,
        "state": thread.state.value,
        "started": thread.started.isoformat(),
        "last_active": thread.last_active.isoformat(),
        "turns": thread.turns,
        "summary": thread.summary,
        "decisions": decisions,
        "action_items": items,
    }
