from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.segments import segment, sentences
from tui.model.article import Block, BlockKind, Lang

FR, EN = Lang.FR, Lang.EN


@pytest.mark.parametrize(
    "marked",
    [
        "M. Durand a reçu Mme Leroy à 18 h 30.|« Rien n’est joué », a-t-il dit.",
        "« C’est fini ! » a crié la ministre.|Elle est partie.",
        "Le Dr. Petit et J.-P. Morel sont là.|Ils parlent.",
        "La société (p. ex. Machin) a levé 4,3 milliards.|C’est un record.",
        "Le but ?|Gagner du temps.|Rien de plus.",
        "Il a dit : « Non. »|Puis il est sorti.",
        "Selon l’art. 5 de la loi, c’est interdit.|M. X le sait.",
        "Elle vaut 5 Mds €, etc.|Les autres valent moins.",
        "Rendez-vous au 12, av. Foch, le 3 janv. 2024.|Merci.",
        "J.-M. Le Guen est venu.|Il a parlé.",
        "Attendez…|Je viens !|Vraiment ?",
        "Tout est dit.[12]|La suite demain.",
        "1. Ouvrir le fichier.|Le lire.",
    ],
)
def test_french_sentences(marked: str) -> None:
    _check(marked, FR)


@pytest.mark.parametrize(
    "marked",
    [
        "Mr. Hill met Dr. Jones at 6 p.m. on Friday.|They talked.",
        "The U.S. government said no.|It was expected.",
        "“We have no choice,” he said.|“It is over!” she cried.|He left.",
        "The firm (e.g. Widget Inc.) raised $4.3 billion.|It is a record.",
        "He lives in the U.S.|The company moved there.",
        "Is this the end?|No.|It is not.",
        "John F. Ford and J.P. Moore met in Washington, D.C. in 1960.|That was before.",
        "Yahoo! was sold.|It was cheap.",
        "Prices rose 3.5 percent vs. 2.1 percent last year.|Analysts disagree.",
        "He said: “Stop.”|Then he left.",
        'He said: " Stop. "|Then he left.',
        "It is No. 5 on the list.|Nobody knows why.",
    ],
)
def test_english_sentences(marked: str) -> None:
    _check(marked, EN)


def _check(marked: str, lang: Lang) -> None:
    text = marked.replace("|", " ")
    assert [span.of(text) for span in sentences(text, lang)] == marked.split("|")


def test_code_is_one_segment_and_blank_blocks_have_none() -> None:
    text = "A = 1. B = 2.\n\n \n\nFin. Ou pas."
    blocks = (
        Block(BlockKind.CODE, 0, 13),
        Block(BlockKind.PARAGRAPH, 15, 16),
        Block(BlockKind.PARAGRAPH, 18, 30, FR),
    )
    assert [(each.block, each.span.of(text)) for each in segment(text, blocks)] == [
        (0, "A = 1. B = 2."),
        (2, "Fin."),
        (2, "Ou pas."),
    ]


def test_a_text_without_sentences_is_cut_between_words() -> None:
    spans = sentences("mot " * 2000, FR)
    assert max(span.length for span in spans) <= 1200
    assert all(span.of("mot " * 2000).strip("mot ") == "" for span in spans)


_PIECES = st.lists(
    st.sampled_from(
        ["M.", "Le", "a", ".", "!", " ", "\u00a0", "»", "«", '"', "…", "\n", "U.S.", "3", "(", ")"]
    )
).map("".join)


@given(st.text() | _PIECES, st.sampled_from([FR, EN]))
def test_sentences_cover_the_text_and_never_overlap(text: str, lang: Lang) -> None:
    spans = sentences(text, lang)
    end = 0
    for span in spans:
        assert not text[end : span.start].strip()
        assert span.start < span.end
        assert span.of(text) == span.of(text).strip()
        end = span.end
    assert not text[end:].strip()


@given(st.lists(st.text(st.characters(exclude_characters="\n")), max_size=5))
def test_segments_stay_inside_their_block(parts: list[str]) -> None:
    text, blocks = "\n\n".join(parts), []
    at = 0
    for part in parts:
        blocks.append(Block(BlockKind.PARAGRAPH, at, at + len(part), FR))
        at += len(part) + 2
    for each in segment(text, blocks):
        assert blocks[each.block].span.contains(each.span)
