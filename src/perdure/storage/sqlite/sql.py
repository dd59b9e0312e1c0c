"""Named queries and numbered migrations, read from the `.sql` files beside this module."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

__all__ = ["MIGRATIONS_TABLE", "Migration", "migrations", "queries"]

_PACKAGE: Final = "perdure.storage.sqlite"
_NAME: Final = re.compile(r"^-- name: (\w+)$", re.MULTILINE)
MIGRATIONS_TABLE: Final = (
    "create table migrations (number integer primary key, name text not null, checksum text not null, applied integer not null) strict"
)


@cache
def queries(source: str = "queries.sql") -> Mapping[str, str]:
    """All named queries of a file; `{other_name}` in a query stands for that earlier one."""
    parts = _NAME.split(files(_PACKAGE).joinpath(source).read_text("utf-8"))
    found: dict[str, str] = {}
    for name, text in zip(parts[1::2], parts[2::2], strict=True):
        query = text.strip()
        for other, body in found.items():
            query = query.replace("{" + other + "}", body)
        found[name] = query
    return found


@dataclass(frozen=True, slots=True)
class Migration:
    """One step of the schema, identified by what it says."""

    number: int
    name: str
    sql: str

    @property
    def checksum(self) -> str:
        """SHA-256 of the statement text."""
        return hashlib.sha256(self.sql.encode()).hexdigest()


@cache
def migrations(folder: str = "migrations") -> tuple[Migration, ...]:
    """The migrations of a folder, in order; numbers must be 1, 2, 3..."""
    found = sorted(path.name for path in files(_PACKAGE).joinpath(folder).iterdir() if path.name.endswith(".sql"))
    steps = tuple(Migration(int(name[:4]), name[5:-4], files(_PACKAGE).joinpath(folder, name).read_text("utf-8")) for name in found)
    assert [step.number for step in steps] == list(range(1, len(steps) + 1)), f"{folder} has a gap"
    return steps
