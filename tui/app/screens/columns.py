"""Choosing the columns of the library's list: the list behind changes as they are ticked."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.containers import Container
from textual.screen import ModalScreen

from tui.app.commands.bindings import bindings
from tui.app.commands.keys import Keymap
from tui.app.commands.model import Place
from tui.app.render.line import Run
from tui.app.render.panels import PanelLine
from tui.app.widgets.panel import Panel
from tui.config import COLUMNS
from tui.locale import later, tr

WORDS = {
    "unread": later("unread mark"), "star": later("star mark"), "date": later("date"),
    "languages": later("languages"), "minutes": later("minutes to read"), "words": later("number of words"),
    "score": later("how sure the pair is"), "source": later("source"), "tags": later("tags"),
    "names": later("key names"),
}  # fmt: skip
"""The columns in the order of the list, in words."""
_MOVES = {"down": 1, "up": -1}
Show = Callable[[Sequence[str]], Sequence[str]]
"""Shows other columns; given none, only returns those shown."""


class ColumnsScreen(ModalScreen[None]):
    """A small box over the list: Enter or Space ticks a column, Esc closes."""

    def __init__(self, keys: Keymap, show: Show) -> None:
        super().__init__()
        self._bindings = bindings(Place.CHOOSER, keys)
        self._show = show

    def compose(self) -> ComposeResult:
        """One list, in a frame."""
        with Container(id="frame"):
            yield Panel(widget_id="columns")

    def on_mount(self) -> None:
        """Show what is ticked."""
        edge = "ascii" if self.box.look.is_ascii else "round"
        self.query_one("#frame").styles.border = (edge, "gray")  # type: ignore[assignment]  # of two known
        self._tick(self._show(()))
        self.box.focus()

    @property
    def box(self) -> Panel:
        """The list."""
        return self.query_one("#columns", Panel)

    def _tick(self, shown: Sequence[str]) -> None:
        tick = self.box.glyphs.selected
        lines = tuple(
            PanelLine((Run(f"{tick if name in shown else ' '} ", "lit"), Run(tr(word))), name)
            for name, word in WORDS.items()
        )
        self.box.show("columns", tr("Columns"), lines)

    def action_command(self, name: str) -> None:
        """Move, tick, or close."""
        if name in _MOVES:
            self.box.move(_MOVES[name])
        elif name in {"top", "bottom"}:
            self.box.go_end(top=name == "top")
        elif name in {"open", "page-down"}:
            self._tick(self._show(toggled(self._show(()), self.box.target)))
        elif name in {"back", "leave"}:
            self.dismiss(None)


def toggled(shown: Sequence[str], name: str) -> tuple[str, ...]:
    """Return the columns with one more, at its usual place, or with one less."""
    if name in shown:
        return tuple(held for held in shown if held != name)
    order = {held: at for at, held in enumerate(COLUMNS)}
    follows = (at for at, held in enumerate(shown) if order.get(held, 0) > order[name])
    at = next(follows, len(shown))
    return (*shown[:at], name, *shown[at:])
