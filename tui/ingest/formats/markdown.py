"""Markdown, with or without front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from tui.ingest import limits
from tui.ingest.building import Piece, block, linked_block, tidy
from tui.ingest.decoding import decode
from tui.ingest.formats.html.flow import blocks_of
from tui.ingest.formats.html.parsing import parse
from tui.ingest.formats.text import flat_blocks
from tui.ingest.metadata import frontmatter
from tui.ingest.metadata.dates import moment
from tui.ingest.metadata.tags import language
from tui.ingest.options import ReadOptions
from tui.ingest.raw import Input, RawBlock, RawDocument
from tui.model.article import BlockKind

_LARGEST = 4 * limits.MB
"""Characters from which Markdown is read as plain text: its parser takes a second for each megabyte."""

_TEMPLATE = re.compile(r"\{\{[<%].*?[%>]\}\}|\{%.*?%\}|^[ \t]*\{:[^}\n]*\}[ \t]*$", re.DOTALL | re.MULTILINE)
"""What site generators replace when they build a page: Hugo's shortcodes, Jekyll's tags and attributes."""

_TITLES = ("title", "headline", "titre")
_BYLINES = ("author", "authors", "byline", "auteur", "auteurs", "by")
_DATES = (
    "date",
    "published",
    "publishdate",
    "pubdate",
    "date_published",
    "published_at",
    "created",
    "posted",
)
_LANGS = ("lang", "language", "locale", "langue")
_SOURCES = ("source", "site", "publisher", "publication")
_URLS = ("url", "canonical", "canonical_url", "link", "permalink")
_KIND_OF = {
    "heading_open": BlockKind.HEADING,
    "blockquote_open": BlockKind.QUOTE,
    "list_item_open": BlockKind.ITEM,
}
_CODE = ("fence", "code_block")


def read_markdown(source: Input, options: ReadOptions) -> Iterator[RawDocument]:
    """Yield the one article of a Markdown file."""
    _ = options
    text = re.sub(r"\r\n?", "\n", decode(source.data(), source.charset))
    fields, body = frontmatter.split(text)
    blocks = tuple(flat_blocks(body) if len(body) > _LARGEST else markdown_blocks(_TEMPLATE.sub("", body)))
    yield RawDocument(
        blocks=blocks,
        title=_said(fields, _TITLES) or _first_heading(blocks),
        byline=_said(fields, _BYLINES),
        published=next((when for name in _DATES if (when := moment(fields.get(name)))), None),
        source=_said(fields, _SOURCES),
        url=next((url for url in [_said(fields, _URLS)] if url and "://" in url), None),
        lang=next((lang for name in _LANGS if (lang := language(fields.get(name)))), None),
    )


_TITLE_WITHIN = 4
"""Blocks at the top among which the heading that is the title stands: a logo and a path may be above it."""


def _first_heading(blocks: tuple[RawBlock, ...]) -> str | None:
    """Return the first heading near the top of a text."""
    if len(blocks) < 2:
        return None
    return next((block.text for block in blocks[:_TITLE_WITHIN] if block.kind is BlockKind.HEADING), None)


def _said(fields: dict[str, Any], names: tuple[str, ...]) -> str | None:
    return next((said for name in names if (said := _words(fields.get(name)))), None)


def _words(value: Any) -> str | None:
    """Return a field as a line: lists are joined, of mappings the name is taken."""
    if isinstance(value, dict):
        return _words(value.get("name") or value.get("title"))
    if isinstance(value, list):
        return ", ".join(name for each in value if (name := _words(each))) or None
    return tidy(str(value)) or None if value is not None else None


def markdown_blocks(text: str) -> Iterator[RawBlock]:
    """Yield the blocks of a Markdown text."""
    state = _State()
    for token in _parser().parse(text):
        yield from state.take(token)


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


class _State:
    """What the tokens read so far are within: kinds of block, and a table's row."""

    def __init__(self) -> None:
        self.kinds = [BlockKind.PARAGRAPH]
        self.row: list[Piece] | None = None

    def take(self, token: Token) -> Iterator[RawBlock]:
        """Yield the blocks that end with ``token``."""
        opened = token.type.replace("_close", "_open")
        if token.type in _KIND_OF:
            self.kinds.append(_nested(self.kinds[-1], _KIND_OF[token.type]))
        elif opened in _KIND_OF:
            self.kinds.pop()
        elif token.type in _CODE:
            yield block(BlockKind.CODE, token.content)
        elif token.type == "html_block":
            yield from blocks_of(parse(token.content))
        elif token.type == "inline" and self.row is None:
            yield linked_block(self.kinds[-1], _pieces(token.children or []))
        else:
            yield from self._table(token)

    def _table(self, token: Token) -> Iterator[RawBlock]:
        if token.type == "tr_open":
            self.row = []
        elif self.row is not None and token.type == "inline":
            self.row += [(" | ", None)] * bool(self.row) + list(_pieces(token.children or []))
        elif self.row is not None and token.type == "tr_close":
            yield linked_block(BlockKind.PARAGRAPH, self.row)
            self.row = None


def _nested(outer: BlockKind, inner: BlockKind) -> BlockKind:
    """Return the kind of what stands within ``outer``: a list within a quotation is quoted."""
    return outer if outer is BlockKind.QUOTE and inner is BlockKind.ITEM else inner


def _pieces(children: list[Token]) -> Iterator[Piece]:
    """Yield the text of inline tokens with the address it links to; pictures and markup say nothing."""
    address: str | None = None
    for child in children:
        if child.type == "link_open":
            address = str(child.attrs.get("href") or "") or None
        elif child.type == "link_close":
            address = None
        elif child.type in ("text", "code_inline"):
            yield child.content, address
        elif child.type in ("softbreak", "hardbreak") or child.content.lower().startswith("<br"):
            yield " ", address
