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
    wanted = [new.get(y, row).glyphs for y, row in enumerate(shown)]
    top, bottom = (
        _reach(shown, wanted, edge, step, lines) for edge, step in ((min(rows), -1), (max(rows), 1))
    )
    return min(top, top + lines), max(bottom, bottom + lines), lines


def _reach(shown: list[Row], wanted: list[list[str]], edge: int, step: int, lines: int) -> int:
    """Return how far beyond an edge the scroll brings more glyphs than it takes away."""

    def blanked(at: int) -> int:
        """Count what is lost on the rows that the scroll leaves blank beyond ``at``."""
        beyond = range(at + step, at + lines + step, step) if step * lines > 0 else ()
        return sum(_alike(wanted[y], shown[y].glyphs) for y in beyond)

    best, gain, most = edge, 0, -blanked(edge)
    y = edge + step
    while 0 <= y < len(shown) and 0 <= y + lines < len(shown):
        gain += _alike(wanted[y], shown[y + lines].glyphs) - _alike(wanted[y], shown[y].glyphs)
        if gain - blanked(y) > most:
            best, most = y, gain - blanked(y)
        y += step
    return best


def _alike(one: list[str], other: list[str]) -> int:
    """Count the glyphs that stay; blanks are soon sent."""
    return sum(a == b != " " for a, b in zip(one, other, strict=True))
