"""Finding words in the text that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.widgets import Input

from tui.app.messages import TextFound
from tui.app.ports import Found, Opened
from tui.app.widgets.search_line import SearchLine
from tui.app.widgets.text_view import TextView
from tui.locale import tr

if TYPE_CHECKING:
    from tui.app.screens.reading import ReadingScreen


class Finds:
    """The find line, and going through the matches on both sides."""

    @property
    def _reading(self) -> ReadingScreen:
        return cast("ReadingScreen", self)

    @property
    def _view(self) -> TextView:
        return self._reading.view

    @property
    def _field(self) -> SearchLine:
        return self._reading.query_one("#find", SearchLine)

    def do_search(self) -> None:
        """Find in the text."""
        self._reading.query_one("#find-row").display = True
        self._field.focus()

    def close_find(self) -> None:
        """Forget what was looked for."""
        self._reading.query_one("#find-row").display = False
        self._field.value = ""
        self._show_found(())
        self._view.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Find as letters are typed."""
        words, opened, screen = event.value.strip(), self._view.opened, self._reading
        if opened and words:
            screen.desk.ask(screen, "find", lambda _: _find(opened, words))
        elif self._view.found:
            self._show_found(())

    def on_text_found(self, message: TextFound) -> None:
        """Light what was found and go to the first match from here on."""
        if message.query != self._field.value.strip():
            return
        if message.found or not message.whole:
            self._show_found(message.found)
            self._go_to_match(self._match_from_here())
        elif not self._view.found:
            self._reading.notice(tr("Not found: {words}").format(words=message.query), warning=True)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go back to the text; ``n`` and ``N`` go through the matches."""
        self._reading.query_one("#find-row").display = False
        self._view.focus()
        words, opened, screen = event.value.strip(), self._view.opened, self._reading
        if opened and words:
            screen.desk.ask(screen, "find", lambda _: _find(opened, words, whole=True))

    def do_find_next(self) -> None:
        """Go to the next match."""
        self._go_to_match(self._view.here + 1)

    def do_find_previous(self) -> None:
        """Go to the previous match."""
        self._go_to_match(self._view.here - 1)

    def _match_from_here(self) -> int:
        """Return the number of the first match at or after the line being read, on its side."""
        line = self._view.here_line
        for number, (lang, span) in enumerate(self._view.found):
            if line and lang is line.lang and span.start >= line.start:
                return number
        return 0

    def _show_found(self, found: Found) -> None:
        self._view.found, self._view.here = found, 0
        self._view.relight()
        self._reading.refresh_foot()

    def _go_to_match(self, number: int) -> None:
        view = self._view
        if not view.found:
            return
        view.here = number % len(view.found)
        lang, span = view.found[view.here]
        view.relight()
        view.reach(lang, span.start)
        self._reading.refresh_foot()


def _find(opened: Opened, words: str, *, whole: bool = False) -> TextFound:
    """Find words, as search finds them, on the desk."""
    from tui.app.asking.finding import find  # noqa: PLC0415 (the first find pays for the query's parser)

    return TextFound(words, find(opened, words, whole=whole), whole=whole)
