from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.analyse import analyse, lines_article
from tui.analysis.title import made_title, shortened
from tui.errors import InputError
from tui.model.article import Block, BlockKind, Document, Kind, Lang, Mention

FIRST = "La mairie a annoncé mardi un plan de 12,5 millions d'euros pour ses écoles."
SECOND = "Une cinquantaine de classes seront rénovées avant septembre 2026, selon la maire."
ENGLISH = "The mayor said that the work would start on Monday and that nobody would have to move."


class _NoNames:
    name = "none"

    def annotate(self, text: str, lang: Lang, blocks: Sequence[Block]) -> tuple[Mention, ...]:
        return ()


def _document(*parts: str, published: date | None = None, **fields: str) -> Document:
    blocks, at = [], 0
    for part in parts:
        blocks.append(Block(BlockKind.PARAGRAPH, at, at + len(part)))
        at += len(part) + 2
    return Document("essai.txt", "\n\n".join(parts), tuple(blocks), published=published, **fields)  # type: ignore[arg-type]


def test_an_article_has_language_segments_title_and_values() -> None:
    article = analyse(_document(FIRST, SECOND), annotator=_NoNames())
    assert article.lang is Lang.FR
    assert [article.segment_text(index) for index in range(2)] == [FIRST, SECOND]
    assert article.title == FIRST
    assert article.published is None
    values = [(mention.kind, mention.value) for mention in article.mentions]
    assert values == [
        (Kind.DATE, None),
        (Kind.MONEY, 12.5e6),
        (Kind.QUANTITY, 50.0),
        (Kind.DATE, "2026-09"),
    ]


def test_the_publication_day_resolves_relative_dates() -> None:
    day = datetime(2025, 10, 8, 23, 30, tzinfo=UTC)
    article = analyse(_document(FIRST, published=day), annotator=_NoNames())
    assert article.mentions[0].value == "2025-10-07"


def test_a_given_title_and_language_stand() -> None:
    article = analyse(_document(FIRST, title="Écoles"), lang=Lang.EN, annotator=_NoNames())
    assert (article.title, article.lang) == ("Écoles", Lang.EN)


def test_values_of_a_block_are_read_in_its_language() -> None:
    article = analyse(_document(FIRST, SECOND, f"{ENGLISH} It costs 1,250 euros."), annotator=_NoNames())
    assert article.lang is Lang.FR
    assert [mention.value for mention in article.mentions if mention.kind is Kind.MONEY][-1] == 1250.0


def test_an_article_in_neither_language_is_refused_with_its_reason() -> None:
    with pytest.raises(InputError, match=r"essai\.txt: .* neither French nor English .*'it'"):
        analyse(_document("Il sindaco ha annunciato ieri un piano per le scuole della città."))
    with pytest.raises(InputError, match="no text"):
        analyse(_document(" "))


def test_lines_are_segments_and_blank_ones_count() -> None:
    article = lines_article(_document(f"{FIRST}\n\n{SECOND}\n"), names=False)
    assert [article.segment_text(index) for index in range(3)] == [FIRST, "", SECOND]
    assert article.lang is Lang.FR
    assert lines_article(_document("a\vb\u2028c"), lang=Lang.FR, names=False).segments[0].span == (0, 5)


def test_a_text_by_lines_keeps_what_is_known_of_it() -> None:
    held = lines_article(
        _document(f"{FIRST}\n{SECOND}", title="Dit", url="https://exemple.test/a"), names=False
    )
    assert (held.title, held.url, len(held.segments)) == ("Dit", "https://exemple.test/a", 2)


def test_a_long_first_sentence_makes_a_title_that_ends_between_words() -> None:
    sentence = "Le conseil a décidé de renoncer au projet de tramway, faute de moyens, " + "et encore " * 20
    assert shortened(sentence) == "Le conseil a décidé de renoncer au projet de tramway, faute de moyens…"


def test_a_kicker_of_one_word_is_no_title() -> None:
    document = _document("Actualité", FIRST)
    article = analyse(document, annotator=_NoNames())
    assert article.title == FIRST
    assert made_title("Brèves", (Block(BlockKind.PARAGRAPH, 0, 6),), ()) == "Brèves"


@given(st.lists(st.text(st.characters(categories=["L"]), min_size=1, max_size=12), min_size=1))
def test_titles_never_end_within_a_word(words: list[str]) -> None:
    title = shortened(" ".join(words))
    assert len(title) <= 201
    kept = title.removesuffix("…").split()
    assert kept == words[: len(kept)]
