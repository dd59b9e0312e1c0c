"""The index as it was at an earlier moment: rows that were not there yet are left out before anything is scored."""

from collections.abc import Sequence
from dataclasses import fields, replace

import numpy as np
from numpy.typing import NDArray

from perdure.ports.index import Columns, IndexReader, Posting, Speaker

__all__ = ["IndexThen"]


class IndexThen:
    """Wraps an index of the same port; rows are positions among those known at `at` (microseconds)."""

    def __init__(self, index: IndexReader, at: int) -> None:
        self._index = index
        columns = index.columns()
        self._known = columns.valid_from <= at
        self._rows = np.flatnonzero(self._known)
        place = np.cumsum(self._known) - 1
        previous = columns.previous[self._rows]
        told = (previous >= 0) & self._known[previous]
        self._place = place
        kept = {field.name: getattr(columns, field.name)[self._rows] for field in fields(Columns) if field.name != "speakers"}
        self._columns = replace(columns, **kept | {"previous": np.where(told, place[previous], -1)})

    def columns(self) -> Columns:
        return self._columns

    def postings(self, words: Sequence[str]) -> list[Posting]:
        found: list[Posting] = []
        for posting in self._index.postings(words):
            known = self._known[posting.rows]
            # A word that nobody had said yet is no word of this index; one too common to tell came without rows anyway.
            if known.any() or not len(posting.rows):
                found.append(Posting(self._place[posting.rows[known]], posting.counts[known]))
        return found

    def similarities(self, vector: NDArray[np.float32]) -> NDArray[np.float32]:
        return self._index.similarities(vector)[self._rows]

    def centre(self, rows: NDArray[np.int64]) -> NDArray[np.float32]:
        return self._index.centre(self._rows[rows])

    def speakers(self) -> tuple[Speaker, ...]:
        return self._index.speakers()
