"""Which running thread a session goes on with, if any.

A session is compared with each thread by the direction of its vectors and by the words they share, rare ones first; what counts most is
how far a thread stands out from the user's other threads, because one person's projects all sound a little alike. Threads that are too old
to be gone on with are compared as well: a session that is closer to one of them belongs to no running thread. First messages that take
something up ("about the tool from last time") need less likeness, those that turn away ("different topic") more.

The measure is a logistic one with round weights, chosen on the 1,026 sessions of RealMem's five people; a free fit to four of them gets
about as much of the fifth right. Told what belonged together so far, it places 91 % of the sessions right, left to itself 85 to 87 %.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import exp, log, sqrt
from statistics import median
from typing import Final

import numpy as np
from numpy.typing import NDArray

from perdure.model.policies_thread import ThreadPolicy
from perdure.threads.taking_up import Opening, opening_of
from perdure.threads.topics import keywords_of, topic_words

__all__ = ["Candidate", "Match", "match_message", "match_session"]

_Vector = NDArray[np.float32]

_COSINE: Final = 3.0
_WORDS: Final = 1.0
_COSINE_ABOVE: Final = 5.0
_WORDS_ABOVE: Final = 5.0
_TAKES_UP: Final = 2.0
_NAMED: Final = 3.0
"""What is taken up by its name need not be alike in anything else."""
_TURNS_AWAY: Final = -6.0
"""Who says so is to be believed."""
_BIAS: Final = -6.0
"""Careful: what is missed at the first message is found at the session's end, a session in a foreign thread spoils it."""
_CALIBRATED: Final = log(0.85 / 0.15)
"""Makes .85, the threshold of the guide, the point where a session is as likely to go on with a thread as not."""
_STRANGER: Final = (0.15, 0.15)
"""Cosine and shared words of two threads that have nothing in common, for a user of few threads."""
_STRANGERS: Final = 2
_OLDER_BY: Final = 2.0
"""An older thread must be closer by this much (in logits) to say that the session belongs to it."""
_OLDER: Final = 10
"""Older threads that are compared."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A thread that a session may belong to.

    `keywords` are word stems with weights (`perdure.threads.topics.keywords_of`, `joined`), `vector` its direction (`centre_of`,
    `moved`), None where there are no vectors.
    """

    thread_id: str
    title: str
    keywords: Mapping[str, float]
    vector: _Vector | None
    last_active: datetime
    turns: int


@dataclass(frozen=True, slots=True)
class Match:
    """`thread_id` is the thread to go on with, None to open one.

    `similarity` lies between 0 and 1, `why` says what spoke for it. `closest` is the most alike of all, also one that is too old or
    not alike enough.
    """

    thread_id: str | None
    similarity: float
    why: str
    closest: str | None = None


@dataclass(frozen=True, slots=True)
class _Said:
    opening: Opening
    words: Mapping[str, float]
    vector: _Vector | None


@dataclass(frozen=True, slots=True)
class _Likeness:
    cosine: float
    words: float
    shared: tuple[str, ...]


def match_message(
    text: str, vector: _Vector | None, candidates: Sequence[Candidate], at: datetime, policy: ThreadPolicy | None = None
) -> Match:
    """The thread that a session's first message goes on with.

    Args:
        text: the message.
        vector: its unit vector, None without an embedder.
        candidates: the user's threads, the latest first. Those older than the policy's window are only compared with.
        at: when it was said.
        policy: window, number of candidates, threshold.
    """
    return _match(_Said(opening_of(text), keywords_of([text]), vector), candidates, at, policy or ThreadPolicy())


def match_session(
    texts: Iterable[str], vector: _Vector | None, candidates: Sequence[Candidate], at: datetime, policy: ThreadPolicy | None = None
) -> Match:
    """The thread that a whole session belongs to, by all of its turns.

    Leave the session's own new thread out of the candidates; if another one matches, the new one can be merged into it.

    Args:
        texts: what was said, in order.
        vector: the direction of its turns (`perdure.threads.topics.centre_of`), None without an embedder.
        candidates: as for `match_message`.
        at: when the session began: what a thread did meanwhile does not count against it.
        policy: window, number of candidates, threshold.
    """
    said = list(texts)
    opening = opening_of(said[0]) if said else Opening()
    return _match(_Said(opening, keywords_of(said), vector), candidates, at, policy or ThreadPolicy())


def _match(said: _Said, candidates: Sequence[Candidate], at: datetime, policy: ThreadPolicy) -> Match:
    running, older = _split(candidates, at, policy)
    if not said.words or not running:
        return Match(None, 0.0, "no running thread" if said.words else "nothing said of a topic")
    compared = running + older
    likenesses = _likenesses(said, compared)
    logits = [_logit(place, likenesses, compared[place], said) for place in range(len(compared))]
    best = max(range(len(running)), key=logits.__getitem__)
    closest = max(range(len(compared)), key=logits.__getitem__)
    similarity = round(1 / (1 + exp(-max(min(logits[best] + _CALIBRATED, 50.0), -50.0))), 3)
    known = compared[closest].thread_id
    if similarity < policy.threshold:
        return Match(None, similarity, "like no running thread", known)
    if logits[closest] > logits[best] + _OLDER_BY:
        return Match(None, similarity, "closer to a thread that is too old to go on with", known)
    return Match(compared[best].thread_id, similarity, _why(likenesses[best], said.opening), known)


def _split(candidates: Sequence[Candidate], at: datetime, policy: ThreadPolicy) -> tuple[list[Candidate], list[Candidate]]:
    latest = sorted(candidates, key=lambda candidate: candidate.last_active, reverse=True)
    running = [candidate for candidate in latest if at - candidate.last_active <= policy.window][: policy.candidates]
    chosen = {candidate.thread_id for candidate in running}
    return running, [candidate for candidate in latest if candidate.thread_id not in chosen][:_OLDER]


def _likenesses(said: _Said, candidates: Sequence[Candidate]) -> list[_Likeness]:
    rare = {word: _rarity(word, candidates) for word in said.words}
    heard = {word: weight * rare[word] for word, weight in said.words.items()}
    length = sqrt(sum(weight * weight for weight in heard.values()))
    return [_likeness(heard, length, rare, said.vector, candidate) for candidate in candidates]


def _rarity(word: str, candidates: Sequence[Candidate]) -> float:
    held = sum(1 for candidate in candidates if word in candidate.keywords)
    return log((len(candidates) + 5) / (held + 1))


def _likeness(
    heard: Mapping[str, float], length: float, rare: Mapping[str, float], vector: _Vector | None, candidate: Candidate
) -> _Likeness:
    known = candidate.keywords
    weights = {word: weight * known[word] * rare[word] for word, weight in heard.items() if word in known}
    size = sqrt(sum(weight * weight for weight in known.values())) * length
    shared = sqrt(max(sum(weights.values()) / size, 0.0)) if size else 0.0
    cosine = shared if vector is None or candidate.vector is None else float(vector @ candidate.vector)  # words speak for both
    return _Likeness(cosine, shared, tuple(sorted(weights, key=lambda word: -weights[word])[:3]))


def _logit(place: int, likenesses: Sequence[_Likeness], candidate: Candidate, said: _Said) -> float:
    own = likenesses[place]
    others = [other for at, other in enumerate(likenesses) if at != place]
    cosine = median([other.cosine for other in others] + [_STRANGER[0]] * _STRANGERS)
    words = median([other.words for other in others] + [_STRANGER[1]] * _STRANGERS)
    alike = _COSINE * own.cosine + _WORDS * own.words + _COSINE_ABOVE * (own.cosine - cosine) + _WORDS_ABOVE * (own.words - words)
    opening = said.opening
    spoken = _TAKES_UP * opening.takes_up + _TURNS_AWAY * opening.turns_away + _NAMED * _is_named(candidate, opening)
    return alike + spoken + _BIAS


def _is_named(candidate: Candidate, opening: Opening) -> bool:
    title = set(topic_words(candidate.title))
    return bool(opening.named) and all(word in title for word in opening.named)


def _why(likeness: _Likeness, opening: Opening) -> str:
    said = "takes it up; " if opening.takes_up else ""
    return f"{said}shares {', '.join(likeness.shared)}" if likeness.shared else f"{said}is about the same"
