"""The background work on one user, from where it stands to where there is nothing left: leased, resumable, repeatable.

Each step takes a batch after its own mark and writes results and mark in one transaction, so a killed run goes on where it was and
leaves the same result as an undisturbed one.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Final
from uuid import uuid4

from perdure.client.consolidating import consolidate, retain
from perdure.client.modelling import ask_about_threads, ask_about_turns
from perdure.client.services import Services
from perdure.client.thread_upkeep import follow_sessions
from perdure.client.understanding import BATCH, understand
from perdure.model.reflection import ReflectionReport
from perdure.model.scope import Scope

__all__ = ["Progress", "reflect"]

Progress = Callable[[str, int], None]
"""Called with a step's name and how much of it was just done."""
_LEASE: Final = "reflection"


class _Run:
    """One worker at one user."""

    def __init__(self, services: Services, scope: Scope, progress: Progress | None) -> None:
        self._services = services
        self._scope = scope
        self._progress = progress
        self._holder = uuid4().hex
        self.counts: Counter[str] = Counter()
        self.turns = 0

    def lease(self) -> bool:
        """Take the user, or keep them for another while."""
        now = self._services.clock.now()
        until = now + self._services.reflection.lease
        return self._services.engine.write(self._scope, lambda writer: writer.reflection.lease(_LEASE, self._holder, now, until))

    def release(self) -> None:
        """Let others have the user."""
        self._services.engine.write(self._scope, lambda writer: writer.reflection.release(_LEASE, self._holder))

    def read(self, most: int | None) -> bool:
        """Read turns; whether all were read."""
        while most is None or self.turns < most:
            settled = understand(self._services, self._scope, BATCH if most is None else min(BATCH, most - self.turns))
            if settled is None:
                return True
            self.turns += settled.turns
            self.counts += settled.counts
            self.report("turns", settled.turns)
            if not self.lease():
                return False
        return False

    def follow(self) -> None:
        """Bring threads up to date."""
        while (counts := follow_sessions(self._services, self._scope)) is not None:
            self.counts += counts
            self.report("sessions", counts["sessions"])
            if not self.lease():
                return

    def ask(self) -> None:
        """Have the language model read what the rules have read, and sum threads up."""
        while (counts := ask_about_turns(self._services, self._scope)) is not None:
            self.counts += counts
            self.report("asked", 1)
            if not self.lease():
                return
        self.counts += ask_about_threads(self._services, self._scope)

    def fold(self) -> None:
        """Consolidate what is over, and end what has had its time."""
        while (made := consolidate(self._services, self._scope)) is not None:
            self.counts["consolidated"] += made
            self.report("consolidated", made)
            if not self.lease():
                return
        self.counts += retain(self._services, self._scope)

    def report(self, step: str, done: int) -> None:
        if self._progress is not None and done:
            self._progress(step, done)


def reflect(services: Services, scope: Scope, *, progress: Progress | None = None, most: int | None = None) -> ReflectionReport:
    """Do what is left to do for a user. With `most` at most so many turns are read, and no language model is asked: somebody waits."""
    figures = services.engine.read(scope, lambda reader: reader.figures())
    if not figures.turns and not figures.memories:
        return ReflectionReport()
    run = _Run(services if most is None else replace(services, ask=None), scope, progress)
    if not run.lease():
        return ReflectionReport(busy=True)
    try:
        done = run.read(most)
        if done:
            run.follow()
            run.ask()
            run.fold()
    finally:
        run.release()
    waiting = sum(services.engine.read(scope, lambda reader: reader.pending.waiting()).values())
    return ReflectionReport(turns=run.turns, counts=dict(run.counts), waiting=waiting, left=not done)
