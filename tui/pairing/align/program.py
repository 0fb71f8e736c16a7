"""The dynamic program that finds the best path of beads through two sequences."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy import float32
from numpy.typing import NDArray

Shape = tuple[int, int]
"""How many segments a bead takes from each side."""

SHAPES: tuple[Shape, ...] = (
    (1, 1), (1, 2), (2, 1), (2, 2), (1, 3), (3, 1), (2, 3), (3, 2), (1, 4), (4, 1),
)  # fmt: skip
"""Beads that are tried. Larger ones are under 1 % of human alignments and cost most of the time."""

CELLS_AT_ONCE = 1_500_000
"""Score cells held at a time: 6 MB a shape-row, whatever the lengths."""

_DROP_ROW = len(SHAPES)
_DROP_COLUMN = _DROP_ROW + 1

Scores = Callable[[int, int], NDArray[float32]]
"""``scores(low, high)[row - low, k, column]``: value of the bead of shape ``SHAPES[k]`` that ends before
segment ``row`` and ``column`` (exclusive ends, rows low to high - 1); minus infinity where there is none."""

Step = tuple[int, int, int, int]
"""A bead as half-open ranges: first and end row, first and end column."""


def best_path(rows: int, columns: int, scores: Scores) -> list[Step]:
    """Return the beads of highest total value, gaps (one segment each) being worth nothing."""
    return _trace(_choices(rows, columns, scores))


def _choices(rows: int, columns: int, scores: Scores) -> NDArray[np.uint8]:
    """Fill the table row by row, keeping the last rows' values and every cell's choice."""
    reach = max(a for a, _ in SHAPES)
    choice = np.full((rows + 1, columns + 1), _DROP_COLUMN, dtype=np.uint8)
    values = [np.zeros(columns + 1, dtype=float32)]
    block = max(1, CELLS_AT_ONCE // (len(SHAPES) * (columns + 1)))
    for low in range(1, rows + 1, block):
        high = min(rows + 1, low + block)
        table = scores(low, high)
        for row in range(low, high):
            values.append(_fill(table[row - low], values, choice[row]))
            del values[: len(values) - reach]
    return choice


def _fill(
    table: NDArray[float32], values: list[NDArray[float32]], choice: NDArray[np.uint8]
) -> NDArray[float32]:
    """Fill one row in place of ``choice`` and return its values; ``table`` is added to, too."""
    width = table.shape[1]
    for k, (a, b) in enumerate(SHAPES):
        if a <= len(values):
            table[k, b:] += values[-a][: width - b]
    pick = table.argmax(axis=0)
    best = table[pick, np.arange(width)]
    dropped = values[-1] >= best
    choice[:] = np.where(dropped, _DROP_ROW, pick)
    best = np.where(dropped, values[-1], best)
    running = np.maximum.accumulate(best)
    choice[running > best] = _DROP_COLUMN
    return running


def _trace(choice: NDArray[np.uint8]) -> list[Step]:
    """Follow the choices back from the end."""
    row, column = choice.shape[0] - 1, choice.shape[1] - 1
    steps: list[Step] = []
    while row or column:
        a, b = _size(int(choice[row, column]), row)
        steps.append((row - a, row, column - b, column))
        row, column = row - a, column - b
    return steps[::-1]


def _size(k: int, row: int) -> Shape:
    if k == _DROP_ROW:
        return 1, 0
    if k == _DROP_COLUMN or row == 0:
        return 0, 1
    return SHAPES[k]
