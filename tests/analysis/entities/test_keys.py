from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.entities.keys import compact, initials, is_acronym, name_key, slug


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("États-Unis", "Etats Unis"),
        ("l'Élysée", "Elysee"),
        ("The Hague", "hague"),
        ("U.S.", "US"),
        ("the U.N.", "UN"),
        ("Ana Ruiz's", "Ana Ruiz"),
    ],
)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_case_tells_acronyms_from_words() -> None:
    assert name_key("US") != name_key("us")


def test_spaces_do_not_matter_when_compact() -> None:
    assert compact("Open AI") == compact("OpenAI")


def test_initials_leave_small_words_out() -> None:
    assert initials("World Bank of the North") == "WBN"


def test_acronyms_are_capitals() -> None:
    assert is_acronym("O.N.U.")
    assert not is_acronym("Nasa")


@given(st.text())
def test_any_text_has_a_key_and_a_slug(text: str) -> None:
    assert name_key(name_key(text)) is not None
    assert " " not in slug(text).strip()
