"""One continuous interaction of a user."""

from collections.abc import Mapping
from datetime import datetime
from types import TracebackType
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from perdure.client.indexing import entry_of_turn
from perdure.client.known import compact, profile_of, standing_of
from perdure.client.recalling import Query, run_recall
from perdure.client.reflecting import reflect
from perdure.client.services import Services
from perdure.client.thread_upkeep import thread_for
from perdure.client.threads import LAST_TURNS, refreshed
from perdure.client.turns import checked_turn
from perdure.context.assemble import Material, assemble
from perdure.errors import StoreClosed
from perdure.model.checks import valid_limit, valid_text
from perdure.model.context import Context
from perdure.model.ids import TURN
from perdure.model.scope import Scope
from perdure.model.session import Resumption
from perdure.model.thread import ThreadContext
from perdure.model.turn import NewTurn, Role, Turn
from perdure.ports.engine import Reader, Writer

__all__ = ["Session"]

_HISTORY_TURNS = 200
_CANDIDATES = 40
"""Recalled memories that compete for the rest of the window."""


class Session:
    """Durable turns and a volatile working set.

    Several devices and processes can be in one session at once: each sees all turns, in one order. `working` is a dictionary of
    this object alone, gone when the session ends.
    """

    def __init__(
        self, services: Services, scope: Scope, session_id: str, thread_id: str, resumption: Resumption, *, explicit: bool = False
    ) -> None:
        self._services = services
        self._scope = scope
        self.id = session_id
        self.thread_id = thread_id
        self.resumption = resumption
        self.working: dict[str, Any] = {}
        self._number: int | None = None  # known once the session is in the store
        self._ended = False
        self._explicit = explicit
        self._matched = explicit

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.end()

    def add(
        self,
        role: Role | str,
        text: str,
        *,
        speaker: str | None = None,
        at: datetime | None = None,
        metadata: Mapping[str, Any] | None = None,
    ) -> Turn:
        """Store what was said; durable on return.

        Raises:
            InvalidInput: nothing was written.
            StorageError: says whether anything was.
        """
        if self._ended:
            raise StoreClosed("The session was ended. Nothing was written. Open it again with user.session(id).")
        new = checked_turn(
            NewTurn(self.id, role, text, self._services.clock.now() if at is None else at, speaker, metadata), self._services.limits
        )
        vector = self._services.vectors_to_store([text])[0]
        turn_id = self._services.ids.new(TURN)
        if not self._matched and new.role is Role.USER:
            self._match(text, vector, new.at)

        def work(writer: Writer) -> tuple[int, Turn]:
            if self._number is None and writer.sessions.get(self.id) is None:
                writer.threads.open(self.thread_id, "", new.at, explicit=self._explicit)
            if self._number is None:
                writer.sessions.open(self.id, self.thread_id, new.at)
            number = writer.sessions.number(self.id) if self._number is None else self._number
            added = writer.turns.add(turn_id, new)
            assert added is not None
            seq, turn = added
            writer.index.add(seq, entry_of_turn(turn, number, vector))
            return number, turn

        self._number, turn = self._services.engine.write(self._scope, work)
        self.thread_id = turn.thread_id  # another device may have begun the session in a thread of its own
        return turn

    def _match(self, text: str, vector: NDArray[np.float32] | None, at: datetime) -> None:
        """Go on with a running thread if the user's first message does. What another device decided stands."""
        self._matched = True
        if self._number is None:
            self.thread_id = thread_for(self._services, self._scope, text, vector, at) or self.thread_id

    def turns(self, last: int | None = None) -> list[Turn]:
        """Every turn of the session in order, from all devices; only the `last` so many if given."""
        return self._services.engine.read(
            self._scope, lambda reader: reader.turns.of_session(self.id, None if last is None else valid_limit(last))
        )

    def context(self, message: str, *, max_tokens: int = 8000, reserve: int = 2000, system: str = "") -> Context:
        """What to send to a model to answer `message`, within max_tokens - reserve tokens.

        Raises:
            ContextTooSmall: system prompt and message alone do not fit.
        """
        valid_text(message, self._services.limits.turn_bytes, "message")

        now = self._services.clock.now()

        def known(reader: Reader) -> Material:
            thread = reader.threads.get(self.thread_id)
            standing = standing_of(reader, message)
            profile = profile_of(reader, now=now, without={memory.id for memory in standing})
            return Material(
                message=message,
                system=system,
                profile=compact(profile, message, reader.profile.current()),
                preferences=standing,
                thread=ThreadContext(refreshed(reader, thread), tuple(reader.turns.of_thread(thread.id, LAST_TURNS)))
                if thread is not None and thread.turns
                else None,
                history=reader.turns.of_session(self.id, _HISTORY_TURNS),
            )

        material = self._services.engine.read(self._scope, known)
        # Some of the best hits are the running conversation itself, which the history shows already.
        before = [turn for turn in material.history if turn.text != message]
        hits = run_recall(self._services, self._scope, Query(message, limit=_CANDIDATES, history=before))
        echo = [hit for hit in hits if not (hit.text == message and hit.session_id == self.id)]
        complete = Material(
            material.message, material.system, material.profile, material.preferences, material.thread, material.history, echo
        )
        return assemble(complete, max_tokens=max_tokens, reserve=reserve, counter=self._services.counter)

    def end(self) -> None:
        """Leave the session: what was said is understood, its thread is brought up to date, the working set is gone.

        It can be resumed. What is too much to understand now is left for `reflect()`.
        """
        if self._ended:
            return
        self._ended = True
        self.working.clear()
        if self._number is None:
            return
        now = self._services.clock.now()

        def work(writer: Writer) -> None:
            writer.sessions.end(self.id, now)
            thread = writer.threads.get(self.thread_id)
            if thread is not None:
                writer.threads.put(refreshed(writer, thread))

        self._services.engine.write(self._scope, work)
        if self._services.reflection.at_session_end:
            reflect(self._services, self._scope, most=self._services.reflection.at_session_end)
