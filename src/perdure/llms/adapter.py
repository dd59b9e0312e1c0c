"""Any language model as one that can be asked for an answer of a given form."""

import json
from collections.abc import Sequence
from typing import Final, TypeGuard

from perdure.model.context import Message
from perdure.model.turn import Role
from perdure.ports.llm import LLM, Completer, Completion, Schema

__all__ = ["ReplyOnly", "as_completer", "with_schema"]

_FORM: Final = "Answer with one JSON object and nothing else. It must fit this JSON Schema:\n"


def as_completer(llm: LLM | Completer) -> Completer:
    """The model itself if it has `complete`, otherwise one that makes do with its `reply`."""
    return llm if _completes(llm) else ReplyOnly(llm)


def _completes(llm: LLM | Completer) -> TypeGuard[Completer]:
    return callable(getattr(llm, "complete", None))


def with_schema(messages: Sequence[Message], schema: Schema) -> list[Message]:
    """The messages with the schema in words, in the system message: many chat templates take only one, and only at the start."""
    told = _FORM + json.dumps(schema, ensure_ascii=False)
    if messages and messages[0]["role"] == Role.SYSTEM.value:
        first: Message = {"role": Role.SYSTEM.value, "content": f"{messages[0]['content']}\n\n{told}"}
        return [first, *messages[1:]]
    return [{"role": Role.SYSTEM.value, "content": told}, *messages]


class ReplyOnly:
    """A model that only replies: the form is asked for in words, and how long the answer gets is up to the model."""

    def __init__(self, llm: LLM) -> None:
        self._llm = llm

    def reply(self, messages: Sequence[Message]) -> str:
        return self._llm.reply(messages)

    def complete(self, messages: Sequence[Message], *, schema: Schema | None = None, max_tokens: int) -> Completion:  # noqa: ARG002  # as the port
        return Completion(self._llm.reply(messages if schema is None else with_schema(messages, schema)))
