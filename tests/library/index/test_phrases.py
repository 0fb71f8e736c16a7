from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.library.index.making import an_index, an_indexed, search
from tui.library.index import IndexedArticle, SearchIndex
from tui.text.chain import terms

WORDS = ("of", "the", "in", "the", "harbour", "crane", "de", "la", "les", "grue", "port")
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=40).map(" ".join)
PHRASES = st.lists(st.sampled_from(WORDS), min_size=2, max_size=4).map(" ".join)


def _in_a_row(phrase: str, article: IndexedArticle) -> int:
    """Count, word by word, how often ``phrase`` stands in an article."""
    asked, held = list(terms(phrase, article.lang)), list(terms(article.text, article.lang))
    return sum(held[at : at + len(asked)] == asked for at in range(len(held)))


def _found(index: SearchIndex, phrase: str) -> list[int]:
    return [one.number for one in search(index, f'"{phrase}"', limit=1_000).found if not one.partial]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(("fr", "en")), TEXTS), min_size=1, max_size=20), PHRASES)
def test_phrases_are_found_where_their_words_are_in_a_row(texts: list[tuple[str, str]], phrase: str) -> None:
    articles = [an_indexed(number, lang, text) for number, (lang, text) in enumerate(texts, 1)]
    with TemporaryDirectory() as folder:
        index = an_index(Path(folder), *articles)
        assert set(_found(index, phrase)) == {one.number for one in articles if _in_a_row(phrase, one)}
        index.close()


@pytest.mark.parametrize("phrase", ["of the", "in the harbour", "harbour crane"])
def test_phrases_are_found_in_many_articles_and_after_merging(tmp_path: Path, phrase: str) -> None:
    odd = "The crane of the old harbour, in the harbour, crane after crane."
    even = "In that harbour the crane stood; the harbour crane of the city. " * 3
    articles = [an_indexed(number, "en", odd if number % 2 else even) for number in range(1, 700)]
    index = an_index(tmp_path, *articles[:600])
    for article in articles[600:]:
        index.write([article])
    index.write([], removed=[1, 2])
    expected = {one.number for one in articles[2:] if _in_a_row(phrase, one)}
    assert set(_found(index, phrase)) == expected


def test_more_often_ranks_higher_for_small_words_too(tmp_path: Path) -> None:
    once = "A crane of the harbour, and words and words and more words."
    often = "A crane of the harbour, of the city, of the sea, of the gulls."
    index = an_index(tmp_path, an_indexed(1, "en", often), an_indexed(2, "en", once))
    assert _found(index, "of the") == [1, 2]


def test_small_words_of_titles_are_found_as_phrases(tmp_path: Path) -> None:
    index = an_index(tmp_path, an_indexed(1, "en", "Gulls.", title="Out of the harbour"))
    assert _found(index, "of the") == [1]


def test_positions_beyond_two_bytes_are_compared(tmp_path: Path) -> None:
    long = "gull " * 70_000 + "of the harbour crane"
    texts = [long, *["harbour crane of the sea"] * 300]
    index = an_index(tmp_path, *(an_indexed(number, "en", text) for number, text in enumerate(texts, 1)))
    assert len(_found(index, "harbour crane")) == 301
    assert _found(index, "the harbour crane") == [1]
