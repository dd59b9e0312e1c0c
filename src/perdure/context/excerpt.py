"""The part of a long text that answers: whole sentences that hold the question's words, in their order."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from perdure.text.talk import TALK_WORDS
from perdure.text.traits import sentences
from perdure.text.words import index_words, is_unspaced, reader_words

__all__ = ["EXCERPT_WORDS", "GAP", "excerpt", "words_for"]

EXCERPT_WORDS: Final = 40
"""About three sentences: what one statement and its surroundings need."""
_BEST: Final = 3
_BEST_WORDS: Final = 80
GAP: Final = " … "
_WHOLE: Final = 1.5
"""Up to so many times the excerpt's length a text stands whole: cutting would save little."""
_LONGEST_WORDS: Final = 12
"""Characters of a word, on average, above which a text is no prose."""
_FIRST: Final = 0.3
"""The first sentence says what a text is about; it wins where no other holds more of the question."""
_ENDINGS: Final = re.compile(r"(?:ing|edly|ed|ies|es|s|ly|e)$")
_SHORTEST_STEM: Final = 3


def _stem(word: str) -> str:
    """Word forms brought together, roughly; only used to compare a question with one text."""
    stem = _ENDINGS.sub("", word)
    return stem if len(stem) >= _SHORTEST_STEM else word


def _pieces(text: str, words: int) -> list[str]:
    """Sentences and lines, those longer than an excerpt cut into parts of its length."""
    pieces: list[str] = []
    for sentence in sentences(text):
        listed = sentence.split()
        if len(listed) > words:
            pieces += [" ".join(listed[place : place + words]) for place in range(0, len(listed), words)]
        else:
            # Unspaced scripts, and what is no language at all, have no words to cut at.
            step = words * (2 if is_unspaced(sentence) else _LONGEST_WORDS)
            pieces += [sentence[place : place + step] for place in range(0, len(sentence), step)]
    return pieces


def words_for(place: int) -> int:
    """How many words the hit at this place (0 is the best) may take.

    Shorter ones would bring more turns into a budget and less of what they answer: at 25 words a thousand tokens hold two points
    more of the evidence's turns on chats, and eleven points less of the answers' words.
    """
    return _BEST_WORDS if place < _BEST else EXCERPT_WORDS


def excerpt(text: str, question: Sequence[str], words: int = EXCERPT_WORDS) -> str:
    """A text of at most about `words` words: as it stands if short, else the sentences that fit the question best.

    `question` are the normalised words of what is asked. A word that few sentences hold tells more than one they all hold. The
    first sentence is preferred among equals. Left out parts are marked with an ellipsis.
    """
    if reader_words(text) <= words * _WHOLE and len(text) <= words * _WHOLE * _LONGEST_WORDS:
        return text
    pieces = _pieces(text, words)
    if not pieces:
        return text[: words * 6]
    held = [{_stem(word) for word in index_words(piece)} for piece in pieces]
    common = Counter(stem for stems in held for stem in stems)
    asked = {_stem(word) for word in question if word not in TALK_WORDS}
    value = [sum(1 / common[stem] for stem in sorted(asked & stems)) for stems in held]
    value[0] += _FIRST
    return _joined(pieces, _chosen(pieces, value, words))


def _chosen(pieces: Sequence[str], value: Sequence[float], words: int) -> list[int]:
    """Places of the best pieces that fit, and of what stands beside them where room is left."""
    order = sorted(range(len(pieces)), key=lambda place: (-value[place], place))
    best = [place for place in order if value[place] > 0] or order[:1]
    beside = [place + step for place in best for step in (1, -1) if 0 <= place + step < len(pieces)]
    taken: dict[int, None] = {}
    left = words
    for place in [*best, *beside]:
        cost = reader_words(pieces[place])
        if place not in taken and (cost <= left or not taken):
            taken[place] = None
            left -= cost
    return sorted(taken)


def _joined(pieces: Sequence[str], places: Sequence[int]) -> str:
    parts: list[str] = ["" if places[0] == 0 else GAP.lstrip()]
    for before, place in zip([None, *places], places, strict=False):
        if before is not None:
            parts.append(" " if place == before + 1 else GAP)
        parts.append(pieces[place])
    if places[-1] != len(pieces) - 1:
        parts.append(GAP.rstrip())
    return "".join(parts)
