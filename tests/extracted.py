"""Reading one sentence, for the tests of extraction."""

from collections.abc import Sequence
from datetime import UTC, datetime

from perdure.memories.reading import statements_of
from perdure.model.statement import USER, Statement
from perdure.model.turn import Role, Turn

AT = datetime(2024, 5, 15, 12, 0, tzinfo=UTC)
"""A Wednesday."""
SURE = 0.5


def turn(text: str, role: Role = Role.USER, speaker: str | None = None) -> Turn:
    return Turn("trn_1", "ses_1", "thr_1", 0, role, speaker, text, AT)


def stated(text: str, *, peers: bool = False, speaker: str | None = None, before: Sequence[Turn] = ()) -> list[Statement]:
    """What is surely stated."""
    found = statements_of(turn(text, speaker=speaker), peers=peers, before=before)
    return [statement for statement in found if statement.confidence >= SURE]


def slot(statement: Statement) -> str:
    """`subject|~attribute=value`: the subject unless it is the user, and ~ for what holds no longer."""
    subject = "" if statement.subject == USER else f"{statement.subject}|"
    return f"{subject}{'~' if statement.retracts else ''}{statement.attribute}={statement.value}"


def slots(text: str) -> list[str]:
    return sorted(slot(statement) for statement in stated(text) if statement.attribute)
