"""A reranker that nobody has to wait for: whatever goes wrong in it is one error, after a bounded time."""

import threading
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from perdure.errors import RerankerUnavailable
from perdure.ports.reranker import Reranker

__all__ = ["GuardedReranker"]

_PATIENCE: Final = 2.0
"""Seconds. Local models need tens of milliseconds for thirty turns; what takes this long is no use to a conversation."""


class GuardedReranker:
    """Calls another reranker in a thread of its own and checks its answer.

    A thread cannot be stopped: one that overran is left behind, and until it is back the reranker is not asked again, so that a hanging
    one costs one delay and not one each time.
    """

    def __init__(self, inner: Reranker, *, patience: float = _PATIENCE) -> None:
        self._inner = inner
        self._patience = patience
        self._lock = threading.Lock()
        self._overdue = 0

    @property
    def name(self) -> str:
        return self._inner.name

    def score(self, question: str, texts: Sequence[str]) -> NDArray[np.float32]:
        """As the port says.

        Raises:
            RerankerUnavailable: it failed, took too long, still hangs in an earlier call, or gave something else than a number a text.
        """
        if self._overdue:
            raise RerankerUnavailable(f"{self._inner.name} has not come back from an earlier call.")
        call = _Call(self._inner, question, texts)
        # A daemon: a hanging reranker must not keep the process from ending.
        threading.Thread(target=self._run, args=(call,), name="perdure-reranker", daemon=True).start()
        if not call.done.wait(self._patience) and self._leave_behind(call):
            raise RerankerUnavailable(f"{self._inner.name} took longer than {self._patience:g} s.")
        if call.error is not None:
            raise RerankerUnavailable(f"{self._inner.name} failed: {call.error!r}") from call.error
        scores = _numbers(call.scores)
        if scores.shape != (len(texts),) or not np.isfinite(scores).all():
            raise RerankerUnavailable(f"{self._inner.name} did not give one finite number for each of {len(texts)} texts.")
        return scores

    def _run(self, call: "_Call") -> None:
        call.run()
        with self._lock:
            call.done.set()
            self._overdue -= call.left_behind

    def _leave_behind(self, call: "_Call") -> bool:
        """False if it came back at the last moment."""
        with self._lock:
            call.left_behind = not call.done.is_set()
            self._overdue += call.left_behind
            return call.left_behind


def _numbers(answer: object) -> NDArray[np.float32]:
    """The answer as numbers; none of any shape if it holds something else."""
    try:
        return np.asarray(answer, np.float32)
    except (TypeError, ValueError):
        return np.zeros((0, 0), np.float32)


class _Call:
    """One question to a reranker, and what became of it."""

    def __init__(self, reranker: Reranker, question: str, texts: Sequence[str]) -> None:
        self._asked = (reranker, question, texts)
        self.done = threading.Event()
        self.left_behind = False
        self.scores: object = None
        self.error: Exception | None = None

    def run(self) -> None:
        """Ask, and keep the answer or the error."""
        reranker, question, texts = self._asked
        try:
            self.scores = reranker.score(question, texts)
        except Exception as error:  # noqa: BLE001  # the reranker may be anyone's: whatever it raises is translated once, here
            self.error = error
