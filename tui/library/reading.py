"""What the library holds, read back as the model's values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from tui.errors import NotFoundError
from tui.library.entries import measured
from tui.library.ids import article_id, is_id, number, pair_id, story_id
from tui.library.reader.beads import Beads
from tui.library.reader.entities import EntityCorrections
from tui.library.store.codec import published_back, unpack_body, unpack_pair
from tui.library.store.database import Database
from tui.locale import tr
from tui.model.article import Article, Entity, Kind, Lang
from tui.model.listing import Counts, Row
from tui.model.pair import Bitext, Mode, Pair, Story

if TYPE_CHECKING:
    from tui.model.keeping import LibraryEntity
    from tui.model.listing import Entry

ROW_ORDERS = {
    "date": "a.moment DESC, a.id DESC",
    "oldest": "a.moment, a.id",
    "title": "a.title_fold, a.id",
    "source": "a.source_fold IS NULL, a.source_fold, a.moment DESC, a.id DESC",
    "added": "a.added DESC, a.id DESC",
    "words": "a.words DESC, a.id DESC",
    "unread": "COALESCE(st.read, 0), a.moment DESC, a.id DESC",
}
"""What lists can be sorted by."""

_ROW = (
    "SELECT a.id, a.lang, a.title, a.byline, a.published, a.source, a.url, a.path, a.words,"
    " COALESCE(f.id, e.id), sa.story, COALESCE(st.read, 0), COALESCE(st.starred, 0),"
    " (SELECT group_concat(tag, char(10)) FROM tags WHERE article = a.id)"
    " FROM articles a LEFT JOIN pairs f ON f.fr = a.id LEFT JOIN pairs e ON e.en = a.id"
    " LEFT JOIN story_articles sa ON sa.article = a.id LEFT JOIN state st ON st.article = a.id"
)
_ARTICLE = (
    "SELECT a.id, i.key, a.lang, a.title, b.text, a.byline, a.published, a.source, a.url, a.path, b.data"
    " FROM articles a JOIN bodies b ON b.article = a.id JOIN identities i ON i.id = a.id"
)
_PAIR = "SELECT id, fr, en, mode, score, manual, data FROM pairs"


class Reading:
    """Articles, pairs, stories and entities of one library."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._entities = EntityCorrections(database)
        self._beads = Beads(database)

    def counts(self) -> Counts:
        """Return how much the library holds, whatever its size, at once."""
        held: dict[str, int] = dict(self._database.rows("SELECT name, value FROM tallies"))
        unread = held["articles"] - held["read"]
        return Counts(held["articles"], held["pairs"], unread, held["stories"])

    def rows(
        self,
        where: str = "1",
        values: Sequence[Any] = (),
        *,
        sort: str = "date",
        limit: int | None,
        offset: int,
    ) -> tuple[Row, ...]:
        """Return the articles ``a`` that meet an SQL condition."""
        sql = f"{_ROW} WHERE {where} ORDER BY {ROW_ORDERS[sort]} LIMIT ? OFFSET ?"
        found = self._database.rows(sql, (*values, -1 if limit is None else limit, offset))
        return tuple(map(_row, found))

    def measured(self, entries: Sequence[Entry]) -> tuple[Entry, ...]:
        """Return lines of the list with how long their texts are and how surely they are a pair."""
        return measured(self._database, entries)

    def rows_of(self, ids: Iterable[int]) -> dict[int, Row]:
        """Return the rows of some articles by number; those that are gone are left out."""
        found = self._database.among(_ROW + " WHERE a.id IN ({})", ids)
        return {row[0]: _row(row) for row in found}

    def article(self, public: str) -> Article:
        """Return an article, the reader's corrections applied; raises NotFoundError."""
        return self._entities.applied(self.uncorrected(public))

    def uncorrected(self, public: str) -> Article:
        """Return an article with its entities as the program made them; raises NotFoundError."""
        found = self._database.row(_ARTICLE + " WHERE a.id = ?", (number(public, "a"),))
        if found is None:
            raise NotFoundError(tr("The library holds no article {public}.", public=public))
        return _article(found)

    def articles(self, where: str = "1", values: Sequence[Any] = ()) -> Iterator[Article]:
        """Yield the articles ``a`` that meet an SQL condition, newest first, one in memory at a time."""
        sql = f"SELECT a.id FROM articles a WHERE {where} ORDER BY a.moment DESC, a.id DESC"
        for found in self._database.column(sql, values):
            yield self.article(article_id(found))

    def bitext(self, public: str) -> Bitext:
        """Return a pair opened for reading, given its id or an article's; raises NotFoundError.

        What both sides name has one id. Facts are left to whoever shows them: worked out, not kept.
        """
        pair = self.pair(public) if is_id(public, "p") else self.pair_of(public)
        if pair is None:
            raise NotFoundError(tr("The article {public} stands alone: it has no pair.", public=public))
        return self._entities.facing(self.article(pair.fr), self.article(pair.en), pair)

    def pair(self, public: str) -> Pair:
        """Return a pair; raises NotFoundError."""
        found = self._database.row(_PAIR + " WHERE id = ?", (number(public, "p"),))
        if found is None:
            raise NotFoundError(tr("The library holds no pair {public}.", public=public))
        return self._beads.applied(_pair(found))

    def pair_of(self, public: str) -> Pair | None:
        """Return the pair that an article is in, or None."""
        held = number(public, "a")
        found = self._database.row(_PAIR + " WHERE fr = ? OR en = ?", (held, held))
        return None if found is None else self._beads.applied(_pair(found))

    def pairs(self) -> Iterator[Pair]:
        """Yield all pairs in the order they were found."""
        for found in self._database.each(_PAIR + " ORDER BY id"):
            yield self._beads.applied(_pair(found))

    def stories(self) -> tuple[Story, ...]:
        """Return all stories, the latest first."""
        found = self._database.rows(
            "SELECT s.id, s.title, s.first, s.last FROM stories s ORDER BY s.last DESC, s.id DESC"
        )
        members = self._members("1", ())
        return tuple(_story(row, members.get(row[0], [])) for row in found)

    def story(self, public: str) -> Story:
        """Return a story; raises NotFoundError."""
        held = number(public, "s")
        found = self._database.row("SELECT id, title, first, last FROM stories WHERE id = ?", (held,))
        if found is None:
            raise NotFoundError(tr("The library holds no story {public}.", public=public))
        return _story(found, self._members("sa.story = ?", (held,)).get(held, []))

    def named(self, public: str) -> list[int]:
        """Return the numbers of the articles that an id means (a pair's, a story's); raises NotFoundError."""
        if is_id(public, "p"):
            pair = self.pair(public)
            return [number(pair.fr, "a"), number(pair.en, "a")]
        if is_id(public, "s"):
            story = self.story(public)
            return [number(one, "a") for one in (*story.fr, *story.en)]
        held = number(public, "a")
        if not self._database.value("SELECT COUNT(*) FROM articles WHERE id = ?", (held,)):
            raise NotFoundError(tr("The library holds no article {public}.", public=public))
        return [held]

    def entities(self, where: str = "1", values: Sequence[Any] = ()) -> tuple[LibraryEntity, ...]:
        """Return the things named by the articles ``a`` that meet a condition, the commonest first."""
        sql = (
            "SELECT e.entity, e.kind, e.name, e.fr, e.en, COUNT(*), SUM(t.count), AVG(t.salience)"
            " FROM article_entities t JOIN entities e ON e.id = t.entity"
            + (" JOIN articles a ON a.id = t.article" if where != "1" else "")
            + f" WHERE t.count > 0 AND ({where}) GROUP BY e.id"
            " ORDER BY COUNT(*) DESC, SUM(t.count) DESC, e.entity"
        )
        return tuple(map(_library_entity, self._database.rows(sql, values)))

    def _members(self, where: str, values: Sequence[Any]) -> dict[int, list[tuple[str, int]]]:
        sql = (
            "SELECT sa.story, a.lang, a.id FROM story_articles sa JOIN articles a ON a.id = sa.article"
            f" WHERE {where} ORDER BY a.moment, a.id"
        )
        members: dict[int, list[tuple[str, int]]] = {}
        for story, lang, article in self._database.rows(sql, values):
            members.setdefault(story, []).append((lang, article))
        return members


def _row(found: Sequence[Any]) -> Row:
    held, lang, title, byline, published, source, url, path, words, pair, story, read, starred, tags = found
    return Row(
        article_id(held),
        Lang(lang),
        title,
        byline,
        published_back(published),
        source,
        url,
        path,
        words,
        None if pair is None else pair_id(pair),
        None if story is None else story_id(story),
        bool(read),
        bool(starred),
        tuple(sorted(tags.split("\n"))) if tags else (),
    )


def _article(found: Sequence[Any]) -> Article:
    held, key, lang, title, text, byline, published, source, url, path, data = found
    bare = Article(article_id(held), key, Lang(lang), title, text, (), ())
    columns = replace(
        bare, byline=byline, published=published_back(published), source=source, url=url, path=path
    )
    return unpack_body(columns, data)


def _pair(found: Sequence[Any]) -> Pair:
    held, fr, en, mode, score, manual, data = found
    bare = Pair(pair_id(held), article_id(fr), article_id(en), Mode(mode), score, manual=bool(manual))
    return unpack_pair(bare, data)


def _story(found: Sequence[Any], members: Iterable[tuple[str, int]]) -> Story:
    held, title, first, last = found
    sides: dict[str, list[str]] = {"fr": [], "en": []}
    for lang, article in members:
        sides[lang].append(article_id(article))
    return Story(story_id(held), title, tuple(sides["fr"]), tuple(sides["en"]), _day(first), _day(last))


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _library_entity(found: Sequence[Any]) -> LibraryEntity:
    from tui.model.keeping import LibraryEntity  # noqa: PLC0415 (lists of articles need none)

    entity, kind, name, fr, en, articles, mentions, salience = found
    names = tuple((lang, held) for lang, held in ((Lang.FR, fr), (Lang.EN, en)) if held)
    return LibraryEntity(Entity(entity, Kind(kind), name, names, mentions, salience), articles, mentions)
