"""How hits, resumptions and contexts look in a terminal."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.markup import escape
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from perdure.model.context import Context
from perdure.model.hit import Hit
from perdure.model.session import Resumption
from perdure.sessions.resumption import describe_gap

__all__ = ["context_view", "hits_view", "resumption_view", "short"]

_COLOURS = {"continue": "green", "recap": "yellow", "fresh_start": "cyan"}
_SHOWN = 240


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
