"""The panel beside the list, the columns, and what is remembered of them; keys, and what they did."""

from __future__ import annotations

import pytest

from tests.app.driving import MIDDLE, SMALL, WIDE, Driven, driven
from tests.app.fakes import FakeLibrary, an_entry
from tests.screens.conftest import Matches
from tui.app.render.fields import FIELDS, NAMED, TITLE
from tui.app.screens.columns import WORDS, toggled
from tui.app.terminal.layout import Layout
from tui.app.widgets.text_view import TextView
from tui.config import COLUMNS, Settings

SIZES = {"120x40": WIDE, "80x24": MIDDLE, "60x20": SMALL}
LANGUAGES = {"en": "dark", "fr": "light"}
PLACES = {
    "searches": "slash l i g h t enter K l u x enter L",
    "facets": "F j",
    "columns": "C j j j j enter",
    "bookmarks": "enter w w B w a d o u b t enter q j enter w B q semicolon",
    "no-bookmarks": "semicolon",
    "justified": "enter R w w",
    "facts-alone": "j j enter d",
    "facts-related": "j enter w enter d",
}


def has_keys(app: Driven) -> bool:
    return app.app.library.side_has_keys


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("place", PLACES)
async def test_screen(place: str, size: str, language: str, screen_matches: Matches) -> None:
    settings = Settings(language=language, theme=LANGUAGES[language])
    async with driven(SIZES[size], settings=settings) as app:
        await app.keys(PLACES[place])
        screen_matches(app, f"side-{place}-{size}-{language}")


@pytest.mark.parametrize("place", PLACES)
async def test_resizing_comes_back_to_the_same_screen(place: str) -> None:
    async with driven(WIDE) as app:
        await app.keys(PLACES[place])
        before = app.lines
        for size in ((40, 12), (200, 60), SMALL, WIDE):
            await app.pilot.resize_terminal(*size)
            await app.rest()
        assert app.lines == before


async def test_the_panel_comes_goes_and_changes() -> None:
    async with driven(WIDE) as app:
        await app.keys("L")
        assert "Searches" in app.text
        assert has_keys(app)
        await app.keys("F")
        assert "Language" in app.text
        assert has_keys(app)
        await app.keys("F")
        assert "Language" not in app.text
        assert not has_keys(app)


async def test_keys_go_to_the_panel_and_back() -> None:
    async with driven(WIDE) as app:
        library = app.app.library
        await app.keys("h j")
        assert library.rows.cursor == 0
        await app.keys("l j")
        assert (library.rows.cursor, has_keys(app)) == (1, False)
        await app.keys("tab")
        assert has_keys(app)
        await app.keys("escape")
        assert not has_keys(app)
        assert "Searches" in app.text
        await app.keys("tab q")
        assert "Searches" not in app.text
        assert app.app.is_running


@pytest.mark.parametrize("size", [MIDDLE, SMALL])
async def test_in_a_small_window_the_panel_goes_with_the_keys(size: tuple[int, int]) -> None:
    async with driven(size) as app:
        await app.keys("L")
        assert "Everything" in app.text
        await app.keys("escape")
        assert "Everything" not in app.text
        assert "Lorme bridge" in app.text
        await app.keys("L enter")
        assert "Everything" not in app.text


async def test_a_search_shows_everything_that_it_chooses_in_the_lists_order() -> None:
    async with driven(WIDE) as app:
        library = app.app.library
        await app.keys("L j enter")
        assert library.sought == "is:unread"
        assert library.rows.source is not None
        assert not has_keys(app)
        await app.keys("L L g enter")
        assert not library.is_searching


async def test_a_search_is_kept_renamed_forgotten_and_counted() -> None:
    async with driven(WIDE) as app:
        kept = app.library.searches.kept
        await app.keys("L escape slash l i g h t enter K l u x enter")
        assert kept == {"lux": "light"}
        assert "lux" in app.text
        await app.keys("h G R e s t enter")
        assert kept == {"luxest": "light"}
        await app.keys("D")
        assert kept == {}
        assert "Search luxest forgotten." in app.lines[-1]


async def test_what_cannot_be_done_in_the_panel_says_why() -> None:
    async with driven(WIDE) as app:
        await app.keys("L s")
        assert "The panel has the keys" in app.lines[-1]
        await app.keys("D")
        assert "This is no saved search." in app.lines[-1]
        await app.keys("escape R")
        assert "Go to a saved search first" in app.lines[-1]
        await app.keys("slash l i g h t enter H")
        assert "Results are not grouped" in app.lines[-1]
        assert app.library.told == []


async def test_facets_narrow_the_search_and_are_taken_out_again() -> None:
    async with driven(WIDE) as app:
        library = app.app.library
        await app.keys("F j enter")
        assert library.sought == "lang:fr"
        assert has_keys(app)
        assert "✓ French" in app.text
        await app.keys("j enter")
        assert library.sought == 'lang:fr source:"Coast Weekly"'
        await app.keys("k enter")
        assert library.sought == 'source:"Coast Weekly"'
        await app.keys("j enter")
        assert not library.is_searching


async def test_columns_are_ticked_and_shown_at_once() -> None:
    async with driven(WIDE) as app:
        await app.keys("C")
        assert "how sure the pair is" in app.text
        await app.keys("j j j j enter j j enter escape")
        assert "2 min" in app.lines[1]
        assert "0.87" in app.lines[1]
        await app.keys("C j j enter q")
        assert "2025" not in app.lines[1]


def test_a_column_is_put_at_its_usual_place() -> None:
    shown = ("unread", "date", "title", "names")
    assert toggled(shown, "languages") == ("unread", "date", "languages", "title", "names")
    assert toggled(shown, "tags") == ("unread", "date", "title", "tags", "names")
    assert toggled(shown, "date") == ("unread", "title", "names")


def test_every_column_can_be_drawn_picked_and_set() -> None:
    assert set(WORDS) == {*FIELDS, NAMED} == set(COLUMNS) - {TITLE}


async def test_what_is_arranged_is_kept() -> None:
    async with driven(WIDE) as app:
        kept: list[Layout] = []
        app.app.keep_layout = kept.append
        await app.keys("S H F escape C enter escape enter R comma")
        last = kept[-1]
        assert (last.sort, last.group, last.panel, last.justify) == ("title", "month", "facets", True)
        assert "unread" not in last.columns
        assert last.width < Settings().reading.width


@pytest.mark.parametrize("panel", ["searches", "facets"])
async def test_a_session_begins_as_the_last_one_was_arranged(panel: str) -> None:
    layout = Layout(("date", "title"), "unread", "month", panel, width=40, justify=True)
    async with driven(WIDE, layout=layout) as app:
        assert {"searches": "Everything", "facets": "Language"}[panel] in app.text
        assert "March 2025" in app.text
        assert not has_keys(app)
        await app.keys("enter")
        view = app.app.screen.query_one("#text", TextView)
        assert view.justified
        assert max(line.end - line.start for line in view.panes[0].column) <= 40


async def test_in_a_small_window_a_remembered_panel_waits_for_its_key() -> None:
    async with driven(MIDDLE, layout=Layout(COLUMNS, panel="searches")) as app:
        assert "Everything" not in app.text


async def test_the_counts_follow_what_is_changed() -> None:
    library = FakeLibrary()
    async with driven(WIDE, library) as app:
        await app.keys("L escape")
        before = [line for line in app.lines if "Everything" in line]
        library.articles = ()
        await app.keys("j j u")
        assert [line for line in app.lines if "Everything" in line] != before


async def test_moving_before_the_panel_is_filled_does_no_harm() -> None:
    async with driven(WIDE) as app:
        await app.keys("L")
        side = app.app.library.side
        assert side is not None
        side.show("searches", "Searches", ())
        await app.keys("j k G g space enter")
        assert app.app.is_running
        assert app.app.fault is None


async def test_beside_the_panel_the_list_goes_on_by_half_pages() -> None:
    library = FakeLibrary(more=tuple(an_entry(number) for number in range(10, 110)))
    async with driven((120, 12), library) as app:
        rows = app.app.library.rows
        await app.keys(" ".join("j" * rows.page))
        assert rows.top == 1
        await app.keys("g L escape " + " ".join("j" * rows.page))
        assert (rows.cursor, rows.top) == (rows.page, rows.page // 2)
        await app.keys(" ".join("k" * (rows.page // 2 + 1)))
        assert (rows.cursor, rows.top) == (rows.page - rows.page // 2 - 1, 0)
