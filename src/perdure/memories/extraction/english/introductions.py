"""Introductions without "I am": "Ann here", "it's Bev from Bev's Cuts in Swansea"."""

import re
from collections.abc import Iterator
from typing import Final

from perdure.memories.extraction.found import Context, Found
from perdure.model.memory import Kind
from perdure.model.statement import Reason

__all__ = ["introduced"]

_SELF: Final = re.compile(
    r"(?:^|[,.;!:–—-]\s*|\b(?:it's|it\s+is|this\s+is|hi|hey|hello|morning|evening|and|i'm|"
    r"yes)[,\s]+)(?P<v>[A-Z][a-zà-ÿ'-]+(?:\s[A-Z][\w'-]+)?)\s+(?:here|speaking)(?=\s*(?:$|[,.!:;–—-]|again\b|"
    r"and\s+i\b|from\b|with\s+a\b|[^\w\s']))"
)
_THIS_IS: Final = re.compile(
    r"\b(?:[Ii]t's|[Tt]his\s+is|[Ii]t\s+is)\s+(?:me,?\s+)?(?P<v>[A-Z][a-zà-ÿ'-]+(?:\s[A-Z][a-zà-ÿ'-]+)?)(?=\s*(?:$|"
    r"[.!](?!\s+not)|again\b|from\s+(?P<from>[A-Z])))"
)
_SHOP: Final = re.compile(
    r"\s+from\s+(?P<v>[A-Z][\w'&-]*(?:\s+(?:&\s+)?[A-Z][\w'&-]*)*)(?:\s+in\s+(?P<home>[A-Z][\w'-]+(?:\s[A-Z][\w'-]+)*))?"
)
_GREETED: Final = re.compile(r"\W*(?:hi|hello|hey|hiya|morning|good\s+\w+|yo|dear)\b", re.IGNORECASE)


_NO_NAME: Final = frozenset(
    """I I'm What Over Same Nothing Monday Friday Up Down Back Here Not So Christmas Spring Summer Winter Weather Always But Looky And
    Everything Everyone Still All Only Just Also From Out Me Everybody Somebody Someone Anyone Never Been New Right You We They He
    She It Look See Sit Come Stay Live Work Click Sign Start Stop There Thing Things Now""".split()
)
"""What stands before "here" and is no name."""
_EARLY: Final = 25
"""Who introduces themself does so at once."""


def introduced(said: str, context: Context) -> Iterator[Found]:
    """The name of whoever introduces themself, and where they are from."""
    here = _SELF.search(said)
    match = here or _THIS_IS.search(said)
    if match is None or match["v"].split()[0] in _NO_NAME or (here is None and not _is_introduction(said, match)):
        return
    yield _identity("name", match, "v", context, 0.8 if here else 0.7)
    shop = _SHOP.match(said, match.end("v")) if here is None else None
    if shop and shop["home"]:
        yield _identity("employer", shop, "v", context, 0.8)
        yield _identity("home", shop, "home", context, 0.7)


def _is_introduction(said: str, match: re.Match[str]) -> bool:
    """Whether "it's Bev" tells who is speaking: after a greeting, with "from" or "again", or alone."""
    alone = match.start() == 0 and said[0] == "T" and len(said.split()) < 6
    greeted = _GREETED.match(said) is not None or said[match.end() :].lstrip().startswith("again")
    return match.start("v") <= _EARLY and (alone or greeted or match["from"] is not None)


def _identity(attribute: str, match: re.Match[str], group: str, context: Context, confidence: float) -> Found:
    return Found(attribute, match[group], Kind.FACT, Reason.IDENTITY, *match.span(group), subject=context.me, confidence=confidence)
