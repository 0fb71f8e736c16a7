"""What the app asks of the library, and what a text is once opened."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Protocol

from tui.errors import NotFoundError
from tui.model.article import Article, Lang
from tui.model.listing import Counts, Entry, Hit, Row
from tui.model.pair import Bitext, Fact, Pair, Story
from tui.model.span import Span
from tui.text.printable import mask

BLOCK = 100
"""Rows read at once: two screens, one query of the store."""

Found = tuple[tuple[Lang, Span], ...]
"""Where a find matched: sides and spans, in reading order."""


class Entries(Protocol):
    """The list of the library screen, read by windows."""

    def __len__(self) -> int:
        """Return how many rows the list has."""

    def window(self, start: int, stop: int) -> tuple[Entry, ...]:
        """Return rows ``start`` to ``stop``, half-open, fewer at the end."""

    def position(self, entry_id: str) -> int | None:
        """Return where a row is, or None."""


@dataclass(frozen=True, slots=True)
class FixedEntries:
    """A short list, read already."""

    held: tuple[Entry, ...]

    def __len__(self) -> int:
        """Return how many rows the list has."""
        return len(self.held)

    def window(self, start: int, stop: int) -> tuple[Entry, ...]:
        """Return rows ``start`` to ``stop``."""
        return self.held[start:stop]

    def position(self, entry_id: str) -> int | None:
        """Return where a row is, or None."""
        return next((place for place, entry in enumerate(self.held) if entry.id == entry_id), None)


class LibraryPort(Protocol):
    """The methods of ``tui.library.library.Library`` that the app uses."""

    def counts(self) -> Counts:
        """Return how much the library holds."""
        ...

    def entries(self, query: str = "", *, sort: str = "date") -> Entries:
        """Return the list that a query chooses, the whole library for ""."""
        ...

    def rows(self, query: str = "", *, sort: str = "date", limit: int | None = None) -> tuple[Row, ...]:
        """Return articles that a query chooses."""
        ...

    def article(self, article_id: str) -> Article:
        """Return an article; raises NotFoundError."""
        ...

    def bitext(self, pair_id: str) -> Bitext:
        """Return a pair; raises NotFoundError."""
        ...

    def pair_of(self, article_id: str) -> Pair | None:
        """Return an article's pair, or None."""
        ...

    def stories(self) -> tuple[Story, ...]:
        """Return all stories."""
        ...

    def search(self, query: str, *, limit: int = 20) -> tuple[Hit, ...]:
        """Return the best hits."""
        ...

    def suggest(self, text: str, limit: int = 20) -> tuple[Hit, ...]:
        """Return hits for what is being typed."""
        ...

    def mark(self, ids: Iterable[str] | str, what: str) -> int:
        """Change the state of articles; return of how many."""
        ...

    def position(self, article_id: str) -> int | None:
        """Return the segment where the reader left an article."""
        ...

    def set_position(self, article_id: str, segment: int) -> None:
        """Keep the segment where the reader leaves an article."""
        ...

    def remove(self, ids: Iterable[str] | str) -> int:
        """Delete articles; return how many."""
        ...

    def undo(self) -> str | None:
        """Take the last change back; return what it was."""
        ...

    def close(self) -> None:
        """Let go of the files."""
        ...


@dataclass(frozen=True, slots=True)
class Opened:
    """A text on the reading screen: one or both sides, all of it printable, offsets as in the library.

    ``position`` is the segment where the reader left it, on the side of ``lead``.
    """

    id: str
    sides: tuple[Article, ...]
    pair: Pair | None = None
    facts: tuple[Fact, ...] = ()
    position: int = 0

    def side(self, lang: Lang) -> Article | None:
        """Return the article in ``lang``, if there is one."""
        return next((article for article in self.sides if article.lang is lang), None)

    @property
    def lead(self) -> Article:
        """The side whose position is kept: the French one of a pair."""
        return self.sides[0]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list just opened: its length, some rows, and where the row to stay on is."""

    entries: Entries
    total: int
    start: int
    rows: tuple[Entry, ...]
    counts: Counts
    position: int | None = None


def read_listing(
    library: LibraryPort, *, query: str = "", sort: str = "date", keep: str | None = None
) -> Listing:
    """Open a list and read the block of rows around the one to keep."""
    entries = library.entries(query, sort=sort)
    position = entries.position(keep) if keep else None
    start = (position or 0) // BLOCK * BLOCK
    rows = entries.window(start, start + BLOCK)
    return Listing(entries, len(entries), start, rows, library.counts(), position)


def open_text(library: LibraryPort, text_id: str) -> Opened:
    """Read a pair, or an article with its partner if it has one; raises NotFoundError."""
    pair = _pair_id(library, text_id)
    if pair is None:
        alone = library.article(text_id)
        return Opened(text_id, (printable(alone),), position=library.position(text_id) or 0)
    bitext = library.bitext(pair)
    sides = (printable(bitext.fr), printable(bitext.en))
    return Opened(pair, sides, bitext.pair, bitext.facts, _position(library, bitext.fr))


def _pair_id(library: LibraryPort, text_id: str) -> str | None:
    if text_id.startswith("p"):
        return text_id
    pair = library.pair_of(text_id)
    return pair.id if pair else None


def _position(library: LibraryPort, article: Article) -> int:
    if article.id is None:
        raise NotFoundError(f"'{article.title}' is not in the library any more")
    return library.position(article.id) or 0


def printable(article: Article) -> Article:
    """Return the article with a text of the same length that holds nothing but printable characters."""
    shown = mask(article.text)
    return article if shown is article.text else replace(article, text=shown)
