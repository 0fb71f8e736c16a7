from __future__ import annotations

from pathlib import Path

from tui.library import Library
from tui.pipeline.matching import Matching


def test_a_pair_that_stands_takes_a_new_score_and_keeps_its_id(library: Library, texts: Path) -> None:
    library.add([str(texts)])
    pair = next(library.pairs())
    library.writing.rescore([(pair.fr, pair.en, 0.25)])
    again = next(library.pairs())
    assert (again.id, again.score, again.beads) == (pair.id, 0.25, pair.beads)


def test_a_library_that_was_settled_is_not_settled_again(library: Library, texts: Path) -> None:
    library.add([str(texts)])
    before = [pair.score for pair in library.pairs()]
    matching = Matching(library)
    assert list(matching.catch_up()) == []
    assert list(matching.settle()) == []
    assert [pair.score for pair in library.pairs()] == before


def test_what_was_taken_apart_stays_apart_in_later_runs(library: Library, texts: Path) -> None:
    library.add([str(texts)])
    pair = next(library.pairs())
    library.unpair(pair.id or "")
    assert set(library.writing.unmatched()[1]) == {pair.fr, pair.en}
    library.add([str(texts)])
    assert library.writing.unmatched() == ([], [])
    assert {pair.fr, pair.en} not in [{found.fr, found.en} for found in library.pairs()]
    together = [story for story in library.stories() if {pair.fr, pair.en} <= {*story.fr, *story.en}]
    assert together == []
