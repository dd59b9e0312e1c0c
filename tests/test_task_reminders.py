"""When tasks want to be brought up, and which come first."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from perdure.model.task import Priority, Task, TaskStatus
from perdure.model.turn import Role, Turn
from perdure.tasks.reading import commitments_of
from perdure.tasks.reminders import by_urgency, due_reminders, without_due

BERLIN = ZoneInfo("Europe/Berlin")
AT = datetime(2024, 5, 15, 14, 30, tzinfo=BERLIN)  # a Wednesday
HOUR = timedelta(hours=1)


def _task(identity: str, *reminders: datetime, due: datetime | None = None, priority: Priority = Priority.NORMAL, age: int = 1) -> Task:
    return Task(identity, identity, TaskStatus.OPEN, priority, AT - timedelta(days=age), due, reminders=reminders)


@pytest.mark.parametrize(
    ("text", "reminder"),
    [
        ("remind me to call the plumber on Friday", "05-17 09:00"),
        ("remind me tomorrow morning to call the plumber", "05-16 09:00"),
        ("remind me tonight to call the plumber", "05-15 18:00"),
        ("remind me at 5pm to call the plumber", "05-15 17:00"),
        ("remind me today to call the plumber", "05-15 19:14"),
        ("remind me on Thursday about the Friday exam", "05-16 09:00"),
        ("remind me an hour before the meeting with Anna tomorrow at 3pm", "05-16 14:00"),
        ("remind me 2 days before the wedding on June 15th to get a haircut", "06-13 09:00"),
        ("The issue must go to the printer by the 20th. Please remind me two days before.", "05-18 09:00"),
        ("I have dinner with Sam on Saturday at 7pm, remind me the night before", "05-17 18:00"),
        ("I have to bring cake on Thursday at 17:30, remind me wednesday evening", "05-15 18:00"),
        ("I have to pay the rent by Tuesday", "05-20 09:00"),
        ("I have to see the dentist on Monday at 4pm", "05-19 16:00"),
    ],
)
def test_a_reminder_rings_when_it_was_asked_for_or_the_day_before(text: str, reminder: str) -> None:
    [found] = commitments_of(Turn("trn_1", "ses_1", "thr_1", 0, Role.USER, None, text, AT))

    assert [f"{moment:%m-%d %H:%M}" for moment in found.reminders] == [reminder]


@pytest.mark.parametrize("text", ["I have to pay the rent tomorrow", "I need to buy milk", "remind me to buy milk"])
def test_what_is_due_soon_or_never_rings_only_if_asked_for(text: str) -> None:
    [found] = commitments_of(Turn("trn_1", "ses_1", "thr_1", 0, Role.USER, None, text, AT))

    assert found.reminders == ()


def test_reminders_whose_moment_has_come_are_given_oldest_first() -> None:
    early, late = _task("early", AT - 2 * HOUR, AT + HOUR), _task("late", AT - 3 * HOUR, AT)

    given = due_reminders([early, late], AT)

    assert given == [(late, AT - 3 * HOUR), (early, AT - 2 * HOUR), (late, AT)]


def test_a_reminder_is_given_once() -> None:
    task = _task("it", AT - HOUR, AT + HOUR)

    kept = without_due(task, AT)

    assert kept.reminders == (AT + HOUR,)
    assert due_reminders([kept], AT) == []
    assert due_reminders([kept], AT + HOUR) == [(kept, AT + HOUR)]


def test_closed_tasks_do_not_ring() -> None:
    done = Task("done", "done", TaskStatus.DONE, Priority.NORMAL, AT - HOUR, reminders=(AT - HOUR,))

    assert due_reminders([done], AT) == []


def test_overdue_tasks_come_first_then_by_time_then_by_priority() -> None:
    tasks = [
        _task("someday"),
        _task("someday high", priority=Priority.HIGH),
        _task("tomorrow", due=AT + 24 * HOUR),
        _task("tomorrow high", due=AT + 24 * HOUR, priority=Priority.HIGH),
        _task("later", due=AT + 72 * HOUR, priority=Priority.HIGH),
        _task("overdue", due=AT - HOUR, priority=Priority.LOW),
        _task("older", age=5),
    ]

    ordered = [task.id for task in by_urgency(tasks, AT)]

    assert ordered == ["overdue", "tomorrow high", "tomorrow", "later", "someday high", "older", "someday"]
