"""What turns say has become of tasks, and which of them is meant."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from perdure.model.task import Change, Commitment, Priority, Task, TaskStatus
from perdure.model.turn import Role, Turn
from perdure.tasks.changes import changes_of
from perdure.tasks.matching import known_commitment

BERLIN = ZoneInfo("Europe/Berlin")
AT = datetime(2024, 5, 15, 14, 30, tzinfo=BERLIN)  # a Wednesday


def _task(identity: str, title: str, *, days: float = 3, due: datetime | None = None, status: TaskStatus = TaskStatus.OPEN) -> Task:
    closed = None if status is TaskStatus.OPEN else AT - timedelta(hours=5)
    return Task(identity, title, status, Priority.NORMAL, AT - timedelta(days=days), due, closed)


def _day(day: int, hour: int = 23, minute: int = 59) -> datetime:
    return datetime(2024, 5, day, hour, minute, tzinfo=BERLIN)


TASKS = [
    _task("plumber", "Call the plumber"),
    _task("report", "Finish the report", days=4, due=_day(17)),
    _task("dentist", "Dentist appointment", days=5, due=_day(16, 15, 0)),
    _task("gym", "Cancel the gym membership", days=6),
    _task("review", "Prepare for the design review", days=7, due=_day(20, 10, 0)),
    _task("demo", "Demo for Acme", days=8, due=_day(21)),
    _task("milk", "Buy oat milk", days=2),
    _task("slides", "Send Bob the slides", days=0.1),
    _task("tax", "File the tax return", days=20, status=TaskStatus.DONE),
    _task("sink", "Fix the sink", days=10, status=TaskStatus.DONE),
]


def _turn(text: str, *, role: Role = Role.USER) -> Turn:
    return Turn("trn_9", "ses_1", "thr_1", 0, role, None, text, AT)


def _told(text: str, tasks: list[Task] = TASKS) -> str:
    changes = changes_of(_turn(text), tasks)
    return ", ".join(f"{each.task_id} {each.change}" + (f" {each.due:%d %H:%M}" if each.due else "") for each in changes)


CHANGES = """
done => slides done
sent it => slides done
I've finished the report => report done
called the plumber this morning => plumber done
I called the plumber and he'll come on Monday => plumber done
report submitted! => report done
the report's finally finished! => report done
got the milk => milk done
just bought the oat milk => milk done
I cancelled the gym membership => gym done
I finished the report and sent Bob the slides => report done, slides done
Milk bought, plumber called => milk done, plumber done
cancel the dentist => dentist cancelled
forget about the gym thing => gym cancelled
never mind the milk => milk cancelled
no need to call the plumber anymore => plumber cancelled
take milk off my list => milk cancelled
the demo is off => demo cancelled
the review was moved to Thursday => review moved 16 10:00
dentist moved to 4pm => dentist moved 16 16:00
the dentist got rescheduled to next Tuesday at 9 => dentist moved 21 09:00
push the demo by a week => demo moved 28 23:59
demo got postponed by two days => demo moved 23 23:59
report is now due on Monday => report moved 20 23:59
let's do it on Friday instead => slides moved 17 23:59
actually I haven't filed the tax return => tax reopened
the sink fix didn't work, back on the list => sink reopened
"""


@pytest.mark.parametrize(("text", "wanted"), [line.split(" => ") for line in CHANGES.strip().splitlines()])
def test_a_change_is_found_for_the_task_it_speaks_of(text: str, wanted: str) -> None:
    assert _told(text) == wanted


UNCHANGED = """
is the report done?
did you call the plumber?
can we move the review to Wednesday?
I haven't finished the report
not done yet with the report
I'll finish the report tomorrow
I need to finish the report
the report is almost done
started the report
if the report is done by Friday we can celebrate
I wish the report was done
my brother finished his report
she said "the report is done"
the report looks good
I read the report you wrote
called my mum
I sent mum flowers
I bought a car
finished my coffee
I cancelled my Spotify
I moved to Berlin on Monday
the plumber never came
the demo went great
got it
both are done
"""


@pytest.mark.parametrize("text", UNCHANGED.strip().splitlines())
def test_nothing_changes_by_questions_plans_negations_or_other_things(text: str) -> None:
    assert _told(text) == ""


@pytest.mark.parametrize(
    ("text", "title", "wanted"),
    [
        ("Die Tafel hab ich gleich am Donnerstag bestellt", "Die Tafel bestellen", "it done"),
        ("la carta la entregué en enero, todo bien", "Entregar la carta", "it done"),
        ("dossier envoyé hier", "Envoyer mon dossier de stage", "it done"),
        ("laisse tomber l'assurance, ma mère s'en occupe", "Payer l'assurance", "it cancelled"),
        ("年费交了", "交健身房的年费", "it done"),
        ("取消明天的牙医", "牙医", "it cancelled"),
        ("レポート、提出しました", "レポートを提出", "it done"),
    ],
)
def test_changes_are_understood_in_other_languages(text: str, title: str, wanted: str) -> None:
    assert _told(text, [_task("it", title)]) == wanted


def test_of_two_tasks_that_fit_equally_none_is_changed() -> None:
    tasks = [_task("north", "Call the north office"), _task("south", "Call the south office")]

    assert _told("called the office", tasks) == ""
    assert _told("called the south office", tasks) == "south done"


def test_a_bare_done_closes_no_task_of_last_week() -> None:
    assert _told("done", [_task("old", "Send Bob the slides", days=7)]) == ""


def test_a_bare_done_after_something_else_is_about_that() -> None:
    assert _told("I set up the new printer. It's done.") == ""


def test_done_answers_what_the_assistant_asked() -> None:
    tasks = [_task("old", "Send Bob the slides", days=7), _task("new", "Buy oat milk", days=0.1)]
    asked = _turn("Did Bob get the slides?", role=Role.ASSISTANT)

    [change] = changes_of(_turn("done"), tasks, [asked])

    assert (change.task_id, change.change, change.source) == ("old", Change.DONE, "trn_9")


@pytest.mark.parametrize("role", [Role.ASSISTANT, Role.TOOL])
def test_only_the_user_changes_tasks(role: Role) -> None:
    assert changes_of(_turn("the report is done", role=role), TASKS) == []


def test_a_task_told_later_cannot_have_been_meant() -> None:
    assert _told("the report is done", [_task("later", "Finish the report", days=-1)]) == ""


def test_a_closed_task_is_not_closed_again() -> None:
    assert _told("the tax return is done") == ""


@pytest.mark.parametrize(
    ("title", "known"),
    [
        ("Phone the plumber", "plumber"),
        ("Hand in the report", None),
        ("Report", "report"),
        ("Buy some oat milk", "milk"),
        ("Call Anna", None),
        ("Send Bob the invoice", None),
        ("File the tax return", None),
        ("Slides", "slides"),
    ],
)
def test_a_commitment_told_again_is_the_open_task(title: str, known: str | None) -> None:
    found = known_commitment(Commitment(title, "trn_9", AT), TASKS)

    assert (found and found.id) == known


def test_of_equal_tasks_the_latest_is_told_again() -> None:
    first = _task("first", "Pay the rent", days=30)

    found = known_commitment(Commitment("Pay the rent", "trn_9", AT), [first, replace(first, id="second", created=AT)])

    assert found is not None
    assert found.id == "second"
