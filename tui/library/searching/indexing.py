"""Keeping the search index in step with the store, whatever happens to it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from tui.errors import DiskFullError, IndexDamagedError, LibraryBusyError, LibraryError
from tui.library.index import DAMAGED, IndexedArticle, SearchIndex, create_index, open_index, rebuild_index
from tui.library.store.database import Database, Record
from tui.library.store.lock import RunLock
from tui.locale import tr
from tui.model.keeping import Finding, Level
from tui.model.listing import Progress

BATCH = 500
"""Articles a commit takes in: enough to make its cost small, few enough to hold in memory."""

BULK_JOBS = 2
"""Processes that rebuild an index."""

_BODY = (
    "SELECT a.id, a.lang, a.title, b.text, a.day, a.moment, a.hash"
    " FROM articles a JOIN bodies b ON b.article = a.id"
)


class Indexing:
    """The index of one library: opened at the first search, rebuilt when it cannot be."""

    def __init__(self, directory: Path, database: Database, lock: RunLock) -> None:
        self._directory = directory
        self._database = database
        self._lock = lock
        self._index: SearchIndex | None = None
        self._loader: threading.Thread | None = None
        self._guard = threading.Lock()
        self._is_given_up = threading.Event()
        self.trouble: str | None = None

    def ready(self) -> SearchIndex:
        """Return the index with what is waiting taken in, if it can be; raises IndexDamagedError.

        Where there is no room for that, what it held before is searched, and ``trouble`` says so.
        """
        opened = self.opened()
        if opened is None:
            raise IndexDamagedError(self.trouble or tr("The search index cannot be read."))
        try:
            self.sync(wait=False)
        except DiskFullError as error:
            self.trouble = str(error)
        opened.refresh()
        return opened

    def opened(self) -> SearchIndex | None:
        """Return the index, or None when it has to be rebuilt; ``trouble`` says why then."""
        with self._guard:
            if self._index is None:
                try:
                    self._index = self._checked(open_index(self._directory))
                    self.trouble = None
                except IndexDamagedError as error:
                    self.trouble = str(error)
            return self._index

    def _checked(self, opened: SearchIndex) -> SearchIndex:
        """Return an index unless it holds articles that there never were: its columns are damaged then."""
        ever = self._database.value("SELECT seq FROM sqlite_sequence WHERE name = 'identities'") or 0
        if opened.highest() <= ever:
            return opened
        opened.close()
        raise IndexDamagedError(tr(DAMAGED, directory=self._directory))

    def typing(self) -> SearchIndex | None:
        """Return the index once typing can use it, else None while a thread gets it ready."""
        if self._index is not None and self._index.is_loaded:
            self._index.refresh()
            return self._index
        if self._loader is None or not self._loader.is_alive():
            self._loader = threading.Thread(target=self.load, name="vocabulary", daemon=True)
            self._loader.start()
        return None

    def load(self) -> None:
        """Open the index and read its vocabulary; an index that cannot be read is left to ``ready``."""
        opened = self.opened()
        try:
            if opened is not None:
                opened.load()
        except IndexDamagedError as error:
            self.lose(error)

    def lose(self, error: IndexDamagedError) -> None:
        """Let go of an index found to be damaged."""
        with self._guard:
            self._index = None
            self.trouble = str(error)

    def sync(self, *, wait: bool = True) -> int:
        """Take in what changed in the store; return how many articles.

        Not to ``wait`` leaves it to the run that is at work, if there is one.
        """
        if not self._pending():
            return 0
        try:
            with self._lock.hold(None if wait else 0.0):
                return self._taken_in()
        except LibraryBusyError:
            return 0

    def rebuild(self) -> Iterator[Progress]:
        """Make the index anew from the store, yielding how far that is."""
        with self._lock.hold():
            total = int(self._database.value("SELECT COUNT(*) FROM articles"))
            with self._database.writing():
                self._database.run("UPDATE articles SET indexed = 0 WHERE indexed = 1")
                self._database.run("DELETE FROM unindexed")
            for done in self._rebuilding():
                yield Progress("indexing", done, total)
            yield Progress("indexing", total, total)

    def findings(self) -> Iterator[Finding]:
        """Yield what is wrong with the index."""
        remedy = tr("`visavis reindex` makes it anew.")
        try:
            opened = self._checked(open_index(self._directory))
        except IndexDamagedError as error:
            yield Finding(Level.FAULT, str(error), remedy, fixable=True)
            return
        try:
            yield self._counted(opened, remedy)
        finally:
            opened.close()

    def close(self) -> None:
        """Let go of the index."""
        if self._loader is not None:
            self._loader.join()
        with self._guard:
            if self._index is not None:
                self._index.close()
            self._index = None

    def _counted(self, opened: SearchIndex, remedy: str) -> Finding:
        held, wanted = opened.count(), self._database.value("SELECT COUNT(*) FROM articles WHERE indexed = 1")
        if held < wanted:
            return Finding(
                Level.FAULT,
                tr("The search index holds {held} of {wanted} articles.", held=held, wanted=wanted),
                remedy,
                fixable=True,
            )
        if held > wanted + self._database.value("SELECT COUNT(*) FROM unindexed"):
            return Finding(
                Level.FAULT,
                tr("The search index holds {held} articles, the store {wanted}.", held=held, wanted=wanted),
                remedy,
                fixable=True,
            )
        waiting = self._pending()
        if waiting:
            return Finding(
                Level.NOTICE,
                tr("{waiting} changes wait to be indexed.", waiting=waiting),
                tr("The next search takes them in."),
            )
        return Finding(Level.GOOD, tr("The search index holds {held} articles.", held=held))

    def _pending(self) -> int:
        sql = "SELECT (SELECT COUNT(*) FROM articles WHERE indexed = 0) + (SELECT COUNT(*) FROM unindexed)"
        return int(self._database.value(sql))

    def _taken_in(self) -> int:
        index = self.opened()
        if index is None:
            index = self._index = create_index(self._directory)
            with self._database.writing():
                self._database.run("UPDATE articles SET indexed = 0 WHERE indexed = 1")
        taken = 0
        while True:
            rows = self._database.rows(f"{_BODY} WHERE a.indexed = 0 ORDER BY a.id LIMIT ?", (BATCH,))
            gone = self._database.column("SELECT article FROM unindexed ORDER BY article")
            if not rows and not gone:
                return taken
            try:
                index.write(map(_indexed, rows), gone)
            except IndexDamagedError as error:
                self.lose(error)
                raise
            self._mark(rows, gone)
            taken += len(rows)

    def _rebuilding(self) -> Iterator[int]:
        """Yield how many articles a rebuilding, in a thread of its own, has taken in."""
        told: SimpleQueue[int | BaseException | None] = SimpleQueue()
        worker = threading.Thread(target=self._rebuilt, args=(told,), name="rebuilding")
        self._is_given_up.clear()
        worker.start()
        try:
            while (step := told.get()) is not None:
                if isinstance(step, BaseException):
                    raise step
                yield step
        finally:  # interrupted, or left: nothing more is read
            self._is_given_up.set()
            worker.join()

    def _rebuilt(self, told: SimpleQueue[Any]) -> None:
        try:
            held: list[Record] = []
            index, articles = self.opened(), self._every(held)
            tell = self._unless_given_up(told.put)
            if index is None:
                index = rebuild_index(self._directory, articles, BULK_JOBS, tell)
            else:
                index.rebuild(articles, workers=BULK_JOBS, told=tell)
            self._mark(held, ())
            with self._guard:
                self._index, self.trouble = index, None
        except Exception as error:  # noqa: BLE001 - raised again by who waits for the thread
            told.put(error)
        else:
            told.put(None)

    def _unless_given_up(self, tell: Callable[[int], None]) -> Callable[[int], None]:
        def told(done: int) -> None:
            if self._is_given_up.is_set():
                raise LibraryError(tr("The search index was not finished."))
            tell(done)

        return told

    def _every(self, held: list[Record]) -> Iterator[IndexedArticle]:
        """Yield all articles, noting in ``held`` what tells later whether one changed meanwhile."""
        for row in self._database.each(f"{_BODY} ORDER BY a.id"):
            held.append((*row[:3], "", *row[4:]))
            yield _indexed(row)

    def _mark(self, rows: Iterable[Record], gone: Iterable[int]) -> None:
        """Note what the index holds now; what changed meanwhile stays to be taken in."""
        same = (
            "UPDATE articles SET indexed = 1"
            " WHERE id = ? AND lang = ? AND title = ? AND day IS ? AND hash = ?"
        )
        with self._database.writing():
            self._database.run_many(same, [(*row[:3], row[4], row[6]) for row in rows])
            self._database.run_many("DELETE FROM unindexed WHERE article = ?", [(one,) for one in gone])


def _indexed(row: Record) -> IndexedArticle:
    number, lang, title, text, day, moment, _ = row
    return IndexedArticle(
        number, lang, title, text, date.fromisoformat(day).toordinal() if day else 0, moment
    )
