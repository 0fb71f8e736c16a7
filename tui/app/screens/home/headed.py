"""The list as it is arranged: sorted, under headings, measured; read by windows like any other."""

from __future__ import annotations

from bisect import bisect_right

from tui.app.ports import BLOCK, Entries, Grouped, LibraryPort, Listing
from tui.app.render.fields import MEASURED
from tui.app.terminal.layout import Layout
from tui.locale import tr
from tui.model.article import Lang
from tui.model.listing import Entry
from tui.model.wording import dates
from tui.text.printable import clean_line


def read_arranged(
    library: LibraryPort, layout: Layout, language: str, *, keep: str | None = None, near: int = 0
) -> Listing:
    """Open the library's list at the row to keep, or at row ``near`` where that is gone."""
    version = library.data_version()
    entries = _entries(library, layout, language)
    position = entries.position(keep) if keep else None
    if position is None and (near or layout.group):
        position = min(max(near, 1 if layout.group else 0), max(0, len(entries) - 1))
    start = (position or 0) // BLOCK * BLOCK
    rows = entries.window(start, start + BLOCK)
    return Listing(entries, len(entries), start, rows, library.counts(), position, version)


def _entries(library: LibraryPort, layout: Layout, language: str) -> Entries:
    entries: Entries
    if layout.group:
        entries = HeadedEntries(library.grouped(layout.group, sort=layout.sort), layout.group, language)
    else:
        entries = library.entries(sort=layout.sort)
    return measured_as(library, layout, entries)


def measured_as(library: LibraryPort, layout: Layout, entries: Entries) -> Entries:
    """Return a list whose rows say what the chosen columns show."""
    return MeasuredEntries(entries, library) if MEASURED & set(layout.columns) else entries


class MeasuredEntries:
    """A list whose rows say how long their texts are, and how surely they are pairs."""

    def __init__(self, entries: Entries, library: LibraryPort) -> None:
        self._entries, self._measured = entries, library.reading.measured

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self._entries)

    def window(self, start: int, stop: int) -> tuple[Entry, ...]:
        """Return rows ``start`` to ``stop``."""
        return self._measured(self._entries.window(start, stop))

    def position(self, entry_id: str) -> int | None:
        """Return the row of a line, or None."""
        return self._entries.position(entry_id)


class HeadedEntries:
    """A grouped list in which each heading is a line of its own."""

    def __init__(self, grouped: Grouped, by: str, language: str) -> None:
        self._lines, self._by, self._language = grouped, by, language
        self._places = [held.at + number for number, held in enumerate(grouped.headings)]
        """The row of each heading."""

    def __len__(self) -> int:
        """Return how many rows there are, headings included."""
        return len(self._lines) + len(self._places)

    def window(self, start: int, stop: int) -> tuple[Entry, ...]:
        """Return rows ``start`` to ``stop``."""
        start, stop = max(0, start), min(len(self), stop)
        before, within = bisect_right(self._places, start - 1), bisect_right(self._places, stop - 1)
        lines = iter(self._lines.window(start - before, stop - within))
        headed = {self._places[number]: number for number in range(before, within)}
        rows = (
            self._heading(headed[row]) if row in headed else next(lines, None) for row in range(start, stop)
        )
        return tuple(row for row in rows if row is not None)

    def position(self, entry_id: str) -> int | None:
        """Return the row of a line, or None."""
        rank = self._lines.position(entry_id)
        if rank is None:
            return None
        firsts = [held.at for held in self._lines.headings]
        return rank + bisect_right(firsts, rank)

    def _heading(self, number: int) -> Entry:
        held = self._lines.headings[number]
        label = dates.value(held.label, self._language) if self._by == "month" else clean_line(held.label)
        other = tr("No date") if self._by == "month" else tr("No story")
        return heading(label if held.label else other, held.count)


def heading(label: str, count: int) -> Entry:
    """Return a line that is no article but the name of those under it."""
    return Entry("", (), ((Lang.UND, label),), None, None, count, (), read=True, starred=False)
