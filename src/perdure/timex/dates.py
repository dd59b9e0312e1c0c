"""Calendar dates that a text names outright, such as "3 May 2024", "May 3rd", "in December", "2024-05-03".

Relative expressions ("last Friday") are not read here.
"""

import re
from dataclasses import dataclass
from typing import Final

__all__ = ["DateMention", "date_mentions"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """A month, maybe with its day and its year."""

    month: int
    day: int | None = None
    year: int | None = None


_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}
_FULL: Final = {name for name in _MONTHS if len(name) > 3} | {"may"}
_NAME: Final = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY: Final = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th)?"
_NAMED: Final = re.compile(
    rf"\b(?:{_DAY.format('before')}(?:\s+of)?\s+)?(?P<month>{_NAME})\b\.?"
    rf"(?:\s+{_DAY.format('after')}\b(?!\d))?(?:,?\s+(?P<year>\d{{4}})\b)?",
    re.IGNORECASE,
)
_ISO: Final = re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\b")


def _number(text: str | None, highest: int) -> int | None:
    value = int(text) if text else None
    return value if value is not None and 1 <= value <= highest else None


def _named(match: re.Match[str]) -> DateMention | None:
    name = match["month"]
    day = _number(match["before"], 31) or _number(match["after"], 31)
    alone = day is None and match["year"] is None
    if alone and name.lower() not in _FULL:
        return None  # "Mar", "Dec" or "jan" alone is more often a name or a word
    if alone and name.lower() == "may" and (name != "May" or match.start() == 0):
        return None  # the verb
    if name.lower() == "march" and alone and name != "March":
        return None
    return DateMention(_MONTHS[name.lower()], day, int(match["year"]) if match["year"] else None)


def date_mentions(text: str) -> list[DateMention]:
    """All dates named in an English text, in order of form: ISO dates first."""
    found = [
        DateMention(month, day, int(match["year"]))
        for match in _ISO.finditer(text)
        if (month := _number(match["month"], 12)) and (day := _number(match["day"], 31))
    ]
    found += [mention for match in _NAMED.finditer(text) if (mention := _named(match))]
    return found
