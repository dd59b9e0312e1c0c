"""What happened to somebody, or is planned, and still matters in months: milestones, health, journeys, moves, exams, losses."""

import re
from collections.abc import Iterator
from typing import Final

from perdure.memories.extraction.english.places import PLACES
from perdure.memories.extraction.english.segments import Segment
from perdure.memories.extraction.english.words import ANIMALS
from perdure.memories.extraction.found import Found, alternatives
from perdure.model.memory import Kind
from perdure.model.statement import Reason

__all__ = ["episodes"]

_WHEN: Final = (
    r"\b(?:today|tomorrow|tonight|yesterday|(?:last|next|this|on|in|by|since|until|for|"
    r"over)\s+(?:the\s+)?(?:\w+\s+){0,2}?(?:week(?:end|s)?|months?|years?|days?|summer|winter|spring|fall|autumn|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|"
    r"september|october|november|december|christmas|easter|20\d\d|\d{1,2}(?:st|nd|rd|th))|ago|soon)\b"
)
_DONE: Final = re.compile(
    r"(?:got|getting|gotten)\s+(?:\w+\s+)?(?:married|engaged|divorced|promoted|fired|laid\s+off|pregnant|robbed|"
    r"mugged|accepted|admitted|a\s+(?:raise|promotion|job|scholarship|new\s+job|offer)|the\s+(?:job|offer|position|"
    r"promotion|scholarship|internship|part|grant|keys|place|visa)|my\s+(?:license|licence|degree|diploma|"
    r"driver'?s?\s+licen[cs]e|driving\s+licen[cs]e|citizenship|green\s+card|visa|residency|black\s+belt|braces|"
    r"results\s+back|first\s+\w+))\b"
    r"|(?:had|having)\s+(?:a|our|my)\s+(?:\w+\s+)?(?:baby|c-section|miscarriage|stroke|heart\s+attack|surgery|"
    r"operation|knee\s+surgery|accident|car\s+accident|concussion|root\s+canal|transplant|hip\s+replacement|"
    r"appendectomy)\b|(?:had|having)\s+(?:\w+\s+){0,2}?(?:surgery|an\s+operation|twins)\b"
    r"|(?:gave|given|giving)\s+birth\b|graduated\b|graduating\b|(?:passed|failed|aced|cleared)\s+(?:my|the|"
    r"all\s+my|all\s+the)\s+(?:[\w'-]+\s+){0,3}?(?:exams?|tests?|bar|finals?|boards?|certification|defen[cs]e|viva|"
    r"driving\s+test|interview|audition|licen[cs]e|course|orals?|theory)\b"
    r"|(?:defended|submitted|finished|completed)\s+(?:my|the)\s+(?:[\w'-]+\s+){0,2}?(?:thesis|dissertation|phd|"
    r"degree|masters?|novel|book|manuscript|album|marathon|chemo(?:therapy)?|treatment|training|residency|"
    r"apprenticeship|basement|renovations?)\b"
    r"|(?:published|released|launched|opened|founded|closed)\s+(?:my|our)\s+(?:[\w'-]+\s+){0,3}?(?:book|novel|"
    r"album|paper|app|website|shop|store|business|company|bakery|caf[eé]|restaurant|studio|blog|podcast|product|"
    r"game|startup|first\s+\w+)\b"
    r"|(?:won|placed|came)\s+(?:the|a|an|my|our|first|second|third|1st|2nd|3rd|"
    r"in\s+first)\s*(?:[\w'-]+\s+){0,3}?(?:award|prize|competition|contest|championship|tournament|medal|cup|race|"
    r"league|scholarship|grant|place|lottery|case|bid)\b"
    r"|(?:ran|run|completed|finished|did)\s+(?:my|the|a)\s+(?:[\w'-]+\s+){0,3}?(?:marathon|half[\s-]marathon|"
    r"triathlon|ironman|10k|5k|ultra(?:marathon)?)\b"
    r"|(?:broke|fractured|sprained|tore|twisted|dislocated|injured|burned|burnt|ruptured)\s+(?:my|both|"
    r"a)\s+(?:[\w-]+\s+){0,2}?(?:leg|arm|ankle|wrist|foot|toe|finger|hand|knee|hip|collarbone|rib|ribs|nose|"
    r"shoulder|back|acl|mcl|ligament|meniscus|pulley|hamstring|achilles|elbow|tooth|calf|thumb|jaw|neck)\b"
    r"|(?:was|were|been|am|got|getting)\s+(?:hospitali[sz]ed|diagnosed|operated|in\s+(?:the\s+)?hospital|"
    r"laid\s+off|promoted|evicted|robbed|burgled)\b"
    r"|(?:quit|stopped|gave\s+up|given\s+up|cut\s+out)\s+(?:smoking|drinking|vaping|sugar|coffee|caffeine|alcohol|"
    r"meat|social\s+media|gluten|dairy)\b"
    r"|(?:bought|buying|sold|selling|closed\s+on|renovated|renovating|signed\s+(?:the\s+(?:lease|contract)|"
    r"a\s+(?:lease|contract))|put\s+(?:an|in\s+an)\s+offer\s+on|moved\s+into|building|purchased)\s+(?:on\s+)?(?:a|"
    r"an|our|my|the|for)\s*(?:[\w'-]+\s+){0,3}?(?:house|flat|apartment|home|condo|place|cabin|cottage|farm|land|"
    r"property|lease|contract)\b|signed\s+(?:a|the)\s+(?:lease|mortgage|book\s+deal)\b"
    r"|moved\s+(?:house|out|in(?:\s+(?:together|with))?|back\s+in|home)\b|moving\s+(?:house|out|in\s+(?:together|with))\b"
    r"|(?:adopted|fostered|rescued)\s+(?:a|an|our|two|my)\s+\w+|proposed\b|eloped\b|(?:celebrated|"
    r"celebrating)\s+(?:my|our)\s+(?:[\w-]+\s+){0,2}?(?:anniversary|birthday|wedding|graduation|retirement)\b"
    r"|(?:lost)\s+(?:my|our)\s+(?:[\w'-]+\s+){0,2}?(?:dad|father|mom|mum|mother|grandma|grandpa|grandmother|"
    r"grandfather|brother|sister|husband|wife|son|daughter|baby|dog|cat|job|home|house|wallet|passport|uncle|aunt|"
    r"best\s+friend|friend)\b"
    r"|(?:went|flew|travel+ed|been|drove|sailed|backpacked|moved|returned|came\s+back|got\s+back|just\s+back|"
    r"back)\s+(?:on\s+(?:a|our|my)\s+(?:[\w-]+\s+){0,2}?(?:honeymoon|cruise|road\s+trip|safari|trip|pilgrimage|"
    r"retreat|holiday|vacation)\b|(?:to|from)\s+(?:the\s+)?(?-i:[A-Z][\w'-]+))"
    r"|visited\s+(?:the\s+)?(?-i:[A-Z][\w'-]+)|hiked\s+(?:the\s+)?(?-i:[A-Z])|climbed\s+(?:the\s+|mount\s+|"
    r"mt\.?\s+)?(?-i:[A-Z])|cycled\s+from\s+(?-i:[A-Z])|walked\s+the\s+(?-i:[A-Z])"
    r"|(?:spent)\s+(?:a|two|three|the|my|our|\w+)\s+(?:weeks?|months?|years?|summer|semester|honeymoon|days|weekend)\s+in\s+(?-i:[A-Z])"
    r"|made\s+(?:partner|tenure|it\s+(?:in)?to\s+(?:the\s+)?(?:final|nationals|team))\b|enrolled\s+in\b|"
    r"dropped\s+out\b|got\s+(?:accepted|admitted)\b|got\s+in(?:to|\s+to)\s+(?:(?-i:[A-Z])|med\s+school|college|"
    r"university|uni\b|grad\s+school|law\s+school|the\s+(?:program|course|team))|(?:donated|"
    r"received)\s+a\s+kidney\b|came\s+out\s+(?:to|as)\b|been\s+sober\b|retired\b|became\s+an?\s+(?:dad|father|mom|"
    r"mum|mother|parent|uncle|aunt|grandmother|grandfather|grandma|grandpa|citizen)\b|was\s+born\b"
    r"|applied\s+for\s+(?:a\s+(?:visa|mortgage|patent|grant|scholarship)|citizenship|asylum)\b|"
    r"filed\s+(?:for\s+(?:divorce|bankruptcy)|a\s+patent)\b|totall?ed\s+my\b|crashed\s+(?:my|the)\b",
    re.IGNORECASE,
)
_PLANNED: Final = re.compile(
    r"(?:(?:fly|flying|travel(?:l?ing)?|go|going|head|heading|off|moving|move|driving|sailing|relocat(?:e|ing)|"
    r"emigrat(?:e|ing)|returning|backpacking|away)\s+(?:back\s+|over\s+|on\s+\w+\s+)?(?:to|for|through|around|"
    r"across)\s+(?:the\s+)?(?-i:[A-Z][\w'-]+)(?!\s+(?:Store|Hospital|Cafe|Market|Bank)))"
    r"|(?:spending|spend)\s+(?:a|two|three|the|our|my|\w+)\s+(?:weeks?|months?|summer|semester|holidays?|christmas|"
    r"easter|year|honeymoon|days|weekend)\s+in\s+(?-i:[A-Z])|"
    r"visit(?:ing)?\s+(?:my\s+\w+\s+in\s+)?(?-i:[A-Z][\w'-]+)"
    r"|(?:going|leaving|go|off|away|be)\s+(?:away\s+)?on\s+(?:a|an|our|my|the|maternity|paternity|"
    r"parental)\s*(?:[\w-]+\s+){0,2}?(?:honeymoon|cruise|road\s+trip|safari|trip|pilgrimage|retreat|holiday|"
    r"vacation|leave|sabbatical|exchange|tour)\b|on\s+(?:maternity|paternity|parental)\s+leave\b"
    r"|get(?:ting)?\s+(?:married|divorced|surgery|braces|a\s+divorce)\b|hav(?:e|ing)\s+(?:a\s+baby|another\s+baby|"
    r"twins|(?:\w+\s+)?surgery|an?\s+operation|our\s+(?:first|second|third))\b|expecting\s+(?:(?:a|our|"
    r"my)\s+(?:\w+\s+)?(?:baby|girl|boy|child|son|daughter|first|second|third|grandchild)|twins)\b|due\s+in\s+\w+"
    r"|run(?:ning)?\s+(?:my|the|a)\s+(?:[\w'-]+\s+){0,3}?(?:marathon|half[\s-]marathon|triathlon|ironman|10k|"
    r"ultra)\b|start(?:ing)?\s+(?:my|a|an|the)\s+(?:[\w'-]+\s+){0,3}?(?:job|degree|phd|masters?|course|internship|"
    r"apprenticeship|position|role|chemo(?:therapy)?|treatment|company|business|training|program|residency|"
    r"placement)\b"
    r"|(?:take|taking|sit|sitting|write|writing|have|'ve|having)\s+(?:my|the|a|an)\s+(?:[\w'-]+\s+){0,3}?(?:exams?|"
    r"bar|finals|test|midterms?|driving\s+test|ielts|toefl|gre|gmat|mcat|lsat|audition|viva|defen[cs]e|orals?|"
    r"recital|concert|surgery|operation|competition|tournament|wedding|reunion)\b(?=.*(?:on|in|at|next|this|"
    r"tomorrow|by)\b)"
    r"|retir(?:e|ing)\b(?=.*\b(?:in|next|this|soon|end)\b)|graduat(?:e|ing)\b|defend(?:ing)?\s+my\s+(?:thesis|"
    r"dissertation|phd)\b|buy(?:ing)?\s+(?:a|our|my|the)\s+(?:\w+\s+){0,2}(?:house|flat|apartment|car|home|boat|"
    r"van|condo)\b|adopt(?:ing)?\s+(?:a|an|two|our)\s+\w+|open(?:ing)?\s+(?:a|my|our|"
    r"the)\s+(?:[\w'-]+\s+){0,2}(?:shop|caf[eé]|bakery|restaurant|studio|second|branch|store|salon|clinic|"
    r"practice)\b"
    r"|mov(?:e|ing)\s+(?:in\s+(?:together|with)|out\b|house\b|into\s+(?:a|our|my)\b|on\s+\w+day)|"
    r"host(?:ing)?\s+(?:a|the|my|our)\s+(?:[\w'-]+\s+){0,2}(?:wedding|exchange\s+student|reunion|conference|"
    r"retreat|workshop)\b|give\s+my\s+first\s+\w+|go\s+back\s+to\s+work\s+in\s+\w+",
    re.IGNORECASE,
)
_MY_EVENT: Final = re.compile(
    r"(?:(?:my|our)\s+|(?=(?:the\s+)?(?:midterms?|finals?|exams?|thesis\s+defen[cs]e|surgery|"
    r"wedding)\b)(?:the\s+)?)(?:(?:big|final|first|second|own|next|upcoming|little|eldest|youngest|annual|knee|hip|"
    r"back|eye|heart|wisdom\s+teeth|driving|bar|thesis|final|oral|dental|doctoral|phd|\w+)\s+){0,2}?"
    r"(?:wedding|honeymoon|graduation|surgery|operation|exams?|finals|midterms?|defen[cs]e|viva|due\s+date|"
    r"baby(?:\s+shower)?|trip|flight|vacation|holiday|move|moving\s+day|retirement|recital|concert|marathon|race|"
    r"anniversary(?:\s+party)?|audition|driving\s+test|licen[cs]e\s+test|conference|internship|semester|sabbatical|"
    r"maternity\s+leave|parental\s+leave|divorce|housewarming|reunion|bar\s+mitzvah|bat\s+mitzvah|christening|"
    r"funeral|court\s+date|visa\s+interview|citizenship\s+(?:test|ceremony)|exhibition|book\s+launch|premiere)\s*"
    r"(?:'s|is|are|was|were|starts?|begins?|takes\s+place|went|will\s+be|got\s+(?:moved|postponed|cancelled|rescheduled))\s",
    re.IGNORECASE,
)
_DEATH: Final = re.compile(
    r"\b(?:just\s+|recently\s+|sadly\s+|has\s+|have\s+|unexpectedly\s+|suddenly\s+)*(?:died|passed\s+away|"
    r"passed\s+on|was\s+put\s+to\s+sleep|crossed\s+the\s+rainbow\s+bridge)\b",
    re.IGNORECASE,
)
_PET_DIED: Final = re.compile(rf"(?:my|our)\s+(?:[\w-]+\s+){{0,2}}?{alternatives(ANIMALS)}(?:\s*,?\s*\w+,?)?\s+{_DEATH.pattern}")
_KIN_EVENT: Final = re.compile(
    r"(?:just\s+|recently\s+|finally\s+|is\s+|are\s+|has\s+|'s\s+|was\s+|were\s+|got\s+|will\s+be\s+|gets\s+|"
    r"will\s+)*(?:getting\s+married|got\s+married|married|got\s+engaged|engaged|pregnant|expecting|born|graduated|"
    r"graduating|had\s+a\s+(?:baby|stroke|heart\s+attack)|gave\s+birth|retired|diagnosed|in\s+(?:the\s+)?hospital|"
    r"started\s+(?:school|kindergarten|university|college|daycare|walking|nursery)|starts\s+(?:school|kindergarten|"
    r"university|college|daycare|nursery)|moved\s+(?:out|in|away)|moving\s+(?:out|in|away)|turned\s+\w+|"
    r"turns\s+\w+|lost\s+(?:his|her|their)\s+job|got\s+(?:divorced|promoted|into|accepted|fired|laid\s+off)|"
    r"broke\s+(?:his|her|their)\s+\w+|has\s+(?:cancer|dementia|alzheimer'?s)|passed\s+(?:his|her|their)\s+\w+)\b",
    re.IGNORECASE,
)
_ELLIPTIC: Final = re.compile(
    r"^\W*(?:(?:so|ok|and|yes|yeah|btw|update|good\s+news|big\s+news|great\s+news|news|hey|hi|well|oh|finally|"
    r"just)\W+)*(?:(?:the\s+)?(?:flights?|tickets?|hotel|trip|train)\s+(?:(?:is|are|got)\s+)?(?:all\s+)?booked\b|"
    r"booked\s+(?:the|our|my|a)\s+(?:flights?|trip|tickets?|cruise|hotel|honeymoon|venue|holiday|vacation)\b)",
    re.IGNORECASE,
)
_BACK_HOME: Final = re.compile(
    r"\bback\s+from\s+(?:the\s+|my\s+trip\s+to\s+|our\s+trip\s+to\s+|a\s+\w+\s+in\s+)?(?-i:[A-Z][\w'-]+)", re.IGNORECASE
)
_LASTING: Final = re.compile(
    r"(?:(?:i|we)\s+(?:(?:also|just|really|usually|mostly|actually|still|now)\s+)*(?:can't\s+(?:eat|drink|drive|"
    r"swim|cook|ride\s+a\s+bike|whistle|have\s+(?:kids|children)|do\s+(?:dairy|gluten|spicy))|don't\s+(?:drink|"
    r"smoke|eat\s+(?:meat|pork|fish|dairy|sugar|gluten)|drive|have\s+(?:a\s+car|kids|children|pets|a\s+tv|siblings|"
    r"social\s+media)|own\s+a\s+car|celebrate|cook|speak|vote)|never\s+(?:drink|smoke|eat|learned|learnt|drive|"
    r"married|wear)|always\s+(?:wake|get\s+up|go\s+to\s+bed|work|wear|carry|order|take|have\s+(?:coffee|tea|"
    r"breakfast)|drink|eat|start\s+my\s+day)|"
    r"wake\s+up\s+at\s+\d|get\s+up\s+at\s+\d|go\s+to\s+bed\s+at\s+\d|wear\s+(?:glasses|contacts|contact\s+lenses|"
    r"hearing\s+aids?|a\s+hearing\s+aid|braces|size)|use\s+(?:a\s+wheelchair|hearing\s+aids?|crutches|"
    r"screen\s+readers?|a\s+screen\s+reader|vim|neovim|emacs|arch|linux|a\s+mac|windows)|type\s+(?:fast|slow)|"
    r"sleep\s+(?:badly|poorly|\d)|commute\s+(?:by|to)|homeschool|work\s+(?:nights|from\s+home|remotely|"
    r"part[\s-]?time|weekends|night\s+shifts)|fast\s+(?:during|on)|observe\s+(?:shabbat|ramadan|lent)|"
    r"keep\s+(?:kosher|halal|bees|chickens)|meditate|go\s+to\s+church|have\s+(?:perfect\s+pitch|a\s+phd|a\s+degree|"
    r"a\s+masters?|no\s+(?:kids|children|siblings|sense\s+of\s+(?:smell|direction))|an?\s+(?:sweet\s+tooth|twin|"
    r"fear\s+of|phobia)|two\s+left\s+feet|trouble\s+sleeping|long\s+hair|curly\s+hair|(?:blue|brown|green)\s+eyes|"
    r"tattoos)|served\s+in\s+the|was\s+(?:raised|adopted|homeschooled)|were\s+married|have\s+been\s+(?:married|"
    r"sober|together|vegan|vegetarian)|'ve\s+been\s+(?:married|sober|together|vegan|vegetarian)))\b",
    re.IGNORECASE,
)


def episodes(segment: Segment) -> Iterator[Found]:
    """At most one episode or lasting fact of a predication."""
    said, low = segment.said, segment.low
    if segment.modal and not segment.low[segment.predicate : segment.end].startswith("can't"):
        return
    mine = segment.who.speaker
    if mine and not segment.negated:
        yield from _own(segment)
    elif segment.who.relation is not None and not segment.negated:
        if (
            _DEATH.search(said, segment.predicate - 12 if segment.predicate > 12 else 0, segment.end)
            or _KIN_EVENT.match(said, segment.predicate, segment.end)
            or _KIN_EVENT.match(said, _after_subject(segment), segment.end)
        ):
            yield _event(segment, Reason.EVENT, subject="user")
    elif segment.who.noun in {"my", ""} and (
        (_MY_EVENT.match(low, segment.begin, segment.end) and _DATED.search(low, segment.begin))
        or _PET_DIED.match(low, segment.begin, segment.end)
    ):
        yield _event(segment, Reason.PLAN if _is_ahead(segment) else Reason.EVENT)
    if mine and _LASTING.match(said, segment.begin, segment.end):
        yield Found(None, None, Kind.FACT, Reason.FACT, segment.begin, segment.end)


_DATED: Final = re.compile(rf"{_WHEN}|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\d", re.IGNORECASE)


def _after_subject(segment: Segment) -> int:
    return max(segment.begin, segment.predicate - 10)


def _own(segment: Segment) -> Iterator[Found]:
    said = segment.said
    ahead = segment.future or (segment.copula and not segment.past and not segment.perfect) or not (segment.past or segment.perfect)
    if not segment.future and (done := _DONE.match(said, segment.predicate, segment.end)):
        if _matters(segment, done):
            yield _event(segment, Reason.EVENT)
    elif ahead and (planned := _PLANNED.match(said, segment.predicate, segment.end)):
        if (segment.copula or segment.future or _DATED.search(said, segment.begin)) and _matters(segment, planned):
            yield _event(segment, Reason.PLAN)
    elif _BACK_HOME.search(said, segment.begin, segment.end) and (segment.copula or segment.perfect or segment.past):
        yield _event(segment, Reason.EVENT)


_GOES: Final = re.compile(
    r"(?:went|been|visit\w*|go(?:ing)?|head(?:ing)?|off|back|came\s+back|got\s+back|returned|returning|driving|"
    r"drove|move|moved|moving|away)\b",
    re.IGNORECASE,
)
_NAMED_PLACE: Final = re.compile(r"(?-i:[A-Z][\w'-]*)(?:\s(?-i:[A-Z][\w'-]*))*")
_JOURNEY: Final = re.compile(
    r"\b(?:honeymoon|vacation|holidays?|trip|cruise|abroad|(?:for|in)\s+(?:a|two|three|\w+)\s+(?:weeks?|months?|"
    r"years?|semesters?)|semester|retreat|pilgrimage|reunion|wedding|funeral|conference|leave|safari|tour|exchange|"
    r"for\s+good)\b",
    re.IGNORECASE,
)


def _matters(segment: Segment, match: re.Match[str]) -> bool:
    """Whether a way somewhere is a journey, and not a walk to the library; all else that was found matters."""
    if not _GOES.match(match.group()) or not _NAMED_PLACE.search(match.group()):
        return True
    place = _NAMED_PLACE.search(segment.said, max(match.end() - 12, match.start() + 2))
    words = place.group().lower() if place else ""
    return words in PLACES or any(word in PLACES for word in words.split()) or _JOURNEY.search(segment.said, segment.begin) is not None


def elliptic(said: str) -> bool:
    """Whether a clause without a subject tells of something booked."""
    return _ELLIPTIC.match(said) is not None


def _is_ahead(segment: Segment) -> bool:
    return not segment.past


def _event(segment: Segment, reason: Reason, subject: str | None = None) -> Found:
    return Found(
        None, None, Kind.EPISODE, reason, segment.begin, segment.end, subject=subject, confidence=0.8 * (0.75 if segment.hedged else 1)
    )
