from __future__ import annotations

import pytest

from tui.analysis.language import detect, main_language, with_languages
from tui.model.article import Block, BlockKind, Lang

FRENCH = "Le conseil municipal a voté hier soir le budget de la ville, après trois heures de débat."
ENGLISH = "The city council passed the budget last night after a debate that took three hours."
ITALIAN = "Il consiglio comunale ha approvato ieri sera il bilancio della città dopo tre ore."


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        (FRENCH, Lang.FR),
        (ENGLISH, Lang.EN),
        (ITALIAN, Lang.UND),
        ("Der Stadtrat hat gestern Abend den Haushalt der Stadt beschlossen.", Lang.UND),
        ("12 345 !", Lang.UND),
        ("", Lang.UND),
    ],
)
def test_two_languages_are_known_and_the_rest_is_left(text: str, lang: Lang) -> None:
    found = detect(text)
    assert found.lang is lang
    assert 0 <= found.confidence <= 1


def _blocks(*parts: str) -> tuple[str, tuple[Block, ...]]:
    text, blocks = "\n\n".join(parts), []
    at = 0
    for part in parts:
        blocks.append(Block(BlockKind.PARAGRAPH, at, at + len(part)))
        at += len(part) + 2
    return text, tuple(blocks)


def test_a_block_in_a_third_language_does_not_sway_the_article() -> None:
    text, blocks = _blocks(FRENCH, ITALIAN, FRENCH, "Paris")
    assert main_language(text, blocks, None).lang is Lang.FR
    langs = [block.lang for block in with_languages(text, blocks)]
    assert langs == [Lang.FR, Lang.UND, Lang.FR, Lang.FR]


def test_a_short_block_stays_in_its_articles_language() -> None:
    text, blocks = _blocks(ENGLISH, "Paris - Berlin", FRENCH, ENGLISH)
    langs = [block.lang for block in with_languages(text, blocks)]
    assert langs == [Lang.EN, Lang.EN, Lang.FR, Lang.EN]


def test_what_is_declared_decides_where_a_good_part_of_the_text_is_in_it() -> None:
    half, blocks = _blocks(FRENCH, f"{ENGLISH} {ENGLISH}")
    assert main_language(half, blocks, Lang.FR).lang is Lang.FR
    assert main_language(half, blocks, None).lang is Lang.EN


def test_what_is_declared_decides_for_a_few_letters() -> None:
    text, blocks = _blocks("Paris")
    assert main_language(text, blocks, Lang.EN).lang is Lang.EN
    text, blocks = _blocks(FRENCH)
    assert main_language(text, blocks, Lang.EN).lang is Lang.FR
