"""Expressions of time in a text, such as "last Friday", "vor zwei Wochen", "hace tres días", "去年夏天", as intervals.

English, German, Spanish, French, Chinese and Japanese are read side by side; which one a text is in need not be said. What
names no interval is left out: recurrences ("every Friday"), durations ("for two weeks"), times that hang on another event
("three days later", "when I was ten"). Where a reading is a guess its `confidence` says so.

    >>> from datetime import UTC, datetime
    >>> [found] = time_expressions("We met last Friday.", datetime(2024, 5, 15, 14, 30, tzinfo=UTC))
    >>> found.text, found.start.date().isoformat(), found.granularity.value
    ('last Friday', '2024-05-10', 'day')

Conventions: `perdure.timex.spans` (weeks, seasons, parts of the day, how wide "two weeks ago" is) and
`perdure.timex.meanings` ("next Friday", dates without a year).
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from perdure.errors import NaiveDatetime
from perdure.timex.reading import read
from perdure.timex.spans import Granularity, instants

__all__ = ["Granularity", "TimeExpression", "time_expressions"]


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that name an interval.

    `begin` and `end` are character offsets into the text; `start` and `stop` a half-open interval in the speaker's zone.
    `confidence` is between 0 and 1: above .9 nobody reads it otherwise, below .5 it is a guess. `relative` tells whether
    the interval depends on when the text was said.
    """

    text: str
    begin: int
    end: int
    start: datetime
    stop: datetime
    granularity: Granularity
    confidence: float
    relative: bool


def time_expressions(text: str, at: datetime, *, order: Literal["dmy", "mdy"] | None = None) -> list[TimeExpression]:
    """Expressions of time in a text, in its order, without overlap: of two that overlap the longer one.

    Args:
        text: in any of six languages, or several.
        at: when the text was said, aware, in the speaker's zone.
        order: how the speaker writes 03/05/2024. Without it such a date is read day first, with low confidence.

    Raises:
        NaiveDatetime: `at` names no moment.
    """
    zone = at.tzinfo
    if zone is None or at.utcoffset() is None:
        raise NaiveDatetime(f"The time {at.isoformat()} has no time zone, so nothing is relative to it. Use an aware datetime.")
    expressions: list[TimeExpression] = []
    for begin, end, span in read(text, at, zone, order):
        try:
            moments = instants(span, zone)
        except (ValueError, OverflowError):
            continue  # at the edge of the calendar, outside it in UTC
        if moments:
            confidence = round(min(max(span.confidence, 0.0), 1.0), 3)
            found = TimeExpression(text[begin:end], begin, end, *moments, span.granularity, confidence, span.relative)
            expressions.append(found)
    return expressions
