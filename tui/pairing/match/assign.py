"""One-to-one assignment of greatest total weight on a sparse graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

Edge = tuple[str, str]
"""A French and an English id."""


def assign(weights: Mapping[Edge, float]) -> set[Edge]:
    """Return the edges, at most one per id, whose positive weights sum to the most."""
    chosen: set[Edge] = set()
    for component in components(edge for edge, weight in weights.items() if weight > 0):
        chosen |= (
            {component[0]} if len(component) == 1 else _best({edge: weights[edge] for edge in component})
        )
    return chosen


def components(edges: Iterable[Edge]) -> Iterator[list[Edge]]:
    """Yield groups of edges that share ids, directly or through others."""
    parent: dict[tuple[bool, str], tuple[bool, str]] = {}

    def root(node: tuple[bool, str]) -> tuple[bool, str]:
        parent.setdefault(node, node)
        while parent[node] != node:
            parent[node] = node = parent[parent[node]]
        return node

    every = list(edges)
    for fr, en in every:
        parent[root((True, fr))] = root((False, en))
    groups: dict[tuple[bool, str], list[Edge]] = {}
    for edge in every:
        groups.setdefault(root((True, edge[0])), []).append(edge)
    yield from groups.values()


def _best(weights: Mapping[Edge, float]) -> set[Edge]:
    """Solve one component exactly; leaving an id alone is worth nothing."""
    rows, columns = sorted({fr for fr, _ in weights}), sorted({en for _, en in weights})
    at_row, at_column = {fr: i for i, fr in enumerate(rows)}, {en: j for j, en in enumerate(columns)}
    table = np.zeros((len(rows), len(columns) + len(rows)))
    for (fr, en), weight in weights.items():
        table[at_row[fr], at_column[en]] = weight
    match = hungarian(-table)
    pairs = ((rows[i], columns[j]) for i, j in enumerate(match) if j < len(columns))
    return {pair for pair in pairs if pair in weights}


def hungarian(costs: NDArray[np.float64]) -> list[int]:
    """Return, for each row, its column in the assignment of least cost; rows must not outnumber columns.

    Kuhn 1955, with potentials as in Jonker and Volgenant 1987: cubic, the inner loop in numpy.
    """
    count, width = costs.shape
    row_price, column_price = np.zeros(count + 1), np.zeros(width + 1)
    holder, way = np.zeros(width + 1, dtype=np.int64), np.zeros(width + 1, dtype=np.int64)
    for row in range(1, count + 1):
        column = _grow(row, costs, (row_price, column_price), (holder, way))
        while column:
            holder[column] = holder[way[column]]
            column = int(way[column])
    match = [0] * count
    for column in range(1, width + 1):
        if holder[column]:
            match[int(holder[column]) - 1] = column - 1
    return match


def _grow(
    row: int,
    costs: NDArray[np.float64],
    prices: tuple[NDArray[np.float64], NDArray[np.float64]],
    links: tuple[NDArray[np.int64], NDArray[np.int64]],
) -> int:
    """Find the shortest augmenting path from ``row`` (from 1) and return the free column it ends in."""
    (row_price, column_price), (holder, way) = prices, links
    holder[0], column = row, 0
    slack, used = np.full(len(holder), np.inf), np.zeros(len(holder), dtype=bool)
    while holder[column]:
        used[column] = True
        at = int(holder[column])
        reduced = costs[at - 1] - row_price[at] - column_price[1:]
        closer = ~used[1:] & (reduced < slack[1:])
        slack[1:][closer], way[1:][closer] = reduced[closer], column
        free = np.where(used, np.inf, slack)
        free[0] = np.inf
        nearest = int(free.argmin())
        step = free[nearest]
        row_price[holder[used]] += step
        column_price[used] -= step
        slack[~used] -= step
        column = nearest
    return column
