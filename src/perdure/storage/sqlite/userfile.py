"""One user's file while it is open: a writer with group commit, a reader with the loaded index."""

import threading
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Any, Generic, TypeVar

import apsw

from perdure.errors import PerdureError, StorageError, StoreClosed, StoreCorrupted, WriteNotDurable
from perdure.model.limits import Durability
from perdure.ports.embedder import EmbedderSpec
from perdure.ports.engine import Reader, Writer
from perdure.storage.sqlite.connection import connect, rows, translated
from perdure.storage.sqlite.groups import SQLiteReader
from perdure.storage.sqlite.index import IndexCache
from perdure.storage.sqlite.migrate import migrate
from perdure.storage.sqlite.sql import migrations
from perdure.storage.sqlite.writers import SQLiteWriter

__all__ = ["FileOptions", "UserFile"]

T = TypeVar("T")


class FileOptions:
    """How files are opened; the same for all of a store."""

    __slots__ = ("busy_seconds", "durability", "spec")

    def __init__(self, spec: EmbedderSpec, durability: Durability, busy_seconds: float) -> None:
        self.spec = spec
        self.durability = durability
        self.busy_seconds = busy_seconds


class _Job(Generic[T]):
    """One caller's work on its way through a group commit."""

    __slots__ = ("done", "error", "result", "work")

    def __init__(self, work: Callable[[Writer], T]) -> None:
        self.work = work
        self.done = False
        self.result: T | None = None
        self.error: BaseException | None = None


class UserFile:
    """Two connections to one file: writes never wait for reads, nor reads for the flush of a write."""

    def __init__(self, path: Path, key: bytes | None, options: FileOptions) -> None:
        self.path = path
        self._key = key
        self._options = options
        self._write_lock = threading.Lock()
        self._read_lock = threading.Lock()
        self._jobs: deque[_Job[Any]] = deque()
        self._writer: apsw.Connection | None = None
        self._reader: apsw.Connection | None = None
        self._cache = IndexCache()
        self._log_inode = 0
        self._closed = False
        # Whoever opens first migrates, before anything is read.
        with translated(path):
            self._reader = self._connect()
            # SQLite takes an emptied file for a new one; ours are made whole, with their owner's row in them.
            if not rows(self._reader, "select 1 from sqlite_schema where name = 'state'"):
                raise StoreCorrupted(f"{path} is empty. Nothing was written. Restore it from a backup.")
            migrate(self._reader, migrations())

    def _connect(self) -> apsw.Connection:
        return connect(self.path, self._key, busy_seconds=self._options.busy_seconds, durability=self._options.durability)

    def read(self, work: Callable[[Reader], T]) -> T:
        """Run `work` on one snapshot."""
        with self._read_lock, translated(self.path):
            if self._closed:
                raise StoreClosed
            if self._reader is None:
                self._reader = self._connect()
            reader = self._reader
            rows(reader, "begin")
            try:
                # A snapshot begins with the first read, not with BEGIN; everything after sees the same moment.
                rows(reader, "select 1 from state")
                return work(SQLiteReader(reader, self._cache, self._options.spec))
            finally:
                if reader.in_transaction:
                    rows(reader, "rollback")

    def write(self, work: Callable[[Writer], T]) -> T:
        """Queue `work`; whoever holds the lock next runs everything queued in one transaction with one flush."""
        job = _Job(work)
        self._jobs.append(job)
        with self._write_lock:
            if not job.done:
                self._commit_queued()
        if job.error is not None:
            raise job.error
        return job.result  # type: ignore[return-value]  # it is set, unless T includes None

    def _commit_queued(self) -> None:
        batch: list[_Job[Any]] = []
        while self._jobs:
            batch.append(self._jobs.popleft())
        try:
            with translated(self.path):
                self._commit(batch)
        except WriteNotDurable as error:
            _fail(batch, error)
            self._forget_connections()
        except PerdureError as error:
            _fail(batch, error)
        except BaseException as error:
            _fail(batch, StorageError(f"The write was interrupted ({type(error).__name__}) and rolled back: nothing of it was written."))
            raise
        finally:
            for job in batch:
                job.done = True

    def _commit(self, batch: list[_Job[Any]]) -> None:
        if self._closed:
            raise StoreClosed
        if self._writer is None:
            self._writer = self._connect()
        writer = self._writer
        rows(writer, "begin immediate")
        try:
            for job in batch:
                _run(job, writer, self._options.spec, self.path, alone=len(batch) == 1)
            self._check_log()
            rows(writer, "commit")
        except BaseException:
            if writer.in_transaction:
                rows(writer, "rollback")
            raise
        self._check_log()

    def _check_log(self) -> None:
        """Refuse to acknowledge if the log at our path is not the one we write to.

        A second SQLite library in this process that closes the same file drops our locks and may delete the log: what we commit
        then goes to a file without a name. Seen as a changed inode.
        """
        try:
            inode = Path(f"{self.path}-wal").stat().st_ino
        except FileNotFoundError:
            inode = -1
        if self._log_inode == 0 and inode > 0:
            self._log_inode = inode
        elif inode != self._log_inode:
            raise WriteNotDurable

    def _forget_connections(self) -> None:
        """Close the connections whose log is gone; the next read and write open the file as it is now.

        The reader must go too: it would keep the old log's index in shared memory alive, which the new writer then trusts. The last
        one to close brings what is in the old log into the file.
        """
        with self._read_lock:
            for connection in (self._writer, self._reader):
                if connection is not None:
                    connection.close()
            self._writer = self._reader = None
            self._cache = IndexCache()
        self._log_inode = 0

    def close(self) -> None:
        """Close both connections; waits for what runs."""
        with self._write_lock, self._read_lock:
            self._closed = True
            for connection in (self._writer, self._reader):
                if connection is not None:
                    connection.close()
            self._writer = self._reader = None


def _fail(batch: list[_Job[Any]], error: PerdureError) -> None:
    for job in batch:
        job.result = None
        if len(batch) == 1:
            job.error = error
        elif job.error is None:
            # Each caller gets an error of its own: a shared one would collect the tracebacks of all.
            job.error = type(error)(str(error))
            job.error.__cause__ = error


def _run(job: _Job[Any], connection: apsw.Connection, spec: EmbedderSpec, path: Path, *, alone: bool) -> None:
    """Run one job; in company it has a savepoint, so that its failure undoes only its own writes."""
    writer = SQLiteWriter(connection, spec)
    if alone:
        job.result = job.work(writer)
        writer.state.save()
        return
    rows(connection, "savepoint job")
    try:
        with translated(path):
            job.result = job.work(writer)
            writer.state.save()
    except Exception as error:
        if not connection.in_transaction:
            # SQLite rolled the whole transaction back by itself (disk full, I/O error): nobody's writes are left.
            raise
        rows(connection, "rollback to job")
        job.error = error
    rows(connection, "release job")
