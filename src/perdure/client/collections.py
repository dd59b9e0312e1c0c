"""Threads, tasks and profile of a user."""

from dataclasses import replace
from datetime import datetime

from perdure.client.services import Services
from perdure.errors import InvalidOption, UnknownTask, UnknownThread
from perdure.model.checks import aware, valid_limit, valid_name, valid_text
from perdure.model.ids import TASK, THREAD
from perdure.model.profile import Attribute
from perdure.model.scope import Scope
from perdure.model.task import Priority, Task, TaskStatus
from perdure.model.thread import Thread, ThreadContext, ThreadState
from perdure.ports.engine import Reader, Writer
from perdure.threads.summary import summarise, title_of

__all__ = ["LAST_TURNS", "Profile", "Tasks", "Threads", "refreshed"]

LAST_TURNS = 5
_TITLE_BYTES = 4096


def refreshed(reader: Reader | Writer, thread: Thread) -> Thread:
    """The thread with a summary that covers all its turns."""
    if thread.summarised == thread.turns:
        return thread
    turns = reader.turns.of_thread(thread.id, 200)
    return replace(thread, title=thread.title or title_of(turns), summary=summarise(turns), summarised=thread.turns)


class Threads:
    """Logical conversations that span sessions."""

    def __init__(self, services: Services, scope: Scope) -> None:
        self._services = services
        self._scope = scope

    def open(self, title: str, *, thread_id: str | None = None) -> Thread:
        """A new thread with this title, or the one that has `thread_id` already. Sessions join it with `session(thread=)`."""
        title = valid_text(title, _TITLE_BYTES, "title")
        identity = self._services.ids.new(THREAD) if thread_id is None else valid_name(thread_id, "thread")
        now = self._services.clock.now()
        return self._services.engine.write(self._scope, lambda writer: writer.threads.open(identity, title, now))

    def list(self, limit: int = 10) -> list[Thread]:
        """Threads in which something was said, the most recently active first, with their summaries."""
        return self._services.engine.read(
            self._scope, lambda reader: [refreshed(reader, thread) for thread in reader.threads.recent(valid_limit(limit))]
        )

    def context(self, thread_id: str) -> ThreadContext:
        """A thread's summary and its last five turns.

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
        """Mark a thread as done; it stays searchable."""
        return self._change(thread_id, state=ThreadState.CLOSED)

    def _change(self, thread_id: str, *, title: str | None = None, state: ThreadState | None = None) -> Thread:
        def work(writer: Writer) -> Thread:
            thread = writer.threads.get(thread_id)
            if thread is None:
                raise UnknownThread(f"There is no thread {thread_id!r}. Nothing was changed.")
            changed = replace(thread, title=title or thread.title, state=state or thread.state)
            writer.threads.put(changed)
            return changed

        return self._services.engine.write(self._scope, work)


class Tasks:
    """What is to be done."""

    def __init__(self, services: Services, scope: Scope) -> None:
        self._services = services
        self._scope = scope

    def add(
        self,
        title: str,
        *,
        due: datetime | None = None,
        priority: Priority | int = Priority.NORMAL,
        thread: str | None = None,
    ) -> Task:
        """Add an open task; durable on return."""
        if due is not None:
            aware(due, "due time")
        if priority not in tuple(Priority):
            raise InvalidOption(f"priority must be one of {[level.value for level in Priority]}, not {priority!r}. Nothing was written.")
        task = Task(
            id=self._services.ids.new(TASK),
            title=valid_text(title, _TITLE_BYTES, "title"),
            status=TaskStatus.OPEN,
            priority=Priority(priority),
            created=self._services.clock.now(),
            due=due,
            thread_id=thread,
        )

        def work(writer: Writer) -> Task:
            if thread is not None and writer.threads.get(thread) is None:
                raise UnknownThread(f"There is no thread {thread!r}. Nothing was written.")
            writer.tasks.put(task)
            return task

        return self._services.engine.write(self._scope, work)

    def list(self, status: TaskStatus | str | None = TaskStatus.OPEN, *, limit: int = 100) -> list[Task]:
        """Tasks, the most urgent first; of any status for None."""
        try:
            wanted = None if status is None else TaskStatus(status)
        except ValueError:
            raise InvalidOption(f"{status!r} is not a status; statuses are {', '.join(TaskStatus)}.") from None
        return self._services.engine.read(self._scope, lambda reader: reader.tasks.list(wanted, valid_limit(limit)))

    def complete(self, task_id: str) -> Task:
        """Mark a task as done."""
        return self._close(task_id, TaskStatus.DONE)

    def cancel(self, task_id: str) -> Task:
        """Mark a task as not to be done any more."""
        return self._close(task_id, TaskStatus.CANCELLED)

    def _close(self, task_id: str, status: TaskStatus) -> Task:
        now = self._services.clock.now()

        def work(writer: Writer) -> Task:
            task = writer.tasks.get(task_id)
            if task is None:
                raise UnknownTask(f"There is no task {task_id!r}. Nothing was changed.")
            closed = replace(task, status=status, closed=now)
            writer.tasks.put(closed)
            return closed

        return self._services.engine.write(self._scope, work)


class Profile:
    """Structured attributes (account, name, employer, diet...), each with its history."""

    def __init__(self, services: Services, scope: Scope) -> None:
        self._services = services
        self._scope = scope

    def set(self, name: str, value: str, *, at: datetime | None = None, source: str = "user") -> Attribute:
        """Give an attribute a value; the former one's validity ends. With `at` before a later value, it becomes history at once."""
        start = self._services.clock.now() if at is None else aware(at)
        attribute = Attribute(
            valid_name(name, "attribute"), valid_text(value, _TITLE_BYTES, "value"), start, source=valid_name(source, "source")
        )

        def work(writer: Writer) -> Attribute:
            later = [known.valid_from for known in writer.profile.history(attribute.name) if known.valid_from > start]
            if later:
                # What held once does not replace what came after it.
                past = replace(attribute, valid_until=min(later))
                writer.profile.put(past)
                return past
            writer.profile.end(attribute.name, start)
            writer.profile.put(attribute)
            return attribute

        return self._services.engine.write(self._scope, work)

    def get(self, name: str) -> str | None:
        """The attribute's current value."""
        return next((attribute.value for attribute in self.all() if attribute.name == name), None)

    def all(self) -> list[Attribute]:
        """All current attributes, by name."""
        return self._services.engine.read(self._scope, lambda reader: reader.profile.current())

    def history(self, name: str) -> list[Attribute]:
        """All values an attribute had, oldest first."""
        return self._services.engine.read(self._scope, lambda reader: reader.profile.history(name))

    def remove(self, name: str) -> None:
        """The attribute holds no longer; its history stays."""
        now = self._services.clock.now()
        self._services.engine.write(self._scope, lambda writer: writer.profile.end(name, now))
