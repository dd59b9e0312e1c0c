"""Any endpoint that speaks OpenAI's chat API."""

from collections.abc import Sequence
from typing import Any

from perdure.errors import LLMMissing, LLMUnavailable
from perdure.model.context import Message

__all__ = ["OpenAILLM"]


class OpenAILLM:
    """Chat completions over the wire; the key comes from OPENAI_API_KEY, the address from `base_url` or OPENAI_BASE_URL."""

    def __init__(self, model: str, *, base_url: str | None = None, timeout: float = 60.0) -> None:
        try:
            import openai
        except ImportError as error:
            raise LLMMissing from error
        self._model = model
        self._error: type[Exception] = openai.OpenAIError
        try:
            self._client: Any = openai.OpenAI(base_url=base_url, timeout=timeout)
        except openai.OpenAIError as error:
            raise LLMUnavailable(f"The model {model!r} cannot be used: {error}. Set OPENAI_API_KEY.") from error

    def reply(self, messages: Sequence[Message]) -> str:
        try:
            answer = self._client.chat.completions.create(model=self._model, messages=list(messages))
        except self._error as error:
            raise LLMUnavailable(f"The model {self._model!r} did not answer: {error}. What was said is stored; nothing is lost.") from error
        if not answer.choices or not answer.choices[0].message.content:
            raise LLMUnavailable(f"The model {self._model!r} answered with nothing. What was said is stored; nothing is lost.")
        return str(answer.choices[0].message.content)
