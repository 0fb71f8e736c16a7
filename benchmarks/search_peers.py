"""What search is measured beside, built of the texts of a library: SQLite FTS5 and stock Whoosh."""

from __future__ import annotations

import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from tui.library import Library
from tui.text.fold import fold

STOCK = 20
"""Queries of each kind that stock Whoosh is asked: one beginning of two letters may take it a minute."""

Search = Callable[[str], object]


class Text(NamedTuple):
    """An article of the library as the peers are told of it."""

    number: int
    lang: str
    title: str
    text: str
    day: str | None


@dataclass(frozen=True, slots=True)
class Built:
    """An engine's index: articles a second, megabytes on disk, and how to open it for searches by kind.

    ``patience`` is how many queries of a kind it is asked.
    """

    name: str
    rate: float
    size: float
    opened: Callable[[], dict[str, Search]]
    patience: int = 60


def texts(library: Path, where: str = "1") -> Iterator[Text]:
    """Yield the articles of a library that meet an SQL condition."""
    database = sqlite3.connect(f"file:{library / 'library.db'}?mode=ro", uri=True)
    sql = "SELECT a.id, a.lang, a.title, b.text, a.day FROM articles a JOIN bodies b ON b.article = a.id"
    yield from map(Text._make, database.execute(f"{sql} WHERE {where} ORDER BY a.id"))
    database.close()


def once(path: Path, count: int, build: Callable[[], None]) -> tuple[float, float]:
    """Build at ``path`` unless it was; return articles a second (by processor time) and megabytes."""
    noted = path.with_name(f"{path.name}.built")
    if not noted.exists():
        shutil.rmtree(path, ignore_errors=True)
        started = time.process_time()
        build()
        noted.write_text(str(count / (time.process_time() - started)))
    return float(noted.read_text()), megabytes(path)


def megabytes(path: Path) -> float:
    """Return how large a file or folder is."""
    files = [path] if path.is_file() else path.rglob("*")
    return sum(one.stat().st_size for one in files) / 1e6


def count(library: Path) -> int:
    """Return how many articles a library holds."""
    with Library.open(library) as held:
        return held.counts().articles


def fts5(folder: Path, library: Path) -> Built:
    """Build SQLite FTS5 with unicode61, diacritics removed, texts not stored."""
    path = folder / "fts5.db"

    def build() -> None:
        path.unlink(missing_ok=True)
        with sqlite3.connect(path) as database:
            database.execute(
                "CREATE VIRTUAL TABLE t USING fts5(title, body, content='',"
                ' tokenize="unicode61 remove_diacritics 2")'
            )
            rows = ((one.number, one.title, one.text) for one in texts(library))
            database.executemany("INSERT INTO t(rowid, title, body) VALUES (?, ?, ?)", rows)

    return Built("SQLite FTS5", *once(path, count(library), build), partial(_fts5_searches, path))


def _fts5_searches(path: Path) -> dict[str, Search]:
    database = sqlite3.connect(path)
    database.execute("SELECT count(*) FROM t_docsize").fetchall()

    def ask(match: str, order: str = "rank") -> list[Any]:
        sql = f"SELECT rowid FROM t WHERE t MATCH ? ORDER BY {order} LIMIT 20"
        return database.execute(sql, (match,)).fetchall()

    return {
        "term": lambda query: ask(f'"{query}"'),
        "both": lambda query: ask(" AND ".join(f'"{word}"' for word in query.split())),
        "phrase": lambda query: ask(f'"{query}"'),
        "typing": lambda query: ask(f'"{query}"*', "rowid DESC"),
    }


def stock(folder: Path, library: Path) -> Built:
    """Build Whoosh as its documentation shows it, a field for each language and part."""
    from whoosh import fields, index  # noqa: PLC0415 - the peer, asked for here alone
    from whoosh.analysis import LanguageAnalyzer  # noqa: PLC0415

    path = folder / "stock"

    def build() -> None:
        path.mkdir()
        names = [f"{name}_{lang}" for name in "tb" for lang in ("fr", "en")]
        analysed = {name: fields.TEXT(analyzer=LanguageAnalyzer(name[-2:])) for name in names}
        writer = index.create_in(str(path), fields.Schema(number=fields.STORED, **analysed)).writer(
            limitmb=64
        )
        for one in texts(library):
            writer.add_document(number=one.number, **{f"t_{one.lang}": one.title, f"b_{one.lang}": one.text})
        writer.commit()

    return Built("stock Whoosh", *once(path, count(library), build), partial(_stock_searches, path), STOCK)


def _stock_searches(path: Path) -> dict[str, Search]:
    from whoosh import index, query  # noqa: PLC0415 - the peer, asked for here alone
    from whoosh.analysis import LanguageAnalyzer  # noqa: PLC0415

    searcher = index.open_dir(str(path)).searcher()

    def ask(kind: Callable[[list[str], str], query.Query], text: str) -> object:
        found = (
            ([token.text for token in LanguageAnalyzer(lang)(text)], f"b_{lang}") for lang in ("fr", "en")
        )
        return searcher.search(query.Or([kind(*one) for one in found if one[0]]).normalize(), limit=20)

    def every(found: list[str], field: str) -> query.Query:
        return query.And([query.Term(field, word) for word in found])

    def row(found: list[str], field: str) -> query.Query:
        return query.Phrase(field, found)

    def begin(text: str) -> object:
        choices = [query.Prefix(f"b_{lang}", fold(text)) for lang in ("fr", "en")]
        return searcher.search(query.Or(choices), limit=20)

    either = partial(ask, every)
    return {"term": either, "both": either, "phrase": partial(ask, row), "typing": begin}
