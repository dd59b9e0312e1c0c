"""Logical conversations that span sessions."""

from dataclasses import replace

from perdure.client.services import Services
from perdure.errors import UnknownThread
from perdure.model.checks import valid_limit, valid_name, valid_text
from perdure.model.ids import THREAD
from perdure.model.scope import Scope
from perdure.model.thread import Thread, ThreadContext, ThreadState
from perdure.ports.engine import Reader, Writer
from perdure.threads.summary import LOOKED_AT, extend_summary

__all__ = ["LAST_TURNS", "Threads", "refreshed"]

LAST_TURNS = 5
_TITLE_BYTES = 4096


def refreshed(reader: Reader | Writer, thread: Thread) -> Thread:
    """The thread with a summary that misses fewer than three of its turns."""
    new = thread.turns - thread.summarised
    if not new:
        return thread
    turns = reader.turns.of_thread(thread.id, new + LOOKED_AT)
    return extend_summary(thread, turns[-new:], turns[:-new])


class Threads:
    """Logical conversations (a project, a ticket, a trip) that span sessions.

    A session without a thread of its own goes on with the running one that it is about, or opens one; a thread that the application named
    is never touched by that.
    """

    def __init__(self, services: Services, scope: Scope) -> None:
        self._services = services
        self._scope = scope

    def open(self, title: str, *, thread_id: str | None = None) -> Thread:
        """A new thread with this title, or the one that has `thread_id` already. Sessions join it with `session(thread=)`."""
        title = valid_text(title, _TITLE_BYTES, "title")
        identity = self._services.ids.new(THREAD) if thread_id is None else valid_name(thread_id, "thread")
        now = self._services.clock.now()
        return self._services.engine.write(self._scope, lambda writer: writer.threads.open(identity, title, now, explicit=True))

    def list(self, limit: int = 10) -> list[Thread]:
        """Threads in which something was said, the most recently active first, with their summaries."""
        return self._services.engine.read(
            self._scope, lambda reader: [refreshed(reader, thread) for thread in reader.threads.recent(valid_limit(limit))]
        )

    def context(self, thread_id: str) -> ThreadContext:
        """A thread's summary, decisions, action items and last five turns.

        Raises:
            UnknownThread: there is none of that id.
        """

        def work(reader: Reader) -> ThreadContext:
            thread = reader.threads.get(thread_id)
            if thread is None:
                raise UnknownThread(f"There is no thread {thread_id!r}.")
            return ThreadContext(refreshed(reader, thread), tuple(reader.turns.of_thread(thread_id, LAST_TURNS)))

        return self._services.engine.read(self._scope, work)

    def rename(self, thread_id: str, title: str) -> Thread:
        """Give a thread another title."""
        title = valid_text(title, _TITLE_BYTES, "title")
        return self._change(thread_id, title=title)

    def close(self, thread_id: str) -> Thread:
        """Mark a thread as done: nothing goes on with it by itself. It stays searchable."""
        return self._change(thread_id, state=ThreadState.CLOSED)

    def reopen(self, thread_id: str) -> Thread:
        """Take a closed thread up again."""
        return self._change(thread_id, state=ThreadState.OPEN)

    def merge(self, thread_id: str, into: str) -> Thread:
        """Make one thread part of another: sessions, tasks and memories move, and its id means the other one from now on.

        Raises:
            UnknownThread: nothing was changed.
        """

        def work(writer: Writer) -> Thread:
            thread = refreshed(writer, writer.threads.merge(thread_id, into))
            writer.threads.put(thread)
            return thread

        return self._services.engine.write(self._scope, work)

    def _change(self, thread_id: str, *, title: str | None = None, state: ThreadState | None = None) -> Thread:
        def work(writer: Writer) -> Thread:
            thread = writer.threads.get(thread_id)
            if thread is None:
                raise UnknownThread(f"There is no thread {thread_id!r}. Nothing was changed.")
            changed = replace(thread, title=title or thread.title, state=state or thread.state)
            writer.threads.put(changed)
            return changed

        return self._services.engine.write(self._scope, work)
