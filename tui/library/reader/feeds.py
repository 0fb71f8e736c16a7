"""Subscriptions, what fetching them left behind, and which of their articles may go."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, datetime, timedelta
from typing import Any

from tui.errors import InputError, NotFoundError
from tui.library.store.database import Database
from tui.library.store.undo import Scope, UndoRing
from tui.locale import tr
from tui.model.keeping import Feed
from tui.text.printable import has_credentials, shown_address

_COLUMNS = ", ".join(field.name for field in fields(Feed) if field.name != "articles")
_MOMENTS = ("last_sync", "next_sync")
_CHANGEABLE = frozenset(field.name for field in fields(Feed)) - {"url", "articles"}

_EXPENDABLE = (
    " AND NOT EXISTS (SELECT 1 FROM state WHERE article = a.id AND starred = 1)"
    " AND NOT EXISTS (SELECT 1 FROM tags WHERE article = a.id)"
    " AND NOT EXISTS (SELECT 1 FROM notes WHERE article = a.id)"
    " AND NOT EXISTS (SELECT 1 FROM bookmarks WHERE article = a.id)"
    " AND NOT EXISTS (SELECT 1 FROM pairs WHERE manual = 1 AND (fr = a.id OR en = a.id))"
)
"""What the reader starred, tagged, noted or paired by hand is never dropped."""


class Feeds:
    """The library's subscriptions; adding and removing them is undoable."""

    def __init__(self, database: Database, ring: UndoRing) -> None:
        self._database = database
        self._ring = ring

    def all(self) -> tuple[Feed, ...]:
        """Return all subscriptions by title."""
        sql = (
            f"SELECT {_COLUMNS}, (SELECT COUNT(*) FROM feed_articles WHERE feed = url) FROM feeds"
            " ORDER BY COALESCE(title, url)"
        )
        return tuple(map(_feed, self._database.rows(sql)))

    def get(self, url: str) -> Feed:
        """Return a subscription; raises NotFoundError."""
        found = [feed for feed in self.all() if feed.url == url]
        if not found:
            raise NotFoundError(tr("There is no subscription to {url}.", url=shown_address(url)))
        return found[0]

    def add(self, url: str, title: str | None = None, **settings: Any) -> bool:
        """Subscribe; tell whether the feed is new. ``settings`` are fields of Feed.

        Raises InputError for an address with a password: it would be kept and shown.
        """
        if has_credentials(url):
            why = "{url}: addresses with a user name or a password are not fetched"
            raise InputError(tr(why, url=shown_address(url)))
        with self._ring.change(f"subscribe {url}", (Scope("feeds", "url = ?", (url,)),)):
            sql = "INSERT OR IGNORE INTO feeds (url, title) VALUES (?, ?)"
            new = bool(self._database.run(sql, (url, title)))
            if settings:
                self.update(url, **settings)
        return new

    def remove(self, url: str) -> None:
        """Unsubscribe, keeping the articles; raises NotFoundError."""
        self.get(url)
        scopes = (Scope("feeds", "url = ?", (url,)), Scope("feed_articles", "feed = ?", (url,)))
        with self._ring.change(f"unsubscribe {url}", scopes):
            self._database.run("DELETE FROM feeds WHERE url = ?", (url,))
            self._database.run("DELETE FROM feed_articles WHERE feed = ?", (url,))

    def update(self, url: str, **state: Any) -> None:
        """Set fields of a subscription: what the last fetching left, or what the reader wants of it."""
        unknown = set(state) - _CHANGEABLE
        if unknown:
            raise TypeError(f"a feed has no field {', '.join(sorted(unknown))}")
        columns = ", ".join(f"{name} = ?" for name in state)
        values = [held.isoformat() if isinstance(held, datetime) else held for held in state.values()]
        with self._database.writing():
            self._database.run(f"UPDATE feeds SET {columns} WHERE url = ?", (*values, url))

    def link(self, url: str, article: int) -> None:
        """Note that an article came through a feed."""
        with self._database.writing():
            self._database.run("INSERT OR IGNORE INTO feed_articles VALUES (?, ?)", (url, article))

    def expired(self, url: str, now: datetime) -> tuple[int, ...]:
        """Return the articles beyond what the feed is to keep, but for those the reader holds dear."""
        feed = self.get(url)
        sql = (
            "SELECT a.id, a.moment FROM feed_articles f JOIN articles a ON a.id = f.article"
            " WHERE f.feed = ? ORDER BY a.moment DESC, a.id DESC"
        )
        held = self._database.rows(sql, (url,))
        first = len(held) if feed.keep_articles is None else feed.keep_articles
        oldest = None if feed.keep_days is None else (now - timedelta(days=feed.keep_days)).timestamp()
        old = [
            one
            for rank, (one, at) in enumerate(held)
            if rank >= first or (oldest is not None and at < oldest)
        ]
        return tuple(
            row[0]
            for row in self._database.among(
                "SELECT a.id FROM articles a WHERE a.id IN ({})" + _EXPENDABLE, old
            )
        )


def _feed(row: tuple[Any, ...]) -> Feed:
    names = [field.name for field in fields(Feed)]
    held = dict(zip(names, row, strict=True))
    for name in _MOMENTS:
        held[name] = _moment(held[name])
    return Feed(**{**held, "full_text": bool(held["full_text"])})


def _moment(text: str | None) -> datetime | None:
    if text is None:
        return None
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
