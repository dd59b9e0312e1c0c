"""Whether recall puts what holds now above what it replaced: labelled questions about what was updated."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Final

from perdure.client.build import open_store
from perdure.client.user import UserMemory
from perdure.errors import InvalidInput
from perdure.evaluation.datasets import labelled_conversations
from perdure.evaluation.understanding_scores import Area, Measured, Miss, Score
from perdure.importers.jsonl import Conversation, Question
from perdure.ports.clock import ManualClock

__all__ = ["updates_of_file"]

_DEPTH: Final = 100
"""Hits asked for; a turn that is not among them ranks below all that are."""


@dataclass(frozen=True, slots=True)
class _Update:
    """The turns that say what holds, and those that say what held before."""

    current: frozenset[str]
    stale: frozenset[str]


def updates_of_file(path: Path, *, limit: int | None = None, progress: Callable[[str], None] | None = None) -> list[Measured]:
    """Import the conversations of a file, ask its questions that have `stale_turn_ids` and `current_turn_ids`, reflect, and ask again.

    A question is right if the first hit that is a current turn, or a memory read from one, stands above the first that is or comes from
    a stale one; if no current one is found it is wrong. One unit a question, and one a conversation for the time of the reflection.

    Raises:
        InvalidInput: it is no conversation file, or has no such question.
    """
    labels = _labels(path)
    if not labels:
        raise InvalidInput(f"{path} has no questions with stale_turn_ids and current_turn_ids. Nothing was measured.")
    found: list[Measured] = []
    for number, conversation in enumerate(labelled_conversations(path, limit), 1):
        if progress is not None:
            progress(f"{path.name}, conversation {number}")
        clock = ManualClock(datetime.now(UTC))
        with TemporaryDirectory() as folder, open_store(folder, clock=clock) as store:
            found += _measure(store.user(conversation.id), clock, conversation, labels)
    return found


def _labels(path: Path) -> dict[tuple[str, str], _Update]:
    """By conversation and question."""
    found: dict[tuple[str, str], _Update] = {}
    try:
        for line in path.read_text("utf-8").splitlines():
            record = json.loads(line) if line.strip() else {}
            for question in record.get("questions") or ():
                current, stale = question.get("current_turn_ids"), question.get("stale_turn_ids")
                # A turn that says both tells nothing about their order.
                update = _Update(frozenset(map(str, current or ())), frozenset(map(str, stale or ())) - frozenset(map(str, current or ())))
                if update.current and update.stale:
                    found[str(record["conversation_id"]), str(question["id"])] = update
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise InvalidInput(f"{path} cannot be read as labelled conversations: {error}. Nothing was measured.") from error
    return found


def _measure(
    user: UserMemory, clock: ManualClock, conversation: Conversation, labels: Mapping[tuple[str, str], _Update]
) -> Iterable[Measured]:
    asked = [question for question in conversation.questions if (conversation.id, question.id) in labels]
    user.ingest(conversation.turns())
    clock.set(max((question.asked_at for question in asked if question.asked_at is not None), default=clock.now()))
    before = {question.id: _ranks(user, clock, question, labels[conversation.id, question.id], {}) for question in asked}
    start = perf_counter()
    report = user.reflect()
    yield Measured(Area.SPEED, {"turns a second, long turns": Score(report.turns, perf_counter() - start)})
    names = _names(user, conversation)
    for question in asked:
        current, stale = _ranks(user, clock, question, labels[conversation.id, question.id], names)
        was = before[question.id]
        right = current < stale
        scores = {
            "current above stale": Score(right, 1),
            "the same before reflection": Score(was[0] < was[1], 1),
            "current is found": Score(current <= _DEPTH, 1),
        }
        what = f"current at {_place(current)}, stale at {_place(stale)} (before reflection {_place(was[0])} and {_place(was[1])})"
        miss = Miss(Area.UPDATES, conversation.id, question.id, "wrong", what, question.text)
        yield Measured(Area.UPDATES, scores, () if right else (miss,))


def _place(rank: int) -> str:
    return str(rank) if rank <= _DEPTH else "none"


def _names(user: UserMemory, conversation: Conversation) -> dict[str, str]:
    """The file's id of each turn of the store."""
    sessions = dict.fromkeys(turn.session_id for turn in conversation.turns())
    return {turn.id: str(turn.metadata["turn_id"]) for session_id in sessions for turn in user.session(session_id).turns()}


def _ranks(user: UserMemory, clock: ManualClock, question: Question, update: _Update, names: Mapping[str, str]) -> tuple[int, int]:
    """Where the first current and the first stale hit stand, from 1."""
    if question.asked_at is not None:
        clock.set(question.asked_at)
    places = [_DEPTH + 1, _DEPTH + 1]
    for rank, hit in enumerate(user.recall(question.text, limit=_DEPTH, explain=False), 1):
        own = hit.metadata.get("turn_id")
        turns = {str(own)} if own is not None else {names.get(source, "") for source in hit.sources}
        for side, wanted in enumerate((update.current, update.stale)):
            if turns & wanted:
                places[side] = min(places[side], rank)
    return places[0], places[1]
