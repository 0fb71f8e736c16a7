"""From what the terminal shows to what it should show, in as few bytes as we can."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tui.app.terminal.delta.grid import CONTINUED, Row, has_risk, is_risky
from tui.app.terminal.delta.pens import UNKNOWN, Pens

GAP = 5
"""Cells to the next changed one from which jumping is shorter than writing those between again."""
ERASE_MORE_THAN = 4
"""Blanks at a row's end from which erasing is shorter than writing them."""
BLANKS_MORE_THAN = 9
"""Blanks within a row from which erasing and jumping is shorter than writing them."""

TABS_DOWN = 2
"""Rows down that vertical tabs reach in fewer bytes than saying the row."""


class Piece(NamedTuple):
    """Something to send at one place, in one pen.

    ``end`` is the column where the cursor is then, UNKNOWN where terminals differ; ``is_blank`` says that
    nothing but blanks is drawn, for which any pen will do that draws them alike.
    """

    y: int
    x: int
    pen: int
    text: str
    end: int
    is_blank: bool = False


class Writer:
    """Builds one frame; knows where the terminal's cursor is and which pen it holds."""

    def __init__(self, pens: Pens, pen: int) -> None:
        self._pens, self.pen = pens, pen
        self._x = self._y = UNKNOWN
        self._out: list[str] = []

    def text(self) -> str:
        """Return the frame."""
        return "".join(self._out)

    def scroll(self, top: int, bottom: int, lines: int) -> None:
        """Move rows ``top`` to ``bottom`` up by ``lines`` (down when negative); new ones are blank."""
        self._take(0, is_blank=True)
        count = abs(lines)
        way = "S" if lines > 0 else "T"
        self._out.append(f"\x1b[{top + 1};{bottom + 1}r\x1b[{count if count > 1 else ''}{way}\x1b[r")
        self._x = self._y = UNKNOWN

    def send(self, pieces: Iterable[Piece]) -> None:
        """Send pieces in the order in which they come."""
        for piece in pieces:
            self._go(piece.x, piece.y)
            self._take(piece.pen, is_blank=piece.is_blank)
            self._out.append(piece.text)
            self._x = piece.end

    def _go(self, x: int, y: int) -> None:
        if (self._x, self._y) != (x, y):
            self._out.append(min(self._ways(x, y), key=len))
            self._x, self._y = x, y

    def _ways(self, x: int, y: int) -> Iterator[str]:
        """Yield the ways to a cell; down by vertical tabs, which keep the column and no tty translates."""
        down = y - self._y
        if self._x != UNKNOWN and 0 <= down <= TABS_DOWN:
            yield "\v" * down + _sideways(self._x, x)
        yield f"\x1b[{y + 1}H" if x == 0 else f"\x1b[{y + 1};{x + 1}H"

    def _take(self, pen: int, *, is_blank: bool) -> None:
        if is_blank and self.pen != UNKNOWN and self._pens.blank(self.pen) == self._pens.blank(pen):
            return
        self._out.append(self._pens.move(self.pen, pen))
        self.pen = pen


def _sideways(here: int, x: int) -> str:
    """Return the shortest way to a column of the same row."""
    ahead = x - here
    if x == 0 or ahead == 0:
        return "\r" if ahead else ""
    count = abs(ahead) if abs(ahead) > 1 else ""
    return min(f"\x1b[{count}{'C' if ahead > 0 else 'D'}", f"\x1b[{x + 1}G", key=len)


def by_pen(pieces: Iterable[Piece]) -> list[Piece]:
    """Return pieces pen by pen: columns of one pen cost a jump a row instead of two changes of pen."""
    order: dict[int, list[Piece]] = {}
    for piece in pieces:
        order.setdefault(piece.pen, []).append(piece)
    return [piece for held in order.values() for piece in held]


class RowPieces:
    """Takes one row apart: what of it must be sent."""

    def __init__(self, pens: Pens, y: int, row: Row, width: int) -> None:
        self._pens, self._y, self._row, self._width = pens, y, row, width
        self._tail = self._first_of_tail()

    def over(self, old: Row) -> Iterator[Piece]:
        """Yield what differs from ``old``."""
        for start, end in _runs(self._row, old, self._pens, self._width):
            if end > self._tail and self._width - max(start, self._tail) > ERASE_MORE_THAN:
                yield from self._written(start, max(start, self._tail))
                yield self._erased(max(start, self._tail), start)
                return
            yield from self._written(start, end)

    def _first_of_tail(self) -> int:
        """Return where the blanks at the row's end begin that can be erased."""
        glyphs, pens = self._row
        blank = self._pens.blank(pens[-1])
        if not self._pens.erases(blank):
            return self._width
        tail = self._width
        while tail and glyphs[tail - 1] == " " and self._pens.blank(pens[tail - 1]) == blank:
            tail -= 1
        return tail

    def _erased(self, at: int, start: int) -> Piece:
        """Return the erasing of the row's rest, in the pen of what stands before it if that will do."""
        pen = self._pens.blank(self._row.pens[-1])
        if at > start and self._pens.blank(before := self._row.pens[at - 1]) == pen:
            pen = before
        return Piece(self._y, at, pen, "\x1b[K", at, is_blank=True)

    def _written(self, start: int, stop: int) -> Iterator[Piece]:
        at = start
        while at < stop:
            pen, until, is_blank = self._same_pen(at, stop)
            yield from self._in_one_pen(at, until, pen, is_blank=is_blank)
            at = until

    def _same_pen(self, at: int, stop: int) -> tuple[int, int, bool]:
        """Return the pen from a cell on, and up to where it will do: blanks take the pen that is there."""
        glyphs, pens = self._row
        pen, is_blank = pens[at], glyphs[at] == " "
        blank = self._pens.blank(pen)
        until = at + 1
        while until < stop and (
            pens[until] == pen or (glyphs[until] == " " and self._pens.blank(pens[until]) == blank)
        ):
            is_blank = is_blank and glyphs[until] == " "
            until += 1
        return pen, until, is_blank

    def _in_one_pen(self, at: int, until: int, pen: int, *, is_blank: bool) -> Iterator[Piece]:
        glyphs = self._row.glyphs[at:until]
        end = until if until < self._width else UNKNOWN  # past the last column terminals differ
        if has_risk(Row(glyphs, [])):
            yield Piece(self._y, at, pen, self._placed(glyphs, at), end)
            return
        text = "".join(glyphs)
        body = text.rstrip(" ")
        blanks = len(text) - len(body)
        if blanks <= BLANKS_MORE_THAN or not self._pens.erases(pen):
            yield Piece(self._y, at, pen, text, end, is_blank)
            return
        if body:
            yield Piece(self._y, at, pen, body, until - blanks)
        yield Piece(self._y, until - blanks, pen, f"\x1b[{blanks}X", until - blanks, is_blank=True)

    def _placed(self, glyphs: list[str], at: int) -> str:
        """Say the column again after each glyph of which terminals disagree."""
        out: list[str] = []
        for offset, glyph in enumerate(glyphs):
            out.append(glyph)
            following = at + offset + (2 if glyphs[offset + 1 : offset + 2] == [CONTINUED] else 1)
            if is_risky(glyph) and following < self._width:
                out.append(f"\x1b[{following + 1}G")
        return "".join(out)


def _runs(new: Row, old: Row, pens: Pens, width: int) -> Iterator[tuple[int, int]]:
    """Yield the changed parts of a row; the whole of it where widths are in doubt."""
    changed = [
        x
        for x, (a, b, p, q) in enumerate(zip(new.glyphs, old.glyphs, new.pens, old.pens, strict=True))
        if a != b or (p != q and (a != " " or q == UNKNOWN or pens.blank(p) != pens.blank(q)))
    ]
    if not changed:
        return
    if has_risk(new) or has_risk(old):
        yield 0, width
        return
    start = last = changed[0]
    for x in changed[1:]:
        if x - last > GAP:
            yield _whole(new, start, last + 1, width)
            start = x
        last = x
    yield _whole(new, start, last + 1, width)


def _whole(row: Row, start: int, end: int, width: int) -> tuple[int, int]:
    """Return a part widened to whole glyphs."""
    while start and row.glyphs[start] == CONTINUED:
        start -= 1
    while end < width and row.glyphs[end] == CONTINUED:
        end += 1
    return start, end
