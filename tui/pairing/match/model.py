"""From clues to how sure a pair is: two small logistic regressions, fitted on pages of twelve bilingual sites."""

from __future__ import annotations

from math import exp

from tui.pairing.match.clues import Clues

WEIGHTS = Clues(
    document=6.0,
    passages=8.0,
    title=2.0,
    names=4.0,
    numbers=3.0,
    dates=1.0,
    words=4.0,
    length=1.0,
    days=0.5,
    apart=-3.0,
    address=6.0,
)
"""What one unit of each clue adds to the logarithm of the odds."""
BIAS = -10.0
"""The odds' logarithm of two articles without any clue."""
FLOOR = -6.0
"""Candidates below are forgotten: no absence of rivals makes them a pair."""
LEAD_WEIGHT = 0.5
"""What one unit of lead over the best rival adds."""
MOST_LEAD = 4.0
THRESHOLD = 0.5
"""Pairs less sure than this are not made."""


def raw_score(clues: Clues) -> float:
    """Return the logarithm of the odds that two articles belong together, rivals apart."""
    return BIAS + sum(weight * value for weight, value in zip(WEIGHTS.row(), clues.row(), strict=True))


def probability(score: float, rival: float) -> float:
    """Return how sure a pair is, 0 to 1, given the best rival's score."""
    lead = max(-MOST_LEAD, min(MOST_LEAD, score - rival))
    return round(1.0 / (1.0 + exp(-max(-500.0, score + LEAD_WEIGHT * lead))), 4)


COPY = 0.5
"""Share of the shorter text's three-word runs found in the other from which on it is a copy."""
EVENT = 0.5
"""How sure it must be that two articles of one language tell of one event."""


def event_score(clues: Clues) -> float:
    """Return how sure it is, 0 to 1 (excluded), that two articles of one language tell of one event."""
    return min(0.999, 1.0 / (1.0 + exp(-max(-500.0, raw_score(clues)))))
