"""Intervals on the speaker's own calendar, and the arithmetic on them. Nothing here knows a language.

Weeks are ISO weeks, Monday to Sunday; a weekend is Saturday and Sunday; seasons are the meteorological ones of the northern
half of the earth, and a winter has the year of its December. Wall-clock times are naive here; the zone comes on at the end.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from enum import StrEnum
from typing import Final

from dateutil.relativedelta import relativedelta

__all__ = ["DAY", "HOUR", "LENGTHS", "PARTS", "Granularity", "Now", "Span", "floor", "instants", "on", "shifted", "third", "whole"]


class Granularity(StrEnum):
    """How fine an expression is."""

    MINUTE = "minute"
    HOUR = "hour"
    PART_OF_DAY = "part_of_day"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open interval of wall-clock time."""

    start: datetime
    stop: datetime
    granularity: Granularity
    confidence: float
    relative: bool = True


@dataclass(frozen=True, slots=True)
class Now:
    """When and where the text was said. `tense` tells -1 for a sentence about the past, 1 about the future, 0 if it cannot be told."""

    moment: datetime
    today: datetime
    zone: tzinfo
    tense: Callable[[], int]
    habit: Callable[[], bool]
    order: str | None = None


DAY: Final = timedelta(days=1)
HOUR: Final = timedelta(hours=1)
LENGTHS: Final = {
    Granularity.MINUTE: relativedelta(minutes=1),
    Granularity.HOUR: relativedelta(hours=1),
    Granularity.DAY: relativedelta(days=1),
    Granularity.WEEKEND: relativedelta(days=7),
    Granularity.WEEK: relativedelta(days=7),
    Granularity.MONTH: relativedelta(months=1),
    Granularity.QUARTER: relativedelta(months=3),
    Granularity.SEASON: relativedelta(months=3),
    Granularity.YEAR: relativedelta(years=1),
    Granularity.DECADE: relativedelta(years=10),
}
"""From one of a kind to the next; weekends come once a week."""

PARTS: Final = {
    "dawn": (4, 8),
    "morning": (6, 12),
    "noon": (12, 14),
    "afternoon": (12, 18),
    "evening": (18, 24),
    "night": (18, 30),
    "small hours": (0, 6),
}
"""First and last hour of the parts of a day; a night ends on the next morning."""


def on(year: int, month: int = 1, day: int = 1) -> datetime:
    """Midnight of a day, on the wall clock."""
    return datetime(year, month, day)  # noqa: DTZ001  # the zone comes on at the end


_FLOORS: Final[dict[Granularity, Callable[[datetime], datetime]]] = {
    Granularity.WEEK: lambda day: day - day.weekday() * DAY,
    Granularity.WEEKEND: lambda day: day + (5 - day.weekday()) * DAY,
    Granularity.MONTH: lambda day: day.replace(day=1),
    Granularity.QUARTER: lambda day: day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1),
    Granularity.YEAR: lambda day: day.replace(month=1, day=1),
    Granularity.DECADE: lambda day: day.replace(year=max(day.year // 10 * 10, 1), month=1, day=1),
}


def floor(moment: datetime, unit: Granularity) -> datetime:
    """Start of the minute, hour, day, week, weekend of the week, month, quarter, year or decade that holds the moment."""
    if unit is Granularity.MINUTE:
        return moment.replace(second=0, microsecond=0)
    if unit is Granularity.HOUR:
        return moment.replace(minute=0, second=0, microsecond=0)
    day = moment.replace(hour=0, minute=0, second=0, microsecond=0, fold=0)
    return _FLOORS[unit](day) if unit in _FLOORS else day


def whole(unit: Granularity, start: datetime, confidence: float, *, relative: bool = True) -> Span:
    """One whole unit from its start."""
    length = 2 * DAY if unit is Granularity.WEEKEND else LENGTHS[unit]
    return Span(start, start + length, unit, confidence, relative)


def _elapsed(moment: datetime, zone: tzinfo, by: timedelta) -> datetime:
    # Hours and minutes are elapsed time: two hours ago is two hours ago also in the night when clocks change.
    return (moment.replace(tzinfo=zone).astimezone(UTC) + by).astimezone(zone).replace(tzinfo=None)


def shifted(now: Now, origin: datetime, unit: Granularity, low: int, high: int) -> Span:
    """`low` to `high` units from an origin; equal when exact.

    Days are calendar days and months, years calendar months and years. A number of weeks means seven days around the day it
    leads to, a number of hours the hour around that moment: speakers round.
    """
    vague = low != high
    confidence = 0.4 if vague else 0.8
    if unit is Granularity.MINUTE:
        start, stop = (_elapsed(origin, now.zone, timedelta(minutes=n)) for n in (low, high))
        return Span(floor(start, unit), floor(stop, unit) + timedelta(minutes=1), unit, confidence)
    if unit is Granularity.HOUR:
        start, stop = _elapsed(origin, now.zone, (low - 0.5) * HOUR), _elapsed(origin, now.zone, (high + 0.5) * HOUR)
        return Span(start, stop, unit, confidence)
    day = floor(origin, Granularity.DAY)
    first, last = day + LENGTHS[unit] * low, day + LENGTHS[unit] * high
    if unit is Granularity.WEEK:
        return Span(first - 3 * DAY, last + 4 * DAY, unit, confidence - 0.05)
    if unit is Granularity.DAY:
        return Span(first, last + DAY, unit, confidence if vague else 0.95)
    rough = 0.2 if not vague and abs(high) >= 20 else 0.0
    if unit is Granularity.WEEKEND:
        return Span(floor(first, unit), floor(last, unit) + 2 * DAY, unit, confidence - 0.1)
    return Span(floor(first, unit), floor(last, unit) + LENGTHS[unit], unit, confidence - rough)


def third(span: Span, which: int) -> Span | None:
    """Its beginning (0), middle (1) or end (2); nothing for spans of a day or less."""
    unit = span.granularity
    confidence = span.confidence * 0.85
    months = {Granularity.YEAR: 4, Granularity.SEASON: 1, Granularity.QUARTER: 1}.get(unit)
    if months:
        start = span.start + relativedelta(months=months * which)
        return Span(start, start + relativedelta(months=months), unit, confidence, span.relative)
    if unit is Granularity.DECADE:
        first, last = ((0, 4), (4, 7), (7, 10))[which]
        start, stop = (span.start + relativedelta(years=n) for n in (first, last))
        return Span(start, stop, unit, confidence, span.relative)
    if unit not in {Granularity.MONTH, Granularity.WEEK}:
        return None
    days = (span.stop - span.start).days
    cuts = (0, days // 3, 2 * days // 3, days) if unit is Granularity.WEEK else (0, 10, 20, days)
    return Span(span.start + cuts[which] * DAY, span.start + cuts[which + 1] * DAY, unit, confidence, span.relative)


def instants(span: Span, zone: tzinfo) -> tuple[datetime, datetime] | None:
    """The span's moments in a zone. A wall-clock time that the zone skips becomes the first moment after it.

    Nothing when no time passes in between, such as the hour that is skipped in spring.
    """
    start, stop = (moment.replace(tzinfo=zone).astimezone(UTC) for moment in (span.start, span.stop))
    return (start.astimezone(zone), stop.astimezone(zone)) if start < stop else None
