from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.numbers import figures, find_numbers, lowered


def _found(text: str, lang: str) -> list[tuple[str, float]]:
    return [(text[number.start : number.end], number.value) for number in find_numbers(text, lang)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("4,3 milliards", 4.3e9),
        ("2 billions", 2e12),
        ("1 234 567,8", 1_234_567.8),
        ("12\u202f000", 12_000),
        ("15,000", 15_000),
        ("1,234 milliard", 1.234e9),
        ("0,125", 0.125),
        ("3,14", 3.14),
        ("12.000", 12_000),
        ("vingt et un", 21),
        ("soixante et onze", 71),
        ("soixante-dix-neuf", 79),
        ("quatre-vingt-dix-sept", 97),
        ("quatre-vingts", 80),
        ("cent vingt-trois mille", 123_000),
        ("deux cents millions", 2e8),
        ("mille milliards", 1e12),
        ("deux millions et demi", 2.5e6),
        ("un demi-million", 5e5),
        ("une cinquantaine", 50),
        ("une bonne dizaine de milliers", 10_000),
        ("Trois", 3),
        ("5Mds", 5e9),
    ],
)
def test_french_numbers(text: str, value: float) -> None:
    assert _found(text, "fr") == [(text, value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("4.3 billion", 4.3e9),
        ("4,3 billion", 4.3e9),
        ("1,234,567.8", 1_234_567.8),
        ("12.000", 12),
        ("10 000", 10_000),
        ("twenty-one", 21),
        ("a hundred and five", 105),
        ("five thousand two hundred", 5200),
        ("two and a half million", 2.5e6),
        ("half a million", 5e5),
        ("a dozen", 12),
        ("3bn", 3e9),
        ("Ninety", 90),
    ],
)
def test_english_numbers(text: str, value: float) -> None:
    assert _found(text, "en") == [(text, value)]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("le 3e jour, la 1re place", "fr"),
        ("the 3rd day", "en"),
        ("version 1.2.3", "en"),
        ("un chat, des millions, quelques milliers", "fr"),
        ("no one saw a cat among hundreds", "en"),
        ("pour cent", "fr"),
    ],
)
def test_what_counts_nothing_is_no_number(text: str, lang: str) -> None:
    assert _found(text, lang) == []


def test_words_side_by_side_stay_apart() -> None:
    assert _found("between two and three", "en") == [("two", 2), ("three", 3)]
    assert _found("deux ou trois", "fr") == [("deux", 2), ("trois", 3)]


def test_figures_heed_what_follows() -> None:
    assert figures("1,234", "fr") == 1234
    assert figures("1,234", "fr", decimal=True) == 1.234


@given(st.text(), st.sampled_from(["fr", "en"]))
def test_spans_are_valid_and_apart(text: str, lang: str) -> None:
    end = 0
    for number in find_numbers(text, lang):
        assert end <= number.start < number.end <= len(text)
        end = number.end


@given(st.integers(0, 10**9))
def test_grouped_figures_are_read_back(value: int) -> None:
    assert [number.value for number in find_numbers(f"{value:,}", "en")] == [value]
    french = f"{value:,}".replace(",", "\u202f")
    assert [number.value for number in find_numbers(french, "fr")] == [value]


@given(st.text(st.characters(exclude_categories=())))
def test_lowering_keeps_offsets(text: str) -> None:
    assert len(lowered(text)) == len(text)
