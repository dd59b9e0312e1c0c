"""Taking up a conversation again: after a gap, on another device, in another thread."""

import threading
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

import perdure
from perdure import IngestReport, Mode, NewTurn, ResumePolicy, Role, Store, UserMemory
from perdure.errors import InvalidOption, NaiveDatetime, StoreClosed, TextTooLong, UnknownThread
from perdure.ports.clock import ManualClock

NOON = datetime(2026, 5, 15, 12, tzinfo=UTC)
TICK = timedelta(microseconds=1)


def say(user: UserMemory, session: str, text: str, role: str = "user") -> None:
    with user.session(session) as opened:
        opened.add(role, text)


def test_the_first_session_has_no_gap(alice: UserMemory) -> None:
    resumption = alice.session().resumption

    assert (resumption.gap, resumption.mode, resumption.last_interaction) == (None, Mode.FRESH_START, None)
    assert resumption.prompt == "This is the first conversation with this user."


@pytest.mark.parametrize(
    ("gap", "mode"),
    [
        (timedelta(0), Mode.CONTINUE),
        (timedelta(hours=1) - TICK, Mode.CONTINUE),
        (timedelta(hours=1), Mode.RECAP),
        (timedelta(hours=3), Mode.RECAP),
        (timedelta(days=1) - TICK, Mode.RECAP),
        (timedelta(days=1), Mode.FRESH_START),
        (timedelta(days=400), Mode.FRESH_START),
    ],
)
def test_the_gap_decides_the_mode(alice: UserMemory, clock: ManualClock, gap: timedelta, mode: Mode) -> None:
    say(alice, "monday", "Hello")
    clock.advance(gap)

    resumption = alice.session("tuesday").resumption

    assert (resumption.gap, resumption.mode) == (gap, mode)


def test_limits_of_the_modes_can_be_set(tmp_path: Path, clock: ManualClock) -> None:
    policy = ResumePolicy(continue_within=timedelta(minutes=5), recap_within=timedelta(minutes=10))
    with perdure.open(tmp_path / "store", clock=clock, resume=policy) as store:
        say(store.user("bob"), "s", "Hello")
        modes: list[Mode] = []
        for _ in range(3):
            clock.advance(timedelta(minutes=4))
            modes.append(store.user("bob").resumption().mode)

    assert modes == [Mode.CONTINUE, Mode.RECAP, Mode.FRESH_START]
    with pytest.raises(InvalidOption):
        ResumePolicy(continue_within=timedelta(days=2), recap_within=timedelta(days=1))


def test_a_clock_that_steps_back_counts_as_no_gap(alice: UserMemory, clock: ManualClock) -> None:
    say(alice, "s", "Hello")
    clock.advance(timedelta(days=-3))

    resumption = alice.resumption()

    assert (resumption.gap, resumption.mode) == (timedelta(0), Mode.CONTINUE)


def prepare(alice: UserMemory, clock: ManualClock) -> None:
    """Four conversations, preferences and tasks of a week."""
    alice.remember("I prefer short answers")
    alice.remember("Always call me Al")
    alice.remember("Bern is a city")
    for topic in ("taxes", "garden", "bicycle", "Kyoto trip"):
        say(alice, topic, f"Let us talk about the {topic}.")
        clock.advance(timedelta(hours=1))
    alice.tasks.add("water plants")
    alice.tasks.add("call mum", priority=3)
    alice.tasks.add("book hotel", due=NOON + timedelta(days=9))
    alice.tasks.add("renew passport", due=NOON + timedelta(days=3), priority=1)
    alice.tasks.complete(alice.tasks.add("old chore", priority=3).id)


def test_everything_open_comes_back(alice: UserMemory, clock: ManualClock) -> None:
    prepare(alice, clock)

    resumption = alice.session("next").resumption

    assert {memory.text for memory in resumption.preferences} == {"I prefer short answers", "Always call me Al"}
    assert [thread.title for thread in resumption.threads] == [
        f"Let us talk about the {topic}." for topic in ("Kyoto trip", "bicycle", "garden")
    ]
    assert all(topic in thread.summary for thread, topic in zip(resumption.threads, ("Kyoto", "bicycle", "garden"), strict=True))
    assert [task.title for task in resumption.tasks] == ["renew passport", "book hotel", "call mum", "water plants"]
    assert resumption.last_interaction is not None
    assert resumption.last_interaction.text == "Let us talk about the Kyoto trip."


@pytest.mark.parametrize(
    ("gap", "present", "absent"),
    [
        (timedelta(0), ["without greeting", "Kyoto", "Last said"], ["Open tasks", "preferences", "garden"]),
        (
            timedelta(hours=4),
            ["back after 5 hours", "recap|Acknowledge", "short answers", "renew passport (due 2026-05-18)", "Kyoto"],
            ["garden"],
        ),
        (timedelta(days=3), ["back after 3 days", "Greet them", "short answers", "call mum", "Kyoto", "bicycle", "garden"], ["taxes"]),
    ],
)
def test_the_prompt_says_what_the_mode_needs(
    alice: UserMemory, clock: ManualClock, gap: timedelta, present: list[str], absent: list[str]
) -> None:
    prepare(alice, clock)
    clock.advance(gap - (timedelta(minutes=30) if not gap else timedelta(0)))

    prompt = alice.session("next").resumption.prompt

    for words in present:
        assert any(word in prompt for word in words.split("|")), words
    for word in absent:
        assert word not in prompt


def test_another_device_sees_all_turns(store: Store, alice: UserMemory, tmp_path: Path, clock: ManualClock) -> None:
    phone = alice.session("web-42")
    phone.add("user", "Let us plan the Kyoto trip")
    phone.add("assistant", "Gladly.", metadata={"model": "m1"})
    clock.advance(timedelta(minutes=5))

    with perdure.open(tmp_path / "store", clock=clock) as other, other.user("alice").session("web-42") as laptop:
        assert laptop.thread_id == phone.thread_id
        assert laptop.resumption.mode is Mode.CONTINUE
        assert laptop.turns() == phone.turns()
        laptop.add("user", "In spring")

    assert [(turn.position, turn.text) for turn in phone.turns()] == [(0, "Let us plan the Kyoto trip"), (1, "Gladly."), (2, "In spring")]
    assert [turn.text for turn in phone.turns(last=2)] == ["Gladly.", "In spring"]
    assert phone.turns()[1].metadata == {"model": "m1"}


def test_two_devices_at_once_leave_no_gap_in_the_order(alice: UserMemory, tmp_path: Path, clock: ManualClock) -> None:
    with perdure.open(tmp_path / "store", clock=clock) as other:
        sessions = [alice.session("shared"), other.user("alice").session("shared")]

        def talk(device: int) -> None:
            for number in range(20):
                sessions[device].add("user", f"{device}: {number}")

        threads = [threading.Thread(target=talk, args=(device,)) for device in (0, 1)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    turns = sessions[0].turns()
    assert [turn.position for turn in turns] == list(range(40))
    for device in ("0", "1"):
        assert [turn.text for turn in turns if turn.text[0] == device] == [f"{device}: {number}" for number in range(20)]
    assert sessions[0].thread_id == sessions[1].thread_id
    assert len({turn.thread_id for turn in turns}) == 1


def test_a_session_opened_twice_before_its_first_turn_has_one_thread(alice: UserMemory) -> None:
    first, second = alice.session("s"), alice.session("s")
    unused = second.thread_id
    first.add("user", "Hello")
    second.add("user", "Hello again")

    assert first.thread_id == second.thread_id
    assert [thread.turns for thread in alice.threads.list()] == [2]
    with pytest.raises(UnknownThread):
        alice.threads.context(unused)


def test_a_thread_spans_sessions(alice: UserMemory, clock: ManualClock) -> None:
    kyoto = alice.threads.open("Kyoto trip", thread_id="kyoto")
    for day in range(3):
        with alice.session(f"day-{day}", thread=kyoto.id) as session:
            session.add("user", f"The temple visit number {day}.")
            session.add("assistant", f"Temple {day} noted.")
        clock.advance(timedelta(days=1))

    context = alice.threads.context("kyoto")

    assert (context.thread.title, context.thread.turns) == ("Kyoto trip", 6)
    assert [turn.text for turn in context.last_turns] == [
        "Temple 0 noted.", "The temple visit number 1.", "Temple 1 noted.", "The temple visit number 2.", "Temple 2 noted."
    ]  # fmt: skip
    assert alice.session("day-1", thread="elsewhere").thread_id == "kyoto", "a session keeps its thread"


def test_leaving_a_session_clears_its_working_set(alice: UserMemory) -> None:
    with alice.session("s") as session:
        session.working["draft"] = "half a thought"
        session.add("user", "Hello")

    assert session.working == {}
    assert alice.session("s").working == {}
    with pytest.raises(StoreClosed, match="Open it again"):
        session.add("user", "Too late")
    assert len(alice.session("s").turns()) == 1
    session.end()


def test_a_session_can_be_resumed_after_its_end(alice: UserMemory) -> None:
    say(alice, "s", "Hello")
    say(alice, "s", "Again")

    assert [turn.text for turn in alice.session("s").turns()] == ["Hello", "Again"]


def test_a_session_that_said_nothing_leaves_nothing(store: Store, alice: UserMemory) -> None:
    with alice.session("silent"):
        pass

    assert list(store.users()) == []


def test_bad_turns_are_refused_whole(alice: UserMemory) -> None:
    session = alice.session("s")
    with pytest.raises(InvalidOption, match="roles are user, assistant"):
        session.add("wizard", "Hello")
    with pytest.raises(TextTooLong):
        session.add("user", "x" * 300_000)
    with pytest.raises(NaiveDatetime):
        session.add("user", "Hello", at=datetime(2026, 5, 1))  # noqa: DTZ001

    assert session.turns() == []


def test_an_import_can_be_repeated(alice: UserMemory) -> None:
    turns = [NewTurn(f"s{number % 2}", Role.USER, f"Turn {number}", NOON, key=f"k{number}") for number in range(7)]

    assert alice.ingest(turns[:5]) == IngestReport(added=5, skipped=0)
    assert alice.ingest(turns) == IngestReport(added=2, skipped=5)
    assert alice.ingest(turns) == IngestReport(added=0, skipped=7)

    assert [turn.text for turn in alice.session("s0").turns()] == ["Turn 0", "Turn 2", "Turn 4", "Turn 6"]
    assert alice.figures().turns == 7


def test_turns_may_arrive_out_of_order(alice: UserMemory) -> None:
    times = [NOON - timedelta(days=days) for days in (5, 1, 9)]

    alice.ingest(NewTurn("s", "user", f"{at:%d}", at) for at in times)

    assert [turn.said_at for turn in alice.session("s").turns()] == times, "their order is that of their arrival"
    last = alice.resumption()
    assert last.last_interaction is not None
    assert last.last_interaction.said_at == times[1]
    assert last.gap == timedelta(days=1)
    assert alice.threads.list()[0].last_active == times[1]


def test_progress_is_told_after_each_batch(alice: UserMemory) -> None:
    told: list[int] = []

    alice.ingest((NewTurn("s", "user", f"Turn {number}", NOON) for number in range(1200)), told.append)

    assert told == [1000, 200]


@pytest.mark.parametrize("zone", [ZoneInfo("Asia/Tokyo"), timezone(timedelta(hours=-3, minutes=-30)), UTC, ZoneInfo("America/New_York")])
def test_times_come_back_in_the_zone_they_were_said_in(alice: UserMemory, zone: timezone | ZoneInfo) -> None:
    said = datetime(2026, 3, 29, 2, 30, 0, 123456, tzinfo=zone)
    with alice.session("s") as session:
        session.add("user", "Good morning", at=said)
    alice.remember("It is early", at=said)
    task = alice.tasks.add("sleep", due=said)

    found = [alice.session("s").turns()[0].said_at, alice.list()[0].said_at, alice.tasks.list()[0].due, alice.recall("early")[0].said_at]

    for moment in found:
        assert moment is not None
        assert (moment, moment.utcoffset(), moment.hour) == (said, said.utcoffset(), 2)
    assert task.due == said
