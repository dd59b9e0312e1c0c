"""What is said of oneself in passing, where no full sentence states it: "34, nurse, two kids", "been on metformin since May"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from perdure.memories.extraction.english.being import is_trade
from perdure.memories.extraction.english.spans import Span, aim, listed, noun
from perdure.memories.extraction.english.wider_classes import FLEETING, TRADES_TOO
from perdure.memories.extraction.english.wider_cues import of_life
from perdure.memories.extraction.english.wider_events import EVENTS
from perdure.memories.extraction.english.wider_habits import HABITS
from perdure.memories.extraction.english.wider_health import HEALTH
from perdure.memories.extraction.english.wider_kin import FAMILY
from perdure.memories.extraction.english.wider_orders import ORDERS
from perdure.memories.extraction.english.wider_rules import Rule
from perdure.memories.extraction.english.wider_self import SELF
from perdure.memories.extraction.english.wider_tastes import TASTES
from perdure.memories.extraction.english.wider_things import THINGS
from perdure.memories.extraction.english.wider_work import WORK
from perdure.memories.extraction.english.words import RELATIVES
from perdure.memories.extraction.found import Context, Found, kind_and_reason
from perdure.model.statement import Reason
from perdure.text.clauses import Clause

__all__ = ["read_wider"]

_WORD: Final = re.compile(r"[a-zà-ÿ]+(?:['-][a-zà-ÿ]+)*")
_DIGIT: Final = re.compile(r"\d")
_GROUP: Final = re.compile(r"(?P<no>no_)?(?P<attribute>[a-z]+(?:__[a-z]+)?)(?:_(?P<cut>np|ls|aim|tr))?\d?")
_LONGEST: Final = 400
"""Who speaks of themself in passing is brief; longer clauses are read to this character."""
_ELSEWHERE: Final = re.compile(
    r"^\[|^\W*(?:(?:can|could|would|will)\s+you\s+)?(?:please\s+|pls\s+)?(?:write|draft|proofread|translate|"
    r"rate|compare|summari[sz]e|correct|rewrite|"
    r"rephrase|edit|check|fix|review|improve|shorten|paraphrase|generate|gimme|create|describe|explain|compose|"
    r"answer:|error\b|fake|story|poem|script|dear\b)",
    re.IGNORECASE,
)
"""Work that is handed over: what it holds is not the speaker's."""
_WHETHER: Final = re.compile(
    r"\b(?:(?:that|if|whether|ok|okay|should|could|would)\s+i(?:'m|\b)|(?:am|do|did|have|was)\s+i\b)", re.IGNORECASE
)
"""In a question: what comes next is asked, not stated."""
_TASK: Final = re.compile(
    r"\b(?:the\s+user\s+story|says\s+that|for\s+the\s+(?:persona|character|ad|protagonist)|the\s+(?:customer|"
    r"client|patient|reader|recipe|novel|book|film|protagonist)s?\s+(?:is|says|has|was)|"
    r"in\s+the\s+(?:novel|book|film|story|show|series|game)|persona|fictional|fake)\b",
    re.IGNORECASE,
)


@cache
def _index() -> dict[str, tuple[tuple[int, Rule], ...]]:
    """The rules by each word of their gates, in their order."""
    index: dict[str, list[tuple[int, Rule]]] = {}
    for place, rule in enumerate((*HEALTH, *SELF, *WORK, *FAMILY, *TASTES, *THINGS, *EVENTS, *HABITS, *ORDERS)):
        for word in rule.gate:
            index.setdefault(word, []).append((place, rule))
    return {word: tuple(rules) for word, rules in index.items()}


def read_wider(clause: Clause, context: Context, told: Sequence[Found] = ()) -> list[Found]:
    """The findings of a clause beside what its sentences `told`; of a question only what the one who asks says of themself.

    Beside something told only values of other attributes count.
    """
    said = clause.text[:_LONGEST].replace("’", "'").replace("‘", "'")
    low = said.lower()
    index = _index()
    words = set(_WORD.findall(low))
    words |= {part for word in words if "'" in word or "-" in word for part in re.split(r"['-]", word)}
    if _DIGIT.search(said):
        words.add("#")
    tried = {place: rule for word in words & index.keys() for place, rule in index[word]}
    if _ELSEWHERE.match(said) or _TASK.search(said):
        return []
    results: list[Found] = []
    for place in sorted(tried):
        rule = tried[place]
        if (clause.question and not rule.asking) or (context.peers and rule.assistant):
            continue
        match = rule.pattern().search(said)
        if (
            match is None
            or (clause.question and _WHETHER.search(said, 0, match.start() + 3))
            or (rule.sure is not None and not rule.sure(said, match))
        ):
            continue
        results += [one for one in _found(rule, said, match, context) if not _known(one, results)]
    if told:
        attributes = {(one.attribute, retracts) for one in told for retracts in (one.retracts, True)}
        return [one for one in results if one.attribute and (one.attribute, one.retracts) not in attributes and not _known(one, list(told))]
    if not results and not clause.question and (lasting := of_life(said, words, context.me)):
        results.append(lasting)
    return results


def _known(one: Found, results: list[Found]) -> bool:
    """Whether the same words were read before, or something with a value where this has none."""
    if one.attribute is None:
        return bool(results)
    return any(other.begin < one.end and one.begin < other.end and other.attribute is not None for other in results)


def _found(rule: Rule, said: str, match: re.Match[str], context: Context) -> Iterator[Found]:
    groups = match.groupdict()
    kin, who = groups.pop("kin", None), groups.pop("who", None)
    subject = context.me
    if kin:
        relation = " ".join(kin.lower().split())
        subject = who or f"{context.me}'s {relation}"
        attribute = RELATIVES.get(relation.replace(" ", "_"))
        if who and attribute:
            yield replace(_value(attribute, match.span("who"), said, rule.confidence), subject=context.me)
    some = False
    what = groups.pop("noun", None)
    for name, value in groups.items():
        read = _GROUP.fullmatch(name)
        if value is None or read is None:
            continue
        attribute = read["attribute"].replace("__", " ") if what is None else f"favourite {what.lower()}"
        for span in _cut(said, match.span(name), read["cut"]):
            if said[span[0] : span[1]].lower() in FLEETING:
                continue
            some = True
            yield replace(_value(attribute, span, said, rule.confidence, retracts=bool(read["no"])), subject=subject)
    if not some and rule.told is not None:
        yield Found(
            None,
            None,
            rule.told.kind,
            rule.told.reason,
            0,
            len(said),
            subject=subject,
            corrects=rule.told.reason is Reason.CORRECTION,
            confidence=rule.confidence,
        )


def _value(attribute: str, span: Span, said: str, confidence: float, *, retracts: bool = False) -> Found:
    kind, reason = kind_and_reason(attribute, retracts=retracts)
    return Found(attribute, said[span[0] : span[1]], kind, reason, *span, retracts=retracts, confidence=confidence)


def _cut(said: str, span: Span, cut: str | None) -> Iterator[Span]:
    """The value in a group, or several."""
    begin, end = span
    if cut == "ls":
        yield from listed(said, begin, end)
        return
    if cut == "np":
        found = noun(said, begin, end, words=5)
    elif cut == "aim":
        found = aim(said, begin, end)
    elif cut == "tr":
        found = _trade(said, begin, end)
    else:
        found = begin, begin + len(said[begin:end].rstrip())
    if found is not None and found[0] < found[1]:
        yield found


def _trade(said: str, begin: int, end: int) -> Span | None:
    """The longest beginning of some words that names a trade."""
    best: Span | None = None
    words = list(re.finditer(r"[\w'-]+", said[begin:end]))[:5]
    for word in words:
        low = said[begin : begin + word.end()].lower()
        last = word.group().lower()
        if last in {"in", "at", "for", "and", "with", "who", "of", "from", "to", "on", "by", "the"}:
            break
        if is_trade(low) or last in TRADES_TOO or (last.endswith("s") and last[:-1] in TRADES_TOO):
            best = (begin + words[0].start(), begin + word.end())
    return best
