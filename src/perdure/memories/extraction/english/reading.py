"""What an English clause states, rule families in turn, and whom it is about."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from perdure.memories.extraction.english.being import items
from perdure.memories.extraction.english.directives import DIRECTIVE_WORDS, orders
from perdure.memories.extraction.english.episodes import elliptic, episodes
from perdure.memories.extraction.english.family import kin, possessions
from perdure.memories.extraction.english.findings import found
from perdure.memories.extraction.english.introductions import introduced
from perdure.memories.extraction.english.loose import in_passing
from perdure.memories.extraction.english.nouns import owned
from perdure.memories.extraction.english.segments import Segment, Who, segments
from perdure.memories.extraction.english.spans import person
from perdure.memories.extraction.english.verbs import done
from perdure.memories.extraction.english.wider import read_wider
from perdure.memories.extraction.english.words import RELATIVES
from perdure.memories.extraction.found import Context, Found
from perdure.model.memory import Kind
from perdure.model.statement import Reason
from perdure.text.clauses import Clause

__all__ = ["read"]

_ASK_WORDS: Final = frozenset(
    """remember note forget keep bear important memorize memorise save write record reference records memory notes add""".split()
)
_INTRODUCTION_WORDS: Final = frozenset({"here", "speaking", "this", "it"})
_SLIP_WORDS: Final = frozenset({"correction", "misspoke", "meant"})
_WORD: Final = re.compile(r"[a-z]+")
_CALLED: Final = re.compile(r"(?:called|named)\s+")
_GONE: Final = re.compile(
    r"\b(?:died|passed\s+away|was\s+put\s+(?:down|to\s+sleep)|put\s+(?:him|her|it)\s+(?:down|to\s+sleep)|"
    r"had\s+to\s+(?:put|rehome|give)|crossed\s+the\s+rainbow|rehomed|ran\s+away)\b"
)
_CALLS_IT: Final = re.compile(
    r"(?:(?:and|so)\s+)?(?:(?:we|i)(?:'ve)?\s+)?(?:named|called|call|are\s+calling|decided\s+to\s+call)\s+(?:him|"
    r"her|it|them)\s+(?=[A-Z])"
)
_HIS_NAME: Final = re.compile(
    r"\b(?:his|her|its|their|the\s+(?:dog|cat|puppy|kitten|baby|boy|girl)'s)\s+names?\s+(?:is|are|'s)\s+", re.IGNORECASE
)
_PETS_OWN: Final = frozenset({"allergy", "diet", "age", "condition", "medication", "name", "likes", "dislikes"})
_OTHERS: Final = frozenset(
    """age birthday employer occupation home origin relationship partner school studies diet religion allergy pet child hobby likes
    dislikes skill speaks medication condition owns car name""".split()
)
_ASKED_START: Final = re.compile(
    r"^\W*(?:(?:please|pls|can\s+you|could\s+you|and|also|just|so|oh|ok|hey|yes)[\s,]+)*(?:remember(?:\s+that\b|"
    r"\s*[:,])|note(?:\s+that|\s*:)|(?:don't|do\s+not|dont)\s+forget(?:\s+that|\s*[:,])?|"
    r"keep\s+in\s+mind(?:\s+that|\s*[:,])?|bear\s+in\s+mind(?:\s+that|\s*[:,])?|make\s+a\s+note(?:\s+that|\s*:)|"
    r"important\s*[:!]|for\s+(?:future\s+reference|the\s+record|your\s+(?:records|memory|notes))\s*[:,]|"
    r"(?:memori[sz]e|save|write\s+down|remember)\s+(?:this|that)\s*[:,-]|(?:please\s+)?remember\s+(?=(?:i|i'm|im|"
    r"my|we|our|the|she|he|it)\b))\s*(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_CORRECTION: Final = re.compile(
    r"\W*(?:(?:small|quick|one|oh|oops|sorry)\W+)*(?:correction\b\s*[:,-]?\s*(?!bias|fluid|of\b|tape)|"
    r"i\s+(?:misspoke|meant(?:\s+to\s+say)?)\b\s*[:,-]?\s*(?=\d|(?-i:[A-Z])|the\s+\d))",
    re.IGNORECASE,
)
_TASKLIKE: Final = re.compile(
    r"^\W*(?:to\b|me\b|when\b|how\b|what\b|where\b|who\b|the\s+time\s+(?:when|we)|i\s+(?:have|need|must|got)\s+to|"
    r"that\s+i\s+(?:have|need)\s+to|us\b|you\b|you're|believe\b|keep\b|always\b|never\b|all\b|for\s+now|"
    r"this\s+info\w*|just\b|i(?:'m|\s+am)\s+(?:always\s+)?here|it\b\W*$|this\b\W*$|your\b)",
    re.IGNORECASE,
)
_ASKED_BEHIND: Final = re.compile(
    r"(?:[,.;!—–-]|\band|\bso)\s*(?:please\s+|pls\s+)?(?:remember\s+(?:that|this)|keep\s+(?:that|this)\s+in\s+mind|"
    r"don't\s+forget\s+(?:that|this)|note\s+(?:that|this)\s+down|make\s+a\s+note\s+of\s+(?:that|this)|"
    r"add\s+(?:that|this|it)\s+to\s+(?:my|your|whatever)\s+\w+)(?:\s+(?:please|pls|for\s+(?:me|later|"
    r"next\s+time)))?\W*$",
    re.IGNORECASE,
)


def read(clause: Clause, context: Context) -> list[Found]:
    """The findings of a clause, with their subjects."""
    said = clause.text.replace("’", "'").replace("‘", "'")
    results: list[Found] = []
    words = set(_WORD.findall(said.lower()))
    if not words.isdisjoint(DIRECTIVE_WORDS):
        results += [
            replace(one, subject=context.me) for one in orders(said, words, question=clause.question, to_assistant=not context.peers)
        ]
    if not clause.question:
        kept = not words.isdisjoint(_ASK_WORDS) and _asked_for(said)
        for segment in segments(said):
            results += _of_segment(segment, context)
        if not words.isdisjoint(_INTRODUCTION_WORDS):
            results += introduced(said, context)
        told = {(one.attribute, one.value) for one in results}
        results += [replace(one, subject=context.me) for one in in_passing(said, words) if (one.attribute, one.value) not in told]
        if kept:
            results = [replace(one, reason=Reason.ASKED) for one in results] or [
                Found(None, None, Kind.FACT, Reason.ASKED, 0, len(said), subject=context.me)
            ]
        elif (
            not results
            and not words.isdisjoint(_SLIP_WORDS)
            and _CORRECTION.match(said)
            and any(sign.isdigit() or sign.isupper() for sign in said[10:])
        ):
            results.append(Found(None, None, Kind.FACT, Reason.CORRECTION, 0, len(said), subject=context.me, corrects=True, confidence=0.7))
        elif not results and "booked" in words and elliptic(said):
            results.append(Found(None, None, Kind.EPISODE, Reason.PLAN, 0, len(said), subject=context.me, confidence=0.8))
    return results + read_wider(clause, context, results)


def _asked_for(said: str) -> bool:
    match = _ASKED_START.match(said)
    if match and match["rest"].strip() and not _TASKLIKE.match(match["rest"]):
        return True
    return _ASKED_BEHIND.search(said) is not None


def _of_segment(segment: Segment, context: Context) -> Iterator[Found]:
    kinsfolk = list(kin(segment))
    if kinsfolk and _GONE.search(segment.low, segment.begin, segment.end):
        kinsfolk = [replace(one, retracts=True, reason=Reason.RETRACTION) if one.attribute == "pet" else one for one in kinsfolk]
    who = segment.who
    if who.relation is not None:
        context.relation, context.name, context.attribute = (
            who.relation,
            who.name,
            RELATIVES.get(who.relation.replace(" ", "_"), "") or None,
        )
    yield from _mine(kinsfolk, context)
    if kinsfolk:
        last = kinsfolk[-1]
        context.name, context.attribute = last.value, last.attribute
        context.known.update(one.value for one in kinsfolk if one.value)
        if last.attribute == "pet":
            context.relation = None
    named = _named_later(segment, context)
    if named is not None:
        yield named
        return
    yield from _predicated(segment, context)


def _mine(findings: list[Found], context: Context) -> Iterator[Found]:
    for one in findings:
        if one.attribute:
            yield replace(one, subject=context.me)


def _named_later(segment: Segment, context: Context) -> Found | None:
    """The name of whoever was mentioned before: "she's called Pepper", "his name is Max"."""
    if not context.attribute:
        return None
    match = _HIS_NAME.match(segment.said, segment.begin, segment.end) or _CALLS_IT.match(segment.said, segment.begin, segment.end)
    begin = match.end() if match else None
    if begin is None and segment.who.pronoun and segment.copula and (called := _CALLED.match(segment.low, segment.predicate, segment.end)):
        begin = called.end()
    span = person(segment.said, begin, segment.end) if begin is not None else None
    if span is None:
        return None
    context.name = segment.said[span[0] : span[1]]
    return replace(found(context.attribute, segment, span, retracts=False), subject=context.me, names=context.unnamed)


def _predicated(segment: Segment, context: Context) -> Iterator[Found]:
    things = _of_things(segment)
    if things is not None:
        yield from (replace(one, subject=context.me) for one in things)
        return
    subject = _subject(segment.who, context)
    findings = list(_statements(segment))
    if subject == context.me:
        for one in findings:
            yield replace(one, subject=one.subject or subject)
            _remember(one, context)
    elif subject is not None:
        yield from _of_others(segment.who, subject, findings, context)
    elif segment.who.pronoun in {"he", "she", "they"} and any(one.attribute in _HEALTH for one in findings):
        yield Found(None, None, Kind.FACT, Reason.FACT, segment.begin, segment.end, subject=context.me, confidence=0.6)


_HEALTH: Final = frozenset({"allergy", "condition", "medication"})


def _of_things(segment: Segment) -> list[Found] | None:
    """What is said of the speaker's things ("my name is", "fav colour"); None where a person is the subject."""
    noun = segment.who.noun
    about_me = " me " in segment.low and "call" in segment.low
    if (about_me or (noun != "my" and segment.low.find("fav", segment.begin, segment.end) >= 0)) and (found_ := list(owned(segment))):
        return found_
    if noun is None:
        return None
    return [*owned(segment), *(episodes(segment) if noun in {"my", ""} else ())]


def _of_others(who: Who, subject: str, findings: list[Found], context: Context) -> Iterator[Found]:
    """What is said of relatives and animals; of somebody unknown only what matters to whoever cooks for them."""
    stranger = who.name is not None and who.relation is None and who.name not in context.known
    animal = context.attribute == "pet" and who.relation is None
    for one in findings:
        if one.attribute in _OTHERS:
            if not (animal and one.attribute not in _PETS_OWN) and not (stranger and one.attribute not in _HEALTH | {"diet"}):
                yield replace(one, subject=subject)
        elif one.subject is not None:
            yield replace(one, subject=context.me)


def _remember(one: Found, context: Context) -> None:
    if one.attribute in {"pet", "child", "partner", "sibling", "friend"} and one.value and not one.retracts:
        context.attribute = one.attribute
        context.name = one.value if one.value[0].isupper() else None
        context.unnamed = None if context.name else one.value
        context.relation = None if one.attribute == "pet" else (one.value if context.name is None else None)


def _statements(segment: Segment) -> Iterator[Found]:
    results = list(possessions(segment))
    if segment.copula and not segment.modal:
        if not segment.past or segment.used_to:
            results += [
                one
                for one in items(segment)
                if one.retracts or not (segment.negated and not segment.no_longer and one.attribute not in {"dislikes", "likes"})
            ]
        elif segment.past:
            results += _was(segment)
    if not results:
        results += done(segment)
    if not any(one.attribute for one in results):
        results += episodes(segment)
    yield from results


_AT_PLACE: Final = re.compile(r"\byears?,?\s+at\s+(?P<v>[A-Z][\w'&-]*(?:\s[A-Z][\w'&-]*)*)")
_YEARS: Final = re.compile(r"\b(?:for\s+[\w-]+(?:\s+\w+)?\s+years|until|till|before|back\s+then|once|used\s+to)\b")


def _was(segment: Segment) -> Iterator[Found]:
    """What somebody was for years they are no more."""
    if not segment.negated and segment.who.speaker and _YEARS.search(segment.low, segment.predicate):
        for one in items(segment, named=False):
            if one.attribute in {"occupation", "employer", "diet", "religion"}:
                yield replace(one, retracts=True, reason=Reason.RETRACTION, confidence=0.7)
                if one.attribute == "occupation" and (at := _AT_PLACE.search(segment.said, one.end, len(segment.said))):
                    yield found("employer", segment, at.span("v"), 0.7, retracts=True)


def _subject(who: Who, context: Context) -> str | None:
    if who.speaker:
        return context.me
    if who.name:
        return who.name
    if who.relation:
        return f"{context.me}'s {' '.join(who.relation.split())}"
    if who.pronoun in {"he", "she", "they"} or who.pronoun is None:
        if context.name:
            return context.name
        if context.relation:
            return f"{context.me}'s {context.relation}"
    return None
