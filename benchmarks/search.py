"""Search beside its peers on one corpus: ``nice python -m benchmarks.search 20000 --folder DIR``.

DIR/library holds made articles of 300 to 800 words; SQLite FTS5 (unicode61, diacritics removed), stock Whoosh
and ours are built of the same texts. What DIR holds already is not made again, so that a large run can be
done in pieces: ``--only fts5``, ``--only ours``. Prints one table; below it, what only ours does, each figure
beside what is asked for.

Times are processor times in ms, p50/p95, each query warm. ``open`` is processor time too. Articles a second
are by processor time on one core; in bulk, on two, by the clock. ``--figures FILE`` adds what was measured to
a file of figures, which ``python -m benchmarks.search_plots`` draws.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

from benchmarks.make_library import fill
from benchmarks.search_peers import Built, Search, Text, count, fts5, megabytes, once, stock, texts
from tui.library import Library
from tui.library.index import IndexedArticle, SearchIndex, create_index, open_index
from tui.library.searching.snippets import snippet
from tui.model.article import Lang
from tui.model.query import parse

TODAY = date(2026, 7, 1)
ASKED = 60
"""Queries of each kind."""

WORDS = (300, 800)
SAMPLE = 300
"""Articles that words are drawn from."""

BULK = "bulk.built"
"""Notes articles a second by two processes, processor seconds of this one, seconds by the clock."""

ONE_CORE = 20_000
"""Articles up to which the index is also built on one core, to say how fast that is."""

KINDS = ("term", "both", "phrase", "typing")

Times = tuple[float, float]


def main() -> None:
    options = _options()
    warnings.simplefilter("ignore")
    with tempfile.TemporaryDirectory() as scratch:
        _measure(options.articles, Path(options.folder or scratch), options)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("articles", type=int, nargs="?", default=5_000)
    parser.add_argument("--folder", type=Path, help="where everything is made and kept")
    parser.add_argument("--only", nargs="+", choices=ENGINES, default=list(ENGINES))
    parser.add_argument("--figures", type=Path, help="file of figures to add to")
    return parser.parse_args()


def _measure(size: int, folder: Path, options: argparse.Namespace) -> None:
    library = folder / "library"
    _make(library, size)
    queries = _queries(library, random.Random(7))
    megabytes = sum(len(one.text) for one in texts(library)) / 1e6
    print(f"{size} articles, {megabytes:.0f} MB of text")
    print(f"{'':14}{'built/s':>9}{'MB':>8}{'open ms':>9}" + "".join(f"{kind:>14}" for kind in KINDS))
    figures: dict[str, Any] = {}
    for name in options.only:
        figures[name] = _peer(ENGINES[name](folder, library), queries)
    if "ours" in options.only:
        figures["ours"] |= dict(_own(library, queries))
    if options.figures:
        _kept(options.figures, size, figures)


def _make(library: Path, size: int) -> None:
    """Make the library unless it is there; one of another size is refused."""
    with Library.open(library) as held:
        if not held.counts().articles:
            for _ in fill(held, size, WORDS):
                pass
        if held.counts().articles != size:
            sys.exit(f"{library} holds {held.counts().articles} articles, not {size}.")


def _queries(library: Path, chance: random.Random) -> dict[str, tuple[str, ...]]:
    """Draw words as readers do: from the texts, small ones left out."""
    number = count(library)
    chosen = ",".join(map(str, chance.sample(range(1, number + 1), min(number, SAMPLE))))
    split = [one.text.replace("\n", " ").split() for one in texts(library, f"a.id IN ({chosen})")]
    words = [word.strip(".,:;!?'’()«»") for text in split for word in chance.sample(text, 20)]
    good = [word for word in words if len(word) > 4 and word.isalpha()]
    seen = Counter(word for text in split for word in text)
    rows = [text[at : at + 2] for text in split for at in (chance.randrange(len(text) - 3),)]
    phrases = [" ".join(row) for row in rows if all(word.isalpha() and word.islower() for word in row)]
    frequent = sorted(good, key=lambda word: -seen[word])[:: max(1, len(good) // (ASKED * 2))]
    return {
        "term": tuple(frequent[:ASKED]),
        "both": tuple(f"{one} {other}" for one, other in pairwise(good))[:ASKED],
        "phrase": tuple(phrases[:ASKED]),
        "typing": tuple(word[: chance.randint(2, 5)] for word in good[:ASKED]),
    }


def _peer(built: Built, queries: dict[str, tuple[str, ...]]) -> dict[str, Any]:
    """Print one line of the table; return its figures."""
    started = time.process_time()
    searches = built.opened()
    opened = (time.process_time() - started) * 1000
    times = {kind: _timed(searches[kind], queries[kind][: built.patience]) for kind in KINDS}
    cells = "".join(f"{f'{p50:.1f}/{p95:.1f}':>14}" for p50, p95 in times.values())
    print(f"{built.name:14}{built.rate:9.0f}{built.size:8.1f}{opened:9.1f}{cells}", flush=True)
    return {"rate": built.rate, "size": built.size, "opened": opened, **times}


def _timed(search: Search, asked: Iterable[str]) -> Times:
    """Return p50 and p95 in milliseconds; each query is asked once to warm up."""
    times = []
    for query in asked:
        search(query)
        started = time.process_time()
        search(query)
        times.append((time.process_time() - started) * 1000)
    times.sort()
    return times[len(times) // 2], times[int(len(times) * 0.95)]


def _ours(folder: Path, library: Path) -> Built:
    number, rate = count(library), 0.0
    if number <= ONE_CORE:
        alone = folder / "ours"

        def build() -> None:
            create_index(alone / "index").rebuild(map(_indexed, texts(library)))

        rate = once(alone, number, build)[0]
    if not (folder / BULK).exists():
        with Library.open(library) as held:
            started, spent = time.monotonic(), time.process_time()
            for _ in held.reindex():
                pass
        seconds = time.monotonic() - started
        noted = f"{number / seconds} {time.process_time() - spent} {seconds}"
        (folder / BULK).write_text(noted)
    return Built("ours", rate, megabytes(library / "index"), partial(_our_searches, library))


def _indexed(one: Text) -> IndexedArticle:
    day = date.fromisoformat(one.day).toordinal() if one.day else 0
    return IndexedArticle(one.number, one.lang, one.title, one.text, day, day * 1440)


def _our_searches(library: Path) -> dict[str, Search]:
    """Return searches that answer with numbers, as the peers' do; typing with all that is shown."""
    index = open_index(library / "index")
    ranked = _ranked(index)
    return {
        "term": ranked,
        "both": ranked,
        "phrase": lambda query: ranked(f'"{query}"'),
        "typing": _typing(library),
    }


def _typing(library: Path) -> Search:
    held = Library.open(library)

    def ask(text: str) -> object:
        held.searching.index.load()
        return held.suggest(text, 20)

    return ask


def _ranked(index: SearchIndex) -> Search:
    return lambda query: index.search(parse(query, TODAY).tree, none, unpaired, 20)


def _own(library: Path, queries: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, Any]]:
    """Print and yield the figures of what only ours does."""
    index = open_index(library / "index")
    dated = _timed(lambda query: _dated(index, query), queries["term"])
    print("term, between two days, the newest: {:.1f}/{:.1f} ms".format(*dated))
    yield "dated", dated
    lit = _timed(_lit(index, library, queries["both"]), map(str, range(len(queries["both"]))))
    print("20 snippets: {:.1f}/{:.1f} ms".format(*lit))
    yield "snippets", lit
    milliseconds, kilobytes = _fresh(library / "index", queries)
    print(f"opened, first query in a fresh process: {milliseconds:.0f} ms beyond imports")
    yield "fresh", milliseconds
    print(f"memory that all these searches add: {kilobytes / 1024:.0f} MB")
    yield "memory", kilobytes / 1024
    bulk = library.with_name(BULK)
    if bulk.exists():
        rate, own, seconds = map(float, bulk.read_text().split())
        print(
            f"built by two processes: {rate:.0f} articles/s by the clock; {own:.0f} s of {seconds:.0f} here"
        )
        yield "bulk", rate


def none(_leaf: object) -> frozenset[int]:
    """Answer as a store in which nothing meets a filter."""
    return frozenset()


def unpaired(_numbers: object) -> dict[int, int]:
    """Answer as a store without pairs."""
    return {}


def _dated(index: SearchIndex, query: str) -> object:
    tree = parse(f"{query} date:2020-01..2023-06", TODAY).tree
    return index.suggest(tree, none, unpaired, 20)


def _lit(index: SearchIndex, library: Path, asked: Sequence[str]) -> Search:
    """Return what lights the twenty best hits of a query, given its number, in their whole texts."""
    found = [index.search(parse(query, TODAY).tree, none, unpaired, 20) for query in asked]
    numbers = {one.number for results in found for one in results.found}
    where = f"a.id IN ({','.join(map(str, numbers))})"
    held = {one.number: (one.text, Lang(one.lang)) for one in texts(library, where)}

    def light(number: str) -> object:
        results = found[int(number)]
        return [snippet(*held[one.number], results.units.values()) for one in results.found]

    return light


def _fresh(directory: Path, queries: dict[str, tuple[str, ...]]) -> tuple[float, int]:
    """Return what a new process spends on opening and its first query, in ms, and adds in KB for all."""
    asked = [*queries["term"], *queries["both"], *(f'"{one}"' for one in queries["phrase"])]
    command = [sys.executable, "-c", _FRESH, str(directory)]
    told = subprocess.run(command, input="\n".join(asked), text=True, capture_output=True, check=True).stdout
    milliseconds, kilobytes = told.split()
    return float(milliseconds), int(kilobytes)


_FRESH = """
import sys, time
from pathlib import Path
from benchmarks.search import TODAY, none, unpaired, parse
from tui.library.compile.plan import typed
import tui.library.index.whoosh_index as ours
for lang in ("fr", "en"): ours.unit_of.__globals__["terms"]("warm", lang)
asked = sys.stdin.read().split("\\n")
def memory():
    return int(open("/proc/self/statm").read().split()[1]) * 4
before, started = memory(), time.process_time()
index = ours.WhooshIndex.open(Path(sys.argv[1]))
index.search(parse(asked[0], TODAY).tree, none, unpaired, 20)
print((time.process_time() - started) * 1000)
index.load()
for query in asked:
    index.search(parse(query, TODAY).tree, none, unpaired, 20)
    index.suggest(typed(query[:4], parse(query[:4], TODAY).tree), none, unpaired, 20)
print(memory() - before)
"""


ENGINES = {"fts5": fts5, "ours": _ours, "stock": stock}


def _kept(file: Path, size: int, figures: dict[str, Any]) -> None:
    """Add figures to those that ``file`` holds, by number of articles and engine."""
    held = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    held.setdefault(str(size), {}).update(figures)
    file.write_text(json.dumps(held, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
