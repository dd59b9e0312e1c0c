"""What happened or is planned and still matters in months, told without a full sentence: "ran my first half marathon"."""

import re
from typing import Final

from perdure.memories.extraction.english.wider_rules import OPEN, SPEAKER, WHEN, Rule, event, fact, plan, rule

__all__ = ["EVENTS"]

_OCCASION: Final = (
    r"(?:wedding|honeymoon|graduation|exams?|finals|midterms?|defen[cs]e|viva|due\s+date|baby\s+shower|"
    r"flights?|vacation|holiday|house\s+move|retirement|recital|concert|"
    r"marathon|half\s+marathon|triathlon|anniversary|audition|driving\s+test|licen[cs]e\s+test|theory\s+test|"
    r"internship|sabbatical|divorce|housewarming|reunion|bar\s+mitzvah|bat\s+mitzvah|christening|"
    r"funeral|court\s+date|hearing|(?:visa|citizenship|asylum)\s+interview|citizenship\s+(?:test|ceremony)|exhibition|book\s+launch|premiere|"
    r"completion|board\s+exam|bar\s+exam|surgery|operation|appointment\s+with\s+(?:the|my)\s+\w+|tournament|"
    r"competition|regatta|performance|"
    r"pilgrimage|hajj|cruise|safari|placement|citizenship|closing|inspection|enrolment|move-in|gig|show)"
)
_OCCASIONS: Final = (
    "wedding honeymoon graduation exam exams finals midterm midterms defence defense viva due shower flight "
    "flights vacation holiday move retirement recital concert marathon triathlon anniversary audition test "
    "internship sabbatical divorce "
    "housewarming reunion mitzvah christening funeral court hearing interview ceremony exhibition launch "
    "premiere completion surgery operation tournament competition regatta performance pilgrimage hajj cruise "
    "safari placement citizenship closing gig show"
)
_FEAT: Final = (
    r"(?:ran|run|completed|finished|did|swam|cycled|rode|climbed|hiked|walked)\s+(?:(?:my|the|a|an)"
    r"\s+(?:[\w'-]+\s+){0,3}?(?:marathon|half|triathlon|ironman|10k|5k|ultra|pilgrimage|camino|channel|"
    r"chemo\w*|radiotherapy|rehab|treatment|degree|phd|thesis|novel|book|screenplay|album|apprenticeship|"
    r"training|course|season|race)\b|(?:up|to|across|around)\s+(?-i:[A-Z]))|"
    r"(?:passed|failed|aced|flunked|cleared)\s+(?:my|the|all)\s+[\w\s'-]{2,40}?(?:test|exams?|finals|bar|"
    r"theory|interview|grade\s+\w+|course|boards?|licen[cs]e|viva|audition|probation)|"
    r"(?:got|been|was)\s+(?:\w+\s+)?(?:accepted|admitted|promoted|engaged|robbed|mugged|burgled|evicted|"
    r"naturali[sz]ed|published|shortlisted|nominated)\b|"
    r"(?:won|placed\s+\w+\s+in|came\s+\w+\s+in)\s+(?:the|a|an|my|our|first|second|third|gold|silver|bronze)"
    r"\b(?!\s+(?:match|game|bet|toss|argument|round)\b)[\w\s'-]{2,30}|"
    r"(?:broke|fractured|sprained|tore|twisted|dislocated|ruptured|cracked|pulled)\s+(?:my|a|both|two)\s+[\w\s-]{2,25}|"
    r"(?:published|released|launched|opened|founded|exhibited|recorded)\s+(?:my|our)\s+[\w\s'-]{2,30}|"
    r"(?:bought|sold|signed|exchanged\s+on|closed\s+on|put\s+(?:in\s+)?an\s+offer\s+(?:in\s+)?on|"
    r"put\s+down\s+a\s+deposit\s+on)\s+(?:for\s+)?(?:my|our|the|a|an)\s+(?:[\w-]+\s+){0,2}?(?:house|flat|"
    r"apartment|home|cottage|condo|lease|contract|mortgage|book\s+deal|deal|land|plot|farm)|"
    r"(?:moved|moving)\s+(?:house|home|out|in\s+together|in\s+with|back\s+home|abroad)\b|"
    r"(?:became|become|becoming)\s+(?:a|an)\s+(?:\w+\s+)?(?:dad|father|mum|mom|mother|uncle|aunt|grandad|"
    r"grandma|grandmother|grandfather|citizen|godmother|godfather|homeowner)|"
    r"(?:got|getting|have\s+got|received)\s+(?:my|the)\s+(?:\w+\s+)?(?:degree|visa|citizenship|green\s+card|"
    r"passport|licen[cs]e|diploma|results|black\s+belt|keys|residency|work\s+permit|braces|a-levels)\b|"
    r"(?:quit|left|start(?:ed|ing)?|finished|lost)\s+(?:my|the)\s+(?:[\w-]+\s+)?(?:job|degree|phd|course|"
    r"apprenticeship|internship|masters?|placement|residency)\b|"
    r"(?:turned|turning)\s+(?:thirty|forty|fifty|sixty|seventy|eighty|twenty|eighteen|sixteen|\d\d)\b|"
    r"(?:met|married|proposed\s+to)\s+(?:my|the)\s+(?:wife|husband|girlfriend|boyfriend|partner|love\s+of)\b|"
    r"(?:donated|got)\s+(?:a|my)\s+(?:kidney|tattoo|first\s+tattoo)\b|(?:came\s+out)\s+(?:to|as)\b|(?:had|"
    r"crashed|wrecked|totall?ed)\s+(?:a\s+car\s+accident|an?\s+accident|my\s+car|the\s+car)\b"
)
_FEATS: Final = (
    "ran run completed finished did swam cycled rode climbed hiked walked passed failed aced flunked cleared "
    "got been was won placed came broke fractured sprained tore twisted dislocated ruptured cracked pulled "
    "published released launched "
    "opened founded exhibited recorded bought sold signed exchanged closed put moved moving became become "
    "getting received have quit left start started starting lost turned turning met married proposed donated "
    "crashed wrecked totalled had"
)
_OF_TODAY: Final = re.compile(
    r"\b(?:movie\s+marathon|need\s+to|want\s+these|ensure|sorted|paperwork|tasks?|applications?|module|"
    r"onboarding|test\s+suite|unit\s+tests?|tests\s+pass\w*|build|server|script|code|commit|branch|deploy\w*|"
    r"bug|error|file|program|app|query|function|meeting|errands?|laundry|the\s+dog|"
    r"last\s+paragraph|draft|homework|dishes|game\s+of|level|step|steps|command|a\s+bit|the\s+numbers|"
    r"the\s+model|analysis|simulation|into\s+(?:a|an|some|this|the)\s+(?:problem|issue|error|bug))\b",
    re.IGNORECASE,
)


def _of_life(said: str, match: re.Match[str]) -> bool:
    return not _OF_TODAY.search(said) and not re.search(
        r"\b(?:he|she|they|you|who|people|if|his|her|neighbou?r\w*)\b", said[: match.start() + 3], re.IGNORECASE
    )


EVENTS: Final[tuple[Rule, ...]] = (
    rule(_FEATS, rf"{SPEAKER}(?:{_FEAT})", event, sure=_of_life),
    rule(
        "passed accepted offered got finished hired engaged finally",
        r"^\W*(?:(?:i|we)\s+)?(?:passed|got\s+(?:in|the\s+(?:job|place|part|keys|offer|grant|visa|scholarship))|"
        r"got\s+accepted|they\s+(?:said\s+yes|accepted)|it's\s+official)\s*!+|\bguess\s+who\s+(?:got|passed|is|was|"
        r"won|just)\b|\bi\s+can\s+finally\s+(?:drive|walk|swim|fly|ride|legally)\b",
        event,
        sure=_of_life,
    ),
    rule(
        "they accepted offer approved granted",
        r"\b(?:they've|they|the\s+(?:bank|school|council|university|embassy|court|judge|seller))\s+(?:have\s+|"
        r"has\s+|just\s+)?(?:accepted|approved|granted|offered)\s+(?:me|us|our|my|it|the)\b|\b(?:offer|application|"
        r"visa|mortgage|citizenship|grant)\s+(?:was|has\s+been|got|is)\s+(?:accepted|approved|granted)\b",
        event,
        sure=_of_life,
    ),
    rule(
        "accepted place yours into university uni college school program programme",
        rf"{SPEAKER}got\s+(?:in(?:to)?|accepted\s+(?:to|into|by|at))\s+(?-i:[A-Z])|\bgot\s+(?:the|a)\s+place\b|\bgot\s+into\s+(?-i:[A-Z])\w+",
        event,
        sure=_of_life,
    ),
    rule(
        _OCCASIONS,
        rf"(?:\b(?:my|our|the|his|her)\s+(?:[\w'-]+\s+){{0,3}}?|^\W*(?:[\w'-]+\s+){{0,3}}?){_OCCASION}(?:\s+(?:to|"
        rf"in|at|with|from)\s+[\w'\s-]{{2,25}}?)?\s*(?:'s|is|are|was|were|starts?|begins?|takes\s+place|went|"
        rf"will\s+be|got\s+(?:moved|postponed|cancelled|rescheduled)|on|in|next|this)\s+[^.;!?]{{0,30}}?(?:{WHEN}|"
        rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|(?:jan|"
        rf"feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\s+\d{{1,2}})|\bin\s+(?:the\s+)?(?:jan|feb|mar|apr|may|"
        rf"june|july|aug|sep|oct|nov|dec|spring|summer|autumn|fall|winter|\w+\s+(?:weeks|months)))",
        plan,
        sure=lambda said, match: (
            _of_life(said, match)
            and re.search(
                r"\b(?:project|launch\s+of\s+the\s+(?:app|product)|sprint|marketing|the\s+show|client|campaign)\b",
                match.group(),
                re.IGNORECASE,
            )
            is None
        ),
    ),
    rule(
        _OCCASIONS,
        rf"{SPEAKER}(?:i'm\s+|we're\s+)?(?:have|having|got|'ve\s+got|sitting|taking|sit|take|attending|doing|running|"
        rf"organising|planning)\s+(?:my|our|a|an|the|his|her|another)"
        rf"\s+(?:[\w'-]+\s+){{0,3}}?{_OCCASION}\b[^.;!?]{{0,30}}?(?:{WHEN}|\b(?:\d{{1,2}}\s+(?:of\s+)?(?:january|"
        rf"february|march|april|may|june|july|august|september|october|november|december)|(?:january|february|march|"
        rf"april|may|june|july|august|september|october|november|december)\s+\d{{1,2}}|in\s+(?:january|february|"
        rf"march|april|may|june|july|august|september|october|november|december|\w+\s+(?:weeks|months))))",
        plan,
        sure=_of_life,
    ),
    rule(
        "booked tickets flights flight",
        r"\b(?:flights?|tickets?|hotel|trip|honeymoon|cruise|train|ferry|villa)\s+(?:are\s+|is\s+|all\s+|"
        r"already\s+)(?:booked|bought|paid\s+for)\b|^\W*(?-i:[A-Z]\w+)\s+in\s+\w+,[^.;!?]*\bbooked\b|\b(?:we've|"
        r"i've|we|i)\s+(?:just\s+|finally\s+|already\s+)?booked\s+(?:our|my|a|the|flights?|tickets?)\b",
        plan,
        sure=_of_life,
    ),
    rule(
        "fly flying moving going travelling traveling sail sailing drive emigrating leaving off heading",
        rf"{SPEAKER}(?:i'm\s+|we're\s+|am\s+|are\s+|will\s+be\s+|'ll\s+be\s+|'ll\s+)?(?:fly(?:ing)?|travel+ing|"
        rf"sail(?:ing)?|emigrating|moving|heading|leaving|off|relocating|going)\s+(?:out\s+|back\s+|over\s+|"
        rf"off\s+)?(?:to|for)\s+(?:the\s+)?(?-i:[A-Z][a-z]+)[^.;!?]{{0,30}}?(?:{WHEN}|\bin\s+(?:january|february|"
        rf"march|april|may|june|july|august|september|october|november|december|\w+\s+(?:weeks|months)))",
        plan,
        sure=_of_life,
    ),
    rule(
        "staying stay",
        r"\b(?:i|we|i'll|we'll|i'm|we're|will\s+be)\s+(?:be\s+)?stay(?:ing)?\s+with\s+my\s+\w+\s+[^.;!?]{0,20}?\bin\s+(?-i:[A-Z])",
        plan,
        sure=_of_life,
    ),
    rule(
        "start starts started starting reception school nursery kindergarten college uni university",
        r"\b(?:starts?|started|starting|start)\s+(?:at\s+)?(?:reception|school|nursery|kindergarten|college|uni|"
        r"university|primary|secondary|preschool|daycare|high\s+school|first\s+grade|pre-k)\b",
        event,
        sure=lambda said, _match: not re.search(r"\b(?:should|if|when\s+do|people|they)\b", said, re.IGNORECASE),
    ),
    rule(
        "finished done ready contract signed built renovated extension kitchen bathroom roof",
        r"\b(?:the\s+|our\s+|my\s+)?(?:new\s+)?(?:kitchen|bathroom|extension|roof|loft|house|basement|garden|deck|"
        r"conservatory)(?:'s|\s+is|\s+will\s+be|\s+was|\s+got)?\s+(?:finally\s+|all\s+)?(?:finished|done|ready|"
        r"built|renovated|redone)\b",
        event,
        sure=_of_life,
    ),
    rule(
        "lease mortgage deposit keys completion contract",
        rf"{OPEN}(?:(?:i|we)(?:'ve)?\s+)?(?:signed|got|paid|put\s+down|exchanged|collected|picked\s+up)\s+(?:the|"
        rf"our|my|a)\s+(?:lease|mortgage|deposit|keys|contracts?)\b",
        event,
        sure=_of_life,
    ),
    rule(
        "happened accident fire flood burgled stolen stole robbed burglary",
        r"\b(?:my|our)\s+(?:house|flat|car|bike|van|shop|basement|kitchen|phone|wallet|purse)\s+(?:was|got|"
        r"has\s+been|burned|burnt|flooded)\s*(?:burgled|stolen|flooded|broken\s+into|robbed|down|totall?ed|hit|"
        r"towed)?\b|\b(?:we|i)\s+(?:were|was|got)\s+(?:burgled|robbed|mugged|hit\s+by\s+a|in\s+(?:a|an)"
        r"\s+(?:car\s+)?(?:accident|crash))\b|\b(?:stole|broke\s+into)\s+(?:my|our)\s+\w+",
        event,
        sure=_of_life,
    ),
    rule(
        "kilos pounds lbs kg stone weight",
        r"\b(?:i've\s+|i\s+)?(?:lost|gained|put\s+on|down\s+to|dropped)\s+(?:about\s+|almost\s+|nearly\s+)?(?:\d+|"
        r"\w+)\s*(?:kilos?|kg|pounds|lbs|stone)\b",
        fact,
        sure=_of_life,
    ),
    rule(
        "lived spent served grew worked years childhood",
        rf"\b(?:i|we)\s+(?:once\s+|used\s+to\s+)?(?:lived|served|grew\s+up)\s+(?:in|there|on|next|near|with|for|"
        rf"abroad|above)\b(?!\s+(?:the\s+(?:novel|game)))|{OPEN}in\s+(?-i:[A-Z]\w+)\s+i\s+(?:lived|worked|studied)"
        rf"\b|\b(?:did|done)\s+my\s+(?:time|service|national\s+service|training|apprenticeship)\s+(?:in|at|with)\b|"
        rf"\b(?:spent)\s+(?:\w+\s+){{1,3}}(?:years|months)\s+(?:in|at|with|as)\b",
        fact,
        sure=_of_life,
    ),
    rule(
        "anniversary celebrate celebrated celebrating married years",
        r"\b(?:it's|today\s+is|tomorrow\s+is|sunday\s+is|saturday\s+is)\s+(?:my|our)\s+(?:\w+\s+)?(?:anniversary|"
        r"birthday)\b|\b(?:been|we've\s+been)\s+(?:married|together)\s+(?:for\s+)?\w+",
        event,
        sure=_of_life,
    ),
    rule(
        "visiting visit coming come moving move",
        r"\bmy\s+\w+(?:\s+\w+)?(?:'s|\s+is|\s+are)\s+(?:coming|visiting|moving)\s+(?:to\s+(?:live|stay)|in\s+with|"
        r"over\s+(?:from|for)|for\s+\w+)[^.;!?]{0,20}",
        plan,
        sure=_of_life,
        confidence=0.6,
    ),
)
