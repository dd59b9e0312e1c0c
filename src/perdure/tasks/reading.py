"""Commitments and deadlines that users state: what to do, until when, how much it matters and when to bring it up."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import islice
from typing import Final

from perdure.model.task import Commitment, Priority
from perdure.model.turn import Role, Turn
from perdure.tasks import english, tongues
from perdure.tasks.asking import HEADS_UP, recalled_at
from perdure.tasks.deeds import DEEDS
from perdure.tasks.due import LAST_MINUTE, Moment, moments, recurrence
from perdure.tasks.english import english_heads
from perdure.tasks.heads import Head, Kind
from perdure.tasks.reminders import ring_before, ring_on
from perdure.tasks.titles import event_from, has_no_object, names_nothing, title_from, with_name
from perdure.tasks.tongues import foreign_heads
from perdure.tasks.urgency import stated_priority
from perdure.text.clauses import MAX_CHARACTERS, Clause, clauses
from perdure.text.moods import is_hypothetical, is_question
from perdure.timex.folding import fold

__all__ = ["commitments_of"]

_CONFIDENCE: Final = {Kind.ASKED: 0.95, Kind.ABOUT: 0.9, Kind.DEADLINE: 0.8, Kind.DUTY: 0.85, Kind.PROMISE: 0.7}
_UNDATED: Final = 0.8
"""What a commitment without a time is worth beside one that has one."""
_ASKED: Final = frozenset({Kind.ASKED, Kind.ABOUT})
_HAN: Final = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
_MOST: Final = 40
"""Places of one clause that are looked at, and commitments of a turn; a list of more was pasted."""
_THEN: Final = re.compile(r"\b(?:by|before|until) then\b")
_DUE: Final = re.compile(r"\b(?:due|deadline|fallig|vence|before (?:it|they|he|she|the|my|we))\b")
_TO_DEED: Final = re.compile(r" to (?=(?P<verb>[a-z]+)\b)")
_ASKS_BEHIND: Final = re.compile(r"[,;，、–—]|\b(?:and|can|could|will|would|so|but|kannst|puedes|peux|tu)\b")
_NEAR: Final = 25
"""Characters between a time and the words of a task that still belong together."""
_ITS_TIME: Final = re.compile(
    r"\W*(?:(?:and|but|so|ok|oh|btw|also|please|pls) )*(?:(?:it|they|that|this|which|both|those|everything)(?:'s|'re| is| are| has to|"
    r" have to| needs to| must| need to)?\b|(?:the |my )?(?:deadline|due date)|due|by|"
    r"before|until|at the latest|no later|(?:put|set|mark|write|note|schedule|say|let's say|make) (?:it|that|this|them)\b|"
    r"abgabe|frist|bis|er ist|sie ist|es ist|el plazo|la fecha|para el|vence|antes|la date|avant|pour le|c'est pour|a rendre|截止|最晚|締)"
)
_CORRECTS: Final = re.compile(
    r"\W*(?:(?:hmm+|oh|ah|uh|um|er|and|but) ?\W*)*(?:no|nope|wait|actually|sorry|i mean|i meant|correction|make (?:that|it)|or rather|"
    r"scratch that|nein|moment|quatsch|halt|perdon|digo|non|pardon|不对|不是|いや)\b"
)
_SAME_HOUR: Final = re.compile(
    r"\bsame (?:time|hour)\b|\b(?:selbe|gleiche) (?:uhr)?zeit|\bmisma hora|\bmeme heure|同じ時間|同一时间|时间不变"
)
_PRONOUN: Final = re.compile(r"\b(?:it|them|this|that)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Said:
    """A clause with its folded words and the times it names; `often` is where it tells how often."""

    text: str
    folded: str
    times: tuple[Moment, ...]
    often: tuple[int, int] | None


_Pending = tuple[str, Moment | None, re.Match[str] | None]
"""The words before a "remind me" that names no thing, when it is to ring, and how long before."""


@dataclass(slots=True)
class _Reading:
    """A turn while it is read."""

    turn: Turn
    before: Sequence[Turn]
    told: str = ""
    """The clause before."""
    pending: list[_Pending] = field(default_factory=list[_Pending])
    """Settled once the rest of the clause is read."""
    found: list[Commitment] = field(default_factory=list[Commitment])
    kinds: list[Kind] = field(default_factory=list[Kind])

    def add(self, commitment: Commitment, kind: Kind) -> None:
        self.found.append(commitment)
        self.kinds.append(kind)


def commitments_of(turn: Turn, before: Sequence[Turn] = ()) -> list[Commitment]:
    """What a user's turn says is to be done, in its order; times in the speaker's zone.

    A title is cut from the turn. A day is due at its last minute, see `perdure.tasks.due`; a reminder rings as asked for, else see
    `perdure.tasks.reminders`. What others have to do, questions, conditions, wishes, habits and what the assistant is asked to do at once
    are no commitments.

    Args:
        turn: what was said; only users commit themselves.
        before: the turns before it in the session, for "remind me of that tomorrow".
    """
    if turn.role is not Role.USER or not _tells(_lower(turn.text[:MAX_CHARACTERS])):
        return []
    if not any(_heads(*_plain(turn.text[:MAX_CHARACTERS]))):
        return []
    reading = _Reading(turn, before)
    for clause in clauses(turn.text):
        if not clause.quoted and not clause.sarcastic and len(reading.found) < _MOST:
            _read(reading, clause)
            reading.told = "" if clause.question or clause.hypothetical else clause.text
    return list(_distinct(reading.found))


def _lower(text: str) -> str:
    lower = text.lower().replace("’", "'").replace("\n", " ")
    return f" {lower} "


def _plain(text: str) -> tuple[str, str]:
    """The folded text, and the lower-case one that the languages' words are looked up in."""
    return fold(text)[0], _lower(text)


def _tells(lower: str) -> bool:
    """Whether a lower-case text may state a commitment: a look for some letters, much cheaper than the patterns."""
    return _in_english(lower) or _elsewhere(lower)


def _in_english(lower: str) -> bool:
    return any(word in lower for word in english.TRIGGERS)


def _elsewhere(lower: str) -> bool:
    return any(word in lower for word in tongues.TRIGGERS) or (not lower.isascii() and any(word in lower for word in tongues.WIDE_TRIGGERS))


def _read(reading: _Reading, clause: Clause) -> None:
    folded, places = fold(clause.text)
    if places is not None:
        return  # letters whose accents stand apart
    heads = [head for head in islice(_heads(folded, _lower(clause.text)), _MOST) if _meant(clause, head)]
    if not heads:
        if reading.found and not clause.question:
            _settle(reading, clause, folded)
        return
    at = reading.turn.said_at
    said = _Said(clause.text, folded, tuple(moments(clause.text, at)), recurrence(clause.text, at))
    taken: list[tuple[int, int]] = []
    starts: dict[int, int] = {}
    for head in heads:
        if any(head.begin < last and head.end > first for first, last in taken):
            continue
        known = len(reading.found)
        taken += _take(reading, said, head, share=bool(taken) and head.start < taken[-1][0])
        starts.update(dict.fromkeys(range(known, len(reading.found)), head.start))
    for words, wanted, early in reading.pending:
        if not reading.found:
            _tell_event(reading, words)
        _remind_of_last(reading, wanted, early)
    reading.pending.clear()
    _rate(reading, folded, starts)


def _heads(folded: str, lower: str) -> Iterator[Head]:
    if _in_english(lower):
        yield from english_heads(folded)
    if _elsewhere(lower):
        yield from foreign_heads(folded, han=not folded.isascii() and _HAN.search(folded) is not None)


def _meant(clause: Clause, head: Head) -> bool:
    """Whether the clause says so in earnest."""
    if clause.question and head.kind not in _ASKED and not _states_first(clause, head):
        return False
    if not clause.hypothetical:
        return True
    # "I must renew it by May, that would be great": only what stands before the deed, or a whole story, makes it unreal.
    return is_hypothetical(clause.text) and not is_hypothetical(clause.text[: head.end])


def _states_first(clause: Clause, head: Head) -> bool:
    """Whether the clause asks only behind what is to be done: "I'll send it tomorrow, ok?"."""
    return _ASKS_BEHIND.search(clause.text, head.end) is not None and not is_question(clause.text[: head.end], marked=False)


def _take(reading: _Reading, said: _Said, head: Head, *, share: bool) -> list[tuple[int, int]]:
    """Adds what a head says; the characters it took up."""
    ring, due = _times(reading, said, head)
    asked = head.kind in _ASKED
    early = HEADS_UP.search(said.folded, head.start) if asked else None
    cuts = [(each.begin, each.end) for each in said.times if not each.attributive] + ([early.span()] if early else [])
    if early and (deed := _TO_DEED.search(said.folded, early.end(), head.end)) and deed["verb"] in DEEDS:
        cuts.append((head.begin, deed.end()))  # "two days before the wedding to get a haircut"
    title = title_from(said.text, head.begin, head.end, cuts, thing=head.kind in {Kind.DEADLINE, Kind.ABOUT}, asked=asked)
    title = with_name(title, said.text[: head.start])
    if names_nothing(title) or (due is None and not asked and has_no_object(title)):
        if asked:
            reading.pending.append((said.text[: head.start], ring or due, early))
        return []
    often = said.often if due and said.often and due.begin < said.often[1] and due.end > said.often[0] else None
    if (often and not asked) or (due is None and not _without_time(said, head)):
        return []
    if often:
        title = f"{title} {said.text[often[0] : often[1]]}"
    at = reading.turn.said_at
    commitment = Commitment(
        title=title,
        source=reading.turn.id,
        said_at=at,
        due=due.due if due else None,
        reminders=_reminders(at, ring, due, early, asked=asked),
        confidence=round(_CONFIDENCE[head.kind] * (1.0 if due else _UNDATED), 3),
    )
    _put(reading, commitment, head.kind, share=share)
    return [(head.begin, head.end)]


def _put(reading: _Reading, new: Commitment, kind: Kind, *, share: bool) -> None:
    """Adds a commitment, or lets it take the place of a deadline that it is the deed for."""
    last = reading.found[-1] if reading.found else None
    if last and share and last.due is None and new.due is not None:
        # "Buy milk and call mum tomorrow": the time at the end holds for both.
        reading.found[-1] = replace(last, due=new.due, reminders=new.reminders)
    if last and last.due is not None and last.due == new.due and Kind.DEADLINE in {reading.kinds[-1], kind} and not share:
        # "The deadline is Friday, I have to hand in the model by then": one task, told twice.
        if reading.kinds[-1] is Kind.DEADLINE and not _PRONOUN.search(new.title):
            reading.found[-1], reading.kinds[-1] = new, kind
        return
    reading.add(new, kind)


def _without_time(said: _Said, head: Head) -> bool:
    """Whether a head is a task though no time was told."""
    if head.kind in {Kind.ABOUT, Kind.DEADLINE, Kind.PROMISE}:
        return False
    return head.undated or (head.kind is Kind.DUTY and stated_priority(said.folded) is Priority.LOW)


def _times(reading: _Reading, said: _Said, head: Head) -> tuple[Moment | None, Moment | None]:
    """When to ring, if that is told apart, and when it is due."""
    asked = head.kind in _ASKED
    inside = [
        each
        for each in said.times
        if min(head.start, head.begin) <= each.begin <= max(head.end, head.begin + 1) and (asked or not each.attributive)
    ]
    ring: Moment | None = None
    if asked and len(inside) > 1 and not said.folded[head.begin : inside[0].begin].strip(" ,") and inside[0].due < inside[1].due:
        ring, inside = inside[0], inside[1:]
    chosen = next((each for each in inside if each.until), inside[0] if inside else None)
    chosen = chosen or _then(reading, said, head) or _behind(said, head, tied=asked or head.kind is Kind.DEADLINE)
    if chosen is None:
        start = min(head.start, head.begin)
        ahead = [each for each in said.times if each.end <= start and start - each.end < _NEAR]
        chosen = ahead[-1] if ahead and (head.kind is not Kind.DEADLINE or ahead[-1].until) else None
    return ring, chosen


def _then(reading: _Reading, said: _Said, head: Head) -> Moment | None:
    """The time that "by then" means."""
    if not _THEN.search(said.folded, head.start):
        return None
    ahead = [each for each in said.times if each.end <= head.start]
    if ahead:
        return ahead[-1]
    due = reading.found[-1].due if reading.found else None
    return Moment(head.end, head.end, due, due, exact=_is_exact(due), until=True, confidence=0.7) if due else None


def _behind(said: _Said, head: Head, *, tied: bool) -> Moment | None:
    """A time behind the words of the task that is told for it."""
    first = next((each for each in said.times if each.begin >= head.end), None)
    if first is None:
        return None
    gap = said.folded[head.end : first.begin]
    near = len(gap) < _NEAR * (2 if tied else 1)
    return first if _DUE.search(gap) or (near and (tied or first.until)) else None


def _is_exact(due: datetime) -> bool:
    return (due.hour, due.minute) != LAST_MINUTE


def _reminders(at: datetime, ring: Moment | None, due: Moment | None, early: re.Match[str] | None, *, asked: bool) -> tuple[datetime, ...]:
    if due is None:
        return ()
    if early:
        moment = recalled_at(early, due.due, exact=due.exact)
    elif ring:
        moment = ring_on(ring.start, ring.due, at, exact=ring.exact)
    elif asked:
        moment = ring_on(due.start, due.due, at, exact=due.exact)
    else:
        moment = ring_before(due.due, at, exact=due.exact)
    return (moment,) if moment is not None and at < moment <= due.due else ()


def _rate(reading: _Reading, folded: str, starts: dict[int, int]) -> None:
    """Gives each commitment of a clause the priority that is stated beside it."""
    if not starts:
        starts = {len(reading.found) - 1: 0} if reading.found else {}
    begins = sorted({0 if place == min(starts) else start for place, start in starts.items()} | {len(folded)})
    for place, start in starts.items():
        begin = 0 if place == min(starts) else start
        end = next((each for each in begins if each > max(begin, start)), len(folded))
        _state(reading, place, stated_priority(folded[begin:end]))


def _state(reading: _Reading, place: int, priority: Priority | None) -> None:
    if priority is not None and not reading.found[place].stated:
        reading.found[place] = replace(reading.found[place], priority=priority, stated=True)


def _settle(reading: _Reading, clause: Clause, folded: str) -> None:
    """What a clause without a task of its own says of the last one: its time ("it's due Friday"), how urgent it is."""
    _state(reading, -1, stated_priority(folded))
    last, at = reading.found[-1], reading.turn.said_at
    corrects = last.due is not None and _CORRECTS.match(folded) is not None
    if not corrects and (last.due is not None or not _ITS_TIME.match(folded)):
        return
    times = moments(clause.text, at)
    if not times:
        return
    due, exact = times[0].due, times[0].exact
    if last.due is not None and not exact and (_SAME_HOUR.search(folded) or _is_exact(last.due)):
        due, exact = due.replace(hour=last.due.hour, minute=last.due.minute), _is_exact(last.due)
    rings = (ring_before(due, at, exact=exact),) if corrects or not last.reminders else last.reminders
    reading.found[-1] = replace(last, due=due, reminders=tuple(ring for ring in rings if ring is not None))


def _tell_event(reading: _Reading, words: str) -> None:
    """An appointment told just before "remind me" is to be recalled: "I have a dentist appointment on Friday, remind me"."""
    at = reading.turn.said_at
    for text in (words, reading.told):
        times = moments(text, at)
        title = event_from(text, [(each.begin, each.end) for each in times if not each.attributive])
        if times and not names_nothing(title):
            due = times[0]
            ring = ring_on(due.start, due.due, at, exact=due.exact)
            confidence = round(_CONFIDENCE[Kind.ASKED] * _UNDATED, 3)
            reading.add(
                Commitment(title, reading.turn.id, at, due.due, reminders=(ring,) if ring else (), confidence=confidence), Kind.ASKED
            )
            return


def _remind_of_last(reading: _Reading, wanted: Moment | None, early: re.Match[str] | None) -> None:
    """What was said last is to be recalled: "remind me of that tomorrow", "remind me two days before"."""
    turn = reading.turn
    if not reading.found:
        said = next((each for each in reversed(reading.before) if each.role is Role.USER), None)
        known = commitments_of(said) if said is not None else []
        if not known:
            return
        reading.add(replace(known[-1], source=turn.id, said_at=turn.said_at), Kind.ASKED)
    last = reading.found[-1]
    moment: datetime | None = None
    if early and last.due is not None:
        moment = recalled_at(early, last.due, exact=_is_exact(last.due))
    elif wanted is not None:
        moment = ring_on(wanted.start, wanted.due, turn.said_at, exact=wanted.exact)
        last = last if last.due else replace(last, due=wanted.due)
    elif last.due is not None and not last.reminders:
        midnight = last.due.replace(hour=0, minute=0)
        moment = ring_on(midnight, last.due, turn.said_at, exact=_is_exact(last.due))
    if moment is not None and last.due is not None and moment > last.due:
        moment -= timedelta(days=7)  # "Wednesday evening", said on a Wednesday of what takes place on Thursday
    reading.found[-1] = replace(last, reminders=(moment,) if moment is not None and moment > turn.said_at else last.reminders)


def _distinct(found: list[Commitment]) -> Iterator[Commitment]:
    """Each task once; of two with the same title the one with a time."""
    best: dict[str, Commitment] = {}
    for each in found:
        known = best.get(each.title.lower())
        if known is None or (known.due is None and each.due is not None):
            best[each.title.lower()] = each
    yield from best.values()
