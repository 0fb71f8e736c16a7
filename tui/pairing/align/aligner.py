"""Align the segments of a French and an English text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from tui.model.article import Lang
from tui.model.pair import DOUBTFUL, Bead
from tui.pairing.align.anchors import Piece, pieces
from tui.pairing.align.lexical import lexical_vectors, rarity
from tui.pairing.align.program import Step, best_path
from tui.pairing.align.scoring import EMBEDDED, LEXICAL, Scorer, Vectors, Weights, side, unit
from tui.pairing.align.strays import rejoin
from tui.pairing.encoder import Encoder

Report = Callable[[int, int], None]
"""Told how many segments are done, of how many."""

EVIDENCE = 0.35
"""Length of the lexical vector beside the sentence vector's 1: squared, the weight of what letters share."""
FORCED = 0.01
"""A bead less sure than this was only made because nothing else was left: its segments stand alone."""
ENCODED_AT_ONCE = 256
"""Segments encoded between two reports of progress."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Beads that hold every segment of both sides once, and the ``share`` of the text in sure ones."""

    beads: tuple[Bead, ...]
    share: float


def align(
    fr: Sequence[str],
    en: Sequence[str],
    *,
    encoder: Encoder | None = None,
    fr_vectors: Vectors | None = None,
    en_vectors: Vectors | None = None,
    progress: Report | None = None,
) -> Alignment:
    """Align segments by their vectors (or ``encoder``'s) and letters; by letters alone without either.

    ``progress`` counts segments: all are encoded, where they have no vectors, then the French ones aligned.
    """
    steps = _Steps(progress, len(fr) + len(en) + len(fr))
    if encoder is not None:
        fr_vectors = _encoded(fr, encoder, steps) if fr_vectors is None else fr_vectors
        en_vectors = _encoded(en, encoder, steps) if en_vectors is None else en_vectors
    sides = _vectors(fr, en, fr_vectors, en_vectors)
    weights = LEXICAL if fr_vectors is None or en_vectors is None else EMBEDDED
    beads: list[Bead] = []
    for piece in pieces(*sides):
        beads += _align_piece(piece, (fr, en), sides, weights)
        steps.reach(len(fr) + len(en) + piece[1])
    beads = rejoin(beads, (fr, en), sides, weights)
    return Alignment(tuple(beads), _share(beads, fr, en))


class _Steps:
    """Progress towards a known end."""

    def __init__(self, report: Report | None, total: int) -> None:
        self._report, self._total, self._done = report, total, 0

    def reach(self, done: int) -> None:
        """Report that ``done`` segments are done."""
        self._done = done
        if self._report is not None:
            self._report(done, self._total)

    def advance(self, more: int) -> None:
        """Report that ``more`` segments are done."""
        self.reach(self._done + more)


def _encoded(texts: Sequence[str], encoder: Encoder, steps: _Steps) -> Vectors:
    """Encode in parts, reporting each."""
    parts = []
    for low in range(0, len(texts), ENCODED_AT_ONCE):
        parts.append(encoder.encode(texts[low : low + ENCODED_AT_ONCE]))
        steps.advance(len(parts[-1]))
    return np.concatenate(parts) if parts else np.zeros((0, encoder.dim), dtype=np.float32)


def _vectors(
    fr: Sequence[str], en: Sequence[str], fr_known: Vectors | None, en_known: Vectors | None
) -> tuple[Vectors, Vectors]:
    """Return both sides' vectors: sentence vectors with the lexical ones beside them, or the latter alone."""
    fr_lexical, en_lexical = lexical_vectors(fr, Lang.FR), lexical_vectors(en, Lang.EN)
    rare = rarity(fr_lexical, en_lexical)
    fr_lexical, en_lexical = unit(fr_lexical * rare), unit(en_lexical * rare)
    if fr_known is None or en_known is None:
        return fr_lexical, en_lexical
    return (
        unit(np.concatenate([fr_known, EVIDENCE * fr_lexical], axis=1)),
        unit(np.concatenate([en_known, EVIDENCE * en_lexical], axis=1)),
    )


def _align_piece(
    piece: Piece,
    texts: tuple[Sequence[str], Sequence[str]],
    vectors: tuple[Vectors, Vectors],
    weights: Weights,
) -> Iterable[Bead]:
    """Align one piece and return its beads, numbered as in the whole."""
    a, b, c, d = piece
    if a == b or c == d:
        return [Bead((i,), (), 0.0) for i in range(a, b)] + [Bead((), (j,), 0.0) for j in range(c, d)]
    fr, en = side(vectors[0][a:b], texts[0][a:b]), side(vectors[1][c:d], texts[1][c:d])
    scorer = Scorer(fr, en, weights)
    return [
        bead for step in _path(scorer, weights) for bead in _beads(step, _score(scorer, weights, step), a, c)
    ]


def _beads(step: Step, score: float, fr: int, en: int) -> Iterable[Bead]:
    """Yield a step as a bead numbered from ``fr`` and ``en`` on; one that was only forced, as gaps."""
    i, j, k, m = step
    rows, columns = range(fr + i, fr + j), range(en + k, en + m)
    if rows and columns and score >= FORCED:
        yield Bead(tuple(rows), tuple(columns), score)
        return
    yield from (Bead((row,), (), 0.0) for row in rows)
    yield from (Bead((), (column,), 0.0) for column in columns)


def _path(scorer: Scorer, weights: Weights) -> list[Step]:
    """Find the best path; where it leaves few gaps, find it again, trusting more."""
    steps = best_path(scorer.table, *scorer.gaps())
    left = sum(j - i + m - k for i, j, k, m in steps if i == j or k == m)
    spare = weights.usual_gaps - left / sum(j - i + m - k for i, j, k, m in steps)
    if spare <= 0 or not left:
        return steps
    return best_path(scorer.trusting(weights.trust * spare).table, *scorer.gaps())


def _score(scorer: Scorer, weights: Weights, step: Step) -> float:
    """Return how sure a bead is, 0 to 1; a gap has no score."""
    i, j, k, m = step
    if i == j or k == m:
        return 0.0
    return weights.score(float(scorer.margins(j - i, m - k, i, i + 1)[0, k]))


def _share(beads: Sequence[Bead], fr: Sequence[str], en: Sequence[str]) -> float:
    """Return which share of the characters of both sides lies in beads that are not doubtful."""
    sure = [bead for bead in beads if bead.score >= DOUBTFUL]
    held = sum(len(fr[i]) for bead in sure for i in bead.fr) + sum(
        len(en[j]) for bead in sure for j in bead.en
    )
    return held / max(1, sum(map(len, fr)) + sum(map(len, en)))
