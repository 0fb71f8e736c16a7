"""Where long texts are cut: segments that surely face each other, so that each piece is small."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from tui.pairing.align.scoring import Vectors

PIECE_CELLS = 250_000
"""Texts whose lengths multiply to less are aligned whole: 500 by 500 takes 0.1 s."""
LARGEST_CELLS = 4_000_000
"""A piece that is still larger is cut again: its choices would take megabytes, its scores hundreds."""
ROWS_AT_ONCE = 512
"""French segments compared at a time with all English ones: 40 MB of similarities for 20,000."""
SURE_LEAD = 0.08
"""How far an anchor's similarity must be above the second best: with less, repeated lines anchor."""
LEAST_LEAD = 0.02
"""Leads below this are chance."""
SLACK = 0.25
"""An anchor may lie this share of the text off the diagonal."""
SPACING = 100
"""Segments kept between two cuts: more cuts save nothing and each is a risk."""

Piece = tuple[int, int, int, int]
"""Half-open ranges of both texts: first and end French segment, first and end English segment."""


def pieces(fr: Vectors, en: Vectors, lead: float = SURE_LEAD) -> list[Piece]:
    """Cut two texts between sure anchors until no piece is larger than ``LARGEST_CELLS``.

    A piece without sure anchors is cut at less sure ones; where nothing faces anything, in the middle.
    """
    if len(fr) * len(en) <= PIECE_CELLS:
        return [(0, len(fr), 0, len(en))]
    anchors = (
        _spaced(_rising(_anchors(fr, en, lead))) if lead > LEAST_LEAD else [(len(fr) // 2, len(en) // 2)]
    )
    cuts = [(0, 0), *anchors, (len(fr), len(en))]
    found = [(a, c, b, d) for (a, b), (c, d) in pairwise(cuts) if c > a or d > b]
    return [smaller for piece in found for smaller in _smaller(piece, fr, en, lead)]


def _smaller(piece: Piece, fr: Vectors, en: Vectors, lead: float) -> Iterator[Piece]:
    """Yield a piece, or its parts where it is too large."""
    a, b, c, d = piece
    if (b - a) * (d - c) <= LARGEST_CELLS:
        yield piece
        return
    parts = pieces(fr[a:b], en[c:d], max(lead / 2, LEAST_LEAD))
    yield from ((a + i, a + j, c + k, c + m) for i, j, k, m in parts)


def _anchors(fr: Vectors, en: Vectors, least: float) -> list[tuple[int, int]]:
    """Return segments that are each other's best by a clear lead, near the diagonal, in French order."""
    best, lead = np.zeros(len(fr), dtype=np.int64), np.zeros(len(fr))
    top = np.full((2, len(en)), -2.0)
    back = np.zeros(len(en), dtype=np.int64)
    for low in range(0, len(fr), ROWS_AT_ONCE):
        similar = fr[low : low + ROWS_AT_ONCE] @ en.T
        best[low : low + ROWS_AT_ONCE], lead[low : low + ROWS_AT_ONCE] = _leaders(similar)
        _gather(similar, low, top, back)
    sure = (lead >= least) & ((top[0] - top[1])[best] >= least) & (back[best] == np.arange(len(fr)))
    sure &= np.abs(np.arange(len(fr)) / len(fr) - best / len(en)) <= SLACK
    return [(int(i), int(best[i])) for i in np.flatnonzero(sure)]


def _leaders(similar: Vectors) -> tuple[NDArray[np.int64], Vectors]:
    """Return each row's best column and its lead over the second best."""
    if similar.shape[1] < 2:
        return similar.argmax(axis=1), np.ones(len(similar), dtype=np.float32)
    two = np.partition(similar, -2, axis=1)[:, -2:]
    return similar.argmax(axis=1), two[:, 1] - two[:, 0]


def _gather(similar: Vectors, low: int, top: NDArray[np.float64], back: NDArray[np.int64]) -> None:
    """Keep, per column, the two best similarities so far and the best one's row."""
    column_best, column_lead = _leaders(similar.T)
    highest = similar.max(axis=0)
    second = highest - column_lead
    better = highest > top[0]
    top[1] = np.maximum(np.where(better, top[0], highest), np.maximum(top[1], second))
    back[better] = column_best[better] + low
    top[0] = np.maximum(top[0], highest)


def _rising(anchors: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest run of anchors that never steps back (patience sorting)."""
    tails: list[int] = []
    holder: list[int] = []
    before = [-1] * len(anchors)
    for at, (_, column) in enumerate(anchors):
        place = bisect_left(tails, column)
        tails[place : place + 1] = [column]
        holder[place : place + 1] = [at]
        before[at] = holder[place - 1] if place else -1
    return list(_walk(anchors, before, holder[-1] if holder else -1))[::-1]


def _walk(anchors: list[tuple[int, int]], before: list[int], at: int) -> Iterator[tuple[int, int]]:
    while at >= 0:
        yield anchors[at]
        at = before[at]


def _spaced(anchors: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield anchors that are confirmed by a neighbour on their own diagonal, no nearer than ``SPACING``."""
    last = (0, 0)
    for (a, b), (c, d) in pairwise(anchors):
        if c - a <= 3 and d - b <= 3 and a - last[0] >= SPACING and b - last[1] >= 1:
            yield a, b
            last = (a, b)
