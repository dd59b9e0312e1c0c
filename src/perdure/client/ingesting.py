"""Bulk import of turns: large batches, one flush each, repeatable."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from perdure.client.indexing import entry_of_turn
from perdure.client.services import Services
from perdure.client.turns import checked_turn
from perdure.model.ids import THREAD, TURN
from perdure.model.scope import Scope
from perdure.model.turn import NewTurn
from perdure.ports.engine import Writer

__all__ = ["IngestReport", "ingest_turns"]

_BATCH = 1000


@dataclass(frozen=True, slots=True)
class IngestReport:
    """How many turns were added, and how many were skipped because their keys were stored already."""

    added: int
    skipped: int


def _batches(turns: Iterable[NewTurn]) -> Iterator[list[NewTurn]]:
    listed = iter(turns)
    while batch := list(islice(listed, _BATCH)):
        yield batch


def ingest_turns(services: Services, scope: Scope, turns: Iterable[NewTurn], progress: Callable[[int], None] | None = None) -> IngestReport:
    """Store turns in order, a thousand a transaction; sessions are opened as they come, each in a thread of its own.

    Raises:
        InvalidInput: the batches before the bad turn are stored and durable; nothing of its own batch is.
    """
    added = skipped = 0
    for batch in _batches(turns):
        checked = [checked_turn(new, services.limits) for new in batch]
        count = _store(services, scope, checked)
        added, skipped = added + count, skipped + len(batch) - count
        if progress is not None:
            progress(len(batch))
    return IngestReport(added, skipped)


def _store(services: Services, scope: Scope, batch: Sequence[NewTurn]) -> int:
    keys = [new.key for new in batch if new.key is not None]
    known = services.engine.write(scope, lambda writer: writer.turns.known(keys)) if keys else set[str]()
    # Embedding costs most: a repeated import must not embed again what it will skip.
    batch = [new for new in batch if new.key is None or new.key not in known]
    if not batch:
        return 0
    vectors = services.vectors_to_store([new.text for new in batch])
    ids = [services.ids.new(TURN) for _ in batch]
    threads = {session_id: services.ids.new(THREAD) for session_id in dict.fromkeys(new.session_id for new in batch)}

    def work(writer: Writer) -> int:
        numbers: dict[str, int] = {}
        count = 0
        for new, turn_id, vector in zip(batch, ids, vectors, strict=True):
            if new.session_id not in numbers:
                numbers[new.session_id] = _open(writer, new, threads[new.session_id])
            stored = writer.turns.add(turn_id, new)
            if stored is not None:
                seq, turn = stored
                writer.index.add(seq, entry_of_turn(turn, numbers[new.session_id], vector))
                count += 1
        return count

    return services.engine.write(scope, work)


def _open(writer: Writer, new: NewTurn, thread_id: str) -> int:
    if writer.sessions.get(new.session_id) is None:
        writer.threads.open(thread_id, "", new.at)
        writer.sessions.open(new.session_id, thread_id, new.at)
    return writer.sessions.number(new.session_id)
