"""What a rule finds in a sentence, before it is dated and becomes a statement."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from perdure.model.memory import Kind
from perdure.model.statement import Reason

__all__ = ["Context", "Found", "alternatives", "kind_and_reason", "lazily"]

_IDENTITY: Final = frozenset(
    """name nickname age birthday pronouns employer occupation home origin relationship partner phone email timezone school studies
    religion child sibling parent""".split()
)
_TASTES: Final = frozenset({"likes", "dislikes", "language"})


@dataclass(frozen=True, slots=True)
class Found:
    """One finding of a rule.

    `begin` and `end` say where in the clause its words stand, so that times beside it can be read. `subject` is None for whom the
    sentence is about. `past`: it was said in the past tense. `names`: the value is the name of what was stated before only as this
    ("a dog", then "his name is Rex").
    """

    attribute: str | None
    value: str | None
    kind: Kind
    reason: Reason
    begin: int = 0
    end: int = 0
    subject: str | None = None
    retracts: bool = False
    corrects: bool = False
    confidence: float = 0.9
    past: bool = False
    names: str | None = None


def kind_and_reason(attribute: str | None, *, retracts: bool = False) -> tuple[Kind, Reason]:
    """The kind of a statement about an attribute, and why it is worth remembering."""
    if attribute is None:
        return Kind.FACT, Reason.FACT
    taste = attribute in _TASTES or attribute.startswith(("favourite ", "setting "))
    kind = Kind.PREFERENCE if taste else Kind.FACT
    if retracts:
        return kind, Reason.RETRACTION
    if taste:
        return kind, Reason.PREFERENCE
    return kind, Reason.IDENTITY if attribute in _IDENTITY else Reason.FACT


@cache
def lazily(source: str, *, fold: bool = False) -> re.Pattern[str]:
    """A pattern, compiled when it is first needed: compiling all of them would cost every start of a process 200 ms."""
    return re.compile(source, re.IGNORECASE if fold else 0)


def alternatives(words: str | Iterable[str]) -> str:
    """A pattern for one of the words; longer ones first, so that none hides another. An underscore stands for a space."""
    listed = words.split() if isinstance(words, str) else list(words)
    ordered = sorted(set(listed), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace("_", r"\s+") for word in ordered) + ")"


@dataclass(slots=True)
class Context:
    """What earlier clauses of the turn left to refer to.

    `me` is whom "I" means; `peers`: several people talk with each other. Who was mentioned last: as which `relation` and `attribute`,
    by which `name`, or only as what (`unnamed`). `known` are the names of relatives and friends mentioned so far.
    """

    me: str
    peers: bool = False
    relation: str | None = None
    name: str | None = None
    attribute: str | None = None
    known: set[str] = field(default_factory=set[str])
    unnamed: str | None = None
