"""Retrieval metrics of one question, and their means."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, fields
from math import log2
from statistics import fmean
from typing import Final

__all__ = ["BUDGETS", "FIGURES", "HEADLINE", "SHORT_NAMES", "Means", "Measured", "means_of", "measure"]

BUDGETS: Final = (500, 1000, 2000, 4000)


@dataclass(frozen=True, slots=True)
class Measured:
    """One question's figures, each between 0 and 1.

    `recall_at_k`: share of the evidence turns among the first k hits. `mrr`: 1 / rank of the first evidence. `session_recall`: share of the
    evidence's sessions among the first five sessions hit. `within_n`: share of the evidence in the hits that fit into n tokens.
    """

    recall_at_1: float
    recall_at_5: float
    recall_at_10: float
    recall_at_20: float
    mrr: float
    ndcg_at_10: float
    session_recall_at_5: float
    within_500: float
    within_1000: float
    within_2000: float
    within_4000: float


Means = dict[str, float]
SHORT_NAMES: Final = {
    "recall_at_1": "R@1",
    "recall_at_5": "R@5",
    "recall_at_10": "R@10",
    "recall_at_20": "R@20",
    "mrr": "MRR",
    "ndcg_at_10": "nDCG@10",
    "session_recall_at_5": "sess@5",
    "within_500": "T500",
    "within_1000": "T1000",
    "within_2000": "T2000",
    "within_4000": "T4000",
}
"""What each figure is called in tables."""
FIGURES: Final = tuple(field.name for field in fields(Measured))
HEADLINE: Final = ("recall_at_10", "mrr", "within_1000")
"""The figures that are reported with intervals and that comparisons and ablations are made of."""


def _share(found: Iterable[str], evidence: frozenset[str]) -> float:
    return len(evidence.intersection(found)) / len(evidence)


def _ndcg(ranked: Sequence[str], evidence: frozenset[str], depth: int) -> float:
    gain = sum(1 / log2(place + 2) for place, turn in enumerate(ranked[:depth]) if turn in evidence)
    return gain / sum(1 / log2(place + 2) for place in range(min(len(evidence), depth)))


def measure(
    ranked: Sequence[str],
    sessions: Sequence[str],
    packed: Callable[[int], Iterable[str]],
    evidence: frozenset[str],
    evidence_sessions: frozenset[str],
) -> Measured:
    """Figures of one ranking: turn ids and their sessions, best first, and what of them fits a budget. `evidence` must not be empty."""
    first = next((place for place, turn in enumerate(ranked) if turn in evidence), None)
    top_sessions = list(dict.fromkeys(sessions))[:5]
    at = {depth: _share(ranked[:depth], evidence) for depth in (1, 5, 10, 20)}
    within = {budget: _share(packed(budget), evidence) for budget in BUDGETS}
    return Measured(
        recall_at_1=at[1],
        recall_at_5=at[5],
        recall_at_10=at[10],
        recall_at_20=at[20],
        mrr=0.0 if first is None else 1 / (first + 1),
        ndcg_at_10=_ndcg(ranked, evidence, 10),
        session_recall_at_5=_share(top_sessions, evidence_sessions) if evidence_sessions else 0.0,
        within_500=within[500],
        within_1000=within[1000],
        within_2000=within[2000],
        within_4000=within[4000],
    )


def means_of(measured: Sequence[Measured]) -> Means:
    """Mean of each figure; empty if there is nothing to average."""
    if not measured:
        return {}
    listed = [asdict(one) for one in measured]
    return {name: fmean(one[name] for one in listed) for name in listed[0]}
