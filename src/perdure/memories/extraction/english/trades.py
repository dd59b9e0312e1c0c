"""What somebody is by trade or studies: "a paediatric nurse at Mercy", "a second-year law student"."""

import re
from typing import Final

from perdure.memories.extraction.english import predicates
from perdure.memories.extraction.english.findings import Item, found
from perdure.memories.extraction.english.segments import Segment
from perdure.memories.extraction.english.spans import Span, proper
from perdure.memories.extraction.english.words import NO_TRADE, TRADES
from perdure.memories.extraction.found import Found

__all__ = ["is_trade", "role", "student", "trade"]


def is_trade(low: str) -> bool:
    """Whether a noun phrase in lower case ends in the name of a trade."""
    words = low.replace("-", " ").split()
    last = words[-1] if words else ""
    spaced = low.split()
    tails = {
        last,
        " ".join(words[-2:]),
        "_".join(words[-2:]),
        "_".join(words[-3:]),
        "-".join(words[-2:]),
        *spaced[-1:],
        "_".join(spaced[-2:]),
    }
    if any(tail in TRADES or (tail.endswith("s") and tail[:-1] in TRADES) for tail in tails):
        return True
    return len(last) > 6 and last.endswith(_TRADE_ENDINGS)


_TRADE_ENDINGS: Final = tuple(
    """ologist ician engineer developer manager technician ographer therapist maker teacher worker scientist surgeon keeper""".split()
)


def trade(segment: Segment, position: int) -> Span | None:
    """The name of a trade that begins here: up to five words of which the last is a trade."""
    place = position
    best: Span | None = None
    words = 0
    while words < 6:
        match = predicates.ROLE_WORD.match(segment.low, place, segment.end)
        if match is None or match.group() in {"and", "or", "at", "in", "for", "from", "with", "to", "of", "who", "by", "but", "my"}:
            break
        words += 1
        if is_trade(segment.low[position : match.end()]):
            best = (position, match.end())
        place = match.end()
        if segment.low[place : place + 1] != " ":
            break
        place += 1
    return best


def _is_workplace(segment: Segment, detail: re.Match[str], span: Span) -> bool:
    """Whether what follows "at" or "for" is a place of work: a name, or a kind of it."""
    if segment.said[span[0]].isupper() or segment.said.islower():
        return True
    return predicates.WORKPLACE.match(segment.low, detail.end(), span[1]) is not None


def role(segment: Segment, position: int) -> Item | None:
    """A trade, and the company or place of work behind it."""
    match = predicates.ARTICLE.match(segment.low, position, segment.end)
    start = match.end() if match else position
    span = trade(segment, start)
    if span is None or predicates.OFFICE.match(segment.low, span[0], segment.end):
        return None
    words = segment.low[span[0] : span[1]].split()
    if any(word in NO_TRADE for word in words[:-1]) and len(words) > 1:
        return None
    if segment.negated and not segment.no_longer:
        return None
    if segment.low[span[1] : span[1] + 1] == "'" or not _is_title(words, match["article"] if match else None):
        return None
    results = [found("occupation", segment, _without_size(segment, span))]
    after = span[1]
    detail = predicates.DETAIL.match(segment.low, after, segment.end)
    if detail:
        employer = proper(segment.said, detail.end(), segment.end)
        if (
            employer
            and segment.low[employer[0] : employer[1]].split()[0] not in predicates.EMPLOYER_STOP
            and not segment.low[employer[0]].isdigit()
            and not segment.who.noun
            and _is_workplace(segment, detail, employer)
        ):
            results.append(found("employer", segment, employer))
            after = employer[1]
    return results, after


def _is_title(words: list[str], article: str | None) -> bool:
    """Whether words that end in a trade name one: "inviting ten artists" does not."""
    if article == "the" or any(word in predicates.NO_TITLE for word in words) or words[0][0].isdigit():
        return False
    if words[0].endswith("ing") and words[0] not in {
        "nursing",
        "marketing",
        "engineering",
        "acting",
        "freelancing",
        "accounting",
        "teaching",
        "training",
        "civil",
        "practicing",
        "practising",
        "working",
        "aspiring",
        "consulting",
        "advertising",
        "banking",
        "manufacturing",
        "mechanical",
        "founding",
        "managing",
    }:
        return False
    return article is not None or len(words) <= 4


def _without_size(segment: Segment, span: Span) -> Span:
    begin = span[0]
    while match := predicates.SIZE.match(segment.low, begin, span[1]):
        begin = match.end()
    return begin, span[1]


def student(segment: Segment, position: int) -> Item | None:
    """What somebody studies, and where."""
    match = predicates.STUDENT.match(segment.low, position, segment.end)
    if match is None or (segment.negated and not segment.no_longer):
        return None
    results = list[Found]()
    words = (match["subject"] or "").split()
    subject = [word for word in words if word not in predicates.NO_FIELD and not word.endswith("year")]
    after = match.end()
    if match["field"]:
        results.append(found("studies", segment, match.span("field")))
    elif subject:
        begin = segment.low.index(subject[0], match.start("subject"))
        results.append(found("studies", segment, (begin, begin + len(" ".join(subject)))))
    else:
        results.append(found("occupation", segment, match.span("kind"), 0.8 if "student" in match["kind"] else 0.4))
    school = predicates.AT_SCHOOL.match(segment.said, after, segment.end)
    span = proper(segment.said, school.end(), segment.end) if school else None
    if span and segment.low[span[0] : span[1]] not in {"home", "school", "university", "uni", "college"}:
        results.append(found("school", segment, span))
        after = span[1]
    return results, after
