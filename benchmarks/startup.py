"""How long commands take to start, beside Python's own start: ``python benchmarks/startup.py [RUNS]``.

Prints medians in milliseconds and ratios to ``python -c pass``, for an empty library and one of 1,000 rows.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from tui.library.library import Library
from tui.model.article import Article, Block, BlockKind, Lang, Segment

ROWS = 1_000
COMMANDS = {
    "python -c pass": ["-c", "pass"],
    "visavis --version": ["-m", "tui", "--version"],
    "visavis --help": ["-m", "tui", "--help"],
    "visavis list --json": ["-m", "tui", "list", "--json"],
    "visavis list --json --limit 20": ["-m", "tui", "list", "--json", "--limit", "20"],
}


def filled(path: Path) -> None:
    """Put short articles into a library."""
    block, segment = Block(BlockKind.PARAGRAPH, 0, 8, Lang.FR), Segment(0, 0, 8)
    with Library.open(path) as library:
        for number in range(ROWS):
            article = Article(
                None, f"bench:{number}", Lang.FR, f"Titre {number}", "Un texte.", (block,), (segment,)
            )
            library.writing.put(article, str(number).encode())


def milliseconds(words: list[str], library: Path) -> float:
    """Run a command once and return how long it took."""
    began = time.perf_counter()
    env = {"VISAVIS_LIBRARY": str(library), "PATH": "/usr/bin:/bin", "HOME": str(library.parent)}
    subprocess.run([sys.executable, *words], stdout=subprocess.DEVNULL, check=True, env=env)
    return (time.perf_counter() - began) * 1000


def main(runs: int) -> None:
    """Measure the commands in turn, so that a busy moment meets all of them."""
    with tempfile.TemporaryDirectory() as folder:
        empty, full = Path(folder, "empty"), Path(folder, "full")
        filled(full)
        for library in (empty, full):
            times: dict[str, list[float]] = {name: [] for name in COMMANDS}
            for _ in range(runs + 1):
                for name, words in COMMANDS.items():
                    times[name].append(milliseconds(words, library))
            base = median(times["python -c pass"][1:])
            print(f"\n{library.name} library, median of {runs}        ms   beyond   ratio")
            for name, taken in times.items():
                took = median(taken[1:])
                print(f"{name:<36} {took:6.0f} {took - base:8.0f} {took / base:7.1f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
