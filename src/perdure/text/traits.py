"""What a text is like, found once when it is stored."""

import re
from typing import Final

from perdure.ports.index import Flag

__all__ = ["flags_of", "sentences"]

_TIME_WORD: Final = re.compile(
    r"\b(?:yesterday|today|tomorrow|tonight|ago|last|next|week(?:end)?|month|year|morning|recently|soon|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|"
    r"december|\d{4})s?\b",
    re.IGNORECASE,
)
_QUESTION_MARKS: Final = ("?", "？", "؟")
_SENTENCE_END: Final = re.compile(r"(?<=[.!?…])\s+|(?<=[。！？])|\n+")


def flags_of(text: str) -> int:
    """`Flag` bits: does it ask, does it speak of a time."""
    question = Flag.QUESTION if any(mark in text for mark in _QUESTION_MARKS) else 0
    return question | (Flag.TIME_WORD if _TIME_WORD.search(text) else 0)


def sentences(text: str) -> list[str]:
    """The text's sentences and lines, stripped, in order."""
    return [part.strip() for part in _SENTENCE_END.split(text) if part.strip()]
