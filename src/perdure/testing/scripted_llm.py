"""A language model that says what a test has it say."""

import json
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from perdure.errors import LLMCutOff
from perdure.model.context import Message
from perdure.ports.llm import Completion, Schema

__all__ = ["Answer", "Asked", "Hang", "ScriptedLLM"]


@dataclass(frozen=True, slots=True)
class Asked:
    """One request that the model got."""

    messages: tuple[Message, ...]
    schema: Schema | None
    max_tokens: int | None


class Hang:
    """An answer that does not come until `release()`; what then comes is `after`."""

    def __init__(self, after: str = "") -> None:
        self._released = threading.Event()
        self._after = after

    def release(self) -> None:
        """Let it come."""
        self._released.set()

    def wait(self) -> str:
        """Wait for it."""
        self._released.wait()
        return self._after


Answer: TypeAlias = str | Mapping[str, Any] | Completion | Exception | Hang
"""A text; an object to be sent as JSON; a completion with its tokens, or cut off; an error to be raised; silence."""


class ScriptedLLM:
    """Answers from a script, and keeps in `asked` what it was asked.

    Args:
        script: answers in their order, after which there is an AssertionError; or answers by a piece of the request's text, the first that
            occurs; or a function of the request.

    ```python
    llm = ScriptedLLM([LLMBusy(retry_after=3), {"statements": []}])
    ```
    """

    def __init__(self, script: Sequence[Answer] | Mapping[str, Answer] | Callable[[Asked], Answer]) -> None:
        self._script = script
        self._lock = threading.Lock()
        self.asked: list[Asked] = []

    def reply(self, messages: Sequence[Message]) -> str:
        answer = self._answer(Asked(tuple(messages), None, None))
        if not answer.finished:
            raise LLMCutOff
        return answer.text

    def complete(self, messages: Sequence[Message], *, schema: Schema | None = None, max_tokens: int) -> Completion:
        return self._answer(Asked(tuple(messages), schema, max_tokens))

    def _answer(self, asked: Asked) -> Completion:
        with self._lock:
            number = len(self.asked)
            self.asked.append(asked)
        answer = self._scripted(number, asked)
        if isinstance(answer, Exception):
            raise answer
        if isinstance(answer, Hang):
            answer = answer.wait()
        if isinstance(answer, Completion):
            return answer
        return Completion(answer if isinstance(answer, str) else json.dumps(answer, ensure_ascii=False))

    def _scripted(self, number: int, asked: Asked) -> Answer:
        script = self._script
        if callable(script):
            return script(asked)
        if isinstance(script, Mapping):
            text = "\n".join(message["content"] for message in asked.messages)
            for piece, answer in script.items():
                if piece in text:
                    return answer
            raise AssertionError(f"The script has no answer to: {text}")
        if number >= len(script):
            raise AssertionError(f"The script has {len(script)} answers; this is request {number + 1}.")
        return script[number]
