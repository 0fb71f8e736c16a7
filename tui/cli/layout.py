"""Text in columns of terminal cells: widths, wrapping, tables, two texts side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from unicodedata import combining, east_asian_width

_WIDE = frozenset("WF")


@lru_cache(maxsize=4096)
def _char_cells(char: str) -> int:
    return 0 if combining(char) else 1 + (east_asian_width(char) in _WIDE)


def cells(text: str) -> int:
    """Return how many terminal cells a printable text fills."""
    return len(text) if text.isascii() else sum(map(_char_cells, text))


def fit(text: str, width: int) -> str:
    """Return a text cut to a width in cells, its end marked, or filled up to it."""
    full = cells(text)
    return text + " " * (width - full) if full <= width else _cut(text, width - 1) + "…"


def _cut(text: str, width: int) -> str:
    """Return the longest beginning that fits, filled up where a wide character did not."""
    used = 0
    for place, char in enumerate(text):
        if used + _char_cells(char) > width:
            return text[:place] + " " * (width - used)
        used += _char_cells(char)
    return text


def wrapped(text: str, width: int) -> list[str]:
    """Return a text in lines of at most ``width`` cells, broken at blanks, inside a word only if it must."""
    lines, line = [], ""
    for word in text.split(" "):
        joined = f"{line} {word}" if line else word
        if cells(joined) <= width:
            line = joined
            continue
        lines += [line] if line else []
        *whole, line = _pieces(word, width)
        lines += whole
    return [*lines, line]


def _pieces(word: str, width: int) -> list[str]:
    """Return a word in parts that fit; a line must hold at least one wide character."""
    parts = []
    while cells(word) > max(width, 2):
        part = _cut(word, max(width, 2)).rstrip(" ")
        parts.append(part)
        word = word[len(part) :]
    return [*parts, word]


def table(rows: Sequence[Sequence[str]], width: int | None, *, flexible: int) -> Iterator[tuple[str, ...]]:
    """Yield rows of padded cells; with a ``width`` the column ``flexible`` gives way so that lines fit."""
    if not rows:
        return
    widths = [max(cells(row[column]) for row in rows) for column in range(len(rows[0]))]
    if width is not None:
        spare = width - sum(widths) - len(_GUTTER) * (len(widths) - 1)
        widths[flexible] = max(_NARROWEST, min(widths[flexible], widths[flexible] + spare))
    for row in rows:
        yield tuple(fit(cell, widths[column]) for column, cell in enumerate(row))


_GUTTER = "  "
_NARROWEST = 12
"""A title cut shorter tells nothing: rather let the line wrap."""

SEPARATOR = " │ "
DOUBT = " ≈ "
GAP = "·"


def facing(left: str, right: str, width: int, separator: str = SEPARATOR) -> Iterator[str]:
    """Yield the lines of two texts side by side; an empty side is shown as a gap."""
    side = max(1, (width - len(separator)) // 2)
    columns = [wrapped(text or GAP, side) for text in (left, right)]
    for place in range(max(map(len, columns))):
        ours, theirs = (column[place] if place < len(column) else "" for column in columns)
        yield f"{fit(ours, side)}{separator if place == 0 else SEPARATOR}{theirs}".rstrip()
