"""What a question says about where its answer stands: words, people, dates, kind."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from perdure.model.turn import Role
from perdure.ports.index import Speaker
from perdure.text.words import query_words
from perdure.timex.dates import DateMention, date_mentions

__all__ = ["Question", "read_question"]

_WHEN: Final = re.compile(r"\s*(?:when|what (?:day|date|month|year)|which (?:day|month|year))\b", re.IGNORECASE)
# "What did you recommend?": the answer is the assistant's own turn.
_ASKS_ASSISTANT: Final = re.compile(
    r"\byour?\b.{0,80}?\b(?:recommend|suggest|advi[cs]e|said|told|tell|mention|explain|propos|list|provid|gave|give)",
    re.IGNORECASE | re.DOTALL,
)
_PARSED_CHARACTERS: Final = 8_000
"""Of a longer question the beginning is enough, and parsing stays well below a second."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question, read once. `bare` is the text without speakers' names: names pull vectors to whoever says them most."""

    text: str
    words: tuple[str, ...]
    bare: str
    named: tuple[str, ...]
    dates: tuple[DateMention, ...]
    asks_when: bool
    asks_assistant: bool
    peers: bool


def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?:['’]s)?(?!\w)", re.IGNORECASE)


def read_question(text: str, speakers: Sequence[Speaker]) -> Question:
    """Read a question asked of a user whose turns were said by these speakers."""
    text = text[:_PARSED_CHARACTERS]
    names = sorted({speaker.name for speaker in speakers if speaker.name}, key=lambda name: (-len(name), name))
    people = {speaker.name for speaker in speakers if speaker.name and speaker.role is Role.USER}
    bare, named = text, list[str]()
    for name in names:
        bare, count = _pattern(name).subn(" ", bare)
        if count:
            named.append(name)
    return Question(
        text=text,
        words=tuple(query_words(text)),
        bare=bare if bare.strip() else text,
        named=tuple(named),
        dates=tuple(date_mentions(text)),
        asks_when=_WHEN.match(text) is not None,
        asks_assistant=_ASKS_ASSISTANT.search(text) is not None,
        peers=len(people) > 1,
    )
