"""Turns and memories as index entries. Embedding and normalisation happen here, above every engine."""

import numpy as np
from numpy.typing import NDArray

from perdure.model.memory import Kind, Memory
from perdure.model.times import FOREVER, to_micros
from perdure.model.turn import Role, Turn
from perdure.ports.index import Entry
from perdure.text.traits import flags_of
from perdure.text.words import index_words, reader_words

__all__ = ["entry_of_memory", "entry_of_turn", "words_of"]


def words_of(text: str) -> str:
    """A text as the keyword index stores it; the same again is needed to take it out."""
    return " ".join(index_words(text))


def entry_of_turn(turn: Turn, session: int, vector: NDArray[np.float32] | None) -> Entry:
    """What is indexed of a turn."""
    words = index_words(turn.text)
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
    )


def entry_of_memory(memory: Memory, vector: NDArray[np.float32] | None) -> Entry:
    """What is indexed of a memory version."""
    words = index_words(memory.text)
    return Entry(
        kind=memory.kind,
        said_at=to_micros(memory.said_at),
        valid_from=to_micros(memory.valid_from),
        valid_until=FOREVER if memory.valid_until is None else to_micros(memory.valid_until),
        session=0,
        role=Role.USER,
        speaker=None,
        words=" ".join(words),
        terms=len(words),
        length=reader_words(memory.text),
        flags=flags_of(memory.text),
        vector=vector,
    )
