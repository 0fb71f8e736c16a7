"""What a page's head states: meta elements and linked data (JSON-LD)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

from tui.ingest.building import tidy

_ARTICLES = (
    "article",
    "newsarticle",
    "blogposting",
    "reportagenewsarticle",
    "techarticle",
    "webpage",
    "report",
)
_MOST_DATA = 400_000
"""Characters of a block of linked data that is parsed; products' catalogues are larger, articles are not."""


@dataclass(frozen=True, slots=True)
class PageFacts:
    """Everything stated in a page's head: meta elements by lower-case name, linked data by type."""

    metas: dict[str, str]
    data: tuple[dict[str, Any], ...]

    def first(self, names: tuple[str, ...]) -> str | None:
        """Return the first non-empty meta element of these names."""
        return next((self.metas[name] for name in names if self.metas.get(name)), None)

    def stated(self, name: str) -> Iterator[Any]:
        """Yield what the page's linked articles state under ``name``."""
        return (each[name] for each in self.data if each.get(name))


def facts_of(root: HtmlElement) -> PageFacts:
    """Collect what the head of a page states."""
    metas: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        content = tidy(meta.get("content") or "")
        if name and content:
            metas.setdefault(name, content)
    return PageFacts(metas, tuple(_articles(root)))


def _articles(root: HtmlElement) -> Iterator[dict[str, Any]]:
    """Yield the articles that a page's JSON-LD describes, the most specific types first."""
    found: list[tuple[int, dict[str, Any]]] = []
    for script in root.iterfind(".//script[@type='application/ld+json']"):
        try:
            loaded = json.loads((script.text or "")[:_MOST_DATA], strict=False)
        except (ValueError, RecursionError):
            continue
        found += [(rank, item) for item in _items(loaded) if (rank := _rank(item)) is not None]
    return (item for _, item in sorted(found, key=lambda ranked: ranked[0]))


def _items(loaded: Any) -> Iterator[dict[str, Any]]:
    for item in loaded if isinstance(loaded, list) else [loaded]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            yield from (each for each in graph if isinstance(each, dict)) if isinstance(graph, list) else ()


def _rank(item: dict[str, Any]) -> int | None:
    kinds = item.get("@type")
    names = [str(kind).lower() for kind in (kinds if isinstance(kinds, list) else [kinds])]
    return min((_ARTICLES.index(name) for name in names if name in _ARTICLES), default=None)
