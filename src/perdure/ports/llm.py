"""A language model that answers a conversation."""

from collections.abc import Sequence
from typing import Protocol

from perdure.model.context import Message

__all__ = ["LLM"]


class LLM(Protocol):
    """Anything that completes a chat."""

    def reply(self, messages: Sequence[Message]) -> str:
        """The assistant's next message.

        Raises:
            LLMUnavailable: it did not answer, or not in time.
        """
        ...
