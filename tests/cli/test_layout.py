"""Columns of cells: nothing is lost, nothing is too wide."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.cli.layout import cells, facing, fit, table, wrapped

LINES = st.text(alphabet="abé 中文e\u0301 ", max_size=60)


@given(LINES, st.integers(2, 30))
def test_wrapped_lines_fit_and_keep_every_letter(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert all(cells(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(LINES, st.integers(1, 30))
def test_fitted_text_has_exactly_its_width(text: str, width: int) -> None:
    assert cells(fit(text, width)) == width


def test_wide_and_combining_characters_are_counted_in_cells() -> None:
    assert [cells(text) for text in ("été", "e\u0301te\u0301", "中文", "")] == [3, 3, 4, 0]


def test_sides_face_each_other_line_by_line() -> None:
    assert list(facing("un deux trois", "one", 15)) == ["un     │ one", "deux   │", "trois  │"]
    assert list(facing("", "one", 15)) == ["·      │ one"]


@pytest.mark.parametrize(
    ("width", "shown"), [(None, "a rather long title"), (24, "a rather lo…"), (5, "a rather lo…")]
)
def test_one_column_gives_way(width: int | None, shown: str) -> None:
    lines = list(table([("a1", "a rather long title", "source")], width, flexible=1))
    assert lines == [("a1", shown, "source")]
