"""Which rows of a frame were only moved."""

from __future__ import annotations

from tui.app.terminal.delta.grid import Row

MOVED_ROWS = 3
"""Rows that must have moved together before scrolling pays."""
MOVED_SHARE = 5
"""One changed row in so many must have moved: else writing is as short."""


def shift(shown: list[Row], new: dict[int, Row], dirty: list[int]) -> tuple[int, int, int] | None:
    """Return ``(top, bottom, lines)`` of the scroll that explains most of a frame, if one does."""
    if len(dirty) < MOVED_ROWS:
        return None
    where = {text: y for y, row in enumerate(shown) if (text := "".join(row.glyphs)).strip()}
    votes: dict[int, list[int]] = {}
    for y in dirty:
        source = where.get("".join(new[y].glyphs))
        if source is not None and source != y and source in new:
            votes.setdefault(source - y, []).append(y)
    if not votes:
        return None
    lines, rows = max(votes.items(), key=lambda vote: len(vote[1]))
    if len(rows) < max(MOVED_ROWS, len(dirty) // MOVED_SHARE):
        return None
    top, bottom = min(rows), max(rows)
    while top and _came_from(shown, new, top - 1, lines):
        top -= 1
    while bottom + 1 < len(shown) and _came_from(shown, new, bottom + 1, lines):
        bottom += 1
    return min(top, top + lines), max(bottom, bottom + lines), lines


def _came_from(shown: list[Row], new: dict[int, Row], y: int, lines: int) -> bool:
    """Tell whether a row is more like the one that the scroll brings than like the one that is there."""
    if y not in new or y + lines not in new:
        return False
    wanted = new[y].glyphs
    return _alike(wanted, shown[y + lines].glyphs) > _alike(wanted, shown[y].glyphs)


def _alike(one: list[str], other: list[str]) -> int:
    """Count the glyphs that stay; blanks are soon sent."""
    return sum(a == b != " " for a, b in zip(one, other, strict=True))
