"""The library as the app and the command line see it: one door, and the rooms behind it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from pkgutil import resolve_name
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from tui.errors import LibraryError, NotFoundError, UsageError, reason
from tui.library.entries import EntryList, all_entries, entries_where, unsorted
from tui.library.ids import article_id, is_id, number
from tui.library.reader.beads import Beads
from tui.library.reading import ROW_ORDERS
from tui.library.rooms import Rooms
from tui.library.store.database import STORE, Database
from tui.library.store.lock import RunLock, Waiting
from tui.library.store.migrations import migrate
from tui.locale import tr
from tui.model.article import Article, Lang
from tui.model.listing import Counts, Hit, Outcome, Progress, Row
from tui.model.pair import Bead, Bitext, Pair, Story
from tui.paths import PRIVATE

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from tui.library.headings import GroupedEntries
    from tui.library.reader.corrections import Edit
    from tui.model.keeping import (
        ConcordLine,
        Corrections,
        Facet,
        Feed,
        Finding,
        LibraryEntity,
        Note,
    )

LOCK = "library.lock"

ADDING = "tui.pipeline:add"
OPTIONS = "tui.pipeline:AddOptions"
FACING = "tui.pipeline:face"
AGAIN = "tui.pipeline:again"
SYNCING = "tui.pipeline.feeds.syncing:sync"
"""Seams: what adds and what aligns is named, not imported, for the arrows point down."""

Selection = str | Sequence[str]
"""Articles: a query, an id (of an article, a pair or a story), or a sequence of ids."""


class Library(Rooms):
    """A library directory, open. Any number of processes and threads may read and write it at once.

    The rooms: ``reading``, ``writing`` (the pipeline's), ``marks``, ``notes``, ``corrections``, ``feeds``,
    ``searches``, ``searching``, ``care``; the methods here are the ones that app and command line share.
    """

    @classmethod
    def open(cls, path: Path | str, *, create: bool = True, waiting: Waiting | None = None) -> Self:
        """Open the library in a directory, made when missing if ``create``; raises LibraryError.

        ``waiting`` is told, once a wait, for whom a writer has to wait.
        """
        directory = Path(path)
        _prepare(directory, create=create)
        lock = RunLock(directory / LOCK, waiting)
        database = Database(directory / STORE, _named_by(lock, waiting))
        try:
            migrate(database)
        except LibraryError:
            database.close()
            raise
        return cls(directory, database, lock)

    def close(self) -> None:
        """Close the library; what was written is on disk already."""
        self.searching.close()
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def data_version(self) -> int:
        """Return a number that grows with every change, whoever makes it: an open app looks at it."""
        return int(self._database.value("SELECT value FROM meta WHERE name = 'generation'"))

    # adding

    def add(
        self,
        sources: str | Path | Iterable[str | Path],
        *,
        jobs: int = 1,
        executor: Executor | None = None,
        **options: Any,
    ) -> tuple[Outcome, ...]:
        """Add files, folders, addresses, or just one; return one outcome an article.

        ``options`` are those of tui.pipeline.AddOptions, ``jobs`` and ``executor`` as in tui.pipeline.add.
        """
        given = (sources,) if isinstance(sources, str | Path) else sources
        made = resolve_name(OPTIONS)(**options)
        steps = resolve_name(ADDING)(self, map(str, given), made, jobs=jobs, executor=executor)
        return tuple(step for step in steps if isinstance(step, Outcome))

    # reading

    def counts(self) -> Counts:
        """Return how much the library holds."""
        return self.reading.counts()

    def rows(
        self, query: str = "", *, sort: str = "date", limit: int | None = None, offset: int = 0
    ) -> tuple[Row, ...]:
        """Return the articles that a query chooses; raises UsageError for an unknown sort."""
        if sort not in ROW_ORDERS:
            raise unsorted(sort, ROW_ORDERS)
        where, values = self.searching.condition(query)
        return self.reading.rows(where, values, sort=sort, limit=limit, offset=offset)

    def entries(self, query: str = "", *, sort: str = "date") -> EntryList:
        """Return the lines of the library screen, read by windows; raises UsageError for an unknown sort."""
        if not query.strip():
            return all_entries(self._database, sort)
        where, values = self.searching.condition(query)
        return entries_where(self._database, where, values, sort)

    def grouped(self, by: str, query: str = "", *, sort: str = "date") -> GroupedEntries:
        """Return the lines by ``month`` or ``story``, sorted within; raises UsageError."""
        from tui.library.headings import grouped  # noqa: PLC0415 (only readers who group pay for it)

        return grouped(self._database, by, *self.searching.condition(query), sort=sort)

    def article(self, public: str) -> Article:
        """Return an article; raises NotFoundError."""
        return self.reading.article(public)

    def bitext(self, public: str) -> Bitext:
        """Return a pair opened for reading, by its id or an article's; raises NotFoundError."""
        return self.reading.bitext(public)

    def pair_of(self, public: str) -> Pair | None:
        """Return the pair that an article is in, or None."""
        return self.reading.pair_of(public)

    def pairs(self) -> Iterator[Pair]:
        """Yield all pairs."""
        return self.reading.pairs()

    def stories(self) -> tuple[Story, ...]:
        """Return all stories, the latest first."""
        return self.reading.stories()

    def story(self, public: str) -> Story:
        """Return a story; raises NotFoundError."""
        return self.reading.story(public)

    def entities(self, query: str = "") -> tuple[LibraryEntity, ...]:
        """Return the things that the chosen articles name, those in most articles first."""
        return self.reading.entities(*self.searching.condition(query))

    # searching

    def search(self, query: str, *, limit: int = 20, across: bool = False) -> tuple[Hit, ...]:
        """Return the best hits of a query; ``across`` adds what matches in the other language."""
        return self.searching.search(query, limit=limit, across=across)

    def suggest(self, text: str, limit: int = 20) -> tuple[Hit, ...]:
        """Return hits for what the reader is typing, fast rather than complete."""
        return self.searching.suggest(text, limit)

    def expect_typing(self) -> None:
        """Begin to load what ``suggest`` needs, on a thread of its own."""
        self.searching.index.typing()

    def more_like(self, public: str, limit: int = 20) -> tuple[Hit, ...]:
        """Return the articles most like one; raises NotFoundError."""
        return self.searching.like(public, limit)

    def did_you_mean(self, query: str) -> str | None:
        """Return a query with unknown words spelled better, or None."""
        return self.searching.did_you_mean(query)

    def concord(self, query: str) -> Iterator[ConcordLine]:
        """Yield the sentences that match a query, each with what faces it, the surest beads first."""
        return self.searching.concord(query)

    def facets(self, query: str = "") -> dict[str, tuple[Facet, ...]]:
        """Return sources, languages, kinds, entities and months of the chosen articles, with counts."""
        return self.searching.facets(query)

    # the reader's own

    def chosen(self, selection: Selection) -> list[int]:
        """Return the numbers of the articles that a selection means; raises NotFoundError, UsageError."""
        if not isinstance(selection, str):
            return list(dict.fromkeys(one for public in selection for one in self.reading.named(public)))
        if any(is_id(selection, letter) for letter in "aps"):
            return self.reading.named(selection)
        if selection.strip() != "*" and self.searching.parsed(selection).tree is None:
            raise UsageError(
                tr("The query “{selection}” asks for nothing: '*' is everything.", selection=selection)
            )
        where, values = self.searching.condition(selection)
        return self._database.column(f"SELECT a.id FROM articles a WHERE {where} ORDER BY a.id", values)

    def mark(self, selection: Selection, what: str) -> int:
        """Mark ``read unread star unstar tag:X untag:X``; return how many articles changed."""
        return self.marks.mark(self.chosen(selection), what)

    def opened(self, ids: Iterable[str]) -> None:
        """Mark articles as read that are opened for reading; undoing passes over it."""
        self.marks.opened([number(public, "a") for public in ids])

    def position(self, public: str) -> int | None:
        """Return the segment at which the reader left an article, or None."""
        return self.marks.position(number(public, "a"))

    def set_position(self, public: str, segment: int) -> None:
        """Keep the segment at which the reader leaves an article."""
        self.marks.set_position(number(public, "a"), segment)

    def undo(self) -> str | None:
        """Take the last change back; return what it was, or None when there is none left."""
        return self.corrections.undone()

    def undo_labels(self) -> tuple[str, ...]:
        """Return what can be undone, the last change first."""
        return self._ring.labels()

    # corrections

    def pair(self, one: str, other: str) -> Pair:
        """Make two articles a pair for good (in whichever order); a pair that stands is kept for good."""
        fr, en = self._sides(one, other)
        held = self.reading.pair_of(fr)
        if held is None or held.en != en:
            held = resolve_name(FACING)(self, fr, en)
        self.corrections.join(number(fr, "a"), number(en, "a"), held)
        joined = self.reading.pair_of(fr)
        if joined is None:
            raise NotFoundError(tr("The pair of {fr} and {en} was taken apart meanwhile.", fr=fr, en=en))
        return joined

    def unpair(self, public: str) -> Pair:
        """Take a pair (its id or an article's) apart for good; return what it was. Raises NotFoundError."""
        held = self.bitext(public).pair
        self.corrections.part(number(held.fr, "a"), number(held.en, "a"))
        return held

    def edit(self, public: str, **fields: Edit) -> Row:
        """Correct ``title published lang source byline`` of an article; return its row.

        In another language it is worked out anew. Raises UsageError, NotFoundError.
        """
        held = number(public, "a")
        self.corrections.edit(held, fields, self._worked_out(public, fields.get("lang")))
        return self.reading.rows_of((held,))[held]

    def note(self, public: str, text: str, segment: int | None = None) -> Note:
        """Keep a note on an article, or on one of its segments; raises NotFoundError."""
        return self.notes.add(self.reading.named(public)[0], text, segment)

    def notes_of(self, public: str) -> tuple[Note, ...]:
        """Return the notes on an article."""
        return self.notes.of(number(public, "a"))

    def edit_beads(self, public: str, beads: Sequence[Bead]) -> Pair:
        """Set the rows of a pair right, each segment in exactly one; raises UsageError."""
        held = self.bitext(public).pair
        Beads(self._database).edit(held, beads, self._ring)
        return self.bitext(public).pair

    def corrections_of(self, public: str) -> Corrections:
        """Return everything the reader corrected on an article and on its pair."""
        held = number(public, "a")
        pair = self.reading.pair_of(public)
        beads = () if pair is None else Beads(self._database).kept(pair)
        choices = self.corrections.choices(held)
        from tui.model.keeping import Corrections  # noqa: PLC0415 (lists need none)

        return Corrections(self.corrections.edits(held), choices, beads, self.notes.of(held))

    def correct_entity(self, entity: str, action: str, value: str | None = None) -> None:
        """Say of an entity its ``kind``, that it is the ``same`` as another, or ``ignore`` it."""
        self.corrections.entity(entity, action, value)

    def remove(self, selection: Selection) -> int:
        """Delete articles; return how many. ``undo`` brings them back."""
        return self.corrections.remove(self.chosen(selection))

    # feeds

    def feed_list(self) -> tuple[Feed, ...]:
        """Return the subscriptions."""
        return self.feeds.all()

    def add_feed(self, url: str, title: str | None = None, **settings: Any) -> bool:
        """Subscribe; tell whether the feed is new."""
        return self.feeds.add(url, title, **settings)

    def sync(self, urls: Sequence[str] = (), **options: Any) -> Iterator[Progress | Outcome]:
        """Fetch what is due of the subscriptions, or ``urls``, and add it, yielding progress and outcomes.

        ``options`` as in tui.pipeline.feeds.syncing.sync.
        """
        steps: Iterator[Progress | Outcome] = resolve_name(SYNCING)(self, urls, **options)
        return steps

    def remove_feed(self, url: str) -> None:
        """Unsubscribe; raises NotFoundError."""
        self.feeds.remove(url)

    # care

    def reindex(self) -> Iterator[Progress]:
        """Make the search index anew from the store, yielding progress."""
        return self.searching.rebuild()

    def doctor(self) -> tuple[Finding, ...]:
        """Return what is wrong with the library, and what is good to know."""
        return (*self.care.findings(), *self.searching.findings())

    def repair(self) -> tuple[Finding, ...]:
        """Mend what can be mended; return what is found afterwards."""
        with self.lock.hold():
            self.care.repair()
            for _ in self.searching.rebuild():
                pass
        return self.doctor()

    def backup(self, target: Path | str) -> None:
        """Write the library to one file that does not exist yet."""
        self.care.backup(Path(target))

    def restore(self, source: Path | str) -> None:
        """Put a backup in place of all that the library holds."""
        with self.lock.hold():
            self.care.restore(Path(source))
            for _ in self.searching.rebuild():
                pass

    def _worked_out(self, public: str, lang: Edit) -> Callable[[], str] | None:
        """Return what puts an article as it is in another language, if it is to be in another."""
        article = self.reading.article(public)
        if lang not in ("fr", "en") or lang == article.lang:
            return None
        anew, features = resolve_name(AGAIN)(self, public, Lang(str(lang)))
        known = self.writing.known(article.key) or b""
        return lambda: self.writing.put(anew, known, features)

    def _sides(self, one: str, other: str) -> tuple[str, str]:
        found = self.reading.rows_of((number(one, "a"), number(other, "a")))
        sides = {str(row.lang): article_id(held) for held, row in found.items()}
        if len(found) < 2:
            raise NotFoundError(tr("The library does not hold both {one} and {other}.", one=one, other=other))
        if set(sides) != {"fr", "en"}:
            message = tr(
                "{fr} and {en} are in one language: a pair is one French and one English.", fr=one, en=other
            )
            raise UsageError(message)
        return sides["fr"], sides["en"]


def _named_by(lock: RunLock, waiting: Waiting | None) -> Waiting | None:
    """Return what tells for whom a single change waits: for the run that is at work, if there is one."""
    return None if waiting is None else lambda unknown: waiting(lock.holder() or unknown)


def _prepare(directory: Path, *, create: bool) -> None:
    if not create and not (directory / STORE).is_file():
        raise LibraryError(tr("There is no library in {directory}.", directory=directory))
    try:
        directory.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
        if not any(directory.iterdir()):
            directory.chmod(PRIVATE)
        store = directory / STORE
        if not store.exists():
            os.close(os.open(store, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600))
    except OSError as error:
        raise LibraryError(
            tr("{directory} cannot hold a library: {why}.", directory=directory, why=reason(error))
        ) from error
