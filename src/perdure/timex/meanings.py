"""What a phrase means: from the values of its words to an interval. Languages name these meanings; none is known here.

Conventions, with a lower confidence where speakers differ:

- "last Friday" is the latest Friday before today; "this Friday" that of this week, or the next one when it has passed.
- "next Friday" is the Friday of the next week in English, Chinese and Japanese (as a week's day: 下周五, 来週の金曜日). German,
  Spanish and French mean the first Friday after today (`coming`). Both agree when this week's Friday has passed.
- "on Friday" goes by the tense of its sentence, else to the nearer one.
- A date or month without a year is the nearest, unless the sentence's tense says otherwise.
- "next summer" is not one that begins within three months: that is "this summer".
- "in two weeks" in a sentence about the past is a duration and names nothing.
"""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Any, Final

from dateutil.relativedelta import relativedelta

from perdure.timex.spans import DAY, HOUR, LENGTHS, PARTS, Granularity, Now, Span, floor, on, shifted, third, whole

__all__ = ["MEANINGS", "Values", "at_clock", "part_of"]

Values = dict[str, Any]
_Meaning = Callable[[Values, Now], Span | None]
_U = Granularity


def _chosen(spans: Iterable[Span], now: Now) -> Span | None:
    """Of equal spans of several years the one that the tense asks for, else the nearest."""
    found = list(spans)

    def far(span: Span) -> timedelta:
        return abs((span.start - now.today) + (span.stop - span.start) / 2)

    nearest = min(found, key=far, default=None)
    tense = now.tense()
    if tense < 0:
        found = [span for span in found if span.start <= now.today]
    elif tense > 0:
        found = [span for span in found if span.stop > now.today]
    chosen = min(found, key=far, default=None)
    # The tense of a sentence is not always that of the date in it: "we discussed 1 June".
    return _with_confidence(chosen, 0.55 if not tense else 0.75 if chosen is nearest else 0.5)


def _with_confidence(span: Span | None, confidence: float, *, relative: bool = True) -> Span | None:
    return span and Span(span.start, span.stop, span.granularity, confidence, relative)


def _year(values: Values, now: Now) -> int | None:
    if "yearside" in values:
        return now.today.year + values["yearside"]
    year = values.get("year")
    return year + values.get("era", 0) if year is not None else None


def _sure(values: Values) -> tuple[float, bool]:
    return (0.9, True) if "yearside" in values else (float(values.get("confidence", 0.95)), False)


def part_of(day: datetime, part: str, confidence: float, *, relative: bool = True) -> Span:
    """A part of a day."""
    first, last = PARTS[part]
    return Span(day + first * HOUR, day + last * HOUR, _U.PART_OF_DAY, confidence, relative)


def at_clock(day: datetime, values: Values, confidence: float, *, relative: bool = True) -> Span | None:
    """An hour, or a minute, of a day. Nothing for an hour of which nobody can say whether it is in the morning."""
    hour, minute, half = values["hour"], values.get("minute"), values.get("ampm")
    if values.get("half"):
        minute = 30
    if half is not None:
        if not 0 < hour <= 12:
            half = 0 if half == 0 or hour == 0 else None
        hour = hour if half is None else hour % 12 + half
    if not 0 <= hour <= 23 or not 0 <= (minute or 0) <= 59:
        return None
    start = day + hour * HOUR + timedelta(minutes=minute or 0)
    return whole(_U.HOUR if minute is None else _U.MINUTE, start, confidence, relative=relative)


def _deictic(values: Values, now: Now) -> Span | None:
    day = now.today + values["offset"] * DAY
    if "part" in values:
        return part_of(day, values["part"], 0.95)
    return whole(_U.DAY, day, 0.99)


def _date(values: Values, now: Now) -> Span | None:
    month, first, last = values["month"], values["day"], values.get("day2", values["day"])
    weekday, year = values.get("weekday"), _year(values, now)

    def of(year: int) -> Span | None:
        try:
            start, stop = on(year, month, first), on(year, month, last) + DAY
        except (ValueError, OverflowError):
            return None
        fits = weekday is None or start.weekday() == weekday
        confidence, relative = _sure(values)
        return Span(start, stop, _U.DAY, confidence if fits else 0.5, relative) if start < stop else None

    if year is not None:
        return of(year)
    spans = [span for near in range(now.today.year - 1, now.today.year + 2) if (span := of(near))]
    if weekday is not None:
        spans = [span for span in spans if span.confidence > 0.5] or spans
    chosen = _chosen(spans, now)
    if weekday is None or not chosen:
        return chosen
    return _with_confidence(chosen, 0.9 if chosen.start.weekday() == weekday else 0.4)


def _month(values: Values, now: Now) -> Span | None:
    month, year, this = values["month"], _year(values, now), floor(now.today, _U.MONTH)
    if year is not None:
        confidence, relative = _sure(values)
        return whole(_U.MONTH, on(year, month, 1), confidence, relative=relative)
    side = values.get("side")
    if side == 0:
        return whole(_U.MONTH, this.replace(month=month), 0.9)
    if side is not None:
        back = (this.month - month - 1) % 12 + 1
        step = -back if side < 0 else 13 - back if back < 12 else 1
        step = (month - this.month - 1) % 12 + 1 if side > 0 else step
        return whole(_U.MONTH, this + relativedelta(months=step), 0.8)
    near = (whole(_U.MONTH, this.replace(month=month) + relativedelta(years=n), 0.5) for n in (-1, 0, 1))
    return _chosen(near, now)


def _year_alone(values: Values, now: Now) -> Span | None:
    year = _year(values, now)
    if year is None or not 1000 <= year <= 2999:
        return None
    certain, relative = _sure(values)
    if last := values.get("lastyear"):
        end = on(last + 1, 1, 1)
        return Span(on(year, 1, 1), end, _U.YEAR, 0.9, relative=False) if last > year else None
    return whole(_U.YEAR, on(year, 1, 1), certain if 1900 <= year <= 2100 else 0.6, relative=relative)


def _decade(values: Values, now: Now) -> Span | None:
    decade = values["decade"]
    confidence = 0.9 if decade % 100 else 0.5  # the 1900s may be a century
    if decade < 100:
        confidence = 0.75
        century = values.get("century")
        decade += 1900 if century is None else century
        if century is None and decade + 100 <= now.today.year:
            decade += 100
            confidence = 0.6
    return whole(_U.DECADE, on(decade), values.get("confidence", confidence), relative=False)


def _season(values: Values, now: Now) -> Span | None:
    def of(year: int) -> Span:
        return whole(_U.SEASON, on(year, 3 * values["season"] + 3, 1), 0.9, relative="year" not in values)

    year, side = _year(values, now), values.get("side")
    if year is not None:
        return of(year)
    near = [of(now.today.year + n) for n in (-2, -1, 0, 1, 2)]
    if side is None:
        # "In summer" without a tense is a habit more often than a season.
        return _with_confidence(_chosen(near, now), 0.5) if now.tense() and not now.habit() else None
    if side < 0:
        return [span for span in near if span.stop <= now.today][side]
    if side > 0:
        # Next summer, said in May, is not the one that is about to begin: that would be this summer.
        coming = [span for span in near if span.start > now.today]
        soon = coming[0].start < now.today + 92 * DAY
        return _with_confidence(coming[side if soon else side - 1], 0.6 if soon else 0.9)
    running = [span for span in near if span.start <= now.today < span.stop]
    return running[0] if running else of(now.today.year)


def _quarter(values: Values, now: Now) -> Span | None:
    def of(year: int, confidence: float, *, relative: bool) -> Span:
        start = on(year, 3 * values["quarter"] - 2, 1)
        return whole(_U.QUARTER, start, confidence, relative=relative)

    year = _year(values, now)
    if year is not None:
        return of(year, 0.95, relative="yearside" in values)
    return _chosen((of(now.today.year + n, 0.6, relative=True) for n in (-1, 0, 1)), now)


def _cycle(values: Values, now: Now) -> Span | None:
    unit, side = values["unit"], values["side"]
    start = floor(now.today, unit)
    if unit is _U.WEEKEND and values.get("past") and start + 2 * DAY > now.today and now.today.weekday() < 5:
        start -= 7 * DAY
    confidence = 0.95
    if unit is _U.WEEKEND and (side > 0 or now.today.weekday() >= 5):
        confidence = 0.7
    span = whole(unit, start + LENGTHS[unit] * side, confidence)
    if "edge" in values:
        return third(span, values["edge"])
    return span


def _weekend(values: Values, now: Now) -> Span | None:
    if now.habit():
        return None
    start, tense = floor(now.today, _U.WEEKEND), values.get("forward") or now.tense()
    if start > now.today and (tense < 0 or (tense == 0 and now.today.weekday() < 2)):
        start -= 7 * DAY
    return whole(_U.WEEKEND, start, 0.7 if tense else 0.5)


def _weekday(values: Values, now: Now) -> Span | None:
    day = _day_of_week(values, now)
    return part_of(day.start, values["part"], day.confidence) if day and "part" in values else day


def _day_of_week(values: Values, now: Now) -> Span | None:
    weekday, today, side = values["weekday"], now.today, values.get("side")
    back = (today.weekday() - weekday - 1) % 7 + 1
    ahead = (weekday - today.weekday() - 1) % 7 + 1
    day_of_week = floor(today, _U.WEEK) + weekday * DAY
    if "weekside" in values:
        return whole(_U.DAY, day_of_week + 7 * values["weekside"] * DAY, 0.95)
    if "count" in values:  # two Fridays ago
        side = values["count"][0] * values["sign"]
    if side is None:
        return _bare_weekday(back, ahead, values, now)
    if side == 0:
        passed = day_of_week < today
        later = passed and now.tense() >= 0
        return whole(_U.DAY, day_of_week + (7 * DAY if later else 0 * DAY), 0.5 if passed else 0.9)
    if side < 0:
        return whole(_U.DAY, today - (back + 7 * (-side - 1)) * DAY, 0.75 if back <= today.weekday() else 0.9)
    disputed = today.weekday() + ahead < 7
    if values.get("coming") or "count" in values:
        day_of_week, disputed_share = today + (ahead - 7) * DAY, 0.7
    else:
        disputed_share = 0.6
    confidence = values.get("confidence", disputed_share if disputed else 0.9)
    return whole(_U.DAY, day_of_week + 7 * side * DAY, confidence)


def _bare_weekday(back: int, ahead: int, values: Values, now: Now) -> Span | None:
    if now.habit():
        return None
    tense = now.tense()
    if tense:
        return whole(_U.DAY, now.today + (ahead if tense > 0 else -back) * DAY, 0.8)
    if back == 7:
        return whole(_U.DAY, now.today, 0.4)
    return whole(_U.DAY, now.today + (ahead if values.get("forward", ahead <= back) else -back) * DAY, 0.45)


_HALVES: Final = {_U.HOUR: (_U.MINUTE, 60), _U.DAY: (_U.HOUR, 24), _U.WEEK: (_U.DAY, 7), _U.MONTH: (_U.WEEK, 4), _U.DECADE: (_U.YEAR, 10)}
"""In which smaller unit "and a half" is counted, and how many of them make the larger one; years in months."""


def _shift(values: Values, now: Now) -> Span | None:
    low, high = values["count"]
    sign = values["sign"]
    unit = values["unit"]
    if high >= 1000 and unit is _U.YEAR:
        return None  # "2019年前" is before 2019
    if values.get("half"):
        unit, size = _HALVES.get(unit, (_U.MONTH, 12))
        low, high = int(size * (low + 0.4)), int(size * (high + 0.6))
    if sign < 0:
        low, high = -high, -low
    span = shifted(now, now.moment, unit, low, high)
    if values.get("exact"):
        return whole(_U.DAY, now.today + LENGTHS[unit] * low, 0.95) if unit not in {_U.HOUR, _U.MINUTE} else None
    if "part" in values:
        return part_of(floor(span.start, _U.DAY), values["part"], 0.9) if low == high else None
    if sign > 0 and unit in {_U.HOUR, _U.MINUTE} and not values.get("plain"):
        span = _with_confidence(span, 0.6)
    if sign > 0 and now.tense() < 0 and not values.get("plain"):
        return None  # "he did it in two weeks" is a duration
    return span


def _rolling(values: Values, now: Now) -> Span | None:
    """The past three months, the next two weeks: from or until the moment of speaking."""
    low, high = values.get("count", (1, 1))
    unit, sign = values["unit"], values["sign"]
    confidence = 0.85 if low == high else 0.5
    if unit in {_U.HOUR, _U.MINUTE}:
        span = shifted(now, now.moment, unit, sign * high, sign * high)
        edge = span.start + (span.stop - span.start) / 2 if unit is _U.HOUR else span.start
        return Span(min(edge, now.moment), max(edge, now.moment), unit, confidence)
    if sign < 0:
        return Span(now.today - LENGTHS[unit] * high, now.moment, unit, confidence)
    return Span(now.moment, now.today + LENGTHS[unit] * high + DAY, unit, confidence)


def _day_of_month(values: Values, now: Now) -> Span | None:
    month = floor(now.today, _U.MONTH)
    if "monthside" in values:
        month += relativedelta(months=values["monthside"])
        return whole(_U.DAY, month.replace(day=values["day"]), 0.95)
    spans: list[Span] = []
    for n in (-1, 0, 1):
        try:
            spans.append(whole(_U.DAY, (month + relativedelta(months=n)).replace(day=values["day"]), 0.5))
        except ValueError:
            continue
    return _chosen(spans, now) if now.tense() else None


def _clock(values: Values, now: Now) -> Span | None:
    return None if now.habit() else at_clock(now.today, values, 0.45)


def _part(values: Values, now: Now) -> Span | None:
    if now.habit():
        return None
    tense, part = now.tense(), values["part"]
    passed = now.today + PARTS[part][1] * HOUR <= now.moment
    day = now.today + DAY if tense > 0 and passed else now.today
    if tense < 0 and now.today + PARTS[part][0] * HOUR > now.moment:
        day -= DAY
    return part_of(day, part, 0.5 if tense else 0.35)


def _so_far(values: Values, now: Now) -> Span | None:
    """Earlier this week, later this year."""
    unit = values["unit"]
    span = whole(unit, floor(now.today, unit), 0.85)
    start, stop = (span.start, now.moment) if values["sign"] < 0 else (now.moment, span.stop)
    return Span(start, stop, unit, 0.85)


def _instant(values: Values, now: Now) -> Span | None:
    start = datetime(values["year"], values["month"], values["day"], values["hour"], values["minute"], tzinfo=values.get("zone"))
    if start.tzinfo:
        start = start.astimezone(now.zone).replace(tzinfo=None)
    return whole(_U.MINUTE, start, 0.99, relative=False)


def _numeric(values: Values, now: Now) -> Span | None:
    """03/05/2024: unless a part above 12 or the caller tells the order, it is read day first, with little confidence."""
    one, two = values["number"], values["number2"]
    year, confidence = values.get("year"), 0.95
    if year is None:
        year, confidence = 2000 + values["number3"], 0.75
    if (one > 12) is (two > 12) and one != two and now.order is None:
        confidence *= 0.45
    month_first = two > 12 or (one <= 12 and now.order == "mdy")
    day, month = (two, one) if month_first else (one, two)
    return _date({"day": day, "month": month, "year": year, "confidence": confidence}, now)


def _blocked(_values: Values, _now: Now) -> None:
    """Words that look like a time and are none, such as "every Friday"."""


MEANINGS: Final[dict[str, _Meaning]] = {
    "deictic": _deictic,
    "date": _date,
    "month": _month,
    "year": _year_alone,
    "decade": _decade,
    "season": _season,
    "quarter": _quarter,
    "cycle": _cycle,
    "weekend": _weekend,
    "weekday": _weekday,
    "shift": _shift,
    "rolling": _rolling,
    "day of month": _day_of_month,
    "clock": _clock,
    "part": _part,
    "so far": _so_far,
    "instant": _instant,
    "numeric": _numeric,
    "blocked": _blocked,
}
