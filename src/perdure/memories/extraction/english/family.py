"""People and animals of somebody: "my husband Rob", "two cats, Tom and Kit", "our daughter is called Maisie"."""

import re
from collections.abc import Iterator
from typing import Final

from perdure.memories.extraction.english.findings import found
from perdure.memories.extraction.english.segments import Segment
from perdure.memories.extraction.english.spans import Span
from perdure.memories.extraction.english.words import ANIMALS, CAR_MAKES, RELATIVES
from perdure.memories.extraction.found import Found, alternatives, lazily

__all__ = ["kin", "possessions"]

_NAME: Final = (
    r"(?!(?:I|I'm|I'd|I've|And|But|Is|Was|Has|Who|The|My|Our|We|He|She|They|It|In|On|At|So|OK|Monday|Tuesday|"
    r"Wednesday|Thursday|Friday|Saturday|Sunday|Christmas|Easter|January|February|March|April|June|July|August|"
    r"September|October|November|December|[A-Z][\w-]*ish|Mr|English|German|"
    r"French)\b)[A-ZÀ-Ý][a-zà-ÿ]+(?:[-'](?!s\b)[A-Za-zà-ÿ]+)*(?:\s(?!(?:I|And|But|"
    r"Is)\b)[A-ZÀ-Ý][a-zà-ÿ]+(?:[-'](?!s\b)[A-Za-zà-ÿ]+)*)?"
)
_RELATIVE: Final = alternatives(name for name, attribute in RELATIVES.items() if attribute)
_QUALIFIER: Final = (
    r"(?:(?:dear|lovely|beautiful|amazing|older|younger|little|big|elder|eldest|youngest|oldest|middle|only|best|"
    r"closest|new|first|second|third|wonderful|twin|baby|teenage|adult|grown-up|adopted|step|dearest|long-term|"
    r"childhood|school|college|uni|two|three|four|five|other|old|good|\d{1,2}[\s-]?(?:year|month|week)[\s-]?olds?|"
    r"\d{1,2}\s?yo)[\s-]+)*"
)
_AGE_BEHIND: Final = r"(?:,?\s*\(?\d{1,2}\)?)?"
_NAMES: Final = rf"(?P<names>{_NAME}{_AGE_BEHIND}(?:(?:\s*,\s*|\s*,?\s+(?:and|&)\s+|\s*&\s*){_NAME}{_AGE_BEHIND}){{0,5}})"
_CALLED: Final = (
    r"(?:\s*,?\s*(?:(?:who\s+is\s+|who's\s+|she's\s+|he's\s+|they're\s+|is\s+|are\s+|is\s+also\s+)?(?:called|"
    r"named)|'s\s+name\s+is|s?'?\s+names?\s+(?:is|are)|whose\s+names?\s+(?:is|are))\s+)"
)
_MY_KIN: Final = re.compile(
    r"\b(?:[Mm]y|[Oo]ur|"
    rf"[Mm]arried\s+to\s+my)\s+{_QUALIFIER}(?P<relation>{_RELATIVE})(?!-)\b(?!\s+in\s+law)(?:{_CALLED}|\s*(?:,|:|\(|"
    rf"-)?\s*){_NAMES}(?!\s+(?:and\s+I\s+are\s+friends)\b)(?!\w)"
)
_COUNT: Final = r"(?:an?|one|two|three|four|five|six|seven|\d{1,2}|a\s+couple\s+of|twin|some|several|just\s+one|no|grown)"
_ADJECTIVES: Final = (
    r"(?:(?:very|little|lovely|beautiful|adorable|old|older|younger|young|big|small|tiny|rescue|rescued|adopted|"
    r"adoptive|wonderful|amazing|grown[\s-]?up|adult|teenage|twin|baby|energetic|lazy|fluffy|black|white|ginger|"
    r"orange|grey|gray|brown|cute|senior|new|stray|elderly|spoiled|sweet|grumpy|female|male|miniature|toy|standard|"
    r"half|step|great|\d{1,2}[\s-]?(?:year|month|week)[\s-]?old|\d{1,2}\s?yo|(?:one|two|three|four|five|six|seven|"
    r"eight|nine|ten)[\s-]year[\s-]old|beloved|pet|mixed-breed|purebred|long-haired|short-haired|tabby|crazy|hyper|"
    r"gorgeous|feral|house|amazing)[\s,-]+)*"
)
_ANIMAL: Final = alternatives(ANIMALS)
_HAVE: Final = (
    r"(?:have|has|'ve|got|get|adopted|bought|own|owns|keep|raise|rescued|picked\s+up|took\s+in|brought\s+home|"
    r"expecting|have\s+got|'ve\s+got|with|raising)"
)
_HAS_PET: Final = re.compile(
    rf"(?:{_HAVE}\s+)(?:\w+ly\s+|just\s+|also\s+|got\s+|"
    rf"now\s+)*{_COUNT}\s+{_ADJECTIVES}(?P<animal>(?:{_ANIMAL})(?:\s+(?:{_ANIMAL}))?(?:\s+mix)?)(?![\w-])(?!\s+(?:allergy|"
    r"allergies|costume|person|hair|food|meme|problem|sitter|video|toy|day|bed|for\s+(?:dinner|lunch)|in\s+(?:the|"
    r"a)\s+(?:race|fight)|fight|salad|sandwich|soup|curry|tacos?|pie|breast|stock))"
)
_PET_NAMES: Final = re.compile(
    rf"{_CALLED}{_NAMES}|\s*[,:(–—-]+\s*{_NAMES.replace('names', 'listed')}|"
    rf"\s+(?={_NAME}){_NAMES.replace('names', 'direct')}"
)
_AND_PET: Final = re.compile(rf"\s*(?:,|and|&|,\s*and|plus)\s+(?:also\s+)?{_COUNT}\s+{_ADJECTIVES}(?P<animal>(?:{_ANIMAL}))(?![\w-])")
_MY_PET: Final = re.compile(
    rf"\b(?:[Mm]y|[Oo]ur)\s+{_ADJECTIVES}(?P<animal>(?:{_ANIMAL})(?:\s+(?:{_ANIMAL}))?)(?![\w-])(?:{_CALLED}|\s*(?:,|:|\()?\s*){_NAMES}"
)
_HAS_KIN: Final = re.compile(
    rf"(?:{_HAVE})\s+(?:also\s+|just\s+)?{_COUNT}\s+{_ADJECTIVES}(?P<relation>(?:kids|children|sons?|daughters?|"
    r"brothers?|sisters?|siblings|twins?|boys|girls|kid|child|baby\s+boy|baby\s+girl|toddler|half-(?:brothers?|"
    r"sisters?)|step(?:sons?|daughters?|brothers?|sisters?)|boyfriend|girlfriend|wife|husband|stepkids|"
    r"teenagers))(?![\w-])(?!\s+(?:on\s+the\s+way|meal|menu|tantrum))"
)
_AND_KIN: Final = re.compile(
    rf"\s*(?:,|and|&|,\s*and|plus)\s+{_COUNT}\s+{_ADJECTIVES}(?P<relation>sons?|daughters?|brothers?|sisters?|boys?|"
    r"girls?|stepsons?|stepdaughters?)(?![\w-])"
)
_HAS_CAR: Final = re.compile(
    rf"(?:{_HAVE}|drive|drives|bought|purchased|leased?|leasing|got|picked\s+up)\s+(?:myself\s+|"
    r"ourselves\s+)?(?:an?|my|our)\s+(?:(?:new|used|second-hand|old|red|blue|black|white|silver|grey|gray|green|"
    r"\d{4}|brand[\s-]new|beat-up|electric|hybrid|tiny|little|"
    rf"secondhand)\s+)*(?P<v>(?:{alternatives(CAR_MAKES)})(?:\s+(?!and\b|but\b|because|so\b|for\b|with\b|last|this|"
    r"yesterday|from|to\b|now|that|which|in\b|on\b|since|today|recently|i\b|when|while|just|"
    r"which)[\w-]+){0,2})(?![\w-])"
)
_POSSESSIONS: Final = (
    r"(?:piano|guitar|violin|house|flat|apartment|boat|motorbike|motorcycle|bike|bicycle|e-?bike|road\s+bike|"
    r"mountain\s+bike|cargo\s+bike|telescope|3d\s+printer|camera|laptop|macbook(?:\s+(?:pro|air))?|"
    r"iphone(?:\s+\d+)?(?:\s+pro)?|pixel(?:\s+\d+)?|ipad|kindle|playstation|ps5|xbox|nintendo\s+switch|switch|"
    r"drone|tent|campervan|camper\s+van|van|rv|"
    r"cabin|cottage|summer\s+house|holiday\s+home|allotment|greenhouse|sewing\s+machine|espresso\s+machine|"
    r"coffee\s+machine|air\s+fryer|instant\s+pot|treadmill|peloton|kayak|canoe|surfboard|record\s+player|"
    r"synth(?:esi[sz]er)?|keyboard|drum\s+kit|kiln|loom|smartwatch|apple\s+watch|garmin|thinkpad|desktop|"
    r"gaming\s+pc|nas|tv|sofa|oven|washing\s+machine|dishwasher|heat\s+pump|solar\s+panels|scooter|vespa|tractor|"
    r"trailer|pizza\s+oven|projector|home\s+gym|rowing\s+machine|standing\s+desk|hot\s+tub|pool|sauna|farm|"
    r"vineyard|mini\s+cooper|leica|fender|steinway)"
)
_HAS_THING: Final = re.compile(
    r"(?:(?:have|has|'ve\s+got|own|owns|bought|got|purchased|have\s+bought|ordered|built|"
    r"inherited))\s+(?:myself\s+|ourselves\s+|just\s+)?(?:an?|our\s+own|my\s+own|our\s+first|my\s+first|some|"
    r"two)\s+(?P<v>(?:(?!and\b|for\b|to\b|in\b|of\b|"
    rf"with\b)[\w'-]+\s+){{0,3}}?{_POSSESSIONS})(?![\w-])(?!\s+(?:question|problem|issue|lesson|app|case|bag|error|"
    r"repair|party|course|store|shop|deal|plan|insurance|model|company|trip|tour|ride|project|subscription))"
)
_NEAR_HAVE: Final = re.compile(
    r"\b(?:hav|has|got|get|'ve|adopt|bought|own|keep|rais|rescu|picked|took|brought|expect|with|drive|purchas|leas|"
    r"order|built|inherit)"
)


def kin(segment: Segment) -> Iterator[Found]:
    """Relatives and animals that are mentioned with their names."""
    said = segment.said
    for match in _MY_KIN.finditer(said, segment.begin, segment.end):
        relation = " ".join(match["relation"].lower().split())
        attribute = RELATIVES.get(relation.replace(" ", "_"), "")
        plural = relation.endswith("s") or relation in {"children", "twins"}
        for span in _names(match, "names", said, many=plural):
            yield found(attribute, segment, span, 0.9, retracts=False, subject="")
    for match in _MY_PET.finditer(said, segment.begin, segment.end):
        for span in _names(match, "names", said, many=match["animal"].endswith("s")):
            yield found("pet", segment, span, 0.9, retracts=False, subject="")


def possessions(segment: Segment) -> Iterator[Found]:
    """What somebody says to have: animals, children, siblings, cars, things that last."""
    if segment.negated or segment.modal or (segment.past and not segment.used_to):
        return
    low, end = segment.low, segment.end
    start = max(segment.begin, segment.predicate - 8)
    if not _NEAR_HAVE.search(low, start, end):
        return
    for pattern, attribute in ((_HAS_PET, "pet"), (_HAS_KIN, "relation")):
        match = pattern.search(low, start, end)
        if match and not low[match.start() : match.end()].startswith("no "):
            yield from _with_names(segment, match, attribute)
    for pattern, attribute in ((_HAS_CAR, "car"), (_HAS_THING, "owns")):
        match = pattern.search(low, start, end)
        if match and attribute == "owns" and _PLACED.match(segment.said, match.end(), segment.end):
            continue
        if match and not (match["v"].split()[0] in _ALSO_WORDS and segment.said[match.start("v")].islower()):
            yield found(attribute, segment, match.span("v"), 0.85)


_PLACED: Final = re.compile(r"\s+(?:in|near|outside)\s+(?=[A-Z])")
"""A house in a place tells where home is."""
_ALSO_WORDS: Final = frozenset(
    "focus fiesta accord golf polo seat mini escape leaf outback forester ram pilot fit smart range beetle".split()
)
"""Cars whose names are words."""


def _with_names(segment: Segment, match: re.Match[str], attribute: str) -> Iterator[Found]:
    while match:
        group = "animal" if attribute == "pet" else "relation"
        kind = attribute if attribute == "pet" else _relation(match[group])
        named = _PET_NAMES.match(segment.said, match.end(), len(segment.said))
        plural = match[group].endswith("s") or match[group] == "children"
        spans = list(_names(named, "names", segment.said, many=plural) if named and named["names"] else ())
        if named and not spans:
            spans = list(_names(named, "listed" if named["listed"] else "direct", segment.said, many=plural))
        after = named.end() if named and spans else match.end()
        for span in spans or [match.span(group)]:
            yield found(kind, segment, span, 0.9)
        following = (_AND_PET if attribute == "pet" else _AND_KIN).match(segment.low, after, len(segment.low))
        if following is None:
            return
        match = following


def _relation(word: str) -> str:
    if word.startswith(("half-", "brother", "sister", "sibling", "stepbrother", "stepsister")):
        return "sibling"
    return "partner" if word in {"boyfriend", "girlfriend", "wife", "husband"} else "child"


def _names(match: re.Match[str], group: str, said: str, *, many: bool) -> Iterator[Span]:
    begin, end = match.span(group)
    for name in lazily(_NAME).finditer(said, begin, end):
        yield name.span()
        if not many:
            return
