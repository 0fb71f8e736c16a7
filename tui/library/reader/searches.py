"""Searches that the reader saved, and those made lately."""

from __future__ import annotations

import time

from tui.library.store.database import Database
from tui.library.store.undo import Scope, UndoRing
from tui.model.keeping import SavedSearch

HISTORY = 200
"""Searches remembered: more than anyone walks back through."""


class Searches:
    """Saved searches (undoable) and the search history."""

    def __init__(self, database: Database, ring: UndoRing) -> None:
        self._database = database
        self._ring = ring

    def saved(self) -> tuple[SavedSearch, ...]:
        """Return the saved searches by name."""
        return tuple(
            SavedSearch(*row)
            for row in self._database.rows("SELECT name, query FROM saved_searches ORDER BY name")
        )

    def save(self, name: str, query: str) -> None:
        """Keep a query under a name, in place of what bore it."""
        with self._ring.change(f"save {name}", (Scope("saved_searches", "name = ?", (name,)),)):
            values = (name, query, int(time.time()))
            self._database.run("INSERT OR REPLACE INTO saved_searches VALUES (?, ?, ?)", values)

    def rename(self, name: str, other: str) -> bool:
        """Give a saved search another name, in place of what bore it; tell whether there was one."""
        scope = Scope("saved_searches", "name IN (?, ?)", (name, other))
        with self._ring.change(f"rename {name}", (scope,)):
            sql = "UPDATE OR REPLACE saved_searches SET name = ? WHERE name = ?"
            return bool(self._database.run(sql, (other, name)))

    def forget(self, name: str) -> bool:
        """Drop a saved search; tell whether there was one."""
        with self._ring.change(f"forget {name}", (Scope("saved_searches", "name = ?", (name,)),)):
            return bool(self._database.run("DELETE FROM saved_searches WHERE name = ?", (name,)))

    def remember(self, query: str) -> None:
        """Put a query at the head of the history."""
        with self._database.writing():
            values = (query, time.time_ns() // 1000)
            self._database.run("INSERT OR REPLACE INTO search_history VALUES (?, ?)", values)
            self._database.run(
                "DELETE FROM search_history WHERE at <= (SELECT at FROM search_history"
                " ORDER BY at DESC LIMIT 1 OFFSET ?)",
                (HISTORY,),
            )

    def history(self, limit: int = HISTORY) -> tuple[str, ...]:
        """Return the queries made lately, the last first."""
        sql = "SELECT query FROM search_history ORDER BY at DESC LIMIT ?"
        return tuple(self._database.column(sql, (limit,)))
