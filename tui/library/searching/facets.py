"""What the chosen articles have in common: sources, languages, kinds, entities, months, with counts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tui.library.store.database import Database
from tui.locale import language
from tui.model.article import Kind, Lang
from tui.model.keeping import Facet, Tally

MOST = 30
"""Values of a facet that are shown: more than a screen holds."""

_GROUPS = {
    "source": ("a.source", "", "a.source IS NOT NULL"),
    "lang": ("a.lang", "", "1"),
    "month": ("substr(a.day, 1, 7)", "", "a.day IS NOT NULL"),
    "entity": (
        "COALESCE(e.{spoken}, e.name)",
        " JOIN article_entities t ON t.article = a.id AND t.key = 1 JOIN entities e ON e.id = t.entity",
        "1",
    ),
    "tag": ("g.tag", " JOIN tags g ON g.article = a.id", "1"),
}
"""A facet: its value, what to join, which articles have it."""

_FIELDS = {"month": "date"}


def facets(database: Database, where: str, values: Sequence[Any]) -> dict[str, tuple[Facet, ...]]:
    """Return each facet of the articles ``a`` that meet a condition, the commonest values first."""
    found = {name: _grouped(database, name, where, values) for name in _GROUPS}
    return found | {"kind": _kinds(database, where, values)}


def tally(database: Database, where: str, values: Sequence[Any]) -> Tally:
    """Count the lines that show an article ``a`` which meets a condition, and those with one unread."""
    sql = (
        "SELECT COUNT(DISTINCT a.entry), COUNT(DISTINCT CASE WHEN COALESCE(s.read, 0) = 0 THEN a.entry END)"
        f" FROM articles a LEFT JOIN state s ON s.article = a.id WHERE {where}"
    )
    return Tally(*(database.row(sql, values) or (0, 0)))


def _grouped(database: Database, name: str, where: str, values: Sequence[Any]) -> tuple[Facet, ...]:
    column, join, has = _GROUPS[name]
    column = column.format(spoken=Lang(language()))
    sql = (
        f"SELECT {column}, COUNT(*) FROM articles a{join} WHERE ({where}) AND {has}"
        " GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?"
    )
    field = _FIELDS.get(name, name)
    return tuple(
        Facet(value, count, _query(field, value)) for value, count in database.rows(sql, (*values, MOST))
    )


def _kinds(database: Database, where: str, values: Sequence[Any]) -> tuple[Facet, ...]:
    sums = ", ".join(f"SUM((a.kinds >> {bit}) & 1)" for bit in range(len(Kind)))
    row = database.row(f"SELECT {sums} FROM articles a WHERE {where}", values) or ()
    counts = [(kind, count or 0) for kind, count in zip(Kind, row, strict=True)]
    return tuple(Facet(kind, count, f"kind:{kind}") for kind, count in counts if count)


def _query(field: str, value: str) -> str:
    return (
        f'{field}:"{value}"'
        if any(not char.isalnum() and char != "-" for char in value)
        else f"{field}:{value}"
    )
