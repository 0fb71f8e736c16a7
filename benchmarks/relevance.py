"""Ranking against judged queries, through the index alone: ``python -m benchmarks.relevance FOLDER``.

FOLDER holds sets, each a folder ``ir-NAME-LANG`` with ``docs/`` (texts or pages), ``dev/queries.tsv`` and
``dev/qrels.tsv`` (query, document, grade). A set without ``docs/`` (``ir-NAME-xling``) asks English queries
of the French documents of ``ir-NAME-fr``, across languages. Prints the measure that is asked for of each
set, for ours and for a plain BM25 over the same terms (k1 1.2, b .75, small words left out, no fields).
"""

from __future__ import annotations

import html
import math
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tui.library.compile.cognates import cognates
from tui.library.index import IndexedArticle, SearchIndex, create_index
from tui.library.searching.dictionary import dictionary
from tui.model.query import parse
from tui.text.chain import small_terms, terms

TITLE = 80
"""Characters of the first line taken for a title, as analysis does for a text without one."""

TODAY = date(2025, 1, 1)
LIMIT = 100

_HEAD = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_UNSEEN = re.compile(r"(?s)<(script|style|title).*?</\1>|<[^>]+>")

Grades = Mapping[str, int]
Judged = tuple[tuple[str, Grades], ...]
Search = Callable[[str], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Set:
    """A judged set: its documents as (name, title, text), their language, its queries."""

    name: str
    lang: str
    documents: tuple[tuple[str, str, str], ...]
    judged: Judged
    across: bool = False


def main() -> None:
    print(f"{'set':20}{'queries':>8}  {'measure':8}{'ours':>8}{'plain':>8}")
    for folder in sorted(Path(sys.argv[1]).glob("ir-*")):
        _print(_read(folder))


def _print(judged: Set) -> None:
    measure, name = (gained, "nDCG@10") if judged.lang == "en" else (reciprocal, "MRR@10")
    with tempfile.TemporaryDirectory() as scratch:
        ours = mean(measure, judged.judged, _ours(judged, Path(scratch)))
    plain = mean(measure, judged.judged, _plain(judged))
    print(f"{judged.name:20}{len(judged.judged):8}  {name:8}{ours:8.3f}{plain:8.3f}", flush=True)


def mean(measure: Callable[[Sequence[str], Grades], float], judged: Judged, search: Search) -> float:
    """Return the mean of ``measure`` over all queries."""
    return sum(measure(search(query), grades) for query, grades in judged) / len(judged)


def _read(folder: Path) -> Set:
    across = not (folder / "docs").is_dir()
    documents = folder.with_name(folder.name.replace("-xling", "-fr")) if across else folder
    files = sorted((documents / "docs").iterdir())
    held = tuple((path.stem, *_text(path)) for path in files)
    return Set(folder.name, documents.name[-2:], held, tuple(_judged(folder / "dev")), across)


def _text(path: Path) -> tuple[str, str]:
    """Return the title and the text of a file; of a page, without its tags."""
    text = path.read_text(encoding="utf-8", errors="replace")
    if path.suffix != ".html":
        return text.lstrip().split("\n")[0][:TITLE], text
    head = _HEAD.search(text)
    return html.unescape(head[1]) if head else "", html.unescape(_UNSEEN.sub(" ", text))


def _judged(folder: Path) -> Iterator[tuple[str, Grades]]:
    grades: dict[str, dict[str, int]] = {}
    for query, document, grade in _rows(folder / "qrels.tsv"):
        grades.setdefault(query, {})[document] = int(grade)
    for query, text in _rows(folder / "queries.tsv"):
        yield text, grades.get(query, {})


def _rows(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:]]


def _ours(judged: Set, scratch: Path) -> Search:
    index = create_index(scratch / "index")
    index.write(
        IndexedArticle(number, judged.lang, title, text, 0, 0)
        for number, (_, title, text) in enumerate(judged.documents)
    )
    return lambda query: [
        judged.documents[number][0] for number in _found(index, query, across=judged.across)
    ]


def _found(index: SearchIndex, query: str, *, across: bool) -> list[int]:
    others = _counterparts if across else None
    tree = parse(query, TODAY).tree
    results = index.search(tree, lambda _leaf: frozenset(), lambda _numbers: {}, LIMIT, others)
    return [one.number for one in results.found]


def _counterparts(word: str) -> tuple[tuple[str, str], ...]:
    """Return the French for an English word, without what a library's own pairs would teach."""
    book = dictionary("en")
    found = (*(book.translations(word) if book else ()), *cognates(word, "en"))
    return tuple(("fr", other) for other in dict.fromkeys(found))


def _plain(judged: Set, saturation: float = 1.2, share: float = 0.75) -> Search:
    """Return BM25 as in Robertson and Zaragoza (2009), title and text as one."""
    counts = [Counter(terms(f"{title}\n{text}", judged.lang)) for _, title, text in judged.documents]
    sizes = [sum(count.values()) for count in counts]
    usual = sum(sizes) / len(sizes)
    frequencies = Counter(term for count in counts for term in count)

    def worth(term: str, place: int) -> float:
        frequency, seen = frequencies[term], counts[place][term]
        rarity = math.log(1 + (len(counts) - frequency + 0.5) / (frequency + 0.5))
        drag = saturation * (1 - share + share * sizes[place] / usual)
        return rarity * seen * (saturation + 1) / (seen + drag)

    def ask(query: str) -> Sequence[str]:
        wanted = [term for term in terms(query, judged.lang) if term not in small_terms(judged.lang)]
        scores = {place: sum(worth(term, place) for term in wanted) for place in range(len(counts))}
        best = sorted((place for place in scores if scores[place]), key=scores.__getitem__, reverse=True)
        return [judged.documents[place][0] for place in best[:LIMIT]]

    return ask


def gained(ranked: Sequence[str], grades: Grades) -> float:
    """Return nDCG at 10."""
    best = _discounted(sorted(grades.values(), reverse=True))
    return _discounted([grades.get(document, 0) for document in ranked]) / best if best else 0.0


def _discounted(grades: Sequence[int]) -> float:
    return sum(((1 << grade) - 1) / math.log2(place + 2) for place, grade in enumerate(grades[:10]))


def reciprocal(ranked: Sequence[str], grades: Grades) -> float:
    """Return one over the rank of the first relevant document among ten, or 0."""
    places = (place for place, document in enumerate(ranked[:10], 1) if grades.get(document))
    return 1 / next(places, math.inf)


if __name__ == "__main__":
    main()
