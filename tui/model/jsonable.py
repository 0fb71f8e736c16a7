"""The shapes of ``--json``: every object that visavis prints is made here, keys in a fixed order."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from tui.model.article import Article, Block, Entity, Lang, Mention, Published, Value
from tui.model.listing import Hit, Outcome, Row
from tui.model.pair import Bead, Evidence, Fact, Pair, Story
from tui.model.span import Span

if TYPE_CHECKING:
    from tui.model.keeping import ConcordLine, Feed

SCHEMA = 1
"""Raised when a key changes its meaning or goes; new keys alone do not raise it."""

Json = dict[str, Any]

_DIGITS = 4
"""Decimals of a score: enough to rank by, few enough to read."""

_WRITTEN = json.JSONEncoder(ensure_ascii=False).encode
"""Made once: ``json.dumps`` makes one a line."""

_RAW = re.compile(
    "[\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
"""What JSON lets stand but a terminal obeys or a line reader splits on: C1, bidi, invisibles, surrogates."""


def line(shape: Mapping[str, Any]) -> str:
    """Return one line of JSON, the schema number first, with nothing in it that a terminal would obey."""
    text = _WRITTEN({"schema": SCHEMA, **shape})
    return _RAW.sub(lambda found: json.dumps(found[0])[1:-1], text)


def article(held: Article) -> Json:
    """Return an article's shape."""
    return {
        "id": held.id,
        "key": held.key,
        "path": held.path,
        "lang": str(held.lang),
        "title": held.title,
        "byline": held.byline,
        "published": moment(held.published),
        "source": held.source,
        "url": held.url,
        "text": held.text,
        "blocks": [_block(block) for block in held.blocks],
        "segments": [{"block": one.block, "start": one.start, "end": one.end} for one in held.segments],
        "mentions": [_mention(mention) for mention in held.mentions],
        "entities": [_entity(entity) for entity in held.entities],
        "removed": [{"text": one.text, "why": one.why} for one in held.removed],
    }


def shown(held: Article, joined: Pair | None, facts: Iterable[Fact]) -> Json:
    """Return the shape of ``show ID``: an article, its pair or null, and the pair's facts."""
    return {**article(held), **_joined(joined, facts)}


def both(fr: Article, en: Article, joined: Pair, facts: Iterable[Fact]) -> Json:
    """Return the shape of ``show ID --side both``."""
    return {"fr": article(fr), "en": article(en), **_joined(joined, facts)}


def _joined(joined: Pair | None, facts: Iterable[Fact]) -> Json:
    return {"pair": pair(joined) if joined else None, "facts": [fact(one) for one in facts]}


def pair(held: Pair) -> Json:
    """Return a pair's shape."""
    return {
        "id": held.id,
        "mode": str(held.mode),
        "score": _score(held.score),
        "evidence": evidence(held.evidence),
        "beads": beads(held.beads),
        "links": beads(held.links),
    }


def evidence(held: Iterable[Evidence]) -> list[Json]:
    """Return the shapes of a pair's reasons."""
    return [{"kind": one.kind, "weight": _score(one.weight), "detail": one.detail} for one in held]


def beads(held: Iterable[Bead]) -> list[Json]:
    """Return the shapes of beads: indexes of segments on either side, and the score."""
    return [{"fr": list(bead.fr), "en": list(bead.en), "score": _score(bead.score)} for bead in held]


def fact(held: Fact) -> Json:
    """Return a fact's shape; ``other``, the English side's value, only stands where the sides differ."""
    shape: Json = {
        "kind": str(held.kind),
        "value": value(held.value),
        "unit": held.unit,
        "status": str(held.status),
        "fr": _span(held.fr),
        "en": _span(held.en),
    }
    return shape if held.other is None else {**shape, "other": value(held.other)}


def row(held: Row) -> Json:
    """Return the shape of one article in ``list``."""
    return {
        "id": held.id,
        "lang": str(held.lang),
        "title": held.title,
        "byline": held.byline,
        "published": moment(held.published),
        "source": held.source,
        "url": held.url,
        "path": held.path,
        "words": held.words,
        "pair": held.pair,
        "story": held.story,
        "read": held.read,
        "starred": held.starred,
        "tags": list(held.tags),
    }


def hit(query: str, held: Hit) -> Json:
    """Return the shape of one search result; ``partial`` only stands where some of the words lack."""
    shape: Json = {
        "query": query,
        "rank": held.rank,
        "id": held.id,
        "score": _score(held.score),
        "lang": str(held.lang),
        "title": held.title,
        "published": moment(held.published),
        "path": held.path,
        "pair": held.pair,
        "matched": [str(lang) for lang in held.matched],
        "snippets": [
            {"text": one.text, "highlights": [list(span) for span in one.highlights]} for one in held.snippets
        ],
    }
    return {**shape, "partial": True} if held.partial else shape


def aligned(fr: Sequence[str], en: Sequence[str], held: Iterable[Bead]) -> Json:
    """Return the shape of ``align``: both sides' segments and the beads over them."""
    return {"fr": list(fr), "en": list(en), "beads": beads(held)}


def paired(held: Pair, fr: Side, en: Side) -> Json:
    """Return the shape of one pair in ``pairs``."""
    return {
        "id": held.id,
        "mode": str(held.mode),
        "score": _score(held.score),
        "fr": _side(fr),
        "en": _side(en),
        "evidence": evidence(held.evidence),
    }


Side = Article | Row
"""Whatever knows an article's id, path and title."""


def _side(held: Side) -> Json:
    return {"id": held.id, "path": held.path, "title": held.title}


def story(held: Story) -> Json:
    """Return a story's shape."""
    return {
        "id": held.id,
        "title": held.title,
        "fr": list(held.fr),
        "en": list(held.en),
        "first": moment(held.first),
        "last": moment(held.last),
    }


def entity(held: Entity, articles: int, mentions: int) -> Json:
    """Return the shape of an entity of the library: in how many articles, how many times."""
    return {
        "id": held.id,
        "kind": str(held.kind),
        "names": _names(held),
        "articles": articles,
        "mentions": mentions,
    }


def concord(held: ConcordLine) -> Json:
    """Return the shape of one line of a concordance."""
    return {
        "id": held.id,
        "lang": str(held.lang),
        "segment": held.segment,
        "text": held.text,
        "facing": held.facing,
        "score": _score(held.score),
    }


def feed(held: Feed) -> Json:
    """Return the shape of a subscription."""
    return {
        "url": held.url,
        "title": held.title,
        "lang": held.lang,
        "last_sync": moment(held.last_sync),
        "articles": held.articles,
        "error": held.error,
    }


def outcome(held: Outcome) -> Json:
    """Return the shape of what became of one input."""
    return {
        "result": str(held.result),
        "key": held.key,
        "id": held.id,
        "lang": None if held.lang is None else str(held.lang),
        "title": held.title,
        "why": held.why,
    }


def moment(published: Published | None) -> str | None:
    """Return a day or moment in ISO 8601, or None."""
    return published.isoformat() if published else None


def value(held: Value) -> Any:
    """Return a fact's value: whole numbers without a point, a range as a list of two."""
    if isinstance(held, tuple):
        return [value(end) for end in held]
    return int(held) if isinstance(held, float) and held.is_integer() else held


def _block(held: Block) -> Json:
    return {"kind": str(held.kind), "start": held.start, "end": held.end, "lang": str(held.lang)}


def _mention(held: Mention) -> Json:
    shape: Json = {
        "start": held.start,
        "end": held.end,
        "kind": str(held.kind),
        "entity": None if held.kind.is_value else held.entity,
        "key": held.key,
    }
    if held.value is not None:
        shape["value"] = value(held.value)
    if held.unit is not None:
        shape["unit"] = held.unit
    return shape


def _entity(held: Entity) -> Json:
    return {
        "id": held.id,
        "kind": str(held.kind),
        "name": held.name,
        "names": _names(held),
        "count": held.count,
        "salience": _score(held.salience),
    }


def _names(held: Entity) -> Json:
    names = dict(held.names)
    return {str(lang): names.get(lang) for lang in (Lang.FR, Lang.EN)}


def _span(held: Span | None) -> Json | None:
    return {"start": held.start, "end": held.end} if held else None


def _score(number: float) -> float:
    return round(float(number), _DIGITS)
