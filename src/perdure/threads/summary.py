"""A thread's title and summary without a language model: its most telling sentences, in the order they were said."""

from collections import Counter
from collections.abc import Sequence
from math import log, sqrt
from typing import Final

from perdure.model.turn import Role, Turn
from perdure.text.traits import sentences
from perdure.text.words import index_words

__all__ = ["summarise", "title_of"]

_SENTENCES: Final = 3
_LONGEST: Final = 160
_TITLE: Final = 60
_TELLING_WORDS: Final = 3
"""A greeting has fewer."""
_LOOKED_AT: Final = 200
"""Turns of a long thread that a summary looks at: the latest."""
_HEARD: Final = 4_000
"""Characters of a turn that a summary looks at: what matters of a longer one stands at its beginning."""
_OF_ASSISTANT: Final = 0.5
"""What the user says is theirs; an assistant's sentence counts half."""


def _cut(text: str, length: int) -> str:
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    head = line[: length - 1]
    space = line.rfind(" ", 0, length)
    return f"{head[:space] if space > length // 2 else head}…"


def title_of(turns: Sequence[Turn]) -> str:
    """The first thing of substance that the user said, shortened; empty if nobody spoke."""
    spoken = [sentence for turn in turns if turn.role is Role.USER for sentence in sentences(turn.text)]
    spoken = spoken or [sentence for turn in turns for sentence in sentences(turn.text)]
    telling = (sentence for sentence in spoken[:10] if len(index_words(sentence)) >= _TELLING_WORDS)
    return _cut(next(telling, spoken[0] if spoken else ""), _TITLE)


def summarise(turns: Sequence[Turn]) -> str:
    """Up to three sentences that carry most of the thread's recurring words, in their order.

    After SumBasic (Nenkova, Vanderwende 2005): a sentence scores by its words' weights in the thread over the square root of its
    length; words of a chosen sentence count less for the next.
    """
    listed = [(turn, sentence) for turn in turns[-_LOOKED_AT:] for sentence in sentences(turn.text[:_HEARD]) if "?" not in sentence]
    words = [Counter(index_words(sentence)) for _, sentence in listed]
    total = Counter(word for counted in words for word in counted.elements())
    weights = {word: log(1 + count) for word, count in total.items() if count > 1}
    chosen: list[int] = []
    for _ in range(min(_SENTENCES, len(listed))):
        scores = [
            (sum(weights.get(word, 0.0) for word in counted) / sqrt(len(counted) + 3) * _share(turn), -place)
            for place, ((turn, _), counted) in enumerate(zip(listed, words, strict=True))
            if place not in chosen
        ]
        best, place = max(scores)
        if best <= 0 and chosen:
            break
        chosen.append(-place)
        for word in words[-place]:
            weights[word] = weights.get(word, 0.0) / 4
    return " ".join(_ended(_spoken(listed[place])) for place in sorted(chosen))


def _share(turn: Turn) -> float:
    return 1.0 if turn.role is Role.USER else _OF_ASSISTANT


def _spoken(said: tuple[Turn, str]) -> str:
    turn, sentence = said
    line = _cut(sentence, _LONGEST)
    return f"{turn.speaker}: {line}" if turn.speaker else line


def _ended(line: str) -> str:
    return line if line[-1] in ".!?…。！？" else f"{line}."
