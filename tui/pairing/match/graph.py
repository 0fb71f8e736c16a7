"""Scored links between articles, and which articles they connect."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from tui.pairing.match.assign import Edge

Values = tuple[float, ...]
Arrays = Mapping[str, NDArray[np.generic]]

PLACES = 5
"""Decimals kept of a value: as many as a 32-bit float holds of a score."""


LOOSE, SHARE = 10_000, 4
"""Ids, or one in so many where that is more, whose edges are kept as objects, 2 to 4 kB each, before all go
into arrays: the sweep costs as much as there are edges, and a decision can touch thousands of ids."""


class Graph:
    """Edges between ids, each with ``width`` values.

    They lie in arrays until an article's edges are asked for: of a large library, a run touches few, and
    what it no longer touches goes back. Each edge is there twice, once from either end.
    """

    def __init__(self, width: int = 1) -> None:
        self._width = width
        self._rows: dict[str, dict[Edge, Values]] = {}
        self._ids: list[str] = []
        self._at: dict[str, int] = {}
        self._starts = np.zeros(1, dtype=np.int64)
        self._facing = np.zeros(0, dtype=np.int32)
        self._first = np.zeros(0, dtype=np.bool_)
        self._values = np.zeros((0, width), dtype=np.float32)

    def note(self, edge: Edge, *values: float) -> None:
        """Keep an edge, or its new values."""
        self._make_room()
        kept = tuple(round(value, PLACES) for value in values)
        for identity in edge:
            self._row(identity)[edge] = kept

    def forget(self, identity: str) -> set[Edge]:
        """Drop an id with its edges and return them."""
        row = self._row(identity)
        dropped = set(row)
        for edge in dropped:
            for end in edge:
                self._row(end).pop(edge, None)
        return dropped

    def edges(self, identity: str) -> Mapping[Edge, Values]:
        """Return the edges of an id, to be looked at now."""
        return self._row(identity)

    def within(self, identities: Iterable[str]) -> dict[Edge, Values]:
        """Return the edges that have an end among ``identities``."""
        return {edge: values for identity in identities for edge, values in self.edges(identity).items()}

    def every(self) -> Iterator[tuple[Edge, Values]]:
        """Yield all edges, each once."""
        for identity in (*self._ids, *(one for one in self._rows if one not in self._at)):
            yield from (
                (edge, values) for edge, values in self._peek(identity).items() if edge[0] == identity
            )

    def arrays(self) -> dict[str, NDArray[np.generic]]:
        """Return everything as arrays, to be kept."""
        ids = [*self._ids, *(one for one in self._rows if one not in self._at)]
        owners, facing, first, values = self._changed(ids)
        rows = np.repeat(np.arange(len(self._ids)), np.diff(self._starts))
        changed = np.zeros(len(ids), dtype=np.bool_)
        changed[[number for number, identity in enumerate(ids) if identity in self._rows]] = True
        same = ~changed[rows]
        owned = np.concatenate([rows[same], owners])
        order = np.argsort(owned, kind="stable")
        return {
            "ids": np.frombuffer("\n".join(ids).encode(), dtype=np.uint8),
            "starts": np.searchsorted(owned[order], np.arange(len(ids) + 1)),
            "facing": np.concatenate([self._facing[same], facing])[order],
            "first": np.concatenate([self._first[same], first])[order],
            "values": np.concatenate([self._values[same], values])[order],
        }

    @classmethod
    def from_arrays(cls, arrays: Arrays, width: int = 1) -> Graph:
        """Return what ``arrays`` gave."""
        graph = cls(width)
        graph._lay_down(arrays)
        return graph

    def _lay_down(self, arrays: Arrays) -> None:
        text = arrays["ids"].tobytes().decode()
        self._ids = text.split("\n") if text else []
        self._at = {identity: number for number, identity in enumerate(self._ids)}
        self._starts = np.asarray(arrays["starts"], dtype=np.int64)
        self._facing = np.asarray(arrays["facing"], dtype=np.int32)
        self._first = np.asarray(arrays["first"], dtype=np.bool_)
        self._values = np.asarray(arrays["values"], dtype=np.float32).reshape(-1, self._width)
        self._rows = {}

    def _make_room(self) -> None:
        """Put all edges into arrays when many ids have theirs as objects."""
        if len(self._rows) >= max(LOOSE, len(self._ids) // SHARE):
            self._lay_down(self.arrays())

    def _row(self, identity: str) -> dict[Edge, Values]:
        """Return the edges of an id, from now on kept as objects."""
        row = self._rows.get(identity)
        if row is None:
            row = self._rows[identity] = self._peek(identity)
        return row

    def _peek(self, identity: str) -> dict[Edge, Values]:
        """Return the edges of an id, from the arrays where they are still there."""
        if identity in self._rows:
            return self._rows[identity]
        at = self._at.get(identity)
        if at is None:
            return {}
        here = slice(*self._starts[at : at + 2])
        rows = zip(self._facing[here], self._first[here], self._values[here].tolist(), strict=True)
        return {
            self._edge(identity, int(facing), first=bool(first)): tuple(round(one, PLACES) for one in values)
            for facing, first, values in rows
        }

    def _edge(self, identity: str, facing: int, *, first: bool) -> Edge:
        other = self._ids[facing]
        return (identity, other) if first else (other, identity)

    def _changed(
        self, ids: list[str]
    ) -> tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.bool_], NDArray[np.float32]]:
        """Return the edges kept as objects: whose they are, what they face, which way, and their values."""
        at = {identity: number for number, identity in enumerate(ids)}
        edges = [(identity, edge) for identity, row in self._rows.items() for edge in row]
        values = [values for row in self._rows.values() for values in row.values()]
        first = [edge[0] == identity for identity, edge in edges]
        facing = [at[edge[1] if ahead else edge[0]] for (_, edge), ahead in zip(edges, first, strict=True)]
        return (
            np.array([at[identity] for identity, _ in edges], dtype=np.int64),
            np.array(facing, dtype=np.int32),
            np.array(first, dtype=np.bool_),
            np.array(values, dtype=np.float32).reshape(-1, self._width),
        )


def reach(start: Iterable[str], neighbours: Callable[[str], Iterable[str]]) -> set[str]:
    """Return the ids that ``neighbours`` leads to, ``start`` included."""
    found: set[str] = set()
    waiting = list(start)
    while waiting:
        identity = waiting.pop()
        if identity not in found:
            found.add(identity)
            waiting += neighbours(identity)
    return found
