"""Lines to draw: text in roles, which a palette turns into colours."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from tui.app.render.cells import cut, width
from tui.frozen import dataclass


class Run(NamedTuple):
    """A piece of a line in one role: names of styles parted by spaces, "" for plain text."""

    text: str
    role: str = ""


Line = tuple[Run, ...]


class Layer(NamedTuple):
    """Characters ``start`` to ``end`` of a text drawn in ``role``, over what is below."""

    start: int
    end: int
    role: str


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The signs that are not letters; ASCII ones for terminals that have no others."""

    ellipsis: str = "…"
    bar: str = "│"
    lit: str = "┃"
    edge: str = "▌"
    doubtful: str = "≈"
    differs: str = "≠"
    gap: str = "·"
    dot: str = "·"
    unread: str = "●"
    star: str = "★"
    rule: str = "─"
    sides: str = "·"
    selected: str = "✓"
    noted: str = "†"
    bookmark: str = "▸"
    linked: str = "·"
    block: str = "█"


UNICODE = Glyphs()
ASCII = Glyphs("...", "|", "#", "#", "~", "!", ".", "-", "*", "+", "-", "+", "x", "n", ">", ".", "#")


def plain(line: Line) -> str:
    """Return a line's text alone."""
    return "".join(run.text for run in line)


def line_width(line: Line) -> int:
    """Return how many cells a line takes."""
    return sum(width(run.text) for run in line)


def clipped(line: Line, cells: int, ellipsis: str = "…") -> Line:
    """Return a line cut to ``cells``."""
    kept: list[Run] = []
    room = cells
    for run in line:
        if room <= 0:
            break
        text = cut(run.text, room, ellipsis)
        kept.append(Run(text, run.role))
        room = 0 if text != run.text else room - width(text)
    return tuple(kept)


def padded(line: Line, cells: int, role: str = "") -> Line:
    """Return a line filled up with blanks to ``cells``; a longer one is cut."""
    missing = cells - line_width(line)
    if missing < 0:
        return padded(clipped(line, cells), cells, role)
    return (*line, Run(" " * missing, role)) if missing else line


WIDEST_GAP = 3
"""Cells between two words up to which a stretched line is still one line to the eye."""


def stretched(line: Line, cells: int) -> Line:
    """Return a line whose blanks fill it up to ``cells``; one that would fall apart stays as it is."""
    gaps = sum(run.text.count(" ") for run in line)
    missing = cells - line_width(line)
    if missing <= 0 or missing > gaps * (WIDEST_GAP - 1):
        return line
    shown, passed = [], 0
    for run in line:
        words = run.text.split(" ")
        text = words[0]
        for word in words[1:]:
            text += " " * (1 + (passed + 1) * missing // gaps - passed * missing // gaps) + word
            passed += 1
        shown.append(Run(text, run.role))
    return tuple(shown)


def spread(left: Line, right: Line, cells: int) -> Line:
    """Return a line with ``left`` and ``right`` at its ends; the left one gives way."""
    room = cells - line_width(right)
    if room <= 0:
        return clipped(left, cells)
    return (*padded(left, room), *right)


def painted(text: str, start: int, end: int, layers: Iterable[Sequence[Layer]]) -> Line:
    """Return characters ``start`` to ``end`` of a text as runs: each in the roles of all layers over it."""
    touching = [
        mark for layer in layers for mark in layer if mark.start < end and mark.end > start and mark.role
    ]
    if not touching:
        return (Run(text[start:end]),) if start < end else ()
    edges = {start, end}
    for mark in touching:
        edges.add(max(start, mark.start))
        edges.add(min(end, mark.end))
    bounds = sorted(edges)
    return tuple(
        Run(text[a:b], " ".join(mark.role for mark in touching if mark.start <= a and mark.end >= b))
        for a, b in pairwise(bounds)
    )
