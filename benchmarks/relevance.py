"""Ranking against judged queries, through the index alone: ``python -m benchmarks.relevance SET…``.

A SET is a folder with ``docs/`` (texts), ``dev/queries.tsv`` and ``dev/qrels.tsv`` (query, document, grade);
its name ends in the language. Prints nDCG@10 and MRR@10.
"""

from __future__ import annotations

import math
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from tui.library.index import IndexedArticle, SearchIndex, create_index
from tui.library.searching.dictionary import dictionary
from tui.model.query import parse

TITLE = 80
"""Characters of the first line taken for a title, as analysis does for a text without one."""

TODAY = date(2025, 1, 1)
Grades = Mapping[str, int]


def main() -> None:
    print(f"{'set':24} {'queries':>8} {'nDCG@10':>8} {'MRR@10':>8}   dictionary: {bool(dictionary('en'))}")
    for folder in map(Path, sys.argv[1:]):
        rankings = list(_rankings(folder))
        gain = sum(gained(ranked, grades) for ranked, grades in rankings) / len(rankings)
        first = sum(reciprocal(ranked, grades) for ranked, grades in rankings) / len(rankings)
        print(f"{folder.name:24} {len(rankings):8} {gain:8.3f} {first:8.3f}")


def _rankings(folder: Path) -> Iterator[tuple[list[str], Grades]]:
    files = sorted((folder / "docs").iterdir())
    with tempfile.TemporaryDirectory() as scratch:
        index = create_index(Path(scratch) / "index")
        index.write(_article(number, path, folder.name[-2:]) for number, path in enumerate(files))
        for query, grades in _judged(folder / "dev"):
            yield [files[number].stem for number in _found(index, query)], grades
        index.close()


def _article(number: int, path: Path, lang: str) -> IndexedArticle:
    text = path.read_text(encoding="utf-8", errors="replace")
    return IndexedArticle(number, lang, text.lstrip().split("\n")[0][:TITLE], text, 0, 0)


def _judged(folder: Path) -> Iterator[tuple[str, Grades]]:
    grades: dict[str, dict[str, int]] = {}
    for query, document, grade in _rows(folder / "qrels.tsv"):
        grades.setdefault(query, {})[document] = int(grade)
    for query, text in _rows(folder / "queries.tsv"):
        yield text, grades.get(query, {})


def _rows(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:]]


def _found(index: SearchIndex, query: str) -> list[int]:
    results = index.search(parse(query, TODAY).tree, lambda _leaf: frozenset(), lambda _numbers: {}, 100)
    return [one.number for one in results.found]


def gained(ranked: Sequence[str], grades: Grades) -> float:
    """Return nDCG at 10."""
    best = _discounted(sorted(grades.values(), reverse=True))
    return _discounted([grades.get(document, 0) for document in ranked]) / best if best else 0.0


def _discounted(grades: Sequence[int]) -> float:
    return sum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades[:10]))


def reciprocal(ranked: Sequence[str], grades: Grades) -> float:
    """Return one over the rank of the first relevant document among ten, or 0."""
    places = (place for place, document in enumerate(ranked[:10], 1) if grades.get(document))
    return 1 / next(places, math.inf)


if __name__ == "__main__":
    main()
