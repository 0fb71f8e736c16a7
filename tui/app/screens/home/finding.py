"""Searches beyond typing: facets, saved searches, more like this, the other language."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from tui.locale import later, tr

if TYPE_CHECKING:
    from tui.app.screens.home.asks import FacetsLoaded, SavedLoaded, SimilarFound
    from tui.app.screens.library import LibraryScreen
    from tui.app.widgets.choice_list import Choice
    from tui.model.keeping import Facet

Take = Callable[[str | None], None]
"""What is done with a choice, None when there was none."""
_FACETS = {
    "lang": later("language"), "source": later("source"), "month": later("month"), "kind": later("kind"),
    "entity": later("name"), "tag": later("tag"),
}  # fmt: skip
"""The facets in the order they are shown, and what each is called."""


class Finds:
    """The commands of the library that find."""

    @property
    def _seeker(self) -> LibraryScreen:
        return cast("LibraryScreen", self)

    def do_facets(self) -> None:
        """Show what the list's articles have in common; Enter keeps those alone."""
        from tui.app.screens.home import asks  # noqa: PLC0415 (after the start)

        query = self._seeker.sought
        self._seeker.desk.ask(self._seeker, "facets", lambda library: asks.facets(library, query))

    def on_facets_loaded(self, message: FacetsLoaded) -> None:
        """Offer the facets."""
        choices = tuple(
            facet_choice(name, facet) for name in _FACETS for facet in message.facets.get(name, ())
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

    def do_searches(self) -> None:
        """Offer the saved searches."""
        from tui.app.screens.home import asks  # noqa: PLC0415 (after the start)

        self._seeker.desk.ask(self._seeker, "saved", asks.saved)

    def do_forget_search(self) -> None:
        """Offer the saved searches to forget one."""
        from tui.app.screens.home import asks  # noqa: PLC0415 (after the start)

        self._seeker.desk.ask(self._seeker, "saved", lambda library: asks.saved(library, forgetting=True))

    def on_saved_loaded(self, message: SavedLoaded) -> None:
        """Show them, to open one or to forget one."""
        from tui.app.widgets.choice_list import Choice  # noqa: PLC0415 (after the start)

        if not message.saved:
            self._seeker.notice(tr("No search is saved yet."), warning=True)
            return
        title = tr("Forget a search") if message.forgetting else tr("Saved searches")
        held = {search.name: search.query for search in message.saved}
        choices = tuple(Choice(name, query, name) for name, query in held.items())
        take = self._forget if message.forgetting else lambda name: self._open(held, name)
        self._offer(title, choices, take)

    def _open(self, held: dict[str, str], name: str | None) -> None:
        if name:
            self._seeker.search_for(held[name])

    def _forget(self, name: str | None) -> None:
        from tui.app.screens.home import asks  # noqa: PLC0415 (after the start)

        if name:
            self._seeker.desk.ask(self._seeker, "forget", lambda library: asks.forget(library, name))

    def _offer(self, title: str, choices: tuple[Choice, ...], take: Take) -> None:
        from tui.app.screens.chooser import ChooserScreen  # noqa: PLC0415 (after the start)

        self._seeker.app.push_screen(ChooserScreen(self._seeker.keys, title, choices), take)


def facet_choice(name: str, facet: Facet) -> Choice:
    """Return a facet's value as a choice: what kind it is, how many articles have it, what it adds."""
    from tui.app.render.panels import kind_name  # noqa: PLC0415 (after the start)
    from tui.app.widgets.choice_list import Choice  # noqa: PLC0415
    from tui.model.article import Kind  # noqa: PLC0415
    from tui.text.printable import clean_line  # noqa: PLC0415

    value = kind_name(Kind(facet.value)) if name == "kind" else facet.value
    return Choice(facet.query, f"{facet.count:>6} {clean_line(value)}", tr(_FACETS[name]))
