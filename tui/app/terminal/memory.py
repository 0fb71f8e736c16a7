"""The last screen between two runs: from a surface to a file's rows, and back."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.segment import Segment

from tui.app.terminal.delta.grid import Row, blank_row, cells, put
from tui.app.terminal.delta.pens import BACKGROUND, FOREGROUND, Pen, Pens
from tui.app.terminal.prepaint import Saved

if TYPE_CHECKING:
    from tui.app.terminal.delta.surface import Surface


def saved_from(surface: Surface, key: str, place: str) -> Saved:
    """Return what a surface shows, to be kept."""
    return Saved(key, place, tuple(_runs(row, surface.pens) for row in surface.wanted))


def _runs(row: Row, pens: Pens) -> tuple[tuple[str, str, str, str], ...]:
    pairs = zip(row.glyphs, row.pens, strict=True)
    runs = []
    for number, group in groupby(pairs, key=lambda pair: pair[1]):
        pen = pens.pen(number)
        text = "".join(glyph for glyph, _ in group)
        foreground = "" if pen.foreground == FOREGROUND else pen.foreground
        background = "" if pen.background == BACKGROUND else pen.background
        runs.append((";".join(sorted(pen.attributes)), foreground, background, text))
    while runs and not runs[-1][3].strip() and not any(runs[-1][:3]):
        runs.pop()
    return tuple(runs) or (("", "", "", ""),)


def rows_of(saved: Saved, width: int, pens: Pens) -> list[Row]:
    """Return what a terminal shows after a saved screen was painted on it."""
    return [_row(runs, width, pens) for runs in saved.rows]


def _row(runs: tuple[tuple[str, str, str, str], ...], width: int, pens: Pens) -> Row:
    row, x = blank_row(width), 0
    for attributes, foreground, background, text in runs:
        pen = Pen(
            frozenset(filter(None, attributes.split(";"))), foreground or FOREGROUND, background or BACKGROUND
        )
        glyphs = cells([Segment(text)], pens).glyphs
        put(row, x, Row(glyphs, [pens.number(pen)] * len(glyphs)))
        x += len(glyphs)
    return row
