"""What the library screen asks of the library, and the messages that answer."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from textual.message import Message

from tui.app.messages import EntriesLoaded, Noticed
from tui.app.ports import BLOCK, LibraryPort, Listing, read_listing
from tui.locale import tr
from tui.model.listing import Hit
from tui.model.span import Span

if TYPE_CHECKING:
    from tui.model.keeping import Facet, SavedSearch

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
    """What the chosen articles have in common."""

    def __init__(self, facets: dict[str, tuple[Facet, ...]]) -> None:
        super().__init__()
        self.facets = facets


class SavedLoaded(Message):
    """The saved searches were read, to open one, or to forget one."""

    def __init__(self, saved: tuple[SavedSearch, ...], *, forgetting: bool = False) -> None:
        super().__init__()
        self.saved, self.forgetting = saved, forgetting


class HistoryLoaded(Message):
    """The searches made lately, the last first."""

    def __init__(self, queries: tuple[str, ...]) -> None:
        super().__init__()
        self.queries = queries


class VersionSeen(Message):
    """The library is as it was seen last, or has changed since."""

    def __init__(self, version: int) -> None:
        super().__init__()
        self.version = version


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


def sorted_found(library: LibraryPort, query: str, sort: str) -> FoundSorted:
    """Open everything that a query chooses, in an order."""
    return FoundSorted(query, read_listing(library, query=query, sort=sort))


def all_chosen(library: LibraryPort, query: str) -> AllChosen:
    """Count the lines that a query chooses and name their articles; the whole library needs no names."""
    entries = library.entries(query)
    if not query:
        return AllChosen(query, len(entries), None)
    starts = range(0, len(entries), BLOCK)
    rows = (entry for start in starts for entry in entries.window(start, start + BLOCK))
    return AllChosen(query, len(entries), tuple(article for row in rows for _, article in row.articles))


def facets(library: LibraryPort, query: str) -> FacetsLoaded:
    """Count what the chosen articles have in common."""
    return FacetsLoaded(library.facets(query))


def saved(library: LibraryPort, *, forgetting: bool = False) -> SavedLoaded:
    """Read the saved searches."""
    return SavedLoaded(library.searches.saved(), forgetting=forgetting)


def save(library: LibraryPort, name: str, query: str) -> Noticed:
    """Keep a query under a name."""
    library.searches.save(name, query)
    return Noticed(tr("Search saved as {name}.").format(name=name))


def forget(library: LibraryPort, name: str) -> Noticed:
    """Drop a saved search."""
    gone = library.searches.forget(name)
    words = tr("Search {name} forgotten.") if gone else tr("No search is called {name}.")
    return Noticed(words.format(name=name), warning=not gone)


def history(library: LibraryPort) -> HistoryLoaded:
    """Read the searches made lately."""
    return HistoryLoaded(library.searches.history())


def news(library: LibraryPort) -> VersionSeen:
    """Look whether anybody changed the library."""
    return VersionSeen(library.data_version())


def grouped(library: LibraryPort, by: str, keep: str | None, language: str) -> EntriesLoaded:
    """Open the library's list under headings."""
    from tui.app.screens.home.headed import HeadedEntries  # noqa: PLC0415 (only readers who group pay for it)

    version = library.data_version()
    entries = HeadedEntries(library.grouped(by), by, language)
    position = entries.position(keep) if keep else min(1, max(0, len(entries) - 1))
    start = (position or 0) // BLOCK * BLOCK
    rows = entries.window(start, start + BLOCK)
    return EntriesLoaded(Listing(entries, len(entries), start, rows, library.counts(), position, version))
