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
    matching.settle()
    assert [pair.score for pair in library.pairs()] == before
