from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.chain import compounds, is_small, terms, tokens

LANGS = st.sampled_from(["fr", "en"])


def only(text: str, lang: str) -> str:
    (term,) = terms(text, lang)
    return term


@pytest.mark.parametrize(
    "word",
    ["l'élection", "L’ÉLECTION", "élections", "election", "e\u0301lection", "qu'election"],
)
def test_one_french_word_however_written(word: str) -> None:
    assert only(word, "fr") == "elect"


@pytest.mark.parametrize("word", ["election", "elections", "Elections", "election's", "election’s"])
def test_one_english_word_however_written(word: str) -> None:
    assert only(word, "en") == "elect"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("arrivées", "arrivée"),
        ("arrivée", "arrivee"),
        ("congrès", "congres"),
        ("œuvres", "oeuvre"),
        ("ex-æquo", "ex-aequo"),
        ("jusqu'aux", "jusqu’aux"),
        ("aujourd'hui", "aujourd’hui"),
        ("ﬁnances", "finance"),
        ("Noël", "noel"),
    ],
)
def test_spellings_of_one_french_word(one: str, other: str) -> None:
    assert terms(one, "fr") == terms(other, "fr")


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_names_with_an_article_are_found_in_both_languages(lang: str) -> None:
    assert terms("L'Oréal", lang) == ["oreal"]
    assert terms("o’brien", lang) == terms("O'Brien", lang)


@pytest.mark.parametrize(
    ("written", "lang", "term"),
    [
        ("12 500", "fr", "12500"),
        ("12\u202f500,25", "fr", "12500.25"),
        ("12,500", "en", "12500"),
        ("1,234,567.5", "en", "1234567.5"),
        ("3,5", "fr", "3.5"),
        ("3.5", "en", "3.5"),
        ("1,5", "en", "1.5"),
        ("2025", "fr", "2025"),
        ("G7", "en", "g7"),
    ],
)
def test_numbers_lose_their_separators(written: str, lang: str, term: str) -> None:
    assert only(written, lang) == term


def test_dates_and_versions_are_their_parts() -> None:
    assert terms("12.05.2023", "fr") == ["12", "05", "2023"]
    assert terms("2025-02-01", "en") == ["2025", "02", "01"]


def test_hyphenated_words_are_parts_and_whole() -> None:
    text = "la porte-parole de week-end"
    assert terms(text, "fr")[1:3] == [only("porte", "fr"), only("parole", "fr")]
    whole = list(compounds(text, "fr"))
    assert [text[token.start : token.end] for token in whole] == ["porte-parole", "week-end"]
    assert whole[1].term == only("weekend", "fr")


@given(st.text(), LANGS)
def test_tokens_lie_in_the_text_in_order(text: str, lang: str) -> None:
    found = list(tokens(text, lang))
    assert [token.term for token in found] == terms(text, lang)
    ends = [0, *(token.end for token in found)]
    assert all(end <= token.start < token.end <= len(text) for end, token in zip(ends, found, strict=False))
    assert all(token.term for token in found)


@given(st.text(), LANGS)
def test_compounds_lie_in_the_text(text: str, lang: str) -> None:
    assert all(0 <= token.start < token.end <= len(text) for token in compounds(text, lang))


def test_small_words() -> None:
    assert is_small("À", "fr")
    assert is_small("the", "en")
    assert not is_small("élection", "fr")


@pytest.mark.parametrize(
    ("written", "lang", "term"),
    [("U.S.", "en", "usa"), ("US", "en", "usa"), ("O.N.U.", "fr", "onu"), ("e.g.", "en", "eg")],
)
def test_abbreviations_lose_their_dots(written: str, lang: str, term: str) -> None:
    assert only(written, lang) == term


def test_a_pronoun_is_no_country() -> None:
    assert only("us", "en") == "us"
