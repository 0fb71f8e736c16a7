"""Every screen at three sizes, in both languages."""

from __future__ import annotations

import pytest

from tests.app.driving import MIDDLE, SMALL, WIDE, driven
from tests.screens.conftest import Matches
from tui.config import Settings

SIZES = {"120x40": WIDE, "80x24": MIDDLE, "60x20": SMALL}
PLACES = {
    "library": "",
    "search": "slash L o r m e",
    "reading": "enter w w",
    "related": "j enter w",
    "alone": "j j enter",
    "names": "enter e j enter",
    "facts": "enter d",
    "details": "enter i",
    "find": "enter slash a u b e r t enter n",
    "help": "question_mark",
    "palette": "enter colon s i d e",
    "prompt": "t",
    "story": "T",
}
BOTH = [("library", "fr"), ("reading", "fr"), ("facts", "fr"), ("details", "fr"), ("help", "fr")]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("place", PLACES)
async def test_screen(place: str, size: str, screen_matches: Matches) -> None:
    async with driven(SIZES[size], settings=Settings(language="en", theme="dark")) as app:
        await app.keys(PLACES[place])
        screen_matches(app, f"{place}-{size}")


@pytest.mark.parametrize(("place", "language"), BOTH)
async def test_screen_in_french(place: str, language: str, screen_matches: Matches) -> None:
    async with driven(MIDDLE, settings=Settings(language=language, theme="light")) as app:
        await app.keys(PLACES[place])
        screen_matches(app, f"{place}-{language}")


@pytest.mark.parametrize("theme", ["terminal", "dark", "light", "colorblind", "mono"])
async def test_theme(theme: str, screen_matches: Matches) -> None:
    async with driven(MIDDLE, settings=Settings(language="en", theme=theme)) as app:
        await app.keys("enter d")
        screen_matches(app, f"theme-{theme}")


async def test_ascii_terminal(screen_matches: Matches) -> None:
    async with driven(WIDE, settings=Settings(language="en"), env={"VISAVIS_ASCII": "1"}) as app:
        await app.keys("enter w w w w")
        screen_matches(app, "ascii")


@pytest.mark.parametrize("place", PLACES)
async def test_resizing_comes_back_to_the_same_screen(place: str) -> None:
    async with driven(WIDE) as app:
        await app.keys(PLACES[place])
        before = app.lines
        for size in ((40, 12), (200, 60), SMALL, WIDE):
            await app.pilot.resize_terminal(*size)
            await app.rest()
        assert app.lines == before
