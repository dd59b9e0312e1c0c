"""Whatever is wrong with input, files or disk: a typed error that says what it means for the data, and the store goes on."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import apsw
import pytest

import perdure
from durability_child import open_store
from perdure import NewTurn, Store, UserMemory, errors

CHILD = Path(__file__).with_name("durability_child.py")
NOTHING = r"(?i)nothing (of it )?was (read or )?(written|changed|done)"
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
NAIVE = datetime(2026, 3, 1, 12)  # noqa: DTZ001  # that is what is wrong with it

TEXTS = {
    "empty": ("", errors.EmptyText),
    "blank": (" \n\t", errors.EmptyText),
    "NUL": ("a\x00b", errors.UnstorableText),
    "lone surrogate": ("a\ud800b", errors.UnstorableText),
    "too long": ("x" * (256 * 1024 + 1), errors.TextTooLong),
    "too long in bytes": ("\u4f60" * (256 * 1024 // 3 + 1), errors.TextTooLong),
}
METADATA: dict[str, Any] = {
    "no JSON": {"a": object()},
    "a set": {"a": {1}},
    "not a number": {"a": float("nan")},
    "a key that is no string": {1: "a"},
    "a lone surrogate": {"a": "\ud800"},
    "a NUL": {"a": "\x00"},
    "too large": {"a": "x" * 70_000},
    "a list": ["a"],
    "a number": 5,
}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "store") as opened:
        yield opened


@pytest.fixture
def alice(store: Store) -> Iterator[UserMemory]:
    """A user with something in memory, who has just that and works after the test."""
    user = store.user("alice")
    user.session("s", thread="t").add("user", "before")
    before = user.figures()
    yield user
    assert user.figures() == before
    user.session("s").add("user", "after")
    assert [turn.text for turn in user.session("s").turns()] == ["before", "after"]
    assert store.inspect("alice").problems == ()


@pytest.mark.parametrize(("text", "error"), TEXTS.values(), ids=TEXTS)
def test_texts_that_cannot_be_kept(alice: UserMemory, text: str, error: type[Exception]) -> None:
    for write in (
        lambda: alice.session("s").add("user", text),
        lambda: alice.remember(text),
        lambda: alice.ingest([NewTurn("s", "user", "good", NOW), NewTurn("s", "user", text, NOW)]),
        lambda: alice.tasks.add(text),
        lambda: alice.threads.open(text),
        lambda: alice.profile.set("name", text),
    ):
        with pytest.raises(error, match=NOTHING):
            write()


def test_a_text_of_just_the_limit_is_kept(store: Store) -> None:
    turn = store.user("bob").session().add("user", "x" * (256 * 1024))
    assert len(turn.text) == 256 * 1024


def test_times_without_a_zone(alice: UserMemory) -> None:
    for write in (
        lambda: alice.session("s").add("user", "text", at=NAIVE),
        lambda: alice.remember("text", at=NAIVE),
        lambda: alice.ingest([NewTurn("s", "user", "text", NAIVE)]),
        lambda: alice.tasks.add("text", due=NAIVE),
        lambda: alice.profile.set("name", "value", at=NAIVE),
        lambda: alice.recall("text", since=NAIVE),
        lambda: alice.recall("text", as_of=NAIVE),
    ):
        with pytest.raises(errors.NaiveDatetime, match=NOTHING):
            write()


@pytest.mark.parametrize("metadata", METADATA.values(), ids=METADATA)
def test_metadata_that_is_no_small_json_object(alice: UserMemory, metadata: Any) -> None:
    for write in (
        lambda: alice.session("s").add("user", "text", metadata=metadata),
        lambda: alice.remember("text", metadata=metadata),
        lambda: alice.ingest([NewTurn("s", "user", "text", NOW, metadata=metadata)]),
    ):
        with pytest.raises(errors.InvalidMetadata, match=NOTHING):
            write()


@pytest.mark.parametrize("name", ["", "  ", "x" * 257, "a\x00b", "\ud800"], ids=["empty", "blank", "long", "NUL", "surrogate"])
def test_names_that_cannot_be_kept(store: Store, alice: UserMemory, name: str) -> None:
    for write in (
        lambda: store.user(name),
        lambda: store.user("alice", tenant=name),
        lambda: alice.session(name),
        lambda: alice.session("s2", thread=name),
        lambda: alice.session("s").add("user", "text", speaker=name),
        lambda: alice.remember("text", source=name),
        lambda: alice.profile.set(name, "value"),
        lambda: alice.ingest([NewTurn("s", "user", "text", NOW, key=name)]),
    ):
        with pytest.raises(errors.InvalidName, match=NOTHING):
            write()


@pytest.mark.parametrize("unknown", ["nothing", "", "a\x00b", "\ud800", "'; drop table turns; --"])
def test_unknown_ids(alice: UserMemory, unknown: str) -> None:
    for write, error in (
        (lambda: alice.forget(unknown), errors.UnknownMemory),
        (lambda: alice.pin(unknown), errors.UnknownMemory),
        (lambda: alice.tasks.complete(unknown), errors.UnknownTask),
        (lambda: alice.tasks.cancel(unknown), errors.UnknownTask),
        (lambda: alice.tasks.add("title", thread=unknown), errors.UnknownThread),
        (lambda: alice.threads.rename(unknown, "title"), errors.UnknownThread),
        (lambda: alice.threads.close(unknown), errors.UnknownThread),
    ):
        with pytest.raises((error, errors.InvalidInput), match=NOTHING):
            write()
    for read, error in (
        (lambda: alice.get(unknown), errors.UnknownMemory),
        (lambda: alice.update(unknown, "text"), errors.UnknownMemory),
        (lambda: alice.history(unknown), errors.UnknownMemory),
        (lambda: alice.threads.context(unknown), errors.UnknownThread),
    ):
        with pytest.raises((error, errors.InvalidInput)):
            read()


def test_a_role_that_is_none(alice: UserMemory) -> None:
    with pytest.raises(errors.InvalidOption, match=NOTHING):
        alice.session("s").add("narrator", "text")


def test_a_store_of_a_newer_layout(tmp_path: Path) -> None:
    open_store(tmp_path).close()
    file = tmp_path / "store.json"
    good = file.read_text()
    file.write_text(json.dumps(json.loads(good) | {"layout": 99, "something": "new"}))
    with pytest.raises(errors.StoreTooNew, match=NOTHING):
        open_store(tmp_path)
    file.write_text(good)
    open_store(tmp_path).close()


@pytest.mark.parametrize("content", ["", "{", "[]", '{"layout": "1"}', '{"layout": 1}', "\udcff"])
def test_a_damaged_store_file(tmp_path: Path, content: str) -> None:
    open_store(tmp_path).close()
    (tmp_path / "store.json").write_bytes(content.encode("utf-8", "surrogateescape"))
    with pytest.raises(errors.StoreCorrupted, match=NOTHING):
        open_store(tmp_path)


def user_file(root: Path) -> Path:
    (file,) = (root / "users").rglob("*.db")
    return file


def keep_something(root: Path, **options: Any) -> None:
    with open_store(root, **options) as store:
        store.user("alice").session("s").add("user", "before")


@pytest.mark.parametrize("which", ["user", "catalog"])
def test_a_file_of_a_newer_schema(tmp_path: Path, which: str) -> None:
    keep_something(tmp_path, key=None, encryption=False)
    connection = apsw.Connection(str(user_file(tmp_path) if which == "user" else tmp_path / "catalog.db"))
    connection.execute("insert into migrations values (99, 'future', 'x', 0)").fetchall()
    connection.close()

    def work() -> None:
        with open_store(tmp_path, key=None) as store:
            store.user("alice").remember("text")

    with pytest.raises(errors.StoreTooNew, match=NOTHING):
        work()


def test_a_migration_that_was_tampered_with(tmp_path: Path) -> None:
    keep_something(tmp_path, key=None, encryption=False)
    connection = apsw.Connection(str(user_file(tmp_path)))
    connection.execute("update migrations set checksum = 'x'").fetchall()
    connection.close()
    with open_store(tmp_path, key=None) as store, pytest.raises(errors.MigrationChanged, match=NOTHING):
        store.user("alice").remember("text")


@pytest.mark.parametrize("key", [b"x" * 32, "a passphrase", ""])
def test_a_wrong_master_key(tmp_path: Path, key: str | bytes) -> None:
    keep_something(tmp_path)
    with pytest.raises(errors.WrongKey, match=NOTHING):
        open_store(tmp_path, key=key)
    assert_alice_is_well(tmp_path)


@pytest.mark.parametrize("content", [b"garbage", b"", b"abcd", b"\xff\xfe", b"00" * 32], ids=["text", "empty", "short", "binary", "other"])
def test_a_key_file_without_the_key(tmp_path: Path, content: bytes) -> None:
    keep_something(tmp_path, key=None)
    good = (tmp_path / "master.key").read_bytes()
    (tmp_path / "master.key").write_bytes(content)
    with pytest.raises(errors.WrongKey, match=NOTHING):
        open_store(tmp_path, key=None)
    (tmp_path / "master.key").write_bytes(good)
    assert_alice_is_well(tmp_path, key=None)


def test_a_lost_key_file_is_not_replaced_by_a_new_one(tmp_path: Path) -> None:
    keep_something(tmp_path, key=None)
    good = (tmp_path / "master.key").read_bytes()
    (tmp_path / "master.key").unlink()
    with pytest.raises(errors.WrongKey, match=NOTHING):
        open_store(tmp_path, key=None)
    assert not (tmp_path / "master.key").exists()
    (tmp_path / "master.key").write_bytes(good)
    assert_alice_is_well(tmp_path, key=None)


@pytest.mark.parametrize("content", [b"", b"abcd"])
def test_a_new_store_is_not_made_with_a_key_file_that_holds_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "master.key").write_bytes(content)
    with pytest.raises(errors.WrongKey, match=NOTHING):
        open_store(tmp_path, key=None)
    assert not (tmp_path / "store.json").exists()


def assert_alice_is_well(root: Path, **options: Any) -> None:
    with open_store(root, **options) as store:
        session = store.user("alice").session("s")
        session.add("user", "after")
        assert [turn.text for turn in session.turns()] == ["before", "after"]
        assert store.inspect("alice").problems == ()


def flip_middle(content: bytes) -> bytes:
    """Other bytes in the midst of each page; the first page also has no header any more."""
    changed = bytearray(content)
    changed[0:64] = bytes(byte ^ 0xFF for byte in changed[0:64])
    for start in range(2000, len(changed) - 100, 4096):
        changed[start : start + 50] = bytes(byte ^ 0x5A for byte in changed[start : start + 50])
    return bytes(changed)


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "flipped": flip_middle,
    "garbage": lambda _: b"not a database " * 1000,
    "emptied": lambda _: b"",
    "cut": lambda content: content[: len(content) // 2 - 1000],
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
@pytest.mark.parametrize("encrypted", [True, False], ids=["encrypted", "plain"])
def test_a_damaged_user_file(tmp_path: Path, damage: Callable[[bytes], bytes], encrypted: bool) -> None:
    options = {} if encrypted else {"key": None, "encryption": False}
    keep_something(tmp_path, **options)
    file = user_file(tmp_path)
    good = file.read_bytes()
    file.write_bytes(damage(good))
    with open_store(tmp_path, **options) as store:
        with pytest.raises(errors.StoreCorrupted, match=NOTHING):
            store.user("alice").session("s").add("user", "lost?")
        with pytest.raises(errors.StoreCorrupted, match=NOTHING):
            store.user("alice").recall("before")
        assert store.inspect("alice").problems != ()
        assert store.user("bob").remember("bob goes on").text == "bob goes on"
    file.write_bytes(good)
    for leftover in ("-wal", "-shm"):
        Path(f"{file}{leftover}").unlink(missing_ok=True)
    assert_alice_is_well(tmp_path, **options)


@pytest.mark.parametrize("damage", ["flipped", "garbage", "cut"])
@pytest.mark.parametrize("encrypted", [True, False], ids=["encrypted", "plain"])
def test_a_damaged_catalog(tmp_path: Path, damage: str, encrypted: bool) -> None:
    options = {} if encrypted else {"key": None, "encryption": False}
    keep_something(tmp_path, **options)
    file = tmp_path / "catalog.db"
    good = file.read_bytes()
    file.write_bytes(DAMAGES[damage](good))

    def work() -> None:
        with open_store(tmp_path, **options) as store:
            store.user("alice").remember("lost?")

    with pytest.raises(errors.StoreCorrupted, match=NOTHING):
        work()
    file.write_bytes(good)
    for leftover in ("-wal", "-shm"):
        Path(f"{file}{leftover}").unlink(missing_ok=True)
    assert_alice_is_well(tmp_path, **options)


def run_child(*arguments: object) -> list[str]:
    done = subprocess.run([sys.executable, str(CHILD), *map(str, arguments)], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_files_that_may_not_grow(tmp_path: Path) -> None:
    *refusals, kept, problems = run_child("add_beyond_file_size", tmp_path / "store")
    assert len(refusals) == 4
    for refusal in refusals:
        assert refusal.startswith("DiskFull: ")
        assert "nothing of it was written" in refusal.lower()
    assert kept == "kept"
    assert problems == "()"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 2 MB."""
    folder = tmp_path / "small"
    folder.mkdir()
    mount = shutil.which("mount")
    command = [mount or "", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)]
    if mount is None or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("mounting a file system is not permitted here")
    yield folder
    subprocess.run(["umount", folder], check=True)


def test_a_full_disk(small_disk: Path) -> None:
    ballast = small_disk / "ballast"
    ballast.write_bytes(b"x" * 1_000_000)
    with open_store(small_disk / "store") as store:
        session = store.user("alice").session("s", thread="t")
        acknowledged: list[str] = []

        def fill() -> None:
            while True:
                acknowledged.append(session.add("user", "x " * 5000).id)

        with pytest.raises(errors.DiskFull, match=NOTHING):
            fill()
        assert [turn.id for turn in session.turns()] == acknowledged
        assert store.user("alice").recall("x", limit=1) is not None
        with pytest.raises(errors.StorageError, match=NOTHING):
            store.user("bob").remember("a new file does not fit either " + "y" * 100_000)
        ballast.unlink()
        acknowledged.append(session.add("user", "after").id)
        assert [turn.id for turn in session.turns()] == acknowledged
        assert store.user("bob").remember("now it fits").text == "now it fits"
        assert store.inspect("alice").problems == ()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become someone without rights")
@pytest.mark.parametrize("readable", [False, True], ids=["private", "readable"])
def test_a_directory_that_may_not_be_written(readable: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        root = Path(folder) / "store"
        keep_something(root)
        if readable:
            for path in (root, *root.rglob("*")):
                path.chmod(0o755 if path.is_dir() else 0o644)
        (answer,) = run_child("open_as_nobody", root)
        assert answer.startswith("StoreReadOnly: ")
        assert "nothing was written" in answer.lower()
        (answer,) = run_child("open_as_nobody", Path(folder) / "new")
        assert answer.startswith("StoreReadOnly: ")
        assert not (Path(folder) / "new").exists()
        assert_alice_is_well(root)


def test_a_path_that_is_a_file(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("hello")
    with pytest.raises(errors.PerdureError, match=NOTHING):
        open_store(file)
    assert file.read_text() == "hello"


def test_a_directory_of_something_else(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("hello")
    with pytest.raises(errors.InvalidOption, match=NOTHING):
        open_store(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_a_missing_user_file_is_a_loss_and_never_replaced_in_silence(tmp_path: Path) -> None:
    with perdure.open(tmp_path / "store") as store:
        store.user("alice").remember("I live in Rome")
    [file] = (tmp_path / "store" / "users").rglob("*.db")
    file.unlink()
    with perdure.open(tmp_path / "store") as store:
        with pytest.raises(perdure.errors.StoreCorrupted, match=r"missing\. Nothing was written"):
            store.user("alice").remember("I live in Oslo")
        assert store.inspect("alice").problems
        store.user("bob").remember("untouched")
    assert not file.exists()
