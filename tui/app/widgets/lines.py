"""A widget that draws lines on demand; the base of every other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self, cast

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Spacing
from textual.messages import Update
from textual.strip import Strip
from textual.widget import Widget

from tui.app.render.line import ASCII, UNICODE, Glyphs, Line, padded
from tui.app.render.styles import Palette

if TYPE_CHECKING:
    from tui.app.stage import Stage

_NO_PADDING = Spacing()
_CACHED = 512
"""Strips kept: several screens' worth, whatever the list's length."""


class Lines(Widget):
    """Draws ``line(index)`` for each of its rows and remembers what it drew."""

    def __init__(self, *, widget_id: str | None = None) -> None:
        super().__init__(id=widget_id)
        self._strips: dict[object, Strip] = {}
        self._base = Style.null()
        self.rows = 0
        """How many rows are being drawn: asking for the widget's size costs as much as a row."""

    @property
    def look(self) -> Stage:
        """The app, which holds the palette, the glyphs and the language."""
        return cast("Stage", self.app)

    @property
    def palette(self) -> Palette:
        """The styles of the theme in use."""
        return self.look.palette

    @property
    def glyphs(self) -> Glyphs:
        """The signs that this terminal can draw."""
        return ASCII if self.look.is_ascii else UNICODE

    def line(self, y: int) -> Line:
        """Return what row ``y`` of the widget shows."""
        raise NotImplementedError

    def key(self, _y: int) -> object:
        """Return what row ``y`` depends on: equal keys look alike. None: never remembered."""
        return None

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw rows as they come: no frame, tint or hatch is laid over ours, of which each would be asked."""
        self._base = self.rich_style  # asks every ancestor, which row by row costs as much as drawing
        if self.styles.padding != _NO_PADDING:
            self.rows = self.size.height
            return super().render_lines(crop)
        width, self.rows = self.size
        _, background = self.background_colors
        strips = [self.render_line(y) for y in crop.line_range]
        for line_filter in self.get_line_filters():
            strips = [strip.apply_filter(line_filter, background) for strip in strips]
        is_whole = crop.column_span == (0, width)
        return strips if is_whole else [strip.crop(*crop.column_span) for strip in strips]

    def render_line(self, y: int) -> Strip:
        """Draw row ``y``."""
        key = self.key(y)
        if key is None:
            return self._drawn(y)
        strip = self._strips.get(key)
        if strip is None:
            if len(self._strips) >= _CACHED:
                self._strips.clear()
            strip = self._strips[key] = self._drawn(y)
        return strip

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Draw again; the screen is told at once, so that all that a key changes is one frame."""
        super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        if self._repaint_required and self.is_attached and self._is_mounted and self.display:
            self._repaint_required = False
            self.screen.post_message(Update(self))
        return self

    def redraw(self) -> None:
        """Forget what was drawn and draw it again."""
        self._strips.clear()
        self.refresh()

    def notify_style_update(self) -> None:
        """Forget what was drawn in other colours."""
        super().notify_style_update()
        self._strips.clear()

    def _drawn(self, y: int) -> Strip:
        cells = self.size.width
        base, palette = self._base, self.palette
        runs = padded(self.line(y), cells)
        return Strip([Segment(run.text, base + palette[run.role]) for run in runs if run.text], cells)


class StatusLine(Lines):
    """One line: the head or the foot of a screen."""

    def __init__(self, *, widget_id: str | None = None) -> None:
        super().__init__(widget_id=widget_id)
        self._line: Line = ()

    def show(self, line: Line) -> None:
        """Show ``line`` from now on."""
        if line != self._line:
            self._line = line
            self.refresh()

    def line(self, _y: int) -> Line:
        """Return the line shown."""
        return self._line
