"""The line where words are typed: searches, prompts, filters."""

from __future__ import annotations

from textual.widgets import Input

from tui.text.printable import clean_line


class SearchLine(Input):
    """A one-line field that lets nothing unprintable in."""

    def __init__(self, *, widget_id: str | None = None, placeholder: str = "") -> None:
        super().__init__(id=widget_id, placeholder=placeholder, compact=True, select_on_focus=False)
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        """Keep what can be shown: a paste may hold anything."""
        return clean_line(value)
