"""A feed as articles: one for each entry that carries text."""

from __future__ import annotations

from collections.abc import Iterator

from tui.errors import InputError
from tui.ingest import limits
from tui.ingest.building import tidy
from tui.ingest.formats.feeds.parsing import FeedEntry, ParsedFeed, parse_feed
from tui.ingest.formats.html.flow import blocks_of
from tui.ingest.formats.html.parsing import parse
from tui.ingest.metadata.addresses import web_address
from tui.ingest.options import ReadOptions, Rejected
from tui.ingest.raw import Input, RawDocument
from tui.locale import tr


def read_feed(source: Input, options: ReadOptions) -> Iterator[RawDocument | Rejected]:
    """Yield the article of each entry of a feed."""
    feed = parse_feed(source.data(limits.MAX_FEED), source.url or options.base, source.charset)
    if not feed.entries:
        raise InputError(tr("is a feed without entries"))
    for number, entry in enumerate(feed.entries, start=1):
        found = entry_document(entry, feed, number=number)
        if found.blocks or (options.linked and found.url):
            yield found
        else:
            yield Rejected(f"{source.key}#{found.suffix}", tr("is an entry without text"), failed=False)


def entry_document(entry: FeedEntry, feed: ParsedFeed, *, number: int) -> RawDocument:
    """Return the article of a feed's entry, without blocks where the feed gives titles alone."""
    suffix = tidy(entry.id or entry.link or str(number))
    url = web_address(feed.link, entry.link)
    blocks = tuple(blocks_of(parse(entry.body), url)) if entry.body.strip() else ()
    return RawDocument(
        blocks=blocks,
        title=plain(entry.title),
        byline=plain(entry.author) or plain(feed.author),
        published=entry.published,
        source=plain(feed.title),
        url=url,
        lang=entry.lang,
        suffix=suffix,
    )


def plain(markup: str | None) -> str | None:
    """Return the text of a title or name that may be HTML."""
    if not markup or not markup.strip():
        return None
    text = parse(markup).text_content() if "<" in markup or "&" in markup else markup
    return tidy(str(text)) or None
