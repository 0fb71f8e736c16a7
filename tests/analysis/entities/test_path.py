"""The best path agrees with trying every path there is."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy import float32

from tui.analysis.entities.finding.tagging.path import best_paths

LABELS = 3
SCORES = st.integers(-40, 40)
ROW = st.lists(SCORES, min_size=LABELS, max_size=LABELS)
CHAINS = st.lists(st.lists(ROW, min_size=1, max_size=4), max_size=4)


def worth(path: tuple[int, ...] | list[int], rows: list[list[int]], moves: list[list[int]]) -> int:
    own = sum(row[label] for label, row in zip(path, rows, strict=True))
    return own + sum(moves[one][two] for one, two in pairwise(path))


@given(chains=CHAINS, moves=st.lists(ROW, min_size=LABELS, max_size=LABELS))
def test_the_best_path_is_the_best_of_all(chains: list[list[list[int]]], moves: list[list[int]]) -> None:
    rows = [row for chain in chains for row in chain]
    begins = np.cumsum([0, *map(len, chains)]).tolist()[:-1]
    scores = np.array(rows, float32).reshape(-1, LABELS)
    paths = best_paths(scores, begins, list(map(len, chains)), np.array(moves, float32))
    for path, chain in zip(paths, chains, strict=True):
        best = max(worth(one, chain, moves) for one in product(range(LABELS), repeat=len(chain)))
        assert worth(path, chain, moves) == best
