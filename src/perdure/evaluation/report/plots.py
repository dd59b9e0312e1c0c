"""Plots as inline SVG, coloured by the page's style sheet. Labels are escaped here."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from typing import Final

import numpy as np

from perdure.evaluation.report.markup import text

__all__ = ["Line", "curves", "histogram", "roc"]

_WIDTH: Final = 340
_HEIGHT: Final = 230
_LEFT: Final = 38
_RIGHT: Final = 12
_TOP: Final = 12
_BOTTOM: Final = 34


@dataclass(frozen=True, slots=True)
class Line:
    """One curve: points in data units, `style` its classes."""

    name: str
    style: str
    points: Sequence[tuple[float, float]]


def _x(share: float) -> float:
    return _LEFT + share * (_WIDTH - _LEFT - _RIGHT)


def _y(share: float) -> float:
    return _HEIGHT - _BOTTOM - share * (_HEIGHT - _TOP - _BOTTOM)


def _svg(label: str, body: str) -> str:
    return f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{text(label)}">{body}</svg>'


def _label(x: float, y: float, shown: object, style: str = "") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" class="{style}">{text(shown)}</text>'


def _grid_y(ticks: Sequence[tuple[float, str]]) -> str:
    """Horizontal rules with labels; `ticks` are shares of the height."""
    return "".join(
        f'<path class="grid" d="M{_LEFT} {_y(share):.1f}H{_WIDTH - _RIGHT}"/>{_label(_LEFT - 6, _y(share) + 3.5, label, "end")}'
        for share, label in ticks
    )


def _path(shares: Sequence[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{_x(x):.1f} {_y(y):.1f}" for x, y in shares)


def curves(label: str, lines: Sequence[Line], deepest: int, marked: Sequence[int]) -> str:
    """Share of the evidence among the first k hits, k on a logarithmic axis from 1 to `deepest`."""

    def place(depth: float) -> float:
        return log(depth) / log(deepest)

    parts = [_grid_y([(share / 100, str(share)) for share in (0, 25, 50, 75, 100)])]
    parts += [_label(_x(place(depth)), _HEIGHT - _BOTTOM + 15, depth, "middle") for depth in marked]
    parts.append(_label(_x(0.5), _HEIGHT - 4, "first k hits", "middle axis"))
    # The first line is what the page is about: it is drawn last, above the others.
    for line in reversed(lines):
        shares = [(place(depth), share) for depth, share in line.points]
        values = dict(line.points)
        dots = "".join(
            f'<circle cx="{_x(place(depth)):.1f}" cy="{_y(values[depth]):.1f}" r="3">'
            f"<title>{text(line.name)}: {100 * values[depth]:.1f} among the first {depth}</title></circle>"
            for depth in marked
            if depth in values
        )
        parts.append(f'<g class="line {line.style}"><path d="{_path(shares)}"/>{dots}</g>')
    return _svg(label, "".join(parts))


def roc(label: str, lines: Sequence[Line]) -> str:
    """ROC curves with the diagonal of chance."""
    parts = [_grid_y([(share / 100, str(share)) for share in (0, 25, 50, 75, 100)])]
    parts += [_label(_x(share / 100), _HEIGHT - _BOTTOM + 15, share, "middle") for share in (0, 25, 50, 75, 100)]
    parts.append(f'<path class="chance" d="{_path([(0, 0), (1, 1)])}"/>')
    parts.append(_label(_x(0.5), _HEIGHT - 4, "% of questions without an answer that pass", "middle axis"))
    parts += [
        f'<g class="line {line.style}"><path d="{_path(line.points)}"/><title>{text(line.name)}</title></g>' for line in reversed(lines)
    ]
    return _svg(label, "".join(parts))


def histogram(label: str, answerable: Sequence[float], unanswerable: Sequence[float], floor: float, bins: int = 28) -> str:
    """Best scores of answerable questions upwards and of unanswerable ones downwards, each as shares of its kind; a rule at the floor."""
    both = np.array([*answerable, *unanswerable])
    low, high = float(both.min()), float(both.max())
    high = high if high > low else low + 1
    heights = [np.histogram(side, bins, (low, high))[0] / max(len(side), 1) for side in (answerable, unanswerable)]
    tallest = max(float(height.max()) for height in heights) or 1.0
    middle = _y(0.5)
    reach = (_HEIGHT - _TOP - _BOTTOM) / 2 - 2
    parts: list[str] = []
    for up, name, height in ((1, "with", heights[0]), (-1, "without", heights[1])):
        for number, share in enumerate(height.tolist()):
            if not share:
                continue
            tall = share / tallest * reach
            left, right = _x(number / bins), _x((number + 1) / bins)
            top = middle - tall if up > 0 else middle
            least, most = (low + (high - low) * edge / bins for edge in (number, number + 1))
            parts.append(
                f'<rect class="{name}" x="{left + 0.6:.1f}" y="{top:.1f}" width="{right - left - 1.2:.1f}" height="{tall:.1f}" rx="1">'
                f"<title>score {least:.2f} to {most:.2f}: {100 * share:.1f} % of questions {name} an answer</title></rect>"
            )
    parts.append(f'<path class="base" d="M{_LEFT} {middle:.1f}H{_WIDTH - _RIGHT}"/>')
    at = _x((floor - low) / (high - low))
    parts.append(f'<path class="floor" d="M{at:.1f} {_TOP}V{_HEIGHT - _BOTTOM}"/>')
    ends = ((0, low), (0.5, (low + high) / 2), (1, high))
    parts += [_label(_x(share), _HEIGHT - _BOTTOM + 15, f"{score:.2f}", "middle") for share, score in ends]
    parts.append(_label(_x(0.5), _HEIGHT - 4, "score of the best hit", "middle axis"))
    return _svg(label, "".join(parts))
