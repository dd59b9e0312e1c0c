"""When something is to be done, read out of a sentence that looks ahead.

Conventions:

- A day is due at its last minute, 23:59 on the speaker's clock; a week, a weekend, a month at the last minute of its last day.
- A clock time is due at that minute. A morning is due at noon, an afternoon at six, an evening and a night at 23:59.
- "Before Friday" ends with Thursday, "before June" and "by June" with May: what begins then comes too late. Habits of speech make
  周五之前 by Friday, and "avant le 31" by the 31st.
- "In two weeks", "in three months" is that very day; "in a few days" the third.
- Nothing is due in the past: a weekday or a date that would be over is the next one.
"""

import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from dateutil.relativedelta import relativedelta

from perdure.tasks.wording import reworded
from perdure.timex.expressions import Granularity, TimeExpression, time_expressions
from perdure.timex.folding import fold

__all__ = ["LAST_MINUTE", "Moment", "moments", "recurrence"]

_U = Granularity
LAST_MINUTE: Final = (23, 59)
"""Hour and minute at which a day ends."""
_CLOCKS: Final = frozenset({_U.MINUTE, _U.HOUR})
_SHORT: Final = frozenset({_U.WEEK, _U.WEEKEND})
"""What is done "by next week" may still be done in it; "by June" is before it."""
_BACKWARDS: Final = re.compile(
    r"\b(?:yesterday|last|ago|past|previous|gestern|letzte\w*|vorige\w*|ayer|pasad[oa]|ultim[oa]|hier|dernier|derniere)\b|昨|上[周个星]|"
    r"先[週月]|去年|前"
)
_AHEAD_ANYWAY: Final = re.compile(r"pasado manana")
_BEFORE: Final = re.compile(r"(?:before|b4|prior to|vor|antes|avant(?! le \d))\b")
_UNTIL: Final = re.compile(r"(?:by|before|b4|until|till?|no later|due|bis|vor|para|antes|pour|avant|d'ici)\b")
_UNTIL_BEHIND: Final = re.compile(r"\s?(?:之?以?前|まで|前に)")
_WHOLE: Final = re.compile(
    r"\b(?:end|early|mid|late|beginning|this|next|ende|anfang|mitte|fin|finales|debut|mi|nachst\w*|diese\w*|est[ea]|proxim[oa]|ce|cette|"
    r"prochaine?)\b|[下这来今末底]"
)
_END: Final = re.compile(r"\b(?:end|ende|fin|finales)\b|[末底]")
_SCALE: Final = re.compile(r"an? \d+:\d+$")
"""A model of 1:50 names no time."""
_DURATION: Final = re.compile(r"(?:for|over|during|throughout) (?:the )?(?:next|coming)\b")
_VAGUE: Final = re.compile(r"\b(?:couple|few|several|some|paar|einige\w*|unos|unas|algunos|quelques)\b|几|数")
_COUNTED_HOURS: Final = re.compile(r"\b(?:hours?|hrs?|stunden?|horas?|heures)\b|小时|時間")
_COUNTED: Final = re.compile(
    r"\b(?:in(?! the)|within|from now|dentro|en|dans|d'ici)\b.*\b(?:weeks?|wks?|months?|quarters?|years?|yrs?|wochen?|monat\w*|jahr\w*|"
    r"semanas?|mes|meses|anos?|semaines?|mois|ans?)\b|^\w+ (?:weeks?|months?|years?) from (?:now|today)|(?:周|星期|个月|年|週間|"
    r"[かヶケカ]月|年)(?:之?后|以后|後)"
)
_PARTS_END: Final = {6: 12, 12: 18}
"""Until which hour a part of the day lasts that begins at six or at noon; others last until the day's end."""
_SURE: Final = 0.85
"""A weekday's name is read with less, "today" and "this Monday" with more."""
_DIGIT: Final = re.compile(r"\d")
_TRIES: Final = 400
_AHEAD: Final = {"en": "I will do ", "de": "ich werde ", "es": "voy a hacer ", "fr": "je vais faire "}
"""Words that tell the reader of times that the sentence looks ahead, and which language it is in."""
_TONGUES: Final = {
    "de": frozenset(
        """ich der die das den dem und ist nicht bis mir mich zum am um fur noch muss wir ein eine auf mit morgen heute vor vom im
        montag dienstag mittwoch donnerstag freitag samstag sonntag""".split()
    ),
    "es": frozenset(
        """el la los las que de del para en mi me tengo con por una un es hay al lo y debo manana hoy antes las
        lunes martes miercoles jueves viernes sabado domingo""".split()
    ),
    "fr": frozenset(
        """le la les de des du je dois et que pour mon ma un une est faut en avant d l j demain avant ce soir
        lundi mardi mercredi jeudi vendredi samedi dimanche""".split()
    ),
    "en": frozenset("the to i by on at my is and for of in a me before it have need will".split()),
}
_GENITIVE: Final = re.compile(r"['’]s\b")
_DETERMINER: Final = re.compile(r"\b(?:the|an?|my|our|his|her|those|these|this|that|your) $", re.IGNORECASE)
_DETERMINED: Final = re.compile(r"(?:for|of|about) (?:the|an?|my|our|this|that) ", re.IGNORECASE)
_NOUN: Final = re.compile(
    r" (?!(?:at|on|in|by|and|or|to|for|with|about|from|so|but|i|we|it|he|she|they|please|pls|because|before|after|if|is|are|was|"
    r"latest)\b)[a-z]{3,}",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Moment:
    """A time ahead: characters `begin` to `end` of the text name it.

    It is `due` then at the latest, and begins at `start`. `exact`: a clock time was told. `until`: it was told as a limit ("by", "before").
    """

    begin: int
    end: int
    due: datetime
    start: datetime
    exact: bool
    until: bool
    confidence: float
    clock_only: bool = False
    day_only: bool = False
    attributive: bool = False
    """Whether it belongs to a thing: "the Friday exam", "next week's report"."""


def recurrence(text: str, at: datetime) -> tuple[int, int] | None:
    """Begin and end of the words that tell how often something comes again."""
    return reworded(text, at).recurring


def moments(text: str, at: datetime) -> list[Moment]:
    """The times ahead that a text names, in its order."""
    words = reworded(text, at)
    opening = _AHEAD[_tongue(text)]
    shift = len(opening)
    found: list[Moment] = []
    for told in time_expressions(opening + words.text, at):
        if told.begin < shift:
            continue
        begin = words.origins[told.begin - shift]
        end = words.origins[told.end - shift - 1] + 1
        folded = fold(text[begin : min(len(text), end + 4)])[0]
        moment = _moment(told, begin, end, folded, at)
        if moment is not None:
            found.append(replace(moment, attributive=_belongs(text, begin, end)))
    return _together(found)


def _belongs(text: str, begin: int, end: int) -> bool:
    if _GENITIVE.match(text, end):
        return True
    determined = _DETERMINED.match(text, begin) or _DETERMINER.search(text[max(0, begin - 8) : begin])
    return determined is not None and _NOUN.match(text, end) is not None


def _tongue(text: str) -> str:
    said = set(_WORD.findall(fold(text)[0]))
    return max(("en", "de", "es", "fr"), key=lambda tongue: len(said & _TONGUES[tongue]))


def _moment(told: TimeExpression, begin: int, end: int, folded: str, at: datetime) -> Moment | None:
    own = folded[: end - begin]
    if _DURATION.match(own):
        return None
    if (_BACKWARDS.search(own) and not _AHEAD_ANYWAY.search(own)) or _SCALE.match(own):
        return None
    ahead = _ahead(told, at)
    if ahead is None:
        return None
    start, stop = ahead
    before = _BEFORE.match(own) is not None
    until = before or _UNTIL.match(own) is not None or _UNTIL_BEHIND.match(folded, end - begin) is not None
    due = _due(told, own, start, stop, at, before=before, until=until)
    if due <= at:
        return None
    clock_only = told.granularity in _CLOCKS and told.confidence < 0.5 and told.relative
    day_only = told.granularity is _U.DAY
    return Moment(begin, end, due, start, told.granularity in _CLOCKS, until, told.confidence, clock_only, day_only)


def _ahead(told: TimeExpression, at: datetime) -> tuple[datetime, datetime] | None:
    """The interval, or the next such one if it is over; nothing for a time that was told with its year."""
    start, stop = told.start, told.stop
    today = told.granularity is _U.DAY and told.relative and start.date() == at.date()
    if today and told.confidence < _SURE and not _DIGIT.search(told.text):
        return start + relativedelta(days=7), stop + relativedelta(days=7)  # "it moved to Monday", said on a Monday
    if stop > at and not (told.granularity in _CLOCKS and start <= at):
        return start, stop
    if not told.relative:
        return None
    if told.granularity in _CLOCKS | {_U.PART_OF_DAY}:
        step = relativedelta(days=1) if start.date() == at.date() else relativedelta(days=7)
    else:
        step = relativedelta(days=7) if told.granularity is _U.DAY and (at - start).days < 7 else relativedelta(years=1)
    for _ in range(_TRIES):
        start, stop = start + step, stop + step
        if start > at:
            return start, stop
    return None


def _last_minute(stop: datetime) -> datetime:
    return stop - timedelta(minutes=1)


def _due(told: TimeExpression, own: str, start: datetime, stop: datetime, at: datetime, *, before: bool, until: bool) -> datetime:
    if told.granularity in _CLOCKS:
        # "In an hour" is read as the hour around that moment.
        counted = told.granularity is _U.HOUR and _COUNTED_HOURS.search(fold(told.text)[0]) is not None
        return start + (stop - start) / 2 if counted else start
    if before:
        return _last_minute(start if start > at and not _END.search(own) else stop)
    if told.granularity is _U.PART_OF_DAY:
        hour = _PARTS_END.get(start.hour)
        return start.replace(hour=hour, minute=0) if hour else start.replace(hour=23, minute=59)
    if told.granularity is _U.DAY:
        # "In a couple of days" is the second, "in a few days" the third.
        vague = max((stop - start).days // 2, 1) if _VAGUE.search(own) else 0
        return _last_minute(start + timedelta(days=vague) if vague else stop)
    if _COUNTED.search(own):
        return _counted(told, start, at)
    begins = until and told.granularity not in _SHORT and start > at and not _WHOLE.search(own)
    return _last_minute(start if begins else stop)


def _counted(told: TimeExpression, start: datetime, at: datetime) -> datetime:
    """So many weeks, months or years from the day of speaking."""
    last = at.replace(hour=23, minute=59, second=0, microsecond=0)
    if told.granularity is _U.WEEK:
        return start.replace(hour=23, minute=59) + timedelta(days=3)
    months = (start.year - at.year) * 12 + (start.month - at.month if told.granularity is _U.MONTH else 0)
    return last + relativedelta(months=months)


def _together(found: list[Moment]) -> list[Moment]:
    """A day and a clock time that stand apart are one moment: "on Friday call mum at 3pm"."""
    days = [each for each in found if each.day_only]
    clocks = [each for each in found if each.clock_only]
    if len(days) != 1 or len(clocks) != 1:
        return found
    day, clock = days[0], clocks[0]
    due = day.start.replace(hour=clock.due.hour, minute=clock.due.minute)
    joined = Moment(clock.begin, clock.end, due, due, exact=True, until=day.until or clock.until, confidence=day.confidence)
    marks = Moment(day.begin, day.end, due, due, exact=True, until=day.until or clock.until, confidence=day.confidence)
    return [joined if each is clock else marks if each is day else each for each in found]
