"""The screens and panels with which a text is set right, marked and studied."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.app.driving import MIDDLE, SMALL, WIDE, Driven, driven
from tests.app.fakes import FakeLibrary
from tests.screens.conftest import Matches
from tui.app.asking import words
from tui.config import Settings
from tui.model.article import Lang
from tui.model.keeping import Bookmark

SIZES = {"120x40": WIDE, "80x24": MIDDLE, "60x20": SMALL}
ASK = "O p o n t enter"
PLACES = {
    "concordance": ASK,
    "entity": "enter e E",
    "correct-entity": "enter e exclamation_mark",
    "kept": "enter w w w a d o u b t f u l enter B greater_than_sign i",
    "edit": "enter M",
    "word": "enter v l",
    "partner": "j j enter ampersand l o r m e enter",
}


class Book:
    """A dictionary of two words."""

    def translations(self, word: str) -> tuple[str, ...]:
        return {"pont": ("bridge", "deck"), "Lorme": ()}.get(word, ())


@pytest.fixture(autouse=True)
def _dictionary(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(words, "dictionary", lambda _lang: Book())
    words.lemma_of.cache_clear()
    yield
    words.lemma_of.cache_clear()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("place", PLACES)
async def test_screen(place: str, size: str, screen_matches: Matches) -> None:
    async with driven(SIZES[size], settings=Settings(language="en", theme="dark")) as app:
        await app.keys(PLACES[place])
        screen_matches(app, f"study-{place}-{size}")


@pytest.mark.parametrize("place", PLACES)
async def test_screen_in_french(place: str, screen_matches: Matches) -> None:
    async with driven(MIDDLE, settings=Settings(language="fr", theme="dark")) as app:
        await app.keys(PLACES[place])
        screen_matches(app, f"study-{place}-fr")


def rows(app: Driven) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Return the segments that face each other in the open text."""
    pair = app.app.reading.opened
    assert pair is not None
    assert pair.pair is not None
    return [(bead.fr, bead.en) for bead in pair.pair.beads]


async def test_one_side_is_shifted_from_the_passage_on_and_the_reader_stays_there() -> None:
    async with driven(WIDE) as app:
        await app.keys("enter w w")
        await app.keys("greater_than_sign")
        assert rows(app)[:5] == [((0,), (0,)), ((1,), (1,)), ((2,), ()), ((3,), (2,)), ((4,), (3,))]
        assert app.app.reading.view.pane.unit == 2
        assert "Shifted down" in app.lines[-1]
        await app.keys("less_than_sign")
        assert rows(app)[:4] == [((0,), (0,)), ((1,), (1,)), ((2,), (2,)), ((3,), (3,))]


async def test_keys_pressed_at_once_shift_one_after_the_other() -> None:
    async with driven(WIDE) as app:
        await app.keys("enter w w")
        await app.pilot.press("greater_than_sign", "greater_than_sign")
        await app.rest()
        await app.rest()
        assert rows(app)[2:5] == [((2,), ()), ((3,), ()), ((4,), (2,))]


async def test_rows_are_joined_and_split() -> None:
    async with driven(WIDE) as app:
        await app.keys("enter plus")
        assert rows(app)[0] == ((0, 1), (0, 1))
        await app.keys("minus")
        assert rows(app)[:2] == [((0,), (0,)), ((1,), (1,))]


async def test_rows_of_texts_that_have_none_cannot_be_set_right() -> None:
    async with driven(WIDE) as app:
        await app.keys("j enter greater_than_sign")
        assert "linked by passages" in app.lines[-1]
        await app.keys("q j enter greater_than_sign")
        assert "no partner" in app.lines[-1]


async def test_a_pair_is_taken_apart() -> None:
    async with driven(WIDE) as app:
        await app.keys("enter colon u n p a i r enter")
        opened = app.app.reading.opened
        assert opened is not None
        assert opened.pair is None
        assert [article.id for article in opened.sides] == ["a1"]


async def test_a_note_is_written_rewritten_and_taken_away() -> None:
    async with driven(WIDE) as app:
        await app.keys("enter w a g o o d enter")
        assert [(note.article, note.segment, note.text) for note in app.library.noted] == [("a1", 1, "good")]
        await app.keys("a s enter")
        assert [note.text for note in app.library.noted] == ["goods"]
        await app.keys("a ctrl+u enter")
        assert app.library.noted == []


async def test_bookmarks_are_gone_through_on_both_sides() -> None:
    library = FakeLibrary(marked=[Bookmark("a1", 1), Bookmark("a2", 5)])
    async with driven(WIDE, library) as app:
        view_of = app.app
        await app.keys("enter apostrophe")
        assert view_of.reading.view.pane.unit == 1
        await app.keys("apostrophe")
        assert view_of.reading.view.article.lang is Lang.EN
        assert view_of.reading.view.pane.unit == 5
        await app.keys("apostrophe")
        assert "No other bookmark" in app.lines[-1]
        await app.keys("quotation_mark")
        assert view_of.reading.view.pane.unit == 1


async def test_a_title_is_corrected_in_place() -> None:
    async with driven(WIDE) as app:
        await app.keys("enter M t i t l e enter ctrl+u N e w enter")
        assert app.library.edits == [("a1", "title", "New")]


async def test_a_name_is_set_right() -> None:
    async with driven(WIDE) as app:
        await app.keys("enter e exclamation_mark e v e n t enter")
        assert ("person:jeanne-aubert", "kind", "EVENT") in app.library.told
        await app.keys("exclamation_mark i g n o r e enter")
        assert ("person:jeanne-aubert", "ignore", None) in app.library.told
        await app.keys("exclamation_mark s a m e enter l o r m e enter")
        assert ("person:jeanne-aubert", "same", "place:lorme") in app.library.told


async def test_the_library_is_filtered_by_the_chosen_name() -> None:
    async with driven(WIDE) as app:
        await app.keys("enter e L")
        assert app.app.screen is app.app.library
        assert app.app.library.field.value == 'entity:"person:jeanne-aubert"'


async def test_a_line_of_the_concordance_opens_its_row_and_leads_back() -> None:
    async with driven(WIDE) as app:
        await app.keys("O f a n f a r e enter enter")
        view = app.app.reading.view
        assert view.pane.unit == 6
        await app.keys("q")
        assert "Concordance fanfare" in app.lines[0]


async def test_a_concordance_over_an_open_text_leads_back_to_it() -> None:
    async with driven(WIDE) as app:
        await app.keys("enter w w O f a n f a r e enter enter q q")
        assert app.app.screen is app.app.reading
        assert app.app.reading.view.pane.unit == 2


async def test_a_concordance_is_written_to_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with driven(WIDE) as app:
        await app.keys(ASK + " w enter")
        assert "1 line written to concordance.csv" in app.lines[-1]
        assert "Le pont de Lorme" in (tmp_path / "concordance.csv").read_text("utf-8")
        await app.keys("w enter")
        assert "is there already" in app.lines[-1]


async def test_find_lights_what_search_finds() -> None:
    async with driven(WIDE) as app:
        await app.keys("enter slash t r a v e r s e r enter")
        assert len(app.app.reading.view.found) == 1
        await app.keys("slash")
        await app.keys("ctrl+u n e i g h b o u r enter")
        assert [lang for lang, _ in app.app.reading.view.found] == [Lang.EN]


async def test_going_through_words() -> None:
    async with driven(WIDE) as app:
        await app.keys("enter v")
        assert "bridge" in app.text
        await app.keys("l")
        assert "not in the dictionary" in app.text
        await app.keys("v")
        assert not app.app.reading.panel.display
        assert app.app.reading.view.word == ()
