"""Turns and memories as a prompt is given them: numbered from 1, cut to a length that a small model reads."""

from collections.abc import Sequence
from typing import Final

from perdure.model.memory import Memory
from perdure.model.turn import Turn

__all__ = ["FAMILY", "MEMORIES_A_CALL", "TURNS_A_CALL", "TURN_CHARACTERS", "numbered_memories", "numbered_turns"]

TURNS_A_CALL: Final = 20
"""More turns in one request are read less carefully, and one bad answer loses more."""
MEMORIES_A_CALL: Final = 20
TURN_CHARACTERS: Final = 4000
"""What people say of themselves stands early; what is longer was pasted."""


FAMILY: Final = "..."
"""Ends the name of a family of attributes, as in "favourite ..."."""


def numbered_turns(turns: Sequence[Turn]) -> list[dict[str, object]]:
    """`[{"turn": 1, "who": "Anna", "text": ...}]`; `who` is the speaker's name or role."""
    return [
        {"turn": number, "who": turn.speaker or turn.role.value, "text": turn.text[:TURN_CHARACTERS]}
        for number, turn in enumerate(turns, 1)
    ]


def numbered_memories(memories: Sequence[Memory]) -> list[dict[str, object]]:
    """`[{"memory": 1, "text": ...}]`."""
    return [{"memory": number, "text": memory.text[:TURN_CHARACTERS]} for number, memory in enumerate(memories, 1)]
