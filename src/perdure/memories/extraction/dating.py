"""From when and until when a finding holds, by the expressions of time beside it."""

import re
from datetime import datetime
from typing import Final

from perdure.memories.extraction.found import Found
from perdure.model.memory import Kind
from perdure.timex.expressions import Granularity, TimeExpression, time_expressions

__all__ = ["period"]

_UNDATED: Final = frozenset("birthday phone email account age income budget name nickname pronouns timezone".split())
_HINT: Final = re.compile(
    r"\d|\b(?:since|from|until|till|starting|next|last|this|ago|yesterday|today|tomorrow|tonight|week|month|year|"
    r"weekend|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|"
    r"wednesday|"
    r"thursday|friday|saturday|sunday|summer|winter|spring|autumn|fall|christmas|easter|seit|ab|bis|gestern|heute|"
    r"morgen|letzte\w*|nächste\w*|vor|im|am|desde|hasta|ayer|hoy|mañana|pasad[oa]|próxim[oa]|hace|en|depuis|jusqu|"
    r"hier|demain|"
    r"dernière?|prochaine?|il\s+y\s+a)\b|[年月日周天昨今明去前后]|先週|来週|先月|来月",
    re.IGNORECASE,
)
_SINCE: Final = re.compile(
    r"(?:\b(?:since|from|starting|beginning|as\s+of|effective|seit|ab|von|desde|a\s+partir\s+de|depuis|dès|"
    r"à\s+partir\s+de)\s+(?:(?:the|dem|der|el|la|le|early|late)\s+)?|从|自)$",
    re.IGNORECASE,
)
_UNTIL: Final = re.compile(
    r"(?:\b(?:until|till|til|up\s+to|through|bis|hasta|jusqu'(?:à|en|au)|jusqu’(?:à|en|au))\s+(?:(?:the|zum|el|la|"
    r"le|early|late)\s+)?|到|直到)$",
    re.IGNORECASE,
)
_UNTIL_INSIDE: Final = re.compile(r"(?:until|till|til|up\s+to|through|bis|hasta|jusqu)\b|.*まで|到", re.IGNORECASE)
_SINCE_BEHIND: Final = re.compile(r"\s*(?:から|以来|より|起|开始|on(?:wards)?\b)")
_UNTIL_BEHIND: Final = re.compile(r"\s*まで")
_CHANGE: Final = re.compile(
    r"\b(?:mov(?:ed?|ing)|relocat\w+|join(?:ed|ing)?|start(?:ed|ing|s)?|got|getting|bought|buying|adopt(?:ed|ing)|"
    r"bec(?:a|o)me|becoming|turn(?:ed|ing)?|married|engaged|switch(?:ed|ing)|sold|promoted|hired|quit|left|"
    r"leav(?:e|ing)|retir(?:ed|ing)|diagnosed|"
    r"graduated|broke|landed|began|begin|taken\s+up|gezogen|zieh\w*|fange|angefangen|geheiratet|gekündigt|"
    r"gewechselt|mud\w+|empec\w+|empiez\w+|casé|casamos|dejé|déménag\w+|emménag\w+|commenc\w+|marié\w*|quitt\w+|"
    r"embauch\w+)\b|搬|入职|跳槽|结婚|辞职|引っ越|転職|結婚|入社|就職|始め",
    re.IGNORECASE,
)
_FINE: Final = frozenset({Granularity.MINUTE, Granularity.HOUR, Granularity.PART_OF_DAY})
_SURE: Final = 0.5


def period(text: str, found: Found, said_at: datetime) -> tuple[datetime, datetime | None]:
    """From when and until when (None: open) a finding in a clause holds; without words of time from when it was said."""
    if found.attribute in _UNDATED or not _HINT.search(text):
        return said_at, None
    start: datetime | None = None
    stop: datetime | None = None
    for each in time_expressions(text, said_at):
        if each.confidence < _SURE or (found.value and found.begin < each.end and each.begin < found.end):
            continue
        before, behind = text[: each.begin], text[each.end :]
        if _UNTIL.search(before) or _UNTIL_INSIDE.match(each.text) or _UNTIL_BEHIND.match(behind):
            stop = each.stop
        elif start is None and (
            _SINCE.search(before) or _SINCE.search(each.text + " ") or _SINCE_BEHIND.match(behind) or _starts(text, found, each)
        ):
            start = each.start
    return _settled(found, said_at, start, stop)


def _starts(text: str, found: Found, each: TimeExpression) -> bool:
    """Whether a time without a preposition of its own is when it began, happened or will happen."""
    if found.retracts or found.kind is Kind.EPISODE:
        return each.granularity not in _FINE or found.kind is Kind.EPISODE
    if each.granularity in _FINE:
        return False
    return each.text.lower().startswith(("since", "seit", "desde", "depuis")) or _CHANGE.search(text) is not None


def _settled(found: Found, said_at: datetime, start: datetime | None, stop: datetime | None) -> tuple[datetime, datetime | None]:
    if found.retracts:
        end = stop or start
        return (min(end, said_at), end) if end else (said_at, None)
    if start is not None and stop is not None and stop <= start:
        stop = None
    if start is None and stop is not None and stop <= said_at:
        return stop, stop
    return start or said_at, stop
