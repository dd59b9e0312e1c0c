"""`perdure eval`: how well recall finds, what is better, what each signal is worth, and a page to read."""

import json
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import asdict
from difflib import get_close_matches
from itertools import product
from pathlib import Path
from typing import Any, Final

import click
from rich.progress import Progress, SpinnerColumn, TextColumn

from perdure.cli.common import console, reranker_option
from perdure.cli.laboratory_views import ablation_view, comparison_view, floors_view, misses_view, report_view
from perdure.cli.understanding import understanding
from perdure.evaluation.ablation import ablate, markdown
from perdure.evaluation.answers import Run
from perdure.evaluation.asking import ask_file
from perdure.evaluation.comparing import Comparison, compare_runs
from perdure.evaluation.misses import instructive, miss_as_json, miss_table
from perdure.evaluation.report.page import write_report
from perdure.evaluation.runner import report_on
from perdure.evaluation.study import floors_over_files, study
from perdure.recall.recipes import DEFAULT_RECIPE, RECIPES

__all__ = ["eval_"]

RIVALS: Final = (DEFAULT_RECIPE.name, "rank-fusion", "keyword")
_MISSES: Final = 10
_EXPLAIN: Final = "--explain-misses"


class _Group(click.Group):
    """`perdure eval FILES` is short for `perdure eval run FILES`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] not in (*self.commands, *ctx.help_option_names):
            close = get_close_matches(args[0], self.commands, n=1)
            if close and not Path(args[0]).exists():
                ctx.fail(f"There is no file and no command {args[0]!r}. Did you mean `perdure eval {close[0]}`?")
            args = ["run", *args]
        return super().parse_args(ctx, args)


class _Run(click.Command):
    """Lets --explain-misses stand without a number before a file, which click would take for the number."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        return super().parse_args(ctx, [f"{_EXPLAIN}={_MISSES}" if arg == _EXPLAIN else arg for arg in args])


_files = click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False))
_limit = click.option("--limit", type=click.IntRange(1), help="Only so many conversations of each file.")
_reflect = click.option(
    "--reflect/--no-reflect", default=False, show_default=True, help="Understand what is imported before it is asked for."
)
_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


def _embedders(default: tuple[str, ...]) -> Any:
    return click.option(
        "--embedder",
        "embedders",
        multiple=True,
        default=default,
        show_default=True,
        help="static, minilm, openai://MODEL, ...; may be repeated.",
    )


def _recipes(default: tuple[str, ...]) -> Any:
    names = click.Choice(list(RECIPES))
    return click.option("--recipe", "recipes", multiple=True, type=names, default=default, show_default=True, help="May be repeated.")


class _Told:
    """One line that says what is being asked; silent where the output is read by a program."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._bar = progress.add_task("", total=None)
        self._asked = 0

    def __call__(self, data: str, embedder: str, count: int) -> None:
        self._asked += count
        self._progress.update(self._bar, description=f"{data} · {embedder} · {self._asked:,} questions asked")


@contextmanager
def _telling(*, silent: bool) -> Generator[_Told]:
    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False))
    with Progress(*columns, console=console, transient=True, disable=silent) as progress:
        yield _Told(progress)


def _once(listed: tuple[str, ...]) -> list[str]:
    return list(dict.fromkeys(listed))


@click.group("eval", cls=_Group)
def eval_() -> None:
    """Measure recall on labelled conversations.

    `perdure eval FILES` asks the questions in FILES and prints how much of the evidence was found: it is short for `perdure eval run
    FILES`, and takes its options. docs/measuring.md says how to read the figures and what a file looks like.
    """


@eval_.command(cls=_Run)
@_files
@_recipes(RIVALS)
@_embedders(("static",))
@reranker_option
@_limit
@_reflect
@click.option(
    _EXPLAIN,
    "misses",
    type=click.IntRange(0),
    metavar="[=N]",
    help=f"For the first recipe: which signal outranked the evidence, and N missed questions ({_MISSES} unless told).",
)
@_json
def run(
    files: tuple[Path, ...],
    recipes: tuple[str, ...],
    embedders: tuple[str, ...],
    reranker: str | None,
    limit: int | None,
    reflect: bool,
    misses: int | None,
    as_json: bool,
) -> None:
    """Figures of each file by type of question (the default command).

    R@k: share of the evidence among the first k hits. T1000: share of the evidence within 1,000 tokens of rendered hits. sess@5:
    share of the evidence's sessions among the first five sessions hit. Intervals are 95 %, from resampled questions. Adversarial
    questions have a row of their own and are not in the mean. The floor is how well the best hit's score tells questions with an
    answer from those without one (ROC-AUC: .5 is chance, 1 perfect).
    """
    runs: list[Run] = []
    with _telling(silent=as_json) as told:
        for path in files:
            for embedder in _once(embedders):
                runs += ask_file(
                    path,
                    _once(recipes),
                    embedder=embedder,
                    reranker=reranker,
                    limit=limit,
                    explain=misses is not None,
                    reflect=reflect,
                    progress=lambda count, path=path, embedder=embedder: told(path.name, embedder, count),
                )
    if as_json:
        click.echo(json.dumps(_run_as_json(runs, misses, recipes[0]), indent=2))
        return
    for one in runs:
        console.print(report_view(report_on(one)), "")
    console.print(floors_view(runs))
    if misses is not None:
        for one in runs:
            if one.recipe == recipes[0]:
                console.print("", misses_view(one, misses))


def _run_as_json(runs: list[Run], misses: int | None, explained: str) -> list[dict[str, Any]]:
    floors = floors_over_files(runs)
    listed: list[dict[str, Any]] = []
    for one in runs:
        report = report_on(one)
        pooled = floors[one.recipe, one.embedder]
        found = report.as_json() | {"floor_over_files": {name: asdict(kept) for name, kept in pooled.items()}}
        if misses is not None and one.recipe == explained:
            found["misses"] = {
                "signals": [asdict(row) for row in miss_table(one.answers)],
                "questions": [miss_as_json(answer) for answer in instructive(one.answers, misses)],
            }
        listed.append(found)
    return listed


@eval_.command()
@_files
@_recipes(())
@_embedders(())
@reranker_option
@_limit
@_json
@click.pass_context
def compare(
    ctx: click.Context,
    files: tuple[Path, ...],
    recipes: tuple[str, ...],
    embedders: tuple[str, ...],
    reranker: str | None,
    limit: int | None,
    as_json: bool,
) -> None:
    """Two recipes, two embedders, or without and with a reranker, side by side on the same questions.

    Name two of one kind: --recipe A --recipe B, or --embedder A --embedder B; or one --reranker, to compare without and with it.
    Differences have 95 % intervals from 2,000 paired resamples of the questions; where an interval includes 0, no difference can be
    told.
    """
    rerankers = [None] if reranker is None else [None, reranker]
    chosen = list(product(_once(embedders) or ["static"], rerankers, _once(recipes) or [DEFAULT_RECIPE.name]))
    if len(chosen) != 2:
        ctx.fail(
            f"Exactly two sides are compared, not {len(chosen)}: give --recipe twice or --embedder twice, with different names, "
            "or --reranker once."
        )
    before, after = next((one, other) for one, other in zip(*chosen, strict=True) if one != other)
    names = (before or "no reranker", after or "no reranker")
    found: list[Comparison] = []
    with _telling(silent=as_json) as told:
        for path in files:
            runs: list[Run] = []
            for embedder, second in dict.fromkeys((embedder, second) for embedder, second, _ in chosen):
                runs += ask_file(
                    path,
                    list(dict.fromkeys(recipe for _, _, recipe in chosen)),
                    embedder=embedder,
                    reranker=second,
                    limit=limit,
                    progress=lambda count, path=path, embedder=embedder: told(path.name, embedder, count),
                )
            found.append(compare_runs(runs[0], runs[1], names))
    if as_json:
        click.echo(json.dumps([one.as_json() for one in found], indent=2))
        return
    for one in found:
        console.print(comparison_view(one), "")


@eval_.command("ablate")
@_files
@click.option("--recipe", type=click.Choice(list(RECIPES)), default=DEFAULT_RECIPE.name, show_default=True, help="Whose signals.")
@_embedders(("static",))
@_limit
@_reflect
@click.option("--markdown", "as_markdown", is_flag=True, help="Print a table for a page.")
@_json
def ablate_(
    files: tuple[Path, ...],
    recipe: str,
    embedders: tuple[str, ...],
    limit: int | None,
    reflect: bool,
    as_markdown: bool,
    as_json: bool,
) -> None:
    """What each signal is worth: the recipe asked again without each of them in turn.

    Below 0: recall is worse without the signal. Differences are paired by question, with 95 % intervals.
    """
    with _telling(silent=as_json or as_markdown) as told:
        found = {
            embedder: [
                ablate(
                    path,
                    recipe=RECIPES[recipe],
                    embedder=embedder,
                    limit=limit,
                    reflect=reflect,
                    progress=lambda count, path=path, embedder=embedder: told(path.name, embedder, count),
                )
                for path in files
            ]
            for embedder in _once(embedders)
        }
    if as_json:
        click.echo(json.dumps([one.as_json() for listed in found.values() for one in listed], indent=2))
    elif as_markdown:
        for embedder, listed in found.items():
            click.echo(f"`{recipe}`, {embedder}:\n\n{markdown(listed)}\n")
    else:
        for listed in found.values():
            for one in listed:
                console.print(ablation_view(one), "")


@eval_.command()
@_files
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False, writable=True),
    default="report.html",
    show_default=True,
    help="The page to write.",
)
@_recipes(RIVALS)
@_embedders(("static",))
@_limit
@click.option("--ablation/--no-ablation", default=True, show_default=True, help="Also ask without each signal of the first recipe.")
@click.option("--misses", default=12, show_default=True, type=click.IntRange(0), help="Missed questions shown for each file and embedder.")
def report(
    files: tuple[Path, ...],
    out: Path,
    recipes: tuple[str, ...],
    embedders: tuple[str, ...],
    limit: int | None,
    ablation: bool,
    misses: int,
) -> None:
    """Write a page with all figures and plots: one HTML file that needs nothing else.

    The first recipe is looked at closely: its signals, its floor, its misses. The page quotes the conversations in FILES.
    """
    with _telling(silent=False) as told:
        found = study(files, recipes=_once(recipes), embedders=_once(embedders), limit=limit, ablation=ablation, progress=told)
    write_report(found, out, misses=misses)
    console.print(f"Wrote [bold]{out}[/] ({out.stat().st_size / 1000:,.0f} kB). Open it in a browser.", highlight=False)


eval_.add_command(understanding)
