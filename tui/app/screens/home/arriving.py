"""What other processes write while the app is open: articles, and the search index."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tui.app import requests
from tui.app.render.line import Line, Run
from tui.locale import tr
from tui.model.listing import Progress

if TYPE_CHECKING:
    from tui.app.messages import IndexFinished, IndexProgressed
    from tui.app.screens.home.asks import VersionSeen
    from tui.app.screens.library import LibraryScreen

LOOK_SECONDS = 1.5
"""How often the store is asked whether it changed: news stand on the screen within two seconds."""


class Arrives:
    """Looks at the library's version, and reads the list again around the current row when it grew.

    ``indexing`` says how far the helper is that makes the search index anew, "" when none does.
    """

    version = 0
    indexing = ""

    @property
    def _watch(self) -> LibraryScreen:
        return cast("LibraryScreen", self)

    def watch_library(self) -> None:
        """Begin to look."""
        self._watch.set_interval(LOOK_SECONDS, self.look_for_news)

    def look_for_news(self) -> None:
        """Ask for the version, while the list is what the reader sees."""
        if self._watch.is_current and self.version:
            from tui.app.screens.home import asks  # noqa: PLC0415 (after the start)

            is_outgrown = self._watch.look.is_outgrown
            self._watch.desk.ask(self._watch, "news", lambda library: asks.news(library, is_outgrown))

    def on_version_seen(self, message: VersionSeen) -> None:
        """Read the list again if the library changed, or the reader's own got its first articles."""
        if message.is_outgrown:
            self._watch.look.articles_added()
            return
        if message.version == self.version:
            return
        self.version = message.version
        self._watch.reload_here()
        self._search_again()

    def _search_again(self) -> None:
        screen = self._watch
        if screen.is_searching and screen.sought and not screen.sorts_found:
            words, across = screen.sought, screen.across
            screen.desk.ask(screen, "ranked", lambda library: requests.ranked(library, words, across=across))

    def on_index_progressed(self, message: IndexProgressed) -> None:
        """Say how far the index is, in place of the keys."""
        if isinstance(message.event, Progress):
            done, total = message.event.done, message.event.total
            read = tr("Search index: {done}/{total} made anew; titles are searched meanwhile.")
            written = tr("Search index: being written; titles are searched meanwhile.")
            self.indexing = (written if done == total else read).format(done=done, total=total)
            self._watch.refresh_foot()

    def on_index_finished(self, message: IndexFinished) -> None:
        """Search again with the index, or say why there is none."""
        self.indexing = ""
        done = tr("The search index has been made anew.")
        self._watch.notice(message.reason or done, warning=bool(message.reason))
        if not message.reason:
            self._search_again()

    def foot_line(self) -> Line:
        """Return what the foot says when nothing happened."""
        usual = super().foot_line  # type: ignore[misc]
        return (Run(f" {self.indexing}", "accent"),) if self.indexing else usual()
