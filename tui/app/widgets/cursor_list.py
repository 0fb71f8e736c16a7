"""A list with a current row: the base of the library's list, of panels and of choosers."""

from __future__ import annotations

from textual.geometry import Region

from tui.app.messages import CursorMoved, RowChosen
from tui.app.render.line import Line
from tui.app.widgets.lines import Lines


class CursorList(Lines, can_focus=True):
    """Rows of equal height, of which one is current; draws only those on the screen."""

    row_height = 1

    def __init__(self, *, widget_id: str | None = None) -> None:
        super().__init__(widget_id=widget_id)
        self.cursor = 0
        self.top = 0
        self._stood = (-1, 0)
        """A current row, and the first on the screen before sizes moved that: larger again, it is back."""

    def __len__(self) -> int:
        """Return how many rows there are."""
        raise NotImplementedError

    def __bool__(self) -> bool:
        """Tell that the widget exists, however few its rows."""
        return True

    def row_line(self, index: int, part: int, *, current: bool) -> Line:
        """Return line ``part`` of row ``index``."""
        raise NotImplementedError

    @property
    def page(self) -> int:
        """How many rows the widget shows."""
        return max(1, self.size.height // self.row_height)

    def line(self, y: int) -> Line:
        """Return what row ``y`` of the widget shows."""
        index, part = divmod(y, self.row_height)
        index += self.top
        if index >= len(self) or y >= self.page * self.row_height:
            return ()
        return self.row_line(index, part, current=index == self.cursor)

    def key(self, y: int) -> object:
        """Return row, part and whether it is current: the rest is the same until ``redraw``."""
        index, part = divmod(y, self.row_height)
        index += self.top
        if index >= len(self) or y >= self.page * self.row_height:
            return "blank"
        return (index, part, index == self.cursor, self.size.width)

    def move(self, by: int) -> None:
        """Move the current row."""
        self.go(self.cursor + by)

    def go_end(self, *, top: bool) -> None:
        """Go to the first or the last row."""
        self.go(0 if top else len(self) - 1)

    def go(self, index: int) -> None:
        """Make ``index`` the current row, as near as there is one."""
        before, top = self.cursor, self.top
        self.cursor = min(max(0, index), max(0, len(self) - 1))
        self.top = self._top_for(self.cursor)
        if self.top != top:
            self.refresh()
            self.moved_window()
        elif self.cursor != before:
            self._redraw_items(before, self.cursor)
        if self.cursor != before:
            self.post_message(CursorMoved(self, self.cursor, len(self)))

    def page_by(self, pages: float) -> None:
        """Move by pages: the window moves with the current row, which keeps its place on the screen."""
        rows = max(1, int(self.page * abs(pages))) * (1 if pages > 0 else -1)
        last = max(0, len(self) - self.page)
        self.top = min(max(0, self.top + rows), last)
        before = self.cursor
        self.cursor = min(max(0, self.cursor + rows), max(0, len(self) - 1))
        self.top = self._top_for(self.cursor)
        self.refresh()
        self.moved_window()
        if self.cursor != before:
            self.post_message(CursorMoved(self, self.cursor, len(self)))

    def choose(self) -> None:
        """Say that the reader chose the current row."""
        if len(self):
            self.post_message(RowChosen(self.cursor))

    def y_of(self, index: int) -> int:
        """Return the screen row where a row of the list begins."""
        return (index - self.top) * self.row_height

    def moved_window(self) -> None:
        """Be told that other rows are on the screen."""

    def _top_for(self, index: int) -> int:
        if index < self.top:
            return index
        return max(self.top, index - self.page + 1)

    def _redraw_items(self, *indexes: int) -> None:
        seen = [y for y in map(self.y_of, indexes) if 0 <= y < self.size.height]
        if seen:
            self.refresh(*(Region(0, y, self.size.width, self.row_height) for y in seen))

    def on_resize(self) -> None:
        """Keep the current row on the screen."""
        self._strips.clear()
        if self._stood[0] != self.cursor:
            self._stood = (self.cursor, self.top)
        before, self.top = self.top, self._stood[1]
        self.top = min(self._top_for(self.cursor), max(0, len(self) - self.page))
        if self.top != before:
            self.refresh()  # rows were drawn at the new size already, from the old first one
        self.moved_window()
