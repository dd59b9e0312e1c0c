"""`perdure tasks`: what is to be done, and being reminded of it."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import click
from rich.markup import escape

from perdure.cli.common import console, existing_store, pick_user, store_option, user_option
from perdure.cli.groups import DefaultGroup, chosen, writing_for
from perdure.cli.show import due_text, tasks_view
from perdure.client.build import open_store
from perdure.client.store import Store
from perdure.client.user import UserMemory
from perdure.model.task import Priority, Task, TaskStatus
from perdure.tasks.due import moments

__all__ = ["tasks"]

_MOST: Final = 1000
_EXAMPLES: Final = "friday, 'in two weeks', 2026-05-03, '3 May 14:00'"


@click.group(cls=DefaultGroup, default="list")
def tasks() -> None:
    """What a user has to do: said by them, or added by hand.

    A TASK is named by its id, the end of it that the list shows, or a part of its title.
    """


@tasks.command("list")
@store_option
@user_option
@click.option("--all", "every", is_flag=True, help="Also what is done or cancelled.")
@click.option("--limit", "-n", default=100, show_default=True, type=click.IntRange(1, _MOST), help="How many.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def list_(folder: Path, user_name: str | None, every: bool, limit: int, as_json: bool) -> None:
    """Show what is to be done, the most urgent first; the same as without `list`."""
    with existing_store(folder) as store:
        user = store.user(pick_user(store, user_name))
        found = user.tasks.list(None if every else TaskStatus.OPEN, limit=limit)
        now = store.clock.now()
    if as_json:
        click.echo(json.dumps([_as_json(task) for task in found], ensure_ascii=False, indent=2))
        return
    if not found:
        hint = "`perdure reflect` reads what was said; `perdure tasks add TITLE` adds one."
        console.print(f"[yellow]{escape(user.name)} has nothing to do.[/] {hint}")
        return
    console.print(tasks_view(found, now))


@tasks.command()
@click.argument("title")
@click.argument("when", nargs=-1)
@store_option
@click.option("--user", "user_name", help="Whose task. May be left out if the store has one user, or none yet.")
@click.option("--priority", type=click.Choice([level.name.lower() for level in Priority]), default="normal", show_default=True)
def add(title: str, when: tuple[str, ...], folder: Path, user_name: str | None, priority: str) -> None:
    """Add a task with TITLE, due WHEN (friday, "in two weeks", 2026-05-03)."""
    with open_store(folder) as store:
        due = _moment(store, " ".join(when)) if when else None
        task = store.user(writing_for(store, user_name)).tasks.add(title, due=due, priority=Priority[priority.upper()])
    _tell("added", task)


def _action(name: str, said: str, explanation: str, act: Callable[[UserMemory, str], Task]) -> None:
    """A command that does one thing to one task."""

    @tasks.command(name, help=explanation)
    @click.argument("task")
    @store_option
    @user_option
    def act_on(task: str, folder: Path, user_name: str | None) -> None:
        with existing_store(folder) as store:
            user = store.user(pick_user(store, user_name))
            changed = act(user, _meant(user, task, opened=name != "reopen"))
        _tell(said, changed)


_action("done", "done", "Mark TASK as done.", lambda user, task: user.tasks.complete(task))
_action("cancel", "cancelled", "Mark TASK as not to be done any more.", lambda user, task: user.tasks.cancel(task))
_action("reopen", "open again", "Take TASK up again that was done or cancelled.", lambda user, task: user.tasks.reopen(task))


@tasks.command()
@click.argument("task")
@click.argument("when", nargs=-1)
@store_option
@user_option
def move(task: str, when: tuple[str, ...], folder: Path, user_name: str | None) -> None:
    """Make TASK due WHEN (friday, "in two weeks", 2026-05-03); without WHEN at no time. Its reminders move along."""
    with existing_store(folder) as store:
        user = store.user(pick_user(store, user_name))
        due = _moment(store, " ".join(when)) if when else None
        moved = user.tasks.move(_meant(user, task, opened=True), due)
    _tell("moved", moved)


@tasks.command()
@store_option
@click.option("--user", "user_name", help="Only this user.")
@click.option("--json", "as_json", is_flag=True, help="Print a line of JSON each.")
def remind(folder: Path, user_name: str | None, as_json: bool) -> None:
    """Print the reminders that are due, each once.

    Of all users, unless one is named; made to be run by a timer.
    """
    told = 0
    with existing_store(folder) as store:
        names = [pick_user(store, user_name)] if user_name else list(store.users())
        for name in names:

            def tell(task: Task, moment: datetime, name: str = name) -> None:
                # Printed before it is struck off: a reader that went away gets it the next time.
                if as_json:
                    click.echo(json.dumps({"user": name, "moment": moment.isoformat(), **_as_json(task)}, ensure_ascii=False))
                else:
                    who = f"{escape(name)}: " if len(names) > 1 else ""
                    console.print(f"[bold yellow]![/] {who}{escape(task.title)} [dim]{escape(due_text(task, store.clock.now()))}[/]")

            told += len(store.user(name).tasks.remind(tell))
    if not told and not as_json:
        console.print("[dim]No reminder is due.[/]")


def _meant(user: UserMemory, said: str, *, opened: bool) -> str:
    """The id of the task that is meant; open ones come first where a command closes or moves, closed ones where it opens."""
    listed = user.tasks.list(None, limit=_MOST)
    likely = [task for task in listed if (task.status is TaskStatus.OPEN) is opened]
    found = chosen(said, likely, lambda task: task.id, lambda task: task.title, "tasks")
    return found if found != said else chosen(said, listed, lambda task: task.id, lambda task: task.title, "tasks")


def _moment(store: Store, said: str) -> datetime:
    """A time ahead, read as in a conversation, on the clock of this machine."""
    now = store.clock.now().astimezone()
    found = moments(said, now)
    if not found:
        raise click.UsageError(f"{said!r} names no time. Write it like {_EXAMPLES}.")
    return found[0].due


def _tell(what: str, task: Task) -> None:
    due = f" [dim]{escape(due_text(task, datetime.now(UTC)))}[/]" if task.status is TaskStatus.OPEN else ""
    console.print(f"[green]{what}[/]: {escape(task.title)}{due}")


def _as_json(task: Task) -> dict[str, object]:
    return {
        "id": task.id,
        "title": task.title,
        "status": task.status.value,
        "priority": task.priority.name.lower(),
        "created": task.created.isoformat(),
        "due": None if task.due is None else task.due.isoformat(),
        "closed": None if task.closed is None else task.closed.isoformat(),
        "thread_id": task.thread_id,
        "reminders": [moment.isoformat() for moment in task.reminders],
        "sources": task.sources,
    }
