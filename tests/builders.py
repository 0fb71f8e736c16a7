"""Articles, pairs and libraries made in a line, for tests."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from tui.library import Library
from tui.model.article import Article, Block, BlockKind, Entity, Kind, Lang, Mention, Segment
from tui.model.pair import Bead, Evidence, Mode, Pair

_numbers = itertools.count(1)


def an_article(
    lang: str, text: str, *, title: str | None = None, key: str | None = None, **fields: Any
) -> Article:
    """Return an article: paragraphs split at blank lines, one segment a sentence."""
    blocks = tuple(_blocks(text, Lang(lang)))
    segments = tuple(
        segment for number, block in enumerate(blocks) for segment in _segments(text, number, block)
    )
    names = fields.pop("names", ())
    mentions, entities = _named(text, Lang(lang), names)
    if isinstance(fields.get("published"), str):
        fields["published"] = date.fromisoformat(fields["published"])
    return Article(
        fields.pop("id", None),
        key or f"test:{next(_numbers)}",
        Lang(lang),
        title if title is not None else text.split("\n", maxsplit=1)[0][:60],
        text,
        blocks,
        segments,
        fields.pop("mentions", mentions),
        fields.pop("entities", entities),
        **fields,
    )


def a_pair(fr: Article | str, en: Article | str, **fields: Any) -> Pair:
    """Return a pair of two articles (or ids), aligned one to one as far as both go."""
    beads = fields.pop("beads", None)
    if beads is None:
        beads = some_beads(_length(fr), _length(en))
    evidence = fields.pop("evidence", (Evidence("names", 0.6, "OpenAI"),))
    mode = fields.pop("mode", Mode.ALIGNED)
    score = fields.pop("score", 0.9)
    return Pair(fields.pop("id", None), _id(fr), _id(en), mode, score, evidence, beads, **fields)


def some_beads(fr: int, en: int, score: float = 0.8) -> tuple[Bead, ...]:
    """Return beads for two sides of so many segments: one to one, then gaps."""
    both = min(fr, en)
    rows = [Bead((index,), (index,), score) for index in range(both)]
    rows += [Bead((index,), (), 0.0) for index in range(both, fr)]
    rows += [Bead((), (index,), 0.0) for index in range(both, en)]
    return tuple(rows)


def a_library(path: Path, *articles: Article, pairs: Sequence[tuple[int, int]] = ()) -> Library:
    """Return a library in ``path`` that holds ``articles``; ``pairs`` are places (from 0) in it."""
    library = Library.open(path)
    ids = [library.writing.put(article, article.key.encode()) for article in articles]
    made = [
        a_pair(ids[fr], ids[en], beads=some_beads(len(articles[fr].segments), len(articles[en].segments)))
        for fr, en in pairs
    ]
    library.writing.put_pairs(made)
    return library


def _blocks(text: str, lang: Lang) -> list[Block]:
    blocks, at = [], 0
    for part in text.split("\n\n"):
        blocks.append(Block(BlockKind.PARAGRAPH, at, at + len(part), lang))
        at += len(part) + 2
    return blocks


def _segments(text: str, number: int, block: Block) -> list[Segment]:
    segments, at = [], block.start
    for sentence in text[block.start : block.end].split(". "):
        end = min(block.end, at + len(sentence) + 1)
        segments.append(Segment(number, at, end))
        at = end + 1
    return [segment for segment in segments if segment.start < segment.end]


def _named(
    text: str, lang: Lang, names: Sequence[tuple[str, str, str]]
) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """Return mentions and entities of (id, kind, name) wherever the name stands in the text."""
    mentions, entities = [], []
    for entity, kind, name in names:
        starts = [at for at in range(len(text)) if text.startswith(name, at)]
        mentions += [Mention(at, at + len(name), Kind(kind), entity, key=True) for at in starts]
        entities.append(Entity(entity, Kind(kind), name, ((lang, name),), len(starts), 0.5))
    return tuple(sorted(mentions, key=lambda mention: mention.start)), tuple(entities)


def _id(end: Article | str) -> str:
    return end if isinstance(end, str) else end.id or end.key


def _length(end: Article | str) -> int:
    return 1 if isinstance(end, str) else len(end.segments)
