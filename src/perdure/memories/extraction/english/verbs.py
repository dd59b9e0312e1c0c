"""What somebody does, has, likes: the frame that a verb fits, and what it says."""

import re
from collections.abc import Iterator
from typing import Final

from perdure.memories.extraction.english.findings import found
from perdure.memories.extraction.english.frames import WORKPLACE, Frame
from perdure.memories.extraction.english.life_verbs import LIFE_VERBS
from perdure.memories.extraction.english.place_verbs import PLACE_VERBS
from perdure.memories.extraction.english.places import PLACES
from perdure.memories.extraction.english.readers import READERS
from perdure.memories.extraction.english.segments import Segment
from perdure.memories.extraction.english.spans import Span, listed, noun, person, proper
from perdure.memories.extraction.english.trades import is_trade
from perdure.memories.extraction.english.work_verbs import EMPLOYER_NAME, WORK_VERBS
from perdure.memories.extraction.found import Found, lazily

__all__ = ["done"]

_FIRST_WORD: Final = re.compile(r"[\w'-]+")


def _frames(form: str) -> Iterator[Frame]:
    for verbs in (WORK_VERBS, PLACE_VERBS, LIFE_VERBS):
        yield from verbs.get(form, ())


def done(segment: Segment) -> Iterator[Found]:
    """What the verb of a predication says."""
    word = _FIRST_WORD.match(segment.low, segment.predicate, segment.end)
    if word is None:
        return
    for frame in _frames(word.group()):
        # Names are told by their capitals, so those frames look at the words as said; nothing else differs.
        match = lazily(frame.before).match(segment.said if "[A-Z]" in frame.before else segment.low, segment.predicate, segment.end)
        if match is None:
            continue
        results = list(_read(segment, frame, match))
        if results:
            yield from results
            yield from _details(segment, results[-1])
            return


_AT: Final = re.compile(rf"\s+(?:at|for|@)\s+{EMPLOYER_NAME}")


_AT_SCHOOL: Final = re.compile(r"(?:,|\s+here)?\s+at\s+(?:the\s+)?(?!home|night|the\s+moment|school\b)")


_FOR: Final = re.compile(
    r"\s+(?:for|to\s+(?:join|work\s+(?:at|for)|start\s+at|go\s+to)|and\s+(?:joined|moved\s+to|went\s+to))\s+(?!a\b|"
    r"good\b|the\b|my\b|an\b|now\b)"
)


_AS: Final = re.compile(r"(?:\s+\w+)?\s+as\s+(?:an?|the|their)\s+")


def _details(segment: Segment, last: Found) -> Iterator[Found]:
    """What stands behind a trade or a field of study: where; behind a company: as what."""
    follow = {
        "occupation": (_AT, "employer", proper),
        "studies": (_AT_SCHOOL, "school", proper),
        "employer": (_AS, "occupation", _role),
    }.get(last.attribute or "")
    if last.attribute == "employer" and last.retracts:
        follow = (_FOR, "employer", _capital)
    if follow is None or last.value is None or (last.retracts and last.attribute != "employer"):
        return
    pattern, attribute, reader = follow
    match = pattern.match(segment.low, last.end, segment.end)
    span = reader(segment.said, match.end(), segment.end) if match else None
    if span:
        yield found(attribute, segment, span, retracts=False)


def _read(segment: Segment, frame: Frame, match: re.Match[str]) -> Iterator[Found]:
    if (frame.own and not segment.who.speaker) or (segment.modal and not frame.value.startswith(("cannot", "prefer", "not_eaten"))):
        return
    reader = READERS.get(frame.value)
    if reader is not None:
        yield from reader(segment, frame.attribute, match)
    elif segment.negated and not segment.no_longer:
        return
    elif _is_over(segment, frame, match):
        yield from _was(segment, frame, match)
    elif frame.attribute is not None or not segment.future:
        for span in _spans(segment, frame, match):
            yield found(frame.attribute, segment, span, frame.confidence, retracts=frame.ends or None)


def _is_over(segment: Segment, frame: Frame, match: re.Match[str]) -> bool:
    """Whether the past tense tells of a state that was, not of a change that lasts."""
    if segment.past and not frame.past and not segment.used_to and not _still(segment):
        return True
    verb = segment.low[segment.predicate : match.end()]
    return verb.startswith(("worked", "lived", "studied", "played")) and not (segment.perfect or segment.used_to or segment.no_longer)


def _still(segment: Segment) -> bool:
    return False if segment.no_longer else segment.copula and segment.perfect


_UNTIL: Final = re.compile(
    r"\b(?:until|till|before|previously|formerly|back\s+then|for\s+(?:\w+\s+)?(?:years|months|a\s+(?:year|while|"
    r"decade))|in\s+the\s+past|at\s+the\s+time)\b"
)


def _was(segment: Segment, frame: Frame, match: re.Match[str]) -> Iterator[Found]:
    """In the past tense a state is over, if it says so."""
    if frame.attribute in {"employer", "home", "hobby", "occupation"} and _UNTIL.search(segment.low, match.end()):
        for span in _spans(segment, frame, match):
            yield found(frame.attribute, segment, span, 0.7, retracts=True)


def _spans(segment: Segment, frame: Frame, match: re.Match[str]) -> Iterator[Span | None]:
    said, begin, end = segment.said, match.end(), segment.end
    kind = frame.value
    if kind == "none":
        yield None
    elif kind == "v":
        yield match.span("v")
    elif kind == "club":
        if len(match["v"].split()) > 1 or match["v"] in {"gym", "choir", "band", "orchestra", "dojo", "club", "league", "union"}:
            yield match.span("v")
    elif kind == "list":
        yield from listed(said, begin, end)
    else:
        span = _SPANS[kind](said, begin, end)
        if span is not None or kind == "capital_or_none":
            yield span


def _capital(said: str, begin: int, end: int) -> Span | None:
    span = proper(said, begin, end)
    return span if span and said[span[0]].isupper() else None


def _capital_or_word(said: str, begin: int, end: int) -> Span | None:
    span = proper(said, begin, end)
    return span if span and (said[span[0]].isupper() or len(said[span[0] : span[1]].split()) == 1) else None


_PLACE_OF_WORK: Final = re.compile(
    rf"the\s+(?:[\w'-]+\s+){{0,2}}?(?:{WORKPLACE}|council|ministry|city|county|state|post\s+office|police|"
    r"fire\s+department|embassy|parish|government|town\s+hall)(?![\w-])",
    re.IGNORECASE,
)


def _capital_or_work(said: str, begin: int, end: int) -> Span | None:
    place = _PLACE_OF_WORK.match(said, begin, end)
    return noun(said, begin, place.end()) if place else _capital(said, begin, end)


def _company(said: str, begin: int, end: int) -> Span | None:
    span = _capital(said, begin, end)
    return span if span and said[span[0] : span[1]].lower() not in PLACES else None


def _trade(said: str, begin: int, end: int) -> Span | None:
    span = _role(said, begin, end)
    return span if span and is_trade(said[span[0] : span[1]].lower()) else None


def _place(said: str, begin: int, end: int) -> Span | None:
    span = proper(said, begin, end)
    if span is None:
        return None
    words = said[span[0] : span[1]]
    return span if words[0].isupper() or words in PLACES else None


_ROLE_ENDS: Final = re.compile(r"\s+(?:at|for|in|on|of\s+the\s+team|here|there|now)\b")


def _role(said: str, begin: int, end: int) -> Span | None:
    at = _ROLE_ENDS.search(said, begin, end)
    return noun(said, begin, at.start() if at else end, words=5)


_FIELD: Final = re.compile(
    r"(?:^|.*\s)(?:[\w-]*(?:ology|ics|istry|onomy|graphy|nomics|ing|ture|sophy|istics|ies|ogy)|law|medicine|maths?|"
    r"mathematics|history|art|arts|fine\s+arts|science|sciences|studies|business|design|music|film|education|"
    r"languages?|literature|french|german|spanish|english|chinese|japanese|italian|latin|finance|marketing|"
    r"management|theology|theat(?:re|er)|journalism|communication|cs|compsci|ai|psych|chem|bio|econ|premed|pre-med|"
    r"dentistry|cinema|drama|dance|fashion|agriculture|hospitality|midwifery|anthropology|administration|media|it|"
    r"ux)$",
    re.IGNORECASE,
)


def _field(said: str, begin: int, end: int) -> Span | None:
    span = _role(said, begin, end)
    return span if span and span[0] == begin and _FIELD.match(said[span[0] : span[1]]) else None


def _school(said: str, begin: int, end: int) -> Span | None:
    return proper(said, begin, end)


_SPANS: Final = {
    "noun": noun,
    "proper": proper,
    "capital": _capital,
    "capital_or_none": _capital,
    "capital_or_work": _capital_or_work,
    "capital_or_word": _capital_or_word,
    "company": _company,
    "place": _place,
    "person": person,
    "role": _role,
    "field": _field,
    "school": _school,
    "trade": _trade,
}
