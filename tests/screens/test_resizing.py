"""Sizes change at any moment, on every screen: the place is kept and nothing stops."""

from __future__ import annotations

import pytest

from tests.app.driving import Driven, driven

LARGE, TINY, MIDDLE = (200, 60), (40, 12), (120, 40)
PLACES = {
    "library": "j j",
    "library-search": "slash l i g h t",
    "library-results": "slash l i g h t enter",
    "library-facets": "F",
    "library-searches": "L",
    "library-marked": "v j v",
    "library-months": "H",
    "preview": "p",
    "reading": "enter w w",
    "reading-alone": "j j enter",
    "facts": "enter d",
    "entities": "enter e",
    "details": "enter i",
    "find": "enter slash p o n t",
    "word": "enter v l",
    "concordance": "O p o n t enter",
    "entity": "enter e E",
    "story": "T",
    "help": "question_mark",
    "palette": "colon",
    "add": "a",
    "note": "enter a",
}


def standing(app: Driven) -> tuple[object, ...]:
    """Return where the reader is: the screen, and the current row or passage."""
    screen = app.app.screen
    rows = app.app.library.rows
    view = app.app.reading.view if type(screen).__name__ == "ReadingScreen" else None
    unit = view.pane.unit if view is not None and view.panes else None
    focus = type(app.app.focused).__name__
    return type(screen).__name__, rows.cursor, rows.current and rows.current.id, unit, focus


@pytest.mark.parametrize("place", PLACES)
async def test_the_place_is_kept(place: str) -> None:
    async with driven(LARGE) as app:
        await app.keys(PLACES[place])
        before, shown = standing(app), app.text
        for size in (TINY, MIDDLE, TINY, LARGE):
            await app.pilot.resize_terminal(*size)
            await app.rest()
            assert app.app.fault is None
            assert app.app.is_running
            assert standing(app) == before
            assert all(len(line) <= size[0] for line in app.lines)
        assert app.text == shown


async def test_the_foot_says_what_fits_at_once() -> None:
    async with driven(LARGE) as app:
        await app.keys("enter")
        await app.pilot.resize_terminal(*MIDDLE)
        await app.rest()
        resized = app.lines[-1]
    async with driven(MIDDLE) as app:
        await app.keys("enter")
        assert app.lines[-1] == resized
