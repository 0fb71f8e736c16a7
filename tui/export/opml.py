"""OPML 2.0: the list of subscriptions that readers exchange."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO
from xml.sax.saxutils import quoteattr

from tui.model.keeping import Feed
from tui.text.printable import clean_line

_START = """<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head><title>visavis</title></head>
  <body>
"""


def write(feeds: Iterable[Feed], out: TextIO) -> None:
    """Write one outline a feed."""
    out.write(_START)
    out.writelines(_outline(feed) for feed in feeds)
    out.write("  </body>\n</opml>\n")


def _outline(feed: Feed) -> str:
    title, url = (quoteattr(clean_line(text)) for text in (feed.title or feed.url, feed.url))
    return f'    <outline type="rss" text={title} title={title} xmlUrl={url}/>\n'
