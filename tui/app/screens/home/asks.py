"""What the library screen asks of the library, and the messages that answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from textual.message import Message

from tui.app.messages import EntriesLoaded, StateChanged
from tui.app.ports import BLOCK, LibraryPort, Listing, read_listing
from tui.app.screens.home.headed import measured_as, read_arranged
from tui.locale import tr
from tui.model.listing import Hit
from tui.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.app.terminal.layout import Layout
    from tui.model.keeping import Facet, SavedSearch, Tally

SIMILAR = 50
"""Articles shown by “more like this”."""


class Understood(Message):
    """How a query was read: in full, what was not understood of it, and a better spelling or ""."""

    def __init__(
        self, query: str, meaning: str, faults: tuple[tuple[Span, str], ...], better: str = ""
    ) -> None:
        super().__init__()
        self.query, self.meaning, self.faults, self.better = query, meaning, faults, better


class SimilarFound(Message):
    """Articles like one were found; ``title`` is its title."""

    def __init__(self, title: str, hits: tuple[Hit, ...]) -> None:
        super().__init__()
        self.title, self.hits = title, hits


class FoundSorted(Message):
    """Everything that a query chooses, as a list in an order."""

    def __init__(self, query: str, listing: Listing) -> None:
        super().__init__()
        self.query, self.listing = query, listing


class AllChosen(Message):
    """Everything that a query chooses: ``rows`` lines; ``ids`` None means the whole library."""

    def __init__(self, query: str, rows: int, ids: tuple[str, ...] | None) -> None:
        super().__init__()
        self.query, self.rows, self.ids = query, rows, ids


class FacetsLoaded(Message):
    """What the chosen articles have in common, for the panel, or to choose from (``choosing``)."""

    def __init__(self, facets: dict[str, tuple[Facet, ...]], *, choosing: bool = False) -> None:
        super().__init__()
        self.facets, self.choosing = facets, choosing


class TalliesLoaded(Message):
    """Searches were counted: name (that of ours begins with a colon), query, how much it chooses."""

    def __init__(self, tallies: tuple[tuple[str, str, Tally], ...]) -> None:
        super().__init__()
        self.tallies = tallies


class SavedLoaded(Message):
    """The saved searches were read, to forget one."""

    def __init__(self, saved: tuple[SavedSearch, ...]) -> None:
        super().__init__()
        self.saved = saved


class HistoryLoaded(Message):
    """The searches made lately, the last first."""

    def __init__(self, queries: tuple[str, ...]) -> None:
        super().__init__()
        self.queries = queries


class VersionSeen(Message):
    """The library is as it was seen last, or has changed since; samples may be outgrown."""

    def __init__(self, version: int, *, is_outgrown: bool) -> None:
        super().__init__()
        self.version, self.is_outgrown = version, is_outgrown


def understood(library: LibraryPort, query: str, *, spell: bool = False) -> Understood:
    """Say how a query is read; ``spell`` looks for a better spelling."""
    from tui.model.query import parse  # noqa: PLC0415 (at the first search)
    from tui.model.query.describe import describe  # noqa: PLC0415
    from tui.model.query.faults import said  # noqa: PLC0415

    parsed = parse(query, date.today())  # noqa: DTZ011 (the reader's own day)
    faults = tuple((fault.span, said(fault)) for fault in parsed.faults)
    better = (library.did_you_mean(query) or "") if spell else ""
    return Understood(query, describe(parsed.tree), faults, better)


def similar(library: LibraryPort, public: str, title: str) -> SimilarFound:
    """Find articles like one."""
    return SimilarFound(title, library.more_like(public, SIMILAR))


def sorted_found(library: LibraryPort, query: str, sort: str, layout: Layout) -> FoundSorted:
    """Open everything that a query chooses, in an order."""
    found = read_listing(library, query=query, sort=sort)
    entries = measured_as(library, layout, found.entries)
    return FoundSorted(query, replace(found, entries=entries, rows=entries.window(0, BLOCK)))


def all_chosen(library: LibraryPort, query: str) -> AllChosen:
    """Count the lines that a query chooses and name their articles; the whole library needs no names."""
    entries = library.entries(query)
    if not query:
        return AllChosen(query, len(entries), None)
    starts = range(0, len(entries), BLOCK)
    rows = (entry for start in starts for entry in entries.window(start, start + BLOCK))
    return AllChosen(query, len(entries), tuple(article for row in rows for _, article in row.articles))


def facets(library: LibraryPort, query: str, *, choosing: bool = False) -> FacetsLoaded:
    """Count what the chosen articles have in common."""
    return FacetsLoaded(library.facets(query), choosing=choosing)


OURS = ((":all", ""), (":unread", "is:unread"), (":starred", "is:starred"), (":pairs", "is:paired"))
"""Searches that every library has, by their names and queries."""


def tallies(library: LibraryPort) -> TalliesLoaded:
    """Count what our searches and the saved ones choose."""
    saved = ((search.name, search.query) for search in library.searches.saved())
    return TalliesLoaded(
        tuple((name, query, library.searching.tally(query)) for name, query in (*OURS, *saved))
    )


def saved(library: LibraryPort) -> SavedLoaded:
    """Read the saved searches."""
    return SavedLoaded(library.searches.saved())


def save(library: LibraryPort, name: str, query: str) -> StateChanged:
    """Keep a query under a name."""
    library.searches.save(name, query)
    return StateChanged(1, tr("Search saved as {name}.").format(name=name))


def rename(library: LibraryPort, name: str, other: str) -> StateChanged:
    """Give a saved search another name."""
    library.searches.rename(name, other)
    return StateChanged(1, tr("Search {name} is now called {other}.").format(name=name, other=other))


def forget(library: LibraryPort, name: str) -> StateChanged:
    """Drop a saved search."""
    gone = library.searches.forget(name)
    words = tr("Search {name} forgotten.") if gone else tr("No search is called {name}.")
    return StateChanged(int(gone), words.format(name=name))


def history(library: LibraryPort) -> HistoryLoaded:
    """Read the searches made lately."""
    return HistoryLoaded(library.searches.history())


def news(library: LibraryPort, is_outgrown: Callable[[], bool]) -> VersionSeen:
    """Look whether anybody changed the library, or wrote to the reader's own while the samples are shown."""
    return VersionSeen(library.data_version(), is_outgrown=is_outgrown())


def arranged(
    library: LibraryPort, layout: Layout, language: str, keep: str | None, near: int
) -> EntriesLoaded:
    """Open the library's list as the reader arranged it."""
    return EntriesLoaded(read_arranged(library, layout, language, keep=keep, near=near))
