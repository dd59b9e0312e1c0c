"""Said in passing: where somebody lives, works, and how they are reached."""

import re
from typing import Final

from perdure.memories.extraction.english.money import EMAIL, MONEY, PHONE
from perdure.memories.extraction.english.passing import DWELLING, EMPHATIC, IM, NAME, TRIP, at_home, names_trade, passing
from perdure.memories.extraction.english.words import DIETS, RELIGIONS
from perdure.memories.extraction.found import alternatives

__all__ = ["IDENTITY_IN_PASSING"]

IDENTITY_IN_PASSING: Final = (
    passing(
        "flat apartment house place bed home studio condo cottage room bedroom garden kitchen street neighborhood neighbourhood "
        "building flatshare dorm terrace loft",
        rf"\b(?:my|our)\s+(?:own\s+|new\s+|little\s+|tiny\s+|small\s+)*{DWELLING}\s+(?:(?:back\s+|over\s+|up\s+|"
        r"down\s+)?(?:in|near)|on)\s+(?=(?-i:[A-Z]))(?!(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|"
        r"January|February|March|April|May|June|July|August))",
        "home",
        "proper",
    ),
    passing(
        "still currently back now normally usually permanently here finally living",
        rf"(?:^\W*|[,;:.!–—-]\s*|{IM}|\b(?:and|but|anyway|so|me|btw|well|ok|update)\s+)(?:(?:still|currently|normally|"
        r"usually|permanently|here|finally|now|back|home|up|down|over|living|safely|"
        r"happily)\s+)+in\s+(?:the\s+(?:hills|outskirts|suburbs|mountains|north|south|east|west|centre|"
        r"center)\s+of\s+)?(?=(?-i:[A-Z]))(?!(?:Monday|January|February|March|April|May|June|July|August|September|"
        r"October|November|December)\b)",
        "home",
        "proper",
        sure=at_home,
    ),
    passing(
        "in",
        rf"{IM}{EMPHATIC}in\s+(?:the\s+(?:hills|outskirts|suburbs|mountains|north|south|east|west|centre|center|"
        r"heart)\s+of\s+)?(?=(?-i:[A-Z][a-z]))(?!(?:Monday|January|February|March|April|May|June|July|August|September|"
        r"October|November|December|Year|Grade|Love)\b)",
        "home",
        "proper_end",
        sure=at_home,
        confidence=0.6,
    ),
    passing(
        "currently live living are we're i'm looking",
        r"\b(?:currently|right\s+now|at\s+the\s+moment|presently|we're|i'm|we\s+are|"
        r"i\s+am)\s+(?:living\s+)?in\s+an?\s+(?:[\w-]+\s+){0,3}?(?:\d[\s-]*(?:room|bed(?:room)?)|"
        rf"{DWELLING})(?:\s+\w+)?\s+in\s+(?=(?-i:[A-Z]))",
        "home",
        "proper",
    ),
    passing(
        "found got rented signed",
        r"\b(?:found|got|rented|signed\s+(?:for|the\s+lease\s+on)|have)\s+(?:an?|the|our|"
        r"my)\s+(?:[\w-]+\s+){0,3}?(?:flat|apartment|house|place|studio|room|condo|townhouse|"
        r"loft)\s+in\s+(?=(?-i:[A-Z]))(?!(?:January|February|March|April|May|June|July|August)\b)",
        "home",
        "proper",
    ),
    passing(
        "rooms room bedrooms bed bedroom",
        r"(?:^|[\s,.!(])\d\s*(?:rooms?|beds?|bedrooms?|bed\s+flat)\s+in\s+(?=(?-i:[A-Z]))",
        "home",
        "proper",
        sure=lambda said, _match: re.search(r"\b(?:mov|got\s+(?:it|one)|we\s+got|signed|lease|ours)", said) is not None,
    ),
    passing(
        "stay stays staying",
        r"\b(?:i|we)\s+(?:(?:normally|usually|still|currently|permanently|always)\s+)?stay\s+in\s+(?=(?-i:[A-Z]))|"
        r"\b(?:i'm|i\s+am|we're)\s+staying\s+in\s+(?=(?-i:[A-Z]))(?=[^.!?]*\b(?:till|until|since|for\s+good|"
        r"permanently)\b)",
        "home",
        "proper",
        sure=lambda said, _match: (
            re.search(r"\b(?:since|normally|usually|permanently|till|until|for\s+good|forever|always)\b", said) is not None
            and not re.search(
                r"\b(?:hotel|hostel|airbnb|holiday|vacation|trip|until\s+(?:\w+day|tomorrow)|till\s+(?:\w+day|tomorrow))\b", said
            )
        ),
    ),
    passing(
        "street road avenue lane square drive",
        rf"(?:{IM}|[,;]\s*)(?:still\s+|now\s+|back\s+)*(?:on|at)\s+(?=(?-i:(?:\d+\s+)?[A-Z][\w'-]+\s+(?:Street|Road|"
        r"Avenue|Lane|Square|Drive)))",
        "home",
        "proper",
    ),
    passing(
        "single",
        r"(?:^\W*|[,;.]\s*|\bas\s+)(?:(?:hi|hey|hello)[,!]?\s+)?(?:an?\s+)?(?P<v>single)\s+(?:dad|mom|mum|mother|"
        r"father|parent)\s+here\b|\bas\s+a\s+(?P<w>single)\s+(?:dad|mom|mum|mother|father|parent)\b",
        "relationship",
        "vw",
    ),
    passing(
        "where",
        r"(?:^|\s)(?:in|from|of)\s+(?P<v>(?-i:[A-Z][\w'-]+(?:\s[A-Z][\w'-]+)*)),?\s+where\s+(?:i|we)\s+(?:now\s+|"
        r"currently\s+)?live\b",
        "home",
    ),
    passing(
        "notice",
        r"\b(?:handed\s+in|gave|given|put\s+in)\s+(?:my|in\s+my)\s+(?:two\s+weeks'?\s+)?notice(?:\s+(?:at|"
        r"to)\s+(?P<v>(?-i:[A-Z][\w'&-]*(?:\s[A-Z&][\w'&-]*)*)))?",
        "employer",
        ends=True,
        confidence=0.8,
    ),
    passing(
        "not",
        r"\b(?:i'm|im|i\s+am)\s+not\s+(?:with|at)\s+(?P<v>(?-i:[A-Z][\w'&-]*(?:\s[A-Z&][\w'&-]*)*))\s+any\s?more\b",
        "employer",
        ends=True,
    ),
    passing(
        "as",
        r"\b(?:at|for|"
        r"with)\s+(?-i:[A-Z][\w'&-]*(?:\s[A-Z&][\w'&-]*)*)\s+as\s+an?\s+(?P<v>(?:[\w-]+\s+){0,3}?[\w-]+)(?=\s*(?:$|"
        r"[.,;!]|now\b|and\b|from\b|in\b|so\b|but\b|since\b))",
        "occupation",
        sure=names_trade,
    ),
    passing(
        "hr it marketing finance sales tech logistics insurance education healthcare retail",
        r"\b(?:i'm|im|i\s+am)\s+in\s+(?P<v>hr|(?-i:IT)|marketing|finance|sales|tech|logistics|insurance|education|"
        r"healthcare|retail|real\s+estate)(?=\s*(?:$|[.,;!]|and\b|so\b|but\b))",
        "occupation",
    ),
    passing(
        "not",
        r"\bit'?s\s+(?:actually\s+)?(?P<v>(?-i:[A-Z][a-zà-ÿ]+)),?\s+not\s+(?P<w>(?-i:[A-Z][a-zà-ÿ]+))\b",
        "name",
        sure=lambda _said, match: match["v"][:2] == match["w"][:2] and match["v"] != match["w"],
    ),
    passing(
        "call",
        r"\bdon'?t\s+call\s+me\s+(?-i:[A-Z])[\w-]+[,.;!]?\s+(?:it'?s|call\s+me|i\s+go\s+by|"
        r"just)\s+(?P<v>(?-i:[A-Z][a-zà-ÿ]+))",
        "nickname",
    ),
    passing(
        "pacific eastern central mountain cet cest est edt pst pdt cst gmt utc ist jst aest bst",
        r"\b(?:i'm|im|i\s+am|we're|we\s+are)\s+(?:on|in)\s+(?:the\s+)?(?P<v>(?:utc|gmt)\s?[+-]?\s?\d{0,2}|cet|cest|est|"
        r"edt|pst|pdt|cst|ist|jst|aest|bst|(?:eastern|central|pacific|mountain)\s+time)(?![\w])",
        "timezone",
    ),
    passing("spend", rf"\b(?:have|'ve\s+got|got)\s+(?:about\s+|around\s+|roughly\s+)?{MONEY}\s+to\s+spend\b", "budget"),
    passing("on", r"\b(?:i'm|im|i\s+am|my\s+handle\s+is|find\s+me\s+(?:as|at|under))\s+(?P<v>@[\w.-]+\w)\s+on\s+", "account"),
    passing(
        "as",
        r"(?:^|[\s,;(])(?:speaking\s+)?as\s+an?\s+(?:(?:fellow|lifelong|strict|devout|practising|practicing|proud|busy|"
        r"full-time|part-time|new|young|freelance|self-employed|retired|former|qualified)\s+)*(?P<v>"
        + alternatives(RELIGIONS)
        + r")(?=\s*(?:,|i\b|we\b|i'm|myself|$))",
        "religion",
    ),
    passing(
        "as",
        r"(?:^|[\s,;(])(?:speaking\s+)?as\s+an?\s+(?:(?:lifelong|strict|fellow|new|committed)\s+)*(?P<v>"
        + alternatives(DIETS)
        + r")(?=\s*(?:,|i\b|we\b|i'm|myself|$|who\b))",
        "diet",
    ),
    passing(
        "as",
        r"(?:^\W*|[.;!]\s*|\b(?:since|because|so|and|but|well|hi|hello|"
        r"hey),?\s+)(?:speaking\s+)?as\s+an?\s+(?:(?:fellow|busy|full-time|part-time|new|young|qualified|working|"
        r"trained)\s+)*(?P<v>(?:[\w'-]+\s+){0,3}?[\w'-]+)(?=(?:\s(?:in|at|from)\s[\w\s'-]{2,30})?\s*(?:,?\s*(?:who|"
        r"myself|i'm|i've|i|my|we|what|how|which|where|can|could|do|is|are|should|would|there|it's|it)\b|,?\s*$))",
        "occupation",
        sure=names_trade,
    ),
    passing(
        "max maximum tops limit budget most",
        r"\b(?:(?<![A-Z][a-z]\s)(?<![a-z]\s)(?-i:max)|(?<=\s)(?-i:max)(?=\s*[$€£:])|(?-i:maximum)|at\s+most|"
        r"no\s+more\s+than|budget(?:\s+(?:is|of|max|maximum|limit|around|about))?:?)\s+(?:about\s+|around\s+|"
        rf"roughly\s+|of\s+)?{MONEY}(?=\s*(?:$|[.,;!?)]|per\b|a\s+(?:month|week|night|head)|warm|total|shillings|"
        r"all\s+in|and\b|for\b|so\b|but\b))",
        "budget",
        sure=lambda _said, match: (
            "budget" in match.group().lower()
            or re.search(r"[$€£¥₹k]|\d{3}|dollars|euros|pounds|bucks|quid", match["v"].lower()) is not None
        ),
    ),
    passing(
        "max maximum limit budget ceiling tops",
        rf"(?<![\w.,]){MONEY}\s+(?:(?:a|per)\s+\w+\s+)?(?:is|'s)\s+(?:really\s+)?(?:my|our|"
        r"the)\s+(?:absolute\s+)?(?:max(?:imum)?|limit|budget|ceiling)|"
        rf"(?<![\w.,]){MONEY.replace('<v>', '<w>')}\s+(?:max|tops)\b",
        "budget",
        "vw",
    ),
    passing(
        "spend budget",
        r"\b(?:we|i)\s+(?:try\s+to\s+|want\s+to\s+|can\s+|usually\s+|only\s+)?spend\s+(?:about\s+|around\s+|up\s+to\s+|"
        rf"at\s+most\s+)?{MONEY}(?:\s+(?:a|per)\s+\w+)?(?=[^.!?]*\bbudget\b)",
        "budget",
    ),
    passing(
        "bring bringing take earn net clear",
        rf"\b(?:i|we)\s+(?:now\s+)?(?:bring|take|am\s+bringing)\s+home\s+(?:about\s+|around\s+|roughly\s+)?{MONEY}|"
        rf"\b(?:i|we)\s+(?:net|clear)\s+{MONEY.replace('<v>', '<w>')}\s+(?:a|per)\s+",
        "income",
        "vw",
    ),
    passing(
        "number phone cell mobile whatsapp call text reach",
        r"\b(?:(?:my|our|new)\s+(?:[\w-]+\s+){0,3}?(?:number|phone|cell|mobile|whatsapp)|number\s+is|(?:call|text|"
        rf"reach|ring|phone|whatsapp)\s+(?:me|us)\s+(?:at|on|under))\b[^.!?\d+]{{0,40}}?(?<!\w){PHONE}",
        "phone",
        sure=lambda _said, match: (
            not re.search(
                r"\b(?:tracking|order|patent|application|confirmation|registration|account|customer|invoice|reference|model|"
                r"serial)\b",
                match.group().lower(),
            )
        ),
    ),
    passing(
        "sorry digits correction wrong mistyped typo swapped number",
        rf"\b(?:sorry|swapped|digits|correction|wrong|mistyped|typo|number\s+is)\b[^.!?\d+]{{0,30}}?(?<!\w){PHONE}\W*$|"
        rf"^\W*{PHONE.replace('<v>', '<w>')}(?=[,.!]?\s*(?:$|i\s+know\s+my|sorry|that's\s+(?:my|the)))",
        "phone",
        "vw",
    ),
    passing(
        "email mail e",
        r"\b(?:(?:my|our|new)\s+(?:[\w-]+\s+){0,2}?(?:e-?mail|mail)|(?:e-?mail|reach|write|contact|mail)\s+(?:me|"
        rf"us)\s+(?:at|on|to)|we\b[^.!?]{{0,40}}\be-?mail)\b[^.!?@]{{0,40}}?\s{EMAIL}",
        "email",
    ),
    passing(
        "made promoted appointed named elected",
        r"\b(?:made|appointed|named|elected|promoted)\s+(?:me\s+)(?:(?:to\s+)?(?:an?|the)\s+|"
        r"to\s+)?(?P<v>(?:[\w-]+\s+){0,2}?[\w-]+)(?=\s*(?:$|[.,;!]|at\b|of\b|last\b|this\b|yesterday|today|with\b|in\b|"
        r"now\b))",
        "occupation",
        sure=names_trade,
    ),
    passing(
        "job position internship gig",
        r"\b(?:found|got|landed|started|have|'ve\s+got|took|accepted)\s+(?:an?|my|the)\s+(?:[\w-]+\s+){0,3}?(?:job|"
        r"position|internship|gig|role)\b[^.;!?]{0,40}?\b(?:at|in|with)\s+(?:an?|"
        r"the)\s+(?:[\w-]+\s+){0,2}?[\w-]+,\s+(?:called\s+)?(?=(?-i:[A-Z]))",
        "employer",
        "proper",
    ),
    passing(
        "at",
        r"(?:\b(?:i'm|im|i\s+am)\s+(?:still\s+|now\s+|currently\s+|still\s+)*at\s+)(?=(?-i:[A-Z]))(?=[^.!?]*\b(?:since|"
        r"until|till|now|currently|these\s+days|full[\s-]time|part[\s-]time|same\s+(?:kind\s+of\s+)?job|as\s+an?|still|"
        r"year|permanently|from\s+\w+\s+on)\b)(?!(?-i:[A-Z][\w'-]*\s+(?:Airport|Station|Park|Mall|Beach)))",
        "employer",
        "proper",
        sure=lambda said, _match: not re.search(r"\b(?:uni|university|college|studying|semester)\b", said) and TRIP.search(said) is None,
    ),
    passing(
        "from",
        r"\bfrom\s+(?:january|february|march|april|may|june|july|august|september|october|november|december|next\s+\w+|"
        r"\w+day|the\s+\w+)(?:\s+(?:on|onwards))?,?\s+(?:on\s+)?(?:i'm|im|i\s+am|i'll\s+be|we're|we\s+are)\s+(?:at|"
        r"with)\s+(?=(?-i:[A-Z]))",
        "employer",
        "proper",
        confidence=0.85,
    ),
    passing(
        "from",
        r"\bfrom\s+(?:january|february|march|april|may|june|july|august|september|october|november|december|next\s+\w+|"
        r"\w+day|the\s+\w+)(?:\s+(?:on|onwards))?,?\s+(?:on\s+)?(?:i'm|im|i\s+am|i'll\s+be|we're|we\s+are|"
        r"we'll\s+be)\s+in\s+(?=(?-i:[A-Z]))",
        "home",
        "proper",
        sure=lambda said, _match: not re.search(r"\b(?:holiday|vacation|trip|until|till|for\s+(?:a|two|three|\d|the))\b", said),
        confidence=0.8,
    ),
    passing("me", rf"\bme\s*\(\s*(?P<v>(?-i:{NAME}))\s*\)", "name"),
    passing("here", rf"\bhere,\s+(?:i'm\s+)?(?P<v>(?-i:{NAME}))(?=\s*[,.!])", "name"),
)
