"""Open user files, the least recently used closed first."""

import resource
import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import Final

from perdure.errors import StoreClosed
from perdure.storage.sqlite.userfile import UserFile

__all__ = ["UserPool", "affordable"]

_DESCRIPTORS_A_USER: Final = 6
"""Two connections with file, log and shared memory each."""


def affordable(wanted: int) -> int:
    """How many users can be open at once with half of this process's file descriptors."""
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return wanted if soft == resource.RLIM_INFINITY else max(1, min(wanted, soft // 2 // _DESCRIPTORS_A_USER))


class UserPool:
    """Keeps at most `size` files open, and never closes one that is in use."""

    def __init__(self, size: int) -> None:
        self._size = affordable(size)
        self._lock = threading.Lock()
        self._open: OrderedDict[str, UserFile] = OrderedDict()
        self._uses: dict[str, int] = {}
        self._closed = False

    def take(self, place: str, opener: Callable[[], UserFile | None]) -> UserFile | None:
        """The user's open file, opened if need be; None if the opener finds none. Give it back with `give_back`."""
        with self._lock:
            if self._closed:
                raise StoreClosed
            file = self._open.get(place)
            if file is None:
                file = opener()
                if file is None:
                    return None
                self._open[place] = file
            self._open.move_to_end(place)
            self._uses[place] = self._uses.get(place, 0) + 1
            surplus = self._surplus()
        for old in surplus:
            old.close()
        return file

    def _surplus(self) -> list[UserFile]:
        idle = [place for place in self._open if not self._uses.get(place)] if len(self._open) > self._size else []
        return [self._open.pop(place) for place in idle[: len(self._open) - self._size]]

    def give_back(self, place: str) -> None:
        """The caller is done with the file for now."""
        with self._lock:
            self._uses[place] -= 1
            if not self._uses[place]:
                del self._uses[place]

    def close(self) -> None:
        """Close all files; those in use finish first."""
        with self._lock:
            self._closed = True
            files = list(self._open.values())
            self._open.clear()
        for file in files:
            file.close()
