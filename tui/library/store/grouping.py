"""Which articles share one line of the library screen, and what that line shows."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from itertools import chain
from typing import Any

from tui.library.store.database import Database
from tui.text.fold import fold

CARD_ENTITIES = 6
"""Names a line can show at most, on the widest screens."""

ALL_AT_ONCE = 2000
"""Articles regrouped at a time when every line is made anew."""

_ARTICLE = "SELECT id, lang, title, published, moment, source FROM articles WHERE id IN ({})"
_KEY_NAMES = (
    "SELECT t.article, e.kind, e.entity, e.name, e.fr, e.en FROM article_entities t"
    " JOIN entities e ON e.id = t.entity WHERE t.key = 1 AND t.article IN ({}) ORDER BY t.salience DESC"
)


def regroup(database: Database, articles: Iterable[int]) -> None:
    """Make the lines of ``articles`` anew, with all that stands or stood in one line with them.

    Runs inside the caller's ``writing``. Articles that are gone may be among them.
    """
    touched = set(articles)
    old = {row[0] for row in database.among("SELECT entry FROM articles WHERE id IN ({})", touched)} | touched
    touched |= {row[0] for row in database.among("SELECT id FROM articles WHERE entry IN ({})", old)}
    groups = _groups(database, touched)
    members = set(chain.from_iterable(groups))
    old |= {row[0] for row in database.among("SELECT entry FROM articles WHERE id IN ({})", members)}
    database.run_many("DELETE FROM entries WHERE id = ?", [(entry,) for entry in old])
    _write(database, groups)


def regroup_all(database: Database) -> None:
    """Make every line anew, inside the caller's ``writing``."""
    database.run("DELETE FROM entries")
    ids = database.column("SELECT id FROM articles ORDER BY id")
    for start in range(0, len(ids), ALL_AT_ONCE):
        regroup(database, ids[start : start + ALL_AT_ONCE])


def _groups(database: Database, articles: Iterable[int]) -> list[list[int]]:
    seen: set[int] = set()
    links: dict[int, set[int]] = {}
    front = set(articles)
    while front:
        seen |= front
        found = _linked(database, front)
        for one, other in found:
            links.setdefault(one, set()).add(other)
            links.setdefault(other, set()).add(one)
        front = set(chain.from_iterable(found)) - seen
    alive = {row[0] for row in database.among("SELECT id FROM articles WHERE id IN ({})", seen)}
    return _components(alive, links)


def _linked(database: Database, front: Collection[int]) -> list[tuple[Any, ...]]:
    return [
        *database.among("SELECT fr, en FROM pairs WHERE fr IN ({})", front),
        *database.among("SELECT fr, en FROM pairs WHERE en IN ({})", front),
        *database.among("SELECT article, original FROM copies WHERE article IN ({})", front),
        *database.among("SELECT article, original FROM copies WHERE original IN ({})", front),
    ]


def _components(alive: set[int], links: dict[int, set[int]]) -> list[list[int]]:
    left = set(alive)
    groups = []
    while left:
        group, stack = set(), [left.pop()]
        while stack:
            one = stack.pop()
            group.add(one)
            near = (links.get(one, set()) & alive) - group
            stack += near
            left -= near
        groups.append(sorted(group))
    return groups


def _write(database: Database, groups: list[list[int]]) -> None:
    members = list(chain.from_iterable(groups))
    columns = {row[0]: row for row in database.among(_ARTICLE, members)}
    names: dict[int, list[tuple[Any, ...]]] = {}
    for row in database.among(_KEY_NAMES, members):
        names.setdefault(row[0], []).append(row)
    pairs = {row[1]: row for row in database.among("SELECT id, fr, en FROM pairs WHERE fr IN ({})", members)}
    lines = [_line(group, columns, names, pairs) for group in groups]
    database.run_many("INSERT INTO entries VALUES (?, ?, ?, ?, ?)", lines)
    moves = [(group[0], article) for group in groups for article in group]
    database.run_many("UPDATE articles SET entry = ? WHERE id = ?", moves)


def _line(
    group: list[int],
    columns: dict[int, tuple[Any, ...]],
    names: dict[int, list[tuple[Any, ...]]],
    pairs: dict[int, tuple[Any, ...]],
) -> tuple[Any, ...]:
    pair = next((pairs[one] for one in group if one in pairs), ())
    shown = _shown([columns[one] for one in group], first=frozenset(pair[1:]))
    lead = shown[0]
    card = {
        "p": pair[0] if pair else None,
        "a": [[row[1], row[0]] for row in shown],
        "t": [[row[1], row[2]] for row in shown],
        "d": next((row[3] for row in shown if row[3]), None),
        "s": lead[5],
        "m": group,
        "e": _entities(shown, names),
    }
    moment = min((row[4] for row in shown if row[3]), default=max(row[4] for row in shown))
    text = json.dumps(card, ensure_ascii=False, separators=(",", ":"))
    return group[0], moment, fold(lead[2]), fold(lead[5] or ""), text


def _shown(rows: list[tuple[Any, ...]], first: Collection[int]) -> list[tuple[Any, ...]]:
    """Return one row a language, French first: the paired article before its near copies, old ones first."""
    best: dict[str, tuple[Any, ...]] = {}
    for row in sorted(rows, key=lambda row: (row[0] not in first, row[0])):
        best.setdefault(row[1], row)
    return [best[lang] for lang in sorted(best, reverse=True)]


def _entities(shown: list[tuple[Any, ...]], names: dict[int, list[tuple[Any, ...]]]) -> list[list[str]]:
    """Return kind and name of the key entities, in the language of the first article, no name twice.

    Behind the name is the English one, where the line is of both languages and that one is another.
    """
    found: dict[str, list[str]] = {}
    for row in shown:
        for _, kind, entity, name, fr, en in names.get(row[0], ()):
            called = (fr if shown[0][1] == "fr" else en) or name
            other = (en or called) if len(shown) > 1 else called
            found.setdefault(entity, [kind, called, *([other] if other != called else [])])
    once = {fold(one[1]): one for one in reversed(found.values())}
    return list(reversed(once.values()))[:CARD_ENTITIES]
