"""What is answered where no model answers: what the user said before, in their own words, or that nothing is remembered."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from perdure.model.hit import Hit
from perdure.model.memory import Kind
from perdure.model.profile import Attribute

__all__ = ["plain_answer"]

_NOTHING: Final = "I don't remember anything about that."
_NOTED: Final = "Noted. I'll remember that."
_HEARD: Final = "I've kept that."
_QUOTED: Final = 300
_LISTED: Final = 3


def plain_answer(hits: Sequence[Hit], known: Sequence[Attribute], *, asks: bool, noted: bool) -> str:
    """An answer from memory alone.

    `hits` and `known` are what concerns the message, the best first; `asks` is whether it wants to know something, `noted` whether
    something of it was worth remembering.
    """
    if not asks:
        return _NOTED if noted else _HEARD
    lines = [_attribute(attribute) for attribute in known]
    lines += [_quote(hit) for hit in hits[:_LISTED]]
    return "\n".join(["This is what I remember:", *(f"- {line}" for line in lines)]) if lines else _NOTHING


def _attribute(attribute: Attribute) -> str:
    return f"{attribute.name}: {attribute.value} (since {_day(attribute.valid_from)})"


def _quote(hit: Hit) -> str:
    text = " ".join(hit.text.split())
    text = text if len(text) <= _QUOTED else f"{text[: _QUOTED - 1]}…"
    said = "you said" if hit.kind is not Kind.TURN or hit.speaker == "user" else f"{hit.speaker} said"
    return f"On {_day(hit.said_at)} {said}: “{text}”"


def _day(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d}"
