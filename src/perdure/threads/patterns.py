"""A way of saying something: a pattern that is only tried where one of its words stands."""

import re
from dataclasses import dataclass

__all__ = ["Wording", "hints_of", "wording"]


@dataclass(frozen=True, slots=True)
class Wording:
    """A pattern and the words (in lower case) of which one stands in all that it matches: looking for these costs a tenth of it.

    Group `what` of the pattern, where there is one, is the part to be kept; otherwise it goes from the beginning of group `from`, or of the
    match, to the end of the fragment. `timed`: it only counts together with a time.
    """

    hints: tuple[str, ...]
    pattern: re.Pattern[str]
    timed: bool = False

    def find(self, text: str, low: str) -> re.Match[str] | None:
        """The first place where it is said; `low` is the text in lower case."""
        for hint in self.hints:  # a loop, as this runs a hundred times a sentence
            if hint in low:
                return self.pattern.search(text)
        return None


def wording(hints: str, *parts: str, timed: bool = False) -> Wording:
    """A wording of hints, separated by "|", and of alternatives that ignore case."""
    return Wording(tuple(hints.split("|")), re.compile("|".join(parts), re.IGNORECASE), timed)


def hints_of(*wordings: Wording) -> tuple[str, ...]:
    """The hints of several wordings."""
    return tuple(dict.fromkeys(hint for each in wordings for hint in each.hints))
