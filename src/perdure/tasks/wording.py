"""Times as people write them in a hurry, put into words that `perdure.timex` reads: "b4 fri", "by EOD", "on the 14th", "tomorow at 9".

Nothing here knows what a time means. Words become other words for the same time, and those that name a day only by its number, its
feast or its rhythm become the next such day.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from perdure.timex.folding import fold

__all__ = ["Reworded", "reworded"]


@dataclass(frozen=True, slots=True)
class Reworded:
    """A text in other words; `origins` holds for each of its characters, and for its end, the place in the original.

    `recurring` holds begin and end, in the original, of the words that tell how often ("every Monday").
    """

    text: str
    origins: tuple[int, ...]
    recurring: tuple[int, int] | None = None


_Rewording = Callable[[re.Match[str], datetime], str | None]

_MONTHS: Final = "January February March April May June July August September October November December".split()
_DAYS: Final = {
    "mon": "Monday",
    "tue": "Tuesday",
    "wed": "Wednesday",
    "thu": "Thursday",
    "fri": "Friday",
    "sat": "Saturday",
    "sun": "Sunday",
}
_FEASTS: Final = {
    "christmas eve": (24, 12),
    "xmas eve": (24, 12),
    "christmas": (25, 12),
    "xmas": (25, 12),
    "new year's eve": (31, 12),
    "new years eve": (31, 12),
    "new year's": (1, 1),
    "new years": (1, 1),
    "halloween": (31, 10),
    "valentine's day": (14, 2),
    "valentines day": (14, 2),
    "valentine's": (14, 2),
    "heiligabend": (24, 12),
    "weihnachten": (24, 12),
    "silvester": (31, 12),
    "navidad": (25, 12),
    "nochevieja": (31, 12),
    "noel": (25, 12),
}
_RHYTHMS: Final = {
    "morning": "this morning",
    "afternoon": "this afternoon",
    "evening": "this evening",
    "night": "tonight",
    "day": "today",
    "daily": "today",
    "week": "in one week",
    "weekly": "in one week",
    "month": "in one month",
    "monthly": "in one month",
    "year": "in 12 months",
    "yearly": "in 12 months",
    "jeden tag": "heute",
    "jeden morgen": "heute um 8 Uhr",
    "jeden abend": "heute um 20 Uhr",
    "todos los dias": "hoy",
    "cada dia": "hoy",
    "tous les jours": "aujourd'hui",
    "chaque jour": "aujourd'hui",
    "每天早上": "今天早上",
    "每天晚上": "今晚",
    "每天": "今天",
    "毎日": "今日",
    "毎朝": "今日の朝",
    "毎晩": "今晩",
}
_UNITS: Final = {"d": "days", "w": "weeks", "h": "hours", "m": "minutes"}
_FRIDAY: Final = 4


def _same(words: str) -> _Rewording:
    return lambda _match, _at: words


def _on(day: date) -> str:
    return f"on {day.day} {_MONTHS[day.month - 1]} {day.year}"


def _numbered(number: int, at: datetime) -> date | None:
    """The next day of a month with this number; today counts."""
    today = at.date()
    year, month = today.year, today.month
    for _ in range(12):
        try:
            found = date(year, month, number)
        except ValueError:
            found = None
        if found is not None and found >= today:
            return found
        year, month = (year + 1, 1) if month == len(_MONTHS) else (year, month + 1)
    return None


def _next_numbered(match: re.Match[str], at: datetime) -> str | None:
    found = _numbered(int(match["number"]), at)
    return found and _on(found)


def _next_numbered_in_han(match: re.Match[str], at: datetime) -> str | None:
    found = _numbered(int(match["number"]), at)
    return found and f"{found.year}年{found.month}月{found.day}日"


def _next_date(day: int, month: int, at: datetime) -> str | None:
    for year in (at.year, at.year + 1):
        try:
            found = date(year, month, day)
        except ValueError:
            return None
        if found >= at.date():
            return _on(found)
    return None


def _slashed(match: re.Match[str], at: datetime) -> str | None:
    one, two = int(match["one"]), int(match["two"])
    if one <= len(_MONTHS) and two <= len(_MONTHS) and one != two:
        return None  # 5/6 is the fifth of June or the sixth of May: nobody can say
    return _next_date(max(one, two), min(one, two), at)


def _dotted(match: re.Match[str], at: datetime) -> str | None:
    return _next_date(int(match["one"]), int(match["two"]), at) if int(match["two"]) <= len(_MONTHS) else None


def _feast(match: re.Match[str], at: datetime) -> str | None:
    found = _next_date(*_FEASTS[match["feast"]], at)
    return found and found.replace("on", "by") if match["before"] else found


_LATE: Final = re.compile(r"\b(?:evening|tonight|night|abend|noche|tarde|soir)\b")
_EARLY: Final = re.compile(r"\b(?:morning|fruh|matin|de la manana|por la manana)\b")
_OTHER_DAY: Final = re.compile(r"\b(?:tomorrow|morgen|ubermorgen|[a-z]{3,8}tag|tmrw|next|every|[a-z]{3,6}day|20\d\d)\b|\d(?:st|nd|rd|th)\b")
_HAN_DAY: Final = re.compile(r"[明后後周曜星]|\d[日号]|来週")
_KANA: Final = re.compile("[\u3040-\u30ff]")
_FIRST_OF_DAY: Final = 7
"""At six without a word about the half of the day is in the evening, at seven in the morning."""


def _hour(match: re.Match[str], at: datetime) -> str | None:
    """At nine, of which half of the day: the one in which people are up; of today the one ahead."""
    hour, minute = int(match["hour"]), match["minute"] or ":00"
    if not 1 <= hour <= 12:
        return None
    late = hour < _FIRST_OF_DAY or hour == 12
    if _LATE.search(match.string):
        late = hour != 12
    elif _EARLY.search(match.string):
        late = hour == 12
    elif not _OTHER_DAY.search(match.string):
        late = late or (hour, int(minute[1:])) <= (at.hour, at.minute)
    return f"at {hour}{minute} {'pm' if late else 'am'}"


def _clock(match: re.Match[str], _at: datetime) -> str:
    hour = int(match["hour"]) % 24
    if hour < _FIRST_OF_DAY and not _EARLY.search(match.string):
        hour += 12
    return f"a las {hour}:{match['minute'] or '00'}"


def _german_hour(match: re.Match[str], at: datetime) -> str | None:
    read = _hour(match, at)
    if read is None:
        return None
    hour = int(match["hour"]) % 12 + (12 if read.endswith("pm") else 0)
    return f"um {hour}{match['minute'] or ''} uhr"


def _han_hour(match: re.Match[str], at: datetime) -> str | None:
    hour = int(match["hour"])
    if not 1 <= hour <= 11:
        return None
    late = hour < _FIRST_OF_DAY or (not _HAN_DAY.search(match.string) and hour <= at.hour)
    halves, day, sign = (("午前", "午後"), "今日の", "時") if _KANA.search(match.string) else (("上午", "下午"), "今天", "点")
    return f"{'' if _HAN_DAY.search(match.string) else day}{halves[late]}{hour}{sign}"


def _until(match: re.Match[str], _at: datetime) -> str:
    word = match["until"].split()[0]
    return {"vor": "bis ", "antes": "para ", "avant": "pour ", "d'ici": "pour "}.get(word, "by ")


def _rhythm(match: re.Match[str], at: datetime) -> str | None:
    words = match["every"]
    if words in _RHYTHMS:
        return _RHYTHMS[words]
    if words.startswith("weekday"):
        return "on Monday" if at.weekday() >= _FRIDAY else "tomorrow"
    return f"on {_DAYS[words[:3]]}" if words[:3] in _DAYS else f"am {words}"


def _day(match: re.Match[str], _at: datetime) -> str:
    return _DAYS[match["day"][:3]]


_BOUND: Final = r"(?:by|on|till?|until|before|b4|for|due|at|from|is|since|this|next|coming|or)"
_MONTH: Final = r"(?:jan|feb|mar|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez|janv|fevr|avr|juin|juil|aout)"
_TIME_WORD: Final = (
    r"(?:the |el |le |la |lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|lunes|martes|miercoles|jueves|viernes|sabado|domingo|"
    r"manana|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|mon|tue|wed|thu|fri|sat|sun|tomorrow|next|this|end|\d|noon|jan|"
    r"feb|fev|mar|apr|abr|avr|may|mai|jun|jui|jul|aug|aou|ago|sep|oct|okt|nov|dec|dez|dic|ene)"
)
_GOES_ON: Final = (
    r"(?=\s*(?:[.,;!?)]|:(?!\d)|$)|\s+(?:to|and|on|today|tomorrow|tonight|every|so|please|pls|i|that|about|this|next|in|for|sharp|"
    r"latest|but|or|"
    r"because|mon|tue|wed|thu|fri|sat|sun)[a-z]*\b)"
)

# In the order in which they are applied.
_RULES: Final[tuple[tuple[str, _Rewording], ...]] = (
    (r"\btom+or+ow+\b|\btomm?orr?w\b|\btmo?r(?:row|w)?\b|\b2mor+ow\b|\btomoro\b", _same("tomorrow")),
    (r"\bwe(?:ns|dns|dens|nds)day\b", _same("wednesday")),
    (r"\bth(?:rusday|ursady|urday|irsday|usday)\b", _same("thursday")),
    (r"\bt(?:useday|uesay|eusday)\b", _same("tuesday")),
    (r"\bf(?:irday|rday|riady|ridy)\b", _same("friday")),
    (r"\bs(?:atuday|aterday|aturady)\b", _same("saturday")),
    (r"\bfebuary\b|\bfeburary\b", _same("february")),
    (
        (
            r"\b(?:every|each) (?:single )?(?P<every>(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun|day|weekday|"
            r"morning|afternoon|evening|night|week|month|year)\b"
        ),
        _rhythm,
    ),
    (r"\b(?P<every>daily|weekly|monthly|yearly)\b(?! [a-z]{4})", _rhythm),
    (r"\bon (?P<every>mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays|weekdays)\b", _rhythm),
    (r"\bjeden (?P<every>montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)\b", _rhythm),
    (
        r"(?P<every>jeden (?:tag|morgen|abend)|todos los dias|cada dia|tous les jours|chaque jour|每天早上|每天晚上|每天|毎日|毎朝|毎晩)",
        _rhythm,
    ),
    (
        (
            r"\b(?:by |before )?(?:the )?(?:eod|cob|(?:end|close) of (?:the )?(?:day|business)) (?:on )?(?=(?:mon|tue|wed|thu|fri|sat|sun|"
            r"tom))"
        ),
        _same("by "),
    ),
    (
        r"\b(?:by |before |at )?(?:the )?(?:eod|cob|(?:end|close) of (?:the |my )?(?:day|business|workday|today))\b(?: today)?",
        _same("by today"),
    ),
    (r"\beow\b|\b(?<!the )end of (?:the )?week\b", _same("end of the week")),
    (r"\beom\b|\b(?<!the )end of month\b", _same("end of the month")),
    (r"\bin (?:an|1) hour and a half\b", _same("in 90 minutes")),
    (r"\b(?:in|within) a fortnight\b", _same("in two weeks")),
    (r"\bin (?P<count>\d{1,3}) ?(?P<short>[dwhm])\b", lambda found, _at: f"in {found['count']} {_UNITS[found['short']]}"),
    (
        r"\b(?:within|in under|in less than|in about|in around)(?= (?:\d|an?\b|one|two|three|four|five|six|seven|eight|nine|ten))",
        _same("in"),
    ),
    (rf"\b{_BOUND} the (?:weekend|wknd)\b", _same("this weekend")),
    (r"\b(?:bis zum|vor dem) wochenende\b", _same("dieses wochenende")),
    (
        (
            rf"(?:\b(?:by|before|until|till?|due|at|from|for|is|on|be|to) |[,;:] |^)(?:on )?the (?P<number>\d{{1,2}})(?:st|nd|rd|th)\b"
            rf"(?! (?:of |{_MONTH}|floor|grade|time|street|avenue|birthday|anniversary|century|one))"
        ),
        _next_numbered,
    ),
    (rf"\b(?:am|bis zum|bis|zum|vor dem) (?P<number>\d{{1,2}})\.(?! ?(?:\d|{_MONTH}))", _next_numbered),
    (r"\b(?:para el|antes del|antes del dia|del dia|el dia|el) (?P<number>\d{1,2})\b(?! ?(?:de\b|\d|:|%))", _next_numbered),
    (rf"\b(?:avant le|pour le|le) (?P<number>\d{{1,2}})\b(?! ?(?:\d|:|%|{_MONTH}|mars|h\b))", _next_numbered),
    (r"(?<![\d月])(?P<number>\d{1,2})[号日](?=之?前|まで|に|$|[,，、。\s把交去给要])", _next_numbered_in_han),
    (r"(?<=[一二三四五六日天末底初号月年点])之?以?前(?![天面后])", _same("")),
    (r"\b(?:by|on|before|until|till?|due|for|is) (?P<one>\d{1,2})/(?P<two>\d{1,2})\b(?!/)", _slashed),
    (r"\b(?:am|bis|bis zum|vor dem|zum) (?P<one>\d{1,2})\. ?(?P<two>\d{1,2})\.(?!\d)", _dotted),
    (
        r"\b(?:(?P<before>before|b4|vor|antes de|avant)|by|on|until|till?|for|bis|an|para|pour) (?P<feast>"
        + "|".join(sorted(_FEASTS, key=len, reverse=True))
        + r")\b(?! (?:presents?|gifts?|cards?|party|dinner|tree|shopping|rush|break|holidays?|season|time))",
        _feast,
    ),
    (r"\b(?:at |by |before |around |until )?midnight\b", _same("at 23:59")),
    (r"\b(?:at |by |before |around |until )?(?:noon|midday)\b", _same("at 12:00")),
    (rf"\b(?:at|by|around|before) (?P<hour>\d{{1,2}})(?P<minute>:\d\d)?(?: o'?clock)?{_GOES_ON}", _hour),
    (r"\b(?:by|before|around|for|until|till?|@) (?=\d{1,2}(?::\d\d)? ?[ap]\.?m)", _same("at ")),
    (r"(?<![\w:.-])(?<!at )(?=\d{1,2}(?::\d\d)? ?[ap]\.?m\b)", _same("at ")),
    (r"\b(?:by|before|around)(?= \d{1,2}:\d\d)", _same("at")),
    (r"\ba las? (?P<hour>\d{1,2})(?::(?P<minute>\d\d))?\b(?! de la (?:tarde|noche))", _clock),
    (r"(?<![上下中晚早午前後夜朝\d:：])(?P<hour>\d{1,2})[时点](?![間间钟])", _han_hour),
    (r"\bum (?P<hour>\d{1,2})(?P<minute>:\d\d)?(?! ?(?:uhr|:|\d|\.))", _german_hour),
    (
        rf"\b(?P<until>before|b4|prior to|no later than|vor (?:dem |der )?|antes del? ?(?:el )?|avant|d'ici)\s*(?={_TIME_WORD})",
        _until,
    ),
    (
        rf"(?<=\b){_BOUND} (?P<day>mon|tues?|weds?|thur?s?|fri|sat|sun)\b",
        lambda found, at: f"{found.group().rsplit(' ', 1)[0]} {_day(found, at)}",
    ),
    (r"\b(?P<day>mon|tues?|weds?|thur?s?|fri|sat|sun)\b(?= (?:at )?(?:\d|noon|morning|afternoon|evening|night))", _day),
    (r"\bb4\b", _same("by")),
)
_COMPILED: Final = tuple((re.compile(pattern), reword) for pattern, reword in _RULES)


def reworded(text: str, at: datetime) -> Reworded:
    """The text in words that are read as times; what needs no other words stays as it was said."""
    folded, places = fold(text)
    if places is not None:
        return Reworded(text, tuple(range(len(text) + 1)))
    origins = list(range(len(text) + 1))
    said, recurring = text, None
    for pattern, reword in _COMPILED:
        for match in reversed(list(pattern.finditer(folded))):
            words = reword(match, at)
            if words is None:
                continue
            begin, end = match.span()
            if "every" in match.re.groupindex:
                recurring = (origins[begin], origins[end])
            folded = folded[:begin] + words.lower() + folded[end:]
            said = said[:begin] + words + said[end:]
            origins[begin:end] = [*[origins[begin]] * (len(words) - 1), origins[max(end - 1, begin)]] if words else []
    return Reworded(said, tuple(origins), recurring)
