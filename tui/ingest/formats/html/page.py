"""A web page as saved or fetched: its main text and what it says about itself."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

from tui.ingest.decoding import decode
from tui.ingest.formats.html.extraction import main_blocks
from tui.ingest.formats.html.metadata import described
from tui.ingest.formats.html.parsing import as_page, parse
from tui.ingest.options import ReadOptions
from tui.ingest.raw import Input, RawDocument


def read_html(source: Input, options: ReadOptions) -> Iterator[RawDocument]:
    """Yield the article of a page."""
    yield page(parse(as_page(decode(source.data(), source.charset))), source.url or options.base)


def page(root: HtmlElement, url: str | None) -> RawDocument:
    """Return the article of a parsed page that lies at ``url``."""
    return described(root, url, main_blocks(root, url))
