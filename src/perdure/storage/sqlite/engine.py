"""The embedded engine: one encrypted SQLite file per user."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, TypeVar

import apsw

from perdure.errors import StorageError, StoreCorrupted, UnknownUser
from perdure.model.limits import Durability, Limits
from perdure.model.scope import Scope
from perdure.ports.embedder import EmbedderSpec
from perdure.ports.engine import Capabilities, Inspection, Reader, Writer
from perdure.storage.sqlite.catalog import Catalog, Listed
from perdure.storage.sqlite.connection import connect, rows, run_script, translated
from perdure.storage.sqlite.groups import SQLiteReader
from perdure.storage.sqlite.index import IndexCache
from perdure.storage.sqlite.layout import Layout, read_facts
from perdure.storage.sqlite.pool import UserPool
from perdure.storage.sqlite.sql import migrations, queries
from perdure.storage.sqlite.userfile import FileOptions, UserFile
from perdure.text.words import ANALYZER

__all__ = ["SQLiteEngine", "stored_embedder"]

T = TypeVar("T")
_BATCH: Final = 1000


def stored_embedder(root: Path) -> str | None:
    """Which embedder the store at `root` was made with, or None if there is no store."""
    facts = read_facts(root)
    return None if facts is None else facts.embedder


class SQLiteEngine:
    """See DESIGN 5: cost of a query stays that of the user's own data, whatever the number of users."""

    def __init__(
        self,
        root: Path,
        spec: EmbedderSpec,
        *,
        embedder: str = "static",
        key: str | bytes | None = None,
        encryption: bool | None = None,
        limits: Limits | None = None,
        durability: Durability = Durability.FULL,
    ) -> None:
        limits = limits or Limits()
        self._layout = Layout.open(root, key, encryption, embedder, spec)
        master = self._layout.master
        self._catalog = Catalog(root, bytes.fromhex(self._layout.facts.salt), master, limits.busy_seconds)
        self._pool = UserPool(limits.open_users)
        self._options = FileOptions(spec, durability, limits.busy_seconds)
        self._nobody: SQLiteReader | None = None
        self._nobody_lock = threading.Lock()
        self.capabilities = Capabilities("sqlite", self._layout.facts.encrypted, file_per_user=True)
        self.root = root
        self.key_origin = master.origin if master else "none"

    def remember_embedder(self, name: str, spec: EmbedderSpec) -> None:
        """Write down which embedder the store uses when none is named."""
        self._layout.remember_embedder(name, spec)

    def read(self, scope: Scope, work: Callable[[Reader], T]) -> T:
        place = self._catalog.place(scope)
        file = self._pool.take(place, lambda: self._open_known(scope, place))
        if file is None:
            return self._read_nobody(work)
        try:
            return file.read(work)
        finally:
            self._pool.give_back(place)

    def write(self, scope: Scope, work: Callable[[Writer], T]) -> T:
        place = self._catalog.place(scope)
        file = self._pool.take(place, lambda: self._open_known(scope, place) or self._make(scope, place))
        assert file is not None
        try:
            return file.write(work)
        finally:
            self._pool.give_back(place)

    def _open_known(self, scope: Scope, place: str) -> UserFile | None:
        listed = self._catalog.find(scope)
        return None if listed is None else self._open_listed(scope, place, listed)

    def _make(self, scope: Scope, place: str) -> UserFile:
        return self._open_listed(scope, place, self._catalog.add(scope))

    def _open_listed(self, scope: Scope, place: str, listed: Listed) -> UserFile:
        path = self._layout.path(place)
        if not listed.filed:
            # New, or the process died between the catalog's entry and the file: nothing was ever acknowledged for this user.
            self._layout.make_user(place, scope, listed.key, self._options.spec)
            self._catalog.filed(scope)
        elif not path.exists():
            raise StoreCorrupted(f"{path} is missing. Nothing was written. Restore it from a backup.")
        return UserFile(path, listed.key, self._options)

    def _read_nobody(self, work: Callable[[Reader], T]) -> T:
        """Someone never written to reads as empty, from an empty schema in memory."""
        with self._nobody_lock:
            if self._nobody is None:
                connection = apsw.Connection(":memory:")
                for step in migrations():
                    run_script(connection, step.sql)
                spec = self._options.spec
                rows(
                    connection,
                    "insert into state (one, tenant, user, analyzer, embedder, dimension, weight) values (1, '', '', ?, ?, ?, ?)",
                    ANALYZER,
                    spec.name,
                    spec.dimension,
                    spec.weight,
                )
                self._nobody = SQLiteReader(connection, IndexCache(), spec)
            return work(self._nobody)

    def scopes(self, tenant: str | None = None) -> Iterator[Scope]:
        for name in self._catalog.tenants() if tenant is None else [tenant]:
            for user in self._catalog.users(name):
                yield Scope(name, user)

    def inspect(self, scope: Scope) -> Inspection:
        path = self._layout.path(self._catalog.place(scope))
        facts = {"file": str(path.relative_to(self.root))}
        try:
            listed = self._catalog.find(scope)
            with translated(path):
                problems = tuple(_problems(path, listed.key, scope)) if listed else ()
        except StorageError as error:
            return Inspection(scope.user, (str(error),), facts)
        if listed is None:
            raise UnknownUser(f"The store holds nothing of {scope.user!r}.")
        return Inspection(scope.user, problems, facts)

    def close(self) -> None:
        self._pool.close()
        self._catalog.close()


def _problems(path: Path, key: bytes | None, scope: Scope) -> Iterator[str]:
    if not path.exists():
        raise StoreCorrupted(f"{path} is missing. Restore it from a backup.")
    connection = connect(path, key)
    try:
        for (line,) in rows(connection, "pragma integrity_check"):
            if line != "ok":
                yield f"integrity: {line}"
        for row in rows(connection, "pragma foreign_key_check"):
            yield f"a row of {row[0]} points at nothing"
        run_script(connection, "insert into words (words) values ('integrity-check')")
        if rows(connection, queries()["state_owner"]) != [(scope.tenant, scope.user)]:
            yield "the file belongs to another user"
        for name, statement in _CHECKS.items():
            missing = rows(connection, statement)[0][0]
            if missing:
                yield f"{missing} {name}; `perdure migrate --rebuild` mends it"
    finally:
        connection.close()


_CHECKS: Final = {
    "turns are not indexed": "select count(*) from turns where seq not in (select seq from entries)",
    "memories are not indexed": "select count(*) from memories where seq not in (select seq from entries)",
    "index entries belong to nothing": (
        "select count(*) from entries where seq not in (select seq from turns union all select seq from memories)"
    ),
}
