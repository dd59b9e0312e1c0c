"""Checksummed migrations; each and its record share one transaction."""

import time
from collections.abc import Sequence

import apsw

from perdure.errors import MigrationChanged, StoreTooNew
from perdure.storage.sqlite.connection import rows, run_script
from perdure.storage.sqlite.sql import MIGRATIONS_TABLE, Migration

__all__ = ["migrate"]


def _applied(connection: apsw.Connection) -> dict[int, str]:
    if not rows(connection, "select 1 from sqlite_schema where name = 'migrations'"):
        return {}
    return {int(str(number)): str(checksum) for number, checksum in rows(connection, "select number, checksum from migrations")}


def _pending(connection: apsw.Connection, steps: Sequence[Migration]) -> list[Migration]:
    applied = _applied(connection)
    if applied and max(applied) > len(steps):
        raise StoreTooNew(
            f"The store has schema {max(applied)}; this version of Perdure knows {len(steps)}. "
            "Nothing was read or written. Upgrade with `pip install -U perdure`."
        )
    for step in steps:
        if step.number in applied and applied[step.number] != step.checksum:
            raise MigrationChanged(f"Migration {step.number} ({step.name}) differs from the one it has applied. Nothing was written.")
    return [step for step in steps if step.number not in applied]


def migrate(connection: apsw.Connection, steps: Sequence[Migration]) -> int:
    """Bring a file to the newest schema; the number of steps that were needed.

    Raises:
        StoreTooNew, MigrationChanged: nothing was written.
    """
    if not _pending(connection, steps):
        return 0
    rows(connection, "begin immediate")
    try:
        # Asked again inside the transaction: another process may have migrated meanwhile.
        todo = _pending(connection, steps)
        if todo and todo[0].number == 1:
            rows(connection, MIGRATIONS_TABLE)
        for step in todo:
            run_script(connection, step.sql)
            rows(
                connection,
                "insert into migrations values (?, ?, ?, ?)",
                step.number,
                step.name,
                step.checksum,
                time.time_ns() // 1000,
            )
        rows(connection, "commit")
    except BaseException:
        if connection.in_transaction:
            rows(connection, "rollback")
        raise
    return len(todo)
