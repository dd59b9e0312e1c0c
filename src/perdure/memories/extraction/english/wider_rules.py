"""Rules for what is said without a full sentence: a pattern, the words without one of which it is not tried, and what its groups tell."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Final

from perdure.memories.extraction.english.words import RELATIVES
from perdure.memories.extraction.found import alternatives
from perdure.model.memory import Kind
from perdure.model.statement import Reason

__all__ = ["CAP", "KIN", "NP", "OPEN", "SPEAKER", "START", "WHEN", "Rule", "Told", "event", "fact", "order", "plan", "preference", "rule"]


@dataclass(frozen=True, slots=True)
class Told:
    """What a rule without values tells of its clause."""

    kind: Kind
    reason: Reason


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and when to try it.

    A named group is an attribute with two underscores for its space, "no_" before one that ends, and behind it how its value is cut:
    "_np" noun phrase, "_ls" enumeration, "_aim" phrase with its verb, "_tr" trade; as it stands otherwise. A digit tells two alike apart.
    The groups `kin` and `who` name the relative of whom the rest is said. `told` is what the clause is where no group has a value.
    `asking`: questions are read too. `assistant`: not between two people.
    """

    gate: frozenset[str]
    source: str
    told: Told | None = None
    asking: bool = False
    assistant: bool = False
    confidence: float = 0.75
    sure: Callable[[str, re.Match[str]], bool] | None = None

    def pattern(self) -> re.Pattern[str]:
        """The pattern, compiled when it is first needed."""
        return _compiled(self.source)


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source, re.IGNORECASE)


fact: Final = Told(Kind.FACT, Reason.FACT)
event: Final = Told(Kind.EPISODE, Reason.EVENT)
plan: Final = Told(Kind.EPISODE, Reason.PLAN)
order: Final = Told(Kind.DIRECTIVE, Reason.DIRECTIVE)
preference: Final = Told(Kind.PREFERENCE, Reason.PREFERENCE)


def rule(
    gate: str,
    source: str,
    told: Told | None = None,
    *,
    asking: bool = False,
    assistant: bool = False,
    confidence: float = 0.75,
    sure: Callable[[str, re.Match[str]], bool] | None = None,
) -> Rule:
    """A rule; the words of its gate are divided by spaces."""
    return Rule(frozenset(gate.split()), source, told, asking, assistant, confidence, sure)


_FILLER: Final = (
    r"(?:and|but|so|oh|well|btw|also|ok|okay|ugh|lol|haha|yeah|yes|yep|nope|no|hi|hello|hey|please|anyway|"
    r"honestly|fyi|tbh|sorry|actually|just|"
    r"finally|then|now|by\s+the\s+way|turns\s+out|for\s+the\s+record|in\s+fact|to\s+be\s+honest|right|look|see|truth\s+be\s+told|sadly|"
    r"luckily|thankfully|apparently|update|news|guess\s+what|great\s+news|good\s+news|bad\s+news|since|because|cos|cuz|as)"
)
START: Final = rf"^\W*(?:{_FILLER}\b\W+){{0,4}}"
"""The beginning of a clause, after words that only open it."""
OPEN: Final = rf"(?:{START}|[.,;:!?)(…–—-]\s+|\b(?:and|but|so|because|since|cos|cuz|as|n)\s+)"
"""Where a new statement may begin."""
_ADVERB: Final = (
    r"(?:(?:just|also|actually|still|now|recently|finally|currently|only|always|already|really|both|never|once|"
    r"usually|mostly|totally|even|'ve|have|had|do|did|kindly|officially|presently|then|myself|quite|basically|"
    r"sort\s+of|kind\s+of)\s+){0,3}"
)
SPEAKER: Final = rf"{OPEN}(?:(?:i|we|me|myself|my\s+\w+\s+and\s+i)(?:'ve)?\s+)?{_ADVERB}"
"""The speaker as subject, or nobody named."""
NP: Final = r"[^.;:!?()\n…]{2,70}"
CAP: Final = (
    r"(?-i:[A-ZÀ-Ý0-9][\w'&+.-]*\w(?:\s(?:(?:of|the|de|la|le|and|&|upon|on)\s){0,2}(?!(?:I|And|But|So|She|He|"
    r"We|They|Is)\b)[A-ZÀ-Ý][\w'&+-]*){0,3})"
)
_RELATIVE: Final = alternatives(RELATIVES)
KIN: Final = (
    rf"\b(?:my|our|the)\s+(?:(?:little|younger|older|elder|big|baby|eldest|youngest|oldest|best|late|dear|good|"
    rf"middle|second|step-?|twin|former|new)\s+){{0,2}}"
    rf"(?P<kin>{_RELATIVE})(?!'|\w)(?:,?\s+(?P<who>(?-i:[A-ZÀ-Ý][\w'-]*[a-zà-ÿ])))?,?\s+"
)
"""A relative of the speaker, perhaps with a name."""
WHEN: Final = (
    r"\b(?:today|tomorrow|tonight|yesterday|(?:last|next|this|on|in|by|since|until|for|over|at)"
    r"\s+(?:the\s+)?(?:\w+\s+){0,2}?(?:week(?:end|s)?|months?|years?|"
    r"days?|night|morning|evening|summer|winter|spring|fall|autumn|monday|tuesday|wednesday|thursday|friday|"
    r"saturday|sunday|january|february|march|april|may|"
    r"june|july|august|september|october|november|december|christmas|easter|new\s+year|'?\d\d|20\d\d|19\d\d|\d{1,2}(?:st|nd|rd|th)|first)"
    r"|ago|(?:mon|tues|wednes|thurs|fri|satur|sun)day|when\s+i\s+was)\b"
)
"""A time."""
