"""Identifiers: a prefix that names the thing, then a UUIDv7, so ids sort by the time they were made."""

import os
import threading
import time
from typing import Final

__all__ = ["MEMORY", "SESSION", "TASK", "THREAD", "TURN", "IdSource"]

TURN: Final = "trn"
MEMORY: Final = "mem"
SESSION: Final = "ses"
THREAD: Final = "thr"
TASK: Final = "tsk"

_SUBMILLISECONDS = 1 << 12


class IdSource:
    """Makes ids that rise strictly within one process, also when the clock stands still or steps back.

    Layout: RFC 9562 UUIDv7, with the 12 bits after the version as a counter within the millisecond (method 1 of section 6.2).
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._last = 0

    def new(self, prefix: str) -> str:
        """Make the next id, such as `mem_0199f3c2d1a87b3e9c5d2f4a6b8c0d1e`."""
        with self._lock:
            tick = (time.time_ns() // 1_000_000) * _SUBMILLISECONDS
            self._last = max(tick, self._last + 1)
            tick = self._last
        milliseconds, counter = divmod(tick, _SUBMILLISECONDS)
        random = int.from_bytes(os.urandom(8)) & ((1 << 62) - 1)
        value = (milliseconds << 80) | (0x7 << 76) | (counter << 64) | (0b10 << 62) | random
        return f"{prefix}_{value:032x}"
