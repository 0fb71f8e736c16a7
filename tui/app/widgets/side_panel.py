"""Panels that leap from choice to choice; the one beside the library's list."""

from __future__ import annotations

from tui.app.render.line import Line, Run, padded
from tui.app.render.panels import PanelLine
from tui.app.widgets.panel import Panel

SIDE_CELLS = 34
"""How wide the panel is, its edge included: a source's name and two counts."""


class LeapingPanel(Panel):
    """Lines of which only some can be chosen; moving leaps over the others."""

    def show(self, kind: str, title: str, lines: tuple[PanelLine, ...]) -> None:
        """Show ``lines``; the current one stays current where it is still there."""
        held = self.target if kind == self.kind else ""
        super().show(kind, title, lines)
        places = [at for at, line in enumerate(lines) if line.target]
        same = next((at for at in places if held and lines[at].target == held), None)
        nearest = min(places, key=lambda at: abs(at - self.cursor), default=0)
        super().go(nearest if same is None else same)

    def go(self, index: int) -> None:
        """Go to a line, or over lines that cannot be chosen to the next one that can."""
        step = 1 if index >= self.cursor else -1
        wanted = min(max(0, index), max(0, len(self) - 1))
        ahead = range(wanted, len(self)) if step > 0 else range(wanted, -1, -1)
        behind = range(wanted, -1, -1) if step > 0 else range(wanted, len(self))
        found = next((at for at in (*ahead, *behind) if self.is_choice(at)), None)
        if found is not None:
            super().go(found)

    def _top_for(self, index: int) -> int:
        """Let the first choice have what stands above it in view."""
        is_first = index < self.page and not any(self.is_choice(at) for at in range(min(index, len(self))))
        return 0 if is_first else super()._top_for(index)


class SidePanel(LeapingPanel):
    """A panel with an edge towards the list."""

    @property
    def room(self) -> int:
        """The cells left of the edge."""
        return max(1, self.size.width - 2)

    @property
    def shown_cells(self) -> int:
        """The cells that a line may fill, beside the mark of the current one."""
        return SIDE_CELLS - 4

    def line(self, y: int) -> Line:
        """Return a line and the edge towards the list."""
        return (*padded(super().line(y), self.size.width - 1), Run(self.glyphs.bar, "dim"))
