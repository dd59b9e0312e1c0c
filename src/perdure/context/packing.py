"""Hits into a token budget: as many distinct pieces of evidence as fit, long ones as the excerpts that answer."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from perdure.context import render
from perdure.context.excerpt import excerpt, words_for
from perdure.model.context import Dropped
from perdure.model.hit import Hit
from perdure.ports.tokens import TokenCounter
from perdure.text.words import query_words

__all__ = ["Entry", "Packing", "arranged", "pack"]

_SECTION: Final = "memories"
_LEAST_LINE: Final = 8
"""No line has fewer tokens, so with less left the rest need not be rendered."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One packed hit: its line, which carries its number (1 is the best), and the line of its day."""

    id: str
    line: str
    day: str
    said_at: float


@dataclass(frozen=True, slots=True)
class Packing:
    """What was packed, best first; `tokens` with the lines of the days."""

    entries: tuple[Entry, ...]
    tokens: int
    dropped: tuple[Dropped, ...]


def pack(hits: Sequence[Hit], question: str, budget: int, counter: TokenCounter, already: Mapping[str, str] | None = None) -> Packing:
    """Fill a budget with hits from the best down; one that does not fit is left out, and the next are tried.

    `already` are ids that the context holds elsewhere, and where. A text that was packed is not packed again.
    """
    words = query_words(question)
    entries: list[Entry] = []
    dropped: list[Dropped] = []
    days: set[str] = set()
    texts: set[str] = set()
    left = budget
    for place, hit in enumerate(hits):
        if left < _LEAST_LINE:
            dropped.append(Dropped(_SECTION, hit.id, f"did not fit ({left} tokens were left)"))
            continue
        if already is not None and hit.id in already:
            dropped.append(Dropped(_SECTION, hit.id, f"stands {already[hit.id]} already"))
            continue
        same = " ".join(hit.text.casefold().split())
        if same in texts:
            dropped.append(Dropped(_SECTION, hit.id, "says the same as one before it"))
            continue
        line = render.memory_line(len(entries) + 1, hit, excerpt(hit.text, words, words_for(place)))
        day = render.day_line(hit.said_at)
        cost = counter.count(line) + 1 + (0 if day in days else counter.count(day) + 1)
        if cost > left:
            dropped.append(Dropped(_SECTION, hit.id, f"did not fit (needs {cost} tokens, {left} were left)"))
            continue
        left -= cost
        days.add(day)
        texts.add(same)
        entries.append(Entry(hit.id, line, day, hit.said_at.timestamp()))
    return Packing(tuple(entries), budget - left, tuple(dropped))


def arranged(entries: Collection[Entry]) -> list[str]:
    """Lines as they are sent: the days in order, each with what was said then, so that a reader sees what came after what."""
    lines: list[str] = []
    last = None
    for entry in sorted(entries, key=lambda entry: (entry.day, entry.said_at)):
        if entry.day != last:
            lines.append(entry.day)
            last = entry.day
        lines.append(entry.line)
    return lines
