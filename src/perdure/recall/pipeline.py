"""From a question to ranked rows: signals, fusion, filters. No call to a language model, no I/O but the index."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from perdure.model.memory import Kind
from perdure.ports.index import KINDS, Columns, IndexReader, Posting
from perdure.recall import signals
from perdure.recall.question import Question
from perdure.recall.recipes import RecallRecipe
from perdure.recall.signals import Scores

__all__ = ["Filters", "Ranked", "Ranking", "rank"]

_RANKED: Final = 1000
"""How deep reciprocal rank fusion reads each order."""
_SMOOTHED_SPREAD: Final = 1.0
"""Usual spread of z-scores with their neighbours' added."""


@dataclass(frozen=True, slots=True)
class Filters:
    """Which rows may be returned. Times are microseconds; `since` is inclusive, `until` exclusive; `at` is the moment of validity.

    `sessions` are index numbers; memories, which belong to no session, are let through for the caller to look at.
    """

    at: int
    as_of: bool = False
    since: int | None = None
    until: int | None = None
    kinds: tuple[Kind, ...] = ()
    sessions: frozenset[int] | None = None

    def mask(self, columns: Columns) -> NDArray[np.bool_]:
        """True for the rows that may be returned."""
        keep = columns.valid_until > self.at
        if self.as_of:
            keep &= columns.valid_from <= self.at
        if self.since is not None:
            keep &= columns.said_at >= self.since
        if self.until is not None:
            keep &= columns.said_at < self.until
        if self.kinds:
            keep &= np.isin(columns.kind, [KINDS.index(kind) for kind in self.kinds])
        if self.sessions is not None:
            keep &= np.isin(columns.session, [0, *self.sessions])
        return keep


@dataclass(frozen=True, slots=True)
class Ranked:
    """One row with its score and what each signal gave to it."""

    seq: int
    kind: Kind
    score: float
    signals: dict[str, float]


class Ranking:
    """All rows scored; the best are taken out one by one, as far as the caller needs."""

    def __init__(self, columns: Columns, parts: dict[str, Scores], weight: Scores | None) -> None:
        self._columns = columns
        self._parts = parts
        self._weight = weight
        self.scores: Scores = np.zeros(len(columns.seq), np.float32)
        for part in parts.values():
            self.scores += part
        if weight is not None:
            self.scores *= weight

    def best(self, filters: Filters, min_score: float | None, batch: int) -> Iterator[Ranked]:
        """Rows from the best down; of equals, the later said first."""
        allowed = np.flatnonzero(filters.mask(self._columns))
        scores = self.scores[allowed]
        if min_score is not None:
            allowed, scores = allowed[scores >= min_score], scores[scores >= min_score]
        taken = 0
        while taken < len(allowed):
            depth = min(max(batch, 2 * taken), len(allowed))
            order = _top(scores, self._columns.said_at[allowed], depth)
            for place in order[taken:].tolist():
                yield self._ranked(int(allowed[place]))
            taken = depth

    def _ranked(self, row: int) -> Ranked:
        parts = {name: float(part[row]) for name, part in self._parts.items()}
        if self._weight is not None:
            parts["temporal_weight"] = float(self.scores[row]) - sum(parts.values())
        return Ranked(int(self._columns.seq[row]), KINDS[int(self._columns.kind[row])], float(self.scores[row]), parts)


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
) -> Ranking:
    """Score every row of the index.

    `vector` is the question's embedding, None where there is none (keyword search alone); `semantic_weight` is the embedder's.
    """
    columns = index.columns()
    if not len(columns.seq):
        return Ranking(columns, {}, None)
    postings = index.postings(question.words) if question.words else []
    cosines = index.similarities(vector) if vector is not None else None
    weight = None
    if recipe.half_life_days is not None:
        weight = signals.temporal_weight(columns, now, recipe.half_life_days, recipe.weight_floor)
    if recipe.fusion == "rank":
        return Ranking(columns, _rank_parts(columns, postings, cosines, recipe), weight)
    parts = _keyword_parts(columns, postings, recipe)
    if cosines is not None:
        parts |= _semantic_parts(columns, cosines, recipe, semantic_weight)
    parts |= _circumstances(columns, question, recipe, now)
    return Ranking(columns, parts, weight)


def _keyword_parts(columns: Columns, postings: Sequence[Posting], recipe: RecallRecipe) -> dict[str, Scores]:
    if not recipe.keyword or not postings:
        return {}
    own = signals.bm25(columns, postings)
    gain = own * 0
    if recipe.neighbour_before or recipe.neighbour_after:
        gain = signals.neighbours(columns, own, signals.damping(columns), recipe.neighbour_before, recipe.neighbour_after)
    scale = recipe.keyword / max(float((own + gain).max()), 1e-9)
    parts = {"keyword": own * np.float32(scale), "neighbours": gain * np.float32(scale)}
    if recipe.session:
        parts["session"] = recipe.session * signals.session_prior(columns, postings, own)
    return parts


def _semantic_parts(columns: Columns, cosines: Scores, recipe: RecallRecipe, own_weight: float) -> dict[str, Scores]:
    weight = own_weight if recipe.semantic is None else recipe.semantic
    if not weight:
        return {}
    own = signals.standardised(cosines)
    parts = {"semantic": np.float32(weight / 4) * own}
    if recipe.semantic_neighbours:
        gain = signals.neighbours(columns, own, signals.damping(columns), recipe.neighbour_before, recipe.neighbour_after)
        parts["semantic_neighbours"] = np.float32(recipe.semantic_neighbours / 4) * signals.standardised(own + gain, _SMOOTHED_SPREAD)
    return parts


def _circumstances(columns: Columns, question: Question, recipe: RecallRecipe, now: int) -> dict[str, Scores]:
    """What speaks for a row beside its words: who said it, when, and in what form."""
    parts: dict[str, Scores] = {}
    if recipe.speaker and (match := signals.speaker_match(columns, question)) is not None:
        parts["speaker"] = np.float32(recipe.speaker) * match
    if recipe.date and (match := signals.date_match(columns, question.dates)) is not None:
        parts["date"] = np.float32(recipe.date) * match
    if recipe.question_mark and question.peers:
        parts["question_mark"] = np.float32(-recipe.question_mark) * signals.question_marks(columns)
    if recipe.time_word and question.asks_when:
        parts["time_word"] = np.float32(recipe.time_word) * signals.time_words(columns)
    if recipe.recency:
        parts["recency"] = np.float32(recipe.recency) * signals.recency(columns, now)
    return parts


def _rank_parts(columns: Columns, postings: Sequence[Posting], cosines: Scores | None, recipe: RecallRecipe) -> dict[str, Scores]:
    parts: dict[str, Scores] = {}
    if postings and recipe.keyword:
        parts["rank_keyword"] = _reciprocal(columns, signals.bm25(columns, postings), recipe.rank_constant, positive=True)
    if cosines is not None and recipe.semantic != 0:
        parts["rank_semantic"] = _reciprocal(columns, cosines, recipe.rank_constant, positive=False)
    return parts


def _reciprocal(columns: Columns, scores: Scores, constant: int, *, positive: bool) -> Scores:
    """1 / (constant + rank), ranks from 0, for the highest `_RANKED` rows."""
    order = _top(scores, columns.said_at, min(_RANKED, len(scores)))
    if positive:
        order = order[scores[order] > 0]
    ranks = np.zeros(len(scores), np.float32)
    ranks[order] = 1 / (constant + np.arange(len(order), dtype=np.float32))
    return ranks
