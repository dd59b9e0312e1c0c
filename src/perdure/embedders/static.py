"""The default embedder: static word-piece vectors, pooled by smooth inverse frequency. No network, no model runtime, .04 ms a text.

Vectors: `l2_supercat_256` inside the `wordllama` wheel (MIT), 32,000 pieces of 256 dimensions.
Pooling: SIF (Arora, Liang, Ma: A Simple but Tough-to-Beat Baseline for Sentence Embeddings, ICLR 2017): each piece weighs
a / (a + p), a = 1e-3, p from the fixed table `token_probabilities.npy` made by `scripts/make_token_table.py`.
"""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Any, Final

import numpy as np

from perdure.embedders.weights import checked, package_file
from perdure.ports.embedder import EmbedderSpec, Vectors

__all__ = ["StaticEmbedder", "StaticTokens", "static_tokenizer"]

_WEIGHTS_SHA256: Final = "64b47a2dc493cb8e85944076601189739852d7b64e0e1eedcb1937a251cd9fd5"
_INSTALL: Final = "pip install 'wordllama>=0.4' (or wordllama==0.2.2.post0 for Python 3.14)"
SIF_A: Final = 1e-3
_MAX_CHARACTERS: Final = 20_000
"""Of a longer text the beginning decides; a mean over more pieces hardly moves and costs time."""


@cache
def static_tokenizer() -> Any:
    """The piece tokenizer of the static model, shared by embedder and token counter."""
    from tokenizers import Tokenizer

    path = package_file("wordllama", "tokenizers/l2_supercat_tokenizer_config.json", _INSTALL)
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


class StaticTokens:
    """Counts the pieces of the static model's tokenizer (Llama 2's): a little above what newer models' tokenizers need."""

    def count(self, text: str) -> int:
        return len(static_tokenizer().encode(text, add_special_tokens=False).ids) if text else 0


class StaticEmbedder:
    """Weighted mean of piece vectors, unit length."""

    def __init__(self) -> None:
        from safetensors.numpy import load

        path = package_file("wordllama", "weights/l2_supercat_256.safetensors", _INSTALL)
        vectors = load(checked(path, _WEIGHTS_SHA256))["embedding.weight"].astype(np.float32)
        table = np.load(BytesIO(files("perdure.embedders").joinpath("token_probabilities.npy").read_bytes())).astype(np.float32)
        self._weighted: Vectors = vectors * (SIF_A / (SIF_A + table))[:, None]
        self._tokenizer = static_tokenizer()

    @property
    def spec(self) -> EmbedderSpec:
        return EmbedderSpec("static:l2_supercat_256:1", 256, 0.30)

    def embed(self, texts: Sequence[str]) -> Vectors:
        cut = [text[:_MAX_CHARACTERS] for text in texts]
        if len(cut) == 1:
            encoded = [self._tokenizer.encode(cut[0], add_special_tokens=False)]
        else:
            encoded = self._tokenizer.encode_batch(cut, add_special_tokens=False)
        pooled = np.zeros((len(cut), self._weighted.shape[1]), np.float32)
        for row, pieces in zip(pooled, encoded, strict=True):
            ids = pieces.ids
            if ids:
                self._weighted[ids].sum(axis=0, out=row)
        norms = np.linalg.norm(pooled, axis=1, keepdims=True)
        return (pooled / np.where(norms > 0, norms, 1)).astype(np.float32, copy=False)
