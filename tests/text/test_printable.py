from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.printable import clean_line, clean_text, mask

ANY = st.text(st.characters(exclude_categories=()))
NASTY = st.lists(
    st.sampled_from(
        ["\x1b", "[", "]", "8;;", "\x07", "\\", "\x9b", "31m", "\x90", "a", "\n", "\u202e", "(", "B"]
    )
).map("".join)


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("a\x1b[31mb\x1b[0m", "ab"),
        ("\x1b]0;titre\x07texte", "texte"),
        ("\x1b]8;;http://x.test\x1b\\lien\x1b]8;;\x1b\\", "lien"),
        ("\x1b]52;c;ZWNobw==\x07fin", "fin"),
        ("\x1bPq#0;2\x1b\\après", "après"),
        ("\x9b2Jdébut", "début"),
        ("\x1b(0lqk", "lqk"),
        ("\x1bc\x1b7ok", "ok"),
        ("\x1b[6n\x1b[?1049h.", "."),
        ("\x1b]0;jamais fini", "0;jamais fini"),
        ("\x1b\x1b[0m[31m", "[31m"),
        ("n\x00u\x08l\x7f", "nul"),
        ("\u202etxt.exe\u2066x\u2069\u200f", "txt.exex"),
        ("zé\u200bro\u2060\ufeff\u00ad", "zéro"),
        ("\ud800x", "\ufffdx"),
        ("1\u202f000\u00a0€", "1\u202f000\u00a0€"),
        ("a\u2003b\tc", "a b c"),
        ("👩\u200d💻❤\ufe0f", "👩💻❤"),
        ("[/b] [bold]", "[/b] [bold]"),
    ],
)
def test_sequences_and_invisible_signs_go(hostile: str, shown: str) -> None:
    assert clean_line(hostile) == shown


def test_line_ends_become_newlines_or_blanks() -> None:
    assert clean_text("a\r\nb\rc\u2028d\x85e") == "a\nb\nc\nd\ne"
    assert clean_line("a\r\n\r\nb\nc") == "a b c"


def _harmless(text: str) -> bool:
    return all(unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"} for c in text)


@given(ANY | NASTY)
def test_nothing_unprintable_passes(text: str) -> None:
    assert _harmless(clean_line(text))
    assert _harmless(clean_text(text).replace("\n", ""))
    assert _harmless(mask(text).replace("\n", ""))


@given(ANY | NASTY)
def test_cleaning_twice_changes_nothing_and_masking_keeps_offsets(text: str) -> None:
    assert clean_line(clean_line(text)) == clean_line(text)
    assert clean_text(clean_text(text)) == clean_text(text)
    assert len(mask(text)) == len(text)


def test_a_long_unfinished_sequence_takes_linear_time() -> None:
    assert len(clean_line("\x1b]" * 50_000 + "x" * 1_000_000)) == 1_000_000
