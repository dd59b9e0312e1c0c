"""The signals of recall, each a vectorised function over the columns of one user. Shapes: one value a row."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from perdure.model.memory import Kind
from perdure.model.turn import Role
from perdure.ports.index import KINDS, ROLES, Columns, Flag, Posting
from perdure.recall.question import Question
from perdure.timex.dates import DateMention

__all__ = [
    "Scores",
    "bm25",
    "damping",
    "date_match",
    "neighbours",
    "question_marks",
    "recency",
    "session_prior",
    "speaker_match",
    "standardised",
    "temporal_weight",
    "time_words",
]

Scores = NDArray[np.float32]

# Robertson and Zaragoza: The Probabilistic Relevance Framework (2009); the usual constants, also those of FTS5.
_K1: Final = 1.2
_B: Final = 0.75
_FULL_VOICE: Final = 60
"""Words up to which a turn counts fully in its neighbours' scores: a long answer is about itself."""
_SHORT: Final = 30
_STATEMENT_RECENCY: Final = np.float32(10)
_DAY_MICROS: Final = 86_400_000_000
_USUAL_SPREAD: Final = 0.06
"""Standard deviation of a question's cosines, as seen on three conversation sets."""
_SEEN_BEFORE: Final = 10


def _saturated(count: Scores, length: Scores, mean: float) -> Scores:
    saturated = count * (_K1 + 1) / (count + _K1 * (1 - _B + _B * length / mean))
    return saturated.astype(np.float32, copy=False)


def _rarity(documents: float, containing: float) -> float:
    return float(np.log1p((documents - containing + 0.5) / (containing + 0.5)))


def bm25(columns: Columns, postings: Sequence[Posting]) -> Scores:
    """BM25 of every row."""
    rows = len(columns.seq)
    scores = np.zeros(rows, np.float32)
    mean = max(float(columns.terms.mean()), 1.0) if rows else 1.0
    for posting in postings:
        scores[posting.rows] += _rarity(rows, len(posting.rows)) * _saturated(posting.counts, columns.terms[posting.rows], mean)
    return scores


def session_prior(columns: Columns, postings: Sequence[Posting], own: Scores) -> Scores:
    """BM25 of each row's session as one document, between 0 and 1.

    A memory is a session of its own: its prior is its own share of the best row's score.
    """
    best = float(own.max(initial=0))
    if not best:
        return own
    lengths = np.bincount(columns.session, columns.terms).astype(np.float32)
    lengths[0] = 0
    sessions = int(np.count_nonzero(lengths))
    scores = np.zeros(len(lengths), np.float32)
    if sessions:
        mean = float(lengths.sum()) / sessions
        for posting in postings:
            counts = np.bincount(columns.session[posting.rows], posting.counts, len(lengths)).astype(np.float32)
            counts[0] = 0
            scores += _rarity(sessions, int(np.count_nonzero(counts))) * _saturated(counts, lengths, mean)
        scores /= max(float(scores.max()), 1e-9)
    prior = scores[columns.session]
    alone = columns.session == 0
    prior[alone] = own[alone] / best
    return prior


def damping(columns: Columns) -> Scores:
    """How much of its score a row lends to its neighbours, and takes from them."""
    return np.minimum(1, _FULL_VOICE / np.maximum(columns.length, 1))


def neighbours(columns: Columns, scores: Scores, damp: Scores, before: float, after: float) -> Scores:
    """What each row gains from the turns before and after it in its session: an answer stands beside its question."""
    gain = np.zeros(len(scores), np.float32)
    here = np.flatnonzero(columns.previous >= 0)
    there = columns.previous[here]
    lent = damp * scores
    gain[here] = before * damp[here] * lent[there]
    gain[there] += after * damp[there] * lent[here]
    return gain


def standardised(scores: Scores, usual_spread: float = _USUAL_SPREAD) -> Scores:
    """Z-scores that few rows cannot blow up.

    The spread is estimated as if ten rows of the usual spread had been seen before, and never taken below a third of it: two
    memories that differ by a hair are no reason to tell them apart, and cosines are exact within .01 only.
    """
    if not len(scores):
        return scores
    rows = len(scores)
    spread = np.sqrt((rows * float(scores.var()) + _SEEN_BEFORE * usual_spread**2) / (rows + _SEEN_BEFORE))
    return (scores - scores.mean()) / np.float32(max(spread, usual_spread / 3))


def speaker_match(columns: Columns, question: Question) -> Scores | None:
    """+1 for whom the question is about, -1 for others; a bonus, never a filter.

    Among peers, if exactly one of them is named. Between user and assistant, users are believed about themselves; "what did you
    recommend" turns that round at half weight.
    """
    users = ROLES.index(Role.USER)
    if question.peers:
        if len(question.named) != 1:
            return None
        codes = [code for code, speaker in enumerate(columns.speakers) if speaker.name == question.named[0]]
        match = np.where(np.isin(columns.speaker, codes), np.float32(1), np.float32(-1))
        match[columns.session == 0] = 0
        return match
    if question.asks_assistant:
        return np.where(columns.role == ROLES.index(Role.ASSISTANT), np.float32(0.5), np.float32(0))
    return (columns.role == users).astype(np.float32)


def date_match(columns: Columns, dates: Sequence[DateMention]) -> Scores | None:
    """1 for rows said when the question names, .5 for the right month but another day."""
    if not dates:
        return None
    days = (columns.said_at // _DAY_MICROS).astype("datetime64[D]")
    months = days.astype("datetime64[M]")
    month_of_year = months.astype(np.int64) % 12 + 1
    best = np.zeros(len(days), np.float32)
    for date in dates:
        match = month_of_year == date.month
        if date.year:
            match &= months.astype("datetime64[Y]").astype(np.int64) + 1970 == date.year
        score = match.astype(np.float32)
        if date.day:
            score *= np.where((days - months.astype("datetime64[D]")).astype(np.int64) + 1 == date.day, 1, 0.5)
        best = np.maximum(best, score)
    return best


def question_marks(columns: Columns) -> Scores:
    """1 for short turns that ask: a question rarely answers one."""
    asks = (columns.flags & Flag.QUESTION > 0) & (columns.length < _SHORT)
    return asks.astype(np.float32)


def time_words(columns: Columns) -> Scores:
    """1 for texts that speak of a time."""
    return (columns.flags & Flag.TIME_WORD > 0).astype(np.float32)


def recency(columns: Columns, now: int) -> Scores:
    """Temporal weight without a floor; ten times as much for memories as for turns.

    Of two statements about a user the later is more likely still true; of two turns about any moment it has no such right, and only
    ties are broken.
    """
    statements = columns.kind != KINDS.index(Kind.TURN)
    return temporal_weight(columns, now, 30, 0.0) * np.where(statements, _STATEMENT_RECENCY, np.float32(1))


def temporal_weight(columns: Columns, now: int, half_life_days: float, floor: float) -> Scores:
    """The guide's decay: half after each half-life, never below the floor; 1 for what lies ahead."""
    age = np.maximum(now - columns.said_at, 0) / _DAY_MICROS
    return np.maximum(np.exp2(-age / half_life_days), floor).astype(np.float32)
