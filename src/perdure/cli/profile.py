"""`perdure profile`: who the user is, since when, and what held before."""

import json
from datetime import datetime
from pathlib import Path
from typing import Final

import click
from rich.markup import escape

from perdure.cli.common import MOMENT, console, existing_store, pick_user, store_option, user_option
from perdure.cli.groups import DefaultGroup, writing_for
from perdure.cli.show import history_view, profile_view, short
from perdure.client.build import open_store
from perdure.model.memory import Kind
from perdure.model.profile import Attribute
from perdure.model.statement import USER

__all__ = ["profile"]

_STANDING: Final = (Kind.PREFERENCE, Kind.DIRECTIVE)
_LISTED: Final = 20


@click.group(cls=DefaultGroup, default="show")
def profile() -> None:
    """What is known of a user: name, employer, diet and so on, read out of what they said or set by hand."""


@profile.command()
@store_option
@user_option
@click.option("--at", type=MOMENT, help="What was true at this date, by all that is known today.")
@click.option("--as-of", type=MOMENT, help="What was known at this date.")
@click.option("--history", metavar="NAME", help="All values that an attribute had.")
@click.option("--subject", default=USER, show_default=True, help='Who else it is about: "user\'s sister", "Ann".')
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def show(
    folder: Path, user_name: str | None, at: datetime | None, as_of: datetime | None, history: str | None, subject: str, as_json: bool
) -> None:
    """Show what is known; the same as without `show`."""
    if history is not None and (at or as_of):
        raise click.UsageError("--history shows all times; leave out --at and --as-of.")
    with existing_store(folder) as store:
        user = store.user(pick_user(store, user_name))
        holding = user.profile.all(subject=subject, at=at, as_of=as_of)
        found = holding if history is None else user.profile.history(history, subject=subject)
        present = subject == USER and history is None and at is None and as_of is None
        standing = [memory for memory in user.list(_STANDING, limit=_LISTED) if memory.attribute is None] if present else []
    if as_json:
        click.echo(json.dumps([_as_json(held) for held in found], ensure_ascii=False, indent=2))
        return
    if not found and not standing:
        about = f"{history!r} of {subject}" if history else subject if subject != USER else user.name
        then = " at that time" if at or as_of else ""
        hint = "`perdure reflect` reads what was said; `perdure profile set NAME VALUE` states it."
        console.print(f"[yellow]Nothing is known about {escape(about)}{then}.[/] {hint}")
        return
    if found:
        console.print(history_view(found, holding) if history else profile_view(found))
    if standing:
        console.print("\n [bold]preferences and instructions[/]")
        for memory in standing:
            console.print(f" · {escape(short(memory.text))} [dim]{memory.said_at:%Y-%m-%d}[/]", highlight=False)


@profile.command("set")
@click.argument("name")
@click.argument("value")
@store_option
@click.option("--user", "user_name", help="Whose profile. May be left out if the store has one user, or none yet.")
@click.option("--at", type=MOMENT, help="Since when it is so; now if not given.")
def set_(name: str, value: str, folder: Path, user_name: str | None, at: datetime | None) -> None:
    """Give the attribute NAME a VALUE. The former value becomes history."""
    with open_store(folder) as store:
        held = store.user(writing_for(store, user_name)).profile.set(name, value, at=at)
    until = "" if held.valid_until is None else f" until {held.valid_until:%Y-%m-%d}, because a later value is known"
    console.print(f"[green]{escape(held.name)}[/]: {escape(held.value)} [dim]since {held.valid_from:%Y-%m-%d}{until}[/]", highlight=False)


@profile.command()
@click.argument("name")
@store_option
@user_option
def remove(name: str, folder: Path, user_name: str | None) -> None:
    """The attribute NAME holds no longer; its history stays."""
    with existing_store(folder) as store:
        user = store.user(pick_user(store, user_name))
        known = sorted({held.name for held in user.profile.all()})
        if name not in known:
            raise click.UsageError(f"Nothing is known as {name!r} of {user.name}. Known: {', '.join(known) or 'nothing'}.")
        user.profile.remove(name)
    console.print(f"[green]{escape(name)}[/] holds no longer. [dim]`perdure profile --history {escape(name)}` shows what it was.[/]")


def _as_json(held: Attribute) -> dict[str, object]:
    return {
        "name": held.name,
        "value": held.value,
        "valid_from": held.valid_from.isoformat(),
        "valid_until": None if held.valid_until is None else held.valid_until.isoformat(),
        "source": held.source,
        "sources": held.sources,
        "confidence": held.confidence,
    }
