"""The measurement of understanding: its figures on small histories that were made for the purpose, and how they are printed."""

import json
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from rich.console import Console

from perdure.cli.main import cli
from perdure.client.build import open_store
from perdure.errors import InvalidInput
from perdure.evaluation.understanding import BOTH, UnderstandingReport, measure_filing_of, measure_understanding, measure_updates
from perdure.evaluation.understanding_matching import alike, overlap, paired, same
from perdure.evaluation.understanding_play import KeptMemory, Played, play
from perdure.evaluation.understanding_profile import measure_profile
from perdure.evaluation.understanding_scores import Area, Figure, Goal, Measured, Score, Tally, figures_of
from perdure.evaluation.understanding_set import History, load_histories
from perdure.evaluation.understanding_tasks import is_due, measure_changes, measure_commitments, measure_kept_tasks
from perdure.evaluation.understanding_threads import FiledSession, measure_filing
from perdure.evaluation.understanding_turns import measure_notes, measure_slots, measure_worthiness
from perdure.model.profile import Attribute
from perdure.ports.clock import ManualClock

START = datetime(2026, 3, 2, 9, tzinfo=timezone(timedelta(hours=1)))


def said(text: str, role: str = "user", **labels: Any) -> dict[str, Any]:
    return {"role": role, "speaker": None, "text": text, **labels}


def fact(attribute: str, value: str | None, **more: Any) -> dict[str, Any]:
    return {"kind": "fact", "subject": "user", "attribute": attribute, "value": value, **more}


def opened(task: str, due: str | None) -> dict[str, Any]:
    return {"action": "open", "task": task, "due": due}


def history_record(*sessions: Sequence[dict[str, Any]], name: str = "mia", **more: Any) -> dict[str, Any]:
    """A session a week; turns a minute apart."""
    listed: list[dict[str, Any]] = []
    for week, session in enumerate(sessions):
        turns = [
            {"id": f"t{week}.{place}", "at": (START + timedelta(weeks=week, minutes=place)).isoformat(), **turn}
            for place, turn in enumerate(session)
        ]
        listed.append({"id": f"s{week}", "topic": f"topic {week}", "turns": turns})
    return {"id": name, "persona": "parent", "language": "en", "split": "tune", "sessions": listed, **more}


def write_histories(folder: Path, *records: dict[str, Any]) -> Path:
    path = folder / "histories.jsonl"
    path.write_text("".join(f"{json.dumps(record)}\n" for record in records), "utf-8")
    return path


Load = Callable[..., History]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    def loaded(*sessions: Sequence[dict[str, Any]], **more: Any) -> History:
        return load_histories(write_histories(tmp_path, history_record(*sessions, **more)))[0]

    return loaded


def figure(report: UnderstandingReport, area: Area, name: str, column: str = BOTH) -> Figure:
    return next(found for found in report.columns[column] if (found.area, found.name) == (area, name))


def kinds(measured: Measured) -> list[str]:
    return [miss.kind for miss in measured.misses]


# When two texts mean the same


@pytest.mark.parametrize(
    ("one", "other"),
    [("The Acme", "acme"), ("café", "Cafe"), ("14 March", "14 march."), ("花生", "花生"), (None, None), ("der Hund", "Hund")],
)
def test_spelling_and_articles_make_no_other_value(one: str | None, other: str | None) -> None:
    assert same(one, other)


@pytest.mark.parametrize(("one", "other"), [("nurse", "night nurse"), ("Berlin, Germany", "berlin"), ("对花生过敏", "花生")])
def test_a_value_may_hold_the_other_in_whole_words(one: str, other: str) -> None:
    assert alike(one, other)
    assert alike(other, one)
    assert not same(one, other)


@pytest.mark.parametrize(("one", "other"), [("nut", "peanut"), ("Anna", "Ann"), ("vegan", None), ("two cats", "two dogs")])
def test_parts_of_words_and_other_words_are_another_value(one: str, other: str | None) -> None:
    assert not alike(one, other)


def test_overlap_is_halved_by_twice_the_words() -> None:
    assert overlap("call the dentist", "Call dentist") == 1.0
    assert overlap("call dentist", "call dentist tomorrow about those six bills") == pytest.approx(2 * 2 / 9)
    assert overlap("call dentist", "buy milk") == 0.0


def test_each_find_belongs_to_one_label_and_the_best_fit_comes_first() -> None:
    pairs = paired(["night nurse", "nurse"], ["nurse"], lambda label, find: 2.0 if label == find else 1.0)

    assert pairs == [(1, 0)]


# Figures


def test_a_figure_is_the_sum_of_its_units_with_an_interval_around_it() -> None:
    units = [Measured(Area.SLOTS, {"precision": Score(right, 4)}) for right in (4, 3, 2, 4)]

    found = figures_of(units, {(Area.SLOTS, "precision"): Goal(0.9)})[0]

    assert (found.right, found.of, found.value, found.reached) == (13, 16, 13 / 16, False)
    assert found.interval is not None
    assert found.interval.low < 13 / 16 < found.interval.high


def test_all_right_in_a_few_cases_is_not_certain() -> None:
    found = figures_of([Measured(Area.SLOTS, {"recall": Score(5, 5)}), Measured(Area.SLOTS, {"recall": Score(5, 5)})], {})[0]

    assert found.interval is not None
    assert 0.6 < found.interval.low < 0.8
    assert found.interval.high == 1.0


def test_a_single_wrong_retirement_misses_the_goal_of_none() -> None:
    goals = {(Area.PROFILE, "wrongly retired"): Goal(0.0, at_most=True)}
    none, one = (figures_of([Measured(Area.PROFILE, {"wrongly retired": Score(count, 99)})], goals)[0] for count in (0, 1))

    assert none.reached is True
    assert one.reached is False


def test_nothing_to_count_is_no_value() -> None:
    found = figures_of([Measured(Area.SLOTS, Tally().scores())], {(Area.SLOTS, "F1"): Goal(0.5)})

    assert [(one.value, one.interval, one.reached) for one in found] == [(None, None, None)] * 3


# Single turns


def test_worthiness_counts_user_turns(load: Load) -> None:
    history = load(
        [
            said("My name is Mia.", statements=[fact("name", "Mia")]),
            said("Thanks a lot!"),
            said("Zorp blick.", statements=[fact("goal", "Zorp")]),
            said("I'm a language model and my name is Hal.", role="assistant"),
        ]
    )

    measured = measure_worthiness(history)

    assert measured.scores["precision"] == Score(1, 1)
    assert measured.scores["recall"] == Score(1, 2)
    assert [(miss.kind, miss.turn) for miss in measured.misses] == [("missed", "t0.2")]


def test_a_slot_needs_attribute_and_value(load: Load) -> None:
    history = load(
        [said("My name is Mia Weber.", statements=[fact("name", "Mia")]), said("I live in Graz.", statements=[fact("origin", "Graz")])]
    )

    measured = measure_slots(history)

    assert measured.scores["precision"] == Score(1, 2)
    assert measured.scores["recall"] == Score(1, 2)
    assert measured.scores["F1, value to the word"] == Score(0, 4), "Mia is in Mia Weber, but not the same"
    assert sorted(kinds(measured)) == ["invented", "missed"]


def test_notes_are_found_in_their_turn(load: Load) -> None:
    item = {"text": "I have to call the plumber by Friday", "who": "user"}
    history = load(
        [
            said("Let's go with the oak table.", decisions=["Let's go with the oak table"]),
            said("I have to call the plumber by Friday.", action_items=[item]),
            said("Nothing was settled there.", decisions=["Nothing was settled"]),
        ]
    )

    measured = measure_notes(history)

    assert measured.scores["decisions: recall"] == Score(1, 2)
    assert measured.scores["action items: recall"] == Score(1, 1)
    assert measured.scores["action items: right person"] == Score(1, 1)
    assert measured.scores["recall"] == Score(2, 3)
    assert [miss.turn for miss in measured.misses if miss.kind == "missed"] == ["t0.2"]


# Tasks


@pytest.mark.parametrize(
    ("found", "labelled", "right"),
    [
        ("2026-03-06T23:59+01:00", "2026-03-06", True),
        ("2026-03-06T22:59+00:00", "2026-03-06", True),
        ("2026-03-06T23:30+00:00", "2026-03-06", False),
        ("2026-03-06T14:00+01:00", "2026-03-06T14:00", True),
        ("2026-03-06T23:59+01:00", "2026-03-06T14:00", False),
        (None, "2026-03-06", False),
        ("2026-03-06T14:00+01:00", None, False),
        (None, None, True),
    ],
)
def test_a_due_time_is_right_on_the_clock_of_who_said_it(found: str | None, labelled: str | None, right: bool) -> None:
    wanted: date | datetime | None = None
    if labelled is not None:
        wanted = datetime.fromisoformat(labelled) if "T" in labelled else date.fromisoformat(labelled)

    assert is_due(None if found is None else datetime.fromisoformat(found), wanted, START) is right


def test_commitments_are_measured_with_their_due_dates(load: Load) -> None:
    history = load(
        [
            said("Remind me to call the plumber on Friday.", tasks=[opened("call-plumber", "2026-03-06")]),
            said("I have to pay the rent by Thursday.", tasks=[opened("pay-rent", "2026-03-09")]),
            said("Blue is nice.", tasks=[opened("paint-wall", None)]),
        ]
    )

    measured = measure_commitments(history)

    assert measured.scores["read: recall"] == Score(2, 3)
    assert measured.scores["read: precision"] == Score(2, 2)
    assert measured.scores["read: due date right"] == Score(1, 2)
    assert sorted(kinds(measured)) == ["missed", "wrong"]


def test_changes_are_read_with_all_labelled_tasks_known(load: Load) -> None:
    history = load(
        [
            said("Qwx, plumber.", tasks=[opened("call-plumber", "2026-03-06")], action_items=[{"text": "plumber", "who": "user"}]),
            said("I called the plumber, done.", tasks=[{"action": "done", "task": "call-plumber"}]),
        ]
    )

    assert measure_changes(history).scores["read: recall"] == Score(1, 1), "although nobody could read that it was opened"


def _played(history: History, folder: Path) -> Played:
    clock = ManualClock(datetime.now(UTC))
    with open_store(folder / "store", clock=clock) as store:
        return play(store, clock, history)


def test_tasks_are_measured_as_they_stand_at_the_end(load: Load, tmp_path: Path) -> None:
    call, pay, called = "Remind me to call the plumber on Friday.", "I have to pay the rent by Thursday.", "I called the plumber."
    unlabelled = load([said(call), said(pay)], [said(called)])
    labelled = load(
        [said(call, tasks=[opened("call-plumber", "2026-03-06")]), said(pay, tasks=[opened("pay-rent", "2026-03-05")])],
        [said(called, tasks=[{"action": "done", "task": "call-plumber"}])],
    )

    played = _played(labelled, tmp_path)
    right, wrong = measure_kept_tasks(labelled, played), measure_kept_tasks(unlabelled, played)

    assert right.scores["kept: F1"] == Score(4, 4)
    assert right.scores["kept: due date right"] == Score(2, 2)
    assert right.scores["kept: status right"] == Score(2, 2)
    assert right.scores["kept: changes that came true"] == Score(1, 1)
    assert right.scores["kept: closed unasked"] == Score(0, 1)
    assert wrong.scores["kept: precision"] == Score(0, 2), "nobody asked for them"


# The profile at the end


def _memory(attribute: str, value: str, ended: str | None = None) -> KeptMemory:
    return KeptMemory("user", attribute, value, ended, ("trn",))


def _holding(*held: tuple[str, str]) -> dict[str, tuple[Attribute, ...]]:
    return {"user": tuple(Attribute(name, value, START) for name, value in held)}


def test_what_was_read_and_ended_although_it_holds_is_wrongly_retired(load: Load) -> None:
    history = load(
        [said("x")], profile={"home": ["Graz"], "pet": ["Rex"], "car": ["Volvo"]}, former={"home": ["Linz"], "employer": ["Acme"]}
    )
    memories = (
        _memory("home", "Linz", "replaced"),
        _memory("home", "Graz"),
        _memory("pet", "Rex", "retracted"),
        _memory("employer", "Acme"),
    )
    played = Played(_holding(("home", "Graz"), ("employer", "Acme"), ("hobby", "chess")), memories, (), {}, {}, {})

    measured = measure_profile(history, played)

    assert measured.scores["wrongly retired"] == Score(1, 2), "Rex, of Graz and Rex; the Volvo was never read"
    assert measured.scores["former values still current"] == Score(1, 2), "Acme, of Linz and Acme"
    assert measured.scores["supersession right"] == Score(2, 4)
    assert measured.scores["current values found"] == Score(1, 3)
    assert measured.scores["current values not labelled"] == Score(1, 3)
    assert any("retracted" in miss.what for miss in measured.misses)


def test_a_former_value_that_resembles_the_current_one_has_ended(load: Load) -> None:
    history = load([said("x")], profile={"home": ["Berlin Pankow"]}, former={"home": ["Berlin"]})
    read = Played(
        _holding(("home", "Berlin Pankow")), (_memory("home", "Berlin", "replaced"), _memory("home", "Berlin Pankow")), (), {}, {}, {}
    )
    unread = Played(_holding(), (_memory("home", "Berlin", "retracted"),), (), {}, {}, {})

    assert measure_profile(history, read).scores["supersession right"] == Score(2, 2)
    assert measure_profile(history, unread).scores["wrongly retired"] == Score(0, 0), "it was never read"


def test_a_played_history_ends_with_what_holds_then(load: Load, tmp_path: Path) -> None:
    history = load(
        [said("My name is Mia. I live in Linz."), said("Nice to meet you!", role="assistant")],
        [said("I moved to Graz.")],
        profile={"name": ["Mia"], "home": ["Graz"]},
        former={"home": ["Linz"]},
    )

    played = _played(history, tmp_path)

    assert {(held.name, held.value) for held in played.profile["user"]} == {("name", "Mia"), ("home", "Graz")}
    assert [memory.value for memory in played.memories if memory.ended_because] == ["Linz"]
    assert set(played.turns.values()) == {"t0.0", "t0.1", "t1.0"}
    assert set(played.thread) == {"s0", "s1"}
    assert measure_profile(history, played).scores["supersession right"] == Score(3, 3)


# Threads


def _filed(*days_topics_threads: tuple[int, str, str]) -> list[FiledSession]:
    return [
        FiledSession(f"s{place}", topic, START + timedelta(days=day), START + timedelta(days=day, hours=1), thread, thread)
        for place, (day, topic, thread) in enumerate(days_topics_threads)
    ]


def _sum(units: Sequence[Measured], name: str) -> Score:
    scores = [unit.scores[name] for unit in units if name in unit.scores]
    return Score(sum(score.right for score in scores), sum(score.of for score in scores))


def test_interleaved_sessions_in_their_threads_are_right() -> None:
    units = measure_filing("mia", _filed((0, "trip", "a"), (1, "house", "b"), (2, "trip", "a"), (3, "house", "b")))

    assert _sum(units, "right thread") == Score(4, 4)
    assert _sum(units, "where a topic goes on") == Score(2, 2)
    assert _sum(units, "pairs: F1") == Score(4, 4)


def test_all_in_one_thread_and_each_in_its_own_are_wrong_in_their_own_ways() -> None:
    topics = ("trip", "house", "trip", "house")
    one = measure_filing("mia", _filed(*((day, topic, "a") for day, topic in enumerate(topics))))
    own = measure_filing("mia", _filed(*((day, topic, str(day)) for day, topic in enumerate(topics))))

    assert _sum(one, "where a topic begins") == Score(1, 2)
    assert _sum(one, "pairs: precision") == Score(2, 6)
    assert _sum(one, "pairs: recall") == Score(2, 2)
    assert _sum(own, "where a topic begins") == Score(2, 2)
    assert _sum(own, "where a topic goes on") == Score(0, 2)
    assert _sum(own, "pairs: recall") == Score(0, 2)


def test_a_topic_may_begin_anew_after_a_silence_but_not_in_a_strange_thread() -> None:
    anew = measure_filing("mia", _filed((0, "trip", "a"), (1, "house", "b"), (9, "trip", "c")))
    strange = measure_filing("mia", _filed((0, "trip", "a"), (1, "house", "b"), (9, "trip", "b")))

    assert _sum(anew, "right thread") == Score(3, 3)
    assert _sum(anew, "silent topics left out") == Score(2, 2)
    assert _sum(anew, "any silence") == Score(2, 3)
    assert _sum(anew, "pairs: recall") == Score(0, 0)
    assert _sum(anew, "pairs: F1, any silence") == Score(0, 1)
    assert _sum(strange, "right thread") == Score(2, 3)
    assert _sum(strange, "after a silence") == Score(0, 1)


def _conversation(folder: Path, sessions: Sequence[dict[str, Any]], questions: Sequence[dict[str, Any]] = ()) -> Path:
    path = folder / "talk.jsonl"
    path.write_text(json.dumps({"conversation_id": "mia", "sessions": list(sessions), "questions": list(questions)}), "utf-8")
    return path


def _session(number: int, topic: str, *texts: str) -> dict[str, Any]:
    turns = [{"turn_id": f"{number}:{place}", "role_or_speaker": "user", "text": text} for place, text in enumerate(texts)]
    return {"session_id": f"{topic}-{number}", "date": f"2026-03-{number:02d}", "topic": f"{topic}:{number}", "turns": turns}


def test_sessions_are_filed_by_all_that_was_said_in_them(tmp_path: Path) -> None:
    kyoto = (
        "Good morning!",
        "The Kyoto trip: temples, bamboo garden, ryokan, tea ceremony.",
        "Kyoto temples open at nine, the bamboo garden at ten.",
    )
    solder = (
        "Good morning!",
        "The amplifier circuit hums, resistor and capacitor look fine.",
        "I soldered the transistor of the amplifier again.",
    )
    path = _conversation(tmp_path, [_session(1, "Trip", *kyoto), _session(2, "Radio", *solder), _session(3, "Trip", *kyoto)])

    report = measure_filing_of(path)

    assert figure(report, Area.THREADS, "right thread").right == 3
    assert figure(report, Area.THREADS, "where a topic goes on").value == 1.0, "the greeting alone tells nothing"


def test_a_file_without_topics_is_refused(tmp_path: Path) -> None:
    session = _session(1, "Trip", "Hello there.")
    del session["topic"]

    with pytest.raises(InvalidInput, match="no topics"):
        measure_filing_of(_conversation(tmp_path, [session]))


# Updates


def _question(name: str, text: str, stale: str, current: str) -> dict[str, Any]:
    return {"id": name, "type": "knowledge_update", "question": text, "stale_turn_ids": [stale], "current_turn_ids": [current]}


def test_an_update_is_right_if_what_holds_is_found_first(tmp_path: Path) -> None:
    sessions = [_session(1, "Work", "The weekly report is due on Monday."), _session(2, "Play", "Chess club meets at the harbour cafe.")]
    questions = [
        _question("right", "When is the weekly report due?", "2:0", "1:0"),
        _question("wrong", "Where does the chess club meet?", "2:0", "1:0"),
        _question("undecided", "When is the weekly report due?", "1:0", "1:0"),
    ]

    report = measure_updates(_conversation(tmp_path, sessions, questions))

    found = figure(report, Area.UPDATES, "current above stale")
    assert (found.right, found.of) == (1, 2), "a turn that is both stale and current decides nothing"
    assert [miss.turn for miss in report.misses] == ["wrong"]


def test_a_file_without_labelled_updates_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="stale_turn_ids"):
        measure_updates(_conversation(tmp_path, [_session(1, "Work", "Hello there.")]))


# The report and the command

SECRET = "Vrumblitz told nobody about it."


def _two_splits(folder: Path) -> Path:
    seen = history_record([said("Blargh is what I am.", statements=[fact("occupation", "Blargh")])], name="seen")
    hidden = history_record([said(SECRET, statements=[fact("goal", "Vrumblitz")])], name="hidden", split="held_out")
    return write_histories(folder, seen, hidden)


def test_all_areas_of_histories_have_figures_in_every_column(tmp_path: Path) -> None:
    report = measure_understanding(_two_splits(tmp_path))

    assert list(report.columns) == ["tune", "held_out", BOTH]
    names = [[(one.area, one.name) for one in listed] for listed in report.columns.values()]
    assert names[0] == names[1] == names[2]
    assert {area for area, _ in names[0]} == set(Area) - {Area.UPDATES}
    assert figure(report, Area.WORTHINESS, "recall", "tune").of == 1
    assert figure(report, Area.WORTHINESS, "recall").of == 2


def test_a_set_without_held_out_histories_has_an_empty_column(tmp_path: Path) -> None:
    path = write_histories(tmp_path, history_record([said("Thanks a lot!")]))

    output = perdure_eval(path, "--only", "worthiness", "--only", "threads").output
    report = measure_understanding(path, areas=[Area.WORTHINESS, Area.THREADS])

    assert "right thread" in output
    assert [one.value for one in report.columns["held_out"]] == [None] * len(report.columns["tune"])


def test_held_out_texts_are_never_shown(tmp_path: Path) -> None:
    path = _two_splits(tmp_path)

    shown = perdure_eval(path, "--misses").output + perdure_eval(path, "--misses", "--json").output

    assert "Blargh is what I am" in shown
    assert "Vrumblitz" not in shown
    assert "hidden" not in shown


def perdure_eval(*args: object) -> Result:
    result = CliRunner().invoke(cli, ["eval", "understanding", *map(str, args)], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result


def test_figures_can_be_chosen_and_read_by_programs(tmp_path: Path) -> None:
    (report,) = json.loads(perdure_eval(_two_splits(tmp_path), "--only", "worthiness", "--json").output)

    figures = report["figures"]["both"]
    assert {one["area"] for one in figures} == {"worthiness"}
    recall = next(one for one in figures if one["name"] == "recall")
    assert (recall["of"], recall["goal"]) == (2, 0.85)
    assert "misses" not in report


def test_a_narrow_terminal_shows_the_splits_below_each_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = _two_splits(tmp_path)
    shown: list[str] = []
    for width in (120, 70):
        monkeypatch.setattr("perdure.cli.understanding.console", Console(width=width))
        shown.append(perdure_eval(path, "--only", "worthiness").output)

    assert [output.count("goal") for output in shown] == [1, 3]


def test_a_missing_set_is_said_plainly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    result = CliRunner().invoke(cli, ["eval", "understanding"])

    assert result.exit_code == 2
    assert "Name a file of labelled histories" in result.output
