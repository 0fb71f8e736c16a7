"""Search beside its peers on one corpus: ``nice python -m benchmarks.search 20000``.

Builds the same made articles into stock Whoosh, SQLite FTS5 (unicode61, diacritics removed) and ours, asks
the same queries of each, and prints one table; below it, what only ours does. Times are processor times in
ms, p50/p95, each query warm; building on two cores is timed by the clock. ``--words 60 120`` makes shorter
articles, ``--no-stock`` leaves stock Whoosh out.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

from benchmarks.corpus import Made, articles
from tui.library.compile.plan import typed
from tui.library.index import IndexedArticle, Results, SearchIndex, create_index, open_index
from tui.library.searching.search import GLANCE
from tui.library.searching.snippets import snippet
from tui.model.article import Lang
from tui.model.query import parse
from tui.text.fold import fold

TODAY = date(2026, 7, 1)
ASKED = 60
"""Queries of each kind."""

Search = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Queries:
    """What is asked of every peer: bare words, pairs of words, phrases, beginnings of words."""

    term: tuple[str, ...]
    both: tuple[str, ...]
    phrase: tuple[str, ...]
    prefix: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Peer:
    """A search engine that was built: articles a second, megabytes on disk, seconds to open, its searches."""

    name: str
    rate: float
    size: float
    opened: float
    term: Search
    both: Search
    phrase: Search
    prefix: Search


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=int, nargs="?", default=5_000)
    parser.add_argument("--words", type=int, nargs=2, default=(300, 800), help="shortest and longest article")
    parser.add_argument("--no-stock", action="store_true", help="leave stock Whoosh out")
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    corpus = list(articles(options.articles, words=tuple(options.words)))
    queries = _queries(corpus, random.Random(7))
    print(f"{len(corpus)} articles, {sum(len(made.text) for made in corpus) / 1e6:.0f} MB of text")
    print(f"{'':14}{'built/s':>9}{'MB':>7}{'open ms':>9}{'term':>14}{'AND':>14}{'phrase':>14}{'typing':>14}")
    with tempfile.TemporaryDirectory() as scratch:
        for build in (_fts5, _ours) if options.no_stock else (_fts5, _ours, _whoosh):
            print(_line(build(Path(scratch) / build.__name__, corpus), queries), flush=True)
        for line in _own(Path(scratch) / "_ours" / "index", corpus, queries):
            print(line, flush=True)


def _queries(corpus: Sequence[Made], chance: random.Random) -> Queries:
    """Draw words as readers do: from the texts, small ones left out."""
    texts = [made.text.replace("\n", " ").split() for made in chance.sample(corpus, min(len(corpus), 300))]
    words = [word.strip(".,:;!?'’()«»") for text in texts for word in chance.sample(text, 20)]
    good = [word for word in words if len(word) > 4 and word.isalpha()]
    seen = Counter(word for text in texts for word in text)
    rows = [text[at : at + 2] for text in texts for at in (chance.randrange(len(text) - 3),)]
    phrases = [" ".join(row) for row in rows if all(word.isalpha() and word.islower() for word in row)]
    frequent = sorted(good, key=lambda word: -seen[word])[:: max(1, len(good) // (ASKED * 2))]
    return Queries(
        tuple(frequent[:ASKED]),
        tuple(f"{one} {other}" for one, other in pairwise(good))[:ASKED],
        tuple(phrases[:ASKED]),
        tuple(word[: chance.randint(2, 5)] for word in good[:ASKED]),
    )


def _line(peer: Peer, queries: Queries) -> str:
    kinds = ((peer.term, queries.term), (peer.both, queries.both), (peer.phrase, queries.phrase))
    times = [_timed(search, asked) for search, asked in (*kinds, (peer.prefix, queries.prefix))]
    cells = "".join(f"{f'{p50:.1f}/{p95:.1f}':>14}" for p50, p95 in times)
    return f"{peer.name:14}{peer.rate:9.0f}{peer.size:7.1f}{peer.opened * 1000:9.1f}{cells}"


def _timed(search: Search, asked: Iterable[str]) -> tuple[float, float]:
    """Return p50 and p95 in milliseconds; each query is asked once to warm up."""
    times = []
    for query in asked:
        search(query)
        started = time.process_time()
        search(query)
        times.append((time.process_time() - started) * 1000)
    times.sort()
    return times[len(times) // 2], times[int(len(times) * 0.95)]


def _built(path: Path, count: int, started: float) -> tuple[float, float]:
    rate = count / (time.process_time() - started)
    files = [path] if path.is_file() else list(path.rglob("*"))
    return rate, sum(one.stat().st_size for one in files) / 1e6


def _fts5(path: Path, corpus: Sequence[Made]) -> Peer:
    started = time.process_time()
    database = sqlite3.connect(path)
    database.execute(
        "CREATE VIRTUAL TABLE t USING fts5(title, body, content='',"
        ' tokenize="unicode61 remove_diacritics 2")'
    )
    rows = ((number, made.title, made.text) for number, made in enumerate(corpus))
    database.executemany("INSERT INTO t(rowid, title, body) VALUES (?, ?, ?)", rows)
    database.commit()
    rate, size = _built(path, len(corpus), started)
    opened = time.process_time()
    database = sqlite3.connect(path)
    database.execute("SELECT count(*) FROM t_docsize").fetchall()
    opened = time.process_time() - opened

    def ask(match: str, order: str = "rank") -> list[Any]:
        return database.execute(
            f"SELECT rowid FROM t WHERE t MATCH ? ORDER BY {order} LIMIT 20", (match,)
        ).fetchall()

    return Peer(
        "SQLite FTS5",
        rate,
        size,
        opened,
        lambda query: ask(f'"{query}"'),
        lambda query: ask(" AND ".join(f'"{word}"' for word in query.split())),
        lambda query: ask(f'"{query}"'),
        lambda query: ask(f'"{query}"*', "rowid DESC"),
    )


def _indexed(corpus: Iterable[Made]) -> Iterator[IndexedArticle]:
    for number, made in enumerate(corpus, 1):
        day = made.published.toordinal()
        yield IndexedArticle(number, made.lang, made.title, made.text, day, day * 1440)


def _ours(path: Path, corpus: Sequence[Made]) -> Peer:
    path.mkdir()
    started = time.process_time()
    create_index(path / "index").rebuild(_indexed(corpus))
    rate, size = _built(path, len(corpus), started)
    opened = time.process_time()
    index = open_index(path / "index")
    opened = time.process_time() - opened
    index.load()
    ranked = _ranked(index)
    shown = _shown(index, corpus)
    return Peer("ours", rate, size, opened, ranked, ranked, lambda query: ranked(f'"{query}"'), shown)


def _ranked(index: SearchIndex) -> Search:
    def ask(query: str) -> object:
        return index.search(parse(query, TODAY).tree, lambda _leaf: frozenset(), lambda _numbers: {}, 20)

    return ask


def _shown(index: SearchIndex, corpus: Sequence[Made]) -> Search:
    """Return search as you type with what a screen needs: twenty rows, what is found in them lit."""

    def ask(text: str) -> object:
        tree = typed(text, parse(text, TODAY).tree)
        results = index.suggest(tree, lambda _leaf: frozenset(), lambda _numbers: {}, 20)
        texts = ((Lang(one.lang), corpus[one.number - 1].text[:GLANCE]) for one in results.found)
        return [snippet(text, lang, results.units.values()) for lang, text in texts]

    return ask


def _own(directory: Path, corpus: Sequence[Made], queries: Queries) -> Iterator[str]:
    """Yield the figures of what only ours does."""
    index = open_index(directory)
    ranked = _ranked(index)
    days = _timed(lambda query: _dated(index, query), queries.term)
    yield "term, between two days, the newest: {:.1f}/{:.1f} ms".format(*days)
    found = [index.search(parse(query, TODAY).tree, _none, _unpaired, 20) for query in queries.both]
    lit = _timed(lambda number: _lit(found[int(number)], corpus), map(str, range(len(found))))
    yield "20 snippets: {:.1f}/{:.1f} ms".format(*lit)
    ranked(queries.term[0])
    milliseconds, kilobytes = _fresh(directory, queries)
    yield f"opened, first query in a fresh process: {milliseconds:.0f} ms beyond imports"
    yield f"memory that all these searches add: {kilobytes / 1024:.0f} MB"
    yield f"built on two cores: {_bulk(directory.parent / 'bulk', corpus):.0f} articles/s by the clock"


def _none(_leaf: object) -> frozenset[int]:
    return frozenset()


def _unpaired(_numbers: object) -> dict[int, int]:
    return {}


def _dated(index: SearchIndex, query: str) -> object:
    tree = parse(f"{query} date:2020-01..2023-06", TODAY).tree
    return index.suggest(tree, _none, _unpaired, 20)


def _lit(results: Results, corpus: Sequence[Made]) -> object:
    texts = ((Lang(one.lang), corpus[one.number - 1].text) for one in results.found)
    return [snippet(text, lang, results.units.values()) for lang, text in texts]


def _fresh(directory: Path, queries: Queries) -> tuple[float, int]:
    """Return what a new process spends on opening and its first query, in ms, and adds in KB for all."""
    asked = [*queries.term, *queries.both, *(f'"{one}"' for one in queries.phrase)]
    command = [sys.executable, "-c", _FRESH, str(directory)]
    told = subprocess.run(
        command, input="\n".join(asked), text=True, capture_output=True, check=True
    ).stdout.split()
    return float(told[0]), int(told[1])


_FRESH = """
import resource, sys, time
from pathlib import Path
from benchmarks.search import TODAY, _none, _unpaired, typed, parse
import tui.library.index.whoosh_index as ours
for lang in ("fr", "en"): ours.unit_of.__globals__["terms"]("warm", lang)
asked = sys.stdin.read().split("\\n")
def memory():
    return int(open("/proc/self/statm").read().split()[1]) * 4
before, started = memory(), time.process_time()
index = ours.WhooshIndex.open(Path(sys.argv[1]))
index.search(parse(asked[0], TODAY).tree, _none, _unpaired, 20)
print((time.process_time() - started) * 1000)
index.load()
for query in asked:
    index.search(parse(query, TODAY).tree, _none, _unpaired, 20)
    index.suggest(typed(query[:4], parse(query[:4], TODAY).tree), _none, _unpaired, 20)
print(memory() - before)
"""


def _bulk(path: Path, corpus: Sequence[Made]) -> float:
    path.mkdir()
    started = time.monotonic()
    create_index(path / "index").rebuild(_indexed(corpus), workers=2)
    return len(corpus) / (time.monotonic() - started)


def _whoosh(path: Path, corpus: Sequence[Made]) -> Peer:
    from whoosh import fields, index, query  # noqa: PLC0415 - the peer, asked for here alone
    from whoosh.analysis import LanguageAnalyzer  # noqa: PLC0415

    path.mkdir()
    texts = {
        f"{name}_{lang}": fields.TEXT(analyzer=LanguageAnalyzer(lang))
        for name in "tb"
        for lang in ("fr", "en")
    }
    started = time.process_time()
    made_index = index.create_in(str(path), fields.Schema(number=fields.STORED, **texts))
    writer = made_index.writer(limitmb=64)
    for number, made in enumerate(corpus, 1):
        writer.add_document(number=number, **{f"t_{made.lang}": made.title, f"b_{made.lang}": made.text})
    writer.commit()
    rate, size = _built(path, len(corpus), started)
    opened = time.process_time()
    searcher = index.open_dir(str(path)).searcher()
    opened = time.process_time() - opened

    def words(text: str, lang: str) -> list[str]:
        return [token.text for token in LanguageAnalyzer(lang)(text)]

    def ask(kind: Callable[[list[str], str], query.Query], text: str) -> object:
        found = ((words(text, lang), f"b_{lang}") for lang in ("fr", "en"))
        return searcher.search(query.Or([kind(*one) for one in found if one[0]]).normalize(), limit=20)

    def every(found: list[str], field: str) -> query.Query:
        return query.And([query.Term(field, word) for word in found])

    def row(found: list[str], field: str) -> query.Query:
        return query.Phrase(field, found)

    def begin(text: str) -> object:
        return searcher.search(
            query.Or([query.Prefix(f"b_{lang}", fold(text)) for lang in ("fr", "en")]), limit=20
        )

    return Peer(
        "stock Whoosh",
        rate,
        size,
        opened,
        lambda q: ask(every, q),
        lambda q: ask(every, q),
        lambda q: ask(row, q),
        begin,
    )


if __name__ == "__main__":
    main()
