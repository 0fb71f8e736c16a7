"""The order of the list: sorted, or under headings."""

from __future__ import annotations

from dataclasses import replace
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

    found_sort = BEST

    @property
    def _ordered(self) -> LibraryScreen:
        return cast("LibraryScreen", self)

    @property
    def sort(self) -> str:
        """The order of the whole list."""
        held = self._ordered.look.arranged.sort
        return held if held in SORTS else SORTS[0]

    @property
    def group(self) -> str:
        """What the whole list is grouped by, "" for nothing."""
        held = self._ordered.look.arranged.group
        return held if held in GROUPS else GROUPS[0]

    @property
    def sorts_found(self) -> bool:
        """Tell whether the results stand in an order other than that of the best match."""
        return self.found_sort != BEST

    @property
    def is_plain_list(self) -> bool:
        """Tell whether the list is the one that a start shows."""
        screen = self._ordered
        return not screen.is_searching and not screen.marked and not screen.has_side_over

    def do_sort(self) -> None:
        """Sort by the next of the orders."""
        screen = self._ordered
        if screen.is_searching and screen.sought:
            orders = (BEST, *SORTS)
            self.found_sort = orders[(orders.index(self.found_sort) + 1) % len(orders)]
            screen.notice(tr("Sorted by {sort}.").format(sort=tr(self.found_sort)))
            self.read_found()
            return
        sort = SORTS[(SORTS.index(self.sort) + 1) % len(SORTS)]
        screen.look.arrange(replace(screen.look.arranged, sort=sort))
        screen.notice(tr("Sorted by {sort}.").format(sort=tr(sort)))
        screen.reload()

    def do_group(self) -> None:
        """Group the list by month, by story, or not at all."""
        screen = self._ordered
        group = GROUPS[(GROUPS.index(self.group) + 1) % len(GROUPS)]
        screen.look.arrange(replace(screen.look.arranged, group=group))
        screen.notice(tr("Grouped by {group}.").format(group=tr(group)) if group else tr("Not grouped."))
        item = screen.item
        screen.rows.above = max(screen.rows.above, 1)  # the first row's heading stays in sight
        screen.reload(item.id if item else None)

    def read_found(self) -> None:
        """Read the results again in the order chosen."""
        from tui.app.screens.home import asks  # noqa: PLC0415 (after the start)

        screen, sort = self._ordered, self.found_sort
        query, across, layout = screen.sought, screen.across, screen.look.arranged
        if self.sorts_found:
            screen.desk.ask(screen, "ranked", lambda library: asks.sorted_found(library, query, sort, layout))
        else:
            screen.desk.ask(screen, "ranked", lambda library: requests.ranked(library, query, across=across))

    def on_found_sorted(self, message: FoundSorted) -> None:
        """Show everything that the query chooses."""
        screen = self._ordered
        if message.query == screen.sought:
            screen.results = message.listing.total
            screen.rows.show_listing(message.listing)
            screen.show_head()
            screen.refresh_side()
