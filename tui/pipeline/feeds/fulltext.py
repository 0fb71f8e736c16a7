"""The whole article behind a feed's entry, fetched from where the entry leads."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from tui.errors import FetchError, beside
from tui.ingest.fetching.client import Fetched, Fetcher
from tui.ingest.options import ReadOptions, Rejected
from tui.ingest.raw import Input, in_memory
from tui.ingest.reading import read_input
from tui.model.article import Document
from tui.text.printable import shown_address


@dataclass(frozen=True, slots=True)
class FullText:
    """Fetches the pages of entries; ``feeds`` are the addresses of those whose readers asked for it."""

    fetcher: Fetcher
    feeds: frozenset[str]

    def of(self, entry: Document) -> Document | Rejected:
        """Return an entry with its page's text; the entry itself, or why not, where the page gives none."""
        if entry.url is None:
            return _without(entry, "the entry leads nowhere")
        try:
            got = self.fetcher.fetch(entry.url)
        except FetchError as error:
            return _without(entry, beside(shown_address(entry.url), str(error)))
        page = next(read_input(fetched_input(got, entry.key), ReadOptions()), None)
        if not isinstance(page, Document):
            return _without(entry, page.why if page else "the page holds nothing")
        return _joined(entry, page) if len(page.text) > len(entry.text) else entry


def fetched_input(got: Fetched, key: str) -> Input:
    """Return what was fetched as an input under ``key``."""
    name = PurePosixPath(urlsplit(got.url).path).name
    made = in_memory(got.data or b"", key=key, name=name, url=got.url, charset=got.charset)
    return replace(made, media=got.media)


def _without(entry: Document, why: str) -> Document | Rejected:
    """Return an entry as its feed gives it, which may be no more than a title."""
    return entry if entry.text else Rejected(entry.key, why)


def _joined(entry: Document, page: Document) -> Document:
    """Return the page's text under the entry's name; what the feed states goes before what the page does."""
    return replace(
        page,
        key=entry.key,
        title=entry.title or page.title,
        byline=entry.byline or page.byline,
        published=entry.published or page.published,
        source=entry.source or page.source,
        lang=entry.lang or page.lang,
    )
