"""What the library screen costs at any size: ``python -m benchmarks.listing DIR`` (see make_library)."""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tui.library import Library

RUNS = 5
WINDOW = 50


def main(path: Path) -> None:
    with Library.open(path, create=False) as library:
        entries = library.entries()
        count = len(entries)
        middle = entries.window(count // 2, count // 2 + 1)[0].id
        print(f"{count} lines, {library.counts()}, {memory()} MB")
        best("open and count", lambda: len(library.entries()))
        best("first window", lambda: entries.window(0, WINDOW))
        best("window in the middle", lambda: entries.window(count // 2, count // 2 + WINDOW))
        best("last window", lambda: entries.window(count - WINDOW, count))
        best("rank of a line", lambda: entries.position(middle))
        best("20 rows", lambda: library.rows(limit=20))
        best("an article", lambda: library.article("a1"))
        best("unread lines", lambda: len(library.entries("is:unread")))
        print(f"{memory()} MB at the end")


def memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def best(name: str, work: Callable[[], object]) -> None:
    """Print the best processor time of some runs."""
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    print(f"{name:24} {min(times) * 1000:8.2f} ms")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
