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

Gaps = NDArray[float32]
"""What leaving each segment of a side alone is worth: zero or less."""

_ROUNDING = 1e-4
"""Sums of floats in another order differ by less than this."""

Step = tuple[int, int, int, int]
"""A bead as half-open ranges: first and end row, first and end column."""


def best_path(scores: Scores, row_gaps: Gaps, column_gaps: Gaps) -> list[Step]:
    """Return the beads of highest total value; gaps hold one segment each."""
    return _trace(_choices(scores, row_gaps, column_gaps))


def _choices(scores: Scores, row_gaps: Gaps, column_gaps: Gaps) -> NDArray[np.uint8]:
    """Fill the table row by row, keeping the last rows' values and every cell's choice."""
    rows, columns = len(row_gaps), len(column_gaps)
    reach = max(a for a, _ in SHAPES)
    choice = np.full((rows + 1, columns + 1), _DROP_COLUMN, dtype=np.uint8)
    dropping = np.concatenate([np.zeros(1), np.cumsum(column_gaps)]).astype(float32)
    values = [dropping]
    block = max(1, CELLS_AT_ONCE // (len(SHAPES) * (columns + 1)))
    for low in range(1, rows + 1, block):
        high = min(rows + 1, low + block)
        table = scores(low, high)
        for row in range(low, high):
            best = _best(table[row - low], values, values[-1] + row_gaps[row - 1], choice[row])
            running = np.maximum.accumulate(best - dropping) + dropping
            choice[row][running > best + _ROUNDING] = _DROP_COLUMN
            values = [*values[1 - reach :], np.maximum(best, running)]
    return choice


def _best(
    table: NDArray[float32],
    values: list[NDArray[float32]],
    dropped: NDArray[float32],
    choice: NDArray[np.uint8],
) -> NDArray[float32]:
    """Return each cell's best value by a bead or by dropping the row's segment, and note the choice."""
    width = table.shape[1]
    for k, (a, b) in enumerate(SHAPES):
        if a <= len(values):
            table[k, b:] += values[-a][: max(0, width - b)]
    pick = table.argmax(axis=0)
    best = table[pick, np.arange(width)]
    gap = dropped >= best
    choice[:] = np.where(gap, _DROP_ROW, pick)
    return np.where(gap, dropped, best)


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
