"""A thread's title and summary without a language model: its most telling sentences, in the order they were said.

A summary is made of the thread's latest turns alone, a fixed number of them, so extending it turn by turn costs the same however long the
thread is and ends in the same words as making it at once. What is older stays in the title, the decisions and the action items.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import log, sqrt
from typing import Final

from perdure.model.thread import Thread
from perdure.model.turn import Role, Turn
from perdure.text.traits import sentences
from perdure.text.words import index_words
from perdure.threads.notes import action_items_of, decisions_of, kept_decisions, kept_items, ticked
from perdure.threads.topics import topic_words

__all__ = ["LOOKED_AT", "REFRESHED_AFTER", "extend_summary", "summarise", "title_of"]

LOOKED_AT: Final = 60
"""Turns of a thread that a summary is made of: the latest."""
REFRESHED_AFTER: Final = 3
"""New turns after which a summary is made anew."""
_SENTENCES: Final = 3
_SENTENCES_OF_LONG: Final = 6
_LONG: Final = 30
"""From so many turns on a summary has more sentences."""
_CHARACTERS: Final = 1_200
_LONGEST: Final = 160
_TITLE: Final = 60
_TITLE_FROM: Final = 10
"""Sentences that a title may come from."""
_TELLING_WORDS: Final = 3
"""A greeting has fewer."""
_HEARD: Final = 1_000
"""Characters of a turn that a summary looks at: what matters of a longer one stands at its beginning."""
_OF_ASSISTANT: Final = 0.5
"""What the user says is theirs; an assistant's sentence counts half."""
_HALF_LIFE: Final = 30
"""Turns after which a sentence counts half as much."""
_GREETING: Final = re.compile(
    r"^(?:(?:hi|hello|hey|hiya|good (?:morning|afternoon|evening)|morning|g'day|hallo|guten (?:tag|morgen|abend)|moin|hola|buenos días"
    r"|buenas(?: tardes| noches)?|bonjour|salut|bonsoir|你好|您好|嗨|こんにちは|おはよう(?:ございます)?|こんばんは)"
    r"(?: (?:there|again|everyone|all|zusammen))?[,.!~，。！、]+\s*)+",
    re.IGNORECASE,
)
_MARKS: Final = re.compile(r"\*\*|__|`|^(?:#{1,6}|[-*•>]|\d{1,2}[.)])\s+")
_END_SIGNS: Final = ".!?…。！？"


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence, its words, and how much it counts."""

    turn: Turn
    text: str
    words: Counter[str]
    share: float


def title_of(turns: Sequence[Turn]) -> str:
    """The first thing of substance that the user said, shortened; empty if nobody spoke. A greeting is none."""
    spoken = [sentence for turn in turns[:_TITLE_FROM] if turn.role is Role.USER for sentence in sentences(turn.text[:_HEARD])]
    spoken = spoken or [sentence for turn in turns[:_TITLE_FROM] for sentence in sentences(turn.text[:_HEARD])]
    if not spoken:
        return ""
    plain = [line for sentence in spoken[:_TITLE_FROM] if (line := _ungreeted(_plain(sentence)))]
    telling = [line for line in plain if len(index_words(line)) >= _TELLING_WORDS and topic_words(line)]
    about = telling or [line for line in plain if topic_words(line)] or spoken
    return _cut(about[0], _TITLE)


def summarise(turns: Sequence[Turn]) -> str:
    """Three to six sentences, at most 1,200 characters, that carry most of the recurring words of the latest 60 turns, in their order.

    After SumBasic (Nenkova, Vanderwende 2005): a sentence scores by its words' weights in the thread over the square root of its
    length; words of a chosen sentence count less for the next. What was said lately and what the user said counts more, what was said
    twice once.
    """
    latest = turns[-LOOKED_AT:]
    listed = _listed(latest)
    total = Counter(word for said in listed for word in said.words.elements())
    weights = {word: log(1 + count) for word, count in total.items() if count > 1}
    chosen: list[int] = []
    for _ in range(min(_SENTENCES if len(latest) < _LONG else _SENTENCES_OF_LONG, len(listed))):
        scores = [
            (sum(weights.get(word, 0.0) for word in said.words) / sqrt(len(said.words) + 3) * said.share, -place)
            for place, said in enumerate(listed)
            if place not in chosen
        ]
        best, place = max(scores)
        if best <= 0 and chosen:
            break
        chosen.append(-place)
        for word in listed[-place].words:
            weights[word] = weights.get(word, 0.0) / 4
    return _cut(" ".join(_ended(_spoken(listed[place])) for place in sorted(chosen)), _CHARACTERS)


def extend_summary(thread: Thread, new_turns: Sequence[Turn], before: Sequence[Turn] = ()) -> Thread:
    """The thread after new turns: summary, decisions, action items, and a title if it has none yet.

    With fewer than three new turns a thread that has a summary is given back as it is; hand these turns over again with the next ones.
    Extended step by step or at once, it ends the same.

    Args:
        thread: as it was; its `summarised` counts the turns that it covers.
        new_turns: what it does not cover yet, in order.
        before: the turns before these, in order; of them the latest 60 are read.
    """
    if not new_turns or (thread.summary and len(new_turns) < REFRESHED_AFTER):
        return thread
    known = before[-LOOKED_AT:]
    turns = [*known, *new_turns]
    new = {turn.id for turn in new_turns}
    items = thread.action_items
    for turn in new_turns:
        items = ticked(items, turn) if turn.role is Role.USER else items
    fresh = [item for item in action_items_of(turns) if item.source in new]
    return replace(
        thread,
        title=thread.title or title_of(turns),
        summary=summarise(turns),
        summarised=thread.summarised + len(new_turns),
        decisions=kept_decisions(thread.decisions, (noted for noted in decisions_of(turns) if noted.source in new)),
        action_items=kept_items(items, fresh),
    )


def _listed(turns: Sequence[Turn]) -> list[_Said]:
    """What may stand in a summary: no questions, and of what was said twice the last time."""
    found: dict[tuple[str, ...], _Said] = {}
    for age, turn in enumerate(reversed(turns)):
        share = (1.0 if turn.role is Role.USER else _OF_ASSISTANT) * 0.5 ** (age / _HALF_LIFE)
        for sentence in reversed(sentences(turn.text[:_HEARD])):
            words = Counter(index_words(sentence))
            if "?" not in sentence and "？" not in sentence:
                found.setdefault(tuple(sorted(words)) or (sentence,), _Said(turn, sentence, words, share))
    return list(reversed(found.values()))


def _plain(sentence: str) -> str:
    """A sentence without the marks of a formatted text."""
    return _MARKS.sub("", sentence).strip()


def _ungreeted(line: str) -> str:
    rest = _GREETING.sub("", line)
    return rest if rest == line or not rest else rest[0].upper() + rest[1:]


def _cut(text: str, length: int) -> str:
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    head = line[: length - 1]
    space = line.rfind(" ", 0, length)
    return f"{head[:space] if space > length // 2 else head}…"


def _spoken(said: _Said) -> str:
    line = _cut(_plain(said.text) or said.text, _LONGEST)
    return f"{said.turn.speaker}: {line}" if said.turn.speaker else line


def _ended(line: str) -> str:
    return line if line[-1] in _END_SIGNS else f"{line}."
