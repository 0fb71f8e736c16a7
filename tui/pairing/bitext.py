"""Compare two articles: rows where one translates the other, else linked passages."""

from __future__ import annotations

from collections.abc import Iterable

from tui.model.article import Article
from tui.model.pair import Bead, Mode, Pair
from tui.pairing.align import align
from tui.pairing.align.aligner import Alignment
from tui.pairing.align.scoring import Vectors
from tui.pairing.encoder import Encoder
from tui.pairing.evidence import evidence
from tui.pairing.features import Features

TRANSLATED_SHARE = 0.65
"""Share of the text in sure beads from which on two articles are read row by row."""
LINK_MARGIN = 0.1
"""How far a linked passage's similarity must be above what is usual between the two texts."""
LINK_SIMILARITY = 0.45
"""Below this, two passages share a subject at most."""


def compare(
    fr: Article,
    en: Article,
    fr_features: Features | None = None,
    en_features: Features | None = None,
    encoder: Encoder | None = None,
    *,
    score: float | None = None,
) -> Pair:
    """Face two articles; features save encoding them again. ``score`` is how sure the match is, if known."""
    vectors = _vectors(fr, fr_features, encoder), _vectors(en, en_features, encoder)
    texts = _texts(fr), _texts(en)
    alignment = align(*texts, fr_vectors=vectors[0], en_vectors=vectors[1])
    mode = Mode.ALIGNED if alignment.share >= TRANSLATED_SHARE else Mode.RELATED
    beads = alignment.beads if mode is Mode.ALIGNED else ()
    links = () if mode is Mode.ALIGNED else _links(vectors, alignment)
    return Pair(
        id=None,
        fr=fr.id or fr.key,
        en=en.id or en.key,
        mode=mode,
        score=alignment.share if score is None else score,
        evidence=evidence(fr, en, alignment.share, [(link.fr[0], link.en[0]) for link in links]),
        beads=beads,
        links=links,
    )


def _texts(article: Article) -> list[str]:
    return [article.segment_text(index) for index in range(len(article.segments))]


def _vectors(article: Article, features: Features | None, encoder: Encoder | None) -> Vectors | None:
    """Return the segments' vectors, stored or fresh."""
    if features is not None and features.segments:
        return features.vectors()
    return encoder.encode(_texts(article)) if encoder is not None else None


def _links(vectors: tuple[Vectors | None, Vectors | None], alignment: Alignment) -> tuple[Bead, ...]:
    """Return passages that are each other's nearest, and near, in French order."""
    fr, en = vectors
    if fr is None or en is None or not len(fr) or not len(en):
        return tuple(bead for bead in alignment.beads if not bead.is_gap)
    return tuple(_nearest(fr @ en.T))


def _nearest(similar: Vectors) -> Iterable[Bead]:
    usual = float(similar.mean())
    for row, column in enumerate(similar.argmax(axis=1)):
        value = float(similar[row, column])
        mutual = int(similar[:, column].argmax()) == row
        if mutual and value >= max(LINK_SIMILARITY, usual + LINK_MARGIN):
            yield Bead((row,), (int(column),), round(min(1.0, value), 3))
