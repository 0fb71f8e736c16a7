from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.fold import fold, fold_with_offsets


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Élection", "election"),
        ("E\u0301lection", "election"),
        ("ŒUVRE", "oeuvre"),
        ("ex æquo", "ex aequo"),
        ("ﬁnance", "finance"),
        ("L’été", "l'ete"),
        ("porte‑parole", "porte-parole"),
        ("Straße", "strasse"),
        ("ÇA", "ca"),
    ],
)
def test_what_readers_take_as_the_same_is_the_same(written: str, plain: str) -> None:
    assert fold(written) == plain


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_offsets_lead_back_to_the_text(text: str) -> None:
    folded, offsets = fold_with_offsets(text)
    assert folded == fold(text)
    assert len(offsets) == len(folded) + 1
    assert offsets[-1] == len(text)
    assert list(offsets) == sorted(offsets)
    for index, char in enumerate(folded):
        assert char in fold(text[offsets[index]])
