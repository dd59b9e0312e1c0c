"""Dates and times in figures alone, the same in every language."""

from datetime import UTC, timedelta, timezone, tzinfo
from typing import Final

from perdure.timex.grammar import Language, link, phrase

__all__ = ["NUMERIC"]


def _zone(text: str) -> tzinfo:
    if text == "z":
        return UTC
    offset = min(timedelta(hours=int(text[1:3]), minutes=int(text[-2:])), timedelta(hours=23))
    return timezone(-offset if text[0] == "-" else offset)


def _padded(last: int) -> dict[str, int]:
    return {form: number for number in range(1, last + 1) for form in (str(number), f"{number:02d}")}


_THINGS: Final = (
    "people|users|dollars|euros?|pounds|bucks|words|feet|meters|metres|meter|miles|km|kg|steps|pieces|copies|items|lines|bytes|"
    "calories|points|times|bc|bce|square|men|women|students|votes|different|other|more|percent|followers|pages|hours|minutes|days|"
    "books|model|edition|menschen|leute|personas|personnes|metros|stück|wörter|palabras|mots"
)

NUMERIC: Final = Language(
    name="numeric",
    words={"month": _padded(12), "day": _padded(31)},
    rules=(
        phrase("instant", r"{year}-{month}-{day}<t|t | >{hour}:{minute}(?::\d\d(?:\.\d{1,9})?)?{zone}?"),
        phrase("date", "{year}-{month}-{day}"),
        phrase("date", "{year}/{month}/{day}"),
        phrase("date", r"{year}\.{month}\.{day}"),
        phrase("numeric", "{number}/{number2}/{year}"),
        phrase("numeric", "{number}-{number2}-{year}"),
        phrase("numeric", "{number}/{number2}/{number3}"),
        # Between full stops the day comes first everywhere.
        phrase("date", r"{day}\.\s?{month}\.\s?{year}"),
        # A bare number of four digits is a year only beside a word that makes it one.
        phrase("year", rf"{{year}}(?!(?: |-)(?:{_THINGS})\b|\s?[%$€£°])", weak=True),
        phrase("year", r"{year}\s?-\s?{lastyear:year}", weak=True),
        # Figures that hold a year or a day without being one.
        phrase("blocked", r"{count}[-/.:,]\d{1,9}(?:[-/.:,]\d{1,9}){0,8}"),
        link(r"-\s?"),
    ),
    numeral=_zone,
    before=r"(?<![a-z0-9_.,/:+-])",
    behind=r"(?![a-z0-9_/]|[.:,-]\d)",
)
