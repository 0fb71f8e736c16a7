"""What a page says about itself: title, byline, date, site, addresses, language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from tui.ingest.building import tidy
from tui.ingest.cleaning import looks
from tui.ingest.formats.html.dating import published
from tui.ingest.formats.html.facts import PageFacts, facts_of
from tui.ingest.metadata.addresses import web_address
from tui.ingest.metadata.tags import language
from tui.ingest.metadata.titles import best_title
from tui.ingest.raw import RawBlock, RawDocument
from tui.model.article import Lang

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


def described(root: HtmlElement, url: str | None, blocks: tuple[RawBlock, ...]) -> RawDocument:
    """Return the page's article with what the page says of it."""
    facts = facts_of(root)
    address = _canonical(root, facts, url)
    site = facts.first(_SITES)
    return RawDocument(
        blocks=blocks,
        title=best_title(_title_candidates(root, facts), _page_title(root), site),
        byline=_byline(facts),
        published=published(root, facts, blocks, address),
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


def _canonical(root: HtmlElement, facts: PageFacts, url: str | None) -> str | None:
    link = root.find(".//link[@rel='canonical']")
    said = (link.get("href") if link is not None else None) or facts.metas.get("og:url")
    return web_address(url, said) if said else url


def _alternates(root: HtmlElement, base: str | None) -> Iterator[str]:
    """Yield the addresses of the same article in the other language."""
    own = _language(root, facts_of(root))
    for link in root.iterfind(".//link[@hreflang]"):
        lang = language(link.get("hreflang"))
        if "alternate" in (link.get("rel") or "") and lang is not None and lang is not own:
            address = web_address(base, link.get("href"))
            yield from (address,) if address else ()


def _language(root: HtmlElement, facts: PageFacts) -> Lang | None:
    said = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang")
    return language(said) or language(facts.metas.get("og:locale")) or language(facts.metas.get("language"))
