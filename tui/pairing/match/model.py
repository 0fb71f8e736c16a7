"""From clues to how sure a pair is: weights fitted on pages of twelve bilingual sites."""

from __future__ import annotations

from math import exp

from tui.pairing.match.clues import Clues

WEIGHTS = Clues(
    document=3.8,
    passages=2.0,
    title=1.7,
    names=1.5,
    numbers=1.0,
    dates=0.5,
    words=1.1,
    length=1.2,
    days=0.6,
    apart=-0.6,
    address=8.0,
)
"""What one unit of each clue adds to a score: fitted so that the counterpart comes first of all."""
STRANGER = 3.0
"""A good score among strangers: the rival to beat where a library offers none, and the least kept."""
LEAD_WEIGHT = 3.4
"""What one unit of lead over the best rival adds to the logarithm of the odds."""
MOST_LEAD = 2.0
"""A larger lead says no more."""
APART_WEIGHT = -2.0
"""What dates two months apart or more add: nobody else being nearer does not make strangers a pair."""
BIAS = 0.43
"""The logarithm of the odds of a pair that is level with its best rival."""
THRESHOLD = 0.37
"""Pairs less sure than this are not made: translations are far above, and halves that share no sentence
lose more by a higher bar than they gain."""

ALIKE = Clues(
    document=3.8,
    passages=2.0,
    title=1.7,
    names=1.5,
    numbers=1.0,
    dates=0.5,
    words=1.1,
    length=0.0,
    days=0.6,
    apart=-2.0,
    address=0.0,
)
"""The same in one language: sources differ in length, and dates apart are two events."""
EVENT_MIDDLE = 4.5
"""The score at which half of the pairs in one language tell of one event."""
EVENT_STEEPNESS = 3.0
"""How fast that turns from unlikely to likely."""
EVENT = 0.5
"""How sure it must be that two articles of one language tell of one event."""
COPY = 0.5
"""Share of the shorter text's three-word runs found in the other from which on it is a copy."""


def raw_score(clues: Clues) -> float:
    """Return how strongly two articles of different languages attract each other, rivals apart."""
    return _weighted(WEIGHTS, clues)


def probability(score: float, rival: float, apart: float) -> float:
    """Return how sure a pair is, 0 to 1, given the best rival and how far apart the dates are (0 to 1)."""
    lead = max(-MOST_LEAD, min(MOST_LEAD, score - max(rival, STRANGER)))
    return round(_logistic(LEAD_WEIGHT * lead + APART_WEIGHT * apart + BIAS), 4)


def event_score(clues: Clues) -> float:
    """Return how sure it is, from 0 to under 1, that two articles of one language tell of one event."""
    return min(0.999, _logistic(EVENT_STEEPNESS * (_weighted(ALIKE, clues) - EVENT_MIDDLE)))


def _weighted(weights: Clues, clues: Clues) -> float:
    return sum(weight * value for weight, value in zip(weights.row(), clues.row(), strict=True))


def _logistic(odds: float) -> float:
    return 1.0 / (1.0 + exp(-max(-500.0, min(500.0, odds))))
