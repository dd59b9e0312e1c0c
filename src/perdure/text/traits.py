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


_NUMBER: Final = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozen|once|twice|couple|few|several|first|second|third)\b", re.IGNORECASE
)
# A capital letter that no sentence begins with. The speaker's own name is no news, but few turns hold only that.
_NAME: Final = re.compile(r"(?<![.!?…\n\"“'’] )(?<!^)(?<![\"“'’\n])\b[A-Z][a-z]+")
_INSTRUCTION: Final = re.compile(
    r"(?:^|[.!?\n])[ ]?(?:(?:please|and|also|so|but)[, ])?"
    r"(?:always|never|from now on|whenever|every time|in future|in the future|(?:make sure|remember) (?:to|you))\b"
    r"|\b(?:always|never)\b[^.!?\n]{0,120}\bwhen(?:ever)? i (?:ask|mention|talk|say)"
    r"|\b(?:ab jetzt|von jetzt an|a partir de ahora|à partir de maintenant|désormais)\b"
    r"|从现在开始|以后(?:请|都|要)|每次(?:都|请)|これからは|今後は",
    re.IGNORECASE,
)
_PREFERENCE: Final = re.compile(
    r"\b(?:prefer(?:red|s|ence|ences)?|favou?rites?|rather than|instead of|would rather|i'd rather"
    r"|am liebsten|lieber|bevorzuge|prefiero|favorit[oa]|préfère|préféré)\b|更喜欢|最喜欢|偏好|の方が好き|が一番好き",
    re.IGNORECASE,
)
_INSTRUCTION_CHARACTERS: Final = 300
"""A standing instruction is said in a sentence or two; "always" deep in a long text is part of a story."""


def flags_of(text: str) -> int:
    """`Flag` bits of a text."""
    found = Flag.QUESTION if any(mark in text for mark in _QUESTION_MARKS) else 0
    for flag, pattern in ((Flag.TIME_WORD, _TIME_WORD), (Flag.NUMBER, _NUMBER), (Flag.NAME, _NAME), (Flag.PREFERENCE, _PREFERENCE)):
        if pattern.search(text):
            found |= flag
    if len(text) <= _INSTRUCTION_CHARACTERS and _INSTRUCTION.search(text):
        found |= Flag.INSTRUCTION
    return found


def sentences(text: str) -> list[str]:
    """The text's sentences and lines, stripped, in order."""
    return [part.strip() for part in _SENTENCE_END.split(text) if part.strip()]
