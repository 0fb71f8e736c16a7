from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np

from tests.pairing.making import FRENCH, WordEncoder, an_article
from tui.pairing.features import Features, compact, expand, features


def test_features_survive_as_bytes() -> None:
    article = an_article(
        "fr",
        FRENCH,
        published=date(2025, 1, 2),
        url="https://a.example/1",
        alternates=("https://a.example/2",),
    )
    found = features(article, WordEncoder())
    assert Features.from_bytes(found.to_bytes()) == found
    assert found.day == date(2025, 1, 2).toordinal()


def test_without_an_encoder_terms_are_kept() -> None:
    found = features(an_article("fr", ["Zoltan Kern a 48200 voix."]), None)
    assert (found.segments, found.document, found.dim) == (b"", b"", 0)
    assert found.terms[0]
    assert found.terms[1]


def test_a_first_sentence_is_no_title() -> None:
    opening = an_article("fr", FRENCH)
    assert features(opening, WordEncoder()).title_vector == b""
    assert features(replace(opening, title="Chat et pluie"), WordEncoder()).title_vector


def test_compact_vectors_keep_their_direction() -> None:
    vectors = np.random.default_rng(1).normal(size=(20, 512)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    assert float((expand(compact(vectors), 512) * vectors).sum(axis=1).min()) > 0.999


def test_a_row_of_zeros_stays() -> None:
    assert not expand(compact(np.zeros((1, 8), dtype=np.float32)), 8).any()
