"""Two articles faced, by a run's workers or because the reader says so, and one worked out again."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tui.analysis.entities import shared_names
from tui.errors import InputError
from tui.library import Library
from tui.model.article import Article, Document, Entity, Lang
from tui.model.pair import Pair
from tui.pairing.align.wordlist import translations
from tui.pairing.bitext import compare
from tui.pairing.encoder import default_encoder
from tui.pairing.features import Features
from tui.pairing.match import Match
from tui.pipeline.work import Task, work


@dataclass(frozen=True, slots=True)
class Opposed:
    """Two articles to align: their features as bytes, what the program says they name, the pair's score."""

    fr: Article
    en: Article
    features: tuple[bytes, bytes]
    named: tuple[tuple[Entity, ...], tuple[Entity, ...]]
    score: float


def opposed(library: Library, match: Match) -> Opposed:
    """Return what a worker needs to align a pair; raises NotFoundError."""
    fr, en = library.article(match.fr), library.article(match.en)
    kept = dict(library.writing.features((match.fr, match.en)))
    named = tuple(library.reading.uncorrected(public).entities for public in (match.fr, match.en))
    return Opposed(fr, en, (kept[match.fr], kept[match.en]), (named[0], named[1]), match.score)


def aligned(two: Opposed) -> Pair:
    """Return two articles as a pair that knows which of their names are one thing's: pure work on values."""
    fr, en = (
        replace(Features.from_bytes(data), id=one.id or one.key)
        for data, one in zip(two.features, (two.fr, two.en), strict=True)
    )
    pair = compare(two.fr, two.en, fr, en, score=two.score)
    return replace(pair, names=shared_names(*two.named, translations))


def face(library: Library, fr: str, en: str) -> Pair:
    """Return two articles of the library as a pair, aligned, with the evidence there is."""
    kept = {public: Features.from_bytes(data) for public, data in library.writing.features((fr, en))}
    encoder = default_encoder()
    fr_features, en_features = (
        _usable(kept.get(public), encoder.dim if encoder else 0) for public in (fr, en)
    )
    pair = compare(library.article(fr), library.article(en), fr_features, en_features, encoder)
    return with_names(library, replace(pair, manual=True))


def with_names(library: Library, pair: Pair) -> Pair:
    """Return a pair that knows which names of its two sides are one thing's, in the program's eyes."""
    fr, en = (library.reading.uncorrected(public) for public in (pair.fr, pair.en))
    return replace(pair, names=shared_names(fr.entities, en.entities, translations))


def again(library: Library, public: str, lang: Lang) -> tuple[Article, bytes | None]:
    """Return an article worked out anew as being in ``lang``, and its features; raises InputError."""
    held = library.article(public)
    document = Document(
        held.key,
        held.text,
        held.blocks,
        title=held.title,
        byline=held.byline,
        published=held.published,
        source=held.source,
        url=held.url,
        path=held.path,
        lang=lang,
        alternates=held.alternates,
        links=held.links,
        removed=held.removed,
    )
    done = work(Task(document, lang))
    if done.article is None:
        raise InputError(f"{public}: {done.why}")
    return done.article, done.features


def _usable(features: Features | None, dim: int) -> Features | None:
    return features if features is not None and features.dim == dim else None
