"""Laying out what a first screen shows, and the rest of the text around it later."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from tui.app.ports import Opened
from tui.app.render.page.columns import Column, aligned, flowing, revealed_lines
from tui.app.render.page.facing import bead_of, beads, facing_place, segment_at
from tui.app.render.page.pane import READING_ROW
from tui.model.article import Article, Lang
from tui.model.pair import Mode

STEP = 8
"""Rows of a pair, or paragraphs, laid out at once until the screen is full."""

Rows = Callable[[int, int], tuple[Column, ...]]
"""Lays out units ``first`` to ``last``, half-open: rows of a pair, or paragraphs."""


class Part(NamedTuple):
    """Units ``first`` to ``last`` of ``units``, laid out as columns of equal number of lines."""

    rows: Rows
    units: int
    first: int
    last: int
    columns: tuple[Column, ...]

    def whole(self) -> tuple[tuple[int, Column], ...]:
        """Return each column with all its lines, and how many of them come before those that were there."""
        before = self.rows(0, self.first) if self.first else ((),) * len(self.columns)
        after = self.rows(self.last, self.units) if self.last else ((),) * len(self.columns)
        columns = _joined(_joined(before, self.columns), after)
        return tuple((len(above), column) for above, column in zip(before, columns, strict=True))


def is_aligned(opened: Opened, articles: tuple[Article, ...]) -> bool:
    """Tell whether these columns are rows of beads."""
    return len(articles) > 1 and opened.pair is not None and opened.pair.mode is Mode.ALIGNED


def parts(
    opened: Opened, articles: tuple[Article, ...], cells: int, language: str, height: int
) -> tuple[Part, ...]:
    """Lay out as much as ``height`` lines show of a text that is opened, one part a scrolling column."""
    lang, char = _start(opened, articles)
    if is_aligned(opened, articles):
        rows, held = partial(aligned, opened, cells, language), beads(opened)
        side = opened.side(lang) or opened.lead
        bead = bead_of(opened, side, segment_at(side, char))
        return (_part(rows, len(held), held.index(bead) if bead else 0, height),)
    return tuple(
        _part(
            partial(_paragraphs, article, cells, language),
            len(article.blocks),
            _block_at(article, char) if article.lang is lang else 0,
            height,
        )
        for article in articles
    )


def whole(
    opened: Opened, articles: tuple[Article, ...], cells: int, language: str, revealed: frozenset[int]
) -> tuple[Column, ...]:
    """Lay out all of a text; ``revealed`` are the passages with what faces them under them."""
    if is_aligned(opened, articles):
        return aligned(opened, cells, language)
    return tuple(
        flowing(article, cells, language, tuple(_revealed(opened, article, cells, revealed)))
        for article in articles
    )


def _start(opened: Opened, articles: tuple[Article, ...]) -> tuple[Lang, int]:
    """Return where reading begins, on a side that is shown."""
    start = opened.start or (opened.lead.lang, 0)
    if start[0] in [article.lang for article in articles]:
        return start
    return facing_place(opened, *start) or start


def _part(rows: Rows, units: int, at: int, height: int) -> Part:
    """Lay out unit ``at``, what the screen shows above it, and ``height`` lines from its end on.

    Near the end of the text, where the screen stops, more of what is above is shown.
    """
    first, last = max(0, at - READING_ROW), min(units, at + 1)
    columns = rows(first, last)
    enough = len(columns[0]) + height
    while last < units and len(columns[0]) < enough:
        stop = min(units, last + STEP)
        columns, last = _joined(columns, rows(last, stop)), stop
    while first > 0 and len(columns[0]) < height:
        start = max(0, first - STEP)
        columns, first = _joined(rows(start, first), columns), start
    return Part(rows, units, first, last, columns)


def _joined(above: tuple[Column, ...], below: tuple[Column, ...]) -> tuple[Column, ...]:
    return tuple(one + other for one, other in zip(above, below, strict=True))


def _paragraphs(article: Article, cells: int, language: str, first: int, last: int) -> tuple[Column, ...]:
    return (flowing(article, cells, language, (), first, last),)


def _block_at(article: Article, char: int) -> int:
    return article.segments[segment_at(article, char)].block if article.segments else 0


def _revealed(
    opened: Opened, article: Article, cells: int, units: frozenset[int]
) -> Iterator[tuple[int, Column]]:
    other = opened.side(article.lang.other)
    for unit in sorted(units):
        if other and (bead := bead_of(opened, article, unit)):
            yield unit, revealed_lines(other, bead, cells)
