"""Searches beyond typing: facets, saved searches, more like this, the other language."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from tui.app.commands.bindings import first_key
from tui.app.commands.table import BY_NAME
from tui.app.screens.home.siding import SEARCHES
from tui.locale import tr

if TYPE_CHECKING:
    from tui.app.screens.home.asks import FacetsLoaded, SavedLoaded, SimilarFound
    from tui.app.screens.library import LibraryScreen
    from tui.app.widgets.choice_list import Choice
    from tui.model.keeping import Facet

Take = Callable[[str | None], None]
"""What is done with a choice, None when there was none."""


class Finds:
    """The commands of the library that find."""

    @property
    def _seeker(self) -> LibraryScreen:
        return cast("LibraryScreen", self)

    def do_narrow(self) -> None:
        """Offer what the list's articles have in common, to be found by typing."""
        from tui.app.screens.home import asks  # noqa: PLC0415 (after the start)

        query = self._seeker.sought
        self._seeker.desk.ask(
            self._seeker, "facets", lambda library: asks.facets(library, query, choosing=True)
        )

    def on_facets_loaded(self, message: FacetsLoaded) -> None:
        """Offer the facets, or show them in the panel."""
        if not message.choosing:
            self._seeker.show_facets(message)
            return
        from tui.app.render.study.side import FACETS  # noqa: PLC0415 (after the start)

        language = self._seeker.look.language
        choices = tuple(
            facet_choice(name, facet, language) for name in FACETS for facet in message.facets.get(name, ())
        )
        self._offer(tr("Facets: Enter adds one to the search"), choices, self._narrow)

    def _narrow(self, facet: str | None) -> None:
        if facet:
            self._seeker.search_for(f"{self._seeker.sought} {facet}".strip())

    def do_like(self) -> None:
        """Find articles like the current one."""
        from tui.app.screens.home import asks  # noqa: PLC0415 (after the start)

        item = self._seeker.item
        if item is not None:
            public, title = item.articles[0], item.title
            self._seeker.desk.ask(
                self._seeker, "ranked", lambda library: asks.similar(library, public, title)
            )

    def on_similar_found(self, message: SimilarFound) -> None:
        """Show them as results."""
        self._seeker.show_similar(message.title, message.hits)
        self.say_nothing_found()

    def say_nothing_found(self) -> None:
        """Say in place of results that there are none, and what may help."""
        screen = self._seeker
        if screen.results or not (screen.sought or screen.like):
            return
        from tui.app.render.nothing import alone, nothing  # noqa: PLC0415 (at the first search in vain)

        across = "" if screen.across else first_key(BY_NAME["across"], screen.keys)
        found = nothing(screen.sought, better=screen.better, across=across, in_titles=bool(screen.indexing))
        screen.rows.say(found if screen.sought else alone(screen.like))

    def do_across(self) -> None:
        """Search in the other language too, or no longer."""
        screen = self._seeker
        screen.across = not screen.across
        screen.notice(tr("Across languages.") if screen.across else tr("Each word in its own language."))
        if screen.sought:
            screen.read_found()
        screen.show_head()

    def do_keep_search(self) -> None:
        """Ask for a name to save the search under."""
        from tui.app.screens.common.prompt import PromptScreen  # noqa: PLC0415 (after the start)

        prompt = PromptScreen(self._seeker.keys, tr("Save this search as"))
        self._seeker.app.push_screen(prompt, self._keep)

    def _keep(self, name: str | None) -> None:
        from tui.app.screens.home import asks  # noqa: PLC0415 (after the start)

        called, query = (name or "").strip(), self._seeker.sought
        if called and query:
            self._seeker.desk.ask(self._seeker, "save", lambda library: asks.save(library, called, query))

    def do_rename_search(self) -> None:
        """Ask for another name for the saved search of the panel's line."""
        from tui.app.screens.common.prompt import PromptScreen  # noqa: PLC0415 (after the start)

        name = self._seeker.named_search
        prompt = PromptScreen(self._seeker.keys, tr("Rename this search"), name)
        self._seeker.app.push_screen(prompt, lambda other: self._rename(name, other))

    def _rename(self, name: str, other: str | None) -> None:
        from tui.app.screens.home import asks  # noqa: PLC0415 (after the start)

        called = (other or "").strip()
        if called and called != name:
            self._seeker.desk.ask(self._seeker, "save", lambda library: asks.rename(library, name, called))

    def do_forget_search(self) -> None:
        """Forget the saved search of the panel's line, else one of those offered."""
        from tui.app.screens.home import asks  # noqa: PLC0415 (after the start)

        if self._seeker.named_search:
            self._forget(self._seeker.named_search)
        else:
            self._seeker.desk.ask(self._seeker, "saved", asks.saved)

    def on_saved_loaded(self, message: SavedLoaded) -> None:
        """Offer them, to forget one."""
        from tui.app.widgets.choice_list import Choice  # noqa: PLC0415 (after the start)

        if not message.saved:
            self._seeker.notice(tr("No search is saved yet."), warning=True)
            return
        choices = tuple(Choice(search.name, search.query, search.name) for search in message.saved)
        self._offer(tr("Forget a search"), choices, self._forget)

    def _forget(self, name: str | None) -> None:
        from tui.app.screens.home import asks  # noqa: PLC0415 (after the start)

        if name:
            self._seeker.desk.ask(self._seeker, "forget", lambda library: asks.forget(library, name))

    def do_flip(self) -> None:
        """Take the spelling proposed, else to the panel and back."""
        screen = self._seeker
        if screen.better:
            screen.do_spelling()
        elif screen.side_has_keys:
            screen.leave_side()
        else:
            screen.open_side(screen.side_kind or SEARCHES)

    def do_pane_left(self) -> None:
        """To the panel."""
        if not self._seeker.side_has_keys:
            self._seeker.open_side(self._seeker.side_kind or SEARCHES)

    def do_pane_right(self) -> None:
        """Back to the list."""
        self._seeker.leave_side()

    def do_columns(self) -> None:
        """Choose the columns of the list."""
        from tui.app.screens.columns import ColumnsScreen  # noqa: PLC0415 (after the start)

        self._seeker.app.push_screen(ColumnsScreen(self._seeker.keys, self._seeker.show_columns))

    def _offer(self, title: str, choices: tuple[Choice, ...], take: Take) -> None:
        from tui.app.screens.chooser import ChooserScreen  # noqa: PLC0415 (after the start)

        self._seeker.app.push_screen(ChooserScreen(self._seeker.keys, title, choices), take)


def facet_choice(name: str, facet: Facet, language: str) -> Choice:
    """Return a facet's value as a choice: what kind it is, how many articles have it, what it adds."""
    from tui.app.render.study.side import FACETS, facet_name  # noqa: PLC0415 (after the start)
    from tui.app.widgets.choice_list import Choice  # noqa: PLC0415

    value = facet_name(name, facet, language)
    return Choice(facet.query, f"{facet.count:>6} {value}", tr(FACETS[name]))
