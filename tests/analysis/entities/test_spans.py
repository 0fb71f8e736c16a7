from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.entities import merge
from tui.model.article import Kind, Mention


def name(start: int, end: int) -> Mention:
    return Mention(start, end, Kind.ORG, "")


def value(start: int, end: int) -> Mention:
    return Mention(start, end, Kind.DATE, "date:2025")


def test_a_value_wins_over_a_name_in_the_same_place() -> None:
    assert merge([name(0, 5)], [value(0, 5)]) == (value(0, 5),)


def test_a_name_that_holds_a_value_stays_whole() -> None:
    assert merge([name(0, 15)], [value(11, 15)]) == (name(0, 15),)


def test_reading_order() -> None:
    assert merge([name(10, 12)], [value(0, 4)]) == (value(0, 4), name(10, 12))


spans = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 8)).map(lambda pair: (pair[0], sum(pair))), max_size=8
)


@given(spans, spans)
def test_nothing_overlaps(names: list[tuple[int, int]], values: list[tuple[int, int]]) -> None:
    merged = merge([name(*span) for span in names], [value(*span) for span in values])
    assert all(left.end <= right.start for left, right in pairwise(merged))
