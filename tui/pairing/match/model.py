"""From clues to how sure a pair is: weights fitted on articles of thirteen bilingual sites."""

from __future__ import annotations

from math import exp, log
from typing import NamedTuple

from tui.pairing.match.clues import Clues, Rendering


class Candidate(NamedTuple):
    """What is kept of a French and an English article compared.

    ``score`` is how strongly they attract each other, ``faithful`` the logarithm of the odds that one
    translates the other, ``passages`` how alike their passages are.
    """

    score: float
    faithful: float = 0.5
    passages: float = 0.0


WEIGHTS = Clues(
    document=7.3,
    passages=3.25,
    title=1.65,
    names=2.5,
    numbers=1.6,
    words=1.8,
    days=1.25,
    address=16.0,
)
"""What one unit of each clue adds to a score: fitted so that the counterpart comes first of all, seen from
either side; the address is set by hand so that it outweighs all else."""
LEAST = 2.0
"""Candidates of a lower score are not kept: what is usual among strangers where least is alike."""
STRANGER = 4.5
"""A good score among strangers: stands in where a library offers too few others to tell what is usual."""
OTHERS = 8
"""The best other candidates of an article, by which is told what is usual around it."""
FEW = 5
"""Of so many articles one is taken for the best others, up to eight: the best of a handful are no measure."""
SCORE_WEIGHT = 1.44
"""What one unit of score adds to the logarithm of the odds."""
USUAL_WEIGHT = -2.22
"""What one unit of what is usual around both adds: in a series that repeats itself, more is asked."""
APART_WEIGHT = -1.2
"""What dates two months apart or more add."""
NEWS_APART_WEIGHT = -3.0
"""What they add besides where neither translates the other: news of one event is weeks apart at most."""
BIAS = 1.3
"""The logarithm of the odds when all else is naught."""
THRESHOLD = 0.38
"""Pairs less sure than this are not made: translations are far above, and halves that share no sentence
lose more by a higher bar than they gain."""

RENDERING = Rendering(
    passages=3.3,
    document=3.75,
    names=3.1,
    numbers=2.95,
    words=2.0,
    title=1.95,
    length=-2.5,
    days=3.0,
    clash=-1.9,
)
"""What one unit of each measure adds to the logarithm of the odds of a translation: fitted on translated
pages, on their nearest strangers, and on halves of articles that share no sentence."""
RENDERING_BIAS = -11.25
UNKNOWN = 0.5
"""The same odds where nothing speaks for or against a translation."""
FAITHFUL_WEIGHT = 4.0
"""What one unit of those odds adds where a translation is to be expected."""
FAITHFUL_MOST = 0.5
"""What they add at most: a sure translation is no surer for being surer still."""
SERIES, SERIES_WIDTH = 0.5, 0.2
"""Passages so alike, and more so by the width, are a translation's, or of a series that repeats itself."""

ALIKE = Clues(
    document=3.8,
    passages=2.0,
    title=1.7,
    names=1.5,
    numbers=1.0,
    words=1.1,
    days=0.6,
    address=0.0,
)
"""The same in one language, by hand: an address names translations only."""
ALIKE_APART = -2.0
"""Dates apart are two events."""
EVENT_MIDDLE = 4.5
"""The score at which half of the pairs in one language tell of one event."""
EVENT_STEEPNESS = 3.0
"""How fast that turns from unlikely to likely."""
EVENT = 0.5
"""How sure it must be that two articles of one language tell of one event."""
COPY = 0.5
"""Share of the shorter text's three-word runs found in the other from which on it is a copy."""


def raw_score(clues: Clues) -> float:
    """Return how strongly two articles of different languages attract each other, others apart."""
    return _weighted(WEIGHTS, clues)


def faithful(rendering: Rendering) -> float:
    """Return the logarithm of the odds that one of two articles translates the other."""
    pairs = zip(RENDERING.row(), rendering.row(), strict=True)
    return RENDERING_BIAS + sum(weight * value for weight, value in pairs)


def translated(faithful: float) -> float:
    """Return how far, 0 to 1, odds tell of a translation."""
    return _logistic(2.0 * faithful)


def odds(candidate: Candidate, usual: float, apart: float, expected: float) -> float:
    """Return the logarithm of the odds of a pair against those at the threshold: above 0 it may be made.

    ``usual`` is the score that others reach around the two, ``apart`` how far apart the dates are (0 to 1),
    ``expected`` how far what is around them is translated (0 to 1): partners are then translations too.
    """
    alike = min(1.0, max(0.0, (candidate.passages - SERIES) / SERIES_WIDTH))
    fidelity = FAITHFUL_WEIGHT * max(expected, alike) * min(FAITHFUL_MOST, candidate.faithful - UNKNOWN)
    news = NEWS_APART_WEIGHT * apart * translated(-candidate.faithful)
    freely = SCORE_WEIGHT * candidate.score + USUAL_WEIGHT * usual + APART_WEIGHT * apart + BIAS
    return freely + fidelity + news - _BAR


def probability(above: float) -> float:
    """Return how sure a pair is, 0 to 1, from what ``odds`` gave."""
    return round(_logistic(above + _BAR), 4)


def event_score(clues: Clues, apart: float) -> float:
    """Return how sure it is, from 0 to under 1, that two articles of one language tell of one event."""
    score = _weighted(ALIKE, clues) + ALIKE_APART * apart
    return min(0.999, _logistic(EVENT_STEEPNESS * (score - EVENT_MIDDLE)))


def _weighted(weights: Clues, clues: Clues) -> float:
    return sum(weight * value for weight, value in zip(weights.row(), clues.row(), strict=True))


def _logistic(odds: float) -> float:
    return 1.0 / (1.0 + exp(-max(-500.0, min(500.0, odds))))


_BAR = log(THRESHOLD / (1.0 - THRESHOLD))
