"""The search index as recall sees it: columns over all entries of one user, postings of words, similarities of vectors.

An index row is a position in these columns, valid for one read only. Seqs are the durable numbers that turns and memories share.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from perdure.model.memory import Kind
from perdure.model.turn import Role
from perdure.ports.embedder import EmbedderSpec

__all__ = ["KINDS", "ROLES", "Columns", "Entry", "Flag", "IndexReader", "IndexWriter", "Posting", "Speaker", "VectorWriter"]

KINDS: tuple[Kind, ...] = tuple(Kind)
"""A kind's place here is its code in the columns."""
ROLES: tuple[Role, ...] = tuple(Role)
"""A role's place here is its code in the columns."""


class Flag:
    """Bits of what a text is like, found once at write time.

    INSTRUCTION: tells the assistant how to behave from now on. PREFERENCE: says what its speaker prefers. NUMBER and NAME: holds one.
    """

    QUESTION = 1
    TIME_WORD = 2
    NUMBER = 4
    NAME = 8
    INSTRUCTION = 16
    PREFERENCE = 32


@dataclass(frozen=True, slots=True)
class Entry:
    """What is indexed of one turn or memory version.

    `words` is the text normalised for the keyword index (perdure.text), `terms` their number, `length` the words a reader
    counts. What the text speaks of happened from `happened_from` until before `happened_until`; both are 0 where it names no
    time. `credit` is the seq of the turn that a statement was read out of and speaks for, 0 for what stands for itself. `vector`
    is None where the embedder was not available: the entry is then found by words alone. `valid_from` and `valid_until` are when it
    was known, whatever time it was true for.
    """

    kind: Kind
    said_at: int
    valid_from: int
    valid_until: int
    session: int
    role: Role
    speaker: str | None
    words: str
    terms: int
    length: int
    flags: int
    vector: NDArray[np.float32] | None
    happened_from: int = 0
    happened_until: int = 0
    credit: int = 0


@dataclass(frozen=True, slots=True)
class Speaker:
    """A name under which someone of a role spoke; the name is empty where turns had only a role."""

    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class Columns:
    """All entries of a user as parallel arrays of `len(seq)` rows, in the order of their seqs.

    `previous` is the row of the turn said before in the same session, -1 for none. `session` is 0 for memories, `credit` for all but
    statements that were read out of a turn: theirs is that turn's seq. `speakers` holds whom the codes in `speaker` mean. Do not write
    into the arrays.
    """

    seq: NDArray[np.int64]
    kind: NDArray[np.uint8]
    session: NDArray[np.int64]
    said_at: NDArray[np.int64]
    valid_from: NDArray[np.int64]
    valid_until: NDArray[np.int64]
    happened_from: NDArray[np.int64]
    happened_until: NDArray[np.int64]
    credit: NDArray[np.int64]
    previous: NDArray[np.int64]
    terms: NDArray[np.float32]
    length: NDArray[np.float32]
    role: NDArray[np.uint8]
    speaker: NDArray[np.int32]
    flags: NDArray[np.uint8]
    speakers: tuple[Speaker, ...]


@dataclass(frozen=True, slots=True)
class Posting:
    """Where one word occurs: rows (ascending) and how often in each."""

    rows: NDArray[np.int64]
    counts: NDArray[np.float32]


class IndexReader(Protocol):
    """What recall may ask of an engine."""

    def columns(self) -> Columns:
        """The columns as of this read.

        Raises:
            EmbedderMismatch: the stored vectors are another embedder's.
        """
        ...

    def postings(self, words: Sequence[str]) -> list[Posting]:
        """One posting a distinct stem of the normalised words; words that occur nowhere are left out.

        A word too common to tell rows apart comes without its rows: reading them would cost most and change nothing.
        """
        ...

    def similarities(self, vector: NDArray[np.float32]) -> NDArray[np.float32]:
        """Cosine of every row with a unit vector; exact for the 60 closest, within quantisation (.01) for the rest."""
        ...

    def centre(self, rows: NDArray[np.int64]) -> NDArray[np.float32]:
        """The mean of these rows' vectors, unit length; within quantisation (.01)."""
        ...

    def speakers(self) -> tuple[Speaker, ...]:
        """All who spoke, without reading the columns."""
        ...


class IndexWriter(IndexReader, Protocol):
    """What a writer may change."""

    def add(self, seq: int, entry: Entry) -> None:
        """Index one turn or memory under its seq."""
        ...

    def end_validity(self, seq: int, at: int) -> None:
        """The version with this seq is no longer current from this moment (microseconds) on; FOREVER takes that back."""
        ...

    def remove(self, seq: int, words: str) -> None:
        """Take an entry out, without a trace in the index; `words` as they were indexed."""
        ...

    def clear(self) -> None:
        """Drop the whole index; it is derived and can be rebuilt."""
        ...


class VectorWriter(Protocol):
    """How a user moves from one embedder to another, in steps that survive a kill."""

    def spec(self) -> EmbedderSpec:
        """Whose vectors the index holds."""
        ...

    def missing(self, target: EmbedderSpec, limit: int) -> list[int]:
        """Seqs that have no vector of the target yet, lowest first. Staged vectors of any other target are dropped.

        If the target is the index's own embedder, these are the entries that were stored while it was unavailable.
        """
        ...

    def stage(self, vectors: Mapping[int, NDArray[np.float32]]) -> None:
        """Keep new vectors, by seq, beside the present ones."""
        ...

    def adopt(self, target: EmbedderSpec) -> None:
        """Make the staged vectors the index's, at once. Every seq must have one."""
        ...
