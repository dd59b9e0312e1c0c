"""How a language model may be used: how often it is asked again, when it is left alone, and what it may cost."""

from dataclasses import dataclass
from datetime import date
from math import isfinite

from perdure.errors import InvalidOption

__all__ = ["BreakerPolicy", "Cost", "RetryPolicy", "SpendPolicy", "Spent"]

_PRICED = 1_000_000
"""Tokens that a price is for, as providers quote it."""


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """How a request is repeated; times in seconds.

    It is sent `attempts` times in all; waits begin at `first_wait` and double up to `longest_wait`, each shortened by a random share of
    up to `jitter`, and never shorter than what the endpoint asks for. With all its repetitions and waits it is given up after `deadline`.
    """

    attempts: int = 4
    first_wait: float = 1.0
    longest_wait: float = 30.0
    jitter: float = 0.5
    deadline: float = 120.0

    def __post_init__(self) -> None:
        if self.attempts < 1 or not 0 <= self.first_wait <= self.longest_wait or not 0 <= self.jitter <= 1 or not self.deadline > 0:
            raise InvalidOption(
                "A RetryPolicy needs one attempt or more, waits that grow, a jitter of 0 to 1 and a deadline. Nothing was done."
            )


@dataclass(frozen=True, slots=True)
class BreakerPolicy:
    """After `failures` failed calls in a row the endpoint is left alone for `rest` seconds; then one call tries whether it is back."""

    failures: int = 5
    rest: float = 60.0

    def __post_init__(self) -> None:
        if self.failures < 1 or self.rest < 0:
            raise InvalidOption("A BreakerPolicy needs one failure or more and a rest that is not negative. Nothing was done.")


@dataclass(frozen=True, slots=True)
class Cost:
    """What a request takes, or took: `money` in the currency of the policy's prices."""

    input_tokens: int = 0
    output_tokens: int = 0
    money: float = 0.0

    @property
    def tokens(self) -> int:
        """Both directions."""
        return self.input_tokens + self.output_tokens

    def __add__(self, other: "Cost") -> "Cost":
        return Cost(self.input_tokens + other.input_tokens, self.output_tokens + other.output_tokens, self.money + other.money)

    def __sub__(self, other: "Cost") -> "Cost":
        return Cost(self.input_tokens - other.input_tokens, self.output_tokens - other.output_tokens, self.money - other.money)


@dataclass(frozen=True, slots=True)
class Spent:
    """What has been spent: on one `day` (UTC), and in all."""

    day: date
    today: Cost = Cost()
    total: Cost = Cost()


@dataclass(frozen=True, slots=True)
class SpendPolicy:
    """Prices per million tokens, and caps in tokens or money, a day (UTC) or in all; None is no cap."""

    input_price: float = 0.0
    output_price: float = 0.0
    tokens_a_day: int | None = None
    tokens_in_all: int | None = None
    money_a_day: float | None = None
    money_in_all: float | None = None

    def __post_init__(self) -> None:
        caps = (self.tokens_a_day, self.tokens_in_all, self.money_a_day, self.money_in_all)
        given = [self.input_price, self.output_price, *(cap for cap in caps if cap is not None)]
        if not all(isfinite(number) and number >= 0 for number in given):
            raise InvalidOption("Prices and caps of a SpendPolicy must be numbers that are not negative. Nothing was done.")
        if (self.money_a_day is not None or self.money_in_all is not None) and not (self.input_price or self.output_price):
            raise InvalidOption("A cap in money needs the model's prices per million tokens. Nothing was done.")

    def cost(self, input_tokens: int, output_tokens: int) -> Cost:
        """What so many tokens cost."""
        money = (input_tokens * self.input_price + output_tokens * self.output_price) / _PRICED
        return Cost(input_tokens, output_tokens, money)

    def exceeded(self, spent: Spent) -> str | None:
        """Which cap such spending goes beyond, in words; None for none."""
        caps = (
            ("tokens a day", self.tokens_a_day, spent.today.tokens),
            ("tokens in all", self.tokens_in_all, spent.total.tokens),
            ("money a day", self.money_a_day, spent.today.money),
            ("money in all", self.money_in_all, spent.total.money),
        )
        for name, cap, taken in caps:
            if cap is not None and taken > cap:
                return f"{cap:,} {name}"
        return None
