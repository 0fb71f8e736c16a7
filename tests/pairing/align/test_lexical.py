from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from tui.model.article import Lang
from tui.pairing.align import wordlist
from tui.pairing.align.lexical import lexical_vectors
from tui.pairing.align.scoring import unit
from tui.pairing.terms import canonical_number


def likeness(fr: str, en: str) -> float:
    return float(unit(lexical_vectors([fr], Lang.FR))[0] @ unit(lexical_vectors([en], Lang.EN))[0])


@pytest.mark.parametrize(
    ("written", "value"), [("12,5", "12.5"), ("12 500", "12500"), ("1,000,000", "1000000"), ("2024", "2024")]
)
def test_numbers_are_compared_as_both_languages_write_them(written: str, value: str) -> None:
    assert canonical_number(written) == value


def test_cognates_names_and_numbers_are_shared() -> None:
    assert likeness("Le comité de Genève vote 40 articles", "The Geneva committee votes on 40 articles") > 0.3
    assert likeness("Le vent souffle", "Prices fell again") < 0.2


def test_a_dictd_word_list_is_read_where_it_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = b"chaise /SEz/\n 1. chair (furniture), seat\n"
    (tmp_path / "freedict-fra-eng.dict.dz").write_bytes(gzip.compress(entry))
    (tmp_path / "freedict-fra-eng.index").write_text("chaise\tA\ti\n00database\tA\tB\n")
    monkeypatch.setattr(wordlist, "FOLDERS", (tmp_path,))
    wordlist._pairs.cache_clear()
    try:
        assert "chair" in wordlist.translations("chaise")
    finally:
        wordlist._pairs.cache_clear()


def test_without_a_word_list_nothing_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wordlist, "FOLDERS", (tmp_path,))
    wordlist._pairs.cache_clear()
    try:
        assert wordlist.translations("chaise") == ()
    finally:
        wordlist._pairs.cache_clear()
