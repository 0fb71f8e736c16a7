"""How well spans of segments face each other: cosine above what the neighbourhood gives, length, evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import exp

import numpy as np
from numpy import float32
from numpy.typing import NDArray

from tui.pairing.align.program import SHAPES

Vectors = NDArray[float32]

LARGEST = max(max(shape) for shape in SHAPES)
FRENCH_PER_ENGLISH = 1.1
"""French text is about a tenth longer (as Gale and Church 1993 take the ratio of two languages)."""
STRANGERS, STRANGE = 5, 0.15
"""Every neighbourhood holds so many more segments of this similarity: in a text of one segment, the
counterpart itself must not set what is usual."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What was tuned on aligned news, documentation and novels: see the decision note on alignment."""

    threshold: float
    """Margin below which a bead is worth less than leaving both sides alone."""
    hubness: float
    """Share of the neighbourhoods' mean similarity taken off the cosine (cf. CSLS, Conneau et al. 2018)."""
    neighbours: int
    """How many nearest segments make the neighbourhood."""
    nearest: float
    """How much of the neighbourhood's level is its nearest segments', the rest being everything's."""
    length: float
    """Cost of one standard deviation of difference in length."""
    variance: float
    """Variance of the length difference per character."""
    furthest: float
    """Standard deviations beyond which length says no more."""
    merge: float
    """Cost of each segment beyond one to one."""
    growth: float
    """Exponent by which a bead of more segments is worth more."""
    gap: float
    """Cost of leaving a segment alone, per unit of its best margin above ``gap_from``: what has a counterpart
    somewhere is rather merged into a bead than dropped."""
    gap_from: float
    """The best margin that a segment without counterpart has by chance."""
    trust: float
    """How much the threshold falls, per unit, where fewer gaps than ``usual_gaps`` were found at first."""
    usual_gaps: float
    """Share of segments in gaps that the threshold was tuned for."""
    middle: float
    """The margin at which half of the beads are right (translations and unlike texts together)."""
    steepness: float
    """How fast a bead's score goes from 0 to 1 around that margin."""

    def score(self, margin: float) -> float:
        """Return how sure a bead of this margin is, 0 to 1."""
        odds = self.steepness * (margin - self.middle)
        return round(1.0 / (1.0 + exp(-max(-500.0, min(500.0, odds)))), 3)


EMBEDDED = Weights(
    threshold=0.044,
    hubness=0.537,
    neighbours=1,
    nearest=0.3,
    length=0.033,
    variance=6.8,
    furthest=8.0,
    merge=0.002,
    growth=0.1,
    gap=0.34,
    gap_from=0.047,
    trust=0.63,
    usual_gaps=0.15,
    middle=0.15,
    steepness=30.0,
)
LEXICAL = Weights(
    threshold=-0.111,
    hubness=0.498,
    neighbours=1,
    nearest=0.0,
    length=0.063,
    variance=20.0,
    furthest=8.0,
    merge=0.024,
    growth=0.309,
    gap=0.438,
    gap_from=0.05,
    trust=0.0,
    usual_gaps=0.1,
    middle=0.07,
    steepness=30.0,
)


@dataclass(frozen=True, slots=True)
class Side:
    """One text as the aligner sees it: unit vectors per size of span, and characters up to each segment."""

    spans: tuple[Vectors, ...]
    ends: NDArray[float32]

    def lengths(self, size: int) -> NDArray[float32]:
        """Return the characters of each span of ``size`` segments."""
        widths: NDArray[float32] = self.ends[size:] - self.ends[:-size]
        return widths


def side(vectors: Vectors, texts: Sequence[str]) -> Side:
    """Return spans up to the largest bead: vectors summed, weighted by the root of length."""
    lengths = np.array([len(text) + 1 for text in texts], dtype=float32)
    weighted = vectors * np.sqrt(lengths)[:, None]
    sums = np.concatenate([np.zeros((1, vectors.shape[1]), dtype=float32), np.cumsum(weighted, axis=0)])
    spans = (unit(sums[size:] - sums[:-size]) for size in range(1, min(LARGEST, len(texts)) + 1))
    return Side(tuple(spans), np.concatenate([[0.0], np.cumsum(lengths)]).astype(float32))


def unit(vectors: Vectors) -> Vectors:
    """Return the rows scaled to length one (rows of zeros stay)."""
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    scaled: Vectors = (vectors / np.maximum(norms, 1e-9)).astype(float32)
    return scaled


class Scorer:
    """Values of all beads between two sides, computed for a few rows at a time."""

    def __init__(self, fr: Side, en: Side, weights: Weights) -> None:
        self._fr, self._en, self._weights = fr, en, weights
        self._fr_level = tuple(self._level(spans, en.spans[0]) for spans in fr.spans)
        self._en_level = tuple(self._level(spans, fr.spans[0]) for spans in en.spans)

    def _level(self, spans: Vectors, facing: Vectors) -> NDArray[float32]:
        """Return how similar each span is to its neighbourhood on the other side."""
        weights = self._weights
        similar = spans @ facing.T
        count = min(weights.neighbours, similar.shape[1])
        nearest = np.partition(similar, similar.shape[1] - count, axis=1)[:, -count:].mean(axis=1)
        usual = (similar.sum(axis=1) + STRANGERS * STRANGE) / (similar.shape[1] + STRANGERS)
        level: NDArray[float32] = weights.nearest * nearest + (1 - weights.nearest) * usual
        return level

    def margins(self, a: int, b: int, low: int, high: int) -> NDArray[float32]:
        """Return how far French spans of ``a`` (low to high - 1) exceed the usual, over English ``b``."""
        similar = self._fr.spans[a - 1][low:high] @ self._en.spans[b - 1].T
        levels = self._fr_level[a - 1][low:high, None] + self._en_level[b - 1][None, :]
        margin: NDArray[float32] = similar - self._weights.hubness * levels
        return margin

    def trusting(self, more: float) -> Scorer:
        """Return a scorer of the same sides with a lower threshold."""
        return Scorer(self._fr, self._en, replace(self._weights, threshold=self._weights.threshold - more))

    def gaps(self) -> tuple[NDArray[float32], NDArray[float32]]:
        """Return what leaving each segment alone is worth, French and English."""
        weights = self._weights
        margins = self.margins(1, 1, 0, len(self._fr.spans[0]))
        best = margins.max(axis=1), margins.max(axis=0)
        fr, en = (-weights.gap * np.maximum(0.0, side - weights.gap_from) for side in best)
        return fr.astype(float32), en.astype(float32)

    def table(self, low: int, high: int) -> NDArray[float32]:
        """Return the value of each shape of bead that ends before rows low to high - 1, for ``best_path``."""
        columns = len(self._en.ends)
        values = np.full((high - low, len(SHAPES), columns), -np.inf, dtype=float32)
        for k, (a, b) in enumerate(SHAPES):
            first = max(low - a, 0)
            if a <= len(self._fr.spans) and b <= len(self._en.spans) and high - a > first:
                worth = self.margins(a, b, first, high - a)
                worth -= self._misfit(a, b, first, high - a)
                worth *= ((a + b) / 2) ** self._weights.growth
                values[first + a - low :, k, b:] = worth - self._weights.merge * (a + b - 2)
        return values

    def _misfit(self, a: int, b: int, low: int, high: int) -> NDArray[float32]:
        """Return what different lengths and the threshold take off the margins of the same spans."""
        weights = self._weights
        wide, facing = self._fr.lengths(a)[low:high, None], self._en.lengths(b)[None, :] * FRENCH_PER_ENGLISH
        deviation = np.abs(wide - facing) / np.sqrt(weights.variance * (wide + facing) / 2)
        misfit = weights.length * np.minimum(deviation, weights.furthest)
        return (misfit + weights.threshold).astype(float32)
