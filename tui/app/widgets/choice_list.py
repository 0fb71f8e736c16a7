"""A list of choices that a filter narrows: palette, help."""

from __future__ import annotations

from tui.app.render.cells import fit
from tui.app.render.line import Line, Run
from tui.app.widgets.cursor_list import CursorList
from tui.frozen import dataclass
from tui.text.fold import fold

KEYS_CELLS = 14


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose: ``value`` is given back, ``keys`` and ``text`` are shown, all are searched."""

    value: str
    text: str
    keys: str = ""


class ChoiceList(CursorList):
    """Choices that hold every word of the filter."""

    def __init__(self, *, widget_id: str | None = None) -> None:
        super().__init__(widget_id=widget_id)
        self._all: tuple[Choice, ...] = ()
        self._held: tuple[Choice, ...] = ()

    def __len__(self) -> int:
        """Return how many choices are left."""
        return len(self._held)

    def show(self, choices: tuple[Choice, ...]) -> None:
        """Offer ``choices``."""
        self._all = choices
        self.narrow("")

    def narrow(self, words: str) -> None:
        """Keep the choices that hold every word, those named so first; a / typed out of habit is none."""
        wanted = fold(words.removeprefix("/") or words).split()
        held = (
            choice
            for choice in self._all
            if all(word in fold(f"{choice.value} {choice.text} {choice.keys}") for word in wanted)
        )
        name = "-".join(wanted)
        self._held = tuple(sorted(held, key=lambda choice: not choice.value.startswith(name)))
        self.cursor = self.top = 0
        self.redraw()

    @property
    def value(self) -> str | None:
        """The current choice, None when the filter left nothing."""
        return self._held[self.cursor].value if self._held else None

    def row_line(self, index: int, _part: int, *, current: bool) -> Line:
        """Draw a choice: keys, what it does, its name."""
        choice = self._held[index]
        name = f" {choice.value} "
        room = max(0, self.size.width - KEYS_CELLS - len(name) - 2)
        line = (
            Run(f" {fit(choice.keys, KEYS_CELLS, self.glyphs.ellipsis)} ", "key"),
            Run(fit(choice.text, room, self.glyphs.ellipsis)),
            Run(name, "dim"),
        )
        return tuple(Run(run.text, f"{run.role} cursor") for run in line) if current else line
