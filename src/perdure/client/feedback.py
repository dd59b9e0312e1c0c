"""What was of use, what was settled wrongly, and the background work: the part of `UserMemory` that keeps memory right."""

from collections.abc import Sequence

from perdure.client.consolidating import CONSOLIDATES
from perdure.client.memories import MemoryMethods
from perdure.client.reflecting import Progress, reflect
from perdure.client.understanding import end_memory
from perdure.errors import UnknownMemory
from perdure.memories.grounding import used_in
from perdure.memories.settling import undone
from perdure.model.hit import Hit
from perdure.model.memory import Memory
from perdure.model.reflection import ReflectionReport
from perdure.model.times import FOREVER
from perdure.ports.engine import Writer

__all__ = ["UpkeepMethods"]

_MOST = 1000


class UpkeepMethods(MemoryMethods):
    """The part of `UserMemory` that keeps memory right."""

    def reflect(self, progress: Progress | None = None, *, most: int | None = None) -> ReflectionReport:
        """Understand what was said since the last time: memories, tasks, threads, consolidation, retention.

        Resumable, repeatable, and done by one worker at a time; `progress` is called with a step's name and how much of it was done.
        With `most`, where somebody waits, at most so many turns are read and no language model is asked.
        """
        return reflect(self._services, self._scope, progress=progress, most=most)

    def feedback(self, hit_id: str, *, useful: bool) -> None:
        """Say whether a hit, or any turn or memory, was of use; recall heeds it.

        Raises:
            UnknownMemory: nothing of that id is remembered; nothing was written.
        """
        now = self._services.clock.now()

        def work(writer: Writer) -> None:
            if not writer.usage.add(hit_id, at=now, useful=int(useful), not_useful=int(not useful)):
                raise UnknownMemory(f"Nothing with the id {hit_id!r} is remembered. Nothing was written.")

        self._services.engine.write(self._scope, work)

    def answered(self, answer: str, hits: Sequence[Hit], *, question: str = "") -> tuple[str, ...]:
        """Note what an answer used of the hits it was given: what it cites by number or id, or says in its words; the ids of those."""
        used = used_in(answer, hits, question=question)
        if not hits:
            return ()
        now = self._services.clock.now()

        def work(writer: Writer) -> None:
            for hit_id in dict.fromkeys(hit.id for hit in hits):
                writer.usage.add(hit_id, at=now, recalled=1, used=int(hit_id in used))

        self._services.engine.write(self._scope, work)
        return tuple(used)

    def undo(self, memory_id: str) -> list[Memory]:
        """Take back what was settled: an ended memory comes back and what stands in its place goes, or the other way round.

        Returns the memories that came back. Undoing again brings the former state.

        Raises:
            UnknownMemory: nothing was changed.
        """
        now = self._services.clock.now()

        def work(writer: Writer) -> list[Memory]:
            chain = _chain(writer, memory_id)
            undoing = undone(chain, memory_id)
            back = undoing.restores[0] if undoing.restores else None
            ends = {ending.id: ending.valid_until for ending in undoing.endings}
            ends |= {member.id: max(now, member.valid_from) for one in undoing.restores for member in _members(writer, one)}
            for ended, until in ends.items():
                end_memory(writer, ended, until, now, undoing.because, back)
            for restored in undoing.restores:
                writer.index.end_validity(writer.memories.revive(restored), FOREVER)
                # Whoever brings a memory back has touched it: what had expired must not expire again on the same day.
                writer.usage.add(restored, at=now)
            return [memory for memory in map(writer.memories.get, undoing.restores) if memory is not None]

        return self._services.engine.write(self._scope, work)


def _members(writer: Writer, memory_id: str) -> list[Memory]:
    """The current memories that a consolidated one says again."""
    members: list[str] = writer.memories.history(memory_id)[-1].metadata.get(CONSOLIDATES, [])
    return [memory for memory in map(writer.memories.get, members) if memory is not None]


def _chain(writer: Writer, memory_id: str) -> list[Memory]:
    """All versions of a memory, of what it took the place of, and of what took its place."""
    found: dict[tuple[str, int], Memory] = {}
    wanted = [memory_id]
    seen: set[str] = set()
    while wanted:
        one = wanted.pop()
        if one in seen:
            continue
        seen.add(one)
        for version in writer.memories.history(one):
            found[version.id, version.version] = version
            if version.superseded_by is not None:
                wanted.append(version.superseded_by)
        wanted += [memory.id for memory in writer.memories.list([], _MOST, superseded_by=one, include_ended=True)]
    return list(found.values())
