"""The interface in two languages."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tui.locale import FOLDER, language, resolve, tr, trn, use

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))
import catalogue  # type: ignore[import-not-found]  # a script, not a package


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    use("en")


def test_every_message_has_its_french() -> None:
    assert catalogue.missing(catalogue.updated()) == []


def test_the_compiled_catalogue_is_that_of_the_words() -> None:
    assert (FOLDER / "fr" / "LC_MESSAGES" / "visavis.mo").read_bytes() == catalogue.compiled(
        catalogue.updated()
    )


def test_translations_keep_the_places_to_fill() -> None:
    for message in catalogue.updated():
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        strings = message.string if isinstance(message.string, tuple) else (message.string,)
        for one, other in zip(ids, strings, strict=True):
            assert sorted(set(one.split("{")[1:])) == sorted(set(other.split("{")[1:])) or one.count(
                "{"
            ) == other.count("{")


def test_words_follow_the_language() -> None:
    use("fr")
    assert tr("Facts") == "Faits"
    assert trn("{count} pair", "{count} pairs", 1) == "1 paire"
    assert trn("{count} article", "{count} articles", 1204) == "1\u202f204 articles"
    use("en")
    assert tr("Facts") == "Facts"
    assert tr("") == ""
    assert language() == "en"


@pytest.mark.parametrize(
    ("setting", "env", "spoken"),
    [("auto", {"LANG": "fr_CA.UTF-8"}, "fr"), ("auto", {"LANG": "de_DE"}, "en"), ("auto", {}, "en"),
     ("en", {"LANG": "fr_FR"}, "en"), ("auto", {"LC_ALL": "C", "LANG": "fr_FR"}, "en")],
)  # fmt: skip
def test_the_locale_decides_unless_the_reader_does(setting: str, env: dict[str, str], spoken: str) -> None:
    assert resolve(setting, env) == spoken
