"""Drawing a concordance: rows cut around the words sought, and one line of it in full."""

from __future__ import annotations

from collections.abc import Iterable

from tui.app.ports import Facing
from tui.app.render.cells import width, wrap
from tui.app.render.line import Glyphs, Layer, Line, Run, clipped, padded, painted
from tui.model.article import Lang
from tui.model.pair import DOUBTFUL
from tui.model.span import Span
from tui.text.printable import mask

BOTH_FROM = 100
"""Cells from which both sides fit on one line."""
SCORE_CELLS = 6
_BEFORE = 0.35
"""Share of a cell's room that stands before the word sought."""


def side(facing: Facing, lang: Lang) -> tuple[str, tuple[Span, ...]]:
    """Return the sentence of a side, on one line, and what is lit in it."""
    line = facing.line
    text, spans = (line.text, line.spans) if line.lang is lang else (line.facing, facing.facing_spans)
    return mask(text).replace("\n", " "), spans


def row(facing: Facing, cells: int, glyphs: Glyphs) -> Line:
    """Draw both sides on one line, the French one on the left."""
    room = cells - SCORE_CELLS
    left = room * 11 // 20
    fr, en = (
        _cut(facing, lang, size - 2, glyphs) for lang, size in ((Lang.FR, left), (Lang.EN, room - left))
    )
    return (*score(facing, glyphs), *padded(fr, left - 2), Run(f" {glyphs.bar} ", "dim"), *en)


def half(facing: Facing, lang: Lang, cells: int, glyphs: Glyphs, *, first: bool) -> Line:
    """Draw one side on a line of its own."""
    lead = score(facing, glyphs) if first else (Run(" " * SCORE_CELLS),)
    return (*lead, Run(f"{lang.upper()} ", "dim"), *_cut(facing, lang, cells - SCORE_CELLS - 3, glyphs))


def score(facing: Facing, glyphs: Glyphs) -> Line:
    """Say how sure the bead is; a doubtful one has its sign."""
    if not facing.line.facing:
        return (Run(f" {glyphs.gap:<{SCORE_CELLS - 1}}", "dim"),)
    doubtful = facing.line.score < DOUBTFUL
    sign = glyphs.doubtful if doubtful else " "
    return (Run(f"{sign}{facing.line.score:4.2f} ", "warning" if doubtful else "dim"),)


def _cut(facing: Facing, lang: Lang, cells: int, glyphs: Glyphs) -> Line:
    """Return a sentence cut so that the first word sought is in view."""
    text, spans = side(facing, lang)
    at = spans[0].start if spans else 0
    start = 0
    if len(text) > cells and at > cells * _BEFORE:
        start = min(at - int(cells * _BEFORE), max(0, len(text) - cells + 1))
        start = text.find(" ", start, at) + 1 or start
    lead = (Run(glyphs.ellipsis, "dim"),) if start else ()
    return clipped((*lead, *painted(text, start, len(text), (_layers(spans),))), cells, glyphs.ellipsis)


def _layers(spans: Iterable[Span]) -> tuple[Layer, ...]:
    return tuple(Layer(span.start, span.end, "match") for span in spans)


def whole(facing: Facing, cells: int, glyphs: Glyphs, about: str) -> tuple[Line, ...]:
    """Draw one line of the concordance in full, each side wrapped, under a rule that says whence."""
    lead = f"{glyphs.rule * 2} {about} "
    lines: list[Line] = [(Run(lead + glyphs.rule * max(0, cells - width(lead)), "dim"),)]
    for lang in (Lang.FR, Lang.EN):
        text, spans = side(facing, lang)
        shown = text or glyphs.gap
        for number, span in enumerate(wrap(shown, Span(0, len(shown)), cells - 4)):
            begin = Run(f" {lang.upper()} " if not number else "    ", "dim")
            lines.append((begin, *painted(shown, span.start, span.end, (_layers(spans),))))
    return tuple(lines)
