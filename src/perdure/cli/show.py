"""How hits, resumptions, contexts, tasks, threads and a profile look in a terminal."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from rich.console import Group, RenderableType
from rich.markup import escape
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from perdure.cli.groups import short_id
from perdure.model.context import Context
from perdure.model.hit import Hit
from perdure.model.profile import Attribute
from perdure.model.session import Resumption
from perdure.model.task import Priority, Task, TaskStatus
from perdure.model.thread import Thread, ThreadContext, ThreadState
from perdure.sessions.resumption import describe_gap

__all__ = [
    "context_view",
    "due_text",
    "history_view",
    "hits_view",
    "profile_view",
    "resumption_view",
    "short",
    "tasks_view",
    "thread_view",
    "threads_view",
]

_COLOURS = {"continue": "green", "recap": "yellow", "fresh_start": "cyan"}
_SHOWN = 240
_PRIORITIES: Final = {Priority.HIGH: "[red]high[/]", Priority.NORMAL: "", Priority.LOW: "[dim]low[/]"}
_STATUSES: Final = {TaskStatus.OPEN: "open", TaskStatus.DONE: "[green]done[/]", TaskStatus.CANCELLED: "[dim]cancelled[/]"}
_LAST_MINUTE: Final = (23, 59)


def short(text: str, length: int = _SHOWN) -> str:
    """The text on one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= length else f"{line[: length - 1]}…"


def hits_view(hits: Sequence[Hit], *, why: bool = True) -> RenderableType:
    """A table of hits, each with its reasons below it."""
    if not hits:
        return Text("Nothing was found.", style="yellow")
    table = Table(box=None, padding=(0, 1), show_header=False)
    table.add_column(justify="right", style="bold cyan", no_wrap=True)
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for place, hit in enumerate(hits, 1):
        who = f"[bold]{escape(hit.speaker or hit.kind.value)}[/]: "
        table.add_row(str(place), f"{hit.said_at:%Y-%m-%d}", who + escape(short(hit.text)))
        if why:
            table.add_row("", f"{hit.score:.2f}", f"[dim]{escape(str(hit.why))}[/]")
    return table


def resumption_view(resumption: Resumption) -> RenderableType:
    """The mode and the prompt that a model gets."""
    colour = _COLOURS[resumption.mode.value]
    gap = "nothing was said before" if resumption.gap is None else f"{describe_gap(resumption.gap)} since the last turn"
    return Panel(
        Text(resumption.prompt),
        title=f"[bold {colour}]{resumption.mode.value}[/] · {gap}",
        title_align="left",
        border_style=colour,
        padding=(0, 1),
    )


def context_view(context: Context, *, full: bool = True) -> RenderableType:
    """What would be sent, what each part costs, and what was left out."""
    table = Table(box=None, padding=(0, 1), header_style="bold")
    for name, justify in (("section", "left"), ("items", "right"), ("tokens", "right")):
        table.add_column(name, justify="right" if justify == "right" else "left")
    for section in context.sections:
        table.add_row(section.name, str(section.items), f"{section.tokens:,}")
    table.add_row("[bold]all messages[/]", str(len(context.messages)), f"[bold]{context.tokens:,}[/] of {context.budget:,}")
    parts: list[RenderableType] = [table]
    if context.dropped:
        reasons: dict[str, int] = {}
        for dropped in context.dropped:
            # The figures in brackets differ from item to item; the kind of reason is what a person wants to see.
            reason = f"{dropped.section}: {dropped.reason.partition(' (')[0]}"
            reasons[reason] = reasons.get(reason, 0) + 1
        lines = [f"{count} × {reason}" for reason, count in reasons.items()]
        parts.append(Text("left out: " + "\n          ".join(lines), style="dim"))
    if full:
        parts += [
            Panel(Text(message["content"]), title=f"[bold]{message['role']}[/]", title_align="left", border_style="dim", padding=(0, 1))
            for message in context.messages
        ]
    return Group(*parts)


def due_text(task: Task, now: datetime) -> str:
    """When a task is due, and how far away that is; empty for a task without a time."""
    if task.due is None:
        return ""
    day = f"{task.due:%a %Y-%m-%d}"
    clock = "" if (task.due.hour, task.due.minute) == _LAST_MINUTE else f" {task.due:%H:%M}"
    if task.status is not TaskStatus.OPEN:
        return day + clock
    away = f"in {describe_gap(task.due - now)}" if task.due > now else f"overdue by {describe_gap(now - task.due)}"
    return f"{day}{clock} ({away})"


def tasks_view(tasks: Sequence[Task], now: datetime) -> RenderableType:
    """A table of tasks in the order given."""
    table = _table("id", "task", "due", "priority", "status")
    for task in tasks:
        late = task.status is TaskStatus.OPEN and task.due is not None and task.due < now
        due = escape(due_text(task, now))
        table.add_row(
            f"[dim]{escape(short_id(task.id))}[/]",
            escape(short(task.title)),
            f"[red]{due}[/]" if late else due,
            _PRIORITIES[task.priority],
            _STATUSES[task.status],
        )
    return table


def threads_view(threads: Sequence[Thread]) -> RenderableType:
    """A table of threads in the order given."""
    table = _table("id", "thread", "last active", "turns", "decided", "to do", "state")
    for thread in threads:
        left = sum(not item.done for item in thread.action_items)
        table.add_row(
            f"[dim]{escape(short_id(thread.id))}[/]",
            escape(short(thread.title or "(untitled)", 80)),
            f"{thread.last_active:%Y-%m-%d}",
            f"{thread.turns:,}",
            str(len(thread.decisions) or ""),
            str(left or ""),
            thread.state.value if thread.state is ThreadState.OPEN else f"[dim]{thread.state.value}[/]",
        )
    return table


def thread_view(found: ThreadContext) -> RenderableType:
    """One thread: what it is about, what was decided and is left to do, how it ended."""
    thread = found.thread
    parts: list[RenderableType] = [
        Text.assemble((thread.title or "(untitled)", "bold"), (f"  {thread.id}", "dim")),
        Text(f"{thread.turns:,} turns, {thread.started:%Y-%m-%d} to {thread.last_active:%Y-%m-%d}, {thread.state.value}", style="dim"),
    ]
    if thread.summary:
        parts += [Text("\nsummary", style="bold cyan"), Text(thread.summary)]
    if thread.decisions:
        parts.append(Text("\ndecided", style="bold cyan"))
        parts += [Text(f"{noted.said_at:%Y-%m-%d}  {short(noted.text)}") for noted in thread.decisions]
    if thread.action_items:
        parts.append(Text("\nto do", style="bold cyan"))
        for item in thread.action_items:
            due = "" if item.due is None else f" (by {item.due:%Y-%m-%d})"
            parts.append(Text(f"{'✓' if item.done else '·'} {item.who or 'somebody'}: {short(item.text)}{due}"))
    if found.last_turns:
        parts.append(Text("\nlast said", style="bold cyan"))
        parts += [Text.assemble((f"{turn.speaker or turn.role.value}: ", "bold"), short(turn.text)) for turn in found.last_turns]
    return Group(*parts)


def profile_view(attributes: Sequence[Attribute]) -> RenderableType:
    """A table of what holds, with since when and how it is known."""
    table = _table("attribute", "value", "since", "known")
    for held in attributes:
        table.add_row(f"[bold]{escape(held.name)}[/]", escape(short(held.value)), f"{held.valid_from:%Y-%m-%d}", _known(held))
    return table


def history_view(attributes: Sequence[Attribute], holding: Sequence[Attribute]) -> RenderableType:
    """A table of the values that one attribute had; `holding` are those that the profile shows now."""
    now = {(held.name, held.value, held.valid_from) for held in holding}
    table = _table("value", "from", "until", "known")
    for held in attributes:
        until = "[dim]replaced[/]" if held.valid_until is None else f"{held.valid_until:%Y-%m-%d}"
        if (held.name, held.value, held.valid_from) in now:
            until = "[green]now[/]"
        table.add_row(escape(short(held.value)), f"{held.valid_from:%Y-%m-%d}", until, _known(held))
    return table


def _known(held: Attribute) -> str:
    if not held.sources:
        return "[dim]set by hand[/]"
    sources = f", {len(held.sources)} times" if len(held.sources) > 1 else ""
    return f"[dim]said{sources}, {held.confidence:.0%} sure[/]"


def _table(*columns: str) -> Table:
    """Columns side by side without lines; figures stand to the right, and the first column is never wrapped."""
    table = Table(box=None, padding=(0, 1), header_style="bold")
    for place, name in enumerate(columns):
        right = name in {"turns", "decided", "to do"}
        table.add_column(name, justify="right" if right else "left", no_wrap=place == 0, overflow="fold")
    return table
