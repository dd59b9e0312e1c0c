"""What is said in passing: a pattern, the words without which it is not tried, and when it is to be believed."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from perdure.memories.extraction.english.trades import is_trade
from perdure.memories.extraction.english.words import CAR_MAKES, RELATIVES
from perdure.memories.extraction.found import alternatives

__all__ = [
    "CAR_MODELS",
    "DWELLING",
    "EMPHATIC",
    "FOOD",
    "IM",
    "NAME",
    "RELATIVE",
    "TRIP",
    "Passing",
    "at_home",
    "is_car",
    "names_trade",
    "passing",
    "reacts",
]

TRIP: Final = re.compile(
    r"\b(?:weeks?|weekends?|today|tonight|tomorrow|yesterday|holidays?|vacations?|trip|visit(?:ing)?|conference|"
    r"business|for\s+work|hotel|airport|airbnb|hostel|flight|days|stopover|layover|tour(?:ing)?|honeymoon|expo|"
    r"meeting|client|"
    r"on\s+the\s+way|train|landed|arrived|beach|just\s+got|stuck|wedding|concert|marathon|hours|erasmus|festival|"
    r"for\s+(?:a|the|my|our|his|her)|right\s+now|passing\s+through|this\s+(?:month|semester|summer)|retreat|"
    r"sightseeing)\b",
    re.IGNORECASE,
)
_TRIP_BEFORE: Final = re.compile(
    r"\b(?:weeks?|weekend|today|tonight|tomorrow|holidays?|vacation|trip|conference|business|hotel|airport|flight|"
    r"stopover|layover|honeymoon|meeting|client|landed|arrived|festival)\b",
    re.IGNORECASE,
)
NAME: Final = (
    r"(?!(?:I|I'm|I'd|I've|And|But|Is|Was|Has|Who|The|My|Our|We|He|She|They|It|In|On|At|So|OK|Ok|Oh|Yes|No|Hi|Hey|"
    r"Hello|Thanks|Also|Then|Not|As|Just|For|With|If|When|What|Well|You|That|"
    r"This)\b)[A-ZÀ-Ý][a-zà-ÿ]+(?:[-'](?!s\b)[A-Za-zà-ÿ]+)*(?:\s(?!(?:I|And|But|Is)\b)[A-ZÀ-Ý][a-zà-ÿ]+)?"
)
DWELLING: Final = (
    r"(?:flat|apartment|house|place|bed|home|studio|condo|cottage|room|bedroom|garden|kitchen|street|"
    r"neighbou?rhood|building|flatshare|dorm|terrace|bungalow|loft|townhouse|rooms?)"
)
RELATIVE: Final = alternatives(RELATIVES)
FOOD: Final = (
    r"(?:peanuts?|nuts?|tree\s+nuts|shellfish|seafood|fish|dairy|milk|eggs?|gluten|wheat|soya?|sesame|strawberries|"
    r"kiwi|almonds|cashews|walnuts|mustard|celery|lactose|prawns|shrimp)"
)
_REACTS: Final = re.compile(r"\b(?:epi-?pen|allerg\w+|the\s+er\b|anaphyla\w+|hives|swell\w*|react\w*|intoleran\w+)\b", re.IGNORECASE)
IM: Final = r"\b(?:i'm|im|i\s+am|we're|we\s+are|am)\s+"
EMPHATIC: Final = r"(?:also\s+|actually\s+|still\s+|now\s+|currently\s+|back\s+|up\s+|down\s+|over\s+|out\s+|both\s+|all\s+|here\s+)*"
CAR_MODELS: Final = frozenset(
    """odyssey buick carnival sienna explorer escape tahoe wrangler tacoma f-150 silverado passat tiguan octavia micra astra sorento
    sportage leaf zoe elantra sonata altima""".split()
)


@dataclass(frozen=True, slots=True)
class Passing:
    """Words of which one must be there, what stands before the value, its attribute, and how it is read."""

    gate: frozenset[str]
    before: str
    attribute: str
    value: str = "v"
    confidence: float = 0.75
    ends: bool = False
    sure: Callable[[str, re.Match[str]], bool] | None = None


def passing(
    gate: str,
    before: str,
    attribute: str,
    value: str = "v",
    *,
    confidence: float = 0.75,
    ends: bool = False,
    sure: Callable[[str, re.Match[str]], bool] | None = None,
) -> Passing:
    """A rule; `gate` holds the words of which one must be there."""
    return Passing(frozenset(gate.split()), before, attribute, value, confidence, ends, sure)


def at_home(said: str, match: re.Match[str]) -> bool:
    """Whether words of a journey are missing around a place."""
    return (
        TRIP.search(said, match.end(), match.end() + 60) is None
        and _TRIP_BEFORE.search(said, max(0, match.start() - 40), match.start()) is None
    )


def names_trade(_said: str, match: re.Match[str]) -> bool:
    """Whether the value is a trade."""
    return is_trade(match["v"].lower())


def reacts(said: str, _match: re.Match[str]) -> bool:
    """Whether the text tells of an allergic reaction."""
    return _REACTS.search(said) is not None


def is_car(_said: str, match: re.Match[str]) -> bool:
    """Whether the value is a make or model of cars."""
    return match["v"].lower().split()[0] in CAR_MAKES or match["v"].lower() in CAR_MODELS
