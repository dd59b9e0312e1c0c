"""Words that talk about the talk: they frame a question and are no topic of it."""

import re
from typing import Final

__all__ = ["TALK_WORDS", "without_framing"]

# "Can you walk me through the order in which I mentioned different aspects of my patent?" is about a patent.
TALK_WORDS: Final = frozenset(
    """kind type sort describe described say said says saying tell told telling think feel mention mentioned mentioning discuss discussed
    discussing discussion discussions talk talked talking conversation conversations chat chats session sessions message messages
    order brought bring bringing different aspect aspects throughout across various overall summarize summarise summarized summary
    comprehensive overview recap list listed item items walk detail detailed total regarding concerning related please help asked ask
    previously earlier""".split()
)

_INSTRUCTION_TO_ANSWERER: Final = re.compile(r"\b(?:mention|list|include|give|name)\s+only\b[^.?!\n]*[.?!]?", re.IGNORECASE)


def without_framing(text: str) -> str:
    """A question without the sentence that only says how to answer ("Mention only five items.")."""
    rest = _INSTRUCTION_TO_ANSWERER.sub(" ", text)
    return rest if rest.strip() else text
