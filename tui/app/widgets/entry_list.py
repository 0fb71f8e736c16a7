"""The library's list: any number of rows, read by windows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tui.app.messages import WindowRequested
from tui.app.ports import BLOCK, Entries, Listing
from tui.app.render.fields import Item
from tui.app.render.line import Line, Run, clipped
from tui.app.render.rows import DEFAULT, of_entry, of_hit, row, snippet
from tui.app.widgets.cursor_list import CursorList
from tui.model.article import Lang
from tui.model.listing import Entry, Hit

_KEPT_BLOCKS = 20
"""Blocks of rows kept: 2,000 rows around where the reader was."""


class EntryList(CursorList):
    """Entries of the library, or hits of a search with a snippet under each."""

    def __init__(self, *, widget_id: str | None = None) -> None:
        super().__init__(widget_id=widget_id)
        self._blocks: dict[int, tuple[Item, ...]] = {}
        self._asked: set[int] = set()
        self._total = 0
        self._said: tuple[Line, ...] = ()
        self.source: Entries | None = None
        self.selected: frozenset[str] = frozenset()
        self.selects_all = False
        self.prefer = Lang.FR
        self.columns: Sequence[str] = DEFAULT
        self.above = 0
        self.leaps = False
        """Whether half a page comes at an edge: beside a panel no terminal scrolls a part of its lines."""

    def __len__(self) -> int:
        """Return how many rows there are, read or not."""
        return self._total

    def show_listing(self, listing: Listing) -> None:
        """Show a list from the library, at the row to stay on if there is one."""
        self._reset(listing.total, height=1)
        self.source = listing.entries
        self._keep(listing.start, listing.rows)
        self.cursor = min(listing.position or 0, max(0, self._total - 1))
        self.top = max(0, min(self.cursor - self.above, self._total - self.page))
        self.moved_window()
        self.redraw()

    def show_hits(self, hits: tuple[Hit, ...]) -> None:
        """Show the results of a search; the reader who went down to one stays on it."""
        held = self.current if self.cursor and self.source is None else None
        self._reset(len(hits), height=2)
        self.source = None
        items = tuple(of_hit(hit) for hit in hits)
        self._blocks = {at // BLOCK: items[at : at + BLOCK] for at in range(0, len(items), BLOCK)}
        if held is not None:
            self.go(next((at for at, item in enumerate(items) if item.id == held.id), 0))
        self.redraw()

    def say(self, lines: tuple[Line, ...]) -> None:
        """Say something in place of rows, while there are none."""
        self._said = lines
        self.redraw()

    def line(self, y: int) -> Line:
        """Return what row ``y`` of the widget shows."""
        if not self._total:
            said = self._said[y] if y < len(self._said) else ()
            return clipped(said, self.size.width, self.glyphs.ellipsis)
        return super().line(y)

    def fill(self, entries: Entries, start: int, window: tuple[Entry, ...]) -> None:
        """Take rows that were asked for; those of a list no longer shown are dropped."""
        if entries is self.source:
            self._keep(start, window)
            self.redraw()

    @property
    def current(self) -> Item | None:
        """The current row, None while it is not read or when there is none."""
        return self.item(self.cursor)

    def item(self, index: int) -> Item | None:
        """Return row ``index``, None while it is not read."""
        block, place = divmod(index, BLOCK)
        held = self._blocks.get(block, ())
        return held[place] if place < len(held) else None

    def row_line(self, index: int, part: int, *, current: bool) -> Line:
        """Draw line ``part`` of a row."""
        item = self.item(index)
        if item is None:
            return (Run(f"  {self.glyphs.ellipsis}", "dim"),)
        if item.articles and (self.selects_all or item.articles[0] in self.selected):
            item = replace(item, selected=True)
        if part:
            return snippet(item, self.size.width, self.glyphs, self.columns)
        cells, language = self.size.width, self.look.language
        return row(item, cells, self.glyphs, language, current=current, chosen=self.columns)

    def key(self, y: int) -> object:
        """Remember only rows that are there."""
        index = self.top + y // self.row_height
        if y < len(self._said) and not self._total:
            return ("said", y, self.size.width)
        return None if index < self._total and self.item(index) is None else super().key(y)

    def moved_window(self) -> None:
        """Ask for rows on the screen, and the next ones, that are not read yet."""
        if self.source is None:
            return
        first, last = max(0, self.top - self.page), self.top + 2 * self.page
        wanted = range(first // BLOCK, last // BLOCK + 1)
        for block in wanted:
            if block not in self._blocks and block not in self._asked and block * BLOCK < self._total:
                self._asked.add(block)
                self.post_message(WindowRequested(block * BLOCK, (block + 1) * BLOCK))

    def _top_for(self, index: int) -> int:
        top = super()._top_for(index)
        if self.leaps and abs(top - self.top) == 1:
            half = self.page // 2 if top > self.top else -self.page // 2
            top = max(0, min(self.top + half, len(self) - self.page))
        self.above = index - top
        return top

    def _reset(self, total: int, *, height: int) -> None:
        self._blocks, self._asked = {}, set()
        self._total, self.row_height, self._said = total, height, ()
        self.cursor = self.top = 0

    def _keep(self, start: int, window: tuple[Entry, ...]) -> None:
        block = start // BLOCK
        self._asked.discard(block)
        if len(self._blocks) >= _KEPT_BLOCKS:
            self._blocks.pop(next(iter(self._blocks)))
        self._blocks[block] = tuple(of_entry(entry, self.prefer) for entry in window)
