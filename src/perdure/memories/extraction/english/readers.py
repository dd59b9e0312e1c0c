"""Verbs whose reading hangs on more than a value: tastes, renunciations, sales, goals."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from perdure.memories.extraction.english.findings import found
from perdure.memories.extraction.english.segments import Segment
from perdure.memories.extraction.english.spans import Span, aim, listed, noun, proper
from perdure.memories.extraction.english.words import ANIMALS, CAR_MAKES, LANGUAGES, SPORTS
from perdure.memories.extraction.found import Found, alternatives, lazily

__all__ = ["READERS"]

_FLEETING: Final = re.compile(
    r"(?:it|that|this|them|these|those|him|her|you|me|us|what|how|when|where|which|who|to|your|his|their|"
    r"everything|nothing|something|anything|stuff|things|there|here|both|yours|mine|"
    r"the\s+(?:idea|ideas|way|fact|sound|look|thought|second|first|last|new|one|ones|suggestions?|plan|answer|list|"
    r"part|options?|third|name|style|tone|vibe|concept|design|changes?|results?|details?|recipe|story|structure)|"
    r"(?:a|an)\s+(?:good|lot|bit|few|quick|nice|idea|answer|chat|version|copy|list|table|tip)|some\s+(?:tips|help|"
    r"advice|ideas|more|suggestions)|more\s+(?:info|details|tips|help)|(?:being|having|getting|seeing|hearing|"
    r"making\s+(?:a|the))\b.*)(?![\w'])"
)
_THING_OF_TODAY: Final = re.compile(
    r"\b(?:idea|ideas|suggestions?|plan|answers?|version|option|draft|advice|tips?|help|update|photos?|pics?|"
    r"energy|attitude|perspective|point|outfit)$"
)
_DWELLING: Final = re.compile(r"(?:\w+\s+)?(?:house|flat|apartment|place|home|condo)\s+in\s+")
_BUSINESS: Final = re.compile(
    r"(?:\w+\s+)?(?:salon|shop|business|company|bakery|caf[eé]|restaurant|studio|practice|agency|startup|bar|store|"
    r"firm)"
)
_OVER: Final = re.compile(r"\s+(?:over|to|rather\s+than|instead\s+of|than|compared\s+to)\b|\s*,")
_DIET_NOT: Final = frozenset(
    """meat pork beef fish seafood shellfish chicken poultry dairy gluten eggs egg lamb red_meat sugar wheat nuts peanuts soy
    animal_products carbs bread cheese milk onions garlic""".replace("_", " ").split()
) | {"red meat", "animal products"}
_OBJECT: Final = re.compile(r"(?:any\s+|much\s+|a\s+lot\s+of\s+)?")
_HABITS: Final = re.compile(
    r"(?:smoking|drinking|alcohol|coffee|sugar|meat|caffeine|social\s+media|vaping|gluten|dairy|bread|carbs|"
    r"facebook|instagram|twitter|tiktok|cigarettes|soda|chocolate|gambling|gaming|weed|booze|driving)\b"
)
_SPORT: Final = re.compile(
    rf"(?:the\s+)?(?P<v>{alternatives(SPORTS)}|running|climbing|swimming|dancing|knitting|painting|surfing|skiing|"
    r"cycling|yoga|boxing|rowing|gardening|singing|hiking|pottery|ballet|karate|judo)(?![\w-])"
)


def _taste(segment: Segment, attribute: str | None, match: re.Match[str]) -> Iterator[Found]:
    """Lasting tastes; not praise of an answer, and not what one would love to do."""
    if segment.modal or segment.future or (segment.past and not segment.used_to) or _FLEETING.match(segment.low, match.end(), segment.end):
        return
    if re.match(r"\w+ed\b", match.group()) and not segment.perfect:
        return
    if segment.negated and not segment.no_longer:
        if attribute == "dislikes":
            return
        attribute = "dislikes"
    ends = segment.used_to or segment.no_longer
    if _IS_POINTED_AT.match(segment.said, match.end(), segment.end):
        return
    for span in listed(segment.said, match.end(), segment.end, words=6):
        if not _is_passing(segment, span):
            yield found(attribute, segment, span, retracts=ends)


_GENERAL: Final = (
    r"(?:beach|sea|ocean|mountains|outdoors|cold|heat|rain|snow|winter|summer|spring|autumn|forest|countryside|"
    r"theatre|theater|cinema|opera|ballet|circus|piano|violin|guitar|cello|sun|night|city|desert|woods|gym|"
    r"football|soccer|chess|tennis|water|silence|80s|90s|arts|classics)"
)
# "the colours", "my evening", "this one": what is pointed at is praised, not preferred.
_IS_POINTED_AT: Final = re.compile(rf"(?:(?:my|our|your|this|these|that|those|both|all|such|how)\b|(?i:the)\s+(?!(?:[A-Z]|{_GENERAL}\b)))")
_GOES_ON: Final = re.compile(
    r"\s*(?:$|[.,;:!?)]|and\b|or\b|but\b|because\b|so\b|in\b|on\b|with\b|every\b|at\b|since\b|too\b|when\b|even\b|"
    r"as\b|[^\w\s])"
)


def _is_passing(segment: Segment, span: Span) -> bool:
    """Whether a taste is no lasting one, or was not read to its end: "I love making sure that..."."""
    words = segment.low[span[0] : span[1]]
    if (
        _FLEETING.match(words)
        or words in {"the", "a", "an"}
        or _OPTION.search(words)
        or _THING_OF_TODAY.search(words)
        or re.search(r"\b(?:this|that|it|these|those|you|your)\b", words)
    ):
        return True
    return (words.split()[0].endswith("ing") and not _GOES_ON.match(segment.low, span[1], segment.end)) or _VAGUE.match(words) is not None


_OPTION: Final = re.compile(r"\b(?:options?|versions?|choices?|approach|drafts?|ideas?|layouts?)\b|^(?:in|on|at|for|of|to)\s")
_VAGUE: Final = re.compile(
    r"(?:being|having|getting|making\s+(?:sure|it)|knowing|seeing|feeling|giving|taking|spending|going|coming|"
    r"working|thinking|talking|sharing|using|creating|helping|learning|hearing|watching\s+(?:you|them)|rest|home|"
    r"time|focus|direction|theme|energy|vibes?|part|things?|stuff|lots?|plenty)\b(?!\s+out)|an?\s"
)


def _cannot(segment: Segment, _attribute: str | None, match: re.Match[str]) -> Iterator[Found]:
    if (
        not re.search(
            r"(?:can't|cannot|cant|can not|couldn't)$",
            segment.low[: segment.predicate].rstrip().removesuffix(" really").removesuffix(" personally"),
        )
        and not segment.negated
    ):
        return
    for span in listed(segment.said, match.end(), segment.end):
        yield found("dislikes", segment, span)


def _prefer(segment: Segment, _attribute: str | None, match: re.Match[str]) -> Iterator[Found]:
    if segment.past or segment.negated or (segment.modal and match.group().rstrip().endswith(" to")):
        return
    if _IS_POINTED_AT.match(segment.said, match.end(), segment.end):
        return
    over = _OVER.search(segment.low, match.end(), segment.end)
    span = noun(segment.said, match.end(), over.start() if over else segment.end)
    if span is None:
        return
    words = segment.low[span[0] : span[1]]
    setting = re.search(r"(?P<v>dark|light)(?:\s+(?:mode|theme))$|(?P<u>metric|imperial|celsius|fahrenheit)(?:\s+units)?", words)
    if setting:
        group = "v" if setting["v"] else "u"
        place = (span[0] + setting.start(group), span[0] + setting.end(group))
        yield found("setting theme" if group == "v" else "setting units", segment, place)
        return
    if not _is_passing(segment, span):
        yield found("likes", segment, span, 0.85)


def _gave_up(segment: Segment, _attribute: str | None, match: re.Match[str]) -> Iterator[Found]:
    """Given up: a pastime, or a habit."""
    sport = _SPORT.match(segment.low, match.end(), segment.end)
    if sport:
        yield found("hobby", segment, sport.span("v"), retracts=True)
    elif _HABITS.match(segment.low, match.end(), segment.end):
        yield found(None, segment, None, retracts=False)


def _not_eaten(segment: Segment, _attribute: str | None, match: re.Match[str]) -> Iterator[Found]:
    """What somebody does not eat; other meals are no news."""
    if not segment.negated or segment.past:
        return
    for span in listed(segment.said, _OBJECT.match(segment.low, match.end(), segment.end).end(), segment.end):  # type: ignore[union-attr]
        if segment.low[span[0] : span[1]] in _DIET_NOT or segment.no_longer:
            yield found(None, segment, None, 0.8, retracts=False)
            return


def _not_done(segment: Segment, _attribute: str | None, _match: re.Match[str]) -> Iterator[Found]:
    if segment.negated and not segment.past and segment.who.speaker:
        yield found(None, segment, None, 0.8, retracts=False)


def _sold(segment: Segment, _attribute: str | None, match: re.Match[str]) -> Iterator[Found]:
    span = noun(segment.said, match.end(), segment.end)
    if span is None:
        return
    words = segment.low[span[0] : span[1]]
    if dwelling := _DWELLING.match(segment.low, span[0]):
        place = proper(segment.said, dwelling.end(), segment.end)
        if place:
            yield found("home", segment, place, retracts=True)
    elif _BUSINESS.fullmatch(words):
        yield found("employer", segment, None, retracts=True)
    elif words == "car":
        yield found("car", segment, None, retracts=True)
    elif words.split()[0] in CAR_MAKES or words in CAR_MAKES:
        yield found("car", segment, span, retracts=True)
    elif words.split()[-1] in ANIMALS:
        yield found("pet", segment, span, retracts=True)
    else:
        yield found("owns", segment, span, 0.8, retracts=True)


def _goal(segment: Segment, _attribute: str | None, match: re.Match[str]) -> Iterator[Found]:
    if segment.negated or segment.past or not segment.copula:
        return
    if not match.group().startswith(("training for", "saving", "trying", "aiming to", "determined", "aim")):
        return
    span = aim(segment.said, match.end(), segment.end)
    if span and not _NO_AIM.search(segment.low, *span):
        yield found("goal", segment, span, 0.8)


_NO_AIM: Final = re.compile(r"\b(?:it|this|that|them|these|learn\s+about|finish|fix|understand|figure)\b")


def _learns(segment: Segment, _attribute: str | None, _match: re.Match[str]) -> Iterator[Found]:
    if segment.copula and not (segment.negated or segment.past):
        yield found(None, segment, None, 0.7)


def _languages(segment: Segment, _attribute: str | None, match: re.Match[str]) -> Iterator[Found]:
    if segment.negated or segment.past:
        return
    for language in lazily(rf"(?P<v>{alternatives(LANGUAGES)})(?![\w-])").finditer(segment.low, match.end(), segment.end):
        yield found("speaks", segment, language.span("v"))


def _broke_up(segment: Segment, _attribute: str | None, match: re.Match[str]) -> Iterator[Found]:
    """A couple's end: "we broke up", "I split up with Tom"."""
    words = match.group()
    if not segment.who.speaker or not re.search(r"\bup\b|with|from|divorced|separated", words):
        return
    if re.match(r"broke|broken", words) and not re.match(r"brok(?:e|en)\s+up", words):
        return
    if re.search(r"split\s+(?!up)", words) and "with" not in words:
        return
    span = proper(segment.said, match.end(), segment.end)
    named: Span | None = span if span and segment.said[span[0]].isupper() else None
    yield found("partner", segment, named, retracts=True)


def _gone(segment: Segment, _attribute: str | None, match: re.Match[str]) -> Iterator[Found]:
    """A pastime that somebody does no more."""
    if segment.no_longer or segment.used_to:
        yield found("hobby", segment, match.span("v"), retracts=True)


_Reader = Callable[[Segment, str | None, re.Match[str]], Iterator[Found]]
READERS: Final[dict[str, _Reader]] = {
    "taste": _taste,
    "cannot": _cannot,
    "prefer": _prefer,
    "gave_up": _gave_up,
    "not_eaten": _not_eaten,
    "not_done": _not_done,
    "sold": _sold,
    "goal": _goal,
    "gone": _gone,
    "learns": _learns,
    "languages": _languages,
    "broke_up": _broke_up,
}
