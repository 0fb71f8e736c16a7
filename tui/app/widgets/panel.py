"""Panels: lists of lines beside or under the text."""

from __future__ import annotations

from tui.app.messages import PanelChosen
from tui.app.render.line import Line, Run, clipped, line_width
from tui.app.render.panels import PanelLine
from tui.app.widgets.cursor_list import CursorList


class Panel(CursorList):
    """Entities, facts or details; choosing a line says what it stands for."""

    def __init__(self, *, widget_id: str | None = None) -> None:
        super().__init__(widget_id=widget_id)
        self.kind = ""
        self._title = ""
        self._lines: tuple[PanelLine, ...] = ()

    def __len__(self) -> int:
        """Return how many lines there are."""
        return len(self._lines)

    def show(self, kind: str, title: str, lines: tuple[PanelLine, ...]) -> None:
        """Show ``lines`` under a title; the same kind again keeps its place."""
        if kind != self.kind:
            self.cursor = self.top = 0
        self.kind, self._title, self._lines = kind, title, lines
        self.cursor = min(self.cursor, max(0, len(lines) - 1))
        self.redraw()

    @property
    def page(self) -> int:
        """How many lines fit under the title."""
        return max(1, self.size.height - 1)

    @property
    def target(self) -> str:
        """What the current line stands for."""
        return self._lines[self.cursor].target if self._lines else ""

    @property
    def room(self) -> int:
        """The cells that a line may fill."""
        return self.size.width

    def is_choice(self, index: int) -> bool:
        """Tell whether a line stands for something."""
        return index < len(self._lines) and bool(self._lines[index].target)

    def line(self, y: int) -> Line:
        """Return the title, then the lines."""
        if y == 0:
            rule = self.glyphs.rule
            title = clipped((Run(f"{rule * 2} {self._title} ", "title"),), self.room, self.glyphs.ellipsis)
            return (*title, Run(rule * max(0, self.room - line_width(title)), "dim"))
        return super().line(y - 1)

    def key(self, _y: int) -> object:
        """Panels are small: nothing to remember."""
        return None

    def row_line(self, index: int, _part: int, *, current: bool) -> Line:
        """Draw a line; the current one is lit while the panel has the keys."""
        line = clipped(self._lines[index].line, self.room - 2, self.glyphs.ellipsis)
        lead = Run(self.glyphs.edge if current and self.has_focus else " ", "lit")
        return (lead, *line)

    def choose(self) -> None:
        """Say what the current line stands for."""
        if self.target:
            self.post_message(PanelChosen(self.target))

    def y_of(self, index: int) -> int:
        """Return the screen row of a line: under the title."""
        return super().y_of(index) + 1

    def on_focus(self) -> None:
        """Light the current line."""
        self.redraw()

    def on_blur(self) -> None:
        """Put out the current line."""
        self.redraw()
