"""Conversations in the neutral form: one conversation a line, `sessions` of `turns`, and maybe `questions` for evaluation."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

from dateutil import parser as dateparser

from perdure.errors import InvalidImport
from perdure.model.turn import NewTurn, Role

__all__ = ["Conversation", "Question", "read_conversations", "read_date"]


_PIECE_BYTES: Final = 256 * 1024


@dataclass(frozen=True, slots=True)
class Question:
    """A labelled question: `evidence` are the ids of the turns that answer it; `asked_at` None where the file gives no date.

    `visible_sessions` limits what may be known when it is asked to that many leading sessions. `abstain`: the right answer is
    that nothing was said about it.
    """

    id: str
    type: str
    text: str
    asked_at: datetime | None
    evidence: tuple[str, ...]
    evidence_sessions: tuple[str, ...]
    abstain: bool
    visible_sessions: int | None


@dataclass(frozen=True, slots=True)
class Conversation:
    """One conversation as read: turns by session, in order."""

    id: str
    sessions: tuple[tuple[NewTurn, ...], ...]
    questions: tuple[Question, ...] = field(default=())

    def turns(self) -> Iterator[NewTurn]:
        """All turns in order."""
        for session in self.sessions:
            yield from session


def read_date(text: str) -> datetime:
    """A date as conversation files write it ("1:56 pm on 8 May, 2023", "March-15-2024", "2025-12-15 (Monday)"); UTC if it has no zone.

    Raises:
        InvalidImport: it names no day.
    """
    try:
        # A fixed default: parts that the text leaves out must not come from today.
        found = dateparser.parse(text, fuzzy=True, default=datetime(1, 1, 1))  # noqa: DTZ001  # replaced below
    except (ValueError, OverflowError) as error:
        raise InvalidImport(f"{text!r} is not a date: {error}.") from error
    if found.year == 1:
        raise InvalidImport(f"{text!r} has no year.")
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _speaker(name: str) -> tuple[Role, str | None]:
    """A role, or the name of someone who speaks as a user."""
    role = name.strip().casefold()
    return (Role(role), None) if role in tuple(Role) else (Role.USER, name.strip())


def _key(*parts: str) -> str:
    """A turn's name in its source, of one length however long the source's ids are."""
    return blake2b("\x00".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _pieces(text: str) -> Iterator[str]:
    """The text in pieces that a turn may hold, cut between lines or words where possible; nothing is lost."""
    while len(text.encode("utf-8", "surrogatepass")) > _PIECE_BYTES:
        head = text.encode("utf-8", "surrogatepass")[:_PIECE_BYTES].decode("utf-8", "ignore")
        cut = max(head.rfind("\n"), head.rfind(" ")) + 1
        cut = cut if cut > len(head) // 2 else len(head)
        yield text[:cut]
        text = text[cut:]
    if text.strip():
        yield text


def _session(conversation_id: str, session: dict[str, Any]) -> tuple[NewTurn, ...]:
    started = read_date(str(session["date"]))
    turns: list[NewTurn] = []
    for turn in session["turns"]:
        role, speaker = _speaker(str(turn["role_or_speaker"]))
        if not str(turn["text"]).strip():
            continue  # some sets have turns of a picture only
        for number, piece in enumerate(_pieces(str(turn["text"]))):
            key = _key(conversation_id, str(session["session_id"]), str(turn["turn_id"]), str(number))
            metadata = {"turn_id": str(turn["turn_id"])} | ({"part": number + 1} if number else {})
            turns.append(NewTurn(str(session["session_id"]), role, piece, started, speaker, metadata, key))
    return tuple(turns)


def _question(question: dict[str, Any]) -> Question:
    date = question.get("question_date")
    visible = question.get("visible_sessions")
    return Question(
        id=str(question["id"]),
        type=str(question["type"]),
        text=str(question["question"]),
        asked_at=read_date(str(date)) if date else None,
        evidence=tuple(map(str, question.get("evidence_turn_ids") or ())),
        evidence_sessions=tuple(map(str, question.get("evidence_session_ids") or ())),
        abstain=bool(question.get("abstain")),
        visible_sessions=int(visible) if visible is not None else None,
    )


def _conversation(line: str) -> Conversation:
    record = json.loads(line)
    name = str(record["conversation_id"])
    return Conversation(
        name,
        tuple(_session(name, session) for session in record["sessions"]),
        tuple(_question(question) for question in record.get("questions") or ()),
    )


def read_conversations(path: Path) -> Iterator[Conversation]:
    """The conversations of a file, one at a time.

    Raises:
        InvalidImport: names the line that is not a conversation; those before it were given out.
    """
    try:
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _parsed(path, number, line)
    except OSError as error:
        raise InvalidImport(f"{path} cannot be read: {error.strerror}. Nothing of it was imported.") from error
    except UnicodeDecodeError as error:
        raise InvalidImport(f"{path} is not UTF-8 text: {error.reason}. What came before is imported.") from error


def _parsed(path: Path, number: int, line: str) -> Conversation:
    try:
        return _conversation(line)
    except (json.JSONDecodeError, KeyError, TypeError, ValueError, InvalidImport) as error:
        reason = f"the field {error} is missing" if isinstance(error, KeyError) else str(error)
        raise InvalidImport(
            f"{path}, line {number}: {reason}. The conversations before it are imported; mend it and import again, nothing is doubled."
        ) from error
