"""Read and unread, stars, tags, and where the reader stopped."""

from __future__ import annotations

import time
from collections.abc import Sequence

from tui.errors import UsageError
from tui.library.store.database import Database
from tui.library.store.undo import UndoRing, scopes_of
from tui.locale import tr
from tui.text.printable import clean_line

_STATES = {"read": ("read", 1), "unread": ("read", 0), "star": ("starred", 1), "unstar": ("starred", 0)}

WORDS = (*_STATES, "tag:X", "untag:X")
"""What ``mark`` understands."""


class Marks:
    """The reader's marks on articles, all undoable but the position."""

    def __init__(self, database: Database, ring: UndoRing) -> None:
        self._database = database
        self._ring = ring

    def opened(self, articles: Sequence[int]) -> None:
        """Mark articles as read because they are: no change of the reader's own, so nothing to undo."""
        rows = [(one,) for one in articles]
        with self._database.writing():
            self._database.run_many(
                "INSERT INTO state (article, read) VALUES (?, 1) ON CONFLICT (article) DO UPDATE SET read = 1"
                " WHERE read = 0",
                rows,
            )

    def mark(self, articles: Sequence[int], what: str) -> int:
        """Mark articles by number; return how many changed. Raises UsageError for an unknown mark."""
        if what in _STATES:
            return self._turn(articles, *_STATES[what], label=what)
        verb, _, name = what.partition(":")
        tag = clean_line(name).strip()
        if verb not in ("tag", "untag") or not tag:
            raise UsageError(
                tr("“{what}” is not a mark: use one of {words}.", what=what, words=", ".join(WORDS))
            )
        return self._tag(articles, tag) if verb == "tag" else self._untag(articles, tag)

    def tags(self) -> tuple[tuple[str, int], ...]:
        """Return all tags with how many articles carry them."""
        return tuple(self._database.rows("SELECT tag, COUNT(*) FROM tags GROUP BY tag ORDER BY tag"))

    def position(self, article: int) -> int | None:
        """Return the segment at which the reader stopped, or None."""
        found: int | None = self._database.value(
            "SELECT segment FROM positions WHERE article = ?", (article,)
        )
        return found

    def set_position(self, article: int, segment: int) -> None:
        """Keep the segment at which the reader stopped."""
        with self._database.writing():
            self._database.run(
                "INSERT OR REPLACE INTO positions VALUES (?, ?, ?)", (article, segment, int(time.time()))
            )

    def _turn(self, articles: Sequence[int], column: str, value: int, *, label: str) -> int:
        with self._database.writing():
            sql = f"SELECT article FROM state WHERE {column} = 1 AND article IN ({{}})"
            on = {row[0] for row in self._database.among(sql, articles)}
            changed = [one for one in articles if (one in on) != bool(value)]
            with self._ring.change(label, scopes_of("state", "article", changed)):
                self._database.run_many(
                    f"INSERT INTO state (article, {column}) VALUES (?, ?)"
                    f" ON CONFLICT (article) DO UPDATE SET {column} = excluded.{column}",
                    [(one, value) for one in changed],
                )
        return len(changed)

    def _tag(self, articles: Sequence[int], tag: str) -> int:
        with self._database.writing():
            changed = sorted(set(articles) - self._tagged(tag))
            with self._ring.change(f"tag:{tag}", scopes_of("tags", "article", changed)):
                self._database.run_many("INSERT INTO tags VALUES (?, ?)", [(tag, one) for one in changed])
        return len(changed)

    def _untag(self, articles: Sequence[int], tag: str) -> int:
        with self._database.writing():
            changed = sorted(set(articles) & self._tagged(tag))
            with self._ring.change(f"untag:{tag}", scopes_of("tags", "article", changed)):
                self._database.run_many(
                    "DELETE FROM tags WHERE tag = ? AND article = ?", [(tag, one) for one in changed]
                )
        return len(changed)

    def _tagged(self, tag: str) -> set[int]:
        return set(self._database.column("SELECT article FROM tags WHERE tag = ?", (tag,)))
