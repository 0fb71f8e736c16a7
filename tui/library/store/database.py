"""The one door to ``library.db``: connections, transactions, waiting for another writer, errors in words."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tui.errors import DiskFullError, LibraryBusyError, LibraryError, StoreDamagedError, VisavisError
from tui.library.store.lock import POLL_SECONDS, Holder, Waiting
from tui.locale import tr
from tui.text.fold import fold

Record = tuple[Any, ...]
Values = Sequence[Any]

STEP_SECONDS = 2.0
"""How long SQLite waits for another writer's transaction before the reader is told."""

STORE = "library.db"
"""The file's name in the library's directory."""

PATIENCE_SECONDS = 600.0
"""Transactions take milliseconds: a writer that blocks for ten minutes is stuck."""

BATCH = 500
"""Rows fetched, and values bound, at a time: SQLite's oldest limit of bound values is 999."""

_PRAGMAS = (
    "PRAGMA synchronous = NORMAL",  # a power cut may cost the last moments, never the file
    "PRAGMA recursive_triggers = ON",  # REPLACE keeps the tallies right
    "PRAGMA temp_store = MEMORY",
)


class Database:
    """A SQLite file, used from any number of threads (a connection each) and processes."""

    def __init__(self, path: Path, waiting: Waiting | None = None) -> None:
        self.path = path
        self._waiting = waiting
        self._local = threading.local()
        self._all: list[sqlite3.Connection] = []
        self._guard = threading.Lock()

    @property
    def connection(self) -> sqlite3.Connection:
        """The connection of the thread that asks, opened at first use."""
        held: sqlite3.Connection | None = getattr(self._local, "connection", None)
        return held if held is not None else self._connect()

    def rows(self, sql: str, values: Values = ()) -> list[Record]:
        """Return all rows of a query."""
        with _in_words(self.path):
            return self.connection.execute(sql, values).fetchall()

    def row(self, sql: str, values: Values = ()) -> Record | None:
        """Return the first row of a query, or None."""
        with _in_words(self.path):
            found: Record | None = self.connection.execute(sql, values).fetchone()
            return found

    def value(self, sql: str, values: Values = ()) -> Any:
        """Return the first column of the first row, or None."""
        found = self.row(sql, values)
        return None if found is None else found[0]

    def column(self, sql: str, values: Values = ()) -> list[Any]:
        """Return the first column of all rows."""
        return [row[0] for row in self.rows(sql, values)]

    def each(self, sql: str, values: Values = ()) -> Iterator[Record]:
        """Yield the rows of a query, in batches, so that memory stays flat."""
        with _in_words(self.path):
            cursor = self.connection.execute(sql, values)
            while batch := cursor.fetchmany(BATCH):
                yield from batch

    def among(self, sql: str, ids: Iterable[Any]) -> list[Record]:
        """Return the rows of a query whose ``{}`` stands for a list of ids, however long that is."""
        wanted = list(ids)
        found: list[Record] = []
        for start in range(0, len(wanted), BATCH):
            part = wanted[start : start + BATCH]
            found += self.rows(sql.format(",".join("?" * len(part))), part)
        return found

    def run(self, sql: str, values: Values = ()) -> int:
        """Run one statement inside ``writing``; return how many rows it changed."""
        with _in_words(self.path):
            return self.connection.execute(sql, values).rowcount

    def insert(self, sql: str, values: Values = ()) -> int:
        """Run one INSERT inside ``writing``; return the new rowid."""
        with _in_words(self.path):
            return self.connection.execute(sql, values).lastrowid or 0

    def run_many(self, sql: str, values: Iterable[Values]) -> None:
        """Run one statement inside ``writing`` for each of ``values``."""
        with _in_words(self.path):
            self.connection.executemany(sql, values)

    def script(self, sql: str) -> None:
        """Run statements inside ``writing``, whole or not at all (unlike sqlite3's own executescript)."""
        pending = ""
        for line in sql.splitlines(keepends=True):
            pending += line
            if sqlite3.complete_statement(pending):
                self.run(pending)
                pending = ""

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Make what is done inside one transaction: all of it is kept, or nothing.

        Waits for another process's transaction and tells for whom. Inside another ``writing`` it joins it.
        Raises DiskFullError, LibraryBusyError, LibraryError.
        """
        if self._is_writing():
            yield
            return
        with _in_words(self.path):
            self._begin()
            try:
                yield
                self.connection.execute("UPDATE meta SET value = value + 1 WHERE name = 'generation'")
                self.connection.execute("COMMIT")
            except BaseException:
                if self._is_writing():
                    self.connection.execute("ROLLBACK")
                raise

    def copy_to(self, target: Path) -> None:
        """Write a consistent copy of the whole file to ``target``, while others read and write."""
        with _in_words(target):
            copy = sqlite3.connect(target)
            try:
                self.connection.backup(copy)
                copy.execute("PRAGMA journal_mode = DELETE")
            finally:
                copy.close()

    def copy_from(self, source: Path) -> None:
        """Replace the whole content by that of ``source``, in one go."""
        with _in_words(source):
            copy = sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)
            try:
                copy.backup(self.connection)
            finally:
                copy.close()

    def settle(self) -> None:
        """Fold the write-ahead log into the file, as far as readers let us."""
        with _in_words(self.path):
            self.connection.execute("PRAGMA wal_checkpoint(PASSIVE)")

    def close(self) -> None:
        """Close every thread's connection."""
        with self._guard:
            held, self._all = self._all, []
            for connection in held:
                connection.close()
        self._local = threading.local()

    def _is_writing(self) -> bool:
        return self.connection.in_transaction

    def _connect(self) -> sqlite3.Connection:
        with _in_words(self.path):
            connection = sqlite3.connect(
                self.path, timeout=STEP_SECONDS, isolation_level=None, check_same_thread=False
            )
            _patiently(connection, "PRAGMA journal_mode = WAL")  # readers never wait
            for pragma in _PRAGMAS:
                connection.execute(pragma)
            connection.create_function("fold", 1, _folded, deterministic=True)
        with self._guard:
            self._all.append(connection)
        self._local.connection = connection
        return connection

    def _begin(self) -> None:
        started = time.monotonic()
        told = False
        while True:
            try:
                self.connection.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as error:
                if not _is_busy(error) or time.monotonic() - started > PATIENCE_SECONDS:
                    raise
            else:
                return
            if not told and self._waiting is not None:
                self._waiting(Holder(0, ""))
            told = True


def _folded(text: str | None) -> str | None:
    return None if text is None else fold(text)


def examine(path: Path) -> tuple[bool, int]:
    """Return whether a file is a whole SQLite database, and its schema version, without touching it."""
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        whole = connection.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",)
        return whole, int(connection.execute("PRAGMA user_version").fetchone()[0])
    except sqlite3.DatabaseError:
        return False, 0
    finally:
        connection.close()


def _patiently(connection: sqlite3.Connection, sql: str) -> None:
    """Run what SQLite's own waiting does not cover: turning to WAL while another process opens the file."""
    started = time.monotonic()
    while True:
        try:
            connection.execute(sql)
        except sqlite3.OperationalError as error:
            if not _is_busy(error) or time.monotonic() - started > PATIENCE_SECONDS:
                raise
            time.sleep(POLL_SECONDS)
        else:
            return


@contextmanager
def _in_words(path: Path) -> Iterator[None]:
    try:
        yield
    except VisavisError:
        raise
    except sqlite3.Error as error:
        raise _wrapped(error, path) from error


def _wrapped(error: sqlite3.Error, path: Path) -> LibraryError:
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith("SQLITE_FULL"):
        return DiskFullError(
            tr("There is no room left to write {path}: free some space and try again.", path=path)
        )
    if _is_busy(error):
        return LibraryBusyError(tr("Another process is writing {path} and does not finish.", path=path))
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return StoreDamagedError(
            tr("{path} is damaged ({why}): `visavis doctor` says what can be done.", path=path, why=error)
        )
    if name.startswith(("SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_PERM", "SQLITE_IOERR")):
        return LibraryError(
            tr("{path} cannot be read or written ({why}): look at its permissions.", path=path, why=error)
        )
    return LibraryError(f"{path}: {error}")


def _is_busy(error: sqlite3.Error) -> bool:
    name = getattr(error, "sqlite_errorname", "") or ""
    return name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))
