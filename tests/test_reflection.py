"""Background work: once is enough, twice does no harm, a kill loses nothing; what is over is folded, what had its time ends."""

import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import perdure
import reflection_kill_child as child
from perdure import Kind, Memory, NewTurn, ReflectionPolicy, Retention, RetentionPolicy, Store, UserMemory
from perdure.ports.clock import ManualClock
from perdure.ports.embedder import Vectors

DAY = timedelta(days=1)
KILLS = 9
BY_TRAIN = (
    "I went to Porto by the early train.",
    "I visited Porto with my cousins by train.",
    "I came back from Porto by the late train.",
)
ELSEWHERE = ("I ran a half marathon this morning.", "I got promoted today!")


def say(user: UserMemory, texts: Sequence[str], at: datetime | None = None) -> None:
    with user.session() as session:
        for text in texts:
            session.add("user", text, at=at)


def known(user: UserMemory) -> set[str]:
    return {memory.text for memory in user.list()}


def of_kind(user: UserMemory, kind: Kind) -> list[Memory]:
    return user.list([kind])


def with_policy(store: Store, folder: Path, policy: ReflectionPolicy) -> Store:
    return perdure.open(folder / "other", clock=store.clock, reflection=policy)


# Once, twice, killed, at once


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of 600 turns that nobody has read."""
    folder = tmp_path_factory.mktemp("told") / "store"
    child.tell(folder)
    return folder


@pytest.fixture(scope="module")
def undisturbed(told: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What one run makes of it."""
    folder = tmp_path_factory.mktemp("undisturbed") / "store"
    shutil.copytree(told, folder)
    with child.open_for(folder, 0) as store:
        alice = store.user("alice")
        report = alice.reflect()
        assert report.turns == 600
        assert not report.left
        made = child.result(alice)
    assert min(len(listed) for listed in made.values()) > 20
    return made


def test_reflecting_twice_is_reflecting_once(told: Path, undisturbed: dict[str, list[str]], tmp_path: Path) -> None:
    shutil.copytree(told, tmp_path / "store")
    with child.open_for(tmp_path / "store", 0) as store:
        alice = store.user("alice")
        alice.reflect()
        again = alice.reflect()
        assert (again.turns, dict(again.counts), again.left) == (0, {}, False)
        assert child.result(alice) == undisturbed


def test_reflecting_in_pieces_is_reflecting_at_once(undisturbed: dict[str, list[str]], tmp_path: Path) -> None:
    with child.open_for(tmp_path / "store", 0) as store:
        alice = store.user("alice")
        turns = child.talk()
        for start in range(0, len(turns), 170):
            alice.ingest(turns[start : start + 170])
            alice.reflect()
        made = child.result(alice)
    assert made["task"] == undisturbed["task"]
    assert lasting(made["memory"]) == lasting(undisturbed["memory"])


def test_a_killed_reflection_leaves_what_an_undisturbed_one_leaves(told: Path, undisturbed: dict[str, list[str]], tmp_path: Path) -> None:
    chance = random.Random(7)
    kills = rounds = 0
    stages: set[int] = set()
    while kills < KILLS:
        folder = tmp_path / f"store {rounds}"
        shutil.copytree(told, folder)
        life = 1
        while life <= 3 and (steps := _killed(folder, life, chance)) is not None:
            stages.add(steps)
            kills += 1
            life += 1
        with child.open_for(folder, life + 1) as store:
            alice = store.user("alice")
            assert not alice.reflect().left
            assert child.result(alice) == undisturbed
            assert not store.inspect("alice").problems
        rounds += 1
        assert rounds < KILLS, "too many runs came through before they were killed"
    assert len(stages) > 1, "all kills came at the same stage"


def lasting(memories: Sequence[str]) -> list[str]:
    """Those that no consolidation touches: a day of which only a part was there when it was folded is folded in two."""
    return [line for line in memories if not line.startswith(("['episode'", "['consolidated'"))]


def _killed(folder: Path, life: int, chance: random.Random) -> int | None:
    """Kill a worker somewhere on its way; after how many steps, or None if it had finished."""
    command = [sys.executable, str(Path(child.__file__)), "reflect", str(folder), str(life)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as worker:
        assert worker.stdout is not None
        assert worker.stdout.readline() == "ready\n"
        steps = [worker.stdout.readline().strip() for _ in range(chance.randrange(4))]
        time.sleep(chance.uniform(0, 0.1))
        worker.send_signal(signal.SIGKILL)
        steps += worker.stdout.read().splitlines()
    return None if steps and steps[-1] == "done" else len(steps)


def test_two_workers_at_once_do_it_once(told: Path, undisturbed: dict[str, list[str]], tmp_path: Path) -> None:
    shutil.copytree(told, tmp_path / "store")
    command = [sys.executable, str(Path(child.__file__)), "reflect", str(tmp_path / "store"), "0"]
    workers = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    told_steps = [worker.communicate()[0] for worker in workers]
    assert [worker.returncode for worker in workers] == [0, 0]
    assert any("done" in steps for steps in told_steps)
    with child.open_for(tmp_path / "store", 1) as store:
        alice = store.user("alice")
        assert alice.reflect().turns == 0
        assert child.result(alice) == undisturbed


def test_who_comes_second_is_told_that_another_worker_is_at_it(alice: UserMemory) -> None:
    say(alice, ["I live in Berlin."])
    alice.ingest([NewTurn("later", "user", "I moved to Hamburg.", datetime(2026, 5, 15, 12, tzinfo=UTC))])
    second: list[bool] = []

    def look_in(step: str, done: int) -> None:  # as it is called
        second.append(alice.reflect().busy)

    first = alice.reflect(look_in)

    assert second
    assert all(second)
    assert not first.busy
    assert first.turns == 1


def test_a_worker_that_shows_no_sign_of_life_is_taken_over(alice: UserMemory, clock: ManualClock) -> None:
    alice.ingest([NewTurn("s", "user", "I live in Berlin.", clock.now())])

    class _Stuck(Exception):
        pass

    taken_over: list[perdure.ReflectionReport] = []

    def hang(step: str, done: int) -> None:
        alice.ingest([NewTurn("t", "user", "I moved to Hamburg.", clock.now())])
        assert alice.reflect().busy
        clock.advance(timedelta(minutes=6))
        taken_over.append(alice.reflect())
        raise _Stuck

    with pytest.raises(_Stuck):
        alice.reflect(hang)

    assert [(report.busy, report.turns) for report in taken_over] == [(False, 1)]
    assert alice.profile.get("home") == "Hamburg"
    assert not alice.reflect().busy, "the first worker gave back a lease that was another's"


class _Overtaken(child.SpelledEmbedder):
    """Takes so long once that somebody else does the work."""

    def __init__(self) -> None:
        super().__init__()
        self.meanwhile: list[Callable[[], object]] = []

    def embed(self, texts: Sequence[str]) -> Vectors:
        if self.meanwhile:
            self.meanwhile.pop()()
        return super().embed(texts)


def test_a_worker_that_was_overtaken_while_it_read_writes_nothing(tmp_path: Path, clock: ManualClock) -> None:
    embedder = _Overtaken()
    with perdure.open(tmp_path / "slow", clock=clock, embedder=embedder) as store:
        alice = store.user("alice")
        alice.ingest([NewTurn("s", "user", text, clock.now()) for text in (*BY_TRAIN, "I need to call the dentist.")])

        def overtake() -> None:
            clock.advance(timedelta(minutes=6))
            assert alice.reflect().turns == 4

        embedder.meanwhile.append(overtake)

        assert alice.reflect().turns == 0
        assert len(alice.list()) == 3
        assert all(len(memory.sources) == 1 for memory in alice.list())
        assert len(alice.tasks.list()) == 1


def test_progress_is_told_step_by_step(told: Path, tmp_path: Path) -> None:
    shutil.copytree(told, tmp_path / "store")
    seen: list[tuple[str, int]] = []
    with child.open_for(tmp_path / "store", 0) as store:
        store.user("alice").reflect(lambda step, done: seen.append((step, done)))
    assert sum(done for step, done in seen if step == "turns") == 600
    assert {step for step, _ in seen} == {"turns", "sessions", "consolidated"}


def test_a_user_of_whom_nothing_is_known_needs_no_work(alice: UserMemory) -> None:
    report = alice.reflect()
    assert (report.turns, report.busy, report.left) == (0, False, False)
    assert alice.figures().turns == 0


def test_the_end_of_a_session_reads_no_more_than_it_may_and_leaves_the_rest(store: Store, tmp_path: Path, clock: ManualClock) -> None:
    with with_policy(store, tmp_path, ReflectionPolicy(at_session_end=30)) as other:
        alice = other.user("alice")
        alice.ingest([NewTurn("old", "user", f"I like song {number}.", clock.now()) for number in range(50)])
        say(alice, ["I live in Berlin."])
        assert len(alice.list()) == 30
        assert alice.profile.get("home") is None

        report = alice.reflect()
        assert (report.turns, report.left) == (21, False)
        assert alice.profile.get("home") == "Berlin"


def test_nothing_is_read_when_a_session_ends_if_the_application_says_so(store: Store, tmp_path: Path) -> None:
    with with_policy(store, tmp_path, ReflectionPolicy(at_session_end=0)) as other:
        alice = other.user("alice")
        say(alice, ["I live in Berlin."])
        assert alice.list() == []
        assert alice.reflect().turns == 1


def test_an_answer_is_understood_wherever_a_run_begins(alice: UserMemory) -> None:
    session = alice.session()
    session.add("assistant", "What is your name?")
    alice.reflect()
    session.add("user", "Alice")
    alice.reflect()
    assert alice.profile.get("name") == "Alice"


# Consolidation


@pytest.fixture
def told_of_porto(alice: UserMemory) -> UserMemory:
    say(alice, [*BY_TRAIN, *ELSEWHERE])
    return alice


def test_today_is_left_alone(told_of_porto: UserMemory) -> None:
    told_of_porto.reflect()
    assert known(told_of_porto) == {*BY_TRAIN, *ELSEWHERE}


def test_three_memories_of_one_topic_become_one_that_cites_them(told_of_porto: UserMemory, clock: ManualClock) -> None:
    members = [memory for memory in told_of_porto.list() if memory.text in BY_TRAIN]
    clock.advance(DAY)

    assert told_of_porto.reflect().counts["consolidated"] == 1

    (one,) = of_kind(told_of_porto, Kind.CONSOLIDATED)
    assert known(told_of_porto) == {one.text, *ELSEWHERE}
    assert set(one.sources) == {source for memory in members for source in memory.sources}
    assert all(text in one.text for text in BY_TRAIN)
    for member in members:
        ended = told_of_porto.history(member.id)[-1]
        assert (ended.superseded_by, ended.valid_until) == (one.id, clock.now())


def test_fewer_than_five_memories_of_a_day_stay_as_they_are(alice: UserMemory, clock: ManualClock) -> None:
    say(alice, [*BY_TRAIN, ELSEWHERE[0]])
    clock.advance(DAY)
    alice.reflect()
    assert known(alice) == {*BY_TRAIN, ELSEWHERE[0]}


def test_consolidation_can_be_undone_and_done_again(told_of_porto: UserMemory, clock: ManualClock) -> None:
    clock.advance(DAY)
    told_of_porto.reflect()
    (one,) = of_kind(told_of_porto, Kind.CONSOLIDATED)
    for _ in range(2):
        back = told_of_porto.undo(one.id)
        assert {memory.text for memory in back} == set(BY_TRAIN)
        assert known(told_of_porto) == {*BY_TRAIN, *ELSEWHERE}
        assert not told_of_porto.reflect().counts

        assert [memory.id for memory in told_of_porto.undo(one.id)] == [one.id]
        assert known(told_of_porto) == {one.text, *ELSEWHERE}


# Retention


def test_what_nobody_touched_for_a_year_ends_and_the_rest_stays(alice: UserMemory, clock: ManualClock) -> None:
    unused = alice.remember("The printer on the second floor jams.")
    used = alice.remember("The boiler was repaired by Lindqvist.")
    pinned = alice.remember("The spare key is with Tom.")
    order = alice.remember("Always answer in German.")
    health = alice.remember("I'm allergic to peanuts.")
    alice.pin(pinned.id)
    for _ in range(3):
        alice.answered("By Lindqvist, who repaired the boiler.", alice.recall("Who repaired the boiler?", kinds=["fact"], limit=1))
    clock.advance(timedelta(days=364))
    alice.reflect()
    assert len(alice.list()) == 5
    clock.advance(2 * DAY)

    assert alice.reflect().counts["expired"] == 1

    assert {memory.id for memory in alice.list()} == {used.id, pinned.id, order.id, health.id}
    assert "expired" in (alice.history(unused.id)[-1].ended_because or "")


def test_who_brings_an_expired_memory_back_keeps_it(alice: UserMemory, clock: ManualClock) -> None:
    memory = alice.remember("The printer on the second floor jams.")
    clock.advance(timedelta(days=366))
    alice.reflect()
    alice.undo(memory.id)
    clock.advance(2 * DAY)
    alice.reflect()
    assert alice.get(memory.id).valid_until is None


def test_a_kind_can_have_had_its_time_after_90_days_and_be_folded_first(store: Store, tmp_path: Path, clock: ManualClock) -> None:
    kept_90_days = RetentionPolicy(kinds={Kind.EPISODE: Retention(90 * DAY, consolidate=True)})
    with with_policy(store, tmp_path, ReflectionPolicy(retention=kept_90_days)) as other:
        alice = other.user("alice")
        say(alice, [*BY_TRAIN, ELSEWHERE[1]])  # too few for a day's consolidation
        clock.advance(DAY)
        fact = alice.remember("The spare key is with Tom.")
        clock.advance(88 * DAY)
        alice.reflect()
        assert len(alice.list()) == 5
        clock.advance(2 * DAY)

        counts = alice.reflect().counts

        (one,) = of_kind(alice, Kind.CONSOLIDATED)
        assert {memory.id for memory in alice.list()} == {one.id, fact.id}
        assert len(one.sources) == 3
        assert (counts["consolidated"], counts["expired"]) == (1, 1)
