"""Which entities articles name, after the reader's word: this is a place, these two are one, ignore this."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import chain
from typing import Any

from tui.library.store.codec import kinds_mask, unpack_body
from tui.library.store.database import Database
from tui.library.store.grouping import regroup
from tui.model.article import Article, Entity, Lang
from tui.model.correction import Action, Correction, Words, corrected, steps, target
from tui.model.pair import Bitext, Pair
from tui.model.salience import key_entities
from tui.text.fold import fold

ALIASES = 2000
"""Aliases kept, the surest: all are looked at whenever an article is opened or added."""


class EntityCorrections:
    """Corrections that hold for the whole library, and for what is added later."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def words(self) -> dict[str, Correction]:
        """Return what the reader said of entities, by their ids."""
        sql = "SELECT entity, action, value FROM entity_corrections"
        return {
            entity: Correction(Action(action), entity, value or "")
            for entity, action, value in self._database.rows(sql)
        }

    def all(self) -> dict[str, Correction]:
        """Return what the library learnt of entities and, over it, what the reader said."""
        sql = "SELECT fr, en FROM learnt WHERE kind = 'alias' ORDER BY weight DESC, fr LIMIT ?"
        learnt = self._database.rows(sql, (ALIASES,))
        return {**{one: Correction(Action.SAME, one, other) for one, other in learnt}, **self.words()}

    def applied(self, article: Article) -> Article:
        """Return the article as corrected."""
        return corrected(article, self.all())

    def facing(self, fr: Article, en: Article, pair: Pair) -> Bitext:
        """Return corrected articles as a bitext: a thing has one id, all its names, and is key on both."""
        words = self._shared(pair)
        left, right = corrected(fr, words), corrected(en, words)
        keys = key_entities(_salience(left, right))
        return Bitext(_faced(left, right, keys), _faced(right, left, keys), pair)

    def _shared(self, pair: Pair) -> Words:
        """Return what makes the names of a pair one; an id that the reader chose is the one kept."""
        words = self.all()
        shared: dict[str, Correction] = {}
        for one, other in pair.names:
            ends = target(one, words), target(other, words)
            gone, kept = ends[::-1] if one in words and other not in words else ends
            if gone and kept and gone != kept:
                shared[gone] = Correction(Action.SAME, gone, kept)
        return shared

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Count anew the articles that a change made inside concerns, within the caller's ``writing``."""
        before = self.all()
        yield
        after = self.all()
        changed = [one for one in before.keys() | after.keys() if before.get(one) != after.get(one)]
        touched = self._holding(changed)
        self._recount(touched)
        regroup(self._database, touched)

    def count(self, number: int, article: Article) -> None:
        """Write which entities an article names, as corrected, inside the caller's ``writing``.

        What it names in the program's eyes only is written too, with a count of 0: it may come back.
        """
        words = self.all()
        named = corrected(article, words)
        keys = {mention.entity for mention in named.mentions if mention.key}
        rows = [(one, one.count, one.salience, int(one.id in keys)) for one in _things(named.entities)]
        rows += [(one, 0, 0.0, 0) for one in _hidden(article.entities, named.entities, words)]
        numbers = self._numbers([entity for entity, *_ in rows])
        self._database.run("DELETE FROM article_entities WHERE article = ?", (number,))
        self._database.run_many(
            "INSERT OR REPLACE INTO article_entities VALUES (?, ?, ?, ?, ?)",
            [(numbers[entity.id], number, *rest) for entity, *rest in rows],
        )
        mask = kinds_mask(named.mentions)
        self._database.run("UPDATE articles SET kinds = ? WHERE id = ? AND kinds <> ?", (mask, number, mask))

    def is_known(self, entity: str) -> bool:
        """Tell whether an article has ever named an entity."""
        return bool(self._database.value("SELECT COUNT(*) FROM entities WHERE entity = ?", (entity,)))

    def _recount(self, numbers: Iterable[int]) -> None:
        sql = "SELECT article, text, data FROM bodies WHERE article IN ({})"
        for number, text, data in self._database.among(sql, numbers):
            self.count(number, unpack_body(Article(None, "", Lang.UND, "", text, (), ()), data))

    def _holding(self, entities: Iterable[str]) -> list[int]:
        """Return the numbers of the articles that name one of some entities, corrected or not."""
        sql = (
            "SELECT t.article FROM article_entities t JOIN entities e ON e.id = t.entity"
            " WHERE e.entity IN ({})"
        )
        return sorted({row[0] for row in self._database.among(sql, entities)})

    def _numbers(self, entities: list[Entity]) -> dict[str, int]:
        self._database.run_many(
            "INSERT INTO entities (entity, kind, name, fr, en, folds) VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (entity) DO UPDATE SET kind = excluded.kind,"
            " fr = COALESCE(entities.fr, excluded.fr), en = COALESCE(entities.en, excluded.en),"
            " folds = CASE WHEN instr(entities.folds, excluded.folds) THEN entities.folds"
            " ELSE entities.folds || substr(excluded.folds, 2) END",
            map(_columns, entities),
        )
        sql = "SELECT entity, id FROM entities WHERE entity IN ({})"
        return dict(self._database.among(sql, [entity.id for entity in entities]))


def _salience(fr: Article, en: Article) -> dict[str, float]:
    """Return how much a story is about each thing: half of it is what either side says."""
    sides = [{entity.id: entity.salience for entity in article.entities} for article in (fr, en)]
    return {one: sum(side.get(one, 0) for side in sides) / 2 for one in {**sides[0], **sides[1]}}


def _faced(article: Article, other: Article, keys: frozenset[str]) -> Article:
    """Return the article, its entities with their names on the other side, those of ``keys`` being key."""
    theirs = {entity.id: entity.names for entity in other.entities}
    entities = tuple(
        replace(one, names=tuple(sorted(dict((*theirs.get(one.id, ()), *one.names)).items(), reverse=True)))
        for one in article.entities
    )
    mentions = tuple(replace(mention, key=mention.entity in keys) for mention in article.mentions)
    return replace(article, mentions=mentions, entities=entities)


def _things(entities: Iterable[Entity]) -> Iterator[Entity]:
    return (entity for entity in entities if not entity.kind.is_value)


def _hidden(before: Iterable[Entity], after: Iterable[Entity], words: Words) -> Iterator[Entity]:
    """Yield the entities that corrections lead away from, each step of the way once."""
    shown = {entity.id for entity in after} | {""}
    passed = chain.from_iterable(
        ((replace(entity, id=one), one) for one in steps(entity.id, words)) for entity in _things(before)
    )
    for entity, one in passed:
        if one not in shown:
            shown.add(one)
            yield entity


def _columns(entity: Entity) -> tuple[Any, ...]:
    names = dict(entity.names)
    folds = dict.fromkeys(fold(name) for name in (entity.name, *names.values()) if name)
    return (
        entity.id,
        str(entity.kind),
        entity.name,
        names.get(Lang.FR),
        names.get(Lang.EN),
        "\n" + "".join(f"{one}\n" for one in folds),
    )
