"""Speed and size, measured against plain recipes in the same run: `perdure bench`."""

import gc
import os
import resource
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any, Final

from perdure.client.build import open_store
from perdure.client.user import UserMemory
from perdure.evaluation.synthetic import SyntheticTalk

__all__ = ["BenchReport", "SizeFigures", "UserFigures", "bench"]

RIVALS: Final = ("conversation", "rank-fusion", "keyword")
_USER: Final = "bench"


@dataclass(frozen=True, slots=True)
class Latency:
    """Milliseconds."""

    p50: float
    p95: float
    p99: float


@dataclass(frozen=True, slots=True)
class SizeFigures:
    """One user with `memories` turns.

    `ratio` compares the default recipe's p50 with BM25 alone (`keyword`) in the same run. `flush_ms` is what one 4 KiB write and
    fsync costs on the same disk. `peak_memory_mb` is the whole process's highest so far.
    """

    memories: int
    recall: dict[str, Latency]
    ratio: float
    cold_ms: float
    add: Latency
    flush_ms: float
    ingest_per_second: float
    disk_mb: float
    peak_memory_mb: float


@dataclass(frozen=True, slots=True)
class UserFigures:
    """What a query costs one of many users, `memories` each, beside what it costs with one user in the store."""

    users: int
    memories: int
    alone: Latency
    among: Latency
    disk_mb: float


@dataclass(frozen=True, slots=True)
class BenchReport:
    """All figures of one run."""

    embedder: str
    import_ms: float
    sizes: list[SizeFigures]
    users: UserFigures | None

    def as_json(self) -> dict[str, Any]:
        """Plain data for `--json`."""
        return asdict(self)


def _latency(seconds: Sequence[float]) -> Latency:
    ordered = sorted(seconds)
    at = [1000 * ordered[min(int(len(ordered) * share), len(ordered) - 1)] for share in (0.5, 0.95, 0.99)]
    return Latency(*at)


def _timed(calls: Sequence[Callable[[], object]]) -> list[float]:
    """Seconds of each call. The garbage collector waits: its pauses are the process's, not the call's."""
    gc.disable()
    try:
        spent: list[float] = []
        for call in calls:
            start = perf_counter()
            call()
            spent.append(perf_counter() - start)
        return spent
    finally:
        gc.enable()


def _recall_latencies(user: UserMemory, questions: Sequence[str], recipes: Sequence[str]) -> dict[str, Latency]:
    """The recipes take turns, so that a noisy moment hits all of them."""
    for recipe in recipes:
        user.recall(questions[0], recipe=recipe)
    spent: dict[str, list[float]] = {recipe: [] for recipe in recipes}
    gc.collect()
    for question in questions:
        for recipe in recipes:
            spent[recipe] += _timed([lambda question=question, recipe=recipe: user.recall(question, recipe=recipe)])
    return {recipe: _latency(listed) for recipe, listed in spent.items()}


def _flush_ms(folder: Path, times: int = 100) -> float:
    with (folder / "flush").open("wb", buffering=0) as file:

        def once() -> None:
            file.write(bytes(4096))
            os.fsync(file.fileno())

        return 1000 * median(_timed([once] * times))


def _disk_mb(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def _import_ms(times: int = 5) -> float:
    """Median of `import perdure` over what an empty interpreter costs, in fresh processes."""

    def run(code: str) -> float:
        start = perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603  # our own interpreter and code
        return perf_counter() - start

    return 1000 * (median(run("import perdure") for _ in range(times)) - median(run("pass") for _ in range(times)))


def _size(memories: int, questions: int, embedder: str) -> SizeFigures:
    talk = SyntheticTalk()
    turns = list(talk.turns(memories + questions))
    asked = talk.questions([turn.text for turn in turns[:memories]], questions)
    with TemporaryDirectory() as name:
        folder = Path(name)
        with open_store(folder / "store", embedder=embedder) as store:
            user = store.user(_USER)
            start = perf_counter()
            user.ingest(turns[:memories])
            per_second = memories / (perf_counter() - start)
            recall = _recall_latencies(user, asked, RIVALS)
            with user.session("adding") as session:
                fresh = [lambda turn=turn: session.add(turn.role, turn.text) for turn in turns[memories:]]
                add = _latency(_timed(fresh))
            flush = _flush_ms(folder)
        return SizeFigures(
            memories=memories,
            recall=recall,
            ratio=recall["conversation"].p50 / recall["keyword"].p50,
            cold_ms=1000 * median(_cold(folder / "store", asked[0], embedder) for _ in range(9)),
            add=add,
            flush_ms=flush,
            ingest_per_second=per_second,
            disk_mb=_disk_mb(folder / "store"),
            peak_memory_mb=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        )


def _cold(folder: Path, question: str, embedder: str) -> float:
    """Seconds to open the store and a user and to recall once; the embedder's weights are in the process already."""
    start = perf_counter()
    with open_store(folder, embedder=embedder) as store:
        store.user(_USER).recall(question)
        return perf_counter() - start


def _among(users: int, memories: int, questions: int, embedder: str, progress: Callable[[int, int], None] | None) -> UserFigures:
    talk = SyntheticTalk()
    with TemporaryDirectory() as name:
        folder = Path(name)
        with open_store(folder, embedder=embedder) as store:
            texts = list(talk.turns(memories))
            asked = talk.questions([turn.text for turn in texts], questions)
            first = store.user("user-0")
            first.ingest(texts)
            alone = _recall_latencies(first, asked, RIVALS[:1])[RIVALS[0]]
            for number in range(1, users):
                store.user(f"user-{number}").ingest(talk.turns(memories))
                if progress is not None:
                    progress(number, users)
            first.recall(asked[0])
            among = _recall_latencies(first, asked, RIVALS[:1])[RIVALS[0]]
        return UserFigures(users, memories, alone, among, _disk_mb(folder))


def bench(
    sizes: Sequence[int],
    *,
    users: int = 0,
    memories_a_user: int = 20,
    questions: int = 200,
    embedder: str = "static",
    progress: Callable[[str], None] | None = None,
) -> BenchReport:
    """Measure at each size, and with many users if asked to."""
    done: list[SizeFigures] = []
    for size in sizes:
        if progress is not None:
            progress(f"{size:,} memories")
        done.append(_size(size, questions, embedder))

    def report(number: int, total: int) -> None:
        if progress is not None and number % 500 == 0:
            progress(f"user {number:,} of {total:,}")

    among = _among(users, memories_a_user, questions, embedder, report) if users else None
    return BenchReport(embedder, _import_ms(), done, among)
