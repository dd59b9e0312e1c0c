"""A language model that is asked with care: again after a failure, not at all while it is down, never for more than it may cost.

Written out rather than taken from tenacity, pybreaker or purgatory: a wait asked for by the endpoint, a deadline over all attempts, a
breaker that sees each attempt and a spend cap checked before each belong together, and none of those libraries takes our clock.
"""

import json
import random
import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from perdure.errors import LLMBusy, LLMCutOff, LLMRefused, LLMResting, LLMSpendCapReached, LLMTimeout, LLMUnavailable
from perdure.llms.adapter import as_completer
from perdure.llms.bounded import BoundedCalls
from perdure.llms.breaker import Breaker, BreakerState
from perdure.llms.ledger import Ledger
from perdure.model.context import Message
from perdure.model.policies_llm import BreakerPolicy, Cost, RetryPolicy, SpendPolicy, Spent
from perdure.ports.clock import Clock, SystemClock
from perdure.ports.llm import LLM, Completer, Completion, Schema
from perdure.ports.tokens import TokenCounter

__all__ = ["GuardedLLM", "LLMCounts"]

_FRAMING: Final = 5
"""Tokens that a chat format adds to a message, a little above."""
_REPLY_TOKENS: Final = 2000
"""How long a plain reply may get; what a context leaves for it by default."""


@dataclass(frozen=True, slots=True)
class LLMCounts:
    """What became of the requests of one process.

    `calls` were sent, and of them `failures` failed and `cut_off` were cut off; `retries` of them repeated a failed one. `refused` were
    not sent because the endpoint rests, `capped` because of what they could cost.
    """

    calls: int
    failures: int
    retries: int
    refused: int
    capped: int
    cut_off: int
    cost: Cost
    breaker: BreakerState


class GuardedLLM:
    """Wraps any model and is one. Safe to use from several threads.

    `spent` is what earlier processes spent (keep `GuardedLLM.spent` to pass it); `timer` counts seconds for deadlines and rests, `clock`
    tells the day that spending belongs to.
    """

    def __init__(
        self,
        inner: LLM | Completer,
        counter: TokenCounter,
        *,
        retry: RetryPolicy | None = None,
        breaker: BreakerPolicy | None = None,
        spend: SpendPolicy | None = None,
        spent: Spent | None = None,
        clock: Clock | None = None,
        timer: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._inner = as_completer(inner)
        self._counter = counter
        self._retry = retry or RetryPolicy()
        self._spend = spend or SpendPolicy()
        self._ledger = Ledger(self._spend, clock or SystemClock(), spent)
        policy = breaker or BreakerPolicy()
        self._breaker = Breaker(policy, timer)
        self._bounded = BoundedCalls(policy.failures)
        self._timer = timer
        self._sleep = sleep
        self._chance = chance
        self._lock = threading.Lock()
        self._counted: Counter[str] = Counter()
        self._cost = Cost()

    @property
    def spent(self) -> Spent:
        """What has been spent today and in all, with what is set aside for requests under way."""
        return self._ledger.spent

    def counts(self) -> LLMCounts:
        """What became of the requests so far."""
        with self._lock:
            names = ("calls", "failures", "retries", "refused", "capped", "cut_off")
            return LLMCounts(**{name: self._counted[name] for name in names}, cost=self._cost, breaker=self._breaker.state)

    def estimate(self, messages: Sequence[Message], *, schema: Schema | None = None, max_tokens: int) -> Cost:
        """The most that a request takes if it succeeds at once. Nothing is sent."""
        texts = [message["content"] for message in messages]
        if schema is not None:
            texts.append(json.dumps(schema, ensure_ascii=False))
        return self._spend.cost(sum(self._counter.count(text) + _FRAMING for text in texts), max_tokens)

    def reply(self, messages: Sequence[Message]) -> str:
        return self.complete(messages, max_tokens=_REPLY_TOKENS).text

    def complete(self, messages: Sequence[Message], *, schema: Schema | None = None, max_tokens: int) -> Completion:
        """As the port says; an answer that was cut off is a failure.

        Raises:
            LLMUnavailable: of the kind that says why; what was sent and failed is counted.
        """
        estimate = self.estimate(messages, schema=schema, max_tokens=max_tokens)
        call = partial(self._inner.complete, list(messages), schema=schema, max_tokens=max_tokens)
        until = self._timer() + self._retry.deadline
        attempt = 1
        while True:
            try:
                return self._attempt(call, estimate, until)
            except LLMUnavailable as error:
                wait = self._wait(attempt, error)
                if not error.passing or attempt >= self._retry.attempts or self._too_late(wait, until):
                    raise
            self._sleep(wait)
            self._count("retries")
            attempt += 1

    def _too_late(self, wait: float, until: float) -> bool:
        return self._breaker.state is BreakerState.OPEN or self._timer() + wait >= until

    def _wait(self, attempt: int, error: LLMUnavailable) -> float:
        grown = min(self._retry.longest_wait, self._retry.first_wait * 2.0 ** (attempt - 1))
        shortened = grown * (1 - self._retry.jitter * self._chance())
        asked = error.retry_after if isinstance(error, LLMBusy) else None
        return max(shortened, asked or 0.0)

    def _attempt(self, call: Callable[[], Completion], estimate: Cost, until: float) -> Completion:
        try:
            reserved = self._ledger.reserve(estimate)
        except LLMSpendCapReached:
            self._count("capped")
            raise
        taken = Cost()
        try:
            answer = self._through_breaker(call, until)
            taken = self._taken(answer, estimate)
        except LLMTimeout:
            # The provider may have worked all the time: what nobody knows counts as spent.
            taken = estimate
            raise
        finally:
            self._ledger.settle(reserved, taken)
            with self._lock:
                self._cost += taken
        if not answer.finished:
            self._count("cut_off")
            raise LLMCutOff
        return answer

    def _through_breaker(self, call: Callable[[], Completion], until: float) -> Completion:
        try:
            self._breaker.enter()
        except LLMResting:
            self._count("refused")
            raise
        self._count("calls")
        try:
            answer = _checked(self._bounded.run(call, until - self._timer()))
        except (LLMRefused, LLMCutOff):
            self._breaker.succeeded()  # the endpoint is there, it is this request that it does not like
            self._count("failures")
            raise
        except LLMUnavailable:
            self._breaker.failed()
            self._count("failures")
            raise
        except BaseException:
            self._breaker.left()
            raise
        self._breaker.succeeded()
        return answer

    def _taken(self, answer: Completion, estimate: Cost) -> Cost:
        came = self._counter.count(answer.text) if answer.output_tokens is None else answer.output_tokens
        return self._spend.cost(estimate.input_tokens if answer.input_tokens is None else answer.input_tokens, came)

    def _count(self, what: str) -> None:
        with self._lock:
            self._counted[what] += 1


def _checked(answer: object) -> Completion:
    """An answer of the kind that the port promises, whoever's the model is."""
    if not isinstance(answer, Completion) or not isinstance(answer.text, str):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise LLMUnavailable(f"The language model gave {type(answer).__name__} instead of an answer. Nothing is lost.")
    return answer
