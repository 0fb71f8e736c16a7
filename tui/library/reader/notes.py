"""Notes and bookmarks on articles and their segments."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from tui.errors import NotFoundError
from tui.library.ids import article_id
from tui.library.store.codec import published_back, unpack
from tui.library.store.database import Database
from tui.library.store.undo import Scope, UndoRing
from tui.locale import tr
from tui.model.article import Lang
from tui.model.keeping import Bookmark, Kept, Note
from tui.text.printable import clean_text

_KEPT = (
    "SELECT k.article, k.segment, k.at, k.note, k.text FROM"
    " (SELECT article, segment, at, NULL AS note, '' AS text FROM bookmarks"
    " UNION ALL SELECT article, segment, at, id, text FROM notes) k JOIN articles a ON a.id = k.article"
    " ORDER BY a.moment DESC, a.id DESC, k.segment, k.note"
)
_TEXTS = (
    "SELECT a.id, a.lang, a.title, a.published, b.text, b.data"
    " FROM articles a JOIN bodies b ON b.article = a.id WHERE a.id IN ({})"
)
_FIRST_WORDS = 200
"""Characters of an article that stand for it beside a note on the whole."""


class Notes:
    """What the reader wrote beside the texts, all undoable."""

    def __init__(self, database: Database, ring: UndoRing) -> None:
        self._database = database
        self._ring = ring

    def add(self, article: int, text: str, segment: int | None = None) -> Note:
        """Keep a note on an article, or on one of its segments."""
        scope = Scope("notes", "article = ?", (article,))
        with self._ring.change("note", (scope,)):
            number = self._database.insert(
                "INSERT INTO notes (article, segment, text, at) VALUES (?, ?, ?, ?)",
                (article, segment, clean_text(text), int(time.time())),
            )
        return self._note(number)

    def change(self, number: int, text: str) -> Note:
        """Rewrite a note; an empty ``text`` takes it away. Raises NotFoundError."""
        note = self._note(number)
        with self._ring.change("note", (Scope("notes", "id = ?", (number,)),)):
            if text:
                self._database.run("UPDATE notes SET text = ? WHERE id = ?", (clean_text(text), number))
            else:
                self._database.run("DELETE FROM notes WHERE id = ?", (number,))
        return self._note(number) if text else note

    def of(self, article: int) -> tuple[Note, ...]:
        """Return the notes on an article, in the order of its text, those on the whole first."""
        sql = "SELECT id, article, segment, text, at FROM notes WHERE article = ? ORDER BY segment, id"
        return tuple(_note(*row) for row in self._database.rows(sql, (article,)))

    def bookmark(self, article: int, segment: int) -> bool:
        """Set or take away a bookmark; return whether it stands now."""
        scope = Scope("bookmarks", "article = ? AND segment = ?", (article, segment))
        with self._ring.change("bookmark", (scope,)):
            gone = self._database.run(f"DELETE FROM bookmarks WHERE {scope.where}", scope.values)
            if not gone:
                values = (article, segment, int(time.time()))
                self._database.run("INSERT INTO bookmarks VALUES (?, ?, ?)", values)
        return not gone

    def bookmarks(self, article: int | None = None) -> tuple[Bookmark, ...]:
        """Return the bookmarks of an article, or of the whole library, the newest first."""
        sql = "SELECT article, segment FROM bookmarks WHERE ?1 IS NULL OR article = ?1 ORDER BY at DESC"
        return tuple(Bookmark(article_id(held), at) for held, at in self._database.rows(sql, (article,)))

    def kept(self) -> tuple[Kept, ...]:
        """Return all bookmarks and notes, the latest article's first, each article's in its order."""
        found = self._database.rows(_KEPT)
        numbers = {row[0] for row in found}
        texts = {row[0]: row[1:] for row in self._database.among(_TEXTS, numbers)}
        return tuple(_kept(row, texts[row[0]]) for row in found if row[0] in texts)

    def _note(self, number: int) -> Note:
        sql = "SELECT id, article, segment, text, at FROM notes WHERE id = ?"
        found = self._database.row(sql, (number,))
        if found is None:
            raise NotFoundError(tr("There is no note number {number}.", number=number))
        return _note(*found)


def _note(number: int, article: int, segment: int | None, text: str, at: int) -> Note:
    return Note(number, article_id(article), segment, text, datetime.fromtimestamp(at, UTC))


def _kept(mark: Sequence[Any], text: Sequence[Any]) -> Kept:
    article, segment, at, note, words = mark
    lang, title, published, body, data = text
    spans = unpack(data)["s"]
    whole = segment is None or segment >= len(spans)
    passage = body[:_FIRST_WORDS] if whole else body[spans[segment][1] : spans[segment][2]]
    day, moment = published_back(published), datetime.fromtimestamp(at, UTC)
    return Kept(article_id(article), Lang(lang), title, day, segment, passage, moment, note, words)
