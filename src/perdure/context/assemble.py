"""Fitting what is known into a model's window, in the guide's order of priority, counted on what is really sent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from perdure.context import render
from perdure.context.packing import Entry, arranged, pack
from perdure.errors import ContextTooSmall, InvalidOption
from perdure.model.context import Context, Dropped, Message, Section
from perdure.model.hit import Hit
from perdure.model.memory import Memory
from perdure.model.profile import Attribute
from perdure.model.thread import ThreadContext
from perdure.model.turn import Role, Turn
from perdure.ports.tokens import TokenCounter

__all__ = ["Material", "assemble", "message_tokens"]

HISTORY_SHARE: Final = 0.6
_FRAME_TOKENS: Final = 4
"""What chat formats spend on the frame of one message."""


@dataclass(frozen=True, slots=True)
class Material:
    """Everything that could go into a context, each list the most important first (history: oldest first)."""

    message: str
    system: str = ""
    profile: Sequence[Attribute] = ()
    preferences: Sequence[Memory] = ()
    thread: ThreadContext | None = None
    history: Sequence[Turn] = ()
    hits: Sequence[Hit] = ()


def message_tokens(messages: Sequence[Message], counter: TokenCounter) -> int:
    """Tokens of messages as they are sent, frames included."""
    return sum(counter.count(message["content"]) + _FRAME_TOKENS for message in messages)


class _Packer:
    """Keeps count while sections are filled."""

    def __init__(self, budget: int, counter: TokenCounter) -> None:
        self.budget = budget
        self.counter = counter
        self.used = 0
        self.lines: list[tuple[str, str, str]] = []  # section, id, rendered line
        self.entries: list[Entry] = []
        self.dropped: list[Dropped] = []
        self._frame = counter.count(f"{render.BLOCK_START}\n{render.BLOCK_END}") + _FRAME_TOKENS

    @property
    def left(self) -> int:
        return self.budget - self.used

    @property
    def frame(self) -> int:
        """What the data block itself costs, to be paid by the first line."""
        return 0 if self.lines or self.entries else self._frame

    def take_hits(self, hits: Sequence[Hit], question: str, already: Mapping[str, str]) -> None:
        """Put hits into what is left."""
        packing = pack(hits, question, self.left - self.frame, self.counter, already)
        self.dropped += packing.dropped
        if packing.entries:
            self.used += packing.tokens + self.frame
            self.entries += packing.entries

    def take_line(self, section: str, what: str, line: str) -> bool:
        """Put a line into the data block if it fits; the first pays for the block's frame."""
        cost = self.counter.count(line) + 1 + self.frame
        if cost > self.left:
            self.dropped.append(Dropped(section, what, f"did not fit (needs {cost} tokens, {self.left} were left)"))
            return False
        self.used += cost
        self.lines.append((section, what, line))
        return True

    def drop_last_line(self) -> None:
        """Take the least important line out again."""
        section, what = ("memories", self.entries.pop().id) if self.entries else self.lines.pop()[:2]
        self.dropped.append(Dropped(section, what, "the rendered block was larger than its parts"))


def assemble(material: Material, *, max_tokens: int, reserve: int, counter: TokenCounter) -> Context:
    """Build a context of at most max_tokens - reserve tokens.

    System prompt and message are always in. Then profile and preferences, the thread, history (newest first, at most 60 % of what
    remains), and memories into the rest.

    Raises:
        ContextTooSmall: system prompt and message alone do not fit.
        InvalidOption: max_tokens or reserve is negative, or nothing is left between them.
    """
    if reserve < 0 or max_tokens <= reserve:
        raise InvalidOption(f"max_tokens ({max_tokens}) must be greater than reserve ({reserve}), which must not be negative.")
    packer = _Packer(max_tokens - reserve, counter)
    history = _without_message(material.history, material.message)
    head: list[Message] = [{"role": "system", "content": material.system}] if material.system else []
    tail: list[Message] = [{"role": "user", "content": material.message}]
    packer.used = message_tokens([*head, *tail], counter)
    if packer.left < 0:
        raise ContextTooSmall(
            f"System prompt and message need {packer.used} tokens, max_tokens - reserve leaves {packer.budget}. "
            "Raise max_tokens or shorten the system prompt."
        )
    _fill_known(packer, material)
    shown = _fit_history(packer, history, int(packer.left * HISTORY_SHARE))
    _fill_memories(packer, material, shown)
    return _finish(packer, head, shown, tail, material.hits)


def _without_message(history: Sequence[Turn], message: str) -> Sequence[Turn]:
    """A message that was already added to the session is not sent twice."""
    if history and history[-1].role is Role.USER and history[-1].text == message:
        return history[:-1]
    return history


def _fill_known(packer: _Packer, material: Material) -> None:
    for attribute in material.profile:
        packer.take_line("profile", attribute.name, render.attribute_line(attribute))
    for memory in material.preferences:
        packer.take_line("preferences", memory.id, render.preference_line(memory))
    if material.thread is not None and material.thread.thread.summary:
        packer.take_line("thread", material.thread.thread.id, render.thread_line(material.thread))


def _fit_history(packer: _Packer, history: Sequence[Turn], budget: int) -> list[Turn]:
    """The newest turns that fit without a gap."""
    shown: list[Turn] = []
    spent = 0
    for turn in reversed(history):
        # Counted with the speaker's name: whether names are shown is known only when all turns are chosen.
        cost = packer.counter.count(f"{turn.speaker}: {turn.text}" if turn.speaker else turn.text) + _FRAME_TOKENS
        if spent + cost > budget:
            break
        spent += cost
        shown.append(turn)
    for turn in history[: len(history) - len(shown)]:
        packer.dropped.append(Dropped("history", turn.id, f"older than what fits into the history's share ({budget} tokens)"))
    packer.used += spent
    return shown[::-1]


def _fill_memories(packer: _Packer, material: Material, shown: Sequence[Turn]) -> None:
    already = {what: "among the preferences" for section, what, _ in packer.lines if section == "preferences"}
    already |= {turn.id: "in the history" for turn in shown}
    packer.take_hits(material.hits, material.message, already)


def _finish(packer: _Packer, head: list[Message], shown: list[Turn], tail: list[Message], hits: Sequence[Hit]) -> Context:
    """Render, count what is really sent, and give way if tokens at the seams made it larger than the sum of its parts."""
    while True:
        lines = [line for _, _, line in packer.lines] + arranged(packer.entries)
        middle = [render.block(lines)] if lines else []
        messages = [*head, *middle, *render.turn_messages(shown), *tail]
        tokens = message_tokens(messages, packer.counter)
        if tokens <= packer.budget:
            kept = {hit.id: hit for hit in hits}
            recalled = tuple(kept[entry.id] for entry in packer.entries if entry.id in kept)
            return Context(messages, tokens, packer.budget, _sections(packer, head, shown, tail), tuple(packer.dropped), recalled)
        if lines:
            packer.drop_last_line()
        else:
            packer.dropped.append(Dropped("history", shown.pop(0).id, "the rendered history was larger than its parts"))


def _sections(packer: _Packer, head: list[Message], shown: list[Turn], tail: list[Message]) -> tuple[Section, ...]:
    counter = packer.counter
    found = [Section("system", 1, message_tokens(head, counter))] if head else []
    for name in ("profile", "preferences", "thread"):
        listed = [(what, line) for section, what, line in packer.lines if section == name]
        if listed:
            tokens = sum(counter.count(line) + 1 for _, line in listed)
            found.append(Section(name, len(listed), tokens, tuple(what for what, _ in listed)))
    if packer.entries:
        tokens = sum(counter.count(line) + 1 for line in arranged(packer.entries))
        found.append(Section("memories", len(packer.entries), tokens, tuple(entry.id for entry in packer.entries)))
    if shown:
        tokens = message_tokens(render.turn_messages(shown), counter)
        found.append(Section("history", len(shown), tokens, tuple(turn.id for turn in shown)))
    return (*found, Section("message", 1, message_tokens(tail, counter)))
