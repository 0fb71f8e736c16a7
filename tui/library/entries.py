"""The lines of the library screen, read a window at a time: opening costs the same at any size."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from tui.errors import UsageError
from tui.library.ids import article_id, is_id, number, pair_id
from tui.library.store.codec import published_back
from tui.library.store.database import Database, Record
from tui.locale import tr
from tui.model.article import Kind, Lang
from tui.model.listing import Entry

_ORDERS = {
    "date": ("moment DESC, id DESC", "moment, id", "(moment, id) > (?, ?)", "moment, id"),
    "oldest": ("moment, id", "moment DESC, id DESC", "(moment, id) < (?, ?)", "moment, id"),
    "title": ("title_fold, id", "title_fold DESC, id DESC", "(title_fold, id) < (?, ?)", "title_fold, id"),
}
"""A sort: its order, the order backwards, what stands before a line, the columns that this compares."""

_SORTED = {
    "source": "e.source_fold = '', e.source_fold, e.moment DESC, e.id DESC",
    "added": "(SELECT MAX(a.added) FROM articles a WHERE a.entry = e.id) DESC, e.id DESC",
    "unread": (
        "NOT EXISTS (SELECT 1 FROM articles a LEFT JOIN state s ON s.article = a.id"
        " WHERE a.entry = e.id AND COALESCE(s.read, 0) = 0), e.moment DESC, e.id DESC"
    ),
}
"""Sorts that need the whole list once."""

SORTS = (*_ORDERS, *_SORTED)


class Entries:
    """All lines in an order, found by rank; the store is asked for each window."""

    def __init__(self, database: Database, order: str) -> None:
        self._database = database
        self._forth, self._back, self._before, self._columns = _ORDERS[order]

    def __len__(self) -> int:
        return int(self._database.value("SELECT value FROM tallies WHERE name = 'entries'"))

    def window(self, start: int, stop: int) -> tuple[Entry, ...]:
        """Return the lines of rank ``start`` to ``stop`` (half-open), from whichever end is nearer."""
        size = len(self)
        start, stop = max(0, start), min(size, stop)
        if start >= stop:
            return ()
        if start <= size - stop:
            return _entries(self._database, self._cards(self._forth, stop - start, start))
        return _entries(self._database, self._cards(self._back, stop - start, size - stop)[::-1])

    def position(self, public: str) -> int | None:
        """Return the rank of the line that shows an article or a pair, or None."""
        entry = entry_of(self._database, public)
        if entry is None:
            return None
        key = self._database.row(f"SELECT {self._columns} FROM entries WHERE id = ?", (entry,))
        sql = f"SELECT COUNT(*) FROM entries WHERE {self._before}"
        return int(self._database.value(sql, key or ()))

    def _cards(self, order: str, limit: int, offset: int) -> list[Record]:
        sql = f"SELECT id FROM entries ORDER BY {order} LIMIT ? OFFSET ?"
        return _cards(self._database, self._database.column(sql, (limit, offset)))


class ChosenEntries:
    """Some lines, known by number beforehand (8 bytes each): a query's, or those of a costly order."""

    def __init__(self, database: Database, numbers: Sequence[int]) -> None:
        self._database = database
        self._numbers = array("q", numbers)

    def __len__(self) -> int:
        return len(self._numbers)

    def window(self, start: int, stop: int) -> tuple[Entry, ...]:
        """Return the lines of rank ``start`` to ``stop`` (half-open)."""
        return _entries(self._database, _cards(self._database, self._numbers[max(0, start) : max(0, stop)]))

    def position(self, public: str) -> int | None:
        """Return the rank of the line that shows an article or a pair, or None."""
        entry = entry_of(self._database, public)
        try:
            return None if entry is None else self._numbers.index(entry)
        except ValueError:
            return None


EntryList = Entries | ChosenEntries
"""What ``Library.entries`` returns: len(), window(start, stop), position(id)."""


def all_entries(database: Database, sort: str) -> EntryList:
    """Return all lines, sorted."""
    if sort in _ORDERS:
        return Entries(database, sort)
    return entries_where(database, "1", (), sort)


def entries_where(database: Database, where: str, values: Sequence[Any], sort: str) -> EntryList:
    """Return the lines that show an article ``a`` which meets an SQL condition, sorted; raises UsageError."""
    order = order_of(sort)
    chosen = "1" if where == "1" else f"e.id IN (SELECT a.entry FROM articles a WHERE {where})"
    sql = f"SELECT e.id FROM entries e WHERE {chosen} ORDER BY {order}"
    return ChosenEntries(database, database.column(sql, values))


def entries_ranked(database: Database, articles: Sequence[int]) -> EntryList:
    """Return the lines that show ``articles``, in the order of these."""
    found: dict[int, int] = dict(database.among("SELECT id, entry FROM articles WHERE id IN ({})", articles))
    ranked = dict.fromkeys(found[article] for article in articles if article in found)
    return ChosenEntries(database, list(ranked))


def entry_of(database: Database, public: str) -> int | None:
    """Return the number of the line that shows an article or a pair, or None."""
    letter, sql = "a", "SELECT entry FROM articles WHERE id = ?"
    if is_id(public, "p"):
        letter, sql = "p", "SELECT a.entry FROM pairs p JOIN articles a ON a.id = p.fr WHERE p.id = ?"
    found: int | None = database.value(sql, (number(public, letter),))
    return found


def unsorted(sort: str, known: Iterable[str]) -> UsageError:
    """Return the error of a list that knows no order ``sort``."""
    words = ", ".join(known)
    return UsageError(
        tr("A list cannot be sorted by “{sort}”: choose one of {words}.", sort=sort, words=words)
    )


def order_of(sort: str) -> str:
    """Return the order of the lines ``e`` that a sort means, in SQL; raises UsageError."""
    if sort not in SORTS:
        raise unsorted(sort, SORTS)
    return _SORTED.get(sort) or ", ".join(f"e.{part}" for part in _ORDERS[sort][0].split(", "))


def measured(database: Database, entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Return lines with how long their texts are and how surely they are a pair."""
    articles = [number(public, "a") for entry in entries for _, public in entry.articles]
    words: dict[int, int] = dict(database.among("SELECT id, words FROM articles WHERE id IN ({})", articles))
    scores: dict[int, float] = dict(database.among("SELECT fr, score FROM pairs WHERE fr IN ({})", articles))
    return tuple(_measured(entry, words, scores) for entry in entries)


def _measured(entry: Entry, words: dict[int, int], scores: dict[int, float]) -> Entry:
    held = [number(public, "a") for _, public in entry.articles]
    score = next((scores[one] for one in held if one in scores), None)
    return replace(entry, words=max((words.get(one, 0) for one in held), default=0), score=score)


def _cards(database: Database, numbers: Sequence[int]) -> list[Record]:
    found = {row[0]: row for row in database.among("SELECT id, card FROM entries WHERE id IN ({})", numbers)}
    return [found[one] for one in numbers if one in found]


def _entries(database: Database, cards: Sequence[Record]) -> tuple[Entry, ...]:
    held = [json.loads(card) for _, card in cards]
    articles = [one for card in held for one in card["m"]]
    state = {
        row[0]: row[1:]
        for row in database.among("SELECT article, read, starred FROM state WHERE article IN ({})", articles)
    }
    tags: dict[int, list[str]] = {}
    for article, tag in database.among("SELECT article, tag FROM tags WHERE article IN ({})", articles):
        tags.setdefault(article, []).append(tag)
    return tuple(_entry(card, state, tags) for card in held)


def _entry(card: dict[str, Any], state: dict[int, Record], tags: dict[int, list[str]]) -> Entry:
    members = card["m"]
    first = article_id(card["a"][0][1])
    return Entry(
        first if card["p"] is None else pair_id(card["p"]),
        tuple((Lang(lang), article_id(one)) for lang, one in card["a"]),
        tuple((Lang(lang), title) for lang, title in card["t"]),
        published_back(card["d"]),
        card["s"],
        len(members),
        tuple((Kind(kind), name) for kind, name, *_ in card["e"]),
        all(state.get(one, (0, 0))[0] for one in members),
        any(state.get(one, (0, 0))[1] for one in members),
        tuple(sorted({tag for one in members for tag in tags.get(one, ())})),
        english=tuple(name[-1] for name in card["e"]) if len(card["t"]) > 1 else (),
    )
