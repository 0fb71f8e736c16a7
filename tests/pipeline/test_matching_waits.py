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


def test_a_pair_that_stands_is_not_aligned_again(library: Library, texts: Path) -> None:
    matching, pool = waiting_to_be_paired(library, texts)
    pool.work()
    list(matching.settle())
    (before,) = library.pairs()
    handed = len(pool.waiting)
    near = (texts / "gare.md").read_text(encoding="utf-8").replace("Lyon", "Nice").replace("300", "900")
    for _ in add(library, [str(write_near(texts, near))], AddOptions(pair=False)):
        pass
    assert list(matching.catch_up()) == [1]
    matching.land(wait=False)
    (after,) = library.pairs()
    assert len(pool.waiting) == handed
    assert (after.id, after.beads) == (before.id, before.beads)
    assert library.remove("Nice") == 1
    assert list(matching.catch_up()) == []
    matching.keep()
    assert [pair.id for pair in library.pairs()] == [before.id]


def write_near(texts: Path, text: str) -> Path:
    path = texts / "proche.md"
    path.write_text(text, encoding="utf-8")
    return path
