"""How a conversation is taken up again: gap, mode, prompt."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from perdure.model.memory import Memory
from perdure.model.session import Mode, ResumePolicy, Resumption
from perdure.model.task import Task
from perdure.model.thread import Thread
from perdure.model.turn import Turn

__all__ = ["describe_gap", "resume"]

_INSTRUCTIONS: Final = {
    Mode.CONTINUE: "The conversation was interrupted for a moment only. Continue it naturally, without greeting again.",
    Mode.RECAP: "The user is back after {gap}. Acknowledge it briefly and offer to continue where you left off.",
    Mode.FRESH_START: "The user is back after {gap}. Greet them warmly and be ready to help, without assuming what they need now.",
}
_FIRST_TIME: Final = "This is the first conversation with this user."
_QUOTED: Final = 200


def describe_gap(gap: timedelta) -> str:
    """A gap in words, such as "3 hours"."""
    seconds = max(int(gap.total_seconds()), 0)
    for unit, size in (("day", 86_400), ("hour", 3_600), ("minute", 60)):
        if seconds >= size:
            count = seconds // size
            return f"{count} {unit}{'s' if count > 1 else ''}"
    return "less than a minute"


def resume(
    now: datetime,
    last: Turn | None,
    policy: ResumePolicy,
    *,
    preferences: Sequence[Memory],
    threads: Sequence[Thread],
    tasks: Sequence[Task],
) -> Resumption:
    """Decide how to go on. A clock that stepped back counts as no gap."""
    gap = None if last is None else max(now - last.said_at, timedelta(0))
    mode = _mode(gap, policy)
    prompt = _prompt(mode, gap, last, preferences, threads, tasks)
    return Resumption(gap, mode, tuple(preferences), tuple(threads), tuple(tasks), last, prompt)


def _mode(gap: timedelta | None, policy: ResumePolicy) -> Mode:
    if gap is None:
        return Mode.FRESH_START
    if gap < policy.continue_within:
        return Mode.CONTINUE
    return Mode.RECAP if gap < policy.recap_within else Mode.FRESH_START


def _prompt(
    mode: Mode, gap: timedelta | None, last: Turn | None, preferences: Sequence[Memory], threads: Sequence[Thread], tasks: Sequence[Task]
) -> str:
    parts = [_FIRST_TIME if gap is None else _INSTRUCTIONS[mode].format(gap=describe_gap(gap))]
    if preferences and mode is not Mode.CONTINUE:
        parts.append(_listed("Their preferences", [memory.text for memory in preferences]))
    shown = threads[:1] if mode is not Mode.FRESH_START else threads
    if shown:
        title = "Earlier conversations" if mode is Mode.FRESH_START else "The last conversation"
        parts.append(_listed(title, [f"{thread.title}: {thread.summary}" if thread.summary else thread.title for thread in shown]))
    if tasks and mode is not Mode.CONTINUE:
        parts.append(_listed("Open tasks", [_task(task) for task in tasks]))
    if last is not None:
        speaker = last.speaker or last.role.value
        parts.append(f"Last said, by {speaker} on {last.said_at:%Y-%m-%d %H:%M}: {_short(last.text)}")
    return "\n\n".join(parts)


def _task(task: Task) -> str:
    return task.title if task.due is None else f"{task.title} (due {task.due:%Y-%m-%d})"


def _listed(title: str, lines: Sequence[str]) -> str:
    return "\n".join([f"{title}:", *(f"- {' '.join(line.split())}" for line in lines)])


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _QUOTED else f"{line[: _QUOTED - 1]}…"
