"""A text as the patterns see it: lower case, no accents, ASCII digits, each character in its own place."""

import re
import unicodedata
from typing import Final

__all__ = ["fold"]

_LATIN: Final = "".join(map(chr, range(0xC0, 0x180)))


def _plain(character: str) -> str:
    base = unicodedata.normalize("NFD", character)[0].lower()
    return base if len(base) == 1 and base.isascii() else character.lower()[:1]


_TABLE: Final = {
    **{ord(character): _plain(character) for character in _LATIN},
    **{0xFF01 + n: chr(0x21 + n).lower() for n in range(94)},
    **{ord(character): " " for character in "\u00a0\u2009\u202f\u3000"},
    **{ord(character): "-" for character in "‐‑‒–—―－〜～"},
    **{ord(character): "'" for character in "’‘ʼ"},
    **{ord(old): new for old, new in zip("週號後個兩時點禮過來這今両", "周号后个两时点礼过来这今两", strict=True)},
}
_MARKS: Final = re.compile("[\u0300-\u036f]")


def fold(text: str) -> tuple[str, list[int] | None]:
    """The folded text, and where each of its characters stands in the original when it is not in the same place."""
    if text.isascii():
        return text.lower(), None
    places = None
    if _MARKS.search(text):
        places = [place for place, character in enumerate(text) if not "\u0300" <= character <= "\u036f"]
        places.append(len(text))
        text = _MARKS.sub("", text)
    lowered = text.lower()
    if len(lowered) != len(text):  # a few capital letters, such as the Turkish dotted I, grow
        lowered = "".join(character.lower()[:1] for character in text)
    return lowered.translate(_TABLE), places
