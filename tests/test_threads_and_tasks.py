"""Sessions go on with the thread they are about, threads tell what was decided, and tasks follow what is said of them."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from perdure import NewTurn, Session, Task, TaskStatus, ThreadState, UserMemory
from perdure.errors import UnknownTask, UnknownThread
from perdure.ports.clock import ManualClock

DAY = timedelta(days=1)
FRIDAY = datetime(2026, 5, 15, 12, tzinfo=UTC)
"""Where the clock of the fixtures stands."""
KITCHEN = (
    "Let's plan the new kitchen: oak cabinets, an induction hob and a marble worktop.",
    "We decided to take oak cabinets.",
    "I need to call the carpenter about the worktop by Wednesday.",
    "The induction hob costs 900 euros.",
)
MARATHON = (
    "I want to train for the marathon in Vienna. Which running shoes should I buy?",
    "How many kilometres should I run a week before the marathon?",
)
BACK = "Back to the kitchen plan: which worktop fits the oak cabinets?"
MORE_KITCHEN = (
    "Hello there, how are you?",
    "The oak cabinets for the kitchen arrive next week.",
    "Should the marble worktop of the kitchen be sealed?",
    "The induction hob needs a new cable.",
)


def talk(user: UserMemory, texts: Sequence[str], *, session_id: str | None = None, thread: str | None = None) -> Session:
    with user.session(session_id, thread=thread) as session:
        for text in texts:
            session.add("user", text)
    return session


def thread_of(user: UserMemory, session: Session) -> str:
    """Where a session belongs by now."""
    return user.session(session.id).thread_id


@pytest.fixture
def kitchen(alice: UserMemory, clock: ManualClock) -> str:
    """The id of yesterday's thread about a kitchen; another one was about a marathon."""
    session = talk(alice, KITCHEN)
    talk(alice, MARATHON)
    clock.advance(DAY)
    return session.thread_id


def test_imported_sessions_find_the_thread_that_was_running_when_they_began(alice: UserMemory) -> None:
    later = [(f"later {number}", text) for number in range(25) for text in (f"Errand number {number}.", "Thank you.")]
    told = [("first", KITCHEN), ("second", MORE_KITCHEN), *((name, (text,)) for name, text in later)]
    days = {name: day for day, name in enumerate(dict(told))}
    alice.ingest([NewTurn(name, "user", text, FRIDAY - 90 * DAY + days[name] * DAY) for name, texts in told for text in texts])

    alice.reflect()

    assert alice.session("second").thread_id == alice.session("first").thread_id


@pytest.mark.parametrize("message", [BACK, "back to the kitchen plan", "About the kitchen worktop: is marble too soft?"])
def test_a_session_goes_on_with_the_running_thread_from_its_first_message(alice: UserMemory, kitchen: str, message: str) -> None:
    session = alice.session()
    session.add("user", message)
    assert session.thread_id == kitchen


@pytest.mark.parametrize("message", ["My passport expires in June, how do I renew it?", "Hi!", "New topic: which novel should I read?"])
def test_another_topic_opens_another_thread(alice: UserMemory, kitchen: str, message: str) -> None:
    session = talk(alice, [message])
    assert thread_of(alice, session) not in {thread.id for thread in alice.threads.list()} - {session.thread_id}
    assert len(alice.threads.list()) == 3


def test_a_session_that_comes_to_its_topic_later_joins_the_thread_when_it_ends(alice: UserMemory, kitchen: str) -> None:
    session = alice.session()
    for text in MORE_KITCHEN:
        session.add("user", text)
    assert session.thread_id != kitchen
    own = session.thread_id

    session.end()

    assert thread_of(alice, session) == kitchen
    assert alice.threads.context(own).thread.id == kitchen
    assert len(alice.threads.list()) == 2


def test_a_thread_that_the_application_named_wins(alice: UserMemory, kitchen: str) -> None:
    first = talk(alice, [BACK], thread="garden")
    later = talk(alice, MORE_KITCHEN, thread="garden")
    assert (first.thread_id, thread_of(alice, first), thread_of(alice, later)) == ("garden", "garden", "garden")
    alice.reflect()
    assert thread_of(alice, later) == "garden"
    assert alice.threads.context(kitchen).thread.turns == len(KITCHEN)


def test_a_known_session_keeps_its_thread(alice: UserMemory, kitchen: str) -> None:
    session = talk(alice, ["My passport expires in June."], session_id="web-42")
    again = talk(alice, [BACK], session_id="web-42")
    assert again.thread_id == session.thread_id != kitchen


def test_a_closed_thread_is_not_taken_up_until_it_is_reopened(alice: UserMemory, kitchen: str) -> None:
    assert alice.threads.close(kitchen).state is ThreadState.CLOSED
    assert talk(alice, [BACK]).thread_id != kitchen


def test_a_reopened_thread_is_taken_up_again(alice: UserMemory, kitchen: str) -> None:
    alice.threads.close(kitchen)
    assert alice.threads.reopen(kitchen).state is ThreadState.OPEN
    assert talk(alice, [BACK]).thread_id == kitchen


def test_after_a_week_a_new_thread_is_opened(alice: UserMemory, kitchen: str, clock: ManualClock) -> None:
    clock.advance(5 * DAY)
    assert talk(alice, [BACK]).thread_id == kitchen
    clock.advance(8 * DAY)
    session = talk(alice, [BACK])
    assert thread_of(alice, session) != kitchen


def test_a_thread_tells_what_was_decided_and_what_is_to_be_done(alice: UserMemory, kitchen: str) -> None:
    context = alice.threads.context(kitchen)
    (decision,) = context.thread.decisions
    (item,) = context.thread.action_items
    assert "oak cabinets" in decision.text
    assert decision.source in {turn.id for turn in context.last_turns}
    assert "call the carpenter" in item.text
    assert (item.who, item.done) == ("user", False)
    assert item.due is not None
    assert item.due.date() == (FRIDAY + 5 * DAY).date()
    assert "oak cabinets" in context.thread.summary
    assert [turn.text for turn in context.last_turns] == list(KITCHEN)


def test_the_summary_follows_the_thread(alice: UserMemory, kitchen: str) -> None:
    talk(alice, [BACK, "The tiles behind the kitchen hob will be green.", "We decided to take green kitchen tiles from Lisbon."])
    thread = alice.threads.context(kitchen).thread
    assert (thread.turns, thread.summarised) == (7, 7)
    assert any("Lisbon" in decision.text for decision in thread.decisions)


def test_a_session_tells_the_model_what_was_decided_and_what_is_open(alice: UserMemory, kitchen: str) -> None:
    session = alice.session()
    session.add("user", BACK)
    sections = session.context("What is next for the kitchen?", max_tokens=1000, reserve=0)
    (line,) = [line for line in sections.messages[0]["content"].splitlines() if line.startswith('{"thread"')]
    assert "decided to take oak cabinets" in line
    assert "call the carpenter" in line


def test_merging_makes_one_thread_of_two(alice: UserMemory, kitchen: str) -> None:
    other = talk(alice, ["My passport expires in June.", "I need to renew the passport by Wednesday."])
    before = alice.threads.context(kitchen).thread.turns

    merged = alice.threads.merge(other.thread_id, kitchen)

    assert merged.turns == before + 2
    assert thread_of(alice, other) == kitchen
    assert alice.threads.context(other.thread_id).thread.id == kitchen
    assert {task.thread_id for task in alice.tasks.list()} == {kitchen}
    with pytest.raises(UnknownThread):
        alice.threads.merge(kitchen, "thr_none")


def test_a_renamed_thread_keeps_its_name(alice: UserMemory, kitchen: str) -> None:
    alice.threads.rename(kitchen, "Kitchen of the flat")
    talk(alice, [BACK, "The tiles will be green.", "They come from Lisbon."])
    assert alice.threads.context(kitchen).thread.title == "Kitchen of the flat"
    with pytest.raises(UnknownThread):
        alice.threads.rename("thr_none", "Nothing")


# Tasks


def titles(tasks: Sequence[Task]) -> list[str]:
    return [task.title for task in tasks]


def test_what_the_user_has_to_do_becomes_a_task_with_its_time(alice: UserMemory) -> None:
    session = talk(alice, ["I need to call the dentist by Wednesday."])
    (task,) = alice.tasks.list()
    assert task.title == "Call the dentist"
    assert task.due is not None
    assert task.due.date() == (FRIDAY + 5 * DAY).date()
    assert task.sources == (session.turns()[0].id,)
    assert task.thread_id == session.thread_id


def test_saying_it_again_makes_no_second_task(alice: UserMemory) -> None:
    talk(alice, ["I need to call the dentist by Wednesday."])
    talk(alice, ["I really need to call the dentist by Wednesday."])
    assert len(alice.tasks.list()) == 1


def test_a_task_is_done_when_the_user_says_so(alice: UserMemory) -> None:
    talk(alice, ["I need to call the dentist by Wednesday.", "I need to renew my passport."])
    talk(alice, ["I have called the dentist."])
    assert titles(alice.tasks.list()) == ["Renew my passport"]
    (done,) = alice.tasks.list(TaskStatus.DONE)
    assert (done.title, done.closed, done.reminders) == ("Call the dentist", FRIDAY, ())


def test_a_task_moves_when_the_user_says_so(alice: UserMemory) -> None:
    talk(alice, ["Remind me to send the report tomorrow at 9am."])
    talk(alice, ["Let's move sending the report to Monday."])
    (task,) = alice.tasks.list()
    assert task.due is not None
    assert task.due.date() == (FRIDAY + 3 * DAY).date()
    assert task.reminders == (datetime(2026, 5, 18, 9, tzinfo=UTC),)


def test_a_task_is_cancelled_when_the_user_says_so(alice: UserMemory) -> None:
    talk(alice, ["I need to call the dentist by Wednesday."])
    talk(alice, ["I don't need to call the dentist anymore."])
    assert alice.tasks.list() == []
    assert titles(alice.tasks.list(TaskStatus.CANCELLED)) == ["Call the dentist"]


def test_what_others_have_to_do_or_what_is_asked_is_no_task(alice: UserMemory) -> None:
    with alice.session() as session:
        session.add("user", "My sister said she needs to call the dentist by Wednesday.")
        session.add("user", "Should I call the dentist?")
        session.add("assistant", "You need to call the dentist by Wednesday.")
    assert alice.tasks.list() == []


def test_a_reminder_is_given_once(alice: UserMemory, clock: ManualClock) -> None:
    talk(alice, ["Remind me to send the report tomorrow at 9am."])
    given: list[tuple[str, datetime]] = []

    def note(task: Task, moment: datetime) -> None:
        given.append((task.title, moment))

    alice.tasks.remind(note)
    assert given == []
    clock.advance(DAY)
    alice.tasks.remind(note)
    alice.tasks.remind(note)
    assert given == [("Send the report", datetime(2026, 5, 16, 9, tzinfo=UTC))]


def test_a_reminder_whose_callback_failed_comes_again_and_the_others_do_not(alice: UserMemory, clock: ManualClock) -> None:
    for hour, title in ((1, "First"), (2, "Second"), (3, "Third")):
        alice.tasks.add(title, reminders=[FRIDAY + timedelta(hours=hour)])
    clock.advance(DAY)
    given: list[str] = []

    def failing(task: Task, moment: datetime) -> None:
        if task.title == "Second":
            raise ConnectionError("no network")
        given.append(task.title)

    with pytest.raises(ConnectionError):
        alice.tasks.remind(failing)
    assert titles([task for task, _ in alice.tasks.remind()]) == ["Second", "Third"]
    assert given == ["First"]
    assert alice.tasks.remind() == []


def test_nobody_is_reminded_of_what_is_done(alice: UserMemory, clock: ManualClock) -> None:
    talk(alice, ["Remind me to send the report tomorrow at 9am."])
    talk(alice, ["I've sent the report."])
    clock.advance(DAY)
    assert alice.tasks.remind() == []


def test_a_task_moved_by_hand_takes_its_reminders_along(alice: UserMemory) -> None:
    task = alice.tasks.add("Call", due=FRIDAY + DAY, reminders=[FRIDAY + DAY / 2])
    moved = alice.tasks.move(task.id, FRIDAY + 3 * DAY)
    assert (moved.due, moved.reminders) == (FRIDAY + 3 * DAY, (FRIDAY + 2.5 * DAY,))
    assert alice.tasks.move(task.id, None).reminders == ()
    with pytest.raises(UnknownTask):
        alice.tasks.move("tsk_none", None)


def test_what_is_said_of_an_unknown_task_changes_none(alice: UserMemory) -> None:
    talk(alice, ["I need to call the dentist by Wednesday."])
    talk(alice, ["I have fixed the bike."])
    assert titles(alice.tasks.list()) == ["Call the dentist"]
