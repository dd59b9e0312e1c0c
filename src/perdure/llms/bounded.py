"""A call that nobody has to wait for longer than they want to."""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from perdure.errors import LLMError, LLMTimeout, LLMUnavailable

__all__ = ["BoundedCalls"]

T = TypeVar("T")


class BoundedCalls:
    """Runs each call in a thread of its own. Timeouts of a client bound each read; an endpoint that drips can hang for hours.

    A thread cannot be stopped: one that overran is left behind, and with `most` of them under way no further call is made.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._lock = threading.Lock()
        self._overdue = 0

    def run(self, function: Callable[[], T], patience: float) -> T:
        """What the function returns.

        Raises:
            LLMTimeout: it took longer than `patience` seconds.
            LLMUnavailable: it raised something that is no `LLMError`, or too many calls have not come back.
            LLMError: as the function raised it.
        """
        if self._overdue >= self._most:
            raise LLMUnavailable(f"{self._overdue} calls of the language model have not come back. Nothing was sent, nothing is lost.")
        call = _Call(function)
        # A daemon: a hanging endpoint must not keep the process from ending.
        threading.Thread(target=self._work, args=(call,), name="perdure-llm", daemon=True).start()
        if not call.done.wait(max(patience, 0.0)) and self._leave_behind(call):
            raise LLMTimeout(f"The language model took longer than {patience:.0f} s. What was said is stored; it is asked again later.")
        return call.outcome()

    def _work(self, call: "_Call[T]") -> None:
        call.run()
        with self._lock:
            call.done.set()
            self._overdue -= call.left_behind

    def _leave_behind(self, call: "_Call[T]") -> bool:
        """False if it came back at the last moment."""
        with self._lock:
            call.left_behind = not call.done.is_set()
            self._overdue += call.left_behind
            return call.left_behind


class _Call(Generic[T]):
    """One call and what became of it."""

    def __init__(self, function: Callable[[], T]) -> None:
        self._function = function
        self.done = threading.Event()
        self.left_behind = False
        self._results: list[T] = []
        self._error: Exception | None = None

    def run(self) -> None:
        """Call, and keep the answer or the error."""
        try:
            self._results.append(self._function())
        except Exception as error:  # noqa: BLE001  # the model may be anyone's: whatever it raises is translated once, in outcome()
            self._error = error

    def outcome(self) -> T:
        """The answer, or the error raised here."""
        if isinstance(self._error, LLMError):
            raise self._error
        if self._error is not None or not self._results:
            raise LLMUnavailable(f"The language model failed: {self._error!r}. What was said is stored; nothing is lost.") from self._error
        return self._results[0]
