"""From what the terminal shows to what it should show, in as few bytes as we can."""

from __future__ import annotations

from collections.abc import Iterator
from operator import eq

from tui.app.terminal.delta.grid import CONTINUED, Row, has_risk, is_risky
from tui.app.terminal.delta.pens import UNKNOWN, Pens

GAP = 7
"""Unchanged cells that are cheaper to send again than to jump over."""
ERASE_MORE_THAN = 4
"""Blanks at a row's end from which erasing is shorter than writing them."""
BLANKS_MORE_THAN = 9
"""Blanks within a row from which erasing and jumping is shorter than writing them."""


class Writer:
    """Builds one frame; knows where the terminal's cursor is and which pen it holds."""

    def __init__(self, pens: Pens, pen: int, width: int) -> None:
        self._pens, self.pen, self._width = pens, pen, width
        self._x = self._y = UNKNOWN
        self._out: list[str] = []

    def text(self) -> str:
        """Return the frame."""
        return "".join(self._out)

    def scroll(self, top: int, bottom: int, lines: int) -> None:
        """Move rows ``top`` to ``bottom`` up by ``lines`` (down when negative); new ones are blank."""
        self._take(0)
        count = abs(lines)
        way = "S" if lines > 0 else "T"
        self._out.append(f"\x1b[{top + 1};{bottom + 1}r\x1b[{count if count > 1 else ''}{way}\x1b[r")
        self._x = self._y = UNKNOWN

    def row(self, y: int, new: Row, old: Row) -> None:
        """Send what differs in a row."""
        tail = self._tail(new)
        for start, end in _runs(new, old, self._width):
            if self._send_run(y, new, start, end, tail):
                break

    def _tail(self, row: Row) -> int:
        """Return where the blanks at the row's end begin that can be erased."""
        glyphs, pens = row
        pen = pens[-1]
        if glyphs[-1] != " " or not self._pens.erases(pen):
            return self._width
        tail = self._width
        while tail and glyphs[tail - 1] == " " and pens[tail - 1] == pen:
            tail -= 1
        return tail

    def _send_run(self, y: int, row: Row, start: int, end: int, tail: int) -> bool:
        """Send one run; tell whether it erased the rest of the row."""
        while start and row.glyphs[start] == CONTINUED:
            start -= 1
        while end < self._width and row.glyphs[end] == CONTINUED:
            end += 1
        self._go(start, y)
        erased = end > tail and self._width - max(start, tail) > ERASE_MORE_THAN
        stop = max(start, tail) if erased else end
        self._write(row, start, stop, is_last=not erased)
        if erased:
            self._take(row.pens[-1])
            self._out.append("\x1b[K")
        return erased

    def _write(self, row: Row, start: int, stop: int, *, is_last: bool) -> None:
        at = start
        while at < stop:
            pen, until = row.pens[at], at + 1
            while until < stop and row.pens[until] == pen:
                until += 1
            self._take(pen)
            self._write_glyphs(row.glyphs[at:until], at, needs_jump=until < stop or not is_last)
            at = until
        self._x = stop if stop < self._width else UNKNOWN  # past the last column terminals differ

    def _write_glyphs(self, glyphs: list[str], at: int, *, needs_jump: bool) -> None:
        if any(map(is_risky, glyphs)):
            self._write_risky(glyphs, at)
            return
        text = "".join(glyphs)
        body = text.rstrip(" ")
        blanks = len(text) - len(body)
        if blanks > BLANKS_MORE_THAN and self._pens.erases(self.pen):
            self._out.append(f"{body}\x1b[{blanks}X" + (f"\x1b[{blanks}C" if needs_jump else ""))
            if not needs_jump:
                self._y = UNKNOWN
        else:
            self._out.append(text)

    def _write_risky(self, glyphs: list[str], at: int) -> None:
        """Say the column again after each glyph of which terminals disagree."""
        for offset, glyph in enumerate(glyphs):
            self._out.append(glyph)
            following = at + offset + (2 if glyphs[offset + 1 : offset + 2] == [CONTINUED] else 1)
            if is_risky(glyph) and following < self._width:
                self._out.append(f"\x1b[{following + 1}G")

    def _go(self, x: int, y: int) -> None:
        if (self._x, self._y) == (x, y):
            return
        if self._y == y and self._x != UNKNOWN:
            ahead = x - self._x
            near = f"\x1b[{ahead if ahead > 1 else ''}C" if ahead > 0 else f"\x1b[{x + 1}G"
            self._out.append(min(near, f"\x1b[{x + 1}G", key=len))
        else:
            self._out.append(f"\x1b[{y + 1}H" if x == 0 else f"\x1b[{y + 1};{x + 1}H")
        self._x, self._y = x, y

    def _take(self, pen: int) -> None:
        self._out.append(self._pens.move(self.pen, pen))
        self.pen = pen


def _runs(new: Row, old: Row, width: int) -> Iterator[tuple[int, int]]:
    """Yield the changed parts of a row; the whole of it where widths are in doubt."""
    changed = [
        x
        for x, (a, b, p, q) in enumerate(zip(new.glyphs, old.glyphs, new.pens, old.pens, strict=True))
        if a != b or p != q
    ]
    if not changed:
        return
    if has_risk(new) or has_risk(old):
        yield 0, width
        return
    start = last = changed[0]
    for x in changed[1:]:
        if x - last > GAP:
            yield start, last + 1
            start = x
        last = x
    yield start, last + 1


def shift(shown: list[Row], new: dict[int, Row], dirty: list[int]) -> tuple[int, int, int] | None:
    """Return ``(top, bottom, lines)`` of the scroll that explains most of a frame, if one does."""
    if len(dirty) < MOVED_ROWS:
        return None
    where = {text: y for y, row in enumerate(shown) if (text := "".join(row.glyphs)).strip()}
    votes: dict[int, list[int]] = {}
    for y in dirty:
        source = where.get("".join(new[y].glyphs))
        if source is not None and source != y:
            votes.setdefault(source - y, []).append(y)
    if not votes:
        return None
    lines, rows = max(votes.items(), key=lambda vote: len(vote[1]))
    if len(rows) < max(MOVED_ROWS, len(dirty) // MOVED_SHARE):
        return None
    top, bottom = min(rows), max(rows)
    while top and _came_from(shown, new, top - 1, lines):
        top -= 1
    while bottom + 1 < len(shown) and _came_from(shown, new, bottom + 1, lines):
        bottom += 1
    return min(top, top + lines), max(bottom, bottom + lines), lines


def _came_from(shown: list[Row], new: dict[int, Row], y: int, lines: int) -> bool:
    """Tell whether a row is more like the one that the scroll brings than like the one that is there."""
    if y not in new or not 0 <= y + lines < len(shown):
        return False
    wanted = new[y].glyphs
    return _alike(wanted, shown[y + lines].glyphs) > _alike(wanted, shown[y].glyphs)


def _alike(one: list[str], other: list[str]) -> int:
    return sum(map(eq, one, other))


MOVED_ROWS = 3
"""Rows that must have moved together before scrolling pays."""
MOVED_SHARE = 5
"""One changed row in so many must have moved: else writing is as short."""
