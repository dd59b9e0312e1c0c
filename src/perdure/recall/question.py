"""What a question says about where its answer stands: topic, people, dates, and what kind of question it is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from perdure.model.turn import Role
from perdure.ports.index import Speaker
from perdure.text.talk import TALK_WORDS, without_framing
from perdure.text.traits import sentences
from perdure.text.words import is_unspaced, query_words
from perdure.timex.expressions import TimeExpression, time_expressions

__all__ = ["Aim", "Question", "plain_question", "read_question", "words_of_talk"]


class Aim(StrEnum):
    """What somebody wants who asks.

    PAST: to know something that was said or happened. OVERVIEW: to see a whole development, so the answer is spread. REQUEST: help
    or advice now, for which standing instructions and preferences matter. CONTINUATION: to go on with something ("Okay, that's
    settled. What's next?"), so recent sessions of the same matter count.
    """

    PAST = "past"
    OVERVIEW = "overview"
    REQUEST = "request"
    CONTINUATION = "continuation"


_WHEN: Final = re.compile(r"\s*(?:when|what (?:day|date|month|year)|which (?:day|month|year))\b", re.IGNORECASE)
_HOW_MANY: Final = re.compile(
    r"\s*(?:how (?:many|much|old|long|often)|what (?:number|amount|percentage|percent|price|age))\b", re.IGNORECASE
)
# Questions whose answer is a proper name more often than not.
_WHO: Final = re.compile(
    r"\s*(?:who|whose|where|which|what (?:city|country|state|place|book|movie|film|song|game|series|company|band|restaurant|is the name"
    r"|are the names|was the name))\b",
    re.IGNORECASE,
)
# "What did you recommend?": the answer is the assistant's own turn.
_ASKS_ASSISTANT: Final = re.compile(
    r"\byour?\b.{0,80}?\b(?:recommend|suggest|advi[cs]e|said|told|tell|mention|explain|propos|list|provid|gave|give)",
    re.IGNORECASE | re.DOTALL,
)
# "Can you tell me when we moved?"
_LEAD: Final = re.compile(
    r"^\s*(?:(?:can|could|would|will) you |please )*(?:tell|remind|show) me,? |^\s*(?:do you|can you) (?:know|remember|recall),? ",
    re.IGNORECASE,
)
# "Can you suggest a restaurant?" asks for help now.
_ASKED_FOR: Final = re.compile(r"\b(?:can|could|would|will) you\b", re.IGNORECASE)
# "What is my budget?" wants the latest figure; a question in the past tense, or one that compares, wants others too.
_CURRENT: Final = re.compile(
    r"^\s*(?:what|when|where|which|who|how (?:many|much|long|often))\b.*\b(?:is|are|am|do|does|have|has|should)\b"
    r"|\b(?:current|currently|now|latest|recent|recently|still)\b",
    re.IGNORECASE,
)
_NOT_CURRENT: Final = re.compile(
    r"\b(?:did|was|were|had|used to|ever|before|after|first|originally|initially|between|across|different|total)\b", re.IGNORECASE
)
_OVERVIEW: Final = re.compile(
    r"\bsummar(?:y|i[sz]e)\b|\b(?:overview|timeline) of\b|\border in which\b|\bin (?:chronological )?order\b(?! to\b)", re.IGNORECASE
)
_OVERVIEW_WORDS: Final = 60
"""Longer messages may hold "in order" by chance."""
_REQUEST: Final = re.compile(
    r"\b(?:can|could|would|will) you\b|\bplease\b|\bhelp me\b|\bshould (?:i|we)\b|\bhow (?:do|can|would|could|should|might) (?:i|we)\b"
    r"|\b(?:suggest|recommend|advice|tips)\b",
    re.IGNORECASE,
)
_PAST: Final = re.compile(
    r"\b(?:did|had|have|has|was|were) (?:i|we|you)\b"
    r"|\b(?:i|we|you)(?:['’](?:ve|d))? (?:\w+ly )?(?:said|mention|told|discuss|talk|brought|describ|ask|shar|report|stat|wrote|spoke)",
    re.IGNORECASE,
)
# A sentence with a speaker in it, or one that takes up the talk, is part of a conversation and no question about it.
_SPEAKS: Final = re.compile(
    r"\b(?:i|we|you)\b|\blet['’]?s\b|^(?:ok|okay|alright|yes|yeah|yep|hi|hey|hello|g['’]day|thanks|thank you|got it|sounds good|understood"
    r"|agreed|hmm|regarding)\b|^(?:right|no|perfect|great|good|solid|nice|sure|well|so|cool|fine|exactly|absolutely)[,.!…]",
    re.IGNORECASE,
)
_OWN: Final = re.compile(r"\b(?:my|our|me|us)\b", re.IGNORECASE)
_CONTINUES: Final = re.compile(
    r"\bwhat['’]?s (?:the |our |my )?(?:\w+ ){0,2}next\b|\b(?:our|the) next (?:\w+ )?(?:step|move|phase|stage|task|item|priority)s?\b"
    r"|\bwhere (?:are|were) we\b|\b(?:from last time|left off|carry on|go on with|move on)\b|(?:^|[.!?] )ready (?:for|to)\b",
    re.IGNORECASE,
)
# "I forgot where I parked. Where was it?"
_ENDS_IN_THE_PAST: Final = re.compile(
    r"(?:^|[.!?] )(?:what|who|whom|when|where|why|which|how)\b[^.!?]{0,40}\b(?:did|was|were|had)\b[^.!?]*\?$", re.IGNORECASE
)
_LOOKS_UP: Final = re.compile(
    r"^(?:please )?(?:tell|show|list|find|give|remind|recall|search|look up|name|summari[sz]e|describe|explain|what|who|when|where|why|how"
    r"|which|is|are|am|do|does|did|was|were|has|have|had|can|could|would|will|should|shall|may|might|must)\b",
    re.IGNORECASE,
)
_SURE: Final = 0.4
_STATEMENT_WORDS: Final = 3
_TALK_TURNS: Final = 5
_TALK_CHARACTERS: Final = 600
"""The beginning of a long turn says what it is about."""
_TALK_WORDS_READ: Final = 30
_ASKING_MARKS: Final = ("?", "？", "؟")
_TELLING_MARKS: Final = (".", "!", "…", "。", "！")
_PARSED_CHARACTERS: Final = 8_000
"""Of a longer question the beginning is enough, and parsing stays well below a second."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question, read once.

    `words` and `bare` are its topic, without speakers' names and without what only frames it: names pull words and vectors to
    whoever says them most. `talk` are words of the turns just before it.
    """

    text: str
    words: tuple[str, ...]
    bare: str
    named: tuple[str, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    aim: Aim = Aim.PAST
    asks_when: bool = False
    asks_number: bool = False
    asks_name: bool = False
    asks_assistant: bool = False
    asks_current: bool = False
    peers: bool = False
    talk: tuple[str, ...] = ()


def _pattern(name: str, flags: int) -> re.Pattern[str]:
    if is_unspaced(name):
        return re.compile(re.escape(name))
    return re.compile(rf"(?<!\w){re.escape(name)}(?:['’]s)?(?!\w)", flags)


def _named(text: str, names: Sequence[str]) -> tuple[str, list[str]]:
    """The text without the names, and which it holds. If any is written as the speaker writes it, others in lower case are words."""
    for flags in (0, re.IGNORECASE):
        rest, found = text, list[str]()
        for name in names:
            rest, count = _pattern(name, flags).subn(" ", rest)
            if count:
                found.append(name)
        if found:
            return rest, found
    return text, []


def read_question(text: str, speakers: Sequence[Speaker], asked_at: datetime, history: Sequence[str] = ()) -> Question:
    """Read a question asked of a user whose turns were said by these speakers.

    `asked_at` is what "last week" is counted from; `history` are the texts said just before.
    """
    text = text[:_PARSED_CHARACTERS]
    names = sorted({speaker.name for speaker in speakers if speaker.name}, key=lambda name: (-len(name), name))
    people = {speaker.name for speaker in speakers if speaker.name and speaker.role is Role.USER}
    bare, named = _named(without_framing(text), names)
    asked = _LEAD.sub("", text)
    peers = len(people) > 1
    words = _topic(bare) or tuple(query_words(text))
    return Question(
        text=text,
        words=words,
        bare=bare if bare.strip() else text,
        named=tuple(named),
        times=tuple(one for one in time_expressions(text, asked_at) if one.confidence >= _SURE),
        aim=Aim.PAST if peers else _aim(without_framing(text)),
        asks_when=_WHEN.match(asked) is not None,
        asks_number=_HOW_MANY.match(asked) is not None,
        asks_name=_WHO.match(asked) is not None,
        asks_assistant=_ASKS_ASSISTANT.search(_ASKED_FOR.sub(" ", text)) is not None,
        asks_current=_CURRENT.search(text) is not None and _NOT_CURRENT.search(text) is None,
        peers=peers,
        talk=words_of_talk(history, words),
    )


def words_of_talk(turns: Sequence[str], asked: Sequence[str]) -> tuple[str, ...]:
    """Topic words of the last five turns of a running talk that the question itself does not hold, the latest first."""
    found: dict[str, None] = {}
    for turn in reversed(turns[-_TALK_TURNS:]):
        found |= dict.fromkeys(_topic(turn[:_TALK_CHARACTERS]))
    return tuple(word for word in found if word not in set(asked))[:_TALK_WORDS_READ]


def plain_question(text: str) -> Question:
    """A question taken as a bag of words, for the plain recipes."""
    return Question(text=text, words=tuple(query_words(text)), bare=text)


def _topic(bare: str) -> tuple[str, ...]:
    return tuple(word for word in query_words(bare) if word not in TALK_WORDS)


def _aim(text: str) -> Aim:
    if _OVERVIEW.search(text) and len(text.split()) < _OVERVIEW_WORDS:
        return Aim.OVERVIEW
    if _CONTINUES.search(text):
        return Aim.CONTINUATION
    if _ENDS_IN_THE_PAST.search(text.strip()):
        return Aim.PAST
    if any(_is_statement(sentence) for sentence in sentences(text)):
        return Aim.CONTINUATION
    if _PAST.search(text):
        return Aim.PAST
    return Aim.REQUEST if _REQUEST.search(text) else Aim.PAST


def _is_statement(sentence: str) -> bool:
    if sentence.endswith(_ASKING_MARKS) or len(sentence.split()) < _STATEMENT_WORDS:
        return False
    if _LOOKS_UP.match(sentence) is not None:
        return False
    # "our wifi password at home" looks something up, "My boss liked the slides." tells it.
    return _SPEAKS.search(sentence) is not None or (sentence.endswith(_TELLING_MARKS) and _OWN.search(sentence) is not None)
