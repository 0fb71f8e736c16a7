"""What a reader said of an entity: it holds for the library and for what is added later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum

from tui.frozen import dataclass
from tui.model.article import Article, Entity, Kind, Mention
from tui.model.salience import key_entities


class Action(StrEnum):
    """What a correction does to an entity."""

    KIND = "kind"
    SAME = "same"
    IGNORE = "ignore"


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction: ``entity`` is the id as the program made it.

    ``to`` is the kind that it really is (``KIND``: «PLACE»), the id of the entity that it really is
    (``SAME``), or empty (``IGNORE``: it names nothing).
    """

    action: Action
    entity: str
    to: str = ""

    @property
    def target(self) -> str:
        """The id that the entity goes by, empty where it is to be ignored."""
        if self.action is Action.KIND:
            return f"{self.to.lower()}:{self.entity.partition(':')[2]}"
        return self.to


Words = Mapping[str, Correction]
"""Corrections by the id that they are about."""

_LONGEST_CHAIN = 8
"""Corrections that follow one another («this is that», «that is a place»); more is a circle."""


def steps(entity: str, words: Words) -> tuple[str, ...]:
    """Return the ids that an entity goes by in turn, itself first; the last is empty if it is ignored."""
    passed = [entity]
    while (word := words.get(passed[-1])) and len(passed) <= _LONGEST_CHAIN and word.target not in passed:
        passed.append(word.target)
    return tuple(passed)


def target(entity: str, words: Words) -> str:
    """Return the id that an entity goes by in the end, empty if it is ignored."""
    return steps(entity, words)[-1]


def with_word(words: Words, word: Correction) -> dict[str, Correction]:
    """Return the corrections with one more: the last word wins, whatever led back to it goes."""
    kept = {entity: held for entity, held in words.items() if entity != word.entity}
    for passed in steps(word.target, kept):
        if (held := kept.get(passed)) and held.target == word.entity:
            del kept[passed]
    return {**kept, word.entity: word}


def corrected(article: Article, words: Words) -> Article:
    """Return the article as the words say: entities retyped, joined or left out, ranked anew."""
    named = {mention.entity for mention in article.mentions} | {one.id for one in article.entities}
    moved = {entity: target(entity, words) for entity in named if entity in words}
    if not moved:
        return article
    entities = _joined(article.entities, moved)
    keys = key_entities({entity.id: entity.salience for entity in entities})
    mentions = [_moved(mention, moved, keys) for mention in article.mentions]
    return replace(article, mentions=tuple(one for one in mentions if one.entity), entities=entities)


def _moved(mention: Mention, moved: Mapping[str, str], keys: frozenset[str]) -> Mention:
    entity = moved.get(mention.entity, mention.entity)
    return replace(
        mention,
        entity=entity,
        kind=mention.kind if entity == mention.entity else _kind(entity, mention.kind),
        key=entity in keys,
    )


def _joined(entities: tuple[Entity, ...], moved: Mapping[str, str]) -> tuple[Entity, ...]:
    groups: dict[str, list[Entity]] = {}
    for entity in entities:
        goes_by = moved.get(entity.id, entity.id)
        if goes_by:
            groups.setdefault(goes_by, []).append(entity)
    made = [_one(goes_by, many) for goes_by, many in groups.items()]
    return tuple(sorted(made, key=lambda entity: (-entity.salience, entity.id)))


def _one(goes_by: str, many: list[Entity]) -> Entity:
    """Return the entity that several turn out to be; the one of that id lends its names first."""
    lead = next((entity for entity in many if entity.id == goes_by), many[0])
    names = {lang: name for entity in (*many, lead) for lang, name in entity.names}
    return replace(
        lead,
        id=goes_by,
        kind=lead.kind if lead.id == goes_by else _kind(goes_by, lead.kind),
        names=tuple(sorted(names.items(), reverse=True)),
        count=sum(entity.count for entity in many),
        salience=max(entity.salience for entity in many),
    )


def _kind(entity: str, otherwise: Kind) -> Kind:
    """Return the kind that an id begins with."""
    name = entity.partition(":")[0].upper()
    return Kind(name) if name in Kind.__members__ else otherwise
