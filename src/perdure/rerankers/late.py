"""Late interaction: each word of the question looks for the word of the text that comes closest to it in meaning.

Khattab and Zaharia: ColBERT (SIGIR 2020), here with the token vectors of a model that was never trained for it, so rare words have to
be told to count more: score = sum over the question's word pieces of idf x the highest cosine in the text / sum of idf.
"""

import threading
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Final

import numpy as np
from numpy.typing import NDArray

from perdure.ports.embedder import TokenEmbedder, TokenVectors

__all__ = ["LateInteraction"]

_MOST_TOKENS: Final = 64
"""What a long text begins with says what it is about: on three conversation sets 64 pieces rank as well as 128, in half the time."""
_KEPT_BYTES: Final = 32 * 2**20
"""Some thousand turns: what comes up again and again in one conversation."""
_STEPS: Final = 127


@dataclass(frozen=True, slots=True)
class _Text:
    """Token vectors in whole numbers, a fifth of a percent off: scores to three digits."""

    ids: NDArray[np.int64]
    whole: NDArray[np.int8]
    scale: NDArray[np.float32]

    @property
    def size(self) -> int:
        return self.ids.nbytes + self.whole.nbytes + self.scale.nbytes


class _Recent:
    """The texts looked at last, up to so many bytes. In memory only; it goes with the store that was opened."""

    def __init__(self, most_bytes: int) -> None:
        self._most = most_bytes
        self._size = 0
        self._kept: OrderedDict[bytes, _Text] = OrderedDict()
        self._lock = threading.Lock()

    def find(self, keys: Iterable[bytes]) -> dict[bytes, _Text]:
        """Those of the keys that are kept."""
        found: dict[bytes, _Text] = {}
        with self._lock:
            for key in keys:
                if key in self._kept:
                    self._kept.move_to_end(key)
                    found[key] = self._kept[key]
        return found

    def keep(self, fresh: dict[bytes, _Text]) -> None:
        """Keep these, and forget what was not asked for longest."""
        with self._lock:
            for key, text in fresh.items():
                if key not in self._kept:
                    self._kept[key] = text
                    self._size += text.size
            while self._size > self._most:
                _, oldest = self._kept.popitem(last=False)
                self._size -= oldest.size


class LateInteraction:
    """Reranks with the token vectors of an embedder. Of each text the first 64 word pieces count."""

    def __init__(self, embedder: TokenEmbedder, *, kept_bytes: int = _KEPT_BYTES) -> None:
        self._embedder = embedder
        self._recent = _Recent(kept_bytes)

    @property
    def name(self) -> str:
        return "late-interaction"

    def score(self, question: str, texts: Sequence[str]) -> NDArray[np.float32]:
        listed = self._texts(texts)
        asked = _reduced(self._embedder.token_vectors([question], _MOST_TOKENS)[0])
        scores = np.zeros(len(texts), np.float32)
        told = [row for row, text in enumerate(listed) if len(text.ids)]
        if not told or not len(asked.ids):
            return scores
        weights = _rarity(asked.ids, [listed[row] for row in told])
        starts = np.cumsum([0, *(len(listed[row].ids) for row in told[:-1])])
        closeness = _vectors(asked) @ np.concatenate([_vectors(listed[row]) for row in told]).T
        scores[told] = weights @ np.maximum.reduceat(closeness, starts, axis=1) / weights.sum()
        return scores

    def _texts(self, texts: Sequence[str]) -> list[_Text]:
        keys = [blake2b(text.encode(), digest_size=16).digest() for text in texts]
        found = self._recent.find(keys)
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in found}
        if missing:
            made = self._embedder.token_vectors(list(missing.values()), _MOST_TOKENS)
            fresh = {key: _reduced(vectors) for key, vectors in zip(missing, made, strict=True)}
            self._recent.keep(fresh)
            found |= fresh
        return [found[key] for key in keys]


def _reduced(text: TokenVectors) -> _Text:
    scale = np.abs(text.vectors).max(axis=1, initial=1e-9, keepdims=True) / np.float32(_STEPS)
    return _Text(text.ids, np.rint(text.vectors / scale).astype(np.int8), scale.astype(np.float32))


def _vectors(text: _Text) -> NDArray[np.float32]:
    return text.whole * text.scale


def _rarity(pieces: NDArray[np.int64], texts: Sequence[_Text]) -> NDArray[np.float32]:
    """BM25's inverse document frequency of each piece of the question among the texts at hand."""
    holding = np.array([sum(piece in text.ids for text in texts) for piece in pieces])
    return np.log1p((len(texts) - holding + 0.5) / (holding + 0.5)).astype(np.float32)
