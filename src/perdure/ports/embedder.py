"""Text to vectors."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

__all__ = ["Embedder", "EmbedderSpec", "TokenEmbedder", "TokenVectors", "Vectors"]

Vectors = NDArray[np.float32]
"""Rows of unit length, shape (texts, dimension)."""


@dataclass(frozen=True, slots=True)
class EmbedderSpec:
    """What a store remembers of its embedder: vectors of different specs never meet.

    `name` is the registry's name with everything that changes the vectors, such as `static:64b47a2dc493`; `dimension` is the
    length of a vector; `weight` is how far its similarities are to be trusted beside words (.30 static, .75 transformer).
    """

    name: str
    dimension: int
    weight: float


class Embedder(Protocol):
    """Turns texts into unit vectors."""

    @property
    def spec(self) -> EmbedderSpec:
        """What these vectors are."""
        ...

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One unit vector a text (all zeros for a text without any known token), float32, shape (len(texts), dimension).

        Raises:
            EmbedderUnavailable: a remote embedder did not answer.
        """
        ...


@dataclass(frozen=True, slots=True)
class TokenVectors:
    """A text piece by piece: the ids of its word pieces, and for each a vector of unit length that knows its neighbours."""

    ids: NDArray[np.int64]
    vectors: Vectors


class TokenEmbedder(Protocol):
    """Turns texts into a vector for each of their word pieces, for comparing two texts in detail (late interaction)."""

    def token_vectors(self, texts: Sequence[str], most: int) -> list[TokenVectors]:
        """The first `most` pieces of each text, without the marks that the model adds; none for a text without any known piece."""
        ...
