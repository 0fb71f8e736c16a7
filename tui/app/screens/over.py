"""Screens that the app opens over others: help, palette, a story, a name, a concordance, the bookmarks."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.app import App

from tui.app.commands.keys import Keymap
from tui.app.commands.model import Place
from tui.app.commands.table import BY_NAME
from tui.app.requests import of_story
from tui.app.screens.common.base import CommandScreen
from tui.app.screens.library import LibraryScreen
from tui.locale import language, tr

if TYPE_CHECKING:
    from tui.app.messages import EntriesLoaded
    from tui.app.ports import LibraryPort
    from tui.model.article import Entity


class Opens(App[int]):
    """The commands that lead to another screen from wherever the reader is."""

    keys: Keymap
    library: LibraryScreen

    @property
    def language(self) -> str:
        """The interface's language: ``en`` or ``fr``."""
        return language()

    def do_help(self) -> None:
        """Show the keys of this place; choosing one runs it."""
        self._choose(tr("Help"), (self.here.place,))

    def do_palette(self) -> None:
        """Offer every command."""
        self._choose(tr("Commands"), (self.here.place, Place.LIBRARY, Place.READING))

    def _choose(self, title: str, places: tuple[Place, ...]) -> None:
        from tui.app.screens.chooser import ChooserScreen, command_choices  # noqa: PLC0415 (after the start)

        choices = command_choices(places, self.keys, self.language)
        self.push_screen(ChooserScreen(self.keys, title, choices), self._run_chosen)

    def _run_chosen(self, name: str | None) -> None:
        if name is None:
            return
        if hasattr(self.here, BY_NAME[name].method) or hasattr(self, BY_NAME[name].method):
            self.here.action_command(name)
        else:
            self.here.notice(tr("{name} acts on another screen.", name=name), warning=True)

    @property
    def here(self) -> CommandScreen:
        """The screen that commands act on: the uppermost that is no question."""
        return next(screen for screen in reversed(self.screen_stack) if isinstance(screen, CommandScreen))

    def do_story(self) -> None:
        """Show all articles about the event."""
        ids = self.here.subject_ids
        self._list(tr("Story"), lambda library: of_story(library, ids))

    def _list(self, title: str, ask: Callable[[LibraryPort], EntriesLoaded]) -> None:
        from tui.app.screens.listing import ListingScreen  # noqa: PLC0415 (after the start)

        self.push_screen(ListingScreen(self.keys, title, ask))

    def show_entity(self, thing: Entity) -> None:
        """Show what the library knows of a thing."""
        from tui.app.screens.study.entity import EntityScreen  # noqa: PLC0415 (after the start)

        self.push_screen(EntityScreen(self.keys, thing))

    def filter_by(self, query: str) -> None:
        """Go back to the library and show what a query chooses."""
        while self.screen is not self.library:
            self.pop_screen()
        self.library.search_for(query)

    def do_concordance(self) -> None:
        """Ask for a word or phrase and show every sentence that holds it."""
        from tui.app.screens.common.prompt import PromptScreen  # noqa: PLC0415 (after the start)

        prompt = PromptScreen(self.keys, tr("Concordance of"), self.here.words)
        self.push_screen(prompt, self._concordance)

    def _concordance(self, words: str | None) -> None:
        from tui.app.screens.study.concordance import ConcordanceScreen  # noqa: PLC0415 (after the start)

        if words and words.strip():
            self.push_screen(ConcordanceScreen(self.keys, words.strip()))

    def do_bookmarks(self) -> None:
        """Show every bookmark and note of the library."""
        from tui.app.screens.study.bookmarks import BookmarksScreen  # noqa: PLC0415 (after the start)

        self.push_screen(BookmarksScreen(self.keys))
