"""Engines with one broken group each, which the kit must notice. Not a test module; see test_conformance.py."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from perdure.model.scope import Scope
from perdure.ports.engine import Engine, Reader, Writer


class Replaced:
    """An object with some of its attributes replaced."""

    def __init__(self, inner: Any, **replaced: Any) -> None:
        self._inner = inner
        self.__dict__.update(replaced)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)


def writing_with(group: str, **methods: Callable[[Writer], Any]) -> Callable[[Engine], Any]:
    """An engine in one of whose writer groups these methods stand instead of its own; each is made from the true writer."""

    def broken(engine: Engine) -> Any:
        def write(scope: Scope, work: Callable[[Writer], Any]) -> Any:
            def instead(writer: Writer) -> Any:
                made = {name: make(writer) for name, make in methods.items()}
                return work(Replaced(writer, **{group: Replaced(getattr(writer, group), **made)}))  # type: ignore[arg-type]

            return engine.write(scope, instead)

        return Replaced(engine, write=write)

    return broken


def viewing_with(group: str, **methods: Callable[[Reader], Any]) -> Callable[[Engine], Any]:
    """The same of a reader's group."""

    def broken(engine: Engine) -> Any:
        def read(scope: Scope, work: Callable[[Reader], Any]) -> Any:
            def instead(reader: Reader) -> Any:
                made = {name: make(reader) for name, make in methods.items()}
                return work(Replaced(reader, **{group: Replaced(getattr(reader, group), **made)}))  # type: ignore[arg-type]

            return engine.read(scope, instead)

        return Replaced(engine, read=read)

    return broken


def without(method: Callable[..., Any], *ignored: str) -> Any:
    """The method, but it ignores these arguments."""
    return lambda *given, **named: method(*given, **{name: value for name, value in named.items() if name not in ignored})


def granted(writer: Writer) -> Any:
    """Everybody gets every lease."""
    return lambda *_: True


def end_known_when_true(writer: Writer) -> Any:
    """Of the two times of an end only one is kept."""
    return without(writer.memories.end, "known_at")


def end_without_reason(writer: Writer) -> Any:
    """What took a memory's place is not kept."""
    return without(writer.memories.end, "superseded_by")


def revived_for_ever(writer: Writer) -> Any:
    """What comes back forgets the end that it stated itself: it is stored as a new version."""

    def revive(memory_id: str) -> int:
        last = writer.memories.history(memory_id)[-1]
        current = replace(last, version=last.version + 1, valid_until=None, ended_at=None, ended_because=None, superseded_by=None)
        return writer.memories.add(current)

    return revive


def merged_by_name(writer: Writer) -> Any:
    """Two threads are said to be one, and nothing is moved."""
    return lambda _, into: writer.threads.get(into)


def merged_without_topic(writer: Writer) -> Any:
    """The first thread's topic takes the place of the second's."""

    def merge(from_id: str, into_id: str) -> Any:
        merged = writer.threads.merge(from_id, into_id)
        writer.threads.put_topic(into_id, None, {"one": 1.0})
        return merged

    return merge


def taken_again(writer: Writer) -> Any:
    """What was taken is due at once."""

    def take(kind: str, now: Any, until: Any, limit: int) -> Any:
        return writer.pending.take(kind, now, now, limit)

    return take


def done_twice(writer: Writer) -> Any:
    """Whoever strikes work off is told that it was the first."""
    return lambda kind, seq: writer.pending.done(kind, seq) or True


def put_as_new(writer: Writer) -> Any:
    """Work that waits already forgets its attempts."""

    def put(kind: str, seq: int, not_before: Any) -> None:
        writer.pending.done(kind, seq)
        writer.pending.put(kind, seq, not_before)

    return put


def counted_when_told(writer: Writer) -> Any:
    """The last call decides when something was last used, whatever time it tells."""

    def add(thing_id: str, *, at: Any, **counts: int) -> bool:
        before = writer.usage.get([thing_id]).get(thing_id)
        later = at if before is None or before.last_used is None else before.last_used + abs(before.last_used - at)
        return writer.usage.add(thing_id, at=later, **counts)

    return add


def listed_whatever_attribute(reader: Reader) -> Any:
    """The attribute asked for makes no difference."""
    return without(reader.memories.list, "attribute")


def ended_left_out(reader: Reader) -> Any:
    """Ended memories are never listed."""
    return without(reader.memories.list, "include_ended")


def running_for_ever(reader: Reader) -> Any:
    """However long ago a thread was active, it is running."""
    return lambda since, limit: reader.threads.running(since.replace(year=1970), limit)


def rated_without_bound(reader: Reader) -> Any:
    """All that was rated is read for each question."""
    return lambda _=0: reader.usage.rated(9999)
