"""What a head or a tail does to the expression beside it: "early June", "the Sunday before 25 May", "Friday evening at 8"."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from dateutil.relativedelta import relativedelta

from perdure.timex.meanings import Values, at_clock, part_of
from perdure.timex.spans import DAY, LENGTHS, Granularity, Now, Span, floor, shifted, third, whole

__all__ = ["CHANGES", "PAST_ONLY"]

_Change = Callable[[Values, Span, Now], Span | None]
_U = Granularity
_DAYLIKE: Final = {_U.DAY, _U.PART_OF_DAY}
PAST_ONLY: Final = frozenset({"since"})
"""Changes whose expression lies in the past whatever the tense."""


def _edge(values: Values, span: Span, _now: Now) -> Span | None:
    return third(span, values["edge"])


def _since(_values: Values, span: Span, now: Now) -> Span | None:
    if span.start >= now.moment:
        return None
    return replace(span, stop=now.moment)


def _part(values: Values, span: Span, _now: Now) -> Span | None:
    if span.granularity is not _U.DAY or span.stop - span.start != DAY:
        return None
    return part_of(span.start, values["part"], span.confidence * 0.97, relative=span.relative)


def _clock(values: Values, span: Span, _now: Now) -> Span | None:
    if span.granularity not in _DAYLIKE or span.stop - span.start > DAY:
        return None
    told = "ampm" in values or values["hour"] > 12
    if span.granularity is _U.PART_OF_DAY and not told:
        values = {**values, "ampm": 0 if span.start.hour < 12 else 12}
    elif values.get("bare"):
        return None  # five o'clock of which half of the day?
    return at_clock(floor(span.start, _U.DAY), values, span.confidence * 0.97, relative=span.relative)


def _weekday_before(day: datetime, weekday: int) -> datetime:
    return day - ((day.weekday() - weekday - 1) % 7 + 1) * DAY


def _counted(values: Values, span: Span, now: Now) -> Span:
    """Two weeks before 9 June; `exact` for "a week from Friday"."""
    sign, (low, high), unit = values["sign"], values["count"], values["unit"]
    if values.get("exact") and span.granularity is _U.DAY and low == high:
        return replace(span, start=span.start + LENGTHS[unit] * low, stop=span.stop + LENGTHS[unit] * low)
    found = shifted(now, span.start, unit, *((-high, -low) if sign < 0 else (low, high)))
    return replace(found, confidence=found.confidence * span.confidence, relative=span.relative)


def _relation(values: Values, span: Span, now: Now) -> Span | None:
    """A weekday, a unit or a number of units before (-1) or after (1) the expression."""
    if "count" in values:
        return _counted(values, span, now)
    past = values["sign"] < 0
    unit: Granularity = values.get("unit", _U.DAY)
    start, stop = floor(span.start, _U.DAY), floor(span.stop - timedelta(microseconds=1), _U.DAY) + DAY
    if "weekday" in values:
        found = _weekday_before(start, values["weekday"]) if past else _weekday_before(stop + 7 * DAY, values["weekday"])
    elif unit is _U.WEEKEND:
        found = _weekday_before(start - DAY, 5) if past else _weekday_before(stop + 7 * DAY, 5)
    elif unit in {_U.WEEK, _U.DAY}:
        found = start - LENGTHS[unit] if past else stop
    else:
        found = floor(start, unit) + LENGTHS[unit] * values["sign"]
    return whole(unit, found, span.confidence * 0.85, relative=span.relative)


def _holding(values: Values, span: Span, _now: Now) -> Span | None:
    """The week of 5 May, the weekend of 5 May."""
    unit = values["unit"]
    if span.granularity in {_U.WEEK, _U.MONTH, _U.QUARTER, _U.SEASON, _U.YEAR, _U.DECADE}:
        return None
    return whole(unit, floor(span.start, unit), span.confidence * 0.9, relative=span.relative)


def _nth(values: Values, span: Span, _now: Now) -> Span | None:
    """The first week, the last Friday, the second weekend, the last day of an expression of a month or more; -1 is the last."""
    if span.granularity in _DAYLIKE | {_U.HOUR, _U.MINUTE, _U.WEEKEND}:
        return None
    which, unit = values["nth"], values.get("unit", _U.DAY)
    first, step = span.start, LENGTHS[unit]
    if "weekday" in values or unit is _U.WEEKEND:
        weekday, step = values.get("weekday", 5), relativedelta(days=7)
        first = _weekday_before(first + 7 * DAY, weekday)
        start = first + step * (which - 1) if which > 0 else _weekday_before(span.stop, weekday)
    else:
        start = first + step * (which - 1) if which > 0 else span.stop - step
    inside = span.start <= start < span.stop and unit is not span.granularity
    return whole(unit, start, span.confidence * 0.95, relative=span.relative) if inside else None


CHANGES: Final[dict[str, _Change]] = {
    "edge": _edge,
    "since": _since,
    "part": _part,
    "clock": _clock,
    "relation": _relation,
    "holding": _holding,
    "nth": _nth,
}
