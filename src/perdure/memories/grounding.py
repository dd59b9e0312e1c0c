"""Which recalled hits an answer used, and what use tells of a memory."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from perdure.model.hit import Hit
from perdure.model.usage import Usage
from perdure.text.talk import TALK_WORDS
from perdure.text.words import index_words

__all__ = ["GROUNDED", "used_in", "usefulness"]

GROUNDED: Final = 0.5
"""From this share on a hit counts as used. Found on hand-written answers: below it, answers that share a topic only come in."""
_TELLING: Final = 2.0
"""A name or a number weighs as much as two other words: answers seldom hold the right one by chance."""
_ENOUGH: Final = 3.0
"""The weight of shared words that settles it whatever else the texts hold: a name and a word, or three words."""
_READ: Final = 20_000
"""Characters of an answer, and of a hit, that are looked at."""
_CODE: Final = re.compile(r"```.*?(?:```|\Z)|`[^`\n]*`", re.DOTALL)
_CITED: Final = re.compile(r"[\[【](\d{1,3}(?:\s*[,;，、]\s*\d{1,3})*)[\]】](?!\()")
_ID: Final = re.compile(r"\b(?:mem|trn)_[0-9a-z]{1,64}\b")
_NUMBER: Final = re.compile(r"\d")
_CAPITALISED: Final = re.compile(r"(?<![.!?:\n] )(?<!^)\b[^\W\d_a-z]\w+", re.MULTILINE)
# Words that answers hold whatever they are about.
_EVERYDAY: Final = TALK_WORDS | frozenset(
    """yes no sure ok okay know known remember remembered like love want need get got go going come make made take use used good great nice
    best well new time day today way lot thing things also really still back one two first last let lets see look try may might user sorry
    information don really always never favourite favorite prefer colour color""".split()
)


def used_in(answer: str, hits: Sequence[Hit], *, question: str = "") -> dict[str, float]:
    """The hits that an answer rests on, by id, and how surely (from `GROUNDED` to 1), in the order of the hits.

    A hit is used if the answer cites it, by its id or by its number in brackets (1 is the first hit), or if what the answer says
    beyond the question is found in it: rare words, names, numbers. Words that many hits hold speak for none of them.

    Args:
        answer: what was answered.
        hits: what was recalled for it, in the order in which it was numbered.
        question: what was asked; its words prove nothing.
    """
    prose = _CODE.sub(" ", answer[:_READ])
    cited = _cited(prose, hits)
    asked = {_one(word) for word in index_words(question[:_READ])}
    held = {hit.id: _weights(hit.text, asked) for hit in hits}
    spread = Counter(word for weights in held.values() for word in weights)
    said = _weights(_CITED.sub(" ", _ID.sub(" ", prose)), asked)
    shares = {hit: 1.0 if hit in cited else _share(said, weights, spread) for hit, weights in held.items()}
    return {hit: round(share, 3) for hit, share in shares.items() if share >= GROUNDED}


def _cited(prose: str, hits: Sequence[Hit]) -> set[str]:
    named = set(_ID.findall(prose))
    numbers = {int(number) for group in _CITED.findall(prose) for number in re.findall(r"\d+", group)}
    return {hit.id for place, hit in enumerate(hits, 1) if hit.id in named or place in numbers}


def _weights(text: str, asked: set[str]) -> dict[str, float]:
    """Each word of a text that is not in the question, with how much it tells."""
    names = {_one(word.casefold()) for word in _CAPITALISED.findall(text[:_READ])}
    words = {_one(word) for word in index_words(text[:_READ]) if word not in _EVERYDAY} - asked
    return {word: _TELLING if word in names or _NUMBER.search(word) else 1.0 for word in words}


def _one(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _share(said: dict[str, float], held: dict[str, float], spread: Counter[str]) -> float:
    """How much of an answer, or of a hit, is found in the other; at least, how much they share at all."""
    common = said.keys() & held.keys()
    shared = sum(max(said[word], held[word]) / _crowd(spread[word]) for word in common)
    if not shared:
        return 0.0
    of_answer = shared / (shared + sum(weight for word, weight in said.items() if word not in common))
    of_hit = shared / (shared + sum(weight / _crowd(spread[word]) for word, weight in held.items() if word not in common))
    return min(1.0, max(of_answer if shared >= _TELLING else 0.0, of_hit, shared / _ENOUGH * GROUNDED))


def _crowd(hits: int) -> float:
    """How many hits share a word's weight; a turn and the memory that came of it are as good as one."""
    return max(1.0, hits / 2)


def usefulness(usage: Usage) -> float:
    """What use tells of a memory, between -1 and 1; 0 for one that was never recalled.

    (for - against) / (for + against + 6), where for = used + 3 x useful, against = unused / 10 + 3 x not useful. What somebody says
    counts three times as much as what an answer shows; ten recalls without use weigh as much as one use, because of ten hits
    an answer uses about one. The 6 is a prior of no opinion: one click moves it by a third, and no number of them beyond 1.
    """
    speaks_for = usage.used + 3 * usage.useful
    speaks_against = max(usage.recalled - usage.used, 0) / 10 + 3 * usage.not_useful
    return (speaks_for - speaks_against) / (speaks_for + speaks_against + 6)
