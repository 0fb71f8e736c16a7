"""Corrections of pairs, metadata and entities, and deletion: all kept for good, all undoable."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from itertools import chain

from tui.errors import NotFoundError, UsageError
from tui.library.ids import article_id
from tui.library.reader.beads import aligned, refit
from tui.library.reader.entities import EntityCorrections
from tui.library.reader.stories import pair_anew, story_scopes, told_apart, told_together
from tui.library.store.codec import moment, pack_pair, published_back, published_text
from tui.library.store.database import Database
from tui.library.store.grouping import regroup
from tui.library.store.schema import DERIVED, READER_STATE
from tui.library.store.undo import Scope, UndoRing, scopes_of
from tui.locale import tr
from tui.model.article import Kind, Lang, Published
from tui.model.correction import Action, Correction, with_word
from tui.model.keeping import Choice, PairChoice
from tui.model.pair import Pair
from tui.text.fold import fold
from tui.text.printable import clean_line

FIELDS = ("title", "published", "lang", "source", "byline")
"""What ``edit`` can correct."""
SURE = 1.0
"""The score of a pair that the reader made, whatever the program makes of it."""

Edit = str | Published | None


class Corrections:
    """The reader's word against the program's."""

    def __init__(self, database: Database, ring: UndoRing) -> None:
        self._database = database
        self._ring = ring
        self._entities = EntityCorrections(database)

    def join(self, fr: int, en: int, pair: Pair) -> None:
        """Make two articles a pair for good, taking apart those that they were in."""
        touched = self._partners(fr, en)
        scopes = self._joint_scopes(fr, en)
        with self._ring.change(f"pair {article_id(fr)} {article_id(en)}", scopes, touched):
            self._choose(fr, en, Choice.KEPT)
            self._database.run(
                "DELETE FROM pairs WHERE (fr = ?1 OR en = ?2) AND NOT (fr = ?1 AND en = ?2)", (fr, en)
            )
            self._database.run(
                "INSERT INTO pairs (fr, en, mode, score, manual, data) VALUES (?, ?, ?, ?, 1, ?)"
                " ON CONFLICT DO UPDATE SET manual = 1, score = excluded.score",
                (fr, en, str(pair.mode), SURE, pack_pair(pair)),
            )
            told_together(self._database, fr, en)
            pair_anew(self._database, touched)
            regroup(self._database, touched)

    def part(self, fr: int, en: int) -> None:
        """Take a pair apart for good."""
        scopes = self._joint_scopes(fr, en)
        with self._ring.change(f"unpair {article_id(fr)} {article_id(en)}", scopes, (fr, en)):
            self._choose(fr, en, Choice.FORBIDDEN)
            self._database.run("DELETE FROM pairs WHERE fr = ? AND en = ?", (fr, en))
            told_apart(self._database, fr, en)
            pair_anew(self._database, (fr, en))
            regroup(self._database, (fr, en))

    def choices(self, article: int | None = None) -> tuple[PairChoice, ...]:
        """Return what the reader decided about pairs, of one article or of all."""
        sql = "SELECT fr, en, choice FROM pair_choices WHERE ?1 IS NULL OR fr = ?1 OR en = ?1 ORDER BY fr, en"
        return tuple(
            PairChoice(article_id(fr), article_id(en), Choice(choice))
            for fr, en, choice in self._database.rows(sql, (article,))
        )

    def edit(self, article: int, fields: dict[str, Edit], anew: Callable[[], object] | None = None) -> None:
        """Correct metadata; raises UsageError for what cannot be meant, NotFoundError.

        ``anew`` puts the article worked out again, where the correction asks for that.
        """
        values = {name: _checked(name, value) for name, value in fields.items()}
        scopes = (
            Scope("edits", "article = ?", (article,)),
            Scope("articles", "id = ?", (article,)),
            *chain(*(scopes_of(table, "article", (article,)) for table in DERIVED[1:] if anew)),
            *self._pair_scopes(article, article),
        )
        touched = self._partners(article, article)
        with self._ring.change(f"edit {article_id(article)}", scopes, touched):
            if not self._database.value("SELECT COUNT(*) FROM articles WHERE id = ?", (article,)):
                raise NotFoundError(tr("The library holds no article {public}.", public=article_id(article)))
            rows = [(article, name, value) for name, value in values.items()]
            self._database.run_many("INSERT OR REPLACE INTO edits VALUES (?, ?, ?)", rows)
            if anew is not None:
                anew()
            apply_edits(self._database, article)
            self._mend_sides(article)
            regroup(self._database, touched)

    def edits(self, article: int) -> tuple[tuple[str, str | None], ...]:
        """Return the metadata that the reader corrected."""
        return tuple(
            self._database.rows("SELECT field, value FROM edits WHERE article = ? ORDER BY field", (article,))
        )

    def entity(self, entity: str, action: str, value: str | None = None) -> None:
        """Keep the reader's word: a ``kind`` (value: a Kind), the ``same`` (value: an id) or ``ignore``.

        Raises UsageError for what cannot be meant, NotFoundError for an entity that nothing names.
        """
        word = self._word(entity, action, value or "")
        label = " ".join(filter(None, ("entity", entity, word.action, word.to)))
        with self._database.writing(), self._entities.changing():
            words = with_word(self._entities.words(), word)
            with self._ring.change(label, (Scope("entity_corrections", "1"),)):
                self._database.run("DELETE FROM entity_corrections")
                self._database.run_many(
                    "INSERT INTO entity_corrections VALUES (?, ?, ?)",
                    [(one.entity, str(one.action), one.to or None) for one in words.values()],
                )

    def _word(self, entity: str, action: str, value: str) -> Correction:
        if action not in set(Action):
            raise UsageError(
                tr(
                    "“{action}” is no correction of an entity: {words}.",
                    action=action,
                    words=", ".join(Action),
                )
            )
        word = Correction(Action(action), entity, value)
        if word.action is Action.KIND and (value not in set(Kind) or Kind(value).is_value):
            kinds = ", ".join(kind for kind in Kind if not kind.is_value)
            raise UsageError(
                tr("“{value}” is not a kind of entity: choose one of {kinds}.", value=value, kinds=kinds)
            )
        if word.target == entity and entity not in self._entities.all():
            raise UsageError(tr("{entity} is that already.", entity=entity))
        for one in (entity, *((value,) if word.action is Action.SAME else ())):
            if not self._entities.is_known(one):
                raise NotFoundError(
                    tr("No article of the library names {one}: see `visavis entities`.", one=one)
                )
        return word

    def remove(self, articles: Sequence[int], label: str | None = None) -> int:
        """Delete articles, and the reader's marks on them; corrections stay. Return how many went."""
        with self._database.writing():
            sql = "SELECT id FROM articles WHERE id IN ({})"
            gone = sorted(row[0] for row in self._database.among(sql, set(articles)))
            touched = sorted(set(chain(gone, *(self._partners(one, one) for one in gone))))
            scopes = (
                *scopes_of("articles", "id", gone),
                *chain(*(scopes_of(table, "article", gone) for table in (*DERIVED[1:], *READER_STATE))),
                *scopes_of("copies", "original", gone),
                *scopes_of("pairs", "fr", gone),
                *scopes_of("pairs", "en", gone),
                *scopes_of("identities", "id", gone),
            )
            with self._ring.change(label or f"remove {len(gone)}", scopes, touched):
                delete_articles(self._database, gone)
                now = int(time.time())
                self._database.run_many(
                    "UPDATE identities SET removed = ? WHERE id = ?", [(now, one) for one in gone]
                )
                regroup(self._database, touched)
        return len(gone)

    def undone(self) -> str | None:
        """Take the reader's last change back; return what it was, or None."""
        with self._database.writing(), self._entities.changing():
            before = aligned(self._database, self._ring.touches())
            found = self._ring.undo()
            if found is None:
                return None
            label, touched = found
            marks = [(one,) for one in touched]
            self._database.run_many("UPDATE articles SET indexed = 0 WHERE id = ?", marks)
            refit(self._database, before, touched)
            pair_anew(self._database, touched)
            regroup(self._database, touched)
        return label

    def _choose(self, fr: int, en: int, choice: Choice) -> None:
        values = (fr, en, str(choice))
        self._database.run("INSERT OR REPLACE INTO pair_choices VALUES (?, ?, ?)", values)

    def _joint_scopes(self, fr: int, en: int) -> tuple[Scope, ...]:
        """Return the rows that joining or parting two articles may touch."""
        stories = story_scopes(self._database, fr, en)
        return (*self._pair_scopes(fr, en), *stories, _choice_scope(fr, en))

    def _pair_scopes(self, fr: int, en: int) -> tuple[Scope, ...]:
        return (Scope("pairs", "fr IN (?, ?) OR en IN (?, ?)", (fr, en, fr, en)),)

    def _partners(self, fr: int, en: int) -> list[int]:
        sql = "SELECT fr, en FROM pairs WHERE fr IN (?1, ?2) OR en IN (?1, ?2)"
        held = set(chain.from_iterable(self._database.rows(sql, (fr, en)))) | {fr, en}
        near = "SELECT article FROM copies WHERE original IN ({})"
        return sorted(held | {row[0] for row in self._database.among(near, held)})

    def _mend_sides(self, article: int) -> None:
        """Take apart the pairs in which an article no longer is on the side of its language."""
        self._database.run(
            "DELETE FROM pairs WHERE (fr = ?1 AND (SELECT lang FROM articles WHERE id = ?1) <> 'fr')"
            " OR (en = ?1 AND (SELECT lang FROM articles WHERE id = ?1) <> 'en')",
            (article,),
        )


def apply_edits(database: Database, article: int) -> None:
    """Write the reader's metadata over an article's columns, inside the caller's ``writing``."""
    for field, value in database.rows("SELECT field, value FROM edits WHERE article = ?", (article,)):
        for column, held in _columns(field, value).items():
            database.run(f"UPDATE articles SET {column} = ?, indexed = 0 WHERE id = ?", (held, article))


def delete_articles(database: Database, articles: Iterable[int]) -> None:
    """Delete articles with all that hangs on them, inside the caller's ``writing``."""
    marks = [(one,) for one in articles]
    database.run_many("DELETE FROM articles WHERE id = ?", marks)
    for table in (*DERIVED[1:], *READER_STATE):
        database.run_many(f"DELETE FROM {table} WHERE article = ?", marks)
    database.run_many("DELETE FROM copies WHERE original = ?", marks)
    database.run_many("DELETE FROM pairs WHERE fr = ?", marks)
    database.run_many("DELETE FROM pairs WHERE en = ?", marks)


def _choice_scope(fr: int, en: int) -> Scope:
    return Scope("pair_choices", "fr = ? AND en = ?", (fr, en))


def _columns(field: str, value: str | None) -> dict[str, str | int | None]:
    if field == "title":
        return {"title": value, "title_fold": fold(value or "")}
    if field == "source":
        return {"source": value, "source_fold": None if value is None else fold(value)}
    if field != "published":
        return {field: value}
    held = published_back(value)
    dated: dict[str, str | int | None] = {"published": value, "day": None if value is None else value[:10]}
    return dated if held is None else {**dated, "moment": moment(held)}


def _checked(field: str, value: Edit) -> str | None:
    if field not in FIELDS:
        raise UsageError(
            tr("“{field}” cannot be edited: choose one of {words}.", field=field, words=", ".join(FIELDS))
        )
    if field == "published":
        return published_text(_published(value))
    text = None if value is None else clean_line(str(value)).strip() or None
    if field == "lang" and text not in (Lang.FR, Lang.EN):
        raise UsageError(tr("“{text}” is not a language that visavis reads: fr or en.", text=text))
    if field == "title" and text is None:
        raise UsageError(tr("A title cannot be empty."))
    return text


def _published(value: Edit) -> Published | None:
    if value is None or isinstance(value, date):
        found = value
    else:
        try:
            found = (
                date.fromisoformat(value)
                if len(value) == len("2025-02-28")
                else datetime.fromisoformat(value)
            )
        except ValueError as error:
            raise UsageError(tr("“{value}” is not a date: write it like 2025-02-28.", value=value)) from error
    if isinstance(found, datetime) and found.tzinfo is None:
        return found.replace(tzinfo=UTC)
    return found
