import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

ENVIRONMENT = {**os.environ, "COLUMNS": "160", "PERDURE_STORE": ""}
CONVERSATION = {
    "conversation_id": "nora",
    "sessions": [
        {
            "session_id": "s1",
            "date": "1:56 pm on 8 May, 2023",
            "turns": [
                {"turn_id": "1", "role_or_speaker": "user", "text": "The bakery opens in June."},
                {"turn_id": "2", "role_or_speaker": "assistant", "text": "Then order the oven in April."},
                {"turn_id": "3", "role_or_speaker": "user", "text": "Pieter is allergic to sesame."},
            ],
        },
        {
            "session_id": "s2",
            "date": "March-15-2024",
            "turns": [{"turn_id": "4", "role_or_speaker": "user", "text": "The oven costs 9,200 euros."}],
        },
    ],
    "questions": [
        {"id": "q1", "type": "fact", "question": "Who is allergic to sesame?", "evidence_turn_ids": ["3"], "evidence_session_ids": ["s1"]},
        {"id": "q2", "type": "fact", "question": "What does the oven cost?", "evidence_turn_ids": ["4"], "evidence_session_ids": ["s2"]},
        {"id": "q3", "type": "abstention", "question": "Who is the mayor?", "evidence_turn_ids": [], "abstain": True},
    ],
}
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def perdure(*args: str, stdin: str = "", env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", "from perdure.cli.main import main; main()", *args]
        environment = {name: value for name, value in {**ENVIRONMENT, **(env or {})}.items() if value}
        return subprocess.run(command, cwd=tmp_path, env=environment, input=stdin, capture_output=True, text=True, timeout=120, check=False)

    return perdure


@pytest.fixture
def conversation(tmp_path: Path) -> Path:
    path = tmp_path / "talk.jsonl"
    path.write_text(json.dumps(CONVERSATION) + "\n")
    return path


def test_demo_shows_every_mode_reasons_and_a_context_within_budget(run: Run) -> None:
    shown = run("demo")
    assert shown.returncode == 0, shown.stderr
    for expected in ("fresh_start", "recap", "continue", "shares rare words", "Pieter", "of 600", "encrypted on disk"):
        assert expected in shown.stdout


def test_demo_keeps_its_store_where_asked(run: Run, tmp_path: Path) -> None:
    run("demo", "--store", "kept")
    found = run("recall", "How much does the oven cost?", "--store", "kept", "--json")
    assert "9,200" in json.loads(found.stdout)[0]["text"]
    assert (tmp_path / "kept" / "store.json").exists()


def test_import_is_idempotent_and_recall_finds_with_reasons(run: Run, conversation: Path) -> None:
    first, second = run("import", str(conversation)), run("import", str(conversation))
    assert "4 turns imported" in first.stdout
    assert "0 turns imported" in second.stdout
    assert "4 were there already" in second.stdout
    hits = json.loads(run("recall", "Who must not eat sesame?", "--json").stdout)
    assert hits[0]["text"] == "Pieter is allergic to sesame."
    assert sum(hits[0]["why"].values()) == pytest.approx(hits[0]["score"], abs=1e-4)
    assert hits[0]["said_at"].startswith("2023-05-08T13:56")


def test_recall_filters_by_date(run: Run, conversation: Path) -> None:
    run("import", str(conversation))
    hits = json.loads(run("recall", "oven", "--since", "2024-01-01", "--json").stdout)
    assert [hit["text"] for hit in hits] == ["The oven costs 9,200 euros."]


def test_import_stopped_by_a_bad_line_keeps_what_came_before(run: Run, conversation: Path) -> None:
    conversation.write_text(conversation.read_text() + "{not json\n")
    failed = run("import", str(conversation))
    assert failed.returncode == 2
    assert "line 2" in failed.stderr
    assert "Traceback" not in failed.stderr
    assert json.loads(run("stats", "--json").stdout)["users"]["nora"]["turns"] == 4


def test_import_killed_half_way_goes_on_when_repeated(run: Run, tmp_path: Path) -> None:
    turns = [{"turn_id": str(n), "role_or_speaker": "user", "text": f"Fact number {n} about the harbour."} for n in range(20_000)]
    record = {"conversation_id": "big", "sessions": [{"session_id": "s", "date": "2024-01-01", "turns": turns}]}
    (tmp_path / "big.jsonl").write_text(json.dumps(record))
    command = [sys.executable, "-c", "from perdure.cli.main import main; main()", "import", "big.jsonl"]
    child = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 30
    while not list(tmp_path.glob("memory/users/*/*/*.db")) and time.monotonic() < deadline:
        time.sleep(0.01)
    time.sleep(0.2)
    child.send_signal(signal.SIGKILL)
    child.wait()
    assert run("import", "big.jsonl").returncode == 0
    assert json.loads(run("stats", "--json").stdout)["users"]["big"]["turns"] == 20_000
    assert run("doctor").returncode == 0


def test_resume_export_and_stats(run: Run, conversation: Path, tmp_path: Path) -> None:
    run("import", str(conversation))
    resumed = json.loads(run("resume", "--json").stdout)
    assert resumed["mode"] == "fresh_start"
    assert "The oven costs 9,200 euros." in resumed["prompt"]
    assert "lines" in run("export", "out.jsonl").stdout
    lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert [line["text"] for line in lines if line["type"] == "turn"][2] == "Pieter is allergic to sesame."


def test_chat_without_a_model_shows_the_context_and_keeps_what_was_said(run: Run) -> None:
    shown = run("chat", "-m", "My cat is called Miso", "--user", "ann")
    assert shown.returncode == 0, shown.stderr
    assert "My cat is called Miso" in shown.stdout
    again = run("chat", "--user", "ann", stdin="What is my cat called?\n")
    assert "Miso" in again.stdout


def test_chat_with_a_dead_endpoint_keeps_what_was_said(run: Run) -> None:
    pytest.importorskip("openai")
    shown = run("chat", "-m", "I moved to Oslo", "--model", "m", "--base-url", "http://127.0.0.1:9/v1", env={"OPENAI_API_KEY": "unused"})
    assert "nothing is lost" in " ".join(shown.stdout.split())
    assert "Traceback" not in shown.stderr
    assert json.loads(run("recall", "Oslo", "--json").stdout)[0]["text"] == "I moved to Oslo"


def test_migrate_rebuild_and_reembed_report_what_they_did(run: Run, conversation: Path) -> None:
    run("import", str(conversation))
    assert "4 entries rebuilt" in run("migrate", "--rebuild").stdout
    assert "embedder is now static" in run("migrate", "--reembed").stdout
    assert run("doctor").returncode == 0


def test_eval_prints_figures_for_answerable_questions(run: Run, conversation: Path) -> None:
    report = json.loads(run("eval", str(conversation), "--recipe", "conversation", "--json").stdout)[0]
    assert report["questions"] == 2
    assert report["skipped"] == 1
    assert report["overall"]["recall_at_1"] == 1.0
    assert "R@10" in run("eval", str(conversation)).stdout


def test_bench_compares_with_its_rivals_in_one_run(run: Run) -> None:
    report = json.loads(run("bench", "--size", "200", "--users", "3", "--questions", "10", "--json").stdout)
    assert set(report["sizes"][0]["recall"]) == {"conversation", "rank-fusion", "keyword"}
    assert report["users"]["users"] == 3


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (("recal", "x"), 2, "Did you mean `perdure recall`?"),
        (("recall", "x", "--store", "nowhere"), 2, "There is no store at nowhere"),
        (("import", "nothing.jsonl"), 2, "There is no file nothing.jsonl"),
        (("recall", "x", "--since", "someday", "--store", "nowhere"), 2, "not a date"),
        (("migrate", "--embedder", "minilm"), 2, "--embedder goes with --reembed"),
    ],
)
def test_mistakes_get_one_readable_answer(run: Run, args: tuple[str, ...], code: int, said: str) -> None:
    result = run(*args)
    assert result.returncode == code
    assert said in " ".join(result.stderr.split())
    assert "Traceback" not in result.stderr


def test_a_wrong_key_is_one_line_not_a_traceback(run: Run, conversation: Path) -> None:
    run("import", str(conversation), env={"PERDURE_KEY": "right"})
    result = run("recall", "oven", env={"PERDURE_KEY": "wrong"})
    assert result.returncode == 1
    assert "master key" in result.stderr
    assert "Traceback" not in result.stderr


def test_unknown_user_and_empty_question(run: Run, conversation: Path) -> None:
    run("import", str(conversation))
    assert "It holds: nora" in run("recall", "oven", "--user", "bob").stderr
    assert "empty" in run("recall", "  ").stderr


def test_control_c_says_what_is_stored(run: Run, tmp_path: Path) -> None:
    command = [sys.executable, "-c", "from perdure.cli.main import main; main()", "chat", "--user", "ann"]
    child = subprocess.Popen(command, cwd=tmp_path, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert child.stdout is not None
    child.stdout.readline()
    time.sleep(1)
    child.send_signal(signal.SIGINT)
    _, errors = child.communicate(timeout=20)
    assert child.returncode == 130
    assert "Interrupted" in errors
    assert "Traceback" not in errors


def test_every_command_has_help(run: Run) -> None:
    shown = run("--help").stdout
    for command in ("demo", "import", "export", "recall", "resume", "chat", "stats", "doctor", "migrate", "eval", "bench"):
        assert command in shown
        assert run(command, "--help").returncode == 0


def test_names_that_look_like_markup_are_shown_as_they_are(run: Run, conversation: Path) -> None:
    assert run("import", str(conversation), "--user", "[/x]").returncode == 0
    for command in (("stats",), ("recall", "oven"), ("resume",), ("export", "[bold]out"), ("doctor",)):
        shown = run(*command)
        assert shown.returncode == 0, shown.stderr
    assert "[/x]" in run("stats").stdout
    assert "[bold]out" in run("export", "[bold]out").stdout


def test_a_terminal_without_the_characters_shows_others(run: Run) -> None:
    run("chat", "-m", "Snow ☃ in Oslo", "--user", "ann")
    assert run("recall", "snow", env={"PYTHONIOENCODING": "ascii"}).returncode == 0
