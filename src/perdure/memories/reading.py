"""The statements of a turn: what a person said of themself and their world that is worth remembering.

Rules alone, no model: a text is cut into clauses, what is asked, quoted, imagined or not meant is left out, and the grammar of its
language reads the rest. An invented fact is worse than a missed one, so what fits no rule is not stated.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial
from importlib import import_module
from typing import Final

from perdure.memories.extraction.answers import answer, plays
from perdure.memories.extraction.dating import period
from perdure.memories.extraction.found import Context, Found
from perdure.memories.extraction.languages import language_of
from perdure.memories.extraction.mending import is_correction, mended, taken_back, without_contradictions
from perdure.model.statement import USER, Reason, Statement
from perdure.model.turn import Role, Turn
from perdure.text.clauses import Clause, clauses

__all__ = ["statements_of"]

_MODULES: Final = {"de": "german", "es": "spanish", "fr": "french", "zh": "chinese", "ja": "japanese"}
_DOUBTFUL: Final = 0.4


def statements_of(turn: Turn, *, peers: bool = False, before: Sequence[Turn] = ()) -> list[Statement]:
    """What a user's turn states, in its order; the turns of others state nothing.

    Args:
        turn: its text is read to the 4,000th character.
        peers: several people talk with each other, so that "I" is the speaker's name and not "user".
        before: the turns just before it in the session, for bare answers to a question and plays that go on.
    """
    if turn.role is not Role.USER or (before and plays(before)):
        return []
    context = Context(turn.speaker if peers and turn.speaker else USER, peers=peers)
    read: list[tuple[Clause, Found]] = []
    for clause, found in _found(turn, context, before):
        if found.names:
            read = [(where, one) for where, one in read if (one.attribute, one.value) != (found.attribute, found.names)]
        read.append((clause, found))
    read = [(clause, found) for clause, found in read if not _says_less(found, read)]
    settled = without_contradictions([found for _, found in read])
    return [_statement(turn, clause, found, context.me) for (clause, _), found in zip(read, settled, strict=True)]


def _says_less(found: Found, read: Sequence[tuple[Clause, Found]]) -> bool:
    """Whether an end without a value is also stated with one: "Marco and I split up"."""
    if not found.retracts or found.value or found.attribute is None:
        return False
    return any(other.retracts and other.value and (other.attribute, other.subject) == (found.attribute, found.subject) for _, other in read)


@cache
def _reader(language: str) -> Callable[[Clause, Context], list[Found]]:
    """How a language is read; its patterns are loaded with the first text in it, not with the program."""
    if language not in _MODULES:
        from perdure.memories.extraction.english.reading import read

        return read
    from perdure.memories.extraction.tongues import Tongue, read_with

    tongue: Tongue = import_module(f"perdure.memories.extraction.{_MODULES[language]}").TONGUE
    return partial(read_with, tongue)


def _found(turn: Turn, context: Context, before: Sequence[Turn]) -> Iterator[tuple[Clause, Found]]:
    """Each finding once, with its clause."""
    read = _reader(language_of(turn.text))
    seen: set[tuple[str | None, str | None, str, bool]] = set()
    for place, clause in enumerate(clauses(turn.text)):
        if clause.quoted or clause.sarcastic or clause.hypothetical:
            continue
        findings = read(clause, context)
        if not findings and place == 0 and (answered := answer(clause, before, context.me)):
            findings = [answered]
        for found in findings:
            one = _mended(turn.text, clause, found)
            key = (one.subject, one.attribute, one.value or clause.text, one.retracts)
            if key not in seen:
                seen.add(key)
                yield clause, one


def _mended(text: str, clause: Clause, found: Found) -> Found:
    end = clause.start + found.end
    if found.value and taken_back(text, end):
        return replace(found, confidence=_DOUBTFUL)
    if instead := mended(text, end, found):
        return instead
    if not found.corrects and found.attribute and is_correction(clause.text, found):
        return replace(found, corrects=True)
    return found


def _statement(turn: Turn, clause: Clause, found: Found, me: str) -> Statement:
    start, stop = period(clause.text, found, turn.said_at)
    reason = Reason.CORRECTION if found.corrects and found.reason is not Reason.ASKED else found.reason
    return Statement(
        text=clause.text,
        kind=found.kind,
        reason=reason,
        source=turn.id,
        said_at=turn.said_at,
        valid_from=start,
        valid_until=stop,
        subject=found.subject or me,
        attribute=found.attribute,
        value=found.value,
        retracts=found.retracts,
        corrects=found.corrects,
        confidence=round(found.confidence, 3),
    )
