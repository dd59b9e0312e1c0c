"""Answers that are no sentence: "What is your name?" - "Dorothy"."""

import re
from collections.abc import Sequence
from typing import Final

from perdure.memories.extraction.found import Found, kind_and_reason
from perdure.model.turn import Role, Turn
from perdure.text.clauses import Clause
from perdure.text.moods import FICTION_TO_THE_END

__all__ = ["answer", "plays"]

_ASKED: Final = tuple(
    (re.compile(pattern, re.IGNORECASE), attribute)
    for pattern, attribute in (
        (r"\b(?:what(?:'s| is) your name|(?:shall|should|may|can) i call you|your name\?|wie hei(?:ß|ss)|cómo te llamas)", "name"),
        (r"\bcomment (?:tu t'appelles|vous appelez)|你叫什么|お名前", "name"),
        (r"\b(?:where do you live|where are you (?:based|located)|which city|wo wohn|dónde vives|où habite)|你住在哪|お住まい", "home"),
        (r"\b(?:how old are you|your age\?|wie alt|cuántos años tienes|quel âge)|你多大|おいくつ", "age"),
        (r"\b(?:where do you work|who do you work for|which company)", "employer"),
        (r"\b(?:what do you do (?:for (?:a living|work)|professionally)|what(?:'s| is) your (?:job|profession|occupation))", "occupation"),
        (r"\b(?:any|have you (?:got )?(?:any )?|do you have (?:any )?)(?:food )?allerg", "allergy"),
        (r"\bwhere are you (?:originally )?from\b", "origin"),
        (r"\bwhat(?:'s| is) (?:your|the) (?:dog|cat|pet|puppy|kitten)'?s? (?:name|called)|\bwhat(?:'s| is) (?:he|she|it) called", "pet"),
        (r"\bwhat(?:'s| is) your budget|how much (?:do you want|would you like|can you) (?:to )?spend", "budget"),
    )
)
_FAVOURITE: Final = re.compile(r"\bwhat(?:'s| is) your favou?rite (?P<noun>[a-z]+)", re.IGNORECASE)
_ANSWER: Final = re.compile(
    r"^(?:(?:oh|well|sure|yes|yeah|ok|um+|it's|its|it is|i'm|at|in|from|to|i think|just|an?|"
    r"the)[\s,]+)*(?P<v>[\w$€£'’.&+-]+(?:\s[\w'’.&-]+){0,3}?)(?:\s+(?:here|now|please|lol|haha|mostly|"
    r"i guess))?\s*[.!]*$",
    re.IGNORECASE,
)
_NO_ANSWER: Final = frozenset(
    """no none nope nothing yes yeah yep sure ok okay thanks thank you nobody never maybe idk dunno what why how skip pass secret
    private guess whatever any anything nowhere good great fine cool nice perfect awesome not me you it that this please wow really
    stop""".split()
)
_SHAPES: Final = {
    "age": re.compile(r"\d{1,3}$"),
    "budget": re.compile(r".*\d"),
    "name": re.compile(r"[^\W\d]"),
    "pet": re.compile(r"[^\W\d]"),
}
_OVER: Final = re.compile(r"\b(?:stop|enough|that was|end of|thanks|thank you|back to|ok so|finished)\b", re.IGNORECASE)


def answer(clause: Clause, before: Sequence[Turn], me: str) -> Found | None:
    """What the first clause of a turn answers to the question of the assistant just before it; None if it is no bare answer."""
    if not before or before[-1].role is not Role.ASSISTANT or clause.question:
        return None
    attribute = _asked(before[-1].text)
    match = _ANSWER.match(clause.text) if attribute else None
    if attribute is None or match is None or match["v"].split()[0].lower().strip(".'") in _NO_ANSWER:
        return None
    shape = _SHAPES.get(attribute)
    if shape is not None and not shape.match(match["v"]):
        return None
    kind, reason = kind_and_reason(attribute)
    value = match["v"].rstrip(".")
    return Found(attribute, value, kind, reason, match.start("v"), match.start("v") + len(value), subject=me, confidence=0.75)


def _asked(text: str) -> str | None:
    question = text.rstrip()[-200:]
    if not question.endswith(("?", "？")):
        return None
    if favourite := _FAVOURITE.search(question):
        return f"favourite {favourite['noun'].lower()}"
    found = [attribute for pattern, attribute in _ASKED if pattern.search(question)]
    return found[0] if len(found) == 1 else None


def plays(before: Sequence[Turn]) -> bool:
    """Whether a play or story that was begun in an earlier turn goes on."""
    playing = False
    for turn in before:
        if turn.role is Role.USER:
            playing = FICTION_TO_THE_END.search(turn.text[:400]) is not None or (playing and _OVER.search(turn.text[:200]) is None)
    return playing
