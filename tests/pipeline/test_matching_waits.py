"""Pairs are aligned elsewhere while a run goes on."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

from tui.library import Library
from tui.pipeline import AddOptions, add
from tui.pipeline.matching import Matching


class Later(Executor):
    """Takes work on and does it when told to."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Future[Any], Callable[..., Any], Any]] = []

    def submit(self, fn: Callable[..., Any], /, *args: Any, **_: Any) -> Future[Any]:
        future: Future[Any] = Future()
        self.waiting.append((future, fn, args))
        return future

    def work(self) -> None:
        for future, fn, args in self.waiting:
            future.set_result(fn(*args))


def waiting_to_be_paired(library: Library, texts: Path) -> tuple[Matching, Later]:
    for _ in add(library, [str(texts)], AddOptions(pair=False)):
        pass
    pool = Later()
    matching = Matching(library, lambda: pool)
    assert list(matching.catch_up()) == [3]
    assert list(library.pairs()) == []
    return matching, pool


def test_a_pair_is_written_when_it_is_aligned(library: Library, texts: Path) -> None:
    matching, pool = waiting_to_be_paired(library, texts)
    pool.work()
    matching.land(wait=False)
    assert len(list(library.pairs())) == 1


def test_what_no_worker_came_to_is_aligned_before_the_run_ends(library: Library, texts: Path) -> None:
    matching, pool = waiting_to_be_paired(library, texts)
    matching.keep()
    assert len(list(library.pairs())) == 1
    assert all(future.cancelled() for future, _, _ in pool.waiting)
    assert list(Matching(library).catch_up()) == []
