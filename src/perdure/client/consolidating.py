"""Memories that become one, and memories that have had their time."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Final

import numpy as np
from numpy.typing import NDArray

from perdure.client.indexing import entry_of_memory
from perdure.client.services import Services
from perdure.client.understanding import end_memory
from perdure.errors import LLMError
from perdure.memories.consolidation import Consolidation, clusters, consolidated, is_foldable
from perdure.memories.retention import expired
from perdure.model.ids import MEMORY
from perdure.model.memory import Kind, Memory
from perdure.model.scope import Scope
from perdure.ports.engine import Reader, Writer

__all__ = ["CONSOLIDATES", "consolidate", "retain"]

CONSOLIDATES: Final = "consolidates"
"""Names the members in the metadata of what they became."""
_DAILY: Final = "consolidation"
_RETENTION: Final = "retention"
_BATCH: Final = 1000
_FOLDED: Final = "consolidated: part of a memory of the same day and topic"


def _whole_days(found: Sequence[tuple[int, Memory]], today: datetime) -> list[tuple[int, Memory]]:
    """Memories up to the first of a day that is not over yet, where they were said."""
    taken: list[tuple[int, Memory]] = []
    for seq, memory in found:
        if _day(memory) >= today.astimezone(memory.said_at.tzinfo).date():
            break
        taken.append((seq, memory))
    return taken


def _day(memory: Memory) -> date:
    return memory.said_at.date()


def consolidate(services: Services, scope: Scope) -> int | None:
    """Fold the memories of the next days that are over; how many new ones came of it, None if there is nothing left to do."""
    now = services.clock.now()

    def look(reader: Reader) -> tuple[int, list[tuple[int, Memory]]]:
        mark = reader.reflection.mark(_DAILY)
        after = 0 if mark is None else mark.done_seq
        return after, _whole_days(reader.memories.scan(after, _BATCH), now)

    after, days = services.engine.read(scope, look)
    if not days:
        return None
    last = days[-1][0]
    memories = [memory for _, memory in days if is_foldable(memory)]
    drafts = _drafts(services, memories, least=services.reflection.consolidation.least)
    vectors = services.vectors_to_store([draft.text for draft in drafts]) if drafts else []

    def work(writer: Writer) -> int | None:
        mark = writer.reflection.mark(_DAILY)
        if (0 if mark is None else mark.done_seq) != after:
            return 0
        made = sum(_fold(services, writer, draft, vector, now) for draft, vector in zip(drafts, vectors, strict=True))
        writer.reflection.set_mark(_DAILY, last, now)
        return made

    return services.engine.write(scope, work)


def _drafts(services: Services, memories: Sequence[Memory], *, least: int) -> list[Consolidation]:
    if len(memories) < least:
        return []
    policy = replace(services.reflection.consolidation, least=least)
    made = services.vectors_to_store([memory.text for memory in memories])
    empty = np.zeros(services.embedder.spec.dimension, np.float32)
    vectors = np.stack([empty if vector is None else vector for vector in made])
    drafts = [consolidated([memories[place] for place in cluster], policy) for cluster in clusters(memories, vectors, policy)]
    known = {memory.id: memory for memory in memories}
    return [_in_one_sentence(services, draft, [known[member] for member in draft.members]) for draft in drafts]


def _in_one_sentence(services: Services, draft: Consolidation, members: Sequence[Memory]) -> Consolidation:
    """The draft in the model's words, if they say all of it and nothing else; otherwise in the user's own sentences."""
    if services.ask is None:
        return draft
    from perdure.reflection.acceptance import AcceptedConsolidation, accepted_consolidation
    from perdure.reflection.prompts.consolidate import CONSOLIDATE
    from perdure.reflection.prompts.data import numbered_memories

    try:
        answer = services.ask(CONSOLIDATE, memories=numbered_memories(members))
    except LLMError as error:
        services.degradations.note("consolidated without the model", error)
        return draft
    accepted = accepted_consolidation(answer, members)
    whole = isinstance(accepted, AcceptedConsolidation) and len(accepted.memories) == len(members)
    return replace(draft, text=accepted.text) if isinstance(accepted, AcceptedConsolidation) and whole else draft


def _fold(services: Services, writer: Writer, draft: Consolidation, vector: NDArray[np.float32] | None, now: datetime) -> bool:
    """Whether it could be: not if somebody changed a member meanwhile, because the rest is no cluster that was looked at."""
    members = [memory for memory in map(writer.memories.get, draft.members) if memory is not None]
    if len(members) != len(draft.members):
        return False
    new = Memory(
        id=services.ids.new(MEMORY),
        kind=Kind.CONSOLIDATED,
        text=draft.text,
        said_at=draft.said_at,
        valid_from=draft.valid_from,
        source=draft.source,
        sources=draft.sources,
        thread_id=draft.thread_id,
        metadata={CONSOLIDATES: list(draft.members)},
        subject=draft.subject,
        confidence=draft.confidence,
    )
    writer.index.add(writer.memories.add(new), entry_of_memory(new, vector))
    for member in members:
        end_memory(writer, member.id, max(now, member.valid_from), max(now, member.said_at), _FOLDED, new.id)
    return True


def retain(services: Services, scope: Scope) -> Counter[str]:
    """End what has had its time, once a day."""
    now = services.clock.now()

    def look(reader: Reader) -> tuple[bool, list[Memory]]:
        mark = reader.reflection.mark(_RETENTION)
        if mark is not None and mark.ran.date() == now.astimezone(mark.ran.tzinfo).date():
            return False, []
        memories: list[Memory] = []
        after = 0
        while batch := reader.memories.scan(after, _BATCH):
            after = batch[-1][0]
            memories += _expired_of(services, reader, [memory for _, memory in batch], now)
        return True, memories

    due, memories = services.engine.read(scope, look)
    if not due:
        return Counter()
    drafts = _drafts(services, memories, least=services.reflection.consolidation.cluster) if memories else []
    vectors = services.vectors_to_store([draft.text for draft in drafts]) if drafts else []

    def work(writer: Writer) -> Counter[str]:
        counts: Counter[str] = Counter()
        usage = writer.usage.get([memory.id for memory in memories])
        current = [memory for memory in (writer.memories.get(one.id) for one in memories) if memory is not None]
        ended = {expiry.id: expiry for expiry in expired(current, usage, now, services.reflection.retention)}
        for draft, vector in zip(drafts, vectors, strict=True):
            if all(member in ended for member in draft.members) and _fold(services, writer, draft, vector, now):
                counts["consolidated"] += 1
                ended = {memory_id: expiry for memory_id, expiry in ended.items() if memory_id not in draft.members}
        for expiry in ended.values():
            end_memory(writer, expiry.id, now, now, expiry.because, None)
            counts["expired"] += 1
        writer.reflection.set_mark(_RETENTION, 0, now)
        return counts

    return services.engine.write(scope, work)


def _expired_of(services: Services, reader: Reader, memories: Sequence[Memory], now: datetime) -> list[Memory]:
    current = [memory for memory in memories if memory.ended_at is None]
    usage = reader.usage.get([memory.id for memory in current])
    gone = {expiry.id for expiry in expired(current, usage, now, services.reflection.retention)}
    return [memory for memory in current if memory.id in gone]
