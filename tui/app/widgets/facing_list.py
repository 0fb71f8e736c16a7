"""The lines of a concordance, and one of them in full."""

from __future__ import annotations

from tui.app.ports import Facing
from tui.app.render.line import Line, Run
from tui.app.render.study import concordance
from tui.app.widgets.cursor_list import CursorList
from tui.app.widgets.lines import Lines
from tui.locale import tr
from tui.model.article import Lang


class FacingList(CursorList):
    """Sentences that face each other: one line each where there is room for both sides, else two."""

    def __init__(self, *, widget_id: str | None = None) -> None:
        super().__init__(widget_id=widget_id)
        self.held: tuple[Facing, ...] = ()

    def __len__(self) -> int:
        """Return how many lines there are."""
        return len(self.held)

    def show(self, lines: tuple[Facing, ...]) -> None:
        """Show other lines."""
        self.held = lines
        self.cursor = self.top = 0
        self.redraw()

    @property
    def current(self) -> Facing | None:
        """The current line, None when there is none."""
        return self.held[self.cursor] if self.held else None

    def on_resize(self) -> None:
        """Take one line or two, as the width allows."""
        self.row_height = 1 if self.size.width >= concordance.BOTH_FROM else 2
        super().on_resize()
        self.redraw()

    def row_line(self, index: int, part: int, *, current: bool) -> Line:
        """Draw a line, or one side of it."""
        facing, cells = self.held[index], self.size.width - 1
        edge = Run(self.glyphs.edge if current else " ", "lit")
        if self.row_height == 1:
            return (edge, *concordance.row(facing, cells, self.glyphs))
        lang = facing.line.lang if not part else facing.line.lang.other
        return (edge, *concordance.half(facing, Lang(lang), cells, self.glyphs, first=not part))


class WholeLine(Lines):
    """One line of a concordance in full."""

    def __init__(self, *, widget_id: str | None = None) -> None:
        super().__init__(widget_id=widget_id)
        self._facing: Facing | None = None

    def show(self, facing: Facing | None) -> None:
        """Show another line."""
        self._facing = facing
        self.redraw()

    def line(self, y: int) -> Line:
        """Return a row of the line in full."""
        facing = self._facing
        if facing is None:
            return (Run(" " + tr("No pair holds these words."), "dim"),) if y == 0 else ()
        about = f"{facing.line.id} {self.glyphs.dot} {facing.line.segment + 1}"
        lines = concordance.whole(facing, self.size.width, self.glyphs, about)
        return lines[y] if y < len(lines) else ()
