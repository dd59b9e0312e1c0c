"""Frames of verbs that tell where and as what somebody works, begins, or leaves."""

from typing import Final

from perdure.memories.extraction.english.frames import EXERCISE, INDUSTRY, WORKPLACE, frame, table, verb
from perdure.memories.extraction.english.health import CONDITION, MEDICINE
from perdure.memories.extraction.english.words import SPORTS
from perdure.memories.extraction.found import alternatives

__all__ = ["EMPLOYER_NAME", "WORK_VERBS"]

_HOW: Final = (
    r"(?:\s+(?:full[\s-]?time|part[\s-]?time|remotely|now|currently|mainly|mostly|there|from\s+home|nights|days|"
    r"\d+\s*(?:%|hours|days)(?:\s+a\s+week)?|freelance|hard|together|these\s+days|again))*"
)
_BUSINESS: Final = (
    r"(?:(?:my|our|an?|the|his|her|their)\s+)?(?:own\s+)?(?:[\w'-]+\s+){0,3}?(?:bakery|shop|bookshop|bookstore|"
    r"store|caf[eé]|coffee\s+shop|restaurant|company|business|start-?up|studio|agency|salon|bar|pub|practice|firm|"
    r"consultancy|brewery|farm|gym|hotel|b&b|guesthouse|food\s+truck|"
    r"gallery|garage|workshop|boutique|florist|nursery|winery|vineyard|clinic|pizzeria|deli|bistro|dance\s+school|"
    r"yoga\s+studio|barbershop|pottery|etsy\s+shop|blog|podcast|youtube\s+channel|channel|newsletter|non-?profit|"
    r"charity)\b"
)
_TEAM: Final = (
    r"(?:the|an?|our|my)\s+(?:[\w&'-]+\s+){0,5}?(?:team|department|group|lab|division|office|branch|unit|desk|"
    r"shift|kitchen|ward|practice|project)\s+(?:at|for)\s+"
)
EMPLOYER_NAME: Final = (
    r"(?!(?:home|night|nights|least|it|that|this|the\s+(?:moment|same|weekend|office|desk|time)|weekends|"
    r"a\s+(?:living|while|few|bit)|\d|my\s+(?:own|desk|dad|mom|father|mother|uncle|parents|best|wife|husband)|"
    r"myself|free|fun|years|ages|months|hours|work|all|present|me|him|her|them|you|us|people|kids|children|clients|"
    r"computers|food|numbers|animals|big|an?\s+(?:few|couple|while|living|year|long))\b)"
)
_CLUB: Final = (
    r"(?:[\w'&-]+\s+){0,4}?(?:gym|club|choir|society|team|band|league|library|union|church|orchestra|group|"
    r"association|co-?op|party|academy|circle|crossfit|congregation|guild|chapter|troupe|network|federation|"
    r"community|centre|center|studio|dojo)"
)
_JOB: Final = (
    r"(?:(?:my|the|that|this|a)\s+(?:[\w'-]+\s+){0,3}?(?:job|position|role|post|work|gig|internship)(?:\s+(?:at|"
    r"with|for|in))?\s*)"
)

WORK_VERBS: Final = table(
    verb(
        "work works working worked",
        frame(rf"work(?:s|ing|ed)?{_HOW}\s+as\s+(?:an?\s+|the\s+)?", "occupation", "role"),
        frame(rf"work(?:s|ing|ed)?{_HOW}\s+(?:at|for)\s+{EMPLOYER_NAME}", "employer", "proper"),
        frame(rf"work(?:s|ing|ed)?{_HOW}\s+(?:in|on)\s+{_TEAM}", "employer", "proper"),
        frame(
            rf"work(?:s|ing|ed)?{_HOW}\s+(?:in|at)\s+(?:an?|the|our|"
            rf"my)\s+(?P<v>(?:[\w'-]+\s+){{0,2}}?{WORKPLACE})(?![\w-])",
            "employer",
            "v",
            confidence=0.8,
        ),
        frame(
            rf"work(?:s|ing|ed)?{_HOW}\s+in\s+(?:the\s+)?(?P<v>(?:[\w-]+\s+)?{INDUSTRY})(?![\w-])(?:\s+(?:industry|sector|"
            r"department|business))?",
            "occupation",
            "v",
        ),
        frame(
            r"work(?:s|ing)?\s+(?:from\s+home|remotely|nights?|night\s+shifts?|shifts|weekends|part[\s-]?time|"
            r"full[\s-]?time|freelance|four\s+days|three\s+days|long\s+hours|for\s+myself|in\s+shifts|the\s+night|early)",
            None,
            "none",
            own=True,
        ),
    ),
    verb(
        "teach teaches teaching",
        frame(r"teach(?:es|ing)?\s+(?:[\w&'-]+\s+){0,4}?(?:at|for)\s+(?!home|night|the\s+moment)", "employer", "proper"),
        frame(
            rf"teach(?:es|ing)?\s+(?:[\w-]+\s+)?(?:{EXERCISE}|maths?|english|german|french|spanish|history|physics|"
            r"chemistry|biology|science|music|piano|violin|guitar|art|kindergarten|preschool|(?:first|second|third|fourth|"
            r"fifth|sixth|\d(?:st|nd|rd|th))\s+grade|swimming|programming|geography|philosophy|law)\b",
            None,
            "none",
            own=True,
        ),
    ),
    verb(
        "run runs running own owns manage manages managing have has had founded co-founded cofounded started opened operate lead "
        "leads leading head direct ran 've open",
        frame(
            rf"(?:[\w-]+|'ve)(?:\s+(?:also|now))?\s+{_BUSINESS}(?:\s+(?:in|on|near|at|for|that|here|"
            r"with)\s+[\w\s']{1,25}?)?\s*,?\s*(?:called|named|by\s+the\s+name\s+of)\s+",
            "employer",
            "proper",
            past=True,
        ),
        frame(
            r"(?:run|runs|running|own|owns|manage|manages|founded|co-founded|cofounded|opened|"
            rf"operate)\s+{_BUSINESS},\s+(?=[a-z])",
            "employer",
            "capital",
            past=True,
        ),
        frame(
            r"(?:manage|manages|managing|lead|leads|leading|head|run|runs|running|direct)\s+(?:the|an?|our|"
            r"my)?\s*(?:[\w&'-]+\s+){0,4}?(?:team|department|group|lab|division|office|branch|unit|kitchen|ward|operations|"
            r"engineering|marketing|sales|design|hr|finance|it|support|research)\s+(?:at|for)\s+",
            "employer",
            "proper",
        ),
        frame(
            r"(?:run|runs|running|own|owns|manage|manages|founded|co-founded|cofounded|operate)\s+(?:my|our|an?|"
            rf"the)\s+(?:own\s+)?(?:[\w'-]+\s+){{0,3}}?(?:{WORKPLACE}|business|studio|blog|podcast|channel|team)\b",
            None,
            "none",
            past=True,
            own=True,
        ),
    ),
    verb(
        "have has had 've got having",
        frame(rf"(?:have|has|had|'ve|got|having)(?:\s+got)?\s+(?:always\s+had\s+)?(?:an?\s+)?{CONDITION}", "condition", "v"),
        frame(
            r"(?:have|has|'ve|got)(?:\s+got)?\s+(?:an?\s+|some\s+)?(?:(?:severe|serious|bad|mild|slight|terrible|nasty|"
            r"awful|really\s+bad)\s+)*(?P<v>(?!food|seasonal|skin|no\b|new|any|many)[a-z-]+(?:\s+[a-z-]+)?)\s+(?:allergy|"
            r"allergies|intolerance)\b",
            "allergy",
            "v",
        ),
        frame(
            r"(?:have|has|'ve|got)(?:\s+got)?\s+(?:an?\s+)?(?:[\w-]+\s+){0,2}?(?:allergy|allergies|intolerance)\s+to\s+", "allergy", "list"
        ),
    ),
    verb(
        "freelance freelancing",
        frame(r"freelanc(?:e|ing)(?:\s+as\s+an?\s+)", "occupation", "role"),
        frame(r"freelanc(?:e|ing)\b", None, "none"),
    ),
    verb(
        "joined join joins joining",
        frame(
            rf"join(?:ed|s|ing)?\s+(?:the|an?|my|our|up\s+with)?\s*(?:local\s+|new\s+)?(?P<v>{_CLUB})(?![\w-])",
            "membership",
            "club",
            past=True,
        ),
        frame(
            r"join(?:ed|s|ing)?\s+(?:the\s+)?(?:team\s+at\s+)?(?=[A-Za-z])(?!(?:us|me|you|him|her|them|in|forces|hands|a|"
            r"an|the\s+(?:call|meeting|chat|session|party|dots))\b)",
            "employer",
            "capital",
            past=True,
        ),
    ),
    verb(
        "start starts started starting begin began begun beginning",
        frame(
            r"(?:start|begin|beg[au]n)\w*\s+(?:(?:a|an|my|the|this)\s+(?:[\w'-]+\s+){0,3}?(?:job|role|position|internship|"
            r"apprenticeship|traineeship)\s*|work(?:ing)?\s+|my\s+shift\s+)?(?:(?:today|tomorrow|yesterday|last\s+\w+|"
            r"next\s+\w+|recently|on\s+\w+|in\s+\w+)\s+)?at\s+(?!the\s+(?:beginning|end|top|bottom|moment|gym)|\d|least|"
            r"home|school|noon|night|university|uni\b|college|me\b)",
            "employer",
            "capital_or_work",
            past=True,
        ),
        frame(
            r"(?:start|begin|beg[au]n)\w*\s+(?:(?:an?|my|the)\s+)?(?:new\s+)?(?:job|role|position|work|"
            r"working)\s+as\s+(?:an?\s+|the\s+)?",
            "occupation",
            "role",
            past=True,
        ),
        frame(r"(?:start|begin)\w*\s+(?:as\s+(?:an?\s+|the\s+))", "occupation", "role", past=True),
        frame(
            r"(?:start|begin|beg[au]n)\w*\s+(?:my\s+)?(?:(?:first|second|third|fourth|final|last|senior|junior|freshman|"
            r"sophomore|next)\s+(?:year|semester|term)|school|uni|university|college|phd|degree|masters?|master's|studies|"
            r"studying)\s+(?:at|in)\s+(?!september|october|january|the\s+(?:fall|autumn|spring))",
            "school",
            "capital_or_word",
            past=True,
        ),
        frame(
            r"(?:start|begin|beg[au]n)\w*\s+(?:studying|a\s+(?:degree|course|phd|masters?|master's|bachelor's?)\s+in)\s+",
            "studies",
            "noun",
            past=True,
        ),
        frame(
            r"(?:start|begin|beg[au]n)\w*\s+(?:to\s+|doing\s+|learning\s+|playing\s+|"
            rf"practi[sc]ing\s+)?(?:the\s+)?(?P<v>{EXERCISE}|{alternatives(SPORTS)})(?![\w-])",
            "hobby",
            "v",
            past=True,
        ),
        frame(r"(?:start|begin|beg[au]n)\w*\s+(?:taking|on|using)\s+(?=\w)" + f"(?:{MEDICINE})", "medication", "v", past=True),
    ),
    verb(
        "got get getting landed found accepted secured gotten took",
        frame(
            r"(?:got|get|getting|landed|found|accepted|secured|gotten|took|'ve\s+got)\s+(?:(?:an?|the|my|that|"
            r"this)\s+)(?:[\w'-]+\s+){0,4}?(?:job|position|role|offer|internship|apprenticeship|traineeship|gig|"
            r"contract)\s+(?:at|with|from)\s+",
            "employer",
            "proper",
            past=True,
        ),
        frame(
            r"(?:got|get|getting|landed|found|accepted|secured|took)\s+(?:(?:an?|the|my|that|"
            r"this)\s+)(?:[\w'-]+\s+){0,2}?(?:job|position|role|internship)\s+as\s+(?:an?\s+|the\s+)?",
            "occupation",
            "role",
            past=True,
        ),
        frame(r"(?:got|get|getting|gotten)\s+hired\s+(?:by|at)\s+", "employer", "proper", past=True),
        frame(r"(?:got|get|getting|gotten)\s+(?:\w+\s+)?promoted\s+to\s+(?:an?\s+|the\s+)?", "occupation", "role", past=True),
        frame(
            r"(?:got|get|gotten)\s+(?:\w+\s+)?(?P<v>married|engaged|divorced)(?![\w-])(?!\s+(?:in\s+)?(?:\d\d|next|soon))",
            "relationship",
            "v",
            past=True,
        ),
        frame(
            r"(?:got|get|getting|gotten)\s+(?:fired|laid\s+off|let\s+go|sacked|made\s+redundant)(?:\s+(?:from|"
            r"by)\s+(?:my\s+job\s+at\s+)?)?",
            "employer",
            "capital_or_none",
            past=True,
            ends=True,
        ),
        frame(
            r"(?:got|get|gotten|getting)\s+(?:\w+ly\s+|just\s+)?diagnosed\s+(?:with|"
            rf"as)\s+(?:an?\s+)?(?:having\s+)?{CONDITION}",
            "condition",
            "v",
            past=True,
        ),
        frame(
            rf"(?:got|get)\s+(?:told|a\s+diagnosis)[\w\s,]{{0,30}}?(?:i\s+have|of|i've\s+got)\s+{CONDITION}", "condition", "v", past=True
        ),
        frame(
            r"(?:got|getting)\s+(?:in|accepted|admitted)\s*(?:in)?to\s+(?!it|this|that|the\s+(?:car|habit)|trouble|"
            r"\w+ing\b|an?\s+(?:car\s+)?(?:accident|fight|argument)|a\b)",
            "school",
            "capital",
            past=True,
        ),
    ),
    verb(
        "hired promoted recruited",
        frame(r"(?:hired|recruited)\s+(?:by|at)\s+", "employer", "proper", past=True),
        frame(r"promoted\s+to\s+(?:an?\s+|the\s+)?", "occupation", "role", past=True),
        frame(r"(?:hired|recruited)\s+as\s+(?:an?\s+|the\s+)?", "occupation", "role", past=True),
    ),
    verb(
        "employed",
        frame(r"employed\s+(?:\w+\s+)?(?:at|by|with)\s+", "employer", "proper"),
        frame(r"employed\s+as\s+(?:an?\s+|the\s+)?", "occupation", "role"),
    ),
    verb("intern interning interned", frame(r"intern(?:ing)?\s+(?:at|with|for)\s+", "employer", "proper")),
    verb(
        "became become becoming",
        frame(r"bec(?:a|o)m(?:e|ing)\s+(?:an?\s+)", "occupation", "trade", past=True),
        frame(r"bec(?:a|o)m(?:e|ing)\s+(?P<v>vegan|vegetarian|pescatarian)\b", "diet", "v", past=True),
    ),
    verb(
        "quit quitting quits left leave leaving leaves resigned resign resigning",
        frame(
            r"(?:quit|quitting|left|leave|leaving)\s+(?:the|my|our)\s+(?P<v>(?:[\w'&-]+\s+){0,3}?(?:gym|club|choir|society|"
            r"team|band|league|union|church|orchestra|group))(?![\w-])",
            "membership",
            "v",
            past=True,
            ends=True,
        ),
        frame(
            rf"(?:quit|quitting|left|leave|leaving|resign\w*)\s+(?:from\s+)?(?:{_JOB}|working\s+(?:at|for)\s+)",
            "employer",
            "capital_or_none",
            past=True,
            ends=True,
        ),
        frame(
            r"(?:quit|quitting|left|leave|leaving|resign(?:ed|ing)?\s+from)\s+(?!for\b|to\b|my|the|a\b|home|work|school|"
            r"it\b|on\b)",
            "employer",
            "company",
            past=True,
            ends=True,
        ),
        frame(
            rf"quit(?:ting)?\s+(?:playing|doing)\s+(?:the\s+)?(?P<v>{EXERCISE}|{alternatives(SPORTS)})(?![\w-])",
            "hobby",
            "v",
            past=True,
            ends=True,
        ),
        frame(
            r"quit(?:ting)?\s+(?!my|the|it\b|that\b|now|on\b|the\s+app|already|because|and\b|after\b|"
            r"using\s+this)(?:[a-z]+)",
            None,
            "none",
            past=True,
        ),
    ),
    verb("fired", frame(r"fired\s+(?:from|by)\s+(?:my\s+job\s+at\s+)?", "employer", "capital_or_none", past=True, ends=True)),
    verb(
        "laid let",
        frame(r"(?:laid\s+off|let\s+go)(?:\s+(?:from|by)\s+(?:my\s+job\s+at\s+)?)?", "employer", "capital_or_none", past=True, ends=True),
    ),
    verb(
        "lost lose losing", frame(r"los(?:t|e|ing)\s+my\s+job(?:\s+(?:at|with)\s+)?", "employer", "capital_or_none", past=True, ends=True)
    ),
    verb("retired", frame(r"(?P<v>retired)(?:\s+from\s+)?", "occupation", "v", past=True)),
)
