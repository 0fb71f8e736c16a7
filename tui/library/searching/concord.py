"""The concordance: sentences that match, each with what faces it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui.library.compile.finder import Finder
from tui.library.compile.units import Unit
from tui.library.reading import Reading
from tui.model.article import Article, Lang
from tui.model.keeping import ConcordLine
from tui.model.pair import DOUBTFUL, Bead, Bitext, Mode
from tui.model.span import Span

LINKED = 0.99 * DOUBTFUL
"""What the likeness of linked passages counts for: they may face each other, and are no translations."""


def lines(reading: Reading, pairs: Iterable[str], units: Iterable[Unit]) -> list[ConcordLine]:
    """Return the matching sentences of some pairs, the surest beads first."""
    wanted = tuple(units)
    found = [line for pair in pairs for line in _of(reading.bitext(pair), wanted)]
    return sorted(found, key=lambda line: -line.score)


def _of(bitext: Bitext, units: tuple[Unit, ...]) -> Iterator[ConcordLine]:
    for lang in (Lang.FR, Lang.EN):
        asked = [unit for unit in units if lang not in unit.small] or units
        finders = [Finder((unit,), lang) for unit in asked]
        facing = _facing(bitext, lang)
        side = bitext.side(lang)
        shown: set[Bead] = set()
        for index, segment in enumerate(side.segments):
            bead = facing.get(index)
            if bead not in shown and all(finder.spans(segment.span.of(side.text)) for finder in finders):
                yield _line(bitext, lang, index, bead, finders)
                shown |= {bead} if bead is not None else set()


def _line(
    bitext: Bitext, lang: Lang, index: int, bead: Bead | None, finders: Iterable[Finder]
) -> ConcordLine:
    """Return a sentence with what faces it, or all of its bead: together they translate."""
    side, other = bitext.side(lang), bitext.side(lang.other)
    text = _joined(side, bead.side(lang) if bead is not None else (index,))
    facing = "" if bead is None else _joined(other, bead.side(lang.other))
    sure = 1.0 if bitext.pair.mode is Mode.ALIGNED else LINKED
    score = sure * bead.score if bead is not None and facing else 0.0
    spans = _flat(finder.spans(text) for finder in finders)
    return ConcordLine(side.id or "", lang, index, text, facing, score, spans, other.id)


def _joined(article: Article, indexes: Iterable[int]) -> str:
    return " ".join(article.segment_text(index) for index in indexes)


def _facing(bitext: Bitext, lang: Lang) -> dict[int, Bead]:
    """Return segment -> bead (or linked passages), for one side."""
    beads = bitext.pair.beads or bitext.pair.links
    return {index: bead for bead in beads for index in bead.side(lang)}


def _flat(spans: Iterable[Iterable[Span]]) -> tuple[Span, ...]:
    return tuple(sorted({span for some in spans for span in some}))
