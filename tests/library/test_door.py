"""The way in from Python, as README shows it."""

from __future__ import annotations

from pathlib import Path

import pytest

import tui
from tests.quality.corpus import SEEDS
from tui.library import Library
from tui.model.listing import Result


def test_the_library_is_found_from_the_package() -> None:
    assert tui.Library is Library
    with pytest.raises(AttributeError, match="Bookshelf"):
        _ = tui.Bookshelf


def test_one_source_may_be_given_alone(tmp_path: Path) -> None:
    with tui.Library.open(tmp_path) as library:
        for source in (SEEDS / "red-stamp" / "fr.md", str(SEEDS / "voyager-one" / "en.md")):
            (outcome,) = library.add(source)
            assert outcome.result is Result.ADDED
        assert library.search("timbre", limit=5)[0].title == "Le timbre rouge tire sa révérence"
