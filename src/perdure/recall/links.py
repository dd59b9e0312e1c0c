"""From what was found first to what it is linked with: sessions of the same matter, and turns that hold the same names."""

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from perdure.ports.index import Columns, IndexReader
from perdure.recall import signals
from perdure.recall.question import Question
from perdure.recall.signals import Scores
from perdure.text.traits import NAME
from perdure.text.words import STOP_WORDS, index_words

__all__ = ["Texts", "linked_sessions", "names_in", "second_hop", "session_meaning"]

Texts = Callable[[Sequence[int]], Sequence[str]]
"""The texts of entries by their seqs."""

_HOP_FROM: Final = 5
_HOP_NAMES: Final = 8
_RARE_SHARE: Final = 50
_RARE: Final = 10
"""A name links if it stands in at most ten rows, or one row in fifty: what is named everywhere links nothing."""
_SESSION_ROWS: Final = 50


def linked_sessions(index: IndexReader, columns: Columns, scores: Scores) -> Scores | None:
    """Z-score / 4 of each session's mean closeness to the best row's session: a project runs through sessions that resemble each other.

    None if the best row is a memory, or there is only one session.
    """
    best = int(np.argmax(scores))
    session = columns.session[best]
    if not session:
        return None
    rows = np.flatnonzero(columns.session == session)
    return session_meaning(columns, index.similarities(index.centre(rows[:_SESSION_ROWS])))


def session_meaning(columns: Columns, cosines: Scores) -> Scores | None:
    """Z-score / 4 of how close in meaning each row's session is to the question, on the mean of its turns: the gist of a session.

    0 for memories; None if there is only one session.
    """
    counts = np.bincount(columns.session).astype(np.float32)
    counts[:1] = 0
    return _by_session(columns, np.bincount(columns.session, cosines, len(counts)) / np.maximum(counts, 1), counts)


def _by_session(columns: Columns, closeness: NDArray[np.float64], counts: Scores) -> Scores | None:
    present = np.flatnonzero(counts)
    if len(present) < 2:
        return None
    standard = np.zeros(len(counts), np.float32)
    standard[present] = signals.standardised(closeness[present].astype(np.float32)) / 4
    return standard[columns.session]


def names_in(text: str) -> set[str]:
    """Proper names that a text holds, as words of the index."""
    return {word for name in NAME.findall(text) for word in index_words(name) if word not in STOP_WORDS and len(word) > 2}


def second_hop(index: IndexReader, columns: Columns, question: Question, scores: Scores, texts: Texts) -> Scores | None:
    """1 for the row with the rarest name that the five best rows hold and the question does not; None if they hold none.

    "Where did the friend go whom Ann met in Bern?": the first hop finds who it was, the second where he went.
    """
    first = signals.highest(scores, _HOP_FROM)
    known = set(question.words) | {word for speaker in columns.speakers for word in index_words(speaker.name)}
    names: dict[str, None] = {}
    for text in texts(columns.seq[first].tolist()):
        names |= dict.fromkeys(sorted(names_in(text) - known))
    total = len(columns.seq)
    linked = np.zeros(total, np.float32)
    for posting in index.postings(list(names)[:_HOP_NAMES]):
        if len(posting.rows) <= max(_RARE, total // _RARE_SHARE):
            linked[posting.rows] = np.maximum(linked[posting.rows], signals.rarity(total, len(posting.rows)))
    linked[first] = 0
    best = float(linked.max(initial=0))
    return linked / np.float32(best) if best else None
