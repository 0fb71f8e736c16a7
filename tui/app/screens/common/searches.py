"""Searching the library as letters are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.timer import Timer
from textual.widgets import Input

from tui.app import requests
from tui.app.messages import HitsLoaded
from tui.app.render.line import Run
from tui.app.widgets.lines import StatusLine
from tui.app.widgets.search_line import SearchLine

if TYPE_CHECKING:
    from tui.app.screens.library import LibraryScreen

PAUSE = 0.35
"""Seconds without a letter after which the full ranking is worth its time."""


class Searches:
    """The search line of the library; ``results`` counts what it found, None while nothing is sought."""

    results: int | None = None
    _pause: Timer | None = None

    @property
    def _home(self) -> LibraryScreen:
        return cast("LibraryScreen", self)

    def search_widgets(self) -> ComposeResult:
        """Make the line and its label."""
        yield StatusLine(widget_id="search-label")
        yield SearchLine(widget_id="search")

    @property
    def field(self) -> SearchLine:
        """The search line."""
        return self._home.query_one("#search", SearchLine)

    @property
    def is_searching(self) -> bool:
        """Tell whether the list shows results."""
        return self.results is not None

    def search_for(self, words: str) -> None:
        """Search for words as if they had been typed."""
        self._show()
        self.field.value = words

    def end_search(self) -> None:
        """Show the whole list again."""
        self.field.value = ""
        self.hide_search()
        self._home.rows.focus()

    def hide_search(self) -> None:
        """Take the line away."""
        self.field.display = self._home.query_one("#search-label").display = False

    def _show(self) -> None:
        label = self._home.query_one("#search-label", StatusLine)
        label.show((Run(" / ", "key"),))
        self.field.display = label.display = True

    def do_search(self) -> None:
        """Go to the search line."""
        self._show()
        self.field.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search as letters are typed; the full ranking follows on a pause."""
        words, desk = event.value.strip(), self._home.desk
        if self._pause:
            self._pause.stop()
        desk.cancel("ranked")
        if not words:
            self.results = None
            self._home.show_entries()
            return
        desk.ask(self._home, "suggest", lambda library: requests.suggest(library, words))
        self._pause = self._home.set_timer(PAUSE, lambda: self._rank(words))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the results."""
        if event.value.strip():
            self._rank(event.value.strip())
        self._home.rows.focus()

    def _rank(self, words: str) -> None:
        self._home.desk.ask(self._home, "ranked", lambda library: requests.ranked(library, words))

    def on_hits_loaded(self, message: HitsLoaded) -> None:
        """Show results, unless other words were typed meanwhile."""
        if message.query == self.field.value.strip():
            self.results = len(message.hits)
            self._home.rows.show_hits(message.hits)
            self._home.show_head()
