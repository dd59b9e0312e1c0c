"""Texts as words to be compared: case, accents, contractions and number words made one; names and numbers kept exact."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from perdure.reflection.numerals import scaled, with_numerals
from perdure.text.words import STOP_WORDS

__all__ = ["COMMA", "DETERMINERS", "Token", "content", "find", "fold", "same", "tokens"]

COMMA: Final = ","

DETERMINERS: Final = frozenset(
    """a an the der die das den dem des ein eine einen einem einer el la los las un una unos unas le les une du de
    my our your his her its their mein meine meinen meinem meiner mi mis mon ma mes this that these those""".split()
)
"""What may stand between the words of a value, or be left out of it, without a change of meaning."""
_UNSPACED: Final = "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_UNIT: Final = "kg|km|cm|mm|ml|lbs?|mi|hrs?|am|pm|min|g|h|l"
_TOKEN: Final = re.compile(
    rf"(?P<number>(?:(?<!\S)[-\u2212])?\d+(?:[.,:/-]\d+)*(?:(?!(?:{_UNIT})\b)[^\W_{_UNSPACED}]+)?)"
    rf"|(?P<character>[{_UNSPACED}])"
    rf"|(?P<word>[^\W\d_{_UNSPACED}][^\W_{_UNSPACED}]*(?:['\u2019][^\W\d_{_UNSPACED}]+)*)"
    r"|(?P<sign>[$\u20ac\u00a3\u00a5%\u00b0])|(?P<end>[.!?\n;:])|(?P<comma>[,\uff0c\u3001])"
)
_THOUSANDS: Final = re.compile(r"\d{1,3}(?:,\d{3})+")
_NOT: Final = "not"
_BARE_NOT: Final = frozenset(
    "dont doesnt didnt cant wont isnt arent wasnt werent havent hasnt hadnt couldnt shouldnt wouldnt cannot".split()
)
_BEFORE_NOT: Final = {"ca": "can", "wo": "will", "sha": "shall", "ai": "is"}
_AFTER_APOSTROPHE: Final = {"m": "am", "re": "are", "ve": "have", "ll": "will", "d": "would"}


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number, a sign, or a character of a script without spaces.

    `capital`: written with a capital letter; `first`: it opens a sentence.
    """

    text: str
    stem: str
    capital: bool = False
    first: bool = False
    number: bool = False

    @property
    def name(self) -> bool:
        """Whether it looks like a name where it stands."""
        return self.capital and not self.first


def fold(text: str) -> str:
    """Without case and accents."""
    parts = unicodedata.normalize("NFD", text.casefold())
    return unicodedata.normalize("NFC", "".join(part for part in parts if unicodedata.category(part) != "Mn" or part in "\u3099\u309a"))


def tokens(text: str) -> list[Token]:
    """The tokens of a text with its commas; other punctuation only tells where a sentence begins."""
    found: list[Token] = []
    first = True
    for match in _TOKEN.finditer(unicodedata.normalize("NFKC", text)):
        kind, raw = match.lastgroup, match.group()
        if kind == "end":
            first = True
        elif kind == "comma":
            found.append(Token(COMMA, COMMA))
        else:
            made = list(_made(kind, raw))
            found += [replace(made[0], first=first), *made[1:]]
            first = False
    return with_numerals(found)


def _made(kind: str | None, raw: str) -> Iterator[Token]:
    if kind == "number":
        digits = raw.replace("\u2212", "-").casefold()
        digits = digits.replace(",", "") if _THOUSANDS.fullmatch(digits) else digits
        yield Token(scaled(digits), digits, number=True)
    elif kind == "word":
        yield from _words(raw)
    else:
        yield Token(raw, raw)


def _words(raw: str) -> Iterator[Token]:
    """A word, or those that it contracts: "don't" is "do not", "Anna's" is "Anna"."""
    parts = re.split(r"['\u2019]", raw)
    whole = fold(raw.replace("\u2019", "'"))
    if whole.endswith("n't"):
        before = whole.removesuffix("n't")
        yield _word(_BEFORE_NOT.get(before, before), capital=raw[0].isupper())
        yield _word(_NOT)
        return
    if whole in _BARE_NOT:
        yield _word("can" if whole.startswith("can") else whole.removesuffix("nt"), capital=raw[0].isupper())
        yield _word(_NOT)
        return
    if whole == "let's":
        parts = [parts[0], "us"]
    for number, part in enumerate(parts):
        folded = fold(part)
        if number == 0 or len(folded) > 2:
            yield _word(folded, capital=part[0].isupper())
        elif folded != "s":
            yield _word(_AFTER_APOSTROPHE.get(folded, folded))


def _word(folded: str, *, capital: bool = False) -> Token:
    return Token(folded, _stem(folded), capital=capital and folded != "i")


def _stem(word: str) -> str:
    """A word without its most common English endings, and in one spelling."""
    word = word.replace("avour", "avor").replace("olour", "olor")
    if len(word) < 4:
        return word
    if word.endswith("ies"):
        return word[:-3] + "y" if len(word) > 4 else word[:-1]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-2] if word.endswith(("sses", "xes", "zes", "ches", "shes")) else word[:-1]
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word.removesuffix(ending)
            if word[-1] == word[-2] and word[-1] not in "lsz":
                word = word[:-1]
            break
    return word.rstrip("e") if len(word) > 3 else word


def same(given: Token, said: Token) -> bool:
    """Whether a given word is the one that was said: letter by letter for names and numbers, else also in another form."""
    if given.text == said.text:
        return True
    return given.stem == said.stem and not (given.number or said.number or said.name)


def content(found: Sequence[Token]) -> list[Token]:
    """Those that carry a meaning of their own."""
    return [token for token in found if token.number or (token.text != COMMA and token.text not in STOP_WORDS)]


def find(given: Sequence[Token], said: Sequence[Token], *, exact: bool = False) -> tuple[int, int] | None:
    """Where words stand in others, one after the other: the positions of the first and after the last; None if they do not.

    Determiners and commas are overlooked unless `exact`, which also wants every word in the same form.
    """
    dropped = {COMMA} if exact else DETERMINERS | {COMMA}
    wanted = [token for token in given if token.text not in dropped]
    there = [(place, token) for place, token in enumerate(said) if token.text not in dropped]
    if not wanted:
        return None
    for start in range(len(there) - len(wanted) + 1):
        window = there[start : start + len(wanted)]
        if all(g.text == s.text if exact else same(g, s) for g, (_, s) in zip(wanted, window, strict=True)):
            return window[0][0], window[-1][0] + 1
    return None
