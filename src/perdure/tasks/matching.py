"""Which task some words speak of: the words that two texts share, by stem and a few synonyms."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from perdure.model.task import Commitment, Task, TaskStatus
from perdure.tasks.deeds import DEEDS
from perdure.text.words import STOP_WORDS
from perdure.timex.folding import fold

__all__ = ["Words", "known_commitment", "same_deed", "shared", "stem", "words_of", "words_of_title"]

_WORD: Final = re.compile(r"[a-zß0-9]+(?:'[a-z]+)?|[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]+")
_EMPTY: Final = STOP_WORDS | frozenset(
    """thing things stuff task tasks todo reminder reminders please asap urgent urgently need must gotta get got go going make made do
    done did today tomorrow tonight week month year monday tuesday wednesday thursday friday saturday sunday day time also still
    really new yes yeah ok okay oh hey back set let one ones it's i've i'm that's he's she's don't der die das den dem des ein eine
    einen einem und oder ich mir mich mein meine meinen meiner du wir zu zum zur im am an auf mit fur von ist hab habe noch el la los
    las un una unos mi mis tu su de del al a en y o que para por con es lo me se ya he le les l' du des un une mon ma mes ton ta et ou
    je j' que pour sur dans est ai d' au aux""".split()
)
_SYNONYMS: Final = (
    "call phone ring telephone speak talk anruf ruf llam appel telefonier",
    "send email e-mail mail submit hand turn file deliver post forward upload",
    "buy order purchase pick grab fetch",
    "pay transfer settle",
    "book reserve",
    "finish complete finalize finalise wrap",
    "renew extend prolong",
    "fix repair mend",
    "return bring take",
    "write draft prepare",
    "see meet visit",
    "register sign enrol enroll apply",
    "clean tidy wash",
)
_IRREGULAR: Final = {
    "bought": "buy",
    "brought": "bring",
    "sent": "send",
    "paid": "pay",
    "wrote": "write",
    "written": "write",
    "took": "take",
    "taken": "take",
    "made": "make",
    "did": "do",
    "done": "do",
    "gave": "give",
    "given": "give",
    "met": "meet",
    "saw": "see",
    "seen": "see",
    "spoke": "speak",
    "spoken": "speak",
    "told": "tell",
    "found": "find",
    "read": "read",
    "rang": "ring",
    "rung": "ring",
    "got": "get",
    "gotten": "get",
    "went": "go",
    "gone": "go",
    "drove": "drive",
    "driven": "drive",
    "built": "build",
    "fed": "feed",
    "hung": "hang",
    "swept": "sweep",
    "chose": "choose",
    "chosen": "choose",
    "held": "hold",
    "sold": "sell",
    "shipped": "ship",
    "dropped": "drop",
    "shown": "show",
    "lent": "lend",
    "rebuilt": "rebuild",
}
_THING_FIRST: Final = re.compile(r"\w+ (?:has|have|must|needs?|is|are|to be)\b")
"""A title that was told in the passive: "Deposit has to be paid"."""
_LONG: Final = 5
_SHARE: Final = 0.7
"""Longer words are the same if they share five letters and seven tenths of the longer one: entregar and entregué."""


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """A folded word without its ending; English only, other languages meet in `shared`."""
    word = _IRREGULAR.get(word, word).removesuffix("'s").replace("'", "")
    for ending, instead in (("ies", "y"), ("ied", "y"), ("sses", "ss"), ("ings", ""), ("ing", ""), ("ed", ""), ("es", ""), ("s", "")):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith(("ss", "us", "is")):
            word = word[: -len(ending)] + instead
            break
    if len(word) > 4 and word[-1] == word[-2] and word[-1] not in "sz":
        word = word[:-1]
    return word.removesuffix("e") if len(word) > 3 else word


_GROUPS: Final = {stem(word): number for number, line in enumerate(_SYNONYMS) for word in line.split()}
_DEEDS: Final = frozenset(map(stem, DEEDS))


@dataclass(frozen=True, slots=True)
class Words:
    """The telling words of a text: what is done, and what it is done to."""

    deeds: frozenset[str]
    things: frozenset[str]


def words_of(text: str) -> Words:
    """The stems of a text that tell something; its deeds are things too."""
    found = _telling(text)
    return Words(frozenset(word for word in found if word in _DEEDS), frozenset(found))


@lru_cache(maxsize=1024)
def words_of_title(title: str) -> Words:
    """The stems of a task's title; its first word can be a deed only if it is one in English."""
    found = _telling(title)
    first = found[:1] if found and found[0] in _DEEDS and not _THING_FIRST.match(title) else []
    return Words(frozenset(first), frozenset(found[len(first) :]))


def _telling(text: str) -> list[str]:
    found: list[str] = []
    for word in _WORD.findall(fold(text)[0]):
        if word[0] >= "\u3040":
            found += [word[place : place + 2] for place in range(max(len(word) - 1, 1))]
        elif word not in _EMPTY and stem(word) not in {"", "th"}:
            found.append(stem(word))
    return found


def _same_word(one: str, two: str) -> bool:
    """Whether two stems are one word in two forms."""
    if one == two:
        return True
    if min(len(one), len(two)) < _LONG or one[:_LONG] != two[:_LONG]:
        return False
    length = max(len(one), len(two))
    common = next((place for place, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    return common >= _SHARE * length


def shared(one: frozenset[str], two: frozenset[str]) -> int:
    """How many words of the first are in the second too."""
    if not one or not two:
        return 0
    return sum(word in two or any(_same_word(word, other) for other in two) for word in one)


def same_deed(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether the second set holds a deed of the first, or one like it."""
    groups = {_GROUPS.get(word, word) for word in two}
    return any(_GROUPS.get(word, word) in groups for word in one)


def known_commitment(commitment: Commitment, tasks: Sequence[Task]) -> Task | None:
    """The open task that a commitment states again, so that its time is updated and nothing is doubled; None if it is new.

    Two are one if at least half of all the words for the thing are shared and what is done to it is alike or is not said.
    """
    said = words_of_title(commitment.title)
    best, known = 0.0, None
    for task in tasks:
        if task.status is not TaskStatus.OPEN:
            continue
        own = words_of_title(task.title)
        if said.deeds and own.deeds and not same_deed(said.deeds, own.deeds):
            continue
        if not said.things or not own.things:
            likeness = 1.0 if said == own else 0.0
        else:
            both = shared(said.things, own.things)
            likeness = both / (len(said.things) + len(own.things) - both)
        if likeness > best or (likeness == best and known is not None and task.created > known.created):
            best, known = likeness, task
    return known if best >= 0.5 else None
