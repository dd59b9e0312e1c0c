"""Groups of commands with one that is meant where none is named, and choosing a thing by a part of its id or title."""

from collections.abc import Callable, Sequence
from difflib import get_close_matches
from typing import Any, Final, TypeVar

import click

from perdure.cli.common import pick_user
from perdure.client.store import Store

__all__ = ["DefaultGroup", "chosen", "short_id", "writing_for"]

T = TypeVar("T")
_SHOWN: Final = 8
"""The end of an id is random, so that a few characters of it tell a person's tasks apart."""
_MYSELF: Final = "me"
_LEAST: Final = 3
_LISTED: Final = 3
_PREFIXES: Final = ("tsk_", "thr_", "mem_", "ses_", "trn_")


class DefaultGroup(click.Group):
    """`perdure tasks --all` is short for `perdure tasks list --all`; the group's help shows what the default command takes."""

    def __init__(self, *args: Any, default: str, **options: Any) -> None:
        super().__init__(*args, subcommand_metavar="[COMMAND] [ARGS]...", no_args_is_help=False, **options)
        self._default = default

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0].startswith("-") and args[0] not in ctx.help_option_names):
            args = [self._default, *args]
        elif args[0] not in (*self.commands, *ctx.help_option_names):
            close = get_close_matches(args[0], self.commands, n=1)
            hint = f"Did you mean `{ctx.command_path} {close[0]}`?" if close else f"`{ctx.command_path} --help` lists them."
            ctx.fail(f"There is no command {args[0]!r}. {hint}")
        return super().parse_args(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        self.commands[self._default].format_options(ctx, formatter)
        self.format_commands(ctx, formatter)


def short_id(identity: str) -> str:
    """What of an id a table shows: the end of one that Perdure made, another as it is."""
    return identity[-_SHOWN:] if identity.startswith(_PREFIXES) else identity


def chosen(said: str, things: Sequence[T], identity: Callable[[T], str], title: Callable[[T], str], what: str) -> str:
    """The id of the one thing that is meant: by its id, the end of it, or a part of its title; what names none is returned as it is.

    Raises:
        click.UsageError: it could be several.
    """
    found = [identity(thing) for thing in things]
    if said in found:
        return said
    enough = len(said) >= _LEAST
    ending = [one for one in found if one.endswith(said)] if enough else []
    titled = [identity(thing) for thing in things if said.casefold() in title(thing).casefold()] if enough else []
    meant = ending or titled
    if len(meant) > 1:
        named = [f"{short_id(identity(thing))} ({title(thing)})" for thing in things if identity(thing) in meant][:_LISTED]
        more = f" and {len(meant) - _LISTED} more" if len(meant) > _LISTED else ""
        raise click.UsageError(f"{said!r} could be {len(meant)} {what}: {', '.join(named)}{more}. Say more of it, or the id.")
    return meant[0] if meant else said


def writing_for(store: Store, name: str | None) -> str:
    """Whose memory is written to: the named user's, who may be new; else that of the store's only user; in an empty store "me"."""
    if name is not None:
        return name
    return pick_user(store, None) if any(True for _ in store.users()) else _MYSELF
