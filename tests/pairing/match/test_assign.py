from __future__ import annotations

from itertools import permutations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tui.pairing.match.assign import assign, components, hungarian


def test_the_greatest_sum_beats_the_greatest_edge() -> None:
    weights = {("f1", "e1"): 0.9, ("f1", "e2"): 0.8, ("f2", "e1"): 0.8}
    assert assign(weights) == {("f1", "e2"), ("f2", "e1")}


def test_nobody_is_paired_at_a_loss() -> None:
    assert assign({("f1", "e1"): -0.1, ("f2", "e2"): 0.1}) == {("f2", "e2")}


def test_components_hold_what_is_connected() -> None:
    found = sorted(sorted(part) for part in components([("f1", "e1"), ("f2", "e1"), ("f3", "e3")]))
    assert found == [[("f1", "e1"), ("f2", "e1")], [("f3", "e3")]]


@given(st.lists(st.lists(st.floats(-5, 5), min_size=4, max_size=4), min_size=1, max_size=4))
def test_the_assignment_costs_the_least(rows: list[list[float]]) -> None:
    costs = np.array(rows)
    best = min(sum(costs[i, j] for i, j in enumerate(order)) for order in permutations(range(4), len(rows)))
    match = hungarian(costs)
    assert len(set(match)) == len(rows)
    assert abs(sum(costs[i, j] for i, j in enumerate(match)) - best) < 1e-9
