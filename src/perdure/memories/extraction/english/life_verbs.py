"""Frames of verbs that tell what somebody likes, does for pleasure, takes, owns and aims at."""

from typing import Final

from perdure.memories.extraction.english.frames import EXERCISE, INDUSTRY, frame, table, verb
from perdure.memories.extraction.english.health import CONDITION, MEDICINE
from perdure.memories.extraction.english.money import MONEY
from perdure.memories.extraction.english.words import DIETS, LANGUAGES, SPORTS
from perdure.memories.extraction.found import alternatives

__all__ = ["LIFE_VERBS"]

_FREQUENCY: Final = (
    r"(?=\s*(?:$|[.,;!)]|(?:every|each|on|twice|once|three|four|several|most|a\s+lot|regularly|in\s+my|for\s+fun|"
    r"as\s+a\s+hobby|at\s+the\s+weekend|daily|weekly|whenever|competitively|\d|and\b|to\s+(?:relax|unwind)|"
    r"marathons?|half[\s-]marathons?|ultras?)))"
)
_TAKEN: Final = (
    r"(?:it|that|this|them|these|those|him|her|you|me|what|how|when|where|which|who|to|your|his|their|everything|"
    r"nothing|something|anything|one|the\s+(?:idea|way|fact|sound|look|thought|second|first|last|new|one|ones|"
    r"suggestion|plan|answer|list|part)|there|here|if|all|both|some|a\s+(?:good|lot|bit|few|quick|nice)|yours|mine|"
    r"reading\s+your|hearing|seeing|being|having|getting|doing|talking|chatting|so|an?\s+(?:idea|answer|bit|nice|"
    r"good))"
)
_NOT_IT: Final = rf"(?!{_TAKEN}\b)"
_NEG_TASTE: Final = r"(?:hat(?:e|es|ed)|dislik(?:e|es)|detests?|loathes?|despises?|(?:can't|cannot|cant|can\s+not)\s+stand|stand|abhors?)"

_OFTEN: Final = (
    r"(?=\s+(?:when(?:ever)?\s+(?:there's|i\s+can|it|the)|in\s+(?:winter|summer|spring|autumn)|every|each|on\s+(?:weekends|sundays|saturdays)|"
    r"twice|once\s+a|\d+\s+times|three\s+times|a\s+lot|regularly|in\s+my\s+(?:free|spare)|for\s+fun|as\s+a\s+hobby|"
    r"most\s+(?:days|mornings|weekends)|daily|competitively|in\s+a\s+(?:choir|band|club)|marathons|at\s+weekends)\b|"
    r"\s+(?:marathons|half[\s-]marathons|ultras)\b)"
)
_MANNER: Final = (
    r"(?:\s+(?:marathons?|half[\s-]marathons?|\d+\s*k(?:m|s)?\b|laps|competitively|regularly|a\s+lot)|"
    r"\s+(?:along|around|in|by|at|through)\s+(?:the\s+|a\s+|my\s+)?[\w-]+(?:\s+[\w-]+)?)?"
)
_PASTIMES: Final = tuple(
    verb(
        f"{word} {word}s",
        frame(rf"(?P<v>{word}s?){_MANNER}{_OFTEN}", "hobby", "v"),
        frame(rf"(?P<v>{word})(?!\w)", "hobby", "gone"),
    )
    for word in """run jog swim climb cycle hike dance sing paint draw knit crochet sew bake garden ski surf skate skateboard sail row box
    lift meditate boulder fish hunt camp kayak snowboard dive weld fence juggle sculpt""".split()
)
"""What one does for pleasure if one does it often, or no more."""


LIFE_VERBS: Final = table(
    verb(
        "hate hates hated dislike dislikes detest detests loathe loathes despise despises abhor",
        frame(rf"{_NEG_TASTE}\s+(?:to\s+)?{_NOT_IT}", "dislikes", "taste"),
    ),
    verb("stand bear", frame(rf"(?:stand|bear)\s+{_NOT_IT}", "dislikes", "cannot")),
    verb(
        "love loves loved liked enjoyed adored like likes enjoy enjoys adore adores dig digs loving",
        frame(
            r"(?:lov(?:e|es|ing|ed)|lik(?:e|es|ed)|enjoy(?:s|ed)?|ador(?:e|es|ed)|digs?)\s+(?:to\s+(?!hear|see|know|get|"
            r"have|start|be|ask|learn\s+more|try|discuss|say|think|know|thank|share|talk|chat|point|add|"
            rf"note)\s*)?{_NOT_IT}",
            "likes",
            "taste",
        ),
    ),
    verb(
        "prefer prefers",
        frame(
            r"prefers?\s+(?:to\s+)?(?!it|that|this|them|not|if|the\s+(?:first|second|third|former|latter|one|other)|your|"
            r"one|option|you\b)",
            "likes",
            "prefer",
        ),
    ),
    verb(
        "support supports",
        frame(
            r"supports?\s+(?=[A-Z]|(?:arsenal|chelsea|liverpool|everton|celtic|leeds|spurs)\b)(?!this|that|your|it\b|"
            r"you\b)",
            "likes",
            "capital",
            confidence=0.7,
        ),
    ),
    verb(
        "collect collects collecting",
        frame(
            r"(?P<v>collect(?:s|ing)?\s+(?!my|the|it|data|them|him|her|your|kids|you|some|all|a\b|"
            r"this)[\w-]+(?:\s+(?:records|stamps|cards|coins|books|watches|comics|figures|cameras|cars|shells|vinyl|art|"
            r"guitars|postcards|dolls|knives))?)",
            "hobby",
            "v",
        ),
    ),
    verb(
        "play plays playing played",
        frame(
            rf"(?:play(?:s|ing|ed)?)\s+(?:the\s+)?(?P<v>{alternatives(SPORTS)})(?![\w-])(?!\s+(?:match|game)\s+(?:today|"
            r"tonight))",
            "hobby",
            "v",
        ),
        frame(r"play(?:s|ing|ed)?\s+in\s+an?\s+(?:[\w-]+\s+){0,3}?(?:band|league|orchestra|team|quartet|ensemble)\b", None, "none"),
    ),
    verb(
        "do does doing",
        frame(rf"(?:do|does|doing)\s+(?P<v>{INDUSTRY})\s+(?:for|at)\s+(?!my|the\s+(?:first|last)|you|this|fun)", "occupation", "v"),
    ),
    verb(
        "do does doing practice practise practicing practising did",
        frame(
            r"(?:do|does|doing|practi[sc](?:e|ing))\s+(?:a\s+lot\s+of\s+|some\s+|a\s+(?:little\s+)?bit\s+of\s+|"
            rf"a\s+little\s+)?(?P<v>{EXERCISE})(?![\w-])(?!\s+(?:today|tonight|tomorrow|now)\b)",
            "hobby",
            "v",
        ),
    ),
    verb(
        "go goes",
        frame(
            rf"(?:go|goes)\s+(?P<v>{EXERCISE}|(?!shopping|bowling|out|clubbing|"
            rf"walking\\s+with)[a-z]{{3,}}ing)(?:\s+(?!today|tonight|tomorrow|with\s+you)\w+)?{_FREQUENCY}",
            "hobby",
            "v",
            confidence=0.8,
        ),
    ),
    verb(
        "taken took picked",
        frame(
            r"(?:taken|took|picked)\s+up\s+(?!a\s+few|new|an?\b|some|the\s+(?:phone|kids|keys|call)|my\s|too|a\s+lot|where|"
            r"some|so|your|on\b)",
            "hobby",
            "noun",
            past=True,
        ),
    ),
    verb(
        "went gone going turned turning go",
        frame(
            rf"(?:went|gone|going|turned|turning|go)\s+(?:fully\s+|full\s+)?(?P<v>{alternatives(DIETS)})(?![\w-])", "diet", "v", past=True
        ),
    ),
    verb(
        "given gave give giving stopped",
        frame(
            rf"(?:given\s+up|gave\s+up|giving\s+up|stopped)\s+being\s+(?:an?\s+)?(?P<v>{alternatives(DIETS)})(?![\w-])",
            "diet",
            "v",
            past=True,
            ends=True,
        ),
    ),
    verb(
        "given gave give giving",
        frame(
            r"(?:given|gave|giv(?:e|ing))\s+up\s+(?:on\s+)?(?!on\b|trying|hope|it\b|that\b|my\s+(?:seat|spot)|"
            r"all)(?:playing\s+)?",
            None,
            "gave_up",
            past=True,
        ),
    ),
    verb(
        "stopped stop stopping",
        frame(
            rf"stopp?(?:ed|ing)?\s+(?:doing\s+|playing\s+|going\s+)?(?:the\s+)?(?P<v>{EXERCISE}|"
            rf"{alternatives(SPORTS)})(?![\w-])",
            "hobby",
            "v",
            past=True,
            ends=True,
        ),
        frame(rf"stopp?(?:ed|ing)?\s+(?:taking|using)\s+(?:my\s+|the\s+)?{MEDICINE}", "medication", "v", past=True, ends=True),
        frame(r"stopp?(?:ed|ing)?\s+working\s+(?:at|for)\s+", "employer", "proper", past=True, ends=True),
        frame(r"stopped\s+(?:eating|drinking|smoking|vaping|dating|learning|going\s+to|seeing|using\s+(?!this))", None, "none", past=True),
    ),
    verb(
        "speak speaks speaking",
        frame(
            r"speaks?\s+(?=(?:(?:only|some|a\s+(?:little|bit\s+of)|fluent|native|decent|basic|good|both|mostly|broken|"
            rf"pretty\s+good|passable)\s+)*{alternatives(LANGUAGES)}\b)",
            "speaks",
            "languages",
        ),
    ),
    verb(
        "drive drives driving",
        frame(
            r"driv(?:e|es|ing)\s+(?:an?|my|our|the)\s+(?!lot|bit|bus\b|truck\b|taxi\b|cab\b|kids|car\b|point|way|van\b|"
            r"long|hour|few)",
            "car",
            "noun",
        ),
    ),
    verb(
        "follow following eat eating keep on doing follows",
        frame(
            r"(?:follow(?:s|ing)?|eat(?:ing)?|keep|on|doing)\s+(?:an?\s+|the\s+)?(?:strict\s+|"
            rf"mostly\s+)?(?P<v>{alternatives(DIETS)})(?:\s+diet)?(?![\w-])",
            "diet",
            "v",
        ),
    ),
    verb(
        "eat eats eating",
        frame(r"eat(?:s|ing)?\s+(?P<v>vegan|vegetarian|halal|kosher|keto|plant[\s-]based|gluten[\s-]free|low[\s-]carb)\b", "diet", "v"),
        frame(r"(?P<v>eat)s?\s+", "diet", "not_eaten"),
    ),
    verb(
        "drink drinks drinking smoke smokes",
        frame(
            r"(?:drinks?|smokes?)(?:\s+(?:alcohol|coffee|tea|caffeine|milk|wine|beer))?(?=\s*(?:$|[.,;!)]|and\b|any\s?more|"
            r"at\s+all|since|so\b|but\b))",
            None,
            "not_done",
        ),
    ),
    verb("take takes taking", frame(rf"tak(?:e|es|ing)\s+(?:my\s+|some\s+|daily\s+|a\s+(?:daily\s+)?)*{MEDICINE}", "medication", "v")),
    verb("on put prescribed", frame(rf"(?:on|put\s+on|prescribed)\s+(?:my\s+)?{MEDICINE}", "medication", "v", past=True)),
    verb("suffer suffers suffering", frame(rf"suffer(?:s|ing)?\s+from\s+(?:an?\s+)?{CONDITION}", "condition", "v")),
    verb(
        "diagnosed",
        frame(rf"diagnosed\s+(?:as\s+(?:having\s+)?|with\s+)(?:an?\s+|\w+ly\s+)?{CONDITION}", "condition", "v", past=True),
        frame(
            r"diagnosed\s+(?:as\s+)(?P<v>diabetic|autistic|celiac|coeliac|dyslexic|epileptic|asthmatic|bipolar)",
            "condition",
            "v",
            past=True,
        ),
    ),
    verb(
        "earn earns make makes earning making",
        frame(
            r"(?:earn(?:s|ing)?|mak(?:e|es|ing))\s+(?:(?:about|around|roughly|over|almost|nearly|"
            rf"just\s+under)\s+)?{MONEY}(?=\s*(?:$|[.,;!)]|an?\s+(?:year|month|hour|week)|per|before|after|gross|net|"
            r"annually|monthly|/|and\b|right|now|as\b|at\b|working))",
            "income",
            "v",
        ),
    ),
    verb("spend", frame(rf"spend\s+(?:up\s+to\s+|at\s+most\s+|no\s+more\s+than\s+|max\s+){MONEY}", "budget", "v", confidence=0.8)),
    verb("sold sell selling", frame(r"(?:sold|selling)\s+(?:my|our|the)\s+(?:old\s+)?", "owns", "sold", past=True, ends=True)),
    verb(
        "training saving working aiming preparing trying hoping determined aim",
        frame(
            r"(?:training|saving(?:\s+up)?|aiming|preparing|working\s+towards?)\s+(?:for\s+)?(?:an?\s+|the\s+|my\s+)?(?!it|"
            r"that|this|them|the\s+exam|a\s+(?:meeting|presentation|talk|call|demo)|on\b|at\b|with\b|from\b|as\b|in\b|"
            r"hard\b|time|money\b)",
            "goal",
            "goal",
        ),
        frame(
            r"(?:trying|aiming|determined|aim)\s+to\s+(?=(?:lose|quit|learn|save|get\s+(?:fit|in\s+shape|better|pregnant|"
            r"healthier)|become|eat\s+(?:less|healthier|more)|run|write\s+a\s+(?:book|novel)|read\s+\d+|cut\s+(?:down|out)|"
            r"build\s+muscle|gain|retire|pay\s+off|buy\s+a\s+(?:house|flat|home)|exercise\s+more|drink\s+less|"
            r"stop\s+smoking|sleep\s+more))",
            "goal",
            "goal",
        ),
    ),
    verb(
        "learning learn",
        frame(
            r"learn(?:ing)?\s+(?:to\s+(?:play|speak|drive|swim|code|cook|knit|surf|ski|sail|dance|sew)|[A-Z]|"
            r"how\s+to\s+(?:play|drive|swim|sail|surf|ski))",
            None,
            "learns",
        ),
    ),
    verb(
        "use", frame(r"use\s+(?P<v>(?:she|he|they|ze|xe|it)/(?:her|him|them|zir|xem|its|they)(?:/\w+)?)(?:\s+pronouns)?", "pronouns", "v")
    ),
    verb(
        "married",
        frame(r"(?:married)\s+to\s+(?:an?\s+\w+\s*,\s*)?(?=[A-Z])", "partner", "person"),
        frame(r"married\s+(?=[A-Z])", "partner", "person", past=True),
    ),
    verb(
        "dating seeing",
        frame(r"(?:dating|seeing)\s+(?:a\s+(?:guy|girl|man|woman)\s+(?:called|named)\s+)?(?=[A-Z])(?!Dr\b)", "partner", "person"),
    ),
    verb(
        "broke broken split divorced separated",
        frame(
            r"(?:brok(?:e|en)|split|divorced|separated)(?:\s+up|\s+with|\s+from)*\s*(?:my\s+(?:boyfriend|girlfriend|"
            r"husband|wife|partner|fiancée?)\s*,?\s*)?",
            "partner",
            "broke_up",
            past=True,
            ends=True,
        ),
    ),
    verb(
        "turned turn",
        frame(
            r"turned\s+(?P<v>\d{1,3}|thirty|forty|fifty|sixty|seventy|eighty|ninety|twenty|(?:twenty|thirty|forty|fifty|"
            r"sixty)-\w+)(?=\s*(?:$|[.,;!)]|last|this|on|yesterday|today|in\b|a\b|two|recently|and\b|years|so\b|now|"
            r"but\b))",
            "age",
            "v",
            past=True,
        ),
    ),
    verb("volunteer volunteers volunteering", frame(r"volunteer(?:s|ing)?\s+(?:at|with|for)\s+(?:the\s+|an?\s+)?", None, "none")),
    *_PASTIMES,
)
