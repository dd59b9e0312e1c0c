"""What a user has to do: added by hand, or read out of what they said."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from perdure.client.services import Services
from perdure.errors import InvalidOption, UnknownTask, UnknownThread
from perdure.model.checks import aware, valid_limit, valid_text
from perdure.model.ids import TASK
from perdure.model.scope import Scope
from perdure.model.task import Priority, Task, TaskStatus
from perdure.ports.engine import Writer
from perdure.tasks.reminders import by_urgency, due_reminders, without_due

__all__ = ["Tasks"]

_TITLE_BYTES = 4096
_REMINDED = 100


class Tasks:
    """What is to be done, with due times and reminders."""

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
        reminders: Sequence[datetime] = (),
    ) -> Task:
        """Add an open task; durable on return. `reminders` are moments at which `remind` brings it up."""
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
            reminders=tuple(sorted(aware(moment, "reminder") for moment in reminders)),
            stated=True,
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
        found = self._services.engine.read(self._scope, lambda reader: reader.tasks.list(wanted, valid_limit(limit)))
        return by_urgency(found, self._services.clock.now())

    def complete(self, task_id: str) -> Task:
        """Mark a task as done."""
        return self._change(task_id, TaskStatus.DONE)

    def cancel(self, task_id: str) -> Task:
        """Mark a task as not to be done any more."""
        return self._change(task_id, TaskStatus.CANCELLED)

    def reopen(self, task_id: str) -> Task:
        """Take a closed task up again."""
        return self._change(task_id, TaskStatus.OPEN)

    def move(self, task_id: str, due: datetime | None) -> Task:
        """Give a task another due time; its reminders move along. None: it has none any more."""
        if due is not None:
            aware(due, "due time")

        def work(writer: Writer) -> Task:
            task = _known(writer, task_id)
            shift = None if due is None or task.due is None else due - task.due
            reminders = tuple(moment + shift for moment in task.reminders) if shift is not None else task.reminders
            moved = replace(task, due=due, reminders=() if due is None else reminders)
            writer.tasks.put(moved)
            return moved

        return self._services.engine.write(self._scope, work)

    def remind(self, callback: Callable[[Task, datetime], None] | None = None) -> Sequence[tuple[Task, datetime]]:
        """The reminders that are due, with their moments, oldest first; each is given once.

        With a `callback` each is handed over before it is struck off: one whose callback raises comes again.
        """
        now = self._services.clock.now()
        found = self._services.engine.read(self._scope, lambda reader: due_reminders(reader.tasks.due_reminders(now, _REMINDED), now))
        given: dict[str, datetime] = {}
        try:
            for task, moment in found:
                if callback is not None:
                    callback(task, moment)
                given[task.id] = moment
        finally:
            self._strike(given)
        return found

    def _strike(self, given: dict[str, datetime]) -> None:
        def work(writer: Writer) -> None:
            for task_id, moment in given.items():
                task = writer.tasks.get(task_id)
                if task is not None:
                    writer.tasks.put(without_due(task, moment))

        if given:
            self._services.engine.write(self._scope, work)

    def _change(self, task_id: str, status: TaskStatus) -> Task:
        now = self._services.clock.now()

        def work(writer: Writer) -> Task:
            opened = status is TaskStatus.OPEN
            changed = replace(_known(writer, task_id), status=status, closed=None if opened else now)
            writer.tasks.put(changed if opened else replace(changed, reminders=()))
            return changed

        return self._services.engine.write(self._scope, work)


def _known(writer: Writer, task_id: str) -> Task:
    task = writer.tasks.get(task_id)
    if task is None:
        raise UnknownTask(f"There is no task {task_id!r}. Nothing was changed.")
    return task
