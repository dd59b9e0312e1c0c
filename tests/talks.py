"""Small conversations for the tests of recall, and how to tell them to a user."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from perdure import RECIPES, Hit, NewTurn, UserMemory
from perdure.recall.recipes import RecallRecipe

NOON = datetime(2026, 5, 15, 12, tzinfo=UTC)
FULL = RECIPES["conversation"]
ROLES = ("user", "assistant")
MEMORY = ""
"""The session of a line that is no turn but a memory."""
SMALL_TALK = (
    "The invoice was wrong.",
    "Football practice is tiring.",
    "The printer needs toner.",
    "A recipe for lentil soup.",
    "The moon is bright.",
)
"""What nobody asks about: scores are standardised over all that was said, so a talk of two lines is no talk."""


@dataclass(frozen=True)
class Line:
    """One turn: in which session, by whom (a role or a friend's name), what, and how long before noon of 15 May 2026."""

    session: str
    who: str
    text: str
    days: float = 0

    def turn(self) -> NewTurn:
        named = self.who not in ROLES
        return NewTurn(
            self.session, "user" if named else self.who, self.text, NOON - timedelta(days=self.days), self.who if named else None
        )


def tell(user: UserMemory, talk: Sequence[Line]) -> None:
    """Store a talk in its order, then small talk of other sessions, then memories."""
    speaker = talk[0].who if talk[0].who not in ROLES else "user"
    small = [Line(f"small talk {number}", speaker, text, days=30) for number, text in enumerate(SMALL_TALK)]
    user.ingest([line.turn() for line in (*talk, *small) if line.session != MEMORY])
    for line in talk:
        if line.session == MEMORY:
            user.remember(line.text, at=NOON - timedelta(days=line.days))


def learn(user: UserMemory, useful: Line | None) -> None:
    """Understand what was told, and say that a line was useful."""
    user.reflect()
    if useful is not None:
        hits = user.recall(useful.text, limit=99)
        for _ in range(5):
            user.feedback(hits[place(hits, useful)].id, useful=True)


def without(*signals: str) -> RecallRecipe:
    return FULL.without(*signals)


def texts(hits: Sequence[Hit]) -> list[str]:
    return [hit.text for hit in hits]


def place(hits: Sequence[Hit], line: Line) -> int:
    """The rank of a line, from 0."""
    return next(rank for rank, hit in enumerate(hits) if (hit.session_id or MEMORY, hit.text) == (line.session, line.text))
