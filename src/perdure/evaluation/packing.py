"""What of the hits fits into a token budget, packed as a context packs them."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from perdure.context.excerpt import excerpt, words_for
from perdure.context.packing import pack
from perdure.embedders.static import StaticTokens
from perdure.model.hit import Hit
from perdure.text.words import query_words

__all__ = ["packed", "rendered_tokens", "shortened", "turn_of"]


class _Counted:
    """The static tokenizer's count, kept: several recipes find the same turns."""

    @staticmethod
    @lru_cache(maxsize=1 << 17)
    def count(text: str) -> int:
        return StaticTokens().count(text)


_COUNTER = _Counted()


def turn_of(hit: Hit) -> str:
    """The turn's id in its file."""
    return str(hit.metadata["turn_id"])


def shortened(hits: Sequence[Hit], question: str) -> list[Hit]:
    """Hits with long texts as the excerpts that a context would hold: cut once, packed into several budgets."""
    words = query_words(question)
    return [replace(hit, text=excerpt(hit.text, words, words_for(place))) for place, hit in enumerate(hits)]


def packed(hits: Sequence[Hit], question: str, budget: int) -> list[str]:
    """Turns that a context of this budget would hold, whole or as excerpts."""
    by_id = {hit.id: turn_of(hit) for hit in hits}
    return [by_id[entry.id] for entry in pack(hits, question, budget, _COUNTER).entries]


def rendered_tokens(hits: Sequence[Hit], question: str) -> int:
    """Tokens of all these hits as a context would hold them."""
    return pack(hits, question, sys.maxsize, _COUNTER).tokens
