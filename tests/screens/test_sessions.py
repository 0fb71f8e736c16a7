"""Sessions as sentences: keys, and what they did."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.app.driving import MIDDLE, SMALL, WIDE, Driven, driven
from tests.app.fakes import FakeLibrary, alone, an_entry, bridge
from tui.config import Settings
from tui.model.article import Lang


def shown(app: Driven) -> str:
    return type(app.app.screen).__name__


async def test_an_article_is_opened_and_left() -> None:
    async with driven(MIDDLE) as app:
        await app.keys("j j enter")
        assert "Martha Quill tended" in app.text
        assert shown(app) == "ReadingScreen"
        await app.keys("q")
        assert shown(app) == "LibraryScreen"
        assert app.library.seen == ["a3"]


async def test_what_is_typed_while_a_text_opens_is_meant_for_the_text() -> None:
    async with driven((120, 10)) as app:
        await app.pilot.press("enter", "w", "w", "q")
        await app.rest()
        assert shown(app) == "LibraryScreen"
        assert app.library.positions == {"a1": 2}


async def test_results_come_as_letters_are_typed() -> None:
    async with driven(WIDE) as app:
        await app.keys("slash l i g h t h")
        assert "A lighthouse keeper retires" not in app.text.replace("A lighthouse keeper retires", "", 1)
        await app.keys("escape")
        assert "Storm closes coastal roads" in app.text


async def test_arrows_go_through_results_while_typing() -> None:
    async with driven(WIDE) as app:
        await app.keys("slash t h e down")
        rows = app.app.library.rows
        assert rows.cursor == 1
        await app.keys("enter enter")
        assert shown(app) == "ReadingScreen"


async def test_both_sides_move_as_one() -> None:
    async with driven((120, 12)) as app:
        await app.keys("enter w w w")
        view = app.app.reading.view
        assert [pane.unit for pane in view.panes] == [3, 3]
        await app.keys("G")
        assert view.panes[0].cursor == view.panes[1].cursor


async def test_related_texts_move_apart_and_the_counterpart_comes_into_view() -> None:
    async with driven(WIDE) as app:
        await app.keys("j enter")
        view = app.app.reading.view
        assert not view.is_aligned
        await app.keys("j j j")
        other = view.panes[1].here
        assert other is not None
        await app.keys("l k")
        assert view.active == 1


async def test_differences_are_gone_through() -> None:
    async with driven(WIDE) as app:
        await app.keys("enter x")
        assert app.app.reading.view.pane.unit == 4
        await app.keys("x")
        assert app.app.reading.view.pane.unit == 6
        await app.keys("x")
        assert "No other difference" in app.lines[-1]
        await app.keys("X")
        assert app.app.reading.view.pane.unit == 4


async def test_in_one_pane_tab_flips_and_enter_reveals() -> None:
    async with driven(SMALL) as app:
        await app.keys("enter")
        assert "Le pont de Lorme a rouvert" in app.text
        assert "reopened on Saturday" not in app.text
        await app.keys("enter")
        assert "reopened on Saturday" in app.text
        await app.keys("enter tab")
        assert "reopened on Saturday" in app.text
        assert "a rouvert samedi" not in app.text


async def test_one_side_at_a_time() -> None:
    async with driven(WIDE) as app:
        await app.keys("enter 2")
        assert [article.lang for article in app.app.reading.view.articles] == [Lang.EN]
        await app.keys("3")
        assert len(app.app.reading.view.panes) == 2


async def test_a_chosen_name_is_followed_through_the_text() -> None:
    async with driven((120, 14)) as app:
        await app.keys("enter e enter q")
        assert app.app.reading.view.chosen == "person:jeanne-aubert"
        await app.keys("right_parenthesis")
        assert "Jeanne Aubert" in app.text


async def test_a_fact_leads_to_its_place() -> None:
    async with driven((120, 16)) as app:
        await app.keys("enter d enter")
        here = app.app.reading.view.pane.here
        assert here is not None
        assert "12 millions" in bridge().fr.text[here.start : here.end + 20]


async def test_find_crosses_lines_and_sides() -> None:
    async with driven(WIDE) as app:
        await app.keys("enter slash L o r m e enter")
        view = app.app.reading.view
        assert len(view.found) == 2
        first = view.here
        await app.keys("n")
        assert view.here == (first + 1) % 2
        await app.keys("N")
        assert view.here == first


async def test_next_article_from_inside_one() -> None:
    async with driven(WIDE) as app:
        await app.keys("enter J")
        assert "La tempête vue du port" in app.text
        await app.keys("K K")
        assert "no other article" in app.lines[-1]


async def test_the_place_is_kept_and_found_again() -> None:
    library = FakeLibrary()
    async with driven((120, 10), library) as app:
        await app.keys("enter w w w w q")
    assert library.positions == {"a1": 4}
    async with driven((120, 10), library) as app:
        await app.keys("enter")
        assert app.app.reading.view.pane.unit == 4


async def test_states_are_changed_and_undone() -> None:
    async with driven(MIDDLE) as app:
        await app.keys("u s t w e b enter D")
        assert [told[1] for told in app.library.told] == ["read", "star", "tag:web", "remove"]
        assert app.library.told[0][0] == ("a1", "a2")
        await app.keys("U")
        assert "Undone: remove" in app.lines[-1]


async def test_help_runs_what_is_chosen() -> None:
    async with driven(MIDDLE) as app:
        await app.keys("question_mark")
        assert shown(app) == "ChooserScreen"
        await app.keys("s o r t enter")
        assert "Sorted by title" in app.lines[-1]


async def test_a_command_that_cannot_act_says_why() -> None:
    async with driven(MIDDLE, FakeLibrary(bitexts=(), articles=())) as app:
        await app.keys("enter")
        assert "There is no article here." in app.lines[-1]
        await app.keys("p")
        assert "140 columns" in app.lines[-1]


async def test_the_other_language_without_leaving() -> None:
    async with driven(MIDDLE) as app:
        await app.keys("colon l a n g u a g e enter")
        assert "chercher" in app.lines[-1]
        await app.keys("colon l a n g u a g e enter")


async def test_a_long_list_is_read_by_windows() -> None:
    more = tuple(an_entry(number) for number in range(10, 3010))
    async with driven(MIDDLE, FakeLibrary(more=more)) as app:
        await app.keys("G")
        assert "Article numéro 3009" in app.text
        await app.keys("b b g")
        assert "Article numéro 12" in app.text


async def test_a_failing_library_is_told_and_the_app_goes_on() -> None:
    class Failing(FakeLibrary):
        def bitext(self, pair_id: str) -> object:  # type: ignore[override]
            raise RuntimeError("disk on fire")

    async with driven(MIDDLE, Failing()) as app:
        await app.keys("enter")
        assert "disk on fire" in app.lines[-1]
        await app.keys("j j enter")
        assert "Martha Quill tended" in app.text


HOSTILE = "x[/b] \x1b[31mred\x1b]0;t\x07 \x9bm \u202edlrow\u2066 \x00 " + "long" * 3000


@pytest.mark.parametrize("size", [WIDE, SMALL])
async def test_hostile_texts_are_only_text(size: tuple[int, int]) -> None:
    article = alone()
    named = tuple(replace(entity, name=HOSTILE) for entity in article.entities)
    hostile = replace(
        article, title=HOSTILE, text=HOSTILE.ljust(len(article.text)), byline=HOSTILE, source=HOSTILE,
        entities=named, path=HOSTILE, url=HOSTILE,
    )  # fmt: skip
    async with driven(size, FakeLibrary(bitexts=(), articles=(hostile,))) as app:
        for keys in ("", "enter", "e", "i", "q q", "slash x left_square_bracket slash b"):
            await app.keys(keys)
            assert all(char.isprintable() for line in app.lines for char in line)
        assert app.app.is_running


async def test_leaving_gives_the_status_and_keeps_the_place() -> None:
    library = FakeLibrary()
    async with driven((120, 10), library) as app:
        await app.keys("enter w w")
        app.app.leave(143)
        await app.pilot.pause()
        assert app.app.return_code == 143
        app.app.desk.settle()
    assert library.positions == {"a1": 2}


async def test_settings_are_followed() -> None:
    settings = Settings(language="fr", prefer="en", keys=(("star", ("F5",)),))
    async with driven(MIDDLE, settings=settings) as app:
        assert "Lorme bridge reopens" in app.text
        await app.keys("f5")
        assert app.library.told[0][1] == "star"
