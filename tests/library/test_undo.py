from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.builders import an_article
from tui.library import Library
from tui.library.store.undo import LEVELS
from tui.model.pair import Bead

MERGED = (Bead((0, 1), (0, 1), 1.0), Bead((2,), (2,), 0.8))

CHANGES: dict[str, Callable[[Library], Any]] = {
    "read": lambda library: library.mark(["a1", "a3"], "read"),
    "star": lambda library: library.mark("p1", "star"),
    "tag": lambda library: library.mark(["a4"], "tag:sky"),
    "edit": lambda library: library.edit("a1", title="Un autre titre", published="2020-02-02"),
    "note": lambda library: library.note("a1", "à relire", 1),
    "bookmark": lambda library: library.notes.bookmark(1, 2),
    "pair": lambda library: library.corrections.join(3, 4, library.bitext("p1").pair),
    "beads": lambda library: library.edit_beads("p1", MERGED),
    "ignore": lambda library: library.correct_entity("org:openai", "ignore"),
    "kind": lambda library: library.correct_entity("org:openai", "kind", "PRODUCT"),
    "same": lambda library: library.correct_entity("org:openai", "same", "place:paris"),
    "subscribe": lambda library: library.add_feed("https://example.org/feed", "Exemple", keep_days=9),
    "save": lambda library: library.searches.save("ciel", "comète"),
    "unpair": lambda library: library.unpair("p1"),
    "remove": lambda library: library.remove(["a1", "a5"]),
}


def everything(library: Library) -> dict[str, Any]:
    """Return all that a reader can see."""
    articles = [row.id for row in library.rows(sort="added")]
    return {
        "rows": library.rows(),
        "entries": library.entries().window(0, 50),
        "counts": library.counts(),
        "articles": [library.article(one) for one in articles],
        "pairs": list(library.pairs()),
        "entities": library.entities(),
        "corrections": [library.corrections_of(one) for one in articles],
        "bookmarks": library.notes.bookmarks(),
        "feeds": library.feed_list(),
        "saved": library.searches.saved(),
    }


@pytest.mark.parametrize("name", CHANGES)
def test_every_change_can_be_undone(library: Library, name: str) -> None:
    before = everything(library)
    CHANGES[name](library)
    assert everything(library) != before
    assert library.undo() is not None
    assert everything(library) == before
    assert library.undo() is None


def test_changes_are_undone_in_turn_by_another_process_too(library: Library) -> None:
    states = [everything(library)]
    for change in CHANGES.values():
        change(library)
        states.append(everything(library))
    with Library.open(library.path) as other:
        for state in reversed(states[:-1]):
            assert other.undo() is not None
            assert everything(other) == state
        assert other.undo() is None


def test_what_changes_nothing_is_not_in_the_ring(library: Library) -> None:
    assert library.mark(["a1"], "unread") == 0
    assert library.mark(["a1"], "untag:none") == 0
    assert library.undo_labels() == ()


def test_the_ring_holds_so_many_levels(library: Library) -> None:
    for number in range(LEVELS + 5):
        library.mark(["a1"], f"tag:{number}")
    assert len(library.undo_labels()) == LEVELS
    assert library.undo_labels()[0] == f"tag:{LEVELS + 4}"


def test_undoing_a_removal_brings_search_and_pairing_their_work(library: Library) -> None:
    library.remove(["a1"])
    library.undo()
    stale, fresh = library.writing.unmatched()
    assert (stale, fresh) == ([], [])
    library.writing.put_features("a1", b"features")
    library.writing.set_matched(["a1"], [], b"state")
    library.remove(["a1"])
    assert library.writing.unmatched() == ([("a1", b"features")], [])
    library.undo()
    assert library.writing.unmatched() == ([("a1", b"features")], ["a1"])


def test_an_edit_holds_when_the_article_is_read_again(library: Library) -> None:
    library.edit("a3", title="Marée")
    library.writing.put(an_article("fr", "La mer descend.", key="fr2", title="Descente"), b"2")
    assert library.article("a3").title == "Marée"
