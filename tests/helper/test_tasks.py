from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.quality.corpus import SEEDS
from tui.errors import NotFoundError
from tui.helper.client import Helper
from tui.library.library import Library
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
