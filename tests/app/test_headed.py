"""Headings as rows of a list."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.app.fake_searches import FakeGrouped
from tests.app.fakes import an_entry
from tui.app.screens.home.headed import HeadedEntries
from tui.model.listing import Heading

SIZES = st.lists(st.integers(1, 5), min_size=1, max_size=6)


def headed(sizes: list[int]) -> HeadedEntries:
    """Return groups of so many lines, with a heading each."""
    firsts = [sum(sizes[:number]) for number in range(len(sizes))]
    held = tuple(an_entry(number) for number in range(sum(sizes)))
    headings = tuple(Heading(at, f"G{at}", size) for at, size in zip(firsts, sizes, strict=True))
    return HeadedEntries(FakeGrouped(held, headings), "story", "en")


@given(SIZES, st.integers(0, 40), st.integers(0, 40))
def test_any_window_is_a_part_of_the_whole(sizes: list[int], start: int, length: int) -> None:
    rows = headed(sizes)
    whole = rows.window(0, len(rows))
    assert len(whole) == len(rows) == sum(sizes) + len(sizes)
    assert rows.window(start, start + length) == whole[start : start + length]


@given(SIZES)
def test_each_line_stands_where_it_is_said_to_stand(sizes: list[int]) -> None:
    rows = headed(sizes)
    whole = rows.window(0, len(rows))
    for place, row in enumerate(whole):
        if row.articles:
            assert rows.position(row.id) == place


@given(SIZES)
def test_a_heading_stands_before_its_lines_and_counts_them(sizes: list[int]) -> None:
    rows = headed(sizes).window(0, 100)
    assert [row.sources for row in rows if not row.articles] == sizes
    assert not rows[0].articles
