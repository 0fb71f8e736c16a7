"""The screen of adding, as it was approved."""

from __future__ import annotations

from typing import Any

import pytest

from tests.app.driving import MIDDLE, SMALL, WIDE, driven
from tests.screens.conftest import Matches
from tui.app.messages import AddFinished, AddProgressed
from tui.app.screens.adding import AddingScreen
from tui.config import Settings
from tui.model.article import Lang
from tui.model.listing import Outcome, Progress, Result

SIZES = {"120x40": WIDE, "80x24": MIDDLE, "60x20": SMALL}
EVENTS: tuple[Progress | Outcome, ...] = (
    Outcome(Result.ADDED, "quais.html", "a9", "Les quais rouvrent", Lang.FR),
    Outcome(Result.UNCHANGED, "tide.html", "a3", "The tide tables", Lang.EN),
    Outcome(Result.SKIPPED, "notes.txt", why="neither French nor English"),
    Outcome(Result.FAILED, "scan.pdf", why="no text in it"),
    Progress("reading", 4, 12, "harbour.html"),
)


class Told:
    """An adder that tells what a helper would."""

    def __init__(self, *, is_done: bool) -> None:
        self.is_done = is_done

    def add(self, to: Any, sources: tuple[str, ...]) -> None:
        for event in EVENTS:
            to.post_message(AddProgressed(event))
        if self.is_done:
            to.post_message(AddFinished())

    def stop(self) -> None:
        """Nothing is under way."""

    def close(self) -> None:
        """Nothing is open."""


@pytest.mark.parametrize("size", SIZES)
async def test_adding(size: str, screen_matches: Matches, monkeypatch: Any) -> None:
    async with driven(SIZES[size], settings=Settings(language="en", theme="dark")) as app:
        monkeypatch.setattr(app.app, "adder", Told(is_done=False))
        app.app.push_screen(AddingScreen(app.app.keys, ("articles", "notes.txt")))
        await app.rest()
        screen_matches(app, f"adding-{size}")


async def test_adding_in_french(screen_matches: Matches, monkeypatch: Any) -> None:
    async with driven(MIDDLE, settings=Settings(language="fr", theme="dark")) as app:
        monkeypatch.setattr(app.app, "adder", Told(is_done=True))
        app.app.push_screen(AddingScreen(app.app.keys, ("articles", "notes.txt")))
        await app.rest()
        screen_matches(app, "adding-fr")
