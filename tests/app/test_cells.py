"""Cells: widths, cutting, wrapping."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tui.app.render.cells import cut, fit, width, wrap
from tui.model.span import Span

TEXTS = st.text(st.sampled_from([*"abc éœ,.-\n", "日", "\u0301", "🙂", "\u00a0"]), max_size=80)


@given(TEXTS, st.integers(2, 30))
def test_lines_fit_and_hold_every_word(text: str, cells: int) -> None:
    lines = wrap(text, Span(0, len(text)), cells)
    assert all(width(span.of(text)) <= cells for span in lines)
    kept = "".join(span.of(text) for span in lines)
    assert [c for c in kept if c not in " \n"] == [c for c in text if c not in " \n"]
    assert all(a.end <= b.start for a, b in pairwise(lines))


@given(TEXTS, st.integers(0, 20))
def test_fitted_texts_take_exactly_their_cells(text: str, cells: int) -> None:
    assert width(fit(text, cells)) == cells


def test_a_cut_text_says_so() -> None:
    assert cut("Le traité sur la haute mer", 12) == "Le traité s…"
    assert cut("court", 12) == "court"
    assert cut("日本語の記事", 5) == "日本…"


def test_lines_break_at_spaces_but_not_at_no_break_ones() -> None:
    text = "il a coûté 12\u00a0millions\u00a0d'euros en tout"
    lines = [span.of(text) for span in wrap(text, Span(0, len(text)), 28)]
    assert lines == ["il a coûté", "12\u00a0millions\u00a0d'euros en tout"]


def test_a_word_wider_than_the_line_is_cut() -> None:
    text = "anticonstitutionnellement"
    assert [span.of(text) for span in wrap(text, Span(0, len(text)), 10)] == [
        "anticonsti",
        "tutionnell",
        "ement",
    ]
