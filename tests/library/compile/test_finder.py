from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.library.compile.cognates import cognates
from tui.library.compile.finder import Finder
from tui.library.compile.units import Unit
from tui.text.chain import terms, tokens
from tui.text.stems import terms_of


def lit(text: str, lang: str, *words: str) -> list[str]:
    """What is lit in ``text`` when ``words`` (or phrases) are looked for."""
    units = [Unit(((lang, (tuple(terms(word, lang)),)),)) for word in words]
    return [span.of(text) for span in Finder(units, lang).spans(text)]


@pytest.mark.parametrize(
    ("text", "lang", "word", "found"),
    [
        ("L'élection, les ÉLECTIONS, l’elec.", "fr", "election", ["élection", "ÉLECTIONS"]),
        ("Un œuf, des OEUFS", "fr", "œufs", ["œuf", "OEUFS"]),
        ("E\u0301lection close", "fr", "élection", ["E\u0301lection"]),
        ("ce week-end, le weekend", "fr", "weekend", ["week-end", "weekend"]),
        ("15 000 ou 15000", "fr", "15000", ["15 000", "15000"]),
        ("He is using it; of use", "en", "use", ["using", "use"]),
        ("The U.S. and us", "en", "US", ["U.S"]),
        ("le prix du gaz, prix gaz", "fr", "prix du gaz", ["prix du gaz"]),
        ("ﬁnance", "fr", "finances", ["ﬁnance"]),
    ],
)
def test_what_is_found_is_what_is_lit(text: str, lang: str, word: str, found: list[str]) -> None:
    assert lit(text, lang, word) == found


@given(st.text(alphabet="aàeéiœﬁnsxy'’- 12.", max_size=60), st.sampled_from(["fr", "en"]))
def test_spotting_misses_no_word_of_the_chain(text: str, lang: str) -> None:
    wanted = {term for term in terms(text, lang) if term.isalpha()}
    expected = {text[token.start : token.end] for token in tokens(text, lang) if token.term in wanted}
    spans = Finder([Unit(((lang, tuple((term,) for term in wanted)),))], lang).spans(text)
    shown = " ".join(span.of(text) for span in spans)
    assert all(word in shown for word in expected)


def test_nothing_is_found_when_nothing_is_looked_for() -> None:
    assert Finder([], "fr").spans("Un texte.") == ()


@pytest.mark.parametrize(
    ("word", "lang", "other"),
    [
        ("nationality", "en", "nationalité"),
        ("semantics", "en", "sémantique"),
        ("analogy", "en", "analogie"),
        ("nationalité", "fr", "nationality"),
        ("translation", "en", "translation"),
    ],
)
def test_cognates(word: str, lang: str, other: str) -> None:
    there = "fr" if lang == "en" else "en"
    known = terms_of(there)
    assert known[other] in {known[one] for one in cognates(word, lang)}
