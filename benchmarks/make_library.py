"""Makes a library of many articles to see the app at size: ``python -m benchmarks.make_library DIR 100000``.

Short articles are made faster: ``--shortest 60 --longest 120``.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from benchmarks.corpus import Made, articles
from tui.library import Library
from tui.model.article import Article, Block, BlockKind, Entity, Kind, Lang, Mention, Segment
from tui.model.pair import Bead, Evidence, Mode, Pair

BATCH = 1_000
"""Articles in one transaction."""

WELL_KNOWN = (
    ("org:openai", Kind.ORG, "OpenAI"),
    ("org:microsoft", Kind.ORG, "Microsoft"),
    ("place:paris", Kind.PLACE, "Paris"),
    ("place:morocco", Kind.PLACE, "Morocco"),
)
"""Names that the sample corpus mentions, so that made articles have key entities."""


def main() -> None:
    options = _options()
    started = time.monotonic()
    with Library.open(options.library) as library:
        for done in fill(library, options.articles, (options.shortest, options.longest)):
            print(f"\r{done} articles, {time.monotonic() - started:.0f} s", end="", file=sys.stderr)
        print("\nindexing", file=sys.stderr)
        for progress in library.reindex():
            print(f"\r{progress.done} of {progress.total}", end="", file=sys.stderr)
        print(f"\n{library.counts()} in {time.monotonic() - started:.0f} s", file=sys.stderr)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("library", type=Path)
    parser.add_argument("articles", type=int)
    parser.add_argument("--shortest", type=int, default=300, help="words of the shortest article")
    parser.add_argument("--longest", type=int, default=800, help="words of the longest article")
    return parser.parse_args()


def fill(library: Library, count: int, words: tuple[int, int]) -> Iterator[int]:
    """Put ``count`` articles and their pairs into ``library``, without analysis; yield how many are in."""
    made = articles(count, words=words)
    done = 0
    while batch := list(islice(made, BATCH)):
        with library.writing.together():
            _put(library, batch, done)
        done += len(batch)
        yield done


def _put(library: Library, batch: list[Made], first: int) -> None:
    waiting: dict[int, Article] = {}
    ids: dict[int, str] = {}
    pairs = []
    for number, made in enumerate(batch, first):
        article = article_of(made, f"made:{number}")
        public = library.writing.put(article, str(number).encode())
        if made.pair in waiting:
            pairs.append(_pair(ids[made.pair], waiting[made.pair], public, article))
        elif made.pair is not None:
            waiting[made.pair], ids[made.pair] = article, public
    library.writing.put_pairs(pairs)


def _pair(fr_id: str, fr: Article, en_id: str, en: Article) -> Pair:
    rows = max(len(fr.segments), len(en.segments))
    beads = tuple(
        Bead(
            (at,) if at < len(fr.segments) else (),
            (at,) if at < len(en.segments) else (),
            0.8 if at < min(len(fr.segments), len(en.segments)) else 0.0,
        )
        for at in range(rows)
    )
    return Pair(None, fr_id, en_id, Mode.ALIGNED, 0.9, (Evidence("made", 1.0, "made as a pair"),), beads)


def article_of(made: Made, key: str) -> Article:
    """Return a made article as analysis would leave it: blocks, segments, mentions of a few names."""
    blocks, segments = _parts(made)
    mentions = tuple(_mentions(made.text))
    return Article(
        None,
        key,
        Lang(made.lang),
        made.title,
        made.text,
        blocks,
        segments,
        mentions,
        tuple(_entities(mentions)),
        byline=made.byline,
        published=made.published,
        source=made.source,
        path=key,
    )


def _parts(made: Made) -> tuple[tuple[Block, ...], tuple[Segment, ...]]:
    blocks, segments, at = [], [], 0
    for number, sentences in enumerate(made.paragraphs):
        start = at
        for sentence in sentences:
            segments.append(Segment(number, at, at + len(sentence)))
            at += len(sentence) + 1
        blocks.append(Block(BlockKind.PARAGRAPH, start, at - 1, Lang(made.lang)))
        at += 1
    return tuple(blocks), tuple(segments)


def _mentions(text: str) -> Iterator[Mention]:
    for entity, kind, name in WELL_KNOWN:
        at = text.find(name)
        while at >= 0:
            yield Mention(at, at + len(name), kind, entity, key=True)
            at = text.find(name, at + 1)


def _entities(mentions: tuple[Mention, ...]) -> Iterator[Entity]:
    for entity, kind, name in WELL_KNOWN:
        count = sum(mention.entity == entity for mention in mentions)
        if count:
            yield Entity(entity, kind, name, ((Lang.FR, name), (Lang.EN, name)), count, 0.5)


if __name__ == "__main__":
    main()
