"""Ways of life: what somebody does, has always done or never does, and what came of it."""

import re
from typing import Final

from perdure.memories.extraction.english.wider_rules import CAP, NP, OPEN, SPEAKER, START, WHEN, Rule, event, fact, order, preference, rule
from perdure.memories.extraction.english.words import RELATIVES
from perdure.memories.extraction.found import alternatives

__all__ = ["HABITS"]

_TASKS: Final = re.compile(
    r"\b(?:script|code|tests?|query|server|program|file|app|command|build|simulation|model|error|bug|project|"
    r"meeting|essay|draft|this|that|it|your|you|errands?|page|exercise|"
    r"question|answer|now|today|tonight|right\s+now|if|should|could|would|might|want|wish|think|thinking|maybe|"
    r"he|she|they|people|customers?|users?)\b",
    re.IGNORECASE,
)
_AFTER: Final = (
    r"(?:accident|stroke|op|operation|fall|crash|surgery|heart\s+attack|diagnosis|chemo|divorce|split|"
    r"separation|funeral|flood|fire|birth|baby|injury|transplant|"
    r"redundancy|menopause|concussion|war|move)"
)
_NUMBER: Final = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)"
_YEARS: Final = r"(?:\w+\s+)?(?:\d+|[a-z]+(?:-[a-z]+)?)\s+(?:years|decades)"
_DOES: Final = (
    r"(?:collect|breed|grow|restore|brew|farm|sculpt|paint|whittle|knit|sew|crochet|bake|garden|fish|hunt|sail|"
    r"fence|box|climb|cycle|swim|hike|ski|surf|dance|volunteer|babysit|"
    r"busk|commute|meditate|journal|fast|foster|teach|tutor|dj|sing|drum|skate|forage|brew|weave|carve|upcycle|"
    r"thrift|lecture|nurse|busk|stream|blog|proofread\s+for|translate\s+for|freelance|sleepwalk|snore|stutter|"
    r"stammer|lip-?read)"
)
_THINGS: Final = (
    r"(?:smartphone|phone|tv|television|telly|car|microwave|dishwasher|oven|fridge|freezer|air\s+fryer|blender|"
    r"mixer|printer|bank\s+account|credit\s+card|licen[cs]e|computer|washing\s+machine|garden|balcony|lift|"
    r"internet)"
)
_HOMES: Final = (
    r"(?:camper|campervan|van|boat|narrowboat|houseboat|yurt|caravan|bungalow|flat|studio|cottage|farm|"
    r"farmhouse|basement|attic|high-rise|commune|convent|monastery|village|small\s+town|hut|cabin|"
    r"shared\s+house|flatshare|tiny\s+house|mobile\s+home|council\s+flat|island)"
)
_KIN: Final = alternatives(relative for relative, attribute in RELATIVES.items() if not attribute)
_NAME: Final = r"(?-i:(?!(?:I|I'm|And|But|So|The|My|Our|We|He|She|They|It)\b)[A-ZÀ-Ý][\w-]*[a-zà-ÿ])"


def _of_life(said: str, _match: re.Match[str]) -> bool:
    return not _TASKS.search(said)


def _own(said: str, match: re.Match[str]) -> bool:
    return not re.search(r"\b(?:he|she|they|his|her|their|you|your|if|who|which|neighbou?r\w*)\b", said[: match.end()], re.IGNORECASE)


HABITS: Final[tuple[Rule, ...]] = (
    rule(
        "sooner rather die starve",
        (
            rf"\bi'?d\s+(?:sooner|rather)\s+(?:die|starve|eat\s+my\s+(?:hat|shoes?)|go\s+hungry|walk)\s+than\s+(?:eat|"
            rf"drink|touch|watch|listen\s+to|have|wear|drive|go\s+to)\s+(?P<dislikes_np>{NP})"
        ),
    ),
    rule(
        "not never no nope yuck hate",
        (
            r"^\W*(?P<dislikes>[a-z]+(?:\s[a-z]+)?)[?,.]\s+(?:not\s+for\s+me|never\s+(?:liked|again\s+in\s+my\s+life)|"
            r"yuck|can't\s+stand\s+(?:it|them)|hate\s+(?:it|them))\b"
        ),
    ),
    rule("love adore favourite", r"^\W*(?P<likes>[a-z]+(?:\s[a-z]+)?)\?\s+(?:love|adore|always\s+loved)\s+(?:it|them)\b"),
    rule("since", rf"\bsince\s+(?:the|my|our)\s+(?:\w+\s+)?{_AFTER}\b", fact, sure=_own),
    rule(
        "for years decades months",
        (
            rf"{OPEN}(?:(?:i|we)(?:'ve|\s+have)?\s+)(?:been\s+)?(?!been\b)[a-z]+(?:ed|t|en|ing|n)"
            rf"\s+[^.;!?]{{0,40}}?\bfor\s+(?!(?:the\s+)?(?:last|past)\s+(?:few|couple)){_YEARS}\b"
        ),
        fact,
        sure=_own,
    ),
    rule(
        "been",
        (
            rf"{START}been\s+(?:\w+\s+){{1,6}}?(?:for\s+{_YEARS}|since\s+(?:i|my|we|the|\d|january|february|march|april|"
            rf"may|june|july|august|september|october|november|december|last|childhood|school))\b"
        ),
        fact,
        sure=lambda said, _match: (
            re.search(
                (
                    r"\b(?:ages|busy|we\s+(?:last\s+)?(?:talked|spoke|chatted)|chat|waiting|trying|raining|stuck|looking|"
                    r"debugging|down|broken)\b"
                ),
                said,
                re.IGNORECASE,
            )
            is None
        ),
    ),
    rule("on", rf"{START}(?:i'm\s+)?on\s+(?P<medication>\w+)\s+since\b"),
    rule(
        " ".join(sorted(set(re.findall(r"[a-z]+", _DOES)))),
        (
            rf"{OPEN}(?:i|we)\s+(?:also\s+|mostly\s+|still\s+|sometimes\s+|often\s+|"
            rf"only\s+)?{_DOES}\b(?!\s+(?:in\s+my\s+mind))"
        ),
        fact,
        sure=_of_life,
        confidence=0.65,
    ),
    rule(
        "lessons classes course class evening",
        (
            rf"{SPEAKER}(?:i'm\s+)?(?:start(?:ed|ing)?|taking|take|took|signed\s+up\s+for|doing|do|begun|began|having|have|"
            rf"go\s+to|enrolled\s+(?:in|on))\s+(?:my\s+|an?\s+|some\s+)?(?:[\w-]+\s+){{1,3}}?(?:lessons|classes|"
            rf"evening\s+class|course)\b"
        ),
        fact,
        sure=_own,
        confidence=0.65,
    ),
    rule(
        "live lives living in on we're",
        (
            rf"\b(?:i|we|i'm|we're)\s+(?:currently\s+|still\s+|now\s+|actually\s+)?(?:live\s+|living\s+|based\s+)?(?:in|"
            rf"on)\s+an?\s+(?:\w+\s+){{0,2}}?{_HOMES}\b"
        ),
        fact,
        sure=lambda said, match: (
            _own(said, match)
            and re.search((r"\bliv(?:e|ing)\b|most\s+of\s+the\s+year|all\s+year|full[\s-]time"), said, re.IGNORECASE) is not None
        ),
    ),
    rule(
        "mine ours",
        (
            r"\b(?:the|that)\s+(?:job|role|place|flat|house|apartment|position|allotment|part|scholarship|title)(?:'s|"
            r"\s+is)\s+(?:finally\s+|officially\s+)?(?:mine|ours)\b"
        ),
        event,
        sure=_own,
    ),
    rule(
        "op",
        (
            r"(?:\b(?:my|the|after\s+(?:my|the)|a)\s+)?(?:knee|hip|heart|eye|back|shoulder|hernia|cataract|bypass|foot|"
            r"hand|nose|sinus|brain)\s+op\b"
        ),
        event,
        sure=_own,
    ),
    rule("named called", rf"{OPEN}(?:we|i|we've|i've)\s+(?:\w+\s+)?(?:named|called)\s+(?:him|her|them)\s+{_NAME}", fact, confidence=0.65),
    rule(
        "switched moved changed gone converted",
        (
            r"\bi(?:'ve)?\s+(?:\w+\s+)?(?:switched|moved|changed|gone|converted)\s+(?:over\s+)?to\s+(?:(?!the\b)"
            r"[\w-]+\s+){1,3}?(?:for\s+good|completely|permanently|last\s+(?:year|month)|years\s+ago|full[\s-]time)"
            r"\b"
        ),
        preference,
        sure=_own,
    ),
    rule(
        "never learnt learned owned married driven smoked",
        (
            rf"{START}never\s+(?:\w+\s+)?(?:learn(?:t|ed)|owned|married|driven|smoked|flown|left|been\s+(?:abroad|"
            rf"married))\b"
        ),
        fact,
        sure=_own,
    ),
    rule(
        "run own manage",
        (
            rf"{OPEN}(?:i|we|my\s+\w+\s+and\s+i)\s+(?:also\s+|still\s+)?(?:run|own|manage|co-own)\s+(?:an?|our|the)"
            rf"\s+(?:[\w-]+\s+){{1,3}}?(?:in|near|outside|on)\s+{CAP}"
        ),
        fact,
        sure=lambda said, match: (
            _own(said, match)
            and re.search((r"\b(?:script|tests?|query|server|python|docker|linux|windows|aws)\b"), said, re.IGNORECASE) is None
        ),
    ),
    rule(
        "line family stock descended descent",
        (
            r"\b(?:from|of)\s+a\s+(?:long\s+line\s+of|family\s+of)\s+\w+|\b(?:i'm|we're)\s+(?:of\s+\w+\s+(?:descent|"
            r"stock)|descended\s+from)\b"
        ),
        fact,
    ),
    rule(
        ("mum mom mother dad father parent grandmother grandfather stepmum stepdad grandma grandpa"),
        (
            rf"\b(?:i'm|im|i\s+am|as|being|me|a|proud|^)\s*(?:an?\s+)?(?:\w+\s+)?(?:mum|mom|mother|dad|father|parent|"
            rf"stepmum|stepdad)\s+(?:of|to)\s+(?P<child>{_NUMBER}(?:\s+(?:boys|girls|kids|children|sons|daughters|"
            rf"teenagers|teens))?)\b"
        ),
        asking=True,
        sure=lambda said, match: not re.search(r"\b(?:he|she|is\s+a|was\s+a|who\s+is)\b", said[: match.start()], re.IGNORECASE),
    ),
    rule(
        ("grandchildren grandkids nephews nieces grandsons granddaughters stepkids stepchildren stepsons stepdaughters"),
        (
            rf"(?:^\W*|\b(?:have|got|with|and|me,)\s+){_NUMBER}\s+(?:\w+\s+)?(?:grandchildren|grandkids|nephews|nieces|"
            rf"grandsons|granddaughters|stepkids|stepchildren|stepsons|stepdaughters)\b"
        ),
        fact,
        sure=_own,
    ),
    rule(
        "brothers sisters siblings brother sister",
        (
            rf"(?:^\W*|\b(?:i\s+have|i've\s+got|got|with|me,)\s+)(?P<sibling>{_NUMBER}\s+(?:(?:older|younger|big|little|"
            rf"elder|half)[\s-])?(?:brothers?|sisters?|siblings))(?=\s*(?:$|[.,;!]|and\b|in\b|who\b))"
        ),
        sure=_own,
    ),
    rule(
        "oldest youngest eldest middle",
        (
            r"\b(?:i'm|im|i\s+am|being)\s+the\s+(?:oldest|youngest|eldest|middle)\s+(?:of\s+\w+|child|one|sister|"
            r"brother)\b"
        ),
        fact,
        asking=True,
    ),
    rule(
        " ".join({relative.split("_")[0] for relative, attribute in RELATIVES.items() if not attribute}),
        rf"\bmy\s+(?:\w+\s+)?{_KIN},?\s+{_NAME}\b",
        fact,
        confidence=0.6,
    ),
    rule(
        ("degree phd doctorate diploma masters bachelor's bachelors black certificate qualified"),
        (
            r"\bi(?:'ve|\s+have|\s+hold|\s+did)\s+(?:got\s+|a\s+|my\s+|done\s+)*(?:[\w']+\s+)?(?:degree|phd|doctorate|"
            r"diploma|masters?|bachelor'?s|black\s+belt|certificate|pilot'?s\s+licen[cs]e)\b"
        ),
        fact,
        sure=_own,
    ),
    rule(
        "served navy army marines force raf military",
        (
            r"\bi\s+(?:was|served)\s+(?:\w+\s+){0,4}?(?:in|with)\s+the\s+(?:navy|army|marines|air\s+force|raf|military|"
            r"royal\s+\w+|coast\s?guard|police|peace\s+corps)\b"
        ),
        fact,
    ),
    rule(
        "raised adopted fostered orphan",
        (r"\bi\s+was\s+(?:adopted|fostered|orphaned|raised\s+by)\b|\bi'm\s+(?:adopted|an\s+orphan)\b"),
        fact,
    ),
    rule(
        "married wed together",
        (
            rf"(?:{START}|\bi'm\s+|\bwe're\s+|\bi've\s+been\s+|\bwe've\s+been\s+)(?P<relationship>married)"
            rf"\s+(?:for\s+)?(?:\w+\s+)?{_YEARS}|\b(?:we|i)\s+(?:married|wed)\s+in\s+\d{{4}}"
        ),
    ),
    rule(
        "don't dont doesn't do haven't",
        (
            rf"{OPEN}(?:i|we)\s+(?:don't|dont|do\s+not|haven't\s+got|have\s+no)\s+(?:\w+\s+)?(?:eat|drink|smoke|drive|"
            rf"own|have|use|do|wear|fly|celebrate)?\s*(?:an?\s+|any\s+)?(?:{_THINGS}|meat|pork|beef|fish|alcohol|coffee|"
            rf"caffeine|dairy|gluten|sugar|kids|children|siblings|pets|christmas|birthdays|social\s+media|drink|smoke|"
            rf"drive|fly)(?=\s*(?:$|[.,;!]|and\b|so\b|at\b|any\b|because\b|or\b|but\b|in\s+the\b))"
        ),
        fact,
        sure=lambda said, match: (
            _own(said, match) and not re.search((r"\b(?:today|tonight|right\s+now|yet|this\s+(?:week|morning))\b"), said, re.IGNORECASE)
        ),
    ),
    rule(
        "no without",
        (
            rf"^\W*(?:no|without\s+an?)\s+{_THINGS}(?:\s+(?:here|at\s+(?:home|ours|mine|my\s+place)|in\s+(?:the|my|our)"
            rf"\s+(?:house|flat|kitchen|place)|either))\b"
        ),
        fact,
    ),
    rule(
        "landlord landlady evicted eviction rent",
        (
            r"\b(?:our|my|the)\s+(?:landlord|landlady)(?:'s|\s+has|\s+is)?\s+(?:sold|selling|evicting|raised|raising|"
            r"kicking|put)\b|\b(?:we're|i'm|i\s+was|we\s+were|being)\s+(?:being\s+)?evicted\b"
        ),
        event,
        sure=_own,
    ),
    rule(
        "given gave got won inherited left",
        (
            r"\b(?:they've\s+|they\s+|council\s+|she\s+|he\s+|aunt\s+|uncle\s+|gran\s+|grandad\s+)?(?:given|gave|left)"
            r"\s+(?:me|us)\s+(?:the|an?|his|her)\s+(?P<owns>allotment|house|flat|cottage|piano|violin|car|boat|farm|"
            r"watch|ring|land|garden|workshop)\b"
        ),
    ),
    rule(
        "not",
        (
            r"^\W*(?:please\s+|pls\s+|and\s+)?(?:use|write|give|say|spell|quote|answer\s+in)"
            r"\s+[\w\s]{2,25},?\s+not\s+(?:in\s+)?(?:miles|kilomet\w+|inches|feet|pounds|fahrenheit|celsius|ounces|"
            r"cups|dollars|euros|american|british|english|spanish|german|french|us|uk|imperial|metric|\w+)\W*$"
        ),
        order,
        assistant=True,
        sure=lambda said, _match: (
            re.search(
                (
                    r"\b(?:kilomet\w+|miles|inches|feet|pounds|fahrenheit|celsius|ounces|cups|grams|dollars|euros|american|"
                    r"british|english|spanish|german|french|imperial|metric|spelling|bullets?|prose|sentences)\b"
                ),
                said,
                re.IGNORECASE,
            )
            is not None
        ),
    ),
    rule(
        "suit suits",
        (r"\b[\w-]+(?:\s[\w-]+)?\s+suits?\s+me(?:\s+(?:better|best|fine|more))?\b"),
        preference,
        sure=lambda said, match: (
            _own(said, match)
            and not re.search((r"\b(?:it|that|this|monday|tuesday|time|date|which|whatever)\b"), match.group(), re.IGNORECASE)
        ),
    ),
    rule("commute", r"\bi\s+commute\b|\bmy\s+commute\s+is\b", fact),
    rule(
        "lost",
        (
            r"\bi\s+lost\s+(?:my|the)\s+(?:sight|hearing|leg|arm|sense\s+of\s+\w+|eye|finger|foot|hair|licen[cs]e|job|"
            r"home|house)\b|\blost\s+(?:my|the)\s+(?:hearing|sight|use\s+of)\b"
        ),
        event,
    ),
    rule(
        "one stay-at-home breadwinner carer caregiver guardian",
        (
            r"\b(?:i'm|im|i\s+am|being)\s+(?:an?|the|my\s+\w+'s)\s+(?:full-time\s+|main\s+|sole\s+|"
            r"only\s+)?(?:stay-at-home\s+\w+|breadwinner|carer|caregiver|guardian)\b"
        ),
        fact,
        asking=True,
    ),
    rule(
        "tea coffee black sugar milk steak eggs", (r"\bi\s+(?:take|have|drink|like|eat)\s+my\s+(?:tea|coffee|steak|eggs)\s+\w+"), preference
    ),
    rule(
        "back home",
        (
            rf"\b(?:got|just|i'm|we're)\s+back\s+from\s+(?:the\s+|our\s+|a\s+)?(?:{CAP}|honeymoon|hospital|rehab|"
            rf"deployment)[^.;!?]{{0,20}}?(?:{WHEN})"
        ),
        event,
        sure=_own,
    ),
    rule(
        "flooded leak mould mold damp burgled",
        (
            r"\b(?:our|my)\s+(?:basement|flat|house|kitchen|bathroom|roof|cellar)\s+(?:is\s+|was\s+|has\s+|got\s+|"
            r"just\s+)*(?:flooded|burgled|leaking|condemned|burnt|burned)\b"
        ),
        event,
    ),
)
