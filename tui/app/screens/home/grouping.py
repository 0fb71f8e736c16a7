"""The order of the list: sorted, or under headings."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tui.app import requests
from tui.locale import later, tr

if TYPE_CHECKING:
    from tui.app.screens.home.asks import FoundSorted
    from tui.app.screens.library import LibraryScreen

SORTS = (
    later("date"), later("title"), later("source"), later("added"), later("unread"), later("oldest"),
)  # fmt: skip
GROUPS = ("", later("month"), later("story"))
BEST = later("best match")
"""The order of results until another is asked for."""


class Orders:
    """The commands that sort and group; results of a search have an order of their own."""

    sort = SORTS[0]
    group = GROUPS[0]
    found_sort = BEST

    @property
    def _ordered(self) -> LibraryScreen:
        return cast("LibraryScreen", self)

    @property
    def sorts_found(self) -> bool:
        """Tell whether the results stand in an order other than that of the best match."""
        return self.found_sort != BEST

    @property
    def is_plain_list(self) -> bool:
        """Tell whether the list is the one that a start shows."""
        return self.sort == SORTS[0] and not self.group and not self._ordered.is_searching

    def do_sort(self) -> None:
        """Sort by the next of the orders."""
        screen = self._ordered
        if screen.is_searching and screen.sought:
            orders = (BEST, *SORTS)
            self.found_sort = orders[(orders.index(self.found_sort) + 1) % len(orders)]
            screen.notice(tr("Sorted by {sort}.").format(sort=tr(self.found_sort)))
            self.read_found()
            return
        self.group = GROUPS[0]
        self.sort = SORTS[(SORTS.index(self.sort) + 1) % len(SORTS)]
        screen.notice(tr("Sorted by {sort}.").format(sort=tr(self.sort)))
        screen.reload()

    def do_group(self) -> None:
        """Group the list by month, by story, or not at all."""
        screen = self._ordered
        self.group = GROUPS[(GROUPS.index(self.group) + 1) % len(GROUPS)]
        said = tr("Grouped by {group}.").format(group=tr(self.group)) if self.group else tr("Not grouped.")
        screen.notice(said)
        item = screen.item
        screen.rows.above = max(screen.rows.above, 1)  # the first row's heading stays in sight
        screen.reload(item.id if item else None)

    def read_found(self) -> None:
        """Read the results again in the order chosen."""
        from tui.app.screens.home import asks  # noqa: PLC0415 (after the start)

        screen, sort = self._ordered, self.found_sort
        query, across = screen.sought, screen.across
        if self.sorts_found:
            screen.desk.ask(screen, "ranked", lambda library: asks.sorted_found(library, query, sort))
        else:
            screen.desk.ask(screen, "ranked", lambda library: requests.ranked(library, query, across=across))

    def on_found_sorted(self, message: FoundSorted) -> None:
        """Show everything that the query chooses."""
        screen = self._ordered
        if message.query == screen.sought:
            screen.results = message.listing.total
            screen.rows.show_listing(message.listing)
            screen.show_head()
