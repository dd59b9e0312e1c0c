"""Labelled conversations as they are asked: which questions count for what, and what each may see."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from perdure.importers.jsonl import Conversation, Question, read_conversations
from perdure.model.turn import NewTurn

__all__ = ["SCORED_APART", "answerable", "by_visibility", "evidence_to_find", "labelled_conversations", "turn_name"]

SCORED_APART: Final = frozenset({"adversarial"})
"""Types that cite turns although the right answer is that nothing was said: their evidence is a row of its own, never in the mean."""


def labelled_conversations(path: Path, limit: int | None = None) -> Iterator[Conversation]:
    """The conversations of a file, or only the first ones.

    Raises:
        InvalidImport: the file is not a conversation file.
    """
    return islice(read_conversations(path), limit)


def turn_name(turn: NewTurn) -> str:
    """The turn's id in its file. Recall never sees it: metadata is read by no signal."""
    return str((turn.metadata or {})["turn_id"])


def by_visibility(conversation: Conversation) -> Iterator[tuple[int, list[Question]]]:
    """Questions grouped by how many leading sessions they may see, ascending: the store only ever grows."""
    groups: dict[int, list[Question]] = defaultdict(list)
    for question in conversation.questions:
        visible = len(conversation.sessions) if question.visible_sessions is None else question.visible_sessions
        groups[visible].append(question)
    yield from sorted(groups.items())


def answerable(question: Question) -> bool:
    """Something that was said answers it."""
    return bool(question.evidence) and not question.abstain


def evidence_to_find(question: Question) -> tuple[str, ...]:
    """The turns that recall is scored on; none for a question whose right answer is that nothing was said, but see `SCORED_APART`."""
    return tuple(dict.fromkeys(question.evidence)) if not question.abstain or question.type in SCORED_APART else ()
