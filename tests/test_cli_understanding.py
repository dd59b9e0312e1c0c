"""The commands for what was understood: profile, tasks, threads, reflect, and the conversation that ends with it."""

import io
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

import pytest

import perdure
from perdure.cli.common import console
from perdure.cli.main import main
from perdure.ports.clock import ManualClock

MONDAY = datetime(2024, 5, 6, 9, tzinfo=UTC)


@dataclass
class Called:
    """What a command printed; `line` is that on one line, `said` what went to the standard error."""

    code: int
    out: str
    error: str

    @property
    def line(self) -> str:
        return " ".join(self.out.split())

    @property
    def said(self) -> str:
        return " ".join(self.error.split())


Run = Callable[..., Called]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.chdir(tmp_path)
    for name in ("PERDURE_STORE", "PERDURE_MODEL", "OPENAI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(console, "width", 160)

    def perdure(*args: str, stdin: str = "") -> Called:
        monkeypatch.setattr(sys, "argv", ["perdure", *args])
        monkeypatch.setattr(sys, "stdin", io.StringIO(stdin))
        with pytest.raises(SystemExit) as left:
            main()
        shown = capsys.readouterr()
        assert isinstance(left.value.code, int)
        return Called(left.value.code, shown.out, shown.err)

    return perdure


@pytest.fixture
def nora(tmp_path: Path) -> perdure.NewTurn:
    """A store in which Nora spoke on a Monday and on the Thursday after, and nothing was understood yet; the last turn."""
    first = ["My name is Nora and I live in Ghent.", "I have to order the oven by 20 May.", "My sister Ann is allergic to nuts."]
    second = ["I moved to Antwerp.", "Remind me to call the plumber on Friday.", "Please always answer in Dutch."]
    turns = [perdure.NewTurn("s1", "user", text, MONDAY + timedelta(minutes=at)) for at, text in enumerate(first)]
    turns += [perdure.NewTurn("s2", "user", text, MONDAY + timedelta(days=3, minutes=at)) for at, text in enumerate(second)]
    with perdure.open(tmp_path / "memory") as store:
        store.user("nora").ingest(turns)
    return turns[-1]


class Model(BaseHTTPRequestHandler):
    """Answers a conversation with `answer`, and whoever asks for a form with what has none."""

    answer: ClassVar[str] = "You live in Ghent."
    asked: ClassVar[list[str]] = []

    def do_POST(self) -> None:
        request: dict[str, Any] = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        type(self).asked.append(json.dumps(request["messages"]))
        message = {"role": "assistant", "content": "{" if "response_format" in request else self.answer}
        choice = {"index": 0, "message": message, "finish_reason": "stop"}
        body = json.dumps({"id": "c", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice]}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name it has in the standard library
        pass


@pytest.fixture
def model() -> Iterator[tuple[str, ...]]:
    """The options that name a model on this machine."""
    pytest.importorskip("openai", reason="the extra perdure[openai] is not installed")
    Model.asked = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Model)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield "--model", "m", "--base-url", f"http://127.0.0.1:{server.server_port}/v1"
    server.shutdown()
    server.server_close()


def test_a_conversation_ends_with_what_was_understood_in_one_line(run: Run) -> None:
    ended = run("chat", stdin="I live in Ghent.\nI have to send the report by Friday.\n")

    last = ended.out.strip().splitlines()[-1]
    assert last.startswith("Understood home = Ghent · to do: Send the report, Fri ")
    assert ended.code == 0


def test_small_talk_is_kept_and_nothing_made_of_it(run: Run) -> None:
    ended = run("chat", "-m", "Hello, how are you today?")

    assert "Nothing of it calls for a memory of its own." in ended.out
    assert "Understood" not in ended.out


def test_a_conversation_in_which_nothing_was_said_ends_without_a_word(run: Run) -> None:
    assert "Kept" not in run("chat", stdin="").out


def test_only_what_was_said_just_now_is_told(run: Run) -> None:
    run("chat", "-m", "I live in Ghent.", "--session", "web")
    ended = run("chat", "-m", "I'm allergic to peanuts.", "--session", "web")

    assert "allergy = peanuts" in ended.out
    assert "home = Ghent" not in ended.out.splitlines()[-1]


def test_a_model_answers_with_what_was_said_in_another_session(run: Run, model: tuple[str, ...]) -> None:
    run("chat", "-m", "I live in Ghent.", *model)
    answered = run("chat", *model, stdin="Where do I live?\n")

    assert "You live in Ghent." in answered.out
    assert "tokens of context" in answered.out
    assert "I live in Ghent." in Model.asked[-1]


def test_without_an_endpoint_memory_answers_and_what_was_said_is_kept(run: Run) -> None:
    pytest.importorskip("openai")
    run("chat", "-m", "I live in Ghent.")
    answered = run("chat", "-m", "Where do I live?", "--model", "m", "--base-url", "http://127.0.0.1:9/v1")

    assert answered.code == 0
    assert "nothing is lost" in answered.line
    assert "home: Ghent" in answered.line
    assert "Traceback" not in answered.error


@pytest.mark.parametrize(
    ("command", "advice"),
    [
        (("profile",), "perdure profile set NAME VALUE"),
        (("profile", "--history", "home"), "perdure reflect"),
        (("tasks",), "perdure tasks add TITLE"),
        (("tasks", "remind"), "No reminder is due."),
    ],
)
def test_what_is_empty_says_what_to_do(run: Run, nora: perdure.NewTurn, command: tuple[str, ...], advice: str) -> None:
    shown = run(*command)

    assert shown.code == 0
    assert advice in shown.line


@pytest.mark.parametrize("command", ["profile", "tasks", "threads", "reflect"])
def test_a_mistyped_store_is_not_made(run: Run, tmp_path: Path, command: str) -> None:
    shown = run(command, "--store", "nowhere")

    assert shown.code == 2
    assert "There is no store at nowhere" in shown.said
    assert not (tmp_path / "nowhere").exists()


def test_reflect_understands_everybody_and_a_second_time_there_is_nothing_left(run: Run, nora: perdure.NewTurn, tmp_path: Path) -> None:
    with perdure.open(tmp_path / "memory") as store:
        store.user("piet").ingest([perdure.NewTurn("p", "user", "I live in Lier.", MONDAY)])

    first, second = run("reflect"), run("reflect")

    assert [line.split()[:2] for line in first.out.splitlines()[1:]] == [["nora", "6"], ["piet", "1"]]
    assert "nothing new to understand of 2 users" in second.out
    assert json.loads(run("profile", "--user", "piet", "--json").out)[0]["value"] == "Lier"


def test_reflect_counts_for_programs(run: Run, nora: perdure.NewTurn) -> None:
    done = json.loads(run("reflect", "--user", "nora", "--json").out)

    assert done["failures"] == {}
    assert done["users"]["nora"]["turns"] == 6
    assert done["users"]["nora"]["counts"]["task"] == 2


def test_one_damaged_user_keeps_nobody_else_waiting(run: Run, nora: perdure.NewTurn, tmp_path: Path) -> None:
    [file] = tmp_path.glob("memory/users/*/*/*.db")
    with perdure.open(tmp_path / "memory") as store:
        store.user("piet").ingest([perdure.NewTurn("p", "user", "I live in Lier.", MONDAY)])
    file.write_bytes(os.urandom(file.stat().st_size))
    for other in file.parent.glob(f"{file.name}-*"):
        other.unlink()

    done = run("reflect")

    assert done.code == 1
    assert "✗ nora" in done.out
    assert json.loads(run("profile", "--user", "piet", "--json").out)[0]["value"] == "Lier"


def test_a_model_that_answers_nonsense_adds_nothing(run: Run, nora: perdure.NewTurn, model: tuple[str, ...]) -> None:
    done = run("reflect", *model)

    assert done.code == 0
    assert "Nothing of the answer is used." in done.line
    assert "to be asked again" in done.line
    assert len(json.loads(run("profile", "--json").out)) == 4


def test_what_a_program_reads_stays_json_when_the_model_fails(run: Run, nora: perdure.NewTurn, model: tuple[str, ...]) -> None:
    assert json.loads(run("reflect", "--json", *model).out)["users"]["nora"]["turns"] == 6


def test_a_token_cap_lets_nothing_be_sent_that_could_go_beyond_it(run: Run, nora: perdure.NewTurn, model: tuple[str, ...]) -> None:
    done = run("reflect", "--token-cap", "50", *model)

    assert "cap" in done.line
    assert Model.asked == []
    assert "--token-cap goes with --model" in run("reflect", "--token-cap", "50").said


def test_a_worker_understands_what_comes_in_and_can_be_stopped(nora: perdure.NewTurn, tmp_path: Path) -> None:
    command = [sys.executable, "-c", "from perdure.cli.main import main; main()", "reflect", "--watch", "0.2"]
    environment = {**os.environ, "PERDURE_STORE": "memory"}
    child = subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert child.stdout is not None
    started, first = child.stdout.readline(), child.stdout.readline()
    with perdure.open(tmp_path / "memory") as store:
        store.user("piet").ingest([perdure.NewTurn("p", "user", "I live in Lier.", MONDAY)])
    later = child.stdout.readline()
    time.sleep(0.1)
    child.send_signal(signal.SIGTERM)
    _, errors = child.communicate(timeout=20)

    assert "Looking every 0.2 s" in started, errors
    assert "nora 6 turns read" in first
    assert "piet 1 turns read, 1 new" in later
    assert child.returncode == 130
    assert "Traceback" not in errors


def test_the_profile_shows_what_holds_and_what_held(run: Run, nora: perdure.NewTurn) -> None:
    run("reflect")

    shown = run("profile")
    assert "Antwerp" in shown.out
    assert "Ghent" not in shown.out
    held = {one["name"]: one["value"] for one in json.loads(run("profile", "--as-of", "2024-05-07", "--json").out)}
    assert held["home"] == "Ghent"
    assert [one["value"] for one in json.loads(run("profile", "--history", "home", "--json").out)] == ["Ghent", "Antwerp"]
    history = run("profile", "--history", "home").out.splitlines()
    assert "2024-05-09" in history[1]
    assert "now" in history[2]


def test_the_profile_of_somebody_else(run: Run, nora: perdure.NewTurn) -> None:
    run("reflect")

    assert "nuts" in run("profile", "--subject", "Ann").out
    assert "Nothing is known about Bob" in run("profile", "--subject", "Bob").out


def test_what_is_set_by_hand_holds_until_it_is_removed(run: Run) -> None:
    run("profile", "set", "employer", "Acme")
    run("profile", "set", "employer", "Globex")

    shown = run("profile").out
    assert "Globex" in shown
    assert "set by hand" in shown
    assert "Acme" not in shown
    assert "now" not in run("profile", "--history", "employer").out.splitlines()[1]
    assert run("profile", "remove", "employer").code == 0
    assert json.loads(run("profile", "--json").out) == []
    assert "Known: nothing" in run("profile", "remove", "employer").said


def test_a_task_is_added_moved_done_and_taken_up_again(run: Run) -> None:
    run("tasks", "add", "Order flour", "in", "two", "weeks", "--priority", "high")
    run("tasks", "add", "Call the plumber")
    [flour, plumber] = json.loads(run("tasks", "--json").out)
    due = datetime.fromisoformat(flour["due"])
    assert timedelta(days=13) < due - datetime.now(UTC) <= timedelta(days=15)
    assert (flour["priority"], plumber["due"]) == ("high", None)

    assert "moved: Order flour" in run("tasks", "move", "flour", "2031-03-04").out
    assert json.loads(run("tasks", "--json").out)[0]["due"].startswith("2031-03-04T23:59")
    assert "done: Order flour" in run("tasks", "done", flour["id"][-8:]).out
    assert "cancelled: Call the plumber" in run("tasks", "cancel", plumber["id"]).out
    assert json.loads(run("tasks", "--json").out) == []
    assert {task["status"] for task in json.loads(run("tasks", "--all", "--json").out)} == {"done", "cancelled"}
    assert "open again: Order flour" in run("tasks", "reopen", "flour").out


def test_a_task_that_could_be_several_is_left_alone(run: Run) -> None:
    run("tasks", "add", "Order flour")
    run("tasks", "add", "Order yeast")

    done = run("tasks", "done", "order")

    assert done.code == 2
    assert "could be 2 tasks" in done.said
    assert len(json.loads(run("tasks", "--json").out)) == 2


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("tasks", "don", "x"), "Did you mean `perdure tasks done`?"),
        (("tasks", "done", "zzz"), "There is no task 'zzz'. Nothing was changed."),
        (("tasks", "move", "oven", "someday"), "'someday' names no time"),
        (("threads", "show", "zzz"), "There is no thread 'zzz'."),
        (("threads", "rename", "zzz", "x"), "There is no thread 'zzz'. Nothing was changed."),
        (("profile", "--history", "home", "--at", "2024-01-01"), "leave out --at"),
        (("reflect", "--user", "bob"), "It holds: nora"),
    ],
)
def test_mistakes_get_one_readable_answer(run: Run, nora: perdure.NewTurn, args: tuple[str, ...], said: str) -> None:
    run("reflect")

    result = run(*args)

    assert result.code == 2
    assert said in result.said
    assert "Traceback" not in result.error


def test_who_has_the_only_memory_need_not_be_named_and_nobody_else_is_made(run: Run, nora: perdure.NewTurn) -> None:
    run("tasks", "add", "Order flour")
    run("profile", "set", "employer", "Acme")

    assert list(json.loads(run("stats", "--json").out)["users"]) == ["nora"]


def test_each_reminder_comes_once_from_all_users(run: Run, tmp_path: Path) -> None:
    with perdure.open(tmp_path / "memory", clock=ManualClock(MONDAY)) as store:
        for name in ("ann", "bob"):
            store.user(name).tasks.add("Water the plants", reminders=[MONDAY + timedelta(days=1)])

    first, second = run("tasks", "remind"), run("tasks", "remind")

    assert [line.strip() for line in first.out.splitlines()] == ["! ann: Water the plants", "! bob: Water the plants"]
    assert "No reminder is due." in second.out


def test_a_reminder_for_programs_is_a_line(run: Run, tmp_path: Path) -> None:
    with perdure.open(tmp_path / "memory", clock=ManualClock(MONDAY)) as store:
        store.user("ann").tasks.add("Water the plants", reminders=[MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)])

    lines = [json.loads(line) for line in run("tasks", "remind", "--json").out.splitlines()]

    assert [(line["user"], line["moment"][:10]) for line in lines] == [("ann", "2024-05-07"), ("ann", "2024-05-08")]
    assert run("tasks", "remind", "--json").out == ""


def test_a_thread_is_shown_renamed_closed_and_merged(run: Run, nora: perdure.NewTurn, tmp_path: Path) -> None:
    with perdure.open(tmp_path / "memory") as store:
        with store.user("nora").session("k1", thread="kitchen") as session:
            session.add("user", "Let's go with the blue tiles for the kitchen.")
        with store.user("nora").session("g1", thread="garden") as session:
            session.add("user", "I'll plant the roses in spring.")
    run("threads", "rename", "kitchen", "The new kitchen")

    shown = run("threads", "show", "new kitchen")
    assert shown.out.startswith("The new kitchen  kitchen")
    assert "blue tiles" in shown.out.split("decided")[1]
    assert run("threads", "close", "kitchen").code == 0
    states = {thread["id"]: thread["state"] for thread in json.loads(run("threads", "--json").out)}
    assert (states["kitchen"], states["garden"]) == ("closed", "open")
    assert run("threads", "reopen", "kitchen").code == 0
    assert "merged into: The new kitchen" in run("threads", "merge", "garden", "kitchen").out
    assert [turn["text"] for turn in json.loads(run("threads", "show", "garden", "--json").out)["last_turns"]] == [
        "Let's go with the blue tiles for the kitchen.",
        "I'll plant the roses in spring.",
    ]


def test_names_that_look_like_markup_are_shown_as_they_are(run: Run) -> None:
    run("tasks", "add", "Buy [bold]milk[/x]", "--user", "[/u]")
    run("profile", "set", "[red]pet", "[/y]", "--user", "[/u]")
    run("chat", "-m", "I live in [/z].", "--user", "[/u]")

    assert "Buy [bold]milk[/x]" in run("tasks").out
    assert "[red]pet" in run("profile").out
    assert run("threads").code == run("reflect").code == run("profile", "remove", "[red]pet").code == 0


def test_the_demo_shows_what_was_understood(run: Run) -> None:
    understood = run("demo").out.split("What was understood")[1]

    for expected in ("9,500 euros", "of user's brother: allergy: sesame", "Order the flour", "Fri 2026-05-01", "high"):
        assert expected in understood


@pytest.mark.parametrize("command", ["profile", "tasks", "threads"])
def test_a_group_shows_its_commands_and_what_it_takes_alone(run: Run, command: str) -> None:
    shown = run(command, "--help").out

    assert "Commands:" in shown
    assert "--json" in shown
