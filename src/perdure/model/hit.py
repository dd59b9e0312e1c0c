"""What recall gives back, with its reasons."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from perdure.model.memory import Kind

__all__ = ["Hit", "Why"]

_PHRASES = {
    "keyword": "shares rare words with the question",
    "neighbours": "stands beside turns that share words with the question",
    "session": "its session is about the question's words",
    "semantic": "means something close to the question",
    "semantic_neighbours": "stands among turns of close meaning",
    "session_meaning": "its session means something close to the question",
    "statement": "what it states fits the question",
    "speaker": "said by the one the question is about",
    "said_then": "said at the time the question names",
    "happened_then": "speaks of the time the question names",
    "question_mark": "is itself a short question",
    "answer_form": "holds the kind of thing that is asked for",
    "name": "holds a proper name",
    "brevity": "is long",
    "opening": "opens its session",
    "instruction": "is a standing instruction that fits",
    "preference": "says what the user prefers",
    "session_recency": "belongs to a recent session",
    "linked_sessions": "its session resembles the best one",
    "second_hop": "holds names that the best hits hold",
    "usefulness": "proved useful before",
    "reranker": "answers the question, read closely",
    "history": "shares words with the talk just before",
    "time_word": "speaks of a time, and the question asks when",
    "recency": "said recently",
    "latest": "is the latest of several that could say it",
    "lift": "nothing speaks for any hit",
    "replaced": "was replaced since",
    "rank_keyword": "ranks high by words",
    "rank_semantic": "ranks high by meaning",
    "temporal_weight": "lost weight with age",
}


_LOWERING = frozenset({"brevity", "question_mark", "replaced", "temporal_weight"})
_TELLING = 0.005
_TOLD = 5


def _phrase(name: str, value: float) -> str:
    if value < 0 and name not in _LOWERING:
        return f"less for {name} ({value:+.2f})"
    return f"{_PHRASES.get(name, name)} ({value:+.2f})"


@dataclass(frozen=True, slots=True)
class Why:
    """Each signal's contribution; they sum up to the hit's score. As text, the five that weigh most."""

    signals: Mapping[str, float]

    def __str__(self) -> str:
        telling = [(name, value) for name, value in self.signals.items() if abs(value) >= _TELLING]
        telling.sort(key=lambda signal: -abs(signal[1]))
        phrases = [_phrase(name, value) for name, value in telling[:_TOLD]]
        rest = sum(value for _, value in telling[_TOLD:])
        return "; ".join([*phrases, f"{len(telling) - _TOLD} more ({rest:+.2f})"] if telling[_TOLD:] else phrases)


@dataclass(frozen=True, slots=True)
class Hit:
    """One recalled turn or memory.

    `sources` are the ids of the turns that it rests on: the turn itself, or those a memory came from. With the default recipe the
    best hit's score is how sure recall is that the answer is there, between 0 and 1, and the others' are in proportion; those of
    plain recipes compare hits of one call only. `valid_until` is when something replaced a memory's version, None while it holds.
    """

    id: str
    kind: Kind
    text: str
    score: float
    said_at: datetime
    speaker: str | None
    session_id: str | None
    thread_id: str | None
    sources: tuple[str, ...]
    why: Why
    metadata: Mapping[str, Any] = field(default_factory=dict[str, Any])
    valid_until: datetime | None = None
