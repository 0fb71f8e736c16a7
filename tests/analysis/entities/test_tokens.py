from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.analysis.entities.builders import a_block
from tui.analysis.entities.finding.tokens import sentences, tokens
from tui.model.article import Lang


def words(text: str, lang: Lang) -> list[str]:
    return [token.text for token in tokens(text, lang)]


def test_french_elisions_stand_apart() -> None:
    assert words("L'Aquila, d’Abu Dhabi qu'Élise", Lang.FR) == [
        "L'",
        "Aquila",
        ",",
        "d’",
        "Abu",
        "Dhabi",
        "qu'",
        "Élise",
    ]


def test_english_possessives_and_tails_stand_apart() -> None:
    assert words("Macron's U.S.-led plan", Lang.EN) == ["Macron", "'s", "U.S.", "-led", "plan"]


def test_names_with_marks_inside_stay_whole() -> None:
    assert words("AT&T in Winston-Salem", Lang.EN) == ["AT&T", "in", "Winston-Salem"]
    assert words("Aix-en-Provence", Lang.FR) == ["Aix-en-Provence"]


def test_titles_do_not_end_sentences() -> None:
    text = "He met Dr. Lina Ortega. She left."
    assert [len(line) for line in sentences(text, Lang.EN, a_block(text))] == [6, 3]


@given(st.text(), st.sampled_from([Lang.FR, Lang.EN]))
def test_every_token_is_where_it_says(text: str, lang: Lang) -> None:
    found = tokens(text, lang)
    assert all(text[token.start : token.end] == token.text for token in found)
    assert all(left.end <= right.start for left, right in pairwise(found))


@given(st.text(), st.sampled_from([Lang.FR, Lang.EN]))
def test_sentences_lose_no_token(text: str, lang: Lang) -> None:
    assert [token for line in sentences(text, lang, a_block(text)) for token in line] == tokens(text, lang)
