"""What two segments share in letters: numbers, names, cognates and, where installed, a word list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy import float32
from numpy.typing import NDArray

from tui.model.article import Lang
from tui.pairing.align.wordlist import translations
from tui.pairing.terms import STEM, canonical_number
from tui.text.fold import fold

DIM = 1024
"""Buckets that features are hashed into (with a sign, so that collisions cancel out on average)."""

TOKENS_KEPT = 20_000
"""Tokens whose features are kept, 1 kB each: most of what a month's news writes."""

NUMBER_WEIGHT = 2.0
"""A shared number says more than a shared word, and a different one speaks against."""
MARK_WEIGHT = 0.5
"""Question and exclamation marks survive translation, but are few and common."""
GRAM_WEIGHT = 0.4
"""A word has several grams: together they count about as much as the word."""
GRAM = 4
"""Cognates share most of their 4-letter sequences (``comité``, ``committee``)."""

_TOKEN = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d{3})*(?:[.,]\d+)?|[^\W\d_]+|[?!]")
_MARKS = frozenset("?!")
_COMMON = frozenset(
    "the and for with that this from not but have has had his her their you your our which who will "
    "would can could did there into than then them him was were been are its les des une est sont dans "
    "que qui ses ces cette elle ils elles pas plus par pour sur avec sans mais nous vous mon mes tes "
    "notre votre leur leurs dont tout tous toute toutes ete etre avoir fait aux son ont aussi comme".split()
)


def lexical_vectors(texts: Sequence[str], lang: Lang) -> NDArray[float32]:
    """Return one row of hashed features per text, unweighted by rarity and not normalised."""
    places: list[int] = []
    weights: list[float] = []
    rows: list[int] = []
    for row, text in enumerate(texts):
        before = len(places)
        for token in _TOKEN.findall(text):
            buckets, signed = _features(token, lang)
            places += buckets
            weights += signed
        rows += [row] * (len(places) - before)
    at = np.array(rows, dtype=np.int64) * DIM + np.array(places, dtype=np.int64)
    sums = np.bincount(at, weights, minlength=len(texts) * DIM)
    return sums.reshape(len(texts), DIM).astype(float32)


def rarity(*sides: NDArray[float32]) -> NDArray[float32]:
    """Return a weight per bucket: the logarithm of how few of the rows have it."""
    present = sum((np.count_nonzero(side, axis=0) for side in sides), np.zeros(DIM))
    total = sum(len(side) for side in sides)
    weights: NDArray[float32] = np.log1p(total / (1.0 + present)).astype(float32)
    return weights


@lru_cache(maxsize=TOKENS_KEPT)
def _features(token: str, lang: Lang) -> tuple[tuple[int, ...], tuple[float, ...]]:
    """Return the buckets of a token, and their signed weights."""
    found = [_hashed(name, weight) for name, weight in _named(token, lang)]
    return tuple(bucket for bucket, _ in found), tuple(weight for _, weight in found)


def _hashed(name: str, weight: float) -> tuple[int, float]:
    code = crc32(name.encode())
    return code % DIM, weight if code & 0x10000 else -weight


def _named(token: str, lang: Lang) -> Iterator[tuple[str, float]]:
    if token in _MARKS:
        yield token, MARK_WEIGHT
    elif token[0].isdigit():
        yield "#" + canonical_number(token), NUMBER_WEIGHT
    else:
        yield from _word_features(fold(token), lang)


def _word_features(word: str, lang: Lang) -> Iterator[tuple[str, float]]:
    if len(word) < 3 or word in _COMMON:
        return
    yield word[:STEM], 1.0
    grams = {word[at : at + GRAM] for at in range(len(word) - GRAM + 1)}
    for gram in sorted(grams):
        yield "~" + gram, GRAM_WEIGHT
    if lang is Lang.FR:
        facing = {english[:STEM] for english in translations(word)} - {word[:STEM]}
        for stem in sorted(facing):
            yield stem, 1.0 / len(facing) ** 0.5
