"""The piece of a text that shows best why it was found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.library.compile.finder import Finder
from tui.library.compile.units import Unit
from tui.model.article import Lang
from tui.model.listing import Snippet
from tui.model.span import Span

WIDTH = 160
"""Characters of a snippet: two lines of a narrow terminal, one of a wide one."""

LEAD = 40
"""Characters shown before the first match: enough to read into it."""


def snippet(text: str, lang: Lang, units: Iterable[Unit]) -> Snippet:
    """Return the piece of ``text`` with most of what was looked for, or its beginning."""
    spans = Finder(units, lang).spans(text)
    start, end = _window(text, spans)
    inside = tuple(span.shifted(-start) for span in spans if start <= span.start and span.end <= end)
    return Snippet(text[start:end].replace("\n", " "), inside, lang)


def _window(text: str, spans: Sequence[Span]) -> tuple[int, int]:
    """Return where the piece begins and ends, at the edges of words."""
    first = _densest(text, spans)
    start = 0 if first is None else max(0, first - LEAD)
    if start:
        edge = text.find(" ", start, start + LEAD)
        start = edge + 1 if edge >= 0 else start
    end = min(len(text), start + WIDTH)
    if end < len(text):
        edge = text.rfind(" ", max(start, end - LEAD), end)
        end = edge if edge >= 0 else end
    return start, end


def _densest(text: str, spans: Sequence[Span]) -> int | None:
    """Return the start of the match after which most different words follow within a snippet."""
    best: tuple[int, int] | None = None
    for at, span in enumerate(spans):
        near = {
            other.of(text).casefold()
            for other in spans[at : at + WIDTH]
            if other.end <= span.start + WIDTH - LEAD
        }
        if best is None or len(near) > best[0]:
            best = (len(near), span.start)
    return None if best is None else best[1]
