"""Options that several commands share, and how they open a store."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, TypeVar

import click
from rich.console import Console

from perdure.client.build import open_store
from perdure.client.store import Store
from perdure.errors import UnknownUser
from perdure.importers.jsonl import read_date

__all__ = ["MOMENT", "console", "existing_store", "pick_user", "reranker_option", "store_option", "user_option"]

F = TypeVar("F", bound=Callable[..., Any])
console: Final = Console()
_NAMED_IN_ERROR: Final = 5


class _Moment(click.ParamType):  # pyright: ignore[reportMissingTypeArgument]  # generic in newer click only
    """A date or time; midnight UTC where nothing else is said."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        if isinstance(value, datetime):
            return value
        try:
            found = read_date(str(value))
        except ValueError as error:
            self.fail(f"{error} Write it like 2024-05-03 or '3 May 2024 14:00'.", param, ctx)
        return found if found.tzinfo else found.replace(tzinfo=UTC)


MOMENT: Final = _Moment()


def store_option(function: F) -> F:
    """--store, from PERDURE_STORE or ./memory."""
    return click.option(
        "--store",
        "folder",
        envvar="PERDURE_STORE",
        default="memory",
        show_default=True,
        type=click.Path(path_type=Path),
        help="The store's directory.",
    )(function)


def user_option(function: F) -> F:
    """--user; the store's only user if there is just one."""
    return click.option("--user", "user_name", help="Whose memory. May be left out if the store has one user.")(function)


def reranker_option(function: F) -> F:
    """--reranker; none if not given."""
    return click.option("--reranker", metavar="NAME", help="Look at the best hits again: late-interaction, cross-encoder:///FOLDER.")(
        function
    )


def existing_store(folder: Path, **options: Any) -> Store:
    """Open a store that is there; a mistyped path must not make a new one.

    Raises:
        click.UsageError: there is none.
    """
    if not (folder / "store.json").exists():
        raise click.UsageError(f"There is no store at {folder}. `perdure import FILE --store {folder}` makes one, --store names another.")
    return open_store(folder, **options)


def pick_user(store: Store, name: str | None) -> str:
    """The named user, or the only one.

    Raises:
        UnknownUser: nobody is kept under that name.
        click.UsageError: there are several and none was named.
    """
    names = list(store.users())
    if name is not None:
        if name not in names:
            raise UnknownUser(f"The store holds nothing of {name!r}. {_listed(names)}")
        return name
    if len(names) != 1:
        raise click.UsageError(f"Name a user with --user. {_listed(names)}")
    return names[0]


def _listed(names: list[str]) -> str:
    if not names:
        return "It holds no users yet."
    more = f" and {len(names) - _NAMED_IN_ERROR} more" if len(names) > _NAMED_IN_ERROR else ""
    return f"It holds: {', '.join(names[:_NAMED_IN_ERROR])}{more}."
