"""Whether what was read is what was labelled: values in other spelling, fragments that overlap, and who belongs to whom."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final, TypeVar

__all__ = ["alike", "overlap", "paired", "same"]

L = TypeVar("L")
F = TypeVar("F")
_WORDS: Final = re.compile(r"\w+")
_UNSPACED: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_ARTICLES: Final = frozenset(
    "a an the der die das den dem des ein eine einen einem einer el la los las un una unos unas le les du l".split()
)


@lru_cache(maxsize=1 << 14)
def _words(text: str) -> tuple[str, ...]:
    """Words without case, accents and articles; each character of languages that set no spaces is a word."""
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(letter))
    spaced = _UNSPACED.sub(lambda letter: f" {letter[0]} ", unicodedata.normalize("NFKC", plain).replace("_", " "))
    words = tuple(_WORDS.findall(spaced))
    return tuple(word for word in words if word not in _ARTICLES) or words


def same(one: str | None, other: str | None) -> bool:
    """Whether two values are the same but for case, accents, punctuation and articles; no value is only the same as no value."""
    if one is None or other is None:
        return one is other
    return _words(one) == _words(other)


def alike(one: str | None, other: str | None) -> bool:
    """Whether two values are the same, or one holds the other in whole words: "nurse" and "night nurse"."""
    if one is None or other is None:
        return one is other
    short, long = sorted((_words(one), _words(other)), key=len)
    return bool(short) and any(long[start : start + len(short)] == short for start in range(len(long) - len(short) + 1))


def overlap(one: str, other: str) -> float:
    """How much two fragments have in common: the F1 of their words, 0 to 1."""
    mine, theirs = Counter(_words(one)), Counter(_words(other))
    both = (mine & theirs).total()
    return 2 * both / (mine.total() + theirs.total()) if both else 0.0


def paired(labelled: Sequence[L], found: Sequence[F], fit: Callable[[L, F], float]) -> list[tuple[int, int]]:
    """Which label belongs to which find, each at most once, best fits first; a fit of 0 is none. Pairs of places."""
    fits = [(fit(label, find), -row, -column) for row, label in enumerate(labelled) for column, find in enumerate(found)]
    pairs: list[tuple[int, int]] = []
    rows, columns = set[int](), set[int]()
    for value, row, column in sorted(fits, reverse=True):
        if value <= 0:
            break
        if -row not in rows and -column not in columns:
            pairs.append((-row, -column))
            rows.add(-row)
            columns.add(-column)
    return sorted(pairs)
