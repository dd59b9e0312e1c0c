"""What a thread is about, what was decided in it, and what is to be done."""

from typing import Annotated, Final

import msgspec

from perdure.ports.llm import Prompt

__all__ = ["SUMMARISE", "FoundAction", "FoundDecision", "FoundSummary"]

Sentence = Annotated[str, msgspec.Meta(min_length=1, max_length=300)]
Quote = Annotated[str, msgspec.Meta(min_length=1, max_length=1000)]
Number = Annotated[int, msgspec.Meta(ge=1, le=1000)]


class FoundDecision(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something that was decided, with where it was."""

    text: Sentence
    turn: Number
    quote: Quote


class FoundAction(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something that somebody is to do, with where it was said; `who` as the turns name them."""

    text: Sentence
    turn: Number
    quote: Quote
    who: Annotated[str, msgspec.Meta(min_length=1, max_length=100)] | None = None


class FoundSummary(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The thread in a few sentences."""

    summary: Annotated[str, msgspec.Meta(min_length=1, max_length=1200)]
    decisions: Annotated[list[FoundDecision], msgspec.Meta(max_length=20)]
    action_items: Annotated[list[FoundAction], msgspec.Meta(max_length=20)]


SUMMARISE: Final = Prompt(
    name="summarise",
    version=1,
    instruction="""\
You bring the summary of a conversation up to date. You are given the summary so far, which may be empty, and the turns since.
- "summary": at most five short sentences on what it is about and where it stands. Use the words, names and numbers of the turns and \
of the summary so far; add none. Say who said or wants what.
- "decisions": what was decided in these turns: "text" in one sentence, "turn" its number, "quote" the words of the turn, copied \
letter by letter
- "action_items": what somebody is to do: "text", "turn" and "quote" in the same way, "who" is to do it as the turns name them, or null
Leave a list empty if there is nothing for it.
Example: for the turn {"turn": 1, "who": "user", "text": "Let's take the early train. I'll buy the tickets."} answer
{"summary": "The user takes the early train.", "decisions": [{"text": "Take the early train", "turn": 1, "quote": "Let's take the early \
train"}], "action_items": [{"text": "Buy the tickets", "turn": 1, "quote": "I'll buy the tickets", "who": "user"}]}""",
    fields=("summary_so_far", "turns"),
    response=FoundSummary,
    max_tokens=1500,
)
"""`summary_so_far` is a text; `turns` as `numbered_turns` gives them."""
