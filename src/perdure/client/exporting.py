"""Everything remembered of a user as JSON Lines: one thing a line, `type` first, times in ISO 8601."""

import json
import secrets
from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from perdure.client.services import Services
from perdure.errors import InvalidOption
from perdure.model.scope import Scope
from perdure.ports.engine import Reader

__all__ = ["export_user"]

_ALL = 1 << 40
_BATCH = 1000


def _things(reader: Reader) -> Iterator[tuple[str, dict[str, Any]]]:
    for thread in reader.threads.recent(_ALL, empty=True):
        yield "thread", asdict(thread)
    for old, current in reader.threads.aliases().items():
        yield "thread_alias", {"id": old, "thread_id": current}
    for session in reader.sessions.recent(_ALL):
        yield "session", asdict(session)
    after = 0
    while turns := reader.turns.scan(after, _BATCH):
        yield from (("turn", asdict(turn)) for _, turn in turns)
        after = turns[-1][0]
    after = 0
    while memories := reader.memories.scan(after, _BATCH):
        yield from (("memory", asdict(memory)) for _, memory in memories)
        after = memories[-1][0]
    for task in reader.tasks.list(None, _ALL):
        yield "task", asdict(task)
    for version in reader.profile.history():
        yield "attribute", asdict(version)
    yield from _usage(reader)


def _usage(reader: Reader) -> Iterator[tuple[str, dict[str, Any]]]:
    after = ""
    while counted := reader.usage.scan(after, _BATCH):
        yield from (("usage", {"id": thing_id, **asdict(usage)}) for thing_id, usage in counted)
        after = counted[-1][0]


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in an export")


def export_user(services: Services, scope: Scope, path: Path) -> int:
    """Write the export whole or not at all; the number of lines.

    Raises:
        InvalidOption: the file cannot be written.
    """
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")

    def unwritable(error: OSError) -> InvalidOption:
        return InvalidOption(f"{path} cannot be written: {error.strerror}. The store was not changed.")

    def work(reader: Reader) -> int:
        count = 0
        try:
            with draft.open("w", encoding="utf-8") as out:
                for kind, thing in _things(reader):
                    out.write(json.dumps({"type": kind, **thing}, ensure_ascii=False, default=_plain) + "\n")
                    count += 1
        except OSError as error:
            # Here, before the engine takes it for trouble with its own file.
            raise unwritable(error) from error
        return count

    try:
        count = services.engine.read(scope, work)
        draft.replace(path)
    except OSError as error:
        raise unwritable(error) from error
    finally:
        if draft.exists():
            draft.unlink()
    return count
