"""What is said in passing, without a sentence of its own: "back in Leeds", "our cat Kit", "as a nurse", "max 70k"."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from perdure.memories.extraction.english.passing import NAME, Passing
from perdure.memories.extraction.english.passing_identity import IDENTITY_IN_PASSING
from perdure.memories.extraction.english.passing_life import LIFE_IN_PASSING
from perdure.memories.extraction.english.spans import Span, aim, listed, noun, proper
from perdure.memories.extraction.english.words import RELATIVES
from perdure.memories.extraction.found import Found, kind_and_reason, lazily

__all__ = ["in_passing"]


@cache
def _by_word() -> dict[str, tuple[Passing, ...]]:
    """The rules by each of their words."""
    found: dict[str, tuple[Passing, ...]] = {}
    for rule in (*IDENTITY_IN_PASSING, *LIFE_IN_PASSING):
        for word in rule.gate:
            found[word] = (*found.get(word, ()), rule)
    return found


def in_passing(said: str, words: set[str]) -> Iterator[Found]:
    """What a clause says of the speaker beside its predications."""
    tried: list[Passing] = []
    for word in words:
        for rule in _by_word().get(word, ()):
            if rule in tried:
                continue
            tried.append(rule)
            match = lazily(rule.before, fold=True).search(said)
            if match and (rule.sure is None or rule.sure(said, match)):
                yield from _read(said, rule, match)


_NEARER: Final = re.compile(r",\s+in\s+(?=[A-Z])")


_STOPS: Final = re.compile(r"\s*(?:$|[.,;!)]|and\b|but\b|so\b|now\b|these\s+days|nowadays|btw\b)")


_NO_PASTIME: Final = re.compile(
    r"\b(?:new|few|some|lots?|skills?|recipes?|accidents?|fights?|arguments?|tips|habits?|details?|speed|steam|"
    r"shape|position|things?|stuff|groove|bed|trouble)\b",
    re.IGNORECASE,
)


def _read(said: str, rule: Passing, match: re.Match[str]) -> Iterator[Found]:
    attribute = rule.attribute
    if rule.value == "kin":
        attribute = RELATIVES.get("_".join(match["rel"].lower().split()), "")
        if not attribute:
            return
    if rule.value == "baby":
        attribute = "child" if "baby" in match["what"].lower() else "pet"
    for span in _spans(said, rule, match):
        kind, reason = kind_and_reason(attribute, retracts=rule.ends)
        yield Found(attribute, said[span[0] : span[1]], kind, reason, *span, retracts=rule.ends, confidence=rule.confidence)


def _spans(said: str, rule: Passing, match: re.Match[str]) -> Iterator[Span]:
    if rule.value == "listed":
        yield from listed(said, match.end(), len(said), words=3)
    elif rule.value == "names":
        yield from (name.span() for name in lazily(NAME).finditer(said, *match.span("v")))
    elif (span := _span(said, rule, match)) is not None:
        yield span


def _span(said: str, rule: Passing, match: re.Match[str]) -> Span | None:
    if rule.value.startswith("proper"):
        return _place(said, match.end(), ends=rule.value == "proper_end")
    if rule.value == "aim":
        return aim(said, match.end(), len(said))
    if rule.value == "into":
        span = noun(said, match.end(), len(said), words=2)
        return span if span and span[0] == match.end() and not _NO_PASTIME.search(said, *span) else None
    group = "v" if match["v"] else "w"
    return match.span(group) if match.groupdict().get(group) else None


def _place(said: str, begin: int, *, ends: bool) -> Span | None:
    span = proper(said, begin, len(said))
    if span is None or (ends and not _STOPS.match(said, span[1])):
        return None
    # "in Dubai, in Deira": the nearer says more.
    nearer = _NEARER.match(said, span[1])
    return (proper(said, nearer.end(), len(said)) if nearer else None) or span
