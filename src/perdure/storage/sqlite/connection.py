"""Opening a file the one right way, and translating the driver's errors once."""

import errno
import os
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import apsw

from perdure.errors import (
    DiskFull,
    StorageError,
    StoreBusy,
    StoreClosed,
    StoreCorrupted,
    StoreReadOnly,
    UnstorableText,
)
from perdure.model.limits import Durability

__all__ = ["SQLValue", "connect", "rows", "run_script", "translated"]

SQLValue = int | float | str | bytes | None

CIPHER: Final = "aegis"
"""The fastest authenticated cipher of SQLite3 Multiple Ciphers: 1.2 times the cost of no encryption on insert and cold load."""


@contextmanager
def translated(place: Path | str) -> Generator[None]:  # noqa: C901  # one flat table of causes
    """Turn driver and system errors into Perdure's, naming the file and what it means for the data."""
    try:
        yield
    except (apsw.FullError, apsw.TooBigError) as error:
        raise DiskFull(f"No space for {place}: {error}. The operation was rolled back: nothing of it was written.") from error
    except (apsw.BusyError, apsw.LockedError) as error:
        raise StoreBusy(f"Another process holds the write lock of {place}. Nothing was written. Try again.") from error
    except (apsw.ReadOnlyError, apsw.PermissionsError, apsw.CantOpenError) as error:
        raise StoreReadOnly(f"{place} cannot be opened for writing ({error}). Nothing was written. Check owner and mode.") from error
    except (apsw.NotADBError, apsw.CorruptError) as error:
        raise StoreCorrupted(f"{place} is damaged ({error}). Nothing was written. Restore it from a backup.") from error
    except UnicodeEncodeError as error:
        raise UnstorableText(f"An id or name holds a lone surrogate at position {error.start}. Nothing was written.") from error
    except apsw.ConnectionClosedError as error:
        raise StoreClosed from error
    except apsw.IOError as error:
        if _no_space(error):
            raise DiskFull(f"No space for {place}. The operation was rolled back: nothing of it was written.") from error
        raise StorageError(f"The disk failed on {place}: {error}. The operation was rolled back: nothing was written.") from error
    except apsw.Error as error:
        raise StorageError(f"SQLite could not do it on {place}: {error}. The operation was rolled back.") from error
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise DiskFull(f"No space for {place}. Nothing was written.") from error
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise StoreReadOnly(f"{place} cannot be written ({error.strerror}). Nothing was written.") from error
        raise StorageError(f"The system refused {place}: {error.strerror}. Nothing was written.") from error


def _no_space(error: apsw.IOError) -> bool:
    """SQLite reports a full disk as an I/O error where only the shared-memory or log file could not grow."""
    code = getattr(error, "extendedresult", 0)
    return code in (apsw.SQLITE_IOERR_SHMSIZE, apsw.SQLITE_IOERR_WRITE, apsw.SQLITE_IOERR_TRUNCATE) and (
        os.strerror(errno.ENOSPC) in str(error) or getattr(error, "errno", 0) in (0, errno.ENOSPC, errno.EFBIG)
    )


def rows(connection: apsw.Connection, query: str, *values: SQLValue) -> list[tuple[Any, ...]]:
    """Run one statement to its end and fetch everything: apsw steps lazily, so an unfetched statement may not have run."""
    return connection.execute(query, values).fetchall()


def run_script(connection: apsw.Connection, script: str) -> None:
    """Run every statement of a script. Only a full iteration runs all of them."""
    for _ in connection.execute(script):
        pass


def connect(
    path: Path | str,
    key: bytes | None,
    *,
    busy_seconds: float = 5.0,
    durability: Durability = Durability.FULL,
    create: bool = False,
) -> apsw.Connection:
    """Open a file with every setting of the contract, one PRAGMA a statement, each fetched.

    `key` is the raw 32-byte key, or None for a plain file. The caller translates errors.
    """
    flags = apsw.SQLITE_OPEN_READWRITE | (apsw.SQLITE_OPEN_CREATE if create else 0)
    connection = apsw.Connection(os.fspath(path), flags=flags)
    try:
        connection.set_busy_timeout(int(busy_seconds * 1000))
        if key is not None:
            rows(connection, f"pragma cipher = '{CIPHER}'")
            rows(connection, f"pragma key = 'raw:{key.hex()}'")
        for setting in (
            "page_size = 4096",
            "journal_mode = wal",
            f"synchronous = {durability.value}",
            "foreign_keys = on",
            "secure_delete = on",
            "temp_store = memory",
            "trusted_schema = off",
            "cache_size = -8192",
        ):
            rows(connection, f"pragma {setting}")
        connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 1)
    except BaseException:
        connection.close()
        raise
    return connection
