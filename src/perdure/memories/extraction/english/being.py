"""What somebody is said to be: "I'm Ann, 34, a nurse from Leeds and allergic to nuts", item after item."""

from collections.abc import Iterator

from perdure.memories.extraction.english import predicates
from perdure.memories.extraction.english.findings import Item, found
from perdure.memories.extraction.english.segments import Segment
from perdure.memories.extraction.english.spans import Span, listed, noun, person, proper
from perdure.memories.extraction.english.trades import is_trade, role, student, trade
from perdure.memories.extraction.english.words import ANIMALS, DEMONYMS, DIETS, NOT_A_NAME, RELIGIONS
from perdure.memories.extraction.found import Found

__all__ = ["found", "is_trade", "items", "trade"]


def items(segment: Segment, begin: int | None = None, *, named: bool = True) -> Iterator[Found]:
    """All that a predicate says somebody is, from `begin` on."""
    position = segment.predicate if begin is None else begin
    first = True
    while position < segment.end:
        best = _item(segment, position, named=named and first)
        if best is None or (not first and segment.low.startswith("not ", position)):
            return
        findings, after = best
        yield from findings
        joint = predicates.JOINT.match(segment.low, after, segment.end)
        following = joint.end() if joint else after
        if following <= position:
            return
        position, first = following, False


def _item(segment: Segment, position: int, *, named: bool) -> tuple[list[Found], int] | None:
    for reader in (_simple, _allergies, _where, _tastes, _aged, student, role, _other, _name if named else _nothing):
        result = reader(segment, position)
        if result is not None:
            return result
    return None


def _nothing(_segment: Segment, _position: int) -> Item | None:
    return None


def _simple(segment: Segment, position: int) -> Item | None:
    low, end = segment.low, segment.end
    for pattern, attribute in (
        (predicates.AGE, "age"),
        (predicates.X_INTOLERANT, "allergy"),
        (predicates.DIET, "diet"),
        (predicates.CONDITION, "condition"),
        (predicates.RELATIONSHIP, "relationship"),
        (predicates.ON_MEDICATION, "medication"),
    ):
        match = pattern.match(low, position, end)
        if match and not (attribute == "age" and not is_age(match["v"])):
            return [found(attribute, segment, match.span("v")), *_spouse(segment, attribute, match.end())], match.end()
    match = predicates.RELIGION.match(low, position, end) or predicates.DEMONYM.match(low, position, end)
    if match:
        return [found("religion" if match.re is predicates.RELIGION else "origin", segment, match.span("v"))], match.end()
    return None


def _spouse(segment: Segment, attribute: str, after: int) -> Iterator[Found]:
    to = predicates.TO.match(segment.said, after, segment.end) if attribute == "relationship" else None
    span = person(segment.said, to.end(), segment.end) if to else None
    if span:
        yield found("partner", segment, span)


def _allergies(segment: Segment, position: int) -> Item | None:
    match = predicates.ALLERGIC.match(segment.low, position, segment.end)
    if match is None:
        return None
    if segment.negated and not segment.no_longer:
        # Said only by who was thought to be.
        if not predicates.AFTER_ALL.search(segment.low):
            return None
        return [found("allergy", segment, span, retracts=True) for span in listed(segment.said, match.end(), segment.end)], segment.end
    spans = [
        span
        for span in listed(segment.said, match.end(), segment.end)
        if segment.low[span[0] : span[1]] not in {"it", "that", "them", "something", "bullshit", "mondays", "monday"}
    ]
    return ([found("allergy", segment, span) for span in spans], spans[-1][1]) if spans else None


def _where(segment: Segment, position: int) -> Item | None:
    match = (
        predicates.BASED.match(segment.low, position, segment.end)
        or predicates.DWELLING.match(segment.low, position, segment.end)
        or predicates.STILL_IN.match(segment.said, position, segment.end)
    )
    if match:
        span = proper(segment.said, match.end(), segment.end)
        return ([found("home", segment, span)], span[1]) if span and _placelike(segment, span) else None
    match = predicates.FROM.match(segment.low, position, segment.end)
    if (
        match
        and not segment.negated
        and (match.group().rstrip().endswith("from") or "native" in match.group() or "born" in match.group() or "raised" in match.group())
    ):
        span = proper(segment.said, match.end(), segment.end)
        if span and segment.said[span[0]].isupper() and _placelike(segment, span):
            return [found("origin", segment, span)], span[1]
        if (
            span
            and (segment.who.speaker or segment.who.name or segment.who.relation)
            and segment.low[span[0] : span[1]] not in {"work", "home", "school", "it", "there", "here"}
            and len(segment.low[span[0] : span[1]].split()) < 3
            and segment.low[match.end() : span[0]] == ""
        ):
            return [found("origin", segment, span, 0.7)], span[1]
    return None


def _placelike(segment: Segment, span: Span) -> bool:
    word = segment.low[span[0] : span[1]]
    return word not in {
        "fear",
        "hope",
        "peace",
        "denial",
        "pain",
        "my",
        "sin",
        "poverty",
        "luxury",
        "love",
        "together",
        "there",
        "here",
        "home",
        "town",
        "bed",
        "school",
        "college",
    }


def _tastes(segment: Segment, position: int) -> Item | None:
    match = predicates.LIKES.match(segment.low, position, segment.end)
    attribute = "dislikes" if segment.negated and not segment.no_longer else "likes"
    if match:
        if match["how"].startswith(("interested", "addicted")):
            return None
        spans = [
            span
            for span in listed(segment.said, match.end(), segment.end)
            if not predicates.POINTED_AT.search(segment.low, *span) and not predicates.POINTED_AT.match(segment.low, match.end())
        ]
        return ([found(attribute, segment, span) for span in spans], spans[-1][1]) if spans else None
    match = predicates.X_LOVER.match(segment.low, position, segment.end)
    if (
        match
        and not segment.past
        and match["v"] not in {"huge", "big", "massive", "total", "true", "real", "great", "super", "number one", "biggest"}
    ):
        return [found(attribute, segment, match.span("v"))], match.end()
    return None


def _aged(segment: Segment, position: int) -> Item | None:
    match = predicates.AGED_NOUN.match(segment.low, position, segment.end)
    if match is None or "company" in segment.low or not is_age(match["v"]):
        return None
    following = role(segment, match.end())
    return [found("age", segment, match.span("v")), *(following[0] if following else [])], following[1] if following else match.end()


def is_age(text: str) -> bool:
    """Whether a number can be somebody's age."""
    return not text.isdigit() or 0 < int(text) < 120


def _other(segment: Segment, position: int) -> Item | None:
    for reader in (_belonging, _speaking, _standing, _able, _lasting):
        if reader in {_standing, _able, _lasting} and segment.negated and not segment.no_longer:
            return None
        item = reader(segment, position)
        if item is not None:
            return item
    return None


def _belonging(segment: Segment, position: int) -> Item | None:
    match = predicates.MEMBER.match(segment.low, position, segment.end)
    span = proper(segment.said, match.end(), segment.end) if match else None
    return ([found("membership", segment, span)], span[1]) if span else None


def _speaking(segment: Segment, position: int) -> Item | None:
    match = predicates.FLUENT.match(segment.low, position, segment.end)
    spans = list(listed(segment.said, match.end(), segment.end, words=3)) if match else []
    return ([found("speaks", segment, span) for span in spans], spans[-1][1]) if spans else None


def _standing(segment: Segment, position: int) -> Item | None:
    if match := predicates.STANDING.match(segment.low, position, segment.end):
        return [found("occupation", segment, match.span("v"))], match.end()
    if position > segment.predicate and (match := predicates.HOUSEHOLD.match(segment.low, position, segment.end)):
        return [found("pet" if match["v"] in ANIMALS else "child", segment, match.span("v"))], match.end()
    return None


def _able(segment: Segment, position: int) -> Item | None:
    match = predicates.GOOD_AT.match(segment.low, position, segment.end)
    spans = list(listed(segment.said, match.end(), segment.end, words=3)) if match else []
    kept = [span for span in spans if segment.low[span[0] : span[1]] not in {"it", "that", "this", "them", "all", "me"}]
    return ([found("skill", segment, span) for span in kept], kept[-1][1]) if kept else None


def _lasting(segment: Segment, position: int) -> Item | None:
    low, end = segment.low, segment.end
    match = predicates.SINGLE_PARENT.match(low, position, end) or predicates.LASTING.match(low, position, end)
    if match is None:
        return None
    if single := predicates.SINGLE.match(low, position, end):
        return [found("relationship", segment, single.span("v"))], match.end()
    span = noun(segment.said, position, end)
    return [found(None, segment, None)], max(span[1] if span else 0, match.end())


def _name(segment: Segment, position: int) -> Item | None:
    """A name right after "I'm": in capitals, or in lower case where an introduction goes on."""
    span = person(segment.said, position, segment.end) if _introduces(segment) else None
    if span is None:
        return None
    words, after = segment.low[span[0] : span[1]], segment.low[span[1] : span[1] + 25]
    if words.split()[0] in NOT_A_NAME or words in DEMONYMS | DIETS | RELIGIONS:
        return None
    if segment.said[span[0]].isupper():
        shouted = segment.said[span[0] : span[1]].isupper() and len(words) > 2
        return ([found("name", segment, span)], span[1]) if not shouted and predicates.AFTER_NAME.match(after) else None
    introduced = predicates.AFTER_LOW_NAME.match(after) and not predicates.ADJECTIVE.search(words)
    return ([found("name", segment, span, 0.8)], span[1]) if introduced else None


def _introduces(segment: Segment) -> bool:
    if segment.negated or segment.past or not segment.who.speaker or segment.adverbs.strip() not in {"", "am", "'m"}:
        return False
    return not segment.low.startswith("we", segment.begin)
