"""What the library warns of, as lines in the terminal."""

import logging
from collections.abc import Generator
from contextlib import contextmanager
from typing import Final

from perdure.cli.common import console

__all__ = ["notices_shown"]

_LIBRARY: Final = logging.getLogger("perdure")


class _Lines(logging.Handler):
    """Each warning once: a model that is down is down for every user."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._told: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        cause = record.args[-1] if isinstance(record.args, tuple) and record.args else None
        text = str(cause) if isinstance(cause, Exception) else record.getMessage()
        if text not in self._told:
            self._told.add(text)
            console.print(text, style="yellow", markup=False, highlight=False)


@contextmanager
def notices_shown() -> Generator[None]:
    """While it lasts, warnings are told instead of written to the standard error."""
    handler = _Lines()
    _LIBRARY.addHandler(handler)
    try:
        yield
    finally:
        _LIBRARY.removeHandler(handler)
