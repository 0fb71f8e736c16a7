"""The line where words are typed: searches, prompts, filters."""

from __future__ import annotations

from rich.highlighter import Highlighter
from rich.text import Text
from textual.widgets import Input

from tui.model.span import Span
from tui.text.printable import clean_line


class _Faults(Highlighter):
    """Underlines what was not understood."""

    def __init__(self) -> None:
        self.spans: tuple[Span, ...] = ()

    def highlight(self, text: Text) -> None:
        """Underline the faults in what is typed."""
        for span in self.spans:
            text.stylize("underline reverse", span.start, span.end)


class SearchLine(Input):
    """A one-line field that lets nothing unprintable in."""

    def __init__(self, *, widget_id: str | None = None, placeholder: str = "") -> None:
        self._faults = _Faults()
        super().__init__(
            id=widget_id,
            placeholder=placeholder,
            compact=True,
            select_on_focus=False,
            highlighter=self._faults,
        )
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        """Keep what can be shown: a paste may hold anything."""
        return clean_line(value)

    def point_at(self, spans: tuple[Span, ...]) -> None:
        """Underline parts of what is typed."""
        if spans != self._faults.spans:
            self._faults.spans = spans
            self.refresh()
