"""Which statements about the user some turns hold."""

from typing import Annotated, Final, Literal

import msgspec

from perdure.ports.llm import Prompt

__all__ = ["EXTRACT", "FoundStatement", "FoundStatements"]

Short = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
Quote = Annotated[str, msgspec.Meta(min_length=1, max_length=1000)]
Number = Annotated[int, msgspec.Meta(ge=1, le=1000)]


class FoundStatement(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One statement: `turn` and `quote` say where it stands; `negated` that it is not so, or no longer."""

    kind: Literal["fact", "preference", "directive", "episode"]
    subject: Short
    turn: Number
    quote: Quote
    attribute: Short | None = None
    value: Short | None = None
    negated: bool = False


class FoundStatements(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of them; more than fifty from one request are an invention."""

    statements: Annotated[list[FoundStatement], msgspec.Meta(max_length=50)]


EXTRACT: Final = Prompt(
    name="extract",
    version=1,
    instruction="""\
You read turns of a conversation and list what the user states about themselves or their world, to be remembered for months.
Kinds: "preference" (likes, dislikes, habits), "directive" (how the assistant is to behave from now on), \
"episode" (something that happened or is planned), "fact" (anything else that lasts: name, home, work, family, health, possessions).
For each statement give:
- "kind": one of the four
- "subject": "user", or who it is about ("user's sister", "Anna")
- "attribute": which of the attributes it gives a value of, or null
- "value": the value in the words of the turn, or null
- "negated": true if it is not so, or no longer so
- "turn": the number of the turn
- "quote": the words of the turn that say it, copied letter by letter
Use only what the turns say. Leave out questions, small talk, guesses, jokes, what others said, and what the assistant said.
If there is nothing, answer {"statements": []}.
Example: for {"turn": 1, "who": "user", "text": "Hi! I moved to Oslo last week."} answer
{"statements": [{"kind": "fact", "subject": "user", "attribute": "home", "value": "Oslo", "negated": false, "turn": 1, \
"quote": "I moved to Oslo last week"}]}""",
    fields=("attributes", "turns"),
    response=FoundStatements,
    max_tokens=2000,
)
"""`attributes` are the names that a profile knows, and "favourite ..." for a family of them; `turns` as `numbered_turns` gives them."""
