"""The labelled histories: they are as large and as mixed as promised, and their labels agree with each other and with the rules."""

import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from perdure.errors import InvalidInput
from perdure.evaluation.understanding_set import History, LabelledStatement, LabelledTurn, Persona, Split, TaskAction, load_histories
from perdure.memories.attributes import is_single
from perdure.model.turn import Role

HISTORIES = load_histories(Path(__file__).parent / "understanding" / "histories.jsonl")
EVERY = [pytest.param(history, id=history.id) for history in HISTORIES]


def _user_turns(histories: list[History] = HISTORIES) -> list[LabelledTurn]:
    return [turn for history in histories for turn in history.turns() if turn.role is Role.USER]


def _stated(history: History) -> Iterator[LabelledStatement]:
    return (said for turn in history.turns() for said in turn.statements)


def test_the_set_is_large_and_mixed() -> None:
    languages = Counter(history.language for history in HISTORIES)

    assert len(HISTORIES) >= 40
    assert len(_user_turns()) >= 320
    assert languages["en"] >= 30
    assert all(languages[language] >= 2 for language in ("de", "es", "fr", "zh", "ja"))
    assert all(sum(history.persona is persona for history in HISTORIES) >= 4 for persona in Persona)


def test_much_of_what_is_said_is_not_worth_remembering() -> None:
    turns = _user_turns()

    unworthy = sum(not turn.worthy for turn in turns) / len(turns)

    assert 0.45 <= unworthy <= 0.7


def test_a_third_of_every_sort_is_held_out() -> None:
    for group in ([history.persona for history in HISTORIES], [history.language == "en" for history in HISTORIES]):
        for sort in set(group):
            held_out = [history.split is Split.HELD_OUT for history, own in zip(HISTORIES, group, strict=True) if own == sort]
            assert 0.2 <= sum(held_out) / len(held_out) <= 0.5, sort


def test_no_text_is_said_in_both_splits() -> None:
    by_split = {
        split: {turn.text for turn in _user_turns([history for history in HISTORIES if history.split is split]) if len(turn.text) > 20}
        for split in Split
    }

    assert not by_split[Split.TUNE] & by_split[Split.HELD_OUT]


@pytest.mark.parametrize("history", EVERY)
def test_a_history_runs_over_weeks_in_few_sessions(history: History) -> None:
    turns = list(history.turns())

    assert 2 <= len(history.sessions) <= 5
    assert 6 <= len(turns) <= 26
    assert (turns[-1].said_at - turns[0].said_at).days >= 7


@pytest.mark.parametrize("history", EVERY)
def test_what_holds_at_the_end_was_stated(history: History) -> None:
    stated = {(said.subject, said.attribute, said.value) for said in _stated(history) if not said.retracts}

    for subject, attributes in history.profile.items():
        for attribute, values in attributes.items():
            assert not is_single(attribute) or len(values) == 1
            assert {(subject, attribute, value) for value in values} <= stated


@pytest.mark.parametrize("history", EVERY)
def test_what_held_before_was_stated_and_holds_no_longer(history: History) -> None:
    stated = {(said.subject, said.attribute, said.value) for said in _stated(history)}

    for subject, attributes in history.former.items():
        for attribute, values in attributes.items():
            now = history.profile.get(subject, {}).get(attribute, ())
            assert not set(values) & set(now)
            assert {(subject, attribute, value) for value in values} <= stated


@pytest.mark.parametrize("history", EVERY)
def test_whatever_was_stated_of_oneself_holds_or_held_or_was_wrong(history: History) -> None:
    people = {turn.speaker or "user" for turn in history.turns() if turn.role is Role.USER}
    told = [said for said in _stated(history) if said.subject in people and said.attribute and said.value and not said.corrects]
    corrected = {(said.subject, said.attribute) for said in _stated(history) if said.corrects}

    for said in told:
        attribute = str(said.attribute)
        values = [*history.profile.get(said.subject, {}).get(attribute, ()), *history.former.get(said.subject, {}).get(attribute, ())]
        reworded = any(same.attribute == attribute and same.value != said.value for same in told)
        assert said.value in values or reworded or (said.subject, attribute) in corrected, said


@pytest.mark.parametrize("history", EVERY)
def test_peers_state_things_under_their_own_names(history: History) -> None:
    if history.persona is not Persona.PEERS:
        assert set(history.profile) <= {"user"}
        return
    speakers = {turn.speaker for turn in history.turns() if turn.role is Role.USER}

    assert len(speakers) == 2
    assert set(history.profile) | set(history.former) <= speakers
    assert not [said for said in _stated(history) if said.subject.startswith("user")]


@pytest.mark.parametrize("history", EVERY)
def test_a_task_that_opens_is_an_action_item_and_falls_due_later(history: History) -> None:
    for turn in history.turns():
        opened = [task for task in turn.tasks if task.action is TaskAction.OPEN]
        own = turn.speaker or "user"
        assert not opened or any(item.who == own for item in turn.action_items), turn.id
        for task in turn.tasks:
            assert task.action is not TaskAction.MOVE or task.due is not None
            assert task.due is None or str(task.due)[:10] >= turn.said_at.date().isoformat()


def _write(folder: Path, change: Callable[[dict[str, Any]], None]) -> Path:
    statement = {"kind": "fact", "subject": "user", "attribute": "home", "value": "Graz"}
    first = {"id": "t1", "role": "user", "at": "2026-03-02T09:00:00+01:00", "text": "I live in Graz.", "statements": [statement]}
    second = {"id": "t2", "role": "assistant", "at": "2026-03-02T09:01:00+01:00", "text": "Nice."}
    record: dict[str, Any] = {
        "id": "x",
        "persona": "owner",
        "language": "en",
        "split": "tune",
        "sessions": [{"id": "s1", "topic": "home", "turns": [first, second]}],
        "profile": {"home": ["Graz"]},
    }
    change(record)
    path = folder / "histories.jsonl"
    path.write_text(json.dumps(record) + "\n", "utf-8")
    return path


def _turn(record: dict[str, Any], number: int) -> dict[str, Any]:
    return record["sessions"][0]["turns"][number]


def test_a_history_is_read_as_it_is_written(tmp_path: Path) -> None:
    (history,) = load_histories(_write(tmp_path, lambda _: None))

    assert history.profile == {"user": {"home": ("Graz",)}}
    assert [turn.worthy for turn in history.turns()] == [True, False]


WRONG: dict[str, tuple[Callable[[dict[str, Any]], object], str]] = {
    "unknown field": (lambda record: record.update(mood="good"), "unknown fields"),
    "unknown split": (lambda record: record.update(split="test"), "split|Split"),
    "no sessions' topic": (lambda record: record["sessions"][0].pop("topic"), "'topic' is missing"),
    "a value that was not said": (lambda record: _turn(record, 0)["statements"][0].update(value="Linz"), "'Linz' does not occur"),
    "an attribute nobody knows": (lambda record: _turn(record, 0)["statements"][0].update(attribute="mood"), "'mood' is no attribute"),
    "an assistant that states": (lambda record: _turn(record, 1).update(statements=_turn(record, 0)["statements"]), "only the user"),
    "a turn before the last": (lambda record: _turn(record, 1).update(at="2026-03-02T08:00:00+01:00"), "not later than t1"),
    "a time without zone": (lambda record: _turn(record, 0).update(at="2026-03-02T09:00:00"), "no zone"),
    "a turn twice": (lambda record: _turn(record, 1).update(id="t1"), "occur twice"),
    "a task never opened": (lambda record: _turn(record, 0).update(tasks=[{"action": "done", "task": "call"}]), "cannot done"),
    "a day that is none": (
        lambda record: _turn(record, 0).update(tasks=[{"action": "open", "task": "call", "due": "2026-02-30"}]),
        "day is out of range|day .* must be in range",
    ),
    "a decision never said": (lambda record: _turn(record, 1).update(decisions=["We move."]), "'We move.' does not occur"),
    "a speaker outside peer talk": (lambda record: _turn(record, 0).update(speaker="Ann"), "in peer talk"),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_a_wrong_history_is_refused_with_its_line(tmp_path: Path, wrong: str) -> None:
    change, message = WRONG[wrong]

    with pytest.raises(InvalidInput, match=message) as caught:
        load_histories(_write(tmp_path, lambda record: [change(record), None][1]))

    assert "histories.jsonl, line 1" in str(caught.value)


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="cannot be read"):
        load_histories(tmp_path / "nothing.jsonl")
