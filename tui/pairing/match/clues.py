"""What speaks for two articles telling the same story, as numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from math import log, sqrt
from typing import TypeVar

import numpy as np
from numpy import float32
from numpy.typing import NDArray

from tui.pairing.features import Features, expand, hashes
from tui.pairing.terms import Sort

Vectors = NDArray[float32]

_NUMBER = re.compile(r"\d+(?:[.,:/-]\d+)*")
Kept = TypeVar("Kept")

BUCKETS = 1 << 18
"""Terms are counted in this many buckets: 1 MB, and few collisions among the frequent ones."""
APART_DAYS = 60.0
"""Articles on one event appear within weeks: at this distance the dates speak fully against."""
PASSAGES = 64
"""Segments compared from the start: enough to tell, whatever the length."""
COMPARED = (Sort.NAME, Sort.NUMBER, Sort.WORD)
"""Spelled dates are left to the evidence: their numbers are compared, and fitted they added nothing."""
REMEMBERED = 4096
"""Candidates come again and again within a run: what was worked out of so many is kept, 8 MB."""
PRIOR_ARTICLES = 20.0
"""Articles that the background counts as: a library of five must not be centred on itself."""
FRENCH_LENGTH = 1.12
"""A French text is longer than the English one it translates, or that translates it, by this."""
LENGTH_CAP = 1.5
"""Texts more than four times as long are no less translations of each other than those four times as long."""
NO_NUMBERS, NO_NUMBERS_IN_ONE = 0.6, 0.35
"""What stands for the clue of numbers where neither text states any, or only one does."""
NO_TITLE, NO_DATE = 0.55, 0.5
"""What stands for these clues where either article has none: it speaks neither way."""


@dataclass(slots=True)
class Background:
    """What is ordinary in a library: the mean vector, and how many articles state each term."""

    articles: int
    mean: Vectors
    counts: NDArray[np.int32] = field(default_factory=lambda: np.zeros(BUCKETS, dtype=np.int32))
    _weights: dict[bytes, float] = field(default_factory=dict)
    _rows: dict[bytes, Vectors] = field(default_factory=dict)

    @classmethod
    def of(cls, dim: int) -> Background:
        """Return the background of an empty library."""
        return cls(0, np.zeros(dim, dtype=float32))

    def learn(self, features: Features, by: int = 1) -> None:
        """Count an article in (or, with ``by=-1``, out)."""
        self.articles += by
        self._weights.clear()
        self._rows.clear()
        for sort in COMPARED:
            np.add.at(self.counts, hashes(features.terms[sort]) % BUCKETS, by)
        if features.document and features.dim == len(self.mean):
            self.mean += by * expand(features.document, features.dim)[0]

    def centre(self) -> Vectors:
        """Return what all articles have in common, held towards nothing while there are few."""
        shared: Vectors = (self.mean / (self.articles + PRIOR_ARTICLES)).astype(float32)
        return shared

    def centred(self, vectors: Vectors) -> Vectors:
        """Return unit rows with what all articles have in common taken out."""
        away = vectors - self.centre()
        unit: Vectors = away / np.maximum(np.linalg.norm(away, axis=1, keepdims=True), 1e-9)
        return unit

    def direction(self, data: bytes) -> Vectors:
        """Return a stored vector as a centred row, remembered until the library changes."""
        found = self._rows.get(data)
        if found is None:
            found = self.centred(unit_rows(data, len(self.mean)))
            _remember(self._rows, data, found)
        return found

    def weight(self, data: bytes) -> float:
        """Return how much a group of terms says in all, squares summed, remembered likewise."""
        found = self._weights.get(data)
        if found is None:
            found = float((self.rarity(hashes(data)) ** 2).sum())
            _remember(self._weights, data, found)
        return found

    def rarity(self, terms: NDArray[np.uint32]) -> NDArray[np.float64]:
        """Return how telling each term is: the logarithm of one over its share of the articles."""
        total = self.articles + PRIOR_ARTICLES
        weights: NDArray[np.float64] = np.log(total / (0.5 + self.counts[terms % BUCKETS]))
        return np.maximum(weights, 0.0)


def _remember(kept: dict[bytes, Kept], data: bytes, found: Kept) -> None:
    if len(kept) >= REMEMBERED:
        kept.clear()
    kept[data] = found


@dataclass(frozen=True, slots=True)
class Clues:
    """Measures of one French article against one English one, each about 0 to 1, higher for more alike."""

    document: float
    passages: float
    title: float
    names: float
    numbers: float
    words: float
    days: float
    address: float

    def row(self) -> tuple[float, ...]:
        """Return the measures in order."""
        return tuple(getattr(self, name) for name in self.__slots__)


def clues(fr: Features, en: Features, background: Background) -> Clues:
    """Measure one pair."""
    shared = (_shared(fr.terms[sort], en.terms[sort], background) for sort in COMPARED)
    names, numbers, words = shared
    # without vectors, what words say stands in for what directions would
    alike = _vectors(fr, en, background) if comparable(fr, en) else (words, words, 0.0)
    return Clues(*alike, names, numbers, words, nearness(fr.day, en.day), _address(fr, en))


@dataclass(frozen=True, slots=True)
class Rendering:
    """Measures that tell a translation from a text on the same subject.

    ``length`` is how far the lengths are from a translation's, ``clash`` 1 where the titles name different
    numbers; what an article lacks speaks neither for nor against.
    """

    passages: float
    document: float
    names: float
    numbers: float
    words: float
    title: float
    length: float
    days: float
    clash: float

    def row(self) -> tuple[float, ...]:
        """Return the measures in order."""
        return tuple(getattr(self, name) for name in self.__slots__)


def rendering(fr: Features, en: Features, clues: Clues) -> Rendering:
    """Measure one pair, of which ``clues`` are known, as translations of each other."""
    stated = [bool(side.terms[Sort.NUMBER]) for side in (fr, en)]
    numbers = clues.numbers if all(stated) else NO_NUMBERS_IN_ONE if any(stated) else NO_NUMBERS
    return Rendering(
        passages=clues.passages,
        document=clues.document,
        names=clues.names,
        numbers=numbers,
        words=clues.words,
        title=clues.title if fr.title_vector and en.title_vector else NO_TITLE,
        length=min(LENGTH_CAP, abs(log((fr.size + 1) / (en.size + 1) / FRENCH_LENGTH))),
        days=NO_DATE if fr.day is None or en.day is None else clues.days,
        clash=float(_clash(fr.title, en.title)),
    )


def _clash(fr: str, en: str) -> bool:
    """Tell whether both titles state numbers, and each one that the other lacks: two of a series."""
    ours, theirs = ({found.replace(",", ".") for found in _NUMBER.findall(title)} for title in (fr, en))
    return bool(ours - theirs) and bool(theirs - ours)


def comparable(fr: Features, en: Features) -> bool:
    """Tell whether both have vectors of the same encoder."""
    return fr.encoder == en.encoder and bool(fr.document) and bool(en.document)


@lru_cache(maxsize=512)
def unit_rows(data: bytes, dim: int) -> Vectors:
    """Return stored vectors expanded: candidates come again and again within a run."""
    return expand(data, dim)


def _vectors(fr: Features, en: Features, background: Background) -> tuple[float, float, float]:
    document = _cosine(fr.document, en.document, background)
    titled = fr.title_vector and en.title_vector
    title = _cosine(fr.title_vector, en.title_vector, background) if titled else 0.0
    ours, theirs = (unit_rows(side.segments[: PASSAGES * side.dim], side.dim) for side in (fr, en))
    return document, _passages(ours @ theirs.T), title


def _cosine(fr: bytes, en: bytes, background: Background) -> float:
    """Return the cosine of two directions, what all articles share taken out."""
    return float((background.direction(fr) @ background.direction(en).T)[0, 0])


def _passages(similar: Vectors) -> float:
    """Return how well each segment's best counterpart fits, on average over both sides."""
    return float(similar.max(axis=1).mean() + similar.max(axis=0).mean()) / 2


def _shared(fr: bytes, en: bytes, background: Background) -> float:
    """Return the cosine of two groups of terms, the rare ones weighing more."""
    norm = sqrt(background.weight(fr) * background.weight(en))
    if not norm:
        return 0.0
    both = background.rarity(np.intersect1d(hashes(fr), hashes(en), assume_unique=True))
    return float((both**2).sum()) / norm


def nearness(fr: int | None, en: int | None) -> float:
    """Return how near two dates are: 1 on the same day, a half after a week."""
    return 0.0 if fr is None or en is None else 1.0 / (1.0 + abs(fr - en) / 7.0)


def distance(fr: int | None, en: int | None) -> float:
    """Return how far apart two dates are: 1 from two months on."""
    return 0.0 if fr is None or en is None else min(1.0, abs(fr - en) / APART_DAYS)


def _address(fr: Features, en: Features) -> float:
    """Return 1 when either page names the other as its translation."""
    return float(
        (en.url is not None and en.url in fr.alternates) or (fr.url is not None and fr.url in en.alternates)
    )


def contained(one: Features, two: Features) -> float:
    """Return which share of the shorter text's three-word runs the other holds (containment, Broder 1997)."""
    ours, theirs = hashes(one.shingles), hashes(two.shingles)
    shorter = min(len(ours), len(theirs))
    return len(np.intersect1d(ours, theirs, assume_unique=True)) / shorter if shorter else 0.0
