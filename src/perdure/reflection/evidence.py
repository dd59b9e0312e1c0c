"""Whether the turns bear out what a language model made of them.

In doubt they do not: a statement that is turned away can still be found by its words, an invented one is believed.

Checked by words alone, so it holds for every model: a value, a quote, a name and a number must stand in the turn, the piece of the sentence
that they stand in must be about the same person, and what is denied there stays denied.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from perdure.model.statement import USER
from perdure.reflection.cues import BACKWARDS, NAMES_A_RELATION, fits, is_cued, joined_to_relation
from perdure.reflection.tokens import Token, content, find, tokens
from perdure.reflection.voices import Mention, Who, denied_at, denies, is_first_person, mentions, pieces
from perdure.text.clauses import Clause, clauses

__all__ = ["Claim", "Rejection", "Supported", "check_statement", "grounded", "supporting_clause"]

_THIRD_PERSON: Final = frozenset({"user", "me", "i", "speaker", "self"})
_SHORTEST_QUOTE: Final = 2
"""Tokens. One word is found in any text."""


class Rejection(StrEnum):
    """Why something that a model said is not believed; counted by name."""

    TURN = "no such turn"
    ROLE = "not said by the user"
    QUOTE = "quote does not occur"
    MOOD = "asked, quoted, imagined or not meant"
    VALUE = "value does not occur"
    ATTRIBUTE = "attribute is not spoken of"
    SUBJECT = "somebody else is meant"
    DENIAL = "denied or no longer so"
    NAME = "name does not occur"
    NUMBER = "number does not occur"
    WORDS = "words do not occur together"
    SOURCES = "no such sources"


@dataclass(frozen=True, slots=True)
class Claim:
    """What a model says that a turn states; as in `perdure.reflection.prompts.extract`."""

    quote: str
    subject: str = USER
    attribute: str | None = None
    value: str | None = None
    negated: bool = False
    order: bool = False
    """Whether it tells the assistant how to behave: then nobody is the subject."""


@dataclass(frozen=True, slots=True)
class Supported:
    """A claim that holds: the clause as it was said, and the subject ("user", or as the turn calls them)."""

    clause: str
    subject: str


def grounded(value: str, text: str) -> bool:
    """Whether a value stands in a text: word by word and in one clause.

    Case, accents, white space, punctuation, determiners, English endings and number words may differ; names and numbers must not.
    """
    given = tokens(value)
    return bool(content(given)) and any(find(given, tokens(clause.text)) for clause in clauses(text))


def supporting_clause(quote: str, text: str) -> Clause | Rejection:
    """The clause of a turn that a quote is from, if it is meant as it is said."""
    given = tokens(quote)
    if len(given) < _SHORTEST_QUOTE or find(given, tokens(text), exact=True) is None:
        return Rejection.QUOTE
    around = [clause for clause in clauses(text) if _overlap(given, tokens(clause.text))]
    meant = [clause for clause in around if not (clause.quoted or clause.question or clause.hypothetical or clause.sarcastic)]
    if not around:
        return Rejection.QUOTE
    # The same words may stand there twice, once as a question: which is meant nobody knows.
    return meant[0] if len(meant) == len(around) else Rejection.MOOD


def _overlap(given: Sequence[Token], clause: Sequence[Token]) -> bool:
    return find(given, clause, exact=True) is not None or (len(clause) >= _SHORTEST_QUOTE and find(clause, given, exact=True) is not None)


def check_statement(claim: Claim, text: str, speaker: str | None = None) -> Supported | Rejection:
    """Whether a turn of the user, whose name may be `speaker`, states what a model claims."""
    clause = supporting_clause(claim.quote, text)
    if isinstance(clause, Rejection):
        return clause
    subject = _subject(claim.subject, speaker)
    value = claim.value
    refused = _check_bare(claim, clause, subject) if value is None else _check_value(claim, value, clause, subject)
    return refused or Supported(clause.text, subject)


def _subject(said: str, speaker: str | None) -> str:
    words = [token.text for token in tokens(said)]
    own = [token.text for token in tokens(speaker or USER)]
    if words == own or (len(content(tokens(said))) <= 1 and not _THIRD_PERSON.isdisjoint(words)):
        return USER
    return said.strip()


def _check_bare(claim: Claim, clause: Clause, subject: str) -> Rejection | None:
    """A statement without a value is the clause as it was said: somebody must be in it, and a retraction must be one."""
    found = tokens(clause.text)
    if claim.attribute is not None and not (claim.negated and is_cued(claim.attribute, found)):
        return Rejection.ATTRIBUTE
    if claim.negated and not denies(found):
        return Rejection.DENIAL
    if claim.order:
        return None
    return None if any(_is_about(subject, found, mention) for mention in mentions(found)) else Rejection.SUBJECT


def _check_value(claim: Claim, value: str, clause: Clause, subject: str) -> Rejection | None:
    given = tokens(value)
    if not content(given):
        return Rejection.VALUE
    quote = tokens(claim.quote)
    found = [(piece, find(given, piece)) for piece in pieces(clause.text) if _overlap(quote, piece)]
    refused = [_check_place(claim, given, piece, place, subject) for piece, place in found if place]
    return Rejection.VALUE if not refused else None if None in refused else refused[0]


def _check_place(claim: Claim, given: Sequence[Token], piece: Sequence[Token], place: tuple[int, int], subject: str) -> Rejection | None:
    """A value at its place in a piece of a sentence."""
    if claim.attribute is not None and not (is_cued(claim.attribute, piece) and fits(claim.attribute, piece, *place)):
        return Rejection.ATTRIBUTE
    if not _denial_fits(claim, given, piece, place[0]):
        return Rejection.DENIAL
    if claim.order:
        return None
    if claim.attribute in NAMES_A_RELATION and joined_to_relation(piece, *place):
        return None if subject == USER and is_first_person(piece) else Rejection.SUBJECT
    others = [mention for mention in mentions(piece) if not place[0] <= mention.place < place[1]]
    before = [mention for mention in others if mention.place < place[0]]
    nearest = before[-1] if before else next(iter(others), None)
    return None if claim.attribute not in NAMES_A_RELATION and _is_about(subject, piece, nearest) else Rejection.SUBJECT


def _denial_fits(claim: Claim, given: Sequence[Token], piece: Sequence[Token], place: int) -> bool:
    if denies(given):
        return not claim.negated
    denied = denied_at(piece, place)
    own = BACKWARDS.get(claim.attribute or "")
    if denied and own is not None and not any(token.text.startswith(own) for token in piece):
        return not claim.negated
    return denied == claim.negated


def _is_about(subject: str, piece: Sequence[Token], nearest: Mention | None) -> bool:
    """Whether the one who is mentioned nearest is the one meant."""
    if subject == USER:
        return nearest is None or nearest.who is Who.SPEAKER
    if nearest is None:
        return False
    words = content(tokens(subject))
    if nearest.who is Who.RELATION:
        there = {token.text for token in piece}
        return (_has(words, nearest.word) or _has(words, nearest.name)) and all(
            token.text == USER or token.text in there for token in words
        )
    return nearest.who is Who.NAMED and _has(words, nearest.word) and find(words, piece, exact=True) is not None


def _has(found: Iterable[Token], text: str) -> bool:
    return any(token.text == text for token in found)
