"""What faces what: beads, the same place on the other side, and where the sides differ."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from tui.app.ports import Opened
from tui.app.render.page.marks import mention_spans
from tui.app.render.page.pane import Pane
from tui.model.article import Article, Lang
from tui.model.pair import Bead, Status
from tui.model.span import Span


def beads(opened: Opened) -> tuple[Bead, ...]:
    """Return a pair's rows, or its linked passages where it has no rows."""
    pair = opened.pair
    return () if pair is None else pair.beads or pair.links


def bead_of(opened: Opened, article: Article, segment: int) -> Bead | None:
    """Return the bead of a segment of an article."""
    return next((bead for bead in beads(opened) if segment in bead.side(article.lang)), None)


def segment_at(article: Article, char: int) -> int:
    """Return the number of the segment that holds a character, or of the last one before it."""
    return max(0, bisect_right([segment.start for segment in article.segments], char) - 1)


def facing_place(opened: Opened, lang: Lang, char: int) -> tuple[Lang, int] | None:
    """Return where what faces a character's passage begins on the other side."""
    article, other = opened.side(lang), opened.side(lang.other)
    if article is None or other is None:
        return None
    bead = bead_of(opened, article, segment_at(article, char))
    facing = bead.side(other.lang) if bead else ()
    return (other.lang, other.segments[facing[0]].start) if facing else None


def lead_segment(opened: Opened, lang: Lang, char: int, bead: Bead | None) -> int:
    """Return the segment of a character, or of what faces its ``bead``, on the side whose place is kept."""
    lead = opened.lead
    if lang is lead.lang:
        return segment_at(lead, char)
    there = bead.side(lead.lang) if bead else ()
    return there[0] if there else 0


def differing(
    opened: Opened, articles: Sequence[Article], panes: Sequence[Pane], *, by_rows: bool
) -> Iterator[int]:
    """Yield the passages where the sides differ: gaps, where rows face each other, and facts."""
    if by_rows:
        yield from (number for number, bead in enumerate(beads(opened)) if bead.is_gap)
    for article, pane in zip(articles, panes, strict=True):
        for span in _differing_spans(opened, article.lang):
            line = pane.line_of_char(article.lang, span.start)
            if line is not None:
                yield pane.column[line].unit


def _differing_spans(opened: Opened, lang: Lang) -> Iterator[Span]:
    for fact in opened.facts:
        span = fact.fr if lang is Lang.FR else fact.en
        if span and fact.status is Status.DIFFER:
            yield span


def ahead(
    columns: Sequence[tuple[Article, Pane]], here: int, places: Iterable[tuple[Lang, int]], step: int
) -> tuple[Lang, int] | None:
    """Return the next (or previous) of some characters of the sides from line ``here`` on."""
    lines = [
        (line, lang, at)
        for lang, at in places
        for article, pane in columns
        if article.lang is lang and (line := pane.line_of_char(lang, at)) is not None
    ]
    found = sorted(one for one in lines if (one[0] - here) * step > 0)
    return (found[0] if step > 0 else found[-1])[1:] if found else None


def following(places: Iterable[int], here: int, step: int) -> int | None:
    """Return the nearest of some places after ``here``, before it for a negative step, or None."""
    if step > 0:
        return min((place for place in places if place > here), default=None)
    return max((place for place in places if place < here), default=None)


def mention_lines(columns: Iterable[tuple[Article, Pane]], entity: str) -> Iterator[int]:
    """Yield the lines of columns that name an entity."""
    for article, pane in columns:
        for span in mention_spans(article, entity):
            line = pane.line_of_char(article.lang, span.start)
            if line is not None:
                yield line
