"""The reader's word on entities: this is a place, these two are one, ignore this."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from tui.library.store.codec import unpack_body
from tui.library.store.database import Database
from tui.model.article import Article, Entity, Kind, Lang, Mention
from tui.text.fold import fold

MAX_STEPS = 10
"""How far “these two are one” is followed: chains are short, and a circle must end."""


class EntityCorrections:
    """Corrections that hold for the whole library, and for what is added later."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> dict[str, tuple[str, str | None]]:
        """Return entity id -> (``kind``, ``same`` or ``ignore``, its value)."""
        sql = "SELECT entity, action, value FROM entity_corrections"
        return {entity: (action, value) for entity, action, value in self._database.rows(sql)}

    def applied(self, article: Article) -> Article:
        """Return the article as corrected."""
        words = self.all()
        if not words:
            return article
        mentions = tuple(filter(None, (_mention(mention, words) for mention in article.mentions)))
        return replace(article, mentions=mentions, entities=_merged(article.entities, words))

    def count(self, number: int, article: Article) -> None:
        """Write which entities an article names, as corrected, inside the caller's ``writing``."""
        self._database.run("DELETE FROM article_entities WHERE article = ?", (number,))
        corrected = self.applied(article)
        keys = {mention.entity for mention in corrected.mentions if mention.key}
        named = [entity for entity in corrected.entities if not entity.kind.is_value]
        numbers = self._numbers(named)
        self._database.run_many(
            "INSERT OR REPLACE INTO article_entities VALUES (?, ?, ?, ?, ?)",
            [
                (numbers[entity.id], number, entity.count, entity.salience, int(entity.id in keys))
                for entity in named
            ],
        )

    def recount(self, numbers: Iterable[int]) -> None:
        """Write anew which entities some articles name, inside the caller's ``writing``."""
        sql = "SELECT article, text, data FROM bodies WHERE article IN ({})"
        for number, text, data in self._database.among(sql, numbers):
            self.count(number, unpack_body(Article(None, "", Lang.UND, "", text, (), ()), data))

    def holding(self, entity: str) -> list[int]:
        """Return the numbers of the articles that name an entity."""
        sql = (
            "SELECT t.article FROM article_entities t JOIN entities e ON e.id = t.entity"
            " WHERE e.entity = ? ORDER BY t.article"
        )
        return self._database.column(sql, (entity,))

    def _numbers(self, entities: list[Entity]) -> dict[str, int]:
        self._database.run_many(
            "INSERT INTO entities (entity, kind, name, fr, en, folds) VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (entity) DO UPDATE SET kind = excluded.kind,"
            " fr = COALESCE(entities.fr, excluded.fr), en = COALESCE(entities.en, excluded.en),"
            " folds = CASE WHEN instr(entities.folds, excluded.folds) THEN entities.folds"
            " ELSE entities.folds || substr(excluded.folds, 2) END",
            map(_columns, entities),
        )
        places = ",".join("?" * len(entities))
        sql = f"SELECT entity, id FROM entities WHERE entity IN ({places})"
        return dict(self._database.rows(sql, [entity.id for entity in entities]))


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


def _target(entity: str, words: dict[str, tuple[str, str | None]]) -> str | None:
    """Return the id that an entity goes by, None when it is to be ignored."""
    for _ in range(MAX_STEPS):
        action, value = words.get(entity, ("", None))
        if action == "ignore":
            return None
        if action != "same" or value is None:
            return entity
        entity = value
    return entity


def _kind(entity: str, kind: Kind, words: dict[str, tuple[str, str | None]]) -> Kind:
    action, value = words.get(entity, ("", None))
    return Kind(value) if action == "kind" and value else kind


def _mention(mention: Mention, words: dict[str, tuple[str, str | None]]) -> Mention | None:
    target = _target(mention.entity, words)
    if target is None:
        return None
    kind = _kind(target, mention.kind, words)
    if (target, kind) == (mention.entity, mention.kind):
        return mention
    return replace(mention, entity=target, kind=kind)


def _merged(entities: tuple[Entity, ...], words: dict[str, tuple[str, str | None]]) -> tuple[Entity, ...]:
    found: dict[str, Entity] = {}
    own = {entity.id: entity for entity in entities}
    for entity in entities:
        target = _target(entity.id, words)
        if target is None:
            continue
        held = found.get(target)
        if held is None:
            lead = own.get(target, entity)
            found[target] = replace(
                lead,
                id=target,
                kind=_kind(target, lead.kind, words),
                count=entity.count,
                salience=entity.salience,
            )
        else:
            names = tuple({**dict(entity.names), **dict(held.names)}.items())
            salience = max(held.salience, entity.salience)
            found[target] = replace(held, names=names, count=held.count + entity.count, salience=salience)
    return tuple(found.values())
