"""Lines with headings between them, read by windows like any other list."""

from __future__ import annotations

from bisect import bisect_right

from tui.app.ports import Grouped
from tui.app.render import dates
from tui.locale import tr
from tui.model.article import Lang
from tui.model.listing import Entry
from tui.text.printable import clean_line


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
