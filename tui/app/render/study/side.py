"""The panel beside the library's list: searches with what they choose, or what the list has in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from tui.app.render.cells import fit, width
from tui.app.render.line import Glyphs, Line, Run, line_width, spread
from tui.app.render.panels import PanelLine
from tui.locale import later, tr
from tui.model.article import Kind
from tui.model.keeping import Facet, Tally
from tui.model.wording import dates
from tui.model.wording.values import kind_name
from tui.text.printable import clean_line

COUNT_CELLS = 7
"""A count of up to 999 999, its thousands parted."""
FIRST = 6
"""Values of a facet shown before it is unfolded: all facets then fit on a screen."""
FACETS = {
    "lang": later("language"), "source": later("source"), "month": later("month"), "kind": later("kind"),
    "entity": later("name"), "tag": later("tag"),
}  # fmt: skip
"""The facets in the order they are shown, and what each is called."""
_OURS = {
    ":all": later("Everything"), ":unread": later("Unread"), ":starred": later("Starred"),
    ":pairs": later("Pairs"),
}  # fmt: skip

Tallied = tuple[str, str, Tally]
"""A search's name and query, and how much it chooses."""


class Sheet(NamedTuple):
    """What lines are written on: ``cells`` of a line, the query in force, the facets unfolded."""

    cells: int
    glyphs: Glyphs
    language: str
    sought: str = ""
    unfolded: AbstractSet[str] = frozenset()


def search_lines(tallies: Sequence[Tallied], sheet: Sheet) -> tuple[PanelLine, ...]:
    """List our searches, then the reader's: unread in colour, then all; the one in force is ticked."""
    cells = max(width(_number(tally.lines)) for _, _, tally in tallies)
    ours = [_search_line(one, sheet, cells) for one in tallies if one[0] in _OURS]
    saved = [_search_line(one, sheet, cells) for one in tallies if one[0] not in _OURS]
    none = PanelLine((Run("  " + tr("none yet: K saves a search"), "dim"),))
    return (*ours, PanelLine(()), _head(tr("Saved")), *(saved or [none]))


def _search_line(one: Tallied, sheet: Sheet, cells: int) -> PanelLine:
    name, query, tally = one
    told = tr(_OURS[name]) if name in _OURS else clean_line(name)
    fresh = _number(tally.unread) if tally.unread and name != ":unread" else ""
    counts = (Run(f"{fresh} ", "accent"), Run(" " * (cells - width(_number(tally.lines)))))
    line = _counted(told, tally.lines, sheet, before=counts, ticked=query == sheet.sought)
    return PanelLine(line, f"search {name}\t{query}")


def facet_lines(facets: Mapping[str, Sequence[Facet]], sheet: Sheet) -> tuple[PanelLine, ...]:
    """List the values of each facet with their articles; those that the query names already are ticked."""
    blocks = [
        (_head(tr(FACETS[name]).capitalize()), *_values(name, facets[name], sheet))
        for name in FACETS
        if facets.get(name)
    ]
    return tuple(line for number, block in enumerate(blocks) for line in (*_blank(number), *block))


def _blank(number: int) -> Iterable[PanelLine]:
    return (PanelLine(()),) if number else ()


def _values(name: str, held: Sequence[Facet], sheet: Sheet) -> Iterator[PanelLine]:
    ordered = sorted(held, key=lambda facet: facet.value, reverse=True) if name == "month" else held
    shown = ordered if name in sheet.unfolded or len(ordered) <= FIRST + 1 else ordered[:FIRST]
    for facet in shown:
        told, ticked = facet_name(name, facet, sheet.language), is_sought(facet.query, sheet.sought)
        yield PanelLine(_counted(told, facet.count, sheet, ticked=ticked), f"facet {facet.query}")
    if len(shown) < len(ordered):
        more = tr("{count} more", count=len(ordered) - len(shown))
        yield PanelLine((Run(f"  {sheet.glyphs.ellipsis} {more}", "dim"),), f"more {name}")


def facet_name(name: str, facet: Facet, language: str) -> str:
    """Return a facet's value as the reader says it."""
    if name == "kind":
        return kind_name(Kind(facet.value))
    if name == "lang":
        return {"fr": tr("French"), "en": tr("English")}.get(facet.value, facet.value)
    if name == "month":
        return dates.value(facet.value, language)
    return clean_line(facet.value)


def is_sought(facet: str, sought: str) -> bool:
    """Tell whether a query has a facet in it."""
    return f" {facet} " in f" {sought} "


def toggled(facet: str, sought: str) -> str:
    """Return a query with a facet added, or taken away where it stood."""
    if is_sought(facet, sought):
        return f" {sought} ".replace(f" {facet} ", " ", 1).strip()
    return f"{sought} {facet}".strip()


def _head(said: str) -> PanelLine:
    return PanelLine((Run(said, "title"),))


def _counted(told: str, count: int, sheet: Sheet, *, before: Line = (), ticked: bool = False) -> Line:
    """Return a name with its count at the right edge, and what stands ``before`` that."""
    counts = (*before, Run(_number(count), "dim"))
    room = sheet.cells - 2 - max(COUNT_CELLS, line_width(counts) + 1)
    name = fit(told, max(1, room), sheet.glyphs.ellipsis)
    left = (Run(sheet.glyphs.selected + " " if ticked else "  ", "lit"), Run(name, "lit" if ticked else ""))
    return spread(left, counts, sheet.cells)


def _number(count: int) -> str:
    return f"{count:,}".replace(",", "\u202f")
