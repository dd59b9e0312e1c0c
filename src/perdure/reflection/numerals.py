"""Numbers written as words, made digits: "twenty-five" and "25" are the same number, "25" and "25 million" are not."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from perdure.reflection.tokens import Token

__all__ = ["scaled", "with_numerals"]

_SMALL: Final = {
    word: number
    for line in (
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
        "eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf",
        "uno dos tres cuatro cinco seis siete ocho nueve diez once doce",
        "un deux trois quatre cinq six sept huit neuf dix onze douze",
    )
    for number, word in enumerate(line.split(), 1)
    # English "once" is no eleven, French "un" mostly an article.
    if word not in {"once", "un", "uno"}
}
_TEN_WORDS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_TENS: Final = {word: 10 * ten for ten, word in enumerate(_TEN_WORDS, 2)}
_HUNDRED: Final = 100
_SCALES: Final = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "tausend": 10**3, "millionen": 10**6, "mil": 10**3, "mille": 10**3}
_LETTERS: Final = {"k": 10**3, "m": 10**6, "bn": 10**9}


def scaled(digits: str) -> str:
    """Digits with a letter for their scale, written out: "25k" is "25000"; others as they are."""
    for letter, scale in _LETTERS.items():
        if digits.endswith(letter) and _is_number(digits.removesuffix(letter)):
            return _times(digits.removesuffix(letter), scale)
    return digits


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).isdecimal() and len(text) < 16


def _times(digits: str, scale: int) -> str:
    product = float(digits) * scale
    return str(int(product)) if product.is_integer() else str(product)


def with_numerals(found: Sequence["Token"]) -> list["Token"]:
    """The tokens with each run of number words, or digits with a scale word, as one number."""
    made: list[Token] = []
    place = 0
    while place < len(found):
        taken, value = _number_at(found, place)
        if taken:
            made.append(replace(found[place], text=value, stem=value, number=True, capital=False))
        else:
            made.append(found[place])
        place += taken or 1
    return made


def _number_at(found: Sequence["Token"], place: int) -> tuple[int, str]:
    """How many tokens from here on make a number, and its digits; 0 for none."""
    token = found[place]
    if token.number:
        scale = _SCALES.get(found[place + 1].text) if place + 1 < len(found) else None
        return (2, _times(token.text, scale)) if scale and _is_number(token.text) else (0, "")
    total = chunk = taken = 0
    for token in found[place:]:
        if token.text in _SMALL and _fits(chunk, _SMALL[token.text]):
            chunk += _SMALL[token.text]
        elif token.text in _TENS and chunk % _HUNDRED == 0:
            chunk += _TENS[token.text]
        elif token.text == "hundred" and 0 < chunk < 10:
            chunk *= _HUNDRED
        elif token.text in _SCALES and chunk:
            total, chunk = total + chunk * _SCALES[token.text], 0
        else:
            break
        taken += 1
    # A lone "one" is mostly no number: "the one that", "one of them".
    return (0, "") if taken == 1 and found[place].text == "one" else (taken, str(total + chunk))


def _fits(chunk: int, small: int) -> bool:
    """Whether "three" can go on after "twenty", and not after "nineteen"."""
    return chunk % _HUNDRED == 0 or (small < 10 and chunk % 10 == 0 and chunk % _HUNDRED >= 20)
