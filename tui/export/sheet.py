"""What every format writes: one text, or two facing each other, as rows of plain strings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tui.model.article import Article, BlockKind, Lang
from tui.model.keeping import ConcordLine
from tui.model.pair import Bead, Bitext, Mode


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above one side; everything but the title may be unknown."""

    lang: Lang
    title: str
    id: str | None = None
    byline: str | None = None
    published: str | None = None
    source: str | None = None
    url: str | None = None

    @property
    def credits(self) -> str:
        """Who published it and when, in one line."""
        return " · ".join(part for part in (self.byline, self.source, self.published) if part)


@dataclass(frozen=True, slots=True)
class Row:
    """A French text facing an English one; an empty side is a gap. ``opens`` tells that a block begins."""

    fr: str
    en: str
    score: float = 1.0
    kind: BlockKind = BlockKind.PARAGRAPH
    opens: bool = True

    def side(self, lang: Lang) -> str:
        """Return the text on the side of ``lang``."""
        return self.fr if lang is Lang.FR else self.en


@dataclass(frozen=True, slots=True)
class Sheet:
    """One export: ``heads`` are one or two sides, French first.

    ``rows`` face each other when ``mode`` is aligned. When it is related, the texts stand for themselves,
    in rows of one side, and ``links`` are the passages that match. ``notes`` are the reader's own words.
    """

    heads: tuple[Head, ...]
    rows: tuple[Row, ...]
    id: str | None = None
    mode: Mode | None = None
    links: tuple[Row, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The titles of both sides, or of the one there is."""
        return " — ".join(head.title for head in self.heads)

    def of(self, lang: Lang) -> Head | None:
        """Return what stands above a side, if it is there."""
        return next((head for head in self.heads if head.lang is lang), None)


Item = Article | Bitext
Notes = Sequence[str]


def sheet(item: Item, notes: Notes = ()) -> Sheet:
    """Return what is to be written of an article or of a bitext."""
    if isinstance(item, Article):
        return Sheet((_head(item),), tuple(_blocks(item)), item.id, notes=tuple(notes))
    heads = (_head(item.fr), _head(item.en))
    if item.pair.mode is Mode.ALIGNED:
        rows = tuple(facing(item.fr, item.en, item.pair.beads))
        return Sheet(heads, rows, item.pair.id, Mode.ALIGNED, notes=tuple(notes))
    rows = (*_blocks(item.fr), *_blocks(item.en))
    links = tuple(facing(item.fr, item.en, item.pair.links))
    return Sheet(heads, rows, item.pair.id, Mode.RELATED, links, tuple(notes))


def plain_sheet(
    fr: Sequence[str], en: Sequence[str], beads: Iterable[Bead], titles: tuple[str, str]
) -> Sheet:
    """Return two lists of segments, aligned by beads, without articles around them."""
    rows = tuple(
        Row(" ".join(fr[index] for index in bead.fr), " ".join(en[index] for index in bead.en), bead.score)
        for bead in beads
    )
    return Sheet((Head(Lang.FR, titles[0]), Head(Lang.EN, titles[1])), rows, mode=Mode.ALIGNED)


def concordance(lines: Iterable[ConcordLine]) -> Sheet:
    """Return the sentences of a concordance, each facing its counterpart, once, as one sheet."""
    rows = tuple(
        dict.fromkeys(
            Row(line.text, line.facing, line.score)
            if line.lang is Lang.FR
            else Row(line.facing, line.text, line.score)
            for line in lines
        )
    )
    return Sheet((Head(Lang.FR, "Concordance"), Head(Lang.EN, "Concordance")), rows, mode=Mode.ALIGNED)


def facing(fr: Article, en: Article, beads: Iterable[Bead]) -> Iterable[Row]:
    """Yield one row a bead; it opens a block where its first segment does, on whichever side there is one."""
    seen = (set[int](), set[int]())
    for bead in beads:
        sides = ((fr, bead.fr, seen[0]), (en, bead.en, seen[1]))
        opens = any(_opens(article, indexes, blocks) for article, indexes, blocks in sides)
        yield Row(
            _joined(fr, bead.fr), _joined(en, bead.en), bead.score, _kind(sides[0]) or _kind(sides[1]), opens
        )


_Side = tuple[Article, tuple[int, ...], set[int]]


def _opens(article: Article, indexes: tuple[int, ...], blocks: set[int]) -> bool:
    """Tell whether one of the segments is the first of its block, and remember the blocks."""
    found = {article.segments[index].block for index in indexes}
    fresh = bool(found - blocks)
    blocks |= found
    return fresh


def _kind(side: _Side) -> BlockKind:
    article, indexes, _ = side
    kinds = [article.blocks[article.segments[index].block].kind for index in indexes]
    return kinds[0] if kinds else BlockKind.PARAGRAPH


def _joined(article: Article, indexes: tuple[int, ...]) -> str:
    return " ".join(article.segment_text(index) for index in indexes)


def _blocks(article: Article) -> Iterable[Row]:
    """Yield the blocks of one text, nothing facing them."""
    for block in article.blocks:
        text = block.span.of(article.text)
        fr, en = (text, "") if article.lang is Lang.FR else ("", text)
        yield Row(fr, en, kind=block.kind)


def _head(article: Article) -> Head:
    published = article.published.isoformat() if article.published else None
    return Head(
        article.lang, article.title, article.id, article.byline, published, article.source, article.url
    )
