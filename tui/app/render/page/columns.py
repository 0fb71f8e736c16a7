"""Laying out a text: columns of screen lines, aligned row by row or flowing freely."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from tui.app.ports import Opened
from tui.app.render.cells import wrap
from tui.model.article import Article, BlockKind, Lang
from tui.model.pair import Bead
from tui.model.span import Span
from tui.model.wording import dates
from tui.text.printable import clean_line

NO_UNIT = -1
"""The unit of lines that belong to no passage: title, rule, blank."""


class ColumnLine(NamedTuple):
    """One line of one side: a part of the article's text, or ``literal`` words of ours.

    ``unit`` counts beads where rows are aligned, segments where the text flows; ``first`` marks the first
    line of its unit; ``role`` is the style of the whole line; ``lang`` says whose text ``start`` counts;
    ``full`` is a line that was broken for want of room: justified text stretches these.
    """

    lang: Lang
    unit: int = NO_UNIT
    start: int = 0
    end: int = 0
    role: str = ""
    literal: str = ""
    first: bool = False
    full: bool = False


Column = tuple[ColumnLine, ...]


def aligned(
    opened: Opened, cells: int, language: str, first: int = 0, last: int | None = None
) -> tuple[Column, Column]:
    """Lay out both sides of an aligned pair: lines of equal number, bead facing bead.

    Beads ``first`` to ``last``, half-open; the heads come with the first one.
    """
    fr, en = opened.sides
    heads: Sequence[Sequence[ColumnLine]] = ((), ())
    if not first:
        heads = _levelled([head(fr, cells, language), head(en, cells, language)], (fr.lang, en.lang))
    columns: tuple[list[ColumnLine], ...] = (list(heads[0]), list(heads[1]))
    for number, bead in enumerate(opened.pair.beads[first:last] if opened.pair else (), first):
        if number and _opens_block(opened, bead):
            for column, article in zip(columns, opened.sides, strict=True):
                column.append(ColumnLine(article.lang))
        rows = [list(_bead_lines(article, bead, number, cells)) for article in opened.sides]
        for column, lines in zip(columns, _levelled(rows, (fr.lang, en.lang), number), strict=True):
            column.extend(lines)
    return tuple(columns[0]), tuple(columns[1])


def flowing(
    article: Article,
    cells: int,
    language: str,
    revealed: Sequence[tuple[int, Column]] = (),
    first: int = 0,
    last: int | None = None,
) -> Column:
    """Lay out one article as running text; ``revealed`` are lines to put after a segment's last one.

    Blocks ``first`` to ``last``, half-open; the head comes with the first one.
    """
    lines = [] if first else list(head(article, cells, language))
    for number, block in enumerate(article.blocks[first:last], first):
        if number:
            lines.append(ColumnLine(article.lang))
        lines += _block_lines(article, block.span, _role(block.kind), cells)
    return tuple(_with_revealed(lines, revealed)) if revealed else tuple(lines)


def revealed_lines(other: Article, bead: Bead, cells: int) -> Column:
    """Lay out what faces a passage, to be shown under it."""
    lines = list(_bead_lines(other, bead, NO_UNIT, cells - 2))
    if not lines:
        return (ColumnLine(other.lang, role="note", literal="  ·"),)
    return tuple(ColumnLine(other.lang, NO_UNIT, line.start, line.end, "note") for line in lines)


def head(article: Article, cells: int, language: str) -> Column:
    """Lay out title, byline and a rule."""
    title = clean_line(article.title)
    lines = [_literal(article, title[a:b], "title") for a, b in wrap(title, Span(0, len(title)), cells)]
    about = [article.byline or "", article.source or "", dates.long(article.published, language)]
    credit = clean_line(" · ".join(part for part in about if part))
    lines += [_literal(article, credit[a:b], "dim") for a, b in wrap(credit, Span(0, len(credit)), cells)]
    return (*lines, _literal(article, "", "rule"))


def _literal(article: Article, text: str, role: str) -> ColumnLine:
    return ColumnLine(article.lang, role=role, literal=text)


def _levelled(
    columns: Sequence[Sequence[ColumnLine]], langs: Iterable[Lang], unit: int = NO_UNIT
) -> Sequence[Sequence[ColumnLine]]:
    """Fill up the shorter columns, a head's before its rule."""
    height = max(len(column) for column in columns)
    if all(len(column) == height for column in columns):
        return columns
    out = []
    for column, lang in zip(columns, langs, strict=True):
        filler = [ColumnLine(lang, unit)] * (height - len(column))
        at_rule = bool(column) and column[-1].role == "rule"
        out.append([*column[:-1], *filler, column[-1]] if at_rule else [*column, *filler])
    return out


def _opens_block(opened: Opened, bead: Bead) -> bool:
    return any(_starts_block(article, bead.side(article.lang)) for article in opened.sides)


def _starts_block(article: Article, indexes: tuple[int, ...]) -> bool:
    if not indexes or not indexes[0]:
        return False
    first = indexes[0]
    return article.segments[first].block != article.segments[first - 1].block


def _bead_lines(article: Article, bead: Bead, number: int, cells: int) -> Iterator[ColumnLine]:
    runs = list(_runs(article, bead.side(article.lang)))
    if not runs:
        yield ColumnLine(article.lang, number, role="gap", first=True)
        return
    first = True
    for span, role in runs:
        for line in wrap(article.text, span, cells):
            full = _is_full(article, line, span)
            yield ColumnLine(article.lang, number, line.start, line.end, role, first=first, full=full)
            first = False


def _runs(article: Article, indexes: tuple[int, ...]) -> Iterator[tuple[Span, str]]:
    """Yield the spans of a bead's side: neighbours of one block run on, blocks start afresh."""
    start = 0
    for position, index in enumerate(indexes):
        following = indexes[position + 1] if position + 1 < len(indexes) else None
        if following == index + 1 and article.segments[following].block == article.segments[index].block:
            continue
        first, last = article.segments[indexes[start]], article.segments[index]
        yield Span(first.start, last.end), _role(article.blocks[first.block].kind)
        start = position + 1


def _role(kind: BlockKind) -> str:
    return {BlockKind.HEADING: "heading", BlockKind.CAPTION: "dim"}.get(kind, "")


def _block_lines(article: Article, block: Span, role: str, cells: int) -> Iterator[ColumnLine]:
    starts = [segment.start for segment in article.segments]
    seen = NO_UNIT
    for line in wrap(article.text, block, cells):
        unit = _segment_at(starts, line)
        full = _is_full(article, line, block)
        yield ColumnLine(article.lang, unit, line.start, line.end, role, first=unit != seen, full=full)
        seen = unit


def _is_full(article: Article, line: Span, whole: Span) -> bool:
    """Tell whether a line of a passage was broken at a blank for want of room."""
    return line.end < whole.end and article.text[line.end] == " "


def _segment_at(starts: Sequence[int], line: Span) -> int:
    """Return the segment of a line: the one that its first word belongs to."""
    return max(0, bisect_right(starts, line.start) - 1) if starts else NO_UNIT


def _with_revealed(
    lines: Sequence[ColumnLine], revealed: Sequence[tuple[int, Column]]
) -> Iterator[ColumnLine]:
    after = dict(revealed)
    last = {line.unit: index for index, line in enumerate(lines)}
    ends = {last[_nearest(last, unit)]: column for unit, column in after.items()}
    return chain.from_iterable((line, *ends.get(index, ())) for index, line in enumerate(lines))


def _nearest(last: dict[int, int], unit: int) -> int:
    """Return the unit that stands for one without a line of its own: the one before it."""
    return max((known for known in last if known <= unit), default=NO_UNIT)
