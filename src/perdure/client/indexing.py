"""Turns and memories as index entries. Embedding and normalisation happen here, above every engine."""

from datetime import datetime
from typing import Final

import numpy as np
from numpy.typing import NDArray

from perdure.memories.attributes import asked_with
from perdure.model.memory import Kind, Memory
from perdure.model.times import FOREVER, to_micros
from perdure.model.turn import Role, Turn
from perdure.ports.index import Entry
from perdure.text.traits import flags_of
from perdure.text.words import index_words, reader_words
from perdure.timex.expressions import time_expressions

__all__ = ["entry_of_memory", "entry_of_turn", "words_of_memory"]

_READ_CHARACTERS: Final = 2_000
"""What a long text begins with says when it is about; reading on costs more than the times of its details are worth."""
_SURE: Final = 0.5


def words_of(text: str) -> str:
    """A text as the keyword index stores it; the same again is needed to take it out."""
    return " ".join(index_words(text))


def words_of_memory(memory: Memory) -> str:
    """The same for a memory: what Perdure read out is also found by the words that people ask for its attribute with."""
    asked = asked_with(memory.attribute) if memory.reason and memory.attribute else ""
    return f"{words_of(memory.text)} {asked}" if asked else words_of(memory.text)


def _happened(text: str, said_at: datetime) -> tuple[int, int]:
    """When what a text speaks of happened, by its surest time expression, of equals the narrowest; (0, 0) if it names none."""
    found = [one for one in time_expressions(text[:_READ_CHARACTERS], said_at) if one.confidence >= _SURE]
    if not found:
        return 0, 0
    best = max(found, key=lambda one: (one.confidence, one.start - one.stop))
    return to_micros(best.start), to_micros(best.stop)


def entry_of_turn(turn: Turn, session: int, vector: NDArray[np.float32] | None) -> Entry:
    """What is indexed of a turn."""
    words = index_words(turn.text)
    happened = _happened(turn.text, turn.said_at)
    said_at = to_micros(turn.said_at)
    return Entry(
        kind=Kind.TURN,
        said_at=said_at,
        valid_from=said_at,
        valid_until=FOREVER,
        session=session,
        role=turn.role,
        speaker=turn.speaker,
        words=" ".join(words),
        terms=len(words),
        length=reader_words(turn.text),
        flags=flags_of(turn.text),
        vector=vector,
        happened_from=happened[0],
        happened_until=happened[1],
    )


def entry_of_memory(memory: Memory, vector: NDArray[np.float32] | None, *, credit: int = 0) -> Entry:
    """What is indexed of a memory version; its validity there is the time it was known, so that `as_of` answers with that.

    `credit` is the seq of the turn that it was read out of and speaks for, 0 if it stands for itself.
    """
    words = index_words(memory.text)
    happened = _happened(memory.text, memory.said_at)
    said_at = to_micros(memory.said_at)
    return Entry(
        kind=memory.kind,
        said_at=said_at,
        valid_from=said_at,
        valid_until=FOREVER if memory.ended_at is None else to_micros(memory.ended_at),
        session=0,
        credit=credit,
        role=Role.USER,
        speaker=None,
        words=words_of_memory(memory),
        terms=len(words),
        length=reader_words(memory.text),
        flags=flags_of(memory.text),
        vector=vector,
        happened_from=happened[0],
        happened_until=happened[1],
    )
