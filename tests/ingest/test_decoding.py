"""Bytes to text."""

# ruff: noqa: E501 - sentences stand as they are read
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ingest.builders import document
from tui.ingest.decoding import decode, repair
from tui.ingest.options import ReadOptions

FRENCH = (
    "L’été dernier, à Nîmes, l’œuvre a coûté 12 € : « c’est un chef-d’œuvre », dit-on — même à l’étranger…\n"
    * 3
)
PLAIN = (
    "L'été dernier, à Nîmes, la fête a coûté très cher : même le maire, dit-on, y a laissé son château.\n" * 3
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "utf-32-be", "cp1252", "mac-roman", "utf-7"])  # fmt: skip
def test_encodings_of_typographic_french(encoding: str) -> None:
    assert decode(FRENCH.encode(encoding)) == FRENCH


@pytest.mark.parametrize("encoding", ["latin-1", "iso8859-15", "cp850", "mac-roman", "cp1252"])
def test_encodings_of_plain_french(encoding: str) -> None:
    assert decode(PLAIN.encode(encoding)) == PLAIN


def test_latin9_is_told_by_its_ligatures() -> None:
    text = "Le cœur de l'œuvre a coûté 12 € à la sœur du maître d'œuvre.\n"
    assert decode(text.encode("iso8859-15")) == text


def test_one_bad_byte_costs_one_character() -> None:
    data = PLAIN.encode()
    at = data.index(b" ")
    assert decode(data[:at] + b"\xe9" + data[at:]) == PLAIN.replace(" ", "\ufffd ", 1)


def test_declared_charsets_count_when_they_read_the_bytes() -> None:
    page = '<meta charset="koi8-r"><p>Привет всем</p>'
    assert decode(page.encode("koi8-r")) == page
    assert decode(page.encode(), "koi8-r") == page
    assert decode(PLAIN.encode("latin-1"), "no-such-charset") == PLAIN
    assert decode(PLAIN.encode("latin-1"), "zlib") == PLAIN


@given(st.binary(max_size=200), st.one_of(st.none(), st.text(max_size=12)))
def test_decoding_never_fails(data: bytes, declared: str | None) -> None:
    assert isinstance(decode(data, declared), str)


def test_certain_mojibake_is_repaired_and_nothing_else() -> None:
    assert repair("Lâ€™Ã©tÃ© Ã  NÃ®mes") == "L’été à Nîmes"
    assert repair("L’Ã©tÃ© dernier") == "L'été dernier"
    assert repair("La rue « Ã » est un nom étrange") == "La rue « Ã » est un nom étrange"
    assert repair("The lighthouse isnâ€™t lit") == "The lighthouse isn't lit"
    assert repair(FRENCH) == FRENCH
    assert repair("e\u0301te\u0301") == "été"
    good, bad = "« C’est l’été »", "Ã©tÃ© Ã©tÃ©"
    assert repair(f"{good}\n{bad}") == f"{good}\nété été"


def test_exactly_read_text_keeps_the_mark_that_others_count() -> None:
    marked = PLAIN.encode("utf-8-sig")
    assert document(marked, options=ReadOptions(raw=True)).text == marked.decode()
    assert document(marked).text == document(PLAIN).text
    assert document(PLAIN.encode("utf-16"), options=ReadOptions(raw=True)).text == PLAIN
