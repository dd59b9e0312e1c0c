"""Any endpoint that speaks OpenAI's chat API."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Final

from perdure.errors import LLMCutOff, LLMMissing, LLMTimeout, LLMUnavailable
from perdure.llms.adapter import with_schema
from perdure.llms.wire import completion_of, is_too_long, refusal, translated
from perdure.model.context import Message
from perdure.ports.llm import Completion, Schema

__all__ = ["OpenAILLM"]

_NO_KEY: Final = "no-key"
"""Servers on one's own machine ask for no key, but the client library insists on one."""


class _Form(StrEnum):
    """How an endpoint is told the form of its answer, the strictest first."""

    SCHEMA = "json_schema"
    OBJECT = "json_object"
    WORDS = "words"


_SIMPLER: Final = {_Form.SCHEMA: _Form.OBJECT, _Form.OBJECT: _Form.WORDS}


@dataclass(frozen=True, slots=True)
class _Dialect:
    """What an endpoint takes; endpoints differ, and say so by refusing."""

    form: _Form = _Form.SCHEMA
    length: str = "max_tokens"
    temperature: bool = True

    def request(self, messages: Sequence[Message], schema: Schema | None, max_tokens: int | None) -> dict[str, Any]:
        """The request in this dialect."""
        options: dict[str, Any] = {"messages": list(messages)}
        if max_tokens is not None:
            options[self.length] = max_tokens
        if schema is None:
            return options
        if self.temperature:
            options["temperature"] = 0
        if self.form is _Form.SCHEMA:
            options["response_format"] = {
                "type": "json_schema",
                "json_schema": {"name": "answer", "strict": True, "schema": dict(schema)},
            }
            return options
        options["messages"] = with_schema(messages, schema)
        if self.form is _Form.OBJECT:
            options["response_format"] = {"type": "json_object"}
        return options

    def simpler(self, complaint: str, *, structured: bool) -> "_Dialect | None":
        """What to try after a refusal; None if another way of saying it would not help."""
        if "max_completion_tokens" in complaint and self.length == "max_tokens":
            return replace(self, length="max_completion_tokens")
        if not structured or is_too_long(complaint):
            return None
        if "temperature" in complaint and self.temperature:
            return replace(self, temperature=False)
        form = _SIMPLER.get(self.form)
        return None if form is None else replace(self, form=form)


class OpenAILLM:
    """Chat completions over the wire.

    The key comes from `api_key` or OPENAI_API_KEY, the address from `base_url` or OPENAI_BASE_URL; an endpoint given by `base_url` needs
    no key if it asks for none. An answer of a given form is asked for as strictly as the endpoint takes it: by schema, else as some JSON,
    else in words; what it takes is found out once. Nothing is repeated here: that is for `perdure.llms.guard`.
    """

    def __init__(self, model: str, *, base_url: str | None = None, api_key: str | None = None, timeout: float = 60.0) -> None:
        try:
            import openai
        except ImportError as error:
            raise LLMMissing from error
        self._model = model
        self._dialect = _Dialect()
        self._errors: Any = openai
        try:
            self._client: Any = self._connect(base_url, api_key, timeout)
        except openai.OpenAIError as error:
            raise LLMUnavailable(f"The model {model!r} cannot be used: {error}. Set OPENAI_API_KEY.") from error

    def _connect(self, base_url: str | None, api_key: str | None, timeout: float) -> Any:
        try:
            return self._errors.OpenAI(base_url=base_url, api_key=api_key, timeout=timeout, max_retries=0)
        except self._errors.OpenAIError:
            if base_url is None or api_key is not None:
                raise
            return self._errors.OpenAI(base_url=base_url, api_key=_NO_KEY, timeout=timeout, max_retries=0)

    def reply(self, messages: Sequence[Message]) -> str:
        answer = self._ask(messages, None, None)
        if not answer.finished:
            raise LLMCutOff(f"The answer of {self._model!r} was cut off and is not used. Nothing is lost.")
        return answer.text

    def complete(self, messages: Sequence[Message], *, schema: Schema | None = None, max_tokens: int) -> Completion:
        return self._ask(messages, schema, max_tokens)

    def _ask(self, messages: Sequence[Message], schema: Schema | None, max_tokens: int | None) -> Completion:
        dialect = self._dialect
        while True:
            try:
                answer = self._send(dialect.request(messages, schema, max_tokens))
            except self._errors.APIStatusError as error:
                complaint = refusal(error)
                simpler = None if complaint is None else dialect.simpler(complaint, structured=schema is not None)
                if simpler is None:
                    raise translated(error, self._model) from error
                dialect = simpler
            else:
                self._dialect = dialect
                return completion_of(answer, self._model)

    def _send(self, request: dict[str, Any]) -> object:
        try:
            return self._client.chat.completions.create(model=self._model, **request)
        except self._errors.APIStatusError:
            raise
        except self._errors.APITimeoutError as error:
            raise LLMTimeout(
                f"The model {self._model!r} did not answer in time. What was said is stored; it is asked again later."
            ) from error
        except (self._errors.OpenAIError, ValueError, RecursionError) as error:
            # The client hands through what its JSON parser says of a body that is none.
            reason = str(error).rstrip(".")
            raise LLMUnavailable(
                f"The model {self._model!r} did not answer: {reason}. What was said is stored; nothing is lost."
            ) from error
