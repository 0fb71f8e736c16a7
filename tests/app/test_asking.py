"""What the reading screens ask: finds, concordances, words, partners, kept things."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from tests.app.fakes import FakeLibrary, an_article, bridge
from tests.builders import a_library
from tests.builders import an_article as a_text
from tui.app.asking import concord, facing, kept, places, words
from tui.app.asking.entity import mergeable, profiled
from tui.app.asking.finding import find
from tui.app.messages import TextChanged
from tui.app.ports import Kept, LibraryPort, Opened, open_text
from tui.app.render.line import UNICODE, plain
from tui.app.render.study import concordance, entity
from tui.app.render.study import words as word_lines
from tui.errors import UsageError
from tui.model.article import Entity, Kind, Lang
from tui.model.span import Span

TEXT = an_article(
    "a9", "fr", "Titre", "Les élections de mai approchent. L'élection du maire, elle, est passée."
)


def found(query: str, *, whole: bool = True) -> list[str]:
    return [span.of(TEXT.text) for _, span in find(Opened("a9", (TEXT,)), query, whole=whole)]


@pytest.mark.parametrize(
    ("query", "lit"),
    [
        ("election", ["élections", "L'élection"]),
        ('"élection du maire"', ["L'élection du maire"]),
        ("élect*", ["élections", "L'élection"]),
        ("electoin~", ["élections", "L'élection"]),
        ("les élections", ["élections", "L'élection"]),
        ("-mai", []),
        ("", []),
    ],
)
def test_find_finds_what_search_finds(query: str, lit: list[str]) -> None:
    assert [one.removeprefix("L'") for one in found(query)] == [one.removeprefix("L'") for one in lit]


def test_a_word_half_typed_is_found_until_typing_is_done() -> None:
    assert found("appro", whole=False) == ["approchent"]
    assert found("appro") == []


def test_a_concordance_says_a_pair_of_sentences_once_and_lights_both_sides(tmp_path: Path) -> None:
    fr = a_text("fr", "OpenAI ouvre. Il pleut.")
    en = a_text("en", "OpenAI opens. It rains.")
    with a_library(tmp_path / "lib", fr, en, pairs=[(0, 1)]) as library:
        (line,) = concord.concorded(cast("LibraryPort", library), "OpenAI").lines
    for lang, text in ((Lang.FR, "OpenAI ouvre."), (Lang.EN, "OpenAI opens.")):
        said, spans = concordance.side(line, lang)
        assert said == text
        assert [span.of(said) for span in spans] == ["OpenAI"]


@pytest.mark.parametrize("name", ["lines.txt", "no/such/folder.csv"])
def test_a_concordance_is_written_only_where_it_can_be(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError):
        concord.written((), str(tmp_path / name))


def test_a_long_sentence_is_cut_around_the_word_sought() -> None:
    (line,) = concord.concorded(FakeLibrary(), "fanfare").lines
    shown = plain(concordance.row(line, 60, UNICODE))
    assert "fanfare" in shown


def test_the_words_of_a_passage_are_those_worth_looking_up() -> None:
    article = bridge().fr
    spans = words.words_of(article, article.segments[0].span)
    assert [span.of(article.text) for span in spans] == ["pont", "Lorme", "rouvert", "samedi"]


def test_a_word_is_looked_up_by_its_dictionary_form(monkeypatch: pytest.MonkeyPatch) -> None:
    class Book:
        def translations(self, word: str) -> tuple[str, ...]:
            return ("to wait for",) if word == "attendre" else ()

    monkeypatch.setattr(words, "dictionary", lambda _lang: Book())
    article = bridge().fr
    at = article.text.index("attendaient")
    found = words.looked_up(article, Span(at, at + len("attendaient"))).word
    assert (found.lemma, found.translations) == ("attendre", ("to wait for",))


def test_where_no_dictionary_is_the_reader_is_told_how_to_get_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "dictionary", lambda _lang: None)
    article = bridge().en
    lines = word_lines.lines(words.looked_up(article, Span(4, 9)).word)
    assert any("dict-freedict-eng-fra" in plain(line.line) for line in lines)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[LibraryPort]:
    with a_library(
        tmp_path / "lib", a_text("fr", "Un. Deux. Trois."), a_text("en", "One. Two. Three."), pairs=[(0, 1)]
    ) as made:
        yield cast("LibraryPort", made)


def rows(text: Opened) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(bead.fr, bead.en) for bead in text.pair.beads] if text.pair else []


def test_rows_set_right_are_kept_listed_and_undone(library: LibraryPort) -> None:
    text = open_text(library, "a1")
    shifted = facing.changed(library, text, "down", 1, Lang.EN).opened
    assert rows(shifted) == [((0,), (0,)), ((1,), ()), ((2,), (1,)), ((), (2,))]
    assert shifted.kept.beads
    again = kept.undone(library, shifted)
    assert isinstance(again, TextChanged)
    assert rows(again.opened) == [((0,), (0,)), ((1,), (1,)), ((2,), (2,))]
    assert again.opened.kept.beads == ()


def test_a_pair_taken_apart_is_read_alone_and_undone(library: LibraryPort) -> None:
    apart = facing.unpaired(library, open_text(library, "p1")).opened
    assert [side.id for side in apart.sides] == ["a1"]
    again = kept.undone(library, apart)
    assert isinstance(again, TextChanged)
    assert len(again.opened.sides) == 2


def test_notes_bookmarks_and_edits_are_kept_and_undone(library: LibraryPort) -> None:
    text = open_text(library, "p1")
    kept.noted(library, text, "a1", 1, "mine")
    kept.bookmarked(library, text, "a2", 2)
    changed = kept.edited(library, text, "a1", "title", "Titre").opened
    assert changed.lead.title == "Titre"
    assert [(note.segment, note.text) for note in changed.kept.notes] == [(1, "mine")]
    assert [(mark.article, mark.segment) for mark in changed.kept.bookmarks] == [("a2", 2)]
    for _ in range(3):
        kept.undone(library, changed)
    assert kept.kept_of(library, text.sides) == Kept()


def test_what_is_deleted_meanwhile_is_not_read_again(library: LibraryPort) -> None:
    text = open_text(library, "p1")
    library.remove(["a1", "a2"])
    assert not isinstance(kept.undone(library, replace_id(text, "a77")), TextChanged)


def replace_id(text: Opened, one: str) -> Opened:
    """Return a text whose article the library does not hold."""
    return replace(text, sides=(replace(text.lead, id=one),))


def test_partners_are_of_the_other_language() -> None:
    library = FakeLibrary()
    offered = facing.partners(library, bridge().en, "Lorme").choices
    assert ("a1", "Le pont de Lorme rouvre aux piétons   2025-03-08") in offered


def test_an_entity_is_told_with_its_time_and_company() -> None:
    thing = Entity("place:lorme", Kind.PLACE, "Lorme")
    profile = profiled(FakeLibrary(), thing).profile
    lines = [plain(line.line) for line in entity.page(profile, UNICODE, "fr")]
    assert any("mars 2025" in line and "█" in line for line in lines)
    assert any("Jeanne Aubert" in line for line in lines)
    assert "place:lorme" not in dict(mergeable(FakeLibrary(), "place:lorme").choices)


def test_bookmarks_and_notes_are_taken_away_and_brought_back(tmp_path: Path) -> None:
    article = a_text("fr", "La mer monte. Le vent tombe.")
    with a_library(tmp_path / "lib", article) as opened:
        library = cast("LibraryPort", opened)
        library.notes.bookmark(1, 1)
        library.note("a1", "à revoir", 0)
        note, mark = places.places(library).kept
        assert (note.text, note.passage, mark.passage) == ("à revoir", "La mer monte.", "Le vent tombe.")
        assert places.taken_away(library, note).kept == (mark,)
        assert places.taken_away(library, mark).kept == ()
        places.undone(library)
        assert len(places.undone(library).kept) == 2
