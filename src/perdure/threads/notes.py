"""What was settled in a thread, and what somebody is to do: found by how people say so, cited in their own words.

Read are clauses that are stated: questions, quotations, pasted text, what is only imagined or not meant are none. A turn without a telling
word costs a few microseconds.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from perdure.model.thread import ActionItem, Noted
from perdure.model.turn import Role, Turn
from perdure.text.clauses import Clause, clauses
from perdure.text.moods import is_hypothetical
from perdure.text.words import index_words
from perdure.threads import obliging, settling
from perdure.threads.topics import topic_words
from perdure.timex.expressions import Granularity, TimeExpression, time_expressions

__all__ = ["LATEST", "action_items_of", "decisions_of", "kept_decisions", "kept_items", "ticked"]

LATEST: Final = 20
"""Decisions and action items that a thread keeps, each."""
_HEARD: Final = 4_000
_LONGEST: Final = 200
_SHORT: Final = 40
"""A clause of so many characters can be what "final answer" speaks of."""
_OPENING: Final = 20
"""Characters before a statement that can only hold its time ("mañana", "tomorrow morning")."""
_GUESS: Final = 0.4
"""Below this a time expression is not relied on."""
_STOP: Final = re.compile(r"[.!?\n。！？;]+")
_ENDS: Final = re.compile(
    r"[,，](?! ?\d)(?! (?:and|or|then|y|et|und|e) (?!i\b|we\b|you\b|he\b|she\b|it\b|they\b|that\b|so\b|if\b|yes\b|please\b))|[;；(\n]"
    r"| (?:because|since|so that|if|otherwise|or else|or they|as the|cause|cuz|bc|weil|sonst|porque|parce que|sinon)\b| [–—-] "
    r"| (?:then|please|pls)\W*$",
    re.IGNORECASE,
)
_EDGES: Final = " ,.!?;:-–—\n\t\"'，。！？；"
_TAG: Final = re.compile(r"[, ](?:ok|okay|right|yes|deal|ja|oder|vale|sí|d'accord)\W*$", re.IGNORECASE)
"""Turns a statement into a question in name only."""
_ERRAND: Final = re.compile(rf"{obliging.ERRAND}\b", re.IGNORECASE)
_DEED: Final = re.compile(rf"\b{obliging.ERRAND}\b", re.IGNORECASE)
_URGED: Final = re.compile(
    r"\b(?:remind me|me forget|i don'?t forget|urgent|asap|nag me|jog my memory|erinner|recu[eé]rd|rappel)|提醒|リマインド", re.IGNORECASE
)
_CONDITION: Final = re.compile(r"^\W*(?:if|unless|when(?:ever)?|in case|wenn|falls|si|cuando|quand|如果|もし)\b", re.IGNORECASE)
_DEADLINE: Final = re.compile(
    r"\b(?:by|before|until|till|bis|vor|antes del?|para el|avant|d'ici|pour le)\b[^,.;]{0,20}"
    r"(?:\d|\bthen\b|\bend\b|day\b|tag\b|\bla fin\b|\bfin\b)|[之以]?前|まで",
    re.IGNORECASE,
)
"""A limit in time, also one that names no day by itself ("by then")."""
_TIMELY: Final = re.compile(
    r"\d|day|night|tomorrow|morning|noon|evening|week|month|year|hour|then|soon|end\b|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
    r"|spring|fall"
    r"|winter|summer|tag|woche|morgen|abend|mittwoch|monat|jahr|heute|mañana|hoy|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado"
    r"|domingo|semana"
    r"|mes\b|tarde|noche|demain|aujourd|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|semaine|mois|soir|matin|midi|fin\b"
    r"|[日月年周天号早晚午点週時曜前]"
)
"""What names a time holds one of these, in lower case."""
_BEFORE: Final = re.compile(r"\b(?:before|prior to|vor|avant|antes de)(?=l? )", re.IGNORECASE)
_WHEN_ONLY: Final = re.compile(
    r"\b(?:\d+(?:st|nd|rd|th)?|one|two|three|few|before|ahead|earlier|days?|hours?|weeks?|morning|evening|afternoon|night|noon|midnight"
    r"|this|that|again|about it|nearer|the time|please|pls|mon|tue|wed|thu|fri|sat|sun"
    r"|january|february|march|april|may|june|july|august|september|october|november|december)\b",
    re.IGNORECASE,
)
_PAST: Final = re.compile(r"\b(?:had to|used to|needed to|would have|was going to|wanted to)\b", re.IGNORECASE)


def decisions_of(turns: Sequence[Turn]) -> list[Noted]:
    """What the users settled, in order, each as the fragment that says it.

    Where somebody agrees to what was proposed ("yes, do that"), the proposal is cited, with the turn that agreed as its source.
    """
    found: list[Noted] = []
    for place, turn in enumerate(turns):
        text = _read(turn)
        if turn.role is not Role.USER:
            continue
        before = turns[place - 1] if place else None
        asked = before.text[-2 * _SHORT :].rstrip() if before else ""
        choice = settling.CHOICE.search(asked) if asked.endswith(("?", "？")) else None
        if choice is None and not any(_may_settle(part) for part in _telling(text, settling.HINTS)):
            continue
        said = [clause for clause in clauses(text) if not clause.quoted]
        lines = [*_agreed(said, before), *_chosen(said, choice), *_settled(said)]
        found += [Noted(line, turn.id, turn.said_at) for line in dict.fromkeys(lines)]
    return found


def action_items_of(turns: Sequence[Turn]) -> list[ActionItem]:
    """What somebody is to do, in order; done where a later turn of these says so.

    `who` is the speaker's name, or "user" or "assistant"; for what somebody else is to do, their name. `due` is the last minute of the day
    that is named, or the time of day; None where the words name no day by themselves ("by then").
    """
    found: list[ActionItem] = []
    for turn in turns:
        if turn.role not in {Role.USER, Role.ASSISTANT}:
            continue
        text = _read(turn)
        if found and turn.role is Role.USER:
            found = list(ticked(found, turn))
        user = turn.role is Role.USER
        if any(_may_oblige(part, user=user) for part in _telling(text, obliging.HINTS if user else obliging.PROMISE_HINTS)):
            found += _items(turn, text, _other(turn, turns))
    return found


def ticked(items: Sequence[ActionItem], turn: Turn) -> tuple[ActionItem, ...]:
    """The items, with those done that a turn says are."""
    text = _read(turn)
    if not obliging.DONE.search(text):
        return tuple(items)
    for clause in clauses(text):
        if _stated(clause) and obliging.DONE.search(clause.text) and not obliging.NOT_YET.search(clause.text):
            said = set(topic_words(clause.text))
            items = [replace(item, done=True) if not item.done and _is_about(item, said) else item for item in items]
    return tuple(items)


def kept_decisions(known: Iterable[Noted], more: Iterable[Noted]) -> tuple[Noted, ...]:
    """The latest 20 decisions; one that was said again stands where it was said last."""
    kept: dict[tuple[str, ...], Noted] = {}
    for noted in [*known, *more]:
        key = _key(noted.text)
        kept.pop(key, None)
        kept[key] = noted
    return tuple(kept.values())[-LATEST:]


def kept_items(known: Iterable[ActionItem], more: Iterable[ActionItem]) -> tuple[ActionItem, ...]:
    """The latest 20 action items; one that was said again takes the place of the former and keeps its due time unless it has a new one."""
    kept: dict[tuple[str, ...], ActionItem] = {}
    for item in [*known, *more]:
        key = (item.who or "", *_key(item.text))
        former = kept.pop(key, None)
        kept[key] = replace(item, due=item.due or former.due) if former else item
    return tuple(kept.values())[-LATEST:]


def _read(turn: Turn) -> str:
    return turn.text[:_HEARD].replace("’", "'")


def _telling(text: str, hints: Iterable[str]) -> list[str]:
    """The sentences and lines that hold a hint: to look closely at these alone keeps long texts cheap."""
    low = text.lower()
    held = [hint for hint in hints if hint in low]
    return [part.strip() for part in _STOP.split(text) if _holds(part.lower(), held)] if held else []


def _holds(low: str, hints: Iterable[str]) -> bool:
    return any(hint in low for hint in hints)


def _may_settle(part: str) -> bool:
    low = part.lower()
    return any(each.find(part, low) for each in (*settling.DECISIONS, settling.FINAL, settling.ASSENTS))


def _may_oblige(part: str, *, user: bool) -> bool:
    low = part.lower()
    if user and any(each.find(part, low) for each in (obliging.REMIND, obliging.LABELLED, obliging.YOURS, obliging.OTHERS)):
        return True
    timely = _TIMELY.search(low) is not None
    ways = (obliging.ASKED, *obliging.DUTIES) if user else obliging.PROMISES
    return any(each.find(part, low) for each in ways if timely or not each.timed)


def _key(text: str) -> tuple[str, ...]:
    words = tuple(sorted(set(index_words(text))))
    return words or (text.casefold(),)


def _fragment(text: str, begin: int) -> str:
    """The words from `begin` up to where something else begins."""
    line = text[begin : begin + _LONGEST]
    end = next((match.start() for match in _ENDS.finditer(line) if match.start() > 2), len(line))
    return line[:end].strip(_EDGES)


def _stated(clause: Clause) -> bool:
    return not (clause.question or clause.quoted or clause.hypothetical or clause.sarcastic)


def _settled(said: Sequence[Clause]) -> Iterator[str]:
    for place, clause in enumerate(said):
        if not _stated(clause) or _CONDITION.match(clause.text):
            continue
        if settling.FINAL.find(clause.text, clause.text.lower()):
            before = said[place - 1] if place else None
            if before is not None and _stated(before) and len(before.text) <= _SHORT and not _found(before.text):
                yield _fragment(before.text, 0) if "," in before.text else f"{before.text} {clause.text}".strip(" ,.;")
        elif not settling.ASSENTS.find(clause.text, clause.text.lower()) and (line := _found(clause.text)):
            yield line


def _found(text: str) -> str | None:
    low = text.lower()
    for each in settling.DECISIONS:
        match = each.find(text, low)
        if match is None or _PAST.search(text[max(0, match.start() - 20) : match.end()]):
            continue
        held = match.lastgroup or ""
        line = match[held].strip(_EDGES) if held.startswith("what") else _fragment(text, match.start(held) if held else match.start())
        if len(line) > 3:
            return line[:_LONGEST]
    return None


def _agreed(said: Sequence[Clause], before: Turn | None) -> Iterator[str]:
    """The proposal of the turn before that these clauses agree to."""
    if before is None or not any(settling.ASSENTS.find(clause.text, clause.text.lower()) and not clause.sarcastic for clause in said[:2]):
        return
    proposals = [clause.text for clause in clauses(before.text[-_HEARD:]) if not clause.quoted and settling.PROPOSES.find(clause.text, "")]
    if proposals:
        yield proposals[-1][:_LONGEST].strip()


def _chosen(said: Sequence[Clause], choice: re.Match[str] | None) -> Iterator[str]:
    """A short answer that begins with one of two things that were named to choose from."""
    if choice is None or not said or not _stated(said[0]) or len(said[0].text) > _SHORT:
        return
    offered = {word for named in choice.groups() if named for word in topic_words(named)}
    answered = topic_words(said[0].text)
    if answered and answered[0] in offered and not _found(said[0].text):
        yield said[0].text.strip(_EDGES)


def _other(turn: Turn, turns: Sequence[Turn]) -> str:
    """Whom the speaker of a turn calls "you"."""
    names = dict.fromkeys(other.speaker for other in turns if other.role is Role.USER and other.speaker)
    others = [name for name in names if name != turn.speaker]
    return others[0] if turn.speaker and len(others) == 1 else Role.ASSISTANT.value


def _items(turn: Turn, text: str, other: str) -> list[ActionItem]:
    own = turn.speaker or turn.role.value
    stated = [clause for clause in clauses(text) if not (clause.quoted or clause.sarcastic)]
    if turn.role is Role.USER:
        urged = _URGED.search(text) is not None
        labelled = [match[match.lastgroup or 0] for match in obliging.LABELLED.pattern.finditer(text)]
        told = [(line, own) for line in labelled]
        told += [each for clause in stated for each in _of_user(clause, turn.said_at, own, other, urged=urged)]
    else:
        told = [(line, own) for clause in stated if (line := _promised(clause, turn.said_at))]
    found: dict[str, ActionItem] = {}
    for line, who in told:
        kept = line.strip(_EDGES)
        if len(kept) > 3 and not any(kept in known or known in kept for known in found):
            found[kept] = ActionItem(kept, turn.id, turn.said_at, who, _due(kept, turn.said_at))
    return list(found.values())


def _of_user(clause: Clause, at: datetime, own: str, other: str, *, urged: bool) -> Iterator[tuple[str, str]]:
    text, low = clause.text, clause.text.lower()
    reminder = _reminded(text, at)
    if reminder:
        yield reminder, own
    if not clause.hypothetical and (not clause.question or _TAG.search(text)):
        if (match := obliging.ASKED.find(text, low)) and _due(text, at):
            yield _fragment(text, match.start(match.lastgroup or 0)), other
        if match := obliging.YOURS.find(text, low):
            yield _fragment(text, match.start()), other
        if match := obliging.OTHERS.find(text, low):
            yield _fragment(text, match.start("what")), match["kin"] or match["who"]
    if not reminder and (line := _duty(clause, at, urged=urged)):
        yield line, own


def _reminded(text: str, at: datetime) -> str | None:
    """What somebody wants to be reminded of; when to remind is no part of it if nothing else is said."""
    match = obliging.REMIND.find(text, text.lower())
    if match is None:
        return None
    line = _fragment(text, match.start(match.lastgroup or 0))
    rest = line
    for told in time_expressions(line, at):
        rest = rest.replace(told.text, " ")
    return line if topic_words(_WHEN_ONLY.sub(" ", rest)) else None


def _duty(clause: Clause, at: datetime, *, urged: bool) -> str | None:
    text, low = clause.text, clause.text.lower()
    for each in obliging.DUTIES:
        match = each.find(text, low)
        if match is None or _PAST.search(text[max(0, match.start() - 12) : match.end() + 12]):
            continue
        begin = match.start(match.lastgroup or 0)
        line = _fragment(text, begin)
        end = text.find(line, begin) + len(line)
        if is_hypothetical(text[:end]) or (clause.question and end >= len(text) - 2):
            continue
        errand = not each.timed and (urged or _ERRAND.match(text, match.end()) is not None)
        told = text[:end] if begin <= _OPENING else line
        if errand or _DEADLINE.search(told) or _due(told, at):
            return line
    return None


def _promised(clause: Clause, at: datetime) -> str | None:
    if clause.question or clause.hypothetical:
        return None
    low = clause.text.lower()
    for each in obliging.PROMISES:
        if match := each.find(clause.text, low):
            line = _fragment(clause.text, match.start())
            if not each.timed or _due(line, at):
                return line
    return None


def _due(line: str, at: datetime) -> datetime | None:
    """When something is due that a line says: at the end of the day it names, or at that time."""
    before = _BEFORE.search(line)
    said = time_expressions(_BEFORE.sub("", line) if before else line, at)
    ahead = [(told, moment) for told in said if (moment := _moment(told, before=before is not None)) and moment > at]
    return max(ahead, key=lambda item: item[0].confidence)[1] if ahead else None


def _moment(told: TimeExpression, *, before: bool) -> datetime | None:
    if told.confidence < _GUESS or told.granularity in {Granularity.YEAR, Granularity.DECADE}:
        return None
    if told.granularity in {Granularity.HOUR, Granularity.MINUTE}:
        return told.start
    return (told.start if before else told.stop) - timedelta(minutes=1)


def _is_about(item: ActionItem, said: set[str]) -> bool:
    rest = _DEED.sub(" ", item.text, count=1)
    for told in time_expressions(rest, item.said_at):
        rest = rest.replace(told.text, " ")
    words = set(topic_words(rest))
    return bool(words) and len(words & said) * 2 >= min(len(words), 4)
