"""The best labels of chains of words, given what each label scores at each word and behind each other."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy import float32, int64
from numpy.typing import NDArray


def best_paths(
    scores: NDArray[float32], begins: Sequence[int], sizes: Sequence[int], moves: NDArray[float32]
) -> list[list[int]]:
    """Return the best labels of each chain: ``sizes`` rows of ``scores`` from ``begins`` on (Viterbi 1967).

    ``moves`` are scores of (label, the label behind it). All chains go one word at a time, the longest
    first, so that those that go on stand together.
    """
    order = np.argsort(-np.array(sizes, int64), kind="stable")
    starts, lengths = np.array(begins, int64)[order], np.array(sizes, int64)[order]
    longest = int(lengths[0]) if len(lengths) else 0
    going = np.searchsorted(-lengths, -np.arange(longest)).tolist()
    total = scores[starts]
    back: list[NDArray[int64]] = []
    for step in range(1, longest):
        many = going[step]
        ways = total[:many, :, None] + moves
        back.append(ways.argmax(1))
        total[:many] = np.maximum.reduce(ways, 1) + scores[starts[:many] + step]
    paths = _walked(total.argmax(1), back)
    found: list[list[int]] = [[]] * len(sizes)
    for row, one in enumerate(order.tolist()):
        found[one] = paths[row][: sizes[one]]
    return found


def _walked(last: NDArray[int64], back: Sequence[NDArray[int64]]) -> list[list[int]]:
    """Return the labels that lead to the last ones; shorter chains repeat theirs to the end."""
    path = np.empty((len(back) + 1, len(last)), int64)
    path[-1] = last
    every = np.arange(len(last))
    for step in range(len(back) - 1, -1, -1):
        many = len(back[step])
        last[:many] = back[step][every[:many], last[:many]]
        path[step] = last
    return path.T.tolist()
