"""English."""

from typing import Final

from perdure.timex.grammar import Language, bag, head, keyed, link, listed, phrase, tail
from perdure.timex.spans import Granularity as U

__all__ = ["ENGLISH"]

_LONG_UNITS: Final = {
    **dict.fromkeys(("day", "days"), U.DAY),
    **dict.fromkeys(("week", "weeks", "wk", "wks"), U.WEEK),
    **dict.fromkeys(("weekend", "weekends"), U.WEEKEND),
    **dict.fromkeys(("month", "months"), U.MONTH),
    **dict.fromkeys(("quarter", "quarters"), U.QUARTER),
    **dict.fromkeys(("year", "years", "yr", "yrs"), U.YEAR),
    **dict.fromkeys(("decade", "decades"), U.DECADE),
}
_SHORT_UNITS: Final = {
    **dict.fromkeys(("minute", "minutes", "min", "mins"), U.MINUTE),
    **dict.fromkeys(("hour", "hours", "hr", "hrs"), U.HOUR),
}
_COUNTS: Final = {
    word: (number, number)
    for word, number in {
        **listed("a,an,one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen", 1),
        "twenty": 20,
        "thirty": 30,
        "forty": 40,
        "fifty": 50,
    }.items()
}
_VAGUE: Final = {
    **dict.fromkeys(("a couple of", "a couple", "couple of", "couple"), (2, 3)),
    **dict.fromkeys(("a few", "few", "several", "a number of", "some"), (2, 5)),
}
_ORDINALS: Final = listed(
    "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|"
    "sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first|twenty-second|twenty-third|twenty-fourth|twenty-fifth|"
    "twenty-sixth|twenty-seventh|twenty-eighth|twenty-ninth|thirtieth|thirty-first",
    1,
)
_NTH: Final = {**listed("first,1st|second,2nd|third,3rd|fourth,4th", 1), "last": -1}
_MONTHS: Final = listed("january|february|march|april|may|june|july|august|september|october|november|december", 1)
_NAMES: Final = ("march", "april", "may", "june")
_CYCLES: Final = ("week", "weekend", "month", "quarter", "year", "decade")
_WORDS: Final = {
    "count": {**_COUNTS, **_VAGUE},
    "unit": _LONG_UNITS,
    "anyunit": {**_LONG_UNITS, **_SHORT_UNITS},
    "cycle": {name: U(name) for name in _CYCLES},
    "day": _ORDINALS,
    "nth": _NTH,
    "weekday": listed("monday|tuesday|wednesday|thursday|friday|saturday|sunday"),
    "shortday": listed("mon|tue,tues|wed|thu,thur,thurs|fri|sat|sun"),
    "month": _MONTHS,
    "abbreviated": listed("jan|feb|mar|apr|may|jun|jul|aug|sept,sep|oct|nov|dec", 1),
    "short": {**listed("jan|feb|mar|apr|may|jun|jul|aug|sept,sep|oct|nov|dec", 1), **_MONTHS},
    "certain": {name: number for name, number in _MONTHS.items() if name != "may"},
    "plain": {name: number for name, number in _MONTHS.items() if name not in _NAMES},
    "named": {name: _MONTHS[name] for name in _NAMES},
    "part": {part: part for part in ("morning", "afternoon", "evening", "night")},
    "season": listed("spring|summer|fall,autumn|winter"),
    "side": {"last": -1, "this": 0, "current": 0, "next": 1},
    "yearside": {"last year": -1, "this year": 0, "next year": 1},
    "monthside": {"last month": -1, "this month": 0, "next month": 1},
    "weekside": {"last week": -1, "this week": 0, "next week": 1},
    "edge": {"beginning": 0, "start": 0, "middle": 1, "end": 2},
    "edgy": {"early": 0, "mid": 1, "late": 2},
    "decadeword": {
        "twenties": 1920,
        "thirties": 1930,
        "forties": 1940,
        "fifties": 1950,
        "sixties": 1960,
        "seventies": 1970,
        "eighties": 1980,
        "nineties": 1990,
    },
    "ampm": {"am": 0, "a.m.": 0, "a.m": 0, "pm": 12, "p.m.": 12, "p.m": 12},
}
_CLOCKS: Final = (r"{hour}(?:[:.]{minute})?\s?{ampm}", "{hour}:{minute}")

_DATES: Final = (
    phrase("date", r"{day}<\s?of |[ -]|-of-|,? |>{month:short}\.?(?:<,? |,|->{year})?(?!,? '\d\d)"),
    phrase("date", r"{day} <of >?{month} <of >?{yearside}"),
    phrase("date", r"{month}(?!\s{0,2}\n)< |-><the >?{day}(?:<,? |,>{year})?(?!,? '\d\d)"),
    phrase("date", r"{month:abbreviated}(?!\.?\s{0,2}\n)<\. | |-|\.>{day}(?:<,? |,>{year})?(?!,? '\d\d)"),
    phrase("date", r"{month:short}\.? {day}<\s?-\s?| to | through ><the >?{day2}(?:,? {year})?"),
    phrase("date", r"<from >?{day}<\s?-\s?| to | until | through ><the >?{day2} <of >?{month:short}(?:,? {year})?"),
    phrase("date", r"between <the >?{day} and <the >?{day2} <of >?{month:short}(?:,? {year})?"),
    phrase("month", r"{month:short}\.?<, | of | |-|'s |, of >{year}"),
    phrase("month", r"{month},? <of >?{yearside}"),
    phrase("month", r"{yearside},? in {month}"),
    phrase("month", "{side} {month:certain}"),
    phrase("month", "{side} may", capital=True, month=5),
    phrase("month", "<this past|past> {month}", side=-1),
    phrase("month", "{month:plain}"),
    phrase("month", "{month:named}", weak=True),
    phrase("day of month", "{day} of {monthside}"),
    phrase("day of month", r"on the {day}(?=[.,;!?]|$| (?:and|at|for|we|i)\b)"),
)
_YEARS: Final = (
    phrase("year", "year {year}"),
    phrase("decade", "{decade:century}'?s"),
    phrase("decade", "the '?{decade}'?s"),
    phrase("decade", "{decade}'?s", weak=True, confidence=0.45),
    phrase("decade", "{decade:decadeword}", weak=True),
    phrase("season", "{season},? <of >?{year}"),
    phrase("season", "{side} {season}"),
    phrase("season", "{season},? <of >?{yearside}"),
    phrase("season", "<in|over|during> <the >?{season}"),
    phrase("quarter", "q{quarter},? <of >?{year}"),
    phrase("quarter", "q{quarter},? <of >?{yearside}"),
    phrase("quarter", "q{quarter}", weak=True),
    phrase("quarter", "{quarter:nth} quarter of <{year}|{yearside}>"),
)
_CYCLIC: Final = (
    phrase("cycle", "{side} {unit:cycle}"),
    phrase("cycle", "{unit:cycle} before last", side=-2),
    phrase("cycle", "{unit:cycle} after next", side=2),
    phrase("cycle", "<this past|the past|past> weekend", unit=U.WEEKEND, side=0, past=True),
    phrase("cycle", "<coming|upcoming> {unit:cycle}", side=1),
    phrase("cycle", "<this coming|this upcoming> weekend", unit=U.WEEKEND, side=0),
    phrase("cycle", "{edge} of <the|this> {unit:cycle}", side=0),
    phrase("cycle", "{edge:edgy} this {unit:cycle}", side=0),
    phrase("weekend", "<over|on|at|during> the weekend"),
    phrase("weekend", "for the weekend", forward=1),
    phrase("so far", "earlier this {unit:cycle}", sign=-1),
    phrase("so far", "earlier today", sign=-1, unit=U.DAY),
    phrase("so far", "later this {unit:cycle}", sign=1),
    phrase("so far", "later today", sign=1, unit=U.DAY),
)
_DAYS: Final = (
    phrase("deictic", "yesterday", offset=-1),
    phrase("deictic", "today", offset=0),
    phrase("deictic", "<tomorrow|tmrw>", offset=1),
    phrase("deictic", "day before yesterday", offset=-2),
    phrase("deictic", "day after tomorrow", offset=2),
    phrase("deictic", "<tonight|tonite>", offset=0, part="night"),
    phrase("deictic", "last night", offset=-1, part="night"),
    phrase("deictic", "night before last", offset=-2, part="night"),
    phrase("deictic", "this {part}", offset=0),
    phrase("weekday", "{weekday}"),
    phrase("weekday", r"{weekday:shortday}", weak=True, capital=True),
    phrase("weekday", "{side} {weekday}"),
    phrase("weekday", "<this|the|this last> past {weekday}", side=-1),
    phrase("weekday", "{side} {weekday:shortday}"),
    phrase("weekday", "<this coming|coming|this upcoming|upcoming> {weekday}", side=1, coming=True, confidence=0.95),
    phrase("weekday", "{weekday},? <of >?{weekside}"),
    phrase("weekday", "{weekside},? <on >?{weekday}"),
    phrase("weekday", "{weekday} before last", side=-2),
    phrase("part", "in the {part}"),
    *(phrase("clock", f"at {clock}") for clock in _CLOCKS),
)
_AMOUNTS: Final = (
    phrase("shift", "{count} {unit:anyunit} <ago|back>", sign=-1),
    phrase("shift", "{count} {unit:anyunit} and a half ago", sign=-1, half=True),
    phrase("shift", "{count} and a half {unit:anyunit} ago", sign=-1, half=True),
    phrase("shift", "{count} {unit:anyunit} from now", sign=1, plain=True),
    phrase("shift", "in (?!a min){count} {unit:anyunit}(?:'? time)?(?! of| or)", sign=1),
    phrase("shift", "{count} nights ago", sign=-1, unit=U.DAY, part="night"),
    phrase("shift", "half an hour ago", sign=-1, unit=U.MINUTE, count=(30, 30)),
    phrase("shift", "in half an hour", sign=1, unit=U.MINUTE, count=(30, 30)),
    phrase("weekday", "{count} {weekday}s ago", sign=-1),
    phrase("weekday", "{count} {weekday}s from now", sign=1),
    phrase("shift", "{count} {unit} ago today", sign=-1, exact=True),
    phrase("shift", "{count} {unit} from today", sign=1, exact=True),
    phrase("shift", "the other day", sign=-1, count=(2, 7), unit=U.DAY),
    phrase("rolling", "<past|last> {count} {unit:anyunit}", sign=-1),
    phrase("rolling", "<in|over|during|for|within> the <past|last> {unit:cycle}", sign=-1),
    phrase("rolling", "past {unit:cycle}(?! the)", sign=-1),
    phrase("rolling", "<next|coming> {count} {unit:anyunit}", sign=1),
    phrase("rolling", "<over|in|during|for|within> the next {unit:cycle}", sign=1),
)
_CONTEXT: Final = (
    head("keep", "<in|during|until|till|til|by|around|throughout|circa|back in|through> <the >?<year >?<month of >?"),
    head("keep", "<on|of|for|about> <the >?<month of >?", years=False),  # "about 2000" is a number
    head("blocked", "<black|cyber|good|easter|ash|palm|super|happy> "),
    head("since", "<ever >?since <about |around |the >?"),
    head("open", "between <the >?"),
    head("open", "from <the >?", strong=True),
    head("blocked", "<every|each> <other |second |single >?"),
    head("blocked", "<before|after> <the >?"),
    head("edge", "<in |the >?{edge:edgy}[ -]<in >?<the >?"),
    head("edge", "{edge} of <the >?"),
    head("relation", "{weekday} <before|prior to|preceding> <the >?", sign=-1),
    head("relation", "{weekday} <after|following> <the >?", sign=1),
    head("relation", "{unit} <before|prior to|preceding> <the >?", sign=-1),
    head("relation", "{count} {unit} <before|prior to> <the >?", sign=-1),
    head("relation", "{unit} <after|following> <the >?", sign=1),
    head("relation", "{count} {unit} <after|following> <the >?", sign=1),
    head("relation", "{count} {unit} from <the >?", sign=1, exact=True),
    head("holding", "{unit} of <the >?"),
    head("nth", "{nth} {unit} <of|in> <the >?"),
    head("nth", "{nth} {weekday} <of|in> <the >?"),
    head("part", "{part} of <the >?"),
    head("part", "in the {part} <of|on> <the >?"),
    head("weekday", "{weekday}[ ,(]{1,3}<the >?"),
    head("weekday", "{weekday:shortday}[.,]{0,2} <the >?"),
    *(head("clock", f"<at >?{clock} <on |in >?<the >?") for clock in _CLOCKS),
    head("clock", "at {hour} <on >?", bare=True),
    tail("weekday", r"{weekday}\)?"),
    tail("part", "<in the |at >?{part}"),
    *(tail("clock", f"<at |around |by |about >?{clock}") for clock in _CLOCKS),
    tail("clock", "<at >?{hour}", bare=True),
    tail("blocked", "<mornings|nights|evenings|afternoons>"),
    link(r"<to|until|till|through> <the >?"),
    link("and <the >?", opened=True),
    phrase("blocked", "{weekday}s"),
)

ENGLISH: Final = Language(
    name="en",
    words=_WORDS,
    rules=_DATES + _YEARS + _CYCLIC + _DAYS + _AMOUNTS + _CONTEXT,
    keys=keyed(
        "yesterday today tomorrow tmrw tonight tonite ago q pm am mondays tuesdays wednesdays thursdays fridays saturdays sundays",
        *(_WORDS[name] for name in ("anyunit", "weekday", "shortday", "short", "part", "season", "decadeword")),
    ),
    common=bag(
        "the and is are was were of to that it you my your with have has had be been do does did not this for they he she we "
        "what who how but so just i"
    ),
    past=(
        r"\b(?:was|were|did|didn't|had|went|got|came|saw|met|made|took|gave|told|said|felt|found|bought|left|lost|won|began|ran|"
        r"spent|held|been|wrote|ate|drove|flew|slept|fell|broke|built|caught|chose|drew|heard|kept|knew|led|paid|rode|sang|sent|"
        r"sold|spoke|stood|swam|taught|thought|threw|wore|woke|grew|brought|became|born|ago|back in|"
        r"(?!need|feed|speed|indeed|excited|scheduled|supposed|planned|interested|booked|invited)[a-z]{2,}ed)\b"
    ),
    future=(
        r"'ll\b|\b(?:will|won't|shall|gonna|wanna|going to|plan|plans|planning|scheduled|supposed|let's|can't wait|looking forward|"
        r"should|want to|hope to|hoping to|due|upcoming|see you|can you|could you|deadline|until|by|starting|"
        r"(?:i'm|am|are|'re|is|we're|they're|he's|she's) (?:\w+ )?(?!going\b|having fun)\w+ing)\b"
    ),
    habit=r"\b(?:usually|always|often|normally|every|each|sometimes|typically|generally|never|whenever|regularly|weekly|daily)\b",
    ordinal=r"(?:\s?(?:st|nd|rd|th))?",
)
