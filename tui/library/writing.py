"""What adding does to the store: articles, pairs, stories, near copies, features, what was learnt."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from datetime import date
from itertools import chain

from tui.library.ids import article_id, number, pair_id
from tui.library.reader.corrections import apply_edits, delete_articles
from tui.library.reader.entities import EntityCorrections
from tui.library.store.codec import kinds_mask, moment, pack_body, pack_pair, published_text
from tui.library.store.database import Database
from tui.library.store.grouping import regroup
from tui.model.article import Article
from tui.model.pair import Pair, Story
from tui.text.fold import fold

HASH_BYTES = 16
"""128 bits: two different articles never share a hash by chance."""

MATCHER = "matcher"
"""The name of pairing's memory among what is kept."""

_PUT = (
    "INSERT INTO articles (id, lang, title, title_fold, byline, published, day, moment, source, source_fold,"
    " url, path, words, kinds, added, entry, hash, text_hash, indexed)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)"
    " ON CONFLICT (id) DO UPDATE SET lang = excluded.lang, title = excluded.title,"
    " title_fold = excluded.title_fold, byline = excluded.byline, published = excluded.published,"
    " day = excluded.day,"
    " moment = CASE WHEN excluded.published IS NULL THEN articles.added ELSE excluded.moment END,"
    " source = excluded.source,"
    " source_fold = excluded.source_fold, url = excluded.url, path = excluded.path, words = excluded.words,"
    " kinds = excluded.kinds, hash = excluded.hash, text_hash = excluded.text_hash, indexed = 0"
)


def digest(text: str) -> bytes:
    """Return the hash that tells whether a text changed."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=HASH_BYTES).digest()


class Writing:
    """The pipeline's side of the library; each method is one transaction, or part of the caller's."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._entities = EntityCorrections(database)

    def together(self) -> AbstractContextManager[None]:
        """Make what is done inside one transaction: a thousand articles cost what ten do alone."""
        return self._database.writing()

    def known(self, key: str) -> bytes | None:
        """Return the content hash under which the library holds ``key``, or None."""
        sql = "SELECT a.hash FROM identities i JOIN articles a ON a.id = i.id WHERE i.key = ?"
        found: bytes | None = self._database.value(sql, (key,))
        return found

    def id_of(self, key: str) -> str | None:
        """Return the id of the article read from ``key``, or None."""
        sql = "SELECT a.id FROM identities i JOIN articles a ON a.id = i.id WHERE i.key = ?"
        found = self._database.value(sql, (key,))
        return None if found is None else article_id(found)

    def was_removed(self, key: str) -> bool:
        """Tell whether the reader deleted the article read from ``key``."""
        return bool(self._database.value("SELECT removed FROM identities WHERE key = ?", (key,)))

    def with_text(self, text: str) -> str | None:
        """Return the id of the article that has this very text, or None."""
        found = self._database.value("SELECT id FROM articles WHERE text_hash = ?", (digest(text),))
        return None if found is None else article_id(found)

    def put(self, article: Article, content_hash: bytes, features: bytes | None = None) -> str:
        """Add an article, or replace the one read from the same key; return its id. One transaction."""
        with self._database.writing():
            held = self._identity(article.key)
            self._put_columns(held, article, content_hash)
            body = (held, article.text, pack_body(article))
            self._database.run("INSERT OR REPLACE INTO bodies VALUES (?, ?, ?)", body)
            self._put_features(held, features)
            apply_edits(self._database, held)
            self._entities.count(held, article)
            regroup(self._database, (held,))
        return article_id(held)

    def put_features(self, public: str, features: bytes | None) -> None:
        """Keep, or drop, what pairing needs of an article."""
        with self._database.writing():
            self._put_features(number(public, "a"), features)

    def put_pairs(self, pairs: Iterable[Pair], among: Iterable[str] = ()) -> tuple[str, ...]:
        """Make ``pairs`` the pairs of ``among`` (and of their own articles); return their ids.

        What the reader decided stands: manual pairs stay, forbidden ones are not made.
        """
        with self._database.writing():
            wanted = [pair for pair in pairs if self._may(pair)]
            ends = {number(one, "a") for one in chain(among, *((pair.fr, pair.en) for pair in wanted))}
            old = self._database.among("SELECT fr, en FROM pairs WHERE manual = 0 AND fr IN ({})", ends)
            old += self._database.among("SELECT fr, en FROM pairs WHERE manual = 0 AND en IN ({})", ends)
            keep = {(number(pair.fr, "a"), number(pair.en, "a")) for pair in wanted}
            gone = [pair for pair in old if pair not in keep]
            self._database.run_many("DELETE FROM pairs WHERE fr = ? AND en = ?", gone)
            ids = tuple(self._put_pair(pair) for pair in wanted)
            regroup(self._database, ends | set(chain.from_iterable(gone)))
        return ids

    def rescore(self, scores: Iterable[tuple[str, str, float]]) -> None:
        """Give pairs (French, English) that stand another score; those of the reader keep theirs."""
        rows = [(score, number(fr, "a"), number(en, "a")) for fr, en, score in scores]
        with self._database.writing():
            self._database.run_many("UPDATE pairs SET score = ? WHERE fr = ? AND en = ? AND manual = 0", rows)

    def forbidden(self) -> set[tuple[str, str]]:
        """Return the pairs (French, English) that the reader took apart."""
        sql = "SELECT fr, en FROM pair_choices WHERE choice = 'forbidden'"
        return {(article_id(fr), article_id(en)) for fr, en in self._database.rows(sql)}

    def kept(self) -> set[tuple[str, str]]:
        """Return the pairs (French, English) that the reader made or confirmed, their articles present."""
        sql = (
            "SELECT c.fr, c.en FROM pair_choices c"
            " JOIN articles f ON f.id = c.fr JOIN articles e ON e.id = c.en"
            " WHERE c.choice = 'kept' AND f.lang = 'fr' AND e.lang = 'en'"
        )
        return {(article_id(fr), article_id(en)) for fr, en in self._database.rows(sql)}

    def put_stories(self, stories: Iterable[Story], among: Iterable[str]) -> None:
        """Make ``stories`` those of the articles ``among``; what holds most of an old one keeps its id."""
        with self._database.writing():
            ends = {number(one, "a") for one in among}
            sql = "SELECT article, story FROM story_articles WHERE article IN ({})"
            owner: dict[int, int] = dict(self._database.among(sql, ends))
            self._database.run_many("DELETE FROM story_articles WHERE article = ?", [(one,) for one in ends])
            used: set[int] = set()
            for story in stories:
                members = [number(one, "a") for one in (*story.fr, *story.en)]
                used.add(self._put_story(story, members, owner, used))
            emptied = "DELETE FROM stories WHERE id = ? AND id NOT IN (SELECT story FROM story_articles)"
            self._database.run_many(emptied, [(one,) for one in set(owner.values()) - used])

    def put_copies(self, copies: Iterable[tuple[str, str]], among: Iterable[str]) -> None:
        """Make ``copies`` (near copy, its original) those of the articles ``among``."""
        with self._database.writing():
            ends = {number(one, "a") for one in among}
            old = self._database.among("SELECT article, original FROM copies WHERE article IN ({})", ends)
            self._database.run_many("DELETE FROM copies WHERE article = ?", [(one,) for one in ends])
            rows = [(number(one, "a"), number(original, "a")) for one, original in copies]
            self._database.run_many("INSERT OR REPLACE INTO copies VALUES (?, ?)", rows)
            if old or rows:
                regroup(self._database, ends | set(chain.from_iterable(chain(old, rows))))

    def copies(self) -> dict[str, str]:
        """Return near copy -> original."""
        found = self._database.rows("SELECT article, original FROM copies")
        return {article_id(one): article_id(original) for one, original in found}

    def features(self, ids: Iterable[str] | None = None) -> Iterator[tuple[str, bytes]]:
        """Yield (article id, bytes) of what pairing kept, of all articles or of some."""
        if ids is None:
            for held, data in self._database.each("SELECT article, data FROM features ORDER BY article"):
                yield article_id(held), data
            return
        sql = "SELECT article, data FROM features WHERE article IN ({}) ORDER BY article"
        for held, data in self._database.among(sql, [number(one, "a") for one in ids]):
            yield article_id(held), data

    def unmatched(self) -> tuple[list[tuple[str, bytes]], list[str]]:
        """Return features that pairing took in but that hold no more, and the ids of those to take in."""
        stale = self._database.rows("SELECT article, data FROM stale_features ORDER BY article")
        fresh = self._database.column("SELECT article FROM features WHERE matched = 0 ORDER BY article")
        return [(article_id(held), data) for held, data in stale], [article_id(held) for held in fresh]

    def set_matched(self, ids: Iterable[str], stale: Iterable[str], state: bytes) -> None:
        """Keep pairing's memory, which took in ``ids`` and forgot ``stale``; one transaction."""
        with self._database.writing():
            marks = [(number(one, "a"),) for one in ids]
            self._database.run_many("UPDATE features SET matched = 1 WHERE article = ?", marks)
            gone = [(number(one, "a"),) for one in stale]
            self._database.run_many("DELETE FROM stale_features WHERE article = ?", gone)
            self.set_meta(MATCHER, state)

    def forget_matched(self) -> None:
        """Drop pairing's memory: everything is to be taken in anew."""
        with self._database.writing():
            self._database.run("UPDATE features SET matched = 0 WHERE matched = 1")
            self._database.run("DELETE FROM stale_features")
            self._database.run("DELETE FROM meta WHERE name = ?", (f"kept:{MATCHER}",))

    def matcher_state(self) -> bytes | None:
        """Return pairing's memory, or None."""
        return self.meta(MATCHER)

    def edited_lang(self, key: str) -> str | None:
        """Return the language that the reader gave the article read from ``key``, or None."""
        sql = (
            "SELECT e.value FROM edits e JOIN identities i ON i.id = e.article"
            " WHERE i.key = ? AND e.field = 'lang'"
        )
        found: str | None = self._database.value(sql, (key,))
        return found

    def tag(self, public: str, tags: Iterable[str]) -> None:
        """Tag an article as its adding asked for (not a change to be undone)."""
        with self._database.writing():
            rows = [(tag, number(public, "a")) for tag in tags]
            self._database.run_many("INSERT OR IGNORE INTO tags VALUES (?, ?)", rows)

    def learnt(self, kind: str) -> dict[tuple[str, str], float]:
        """Return what the pairs taught of a ``word``: (French, English) -> weight.

        Of an ``alias``: (entity id, the id that it goes by) -> weight.
        """
        rows = self._database.rows("SELECT fr, en, weight FROM learnt WHERE kind = ?", (kind,))
        return {(fr, en): weight for fr, en, weight in rows}

    def learn(self, kind: str, words: dict[tuple[str, str], float]) -> None:
        """Replace what was learnt of a kind; aliases hold for the articles there are at once."""
        with self._database.writing(), self._entities.changing():
            self._database.run("DELETE FROM learnt WHERE kind = ?", (kind,))
            rows = [(kind, fr, en, weight) for (fr, en), weight in words.items()]
            self._database.run_many("INSERT INTO learnt VALUES (?, ?, ?, ?)", rows)

    def meta(self, name: str) -> bytes | None:
        """Return bytes kept under a name (an index of candidates, a fingerprint), or None."""
        found: bytes | None = self._database.value("SELECT value FROM meta WHERE name = ?", (f"kept:{name}",))
        return found

    def set_meta(self, name: str, value: bytes) -> None:
        """Keep bytes under a name."""
        with self._database.writing():
            self._database.run("INSERT OR REPLACE INTO meta VALUES (?, ?)", (f"kept:{name}", value))

    def drop(self, public: str) -> None:
        """Delete an article that its source no longer has, for the program's own reasons (not undoable)."""
        held = number(public, "a")
        with self._database.writing():
            ends = self._database.rows("SELECT fr, en FROM pairs WHERE fr = ?1 OR en = ?1", (held,))
            delete_articles(self._database, (held,))
            regroup(self._database, {held, *chain.from_iterable(ends)})

    def expire(self, numbers: Iterable[int]) -> None:
        """Delete articles that their feed is no longer to keep; they do not come back with it."""
        with self._database.writing():
            for held in numbers:
                self.drop(article_id(held))
                self._database.run("UPDATE identities SET removed = ? WHERE id = ?", (int(time.time()), held))

    def _identity(self, key: str) -> int:
        self._database.run("INSERT INTO identities (key) VALUES (?) ON CONFLICT DO NOTHING", (key,))
        self._database.run(
            "UPDATE identities SET removed = NULL WHERE key = ? AND removed IS NOT NULL", (key,)
        )
        return int(self._database.value("SELECT id FROM identities WHERE key = ?", (key,)))

    def _put_columns(self, held: int, article: Article, content_hash: bytes) -> None:
        now = int(time.time())
        published = published_text(article.published)
        values = (
            held,
            str(article.lang),
            article.title,
            fold(article.title),
            article.byline,
            published,
            None if published is None else published[:10],
            now if article.published is None else moment(article.published),
            article.source,
            None if article.source is None else fold(article.source),
            article.url,
            article.path,
            len(article.text.split()),
            kinds_mask(article.mentions),
            now,
            held,
            content_hash,
            digest(article.text),
        )
        self._database.run(_PUT, values)

    def _put_features(self, held: int, features: bytes | None) -> None:
        if features is None:
            self._database.run("DELETE FROM features WHERE article = ?", (held,))
        else:
            self._database.run(
                "INSERT OR REPLACE INTO features (article, data) VALUES (?, ?)", (held, features)
            )

    def _may(self, pair: Pair) -> bool:
        """Tell whether a pair of the program's goes against nothing that the reader decided."""
        fr, en = number(pair.fr, "a"), number(pair.en, "a")
        against = (
            "SELECT EXISTS (SELECT 1 FROM pair_choices WHERE fr = ?1 AND en = ?2 AND choice = 'forbidden')"
            " OR EXISTS (SELECT 1 FROM pairs WHERE manual = 1 AND (fr = ?1 OR en = ?2)"
            " AND NOT (fr = ?1 AND en = ?2))"
            " OR NOT EXISTS (SELECT 1 FROM articles WHERE id = ?1 AND lang = 'fr')"
            " OR NOT EXISTS (SELECT 1 FROM articles WHERE id = ?2 AND lang = 'en')"
        )
        return not self._database.value(against, (fr, en))

    def _put_pair(self, pair: Pair) -> str:
        fr, en = number(pair.fr, "a"), number(pair.en, "a")
        kept = self._database.value(
            "SELECT COUNT(*) FROM pair_choices WHERE fr = ? AND en = ? AND choice = 'kept'", (fr, en)
        )
        self._database.run(
            "INSERT INTO pairs (fr, en, mode, score, manual, data) VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET mode = excluded.mode,"
            " score = CASE WHEN manual THEN score ELSE excluded.score END,"
            " manual = MAX(manual, excluded.manual), data = excluded.data",
            (fr, en, str(pair.mode), pair.score, int(pair.manual or kept > 0), pack_pair(pair)),
        )
        return pair_id(int(self._database.value("SELECT id FROM pairs WHERE fr = ?", (fr,))))

    def _put_story(self, story: Story, members: list[int], owner: dict[int, int], used: set[int]) -> int:
        earlier = [owner[one] for one in members if one in owner and owner[one] not in used]
        first, last = (None if day is None else _iso(day) for day in (story.first, story.last))
        held = max(set(earlier), key=earlier.count) if earlier else None
        values = (held, story.title, first, last)
        number = self._database.insert("INSERT OR REPLACE INTO stories VALUES (?, ?, ?, ?)", values)
        self._database.run_many(
            "INSERT INTO story_articles VALUES (?, ?)", [(one, number) for one in members]
        )
        return number


def _iso(day: date) -> str:
    return day.isoformat()
