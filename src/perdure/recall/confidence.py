"""How sure recall is that what is asked was said at all: between 0 and 1, the score of the best hit.

Ranking compares rows within one question; whether even the best of them answers it is another matter. Three things tell:
is it said of the right person, do the question's words occur together, is anything of close meaning. Weights are round and the
same for all embedders; `perdure eval` reports how well they separate (ROC-AUC).
"""

from collections.abc import Mapping, Sequence
from math import exp
from typing import Final

import numpy as np

from perdure.ports.index import Posting
from perdure.recall import signals
from perdure.recall.question import Aim, Question
from perdure.recall.signals import Scores

__all__ = ["confidence"]

_PERSON: Final = 6.0
_PERSON_LIMIT: Final = 0.5
_COVER: Final = 4.0
_COVER_ENOUGH: Final = 0.5
"""Share of the question's words, by rarity, that one row must hold to be about the same thing; more proves no more."""
_CLOSE: Final = 8.0
_CLOSE_ENOUGH: Final = 0.45
"""Cosine from which texts are about the same thing, for both embedders at hand; unrelated ones stay below .3."""
_STATED: Final = 8.0
_STATED_ENOUGH: Final = 0.25
"""What a statement gains over its turn by knowing what it is asked with; it counts where one person is asked about."""
_SERVED: Final = 1.0
_DOUBT: Final = 5.0


def confidence(
    question: Question, postings: Sequence[Posting], cosines: Scores | None, scores: Scores, parts: Mapping[str, Scores]
) -> float:
    """From the rows' scores and the parts they are made of."""
    speaker, stated = parts.get("speaker"), parts.get("statement")
    cover = _cover(len(scores), len(question.words), postings)
    close = cover if cosines is None else float(cosines.max(initial=0))
    # A request or a continued talk is served by whatever is known about it; a question about the past wants one fact.
    served = question.aim is not Aim.PAST
    told = (
        _PERSON * _right_person(scores, speaker, question)
        + _COVER * min(cover, _COVER_ENOUGH)
        + _CLOSE * min(close, _CLOSE_ENOUGH)
        + _STATED * (0.0 if stated is None or question.peers else min(float(stated.max()), _STATED_ENOUGH))
        + _SERVED * served
        - _DOUBT
    )
    return 1 / (1 + exp(-told))


def _cover(rows: int, words: int, postings: Sequence[Posting]) -> float:
    """Rarity of the question's words in the row that holds most of them, as a share of all; words that nobody said count most."""
    held = np.zeros(rows, np.float32)
    total = max(words - len(postings), 0) * signals.rarity(rows, 0)
    for posting in postings:
        if len(posting.rows):
            weight = signals.rarity(rows, len(posting.rows))
            held[posting.rows] += weight
            total += weight
    return float(held.max(initial=0)) / total if total else 0.0


def _right_person(scores: Scores, speaker: Scores | None, question: Question) -> float:
    """By how much the two best rows of the one named surpass the others' two best, leaving out that they were named.

    "Why did Ann sell her boat?" has no answer if it was Bob's: his turns fit better, whatever the ranking prefers.
    """
    if speaker is None or not question.peers:
        return 0.0
    plain = scores - speaker
    theirs, others = plain[speaker > 0], plain[speaker < 0]
    if not len(theirs) or not len(others):
        return 0.0
    return float(np.clip(_best_two(theirs) - _best_two(others), -_PERSON_LIMIT, _PERSON_LIMIT))


def _best_two(scores: Scores) -> float:
    return float(np.partition(scores, -2)[-2:].mean()) if len(scores) > 2 else float(scores.mean())
