"""How much of a model's window a text fills."""

from typing import Protocol

__all__ = ["TokenCounter"]


class TokenCounter(Protocol):
    """Counts tokens the way the target model would, or a little above."""

    def count(self, text: str) -> int:
        """Number of tokens of the text, without any chat framing."""
        ...
