"""What the background work does, and how much of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from perdure.errors import InvalidOption
from perdure.model.policies import ConsolidationPolicy, RetentionPolicy
from perdure.model.policies_thread import ThreadPolicy

__all__ = ["ReflectionPolicy", "ReflectionReport"]


@dataclass(frozen=True, slots=True)
class ReflectionPolicy:
    """How threads are matched, memories folded and kept, and how much is done where.

    `at_session_end`: at most so many turns are read when a session ends (0: none); the rest waits for `reflect()`. `lease`: after so long
    without a sign of life a worker's user is taken over. `rest`: how long after its last turn a session counts as ended.
    """

    threads: ThreadPolicy = field(default_factory=ThreadPolicy)
    consolidation: ConsolidationPolicy = field(default_factory=ConsolidationPolicy)
    retention: RetentionPolicy = field(default_factory=RetentionPolicy)
    at_session_end: int = 500
    lease: timedelta = timedelta(minutes=5)
    rest: timedelta = timedelta(hours=1)

    def __post_init__(self) -> None:
        if self.at_session_end < 0 or self.lease <= timedelta(0) or self.rest < timedelta(0):
            raise InvalidOption("A ReflectionPolicy needs at_session_end >= 0, lease > 0 and rest >= 0. Nothing was done.")


@dataclass(frozen=True, slots=True)
class ReflectionReport:
    """What one run did.

    `turns` were read; `counts` says what came of them: memories by action (add, confirm, replace, retract, ignore), tasks, sessions
    joined to threads, memories consolidated and expired, and with a language model what it added and what was rejected. `waiting` is
    what a failed model left for later. `busy`: another worker is at it, nothing was done. `left`: there is more to do.
    """

    turns: int = 0
    counts: Mapping[str, int] = field(default_factory=dict[str, int])
    waiting: int = 0
    busy: bool = False
    left: bool = False
