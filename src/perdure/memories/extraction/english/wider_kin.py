"""Family, friends and animals, told in passing: "our Mia", "two cats at our place", "mum is called Ruth"."""

import re
from typing import Final

from perdure.memories.extraction.english.wider_classes import ANIMAL, ANIMAL_WORDS
from perdure.memories.extraction.english.wider_rules import CAP, KIN, OPEN, START, Rule, event, fact, rule
from perdure.memories.extraction.english.words import RELATIVES
from perdure.memories.extraction.found import alternatives

__all__ = ["FAMILY"]

_NAME: Final = (
    r"(?-i:(?!(?:I|I'm|And|But|So|The|My|Our|We|He|She|They|It|Just|Help|Not|Any|Help|Ideas|Can|What|How|"
    r"Monday|Sunday|Friday)\b)[A-ZÀ-Ý][\w-]*[a-zà-ÿ](?!\w))"
)
_OF: Final = {
    "partner": "wife husband partner girlfriend boyfriend fiancé fiancée fiance fiancee hubby missus spouse",
    "child": (
        "son daughter kid lad lass baby toddler boy girl eldest youngest oldest stepson stepdaughter little_one "
        "little_girl little_boy firstborn newborn bairn"
    ),
    "sibling": "brother sister bro sis stepbrother stepsister step-brother step-sister twin kid_brother kid_sister",
    "parent": "mother father mom mum dad mam mama papa mummy mommy daddy ma pa",
    "friend": "best_friend bestie best_mate mate buddy bff",
}
_GATE: Final = " ".join(RELATIVES).replace("_", " ")
_RELATIVES: Final = alternatives({*RELATIVES, "step-brother", "step-sister", "neighbour", "boss", "ex"})
_EVERYONE: Final = r"(?:mum|mom|mam|dad|daddy|mummy|papa|mama|gran|nan|grandma|grandpa|granny|grandad|granddad|nana|pops|auntie|uncle)"
_TOUCHED: Final = (
    r"(?:is\s+off\s+to|'s\s+off\s+to|is\s+going\s+to\s+(?-i:[A-Z])|is\s+in\s+(?:her|his)\s+\w+\s+year|"
    r"'s\s+in\s+(?:her|his)\s+\w+\s+year|moved|got|gets|getting|starts?|started|turns?|turned|had|has\s+just|"
    r"'s\s+just|just|died|passed|graduated|graduates|proposed|left|lost|broke|came\s+out|goes\s+to|is\s+at|"
    r"lives|works|was\s+born|arrived|retired|married|is\s+getting|is\s+expecting|'s\s+(?:getting|expecting|"
    r"pregnant|in\s+hospital|starting)|is\s+(?:pregnant|in\s+hospital|starting|moving|turning)|(?:is|was)\s+a|"
    r"has\s+(?:been|finally|got)|finally\s+left|qualified|gave\s+birth|is\s+due|joined|quit|ran|won|"
    r"passed\s+h(?:is|er))"
)


def _rules_of(attribute: str, words: str) -> list[Rule]:
    kin = alternatives(words)
    gate = " ".join(words.replace("_", " ").split())
    called = (
        r"(?:is|was|'s)\s+(?:called|named)|(?:'s|is)\s+name\s+is|name\s+is|(?:is|was)(?=\s+(?-i:[A-Z][a-z]+)"
        r"\s*(?:$|[.;!,)]|and\b))|(?:goes\s+by)"
    )
    return [
        rule(
            gate,
            rf"(?:\b(?:my|our|the)\s+(?:\w+\s+)?|{START})(?:best\s+)?{kin}(?:'s)?\s+(?:{called})\s+(?P<{attribute}>{_NAME}(?:\s{_NAME})?)",
        ),
        rule(
            gate,
            rf"\b(?:my|our|the)\s+(?:(?!ex\b)\w+\s+)?{kin}(?:\s+of\s+\w+\s+years)?\s*[,(]\s*(?P<{attribute}>{_NAME})\s*[,)]",
            asking=True,
        ),
        rule(
            gate,
            rf"\b(?:my|our)\s+(?:(?!ex\b)\w+\s+)?{kin},?\s+(?P<{attribute}>{_NAME})(?!'s\s+(?:day|birthday))(?=\s*(?:$|[,.;!?]|\w))",
            asking=True,
            confidence=0.7,
        ),
        rule(
            gate,
            rf"(?<!^)\b(?P<{attribute}>{_NAME})(?<!ly)(?:'s\s+\w+)?\s*(?:\(\s*(?:(?:she|he)(?:'s|\s+is)\s+)?|,\s*)(?:my|"
            rf"our)\s+(?:\w+\s+)?{kin}\b",
            asking=True,
        ),
    ]


def _not_other(said: str, match: re.Match[str]) -> bool:
    return not re.search(
        r"\b(?:he|she|they|his|her|their|neighbou?r\w*|customer|friend's|sister's|brother's|is\s+there|are\s+there|"
        r"adults|which|if|want\w*|wish|need)\b",
        said[: match.start() + 2],
        re.IGNORECASE,
    )


FAMILY: Final[tuple[Rule, ...]] = (
    *(each for attribute, words in _OF.items() for each in _rules_of(attribute, words)),
    rule("late", rf"\bmy\s+late\s+(?:wife|husband|partner|fiancée?)\b(?:,?\s+(?P<no_partner>{_NAME}))?", fact),
    rule(
        "our",
        rf"{OPEN}our\s+(?P<child>(?-i:(?!(?:I|Lord|Lady|House|Monday|Friday|Sunday|Christmas|English|Google|Zoom|"
        rf"Slack)\b)[A-Z][a-z]+))\s+(?=(?:got|has|is|was|starts?|started|turns?|turned|wants|won't|just|'s|loves|"
        rf"hates|passed|graduat\w+|came|had|goes|will)\b)",
        confidence=0.6,
    ),
    rule(
        "called named call",
        rf"\b(?:we've|we|we're|i|i've)\s+(?:\w+\s+)?(?:called|named|calling|naming|call)\s+(?:her|him|them)\s+(?P<child>{_NAME})",
        sure=lambda said, _match: (
            re.search(r"\b(?:baby|born|arrived|little\s+one|birth|kilos|pounds|girl|boy|daughter|son|newborn)\b", said, re.IGNORECASE)
            is not None
        ),
    ),
    rule(
        "kids kid sons daughters children boys girls son daughter twins kiddos grown-up grandchildren grandkids",
        r"(?:^\W*|[,;]\s*|\b(?:have|got|with|raising|of)\s+)(?:and\s+)?(?:(?:we|i)(?:'ve)?\s+(?:have\s+|got\s+)"
        r")?(?P<child>(?:one|two|three|four|five|six|seven|\d|a|twin)\s+(?:(?:little|small|young|grown-up|grown|"
        r"teenage|adult|school-age|lovely|step)\s*-?)?(?:kids?|sons?|daughters?|children|boys|girls|kiddos|"
        r"toddlers?|teenagers?))(?=\s*(?:$|[.,;!()]|and\b|at\b|who\b|here\b|aged\b|under\b|now\b|so\b|to\b|with\b|"
        r"in\b|of\s+(?:my|our)\b))",
        sure=_not_other,
    ),
    rule(
        "twins triplets",
        r"\b(?:the|our|my)\s+(?P<child>twins|triplets)\s+(?:turn|turned|start|started|are|were|have|just|will|go|"
        r"love|hate|won't|arrived)\b",
    ),
    rule(
        "boy girl",
        rf"^\W*(?:\w+\.\s+)?an?\s+(?:boy|girl)\s+and\s+an?\s+(?:boy|girl)(?:,\s+(?P<child>{_NAME})\s+and\s+(?P<child2>{_NAME}))?",
        fact,
    ),
    rule(
        "child childless childfree kids children siblings only no pets",
        rf"(?:{START}(?:(?:i'm|i\s+am|we're)\s+)?(?:an?\s+)?only\s+child\b|{START}(?:(?:i|we)"
        rf"\s+have\s+)?no\s+(?:kids|children|siblings|pets)(?=\s*(?:$|[.,;!]|and\b|of\b|here\b|yet\b)))",
        fact,
    ),
    rule("wanted had have none married", r"\bnever\s+(?:wanted|had|married)\s+any\b|\bnever\s+(?:got\s+)?married\b", fact),
    rule(
        " ".join(ANIMAL_WORDS),
        rf"(?:^\W*|[,;]\s*|\b(?:and|with|have|got|adopted|keep)\s+)(?P<pet>(?:a|an|one|two|three|four|five|six|\d)"
        rf"\s+(?:(?:rescue|old|little|young|fat|grumpy|lovely|ginger|black|white|big|small|elderly|retired|indoor|"
        rf"house)\s+)?{ANIMAL})\s*(?:\((?P<pet2>{_NAME})\))?(?:\s+and\s+(?P<pet3>(?:a|an|one|two|three|\d)"
        rf"\s+{ANIMAL}))?(?=\s*(?:$|[.,;!()]|at\s+(?:home|our|my)|here\b|and\s+no\b|and\b|called\b|named\b|"
        rf"in\s+(?:the|our|my)\s+(?:house|flat|home|family)))",
        sure=lambda said, match: (
            _not_other(said, match)
            and (
                re.search(r"\b(?:i|we|my|our|me|us|household|home|kids?|here|no)\b", said, re.IGNORECASE) is not None
                or len(said.split()) < 8
            )
            and not re.search(
                r"\b(?:saw|see|seen|heard|in\s+the\s+park|eat|picture|photo|drawing|cartoon|wish|want|might|raining|if)\b",
                said,
                re.IGNORECASE,
            )
        ),
    ),
    rule(
        " ".join(ANIMAL_WORDS),
        rf"^\W*{ANIMAL}\b[^.;!?]{{0,25}},\s+(?:one|two|three|four|five|six|\d)\s*[.!]*$",
        fact,
        sure=lambda said, _match: len(said.split()) < 9,
    ),
    rule(
        " ".join(ANIMAL_WORDS),
        rf"\b(?:the|my|our)\s+(?:\w+\s+)?{ANIMAL}(?:'s\s+name\s+is|'s\s+called|\s+(?:is\s+)?(?:called|named)|"
        rf"\s+goes\s+by)\s+(?P<pet>{_NAME})",
        sure=_not_other,
    ),
    rule(
        " ".join(ANIMAL_WORDS),
        rf"\b(?:my|our)\s+(?:\w+\s+)?{ANIMAL}(?:,\s+|\s+|\s+\()(?P<pet>{_NAME})(?=\s*(?:$|[.,;!?)]|\w))",
        sure=_not_other,
        asking=True,
    ),
    rule(
        " ".join(ANIMAL_WORDS),
        rf"\b(?:my|our|the)\s+(?:\w+\s+)?(?P<no_pet>{ANIMAL})(?:'s|\s+has|\s+was|\s+is|"
        rf"\s+had)?\s+(?:gone\s+to\s+live|died|passed|rehomed|had\s+to\s+be\s+put|to\s+be\s+put|been\s+put|"
        rf"put\s+(?:down|to\s+sleep)|ran\s+away|no\s+longer\s+with)",
        sure=_not_other,
    ),
    rule(
        "another adopted rescued fostered got",
        rf"\b(?:i|we|i've|we've|\w+\s+got\s+me|finally)\s+(?:just\s+|finally\s+|have\s+)?(?:adopted|rescued|"
        rf"fostered|took\s+in|got|brought\s+home|picked\s+up)?\s*(?:another|a\s+new|a\s+second|a)"
        rf"\s+(?:\w+\s+)?(?P<pet>{ANIMAL}|bird)\b(?=[^.;!?]*(?:called|named|home|shelter|rescue|$))"
        rf"(?:[^.;!?]{{0,30}}?\b(?:called|named)\s+(?P<pet2>{_NAME}))?",
        sure=_not_other,
        confidence=0.65,
    ),
    rule(
        "engaged married divorced wed proposed separated divorce eloped fiancé fiancée yes",
        rf"(?:\b(?:we|i|we're|i'm|i've|we've)\s+(?:\w+\s+)?(?:got|are|am|getting|just|been|"
        rf"finally)?\s*(?:(?P<relationship>engaged|married|divorced|separated)\b|eloped|tied\s+the\s+knot|"
        rf"split\s+up|broke\s+up)|\b(?:she|he|they)\s+said\s+yes\b|{START}proposed\b)(?!\s+to\s+the\s+idea)",
        event,
        sure=lambda said, _match: (
            not re.search(
                r"\b(?:when\s+we\s+get|not\s+married|should|engaged\s+(?:in|with|users|audience)|more\s+engaged)\b", said, re.IGNORECASE
            )
        ),
    ),
    rule(
        "split broke breakup broken dumped left divorce separation",
        rf"{OPEN}(?:(?:{_NAME}|my\s+\w+|he|she)\s+and\s+(?:i|me)\s+(?:have\s+|'ve\s+|just\s+)?(?:split(?:\s+up)?|"
        rf"broke\s+up|separated|are\s+(?:done|over|divorcing)|called\s+it\s+(?:a\s+day|off|quits))|(?:we|i)"
        rf"(?:'ve)?\s+(?:just\s+)?(?:split\s+up|broke\s+up|broken\s+up|called\s+off\s+the\s+wedding))|\b(?:my|the)"
        rf"\s+(?:\w+\s+)?(?:divorce\s+(?:papers|came|is\s+final|went)|(?:husband|wife|boyfriend|girlfriend|partner|"
        rf"fiancée?)\s+(?:left|dumped)\s+me)",
        event,
    ),
    rule(
        "expecting pregnant due baby grandmother grandfather grandparents miscarriage miscarried born arrived birth trying ivf",
        r"\b(?:we're|we\s+are|i'm|i\s+am|wife's|wife\s+is|she's)\s+(?:\w+\s+)?(?:expecting(?=\s*(?:$|[!.,;]|"
        r"a\s+(?:baby|boy|girl|child)|our|twins|in\b|again))|pregnant|due\s+(?:in|on)\s)|"
        r"\bwe\s+lost\s+the\s+baby\b|\b(?:i|we)\s+(?:had\s+a\s+)?miscarr\w+|\b(?:our|my)\s+(?:\w+\s+){0,2}?(?:one|"
        r"baby|girl|boy|daughter|son|grandson|granddaughter|niece|nephew)\s+(?:arrived|was\s+born|is\s+here|came)"
        r"\b|\bdue\s+date\b",
        event,
        sure=lambda said, _match: not re.search(r"\bdue\s+date\s+(?:of|for)\s+the|\bif\b", said, re.IGNORECASE),
    ),
    rule(
        "died passed dies death funeral lost dead passing cremation",
        rf"(?:\b(?:my|our)\s+(?:\w+\s+){{0,2}}?\w+|{OPEN}{_EVERYONE}|^\W*{_NAME})(?:'s|\s+has|\s+have|\s+just|"
        rf"\s+sadly|\s+recently)*\s+(?:died|passed(?:\s+(?:away|on)|(?=\s*(?:$|[.,;!]|on\b|in\b|last\b|this\b|"
        rf"yesterday\b)))|is\s+(?:dead|gone\s+now))|\b(?:i|we)(?:'ve)?\s+(?:just\s+|recently\s+)?(?:lost|buried)"
        rf"\s+(?:my|our)\s+\w+|\bsince\s+(?:my\s+)?(?:{_RELATIVES}|{_EVERYONE})\s+(?:died|passed|left)|\b(?:my|our)"
        rf"\s+\w+'s\s+funeral\b",
        event,
        sure=lambda said, _match: (
            not re.search(
                r"\b(?:keys?|wallet|phone|battery|laptop|printer|router|modem|tablet|fridge|boiler|dishwasher|microwave|tv|"
                r"screen|monitor|app|pc|mac|hard\s+drive|oven|kettle|car|engine|file|data|connection|server|computer|"
                r"the\s+(?:bill|law|test|exam)|tests?\s+passed|exam|build|check|lost\s+my\s+(?:train|place|temper|mind|way|"
                r"focus|cool|motivation|touch))\b",
                said,
                re.IGNORECASE,
            )
        ),
    ),
    rule(
        "turns turn turned turning",
        rf"(?:{KIN}|\b{_NAME}\s+)(?:turns|turn|turned|is\s+turning|'s\s+turning|will\s+be|just\s+turned)"
        rf"\s+(?:\d{{1,3}}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|sixteen|eighteen|"
        rf"twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b",
        fact,
        confidence=0.65,
    ),
    rule(
        "90th 80th 70th 60th 50th 40th 30th 21st 18th birthday birth #",
        rf"(?:\b(?:my|our)\s+{_RELATIVES}|\b{_EVERYONE}|\b{_NAME})'s\s+(?:birthday|b-?day|\d{{1,3}}(?:st|nd|rd|th)"
        rf"(?:\s+birthday)?)\s+(?:is|'s|falls|was)\s+(?:on\s+)?(?:the\s+)?\w+",
        event,
    ),
    rule(
        _GATE + " gran mam nan",
        rf"(?:{START}|\b(?:my|our)\s+(?:(?:little|younger|older|elder|big|best|eldest|youngest|oldest|step-?)\s*)?)"
        rf"(?:{_RELATIVES}|{_EVERYONE})(?:,?\s+{_NAME})?(?:,\s+[^.;!?,]{{2,40}},)?(?:'s)?\s+(?:{_TOUCHED})\b",
        fact,
        confidence=0.6,
        sure=lambda said, _match: (
            len(said.split()) > 4
            and not re.search(
                r"\b(?:got\s+(?:me|a\s+question|mad)|just\s+(?:called|texted|asked|said|told|left|came\s+home|got\s+home|"
                r"arrived)|kids?\s+(?:these|just)|if|would|might|wants?\s+to\s+know)\b",
                said,
                re.IGNORECASE,
            )
        ),
    ),
    rule(
        _GATE + " nan gran",
        rf"(?:\b(?:my|our)\s+(?:\w+\s+)?|{START})(?P<kin>{_RELATIVES}|{_EVERYONE})(?:,?\s+(?P<who>{_NAME})"
        rf")?(?:,\s+[^.;!?,]{{2,30}},)?(?:'s|\s+is|\s+has)?\s+(?:\w+\s+)?(?:(?:just\s+)?(?:moved|moving|relocated|"
        rf"relocating)\s+(?:back\s+)?to|lives?\s+in|living\s+in|settled\s+in|based\s+in)\s+(?P<home>{CAP})",
        asking=True,
    ),
    rule(
        _GATE + " nan gran flies",
        rf"(?:\b(?:my|our)\s+(?:\w+\s+)?|{START})(?P<kin>{_RELATIVES}|{_EVERYONE})(?:,?\s+(?P<who>{_NAME})"
        rf")?,?\s+(?:who\s+)?(?:works?|flies|drives|nurses|teaches)\s+(?:for|at|with)"
        rf"\s+(?P<employer>(?:the\s+)?{CAP})",
        asking=True,
    ),
    rule(
        _GATE + " nan gran",
        rf"(?:\b(?:my|our)\s+(?:\w+\s+)?|{START})(?P<kin>{_RELATIVES}|{_EVERYONE})(?:,?\s+(?P<who>{_NAME})"
        rf")?,?\s+(?:(?:is|'s|was)\s+an?|(?:works?|has\s+just\s+qualified|qualified|trained)\s+as\s+an?|who's\s+an?|"
        rf"who\s+is\s+an?)\s+(?P<occupation_tr>[\w'-]+(?:\s[\w'-]+){{0,3}})",
        asking=True,
    ),
    rule(
        "vegan vegetarian vegan,",
        rf"\b(?:it's\s+)?my\s+(?P<kin>{_RELATIVES})(?:\s+(?P<who>{_NAME}))?,?\s+(?:is|who's|who\s+is|'s|has\s+gone|"
        rf"went|turned)\s+(?:an?\s+|the\s+)?(?P<diet>vegan|vegetarian|veggie|pescatarian|celiac|coeliac|gluten-free)",
        asking=True,
    ),
    rule(
        "stopped eats eating",
        r"(?:\bmy\s+\w+|\b(?:she|he)|^\W*\w+)(?:\s+has|'s)?\s+(?:stopped\s+eating|no\s+longer\s+eats|won't\s+eat|"
        r"eats\s+only|only\s+eats)\s+\w+",
        fact,
        sure=lambda said, _match: not re.search(r"\b(?:i|cat|dog)\b", said[:6], re.IGNORECASE),
    ),
    rule(
        "she's shes he's hes she he",
        r"^\W*(?:and\s+)?(?:she|he)(?:'?s|\s+is)\s+(?:only\s+|just\s+|now\s+|almost\s+)?(?:\d{1,2}|one|two|three|"
        r"four|five|six|seven|eight|nine|ten|eleven|twelve)\s+(?:years?|months?|weeks?)(?:\s+old)?(?=\s*(?:$|[.,!]|"
        r"and\b|now\b|old\b))",
        fact,
        confidence=0.65,
    ),
    rule("shes he's she's hes allergic", r"\b(?:she|he)(?:'?s|\s+is)\s+(?:\w+\s+)?allergic\s+to\s+\w+", fact, confidence=0.65),
    rule(
        "mind look care looking caring raise raising",
        r"\b(?:i|we|i'm|we're|i've\s+been)\s+(?:now\s+|also\s+|mostly\s+)?(?:mind|look\s+after|care\s+for|"
        r"looking\s+after|caring\s+for|raise|raising|foster|fostering)\s+(?:my|our|his|her|a|two|three|the)"
        r"\s+(?:\w+\s+){0,2}?(?:grandson|granddaughter|grandkids|grandchildren|mother|mum|mom|dad|father|gran|"
        r"niece|nephew|kids|children|parents|brother|sister|daughter|son)\b",
        fact,
    ),
)
