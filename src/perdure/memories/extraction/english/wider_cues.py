"""Statements of a life that fit no rule: somebody speaks of themself, of what lasts or has its date, and of a part of life."""

import re
from typing import Final

from perdure.memories.extraction.english.wider_classes import ANIMAL_WORDS, CAR_WORDS, CRAFTS, TRADES_TOO
from perdure.memories.extraction.english.words import RELATIVES, TRADES
from perdure.memories.extraction.found import Found
from perdure.model.memory import Kind
from perdure.model.statement import Reason

__all__ = ["of_life"]

# literal lists would fill pages
_MINE: Final = frozenset("i i'm im i've ive my me we we're we've our us mine ours myself".split())
_LASTING: Final = re.compile(
    r"\b(?:since\s+(?!you|we\b|i\s+haven't|then\b|it\b|the\b|i'm\b|they\b|this\b)|for\s+(?:\w+\s+)?(?:years|"
    r"decades)|(?:\w+\s+)?years?\s+(?:ago|now)|these\s+days|used\s+to|any\s?more|no\s+longer|"
    r"every\s+(?:week|night|morning|summer|winter|year|month|\w+day)|(?:once|twice|three\s+times)"
    r"\s+a\s+(?:week|month|year)|when\s+i\s+was|as\s+a\s+(?:child|kid|girl|boy)|all\s+my\s+life|"
    r"my\s+whole\s+life|"
    r"in\s+(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_DATED: Final = re.compile(
    r"\b(?:(?:last|next|this)\s+(?:week|month|year|spring|summer|autumn|fall|winter|term|semester|\w+day)|finally|at\s+last|"
    r"(?:on|by|until|till|from|in)\s+(?:the\s+)?(?:\d{1,2}(?:st|nd|rd|th)\b|january|february|march|april|may|"
    r"june|july|august|september|october|november|december|spring|summer|autumn|winter|\w+day))\b",
    re.IGNORECASE,
)
_CHANGES: Final = frozenset(
    """wedding divorce divorced married engaged pregnant baby birth born funeral custody adopted retirement retire retired hired
    fired promoted redundant
    mortgage lease moved moving scholarship graduated graduation surgery operation diagnosed visa citizenship baptised confirmed
    honeymoon anniversary sober""".split()
)
_KIN: Final = frozenset(word for word in RELATIVES if "_" not in word) - {
    "friend",
    "friends",
    "boy",
    "girl",
    "boys",
    "girls",
    "partner",
    "mate",
    "kid",
    "kids",
    "children",
}
_LIFE: Final = frozenset(
    """wedding divorce divorced married marriage engaged engagement pregnant pregnancy baby birth born funeral widow widowed
    widower ex custody adopted adoption foster
    job boss shift shifts salary wages pension retirement retire retired hired fired promoted promotion redundant apprenticeship
    internship career employer colleagues coworkers union payroll
    flat apartment rent landlord landlady mortgage lease moved moving house neighbourhood neighborhood garden balcony attic
    basement farm village hometown allotment homeowner
    school university college uni degree thesis dissertation exam exams finals midterm midterms scholarship semester graduate
    graduated graduation phd masters
    doctor hospital surgery operation diagnosis diagnosed medication meds tablets pills therapy therapist physio chemo asthma
    diabetes allergy allergic vegetarian vegan knee hip
    wheelchair glasses hearing sober smoking drinking cigarettes insulin dentist braces
    church mosque temple synagogue faith baptised confirmed choir orchestra band club marathon gym allotment volunteer
    visa citizenship passport licence license car bike motorbike van boat savings debt loan inheritance
    birthday anniversary honeymoon naturalised emigrated immigrated military army navy""".split()
)
_WORK: Final = frozenset(word for word in TRADES | TRADES_TOO if len(word) > 4 and "_" not in word) - {
    "student",
    "server",
    "master",
    "editor",
    "driver",
    "printer",
    "tuner",
    "tester",
    "picker",
    "binder",
    "guard",
    "clerk",
    "slater",
    "user",
    "creator",
    "agent",
    "specialist",
    "trainer",
    "controller",
    "operator",
    "planner",
    "writer",
    "author",
    "reader",
    "lead",
    "manager",
    "director",
    "producer",
    "sweep",
    "fitter",
}
_DOMAINS: Final = (
    _KIN
    | _LIFE
    | _WORK
    | (ANIMAL_WORDS - {"mouse", "lab", "boxer", "pointer", "setter", "fish"})
    | CAR_WORDS
    - {
        "golf",
        "swift",
        "jazz",
        "galaxy",
        "leaf",
        "accord",
        "impala",
        "jimny",
        "zoe",
        "transit",
        "panda",
        "punto",
        "camper",
        "discovery",
        "defender",
    }
    | CRAFTS - {"running", "gaming", "riding", "spinning", "acting", "drawing", "go", "bridge", "pool", "bass"}
)
_TASK: Final = re.compile(
    r"\b(?:have\s+to|has\s+to|must|gotta|remind|nag|expires?|'ll|i'll|we'll|i'd|will|set\s+up|upload\w*|"
    r"review\w*|sessions?|applied|applications?|nervous|stressed|excited|phase|kinda|demo|workshops?|"
    r"schedul\w*|confirm\w*|updated|attended|steps?|track\w*|waiting|sure|blocked|allocated|debat\w*|planning|"
    r"anxiety|interview\w*|uh|code|codes|file|files|error|errors|bug|function|script|essay|draft|email|emails|"
    r"project|meeting|app|version|question|questions|answer|answers|recipe|document|documents|report|resume|cv|"
    r"letter|client|customer|"
    r"customers|users?|data|api|server|database|website|page|paragraph|chapter|story|character|novel|poem|"
    r"prompt|model|deadline|budget|spreadsheet|presentation|slides|software|feature|test|tests|task|tasks|"
    r"option|options|plan|plans|idea|ideas|suggestion|suggestions|strategy|strategies|help|need|needs|trying|"
    r"want|wants|wanna|wish|would|could|should|might|maybe|perhaps|if|wondering|thinking|considering|worried|"
    r"looking|hope|hoping|hungry|tired|train|bus|late|today|tonight|now\s+on\s+to|moment|minute|minutes|"
    r"airport|hotel|weather|movie|episode|news|thanks|thank|please|can\s+you|could\s+you|do\s+you|you|your|he|"
    r"she|they|his|her|their|"
    r"write|draft|explain|translate|summari[sz]e|give|tell|show|suggest|recommend|compare|how|what|which|why|"
    r"said|says|told|think|thought|believe|guess|feel|feeling|sounds|let's|lol|haha|joke|kidding|neighbou?r|"
    r"someone|somebody|people|everyone)\b",
    re.IGNORECASE,
)
_SHORTEST: Final = 4
_LONGEST: Final = 30


def of_life(said: str, words: set[str], me: str) -> Found | None:
    """The whole clause as a fact without an attribute, when all three signs are there and none that it is about a task or somebody else."""
    if words.isdisjoint(_MINE) or words.isdisjoint(_DOMAINS):
        return None
    if not _SHORTEST <= said.count(" ") + 1 <= _LONGEST or _TASK.search(said) is not None:
        return None
    if _LASTING.search(said) is None and (words.isdisjoint(_CHANGES) or _DATED.search(said) is None):
        return None
    return Found(None, None, Kind.FACT, Reason.FACT, 0, len(said), subject=me, confidence=0.55)
