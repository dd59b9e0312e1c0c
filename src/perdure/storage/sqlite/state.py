"""The counters of one user's file during one write transaction."""

import apsw

from perdure.storage.sqlite.connection import rows
from perdure.storage.sqlite.sql import queries

__all__ = ["State"]


class State:
    """Read at the start of a transaction, written back at its end if anything changed."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._stored = rows(connection, queries()["state_get"])[0]
        self.next_seq, self.packed_to, self.epoch = (int(str(value)) for value in self._stored)

    def take_seq(self) -> int:
        """A number that no turn or memory of this user had before."""
        self.next_seq += 1
        return self.next_seq - 1

    def save(self) -> None:
        """Write the counters back."""
        now = (self.next_seq, self.packed_to, self.epoch)
        if now != self._stored:
            rows(self._connection, queries()["state_put"], *now)
            self._stored = now
