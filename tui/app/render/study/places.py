"""Bookmarks and notes of the whole library, each under its article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from tui.app.render.cells import cut, width
from tui.app.render.line import Glyphs, Line, Run, spread
from tui.app.render.panels import PanelLine
from tui.model.keeping import Kept
from tui.model.wording import dates
from tui.text.printable import clean_line


def place_lines(kept: Sequence[Kept], cells: int, glyphs: Glyphs, language: str) -> tuple[PanelLine, ...]:
    """List each article with its day, then its notes and bookmarks with the words where they stand."""
    return tuple(
        line
        for number, (_, held) in enumerate(groupby(enumerate(kept), key=lambda one: one[1].article))
        for line in _article(number, list(held), cells, glyphs, language)
    )


def _article(
    number: int, held: Sequence[tuple[int, Kept]], cells: int, glyphs: Glyphs, language: str
) -> Iterator[PanelLine]:
    if number:
        yield PanelLine(())
    first = held[0][1]
    day = Run(dates.short(first.published, language), "dim")
    title = cut(clean_line(first.title), max(1, cells - width(day.text) - 5), glyphs.ellipsis)
    yield PanelLine(spread((Run(f"{str(first.lang).upper()} ", "dim"), Run(title, "title")), (day,), cells))
    for at, one in held:
        yield PanelLine(_place(one, glyphs), f"place {at}")
        if one.text:
            yield PanelLine((Run("     "), Run(clean_line(one.passage), "dim")))


def _place(one: Kept, glyphs: Glyphs) -> Line:
    sign = glyphs.noted if one.note is not None else glyphs.bookmark
    return (Run(f"  {sign} ", "note"), Run(clean_line(one.text or one.passage)))
