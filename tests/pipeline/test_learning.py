from __future__ import annotations

from pathlib import Path

from tests.builders import a_library, an_article
from tui.pipeline.learning import learn, lexicon

ROWS = [
    (frozenset({"mer", "monte"}), frozenset({"sea", "rises"})),
    (frozenset({"mer", "calme"}), frozenset({"sea", "calm"})),
    (frozenset({"ciel", "calme"}), frozenset({"sky", "calm"})),
]


def test_words_that_keep_facing_each_other_are_learnt() -> None:
    assert lexicon(ROWS) == {("mer", "sea"): 1.0, ("calme", "calm"): 1.0}


def test_nothing_is_learnt_from_nothing() -> None:
    assert lexicon([]) == {}


def test_a_library_learns_as_it_grows(tmp_path: Path) -> None:
    fr = [an_article("fr", "La baleine plonge. Une baleine chante.", key="f")]
    en = [an_article("en", "The whale dives. A whale sings.", key="e")]
    with a_library(tmp_path / "library", *fr, *en) as library:
        assert not learn(library)
        assert library.writing.learnt("word") == {}
    with a_library(tmp_path / "paired", *fr, *en, pairs=[(0, 1)]) as library:
        assert learn(library)
        assert library.writing.learnt("word") == {("baleine", "whale"): 1.0}
        assert not learn(library)
