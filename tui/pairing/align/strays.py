"""Counterparts that stand in another order: a paragraph moved, facing nothing on its own path."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from tui.model.pair import Bead
from tui.pairing.align.scoring import Scorer, Vectors, Weights, side

MOST_CELLS = 4_000_000
"""Beyond so many combinations the texts share little, and nothing is looked for."""
SURE = 0.9
"""Only beads as sure as this may cross others."""


def rejoin(
    beads: Sequence[Bead],
    texts: tuple[Sequence[str], Sequence[str]],
    vectors: tuple[Vectors, Vectors],
    weights: Weights,
) -> list[Bead]:
    """Face segments left alone on both sides where they are surely each other's best."""
    fr = [bead.fr[0] for bead in beads if bead.fr and not bead.en]
    en = [bead.en[0] for bead in beads if bead.en and not bead.fr]
    if not fr or not en or len(fr) * len(en) > MOST_CELLS:
        return list(beads)
    left = side(vectors[0][fr], [texts[0][i] for i in fr])
    right = side(vectors[1][en], [texts[1][j] for j in en])
    margins = Scorer(left, right, weights).margins(1, 1, 0, len(fr))
    found = {fr[i]: (en[j], score) for i, j, score in _mutual(margins, weights) if score >= SURE}
    taken = {j for j, _ in found.values()}
    return [_faced(bead, found) for bead in beads if bead.fr or bead.en[0] not in taken or len(bead.en) > 1]


def _mutual(margins: Vectors, weights: Weights) -> list[tuple[int, int, float]]:
    """Return row, column and score of the cells that are the best of both their row and their column."""
    best = margins.argmax(axis=1)
    back = margins.argmax(axis=0)
    rows = np.flatnonzero(back[best] == np.arange(len(best)))
    return [(int(row), int(best[row]), weights.score(float(margins[row, best[row]]))) for row in rows]


def _faced(bead: Bead, found: dict[int, tuple[int, float]]) -> Bead:
    if bead.en or bead.fr[0] not in found:
        return bead
    column, score = found[bead.fr[0]]
    return replace(bead, en=(column,), score=score)
