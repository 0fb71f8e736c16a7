"""The welcome of a first run."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.driving import MIDDLE, SMALL, WIDE, Driven, driven
from tests.screens.conftest import Matches
from tui.app.shelf import Shelf
from tui.config import Settings

SIZES = {"120x40": WIDE, "80x24": MIDDLE, "60x20": SMALL}


def first_run(app: Driven, folder: Path) -> Shelf:
    """Make the run under way a first one, and welcome."""
    shelf = Shelf(folder / "own", folder / "samples", folder / "state")
    shelf.shows_samples = True
    app.app.shelf = shelf
    app.app._welcome()
    return shelf


@pytest.mark.parametrize("size", SIZES)
async def test_screen(size: str, screen_matches: Matches, tmp_path: Path) -> None:
    async with driven(SIZES[size], settings=Settings(language="en", theme="dark")) as app:
        first_run(app, tmp_path)
        await app.rest()
        screen_matches(app, f"welcome-{size}")


async def test_screen_in_french(screen_matches: Matches, tmp_path: Path) -> None:
    async with driven(MIDDLE, settings=Settings(language="fr", theme="light")) as app:
        first_run(app, tmp_path)
        await app.rest()
        screen_matches(app, "welcome-fr")


async def test_it_counts_as_seen_once_it_is_painted(tmp_path: Path) -> None:
    async with driven(MIDDLE) as app:
        shelf = first_run(app, tmp_path)
        assert shelf.wants_welcome
        await app.rest()
        assert not shelf.wants_welcome


@pytest.mark.parametrize(("key", "shows"), [("question_mark", "ChooserScreen"), ("a", "PromptScreen")])
async def test_the_key_that_closes_it_also_acts(key: str, shows: str, tmp_path: Path) -> None:
    async with driven(MIDDLE) as app:
        first_run(app, tmp_path)
        await app.rest()
        await app.keys(key)
        assert type(app.app.screen).__name__ == shows


@pytest.mark.parametrize("key", ["enter", "escape", "space", "q"])
async def test_what_turns_the_page_only_shows_the_list(key: str, tmp_path: Path) -> None:
    async with driven(MIDDLE) as app:
        first_run(app, tmp_path)
        await app.rest()
        await app.keys(key)
        assert app.app.is_running
        assert type(app.app.screen).__name__ == "LibraryScreen"


async def test_the_search_key_closes_it_and_searches(tmp_path: Path) -> None:
    async with driven(MIDDLE) as app:
        first_run(app, tmp_path)
        await app.rest()
        await app.keys("slash l i g h t")
        assert app.app.library.sought == "light"
