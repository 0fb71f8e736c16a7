"""From scored candidates to pairs: weighed against what is usual, one partner each, the reader first."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from functools import cache
from math import ceil

from tui.pairing.match.assign import Edge, assign
from tui.pairing.match.graph import Graph
from tui.pairing.match.model import (
    FEW,
    LEAST,
    OTHERS,
    STRANGER,
    Candidate,
    odds,
    probability,
    translated,
)


class Weighing:
    """How much speaks for each candidate, worked out when asked: the graph must not change meanwhile.

    ``room`` tells how many articles an article could be compared with, ``apart`` how far apart the dates
    of two are, 0 to 1.
    """

    def __init__(self, graph: Graph, room: Callable[[str], int], apart: Callable[[Edge], float]) -> None:
        self._graph, self._room, self._apart = graph, room, apart
        self._best = cache(self._best_of)
        self._translated = cache(self._translated_of)
        self.odds = cache(self._odds)

    def plausible(self, identity: str) -> set[Edge]:
        """Return the candidates of an article that could be made a pair."""
        return {edge for edge in self._graph.edges(identity) if self.odds(edge) > 0}

    def rivals(self, identity: str) -> set[str]:
        """Return the ids an article could be paired with."""
        return {end for edge in self.plausible(identity) for end in edge}

    def _odds(self, edge: Edge) -> float:
        candidate = Candidate(*self._graph.edges(edge[0])[edge])
        usual = sum(self._usual(end, edge) for end in edge) / 2
        apart = self._apart(edge)
        most = max(odds(candidate, usual, apart, expected) for expected in (0.0, 1.0))
        if most <= 0:  # whatever is around: spares a look at most of it
            return most
        expected = sum(self._expected(end, edge) for end in edge) / 2
        return odds(candidate, usual, apart, expected)

    def _usual(self, identity: str, edge: Edge) -> float:
        """Return the mean of the best others' scores around an article.

        Where others are few, their best are no measure: a good stranger's score stands in, unless they reach
        higher still.
        """
        found = [score for score, other in self._best(identity) if other != edge][:OTHERS]
        counted = min(OTHERS, ceil((self._room(identity) - 1) / FEW))
        missing = OTHERS - len(found)
        scores = [*found[:counted], *(max(STRANGER, score) for score in found[counted:])]
        unlike = max(0, counted - len(found))
        return (sum(scores) + LEAST * unlike + STRANGER * (missing - unlike)) / OTHERS

    def _expected(self, identity: str, edge: Edge) -> float:
        """Return how far the best others around an article are translated."""
        others = [other for _, other in self._best(identity) if other != edge][:OTHERS]
        facing = [one if two == identity else two for one, two in others]
        return sum(self._translated_but(end, identity) for end in facing) / OTHERS

    def _translated_but(self, identity: str, other: str) -> float:
        """Return how far an article is translated, ``other`` left aside."""
        return max((far for far, edge in self._translated(identity) if other not in edge), default=0.0)

    def _best_of(self, identity: str) -> list[tuple[float, Edge]]:
        """Return the best candidates around an article, one more than needed."""
        scores = ((values[0], edge) for edge, values in self._graph.edges(identity).items())
        return sorted(scores, reverse=True)[: OTHERS + 1]

    def _translated_of(self, identity: str) -> list[tuple[float, Edge]]:
        """Return the two candidates of an article that most surely translate it, and how far they do."""
        found = ((values[1], edge) for edge, values in self._graph.edges(identity).items())
        return [(translated(faithful), edge) for faithful, edge in sorted(found, reverse=True)[:2]]


def decide(
    weighing: Weighing,
    among: Iterable[str],
    *,
    kept: Iterable[Edge] = (),
    forbidden: Collection[Edge] = (),
) -> dict[Edge, float]:
    """Return the pairs among some articles, each with how sure it is.

    ``kept`` ones stand, ``forbidden`` ones never do.
    """
    stand = dict.fromkeys(kept, 1.0)
    held = {end for edge in stand for end in edge}
    candidates = {edge for identity in among for edge in weighing.plausible(identity)}
    free = {edge for edge in candidates if edge not in forbidden and not held & set(edge)}
    chosen = assign({edge: weighing.odds(edge) for edge in free})
    return {edge: probability(weighing.odds(edge)) for edge in chosen} | stand
