"""What is done with single memories: remember, look, correct, forget."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from perdure.client.indexing import entry_of_memory, words_of_memory
from perdure.client.services import Services
from perdure.client.understanding import end_memory, endings_of
from perdure.errors import InvalidOption, UnknownMemory
from perdure.memories.kinds import kind_of
from perdure.memories.reading import statements_of
from perdure.model.checks import aware, valid_limit, valid_metadata, valid_name, valid_text
from perdure.model.ids import MEMORY
from perdure.model.memory import Kind, Memory
from perdure.model.scope import Scope
from perdure.model.statement import USER, Statement
from perdure.model.times import to_micros
from perdure.model.turn import Role, Turn
from perdure.ports.engine import Writer

__all__ = ["MemoryMethods"]

_SURE: Final = 0.5
_BY_HAND: Final = "corrected by hand"


def _kind(kind: Kind | str) -> Kind:
    if kind not in tuple(Kind) or kind == Kind.TURN:
        raise InvalidOption(f"{kind!r} is not a kind of memory; kinds are {', '.join(tuple(Kind)[1:])}. Nothing was written.")
    return Kind(kind)


def _with_text(memory: Memory, text: str, true_from: datetime) -> Memory:
    """The memory with a text of the caller's, of which nothing is known but that it holds from now on."""
    stated = replace(memory, text=text, valid_from=true_from, valid_until=None)
    return replace(stated, subject=None, attribute=None, value=None, confidence=1.0, reason=None)


def _stated(memory: Memory) -> Statement | None:
    """What a remembered text states of the profile, if it states one thing: then it can take the place of what was known."""
    turn = Turn(memory.id, "", "", 0, Role.USER, None, memory.text, memory.said_at)
    stated = [one for one in statements_of(turn) if one.attribute is not None and one.confidence >= _SURE]
    return stated[0] if len(stated) == 1 else None


class MemoryMethods:
    """The part of `UserMemory` that handles single memories."""

    def __init__(self, services: Services, scope: Scope) -> None:
        self._services = services
        self._scope = scope

    def remember(
        self,
        text: str,
        *,
        kind: Kind | str | None = None,
        at: datetime | None = None,
        metadata: Mapping[str, Any] | None = None,
        source: str | None = None,
    ) -> Memory:
        """Keep a statement; durable on return.

        Without `kind` its form decides between preference, directive and fact. `at` is when it was said (now by default),
        `source` who or what stated it ("user").

        Raises:
            InvalidInput: the text, time, kind or metadata cannot be kept; nothing was written.
        """
        text = valid_text(text, self._services.limits.turn_bytes)
        said_at = self._services.clock.now() if at is None else aware(at)
        memory = Memory(
            id=self._services.ids.new(MEMORY),
            kind=kind_of(text) if kind is None else _kind(kind),
            text=text,
            said_at=said_at,
            valid_from=said_at,
            source="user" if source is None else valid_name(source, "source"),
            metadata=valid_metadata(metadata),
        )
        statement = _stated(memory) if memory.source == USER else None
        if statement is not None and not statement.retracts:
            memory = replace(memory, subject=statement.subject, attribute=statement.attribute, value=statement.value)
        vector = self._services.vectors_to_store([text])[0]

        def work(writer: Writer) -> Memory:
            endings = endings_of(writer, statement) if statement is not None else ()
            writer.index.add(writer.memories.add(memory), entry_of_memory(memory, vector))
            for ending, because in endings:
                end_memory(writer, ending.id, ending.valid_until, max(said_at, ending.valid_until), because, memory.id)
            return memory

        return self._services.engine.write(self._scope, work)

    def get(self, memory_id: str) -> Memory:
        """The current version of a memory.

        Raises:
            UnknownMemory: there is none of that id.
        """
        found = self._services.engine.read(self._scope, lambda reader: reader.memories.get(memory_id))
        if found is None:
            raise UnknownMemory(f"There is no current memory {memory_id!r}.")
        return found

    def update(
        self, memory_id: str, text: str | None = None, *, kind: Kind | str | None = None, metadata: Mapping[str, Any] | None = None
    ) -> Memory:
        """Correct a memory. The former version's validity ends now; it stays in `history()` and in `recall(as_of=)`.

        With another text goes what was read out of the former one: subject, attribute, value and a stated end.

        Raises:
            UnknownMemory, InvalidInput: nothing was changed.
        """
        if text is not None:
            text = valid_text(text, self._services.limits.turn_bytes)
        new_kind = None if kind is None else _kind(kind)
        new_metadata = None if metadata is None else valid_metadata(metadata)
        while True:
            # Embedding happens outside the transaction, so a text that changed meanwhile is embedded again.
            embedded = self.get(memory_id).text if text is None else text
            vector = self._services.vectors_to_store([embedded])[0]
            now = self._services.clock.now()

            def work(
                writer: Writer, embedded: str = embedded, vector: NDArray[np.float32] | None = vector, now: datetime = now
            ) -> Memory | None:
                old = writer.memories.get(memory_id)
                if old is None:
                    raise UnknownMemory(f"There is no current memory {memory_id!r}. Nothing was changed.")
                if text is None and old.text != embedded:
                    return None
                known_at = max(now, old.said_at)
                true_from = max(known_at, old.valid_from)
                new = replace(
                    old if embedded == old.text else _with_text(old, embedded, true_from),
                    kind=new_kind or old.kind,
                    metadata=old.metadata if new_metadata is None else new_metadata,
                    said_at=known_at,
                    version=old.version + 1,
                )
                ended = writer.memories.end(memory_id, true_from, known_at=known_at, because=_BY_HAND)
                writer.index.end_validity(ended, to_micros(known_at))
                writer.index.add(writer.memories.add(new), entry_of_memory(new, vector))
                return new

            updated = self._services.engine.write(self._scope, work)
            if updated is not None:
                return updated

    def forget(self, memory_id: str) -> None:
        """Delete a memory with all its versions, without a trace in the index.

        Raises:
            UnknownMemory: nothing was changed.
        """

        def work(writer: Writer) -> None:
            removed = writer.memories.remove(memory_id)
            if not removed:
                raise UnknownMemory(f"There is no memory {memory_id!r}. Nothing was changed.")
            for seq, version in removed.items():
                writer.index.remove(seq, words_of_memory(version))

        self._services.engine.write(self._scope, work)

    def history(self, memory_id: str) -> list[Memory]:
        """All versions of a memory, oldest first.

        Raises:
            UnknownMemory: there is none of that id.
        """
        found = self._services.engine.read(self._scope, lambda reader: reader.memories.history(memory_id))
        if not found:
            raise UnknownMemory(f"There is no memory {memory_id!r}.")
        return found

    def pin(self, memory_id: str, *, pinned: bool = True) -> Memory:
        """Put a memory before others in `list()` and in every context, or no longer."""

        def work(writer: Writer) -> Memory:
            writer.memories.pin(memory_id, pinned=pinned)
            found = writer.memories.get(memory_id)
            if found is None:
                raise UnknownMemory(f"There is no current memory {memory_id!r}. Nothing was changed.")
            return found

        return self._services.engine.write(self._scope, work)

    def list(self, kinds: Sequence[Kind | str] | None = None, *, limit: int = 100) -> list[Memory]:
        """Current memories: pinned ones first, then the newest."""
        valid_limit(limit)
        wanted = [_kind(kind) for kind in ([kinds] if isinstance(kinds, str) else kinds or ())]
        return self._services.engine.read(self._scope, lambda reader: reader.memories.list(wanted, limit))
