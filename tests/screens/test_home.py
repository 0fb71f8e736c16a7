"""The library screen: marking, orders, searches, news; keys, and what they did."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.driving import MIDDLE, SMALL, WIDE, driven
from tests.app.fakes import FakeLibrary, an_entry
from tests.screens.conftest import Matches
from tui.app.messages import IndexProgressed
from tui.config import Settings
from tui.model.listing import Hit, Progress

SIZES = {"120x40": WIDE, "80x24": MIDDLE, "60x20": SMALL}
PLACES = {
    "home-marked": "v j v",
    "home-months": "H",
    "home-narrow": "f",
    "home-like": "m",
    "home-meant": "slash l i h g t h o u s e enter",
    "home-fault": "slash s t o r m quotation_mark enter",
}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("place", PLACES)
async def test_screen(place: str, size: str, screen_matches: Matches) -> None:
    async with driven(SIZES[size], settings=Settings(language="en", theme="dark")) as app:
        await app.keys(PLACES[place])
        screen_matches(app, f"{place}-{size}")


@pytest.mark.parametrize("place", ["home-months", "home-narrow", "home-meant"])
async def test_screen_in_french(place: str, screen_matches: Matches) -> None:
    async with driven(MIDDLE, settings=Settings(language="fr", theme="light")) as app:
        await app.keys(PLACES[place])
        screen_matches(app, f"{place}-fr")


async def test_commands_act_on_the_marked_rows() -> None:
    async with driven(MIDDLE) as app:
        await app.keys("v j v s u u")
        assert [told[1] for told in app.library.told] == ["star", "read", "unread"]
        assert app.library.told[0][0] == ("a1", "a2", "a3")
        await app.keys("escape u")
        assert app.library.told[-1][0] == ("a3",)


async def test_all_that_a_search_shows_is_acted_on() -> None:
    async with driven(MIDDLE) as app:
        await app.keys("slash l i g h t enter V t w e b enter")
        assert app.library.told[-1] == (("a1", "a2", "a4", "a5", "a3"), "tag:web")
        await app.keys("V escape V")
        assert "3 marked" in app.lines[0]


async def test_the_whole_library_is_named_by_a_query() -> None:
    async with driven(MIDDLE) as app:
        await app.keys("V u")
        assert app.library.told[-1] == (("*",), "read")


async def test_many_are_deleted_only_after_a_yes() -> None:
    async with driven(MIDDLE) as app:
        await app.keys("v v D n enter")
        assert app.library.told == []
        await app.keys("D y enter")
        assert app.library.told == [(("a1", "a2", "a4", "a5"), "remove")]
        assert "marked" not in app.lines[0]


async def test_headings_are_no_articles() -> None:
    async with driven(MIDDLE) as app:
        await app.keys("H")
        assert "March 2025" in app.text
        await app.keys("g enter")
        assert "There is no article here." in app.lines[-1]
        await app.keys("j enter")
        assert type(app.app.screen).__name__ == "ReadingScreen"


async def test_groups_go_round() -> None:
    async with driven(MIDDLE) as app:
        await app.keys("H H")
        assert "No story" in app.text
        await app.keys("H")
        assert "Not grouped" in app.lines[-1]


async def test_results_are_sorted_once_asked_for() -> None:
    async with driven(MIDDLE) as app:
        await app.keys("slash l i g h t enter S")
        assert "Sorted by date" in app.lines[-1]
        assert app.app.library.rows.source is not None
        await app.keys("escape")
        assert not app.app.library.is_searching


async def test_a_facet_is_added_to_the_search() -> None:
    async with driven(MIDDLE) as app:
        await app.keys("slash l i g h t enter f c o a s t enter")
        assert app.app.library.sought == 'light source:"Coast Weekly"'


async def test_searches_are_saved_opened_and_forgotten() -> None:
    async with driven(MIDDLE) as app:
        await app.keys("slash l i g h t enter K l u x enter escape L G enter")
        assert app.app.library.sought == "light"
        await app.keys("escape colon f o r g e t minus enter enter")
        assert app.library.searches.kept == {}
        await app.keys("colon f o r g e t minus enter")
        assert "No search is saved yet." in app.lines[-1]


async def test_older_searches_come_back_with_the_arrows() -> None:
    library = FakeLibrary()
    library.searches.made = ["storm", "light"]
    async with driven(MIDDLE, library) as app:
        await app.keys("slash up")
        assert app.app.library.sought == "storm"
        await app.keys("up")
        assert app.app.library.sought == "light"
        await app.keys("down down")
        assert app.app.library.sought == ""


async def test_a_search_is_remembered_when_it_is_gone_into() -> None:
    async with driven(MIDDLE) as app:
        await app.keys("slash l i g h t enter")
        assert app.library.searches.made == ["light"]


@pytest.mark.parametrize("size", [WIDE, MIDDLE, SMALL])
async def test_what_is_not_found_is_said_with_what_may_help(size: tuple[int, int]) -> None:
    async with driven(size) as app:
        await app.keys("slash z z q x")
        await app.keys("enter")
        assert "Nothing found for zzqx." in app.text
        assert "Enter, then x, searches in the other language too." in app.text
        await app.keys("x")
        assert "the other language too." not in app.text
        await app.keys("slash backspace backspace backspace backspace")
        assert "Nothing found" not in app.text


async def test_a_proposal_goes_with_the_words_it_was_made_for() -> None:
    async with driven(MIDDLE) as app:
        await app.keys("slash z tilde tilde")
        app.app.library.notice("an old word")
        await app.keys("a")
        assert "an old word" not in app.lines[-1]


async def test_nothing_is_like_an_article() -> None:
    class Unlike(FakeLibrary):
        def more_like(self, _public: str, _limit: int = 20) -> tuple[Hit, ...]:
            return ()

    async with driven(MIDDLE, Unlike()) as app:
        await app.keys("m")
        assert "No article is like " in app.text


async def test_titles_alone_are_said_to_be_searched_while_there_is_no_index() -> None:
    async with driven(MIDDLE) as app:
        app.app.library.post_message(IndexProgressed(Progress("indexing", 200, 1000)))
        await app.keys("slash z z q x enter")
        assert "No title holds zzqx." in app.text


async def test_older_searches_are_there_wherever_the_list_stood() -> None:
    async with driven(MIDDLE) as app:
        app.library.searches.made = ["light"]
        await app.keys("j slash up")
        assert app.app.library.sought == "light"


async def test_a_better_spelling_is_proposed_and_taken() -> None:
    async with driven(MIDDLE) as app:
        await app.keys("slash l i h g t h o u s e enter")
        assert "Nothing found for lihgthouse." in app.text
        assert "Did you mean: lighthouse (Tab takes it)" in app.text
        await app.keys("tab")
        assert app.app.library.sought == "lighthouse"


async def test_a_query_is_explained_and_its_faults_pointed_at() -> None:
    async with driven(MIDDLE) as app:
        await app.keys("slash l i g h t enter Q")
        assert "Read as: light" in app.lines[-1]
        await app.keys("slash quotation_mark enter")
        assert "never closed" in app.lines[-1]


async def test_the_other_language_is_one_key_away() -> None:
    async with driven(MIDDLE) as app:
        await app.keys("x")
        assert "FR+EN" in app.lines[0]
        await app.keys("x")
        assert "FR+EN" not in app.lines[0]


async def test_more_like_this_is_left_with_escape() -> None:
    async with driven(MIDDLE) as app:
        await app.keys("m")
        assert "like Lorme bridge reopens" in app.lines[0]
        await app.keys("escape")
        assert "like" not in app.lines[0]


async def test_what_others_write_arrives_around_the_cursor() -> None:
    library = FakeLibrary(more=tuple(an_entry(number) for number in range(10, 300)))
    async with driven(MIDDLE, library) as app:
        await app.keys("G k k")
        rows = app.app.library.rows
        held, above = rows.current, rows.above
        assert held is not None
        library.more = (an_entry(900), *library.more)
        library.version += 1
        app.app.library.look_for_news()
        await app.rest()
        assert len(rows) == 294
        assert rows.current is not None
        assert (rows.current.id, rows.above) == (held.id, above)


async def test_the_row_after_a_deleted_one_is_current() -> None:
    library = FakeLibrary(more=tuple(an_entry(number) for number in range(10, 30)))
    async with driven(MIDDLE, library) as app:
        await app.keys("j j j j")
        library.more = library.more[:1] + library.more[2:]
        await app.keys("D")
        assert app.app.library.rows.cursor == 4


async def test_the_marked_articles_are_written_to_a_file(tmp_path: Path) -> None:
    async with driven(MIDDLE) as app:
        app.app.library.do_select()
        app.app.library._export(str(tmp_path / "out.md"))
        await app.rest()
        assert "Wrote 1 text to" in app.lines[-1]
        assert "Le pont de Lorme a rouvert samedi." in (tmp_path / "out.md").read_text("utf-8")


async def test_the_open_text_is_written_in_the_format_of_the_files_name(tmp_path: Path) -> None:
    async with driven(MIDDLE) as app:
        await app.keys("enter colon e x p o r t minus t e x t s enter")
        assert "Export to" in app.text
        await app.keys("escape")
        for form, sign in {"tmx": "<tmx", "html": "<html", "csv": ",", "jsonl": '{"schema": 1'}.items():
            app.app.reading._export(str(tmp_path / f"out.{form}"))
            await app.rest()
            assert sign in (tmp_path / f"out.{form}").read_text("utf-8")


async def test_a_file_of_no_format_is_refused(tmp_path: Path) -> None:
    async with driven(MIDDLE) as app:
        app.app.library._export(str(tmp_path / "out.mdd"))
        await app.rest()
        assert "there is no format 'mdd'" in app.lines[-1]
        assert list(tmp_path.glob("out*")) == []


async def test_an_article_alone_says_that_it_has_no_other_side() -> None:
    async with driven(MIDDLE) as app:
        await app.keys("G enter tab")
        assert "This article stands alone" in app.lines[-1]
