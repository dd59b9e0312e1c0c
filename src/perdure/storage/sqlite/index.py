"""The search index of one user's file: FTS5 postings, packed vector blocks, exact scan and rescore."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

import apsw
import numpy as np
from numpy.typing import NDArray

from perdure.errors import EmbedderMismatch
from perdure.model.turn import Role
from perdure.ports.embedder import EmbedderSpec
from perdure.ports.index import KINDS, ROLES, Columns, Entry, Posting, Speaker
from perdure.storage.sqlite.columns import FEATURES, FIELD_OFFSETS, ColumnStore, features_of, pack_vectors
from perdure.storage.sqlite.connection import SQLValue, rows
from perdure.storage.sqlite.sql import queries
from perdure.storage.sqlite.state import State
from perdure.text.words import ANALYZER

__all__ = ["IndexCache", "SQLiteIndexReader", "SQLiteIndexWriter", "SQLiteVectorWriter"]

BLOCK_ROWS: Final = 1024
RESCORED: Final = 60
COMMON_SHARE: Final = 10
"""In an index of COMMON_FROM entries, a word in more than one of ten says nothing about any of them and costs the most."""
COMMON_FROM: Final = 10_000
COMMON_ROWS: Final = 5_000
"""Nor are more rows than this ever read of one word, so that the cost of a question stays bounded however much is remembered."""
_TOKENIZER: Final = ("unicode61", "remove_diacritics", "2", "categories", "L* N* Co M*")


class IndexCache:
    """What one connection has loaded of the index, and which version of the file it shows."""

    def __init__(self) -> None:
        self.data_version = -1
        self.epoch = -1
        self.columns: ColumnStore | None = None
        self.speakers: tuple[Speaker, ...] = ()
        self.tokenizer: Any = None


class SQLiteIndexReader:
    """Reads the index inside one transaction."""

    def __init__(self, connection: apsw.Connection, cache: IndexCache, spec: EmbedderSpec) -> None:
        self._connection = connection
        self._cache = cache
        self._spec = spec

    def _rows(self, name: str, *values: SQLValue) -> list[tuple[Any, ...]]:
        return rows(self._connection, queries()[name], *values)

    def speakers(self) -> tuple[Speaker, ...]:
        self._refresh_speakers()
        return self._cache.speakers

    def _refresh_speakers(self) -> None:
        found = self._rows("speakers_all")
        if len(found) + 1 != len(self._cache.speakers):
            # Codes count from 1; place 0 is for entries without a speaker, such as memories.
            self._cache.speakers = (Speaker("", Role.USER), *(Speaker(name, Role(role)) for _, name, role in found))

    def _check_spec(self) -> None:
        name, dimension, _, analyzer = self._rows("state_spec")[0]
        if (name, dimension) != (self._spec.name, self._spec.dimension):
            raise EmbedderMismatch(
                f"This user's vectors come from {name} ({dimension} dimensions), the store was opened with {self._spec.name} "
                f"({self._spec.dimension}). Nothing was written. Open it with the former, or run `perdure migrate --reembed`."
            )
        if analyzer != ANALYZER:
            raise EmbedderMismatch(
                "This user's texts were indexed by another version of Perdure. Nothing was written; all that was said is there. "
                "Run `perdure migrate --rebuild`."
            )

    def columns(self) -> Columns:
        return self._loaded().view(self._cache.speakers)

    def _loaded(self) -> ColumnStore:
        """The columns of this snapshot: as they are, with new entries appended, or loaded anew."""
        version = self._rows_plain("pragma data_version")
        cache = self._cache
        if cache.columns is not None and version == cache.data_version:
            return cache.columns
        self._check_spec()
        epoch = self._rows("state_get")[0][2]
        if cache.columns is None or epoch != cache.epoch:
            cache.columns = self._load()
        self._append_new(cache.columns)
        self._refresh_speakers()
        cache.epoch, cache.data_version = epoch, version
        return cache.columns

    def _rows_plain(self, statement: str) -> int:
        return rows(self._connection, statement)[0][0]

    def _load(self) -> ColumnStore:
        dimension = self._spec.dimension
        blocks = self._rows("blocks_all")
        columns = ColumnStore(dimension, expected=len(blocks) * BLOCK_ROWS)
        for features, vectors in blocks:
            columns.append(
                np.frombuffer(features, dtype=FEATURES),
                np.frombuffer(vectors, dtype=np.int8).reshape(-1, dimension),
            )
        return columns

    def _append_new(self, columns: ColumnStore) -> None:
        new = self._rows("entries_after", columns.last_seq, -1)
        if new:
            columns.append(*features_of(new, self._spec.dimension))

    def postings(self, words: Sequence[str]) -> list[Posting]:
        columns = self._loaded()
        limit = min(len(columns) // COMMON_SHARE, COMMON_ROWS) if len(columns) >= COMMON_FROM else -1
        found: list[Posting] = []
        for stem in self._stems(words):
            listed = self._rows("words_places", stem, limit + 1 if limit > 0 else -1)[0][0]
            if listed is None:
                continue
            seqs = np.fromstring(listed, dtype=np.int64, sep=",")
            found.append(_posting(columns.rows_of(seqs if not 0 < limit < len(seqs) else seqs[:0])))
        return found

    def _stems(self, words: Sequence[str]) -> list[str]:
        """What FTS5 made of the words when it indexed them."""
        if self._cache.tokenizer is None:
            self._cache.tokenizer = self._connection.fts5_tokenizer("porter", list(_TOKENIZER))
        stems = self._cache.tokenizer(
            " ".join(words).encode(),
            apsw.FTS5_TOKENIZE_DOCUMENT,
            None,
            include_offsets=False,
            include_colocated=False,
        )
        return list(dict.fromkeys(stems))

    def similarities(self, vector: NDArray[np.float32]) -> NDArray[np.float32]:
        columns = self._loaded()
        cosines = columns.cosines(vector)
        if not len(cosines):
            return cosines
        close = np.argpartition(-cosines, RESCORED)[:RESCORED] if len(cosines) > RESCORED else np.arange(len(cosines))
        close = np.sort(close)
        exact = self._rows("entries_vectors", json.dumps(columns.seqs_of(close).tolist()))
        if exact:
            seqs = np.fromiter((seq for seq, _ in exact), np.int64, len(exact))
            order = np.argsort(seqs)
            vectors = pack_vectors([blob for _, blob in exact], self._spec.dimension)
            cosines[columns.rows_of(seqs[order])] = (vectors @ vector)[order]
        return cosines

    def centre(self, rows: NDArray[np.int64]) -> NDArray[np.float32]:
        return self._loaded().centre(rows)


def _posting(rows_found: NDArray[np.int64]) -> Posting:
    """Occurrences, one a place, to rows and counts; FTS5 lists them by rising rowid."""
    first = np.ones(len(rows_found), bool)
    first[1:] = rows_found[1:] != rows_found[:-1]
    starts = np.flatnonzero(first)
    counts = np.diff(starts, append=len(rows_found))
    return Posting(rows_found[starts], counts.astype(np.float32))


class SQLiteIndexWriter(SQLiteIndexReader):
    """Changes the index inside one write transaction."""

    def __init__(self, connection: apsw.Connection, cache: IndexCache, spec: EmbedderSpec, state: State) -> None:
        super().__init__(connection, cache, spec)
        self._state = state
        self._codes: dict[tuple[str, Role], int] = {}
        self._checked = False

    def add(self, seq: int, entry: Entry) -> None:
        if not self._checked:
            self._check_spec()
            self._checked = True
        self._rows("words_add", seq, entry.words)
        self._rows(
            "entries_add",
            seq,
            KINDS.index(entry.kind),
            entry.session,
            entry.said_at,
            entry.valid_from,
            entry.valid_until,
            entry.terms,
            entry.length,
            ROLES.index(entry.role),
            self._code(entry.speaker or "", entry.role) if entry.session else 0,
            entry.flags,
            entry.happened_from,
            entry.happened_until,
            entry.credit,
            None if entry.vector is None else entry.vector.astype(np.float16).tobytes(),
        )
        if seq - self._state.packed_to >= BLOCK_ROWS:
            self.pack()

    def _code(self, name: str, role: Role) -> int:
        code = self._codes.get((name, role))
        if code is None:
            found = self._rows("speakers_code", name, role.value) or self._rows("speakers_add", name, role.value)
            code = self._codes[name, role] = found[0][0]
        return code

    def pack(self) -> None:
        """Put the entries after the last block into blocks of at most BLOCK_ROWS rows."""
        while new := self._rows("entries_after", self._state.packed_to, BLOCK_ROWS):
            self._add_block(new)
            self._state.packed_to = new[-1][0]

    def _add_block(self, listed: list[tuple[Any, ...]]) -> None:
        features, vectors = features_of(listed, self._spec.dimension)
        self._rows("blocks_add", listed[0][0], listed[-1][0], features.tobytes(), vectors.tobytes())

    def _repack(self, seq: int) -> None:
        """Write the block of a changed or removed entry anew."""
        self._state.epoch += 1
        for number, first, last in self._rows("blocks_of", seq):
            listed = self._rows("entries_range", first, last)
            features, vectors = features_of(listed, self._spec.dimension)
            self._rows("blocks_put", features.tobytes(), vectors.tobytes(), number)

    def end_validity(self, seq: int, at: int) -> None:
        self._rows("entries_end", at, seq)
        self._state.epoch += 1
        for number, _, _ in self._rows("blocks_of", seq):
            self._set_in_block(number, seq, at)

    def _set_in_block(self, number: int, seq: int, valid_until: int) -> None:
        """Change one number where it stands: writing the block anew costs ten times as much, and reflection ends many."""
        features = np.frombuffer(self._rows("blocks_features", number)[0][0], dtype=FEATURES)
        place = int(np.searchsorted(features["seq"], seq))
        if place < len(features) and features["seq"][place] == seq:
            offset = place * FEATURES.itemsize + FIELD_OFFSETS["valid_until"]
            with self._connection.blob_open("main", "blocks", "features", number, writeable=True) as blob:
                blob.seek(offset)
                blob.write(np.int64(valid_until).astype("<i8").tobytes())

    def remove(self, seq: int, words: str) -> None:
        self._rows("words_remove", seq, words)
        self._rows("entries_remove", seq)
        self._repack(seq)

    def clear(self) -> None:
        for name in ("words_clear", "entries_clear", "blocks_clear", "staging_clear", "staged_clear"):
            self._rows(name)
        if self._rows("state_spec")[0][:2] != (self._spec.name, self._spec.dimension):
            self._rows("topics_forget_vectors")
        self._rows("state_set_spec", self._spec.name, self._spec.dimension, self._spec.weight, ANALYZER)
        self._state.packed_to = 0
        self._state.epoch += 1


class SQLiteVectorWriter:
    """Moves a user's index to another embedder: staged beside the old vectors, adopted at once."""

    def __init__(self, connection: apsw.Connection, state: State) -> None:
        self._connection = connection
        self._state = state

    def _rows(self, name: str, *values: SQLValue) -> list[tuple[Any, ...]]:
        return rows(self._connection, queries()[name], *values)

    def spec(self) -> EmbedderSpec:
        name, dimension, weight, _ = self._rows("state_spec")[0]
        return EmbedderSpec(name, dimension, weight)

    def missing(self, target: EmbedderSpec, limit: int) -> list[int]:
        if self._rows("staging_get") != [(target.name, target.dimension)]:
            self._rows("staged_clear")
            self._rows("staging_put", target.name, target.dimension)
        # Moving to the embedder that is already in use only fills the gaps that an outage left.
        gaps = "staged_missing_unembedded" if self.spec() == target else "staged_missing"
        return [seq for (seq,) in self._rows(gaps, limit)]

    def stage(self, vectors: Mapping[int, NDArray[np.float32]]) -> None:
        for seq, vector in vectors.items():
            self._rows("staged_add", seq, vector.astype(np.float16).tobytes())

    def adopt(self, target: EmbedderSpec) -> None:
        if self.missing(target, 1):
            raise AssertionError("adopt() was called before every entry had a staged vector")
        self._rows("staged_adopt")
        self._rows("staged_clear")
        self._rows("staging_clear")
        self._rows("blocks_clear")
        name, dimension, _, analyzer = self._rows("state_spec")[0]
        if (name, dimension) != (target.name, target.dimension):
            # Those of threads are no entries: they are made again when a thread is matched next.
            self._rows("topics_forget_vectors")
        self._rows("state_set_spec", target.name, target.dimension, target.weight, analyzer)
        self._state.packed_to = 0
        self._state.epoch += 1
        SQLiteIndexWriter(self._connection, IndexCache(), target, self._state).pack()
