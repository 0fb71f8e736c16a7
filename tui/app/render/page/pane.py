"""One column being read: where the reader is in it, and where that stands on the screen."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain

from tui.app.render.page.columns import NO_UNIT, Column, ColumnLine
from tui.frozen import dataclass
from tui.model.article import Lang

READING_ROW = 4
"""Screen row of the line being read: near the top, with a little of what came before."""


@dataclass(frozen=True, slots=True)
class Pane:
    """A column and the line being read; every move gives a new one."""

    column: Column
    cursor: int = 0

    def top(self, height: int) -> int:
        """Return the first line on a screen of ``height`` rows."""
        row = min(READING_ROW, height // 3)
        return max(0, min(self.cursor - row, len(self.column) - height))

    def shown(self, height: int) -> Column:
        """Return the lines on a screen of ``height`` rows."""
        top = self.top(height)
        return self.column[top : top + height]

    def go(self, line: int) -> Pane:
        """Go to a line, as near as there is one."""
        return replace(self, cursor=max(0, min(line, len(self.column) - 1)))

    @property
    def first_unit(self) -> int:
        """The line on which the first passage begins."""
        return next((index for index, line in enumerate(self.column) if line.unit != NO_UNIT), 0)

    @property
    def here(self) -> ColumnLine | None:
        """The line of text at the cursor: the next one down that has some, else the last one up."""
        below = range(self.cursor, len(self.column))
        above = range(self.cursor - 1, -1, -1)
        for index in chain(below, above):
            if self.column[index].unit != NO_UNIT:
                return self.column[index]
        return None

    @property
    def unit(self) -> int:
        """The passage being read: a bead where rows are aligned, else a segment."""
        line = self.here
        return line.unit if line else NO_UNIT

    def line_of_unit(self, unit: int) -> int | None:
        """Return the first line of a passage, or of the one that runs over it."""
        best = None
        for index, line in enumerate(self.column):
            if line.unit == unit:
                return index
            if NO_UNIT < line.unit < unit and (best is None or line.unit > self.column[best].unit):
                best = index
        return best

    def line_of_char(self, lang: Lang, char: int) -> int | None:
        """Return the line that shows a character of a side's text."""
        found = None
        for index, line in enumerate(self.column):
            if line.lang is lang and line.end > line.start and line.start <= char:
                if char < line.end:
                    return index
                found = index
        return found

    def next_unit(self, step: int) -> int | None:
        """Return the first line of the next or previous passage."""
        here = self.unit
        units = [(index, line.unit) for index, line in enumerate(self.column) if line.first]
        ahead = [index for index, unit in units if (unit > here if step > 0 else NO_UNIT < unit < here)]
        if not ahead:
            return None
        return ahead[0] if step > 0 else ahead[-1]
