"""An agent that remembers: each message is kept, answered with what is known, and understood afterwards."""

import logging
import threading
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from types import TracebackType
from typing import Any, Final, Self

from perdure.agent.plain import plain_answer
from perdure.client.session import Session
from perdure.client.store import DEFAULT_TENANT, Store
from perdure.client.user import UserMemory
from perdure.errors import ContextTooSmall, InvalidInput, LLMUnavailable, PerdureError, StoreClosed
from perdure.model.context import Context, Message
from perdure.model.hit import Hit
from perdure.model.turn import Role
from perdure.ports.llm import LLM

__all__ = ["Agent", "Reply"]

_SYSTEM: Final = "You are a helpful assistant with a memory. Use what is remembered where it helps; never invent memories."
_SURE: Final = 0.5
"""Scores from which a hit is worth telling when no model weighs it."""
_TOLD: Final = 5
_READ: Final = 200
"""Turns that are understood while the user waits for an answer without a model."""
_KEPT: Final = 20
"""Messages of a session that are at hand when memory fails."""
_log = logging.getLogger("perdure")


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer, what it was made from, and what was missing.

    `context` is None where memory could not be read. `used` are ids of the turns and memories that the answer rests on. `degraded`
    names what failed: "memory" or "model"; nothing that was said is lost by the latter.
    """

    text: str
    session_id: str
    context: Context | None = None
    used: tuple[str, ...] = ()
    degraded: tuple[str, ...] = ()


@dataclass(slots=True)
class _Open:
    """A running session and what was last said in it, for when memory fails."""

    session: Session
    active: datetime
    said: list[Message]


class Agent:
    """Chats with any number of users, each with a running session.

        with perdure.open("./memory") as store:
            agent = Agent(store, llm)
            agent.chat("alice", "My name is Alice and I work at Acme Corp")
            agent.end_session("alice")
            agent.chat("alice", "Where do I work again?")

    Without a model it answers with what was said before, in the user's own words. A session ends with `end_session`, or by itself when
    nothing was said for as long as the store's `ResumePolicy` lets a conversation continue. Safe to use from several threads.
    """

    def __init__(
        self,
        store: Store,
        llm: LLM | None = None,
        *,
        tenant: str = DEFAULT_TENANT,
        system: str = _SYSTEM,
        max_tokens: int = 8000,
        reserve: int = 2000,
    ) -> None:
        self._store = store
        self._llm = store.llm if llm is None else llm
        self._tenant = tenant
        self._system = system
        self._window = (max_tokens, reserve)
        self._lock = threading.Lock()
        self._open: dict[str, _Open] = {}
        self._counts: Counter[str] = Counter()

    @property
    def degraded(self) -> dict[str, int]:
        """How often something failed while it answered all the same, by what failed."""
        with self._lock:
            return dict(self._counts)

    def chat(self, user_id: str, message: str, session_id: str | None = None) -> str:
        """Answer a message; see `answer`."""
        return self.answer(user_id, message, session_id).text

    def answer(self, user_id: str, message: str, session_id: str | None = None) -> Reply:
        """Answer a message, with what the answer was made from.

        Without `session_id` the user's running session goes on, or a new one begins. If the model fails, the answer comes from memory
        alone; if memory fails, the model answers without it.

        Raises:
            InvalidInput: the message or a name cannot be kept.
            ContextTooSmall: the message is stored, and too long for the model's window.
            PerdureError: memory and model failed both; the message says whether anything was stored.
        """
        user = self._store.user(user_id, tenant=self._tenant)
        try:
            running = self._heard(user, session_id, message)
            running.active = self._store.clock.now()
            context = self._context(running, message)
        except (InvalidInput, ContextTooSmall):
            raise
        except PerdureError as error:
            return self._without_memory(user_id, message, session_id, error)
        reply = self._reply(user, running, message, context)
        self._keep(user, running, message, reply)
        return reply

    def end_session(self, user_id: str, session_id: str | None = None) -> None:
        """End the user's running session: what was said in it is understood. Nothing happens if there is none, or it is another one."""
        with self._lock:
            running = self._open.get(user_id)
            if running is None or (session_id is not None and running.session.id != session_id):
                return
            del self._open[user_id]
        running.session.end()

    def close(self) -> None:
        """End all running sessions."""
        for user_id in list(self._open):
            self.end_session(user_id)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _running(self, user: UserMemory, session_id: str | None) -> _Open:
        now = self._store.clock.now()
        with self._lock:
            running = self._open.get(user.name)
        if running is not None:
            other = session_id is not None and running.session.id != session_id
            rested = now - running.active >= self._store.resume_policy.continue_within
            if not other and (session_id is not None or not rested):
                return running
            self.end_session(user.name)
        opened = _Open(user.session(session_id), now, [])
        with self._lock:
            return self._open.setdefault(user.name, opened)

    def _heard(self, user: UserMemory, session_id: str | None, message: str) -> _Open:
        """The running session, with the message in it."""
        running = self._running(user, session_id)
        try:
            running.session.add(Role.USER, message)
        except StoreClosed:
            # Another thread ended it at this moment; a store that is closed raises again.
            running = self._running(user, running.session.id)
            running.session.add(Role.USER, message)
        return running

    def _context(self, running: _Open, message: str) -> Context:
        max_tokens, reserve = self._window
        return running.session.context(message, max_tokens=max_tokens, reserve=reserve, system=self._instructions(running.session))

    def _instructions(self, session: Session) -> str:
        resumption = session.resumption
        return self._system if resumption.gap is None else f"{self._system}\n\n{resumption.prompt}"

    def _reply(self, user: UserMemory, running: _Open, message: str, context: Context) -> Reply:
        session_id = running.session.id
        if self._llm is not None:
            try:
                text = self._llm.reply(context.messages)
            except LLMUnavailable as error:
                self._note("model", error)
                plain = f"I cannot reach my language model right now. {self._plain(user, message)}"
                return Reply(plain, session_id, context, degraded=("model",))
            return Reply(text, session_id, context, self._used(user, context, message, text))
        return Reply(self._plain(user, message), session_id, context)

    def _plain(self, user: UserMemory, message: str) -> str:
        """An answer without a model."""
        understood = user.reflect(most=_READ)
        noted = any(understood.counts.get(name) for name in ("add", "replace", "retract", "confirm", "task"))
        asks = message.rstrip().endswith(("?", "？", "؟"))
        if noted and not asks:
            return plain_answer([], [], asks=False, noted=True)
        known = user.profile.asked(message)
        told = {source for attribute in known for source in attribute.sources}
        found = user.recall(message, limit=_TOLD + 1, min_score=_SURE)
        hits = [hit for hit in found if hit.text != message and _tells(hit) and not told & set(hit.sources)]
        return plain_answer(hits[:_TOLD], known, asks=asks or bool(hits or known), noted=noted)

    def _without_memory(self, user_id: str, message: str, session_id: str | None, error: PerdureError) -> Reply:
        """What the model says without memory; the error itself if there is no model either."""
        if self._llm is None:
            raise error
        self._note("memory", error)
        with self._lock:
            running = self._open.get(user_id)
        before: list[Message] = [] if running is None else running.said[-10:]
        head: list[Message] = [{"role": Role.SYSTEM.value, "content": self._system}]
        tail: list[Message] = [{"role": Role.USER.value, "content": message}]
        text = self._llm.reply([*head, *before, *tail])
        if running is not None:
            _note_said(running, message, text)
        return Reply(text, session_id or (running.session.id if running else ""), None, degraded=("memory",))

    def _keep(self, user: UserMemory, running: _Open, message: str, reply: Reply) -> None:
        _note_said(running, message, reply.text)
        metadata = {"degraded": list(reply.degraded)} if reply.degraded else None
        try:
            self._answered(user, running.session, reply.text, metadata)
        except PerdureError as error:
            # The answer is there and the message is stored; that the answer is not must not take it from the user.
            self._note("answer not stored", error)

    def _answered(self, user: UserMemory, session: Session, text: str, metadata: dict[str, Any] | None) -> None:
        try:
            session.add(Role.ASSISTANT, text, metadata=metadata)
        except StoreClosed:
            # Ended while the model was thinking: the answer belongs to it all the same.
            with user.session(session.id) as again:
                again.add(Role.ASSISTANT, text, metadata=metadata)

    def _used(self, user: UserMemory, context: Context, message: str, text: str) -> tuple[str, ...]:
        """Which memories the answer rests on; counted, so that recall learns from it."""
        try:
            return user.answered(text, context.hits, question=message)
        except PerdureError as error:
            self._note("use not counted", error)
            return ()

    def _note(self, what: str, error: Exception) -> None:
        with self._lock:
            self._counts[what] += 1
        _log.warning("%s: %s", what, error)


def _note_said(running: _Open, message: str, answer: str) -> None:
    asked: Message = {"role": Role.USER.value, "content": message}
    answered: Message = {"role": Role.ASSISTANT.value, "content": answer}
    running.said += [asked, answered]
    del running.said[:-_KEPT]


def _tells(hit: Hit) -> bool:
    """Whether a hit is something that a person said and that still holds."""
    return hit.speaker != Role.ASSISTANT.value and hit.why.signals.get("statement", 0.0) >= 0
