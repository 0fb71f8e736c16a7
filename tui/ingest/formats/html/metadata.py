"""What a page says about itself: title, byline, date, site, addresses, language."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from tui.ingest.building import tidy
from tui.ingest.cleaning import looks
from tui.ingest.cleaning.head import stated_day
from tui.ingest.metadata.dates import moment, plausible
from tui.ingest.metadata.tags import language
from tui.ingest.metadata.titles import best_title
from tui.ingest.raw import RawBlock, RawDocument
from tui.model.article import Lang, Published

_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "headline")
_BYLINES = (
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "parsely-author",
    "byl",
)
_SITES = ("og:site_name", "application-name", "dc.publisher", "citation_journal_title")
_DATES = (
    "article:published_time",
    "datepublished",
    "og:published_time",
    "date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "dc.date",
    "dcterms.date",
    "citation_publication_date",
    "citation_date",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "publish_date",
    "originalpublicationdate",
    "article:published",
    "article_date_original",
    "cxenseparse:recs:publishtime",
    "timestamp",
    "weibo:article:create_at",
)
"""Names of meta elements that state the first publication, surest first; none that speaks of a later edit."""

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


def described(root: HtmlElement, url: str | None, blocks: tuple[RawBlock, ...]) -> RawDocument:
    """Return the page's article with what the page says of it."""
    facts = facts_of(root)
    address = _canonical(root, facts, url)
    site = facts.first(_SITES)
    return RawDocument(
        blocks=blocks,
        title=best_title(_title_candidates(root, facts), _page_title(root), site),
        byline=_byline(facts),
        published=_published(root, facts, blocks, address),
        source=site or (urlsplit(address).hostname if address else None),
        url=address,
        lang=_language(root, facts),
        alternates=tuple(_alternates(root, address or url)),
    )


def _page_title(root: HtmlElement) -> str | None:
    found = root.find(".//title")
    return tidy(found.text_content()) or None if found is not None else None


def _title_candidates(root: HtmlElement, facts: PageFacts) -> tuple[tuple[str, str], ...]:
    """Return where titles were found and what they say: linked data, meta elements, first-level headings."""
    candidates = [("data", tidy(str(each))) for each in facts.stated("headline")]
    candidates += [("meta", facts.metas[name]) for name in _TITLES if facts.metas.get(name)]
    candidates += [("heading", tidy(each.text_content())) for each in root.iter("h1")]
    return tuple((where, text) for where, text in candidates if text)


def _names(value: Any) -> Iterator[str]:
    for each in value if isinstance(value, list) else [value]:
        name = each.get("name") if isinstance(each, dict) else each
        if isinstance(name, str) and name.strip() and "://" not in name:
            yield tidy(name)


def _byline(facts: PageFacts) -> str | None:
    stated = [name for value in facts.stated("author") for name in _names(value)]
    named = stated or [name for name in [facts.first(_BYLINES)] if name and "://" not in name]
    unique = tuple(dict.fromkeys(looks.byline(name) or name for name in named))
    return ", ".join(unique) or None


def _published(
    root: HtmlElement, facts: PageFacts, blocks: tuple[RawBlock, ...], url: str | None
) -> Published | None:
    """Return the date of first publication: stated, else the one that htmldate finds."""
    stated = [*facts.stated("datePublished"), *(facts.metas[name] for name in _DATES if name in facts.metas)]
    first = next((when for each in stated if (when := moment(each))), None)
    return first or stated_day(blocks) or _found_date(root, url)


def _found_date(root: HtmlElement, url: str | None) -> Published | None:
    from htmldate import find_date  # noqa: PLC0415 - comes with what only pages cost

    found = find_date(root, url=url, original_date=True, max_date=date.today().isoformat())  # noqa: DTZ011 - a day
    return plausible(moment(found))


def _canonical(root: HtmlElement, facts: PageFacts, url: str | None) -> str | None:
    link = root.find(".//link[@rel='canonical']")
    said = (link.get("href") if link is not None else None) or facts.metas.get("og:url")
    return _web_address(urljoin(url or "", said)) if said else url


def _web_address(address: str) -> str | None:
    try:
        return (
            address if urlsplit(address).scheme in ("http", "https") and urlsplit(address).hostname else None
        )
    except ValueError:
        return None


def _alternates(root: HtmlElement, base: str | None) -> Iterator[str]:
    """Yield the addresses of the same article in the other language."""
    own = _language(root, facts_of(root))
    for link in root.iterfind(".//link[@hreflang]"):
        lang = language(link.get("hreflang"))
        if "alternate" in (link.get("rel") or "") and lang is not None and lang is not own:
            address = _web_address(urljoin(base or "", link.get("href") or ""))
            yield from (address,) if address else ()


def _language(root: HtmlElement, facts: PageFacts) -> Lang | None:
    said = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang")
    return language(said) or language(facts.metas.get("og:locale")) or language(facts.metas.get("language"))
