"""The likeliest tags of sentences: a linear-chain conditional random field, decoded many sentences at a time.

The scores of features add up as in Lafferty et al. 2001. What one word form adds to its own place and
to its neighbours' is summed up once and kept, so that a word that is met again costs a look-up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, repeat

import numpy as np
from numpy import float32
from numpy.typing import NDArray

from tui.analysis.entities.finding.tagging import features
from tui.analysis.entities.finding.tagging.features import Features, Sign, pair
from tui.analysis.entities.finding.tagging.path import best_paths
from tui.analysis.entities.finding.tagging.weights import Weights

TOGETHER = 200
"""Sentences that are decoded at a time: enough to share the work, few enough to keep the tables small."""

CACHED = 20_000
"""Word forms that are kept, 1 kB each; then all are worked out afresh, after hundreds of articles."""

EDGE = 2
"""Empty words between sentences: as many as a word looks at on either side."""

FIRST = 4_000
"""Word forms for which there is room at first; the room doubles when it is full."""

_PLACES = (0, -1, 1, -2, 2)
"""Where a word stands, seen from the place at which each of its form's five lists of features counts."""


_PAIRED = (
    features.WORDS_BACK,
    features.WORDS_AHEAD,
    features.CLASSES_BACK,
    features.CLASSES_AHEAD,
    features.CLASSES_AROUND,
)


class Decoder:
    """Tags sentences of one language with trained weights."""

    def __init__(self, weights: Weights, known: Features) -> None:
        self._features = known
        self._labels, self._table, self._moves = weights.labels, weights.table, weights.moves
        self._pairs: dict[str, dict[str, int]] = {start: {} for start in _PAIRED}
        self._rows: dict[str, int] = {}
        for name, row in weights.rows.items():
            if name[:2] in _PAIRED:
                self._pairs[name[:2]][name[2:]] = row
            else:
                self._rows[name] = row
        self._forget()

    def tags(self, sentences: Sequence[Sequence[str]]) -> Iterator[list[str]]:
        """Yield the tags of each sentence, given as its words."""
        for begin in range(0, len(sentences), TOGETHER):
            yield from self._tagged(sentences[begin : begin + TOGETHER])

    def _forget(self) -> None:
        self._numbers: dict[str, int] = {}
        self._signs: list[Sign] = []
        self._sums = np.zeros((FIRST, len(_PLACES), len(self._labels)), float32)

    def _tagged(self, sentences: Sequence[Sequence[str]]) -> Iterator[list[str]]:
        words = ["", "", *chain.from_iterable((*words, "", "") for words in sentences)]
        self._learn(words)
        numbers = [self._numbers[word] for word in words]
        signs = [self._signs[number] for number in numbers]
        sums = self._sums[numbers]
        scores = self._paired(signs)
        for which, away in enumerate(_PLACES):
            scores[2:-2] += sums[2 + away : len(words) - 2 + away, which]
        self._add_beside(sentences, signs, scores)
        sizes = list(map(len, sentences))
        begins = accumulate((size + EDGE for size in sizes[:-1]), initial=EDGE)
        for path in best_paths(scores, list(begins), sizes, self._moves):
            yield [self._labels[label] for label in path]

    def _learn(self, words: Sequence[str]) -> None:
        """Sum up the features of the word forms that were not met before."""
        if len(self._signs) > CACHED:
            self._forget()
        new = list(dict.fromkeys(word for word in words if word not in self._numbers))
        if not new:
            return
        forms = [self._features.form(word) for word in new]
        first, behind = len(self._signs), len(self._signs) + len(new)
        self._numbers.update(zip(new, range(first, behind), strict=True))
        self._signs += [form.sign for form in forms]
        if behind > len(self._sums):
            room = np.zeros((behind, *self._sums.shape[1:]), float32)
            self._sums = np.concatenate([self._sums, room])
        sums = self._summed([part for form in forms for part in form[1:]])
        self._sums[first:behind] = sums.reshape(len(new), len(_PLACES), -1)

    def _summed(self, lists: Sequence[Sequence[str]]) -> NDArray[float32]:
        """Return the sum of the weights of each list of features; none may be empty."""
        starts = np.cumsum([0, *map(len, lists[:-1])])
        found = list(map(self._rows.get, chain.from_iterable(lists), repeat(0)))
        return np.add.reduceat(self._table[found], starts)

    def _paired(self, signs: Sequence[Sign]) -> NDArray[float32]:
        """Return what pairs of neighbours, and of their classes, add at each place."""
        lowers, numbers = [sign.lower for sign in signs], [sign.number for sign in signs]
        words, classes = [list(map(pair, each, each[1:])) for each in (lowers, numbers)]
        around = list(map(pair, numbers, numbers[2:]))
        found = {
            features.WORDS_BACK: ["", *words],
            features.WORDS_AHEAD: [*words, ""],
            features.CLASSES_BACK: ["", *classes],
            features.CLASSES_AHEAD: [*classes, ""],
            features.CLASSES_AROUND: ["", *around, ""],
        }
        rows = [list(map(self._pairs[start].get, names, repeat(0))) for start, names in found.items()]
        added: NDArray[float32] = self._table[rows].sum(axis=0)
        return added

    def _add_beside(
        self, sentences: Sequence[Sequence[str]], signs: Sequence[Sign], scores: NDArray[float32]
    ) -> None:
        """Add what sentences say of single words."""
        begin = 2
        for words in sentences:
            for place, listed in self._features.beside(words, signs[begin : begin + len(words)]).items():
                for feature in listed:
                    scores[begin + place] += self._table[self._rows.get(feature, 0)]
            begin += len(words) + 2
