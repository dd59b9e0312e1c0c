"""Several memories of one matter as one sentence."""

from typing import Annotated, Final

import msgspec

from perdure.ports.llm import Prompt

__all__ = ["CONSOLIDATE", "Consolidated"]

Number = Annotated[int, msgspec.Meta(ge=1, le=1000)]


class Consolidated(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The sentence, and the numbers of the memories that it sums up."""

    text: Annotated[str, msgspec.Meta(min_length=1, max_length=400)]
    memories: Annotated[list[Number], msgspec.Meta(min_length=1, max_length=50)]


CONSOLIDATE: Final = Prompt(
    name="consolidate",
    version=1,
    instruction="""You are given numbered memories about a user that belong together. Say in one sentence what they say together.
- "text": one sentence in the words, names and numbers of the memories; add none, and keep every "not" and "no longer"
- "memories": the numbers of the memories that the sentence sums up
Example: for [{"memory": 1, "text": "I love hiking"}, {"memory": 2, "text": "I hike in the Alps every summer"}] answer
{"text": "The user loves hiking, in the Alps every summer.", "memories": [1, 2]}""",
    fields=("memories",),
    response=Consolidated,
    max_tokens=300,
)
"""`memories` as `numbered_memories` gives them."""
