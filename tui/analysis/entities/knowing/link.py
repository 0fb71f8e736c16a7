"""From mentions to the things they name, ranked by how much the article is about them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tui.analysis.entities.keys import name_key
from tui.analysis.entities.knowing.resolve import resolve
from tui.analysis.entities.knowing.salience import saliences
from tui.analysis.entities.lexicon import lexicon
from tui.model.article import Entity, Kind, Lang, Mention
from tui.model.salience import key_entities

Linked = tuple[tuple[Mention, ...], tuple[Entity, ...]]
"""Mentions with entity ids and key flags, and the entities they name, most salient first."""


def link(
    mentions: Sequence[Mention],
    text: str,
    lang: Lang,
    title: str | None = None,
) -> Linked:
    """Return the mentions with their entities, and the entities of the names, most salient first.

    Values keep the entity that they came with, or get one made of kind, value and unit.
    """
    names = [mention for mention in mentions if not mention.kind.is_value]
    ids = resolve(names, text, lang)
    known = [_known(mention, text, ids) for mention in mentions]
    return rank(known, text, lang, title)


def rank(mentions: Sequence[Mention], text: str, lang: Lang, title: str | None) -> Linked:
    """Return mentions whose entities are known with key flags, and the entities, most salient first."""
    names = [mention for mention in mentions if not mention.kind.is_value]
    salience = saliences(names, _titled(names, text, lang, title), len(text))
    key = key_entities(salience)
    flagged = tuple(replace(mention, key=mention.entity in key) for mention in mentions)
    entities = sorted(
        _entities(names, text, lang, salience), key=lambda entity: (-entity.salience, entity.id)
    )
    return flagged, tuple(entities)


def _known(mention: Mention, text: str, ids: Mapping[tuple[Kind, str], str]) -> Mention:
    if not mention.kind.is_value:
        return replace(mention, entity=ids[mention.kind, text[mention.start : mention.end]])
    return mention if mention.entity else replace(mention, entity=_value_id(mention))


def _value_id(mention: Mention) -> str:
    value = mention.value if isinstance(mention.value, tuple) else (mention.value,)
    parts = [f"{part:g}" if isinstance(part, float) else str(part) for part in value]
    unit = (mention.unit.lower(),) if mention.unit else ()
    return ":".join((mention.kind.value.lower(), "..".join(parts), *unit))


def _titled(names: Sequence[Mention], text: str, lang: Lang, title: str | None) -> Iterator[str]:
    """Yield the entities of which a spelling stands in the title, outside a longer name."""
    words = f" {name_key(title).lower()} " if title else ""
    called: dict[str, set[str]] = defaultdict(set)
    for key, entity in _spellings(names, text, lang):
        called[key].add(entity)
    for key in sorted(filter(None, called), key=len, reverse=True):
        if f" {key} " in words:
            yield from called[key]
            words = words.replace(f" {key} ", " · ")


def _spellings(names: Sequence[Mention], text: str, lang: Lang) -> Iterator[tuple[str, str]]:
    """Yield (key of a spelling, entity): those of the text, and those of things known beforehand."""
    for mention in names:
        yield name_key(text[mention.start : mention.end]).lower(), mention.entity
    for entity in {mention.entity for mention in names}:
        thing = lexicon().get(entity)
        yield from ((name_key(name).lower(), entity) for name in (thing.names(lang) if thing else ()))


def _entities(
    names: Sequence[Mention], text: str, lang: Lang, salience: Mapping[str, float]
) -> Iterator[Entity]:
    spelled: dict[str, Counter[str]] = defaultdict(Counter)
    kinds: dict[str, Kind] = {}
    for mention in names:
        spelled[mention.entity][text[mention.start : mention.end]] += 1
        kinds.setdefault(mention.entity, mention.kind)
    for entity, spellings in spelled.items():
        name = _best_name(entity, spellings)
        yield Entity(
            entity, kinds[entity], name, _names(entity, name, lang), spellings.total(), salience[entity]
        )


def _best_name(entity: str, spellings: Counter[str]) -> str:
    """Return the fullest spelling for a person, the commonest for the rest."""
    if entity.startswith("person:"):
        return " ".join(max(spellings, key=lambda name: (len(name.split()), spellings[name], name)).split())
    return " ".join(max(spellings, key=lambda name: (spellings[name], len(name), name)).split())


def _names(entity: str, name: str, lang: Lang) -> tuple[tuple[Lang, str], ...]:
    thing = lexicon().get(entity)
    if thing is None:
        return ((lang, name),)
    return ((Lang.FR, thing.fr[0]), (Lang.EN, thing.en[0]))
