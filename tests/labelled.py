"""A small labelled conversation, made for the tests of the laboratory: three sessions, and questions of every sort."""

import json
from pathlib import Path
from typing import Any

HOSTILE = "<script>alert('x')</script><img src=x onerror=alert(1)> & \"quoted\""


def _session(number: int, date: str, *texts: str) -> dict[str, Any]:
    roles = ("user", "assistant")
    turns = [{"turn_id": f"{number}.{place}", "role_or_speaker": roles[place % 2], "text": text} for place, text in enumerate(texts)]
    return {"session_id": f"s{number}", "date": date, "turns": turns}


def _question(number: int, kind: str, text: str, *evidence: str, abstain: bool = False, visible: int | None = None) -> dict[str, Any]:
    sessions = sorted({f"s{turn.partition('.')[0]}" for turn in evidence})
    return {
        "id": f"q{number}",
        "type": kind,
        "question": text,
        "question_date": "2024-06-01",
        "evidence_turn_ids": list(evidence),
        "evidence_session_ids": sessions,
        "abstain": abstain,
        "visible_sessions": visible,
    }


_OVENS = [f"Oven number {place} bakes bread at {200 + place} degrees." for place in range(12)]
CONVERSATION: dict[str, Any] = {
    "conversation_id": "nora",
    "sessions": [
        _session(1, "2024-03-01", "The bakery opens in June.", "Then order the oven in April.", f"Pieter is allergic to sesame. {HOSTILE}"),
        _session(2, "2024-03-15", *_OVENS),
        _session(3, "2024-05-03", "We sailed to Texel with the twins.", "Was it windy?", "Storm the whole weekend, the mast broke."),
    ],
    "questions": [
        _question(1, "fact", "Who is allergic to sesame?", "1.2"),
        _question(2, "fact", "When does the bakery open?", "1.0"),
        _question(3, "fact", "Where did we sail with the twins?", "3.0"),
        _question(4, "several", "At how many degrees does each oven bake bread?", *(f"2.{place}" for place in range(8))),
        # Nothing but the semantic signal can know that an appliance is an oven, and twelve ovens are before it.
        _question(5, "hidden", f"Which bread number bakes an oven? {HOSTILE}", "3.1"),
        _question(6, "adversarial", "Who is allergic to peanuts?", "1.2", abstain=True),
        _question(7, "abstention", "Which zebra won the chess tournament?", abstain=True),
        _question(8, "abstention", "How tall is the lighthouse keeper?", abstain=True),
        _question(9, "fact", "Where did we sail before May?", "3.0", visible=2),  # not visible yet: nothing to find
        _question(10, "fact", "What has no evidence?"),
    ],
}


def write_labelled(folder: Path, conversations: int = 1) -> Path:
    """The conversation as a file, maybe several times over under other names."""
    path = folder / "talk.jsonl"
    named = [CONVERSATION | {"conversation_id": f"nora{number}"} for number in range(conversations)]
    path.write_text("".join(json.dumps(one) + "\n" for one in named))
    return path
