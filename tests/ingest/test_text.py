"""Plain text: paragraphs, heads, headings, raw mode."""

# ruff: noqa: E501 - sentences stand as they are read
from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ingest.builders import ARTICLE, document, reasons, texts
from tui.ingest.options import ReadOptions
from tui.model.article import Lang

BODY = "Le conseil a voté le budget de la bibliothèque, après trois heures de débats parfois vifs entre ses membres."
MORE = "La construction commencera au printemps, et le bâtiment ouvrira ses portes deux ans plus tard, dit la maire."


def test_a_title_a_paragraph_a_line() -> None:
    found = document(f"Une bibliothèque pour tous\n{BODY}\n{MORE}\n")
    assert found.title == "Une bibliothèque pour tous"
    assert texts(found) == [BODY, MORE]
    assert found.text == f"{BODY}\n\n{MORE}"


def test_a_first_sentence_is_no_title() -> None:
    found = document(f"{BODY}\n\n{MORE}")
    assert found.title is None
    assert found.published is None


def test_lines_wrapped_at_a_width_are_joined() -> None:
    wrapped = "\n".join(
        [
            "The council voted the library's budget after three hours of a debate",
            "that was lively at times. The building will open its doors in two",
            "years, said the mayor, who had promised it before she was elected.",
            "",
            "Two members voted against it: they would have liked the money to go",
            "to the roads first.",
        ]
    )
    first, second = texts(document(wrapped))
    assert first.startswith("The council voted")
    assert first.endswith("she was elected.")
    assert second == "Two members voted against it: they would have liked the money to go to the roads first."


def test_a_poem_keeps_its_lines() -> None:
    poem = "Le soir\n\nLe vent se lève,\nla mer est grise,\nun oiseau rêve\nsur la falaise.\n"
    assert texts(document(poem)) == [
        "Le vent se lève,",
        "la mer est grise,",
        "un oiseau rêve",
        "sur la falaise.",
    ]


@pytest.mark.parametrize(
    ("head", "title", "byline", "published"),
    [
        ("Politique\n\nLe vote a eu lieu hier soir\n\nPar Anne de La Tour", "Le vote a eu lieu hier soir", "Anne de La Tour", None),
        ("The vote took place last night\nBy Jane Roe and John Doe | March 3rd, 2021", "The vote took place last night", "Jane Roe and John Doe", date(2021, 3, 3)),
        ("Le vote a eu lieu hier soir\n3 mars 2021", "Le vote a eu lieu hier soir", None, date(2021, 3, 3)),
        ("Le vote a eu lieu hier soir\nPublié le 1er avril 2019 à 10h30", "Le vote a eu lieu hier soir", None, date(2019, 4, 1)),
        ("Le vote a eu lieu hier soir\nPublié le", "Le vote a eu lieu hier soir", None, None),
        ("Le vote a eu lieu hier soir\n31 février 2019", "Le vote a eu lieu hier soir", None, None),
    ],
)  # fmt: skip
def test_heads(head: str, title: str, byline: str | None, published: date | None) -> None:
    found = document(f"{head}\n\n{BODY}\n\n{MORE}")
    assert (found.title, found.byline, found.published) == (title, byline, published)
    assert texts(found)[-2:] == [BODY, MORE]


def test_kickers_go_and_subtitles_stay() -> None:
    found = document(
        f"Culture\n\nUne bibliothèque pour tous\n\nLe projet de la maire avance enfin\n\n{BODY}\n\n{MORE}"
    )
    assert found.title == "Une bibliothèque pour tous"
    assert texts(found)[0] == "Le projet de la maire avance enfin"
    assert "kicker" in reasons(found)


def test_a_date_in_the_body_is_no_publication_date() -> None:
    assert document(f"{BODY}\n\nEn février 2025, le projet avait été refusé par le conseil de la ville.\n\n3 mars 2021\n").published is None  # fmt: skip


def test_headings_and_items_are_told() -> None:
    found = document(
        f"Une bibliothèque pour tous\n\n{BODY}\n\nDeux ans de travaux\n\n{MORE}\n\n- des livres en deux langues\n- des films\n"
    )
    assert texts(found, "heading") == ["Deux ans de travaux"]
    assert texts(found, "item") == ["des livres en deux langues", "des films"]


def test_raw_keeps_every_character() -> None:
    text = "  Un  titre\r\n\r\n\tDes  e\u0301te\u0301s \u00c3\u00a9 et\x1b[31m des signes \u200b ici .\rFin  \n\n"
    for options in (ReadOptions(raw=True), ReadOptions(lines=True)):
        found = document(text, options=options)
        assert found.text == text
        assert found.title is None
        assert found.removed == ()
    assert document("# Un titre\n", "a.md", ReadOptions(raw=True)).text == "# Un titre\n"
    assert document("<p>Un titre</p>\n", "a.html", ReadOptions(raw=True)).text == "<p>Un titre</p>\n"


@given(st.text(alphabet="ab .\n\r\t é’#>*-"))
def test_raw_blocks_lie_in_the_text_in_order(text: str) -> None:
    if not text.strip():
        return
    found = document(text, options=ReadOptions(raw=True))
    assert found.text == text
    ends = [0] + [block.end for block in found.blocks]
    assert all(block.start >= end for block, end in zip(found.blocks, ends, strict=False))


@given(st.lists(st.text(alphabet="aé B.,’-", min_size=1, max_size=60), max_size=8))
def test_blocks_make_up_the_text(lines: list[str]) -> None:
    text = "\n\n".join(lines)
    if not text.strip():
        return
    found = document(text)
    assert found.text == "\n\n".join(texts(found))


def test_what_the_reader_knows_better_wins() -> None:
    options = ReadOptions(lang=Lang.EN, published=date(2020, 1, 2), source="Le Relais")
    found = document(ARTICLE, options=options)
    assert (found.lang, found.published, found.source) == (Lang.EN, date(2020, 1, 2), "Le Relais")


def test_xml_of_any_kind_is_text_without_its_tags() -> None:
    found = document(
        f'<?xml version="1.0"?><récit><titre n="1">Le budget</titre><corps><a>{BODY}</a><a>{MORE}</a></corps></récit>',
        "a.xml",
    )
    assert texts(found)[-2:] == [BODY, MORE]
    assert "<" not in found.text
