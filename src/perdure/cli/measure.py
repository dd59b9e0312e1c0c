"""Commands that measure: how well recall finds, and how fast."""

import json
from pathlib import Path

import click
from rich.markup import escape
from rich.progress import Progress, SpinnerColumn, TextColumn
from rich.table import Table

from perdure.cli.common import console
from perdure.evaluation.bench import BenchReport, SizeFigures
from perdure.evaluation.bench import bench as run_bench
from perdure.evaluation.runner import EvaluationReport, evaluate
from perdure.recall.recipes import RECIPES

__all__ = ["bench", "eval_"]

_COLUMNS = (
    ("recall_at_1", "R@1"),
    ("recall_at_5", "R@5"),
    ("recall_at_10", "R@10"),
    ("recall_at_20", "R@20"),
    ("mrr", "MRR"),
    ("ndcg_at_10", "nDCG@10"),
    ("session_recall_at_5", "sess@5"),
    ("within_500", "T500"),
    ("within_1000", "T1000"),
    ("within_2000", "T2000"),
    ("within_4000", "T4000"),
)


@click.command("eval")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--recipe",
    "recipes",
    multiple=True,
    type=click.Choice(list(RECIPES)),
    default=("conversation", "rank-fusion", "keyword"),
    show_default=True,
    help="May be repeated.",
)
@click.option("--embedder", default="static", show_default=True, help="static, minilm, openai://MODEL, ...")
@click.option("--limit", type=click.IntRange(1), help="Only so many conversations of each file.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def eval_(files: tuple[Path, ...], recipes: tuple[str, ...], embedder: str, limit: int | None, as_json: bool) -> None:
    """Measure recall on labelled conversations in FILES.

    R@k: share of the evidence among the first k hits. T1000: share of the evidence within 1,000 tokens of rendered hits. sess@5:
    share of the evidence's sessions among the first five sessions hit. Adversarial questions are scored apart, questions without
    an answer are left out.
    """
    reports: list[EvaluationReport] = []
    with Progress(SpinnerColumn(), TextColumn("{task.description}"), console=console, transient=True, disable=as_json) as progress:
        bar = progress.add_task("", total=None)
        for path in files:
            progress.update(bar, description=f"asking the questions of {path.name}")
            reports += evaluate(path, recipes=recipes, embedder=embedder, limit=limit)
    if as_json:
        click.echo(json.dumps([report.as_json() for report in reports], indent=2))
        return
    for report in reports:
        console.print(_table(report))


def _table(report: EvaluationReport) -> Table:
    title = f"{escape(report.data)} · {report.recipe} · {report.embedder} · {report.questions} questions ({report.skipped} left out)"
    table = Table(box=None, padding=(0, 1), header_style="bold", title=title, title_justify="left", title_style="bold cyan")
    table.add_column("type")
    table.add_column("n", justify="right")
    for _, name in _COLUMNS:
        table.add_column(name, justify="right")
    for kind, (count, means) in report.by_type.items():
        table.add_row(kind, str(count), *(f"{100 * means[field]:.1f}" for field, _ in _COLUMNS))
    if report.overall:
        cells = [f"[bold]{100 * report.overall[field]:.1f}[/]" for field, _ in _COLUMNS]
        table.add_row("[bold]all[/]", str(report.questions), *cells)
    return table


@click.command()
@click.option(
    "--size",
    "sizes",
    multiple=True,
    type=click.IntRange(10, 1_000_000),
    help="Memories of one user; may be repeated. [default: 1000, 10000]",
)
@click.option("--users", default=0, type=click.IntRange(0, 1_000_000), help="Also: cost of a query with so many users in the store.")
@click.option("--questions", default=200, show_default=True, type=click.IntRange(10), help="Queries at each size.")
@click.option("--embedder", default="static", show_default=True, help="static, minilm, ...")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def bench(sizes: tuple[int, ...], users: int, questions: int, embedder: str, as_json: bool) -> None:
    """Measure speed and size on made-up memories, against BM25 alone and plain rank fusion in the same run."""
    with Progress(SpinnerColumn(), TextColumn("{task.description}"), console=console, transient=True, disable=as_json) as progress:
        bar = progress.add_task("", total=None)
        report = run_bench(
            sizes or ((1000, 10_000) if not users else ()),
            users=users,
            questions=questions,
            embedder=embedder,
            progress=lambda text: progress.update(bar, description=text),
        )
    if as_json:
        click.echo(json.dumps(report.as_json(), indent=2))
        return
    _show_bench(report)


def _show_bench(report: BenchReport) -> None:
    table = Table(box=None, padding=(0, 1), header_style="bold")
    table.add_column("memories of one user")
    for figures in report.sizes:
        table.add_column(f"{figures.memories:,}", justify="right")
    rows = [_size_rows(figures) for figures in report.sizes]
    for name in rows[0] if rows else ():
        table.add_row(name, *(row[name] for row in rows))
    if rows:
        console.print(table)
    if report.users is not None:
        many = report.users
        console.print(
            f"one user of {many.users:,} ({many.memories} memories each): recall p50 {many.among.p50:.2f} ms, "
            f"alone in the store {many.alone.p50:.2f} ms; {many.disk_mb:,.0f} MB on disk"
        )
    console.print(f"[dim]import perdure: {report.import_ms:.0f} ms · embedder {report.embedder}[/]")


def _size_rows(figures: SizeFigures) -> dict[str, str]:
    recall = {f"{recipe}, p50 · p95 ms": f"{found.p50:.2f} · {found.p95:.2f}" for recipe, found in figures.recall.items()}
    return recall | {
        "conversation : BM25 alone": f"{figures.ratio:.2f} ×",
        "cold open + recall, ms": f"{figures.cold_ms:.1f}",
        "durable add, p50 · p95 ms": f"{figures.add.p50:.2f} · {figures.add.p95:.2f}",
        "4 KiB write + fsync, ms": f"{figures.flush_ms:.2f}",
        "bulk import, turns/s": f"{figures.ingest_per_second:,.0f}",
        "disk, MB": f"{figures.disk_mb:.1f}",
        "peak memory, MB": f"{figures.peak_memory_mb:.0f}",
    }
