"""What the terminal shows, and what it should: frames are the difference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.terminal.delta.frame import Piece, RowPieces, Writer, by_pen
from tui.app.terminal.delta.grid import Row, blank_row, cells, has_risk, put, unknown_row
from tui.app.terminal.delta.moved import shift
from tui.app.terminal.delta.pens import UNKNOWN, Pens

if TYPE_CHECKING:
    from textual._compositor import ChopsUpdate, LayoutUpdate
    from textual.strip import Strip


_STRIPS = 512
"""Strips whose cells are kept: several screens' worth."""


class Surface:
    """A screen of ``width`` by ``height`` cells, drawn to by the compositor's updates."""

    def __init__(self, width: int, height: int, pens: Pens) -> None:
        self.width, self.height, self.pens = width, height, pens
        self.wanted = [blank_row(width) for _ in range(height)]
        self.shown = [unknown_row(width) for _ in range(height)]
        self._dirty: set[int] = set()
        self._pen = UNKNOWN
        self._cells: dict[int, tuple[Strip, Row]] = {}
        """By identity, each with its strip: held, so that no other can take its place."""

    def forget(self) -> None:
        """Trust nothing that is on the terminal: everything is sent with the next frame."""
        self.shown = [unknown_row(self.width) for _ in range(self.height)]
        self._dirty = set(range(self.height))
        self._pen = UNKNOWN

    def believe(self, rows: list[Row]) -> None:
        """Take what somebody is known to have painted for what the terminal shows."""
        self.shown = rows

    def draw_layout(self, update: LayoutUpdate) -> None:
        """Take a whole region."""
        for y, strips in enumerate(update.strips, update.region.y):
            x = update.region.x
            for strip in strips:
                self._put(y, x, strip)
                x += strip.cell_length

    def draw_chops(self, update: ChopsUpdate) -> None:
        """Take the parts of rows that changed."""
        for y, first, last in update.spans:
            ends = update.chop_ends[y]
            for end, (x, strip) in zip(ends, update.chops[y].items(), strict=False):
                if strip is None or x > last or end <= first:
                    continue
                whole = last > x >= first and end <= last
                self._put(y, x, strip if whole else strip.crop(0, min(end, last) - x))

    def _put(self, y: int, x: int, strip: Strip) -> None:
        if 0 <= y < self.height and x < self.width:
            if y not in self._dirty:
                held = self.wanted[y]
                self.wanted[y] = Row(list(held.glyphs), list(held.pens))
                self._dirty.add(y)
            put(self.wanted[y], x, self._cells_of(strip))

    def _cells_of(self, strip: Strip) -> Row:
        """Return a strip's cells, worked out once as long as it is drawn: most rows come back."""
        held = self._cells.get(id(strip))
        if held is None:
            if len(self._cells) >= _STRIPS:
                self._cells.clear()
            drawn = cells(strip._segments, self.pens)  # noqa: SLF001 (no copy of every strip)
            held = self._cells[id(strip)] = (strip, drawn)
        return held[1]

    def frame(self) -> str:
        """Return what brings the terminal up to date."""
        new = {y: self.wanted[y] for y in self._dirty}
        self._dirty = set()
        dirty = self._differing(new)
        if not dirty:
            return ""
        moved = shift(self.shown, new, dirty)
        if moved:
            self._scroll(*moved)
            new |= {y: self.wanted[y] for y in range(moved[0], moved[1] + 1)}
            dirty = self._differing(new)
        frame = self._shortest(moved, self._pieces(dirty), by_row=self._has_risk(dirty))
        for y in dirty:
            self.shown[y] = new[y]
        return frame

    def _pieces(self, dirty: list[int]) -> list[Piece]:
        return [
            piece
            for y in dirty
            for piece in RowPieces(self.pens, y, self.wanted[y], self.width).over(self.shown[y])
        ]

    def _has_risk(self, dirty: list[int]) -> bool:
        """Tell whether a glyph may be drawn over its neighbour, which must then be sent after it."""
        return any(has_risk(self.wanted[y]) or has_risk(self.shown[y]) for y in dirty)

    def _shortest(self, moved: tuple[int, int, int] | None, pieces: list[Piece], *, by_row: bool) -> str:
        """Return the pieces row by row or pen by pen, whichever is shorter."""
        orders = [pieces] if by_row else [pieces, by_pen(pieces)]
        writers = [Writer(self.pens, self._pen) for _ in orders]
        for writer, order in zip(writers, orders, strict=True):
            if moved:
                writer.scroll(*moved)
            writer.send(order)
        shortest = min(writers, key=lambda writer: len(writer.text()))
        self._pen = shortest.pen
        return shortest.text()

    def _differing(self, new: dict[int, Row]) -> list[int]:
        return sorted(y for y, row in new.items() if self.shown[y] != row)

    def _scroll(self, top: int, bottom: int, lines: int) -> None:
        band = self.shown[top : bottom + 1]
        fresh = [blank_row(self.width) for _ in range(abs(lines))]
        self.shown[top : bottom + 1] = (band + fresh)[lines:] if lines > 0 else (fresh + band)[:lines]
