"""`perdure bench`: how fast, and how large."""

import json

import click
from rich.progress import Progress, SpinnerColumn, TextColumn
from rich.table import Table

from perdure.cli.common import console
from perdure.evaluation.bench import BenchReport, SizeFigures
from perdure.evaluation.bench import bench as run_bench

__all__ = ["bench"]


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
