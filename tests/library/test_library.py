from __future__ import annotations

import stat
from pathlib import Path

import pytest

from tests.builders import a_pair, an_article
from tui.errors import LibraryError, NotFoundError, UsageError
from tui.library import Library
from tui.model.article import Kind, Lang
from tui.model.listing import Counts
from tui.model.pair import Mode


def test_a_library_is_its_owners_alone(tmp_path: Path) -> None:
    with Library.open(tmp_path / "deep" / "library") as library:
        assert stat.S_IMODE(library.path.stat().st_mode) == 0o700
        assert stat.S_IMODE((library.path / "library.db").stat().st_mode) == 0o600


def test_a_library_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="no library in"):
        Library.open(tmp_path / "none", create=False)


def test_a_file_in_place_of_the_directory_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("here")
    with pytest.raises(LibraryError, match="cannot hold a library"):
        Library.open(tmp_path / "file")


def test_an_article_comes_back_as_it_was_put(library: Library) -> None:
    made = an_article(
        "fr", "Deux blocs.\n\nVoici le second.", key="k", names=(("place:x", "PLACE", "Voici"),)
    )
    public = library.writing.put(made, b"hash")
    held = library.article(public)
    assert (held.text, held.blocks, held.segments) == (made.text, made.blocks, made.segments)
    assert (held.mentions, held.entities) == (made.mentions, made.entities)
    assert held.id == public


def test_counts_follow_every_change(library: Library) -> None:
    assert library.counts() == Counts(articles=5, pairs=1, unread=5, stories=0)
    library.mark(["a3", "a4"], "read")
    assert library.counts().unread == 3
    library.remove(["a3", "a1"])
    assert library.counts() == Counts(articles=3, pairs=0, unread=2, stories=0)


def test_rows_are_newest_first_and_sortable(library: Library) -> None:
    assert [row.id for row in library.rows()] == ["a3", "a2", "a1", "a4", "a5"]
    assert [row.id for row in library.rows(sort="oldest", limit=2, offset=1)] == ["a4", "a1"]
    assert [row.title[:2] for row in library.rows(sort="title")] == ["A ", "La", "Le", "Op", "Op"]
    with pytest.raises(UsageError, match="sorted by"):
        library.rows(sort="colour")


def test_a_row_says_its_pair_and_marks(library: Library) -> None:
    library.mark("p1", "star")
    library.mark(["a1"], "tag:été")
    row = next(row for row in library.rows() if row.id == "a1")
    assert (row.pair, row.starred, row.read, row.tags) == ("p1", True, False, ("été",))


def test_a_bitext_opens_by_pair_or_article(library: Library) -> None:
    bitext = library.bitext("p1")
    assert (bitext.fr.lang, bitext.en.lang, bitext.pair.mode) == (Lang.FR, Lang.EN, Mode.ALIGNED)
    assert library.bitext("a2").pair == bitext.pair
    with pytest.raises(NotFoundError, match="stands alone"):
        library.bitext("a3")


@pytest.mark.parametrize("public", ["a99", "p99", "s99", "x1", "", "a", "a-1", "a²", "a" + "9" * 40])
def test_what_is_not_there_is_named(library: Library, public: str) -> None:
    for ask in (library.article, library.bitext, library.story):
        with pytest.raises(NotFoundError):
            ask(public)


def test_entities_count_articles_and_mentions(library: Library) -> None:
    first, *_ = library.entities()
    assert (first.entity.id, first.entity.kind, first.articles, first.mentions) == (
        "org:openai",
        Kind.ORG,
        2,
        2,
    )


def test_a_change_shows_in_the_data_version(library: Library) -> None:
    before = library.data_version()
    with Library.open(library.path) as other:
        other.mark(["a1"], "read")
    assert library.data_version() > before


def test_an_article_read_again_keeps_its_id_and_marks(library: Library) -> None:
    library.mark(["a3"], "star")
    library.set_position("a3", 1)
    changed = an_article("fr", "La mer baisse. Les digues tiennent.", key="fr2")
    assert library.writing.put(changed, b"new") == "a3"
    assert library.article("a3").text.startswith("La mer baisse")
    assert library.position("a3") == 1
    assert next(row for row in library.rows() if row.id == "a3").starred


def test_a_known_key_gives_its_hash(library: Library) -> None:
    assert library.writing.known("fr1") == b"fr1"
    assert library.writing.known("never") is None


def test_a_text_is_found_under_any_key(library: Library) -> None:
    assert library.writing.with_text("La mer monte. Les digues tiennent.") == "a3"
    assert library.writing.with_text("La mer monte.") is None


def test_pairs_made_again_keep_their_id(library: Library) -> None:
    assert library.writing.put_pairs([a_pair("a1", "a2", score=0.5)]) == ("p1",)
    assert library.bitext("p1").pair.score == 0.5


def test_pairs_that_hold_no_longer_go(library: Library) -> None:
    library.writing.put_pairs([], ["a1"])
    assert library.pair_of("a2") is None
    assert len(library.entries()) == 5


def test_a_new_partner_replaces_the_old_one(library: Library) -> None:
    library.writing.put_pairs([a_pair("a1", "a4")])
    pair = library.pair_of("a1")
    assert pair is not None
    assert pair.en == "a4"
    assert library.pair_of("a2") is None
