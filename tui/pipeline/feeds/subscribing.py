"""Subscribing: an address is looked at once, so that a page's address leads to the feed it announces."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tui.errors import FetchError, InputError
from tui.ingest.fetching.client import Fetched, Fetcher
from tui.ingest.formats.feeds.discovery import announced_feeds
from tui.ingest.formats.feeds.parsing import ParsedFeed, parse_feed
from tui.ingest.formats.feeds.syndication import plain
from tui.library import Library
from tui.locale import tr


@dataclass(frozen=True, slots=True)
class Subscribed:
    """What became of an address: the feed's ``url``, whether it is ``new``, ``why`` it was taken unseen."""

    url: str
    new: bool
    why: str | None = None


def subscribe(library: Library, url: str, *, private: bool = False, **settings: Any) -> Subscribed:
    """Subscribe to the feed at ``url``, or to the first one that the page there announces.

    An address that cannot be fetched now is taken as it is. ``settings`` are fields of Feed. Raises
    InputError for a page without feeds and for an address with a password in it.
    """
    with Fetcher(private=private) as fetcher:
        try:
            address, feed = _found(fetcher, url)
        except FetchError as error:
            return Subscribed(url, library.feeds.add(url, **settings), str(error))
    title, lang = named(feed)
    new = library.feeds.add(address, title, **settings)
    if lang:
        library.feeds.update(address, lang=lang)
    return Subscribed(address, new)


def named(feed: ParsedFeed) -> tuple[str | None, str | None]:
    """Return the title and the language that a feed states of itself."""
    return plain(feed.title), str(feed.lang) if feed.lang else None


def _found(fetcher: Fetcher, url: str) -> tuple[str, ParsedFeed]:
    got = fetcher.fetch(url)
    try:
        return url, _parsed(got)
    except InputError:
        announced = announced_feeds(got.data or b"", got.url, got.charset)
    if not announced:
        raise InputError(tr("{url}: is neither a feed nor a page that announces one", url=url))
    return announced[0].url, _parsed(fetcher.fetch(announced[0].url))


def _parsed(got: Fetched) -> ParsedFeed:
    return parse_feed(got.data or b"", got.url, got.charset)
