"""Encoders and articles for tests: vectors from words, without a model."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from tui.model.article import Article, Block, BlockKind, Lang, Segment

LEXICON = {
    "chat": "cat", "noir": "black", "dort": "sleeps", "maison": "house", "pluie": "rain", "tombe": "falls",
    "ville": "town", "maire": "mayor", "parle": "speaks", "port": "harbour", "bateau": "ship",
    "arrive": "arrives",
    "pont": "bridge", "fermé": "closed", "lundi": "monday", "école": "school", "rouvre": "reopens",
    "vote": "votes",
    "conseil": "council", "budget": "budget", "musée": "museum", "expose": "shows", "toiles": "paintings",
}  # fmt: skip
"""A tiny language pair: French words and the English ones that face them."""


class WordEncoder:
    """Sums one random direction per word, the same for a word and its translation."""

    name = "words"
    dim = 64

    def __init__(self) -> None:
        self.encoded = 0

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.encoded += len(texts)
        rows = np.array([self._row(text) for text in texts], dtype=np.float32).reshape(-1, self.dim)
        norms = np.linalg.norm(rows, axis=1, keepdims=True)
        unit: NDArray[np.float32] = (rows / np.maximum(norms, 1e-9)).astype(np.float32)
        return unit

    def _row(self, text: str) -> NDArray[np.float64]:
        words = [LEXICON.get(word, word) for word in text.lower().replace(".", "").split()]
        return np.sum([_direction(word) for word in words], axis=0) if words else np.zeros(self.dim)


def _direction(word: str) -> NDArray[np.float64]:
    return np.random.default_rng(crc32(word.encode())).normal(size=WordEncoder.dim)


FRENCH = (
    "Chat noir dort.", "Pluie tombe ville.", "Maire parle port.", "Bateau arrive lundi.", "Pont fermé.",
    "École rouvre lundi.", "Conseil vote budget.", "Musée expose toiles.",
)  # fmt: skip
ENGLISH = (
    "Black cat sleeps.", "Rain falls town.", "Mayor speaks harbour.", "Ship arrives Monday.",
    "Bridge closed.",
    "School reopens Monday.", "Council votes budget.", "Museum shows paintings.",
)  # fmt: skip


def an_article(
    lang: str,
    sentences: Sequence[str],
    *,
    key: str = "",
    published: date | None = None,
    url: str | None = None,
    alternates: tuple[str, ...] = (),
) -> Article:
    """Return an article of one block, a segment a sentence."""
    segments, start = [], 0
    for sentence in sentences:
        segments.append(Segment(0, start, start + len(sentence)))
        start += len(sentence) + 1
    text = " ".join(sentences)
    return Article(
        id=None,
        key=key or f"{lang}-{crc32(text.encode()):x}",
        lang=Lang(lang),
        title=sentences[0],
        text=text,
        blocks=(Block(BlockKind.PARAGRAPH, 0, len(text), Lang(lang)),),
        segments=tuple(segments),
        published=published,
        url=url,
        alternates=alternates,
    )
