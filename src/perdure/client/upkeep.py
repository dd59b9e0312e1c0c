"""Rebuilding and re-embedding: everything but what was said is derived."""

from collections.abc import Callable
from dataclasses import dataclass

from perdure.client.indexing import entry_of_memory, entry_of_turn
from perdure.client.services import Services
from perdure.errors import EmbedderUnavailable
from perdure.model.memory import Kind, Memory
from perdure.model.scope import Scope
from perdure.model.turn import Turn
from perdure.ports.embedder import Embedder
from perdure.ports.engine import Reader, Writer

__all__ = ["Progress", "rebuild", "reembed"]

Progress = Callable[[int, int], None]
"""Called with what is done and what is to be done in all."""

_BATCH = 500


@dataclass(frozen=True, slots=True)
class _Item:
    seq: int
    content: Turn | Memory


def _items(reader: Reader | Writer, after: int) -> list[_Item]:
    """The next turns and memories by their common seq."""
    found = [_Item(seq, turn) for seq, turn in reader.turns.scan(after, _BATCH)]
    found += [_Item(seq, memory) for seq, memory in reader.memories.scan(after, _BATCH)]
    return sorted(found, key=lambda item: item.seq)[:_BATCH]


def rebuild(services: Services, scope: Scope, progress: Progress | None = None) -> int:
    """Make the whole index anew from turns and memories, in one transaction: readers see the old one until the new is complete.

    `progress` is called inside that transaction and must not write to the same user.

    Returns the number of entries.
    """

    def work(writer: Writer) -> int:
        total = services.engine.read(scope, lambda reader: reader.figures()).entries
        writer.index.clear()
        after = done = 0
        said: dict[str, int] = {}
        while batch := _items(writer, after):
            vectors = services.vectors_to_store([item.content.text for item in batch])
            for item, vector in zip(batch, vectors, strict=True):
                if isinstance(item.content, Turn):
                    said[item.content.id] = item.seq
                    entry = entry_of_turn(item.content, writer.sessions.number(item.content.session_id), vector)
                else:
                    entry = entry_of_memory(item.content, vector, credit=_credit(item.content, said))
                writer.index.add(item.seq, entry)
            after, done = batch[-1].seq, done + len(batch)
            if progress is not None:
                progress(done, max(done, total))
        return done

    return services.engine.write(scope, work)


def _credit(memory: Memory, said: dict[str, int]) -> int:
    """The turn that a statement speaks for: the one it was read out of, unless somebody changed it since."""
    if memory.reason is None or memory.version > 1 or memory.kind is Kind.CONSOLIDATED or not memory.sources:
        return 0
    return said.get(memory.sources[0], 0)


def reembed(services: Services, scope: Scope, target: Embedder, progress: Progress | None = None) -> int:
    """Move one user's vectors to another embedder.

    New vectors are staged in durable batches, so a killed run goes on where it was; reads are served from the old ones until all
    are there, then the switch is one transaction. Returns how many were embedded now.

    Raises:
        EmbedderUnavailable: what was staged so far is kept; run it again.
    """
    total = services.engine.read(scope, lambda reader: reader.figures()).entries
    done = 0
    while not _switched(services, scope, target):
        seqs = services.engine.write(scope, lambda writer: writer.vectors.missing(target.spec, _BATCH))

        def texts(reader: Reader, seqs: list[int] = seqs) -> dict[int, str]:
            found: dict[int, Turn | Memory] = {**reader.turns.at(seqs), **reader.memories.at(seqs)}
            return {seq: item.text for seq, item in found.items()}

        listed = services.engine.read(scope, texts)
        try:
            vectors = dict(zip(listed, target.embed(list(listed.values())), strict=True))
        except EmbedderUnavailable as error:
            raise EmbedderUnavailable(f"{error} {done} vectors are staged; run it again to go on.") from error
        services.engine.write(scope, lambda writer, vectors=vectors: writer.vectors.stage(vectors))
        done += len(vectors)
        if progress is not None:
            progress(done, max(total, done))
    return done


def _switched(services: Services, scope: Scope, target: Embedder) -> bool:
    """Switch to the staged vectors if none is missing, looking and switching in one transaction."""

    def work(writer: Writer) -> bool:
        if writer.vectors.missing(target.spec, 1):
            return False
        writer.vectors.adopt(target.spec)
        return True

    return services.engine.write(scope, work)
