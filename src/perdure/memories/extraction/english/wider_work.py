"""Work and study, told in passing: "made me head of sales", "forty years a bricklayer", "second year of law at Leiden"."""

import re
from typing import Final

from perdure.memories.extraction.english.being import is_trade
from perdure.memories.extraction.english.money import MONEY
from perdure.memories.extraction.english.wider_classes import TRADES_TOO
from perdure.memories.extraction.english.wider_rules import NP, OPEN, SPEAKER, START, Rule, event, fact, plan, rule
from perdure.memories.extraction.english.words import TRADES

__all__ = ["WORK"]

_FIRM: Final = (
    r"(?-i:(?!(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|"
    r"June|July|August|September|October|November|December|Christmas|Easter|I)\b)"
    r"[A-ZÀ-Ý][\w&'+.-]*\w(?:\s(?:&\s|and\s|of\s|the\s|for\s){0,2}(?!(?:I|And|But|So)\b)"
    r"[A-ZÀ-Ý][\w&'+-]*){0,3})"
)
_TRADES: Final = frozenset({word.replace("_", " ").split()[-1] for word in TRADES} | TRADES_TOO)
_TRADE_GATE: Final = " ".join(_TRADES | {f"{word}s" for word in _TRADES})
_ENTITY: Final = (
    r"(?:post\s+office|council|city\s+council|bank|hospital|school|university|library|museum|church|airport|"
    r"railways?|fire\s+brigade|police|army|navy|air\s+force|civil\s+service|water\s+board|co-op|factory|mill|"
    r"mines?|port|harbour|zoo|embassy|town\s+hall|local\s+paper|supermarket|clinic|surgery|hotel|brewery|"
    r"bakery|shipyard|dairy|theatre|opera)"
)
_EMPLOYER: Final = rf"(?:the\s+)?(?:{_FIRM}|{_ENTITY})"
_YEARS: Final = r"(?:\d+|\w+(?:-\w+)?)\s+years"
_FIELD: Final = (
    r"(?:law|med|medicine|medical|nursing|physics|chemistry|chem|biology|marine\s+biology|maths?|mathematics|"
    r"history|philosophy|economics|econ|psychology|psych|sociology|engineering|(?:mechanical|civil|electrical|"
    r"chemical|software)\s+engineering|"
    r"computer\s+science|cs|architecture|art(?:\s+history)?|fine\s+art|music|theology|linguistics|literature|"
    r"english|french|german|spanish|geology|geography|politics|political\s+science|accounting|marketing|"
    r"pharmacy|"
    r"dentistry|vet(?:erinary)?(?:\s+(?:science|medicine))?|education|journalism|film|design|graphic\s+design|"
    r"dance|drama|theatre|anthropology|archaeology|agriculture|forestry|astronomy|statistics|finance|"
    r"social\s+work|physiotherapy|midwifery)"
)
_SCHOOL: Final = rf"(?P<school>{_FIRM})"


def _is_trade(_said: str, match: re.Match[str]) -> bool:
    low = (match.groupdict().get("occupation") or "").lower()
    return is_trade(low) or (low.split() or [""])[-1] in TRADES_TOO


def _mine(said: str, match: re.Match[str]) -> bool:
    """Whether a clause names nobody else before the words."""
    return not re.search(
        r"\b(?:he|she|they|his|her|their|my\s+(?!job|work|boss|notice|years?)\w+|you|your)\b(?!\s+(?:made|gave|let|"
        r"offered|told|promoted|hired|fired|sacked|put|laid|took|want))",
        said[: match.start()],
        re.IGNORECASE,
    )


WORK: Final[tuple[Rule, ...]] = (
    rule(
        "made promoted appointed hired named elected",
        r"\b(?:they(?:'ve)?|boss|company|work|board|school|i\s+(?:was|got|been|'ve\s+been)|i've\s+been|got|been|"
        r"just)\s+(?:finally\s+|just\s+|actually\s+|only\s+)?(?:made\s+me|promoted(?:\s+me)?|appointed(?:\s+me)?|"
        r"hired\s+me|named(?:\s+me)?|elected(?:\s+me)?|made)\s+(?:to\s+|as\s+)?(?:an?\s+|"
        r"the\s+)?(?P<occupation_np>(?:(?:[\w-]+\s+){0,2}?(?:head|manager|director|lead|leader|chief|deputy|"
        r"partner|supervisor|foreman|captain|chair\w*|editor|officer|president|principal|professor|secretary|"
        r"treasurer|coordinator|teacher|nurse|engineer|consultant))(?:\s+of\s+[\w\s]{2,30}?)?)(?=\s*(?:$|[.,;!]|"
        r"and\b|at\b|last\b|on\b|this\b|in\b))",
    ),
    rule(
        "job role position place post lectureship internship apprenticeship traineeship contract gig offer place",
        rf"{OPEN}(?:(?:i|we)(?:'ve|\s+have)?\s+)?(?:just\s+|finally\s+|actually\s+)?(?:got|landed|accepted|took|"
        rf"taken|secured|been\s+offered|start|starting|started|begin|beginning)\s+(?:the|a|an|my|that)\s+(?:new\s+|"
        rf"first\s+|\w+\s+){{0,2}}?(?:job|role|position|post|internship|apprenticeship|traineeship|contract|gig|"
        rf"placement)\b(?:[^.;!?]{{0,40}}?\b(?:at|with)\s+(?P<employer>{_FIRM})"
        rf")?(?:\s+as\s+an?\s+(?P<occupation_tr>{NP}))?",
        event,
        sure=_mine,
    ),
    rule(
        "lectureship professorship fellowship headship residency clerkship",
        rf"\b(?:got|landed|have|offered|taken)\s+(?:me\s+)?(?:the|a|my)\s+(?:\w+\s+)?(?P<occupation>lectureship|"
        rf"professorship|fellowship|headship|residency|clerkship)(?:[^.;!?]{{0,30}}?\bat\s+(?P<employer>{_FIRM}))?",
    ),
    rule(
        "apprenticeship apprentice apprenticed training retraining qualifying",
        rf"\b(?:apprenticeship|apprenticed|apprentice|training|retraining|qualifying)\s+(?:as\s+|"
        rf"to\s+be(?:come)?\s+)(?:an?\s+)?(?P<occupation_tr>{NP})",
        sure=_mine,
    ),
    rule(
        "with at",
        rf"\b(?:apprenticeship|apprentice|placement|internship|traineeship|trainee)\b[^.;!?]{{0,40}}?\b(?:with|at)\s+(?P<employer>{_FIRM})",
        sure=_mine,
    ),
    rule(
        "started start starting joined join joining begin new",
        rf"{SPEAKER}(?:i'm\s+|am\s+)?(?:start|starting|started|joined|joining|begin|beginning|signed)\s+(?:work\s+)?(?:at|"
        rf"for|on\s+with)\s+(?:an?\s+(?:\w+\s+){{0,4}}?(?:called|named)\s+)?(?P<employer>{_EMPLOYER})",
        sure=_mine,
    ),
    rule(
        "notice badge resignation resigned cards",
        rf"\b(?:handed|put|gave|given|turned|sent|tendered)\s+(?:in\s+)?(?:my|the)\s+(?:notice|badge|resignation|"
        rf"cards|laptop)(?:\s+in)?(?:\s+(?:at|to)\s+(?P<no_employer>{_EMPLOYER}))?",
        event,
        sure=_mine,
    ),
    rule(
        "years",
        rf"{START}(?:after\s+)?{_YEARS}\s+(?:at|with|for|in)\s+(?P<no_employer>{_EMPLOYER})(?=[^.;!?]*\b(?:hung|"
        rf"retired|left|enough|over|done|out|finished|leaving|quit|packed|gone)\b)",
    ),
    rule("years", rf"{START}(?:\w+\s+\w+:\s+)?(?:after\s+)?{_YEARS}\s+(?:as\s+)?an?\s+(?P<occupation_tr>{NP})"),
    rule(
        "years",
        rf"\b(?:i've\s+been|i\s+was|been|spent|did|worked)\s+(?:an?\s+)?(?P<occupation_tr>[\w\s-]{{3,30}}?)\s+(?:for\s+)?{_YEARS}\b",
    ),
    rule(
        "more anymore longer",
        rf"{START}(?:not|no\s+longer)\s+(?:at|with|working\s+(?:at|for))\s+(?P<no_employer>{_EMPLOYER})(?:\s+any\s?more)?",
    ),
    rule(
        "when was with used",
        rf"{START}when\s+i\s+was\s+(?:still\s+)?(?:with|at|working\s+for)\s+(?P<no_employer>(?:the\s+)?{_FIRM})"
        rf"\s+(?=[^.;!?]*\b(?:out|left|before|then|used|called|we)\b)",
    ),
    rule(
        "laid sacked fired redundant redundancy axed let dismissed furloughed",
        rf"\b(?:i\s+was|i\s+got|i've\s+been|got|been|they|was|i'm|made\s+me)\s+(?:just\s+|finally\s+|being\s+|"
        rf"all\s+)?(?:laid\s+off|(?:sacked|fired|axed|dismissed)(?:\s+me)?|let\s+(?:me\s+|the\s+whole\s+\w+\s+)?go|"
        rf"made\s+(?:me\s+)?redundant|redundant|furloughed)\b(?:\s+(?:from|by|at)\s+(?P<no_employer>{_EMPLOYER}))?",
        event,
        sure=_mine,
    ),
    rule(
        "i'm im am at",
        rf"{START}(?:i'm|im|i\s+am)\s+(?:currently\s+|now\s+|still\s+)?(?:at|with)\s+(?P<employer>{_FIRM})"
        rf"(?=,\s+in\s+|\s+as\b|\s+doing\b|,\s+(?:the\s+)?\w+\s+(?:department|team|side|desk)|\s+these\s+days|"
        rf"\s+since\b)",
    ),
    rule(
        "work works working employed nights shifts",
        rf"{OPEN}(?:i\s+|we\s+|i'm\s+|i\s+do\s+be\s+|me,\s+)?(?:also\s+|still\s+|now\s+|currently\s+|"
        rf"mostly\s+)?(?:work|working|worked\s+my\s+whole\s+life|employed)\s+(?:(?:nights|days|shifts|part[\s-]time|"
        rf"full[\s-]time|weekends|remotely|freelance)\s+)?(?:for|at|by)\s+(?P<employer>(?:the\s+)?(?:{_FIRM}|"
        rf"city\s+council|county\s+council|council|post\s+office|fire\s+brigade|civil\s+service|railway|local\s+\w+)"
        rf")",
        sure=_mine,
    ),
    rule(
        "working working,",
        rf"\bworking\s+as\s+(?:an?\s+)?(?P<occupation_tr>[^.;!?,()]{{2,50}}?)(?:\s+(?:in|at|for|with)\s+(?P<employer>{_FIRM}))",
        sure=_mine,
    ),
    rule(
        "nights night shift shifts weekends early lates",
        r"\b(?:i|i'm|we)\s+(?:do\s+be\s+|do\s+|currently\s+|mostly\s+|always\s+|am\s+|"
        r"have\s+to\s+)?(?:work(?:ing)?|on|do(?:ing)?)\s+(?:the\s+)?(?:nights|night\s+shifts?|shifts|weekends|"
        r"early\s+shifts?|lates|rotating\s+shifts)\b",
        fact,
    ),
    rule(
        "self-employed freelance freelancer freelancing unemployed retired semi-retired jobless",
        rf"(?:{START}(?:(?:i'm|im|i\s+am|am|now|been|{_YEARS})\s*,?\s+)*(?:(?:now|currently|newly|recently|happily|"
        rf"semi-?|fully|still|a)\s*)*|\b(?:i'm|im|i\s+am|being|as)\s+(?:(?:now|currently|newly|recently|still|a|all)"
        rf"\s+)*)(?P<occupation>self-employed|freelanc\w+|unemployed|retired|semi-retired|between\s+jobs)(?=\s*(?:$|"
        rf"[.,;!)]|and\b|now\b|so\b|since\b|from\b|after\b|for\b|these\b|last\b|but\b|mostly\b|with\b))",
        sure=_mine,
        asking=True,
    ),
    rule("between", r"\b(?:i'm|im|i\s+am|currently|so)\s+(?P<occupation>between\s+jobs)\b"),
    rule(
        _TRADE_GATE,
        r"(?:\b(?:as|being)\s+an?\s+|^\W*(?:(?:[1-9]\d|me|male|female|m|f),?\s+)+(?:an?\s+)?|\b(?:i'm|im|i\s+am|"
        r"i\s+was)\s+(?:now\s+|also\s+|still\s+|actually\s+|just\s+)?(?:an?\s+|the\s+))"
        r"(?P<occupation_tr>[\w'-]+(?:\s[\w'-]+){0,4})",
        asking=True,
        sure=lambda said, match: (
            _mine(said, match)
            and len(said) < 160
            and not re.search(r",?\s+i\s+want\s+to\b", said[match.end() :], re.IGNORECASE)
            and re.search(
                r"\b(?:as\s+(?:good|bad|big|fast|soon|much|many|well|long|far)|such\s+as|same\s+as|act|pretend|not|"
                r"see\s+\w+\s+as|works?\s+as|suppose|known|served|want\w*|hire\w*|dressed|like|used|job|working|would|"
                r"become|apply\w*|prompt|responsible|function|serve)\b",
                said[max(0, match.start() - 25) : match.start() + 12],
                re.IGNORECASE,
            )
            is None
        ),
    ),
    rule(
        _TRADE_GATE,
        r"^\W*(?P<occupation>(?:(?:retired|former|trainee|junior|senior|freelance|part-time|full-time|primary|"
        r"secondary|night|staff|student|civil|software|lorry|bus|taxi|school|hospital|head)\s+){0,2}[\w-]+)"
        r"\s+(?:here|by\s+trade|by\s+training|by\s+profession|myself)\b",
        sure=_is_trade,
        asking=True,
    ),
    rule(
        "trade profession training",
        r"\b(?:i'm|im|i\s+am)?\s*(?:an?\s+)?(?P<occupation>[\w-]+(?:\s[\w-]+)?)\s+by\s+(?:trade|profession|training)\b",
        sure=lambda said, match: _is_trade(said, match) and _mine(said, match),
    ),
    rule(
        "run own started opened set founded runs co-own",
        rf"{OPEN}(?:i|we|my\s+\w+\s+and\s+i)\s+(?:\w+\s+)?(?:run|own|opened|started|founded|set\s+up|co-own|manage)"
        rf"\s+(?:an?|the|our|my)\s+(?:[\w-]+\s+){{0,3}}?(?:bakery|shop|caf[eé]|restaurant|business|company|studio|"
        rf"farm|salon|agency|pub|bar|hotel|b&b|workshop|store|garage|practice|clinic|stall|label|gym|nursery|school|"
        rf"guesthouse|gallery|brewery|charity|startup|firm|bookshop|dairy)\b(?:\s+(?:in\s+[\w\s]+?\s+)?(?:called|"
        rf"named)\s+(?P<employer>{_FIRM}))?",
        fact,
    ),
    rule(
        "work job career field teach drive fly fix build sell",
        r"\b(?:i|we)\s+(?:teach|drive\s+(?:a\s+(?:truck|lorry|bus|taxi|cab|tram|train)|trucks|lorries|for\s+uber)|"
        r"fly\s+planes|fix\s+\w+|nurse|lecture|cut\s+hair|lay\s+bricks|paint\s+houses|clean\s+houses|mind\s+\w+)"
        r"\s+(?:for\s+a\s+living|at|in|professionally|by\s+day)\b|\bfor\s+a\s+living\b",
        fact,
        sure=_mine,
    ),
    rule(
        "parental maternity paternity sick leave sabbatical gap",
        r"\b(?:i'm|im|i\s+am|we're|still|currently|now|back\s+from|going)\s+(?:\w+\s+)?(?:on|off\s+on|on\s+a)"
        r"\s+(?:parental|maternity|paternity|sick|unpaid|compassionate|study)\s+leave\b|\b(?:i'm|taking|on)\s+(?:a|"
        r"my)\s+(?:sabbatical|gap\s+year|career\s+break)\b",
        plan,
    ),
    rule(
        "pension retire retirement retiring",
        rf"\b(?:pension|retirement)\s+(?:starts?|begins?|kicks\s+in)\b|\b(?:i|we)(?:'m|'ll|\s+will|"
        rf"\s+am)?\s+(?:be\s+)?retir(?:e|ing|ed)\b|{START}retir(?:ed|ing)\s+(?:in|next|last|this|from|at)\b",
        event,
        sure=_mine,
    ),
    rule(
        "down staying put offer offers",
        rf"\b(?:turned\s+down|declined)\s+(?:the\s+)?(?:offer\s+(?:from|at)\s+)?{_FIRM}(?!'s)|\bstaying\s+(?:put\s+|"
        rf"on\s+)(?:at|with)\s+(?P<employer>{_EMPLOYER})",
        event,
        sure=_mine,
    ),
    rule("staying", rf"\bstaying\s+(?:put\s+|on\s+)(?:at|with)\s+(?P<employer>{_EMPLOYER})", sure=_mine),
    rule(
        "earn make salary take-home clear paid income pay",
        rf"\b(?:i|we)\s+(?:now\s+|only\s+|currently\s+)?(?:earn|make|clear|bring\s+home|take\s+home|get\s+paid|"
        rf"am\s+on|net)\s+(?:about\s+|around\s+|roughly\s+)?{MONEY.replace('<v>', '<income>')}(?:\s+(?:a|per)"
        rf"\s+(?:month|year|week|hour|annum))",
        asking=True,
    ),
    # --- study
    rule(
        "year semester term finals grade doing reading studying study degree phd masters",
        rf"\b(?:year|semester|term|degree|masters?|phd|finals|bachelor|doing|reading|studying|study|majoring|course)"
        rf"\s+(?:\w+\s+)?(?:of|in|at|doing)?\s*(?:a\s+)?(?P<studies>{_FIELD})(?:\s+(?:degree|course|student)"
        rf")?(?:\s+(?:at|in)\s+{_SCHOOL})?(?=\s*(?:$|[.,;!()]|and\b|so\b|here\b|this\b|but\b|student\b))",
        sure=_mine,
        asking=True,
    ),
    rule(
        "student undergrad freshman sophomore postgrad major undergraduate fresher",
        rf"(?:^\W*|\b(?:i'm|im|i\s+am|as|being)\s+)(?:an?\s+)?(?:(?:first|second|third|fourth|final|1st|2nd|3rd|4th|"
        rf"last)[\s-]year\s+|phd\s+|masters?\s+)?(?P<studies>{_FIELD})\s+(?:student|undergrad(?:uate)?|major|"
        rf"postgrad|fresher)\b(?:\s+here)?(?:\s*(?:at|\()\s*{_SCHOOL})?",
        asking=True,
        sure=_mine,
    ),
    rule(
        "grade year form freshman sophomore junior senior",
        rf"^\W*(?:(?:i'm|im)\s+in\s+)?(?:grade|year|form|class)\s+(?:\d+|\w+),?\s+(?:at\s+)?{_SCHOOL}",
    ),
    rule(
        "swapped switched changed dropped transferred",
        rf"\b(?:swapped|switched|changed|transferred)\s+(?:\w+\s+)?(?:from\s+)?(?P<no_studies>{_FIELD})\s+(?:for|to)"
        rf"\s+(?P<studies>{_FIELD})\b",
    ),
    rule(
        "schooling studying reading uni university college",
        rf"\b(?:presently|currently|now|i'm|am|still)\s+(?:schooling|studying|at\s+(?:uni|university|college))"
        rf"\s+(?:in|at)\s+(?P<school>{_FIRM})|\b(?:i|i'm)\s+(?:go\s+to|attend|at)"
        rf"\s+(?P<school2>(?:the\s+)?{_FIRM}\s+(?:High|School|College|University|Academy|Uni)|(?:University|College)"
        rf"\s+of\s+{_FIRM})",
        asking=True,
    ),
    rule(
        "defended graduated graduating graduate thesis viva degree phd dissertation",
        rf"{SPEAKER}(?:defended|graduated|graduate|finished\s+(?:my|the)\s+(?:degree|phd|thesis|masters?)|submitted|"
        rf"handed\s+in\s+(?:my|the)\s+(?:thesis|dissertation)|passed\s+my\s+(?:viva|defence))\b",
        event,
    ),
    rule("dropped drop dropping", r"\b(?:i|i've|i'm|just)\s+(?:dropped|dropping)\s+out\b", event),
)
