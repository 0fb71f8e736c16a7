"""Draws what ``benchmarks.search`` measured: ``python -m benchmarks.search_plots FIGURES FOLDER``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from benchmarks.plot import bars

NAMES = {"fts5": "SQLite FTS5", "ours": "visavis", "stock": "stock Whoosh"}
KINDS = {"term": "a word", "both": "two words", "phrase": "a phrase", "typing": "typing, rows shown"}
MOST = 400.0
"""Milliseconds beyond which a bar is left out: it would make all others vanish."""


def main() -> None:
    figures = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    folder = Path(sys.argv[2])
    for size, engines in figures.items():
        rows = {
            said: {
                NAMES[name]: engine[kind][1] for name, engine in engines.items() if engine[kind][1] <= MOST
            }
            for kind, said in KINDS.items()
        }
        title = f"Search in {int(size):,} articles: 95th percentile, ms of processor time"
        (folder / f"search-{size}.svg").write_text(bars(title, rows, unit="ms"), encoding="utf-8")


if __name__ == "__main__":
    main()
