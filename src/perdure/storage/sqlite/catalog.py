"""Who is in the store: user names, their places, their wrapped keys."""

import hashlib
import secrets
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from perdure.errors import StoreClosed, StoreCorrupted
from perdure.model.scope import Scope
from perdure.storage.sqlite.connection import connect, rows, translated
from perdure.storage.sqlite.keys import MasterKey
from perdure.storage.sqlite.migrate import migrate
from perdure.storage.sqlite.sql import migrations, queries

__all__ = ["CATALOG", "Catalog", "Listed"]

CATALOG: Final = "catalog.db"


@dataclass(frozen=True, slots=True)
class Listed:
    """A known user: their key (None in a plain store), and whether their file was ever finished."""

    key: bytes | None
    filed: bool


class Catalog:
    """The store's one shared file. Encrypted like the users' files, because names are personal data too."""

    def __init__(self, root: Path, salt: bytes, master: MasterKey | None, busy_seconds: float) -> None:
        self._path = root / CATALOG
        self._salt = salt
        self._master = master
        self._lock = threading.Lock()
        key = master.derive("catalog") if master else None
        with translated(self._path):
            self._connection = connect(self._path, key, busy_seconds=busy_seconds, create=True)
            migrate(self._connection, migrations("catalog_migrations"))
        self._closed = False

    def place(self, scope: Scope) -> str:
        """The user's place in the store: a salted hash, so that file names do not tell who is in it."""
        name = f"{len(scope.tenant)}:{scope.tenant}{scope.user}"
        return hashlib.blake2b(name.encode(), key=self._salt, digest_size=16).hexdigest()

    def _query(self, name: str, *values: str | int | bytes | None) -> list[tuple[object, ...]]:
        with self._lock, translated(self._path):
            if self._closed:
                raise StoreClosed
            return list(rows(self._connection, queries("catalog.sql")[name], *values))

    def find(self, scope: Scope) -> Listed | None:
        """The user's entry, or None for someone never written to."""
        place = self.place(scope)
        found = self._query("users_get", place)
        if not found:
            return None
        wrapped, filed = found[0]
        if self._master is None:
            return Listed(None, bool(filed))
        if not isinstance(wrapped, bytes):
            raise StoreCorrupted(f"The catalog has no key for {place}. Nothing was written. Restore the catalog.")
        return Listed(self._master.unwrap(wrapped, place), bool(filed))

    def add(self, scope: Scope) -> Listed:
        """Make a user known; of two processes at once both get the same key."""
        place = self.place(scope)
        wrapped = self._master.wrap(secrets.token_bytes(32), place) if self._master else None
        self._query("users_add", place, scope.tenant, scope.user, wrapped, time.time_ns() // 1000)
        listed = self.find(scope)
        assert listed is not None
        return listed

    def filed(self, scope: Scope) -> None:
        """The user's file stands: from now on a missing one is a loss."""
        self._query("users_filed", self.place(scope))

    def users(self, tenant: str) -> Iterator[str]:
        """All users of a tenant by name."""
        after = ""
        while page := self._query("users_list", tenant, after):
            for (user,) in page:
                after = str(user)
                yield after

    def tenants(self) -> list[str]:
        """All tenants by name."""
        return [str(tenant) for (tenant,) in self._query("tenants")]

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._closed = True
            self._connection.close()
