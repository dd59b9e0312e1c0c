"""What may be said of somebody with "is": patterns of the items of a predicate."""


# literal lists would fill pages

import re
from typing import Final

from perdure.memories.extraction.english.health import MEDICINE
from perdure.memories.extraction.english.words import ANIMALS, DEMONYMS, DIETS, RELATIONSHIPS, RELIGIONS
from perdure.memories.extraction.found import alternatives

__all__ = [
    "ADJECTIVE",
    "AFTER_ALL",
    "AFTER_LOW_NAME",
    "AFTER_NAME",
    "AGE",
    "AGED_NOUN",
    "ALLERGIC",
    "ARTICLE",
    "AT_SCHOOL",
    "BASED",
    "CONDITION",
    "DEMONYM",
    "DETAIL",
    "DIET",
    "DWELLING",
    "EMPLOYER_STOP",
    "FLUENT",
    "FROM",
    "GOOD_AT",
    "HOUSEHOLD",
    "JOINT",
    "LASTING",
    "LIKES",
    "MEMBER",
    "NO_FIELD",
    "NO_TITLE",
    "NUMBER",
    "OFFICE",
    "ON_MEDICATION",
    "POINTED_AT",
    "RELATIONSHIP",
    "RELIGION",
    "ROLE_WORD",
    "SINGLE",
    "SINGLE_PARENT",
    "SIZE",
    "STANDING",
    "STILL_IN",
    "STUDENT",
    "TO",
    "WORKPLACE",
    "X_INTOLERANT",
    "X_LOVER",
    "YEARS_OLD",
]

NUMBER: Final = (
    r"(?:\d{1,3}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[-\s](?:one|two|three|four|five|six|seven|eight|nine))?|"
    r"ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
)
YEARS_OLD: Final = r"(?:\s*(?:years?(?:[\s-]olds?|\s+of\s+age)|y[./]?o\b\.?|yrs?(?:\s+old)?\b|yo\b))"
AGE: Final = re.compile(
    rf"(?:(?:just\s+)?(?:turned|turning)\s+)?(?P<v>{NUMBER})(?:{YEARS_OLD})?(?=\s*(?:$|[,.;!)\n]|and\b|now\b|but\b|"
    r"lol\b|today\b|as\s+of|since\b|from\b|with\b|male|female|m\b|f\b|so\b|which|this\s+(?:year|month)|on\s+(?:mon|"
    r"tues|wednes|thurs|fri|satur|sun)day|next\s+(?:week|month)|tomorrow))(?![.,]\d)"
)
AGED_NOUN: Final = re.compile(rf"(?:a|an|the)?\s*(?P<v>{NUMBER})[\s-]+(?:years?|yrs?|yo|y/o)(?:[\s-]+old)?(?=[\s-])\s*")
ALLERGIC: Final = re.compile(r"(?:\w+ly\s+)?(?:allergic|intolerant|sensitive)\s+(?:to|against)\s+")
AFTER_ALL: Final = re.compile(r"\b(?:after\s+all|turns\s+out|turned\s+out)\b")
X_INTOLERANT: Final = re.compile(r"(?P<v>lactose|gluten|fructose|histamine|dairy|nut|peanut|wheat|soy)[\s-]+(?:intolerant|allergic)\b")
DIET: Final = re.compile(
    r"(?:an?\s+)?(?:strict(?:ly)?\s+|100%\s+|mostly\s+|mainly\s+|fully\s+|lifelong\s+|ethical\s+|big\s+|proud\s+|"
    r"newly\s+|new\s+|on\s+(?:a|the)\s+|eating\s+|following\s+a\s+|"
    rf"doing\s+)*(?P<v>{alternatives(DIETS)})(?![\w-])(?!\s+(?:restaurant|recipe|place|option|cook|chef|dish|bakery|"
    r"meal|food|friend))(?:\s+diet)?(?:\s+person)?"
)
RELIGION: Final = re.compile(
    r"(?:an?\s+)?(?:(?:devout|practi[cs]ing|orthodox|non-practi[cs]ing|lapsed|roman|born-again|reform|sunni|shia|"
    rf"observant|proud|committed)\s+)*(?P<v>{alternatives(RELIGIONS)})(?![\w-])(?!\s+(?:school|church|teacher|"
    r"priest|family|holiday))"
)
RELATIONSHIP: Final = re.compile(
    r"(?:(?:happily|recently|newly|officially|still|finally|freshly|an?|long|legally|not|now|"
    rf"getting)\s+)*(?P<v>{alternatives(RELATIONSHIPS)})(?![\w-])(?!\s+(?:mom|mum|mother|dad|father|parent|child|"
    r"malt|in|out|minded|handedly|to\s+(?:my\s+(?:work|job|phone)|the|leave|make|help|see|stay|work)))"
)
SINGLE_PARENT: Final = re.compile(
    r"an?\s+(?:single|stay[\s-]at[\s-]home|working|new|proud|busy)\s+(?:mom|mum|mother|dad|father|parent)\b|"
    r"an?\s+(?:mom|mum|mother|dad|father|parent|grandmother|grandfather|grandma|grandpa)\s+of\s+\w+"
)
SINGLE: Final = re.compile(r"an?\s+(?:\w+\s+)?(?P<v>single)\s+(?:mom|mum|mother|dad|father|parent)\b")
DEMONYM: Final = re.compile(
    r"(?:an?\s+|half\s+|originally\s+|proud\s+|"
    rf"actually\s+)*(?P<v>{alternatives(DEMONYMS)}(?:[\s-]{alternatives(DEMONYMS)})?)(?=\s*(?:$|[,.;!)(]|and\b|"
    r"but\b|by\s+(?:birth|origin)|originally|so\b|\d|living|based))"
)
FROM: Final = re.compile(
    r"(?:(?:originally|actually|all|born\s+and\s+raised|born|raised)\s+)*(?:from|"
    r"in)\s+(?!the\s+[\w-]+\s+(?:department|team|office|desk|company|side|group))|a\s+native\s+of\s+"
)
BASED: Final = re.compile(
    r"(?:currently\s+|now\s+|mostly\s+)?(?:based|located|situated|settled|domiciled|living|"
    r"residing)\s+(?:(?:out\s+of|in|near|at|outside|just\s+outside|around|over\s+in|down\s+in|up\s+in)\s+)+"
)
DWELLING: Final = re.compile(
    r"(?:still\s+|now\s+|back\s+|currently\s+)*in\s+(?:an?|our|my|the)\s+(?:[\w'-]+\s+){0,3}?(?:flat|apartment|"
    r"house|terrace|place|studio|cottage|room|dorm|bungalow|condo|semi|townhouse|loft|village|suburb|bedroom|"
    r"flatshare|houseshare|farm|farmhouse)\s+"
    r"(?:just\s+)?(?:in|near|outside|on|by|close\s+to|outside\s+of)\s+"
)
STILL_IN: Final = re.compile(r"(?:still|back\s+home|back)\s+in\s+(?=[A-Z])")
CONDITION: Final = re.compile(
    r"(?:an?\s+)?(?:type[\s-](?:1|2|one|two)\s+|severely\s+|mildly\s+|red-green\s+|partially\s+|legally\s+|"
    r"slightly\s+|recently\s+)*(?P<v>(?:type[\s-](?:1|2|one|two)\s+)?(?:diabetic|prediabetic)|asthmatic|coeliac|"
    r"celiac|dyslexic|autistic|epileptic|colou?r[\s-]?blind|deaf|hard\s+of\s+hearing|"
    r"claustrophobic|anaemic|anemic|bipolar|hiv[\s-]positive|neurodivergent|hypothyroid|insomniac|pregnant|"
    r"short-sighted|near-sighted|nearsighted|dyspraxic|hypertensive|visually\s+impaired|blind|arthritic)(?![\w-])"
)
ON_MEDICATION: Final = re.compile(rf"(?:taking|on|prescribed|using)\s+{MEDICINE}")
LASTING: Final = re.compile(
    r"(?:an?\s+)?(?:(?:very|huge|real|total|such|bit|of|a|big|true|hopeless|real|super|so|badly|severely|"
    r"really)\s+)*(?:allergic(?!\s+to)|left-?\s?handed|right-?\s?handed|ambidextrous|an?\s+(?:introvert|extrovert|"
    r"ambivert|insomniac|only\s+child|early\s+(?:bird|riser)|night\s+owl|vegan|perfectionist|minimalist|"
    r"light\s+sleeper|heavy\s+sleeper|smoker|non-?smoker|"
    r"visual\s+learner|slow\s+learner|slow\s+reader|picky\s+eater|procrastinator|veteran|immigrant|expat|refugee|"
    r"orphan|foster\s+parent|virgo|libra|leo|scorpio|capricorn|aquarius|pisces|gemini|taurus|aries|sagittarius)\b|"
    r"(?:morning|evening|night|dog|cat|people|beach|city|numbers|outdoors|outdoor|indoor|coffee|tea)\s+person\b|"
    r"early\s+(?:bird|riser)\b|night\s+owl\b|introvert(?:ed)?\b|extrovert(?:ed)?\b|transgender|non-?binary|trans\b|"
    r"gay\b|bisexual|lesbian|queer|adopted\b(?!\s+(?:a|an|two|our|my))|"
    r"(?:scared|afraid|terrified)\s+of\s+(?!losing|being|making|what|how|that|it|the\s+future|doing)|sober\b|"
    r"teetotal|lefty\b|wheelchair\s+user|a?\s*carer\s+for|the\s+(?:oldest|eldest|youngest)\s+of)|"
    r"(?:in\s+a\s+wheelchair|on\s+a\s+(?:tight\s+)?budget|over\s+six\s+f(?:ee|oo)t|\d(?:'|\s*f(?:ee|"
    r"oo)t\s*)\d{1,2}|\d{3}\s*cm\b|\d\.\d+\s*m\b|(?:up\s+)?bad\s+with\s+names|bad\s+with\s+faces|"
    r"terrible\s+with\s+names)"
)
LIKES: Final = re.compile(
    r"(?:(?:an?|the|such|really|quite|also|huge|big|massive|great|super|totally|absolutely|very|pretty|totally|"
    r"lifelong|long-time|so|much)\s+)*(?P<how>fan\s+of|into|fond\s+of|crazy\s+about|obsessed\s+with|"
    r"passionate\s+about|partial\s+to|mad\s+about|lover\s+of|enthusiast\s+of|addicted\s+to|interested\s+in)\s+"
)
X_LOVER: Final = re.compile(
    r"(?:an?|the)\s+(?:(?:huge|big|massive|total|true|real|lifelong|avid|keen|"
    r"hardcore)\s+)*(?P<v>[\w'’&+-]+(?:\s+[\w'’&+-]+){0,2}?)\s+(?P<how>fan|lover|nerd|geek|addict|enthusiast|buff|"
    r"fanatic|nut|junkie|supporter)\b"
)
MEMBER: Final = re.compile(r"(?:an?\s+)?(?:\w+\s+)?member\s+(?:of|at)\s+|(?:a\s+)?subscriber\s+(?:of|to)\s+")
FLUENT: Final = re.compile(r"(?:fluent|bilingual|conversational|proficient)\s+in\s+|a\s+native\s+(?=\w+\s+speaker)")
GOOD_AT: Final = re.compile(
    r"(?:(?:really|pretty|very|quite|fairly|also)\s+)*(?:(?:good|great|excellent)\s+at|(?:skilled|experienced|"
    r"proficient)\s+(?:at|in|with))\s+"
)
AFTER_NAME: Final = re.compile(r"\s*(?:$|[,.;:!?()–—-]|and\b|from\b|by\b|a\b|\d|the\b|but\b|nice|i\b|your\b|here|again|btw|[^\w\s])")
AFTER_LOW_NAME: Final = re.compile(
    r"\s*(?:,\s*(?:an?\b|\d|the\b|your|from|i\b|i'm|im\b|and\b|nice|(?:\w+\s){1,3}(?:at|from|in)\b|new)|\(?\d\d\b|"
    r"\s+from\b|\s+and\s+(?:i|im|i'm)\b|\s+here\b|\s+(?:btw|by\s+the\s+way)\b)"
)
ADJECTIVE: Final = re.compile(r"(?:ed|ing|ful|less|ous|able|ive)$")
JOINT: Final = re.compile(
    r"\s*(?:\((?=\s*\w))?\s*(?:,\s*(?:and\s+|but\s+|also\s+|plus\s+)*|\s+(?:and|but|&|plus)\s+(?:also\s+)?|"
    r"\s+)?(?:(?:also|currently|now|originally|still|i'm|im|i\s+am)\s+)*"
)
DETAIL: Final = re.compile(r"(?:\s+(?:btw|by\s+the\s+way|now|here|these\s+days|currently))?\s*,?\s*(?:at|for|@)\s+(?=\S)")
ARTICLE: Final = re.compile(
    r"(?:(?:also|still|currently|now|just|only|basically|mainly)\s+)*(?:(?P<article>an?|the|your|one\s+of\s+the|"
    r"our)\b)?\s*"
)
ROLE_WORD: Final = re.compile(r"[\w'’&+/#.-]*[\w+#]")
EMPLOYER_STOP: Final = frozenset(
    """home work night least present it that this them you me us once all school the years months ages over almost nearly about more
    one two three four five six seven eight nine ten twelve fifteen twenty thirty forty twenty-five thirty-five life now fun free
    hire""".split()
)
TO: Final = re.compile(r"\s+to\s+(?:an?\s+\w+(?:\s+\w+)?\s*(?:,|called|named)\s*)?(?=[A-Z])")
POINTED_AT: Final = re.compile(
    r"\b(?:it|that|this|these|those|them|him|her|you|your|the\s+(?:idea|way|fact|look|sound|plan)|making|creating|"
    r"helping|being|getting|doing|both)\b"
)
STUDENT: Final = re.compile(
    r"(?:an?\s+|the\s+|in\s+(?:my|the)\s+)?(?P<kind>(?:(?:first|second|third|fourth|fifth|final|last|1st|2nd|3rd|"
    r"4th|5th|freshman|sophomore|junior|senior)[\s-]year(?:\s+of)?\s*)?(?P<subject>(?:(?!(?:at|of|in|good|bad|"
    r"great|terrible|eternal|lifelong)\b)[\w'-]+\s+){0,3}?)(?:student|sophomore|freshman|fresher|"
    r"undergrad(?:uate)?|postgrad(?:uate)?)"
    r"|(?:(?:first|second|third|fourth|fifth|final|last|1st|2nd|3rd|4th|5th)[\s-]year)|(?:junior|"
    r"senior)(?=\s+(?:at|in\s+(?:high\s+school|college))\b))(?![\w-])(?:\s+student)?(?:\s+(?:in|of|studying|doing|"
    r"majoring\s+in)\s+(?!my\b|high\b|college\b|the\b|\d)(?P<field>[\w&-]+(?:\s+(?!at\b|in\b|and\b|here\b|from\b|"
    r"with\b|so\b|but\b|right\b|now\b)[\w&-]+){0,3}))?"
)
AT_SCHOOL: Final = re.compile(r"\s*(?:(?:,\s*)?(?:at|@|here\s+at)\s+(?:the\s+)?|,\s+(?=[A-Z]))")
NO_FIELD: Final = frozenset(
    """phd ph.d master masters master's mba grad graduate undergrad university uni college high school exchange international
    erasmus full-time part-time medical doctoral mature student fellow straight-a bachelor bachelor's postgraduate new poor
    broke transfer""".split()
) - {"medical"}
WORKPLACE: Final = re.compile(
    r"(?:(?:an?|the|our|my|at)\s+)?[\w\s'-]*\b(?:hospital|clinic|school|university|college|library|museum|bank|"
    r"bakery|restaurant|hotel|pharmacy|firm|start-?up|lab|company|council|agency|studio|store|shop|practice|bar|"
    r"caf[eé]|factory|daycare|nursery|prison|hospice|gym|zoo|newspaper|charity|ngo|ministry|government|city)\b"
)
OFFICE: Final = re.compile(
    r"(?:treasurer|secretary|president|captain|chair\w*)\s+(?:now\s+)?(?:of|at|in)\b[\w\s'&-]*\b(?:club|society|"
    r"choir|team|association|union|league|board|committee|group)\b"
)
SIZE: Final = re.compile(
    r"(?:(?:very|fairly|pretty|senior|junior)\s+)?(?:new|newly|qualified|full[- ]time|part[- ]time|busy|proud|"
    r"professional|former|licensed|certified|registered|trained|simple|humble|local|young|old|first-year|"
    r"second-year|third-year|final-year|freshman|sophomore)\s+"
)
NO_TITLE: Final = frozenset("a an the my your his her our some this that these those i no every each what very so".split())
STANDING: Final = re.compile(r"(?P<v>self-?\s?employed|unemployed|between\s+jobs|jobless|retired|semi-retired)(?![\w-])")
HOUSEHOLD: Final = re.compile(
    r"(?:an?|one|two|three|four|five|\d)\s+(?:(?:grown|adult|little|small|young|teenage|old|rescue)\s+)*(?P<v>kids|"
    rf"children|sons?|daughters?|{alternatives(ANIMALS)})(?![\w-])"
)
