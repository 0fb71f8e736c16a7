"""What other processes write while the app is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tui.app import requests

if TYPE_CHECKING:
    from tui.app.screens.home.asks import VersionSeen
    from tui.app.screens.library import LibraryScreen

LOOK_SECONDS = 1.5
"""How often the store is asked whether it changed: news stand on the screen within two seconds."""


class Arrives:
    """Looks at the library's version, and reads the list again around the current row when it grew."""

    version = 0

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

            self._watch.desk.ask(self._watch, "news", asks.news)

    def on_version_seen(self, message: VersionSeen) -> None:
        """Read the list again if the library changed."""
        if message.version == self.version:
            return
        self.version = message.version
        screen = self._watch
        screen.reload_here()
        if screen.is_searching and screen.sought and not screen.sorts_found:
            words, across = screen.sought, screen.across
            screen.desk.ask(screen, "ranked", lambda library: requests.ranked(library, words, across=across))
