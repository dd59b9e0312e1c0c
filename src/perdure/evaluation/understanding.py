"""How well turns are understood: all figures of a set of labelled histories, for each split and both together."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from perdure.client.build import open_store
from perdure.client.store import Store
from perdure.errors import InvalidInput
from perdure.evaluation.understanding_play import play, time_reflection
from perdure.evaluation.understanding_profile import measure_profile
from perdure.evaluation.understanding_scores import Area, Figure, Goal, Measured, Miss, Score, figures_of
from perdure.evaluation.understanding_set import History, Split, load_histories
from perdure.evaluation.understanding_tasks import measure_changes, measure_commitments, measure_kept_tasks
from perdure.evaluation.understanding_threads import measure_threads, threads_of_file
from perdure.evaluation.understanding_turns import measure_notes, measure_slots, measure_worthiness
from perdure.evaluation.understanding_updates import updates_of_file
from perdure.model.turn import NewTurn
from perdure.ports.clock import ManualClock

__all__ = ["BOTH", "GOALS", "UnderstandingReport", "measure_filing_of", "measure_understanding", "measure_updates"]

BOTH: Final = "both"
"""The column of all histories."""
GOALS: Final = {
    (Area.WORTHINESS, "precision"): Goal(0.95),
    (Area.WORTHINESS, "recall"): Goal(0.85),
    (Area.SLOTS, "F1"): Goal(0.85),
    (Area.PROFILE, "supersession right"): Goal(0.95),
    (Area.PROFILE, "wrongly retired"): Goal(0.0, at_most=True),
    (Area.TASKS, "read: due date right"): Goal(0.90),
    (Area.TASKS, "kept: due date right"): Goal(0.90),
    (Area.NOTES, "F1"): Goal(0.75),
    (Area.THREADS, "right thread"): Goal(0.90),
    (Area.UPDATES, "current above stale"): Goal(0.90),
}
"""What understanding is to reach. On labelled histories there is no goal for threads: they hold too few that go on within days."""
_OF_HISTORIES: Final = {key: goal for key, goal in GOALS.items() if key[0] is not Area.THREADS}
_READ: Final = {
    Area.WORTHINESS: (measure_worthiness,),
    Area.SLOTS: (measure_slots,),
    Area.TASKS: (measure_commitments,),
    Area.CHANGES: (measure_changes,),
    Area.NOTES: (measure_notes,),
}
"""What is measured turn by turn."""
_PLAYED: Final = {Area.PROFILE: measure_profile, Area.TASKS: measure_kept_tasks, Area.THREADS: measure_threads}
"""What is measured on a history that was said into a store."""
_LATER: Final = timedelta(hours=2)
Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class UnderstandingReport:
    """Figures of one file by column ("tune", "held_out", "both"; only "both" where a file has no splits), all in the same order.

    `misses` are of the histories that rules may be built on, never of held-out ones.
    """

    data: str
    what: str
    columns: dict[str, tuple[Figure, ...]]
    misses: tuple[Miss, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Plain data for `--json`."""
        figures = {column: [figure.as_json() for figure in listed] for column, listed in self.columns.items()}
        return {"data": self.data, "what": self.what, "figures": figures, "misses": [asdict(miss) for miss in self.misses]}


def measure_understanding(path: Path, *, areas: Collection[Area] = tuple(Area), progress: Progress | None = None) -> UnderstandingReport:
    """All figures of a file of labelled histories, or those of some areas.

    Raises:
        InvalidInput: the file holds no labelled histories.
    """
    histories = load_histories(path)
    if not histories:
        raise InvalidInput(f"{path} holds no labelled histories. Nothing was measured.")
    told = progress or _silently
    measured: list[tuple[History, Measured]] = []
    for history in histories:
        told(f"{history.id}: reading")
        measured += [(history, part(history)) for area, parts in _READ.items() if area in areas for part in parts]
    if not _PLAYED.keys().isdisjoint(areas):
        measured += _played(histories, areas, told)
    if Area.SPEED in areas:
        measured += _timed(histories, told)
    return _report(path, histories, measured)


def _silently(_text: str) -> None:
    pass


def _played(histories: Sequence[History], areas: Collection[Area], told: Progress) -> Iterator[tuple[History, Measured]]:
    clock = ManualClock(datetime.now(UTC))
    with TemporaryDirectory() as folder, open_store(folder, clock=clock) as store:
        for history in histories:
            told(f"{history.id}: said into a store")
            played = play(store, clock, history)
            for area, part in _PLAYED.items():
                if area in areas:
                    yield history, part(history, played)


def _timed(histories: Sequence[History], told: Progress) -> Iterator[tuple[History, Measured]]:
    """Turns a second of the background work: each history as a user of its own, imported at once."""
    clock = ManualClock(datetime.now(UTC))
    with TemporaryDirectory() as folder, open_store(folder, clock=clock) as store:
        _time(store, clock, histories[0], "warm-up")  # what is loaded once in a process is not a history's
        for history in histories:
            told(f"{history.id}: reflection timed")
            yield history, Measured(Area.SPEED, {"turns a second": _time(store, clock, history, history.id)})


def _time(store: Store, clock: ManualClock, history: History, name: str) -> Score:
    turns = [
        NewTurn(session.id, turn.role, turn.text, turn.said_at, turn.speaker) for session in history.sessions for turn in session.turns
    ]
    return Score(len(turns), time_reflection(store, clock, name, turns, turns[-1].at + _LATER))


def _report(path: Path, histories: Sequence[History], measured: Sequence[tuple[History, Measured]]) -> UnderstandingReport:
    ordered = sorted(measured, key=lambda item: list(Area).index(item[1].area))
    every = figures_of((unit for _, unit in ordered), _OF_HISTORIES)
    columns = {str(split): _like(every, [unit for history, unit in ordered if history.split is split]) for split in Split}
    columns[BOTH] = tuple(every)
    shown = [unit for history, unit in ordered if history.split is Split.TUNE]
    turns = sum(1 for history in histories for _ in history.turns())
    what = f"{len(histories)} labelled histories, {turns:,} turns"
    return UnderstandingReport(path.name, what, columns, tuple(miss for unit in shown for miss in unit.misses))


def _like(every: Sequence[Figure], units: Sequence[Measured]) -> tuple[Figure, ...]:
    """The figures of some units in the order of all; those that nothing was counted for are there, too."""
    found = {(figure.area, figure.name): figure for figure in figures_of(units, _OF_HISTORIES)}
    empty = (Figure(figure.area, figure.name, 0, 0, None, None, figure.goal) for figure in every)
    return tuple(found.get((figure.area, figure.name), figure) for figure in empty)


def measure_filing_of(path: Path, *, limit: int | None = None, progress: Progress | None = None) -> UnderstandingReport:
    """Which thread the sessions of a conversation file with topics end up in.

    Raises:
        InvalidInput: it is no conversation file, or has sessions without a topic.
    """
    return _of_units(path, "sessions with topics", threads_of_file(path, limit=limit, progress=progress))


def measure_updates(path: Path, *, limit: int | None = None, progress: Progress | None = None) -> UnderstandingReport:
    """Whether recall puts what holds above what it replaced, by the questions of a conversation file about updates.

    Raises:
        InvalidInput: it is no conversation file, or has no such question.
    """
    return _of_units(path, "questions about what was updated", updates_of_file(path, limit=limit, progress=progress))


def _of_units(path: Path, what: str, units: Sequence[Measured]) -> UnderstandingReport:
    ordered = sorted(units, key=lambda unit: list(Area).index(unit.area))
    misses = tuple(miss for unit in ordered for miss in unit.misses)
    return UnderstandingReport(path.name, what, {BOTH: tuple(figures_of(ordered, GOALS))}, misses)
