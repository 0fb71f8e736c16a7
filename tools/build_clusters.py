"""Build the word classes that the name tagger uses: ``build_clusters.py fr|en OUT.txt.xz``.

Needs an environment with spaCy (not visavis's own): French classes are k-means clusters of the word
vectors in fr_core_news_md (Explosion fastText vectors, CC0), English ones the Brown clusters of spacy-
lookups-data (MIT). Each line of the result is a class: its number, a tab, its words, separated by
spaces.
"""

from __future__ import annotations

import gzip
import json
import lzma
import re
import sys
from collections import defaultdict
from importlib.resources import files
from pathlib import Path

import numpy as np

WORDS = 100_000
"""Words kept per language, the most frequent ones: about 400 kB compressed."""

CLASSES, COARSE, ROUNDS = 512, 32, 15
WORD = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*")


def kmeans(points: np.ndarray, count: int, seed: int = 7) -> tuple[np.ndarray, np.ndarray]:
    """Return the class of each unit vector in ``points``, and the centres (spherical k-means)."""
    centres = points[np.random.default_rng(seed).choice(len(points), count, replace=False)]
    for _ in range(ROUNDS):
        labels = np.argmax(points @ centres.T, axis=1)
        sums = np.zeros_like(centres)
        np.add.at(sums, labels, points)
        centres = sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-9)
    return labels, centres


def french() -> dict[str, int]:
    """Return a class per French word: the low five bits are a coarse class, the rest a fine one."""
    import spacy  # noqa: PLC0415

    vocab = spacy.load("fr_core_news_md", exclude=["tok2vec", "parser", "ner"]).vocab
    data = np.asarray(vocab.vectors.data, dtype=np.float32)
    rows = data / np.maximum(np.linalg.norm(data, axis=1, keepdims=True), 1e-9)
    fine, centres = kmeans(rows, CLASSES)
    coarse, _ = kmeans(centres, COARSE)
    classes = {}
    for key, row in vocab.vectors.key2row.items():
        word = vocab.strings.get(key, "")
        if row >= 0 and WORD.fullmatch(word):
            classes[word] = int(fine[row]) * COARSE + int(coarse[fine[row]])
    return dict(list(classes.items())[:WORDS])


def english() -> dict[str, int]:
    """Return the Brown class of the most frequent English words, first bits of the path lowest."""
    folder = files("spacy_lookups_data") / "data"

    def table(name: str) -> dict[str, float]:
        return json.loads(gzip.decompress((folder / f"en_lexeme_{name}.json.gz").read_bytes()))

    cluster, prob = table("cluster"), table("prob")
    words = [word for word in cluster if cluster[word] and WORD.fullmatch(word)]
    words.sort(key=lambda word: -prob.get(word, -30))
    return {word: int(cluster[word]) for word in words[:WORDS]}


def main(lang: str, out: str) -> None:
    """Write the classes of one language."""
    classes = french() if lang == "fr" else english()
    by_class = defaultdict(list)
    for word, number in classes.items():
        by_class[number].append(word)
    text = "\n".join(f"{number}\t{' '.join(sorted(words))}" for number, words in sorted(by_class.items()))
    Path(out).write_bytes(lzma.compress(text.encode(), preset=9))
    sys.stderr.write(f"{len(classes)} words, {len(by_class)} classes\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
