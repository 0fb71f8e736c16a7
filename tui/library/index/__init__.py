"""The search index: derived from the store, disposable, and the one place that knows Whoosh.

Importing this package is cheap; Whoosh is imported by ``open_index``, at the first ranked search.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from tui.frozen import dataclass
from tui.locale import later
from tui.model.query import Filter, Node

if TYPE_CHECKING:
    from tui.library.compile.units import Counterparts, Unit
    from tui.model.query import TextLeaf


DAMAGED = later("The search index in {directory} is damaged: `visavis reindex` makes it anew.")
"""Told of an index in ``directory`` whose files cannot be what was written."""


@dataclass(frozen=True, slots=True)
class IndexedArticle:
    """What the index is told of an article.

    ``number`` is its rowid in the store, ``day`` the ordinal of its publication (0 when unknown),
    ``moment`` seconds since 1970: what newer and older go by.
    """

    number: int
    lang: str
    title: str
    text: str
    day: int
    moment: int


@dataclass(frozen=True, slots=True)
class Found:
    """An article that answers a query, with ``partner``, the other side of its pair, folded in.

    ``matched`` names the languages of the pair that hold some of the words; ``partial`` says that
    neither side, nor both together, holds all of them.
    """

    number: int
    score: float
    lang: str
    partial: bool
    partner: int | None
    matched: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Results:
    """The best of what was found, and how many articles hold all words in ``total``."""

    found: tuple[Found, ...]
    total: int
    units: Mapping[TextLeaf, Unit]

    def without(self, numbers: Collection[int], limit: int) -> Results:
        """Return the first ``limit`` of what was found, articles ``numbers`` left out."""
        kept = [one for one in self.found if one.number not in numbers]
        return Results(tuple(kept[:limit]), self.total, self.units)


Facts = Callable[[Filter], AbstractSet[int]]
"""Asks the store which articles (numbers) meet a filter."""

Partners = Callable[[Collection[int]], Mapping[int, int]]
"""Asks the store for the other sides of those articles that are in a pair."""

Told = Callable[[int], None]
"""Hears how many articles a rebuilding has taken in."""


class SearchIndex(Protocol):
    """What search needs of an index. Every method may raise IndexDamagedError: rebuild it then."""

    def search(
        self,
        tree: Node | None,
        facts: Facts,
        partners: Partners,
        limit: int,
        counterparts: Counterparts | None = None,
    ) -> Results:
        """Return the articles that answer best: those with all words first, then the best with some.

        With ``counterparts``, a word's counterparts in the other language do as well as itself.
        """
        ...

    def suggest(self, tree: Node | None, facts: Facts, partners: Partners, limit: int) -> Results:
        """Return the newest articles that hold all words, a half-typed one standing for its usual endings."""
        ...

    def numbers(self, tree: Node | None, facts: Facts) -> set[int]:
        """Return all articles that satisfy the whole of ``tree``."""
        ...

    def units(self, leaves: Iterable[TextLeaf]) -> dict[TextLeaf, Unit]:
        """Return the terms that words and phrases stand for in this library."""
        ...

    def load(self) -> None:
        """Read the vocabulary, which typing needs; meant for a thread."""
        ...

    @property
    def is_loaded(self) -> bool:
        """Tell whether the vocabulary has been read."""
        ...

    def corrected(self, word: str) -> str | None:
        """Return the likeliest spelling of ``word`` when no article has it, or None."""
        ...

    def like(self, text: str, lang: str, without: Collection[int], partners: Partners, limit: int) -> Results:
        """Return the articles that share most of what tells ``text`` from others, but those ``without``."""
        ...

    def refresh(self) -> bool:
        """See what was written since, by whichever process; tell whether anything was."""
        ...

    def write(self, articles: Iterable[IndexedArticle], removed: Collection[int] = ()) -> None:
        """Add or replace articles and take others out, in one commit."""
        ...

    def rebuild(
        self, articles: Iterable[IndexedArticle], *, workers: int = 1, told: Told | None = None
    ) -> None:
        """Make the index anew of ``articles``."""
        ...

    def highest(self) -> int:
        """Return the highest number of an article that the index holds, 0 when it is empty."""
        ...

    def count(self) -> int:
        """Return how many articles the index holds."""
        ...

    def close(self) -> None:
        """Let go of the files."""
        ...


def open_index(directory: Path) -> SearchIndex:
    """Open the index in ``directory``; raises IndexDamagedError: missing, foreign, older or broken."""
    from tui.library.index.whoosh_index import WhooshIndex  # noqa: PLC0415 - Whoosh, at the first search

    return WhooshIndex.open(directory)


def rebuild_index(
    directory: Path, articles: Iterable[IndexedArticle], workers: int, told: Told
) -> SearchIndex:
    """Make the index in ``directory`` anew of ``articles``; what is there stays until it is whole."""
    from tui.library.index.whoosh_index import WhooshIndex  # noqa: PLC0415 - Whoosh, at the first search

    return WhooshIndex.rebuilt(directory, articles, workers, told)


def create_index(directory: Path) -> SearchIndex:
    """Make an empty index in ``directory`` in place of whatever is there."""
    from tui.library.index.whoosh_index import WhooshIndex  # noqa: PLC0415 - Whoosh, at the first search

    return WhooshIndex.create(directory)
