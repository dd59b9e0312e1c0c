"""What is known of a user's attributes: set by hand, or read out of what they said."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from perdure.memories.attributes import asked_with, is_single
from perdure.memories.profile import current_profile, known_at
from perdure.model.memory import Kind, Memory
from perdure.model.profile import Attribute
from perdure.model.statement import USER
from perdure.ports.engine import Reader, Writer
from perdure.text.words import index_words

__all__ = ["ALWAYS", "asked_for", "compact", "memories_about", "profile_of", "standing_of"]

ALWAYS: Final = frozenset(
    """name nickname pronouns age home origin employer occupation relationship partner child language timezone diet allergy condition
    medication account""".split()
)
"""What an answer may have to heed whatever is asked; the rest is told where it is asked for."""
_MOST: Final = 1000
_STANDING: Final = 20
_STEM: Final = 5


def memories_about(reader: Reader | Writer, subject: str, *, attribute: str | None = None, ended: bool = False) -> list[Memory]:
    """Memories of a subject that fit the profile."""
    found = reader.memories.list([], _MOST, subject=subject, attribute=attribute, include_ended=ended)
    return [memory for memory in found if memory.attribute is not None and memory.value is not None]


def profile_of(
    reader: Reader | Writer,
    subject: str = USER,
    *,
    at: datetime | None = None,
    as_of: datetime | None = None,
    now: datetime | None = None,
    without: Collection[str] = (),
) -> list[Attribute]:
    """The attributes of a subject, by name: now, or what was true `at`; as it was known `as_of`. `without` these memories.

    With `now` given, what is stated to end later ("until June") still holds.
    """
    past = at is not None or as_of is not None
    by_hand = (reader.profile.history() if past else reader.profile.current()) if subject == USER else []
    memories = [memory for memory in memories_about(reader, subject, ended=past) if memory.id not in without]
    if as_of is not None:
        by_hand = [replace(held, valid_until=None) if _open_then(held, as_of) else held for held in by_hand if held.valid_from <= as_of]
        memories = [_as_known(memory, as_of) for memory in known_at(memories, as_of)]
    elif now is not None and not past:
        memories = [replace(one, valid_until=None) if one.valid_until is not None and one.valid_until > now else one for one in memories]
    return current_profile(by_hand, memories, subject, at=at if at is not None else as_of)


def _open_then(held: Attribute, moment: datetime) -> bool:
    return held.valid_until is not None and held.valid_until > moment


def _as_known(memory: Memory, moment: datetime) -> Memory:
    """The memory without the end that was learnt later."""
    if memory.ended_at is not None and memory.ended_at > moment:
        return replace(memory, valid_until=None, ended_at=None, superseded_by=None)
    return memory


def standing_of(reader: Reader | Writer, message: str) -> list[Memory]:
    """Preferences and directives to be told one by one, pinned ones first, then the newest.

    Those that the user asked to keep, unless they are of one thing that the message does not ask for, and what does not fit the
    profile.
    """
    listed = reader.memories.list([Kind.PREFERENCE, Kind.DIRECTIVE], 2 * _STANDING)
    return [memory for memory in listed if memory.pinned or _stands(memory, message)][:_STANDING]


def _stands(memory: Memory, message: str) -> bool:
    if memory.attribute is None:
        return True
    of_one_thing = " " in memory.attribute
    return memory.reason is None and (not of_one_thing or bool(_stems(message) & _stems(f"{memory.attribute} {memory.value}")))


def asked_for(attributes: Sequence[Attribute], message: str) -> list[Attribute]:
    """Those that a message asks for: by the words that people ask for an attribute with, its name, or its value."""
    said = _stems(message)
    return [held for held in attributes if said & _stems(f"{held.name} {held.value} {asked_with(held.name)}")]


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in index_words(text)}


def compact(attributes: Sequence[Attribute], message: str, by_hand: Sequence[Attribute] = ()) -> list[Attribute]:
    """The profile as a context shows it: one line an attribute, and only what always matters, was set `by_hand` or is asked for."""
    given = {(held.name, held.value) for held in by_hand}  # what an application set is there to be shown
    asked = {(held.name, held.value) for held in asked_for(attributes, message)}
    lines: dict[str, Attribute] = {}
    for held in attributes:
        if held.name not in ALWAYS and (held.name, held.value) not in asked | given:
            continue
        known = lines.get(held.name)
        if known is None or is_single(held.name):
            lines[held.name] = held
        else:
            lines[held.name] = replace(known, value=f"{known.value}, {held.value}")
    return list(lines.values())
