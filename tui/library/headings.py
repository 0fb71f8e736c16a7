"""The lines of the library screen under headings: a month's, or a story's."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from tui.errors import UsageError
from tui.library.entries import ChosenEntries, order_of
from tui.library.store.database import Database
from tui.locale import tr
from tui.model.listing import Heading

_MONTHS = (
    "SELECT e.id, COALESCE((SELECT substr(MAX(a.day), 1, 7) FROM articles a WHERE a.entry = e.id), '')"
    " AS month, ''"
    " FROM entries e WHERE {chosen} ORDER BY month = '', month {way}, {order}"
)
_STORIES = (
    "SELECT e.id, MIN(t.story), s.title FROM entries e"
    " LEFT JOIN articles a ON a.entry = e.id LEFT JOIN story_articles t ON t.article = a.id"
    " LEFT JOIN stories s ON s.id = t.story WHERE {chosen} GROUP BY e.id"
    " ORDER BY t.story IS NULL, s.last {way}, t.story {way}, {order}"
)
GROUPS = {"month": _MONTHS, "story": _STORIES}
"""What lines can be grouped by; each statement gives a line, its group, and the group's title."""


class GroupedEntries(ChosenEntries):
    """Lines in the order of their groups."""

    def __init__(self, database: Database, numbers: Sequence[int], headings: tuple[Heading, ...]) -> None:
        super().__init__(database, numbers)
        self.headings = headings


def grouped(
    database: Database, by: str, where: str, values: Sequence[Any], *, sort: str = "date"
) -> GroupedEntries:
    """Return the lines that show an article ``a`` which meets a condition, by groups; raises UsageError.

    ``sort`` orders the lines of a group; the groups begin with the latest, under ``oldest`` with the oldest.
    """
    if by not in GROUPS:
        raise UsageError(
            tr("A list cannot be grouped by “{by}”: choose one of {words}.", by=by, words=", ".join(GROUPS))
        )
    chosen = "1" if where == "1" else f"e.id IN (SELECT a.entry FROM articles a WHERE {where})"
    way = "ASC" if sort == "oldest" else "DESC"
    lines = list(database.rows(GROUPS[by].format(chosen=chosen, way=way, order=order_of(sort)), values))
    headings, at = [], 0
    for key, members in groupby(lines, key=itemgetter(1)):
        held = list(members)
        headings.append(Heading(at, held[0][2] if by == "story" and key else key or "", len(held)))
        at += len(held)
    return GroupedEntries(database, [line[0] for line in lines], tuple(headings))
