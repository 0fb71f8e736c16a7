"""Feeds of any kind to one shape; what a feed reader needs of feedparser, and JSON Feed beside it."""

from __future__ import annotations

import io
import json
import re
import sys
from calendar import timegm
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from tui.errors import InputError
from tui.ingest.decoding import decode
from tui.ingest.metadata.dates import is_impossible, moment, plausible
from tui.ingest.metadata.tags import language
from tui.locale import tr
from tui.model.article import Lang, Published

_REFERENCE = re.compile(rb"&(?:amp;)*#(x[0-9a-f]{4,}|\d{5,})\b;?", re.IGNORECASE)
_LONGEST_NUMBER = 9
"""Digits of a reference that are looked at: more than any character has, leading zeros included."""

_SHORTER = 2
"""How many times longer than the content a summary must be to be taken for the text instead."""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One entry: ``summary`` and ``content`` may be HTML; what the feed does not state is None."""

    id: str | None
    title: str | None
    link: str | None
    summary: str | None
    content: str | None
    author: str | None
    published: Published | None
    lang: Lang | None = None

    @property
    def body(self) -> str:
        """The fullest text that the entry carries, as HTML."""
        content, summary = self.content or "", self.summary or ""
        return summary if len(summary) > _SHORTER * len(content) else content


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """A feed: what it says of itself, and its entries in the order in which they stand."""

    title: str | None
    link: str | None
    subtitle: str | None
    author: str | None
    lang: Lang | None
    entries: tuple[FeedEntry, ...]
    id: str | None = None


def parse_feed(data: bytes, url: str | None = None, charset: str | None = None) -> ParsedFeed:
    """Return the feed in ``data``, fetched from ``url``; raises InputError when it is none."""
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{":
        return _json_feed(data, charset)
    return _xml_feed(data, url, charset)


def _possible(reference: re.Match[bytes]) -> bytes:
    """Return a character reference that stands for a character: feedparser dies of others."""
    digits = reference[1].lower()[:_LONGEST_NUMBER]
    code = int(digits[1:], 16) if digits.startswith(b"x") else int(digits)
    return reference[0] if code < 0xD800 or 0xE000 <= code <= sys.maxunicode else b"&#xFFFD;"


def _xml_feed(data: bytes, url: str | None, charset: str | None) -> ParsedFeed:
    import feedparser  # noqa: PLC0415 - only feeds need it

    headers = {"content-location": url or ""}
    if charset:
        headers["content-type"] = f"application/xml; charset={charset}"
    stream = io.BytesIO(_REFERENCE.sub(_possible, data))  # it takes strings for addresses and file names
    try:
        parsed = feedparser.parse(stream, response_headers=headers)
    except (ValueError, LookupError, TypeError, AttributeError, AssertionError, OverflowError) as error:
        raise InputError(tr("is a damaged feed: {why}", why=error)) from error
    if not parsed.get("version") and not parsed.entries and not parsed.feed.get("title"):
        raise InputError(tr("is not a feed"))
    feed = parsed.feed
    lang = language(feed.get("language"))
    return ParsedFeed(
        title=feed.get("title") or (feed.get("image") or {}).get("title"),  # by RSS, the logo's is the same
        link=feed.get("link"),
        subtitle=feed.get("subtitle"),
        author=feed.get("author"),
        lang=lang,
        entries=tuple(_xml_entry(entry, lang) for entry in parsed.entries),
        id=feed.get("id"),
    )


def _xml_entry(entry: Any, lang: Lang | None) -> FeedEntry:
    content: Any = next((part for part in entry.get("content") or [] if part.get("value")), {})
    return FeedEntry(
        id=entry.get("id"),
        title=entry.get("title"),
        link=entry.get("link"),
        summary=entry.get("summary"),
        content=content.get("value"),
        author=entry.get("author"),
        published=_moment(entry),
        lang=language(content.get("language")) or language(entry.get("language")) or lang,
    )


def _moment(entry: Any) -> Published | None:
    """Return when an entry was published; an update says so only where nothing else does."""
    for name in ("published_parsed", "created_parsed", "updated_parsed"):
        if is_impossible(str(dict.get(entry, name.removesuffix("_parsed")) or "")):
            continue
        parts = dict.get(entry, name)  # its own get() warns, and takes one date for another
        try:
            when = datetime.fromtimestamp(timegm(parts), UTC) if parts else None
        except (ValueError, OverflowError, OSError):
            when = None
        if plausible(when):
            return when
    return None


def _json_feed(data: bytes, charset: str | None) -> ParsedFeed:
    try:
        feed = json.loads(decode(data, charset))
    except (ValueError, RecursionError) as error:
        raise InputError(tr("is not a JSON feed: {why}", why=error)) from error
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        raise InputError(tr("is not a JSON feed: it has no items"))
    lang = language(feed.get("language"))
    return ParsedFeed(
        title=_text(feed.get("title")),
        link=_text(feed.get("home_page_url")),
        subtitle=_text(feed.get("description")),
        author=_authors(feed),
        lang=lang,
        entries=tuple(_json_entry(item, lang) for item in items if isinstance(item, dict)),
        id=_text(feed.get("feed_url")),
    )


def _json_entry(item: dict[str, Any], lang: Lang | None) -> FeedEntry:
    plain = _text(item.get("content_text"))
    return FeedEntry(
        id=_text(item.get("id")),
        title=_text(item.get("title")),
        link=_text(item.get("url")) or _text(item.get("external_url")),
        summary=_text(item.get("summary")),
        content=_text(item.get("content_html")) or (_escaped(plain) if plain else None),
        author=_authors(item),
        published=moment(item.get("date_published")),
        lang=language(item.get("language")) or lang,
    )


def _text(value: Any) -> str | None:
    return str(value) if isinstance(value, (str, int, float)) and str(value).strip() else None


def _escaped(plain: str) -> str:
    """Return plain text as HTML, a paragraph a line."""
    safe = plain.replace("&", "&amp;").replace("<", "&lt;")
    return "".join(f"<p>{line}</p>" for line in safe.splitlines() if line.strip())


def _authors(item: dict[str, Any]) -> str | None:
    authors = item.get("authors")
    every = authors if isinstance(authors, list) else [item.get("author")]
    return ", ".join(_names(every)) or None


def _names(authors: list[Any]) -> Iterator[str]:
    for author in authors:
        name = _text(author.get("name")) if isinstance(author, dict) else _text(author)
        yield from (name,) if name else ()
