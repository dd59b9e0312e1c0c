"""The signals of recall, each a vectorised function over the columns of one user. Shapes: one value a row."""

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from perdure.model.memory import Kind
from perdure.model.times import to_micros
from perdure.model.turn import Role
from perdure.ports.index import KINDS, ROLES, Columns, Flag, Posting
from perdure.recall.question import Aim, Question
from perdure.timex.expressions import TimeExpression

__all__ = [
    "Scores",
    "answer_form",
    "bm25",
    "brevity",
    "damping",
    "happened_then",
    "has",
    "highest",
    "instructions",
    "latest",
    "names",
    "neighbours",
    "openings",
    "preferences",
    "question_marks",
    "rarity",
    "recency",
    "said_then",
    "session_prior",
    "session_recency",
    "share_of_best",
    "speaker_match",
    "standardised",
    "statements",
    "temporal_weight",
    "usefulness",
]

Scores = NDArray[np.float32]

# Robertson and Zaragoza: The Probabilistic Relevance Framework (2009); the usual constants, also those of FTS5.
_K1: Final = 1.2
_B: Final = 0.75
_FULL_VOICE: Final = 60
"""Words up to which a turn counts fully in its neighbours' scores: a long answer is about itself."""
_KERNEL: Final = ((0.5, 0.25), (0.3, 0.2))
"""Shares taken from the turns one and two before (first) and after: what was asked before tells more than what follows."""
_SHORT: Final = 30
_SAME_WORDS: Final = 0.5
_SAME_SCORE: Final = 0.7
_BRIEF: Final = 40
"""Words of three sentences: what states something rarely needs more; what is longer is an essay or a paste."""
_DOUBLINGS: Final = 4
_SESSIONS_MEMORY: Final = 15
_FITTING_INSTRUCTIONS: Final = 2
_STATEMENT_RECENCY: Final = np.float32(10)
_DAY_MICROS: Final = 86_400_000_000
_TOLD_AFTER: Final = 3
"""Days by which telling lags behind happening, added to the width of the time named."""
_USUAL_SPREAD: Final = 0.06
"""Standard deviation of a question's cosines, as seen on three conversation sets."""
_OVER: Final = np.float32(3)
"""What holds no longer weighs more against a turn than its own words speak for it, or "I live in Bern" would answer for ever."""
_SEEN_BEFORE: Final = 10


def _saturated(count: Scores, length: Scores, mean: float) -> Scores:
    saturated = count * (_K1 + 1) / (count + _K1 * (1 - _B + _B * length / mean))
    return saturated.astype(np.float32, copy=False)


def rarity(documents: float, containing: float) -> float:
    """BM25's inverse document frequency, never negative."""
    return float(np.log1p((documents - containing + 0.5) / (containing + 0.5)))


def bm25(columns: Columns, postings: Sequence[Posting]) -> Scores:
    """BM25 of every row."""
    rows = len(columns.seq)
    scores = np.zeros(rows, np.float32)
    mean = max(float(columns.terms.mean()), 1.0) if rows else 1.0
    for posting in postings:
        scores[posting.rows] += rarity(rows, len(posting.rows)) * _saturated(posting.counts, columns.terms[posting.rows], mean)
    return scores


def highest(scores: Scores, count: int) -> NDArray[np.int64]:
    """The rows of the highest scores, best first, of equals the earlier; without sorting the rest."""
    if len(scores) <= count:
        return np.argsort(-scores, kind="stable")
    least = np.partition(scores, -count)[-count]
    found = np.flatnonzero(scores >= least)
    return found[np.argsort(-scores[found], kind="stable")][:count]


def share_of_best(scores: Scores) -> Scores:
    """Scores as shares of the highest, so that a long talk weighs no more than a short one."""
    return scores / np.float32(max(float(scores.max(initial=0)), 1e-9))


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
            scores += rarity(sessions, int(np.count_nonzero(counts))) * _saturated(counts, lengths, mean)
        scores /= max(float(scores.max()), 1e-9)
    prior = scores[columns.session]
    alone = columns.session == 0
    prior[alone] = own[alone] / best
    return prior


def damping(columns: Columns) -> Scores:
    """How much of its score a row lends to its neighbours, and takes from them."""
    return np.minimum(1, _FULL_VOICE / np.maximum(columns.length, 1))


def neighbours(columns: Columns, scores: Scores, damp: Scores) -> Scores:
    """What each row gains from up to two turns before and after it in its session: an answer stands beside its question."""
    gain = np.zeros(len(scores), np.float32)
    lent = damp * scores
    here = np.flatnonzero(columns.previous >= 0)
    there = columns.previous[here]
    for before, after in _KERNEL:
        gain[here] += before * lent[there]
        gain[there] += after * lent[here]
        further = columns.previous[there]
        kept = further >= 0
        here, there = here[kept], further[kept]
    gain *= damp
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
    if question.aim is Aim.OVERVIEW:
        return None  # both sides of a development are wanted
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


def said_then(columns: Columns, times: Sequence[TimeExpression]) -> Scores | None:
    """1 for rows said at a time the question names, less the longer before or after, scaled down by how many rows match.

    What happened is told after it happened, so it fades slowly afterwards and fast before. A time in which half of everything
    was said tells half as much.
    """
    if not times:
        return None
    best = np.zeros(len(columns.seq), np.float32)
    for time in times:
        start, stop = to_micros(time.start), to_micros(time.stop)
        width = max(stop - start, _DAY_MICROS)
        after = np.maximum(columns.said_at - stop, 0) / (width + _TOLD_AFTER * _DAY_MICROS)
        before = np.maximum(start - columns.said_at, 0) / (width / 4)
        best = np.maximum(best, np.exp(-after - before).astype(np.float32))
    return best * (1 - best.mean())


def happened_then(columns: Columns, times: Sequence[TimeExpression]) -> Scores | None:
    """1 for rows that speak of a time the question names, less if they speak of a wider one."""
    if not times:
        return None
    best = np.zeros(len(columns.seq), np.float32)
    spans = np.maximum(columns.happened_until - columns.happened_from, 1)
    for time in times:
        start, stop = to_micros(time.start), to_micros(time.stop)
        meets = (columns.happened_until > start) & (columns.happened_from < stop) & (columns.happened_until > 0)
        best = np.maximum(best, np.where(meets, np.minimum(1, (stop - start) / spans), 0).astype(np.float32))
    return best * (1 - best.mean())


def question_marks(columns: Columns) -> Scores:
    """1 for short turns that ask: a question rarely answers one."""
    asks = (columns.flags & Flag.QUESTION > 0) & (columns.length < _SHORT)
    return asks.astype(np.float32)


def answer_form(columns: Columns, question: Question) -> Scores | None:
    """1 for rows that hold what kind of thing is asked for: a number for "how many", a proper name for "who" or "which book"."""
    if question.asks_number:
        return has(columns, Flag.NUMBER)
    return has(columns, Flag.NAME) if question.asks_name else None


def has(columns: Columns, flag: int) -> Scores:
    """1 for rows with the flag."""
    return (columns.flags & flag > 0).astype(np.float32)


def names(columns: Columns) -> Scores:
    """1 for turns that hold a proper name: they tell something, where chit-chat holds none. A memory tells something anyway."""
    return has(columns, Flag.NAME) * (columns.session > 0)


def brevity(columns: Columns) -> Scores:
    """0 up to 40 words, -1 at sixteen times as many: of a long text little concerns any one question."""
    doublings = np.log2(np.maximum(columns.length / _BRIEF, 1))
    return (-doublings / _DOUBLINGS).astype(np.float32)


def latest(columns: Columns, keyword: Scores, scores: Scores) -> Scores | None:
    """From 0 for the first to 1 for the last said of the rows that could state what is asked; None if there is nothing to choose.

    Those are the user's own rows, no short questions, with at least half of the best keyword score and seven tenths of the best
    score: statements of the same thing, of which a later one replaces an earlier.
    """
    own = (columns.role == ROLES.index(Role.USER)) & (question_marks(columns) == 0)
    rows = np.flatnonzero(own & (keyword >= _SAME_WORDS * keyword.max()) & (scores >= _SAME_SCORE * scores.max()))
    # Turns of one time were said one after the other; memories of one time are equally late.
    moments, order = np.unique(columns.said_at[rows] + np.where(columns.session[rows] > 0, rows, 0), return_inverse=True)
    if len(moments) < 2:
        return None
    rank = np.zeros(len(scores), np.float32)
    rank[rows] = order / np.float32(len(moments) - 1)
    return rank


def statements(columns: Columns, relevance: Scores, now: int) -> Scores | None:
    """By how much the best statement read out of a turn fits better than the turn itself; below 0 if that one holds no longer.

    A long turn says many things, and one of them in other words than its own: the statement knows who "I" is and what it is about.
    None if nothing was read out of any turn.
    """
    derived = np.flatnonzero(columns.credit > 0)
    places = np.searchsorted(columns.seq, columns.credit[derived])
    present = places < len(columns.seq)
    present[present] = columns.seq[places[present]] == columns.credit[derived[present]]
    derived, places = derived[present], places[present]
    if not len(derived):
        return None
    order = np.argsort(relevance[derived], kind="stable")
    derived, places = derived[order], places[order]
    best = np.full(len(relevance), -1, np.int64)
    best[places] = derived  # of several the last, which is the best, remains
    turns = np.flatnonzero(best >= 0)
    gain = np.maximum(relevance[best[turns]] - relevance[turns], 0)
    over = columns.valid_until[best[turns]] <= now
    found = np.zeros(len(relevance), np.float32)
    found[turns] = np.where(over, -_OVER * np.maximum(relevance[best[turns]], 0), gain)
    return found


def usefulness(columns: Columns, useful: Mapping[int, float]) -> Scores:
    """How useful a row proved before, from -1 to 1; what a statement proved counts for the turn it speaks for."""
    found = np.zeros(len(columns.seq), np.float32)
    seqs = np.fromiter(useful, np.int64, len(useful))
    rows = np.searchsorted(columns.seq, seqs)
    for seq, row in zip(seqs.tolist(), rows.tolist(), strict=True):
        if row < len(columns.seq) and columns.seq[row] == seq:
            found[row] = useful[seq]
    return found


def openings(columns: Columns) -> Scores:
    """1 for the first turn of a session: it says what the session is about, or brings the news."""
    return ((columns.previous < 0) & (columns.session > 0)).astype(np.float32)


def instructions(columns: Columns, relevance: Scores) -> Scores:
    """1 for the two standing instructions of the user that fit the question best: they hold for every answer they concern."""
    fitting = np.zeros(len(relevance), np.float32)
    own = (columns.flags & Flag.INSTRUCTION > 0) & (columns.role == ROLES.index(Role.USER))
    found = np.flatnonzero((own | (columns.kind == KINDS.index(Kind.DIRECTIVE))) & (columns.credit == 0))
    fitting[found[highest(relevance[found], _FITTING_INSTRUCTIONS)]] = 1
    return fitting


def preferences(columns: Columns, relevance: Scores) -> Scores:
    """1 for what the user said to prefer, unless it is clearly beside the point: advice has to heed it."""
    own = (columns.flags & Flag.PREFERENCE > 0) & (columns.role == ROLES.index(Role.USER))
    fitting = relevance > relevance.mean() - relevance.std() / 2
    return ((own | (columns.kind == KINDS.index(Kind.PREFERENCE))) & fitting).astype(np.float32)


def session_recency(columns: Columns) -> Scores:
    """exp(-k / 15) for rows of the session after which k other sessions had their last turn; 0 for memories."""
    last = np.zeros(int(columns.session.max(initial=0)) + 1, np.int64)
    last[columns.session] = columns.said_at  # rows stand in order, so the last of each session remains
    present = np.unique(columns.session[columns.session > 0])
    later = np.zeros(len(last), np.float32)
    later[present[np.argsort(last[present], kind="stable")]] = np.arange(len(present))[::-1]
    return np.where(columns.session > 0, np.exp(-later / _SESSIONS_MEMORY)[columns.session], 0).astype(np.float32)


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
