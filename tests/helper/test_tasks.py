from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.quality.corpus import SEEDS
from tui.errors import NotFoundError, UsageError
from tui.helper.client import Helper
from tui.library.library import Library
from tui.model.article import Lang
from tui.model.listing import Outcome, Result
from tui.model.pair import Mode

STORY = SEEDS / "juice-jupiter"
SIDES = [str(STORY / "fr.md"), str(STORY / "en.md")]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("library")


@pytest.fixture(scope="module")
def helper(home: Path) -> Iterator[Helper]:
    with Helper(home) as helper:
        yield helper


@pytest.fixture(scope="module")
def outcomes(helper: Helper) -> list[Outcome]:
    return [event for event in helper.run("add", sources=SIDES) if isinstance(event, Outcome)]


def test_adding_reports_each_article_and_pairs_them(outcomes: list[Outcome], home: Path) -> None:
    assert [outcome.result for outcome in outcomes] == [Result.ADDED, Result.ADDED]
    with Library.open(home) as library:
        (pair,) = library.pairs()
    assert pair.mode is Mode.ALIGNED


def test_reanchoring_is_kept_and_undone(outcomes: list[Outcome], helper: Helper, home: Path) -> None:
    with Library.open(home) as library:
        (before,) = library.pairs()
        assert before.id is not None
        helper.call("reanchor", pair=before.id, fr=3, en=4)
        after = library.bitext(before.id).pair
        assert any(3 in bead.fr and 4 in bead.en for bead in after.beads)
        assert library.undo()
        assert library.bitext(before.id).pair.beads == before.beads


def test_an_unknown_pair_is_said_so(helper: Helper) -> None:
    with pytest.raises(NotFoundError, match="p99"):
        helper.call("reanchor", pair="p99", fr=0, en=0)


def test_a_pair_is_made_by_hand_and_taken_apart(outcomes: list[Outcome], helper: Helper, home: Path) -> None:
    with Library.open(home) as library:
        (made,) = library.pairs()
        library.unpair(made.id or "")
        helper.call("pair", one=made.en, other=made.fr)
        (again,) = library.pairs()
        assert (again.fr, again.en, again.manual, again.beads) == (made.fr, made.en, True, made.beads)
        library.undo()
        assert list(library.pairs()) == []
        library.undo()
        assert [pair.manual for pair in library.pairs()] == [False]


def test_metadata_is_corrected(outcomes: list[Outcome], helper: Helper, home: Path) -> None:
    public = outcomes[0].id or ""
    helper.call("edit", article=public, title="Un autre titre")
    with Library.open(home) as library:
        assert library.article(public).title == "Un autre titre"
        library.undo()
        assert library.article(public).title != "Un autre titre"


def test_an_article_in_another_language_is_worked_out_anew(
    outcomes: list[Outcome], helper: Helper, home: Path
) -> None:
    public = next(one.id for one in outcomes if one.lang is Lang.FR) or ""
    helper.call("edit", article=public, lang="en")
    with Library.open(home) as library:
        assert (library.article(public).lang, list(library.pairs())) == (Lang.EN, [])
        library.undo()
        assert (library.article(public).lang, len(list(library.pairs()))) == (Lang.FR, 1)


def test_what_cannot_be_paired_is_said_so(outcomes: list[Outcome], helper: Helper) -> None:
    with pytest.raises(NotFoundError, match="a99"):
        helper.call("pair", one="a1", other="a99")
    with pytest.raises(UsageError):
        helper.call("edit", article="a1", published="yesterday or so")
