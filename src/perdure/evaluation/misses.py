"""Why evidence was missed: what outranked it, by which signal, and what that says over many questions."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from perdure.evaluation.answers import Answer, Candidate, Miss
from perdure.evaluation.packing import turn_of
from perdure.model.hit import Hit

__all__ = ["MissTable", "SignalCount", "explain_miss", "instructive", "miss_as_json", "miss_table"]

TOP: Final = 10
"""A question counts as missed if no evidence is this high."""
_NOISE: Final = 1e-6


def _candidate(hit: Hit, rank: int, evidence: frozenset[str]) -> Candidate:
    turn = turn_of(hit)
    said = f"{hit.said_at:%Y-%m-%d}"
    return Candidate(turn, rank, hit.score, hit.speaker or "", said, hit.text, dict(hit.why.signals), turn in evidence)


def explain_miss(hits: Sequence[Hit], evidence: frozenset[str], texts: Mapping[str, str]) -> Miss:
    """Compare evidence with the first ten hits. `hits` go as deep as recall does, with reasons; `texts` has every turn by id."""
    ranks = {turn_of(hit): rank for rank, hit in reversed(list(enumerate(hits, 1)))}
    found = sorted(rank for turn, rank in ranks.items() if turn in evidence)
    lost = [Candidate(turn, None, 0.0, "", "", texts.get(turn, ""), {}, evidence=True) for turn in sorted(evidence - ranks.keys())]
    above = tuple(_candidate(hit, rank, evidence) for rank, hit in enumerate(hits[:TOP], 1))
    reached = [_candidate(hits[rank - 1], rank, evidence) for rank in found]
    if not reached:
        return Miss((*lost,), above, {}, (), no_common_word=False)
    best = reached[0]
    names = sorted(set(best.signals).union(*(hit.signals for hit in above)))
    against = {name: sum(hit.signals.get(name, 0.0) for hit in above) / len(above) - best.signals.get(name, 0.0) for name in names}
    return Miss((*reached, *lost), above, against, _rescuers(hits, best, names), _no_common_word(best))


def _rescuers(hits: Sequence[Hit], best: Candidate, names: Sequence[str]) -> tuple[str, ...]:
    """Signals without which the evidence would be high enough: scores are sums, so one can be taken out again."""
    scores = np.array([hit.score for hit in hits])
    found: list[str] = []
    for name in names:
        without = scores - np.array([hit.why.signals.get(name, 0.0) for hit in hits])
        own = best.score - best.signals.get(name, 0.0)
        if np.count_nonzero(without > own + _NOISE) < TOP:
            found.append(name)
    return tuple(found)


def _no_common_word(best: Candidate) -> bool:
    return not any(value > _NOISE for name, value in best.signals.items() if name in ("keyword", "rank_keyword"))


@dataclass(frozen=True, slots=True)
class SignalCount:
    """How often a signal spoke most against the evidence, and how often leaving it out would have brought the evidence up."""

    signal: str
    decided: int
    rescues: int


@dataclass(frozen=True, slots=True)
class MissTable:
    """The misses of one type; `near`: the evidence is at rank 11 to 20."""

    type: str
    questions: int
    missed: int
    near: int
    no_common_word: int
    signals: tuple[SignalCount, ...]


def _count(kind: str, answers: Sequence[Answer]) -> MissTable:
    misses = [answer.miss for answer in answers if answer.miss is not None]
    decided = Counter(miss.decided_by for miss in misses if miss.decided_by is not None)
    rescues = Counter(name for miss in misses for name in miss.rescuers)
    names = sorted(decided.keys() | rescues.keys(), key=lambda name: (-decided[name], -rescues[name], name))
    return MissTable(
        kind,
        len(answers),
        len(misses),
        sum((miss.evidence[0].rank or 2 * TOP + 1) <= 2 * TOP for miss in misses),
        sum(miss.no_common_word for miss in misses),
        tuple(SignalCount(name, decided[name], rescues[name]) for name in names),
    )


def miss_table(answers: Iterable[Answer]) -> list[MissTable]:
    """Which signals decide against evidence: all questions that are counted, then each type."""
    types: dict[str, list[Answer]] = defaultdict(list)
    for answer in answers:
        if answer.counted:
            types[answer.type].append(answer)
    everything = [answer for listed in types.values() for answer in listed]
    return [_count("all", everything), *(_count(kind, types[kind]) for kind in sorted(types))] if everything else []


def instructive(answers: Iterable[Answer], count: int) -> list[Answer]:
    """The misses to read first: types take turns, and within a type those where least would have helped come first."""
    types: dict[str, list[Answer]] = defaultdict(list)
    for answer in answers:
        if answer.counted and answer.miss is not None:
            types[answer.type].append(answer)
    for listed in types.values():
        listed.sort(key=lambda answer: answer.miss.evidence[0].rank or 10**9 if answer.miss else 0)
    order = sorted(((place, kind) for kind, listed in types.items() for place in range(len(listed))))
    return [types[kind][place] for place, kind in order[:count]]


def _candidate_as_json(candidate: Candidate) -> dict[str, Any]:
    signals = {name: round(value, 4) for name, value in candidate.signals.items()}
    return {
        "turn": candidate.turn,
        "rank": candidate.rank,
        "score": round(candidate.score, 4) if candidate.rank is not None else None,
        "speaker": candidate.speaker,
        "said": candidate.said,
        "text": candidate.text,
        "signals": signals,
        "evidence": candidate.evidence,
    }


def miss_as_json(answer: Answer) -> dict[str, Any]:
    """One missed question as plain data."""
    miss = answer.miss
    if miss is None:
        return {}
    return {
        "conversation": answer.conversation,
        "question_id": answer.question,
        "type": answer.type,
        "question": answer.text,
        "evidence": [_candidate_as_json(candidate) for candidate in miss.evidence],
        "above": [_candidate_as_json(candidate) for candidate in miss.above],
        "against": {name: round(value, 4) for name, value in miss.against.items()},
        "decided_by": miss.decided_by,
        "rescuers": list(miss.rescuers),
        "no_common_word": miss.no_common_word,
    }
