"""What a new statement does to what is known: it adds, confirms, replaces, retracts, or nothing.

A memory that is retired wrongly costs more than one that is kept twice, so in doubt a statement is added and nothing ends.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from perdure.errors import UnknownMemory
from perdure.memories.attributes import is_single
from perdure.memories.consolidation import said_words
from perdure.memories.profile import extends, folded, same_value, value_key
from perdure.model.memory import Kind, Memory
from perdure.model.statement import USER, Reason, Statement
from perdure.text.words import is_unspaced

__all__ = ["Action", "Decision", "Ending", "Undoing", "settle", "undone"]

_SURE: Final = 0.5
"""A statement that is less sure than this ends nothing."""
_VERY_SURE: Final = 0.8
"""Needed to end what the user asked to keep."""
_STINT: Final = timedelta(days=365)
"""What ended longer than this before a memory began was another time of the same thing: who is back in Berlin was there before."""
_OPPOSITE: Final = {"likes": "dislikes", "dislikes": "likes"}
_PEOPLE: Final = frozenset({"pet", "child", "sibling", "parent", "friend"})
"""Of many values those that have names: a first name is completed by a family name."""
_GRADED: Final = frozenset({"medication", "speaks", "skill"})
"""Of many values those that a number completes: a dose, a level."""
_BROADER: Final = frozenset("name home origin employer occupation school studies partner car birthday".split())
"""Where less is said of something known in detail, it says the same: "I'm Anna", "I live in Germany"."""
_AND: Final = frozenset("and und y et or oder o ou with mit con avec".split())
_JUST: Final = "(?:just|only|merely|nur|bloß|solo|solamente|seulement|que)\\b"
_QUOTED: Final = 60
_READ: Final = 4_000


class Action(StrEnum):
    """What becomes of a statement.

    `ADD`: a new memory, and nothing ends. `CONFIRM`: a known memory has one more source. `REPLACE`: a new memory takes the place of
    others. `RETRACT`: others end, and nothing is new. `IGNORE`: nothing changes.
    """

    ADD = "add"
    CONFIRM = "confirm"
    REPLACE = "replace"
    RETRACT = "retract"
    IGNORE = "ignore"


@dataclass(frozen=True, slots=True)
class Ending:
    """A memory that ends, and until when it was true. If that is its `valid_from`, it never was."""

    id: str
    valid_until: datetime


@dataclass(frozen=True, slots=True)
class Decision:
    """What a statement does. `because` is a sentence for people, to be kept as `ended_because` of what ends.

    `confirms` is the memory that the statement says again; `ends_at` the end of the new memory's own validity, None if it goes on.
    """

    action: Action
    because: str
    endings: tuple[Ending, ...] = ()
    confirms: str | None = None
    ends_at: datetime | None = None

    @property
    def targets(self) -> tuple[str, ...]:
        """Ids of the memories that end."""
        return tuple(ending.id for ending in self.endings)


@dataclass(frozen=True, slots=True)
class Undoing:
    """What it takes to undo: the memories in `restores` have no end any more, those in `endings` end.

    Who carries it out marks what ends as superseded by what came back; so undoing it again brings it back in turn.
    """

    because: str
    restores: tuple[str, ...]
    endings: tuple[Ending, ...]


def settle(statement: Statement, known: Sequence[Memory]) -> Decision:
    """Decide what a statement does to what is known of its subject.

    Args:
        statement: what was said.
        known: memories that it may concern: of the same attribute, or without one (those of "likes" beside "dislikes" too). Others are
            left alone. Ended ones may be among them; they tell where something belongs that was said earlier and is read later.
    """
    mine = [memory for memory in known if (memory.subject or USER) == statement.subject]
    if statement.attribute is None or (statement.value is None and not statement.retracts):
        return _by_text(statement, mine)
    if statement.value is not None and not value_key(statement.attribute, statement.value):
        return Decision(Action.IGNORE, f"ignored: {_quoted(statement.value)} names no value")
    opposite = _OPPOSITE.get(statement.attribute)
    related = [memory for memory in mine if memory.value is not None and memory.attribute in {statement.attribute, opposite}]
    return _retracted(statement, related) if statement.retracts else _stated(statement, related)


def undone(chain: Sequence[Memory], memory_id: str) -> Undoing:
    """Take back what was settled.

    Args:
        chain: memories, current and ended, that superseded each other; of several versions the last counts.
        memory_id: an ended memory, which comes back, and what stands in its place goes; or a current one, which goes, and what it
            ended last comes back.

    Raises:
        UnknownMemory: the chain has none of that id.
    """
    latest = {memory.id: memory for memory in sorted(chain, key=lambda memory: memory.version)}
    chosen = latest.get(memory_id)
    if chosen is None:
        raise UnknownMemory(f"There is no memory {memory_id!r}. Nothing was changed.")
    if chosen.ended_at is not None or chosen.superseded_by is not None:
        last = _last_after(chosen, latest)
        endings = () if last is None else (Ending(last.id, last.valid_from),)
        return Undoing(f"undone: {_named(chosen)} holds again", (chosen.id,), endings)
    former = [memory for memory in latest.values() if memory.superseded_by == memory_id and memory.id != memory_id]
    final = max((memory.ended_at or memory.said_at for memory in former), default=None)
    former = sorted((memory for memory in former if (memory.ended_at or memory.said_at) == final), key=lambda memory: memory.id)
    instead = f", {_listed(former)} again" if former else ""
    restores = tuple(memory.id for memory in former)
    return Undoing(f"undone: not {_named(chosen)}{instead}", restores, (Ending(chosen.id, chosen.valid_from),))


def _last_after(memory: Memory, latest: dict[str, Memory]) -> Memory | None:
    """The current memory that stands at the end of what took a memory's place, if there is one."""
    seen = {memory.id}
    while memory.superseded_by is not None and memory.superseded_by not in seen and memory.superseded_by in latest:
        memory = latest[memory.superseded_by]
        seen.add(memory.id)
    return memory if len(seen) > 1 and _is_open(memory) else None


def _stated(statement: Statement, related: list[Memory]) -> Decision:
    attribute, value = statement.attribute or "", statement.value or ""
    equal, others = _parted(attribute, value, [memory for memory in related if memory.attribute == attribute])
    current = [memory for memory in equal if _is_open(memory)]
    if statement.valid_until is not None:
        return _bounded(statement, current, statement.valid_until)
    if statement.corrects and (wrong := _wrong(statement, others)):
        because = f"corrected: {_quoted(value)}, not {_listed(wrong)}"
        return Decision(Action.REPLACE, because, tuple(Ending(memory.id, memory.valid_from) for memory in wrong))
    if is_single(attribute) and (end := _overtaken(statement, others)) is not None:
        if covering := [memory for memory in equal if memory.valid_from <= statement.said_at < (memory.valid_until or end)]:
            return _confirmed(statement, covering[0])
        return Decision(Action.ADD, f"added as past: {_quoted(value)} was said before what is known since {_day(end)}", ends_at=end)
    if current:
        return _confirmed(statement, current[0])
    contrary = [memory for memory in related if memory.attribute != attribute and same_value(attribute, memory.value or "", value)]
    return _placed(statement, [memory for memory in others if _is_open(memory)], [memory for memory in contrary if _is_open(memory)])


def _placed(statement: Statement, others: list[Memory], contrary: list[Memory]) -> Decision:
    """A value that was not known: beside the others, or in their place."""
    attribute, value = statement.attribute or "", statement.value or ""
    if attribute in _BROADER and (detailed := [memory for memory in others if extends(attribute, memory.value or "", value)]):
        return _confirmed(statement, detailed[0])
    refined = [memory for memory in others if _refines(attribute, value, memory.value or "")]
    if is_single(attribute):
        ends = [] if statement.reason is Reason.PLAN else others
    else:
        # One of several that could be meant is none.
        ends = contrary + (refined if len(refined) == 1 else [])
    ends = [memory for memory in ends if _may_end(statement, memory) and _in_turn(statement, memory)]
    if not ends:
        doubt = f", beside {_listed(others)}" if others else ""
        return Decision(Action.ADD, f"added: {attribute} {_quoted(value)}{doubt}")
    if refined == ends:
        because = f"refined: {_quoted(value)} says more than {_listed(ends)}"
    else:
        because = f"replaced: {_quoted(value)} took the place of {_listed(ends)} on {_day(statement.valid_from)}"
    return Decision(Action.REPLACE, because, tuple(Ending(memory.id, _end_between(memory, statement)) for memory in ends))


def _related(attribute: str, one: str, other: str) -> bool:
    """Whether one of two values says the other in more detail."""
    return extends(attribute, one, other) or extends(attribute, other, one)


def _refines(attribute: str, value: str, known: str) -> bool:
    single = is_single(attribute)
    if not (single or attribute in _PEOPLE or attribute in _GRADED) or not extends(attribute, value, known):
        return False
    added = value_key(attribute, value).removeprefix(value_key(attribute, known)).split()
    if attribute in _PEOPLE:
        return known[:1].isupper() and _AND.isdisjoint(added)
    return single or any(word[0].isdigit() for word in added)


def _bounded(statement: Statement, current: list[Memory], end: datetime) -> Decision:
    """A value with an end of its own: it ends what is known to have it, or stands beside what is known."""
    ends = [memory for memory in current if memory.valid_from <= end <= statement.said_at and _may_end(statement, memory)]
    if ends:
        because = f"retracted: {_listed(ends)} held until {_day(end)}"
        return Decision(Action.RETRACT, because, tuple(Ending(memory.id, end) for memory in ends))
    return Decision(Action.ADD, f"added: {statement.attribute} {_quoted(statement.value or '')} until {_day(end)}", ends_at=end)


def _wrong(statement: Statement, others: list[Memory]) -> list[Memory]:
    """The values that a correction says were never true."""
    attribute = statement.attribute or ""
    candidates = [memory for memory in others if _is_open(memory) and _may_end(statement, memory)]
    if is_single(attribute):
        candidates = [memory for memory in candidates if not _related(attribute, memory.value or "", statement.value or "")]
        # With a beginning of its own ("since May") it tells of a change, and the former value was true before.
        if statement.valid_from != statement.said_at:
            return [memory for memory in candidates if memory.valid_from >= statement.valid_from]
        return candidates
    denied = [memory for memory in candidates if _denied(memory.value or "", statement.text)]
    misspelt = [memory for memory in candidates if _misspelt(memory.value or "", statement.value or "")]
    return denied or (misspelt if len(misspelt) == 1 else [])


def _denied(value: str, text: str) -> bool:
    """Whether a text names a value right after a word of negation: "not peanuts"."""
    value, text = folded(value).strip(), folded(text[:_READ])
    if not value:
        return False
    if is_unspaced(value):
        return f"不是{value}" in text or f"{value}ではな" in text or f"{value}じゃな" in text
    return re.search(rf"\b(?:not|no|nicht|kein|keine|pas|non)(?! {_JUST})(?: \w+){{0,2}} {re.escape(value)}\b", text) is not None


def _misspelt(one: str, other: str) -> bool:
    """Whether two names differ in one letter, as "Jon" and "John" do."""
    short, long = sorted((folded(one).strip(), folded(other).strip()), key=len)
    if len(long) - len(short) > 1 or len(long) < 4 or short == long or not one[:1].isupper() or not other[:1].isupper():
        return False
    start = next((place for place, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return short[start + (len(short) == len(long)) :] == long[start + 1 :]


def _retracted(statement: Statement, related: list[Memory]) -> Decision:
    attribute = statement.attribute or ""
    related = [memory for memory in related if memory.attribute == attribute]
    current = [memory for memory in related if _is_open(memory)]
    named = current if statement.value is None else _meant(attribute, statement.value, current)
    if statement.value is None and not is_single(attribute) and len(named) != 1:
        return Decision(Action.IGNORE, f"ignored: which {attribute} holds no longer is not said")
    if named:
        ends = [memory for memory in named if _may_end(statement, memory)]
        if not ends:
            return Decision(Action.IGNORE, f"ignored: not sure enough, or not late enough, to end {_listed(named)}")
        if (end := statement.valid_until) is None or any(end > memory.valid_from - _STINT for memory in ends):
            at = end or statement.said_at
            endings = tuple(Ending(memory.id, memory.valid_from if statement.corrects else max(at, memory.valid_from)) for memory in ends)
            until = "was never so" if statement.corrects else f"held until {_day(max(ending.valid_until for ending in endings))}"
            return Decision(Action.RETRACT, f"retracted: {_listed(ends)} {until}", endings)
    ended = [memory for memory in related if not _is_open(memory) and same_value(attribute, memory.value or "", statement.value or "")]
    if statement.value is None or statement.corrects or (ended and not named):
        return Decision(Action.IGNORE, f"ignored: no {attribute} is known that could end")
    # Its beginning is unknown, so it ends at the latest when it was said, and never before it began.
    end = max(min(statement.valid_until or statement.said_at, statement.said_at), statement.valid_from)
    return Decision(Action.ADD, f"added as past: {attribute} {_quoted(statement.value)} until {_day(end)}", ends_at=end)


def _meant(attribute: str, value: str, current: list[Memory]) -> list[Memory]:
    """The memories whose value is named, in other words or with more or less detail where that names the same thing."""
    near, others = _parted(attribute, value, current)
    if near:
        return near
    if attribute in _BROADER:
        near = [memory for memory in others if _related(attribute, memory.value or "", value)]
    elif attribute in _PEOPLE and value[:1].isupper():
        words = set(value_key(attribute, value).split())
        near = [memory for memory in others if words <= set(value_key(attribute, memory.value or "").split())]
    return near if len(near) == 1 else []


def _by_text(statement: Statement, mine: list[Memory]) -> Decision:
    """A statement that fits no attribute: known if it was said in the same words, ended by one that says the opposite."""
    said, negated = said_words(statement.text)
    key = max((word for word in said if word not in {"like", "use"}), key=len, default="")[:4]
    ends: list[Memory] = []
    for memory in mine if said else ():
        if not _is_open(memory) or (key and memory.text.isascii() and key not in memory.text.casefold()):
            continue
        known, known_negated = said_words(memory.text)
        if _topic(known) != _topic(said):
            continue
        if known_negated == negated and known == said and not statement.retracts and _same_occasion(statement, memory):
            return _confirmed(statement, memory)
        if memory.attribute is None and {negated, known_negated} == {0, 1} and _can_turn(statement, memory):
            ends.append(memory)
    later = [memory for memory in ends if memory.said_at > statement.said_at and memory.confidence >= _needed(statement)]
    if later and statement.valid_until is None:
        end = min(_end_between(statement, memory) for memory in later)
        return Decision(Action.ADD, f"added as past: {_named(later[0])} was said later", ends_at=end)
    ends = [memory for memory in ends if _may_end(statement, memory) and _in_turn(statement, memory)]
    if not ends or statement.valid_until is not None:
        return Decision(Action.ADD, f"added: {_quoted(statement.text)}", ends_at=statement.valid_until)
    because = f"replaced: {_quoted(statement.text)} took the place of {_listed(ends)} on {_day(statement.valid_from)}"
    return Decision(Action.REPLACE, because, tuple(Ending(memory.id, _end_between(memory, statement)) for memory in ends))


def _can_turn(statement: Statement, memory: Memory) -> bool:
    """Orders and likings are turned round by their opposite; other statements only by one that says it holds no longer."""
    turned = statement.kind in {Kind.DIRECTIVE, Kind.PREFERENCE} or statement.retracts
    return turned and memory.kind in {statement.kind, Kind.FACT if statement.retracts else statement.kind}


def _same_occasion(statement: Statement, memory: Memory) -> bool:
    """What happens twice is two memories."""
    same_day = statement.valid_from.date() == memory.valid_from.astimezone(statement.valid_from.tzinfo).date()
    return same_day or Kind.EPISODE not in {statement.kind, memory.kind}


def _topic(words: list[str]) -> list[str]:
    """What it is about, which is the same for "use emoji" and "emoji"."""
    return [word for word in words if word != "use"] or words


def _parted(attribute: str, value: str, memories: Iterable[Memory]) -> tuple[list[Memory], list[Memory]]:
    """Memories that have the value, in whatever words, and the others."""
    key = value_key(attribute, value)
    equal: list[Memory] = []
    others: list[Memory] = []
    for memory in memories:
        (equal if value_key(attribute, memory.value or "") == key else others).append(memory)
    return equal, others


def _is_open(memory: Memory) -> bool:
    return memory.valid_until is None and memory.ended_at is None


def _may_end(statement: Statement, memory: Memory) -> bool:
    """Whether a statement is late and sure enough to end a memory."""
    return statement.said_at >= memory.said_at and statement.confidence >= _needed(memory)


def _needed(ended: Memory | Statement) -> float:
    """How sure one must be to end this."""
    asked = ended.reason is None or ended.reason == Reason.ASKED or (isinstance(ended, Memory) and ended.pinned)
    return _VERY_SURE if asked else _SURE


def _in_turn(statement: Statement, memory: Memory) -> bool:
    """Two values of one breath contradict each other, unless one is said to begin later."""
    return statement.source not in memory.sources or statement.valid_from > memory.valid_from


def _overtaken(statement: Statement, others: Iterable[Memory]) -> datetime | None:
    """When something that was said later took a statement's place, or None if nothing did."""
    later = [
        memory
        for memory in others
        if memory.said_at > statement.said_at
        and memory.confidence >= _needed(statement)
        and memory.reason != Reason.PLAN
        # What had an end from the beginning never took the place of anything, and what was corrected was never there.
        and (memory.valid_until is None or (memory.ended_at is not None and memory.valid_until > memory.valid_from))
    ]
    return min((_end_between(statement, memory) for memory in later), default=None)


def _end_between(old: Memory | Statement, new: Memory | Statement) -> datetime:
    """Until when an old value was true: what was said of its time stays true, even if the new one is said to be older."""
    return new.valid_from if new.valid_from > old.valid_from else max(new.said_at, old.valid_from)


def _confirmed(statement: Statement, memory: Memory) -> Decision:
    said = statement.value if statement.attribute and statement.value else statement.text
    return Decision(Action.CONFIRM, f"confirmed: {_quoted(said)} is known as {_named(memory)}", confirms=memory.id)


def _named(memory: Memory) -> str:
    return _quoted(memory.value if memory.attribute and memory.value else memory.text)


def _listed(memories: Sequence[Memory]) -> str:
    names = [_named(memory) for memory in memories[:3]]
    return ", ".join(names) + (f" and {len(memories) - 3} more" if len(memories) > 3 else "")


def _quoted(text: str) -> str:
    line = " ".join(text.split())
    return f'"{line if len(line) <= _QUOTED else line[: _QUOTED - 1] + "…"}"'


def _day(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d}"
