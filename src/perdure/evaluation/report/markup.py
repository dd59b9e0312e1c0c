"""Small pieces of HTML. Everything that comes from data passes through `text`, so that conversations cannot become markup."""

from collections.abc import Collection, Iterable, Sequence
from html import escape
from typing import Final

from perdure.evaluation.metrics import HEADLINE, SHORT_NAMES
from perdure.evaluation.statistics import Interval

__all__ = ["bar", "between", "clipped", "code", "figure_tabs", "legend", "points", "section", "signed", "table", "text", "title_of"]

_SHAPES: Final = 4


def text(value: object) -> str:
    """Escaped, also for attributes; control characters, which HTML has no place for, are shown as spaces."""
    return escape("".join(char if char.isprintable() or char == "\n" else " " for char in str(value)), quote=True)


def clipped(value: str, length: int) -> str:
    """Escaped, on one line, and cut where it is long."""
    line = " ".join(value.split())
    return text(line if len(line) <= length else f"{line[: length - 1]}…")


def title_of(data: str) -> str:
    """A file's name without its ending, escaped."""
    return text(data.removesuffix(".jsonl"))


def code(name: str) -> str:
    """A recipe's or a signal's name, which may break at its underscores."""
    return f'<span class="code">{text(name).replace("_", "_<wbr>")}</span>'


def points(value: float) -> str:
    """A share in points of a hundred."""
    return f"{100 * value:.1f}"


def signed(value: float) -> str:
    """A change in points, with a true minus."""
    shown = f"{100 * value:+.1f}"
    return "0.0" if shown in ("+0.0", "-0.0") else shown.replace("-", "\u2212")


def between(interval: Interval) -> str:
    """An interval in points."""
    return f"{points(interval.low)} – {points(interval.high)}"


def section(name: str, heading: str, lead: str, body: str) -> str:
    """A section with its heading and one paragraph that says what to look for. `lead` and `body` are HTML."""
    return f'<section id="{name}"><h2>{heading}</h2><p class="lead">{lead}</p>{body}</section>'


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], numbers: Collection[int] = (), *, sortable: bool = False) -> str:
    """A table of HTML cells; columns in `numbers` are set to the right."""
    styles = [' class="n"' if column in numbers else "" for column in range(len(heads))]
    head = "".join(f"<th{style}>{name}</th>" for name, style in zip(heads, styles, strict=True))
    body = "".join("<tr>" + "".join(f"<td{style}>{cell}</td>" for cell, style in zip(row, styles, strict=True)) + "</tr>" for row in rows)
    kind = ' class="sortable"' if sortable else ""
    return f"<table{kind}><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def figure_tabs(body: str) -> str:
    """Buttons that choose which headline figure the parts of `body` marked `f-NAME` show; without scripts the first is shown."""
    buttons = "".join(
        f'<button type="button" data-figure="{name}" aria-pressed="{str(not number).lower()}">{SHORT_NAMES[name]}</button>'
        for number, name in enumerate(HEADLINE)
    )
    return f'<div class="tabbed" data-shown="{HEADLINE[0]}"><div class="tabs" role="group" aria-label="Figure">{buttons}</div>{body}</div>'


def legend(recipes: Iterable[str], embedders: Iterable[str]) -> str:
    """What the colours (recipes) and shapes (embedders) mean."""
    colours = [f'<li><i class="dot c{number}"></i>{text(name)}</li>' for number, name in enumerate(recipes)]
    listed = list(embedders)
    shapes = [f'<li><i class="dot e{number % _SHAPES}"></i>{text(name)}</li>' for number, name in enumerate(listed)]
    return f'<ul class="legend">{"".join(colours + (shapes if len(listed) > 1 else []))}</ul>'


def bar(value: float, interval: Interval | None, colour: str, tick: float | None = None, note: str = "") -> str:
    """A bar from 0 to a share, with its interval as a whisker and maybe a tick for what another recipe gets."""
    whisker = ""
    if interval is not None:
        width = max(interval.high - interval.low, 0.0)
        whisker = f'<i class="whisker" style="left:{100 * interval.low:.2f}%;width:{100 * width:.2f}%"></i>'
    mark = f'<i class="tick" style="left:{100 * tick:.2f}%"></i>' if tick is not None else ""
    return f'<span class="bar {colour}" title="{text(note)}"><i class="fill" style="width:{100 * value:.2f}%"></i>{whisker}{mark}</span>'
