"""What the terminal shows, and what it should: frames are the difference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.terminal.delta.frame import Writer, shift
from tui.app.terminal.delta.grid import Row, blank_row, cells, put, unknown_row
from tui.app.terminal.delta.pens import UNKNOWN, Pens

if TYPE_CHECKING:
    from textual._compositor import ChopsUpdate, LayoutUpdate
    from textual.strip import Strip


class Surface:
    """A screen of ``width`` by ``height`` cells, drawn to by the compositor's updates."""

    def __init__(self, width: int, height: int, pens: Pens) -> None:
        self.width, self.height, self.pens = width, height, pens
        self.wanted = [blank_row(width) for _ in range(height)]
        self.shown = [unknown_row(width) for _ in range(height)]
        self._dirty: set[int] = set()
        self._pen = UNKNOWN

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
            put(self.wanted[y], x, cells(strip._segments, self.pens))  # noqa: SLF001 (no copy of every strip)

    def frame(self) -> str:
        """Return what brings the terminal up to date."""
        new = {y: self.wanted[y] for y in self._dirty}
        self._dirty = set()
        dirty = self._differing(new)
        if not dirty:
            return ""
        writer = Writer(self.pens, self._pen, self.width)
        moved = shift(self.shown, new, dirty)
        if moved:
            self._scroll(writer, *moved)
            new |= {y: self.wanted[y] for y in range(moved[0], moved[1] + 1)}
            dirty = self._differing(new)
        for y in dirty:
            writer.row(y, new[y], self.shown[y])
            self.shown[y] = new[y]
        self._pen = writer.pen
        return writer.text()

    def _differing(self, new: dict[int, Row]) -> list[int]:
        return sorted(y for y, row in new.items() if self.shown[y] != row)

    def _scroll(self, writer: Writer, top: int, bottom: int, lines: int) -> None:
        writer.scroll(top, bottom, lines)
        band = self.shown[top : bottom + 1]
        fresh = [blank_row(self.width) for _ in range(abs(lines))]
        self.shown[top : bottom + 1] = (band + fresh)[lines:] if lines > 0 else (fresh + band)[:lines]
