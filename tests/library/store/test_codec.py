from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.library.store import codec
from tui.model.article import (
    Article,
    Block,
    BlockKind,
    Entity,
    Kind,
    Lang,
    Mention,
    Published,
    Removed,
    Segment,
)
from tui.model.pair import Bead, Evidence, Mode, Pair
from tui.model.span import Span

places = st.integers(0, 10_000)
values = st.one_of(
    st.none(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=8),
    st.tuples(st.floats(0, 9), st.floats(0, 9)),
    st.tuples(st.text(max_size=3), st.text(max_size=3)),
)
entities = st.builds(
    Entity,
    st.text(max_size=6),
    st.sampled_from(Kind),
    st.text(max_size=6),
    st.lists(st.tuples(st.sampled_from(Lang), st.text(max_size=5)), max_size=2).map(tuple),
    places,
    st.integers(0, 10_000).map(lambda number: number / 10_000),
)
mentions = st.builds(
    Mention,
    places,
    places,
    st.sampled_from(Kind),
    st.text(max_size=6),
    st.booleans(),
    values,
    st.sampled_from([None, "usd"]),
)
articles = st.builds(
    Article,
    st.just("a1"),
    st.text(max_size=9),
    st.sampled_from([Lang.FR, Lang.EN]),
    st.text(max_size=9),
    st.text(max_size=50),
    st.lists(
        st.builds(Block, st.sampled_from(BlockKind), places, places, st.sampled_from(Lang)), max_size=3
    ).map(tuple),
    st.lists(st.builds(Segment, places, places, places), max_size=3).map(tuple),
    st.lists(mentions, max_size=4).map(tuple),
    st.lists(entities, max_size=4, unique_by=lambda entity: entity.id).map(tuple),
    alternates=st.lists(st.text(max_size=5), max_size=2).map(tuple),
    links=st.lists(st.tuples(st.builds(Span, places, places), st.text(max_size=5)), max_size=2).map(tuple),
    removed=st.lists(st.builds(Removed, st.text(max_size=5), st.text(max_size=5)), max_size=2).map(tuple),
    annotator=st.text(max_size=5),
)


@given(articles)
def test_an_article_survives_packing(article: Article) -> None:
    bare = Article(article.id, article.key, article.lang, article.title, article.text, (), ())
    assert codec.unpack_body(bare, codec.pack_body(article)) == article


indexes = st.lists(places, max_size=3).map(tuple)
scores = st.integers(0, 10_000).map(lambda number: number / 10_000)
beads = st.lists(st.builds(Bead, indexes, indexes, scores), max_size=4).map(tuple)


@given(
    beads, beads, st.lists(st.builds(Evidence, st.text(max_size=5), scores, st.text(max_size=9)), max_size=3)
)
def test_a_pair_survives_packing(
    rows: tuple[Bead, ...], links: tuple[Bead, ...], clues: list[Evidence]
) -> None:
    bare = Pair("p1", "a1", "a2", Mode.ALIGNED, 0.5)
    names = (("org:un", "org:onu"),)
    pair = replace(bare, evidence=tuple(clues), beads=rows, links=links, names=names)
    assert codec.unpack_pair(bare, codec.pack_pair(pair)) == pair


@pytest.mark.parametrize(
    "published",
    [
        None,
        date(2025, 2, 28),
        datetime(2025, 2, 28, 12, 30, tzinfo=UTC),
        datetime(2025, 1, 1, tzinfo=timezone(timedelta(hours=2))),
    ],
)
def test_a_date_survives(published: Published | None) -> None:
    assert codec.published_back(codec.published_text(published)) == published


def test_a_day_counts_from_midnight() -> None:
    assert codec.moment(date(1970, 1, 2)) == 86_400
    assert codec.moment(datetime(1970, 1, 1, 1, tzinfo=UTC)) == 3_600


def test_kinds_are_bits() -> None:
    mention = Mention(0, 1, Kind.PLACE, "x")
    assert codec.kinds_mask([mention, mention]) == 1 << list(Kind).index(Kind.PLACE)
    assert codec.kinds_mask([]) == 0
