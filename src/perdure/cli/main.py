"""The `perdure` command: a group that loads each command when it is asked for, and turns errors into one readable line."""

import io
import os
import sys
from difflib import get_close_matches
from importlib import import_module
from typing import Any, Final

import click

from perdure.errors import InvalidInput, NotFound, PerdureError

__all__ = ["main"]

_COMMANDS: Final = {
    "demo": "perdure.cli.demo:demo",
    "import": "perdure.cli.data:import_",
    "export": "perdure.cli.data:export",
    "recall": "perdure.cli.memory:recall",
    "resume": "perdure.cli.memory:resume",
    "chat": "perdure.cli.chat:chat",
    "profile": "perdure.cli.profile:profile",
    "tasks": "perdure.cli.tasks:tasks",
    "threads": "perdure.cli.threads:threads",
    "reflect": "perdure.cli.reflect:reflect",
    "stats": "perdure.cli.memory:stats",
    "doctor": "perdure.cli.upkeep:doctor",
    "migrate": "perdure.cli.upkeep:migrate",
    "eval": "perdure.cli.laboratory:eval_",
    "bench": "perdure.cli.measure:bench",
}
DEBUG_VARIABLE: Final = "PERDURE_DEBUG"


class _Group(click.Group):
    """Commands by name; a typo gets a suggestion."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        module, name = _COMMANDS[cmd_name].split(":")
        return getattr(import_module(module), name)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        if args and args[0] not in _COMMANDS and not args[0].startswith("-"):
            close = get_close_matches(args[0], _COMMANDS, n=1)
            hint = f" Did you mean `perdure {close[0]}`?" if close else " `perdure --help` lists the commands."
            ctx.fail(f"There is no command {args[0]!r}.{hint}")
        return super().resolve_command(ctx, args)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(package_name="perdure", prog_name="perdure")
def cli() -> None:
    """Memory that lasts for AI agents.

    Try `perdure demo` first. Every command has --help. The store is ./memory unless --store or PERDURE_STORE says otherwise.
    """


def main() -> None:
    """Run the command line; the exit code is 0 for success, 1 for a failure, 2 for a wrong call, 130 for Ctrl-C."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that lacks a character shows a question mark, not an error
    try:
        code = cli.main(prog_name="perdure", standalone_mode=False)
        sys.exit(code if isinstance(code, int) else 0)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("\nInterrupted. What was acknowledged before is stored.", err=True)
        sys.exit(130)
    except PerdureError as error:
        if os.environ.get(DEBUG_VARIABLE):
            raise
        click.echo(click.style("Error: ", fg="red", bold=True, reset=True) + " ".join(str(error).split()), err=True)
        sys.exit(2 if isinstance(error, InvalidInput | NotFound) else 1)
    except BrokenPipeError:
        # The reader of our output went away (`perdure ... | head`): not an error, and nothing more can be said to it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception as error:
        if os.environ.get(DEBUG_VARIABLE):
            raise
        click.echo(
            f"Unexpected {type(error).__name__}: {error}\nThis is a defect of Perdure; what was acknowledged before is stored. "
            f"Set {DEBUG_VARIABLE}=1 to see where it happened, and please report it.",
            err=True,
        )
        sys.exit(1)
