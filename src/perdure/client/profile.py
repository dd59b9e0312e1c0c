"""Structured attributes of a user, each with its history and where it comes from."""

from dataclasses import replace
from datetime import datetime

from perdure.client.known import asked_for, memories_about, profile_of
from perdure.client.services import Services
from perdure.client.understanding import end_memory
from perdure.memories.attributes import is_single
from perdure.memories.profile import preference_summary
from perdure.model.checks import aware, valid_name, valid_text
from perdure.model.memory import Kind, Memory
from perdure.model.profile import Attribute
from perdure.model.scope import Scope
from perdure.model.statement import USER
from perdure.ports.engine import Reader, Writer

__all__ = ["Profile"]

_VALUE_BYTES = 4096
_REMOVED = "removed by hand"
_SET = "replaced: the profile was set by hand"
_SUMMED_UP = 500


class Profile:
    """Structured attributes (account, name, employer, diet...): set by hand, or read out of what was said.

    Of a single-valued attribute the value that began last holds, whoever gave it; others (allergies, pets) stand beside each other.
    """

    def __init__(self, services: Services, scope: Scope) -> None:
        self._services = services
        self._scope = scope

    def set(self, name: str, value: str, *, at: datetime | None = None, source: str = "user") -> Attribute:
        """Give an attribute a value; the former one's validity ends. With `at` before a later value, it becomes history at once."""
        start = self._services.clock.now() if at is None else aware(at)
        attribute = Attribute(
            valid_name(name, "attribute"), valid_text(value, _VALUE_BYTES, "value"), start, source=valid_name(source, "source")
        )

        def work(writer: Writer) -> Attribute:
            later = [known.valid_from for known in writer.profile.history(attribute.name) if known.valid_from > start]
            if later:
                # What held once does not replace what came after it.
                past = replace(attribute, valid_until=min(later))
                writer.profile.put(past)
                return past
            writer.profile.end(attribute.name, start)
            writer.profile.put(attribute)
            for memory in memories_about(writer, USER, attribute=name) if is_single(name) else ():
                if memory.valid_from <= start:
                    end_memory(writer, memory.id, start, max(start, memory.said_at), _SET, None)
            return attribute

        return self._services.engine.write(self._scope, work)

    def get(self, name: str, *, subject: str = USER, at: datetime | None = None, as_of: datetime | None = None) -> str | None:
        """The attribute's value, the latest of several; None if none is known. For `at` and `as_of` see `all`."""
        found = [held for held in self.all(subject=subject, at=at, as_of=as_of) if held.name == name.casefold() or held.name == name]
        return found[-1].value if found else None

    def all(self, *, subject: str = USER, at: datetime | None = None, as_of: datetime | None = None) -> list[Attribute]:
        """All attributes that hold, by name; those of another person with `subject` ("user's sister", "Ann").

        `at`: what was true at that moment, by all that is known today. `as_of`: what was known at that moment.
        """
        for moment in (at, as_of):
            if moment is not None:
                aware(moment)
        now = self._services.clock.now()
        return self._services.engine.read(self._scope, lambda reader: profile_of(reader, subject, at=at, as_of=as_of, now=now))

    def asked(self, message: str) -> list[Attribute]:
        """The attributes that a message asks for."""
        return asked_for(self.all(), message)

    def history(self, name: str, *, subject: str = USER) -> list[Attribute]:
        """All values that an attribute had, oldest first."""

        def work(reader: Reader) -> list[Attribute]:
            by_hand = reader.profile.history(name) if subject == USER else []
            read = [_attribute(memory) for memory in memories_about(reader, subject, attribute=name, ended=True)]
            return sorted([*by_hand, *read], key=lambda held: held.valid_from)

        return self._services.engine.read(self._scope, work)

    def remove(self, name: str) -> None:
        """The attribute holds no longer, however it came to be known; its history stays."""
        now = self._services.clock.now()

        def work(writer: Writer) -> None:
            writer.profile.end(name, now)
            for memory in memories_about(writer, USER, attribute=name):
                end_memory(writer, memory.id, max(now, memory.valid_from), max(now, memory.said_at), _REMOVED, None)

        self._services.engine.write(self._scope, work)

    def summary(self) -> str:
        """Preferences, directives and what concerns them in a few words, for a prompt."""

        def work(reader: Reader) -> str:
            listed = reader.memories.list([Kind.PREFERENCE, Kind.DIRECTIVE], _SUMMED_UP)
            return preference_summary([*listed, *(memory for memory in memories_about(reader, USER) if memory not in listed)])

        return self._services.engine.read(self._scope, work)


def _attribute(memory: Memory) -> Attribute:
    assert memory.attribute is not None
    assert memory.value is not None
    return Attribute(
        memory.attribute, memory.value, memory.valid_from, memory.valid_until, memory.source, memory.sources, memory.confidence
    )
