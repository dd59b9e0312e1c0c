"""How long before its time a task wants to be recalled: "an hour before", "am Tag davor", 提前两天."""

import re
from datetime import datetime, timedelta
from typing import Final

__all__ = ["HEADS_UP", "recalled_at"]

HEADS_UP: Final = re.compile(
    r"\b(?P<count>an?|one|two|three|four|five|\d{1,2}|half an|einen?|eine|zwei|drei|una?|dos|tres|une?|deux|trois)\s+"
    r"(?P<unit>minute|min|hour|hr|day|week|stunde|tag|woche|hora|dia|semana|heure|jour|semaine)\w*\s+"
    r"(?:before(?:hand)?|ahead|earlier|in advance|prior|vorher|davor|zuvor|antes|avant)\b"
    r"|\bthe (?P<eve>day|night|evening|morning) before\b|\b(?:am (?:tag|abend) (?:vorher|davor)|el dia (?:antes|anterior)|la veille)\b"
    r"|提前(?P<han>[一二两三\d]+)个?(?P<han_unit>天|小时|周)|(?P<kanji>[一二三\d]+)(?P<kanji_unit>日|時間|週間)前"
)
_NUMBERS: Final = {
    **dict.fromkeys(("a", "an", "one", "ein", "eine", "einen", "un", "una", "une", "一"), 1.0),
    **dict.fromkeys(("two", "zwei", "dos", "deux", "二", "两"), 2.0),
    **dict.fromkeys(("three", "drei", "tres", "trois", "三"), 3.0),
    "four": 4.0,
    "five": 5.0,
    "half an": 0.5,
}
_UNITS: Final = {
    **dict.fromkeys(("minute", "min"), timedelta(minutes=1)),
    **dict.fromkeys(("hour", "hr", "stunde", "hora", "heure", "小时", "時間"), timedelta(hours=1)),
    **dict.fromkeys(("day", "tag", "dia", "jour", "天", "日"), timedelta(days=1)),
    **dict.fromkeys(("week", "woche", "semana", "semaine", "周", "週間"), timedelta(weeks=1)),
}
_MORNING: Final = 9
_EVENING: Final = 18


def recalled_at(asked: re.Match[str], due: datetime, *, exact: bool) -> datetime:
    """The moment that a match of `HEADS_UP` names for a due time; days before it at nine, the evening before at six, unless `exact`."""
    count = asked["count"] or asked["han"] or asked["kanji"]
    if count is None:
        evening = asked["eve"] in {"night", "evening"} or "abend" in asked.group()
        return (due - timedelta(days=1)).replace(hour=_EVENING if evening else _MORNING, minute=0, second=0, microsecond=0)
    unit = _UNITS[asked["unit"] or asked["han_unit"] or asked["kanji_unit"]]
    moment = due - unit * (float(count) if count.isdigit() else _NUMBERS.get(count, 1.0))
    return moment if exact or unit < timedelta(days=1) else moment.replace(hour=_MORNING, minute=0, second=0, microsecond=0)
