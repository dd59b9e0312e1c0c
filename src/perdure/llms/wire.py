"""What comes back from an OpenAI-compatible endpoint, read without trust: answers and errors of many servers."""

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, Final

from perdure.errors import LLMBusy, LLMMisconfigured, LLMRefused, LLMUnavailable
from perdure.ports.llm import Completion

__all__ = ["completion_of", "is_too_long", "refusal", "retry_after", "translated"]

_UNFINISHED: Final = frozenset({"length", "max_tokens", "content_filter"})
_BAD_REQUEST: Final = frozenset({400, 422})
_CANNOT_SERVE: Final = frozenset({401, 402, 403, 404})
_PASSING: Final = frozenset({408, 409, 425, 429})
_NO_MONEY: Final = "insufficient_quota"
_TOO_LONG: Final = ("context_length", "context size", "context length", "maximum context", "too long", "too many tokens")
_KEPT: Final = "What was said is stored; nothing is lost."


def completion_of(answer: object, model: str) -> Completion:
    """The first choice of an answer.

    Raises:
        LLMUnavailable: it holds none, or no text.
    """
    # The client builds its objects without validation, and hands on a body of another content type as a str.
    choices = getattr(answer, "choices", None)
    choice = choices[0] if isinstance(choices, list) and choices else None
    message = getattr(choice, "message", None)
    text = getattr(message, "content", None) or getattr(message, "refusal", None)
    if not isinstance(text, str) or not text.strip():
        raise LLMUnavailable(f"The model {model!r} answered with nothing. {_KEPT}")
    usage = getattr(answer, "usage", None)
    return Completion(
        text=text,
        input_tokens=_count(usage, "prompt_tokens"),
        output_tokens=_count(usage, "completion_tokens"),
        finished=getattr(choice, "finish_reason", None) not in _UNFINISHED,
    )


def _count(usage: object, name: str) -> int | None:
    number = getattr(usage, name, None)
    return number if isinstance(number, int) and not isinstance(number, bool) and number >= 0 else None


def refusal(error: Any) -> str | None:
    """What an endpoint says of a request that it does not take, in lower case; None if something else is wrong."""
    return str(error).lower() if error.status_code in _BAD_REQUEST else None


def is_too_long(complaint: str) -> bool:
    """Whether a refusal is about the length of the request."""
    return any(sign in complaint for sign in _TOO_LONG)


def translated(error: Any, model: str) -> LLMUnavailable:
    """The client's error for a response of status 4xx or 5xx, as ours."""
    status = error.status_code
    said = f"The model {model!r} did not answer: {error}."
    if status in _CANNOT_SERVE or getattr(error, "code", None) == _NO_MONEY:
        return LLMMisconfigured(f"{said} Check the key, the model's name and the account. {_KEPT}")
    if status in _PASSING or status >= 500:
        return LLMBusy(f"{said} {_KEPT} It is asked again later.", retry_after=retry_after(error.response.headers, datetime.now(UTC)))
    return LLMRefused(f"{said} {_KEPT}")


def retry_after(headers: Mapping[str, str], now: datetime) -> float | None:
    """Seconds that an endpoint asks to be left alone; None if it does not.

    Seconds or a date (RFC 9110, 10.2.3), or `retry-after-ms` as Azure has it.
    """
    for name, share in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        try:
            seconds = float(headers[name]) * share
        except (KeyError, ValueError):
            continue
        return seconds if 0 <= seconds < float("inf") else None
    try:
        until = parsedate_to_datetime(headers["retry-after"])
    except (KeyError, ValueError):
        return None
    return max(0.0, (until if until.tzinfo else until.replace(tzinfo=UTC)).timestamp() - now.timestamp())
