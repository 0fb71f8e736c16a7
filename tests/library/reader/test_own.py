"""Marks, notes, bookmarks, searches and subscriptions."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.builders import a_pair, an_article
from tui.errors import NotFoundError, UsageError
from tui.library import Library

FEED = "https://example.org/feed.xml"


def test_marking_counts_what_changed(library: Library) -> None:
    assert library.mark("p1", "read") == 2
    assert library.mark(["a1", "a2", "a3"], "read") == 1
    assert library.mark("is:read", "unread") == 3
    assert library.mark("lang:en", "tag:anglais") == 2
    assert library.mark("tag:anglais", "untag:anglais") == 2
    assert library.marks.tags() == ()


@pytest.mark.parametrize("what", ["", "tag:", "tag:  ", "colour", "untag:", "read:now"])
def test_an_unknown_mark_is_refused(library: Library, what: str) -> None:
    with pytest.raises(UsageError, match="not a mark"):
        library.mark(["a1"], what)


def test_marking_what_is_not_there_is_refused(library: Library) -> None:
    with pytest.raises(NotFoundError):
        library.mark(["a1", "a88"], "read")
    assert library.counts().unread == 5


def test_a_tag_is_printable(library: Library) -> None:
    library.mark(["a1"], "tag:re\x1b[2Jd")
    ((tag, count),) = library.marks.tags()
    assert tag.isprintable()
    assert count == 1


def test_a_position_is_kept(library: Library) -> None:
    assert library.position("a1") is None
    library.set_position("a1", 2)
    library.set_position("a1", 1)
    assert library.position("a1") == 1
    assert library.undo() is None


def test_notes_stand_on_an_article_or_a_segment(library: Library) -> None:
    second = library.note("a1", "sur la phrase", 1)
    library.note("a1", "sur tout\n\x1b[31mrouge")
    assert [note.segment for note in library.notes_of("a1")] == [None, 1]
    assert "\x1b" not in library.notes_of("a1")[0].text
    library.notes.change(second.id, "mieux dit")
    assert library.notes_of("a1")[1].text == "mieux dit"
    library.notes.change(second.id, "")
    assert len(library.notes_of("a1")) == 1
    with pytest.raises(NotFoundError):
        library.notes.change(99, "rien")
    with pytest.raises(NotFoundError):
        library.note("a99", "rien")


def test_a_bookmark_is_set_and_taken_away(library: Library) -> None:
    assert library.notes.bookmark(1, 2)
    assert [(mark.article, mark.segment) for mark in library.notes.bookmarks(1)] == [("a1", 2)]
    assert not library.notes.bookmark(1, 2)
    assert library.notes.bookmarks() == ()


def test_bookmarks_and_notes_are_listed_with_their_passages(library: Library) -> None:
    article = library.article("a1")
    library.notes.bookmark(1, 0)
    note = library.note("a1", "to be checked", 1)
    library.note("a1", "on the whole")
    whole, mark, remark = library.notes.kept()
    assert (whole.segment, whole.text) == (None, "on the whole")
    assert article.text.startswith(whole.passage)
    assert (mark.segment, mark.note, mark.passage) == (0, None, article.segment_text(0))
    assert (remark.note, remark.text, remark.passage) == (note.id, "to be checked", article.segment_text(1))
    assert {kept.title for kept in library.notes.kept()} == {article.title}


def test_a_search_gets_another_name(library: Library) -> None:
    library.searches.save("a", "openai")
    library.searches.save("b", "chine")
    assert library.searches.rename("a", "b")
    assert [(one.name, one.query) for one in library.searches.saved()] == [("b", "openai")]
    assert not library.searches.rename("a", "c")
    assert library.undo() == "rename a"
    assert [one.name for one in library.searches.saved()] == ["a", "b"]


def test_searches_are_saved_and_remembered(library: Library) -> None:
    library.searches.save("b", "lang:fr")
    library.searches.save("a", "openai")
    library.searches.save("a", "openai chine")
    assert [(one.name, one.query) for one in library.searches.saved()] == [
        ("a", "openai chine"),
        ("b", "lang:fr"),
    ]
    assert library.searches.forget("a")
    assert not library.searches.forget("a")
    for query in ("un", "deux", "un"):
        library.searches.remember(query)
    assert library.searches.history() == ("un", "deux")


def test_a_feed_is_kept_with_its_state(library: Library) -> None:
    assert library.add_feed(FEED, "Exemple")
    assert not library.add_feed(FEED)
    moment = datetime(2025, 5, 1, tzinfo=UTC)
    library.feeds.update(FEED, etag='"x"', last_sync=moment, error=None, failures=2)
    library.feeds.link(FEED, 1)
    feed = library.feeds.get(FEED)
    assert (feed.title, feed.etag, feed.last_sync, feed.failures, feed.articles) == (
        "Exemple",
        '"x"',
        moment,
        2,
        1,
    )
    library.remove_feed(FEED)
    assert library.feed_list() == ()
    with pytest.raises(NotFoundError):
        library.remove_feed(FEED)
    with pytest.raises(TypeError, match="no field"):
        library.feeds.update(FEED, colour="red")


def test_a_feed_may_keep_only_its_newest(library: Library) -> None:
    library.add_feed(FEED, keep_articles=1)
    for number in (3, 4, 5):
        library.feeds.link(FEED, number)
    now = datetime(2025, 5, 2, tzinfo=UTC)
    assert library.feeds.expired(FEED, now) == (4, 5)
    library.feeds.update(FEED, keep_articles=None, keep_days=30)
    assert library.feeds.expired(FEED, now) == (4, 5)
    library.mark(["a4"], "star")
    library.note("a5", "précieux")
    assert library.feeds.expired(FEED, now) == ()


def test_what_was_paired_by_hand_is_never_dropped(library: Library) -> None:
    public = library.writing.put(an_article("en", "Apples are fine.", key="x"), b"x")
    library.corrections.join(5, int(public[1:]), a_pair("a5", public))
    library.add_feed(FEED, keep_articles=0)
    library.feeds.link(FEED, 5)
    assert library.feeds.expired(FEED, datetime(2025, 5, 2, tzinfo=UTC)) == ()


def test_opening_marks_read_and_undoing_passes_over_it(library: Library) -> None:
    library.mark(["a3"], "star")
    library.opened(["a1", "a2"])
    library.opened(["a1"])
    assert {row.id for row in library.rows("-is:unread")} == {"a1", "a2"}
    assert library.undo() == "star"
    assert {row.id for row in library.rows("-is:unread")} == {"a1", "a2"}
    assert library.undo() is None
