"""Which library is read: the reader's own, or the samples while that is empty."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.driving import driven
from tests.builders import a_library, an_article
from tui.app.shelf import Shelf


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "own", tmp_path / "samples", tmp_path / "state")


def add_one(folder: Path) -> None:
    """Put an article into a library, as another process does."""
    a_library(folder, an_article("en", "The ferry runs again. Nobody missed it.", key="ferry")).close()


def test_samples_are_outgrown_when_the_readers_own_library_is_written(shelf: Shelf, tmp_path: Path) -> None:
    shelf.open().close()
    assert not shelf.is_outgrown()
    add_one(tmp_path / "own")
    assert shelf.is_outgrown()
    assert not shelf.is_outgrown()  # said once a change
    shelf.open().close()
    assert not shelf.shows_samples


def test_a_library_of_ones_own_is_never_outgrown(shelf: Shelf, tmp_path: Path) -> None:
    add_one(tmp_path / "own")
    shelf.open().close()
    add_one(tmp_path / "own")
    assert not shelf.is_outgrown()


async def test_an_open_list_shows_what_came_to_the_empty_library(shelf: Shelf, tmp_path: Path) -> None:
    async with driven() as app:
        app.app.shelf, app.app.desk._open = shelf, shelf.open
        app.app.articles_added()
        await app.rest()
        assert "ferry" not in app.text
        add_one(tmp_path / "own")
        app.app.library.look_for_news()
        await app.rest()
        await app.rest()
        assert "The ferry runs again" in app.text
