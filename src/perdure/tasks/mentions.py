"""Which known task a part of a sentence speaks of, by its words."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from perdure.model.task import Task
from perdure.model.turn import Turn
from perdure.tasks.matching import Words, same_deed, shared, words_of, words_of_title
from perdure.tasks.signs import HINTS, past_deeds

__all__ = ["Part", "latest", "may_tell", "mentioned", "named", "stands_near"]

_FIRST_LETTERS: Final = 4
_LOOKED_BACK: Final = 2
"""Turns before this one in which "it" may have been named."""
_HEARD: Final = 500
"""Characters of such a turn."""
_CLOSE: Final = 20
"""Characters between a thing and the word that tells what became of it."""
_WORD: Final = re.compile(r"[a-zß0-9']+|[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a clause, folded too, with its telling words."""

    text: str
    folded: str
    words: Words


def may_tell(text: str, titles: tuple[str, ...]) -> bool:
    """Whether a text holds a word for a change, or one of the tasks with these titles: much cheaper than the patterns."""
    words = f" {text.lower()} ".replace("\n", " ")
    return any(word in words for word in HINTS) or any(word in words for word in _letters(titles))


@lru_cache(maxsize=256)
def _letters(titles: tuple[str, ...]) -> tuple[str, ...]:
    """The first letters of the things in titles, which all their forms share, and the past of the deeds."""
    words = [words_of_title(title) for title in titles]
    things = {f" {word[:_FIRST_LETTERS]}" if word.isascii() else word for each in words for word in each.things}
    deeds = {word for each in words for word in each.deeds}
    return tuple(things | {f"{deed}ed" for deed in deeds} | {f"{deed}{deed[-1]}ed" for deed in deeds})


def named(part: Part, tasks: Iterable[Task]) -> Task | None:
    """The task whose words stand in the part; None if there is none, or two fit equally."""
    scores: list[tuple[float, Task]] = []
    for task in tasks:
        own = words_of_title(task.title)
        things = shared(own.things, part.words.things)
        if things:
            deed = 0.5 if own.deeds and same_deed(own.deeds, part.words.things | past_deeds(part.text)) else 0.0
            scores.append((things + deed + things / len(own.things) / 4, task))
    best = max((score for score, _ in scores), default=0.0)
    fitting = [task for score, task in scores if score == best]
    return fitting[0] if len(fitting) == 1 else None


def stands_near(part: Part, task: Task, sign: re.Pattern[str]) -> bool:
    """Whether a thing of the task stands close to a sign of what became of it."""
    signs = [match.span() for match in sign.finditer(part.folded)]
    own = words_of_title(task.title)
    for word in _WORD.finditer(part.folded) if signs else ():
        near = any(begin - word.end() <= _CLOSE and word.start() - end <= _CLOSE for begin, end in signs)
        if near and shared(own.things, words_of(word.group()).things):
            return True
    return False


def mentioned(before: Sequence[Turn], tasks: Sequence[Task]) -> Task | None:
    """The task that the last turns spoke of, the assistant's too."""
    for turn in reversed(before[-_LOOKED_BACK:]):
        text = turn.text[:_HEARD]
        task = named(Part(text, "", words_of(text)), tasks)
        if task is not None:
            return task
    return None


def latest(tasks: Sequence[Task]) -> Task | None:
    """The one task that was told last; None if there is none, or two of one moment."""
    newest = max((task.created for task in tasks), default=None)
    fitting = [task for task in tasks if task.created == newest]
    return fitting[0] if len(fitting) == 1 else None
