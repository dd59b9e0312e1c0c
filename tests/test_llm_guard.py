"""A language model that is asked with care: retries, breaker, deadline, spend cap, counters."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from time import monotonic, sleep

import pytest

from perdure.errors import (
    InvalidOption,
    LLMBusy,
    LLMCutOff,
    LLMMisconfigured,
    LLMMissing,
    LLMRefused,
    LLMResting,
    LLMSpendCapReached,
    LLMTimeout,
    LLMUnavailable,
)
from perdure.llms.breaker import BreakerState
from perdure.llms.guard import GuardedLLM
from perdure.model.context import Message
from perdure.model.policies_llm import BreakerPolicy, Cost, RetryPolicy, SpendPolicy, Spent
from perdure.ports.clock import ManualClock
from perdure.ports.llm import Completion
from perdure.testing import Hang, ScriptedLLM

HELLO: list[Message] = [{"role": "user", "content": "one two three"}]
DAY = datetime(2026, 5, 15, 12, tzinfo=UTC)


class Words:
    """Counts words as tokens."""

    def count(self, text: str) -> int:
        return len(text.split())


class Time:
    """Seconds that pass only while somebody sleeps."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def eventually(happened: Callable[[], bool]) -> bool:
    """Whether something that another thread does happens within a few seconds."""
    end = monotonic() + 5
    while not happened() and monotonic() < end:
        sleep(0.001)
    return happened()


def guarded(llm: ScriptedLLM, time: Time | None = None, **options: object) -> GuardedLLM:
    time = time or Time()
    return GuardedLLM(llm, Words(), timer=time, sleep=time.sleep, chance=lambda: 0.0, **options)  # pyright: ignore[reportArgumentType]


def test_a_failure_that_passes_is_tried_again_after_growing_waits() -> None:
    time = Time()
    llm = guarded(ScriptedLLM([LLMUnavailable(), LLMBusy(), LLMTimeout(), "there"]), time)

    assert llm.reply(HELLO) == "there"
    assert time.slept == [1.0, 2.0, 4.0]
    counts = llm.counts()
    assert (counts.calls, counts.failures, counts.retries) == (4, 3, 3)


def test_the_endpoint_is_given_the_time_it_asks_for() -> None:
    time = Time()

    guarded(ScriptedLLM([LLMBusy(retry_after=17), "there"]), time).reply(HELLO)

    assert time.slept == [17]


def test_waits_differ_so_that_many_clients_do_not_come_back_at_once() -> None:
    time = Time()
    llm = GuardedLLM(ScriptedLLM([LLMBusy(), "there"]), Words(), timer=time, sleep=time.sleep, chance=lambda: 0.5)

    llm.reply(HELLO)

    assert time.slept == [0.75]


def test_a_wait_beyond_the_deadline_is_not_waited() -> None:
    time = Time()
    llm = guarded(ScriptedLLM([LLMBusy(retry_after=600)]), time)

    with pytest.raises(LLMBusy) as caught:
        llm.reply(HELLO)

    assert caught.value.retry_after == 600
    assert time.slept == []


@pytest.mark.parametrize("error", [LLMRefused(), LLMMisconfigured(), LLMCutOff()])
def test_what_does_not_pass_is_not_tried_again(error: LLMUnavailable) -> None:
    script = ScriptedLLM([error])

    with pytest.raises(type(error)):
        guarded(script).reply(HELLO)

    assert len(script.asked) == 1


def test_after_the_last_attempt_the_error_is_that_of_the_endpoint() -> None:
    script = ScriptedLLM([LLMBusy("busy 1"), LLMBusy("busy 2")])

    with pytest.raises(LLMBusy, match="busy 2"):
        guarded(script, retry=RetryPolicy(attempts=2)).reply(HELLO)


def test_a_hanging_endpoint_is_given_up_after_the_deadline() -> None:
    hang = Hang()
    llm = GuardedLLM(ScriptedLLM([hang]), Words(), retry=RetryPolicy(deadline=0.05, first_wait=0.05))

    with pytest.raises(LLMTimeout):
        llm.reply(HELLO)
    hang.release()


def test_many_hanging_calls_stop_further_ones_until_they_are_back() -> None:
    hangs = [Hang("late"), Hang("late")]
    script = ScriptedLLM([*hangs, "there"])
    llm = GuardedLLM(script, Words(), retry=RetryPolicy(attempts=1, deadline=0.05), breaker=BreakerPolicy(failures=2, rest=0))
    for _ in hangs:
        with pytest.raises(LLMTimeout):
            llm.reply(HELLO)

    with pytest.raises(LLMUnavailable, match="have not come back"):
        llm.reply(HELLO)
    assert len(script.asked) == 2
    for hang in hangs:
        hang.release()
    for thread in threading.enumerate():
        if thread.name == "perdure-llm":
            thread.join(5)
    assert llm.reply(HELLO) == "there"


def test_an_endpoint_that_keeps_failing_is_left_alone_and_tried_once_later() -> None:
    time = Time()
    script = ScriptedLLM([LLMBusy(), LLMBusy(), LLMBusy(), "back", "still there"])
    llm = guarded(script, time, retry=RetryPolicy(attempts=1), breaker=BreakerPolicy(failures=2, rest=60))
    for _ in range(2):
        with pytest.raises(LLMBusy):
            llm.reply(HELLO)

    with pytest.raises(LLMResting, match="60 s"):
        llm.reply(HELLO)
    time.now += 60
    with pytest.raises(LLMBusy):  # the one call that tries
        llm.reply(HELLO)
    with pytest.raises(LLMResting):
        llm.reply(HELLO)
    time.now += 60

    assert llm.reply(HELLO) == "back"
    assert llm.reply(HELLO) == "still there"
    assert len(script.asked) == 5
    assert llm.counts().refused == 2
    assert llm.counts().breaker is BreakerState.CLOSED


def test_while_one_call_tries_whether_the_endpoint_is_back_others_do_not() -> None:
    time = Time()
    hang = Hang("back")
    llm = guarded(
        ScriptedLLM([LLMBusy(), hang]), time, retry=RetryPolicy(attempts=1, deadline=5), breaker=BreakerPolicy(failures=1, rest=60)
    )
    with pytest.raises(LLMBusy):
        llm.reply(HELLO)
    time.now += 60
    trying = threading.Thread(target=llm.reply, args=(HELLO,))
    trying.start()
    assert eventually(lambda: llm.counts().breaker is BreakerState.HALF_OPEN)

    with pytest.raises(LLMResting):
        llm.reply(HELLO)
    hang.release()
    trying.join(5)
    assert llm.counts().breaker is BreakerState.CLOSED


def test_failures_between_which_the_endpoint_answered_are_not_in_a_row() -> None:
    llm = guarded(ScriptedLLM([LLMBusy(), "there", LLMBusy(), "there"]), retry=RetryPolicy(attempts=1), breaker=BreakerPolicy(failures=2))

    for _ in range(2):
        with pytest.raises(LLMBusy):
            llm.reply(HELLO)
        assert llm.reply(HELLO) == "there"


def test_a_trial_that_told_nothing_of_the_endpoint_leaves_the_next_call_to_try() -> None:
    time = Time()
    script = ScriptedLLM([LLMBusy(), LLMMissing(), "back"])
    llm = guarded(script, time, retry=RetryPolicy(attempts=1), breaker=BreakerPolicy(failures=1, rest=60))
    with pytest.raises(LLMBusy):
        llm.reply(HELLO)
    time.now += 60
    with pytest.raises(LLMMissing):
        llm.reply(HELLO)

    assert llm.reply(HELLO) == "back"


def test_retries_end_when_the_breaker_opens() -> None:
    script = ScriptedLLM([LLMBusy(), LLMBusy(), "never asked"])

    with pytest.raises(LLMBusy):
        guarded(script, breaker=BreakerPolicy(failures=2)).reply(HELLO)

    assert len(script.asked) == 2


def test_a_request_that_is_refused_says_nothing_of_the_endpoint() -> None:
    llm = guarded(ScriptedLLM([LLMRefused(), LLMRefused(), "there"]), breaker=BreakerPolicy(failures=2))
    for _ in range(2):
        with pytest.raises(LLMRefused):
            llm.reply(HELLO)

    assert llm.reply(HELLO) == "there"


def test_an_answer_that_was_cut_off_is_a_failure_and_paid_for() -> None:
    llm = guarded(ScriptedLLM([Completion("half an ans", 10, 5, finished=False)]), spend=SpendPolicy(input_price=1, output_price=2))

    with pytest.raises(LLMCutOff):
        llm.complete(HELLO, max_tokens=5)

    assert llm.counts().cut_off == 1
    assert llm.counts().cost == Cost(10, 5, 20e-6)


def test_whatever_somebody_elses_model_raises_is_one_error() -> None:
    llm = guarded(ScriptedLLM([ZeroDivisionError("theirs"), ZeroDivisionError("theirs")]), retry=RetryPolicy(attempts=2))

    with pytest.raises(LLMUnavailable, match="theirs"):
        llm.reply(HELLO)


def test_a_model_that_gives_no_text_is_a_failure() -> None:
    class Mute:
        def reply(self, _messages: object) -> None:
            return None

    with pytest.raises(LLMUnavailable, match="instead of an answer"):
        GuardedLLM(Mute(), Words(), retry=RetryPolicy(attempts=1)).reply(HELLO)  # pyright: ignore[reportArgumentType]


def test_nothing_is_sent_that_could_cost_more_than_the_cap_leaves() -> None:
    script = ScriptedLLM([Completion("fine", 8, 10), "never asked"])
    llm = guarded(script, spend=SpendPolicy(tokens_a_day=100))

    llm.complete(HELLO, max_tokens=90)
    with pytest.raises(LLMSpendCapReached, match="100 tokens a day"):
        llm.complete(HELLO, max_tokens=90)

    assert len(script.asked) == 1
    assert llm.counts().capped == 1
    assert llm.spent.today.tokens == 18


def test_a_new_day_has_its_own_cap_and_the_cap_in_all_stays() -> None:
    clock = ManualClock(DAY)
    script = ScriptedLLM([Completion("fine", 50, 50), Completion("fine", 50, 50)])
    llm = guarded(script, clock=clock, spend=SpendPolicy(tokens_a_day=110, tokens_in_all=220))
    llm.complete(HELLO, max_tokens=100)
    with pytest.raises(LLMSpendCapReached, match="a day"):
        llm.complete(HELLO, max_tokens=100)

    clock.advance(timedelta(days=1))
    llm.complete(HELLO, max_tokens=100)
    clock.advance(timedelta(days=1))
    with pytest.raises(LLMSpendCapReached, match="220 tokens in all"):
        llm.complete(HELLO, max_tokens=100)


def test_a_request_over_midnight_belongs_to_the_day_that_it_began() -> None:
    clock = ManualClock(DAY)

    def over_midnight(_asked: object) -> Completion:
        clock.advance(timedelta(days=1))
        return Completion("fine", 5, 5)

    llm = guarded(ScriptedLLM(over_midnight), clock=clock)
    llm.complete(HELLO, max_tokens=100)

    assert llm.spent == Spent(DAY.date() + timedelta(days=1), Cost(), Cost(5, 5))


def test_money_is_counted_by_the_prices_per_million_tokens() -> None:
    llm = guarded(ScriptedLLM([Completion("fine", 1_000_000, 500_000)]), spend=SpendPolicy(input_price=0.5, output_price=2, money_a_day=10))

    llm.complete(HELLO, max_tokens=1000)

    assert llm.counts().cost.money == pytest.approx(1.5)


def test_what_earlier_processes_spent_counts() -> None:
    clock = ManualClock(DAY)
    spent = Spent(DAY.date(), Cost(90, 0), Cost(90, 0))

    with pytest.raises(LLMSpendCapReached):
        guarded(ScriptedLLM([]), clock=clock, spent=spent, spend=SpendPolicy(tokens_a_day=100)).complete(HELLO, max_tokens=10)


def test_what_a_timeout_may_have_cost_counts_as_spent_and_a_refusal_does_not() -> None:
    llm = guarded(ScriptedLLM([LLMTimeout()]), retry=RetryPolicy(attempts=1))
    with pytest.raises(LLMTimeout):
        llm.complete(HELLO, max_tokens=100)
    assert llm.spent.total.tokens == 108

    llm = guarded(ScriptedLLM([LLMRefused()]))
    with pytest.raises(LLMRefused):
        llm.complete(HELLO, max_tokens=100)
    assert llm.spent.total.tokens == 0


def test_where_the_endpoint_counts_nothing_tokens_are_counted_here() -> None:
    llm = guarded(ScriptedLLM(["four words came back"]))

    llm.complete(HELLO, max_tokens=100)

    assert llm.spent.total == Cost(8, 4)


def test_threads_together_do_not_go_beyond_a_cap() -> None:
    hang = Hang("fine")
    llm = guarded(ScriptedLLM([hang, "never asked"]), spend=SpendPolicy(tokens_a_day=150))
    first = threading.Thread(target=llm.complete, args=(HELLO,), kwargs={"max_tokens": 100})
    first.start()
    assert eventually(lambda: llm.counts().calls == 1)

    with pytest.raises(LLMSpendCapReached):
        llm.complete(HELLO, max_tokens=100)
    hang.release()
    first.join(5)


def test_an_estimate_sends_nothing() -> None:
    script = ScriptedLLM([])

    cost = guarded(script, spend=SpendPolicy(input_price=1e6, output_price=2e6)).estimate(HELLO, max_tokens=10)

    assert cost == Cost(8, 10, 28.0)
    assert script.asked == []


@pytest.mark.parametrize(
    "options",
    [
        {"input_price": -1.0},
        {"input_price": float("nan")},
        {"tokens_a_day": -1},
        {"money_a_day": 1.0},
    ],
)
def test_a_spend_policy_that_cannot_be_meant_is_refused(options: dict[str, float]) -> None:
    with pytest.raises(InvalidOption):
        SpendPolicy(**options)  # pyright: ignore[reportArgumentType]


def test_policies_that_cannot_be_meant_are_refused() -> None:
    with pytest.raises(InvalidOption):
        RetryPolicy(attempts=0)
    with pytest.raises(InvalidOption):
        RetryPolicy(deadline=0)
    with pytest.raises(InvalidOption):
        BreakerPolicy(failures=0)
