"""The feeds that a page announces."""

from __future__ import annotations

from collections.abc import Iterator

from tui.ingest.building import tidy
from tui.ingest.decoding import decode
from tui.ingest.formats.feeds.opml import FeedRef
from tui.ingest.formats.html.parsing import parse
from tui.ingest.metadata.addresses import web_address

_TYPES = ("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json")


def announced_feeds(page: bytes, url: str, charset: str | None = None) -> tuple[FeedRef, ...]:
    """Return the feeds that a page at ``url`` links to as its own, in the page's order."""
    return tuple(dict.fromkeys(_announced(page, url, charset)))


def _announced(page: bytes, url: str, charset: str | None) -> Iterator[FeedRef]:
    for link in parse(decode(page, charset)).iter("link"):
        target = (link.get("href") or "").strip()
        is_feed = (link.get("type") or "").strip().lower() in _TYPES
        address = web_address(url, target) if is_feed else None
        if address and "alternate" in (link.get("rel") or "").lower():
            yield FeedRef(address, tidy(link.get("title") or "") or None)
