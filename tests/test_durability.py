"""What was acknowledged is kept: through kills, beside other processes, and when the log is pulled away."""

import random
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from durability_child import SpelledEmbedder, is_whole, open_store
from perdure import NewTurn, Role, Store
from perdure.errors import WriteNotDurable

LIVES = 100
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
CHILD = Path(__file__).with_name("durability_child.py")


def start(*arguments: object) -> "subprocess.Popen[str]":
    return subprocess.Popen([sys.executable, str(CHILD), *map(str, arguments)], stdout=subprocess.PIPE, text=True)


def one_life(folder: Path, life: int) -> list[tuple[str, str]]:
    """Start a writer, kill it in the midst of its work; what it acknowledged, as users and turn ids."""
    with start("add_until_killed", folder, life) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        time.sleep(random.Random(life).uniform(0.005, 0.05))  # no secret
        child.kill()
        rest, _ = child.communicate()
    return [(user, turn_id) for user, turn_id in (line.split() for line in rest.splitlines())]


def check(store: Store, acknowledged: Mapping[str, set[str]]) -> None:
    """Everything acknowledged is there, and everything there is whole."""
    for user in {*acknowledged, *store.users()}:
        turns = [turn for session in ("steady", "first") for turn in store.user(user).session(session).turns()]
        assert acknowledged[user] <= {turn.id for turn in turns}, user
        assert all(is_whole(turn.text) for turn in turns), user
        assert [turn.position for turn in turns] == list(range(len(turns))), user
        assert store.inspect(user).problems == (), user


def test_no_acknowledged_turn_is_lost_by_a_hundred_kills(tmp_path: Path) -> None:
    acknowledged: defaultdict[str, set[str]] = defaultdict(set)
    for life in range(LIVES):
        for user, turn_id in one_life(tmp_path / "store", life):
            acknowledged[user].add(turn_id)
        if life % 25 == 24:
            with open_store(tmp_path / "store") as store:
                check(store, acknowledged)
    assert len(acknowledged["steady"]) > LIVES
    assert len(acknowledged) > LIVES // 4


def test_two_processes_write_and_read_one_user_at_once(tmp_path: Path) -> None:
    writers = [start("add_and_recall", tmp_path / "store", name, 200) for name in ("left", "right")]
    for writer in writers:
        writer.communicate(timeout=60)
    assert [writer.returncode for writer in writers] == [0, 0]
    with open_store(tmp_path / "store") as store:
        turns = store.user("shared").session("both").turns()
        problems = store.inspect("shared").problems
    for name in ("left", "right"):
        assert [turn.text for turn in turns if turn.text.startswith(name)] == [f"{name} {number}" for number in range(200)]
    assert [turn.position for turn in turns] == list(range(400))
    assert problems == ()


def test_a_killed_reembedding_goes_on_where_it_was(tmp_path: Path) -> None:
    total = 2200
    with open_store(tmp_path / "store") as store:
        told = (NewTurn("s", Role.USER, f"turn {n} of topic {n % 7}", NOON + timedelta(minutes=n)) for n in range(total))
        store.user("alice").ingest(told)
    with start("reembed_slowly", tmp_path / "store") as child:
        assert child.stdout is not None
        staged = int(child.stdout.readline().split()[1])
        child.kill()
    target = SpelledEmbedder("second")
    with open_store(tmp_path / "store") as store:
        assert store.user("alice").recall("turn 42")  # the old vectors serve until the switch
        made = store.reembed(target, "static")
    with open_store(tmp_path / "store", embedder=target) as store:
        assert store.user("alice").recall("turn 42")
        assert store.inspect("alice").problems == ()
    assert staged > 0
    assert made <= total - staged


@pytest.mark.parametrize("how", ["removed", "replaced by an empty file", "replaced by a copy"])
def test_a_write_to_a_log_that_was_pulled_away_is_not_acknowledged(tmp_path: Path, how: str) -> None:
    with open_store(tmp_path / "store") as store:
        session = store.user("alice").session("s", thread="t")
        session.add("user", "before")
        (log,) = (tmp_path / "store" / "users").rglob("*.db-wal")
        content = log.read_bytes()
        log.unlink()
        if how != "removed":
            log.write_bytes(content if how == "replaced by a copy" else b"")

        with pytest.raises(WriteNotDurable, match="not acknowledged"):
            session.add("user", "refused")

        session.add("user", "after")
        assert [turn.text for turn in session.turns()] == ["before", "after"]
    with open_store(tmp_path / "store") as store:
        assert [turn.text for turn in store.user("alice").session("s").turns()] == ["before", "after"]
        assert store.inspect("alice").problems == ()


def test_the_key_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    open_store(tmp_path / "store", key=None).close()
    assert (tmp_path / "store" / "master.key").stat().st_mode & 0o777 == 0o600
