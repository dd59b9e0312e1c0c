"""Whether what is to be done is found, with its due time, and whether it is done, dropped or moved when the user says so."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final

from perdure.evaluation.understanding_matching import overlap, paired
from perdure.evaluation.understanding_play import Played
from perdure.evaluation.understanding_scores import Area, Measured, Miss, Tally, share
from perdure.evaluation.understanding_set import History, LabelledTask, LabelledTurn, TaskAction
from perdure.evaluation.understanding_turns import SURE, as_turns
from perdure.model.statement import USER
from perdure.model.task import Change, Commitment, Task, TaskChange, TaskStatus
from perdure.model.turn import Role, Turn
from perdure.tasks.changes import changes_of
from perdure.tasks.reading import commitments_of

__all__ = ["is_due", "measure_changes", "measure_commitments", "measure_kept_tasks"]

_BEFORE: Final = 3
"""Turns before one that say what "it" is."""
_HALF: Final = 0.5
_LAST_MINUTE: Final = time(23, 59)
_CHANGES: Final = {TaskAction.DONE: Change.DONE, TaskAction.CANCEL: Change.CANCELLED, TaskAction.MOVE: Change.MOVED}
_ENDS: Final = {TaskAction.DONE: TaskStatus.DONE, TaskAction.CANCEL: TaskStatus.CANCELLED}


@dataclass(frozen=True, slots=True)
class _Opened:
    """A task with all that is labelled of it: the turn that opens it and the fragment that says it, and what became of it."""

    label: LabelledTask
    turn: LabelledTurn
    fragment: str
    changes: tuple[tuple[LabelledTurn, LabelledTask], ...]

    @property
    def status(self) -> TaskStatus:
        """How it stands at the end."""
        return next((_ENDS[label.action] for _, label in self.changes if label.action in _ENDS), TaskStatus.OPEN)

    @property
    def due(self) -> date | datetime | None:
        """When it is due at the end."""
        return next((label.due for _, label in reversed(self.changes) if label.action is TaskAction.MOVE), self.label.due)


def is_due(found: datetime | None, labelled: date | datetime | None, said_at: datetime) -> bool:
    """Whether a due time is the labelled one, on the clock of who said it: to the day, or to the minute if a clock time is labelled."""
    if found is None or labelled is None:
        return found is labelled
    local = found.astimezone(said_at.tzinfo)
    if isinstance(labelled, datetime):
        return local.replace(tzinfo=None, second=0, microsecond=0) == labelled.replace(tzinfo=None)
    return local.date() == labelled


def _opened(history: History) -> list[_Opened]:
    changes: dict[str, list[tuple[LabelledTurn, LabelledTask]]] = {}
    for turn in history.turns():
        for label in turn.tasks:
            if label.action is not TaskAction.OPEN:
                changes.setdefault(label.task, []).append((turn, label))
    return [
        _Opened(label, turn, fragment, tuple(changes.get(label.task, ())))
        for turn in history.turns()
        for label, fragment in _fragments(turn)
    ]


def _fragments(turn: LabelledTurn) -> list[tuple[LabelledTask, str]]:
    """Each task that the turn opens with the words that say it: its action item, or its own name where there is none."""
    labels = [label for label in turn.tasks if label.action is TaskAction.OPEN]
    own = [item.text for item in turn.action_items if item.who.casefold() in {USER, (turn.speaker or "").casefold()}]
    by_words = dict(paired(labels, own, lambda label, text: 1 + overlap(label.task.replace("-", " "), text)))
    return [(label, own[by_words[row]] if row in by_words else label.task.replace("-", " ")) for row, label in enumerate(labels)]


def _turns(history: History) -> Iterator[tuple[LabelledTurn, Turn, Sequence[Turn]]]:
    """User turns, labelled and as the store would give them, with those just before."""
    for session in history.sessions:
        turns = as_turns(session)
        for place, (labelled, turn) in enumerate(zip(session.turns, turns, strict=True)):
            if turn.role is Role.USER:
                yield labelled, turn, turns[max(place - _BEFORE, 0) : place]


def measure_commitments(history: History) -> Measured:
    """What single turns commit to: found or not, due when, how urgent."""
    tally = Tally()
    due: list[bool] = []
    titles: list[bool] = []
    priorities: list[bool] = []
    misses: list[Miss] = []
    for turn, stored, before in _turns(history):
        labels = _fragments(turn)
        commitments = [one for one in commitments_of(stored, before) if one.confidence >= SURE]
        pairs = paired(labels, commitments, lambda label, one, turn=turn: _fit(label[0], label[1], one.title, one.due, turn))
        for row, column in pairs:
            (label, fragment), one = labels[row], commitments[column]
            due.append(is_due(one.due, label.due, turn.said_at))
            titles.append(overlap(fragment, one.title) >= _HALF)
            priorities.append(one.priority == label.priority)
            if not due[-1]:
                misses.append(_miss(history, turn, "wrong", f"{label.task} is due {label.due}, not {_when(one.due)}"))
        tally.add(len(pairs), len(commitments), len(labels))
        misses += list(_unpaired(history, turn, labels, commitments, pairs))
    told = {"read: due date right": share(due), "read: title right": share(titles), "read: priority right": share(priorities)}
    return Measured(Area.TASKS, tally.scores("read: ") | told, tuple(misses))


def _fit(label: LabelledTask, fragment: str, title: str, due: datetime | None, turn: LabelledTurn) -> float:
    """Any two of one turn may be the same task; words in common and the same due time say which."""
    return 1 + overlap(fragment, title) + is_due(due, label.due, turn.said_at) / 2


def _unpaired(
    history: History,
    turn: LabelledTurn,
    labels: Sequence[tuple[LabelledTask, str]],
    commitments: Sequence[Commitment],
    pairs: Sequence[tuple[int, int]],
) -> Iterator[Miss]:
    rows, columns = {row for row, _ in pairs}, {column for _, column in pairs}
    for row, (label, _) in enumerate(labels):
        if row not in rows:
            yield _miss(history, turn, "missed", f"{label.task}, due {label.due}")
    for column, one in enumerate(commitments):
        if column not in columns:
            yield _miss(history, turn, "invented", f"{one.title}, due {_when(one.due)} ({one.confidence:.2f})")


def _miss(history: History, turn: LabelledTurn, kind: str, what: str, area: Area = Area.TASKS) -> Miss:
    return Miss(area, history.id, turn.id, kind, what, turn.text)


def _when(due: datetime | None) -> str:
    return "at no time" if due is None else due.isoformat(" ", "minutes")


def measure_changes(history: History) -> Measured:
    """What single turns say became of tasks, read with all labelled tasks known as they stand by then."""
    board: dict[str, Task] = {}
    tally = Tally()
    misses: list[Miss] = []
    for turn, stored, _ in _turns(history):
        wanted = [label for label in turn.tasks if label.action is not TaskAction.OPEN]
        changes = changes_of(stored, list(board.values()))
        pairs = paired(wanted, changes, lambda label, change, turn=turn: float(_is_change(change, label, turn)))
        tally.add(len(pairs), len(changes), len(wanted))
        rows, columns = {row for row, _ in pairs}, {column for _, column in pairs}
        for row, label in enumerate(wanted):
            if row not in rows:
                misses.append(_miss(history, turn, "missed", f"{label.action.value} {_changed_to(label)}", Area.CHANGES))
        for column, change in enumerate(changes):
            if column not in columns:
                what = f"{change.change.value} {change.task_id}" + (f" to {_when(change.due)}" if change.due else "")
                misses.append(_miss(history, turn, "invented", what, Area.CHANGES))
        _follow(board, turn)
    return Measured(Area.CHANGES, tally.scores("read: "), tuple(misses))


def _changed_to(label: LabelledTask) -> str:
    return f"{label.task} to {label.due}" if label.due is not None else label.task


def _is_change(change: TaskChange, label: LabelledTask, turn: LabelledTurn) -> bool:
    """The same task, the same change, and moved to the same time."""
    moved = label.action is not TaskAction.MOVE or is_due(change.due, label.due, turn.said_at)
    return change.task_id == label.task and change.change is _CHANGES[label.action] and moved


def _follow(board: dict[str, Task], turn: LabelledTurn) -> None:
    """What the turn's labels make of the tasks; their ids are the labelled names."""
    for label, fragment in _fragments(turn):
        board[label.task] = _task(label, fragment, turn, TaskStatus.OPEN)
    for label in turn.tasks:
        if label.action is not TaskAction.OPEN:
            known = board[label.task]
            status = _ENDS.get(label.action, known.status)
            due = _moment(label.due, turn) if label.action is TaskAction.MOVE else known.due
            closed = turn.said_at if status is not TaskStatus.OPEN else None
            board[label.task] = Task(known.id, known.title, status, known.priority, known.created, due, closed)


def _task(label: LabelledTask, title: str, turn: LabelledTurn, status: TaskStatus) -> Task:
    return Task(label.task, title, status, label.priority, turn.said_at, _moment(label.due, turn), sources=(turn.id,))


def _moment(due: date | datetime | None, turn: LabelledTurn) -> datetime | None:
    if due is None:
        return None
    whole = due if isinstance(due, datetime) else datetime.combine(due, _LAST_MINUTE)
    return whole.replace(tzinfo=turn.said_at.tzinfo)


def measure_kept_tasks(history: History, played: Played) -> Measured:
    """The tasks that a user has at the end, and how they stand."""
    opened = _opened(history)
    sources = [tuple(played.turns.get(source, "") for source in task.sources) for task in played.tasks]
    kept = list(zip(played.tasks, sources, strict=True))
    pairs = paired(opened, kept, lambda label, task: _kept_fit(label, task[0], task[1]))
    due = {row: is_due(kept[column][0].due, opened[row].due, opened[row].turn.said_at) for row, column in pairs}
    status = {row: kept[column][0].status is opened[row].status for row, column in pairs}
    changed = [row for row in range(len(opened)) if opened[row].changes]
    came_true = [due.get(row, False) and status.get(row, False) for row in changed]
    unasked = [kept[column][0].status is not TaskStatus.OPEN for row, column in pairs if opened[row].status is TaskStatus.OPEN]
    scores = Tally(len(pairs), len(kept), len(opened)).scores("kept: ") | {
        "kept: due date right": share(due.values()),
        "kept: status right": share(status.values()),
        "kept: changes that came true": share(came_true),
        "kept: closed unasked": share(unasked),
    }
    return Measured(Area.TASKS, scores, tuple(_wrong(history, opened, played.tasks, dict(pairs), due, status)))


def _kept_fit(label: _Opened, task: Task, sources: tuple[str, ...]) -> float:
    """A task is the labelled one if it was read from the turn that opens it."""
    if label.turn.id not in sources:
        return 0.0
    return 1 + (sources[0] == label.turn.id) + overlap(label.fragment, task.title)


def _wrong(
    history: History,
    opened: Sequence[_Opened],
    tasks: Sequence[Task],
    pairs: Mapping[int, int],
    due: Mapping[int, bool],
    status: Mapping[int, bool],
) -> Iterator[Miss]:
    """Kept tasks that stand otherwise than labelled; what was not read at all is told with its turn."""
    for row, label in enumerate(opened):
        if row not in pairs or (due[row] and status[row]):
            continue
        task = tasks[pairs[row]]
        is_now = f"{label.label.task} is {task.status.value}, due {_when(task.due)}"
        yield _miss(history, label.turn, "wrong", f"at the end {is_now}, not {label.status.value}, due {label.due}")
