"""An index of a few articles, for tests."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path

from tui.library.compile.plan import typed
from tui.library.index import IndexedArticle, Results, SearchIndex, create_index
from tui.model.query import Filter, parse

TODAY = date(2025, 10, 15)


def an_indexed(
    number: int, lang: str, text: str, *, title: str = "", day: str | None = None
) -> IndexedArticle:
    """Return what the index is told of an article; ``number`` also orders it in time."""
    ordinal = date.fromisoformat(day).toordinal() if day else 0
    return IndexedArticle(number, lang, title, text, ordinal, number * 86_400)


def an_index(directory: Path, *articles: IndexedArticle) -> SearchIndex:
    """Return an open index of ``articles``."""
    index = create_index(directory / "index")
    index.write(articles)
    return index


def no_facts(_leaf: Filter) -> frozenset[int]:
    """Answer as a store in which nothing meets a filter."""
    return frozenset()


def alone(_numbers: Collection[int]) -> Mapping[int, int]:
    """Answer as a store without pairs."""
    return {}


def search(index: SearchIndex, query: str, limit: int = 20) -> Results:
    """Return what ``query`` finds, no filters and no pairs."""
    return index.search(parse(query, TODAY).tree, no_facts, alone, limit)


def found(index: SearchIndex, query: str) -> list[int]:
    """Return the numbers of the articles that hold all of ``query``, best first."""
    return [one.number for one in search(index, query).found if not one.partial]


def suggested(index: SearchIndex, text: str) -> list[int]:
    """Return the numbers of the articles shown while ``text`` is typed."""
    tree = typed(text, parse(text, TODAY).tree)
    return [one.number for one in index.suggest(tree, no_facts, alone, 20).found]
