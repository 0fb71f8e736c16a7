"""What the app asks of the library, and what a text is once opened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from tui.app.asking.rooms import Measures, NotesPort, SavedSearches, Tallies
from tui.errors import NotFoundError
from tui.frozen import dataclass
from tui.locale import tr
from tui.model.article import Article, Entity, Lang
from tui.model.listing import Counts, Entry, Heading, Hit, Row
from tui.model.pair import Bead, Bitext, Fact, Pair, Story
from tui.model.span import Span
from tui.text.printable import mask

if TYPE_CHECKING:
    from tui.model.keeping import (
        Bookmark,
        ConcordLine,
        Corrections,
        Facet,
        LibraryEntity,
        Note,
        PairChoice,
    )

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


class Grouped(Entries, Protocol):
    """A list in the order of its groups."""

    @property
    def headings(self) -> Sequence[Heading]:
        """The groups, in order."""


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

    def story(self, public: str) -> Story:
        """Return a story; raises NotFoundError."""
        ...

    @property
    def searches(self) -> SavedSearches:
        """Saved searches and their history."""
        ...

    def data_version(self) -> int:
        """Return a number that grows with every change, whoever makes it."""
        ...

    def grouped(self, by: str, query: str = "", *, sort: str = "date") -> Grouped:
        """Return the list by ``month`` or ``story``, sorted within."""
        ...

    @property
    def reading(self) -> Measures:
        """What the store tells of lines beyond what they show at first."""
        ...

    @property
    def searching(self) -> Tallies:
        """What counts the lines of a query."""
        ...

    def search(self, query: str, *, limit: int = 20, across: bool = False) -> tuple[Hit, ...]:
        """Return the best hits; ``across`` adds what matches in the other language."""
        ...

    def more_like(self, public: str, limit: int = 20) -> tuple[Hit, ...]:
        """Return the articles most like one."""
        ...

    def did_you_mean(self, query: str) -> str | None:
        """Return a query with unknown words spelled better, or None."""
        ...

    def facets(self, query: str = "") -> dict[str, tuple[Facet, ...]]:
        """Return what the chosen articles have in common, with counts."""
        ...

    def expect_typing(self) -> None:
        """Begin to load what ``suggest`` needs."""
        ...

    def suggest(self, text: str, limit: int = 20) -> tuple[Hit, ...]:
        """Return hits for what is being typed."""
        ...

    def mark(self, ids: Iterable[str] | str, what: str) -> int:
        """Change the state of articles; return of how many."""
        ...

    def opened(self, ids: Iterable[str]) -> None:
        """Mark articles as read that are opened for reading; nothing to undo."""
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

    def notes_of(self, public: str) -> tuple[Note, ...]:
        """Return the notes on an article."""
        ...

    def undo(self) -> str | None:
        """Take the last change back; return what it was."""
        ...

    @property
    def notes(self) -> NotesPort:
        """Notes and bookmarks."""
        ...

    def note(self, public: str, text: str, segment: int | None = None) -> Note:
        """Keep a note on an article, or on one of its segments."""
        ...

    def corrections_of(self, public: str) -> Corrections:
        """Return everything the reader corrected on an article and its pair."""
        ...

    def edit(self, public: str, **fields: str | None) -> Row:
        """Correct an article's metadata."""
        ...

    def edit_beads(self, public: str, beads: Sequence[Bead]) -> Pair:
        """Set the rows of a pair right."""
        ...

    def unpair(self, public: str) -> Pair:
        """Take a pair apart for good."""
        ...

    def correct_entity(self, entity: str, action: str, value: str | None = None) -> None:
        """Say of an entity its kind, that it is the same as another, or ignore it."""
        ...

    def entities(self, query: str = "") -> tuple[LibraryEntity, ...]:
        """Return the things that the chosen articles name, those in most articles first."""
        ...

    def concord(self, query: str) -> Iterator[ConcordLine]:
        """Yield the sentences that match, each with what faces it, the surest first."""
        ...

    def close(self) -> None:
        """Let go of the files."""
        ...


@dataclass(frozen=True, slots=True)
class Kept:
    """What the reader wrote on a text or set right in it; ``edits`` are (article id, field, value)."""

    notes: tuple[Note, ...] = ()
    bookmarks: tuple[Bookmark, ...] = ()
    edits: tuple[tuple[str, str, str | None], ...] = ()
    choices: tuple[PairChoice, ...] = ()
    beads: tuple[Bead, ...] = ()


@dataclass(frozen=True, slots=True)
class Opened:
    """A text on the reading screen: one or both sides, all of it printable, offsets as in the library.

    ``position`` is the segment where the reader left it, on the side of ``lead``; ``goal`` the side and
    segment to go to instead; ``kept`` is what the reader wrote and set right.
    """

    id: str
    sides: tuple[Article, ...]
    pair: Pair | None = None
    facts: tuple[Fact, ...] = ()
    position: int = 0
    goal: tuple[Lang, int] | None = None
    kept: Kept = Kept()

    @property
    def start(self) -> tuple[Lang, int] | None:
        """Where reading begins, as a character of a side; None at the beginning."""
        lang, segment = self.goal or (self.lead.lang, self.position)
        side = self.side(lang)
        if side is None or not (self.goal or segment) or segment >= len(side.segments):
            return None
        return lang, side.segments[segment].start

    def side(self, lang: Lang) -> Article | None:
        """Return the article in ``lang``, if there is one."""
        return next((article for article in self.sides if article.lang is lang), None)

    @property
    def lead(self) -> Article:
        """The side whose position is kept: the French one of a pair."""
        return self.sides[0]


@dataclass(frozen=True, slots=True)
class Facing:
    """A line of a concordance: the sentence, what faces it, and the words lit on either side."""

    line: ConcordLine
    facing_spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Profile:
    """What the library knows of an entity.

    ``entries`` are the texts that name it, the newest first; ``companions`` what they name beside it.
    """

    entity: Entity
    articles: int
    mentions: int
    entries: tuple[Entry, ...]
    companions: tuple[LibraryEntity, ...]


@dataclass(frozen=True, slots=True)
class LookedUp:
    """A word of a text, its dictionary form and translations; ``has_book`` tells a gap from no dictionary."""

    lang: Lang
    span: Span
    word: str
    lemma: str
    translations: tuple[str, ...]
    has_book: bool


@dataclass(frozen=True, slots=True)
class Listing:
    """A list just opened: its length, some rows, where the row to stay on is, the library's version then."""

    entries: Entries
    total: int
    start: int
    rows: tuple[Entry, ...]
    counts: Counts
    position: int | None = None
    version: int = 0


def read_listing(
    library: LibraryPort, *, query: str = "", sort: str = "date", keep: str | None = None, near: int = 0
) -> Listing:
    """Open a list and read the rows around the one to keep, or around row ``near`` if that is gone."""
    version = library.data_version()
    entries = library.entries(query, sort=sort)
    position = entries.position(keep) if keep else None
    if position is None and near:
        position = min(near, max(0, len(entries) - 1))
    start = (position or 0) // BLOCK * BLOCK
    rows = entries.window(start, start + BLOCK)
    return Listing(entries, len(entries), start, rows, library.counts(), position, version)


def open_text(library: LibraryPort, text_id: str) -> Opened:
    """Read a pair, or an article with its partner if it has one; raises NotFoundError."""
    pair = _pair_id(library, text_id)
    if pair is None:
        alone = library.article(text_id)
        return Opened(text_id, (printable(alone),), position=library.position(text_id) or 0)
    from tui.pairing.facts import with_facts  # noqa: PLC0415 (on the desk's thread, at the first pair)

    bitext = with_facts(library.bitext(pair))
    sides = (printable(bitext.fr), printable(bitext.en))
    return Opened(pair, sides, bitext.pair, bitext.facts, _position(library, bitext.fr))


def _pair_id(library: LibraryPort, text_id: str) -> str | None:
    if text_id.startswith("p"):
        return text_id
    pair = library.pair_of(text_id)
    return pair.id if pair else None


def _position(library: LibraryPort, article: Article) -> int:
    if article.id is None:
        raise NotFoundError(tr("'{title}' is not in the library any more", title=article.title))
    return library.position(article.id) or 0


def printable(article: Article) -> Article:
    """Return the article with a text of the same length that holds nothing but printable characters."""
    shown = mask(article.text)
    return article if shown is article.text else replace(article, text=shown)
