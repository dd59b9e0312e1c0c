"""From a question to ranked rows: signals, fusion, filters. No call to a language model, no I/O but the index."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from perdure.model.memory import Kind
from perdure.model.times import FOREVER
from perdure.ports.index import KINDS, Columns, Flag, IndexReader, Posting
from perdure.recall import signals
from perdure.recall.confidence import confidence
from perdure.recall.links import Texts, linked_sessions, second_hop, session_meaning
from perdure.recall.question import Aim, Question
from perdure.recall.recipes import RecallRecipe, Weights
from perdure.recall.signals import Scores

__all__ = ["Filters", "Ranked", "Ranking", "rank"]

_RANKED: Final = 1000
"""How deep reciprocal rank fusion reads each order."""
_SMOOTHED_SPREAD: Final = 1.0
"""Usual spread of z-scores with their neighbours' added."""
_REPLACED: Final = np.float32(0.5)
_LEAST_BEST: Final = 0.1
"""A best row below this is no measure for the others."""
_BEFORE: Final = 1e-4
"""What keeps a row before another, whatever is rounded."""


@dataclass(frozen=True, slots=True)
class Filters:
    """Which rows may be returned. Times are microseconds; `since` is inclusive, `until` exclusive; `at` is the moment of validity.

    `sessions` are index numbers; memories, which belong to no session, are let through for the caller to look at. `replaced` lets
    versions through that were no longer valid at that moment.
    """

    at: int
    as_of: bool = False
    since: int | None = None
    until: int | None = None
    kinds: tuple[Kind, ...] = ()
    sessions: frozenset[int] | None = None
    replaced: bool = False

    def mask(self, columns: Columns) -> NDArray[np.bool_]:
        """True for the rows that may be returned."""
        keep = np.ones(len(columns.seq), bool) if self.replaced else columns.valid_until > self.at
        if self.as_of:
            keep &= columns.valid_from <= self.at
        if self.since is not None:
            keep &= columns.said_at >= self.since
        if self.until is not None:
            keep &= columns.said_at < self.until
        if self.kinds:
            keep &= np.isin(columns.kind, [KINDS.index(kind) for kind in self.kinds])
        else:
            # A statement read out of a turn speaks for it; both would say the same twice.
            keep &= columns.credit == 0
        if self.sessions is not None:
            keep &= np.isin(columns.session, [0, *self.sessions])
        return keep


@dataclass(frozen=True, slots=True)
class Ranked:
    """One row with its score and what each signal gave to it."""

    row: int
    seq: int
    kind: Kind
    score: float
    signals: dict[str, float]


class Ranking:
    """All rows scored; the best are taken out one by one, as far as the caller needs."""

    def __init__(self, columns: Columns, parts: dict[str, Scores], weight: Scores | None = None, sure: float | None = None) -> None:
        self._columns = columns
        self._parts = parts
        self._weight = weight
        self._given = (parts, sure)
        self.scores: Scores = _sum(columns, parts)
        if weight is not None:
            self.scores *= weight
        self._at = FOREVER - 1
        self._scale = 1.0
        if sure is not None:
            self._calibrate(sure)

    def _calibrate(self, sure: float) -> None:
        """The best row scores what recall is sure of, the others in proportion: scores compare across questions."""
        best = float(self.scores.max(initial=0, where=self._columns.credit == 0))
        if best < _LEAST_BEST:
            # Nothing speaks for any row; all are lifted alike, so that the best is no measure below the least.
            lift = np.full(len(self.scores), _LEAST_BEST - best, np.float32)
            self._parts = self._parts | {"lift": lift}
            self.scores = self.scores + lift
        self._scale = sure / max(best, _LEAST_BEST)
        self.scores = self.scores * np.float32(self._scale)

    def best(self, filters: Filters, min_score: float | None, batch: int) -> Iterator[Ranked]:
        """Rows from the best down; of equals, the later said first."""
        allowed = np.flatnonzero(filters.mask(self._columns))
        self._at = filters.at
        scores = self.scores[allowed] * self._validity(allowed)
        if min_score is not None:
            allowed, scores = allowed[scores >= min_score], scores[scores >= min_score]
        taken = 0
        while taken < len(allowed):
            depth = min(max(batch, 2 * taken), len(allowed))
            order = _top(scores, self._columns.said_at[allowed], depth)
            for place in order[taken:].tolist():
                yield self._ranked(int(allowed[place]), float(scores[place]))
            taken = depth

    def blended(self, name: str, rows: NDArray[np.int64], values: Scores, beyond: Sequence[int]) -> "Ranking":
        """The same with one more signal: `values` for `rows`, which come to stand as low as before the rows `beyond` and no lower."""
        parts, sure = self._given
        plain = _sum(self._columns, parts)
        factor = self._validity(np.arange(len(plain)))
        if self._weight is not None:
            factor = factor * self._weight
        part = np.zeros(len(plain), np.float32)
        part[rows] = values
        for row in beyond:
            least = plain[row] * factor[row] + np.float32(_BEFORE)
            part[rows] = np.maximum(part[rows], least / factor[rows] - plain[rows])
        return Ranking(self._columns, parts | {name: part}, self._weight, sure)

    def _validity(self, rows: NDArray[np.int64]) -> Scores:
        """Half for versions that something replaced: what holds comes first."""
        return np.where(self._columns.valid_until[rows] > self._at, np.float32(1), _REPLACED)

    def _ranked(self, row: int, score: float) -> Ranked:
        parts = {name: float(part[row]) * self._scale for name, part in self._parts.items()}
        weighted = float(self.scores[row])
        if self._weight is not None:
            parts["temporal_weight"] = weighted - sum(parts.values())
        if score != weighted:
            parts["replaced"] = score - weighted
        return Ranked(row, int(self._columns.seq[row]), KINDS[int(self._columns.kind[row])], score, parts)


def _sum(columns: Columns, parts: Mapping[str, Scores]) -> Scores:
    total = np.zeros(len(columns.seq), np.float32)
    for part in parts.values():
        total += part
    return total


def _top(scores: Scores, said_at: NDArray[np.int64], depth: int) -> NDArray[np.int64]:
    """Places of the highest scores, in order. Everything that ties with the last is sorted too, so batches do not overlap."""
    if depth < len(scores):
        least = np.partition(scores, len(scores) - depth)[len(scores) - depth]
        candidates = np.flatnonzero(scores >= least)
    else:
        candidates = np.arange(len(scores))
    order = np.lexsort((candidates, -said_at[candidates], -scores[candidates]))
    return candidates[order][:depth]


def rank(
    index: IndexReader,
    question: Question,
    vector: NDArray[np.float32] | None,
    recipe: RecallRecipe,
    *,
    now: int,
    semantic_weight: float,
    texts: Texts,
    useful: Mapping[int, float] | None = None,
) -> Ranking:
    """Score every row of the index.

    `vector` is the question's embedding, None where there is none (keyword search alone); `semantic_weight` is the embedder's;
    `texts` reads rows, for the second hop; `useful` says by seq how useful something proved, from -1 to 1.
    """
    columns = index.columns()
    if not len(columns.seq):
        return Ranking(columns, {})
    postings = index.postings(question.words) if question.words else []
    cosines = index.similarities(vector) if vector is not None else None
    weight = None
    if recipe.half_life_days is not None:
        weight = signals.temporal_weight(columns, now, recipe.half_life_days, recipe.weight_floor)
    weights = recipe.continuing if question.aim is Aim.CONTINUATION else recipe.asking
    if recipe.fusion == "rank":
        return Ranking(columns, _rank_parts(columns, postings, cosines, weights, recipe.rank_constant), weight)
    parts = _keyword_parts(columns, postings, weights)
    if cosines is not None:
        parts |= _semantic_parts(columns, cosines, weights, semantic_weight)
    if weights.statement and (spoken := signals.statements(columns, _relevance(columns, parts), now)) is not None:
        parts["statement"] = np.float32(weights.statement) * spoken
    parts |= _standing(columns, question, weights, parts)
    parts |= _circumstances(columns, question, weights, now)
    if weights.history and question.talk:
        parts["history"] = np.float32(weights.history) * signals.share_of_best(signals.bm25(columns, index.postings(question.talk)))
    if weights.usefulness and useful:
        parts["usefulness"] = np.float32(weights.usefulness) * signals.usefulness(columns, useful)
    # What is found leads on from turns, not from statements read out of them.
    first = np.where(columns.credit == 0, _sum(columns, parts), np.float32(-np.inf))
    parts |= _linked(index, question, weights, parts, first, texts)
    sure = confidence(question, postings, cosines, _sum(columns, parts), parts) if recipe.read else None
    return Ranking(columns, parts, weight, sure)


def _keyword_parts(columns: Columns, postings: Sequence[Posting], weights: Weights) -> dict[str, Scores]:
    if not weights.keyword or not postings:
        return {}
    own = signals.bm25(columns, postings)
    parts: dict[str, Scores] = {}
    scale = float(own.max())
    if weights.neighbours:
        gain = signals.neighbours(columns, own, signals.damping(columns))
        scale = float((own + gain).max())
        parts["neighbours"] = gain * np.float32(weights.neighbours / max(scale, 1e-9))
    parts["keyword"] = own * np.float32(weights.keyword / max(scale, 1e-9))
    if weights.session:
        parts["session"] = np.float32(weights.session) * signals.session_prior(columns, postings, own)
    return parts


def _semantic_parts(columns: Columns, cosines: Scores, weights: Weights, own_weight: float) -> dict[str, Scores]:
    if not weights.semantic:
        return {}
    own = signals.standardised(cosines)
    parts = {"semantic": np.float32(weights.semantic * own_weight / 4) * own}
    if weights.session_meaning and (gist := session_meaning(columns, cosines)) is not None:
        parts["session_meaning"] = np.float32(weights.session_meaning) * gist
    if weights.semantic_neighbours:
        gain = signals.neighbours(columns, own, signals.damping(columns))
        parts["semantic_neighbours"] = np.float32(weights.semantic_neighbours / 4) * signals.standardised(own + gain, _SMOOTHED_SPREAD)
    return parts


def _relevance(columns: Columns, parts: Mapping[str, Scores]) -> Scores:
    """How well a row's own words and meaning fit."""
    return _sum(columns, {name: parts[name] for name in ("keyword", "semantic") if name in parts})


def _standing(columns: Columns, question: Question, weights: Weights, parts: Mapping[str, Scores]) -> dict[str, Scores]:
    """What the user wants to be heeded whenever it concerns the matter at hand."""
    found: dict[str, Scores] = {}
    if question.peers or question.aim is Aim.OVERVIEW:
        return found
    relevance = _relevance(columns, parts)
    if weights.instruction:
        found["instruction"] = np.float32(weights.instruction) * signals.instructions(columns, relevance)
    if weights.preference and question.aim in (Aim.REQUEST, Aim.CONTINUATION):
        found["preference"] = np.float32(weights.preference) * signals.preferences(columns, relevance)
    return found


def _circumstances(columns: Columns, question: Question, weights: Weights, now: int) -> dict[str, Scores]:
    """What speaks for a row beside its words: who said it, when, where in the talk, and in what form."""
    parts: dict[str, Scores] = {}

    def add(name: str, weight: float, signal: Callable[[], Scores | None]) -> None:
        if weight and (scores := signal()) is not None:
            parts[name] = np.float32(weight) * scores

    add("speaker", weights.speaker, lambda: signals.speaker_match(columns, question))
    add("said_then", weights.said_then, lambda: signals.said_then(columns, question.times))
    add("happened_then", weights.happened_then, lambda: signals.happened_then(columns, question.times))
    add("time_word", weights.time_word * question.asks_when, lambda: signals.has(columns, Flag.TIME_WORD))
    add("answer_form", weights.answer_form, lambda: signals.answer_form(columns, question))
    add("name", weights.name, lambda: signals.names(columns))
    add("question_mark", -weights.question_mark * question.peers, lambda: signals.question_marks(columns))
    add("brevity", weights.brevity, lambda: signals.brevity(columns))
    add("opening", weights.opening, lambda: signals.openings(columns))
    add("recency", weights.recency, lambda: signals.recency(columns, now))
    add("session_recency", weights.session_recency, lambda: signals.session_recency(columns))
    return parts


def _linked(
    index: IndexReader, question: Question, weights: Weights, parts: Mapping[str, Scores], first: Scores, texts: Texts
) -> dict[str, Scores]:
    """What is found from what was found; `first` are the sums of `parts`."""
    found: dict[str, Scores] = {}
    columns = index.columns()
    asks_one = question.asks_current and question.aim is Aim.PAST and not question.peers
    if weights.latest and asks_one and "keyword" in parts and (rank := signals.latest(columns, parts["keyword"], first)) is not None:
        found["latest"] = np.float32(weights.latest) * rank
    if weights.linked_sessions and "semantic" in parts and (linked := linked_sessions(index, columns, first)) is not None:
        found["linked_sessions"] = np.float32(weights.linked_sessions) * linked
    if weights.second_hop and (linked := second_hop(index, columns, question, first, texts)) is not None:
        found["second_hop"] = np.float32(weights.second_hop) * linked
    return found


def _rank_parts(
    columns: Columns, postings: Sequence[Posting], cosines: Scores | None, weights: Weights, constant: int
) -> dict[str, Scores]:
    parts: dict[str, Scores] = {}
    if postings and weights.keyword:
        parts["rank_keyword"] = _reciprocal(columns, signals.bm25(columns, postings), constant, positive=True)
    if cosines is not None and weights.semantic:
        parts["rank_semantic"] = _reciprocal(columns, cosines, constant, positive=False)
    return parts


def _reciprocal(columns: Columns, scores: Scores, constant: int, *, positive: bool) -> Scores:
    """1 / (constant + rank), ranks from 0, for the highest `_RANKED` rows."""
    order = _top(scores, columns.said_at, min(_RANKED, len(scores)))
    if positive:
        order = order[scores[order] > 0]
    ranks = np.zeros(len(scores), np.float32)
    ranks[order] = 1 / (constant + np.arange(len(order), dtype=np.float32))
    return ranks
