"""Searching the library as letters are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.timer import Timer
from textual.widgets import Input

from tui.app import requests
from tui.app.messages import HitsLoaded
from tui.app.render.line import Run
from tui.app.screens.home.grouping import BEST
from tui.app.widgets.lines import StatusLine
from tui.app.widgets.search_line import SearchLine
from tui.locale import tr

if TYPE_CHECKING:
    from tui.app.screens.home.asks import HistoryLoaded, Understood
    from tui.app.screens.library import LibraryScreen
    from tui.model.listing import Hit

PAUSE = 0.35
"""Seconds without a letter after which the full ranking is worth its time."""


class Searches:
    """The search line of the library; ``results`` counts what it found, None while nothing is sought.

    ``like`` is the title of the article whose likes are shown, ``across`` tells whether the other language
    is searched too, ``better`` is a spelling that would find more, ``meaning`` how the query was read.
    """

    results: int | None = None
    like = ""
    across = False
    better = ""
    meaning = ""
    _pause: Timer | None = None
    _history: tuple[str, ...] = ()
    _back = -1

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

    @property
    def sought(self) -> str:
        """What is sought, "" for nothing."""
        return self.field.value.strip()

    def search_for(self, words: str) -> None:
        """Search for words as if they had been typed."""
        self._show()
        self.field.value = words

    def show_chosen(self, query: str) -> None:
        """Show everything that a query chooses, in the order of the list; with none, the whole list."""
        if not query:
            self.end_search()
            return
        keys = self._home.focused
        self._show()
        with self._home.prevent(Input.Changed):
            self.field.value = query
        self._stop_asking()
        self.forget_results()
        self.results, self._home.found_sort = 0, self._home.sort
        self._home.read_found()
        self._ask_meaning(query, spell=False)
        if keys is not None:
            keys.focus()

    def end_search(self) -> None:
        """Show the whole list again."""
        with self._home.prevent(Input.Changed):
            self.field.value = ""
        self._stop_asking()
        self.forget_results()
        self._home.show_entries()
        self.hide_search()
        self._home.rows.focus()
        self._home.refresh_side()

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
        self._back = -1
        self._ask_history()
        self._home.desk.tell(lambda library: library.expect_typing())

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search as letters are typed; the full ranking follows on a pause."""
        words, desk, held = event.value.strip(), self._home.desk, self.results
        self._stop_asking()
        self.forget_results()
        self._home.end_notice()
        if not words:
            self._home.show_entries()
            return
        self.results = held
        desk.ask(self._home, "suggest", lambda library: requests.suggest(library, words))
        self._pause = self._home.set_timer(PAUSE, lambda: self._rank(words))

    def _stop_asking(self) -> None:
        if self._pause:
            self._pause.stop()
        for topic in ("suggest", "ranked", "meaning"):
            self._home.desk.cancel(topic)

    def forget_results(self) -> None:
        """Let nothing of an earlier search stand."""
        self.results, self.like, self.better, self.meaning = None, "", "", ""
        self._home.found_sort = BEST
        self.field.point_at(())

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the results, and remember what was sought; with none, take the spelling proposed."""
        words = event.value.strip()
        if not self.results and self.better:
            self.do_spelling()
            return
        if words:
            self._stop_asking()
            self._rank(words)
            self._home.desk.tell(lambda library: library.searches.remember(words))
        self._home.rows.focus()

    def _rank(self, words: str) -> None:
        across = self.across
        self._home.desk.ask(
            self._home, "ranked", lambda library: requests.ranked(library, words, across=across)
        )

    def on_hits_loaded(self, message: HitsLoaded) -> None:
        """Show results, unless other words were typed or another order was chosen meanwhile."""
        if message.query != self.sought or self._home.found_sort != BEST:
            return
        self.results = len(message.hits)
        self._home.rows.show_hits(message.hits)
        self._home.show_head()
        if message.ranked:
            self._home.say_nothing_found()
            self._home.refresh_side()
            self._ask_meaning(message.query, spell=all(hit.partial for hit in message.hits))

    def _ask_meaning(self, words: str, *, spell: bool) -> None:
        from tui.app.screens.home import asks  # noqa: PLC0415 (at the first search)

        self._home.desk.ask(
            self._home, "meaning", lambda library: asks.understood(library, words, spell=spell)
        )

    def on_understood(self, message: Understood) -> None:
        """Point at what was not understood, and propose a better spelling."""
        if message.query != self.sought:
            return
        self.meaning, self.better = message.meaning, message.better
        self._home.say_nothing_found()
        self.field.point_at(tuple(span for span, _ in message.faults))
        if message.faults:
            span, said = message.faults[0]
            self._home.notice(f"« {span.of(message.query)} »: {said}", warning=True)
        elif self.better and self.results:
            self._home.notice(tr("Did you mean: {words} (Tab takes it)").format(words=self.better))

    def do_spelling(self) -> None:
        """Search for the spelling proposed."""
        if self.better:
            self.field.value = self.better
            self.field.cursor_position = len(self.better)

    def do_explain(self) -> None:
        """Say how the query was read."""
        self._home.notice(tr("Read as: {meaning}").format(meaning=self.meaning))

    def show_similar(self, title: str, hits: tuple[Hit, ...]) -> None:
        """Show articles like one as results."""
        if self.field.value:
            with self._home.prevent(Input.Changed):
                self.field.value = ""
        self.hide_search()
        self.like, self.results = title, len(hits)
        self._home.rows.show_hits(hits)
        self._home.rows.focus()
        self._home.show_head()

    # History

    def _ask_history(self) -> None:
        from tui.app.screens.home import asks  # noqa: PLC0415 (at the first search)

        self._home.desk.ask(self._home, "history", asks.history)

    def on_history_loaded(self, message: HistoryLoaded) -> None:
        """Have the searches made lately at hand."""
        self._history = message.queries

    def walk_history(self, step: int) -> bool:
        """Put an older (1) or newer (-1) search into the line; tell whether there was one."""
        back = self._back + step
        if not self.field.has_focus or not -1 <= back < len(self._history):
            return False
        self._back = back
        self.field.value = "" if back < 0 else self._history[back]
        self.field.cursor_position = len(self.field.value)
        return True

    def do_up(self) -> None:
        """One line up; from the first result, or with nothing typed yet, to an older search."""
        if (self.sought and self._home.rows.cursor) or not self.walk_history(1):
            self._home.mover.move(-1)

    def do_down(self) -> None:
        """One line down; among older searches, to a newer one."""
        if self._back < 0 or not self.walk_history(-1):
            self._home.mover.move(1)
