"""The index of one open user in memory: columns and int8 vectors, loaded from blocks and the entries after them.

Arrays grow by doubling and rows are only ever appended, so a view handed out stays valid while later rows arrive; anything else
(a removal, an ended validity, another embedder) bumps the stored epoch and loads anew.
"""

from collections.abc import Iterable, Sequence
from typing import Any, Final, cast

import numkong
import numpy as np
from numpy.typing import NDArray

from perdure.ports.index import Columns, Speaker

__all__ = ["FEATURES", "FIELD_OFFSETS", "ColumnStore", "features_of", "pack_vectors", "quantise"]

FEATURES: Final = np.dtype(
    [
        ("seq", "<i8"),
        ("session", "<i8"),
        ("said_at", "<i8"),
        ("valid_from", "<i8"),
        ("valid_until", "<i8"),
        ("happened_from", "<i8"),
        ("happened_until", "<i8"),
        ("credit", "<i8"),
        ("terms", "<i4"),
        ("length", "<i4"),
        ("speaker", "<i4"),
        ("kind", "u1"),
        ("role", "u1"),
        ("flags", "u1"),
        ("scale", "<f4"),
    ]
)
"""One row of a block; all but the last stand in the order of the `entries_*` queries."""
FIELD_OFFSETS: Final = {name: place[1] for name, place in (FEATURES.fields or {}).items()}
"""Where each field of a row begins, in bytes."""

_STORED: Final = len(FEATURES.names or ()) - 1
_TYPES: Final[dict[str, str]] = {name: str(FEATURES[name]) for name in FEATURES.names or ()} | {"terms": "<f4", "length": "<f4"}
_FIRST_CAPACITY: Final = 1024


def quantise(vectors: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Int8 rows and their scales: row = int8 * scale. One scale a row keeps the error of a cosine below .01."""
    peak = np.abs(vectors).max(axis=1, initial=0)
    scale = (peak / 127).astype(np.float32)
    safe = np.where(scale > 0, scale, 1)
    return np.rint(vectors / safe[:, None]).astype(np.int8), scale


def pack_vectors(blobs: Sequence[bytes | None], dimension: int) -> NDArray[np.float32]:
    """Stored float16 vectors as rows; zeros where there is none."""
    size = dimension * 2
    joined = b"".join(blob if blob is not None else bytes(size) for blob in blobs)
    return np.frombuffer(joined, dtype=np.float16).reshape(len(blobs), dimension).astype(np.float32)


def features_of(rows: Iterable[Sequence[Any]], dimension: int) -> tuple[NDArray[Any], NDArray[np.int8]]:
    """Rows of an `entries_*` query as structured features and int8 vectors."""
    listed = list(rows)
    vectors, scale = quantise(pack_vectors([row[_STORED] for row in listed], dimension))
    features = np.array([(*row[:_STORED], 0.0) for row in listed], dtype=FEATURES)
    features["scale"] = scale
    return features, vectors


class ColumnStore:
    """Growing arrays of one user's index."""

    def __init__(self, dimension: int, expected: int = 0) -> None:
        self._dimension = dimension
        self._count = 0
        self._capacity = 0
        self._columns: dict[str, NDArray[Any]] = {}
        self._previous = np.empty(0, np.int64)
        self._vectors = np.empty((0, dimension), np.int8)
        self._last_of_session: dict[int, int] = {}
        self._dense_seqs = True
        self._reserve(max(expected, 1))

    def __len__(self) -> int:
        return self._count

    @property
    def last_seq(self) -> int:
        """The highest seq in here; 0 if empty."""
        return int(self._columns["seq"][self._count - 1]) if self._count else 0

    def _reserve(self, count: int) -> None:
        if count <= self._capacity:
            return
        capacity = max(_FIRST_CAPACITY, self._capacity * 2, count)
        for name, kind in _TYPES.items():
            grown = np.empty(capacity, kind)
            if self._count:
                grown[: self._count] = self._columns[name][: self._count]
            self._columns[name] = grown
        previous = np.empty(capacity, np.int64)
        previous[: self._count] = self._previous[: self._count]
        vectors = np.empty((capacity, self._dimension), np.int8)
        vectors[: self._count] = self._vectors[: self._count]
        self._previous, self._vectors, self._capacity = previous, vectors, capacity

    def append(self, features: NDArray[Any], vectors: NDArray[np.int8]) -> None:
        """Add rows, which must have higher seqs than those in here."""
        start, end = self._count, self._count + len(features)
        self._reserve(end)
        for name, column in self._columns.items():
            column[start:end] = features[name]
        self._vectors[start:end] = vectors
        self._link(start, end)
        self._count = end
        if end > start:
            seqs = self._columns["seq"]
            self._dense_seqs = int(seqs[end - 1]) - int(seqs[0]) == end - 1

    def _link(self, start: int, end: int) -> None:
        """Find, for each new row, the turn said before it in its session."""
        sessions = self._columns["session"][start:end]
        order = np.argsort(sessions, kind="stable")
        sorted_sessions = sessions[order]
        first = np.ones(len(order), bool)
        first[1:] = sorted_sessions[1:] != sorted_sessions[:-1]
        previous = np.empty(len(order), np.int64)
        previous[order[1:]] = order[:-1] + start
        for place in np.flatnonzero(first).tolist():
            previous[order[place]] = self._last_of_session.get(int(sorted_sessions[place]), -1)
        last = np.ones(len(order), bool)
        last[:-1] = first[1:]
        for place in np.flatnonzero(last).tolist():
            self._last_of_session[int(sorted_sessions[place])] = int(order[place]) + start
        previous[sessions == 0] = -1
        self._previous[start:end] = previous

    def view(self, speakers: tuple[Speaker, ...]) -> Columns:
        """The columns as they are now."""
        part = {name: column[: self._count] for name, column in self._columns.items() if name != "scale"}
        return Columns(previous=self._previous[: self._count], speakers=speakers, **part)

    def rows_of(self, seqs: NDArray[np.int64]) -> NDArray[np.int64]:
        """Rows of ascending seqs that are all in here."""
        if self._dense_seqs:
            return seqs - self._columns["seq"][0]
        return np.searchsorted(self._columns["seq"][: self._count], seqs)

    def seqs_of(self, rows: NDArray[np.int64]) -> NDArray[np.int64]:
        """The seqs of rows."""
        return self._columns["seq"][rows]

    def cosines(self, vector: NDArray[np.float32]) -> NDArray[np.float32]:
        """Approximate cosines of all rows with a unit vector, by int8 dot products."""
        if not self._count:
            return np.zeros(0, np.float32)
        query, scale = quantise(vector[None, :])
        dots = numkong.cdist(query, self._vectors[: self._count], metric="dot")
        flat = np.asarray(cast(Any, dots), dtype=np.float32).reshape(-1)
        return flat * (self._columns["scale"][: self._count] * scale[0])

    def centre(self, rows: NDArray[np.int64]) -> NDArray[np.float32]:
        """Unit mean of the vectors of rows; zeros if they have none."""
        if not len(rows):
            return np.zeros(self._dimension, np.float32)
        mean = (self._vectors[rows] * self._columns["scale"][rows, None]).mean(axis=0, dtype=np.float32)
        norm = float(np.linalg.norm(mean))
        return mean / np.float32(norm) if norm else mean
