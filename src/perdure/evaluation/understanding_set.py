"""Short labelled histories: what a careful reader would remember, do and note of each turn. The rules are in their README."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from perdure.errors import InvalidInput
from perdure.memories.attributes import MULTIPLE, is_single
from perdure.model.memory import Kind
from perdure.model.statement import USER
from perdure.model.task import Priority
from perdure.model.turn import Role

__all__ = [
    "History",
    "LabelledActionItem",
    "LabelledSession",
    "LabelledStatement",
    "LabelledTask",
    "LabelledTurn",
    "Persona",
    "Split",
    "TaskAction",
    "load_histories",
]

_STATED: Final = frozenset({Kind.FACT, Kind.PREFERENCE, Kind.EPISODE, Kind.DIRECTIVE})
_PRIORITIES: Final = {"high": Priority.HIGH, "normal": Priority.NORMAL, "low": Priority.LOW}


class Persona(StrEnum):
    """Who talks; `PEERS` are two named people, both in the role of the user."""

    DEVELOPER = "developer"
    PARENT = "parent"
    STUDENT = "student"
    OWNER = "owner"
    PEERS = "peers"


class Split(StrEnum):
    """Whether rules may be built on a history, or only be measured with it."""

    TUNE = "tune"
    HELD_OUT = "held_out"


class TaskAction(StrEnum):
    """What a turn makes of a task."""

    OPEN = "open"
    DONE = "done"
    CANCEL = "cancel"
    MOVE = "move"


@dataclass(frozen=True, slots=True)
class LabelledStatement:
    """One statement of a turn, with the meaning of `perdure.model.statement.Statement`."""

    kind: Kind
    subject: str
    attribute: str | None
    value: str | None
    retracts: bool
    corrects: bool


@dataclass(frozen=True, slots=True)
class LabelledTask:
    """What a turn does to a task; `task` names the task within its history. `due` is a day, or a wall-clock time in the turn's zone."""

    action: TaskAction
    task: str
    due: date | datetime | None
    priority: Priority


@dataclass(frozen=True, slots=True)
class LabelledActionItem:
    """A fragment of a turn's text that says what somebody is to do: "user", "assistant", or a name."""

    text: str
    who: str


@dataclass(frozen=True, slots=True)
class LabelledTurn:
    """A turn with its labels; `decisions` are fragments of its text."""

    id: str
    role: Role
    speaker: str | None
    said_at: datetime
    text: str
    statements: tuple[LabelledStatement, ...]
    tasks: tuple[LabelledTask, ...]
    decisions: tuple[str, ...]
    action_items: tuple[LabelledActionItem, ...]

    @property
    def worthy(self) -> bool:
        """There is something in it to remember."""
        return bool(self.statements)


@dataclass(frozen=True, slots=True)
class LabelledSession:
    """Turns in order; sessions of one history with the same `topic` belong to one thread."""

    id: str
    topic: str
    turns: tuple[LabelledTurn, ...]


@dataclass(frozen=True, slots=True)
class History:
    """The sessions of one person, or of two peers, over weeks or months.

    `profile` is what holds at the end, `former` what held before and no longer does: by subject ("user", or each peer's name), then
    attribute.
    """

    id: str
    persona: Persona
    language: str
    split: Split
    sessions: tuple[LabelledSession, ...]
    profile: Mapping[str, Mapping[str, tuple[str, ...]]]
    former: Mapping[str, Mapping[str, tuple[str, ...]]]

    def turns(self) -> Iterator[LabelledTurn]:
        """All turns in order."""
        for session in self.sessions:
            yield from session.turns


class _Record:
    """A JSON object that is read field by field; what nobody asked for is an error at the end."""

    def __init__(self, value: object, where: str) -> None:
        if not isinstance(value, dict):
            raise InvalidInput(f"{where} is not an object: {value!r}.")
        self._left: dict[str, Any] = {str(name): held for name, held in value.items()}
        self.where = where

    def text(self, name: str) -> str:
        value = self.optional_text(name)
        if value is None or not value.strip():
            raise InvalidInput(f"{self.where}: {name!r} is missing or empty.")
        return value

    def optional_text(self, name: str) -> str | None:
        value = self._left.pop(name, None)
        if value is not None and not isinstance(value, str):
            raise InvalidInput(f"{self.where}: {name!r} is not a text: {value!r}.")
        return value

    def flag(self, name: str) -> bool:
        value = self._left.pop(name, False)
        if not isinstance(value, bool):
            raise InvalidInput(f"{self.where}: {name!r} is neither true nor false: {value!r}.")
        return value

    def items(self, name: str) -> list[Any]:
        value = self._left.pop(name, [])
        if not isinstance(value, list):
            raise InvalidInput(f"{self.where}: {name!r} is not a list: {value!r}.")
        return list(value)

    def records(self, name: str) -> "list[_Record]":
        return [_Record(item, f"{self.where}, {name} {number}") for number, item in enumerate(self.items(name), 1)]

    def mapping(self, name: str) -> dict[str, Any]:
        value = self._left.pop(name, {})
        if not isinstance(value, dict):
            raise InvalidInput(f"{self.where}: {name!r} is not an object: {value!r}.")
        return {str(key): held for key, held in value.items()}

    def done(self) -> None:
        if self._left:
            raise InvalidInput(f"{self.where}: unknown fields {sorted(self._left)}.")


def load_histories(path: Path) -> list[History]:
    """The histories of a file, one a line.

    Raises:
        InvalidInput: names the line, and what is wrong with it.
    """
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidInput(f"{path} cannot be read: {error}.") from error
    histories = [_parsed(line, f"{path.name}, line {number}") for number, line in enumerate(lines, 1) if line.strip()]
    _no_doubles([history.id for history in histories], str(path))
    return histories


def _parsed(line: str, where: str) -> History:
    try:
        return _history(_Record(json.loads(line), where))
    except InvalidInput:
        raise
    except ValueError as error:
        raise InvalidInput(f"{where}: {error}.") from error


def _history(record: _Record) -> History:
    name = record.text("id")
    record.where += f", history {name}"
    persona = Persona(record.text("persona"))
    sessions = tuple(_session(item, persona) for item in record.records("sessions"))
    turns = [turn for session in sessions for turn in session.turns]
    _no_doubles([session.id for session in sessions], record.where)
    _no_doubles([turn.id for turn in turns], record.where)
    for before, after in pairwise(turns):
        if after.said_at <= before.said_at:
            raise InvalidInput(f"{record.where}: turn {after.id} is not later than {before.id}.")
    _follow_tasks(turns, record.where)
    history = History(
        id=name,
        persona=persona,
        language=record.text("language"),
        split=Split(record.text("split")),
        sessions=sessions,
        profile=_profile(record, "profile", persona),
        former=_profile(record, "former", persona),
    )
    record.done()
    return history


def _profile(record: _Record, name: str, persona: Persona) -> dict[str, dict[str, tuple[str, ...]]]:
    found = record.mapping(name)
    people = found if persona is Persona.PEERS else {USER: found}
    return {subject: _attributes(held, f"{record.where}, {name} of {subject}") for subject, held in people.items()}


def _attributes(held: object, where: str) -> dict[str, tuple[str, ...]]:
    if not isinstance(held, dict):
        raise InvalidInput(f"{where} is not an object: {held!r}.")
    found: dict[str, tuple[str, ...]] = {}
    for attribute, values in held.items():
        _known(str(attribute), where)
        if not isinstance(values, list) or not values:
            raise InvalidInput(f"{where}: {attribute} has no list of values.")
        found[str(attribute)] = tuple(str(value) for value in values)
    return found


def _session(record: _Record, persona: Persona) -> LabelledSession:
    session = LabelledSession(
        record.text("id"),
        record.text("topic"),
        tuple(_turn(turn, persona) for turn in record.records("turns")),
    )
    record.done()
    if not session.turns:
        raise InvalidInput(f"{record.where} has no turns.")
    return session


def _turn(record: _Record, persona: Persona) -> LabelledTurn:
    turn = LabelledTurn(
        id=record.text("id"),
        role=Role(record.text("role")),
        speaker=record.optional_text("speaker"),
        said_at=datetime.fromisoformat(record.text("at")),
        text=record.text("text"),
        statements=tuple(_statement(item) for item in record.records("statements")),
        tasks=tuple(_task(item) for item in record.records("tasks")),
        decisions=tuple(str(item) for item in record.items("decisions")),
        action_items=tuple(_action_item(item) for item in record.records("action_items")),
    )
    record.done()
    _check_turn(turn, persona, f"{record.where}, turn {turn.id}")
    return turn


def _check_turn(turn: LabelledTurn, persona: Persona, where: str) -> None:
    if turn.said_at.tzinfo is None:
        raise InvalidInput(f"{where}: its time has no zone.")
    if (turn.speaker is not None) != (persona is Persona.PEERS and turn.role is Role.USER):
        raise InvalidInput(f"{where}: in peer talk each user turn names its speaker, elsewhere none does.")
    if turn.role is not Role.USER and (turn.statements or turn.tasks):
        raise InvalidInput(f"{where}: only the user states things and commits to tasks.")
    fragments = [*turn.decisions, *(item.text for item in turn.action_items), *(said.value for said in turn.statements if said.value)]
    for fragment in fragments:
        if not fragment.strip() or fragment not in turn.text:
            raise InvalidInput(f"{where}: {fragment!r} does not occur in its text.")


def _statement(record: _Record) -> LabelledStatement:
    statement = LabelledStatement(
        kind=Kind(record.text("kind")),
        subject=record.text("subject"),
        attribute=record.optional_text("attribute"),
        value=record.optional_text("value"),
        retracts=record.flag("retracts"),
        corrects=record.flag("corrects"),
    )
    record.done()
    if statement.kind not in _STATED:
        raise InvalidInput(f"{record.where}: nobody states a {statement.kind}.")
    if statement.attribute is not None:
        _known(statement.attribute, record.where)
    if statement.value is None and statement.attribute is not None and not statement.retracts:
        raise InvalidInput(f"{record.where}: {statement.attribute} has no value.")
    if statement.value is not None and statement.attribute is None:
        raise InvalidInput(f"{record.where}: {statement.value!r} is the value of no attribute.")
    return statement


def _known(attribute: str, where: str) -> None:
    if not is_single(attribute) and attribute not in MULTIPLE:
        raise InvalidInput(f"{where}: {attribute!r} is no attribute of a profile.")


def _task(record: _Record) -> LabelledTask:
    due = record.optional_text("due")
    priority = record.optional_text("priority") or "normal"
    if priority not in _PRIORITIES:
        raise InvalidInput(f"{record.where}: {priority!r} is no priority.")
    task = LabelledTask(TaskAction(record.text("action")), record.text("task"), _due(due) if due else None, _PRIORITIES[priority])
    record.done()
    return task


def _due(text: str) -> date | datetime:
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def _action_item(record: _Record) -> LabelledActionItem:
    item = LabelledActionItem(record.text("text"), record.text("who"))
    record.done()
    return item


def _follow_tasks(turns: list[LabelledTurn], where: str) -> None:
    """Whatever is done, cancelled or moved was opened before and is open still."""
    still_open: set[str] = set()
    known: set[str] = set()
    for turn in turns:
        for task in turn.tasks:
            if (task.action is TaskAction.OPEN) == (task.task in known) or (task.task in known and task.task not in still_open):
                raise InvalidInput(f"{where}, turn {turn.id}: it cannot {task.action} the task {task.task!r} here.")
            known.add(task.task)
            if task.action in (TaskAction.DONE, TaskAction.CANCEL):
                still_open.discard(task.task)
            else:
                still_open.add(task.task)


def _no_doubles(names: list[str], where: str) -> None:
    doubled = sorted({name for name in names if names.count(name) > 1})
    if doubled:
        raise InvalidInput(f"{where}: {doubled} occur twice.")
