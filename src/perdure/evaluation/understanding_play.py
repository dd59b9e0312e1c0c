"""A labelled history lived through once more: said turn by turn into a store whose clock stands where each turn was said."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any, Final

from perdure.client.store import Store
from perdure.client.user import UserMemory
from perdure.evaluation.understanding_set import History
from perdure.model.profile import Attribute
from perdure.model.task import Task
from perdure.model.turn import NewTurn
from perdure.ports.clock import ManualClock

__all__ = ["KeptMemory", "Played", "play", "thread_of_sessions", "time_reflection"]

_ALL: Final = 10_000
_NEXT_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class KeptMemory:
    """A memory that fits the profile, current or ended."""

    subject: str
    attribute: str
    value: str
    ended_because: str | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Played:
    """What is known of a user at the end. `turns` gives for each turn of the store its labelled id.

    `opened_in` is the thread in which each session began, `thread` the one that it belongs to in the end, by labelled session.
    """

    profile: Mapping[str, tuple[Attribute, ...]]
    memories: tuple[KeptMemory, ...]
    tasks: tuple[Task, ...]
    turns: Mapping[str, str]
    opened_in: Mapping[str, str]
    thread: Mapping[str, str]


def play(store: Store, clock: ManualClock, history: History) -> Played:
    """Say a history, with the background work done at the end of each session and once more a day after the last.

    The user is named after the history; sessions are opened without naming a thread.
    """
    user = store.user(history.id)
    turns: dict[str, str] = {}
    opened_in: dict[str, str] = {}
    for labelled in history.sessions:
        clock.set(labelled.turns[0].said_at)
        with user.session(labelled.id) as session:
            for turn in labelled.turns:
                clock.set(turn.said_at)
                stored = session.add(turn.role, turn.text, speaker=turn.speaker, at=turn.said_at)
                turns[stored.id] = turn.id
                opened_in.setdefault(labelled.id, stored.thread_id)
        user.reflect()
    clock.advance(_NEXT_DAY)
    user.reflect()
    records = _exported(user)
    subjects = {*history.profile, *history.former}
    return Played(
        profile={subject: tuple(user.profile.all(subject=subject)) for subject in subjects},
        memories=tuple(_memories(records)),
        tasks=tuple(user.tasks.list(None, limit=_ALL)),
        turns=turns,
        opened_in=opened_in,
        thread={str(record["id"]): str(record["thread_id"]) for record in records if record["type"] == "session"},
    )


def _exported(user: UserMemory) -> list[dict[str, Any]]:
    """All that is kept of a user, also what has ended."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "export.jsonl"
        user.export(path)
        return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _memories(records: list[dict[str, Any]]) -> list[KeptMemory]:
    kept = [record for record in records if record["type"] == "memory" and record["attribute"] and record["value"]]
    return [
        KeptMemory(
            subject=record["subject"] or "",
            attribute=record["attribute"],
            value=record["value"],
            ended_because=record["ended_because"],
            sources=tuple(record["sources"]),
        )
        for record in kept
    ]


def thread_of_sessions(user: UserMemory) -> dict[str, str]:
    """The thread that each session belongs to now."""
    return {str(record["id"]): str(record["thread_id"]) for record in _exported(user) if record["type"] == "session"}


def time_reflection(store: Store, clock: ManualClock, name: str, turns: list[NewTurn], now: datetime) -> float:
    """Seconds that the background work takes on turns that were imported all at once."""
    user = store.user(name)
    user.ingest(turns)
    clock.set(now)
    start = perf_counter()
    user.reflect()
    return perf_counter() - start
