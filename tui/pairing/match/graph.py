"""Scored links between articles, and which articles they connect."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tui.pairing.match.assign import Edge


class Graph:
    """Edges between ids, each with a score."""

    def __init__(self, edges: Iterable[tuple[str, str, float]] = ()) -> None:
        self.scores: dict[Edge, float] = {}
        self._around: dict[str, set[Edge]] = {}
        for one, two, score in edges:
            self.note((one, two), score)

    def note(self, edge: Edge, score: float) -> None:
        """Keep an edge, or its new score."""
        self.scores[edge] = score
        for identity in edge:
            self._around.setdefault(identity, set()).add(edge)

    def forget(self, identity: str) -> set[Edge]:
        """Drop an id with its edges and return them."""
        dropped = self._around.pop(identity, set())
        for edge in dropped:
            del self.scores[edge]
            for end in edge:
                self._around.get(end, set()).discard(edge)
        return dropped

    def edges(self, identity: str) -> set[Edge]:
        """Return the edges of an id."""
        return self._around.get(identity, set())

    def within(self, identities: Iterable[str]) -> dict[Edge, float]:
        """Return the edges that have an end among ``identities``."""
        return {edge: self.scores[edge] for identity in identities for edge in self.edges(identity)}

    def rows(self) -> list[list[object]]:
        """Return the edges as lists of both ids and the score."""
        return [[*edge, score] for edge, score in self.scores.items()]


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
