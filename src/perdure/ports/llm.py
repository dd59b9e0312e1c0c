"""A language model that answers a conversation, and what it is asked where the answer has a form."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from perdure.model.context import Message

__all__ = ["LLM", "Asking", "Completer", "Completion", "Prompt", "Schema"]

T = TypeVar("T")
Schema = Mapping[str, Any]
"""A JSON Schema."""


class LLM(Protocol):
    """Anything that completes a chat."""

    def reply(self, messages: Sequence[Message]) -> str:
        """The assistant's next message.

        Raises:
            LLMUnavailable: it did not answer, or not in time.
        """
        ...


@dataclass(frozen=True, slots=True)
class Completion:
    """What a model answered. `finished` is False for an answer that was cut off; tokens are None where the endpoint does not count."""

    text: str
    input_tokens: int | None = None
    output_tokens: int | None = None
    finished: bool = True


class Completer(Protocol):
    """A model that can also be asked for an answer of a given form and length. It may be called from several threads at once."""

    def reply(self, messages: Sequence[Message]) -> str:
        """As `LLM`."""
        ...

    def complete(self, messages: Sequence[Message], *, schema: Schema | None = None, max_tokens: int) -> Completion:
        """The assistant's next message, at most `max_tokens` long, as JSON that fits the schema as far as the model can.

        Raises:
            LLMUnavailable: it did not answer, or not in time.
        """
        ...


@dataclass(frozen=True, slots=True)
class Prompt(Generic[T]):
    """One thing that a model is asked for: what it is told, what it is given, and the form of its answer.

    The `instruction` never changes with the data: `fields` are the names of what it is given, which it reads as one JSON object.
    `response` is a `msgspec.Struct`; `max_tokens` bounds the answer. A change of wording is a new `version`.
    """

    name: str
    version: int
    instruction: str
    fields: tuple[str, ...]
    response: type[T]
    max_tokens: int

    @property
    def id(self) -> str:
        """Name and version, to be kept with what was made of the answer."""
        return f"{self.name}@{self.version}"


class Asking(Protocol):
    """How a prompt is put to a model: `functools.partial(perdure.llms.structured.ask, llm)` is one."""

    def __call__(self, prompt: Prompt[T], **fields: object) -> T:
        """The model's answer, valid as a whole.

        Raises:
            LLMUnavailable: there is no answer.
            LLMAnswerInvalid: there is one, and it is not what was asked for.
        """
        ...
