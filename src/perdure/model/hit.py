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
    "speaker": "said by the one the question is about",
    "date": "said at the date the question names",
    "question_mark": "is itself a short question",
    "time_word": "speaks of a time, and the question asks when",
    "recency": "said recently",
    "rank_keyword": "ranks high by words",
    "rank_semantic": "ranks high by meaning",
    "temporal_weight": "lost weight with age",
}


_LOWERING = frozenset({"question_mark", "temporal_weight"})
_TELLING = 0.005


def _phrase(name: str, value: float) -> str:
    if value < 0 and name not in _LOWERING:
        return f"less for {name} ({value:+.2f})"
    return f"{_PHRASES.get(name, name)} ({value:+.2f})"


@dataclass(frozen=True, slots=True)
class Why:
    """Each signal's contribution; they sum up to the hit's score."""

    signals: Mapping[str, float]

    def __str__(self) -> str:
        telling = [(name, value) for name, value in self.signals.items() if abs(value) >= _TELLING]
        return "; ".join(_phrase(name, value) for name, value in sorted(telling, key=lambda signal: -abs(signal[1])))


@dataclass(frozen=True, slots=True)
class Hit:
    """One recalled turn or memory.

    `sources` are the ids of the turns that it rests on: the turn itself, or those a memory came from. Scores compare hits of one
    call, not of different calls.
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
