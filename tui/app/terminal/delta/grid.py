"""The cells of a screen: what should be shown, as glyphs and pens."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from rich.cells import get_character_cell_size
from rich.segment import Segment

from tui.app.render.cells import is_simple
from tui.app.terminal.delta.pens import DEFAULT, UNKNOWN, Pens

CONTINUED = ""
"""The second cell of a wide glyph."""
_KEPT_SPACES = "\u00a0\u202f"
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_FIRST_EMOJI = "\N{MAHJONG TILE EAST WIND}"


class Row(NamedTuple):
    """A row's glyphs and pens, one of each a cell; marks that combine stand with their letter."""

    glyphs: list[str]
    pens: list[int]


def blank_row(width: int) -> Row:
    """Return a row of an empty screen."""
    return Row([" "] * width, [DEFAULT] * width)


def unknown_row(width: int) -> Row:
    """Return a row that equals none, so that everything in it is sent."""
    return Row(["\0"] * width, [UNKNOWN] * width)


def cells(segments: Iterable[Segment], pens: Pens) -> Row:
    """Return the cells of a strip; nothing but printable characters is in them."""
    glyphs: list[str] = []
    numbers: list[int] = []
    for text, style, control in segments:
        if control:
            continue
        pen = pens.of(style)
        if _is_simple(text):
            glyphs.extend(text)
            numbers.extend([pen] * len(text))
        else:
            _add_glyphs(text, pen, glyphs, numbers)
    return Row(glyphs, numbers)


def _is_simple(text: str) -> bool:
    """Tell whether every character is one printable cell."""
    plain = text if text.isprintable() else text.replace(_KEPT_SPACES[0], "").replace(_KEPT_SPACES[1], "")
    return plain.isprintable() and is_simple(plain)


def _add_glyphs(text: str, pen: int, glyphs: list[str], numbers: list[int]) -> None:
    for char in text:
        size = get_character_cell_size(char)
        shown = char if char.isprintable() or char in _KEPT_SPACES else _REPLACEMENT if size else ""
        if size <= 0:
            _combine(shown, glyphs)
            continue
        glyphs.append(shown)
        numbers.append(pen)
        if size == 2:
            glyphs.append(CONTINUED)
            numbers.append(pen)


def _combine(mark: str, glyphs: list[str]) -> None:
    if glyphs and mark:
        at = -1 if glyphs[-1] != CONTINUED else -2
        glyphs[at] += mark


def put(row: Row, x: int, drawn: Row) -> None:
    """Draw cells over a row from column ``x``; halves of wide glyphs that remain become blanks."""
    width = len(row.glyphs)
    start, skipped = max(0, x), max(0, -x)
    glyphs = drawn.glyphs[skipped : skipped + width - start]
    end = start + len(glyphs)
    row.glyphs[start:end] = glyphs
    row.pens[start:end] = drawn.pens[skipped : skipped + len(glyphs)]
    _mend(row, start)
    _mend(row, end)


def _mend(row: Row, edge: int) -> None:
    """No glyph may be cut in two at an edge of what was drawn."""
    glyphs = row.glyphs
    if edge < len(glyphs) and glyphs[edge] == CONTINUED and (edge == 0 or not _is_wide(glyphs[edge - 1])):
        glyphs[edge] = " "
    if edge and _is_wide(glyphs[edge - 1]) and (edge == len(glyphs) or glyphs[edge] != CONTINUED):
        glyphs[edge - 1] = " "


def _is_wide(glyph: str) -> bool:
    return bool(glyph) and not glyph.isascii() and get_character_cell_size(glyph[0]) == 2


def is_risky(glyph: str) -> bool:
    """Tell whether terminals may disagree about a glyph's width: emoji, and letters with marks."""
    return len(glyph) > 1 or glyph >= _FIRST_EMOJI


def has_risk(row: Row) -> bool:
    """Tell whether a row holds a glyph of which terminals disagree."""
    glyphs = row.glyphs
    text = "".join(glyphs)
    return len(text) != len(glyphs) - glyphs.count(CONTINUED) or max(text, default="") >= _FIRST_EMOJI
