"""Articles and pairs as compact bytes, quick to read back."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

from tui.model.article import (
    Article,
    Block,
    BlockKind,
    Entity,
    Kind,
    Lang,
    Mention,
    Published,
    Removed,
    Segment,
    Value,
)
from tui.model.pair import Bead, Evidence, Pair
from tui.model.span import Span

LEVEL = 6
"""zlib's own balance: half the bytes of level 1, and reading back costs the same."""

_KINDS = tuple(Kind)
_BLOCK_KINDS = tuple(BlockKind)
_LANGS = tuple(Lang)
_KIND = {kind: number for number, kind in enumerate(_KINDS)}
_BLOCK_KIND = {kind: number for number, kind in enumerate(_BLOCK_KINDS)}
_LANG = {lang: number for number, lang in enumerate(_LANGS)}


def pack(value: Any) -> bytes:
    """Return a JSON value as compressed bytes."""
    return zlib.compress(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(), LEVEL)


def unpack(data: bytes) -> Any:
    """Return the JSON value that ``pack`` made into bytes."""
    return json.loads(zlib.decompress(data))


def pack_body(article: Article) -> bytes:
    """Return what an article holds beside its text and its columns."""
    numbers = {entity.id: number for number, entity in enumerate(article.entities)}
    return pack(
        {
            "b": [[_BLOCK_KIND[b.kind], b.start, b.end, _LANG[b.lang]] for b in article.blocks],
            "s": [[segment.block, segment.start, segment.end] for segment in article.segments],
            "m": [_mention(mention, numbers) for mention in article.mentions],
            "e": [_entity(entity) for entity in article.entities],
            "h": list(article.alternates),
            "l": [[span.start, span.end, url] for span, url in article.links],
            "r": [[removed.text, removed.why] for removed in article.removed],
            "a": article.annotator,
        }
    )


def unpack_body(article: Article, data: bytes) -> Article:
    """Return ``article`` (columns and text) completed with what ``pack_body`` kept."""
    held = unpack(data)
    entities = tuple(_entity_back(one) for one in held["e"])
    ids = [entity.id for entity in entities]
    return Article(
        article.id,
        article.key,
        article.lang,
        article.title,
        article.text,
        tuple(Block(_BLOCK_KINDS[kind], start, end, _LANGS[lang]) for kind, start, end, lang in held["b"]),
        tuple(Segment(block, start, end) for block, start, end in held["s"]),
        tuple(_mention_back(one, ids) for one in held["m"]),
        entities,
        byline=article.byline,
        published=article.published,
        source=article.source,
        url=article.url,
        path=article.path,
        alternates=tuple(held["h"]),
        links=tuple((Span(start, end), url) for start, end, url in held["l"]),
        removed=tuple(Removed(text, why) for text, why in held["r"]),
        annotator=held["a"],
    )


def pack_pair(pair: Pair) -> bytes:
    """Return a pair's evidence, beads, links and names."""
    return pack(
        {
            "v": [[one.kind, one.weight, one.detail] for one in pair.evidence],
            "b": bead_lists(pair.beads),
            "l": bead_lists(pair.links),
            "n": [list(names) for names in pair.names],
        }
    )


def unpack_pair(pair: Pair, data: bytes) -> Pair:
    """Return ``pair`` completed with what ``pack_pair`` kept."""
    held = unpack(data)
    return replace(
        pair,
        evidence=tuple(Evidence(*one) for one in held["v"]),
        beads=beads_back(held["b"]),
        links=beads_back(held["l"]),
        names=tuple((one, other) for one, other in held.get("n", ())),
    )


def bead_lists(beads: Iterable[Bead]) -> list[Any]:
    """Return beads as JSON lists."""
    return [[list(bead.fr), list(bead.en), round(bead.score, 4)] for bead in beads]


def beads_back(held: Iterable[Any]) -> tuple[Bead, ...]:
    """Return the beads of ``bead_lists``."""
    return tuple(Bead(tuple(fr), tuple(en), score) for fr, en, score in held)


def kinds_mask(mentions: Iterable[Mention]) -> int:
    """Return the kinds of ``mentions`` as bits, in the order of Kind."""
    mask = 0
    for mention in mentions:
        mask |= 1 << _KIND[mention.kind]
    return mask


def published_text(published: Published | None) -> str | None:
    """Return a publication date in ISO 8601."""
    return None if published is None else published.isoformat()


def published_back(text: str | None) -> Published | None:
    """Return the publication date that ``published_text`` wrote."""
    if text is None:
        return None
    return date.fromisoformat(text) if len(text) == len("2025-02-28") else datetime.fromisoformat(text)


def moment(published: Published) -> int:
    """Return a publication date in seconds since 1970, a day counting from its midnight in UTC."""
    if not isinstance(published, datetime):
        published = datetime.combine(published, time(), UTC)
    return int(published.timestamp())


def _mention(mention: Mention, numbers: dict[str, int]) -> list[Any]:
    packed: list[Any] = [mention.start, mention.end, _KIND[mention.kind]]
    packed += [numbers.get(mention.entity, mention.entity), int(mention.key)]
    if mention.value is not None or mention.unit is not None:
        packed += [mention.value, mention.unit]
    return packed


def _mention_back(held: list[Any], ids: list[str]) -> Mention:
    entity = held[3] if isinstance(held[3], str) else ids[held[3]]
    value: Value | None = None
    unit: str | None = None
    if len(held) > 5:
        value = tuple(held[5]) if isinstance(held[5], list) else held[5]
        unit = held[6]
    return Mention(held[0], held[1], _KINDS[held[2]], entity, bool(held[4]), value, unit)


def _entity(entity: Entity) -> list[Any]:
    names = [[_LANG[lang], name] for lang, name in entity.names]
    return [entity.id, _KIND[entity.kind], entity.name, names, entity.count, round(entity.salience, 4)]


def _entity_back(held: list[Any]) -> Entity:
    names = tuple((_LANGS[lang], name) for lang, name in held[3])
    return Entity(held[0], _KINDS[held[1]], held[2], names, held[4], held[5])
