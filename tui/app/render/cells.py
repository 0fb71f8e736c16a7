"""Terminal cells: how wide a text is drawn, cutting it, wrapping it."""

from __future__ import annotations

from functools import lru_cache

from rich.cells import cell_len, get_character_cell_size

from tui.model.span import Span

_FIRST_MARK = "\u0300"
"""Below it every printable character takes one cell."""

_CLOSING, _OPENING = tuple(":;!?»"), tuple("«")
"""What French sets apart from its word by a blank: it never begins, or ends, a line."""


def width(text: str) -> int:
    """Return how many cells ``text`` takes."""
    return len(text) if text.isascii() else cell_len(text)


def cut(text: str, cells: int, ellipsis: str = "…") -> str:
    """Return ``text`` in at most ``cells`` cells; what was longer ends in ``ellipsis``."""
    if width(text) <= cells:
        return text
    room = cells - width(ellipsis)
    if room < 0:
        return "." * max(0, cells)
    return text[: _fitting(text, 0, len(text), room)].rstrip() + ellipsis


def fit(text: str, cells: int, ellipsis: str = "…") -> str:
    """Return ``text`` in exactly ``cells`` cells, cut or padded."""
    shown = cut(text, cells, ellipsis)
    return shown + " " * (cells - width(shown))


def wrap(text: str, span: Span, cells: int) -> tuple[Span, ...]:
    """Return the lines of a part of ``text`` as spans of it, none wider than ``cells``.

    Lines break at spaces and at newlines; a word wider than a line is cut where it must.
    """
    lines: list[Span] = []
    start = span.start
    while start < span.end:
        newline = text.find("\n", start, span.end)
        stop = newline if newline >= 0 else span.end
        _wrap_one(text, start, stop, max(1, cells), lines)
        start = stop + 1
    return tuple(lines)


def _wrap_one(text: str, start: int, stop: int, cells: int, lines: list[Span]) -> None:
    simple = _is_simple_throughout(text) or is_simple(text[start:stop])
    while start < stop:
        fitting = min(start + cells, stop) if simple else _fitting(text, start, stop, cells)
        end = _break_point(text, start, fitting, stop)
        lines.append(Span(start, end))
        start = end
        while start < stop and text[start] == " ":
            start += 1


def is_simple(text: str) -> bool:
    """Tell whether every character takes one cell."""
    if not text or max(text) < _FIRST_MARK:
        return True
    return all(get_character_cell_size(char) == 1 for char in text)


@lru_cache(maxsize=8)  # the texts that are open: each is wrapped passage by passage
def _is_simple_throughout(text: str) -> bool:
    return is_simple(text)


def _break_point(text: str, start: int, fitting: int, stop: int) -> int:
    """Return the end of a line of which the characters up to ``fitting`` have room."""
    if fitting >= stop:
        return stop
    space = text.rfind(" ", start, fitting + 1)
    while space > start and (text[space + 1 : space + 2] in _CLOSING or text[space - 1] in _OPENING):
        space = text.rfind(" ", start, space)
    return space if space > start else max(fitting, start + 1)


def _fitting(text: str, start: int, stop: int, cells: int) -> int:
    """Return where the characters that fit in ``cells`` end; marks stay with their letter."""
    used = 0
    for index in range(start, stop):
        used += get_character_cell_size(text[index])
        if used > cells:
            return index
    return stop
