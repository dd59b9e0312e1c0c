"""Slips that a turn mends or leaves: "in Rome, no wait, Milan", "I love it... no", two homes at once."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from perdure.memories.extraction.found import Found

__all__ = ["is_correction", "mended", "taken_back", "without_contradictions"]

_SLIP: Final = re.compile(
    r"[\s,.…;:!–—)-]*(?:\b(?:a\s+\w+|max|per\s+\w+)[\s,.…!–—-]+)?(?:(?:oh|hmm+|uh|no|nope|wait|sorry|actually|well|"
    r"oops|whoops|hold\s+on|scratch\s+that|correction|i\s+mean(?:t)?|make\s+(?:that|it)|or\s+rather|rather|"
    r"my\s+(?:bad|mistake)|nein|quatsch|ich\s+mein(?:e|te)|"
    r"sorry|perdón|digo|no|quiero\s+decir|mejor\s+dicho|non|pardon|enfin|je\s+veux\s+dire|不对|不是|说错了|"
    r"いや)[\s,.…!:–—，、]+)+(?:it's\s+|that's\s+|it\s+was\s+|in\s+|at\s+|to\s+|is\s+|im\s+|sind\s+)?"
    r"(?P<v>[$€£]?[\w'’.&+@-]*\w(?:\s[A-Z][\w'’.&-]*\w)?)(?=\s*(?:$|[.,;!)\n，。、]|not\b|i\s+(?:forgot|meant|always)|sorry|nicht\b|no\b))",
    re.IGNORECASE,
)
_STRONG: Final = re.compile(
    r"\b(?:wait|sorry|scratch\s+that|correction|i\s+mean(?:t)?|make\s+(?:that|it)|rather|no|actually|oops|"
    r"my\s+(?:bad|mistake)|nein|quatsch|meinte?|perdón|digo|mejor\s+dicho|non|pardon|enfin)\b|不对|说错了|いや",
    re.IGNORECASE,
)
_BACK: Final = re.compile(
    r"\s*(?:…|\.\.\.|\s[–—-])\s*(?:(?:oh|hmm|ok|well)\s+)?(?:no|nah|not\s+really|nein|nope)\b(?!\s+(?:doubt|"
    r"kidding|joke|matter|seriously|really))",
    re.IGNORECASE,
)
_CORRECTS: Final = re.compile(
    r"\b(?:no,?\s+wait|wait,?\s+no|sorry|correction|i\s+meant|oops|my\s+mistake|misspoke|scratch\s+that|typo|"
    r"typed?\s+(?:it\s+)?wrong|misspel\w+|(?:is|it's|its)\s+(?:actually\s+)?spel(?:led|t)|swapped|i\s+(?:was|"
    r"got\s+(?:it|that))\s+wrong|not\s+\w+\s+as\s+(?:i|you)\s+said|"
    r"ich\s+meinte|korrektur|falsch|perdón|me\s+equivoqué|quería\s+decir|je\s+voulais\s+dire|"
    r"je\s+me\s+suis\s+trompée?|erreur)\b|说错|打错|更正|間違え|訂正",
    re.IGNORECASE,
)
_ACTUALLY: Final = re.compile(
    r"^\W*(?:(?:no|oh|well|sorry)\W+)*(?:actually|turns\s+out|it\s+turns\s+out)\b(?!.*\b(?:now|anymore|moved|"
    r"any\s+more|started|just|also)\b)",
    re.IGNORECASE,
)
_FIXED: Final = frozenset("name nickname age birthday pronouns phone email account allergy condition".split())
_ONE_AT_A_TIME: Final = frozenset("name age birthday home diet relationship pronouns religion".split())


def mended(text: str, end: int, found: Found) -> Found | None:
    """The finding with the value that the turn puts in its place right after it ends at `end`; None if it does not."""
    if not found.value or found.attribute is None:
        return None
    match = _SLIP.match(text, end, end + 80)
    if match is None or not _STRONG.search(match.group()[: match.start("v") - end]):
        return None
    value = match["v"]
    if (
        value.lower() in {"i", "it", "that", "no", "yes", "wait", "not", "thanks", "we", "the", "my"}
        or _shape(value) != _shape(found.value)
        or not any(_shape(value))
    ):
        return None
    return replace(found, value=value)


def _shape(value: str) -> tuple[bool, bool]:
    return any(sign.isdigit() for sign in value), value[:1].isupper()


def taken_back(text: str, end: int) -> bool:
    """Whether what ends at `end` is taken back at once: "I do love oak... no"."""
    return _BACK.match(text, end) is not None


def is_correction(clause: str, found: Found) -> bool:
    """Whether a clause says that something said before was wrong all along."""
    if _CORRECTS.search(clause):
        return True
    return found.attribute in _FIXED and _ACTUALLY.match(clause) is not None


def without_contradictions(findings: Sequence[Found]) -> list[Found]:
    """Findings of a turn; two that cannot both be true are doubted, because nobody knows which is meant."""
    doubted: set[int] = set()
    for place, one in enumerate(findings):
        for other_place in range(place):
            if _contradict(one, findings[other_place]):
                doubted |= {place, other_place}
    return [replace(one, confidence=min(one.confidence, 0.4)) if place in doubted else one for place, one in enumerate(findings)]


def _contradict(one: Found, other: Found) -> bool:
    if one.subject != other.subject or not one.value or not other.value or one.past or other.past:
        return False
    same = one.value.casefold() == other.value.casefold()
    if {one.attribute, other.attribute} == {"likes", "dislikes"}:
        return same and not one.retracts and not other.retracts
    if one.attribute != other.attribute or one.corrects or other.corrects:
        return False
    if one.retracts or other.retracts:
        return same and one.retracts != other.retracts
    near = one.value.casefold() in other.value.casefold() or other.value.casefold() in one.value.casefold()
    return one.attribute in _ONE_AT_A_TIME and not near
