"""Plots as SVG, nothing but text: grouped bars and lines, each returned as a string to be written to a file.

Colours are told apart by readers who see few of them, and every bar and line carries its figure or name.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from html import escape

COLOURS = ("#0b6e99", "#d9730d", "#6b6b6b", "#7a4fb5", "#3a7d44")
"""One a series, in their order: dark enough on white for a thin line."""

WIDTH = 760
"""Width of a plot in pixels: what a page of documentation shows whole."""

_LEFT, _RIGHT, _TOP, _BOTTOM = 90, 130, 48, 44
_BAR, _GAP = 16, 14
_CHART = 260
"""Height of the field of a line plot."""

_PER_CHARACTER = 6.6
"""Pixels a character of a label takes."""

Points = Sequence[tuple[float, float]]


def bars(title: str, rows: Mapping[str, Mapping[str, float]], *, unit: str = "") -> str:
    """Return horizontal bars: ``rows`` are groups by name, each a figure by series; they share one scale."""
    names = list(dict.fromkeys(name for row in rows.values() for name in row))
    most = max((figure for row in rows.values() for figure in row.values()), default=1.0) or 1.0
    left = max(_LEFT, int(max(map(len, rows), default=0) * _PER_CHARACTER) + 16)
    scale = (WIDTH - left - _RIGHT) / most
    parts, at = list(_heading(title, names)), _TOP
    for group, row in rows.items():
        parts.append(_text(left - 8, at + len(row) * _BAR / 2 + 4, group, anchor="end"))
        for name, figure in row.items():
            colour = COLOURS[names.index(name) % len(COLOURS)]
            parts.append(_bar(left, at, figure * scale, colour))
            parts.append(_text(left + figure * scale + 5, at + _BAR - 4, f"{_short(figure)} {unit}".strip()))
            at += _BAR
        at += _GAP
    return _svg(at + 4, parts)


def lines(title: str, series: Mapping[str, Points], *, across: str, up: str, decades: bool = False) -> str:
    """Return lines through points (x, y); ``decades`` spreads both axes by powers of ten.

    On such axes nothing is drawn at zero or below: raises ValueError for a point there.
    """
    points = [point for line in series.values() for point in line]
    xs, ys = _Axis([x for x, _ in points], decades), _Axis([0.0, *(y for _, y in points)], decades)
    parts = [*_heading(title, ()), *_grid(xs, ys, across, up)]
    ends = _apart([(_y(ys, line[-1][1]), name) for name, line in series.items() if line])
    for number, (name, line) in enumerate(series.items()):
        colour = COLOURS[number % len(COLOURS)]
        placed = [(_x(xs, x), _y(ys, y)) for x, y in line]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in placed)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in placed]
        if placed:
            parts.append(_text(placed[-1][0] + 8, ends[name] + 4, name, colour=colour))
    return _svg(_TOP + _CHART + _BOTTOM, parts)


class _Axis:
    """Where a figure lies between the ends of an axis, from 0 to 1."""

    def __init__(self, figures: Sequence[float], decades: bool) -> None:  # noqa: FBT001 - private, by place
        self._decades = decades
        if decades:
            figures = [figure for figure in figures if figure != 0.0]
            self.low = 10.0 ** math.floor(math.log10(min(figures)))
            self.high = 10.0 ** math.ceil(math.log10(max(figures)))
        else:
            self.low, self.high = min(figures), max(figures)
        self.high = self.high if self.high > self.low else self.low + 1

    def share(self, figure: float) -> float:
        if self._decades:
            return math.log10(figure / self.low) / math.log10(self.high / self.low)
        return (figure - self.low) / (self.high - self.low)

    def ticks(self) -> list[float]:
        if self._decades:
            count = round(math.log10(self.high / self.low))
            return [self.low * 10**power for power in range(count + 1)]
        rough = (self.high - self.low) / 5
        unit = 10.0 ** math.floor(math.log10(rough))
        step = next(unit * factor for factor in (1, 2, 5, 10) if unit * factor >= rough)
        first = math.ceil(self.low / step)
        return [step * number for number in range(first, math.floor(self.high / step) + 1)]


def _x(axis: _Axis, figure: float) -> float:
    return _LEFT + axis.share(figure) * (WIDTH - _LEFT - _RIGHT)


def _y(axis: _Axis, figure: float) -> float:
    return _TOP + (1 - axis.share(figure)) * _CHART


def _grid(xs: _Axis, ys: _Axis, across: str, up: str) -> Iterator[str]:
    bottom, right = _TOP + _CHART, WIDTH - _RIGHT
    for figure in ys.ticks():
        y = _y(ys, figure)
        yield f'<line x1="{_LEFT}" x2="{right}" y1="{y:.1f}" y2="{y:.1f}" stroke="#e3e3e3"/>'
        yield _text(_LEFT - 8, y + 4, _short(figure), anchor="end")
    for figure in xs.ticks():
        yield _text(_x(xs, figure), bottom + 18, _short(figure), anchor="middle")
    yield _text((_LEFT + right) / 2, bottom + 36, across, anchor="middle")
    yield _text(_LEFT - 8, _TOP - 10, up, anchor="end")


def _apart(ends: list[tuple[float, str]]) -> dict[str, float]:
    """Return where the name of each line stands: at its end, but never over another."""
    placed: dict[str, float] = {}
    lowest = -math.inf
    for y, name in sorted(ends):
        lowest = placed[name] = max(y, lowest + 14)
    return placed


def _heading(title: str, names: Sequence[str]) -> Iterator[str]:
    yield _text(12, 20, title, weight="bold")
    at = 12.0
    for number, name in enumerate(names if len(names) > 1 else ()):
        yield _bar(at, 29, 10, COLOURS[number % len(COLOURS)], 10)
        yield _text(at + 15, 38, name)
        at += 30 + len(name) * _PER_CHARACTER


def _bar(x: float, y: float, width: float, colour: str, height: float = _BAR - 3) -> str:
    shape = f'x="{x:.1f}" y="{y:.1f}" width="{max(width, 0.5):.1f}" height="{height}"'
    return f'<rect {shape} fill="{colour}"/>'


def _text(
    x: float, y: float, words: str, *, anchor: str = "start", colour: str = "#222", weight: str = "normal"
) -> str:
    style = f'text-anchor="{anchor}" fill="{colour}" font-weight="{weight}"'
    return f'<text x="{x:.1f}" y="{y:.1f}" {style}>{escape(words)}</text>'


def _short(figure: float) -> str:
    """Return a figure with as many digits as tell something, thousands set apart."""
    if figure >= 100 or figure == int(figure):
        return f"{figure:,.0f}"
    return f"{figure:.1f}" if figure >= 10 else f"{figure:.2f}".rstrip("0").rstrip(".")


def _svg(height: float, parts: Sequence[str]) -> str:
    begin = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:.0f}" width="{WIDTH}"'
        ' font-family="sans-serif" font-size="12">'
    )
    return "\n".join((begin, '<rect width="100%" height="100%" fill="white"/>', *parts, "</svg>", ""))
