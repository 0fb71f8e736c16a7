"""Driving the app in tests: keys as sentences, the screen as text."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from tests.app.fakes import FakeLibrary
from tui.app.adder import Adder
from tui.app.application import VisavisApp
from tui.app.desk import Desk
from tui.app.terminal.layout import Layout
from tui.config import Settings

UTF8 = {"LANG": "C.UTF-8"}
WIDE, MIDDLE, SMALL = (120, 40), (80, 24), (60, 20)


class Driven:
    """A running app, its keys and its screen."""

    def __init__(self, pilot: Pilot[int], library: FakeLibrary) -> None:
        self.pilot, self.library = pilot, library

    @property
    def app(self) -> VisavisApp:
        assert isinstance(self.pilot.app, VisavisApp)
        return self.pilot.app

    async def keys(self, sentence: str) -> None:
        """Press keys parted by spaces, each once everything is at rest."""
        for key in sentence.split():
            await self.pilot.press(key)
            await self.rest()

    async def rest(self) -> None:
        """Wait until workers and messages are done."""
        for _ in range(3):
            await self.pilot.pause()
            self.app.desk.settle()
        await self.pilot.pause()

    @property
    def lines(self) -> list[str]:
        """The rows of the screen as plain text."""
        rows = self.app.screen._compositor.render_strips()
        return [strip.text.rstrip() for strip in rows]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


@asynccontextmanager
async def driven(
    size: tuple[int, int] = WIDE,
    library: FakeLibrary | None = None,
    settings: Settings | None = None,
    env: dict[str, str] | None = None,
    query: str = "",
    layout: Layout | None = None,
) -> AsyncIterator[Driven]:
    """Run the app over a library in memory."""
    library = library or FakeLibrary()
    desk = Desk(lambda: library)
    app = VisavisApp(desk, Adder(Path("nowhere")), settings or Settings(language="en"), UTF8 | (env or {}))
    app.query_words = query
    app.arranged = layout or app.arranged
    async with app.run_test(size=size) as pilot:
        running = Driven(pilot, library)
        await running.rest()
        yield running
    desk.close()
