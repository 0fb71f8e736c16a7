from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tui.errors import NotFoundError, UsageError, VisavisError
from tui.helper.client import Helper, HelperStoppedError
from tui.model.article import Lang
from tui.model.listing import Outcome, Progress, Result


@pytest.fixture
def helper(tmp_path: Path) -> Iterator[Helper]:
    with Helper(tmp_path, (sys.executable, "-m", "tests.helper.echo")) as helper:
        yield helper


def test_a_call_returns_the_result_whatever_libraries_print(helper: Helper) -> None:
    assert helper.call("echo", text="l'été\n") == "l'été\n"


def test_a_run_yields_typed_events(helper: Helper) -> None:
    assert list(helper.run("count", to=2)) == [
        Progress("counting", 0, 2),
        Progress("counting", 1, 2),
        Outcome(Result.ADDED, "k", "a1", "Été", Lang.FR),
    ]


def test_errors_keep_their_class_and_sentence(helper: Helper) -> None:
    with pytest.raises(NotFoundError, match="no article has the id a9"):
        helper.call("lose")


def test_a_fault_is_reported_and_the_helper_lives_on(helper: Helper) -> None:
    with pytest.raises(VisavisError, match="RuntimeError in fail: a fault of ours"):
        helper.call("fail")
    assert helper.call("echo", text="still here") == "still here"


def test_an_unknown_task_is_an_error(helper: Helper) -> None:
    with pytest.raises(UsageError, match="no task 'dance'"):
        helper.call("dance")


def test_a_helper_that_died_is_said_so_and_starts_again(helper: Helper) -> None:
    with pytest.raises(HelperStoppedError):
        helper.call("die")
    assert helper.call("echo", text="again") == "again"


def test_an_interrupted_run_ends_and_the_helper_lives_on(helper: Helper) -> None:
    run = helper.run("wait")
    assert next(run) == Progress("waiting", 0, None)
    helper.interrupt()
    assert list(run) == []
    assert helper.call("echo", text="after") == "after"


def test_closing_twice_or_before_any_request_is_fine(helper: Helper) -> None:
    helper.close()
    helper.call("echo", text="x")
    helper.close()
    helper.close()
