"""The screen that adds: how far it is, what became of each article."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.driving import MIDDLE, SMALL, WIDE, Driven, driven
from tests.screens.conftest import Matches
from tui.app.adder import Adder
from tui.app.desk import Receiver
from tui.app.messages import AddFinished, AddProgressed
from tui.app.screens.adding import AddingScreen
from tui.config import Settings
from tui.model.article import Lang
from tui.model.listing import Outcome, Progress, Result

SIZES = {"120x40": WIDE, "80x24": MIDDLE, "60x20": SMALL}
OUTCOMES = (
    Outcome(Result.ADDED, "harbour.txt", "a1", "The harbour opens again", Lang.EN),
    Outcome(Result.UNCHANGED, "port.md", "a2", "Le port rouvre", Lang.FR),
    Outcome(Result.SKIPPED, "hafen.txt", why="neither French nor English"),
    Outcome(Result.FAILED, "torn.pdf", why="the file is not whole"),
)


class SilentAdder(Adder):
    """Takes orders and says nothing: the test speaks for it."""

    def __init__(self) -> None:
        super().__init__(Path("nowhere"))
        self.orders: list[tuple[str, ...]] = []
        self.was_stopped = False

    def add(self, _to: Receiver, sources: tuple[str, ...]) -> None:
        self.orders.append(sources)

    def stop(self) -> None:
        self.was_stopped = True


async def adding(app: Driven) -> SilentAdder:
    """Open the screen by its key, name a folder, and have the outcomes come in."""
    app.app.adder = silent = SilentAdder()
    await app.keys("a f o l d e r enter")
    for outcome in OUTCOMES:
        app.app.screen.post_message(AddProgressed(outcome))
    app.app.screen.post_message(AddProgressed(Progress("reading", 4, 9, "next.html")))
    await app.rest()
    return silent


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["en", "fr"])
async def test_screen_while_it_is_under_way(size: str, language: str, screen_matches: Matches) -> None:
    async with driven(SIZES[size], settings=Settings(language=language, theme="dark")) as app:
        silent = await adding(app)
        assert silent.orders == [("folder",)]
        screen_matches(app, f"adding-{size}-{language}")


async def test_the_end_is_told_with_its_counts() -> None:
    async with driven(MIDDLE) as app:
        await adding(app)
        app.app.screen.post_message(AddFinished(""))
        await app.rest()
        assert "Done: 1 added, 1 unchanged, 1 skipped, 1 failed." in app.text


async def test_going_back_stops_what_is_under_way() -> None:
    async with driven(MIDDLE) as app:
        silent = await adding(app)
        await app.keys("q")
        assert silent.was_stopped
        assert not isinstance(app.app.screen, AddingScreen)


async def test_an_end_that_comes_while_the_app_is_left_does_no_harm() -> None:
    async with driven(MIDDLE) as app:
        await adding(app)
        await app.app.library.remove_children()  # as leaving does, screen by screen
        app.app.screen.post_message(AddFinished(""))
        await app.rest()
        assert app.app.fault is None
