"""From scored candidates to pairs: weighed against what is usual, one partner each, the reader first."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from functools import cache

from tui.pairing.match.assign import Edge, assign
from tui.pairing.match.graph import Graph
from tui.pairing.match.model import LEAST, OTHERS, STRANGER, odds, probability


class Weighing:
    """How much speaks for each candidate, worked out when asked: the graph must not change meanwhile.

    ``room`` tells how many articles an article could be compared with, ``apart`` how far apart the dates
    of two are, 0 to 1.
    """

    def __init__(self, graph: Graph, room: Callable[[str], int], apart: Callable[[Edge], float]) -> None:
        self._graph, self._room, self._apart = graph, room, apart
        self._best = cache(self._best_of)
        self.odds = cache(self._odds)

    def plausible(self, identity: str) -> set[Edge]:
        """Return the candidates of an article that could be made a pair."""
        return {edge for edge in self._graph.edges(identity) if self.odds(edge) > 0}

    def rivals(self, identity: str) -> set[str]:
        """Return the ids an article could be paired with."""
        return {end for edge in self.plausible(identity) for end in edge}

    def _odds(self, edge: Edge) -> float:
        score = self._graph.scores[edge]
        usual = sum(self._usual(end, score) for end in edge) / 2
        return odds(score, usual, self._apart(edge))

    def _usual(self, identity: str, score: float) -> float:
        """Return the mean of the best others' scores around an article, one of ``score`` left out."""
        best = list(self._best(identity))
        best.remove(score) if score in best else best.pop()
        return sum(best) / OTHERS

    def _best_of(self, identity: str) -> tuple[float, ...]:
        """Return the best scores around an article, one more than needed, filled up where there are few."""
        scores = sorted((self._graph.scores[edge] for edge in self._graph.edges(identity)), reverse=True)
        found = scores[: OTHERS + 1]
        unlike = max(0, min(OTHERS + 1, self._room(identity)) - len(found))
        missing = OTHERS + 1 - len(found) - unlike
        return tuple(sorted([*found, *[LEAST] * unlike, *[STRANGER] * missing], reverse=True))


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
