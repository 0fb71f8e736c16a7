"""From scored candidates to pairs: rivals weighed, at most one partner each, the reader's word first."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

from tui.pairing.match.assign import Edge, assign
from tui.pairing.match.model import STRANGER, THRESHOLD, probability


def decide(
    candidates: Mapping[Edge, float],
    apart: Callable[[Edge], float],
    *,
    kept: Iterable[Edge] = (),
    forbidden: Collection[Edge] = (),
) -> dict[Edge, float]:
    """Return the pairs, each with how sure it is; ``kept`` ones stand, ``forbidden`` ones never do.

    ``apart`` tells how far apart the dates of two articles are, 0 to 1.
    """
    stand = dict.fromkeys(kept, 1.0)
    held = {end for edge in stand for end in edge}
    free = {
        edge: score for edge, score in candidates.items() if edge not in forbidden and not held & set(edge)
    }
    chances = probabilities(free, apart)
    return {edge: chances[edge] for edge in assign({e: c - THRESHOLD for e, c in chances.items()})} | stand


def probabilities(candidates: Mapping[Edge, float], apart: Callable[[Edge], float]) -> dict[Edge, float]:
    """Return how sure each candidate is, given its rivals at both ends."""
    best: dict[str, tuple[float, float]] = {}
    for edge, score in candidates.items():
        for end in edge:
            first, second = best.get(end, (STRANGER, STRANGER))
            best[end] = (max(first, score), max(min(first, score), second))
    return {
        edge: probability(score, max(_rival(score, best[end]) for end in edge), apart(edge))
        for edge, score in candidates.items()
    }


def _rival(score: float, best: tuple[float, float]) -> float:
    """Return the best score of the others."""
    return best[1] if score >= best[0] else best[0]
