"""The store's directory: `store.json`, and new users' files as copies of a template."""

import contextlib
import json
import os
import secrets
import shutil
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final

from perdure.errors import EmbedderMismatch, InvalidOption, StoreCorrupted, StoreTooNew, WrongKey
from perdure.model.scope import Scope
from perdure.ports.embedder import EmbedderSpec
from perdure.storage.sqlite.connection import CIPHER, connect, rows, translated
from perdure.storage.sqlite.keys import KEY_FILE, MasterKey, find_master_key
from perdure.storage.sqlite.migrate import migrate
from perdure.storage.sqlite.sql import migrations
from perdure.text.words import ANALYZER

__all__ = ["LAYOUT", "STORE_FILE", "Layout", "StoreFacts", "read_facts", "write_file"]

STORE_FILE: Final = "store.json"
LAYOUT: Final = 1


@dataclass(frozen=True, slots=True)
class StoreFacts:
    """What `store.json` says. `key_check` tells a wrong key from a damaged file.

    `embedder` is a registry name; `vectors` and `dimension` are what it makes, which every user's file must share.
    """

    layout: int
    salt: str
    encrypted: bool
    cipher: str | None
    key_check: str | None
    embedder: str
    vectors: str
    dimension: int


def write_file(path: Path, content: bytes) -> None:
    """Replace a file whole and durably, or leave it as it was."""
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    with translated(path):
        try:
            with draft.open("wb") as out:
                out.write(content)
                out.flush()
                os.fsync(out.fileno())
            draft.replace(path)
            _sync_directory(path.parent)
        finally:
            draft.unlink(missing_ok=True)


def _sync_directory(directory: Path) -> None:
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def read_facts(root: Path) -> StoreFacts | None:
    """What the store at `root` is, or None if there is none.

    Raises:
        StoreTooNew, StoreCorrupted: nothing was read or written.
    """
    path = root / STORE_FILE
    with translated(path):
        try:
            text = path.read_text("utf-8")
        except FileNotFoundError:
            return None
        except NotADirectoryError:
            raise InvalidOption(f"{root} is a file; a store is a directory. Nothing was written.") from None
        except UnicodeDecodeError:
            raise StoreCorrupted(f"{path} is damaged. Nothing was read or written. Restore it from a backup.") from None
    try:
        facts: dict[str, Any] = json.loads(text)
        if facts["layout"] > LAYOUT:
            raise StoreTooNew(
                f"The store at {root} has layout {facts['layout']}; this version of Perdure knows {LAYOUT}. "
                "Nothing was read or written. Upgrade with `pip install -U perdure`."
            )
        return StoreFacts(**facts)
    except (ValueError, KeyError, TypeError) as error:
        raise StoreCorrupted(f"{path} is damaged ({error}). Nothing was read or written. Restore it from a backup.") from error


class Layout:
    """Finds and makes the files of one store."""

    def __init__(self, root: Path, facts: StoreFacts, master: MasterKey | None) -> None:
        self.root = root
        self.facts = facts
        self.master = master

    @classmethod
    def open(cls, root: Path, key: str | bytes | None, encryption: bool | None, embedder: str, spec: EmbedderSpec) -> "Layout":
        """Open the store at `root`, making it if there is none.

        Raises:
            WrongKey, StoreTooNew, StoreCorrupted, StoreReadOnly, InvalidOption: nothing was written.
        """
        with translated(root):
            facts = read_facts(root)
            if facts is None:
                root.mkdir(parents=True, exist_ok=True, mode=0o700)
                facts = _make_facts(root, key, encryption is not False, embedder, spec)
        if encryption is not None and encryption != facts.encrypted:
            state = "encrypted" if facts.encrypted else "not encrypted"
            raise InvalidOption(f"The store at {root} is {state}; open it without `encryption=` or make a new one. Nothing was written.")
        if not facts.encrypted:
            return cls(root, facts, None)
        master = find_master_key(root, bytes.fromhex(facts.salt), key)
        if master.check_value() != facts.key_check:
            raise WrongKey(
                f"The master key (from {master.origin}) does not open the store at {root}. Nothing was read or written. "
                "Pass the key that it was made with."
            )
        return cls(root, facts, master)

    def remember_embedder(self, name: str, spec: EmbedderSpec) -> None:
        """Write down which embedder the store uses when none is named."""
        self.facts = replace(self.facts, embedder=name, vectors=spec.name, dimension=spec.dimension)
        write_file(self.root / STORE_FILE, _text(self.facts))

    def path(self, place: str) -> Path:
        """Where a user's file stands."""
        return self.root / "users" / place[:2] / place[2:4] / f"{place}.db"

    def make_user(self, place: str, scope: Scope, key: bytes | None, spec: EmbedderSpec) -> Path:
        """Make a user's file from the template, whole or not at all; a file that is there stays.

        A copy gets its own key by re-encrypting the few pages of an empty schema, then a name by link(2), which fails if another
        process was first.
        """
        if (spec.name, spec.dimension) != (self.facts.vectors, self.facts.dimension):
            raise EmbedderMismatch(
                f"The store's vectors come from {self.facts.vectors} ({self.facts.dimension} dimensions), it was opened with {spec.name} "
                f"({spec.dimension}). Nothing was written. Open it with the former, or run `perdure migrate --reembed`."
            )
        path = self.path(place)
        with translated(path):
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
            try:
                shutil.copyfile(self._template(), draft)
                self._personalise(draft, scope, key, spec)
                with contextlib.suppress(FileExistsError):
                    os.link(draft, path)
                _sync_directory(path.parent)
            finally:
                for leftover in (draft, Path(f"{draft}-wal"), Path(f"{draft}-shm"), Path(f"{draft}-journal")):
                    leftover.unlink(missing_ok=True)
        return path

    def _personalise(self, draft: Path, scope: Scope, key: bytes | None, spec: EmbedderSpec) -> None:
        connection = connect(draft, self._template_key())
        try:
            rows(
                connection,
                "insert into state (one, tenant, user, analyzer, embedder, dimension, weight) values (1, ?, ?, ?, ?, ?, ?)",
                scope.tenant,
                scope.user,
                ANALYZER,
                spec.name,
                spec.dimension,
                spec.weight,
            )
            rows(connection, "pragma journal_mode = delete")
            if key is not None:
                rows(connection, f"pragma rekey = 'raw:{key.hex()}'")
        finally:
            connection.close()

    def _template_key(self) -> bytes | None:
        return self.master.derive("template") if self.master else None

    def _template(self) -> Path:
        path = self.root / f"template-{len(migrations())}.db"
        if not path.exists():
            draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
            connection = connect(draft, self._template_key(), create=True)
            migrate(connection, migrations())
            rows(connection, "pragma journal_mode = delete")
            connection.close()
            draft.replace(path)
        return path


def _text(facts: StoreFacts) -> bytes:
    return json.dumps(asdict(facts), indent=2).encode() + b"\n"


def _make_facts(root: Path, key: str | bytes | None, encrypted: bool, embedder: str, spec: EmbedderSpec) -> StoreFacts:
    if any(path.name != KEY_FILE and not path.name.startswith(".") for path in root.iterdir()):
        made = read_facts(root)  # another process may have made the store meanwhile
        if made is not None:
            return made
        raise InvalidOption(f"{root} is not empty and not a Perdure store. Nothing was written. Name a new or empty directory.")
    salt = secrets.token_bytes(16)
    check = find_master_key(root, salt, key, new=True).check_value() if encrypted else None
    facts = StoreFacts(LAYOUT, salt.hex(), encrypted, CIPHER if encrypted else None, check, embedder, spec.name, spec.dimension)
    path = root / STORE_FILE
    draft = root / f".{STORE_FILE}.{secrets.token_hex(8)}"
    write_file(draft, _text(facts))
    try:
        os.link(draft, path)  # of two processes that make the store at once, one wins and both use its facts
    except FileExistsError:
        pass
    finally:
        draft.unlink()
    made = read_facts(root)
    assert made is not None
    return made
