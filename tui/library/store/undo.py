"""The undo ring: before a change its rows are kept, and put back when it is undone.

A change names the rows that it may touch, by table and condition. Undoing deletes whatever meets the
condition then and inserts what met it before: the same few lines undo every change there is.
"""

from __future__ import annotations

import base64
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from tui.frozen import dataclass
from tui.library.store.codec import pack, unpack
from tui.library.store.database import BATCH, Database

LEVELS = 50
"""Changes that can be taken back: a long session's worth."""

RING_BYTES = 64 * 1024 * 1024
"""Deleted articles weigh: beyond this the oldest changes are forgotten, but never the last one."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Rows of ``table`` that meet the condition ``where``, given its ``values``."""

    table: str
    where: str
    values: tuple[Any, ...] = ()


def scopes_of(table: str, column: str, ids: Iterable[Any]) -> tuple[Scope, ...]:
    """Return scopes of the rows whose ``column`` is among ``ids``, in portions that SQLite can bind."""
    wanted = list(ids)
    parts = [tuple(wanted[start : start + BATCH]) for start in range(0, len(wanted), BATCH)]
    return tuple(Scope(table, f"{column} IN ({','.join('?' * len(part))})", part) for part in parts)


class UndoRing:
    """The changes that the reader made, newest last, kept with the library."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @contextmanager
    def change(self, label: str, scopes: Sequence[Scope], articles: Iterable[int] = ()) -> Iterator[None]:
        """Make what is done inside one undoable transaction.

        ``articles`` are those whose lines in the list, pairing or indexing it touches; marks touch none.
        """
        with self._database.writing():
            before = [self._held(scope) for scope in scopes]
            yield
            if before != [self._held(scope) for scope in scopes]:
                self._keep(label, scopes, before, articles)

    def undo(self) -> tuple[str, tuple[int, ...]] | None:
        """Take the last change back; return its label and the articles it touched, or None.

        Runs inside the caller's ``writing``.
        """
        found = self._database.row("SELECT id, label, data FROM undo ORDER BY id DESC LIMIT 1")
        if found is None:
            return None
        number, label, data = found
        held = unpack(data)
        for table, where, values, columns, rows in held["scopes"]:
            self._put_back(Scope(table, where, tuple(map(_back, values))), columns, rows)
        self._database.run("DELETE FROM undo WHERE id = ?", (number,))
        return label, tuple(held["articles"])

    def touches(self) -> tuple[int, ...]:
        """Return the articles that undoing the last change would touch."""
        data = self._database.value("SELECT data FROM undo ORDER BY id DESC LIMIT 1")
        return () if data is None else tuple(unpack(data)["articles"])

    def labels(self) -> tuple[str, ...]:
        """Return what can be undone, the last change first."""
        return tuple(self._database.column("SELECT label FROM undo ORDER BY id DESC"))

    def _held(self, scope: Scope) -> list[tuple[Any, ...]]:
        return self._database.rows(f"SELECT * FROM {scope.table} WHERE {scope.where}", scope.values)

    def _columns(self, table: str) -> list[str]:
        return self._database.column(f"SELECT name FROM pragma_table_info('{table}')")

    def _keep(
        self,
        label: str,
        scopes: Sequence[Scope],
        before: list[list[tuple[Any, ...]]],
        articles: Iterable[int],
    ) -> None:
        kept = [
            [
                scope.table,
                scope.where,
                _plain(scope.values),
                self._columns(scope.table),
                [_plain(r) for r in rows],
            ]
            for scope, rows in zip(scopes, before, strict=True)
        ]
        data = pack({"scopes": kept, "articles": list(articles)})
        sql = "INSERT INTO undo (label, at, data) VALUES (?, ?, ?)"
        self._database.run(sql, (label, int(time.time()), data))
        self._forget()

    def _forget(self) -> None:
        sizes = self._database.rows("SELECT id, length(data) FROM undo ORDER BY id DESC")
        total = 0
        for place, (number, size) in enumerate(sizes):
            total += size
            if place and (place >= LEVELS or total > RING_BYTES):
                self._database.run("DELETE FROM undo WHERE id <= ?", (number,))
                return

    def _put_back(self, scope: Scope, columns: list[str], rows: list[list[Any]]) -> None:
        self._database.run(f"DELETE FROM {scope.table} WHERE {scope.where}", scope.values)
        marks = ",".join("?" * len(columns))
        sql = f"INSERT OR REPLACE INTO {scope.table} ({','.join(columns)}) VALUES ({marks})"
        self._database.run_many(sql, ([_back(value) for value in row] for row in rows))


def _plain(values: Iterable[Any]) -> list[Any]:
    return [[base64.b64encode(value).decode()] if isinstance(value, bytes) else value for value in values]


def _back(value: Any) -> Any:
    return base64.b64decode(value[0]) if isinstance(value, list) else value
