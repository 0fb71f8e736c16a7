"""From what a reader found to a Document: rules applied, blocks joined, spans worked out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tui.errors import InputError
from tui.ingest import limits
from tui.ingest.building import mended, tidy
from tui.ingest.cleaning.rules import clean
from tui.ingest.decoding import repair
from tui.ingest.options import ReadOptions
from tui.ingest.raw import Input, RawBlock, RawDocument
from tui.locale import tr
from tui.model.article import Block, Document
from tui.model.span import Span
from tui.text.printable import clean_line

WEB = ("http://", "https://")
"""How the addresses begin that a link may open: scripts, anchors and relative ones do not."""

SEPARATOR = "\n\n"
"""What stands between two blocks in a document's text."""


def finish(raw: RawDocument, source: Input, options: ReadOptions) -> Document:
    """Return the Document of ``raw``; raises InputError when no text is in it."""
    if raw.exact is None:
        raw = _cleaned(raw, options)
        text, blocks, links = _joined(raw.blocks)
    else:
        text, blocks, links = raw.exact, _spans_within(raw), ()
    if not text.strip() and not options.exact and not options.linked:
        raise InputError(tr("holds no text"))
    if len(text) > limits.MAX_CHARACTERS:
        raise InputError(
            tr("is longer than {limit} million characters", limit=limits.MAX_CHARACTERS // 1000000)
        )
    return Document(
        key=clean_line(key_of(raw, source)),
        text=text,
        blocks=blocks,
        title=_line(raw.title),
        byline=_line(raw.byline),
        published=options.published or raw.published,
        source=options.source or _line(raw.source),
        url=raw.url or source.url,
        path=source.path,
        lang=options.lang or raw.lang,
        alternates=raw.alternates,
        links=links,
        removed=raw.removed,
    )


def key_of(raw: RawDocument, source: Input) -> str:
    """Return the key of what was found in an input: its own, or the input's with what tells it apart."""
    return raw.key or source.key + (f"#{raw.suffix}" if raw.suffix else "")


def _line(text: str | None) -> str | None:
    return tidy(repair(text))[: limits.MAX_TITLE] or None if text else None


def _cleaned(raw: RawDocument, options: ReadOptions) -> RawDocument:
    filled = replace(raw, blocks=tuple(mended(block) for block in raw.blocks if block.text.strip()))
    return clean(filled, options.off_rules) if not options.exact else filled


def _joined(blocks: Iterable[RawBlock]) -> tuple[str, tuple[Block, ...], tuple[tuple[Span, str], ...]]:
    parts: list[str] = []
    spans: list[Block] = []
    links: list[tuple[Span, str]] = []
    at = 0
    for block in blocks:
        parts.append(block.text)
        spans.append(Block(block.kind, at, at + len(block.text)))
        links += [(span.shifted(at), url) for span, url in block.links if url.startswith(WEB)]
        at += len(block.text) + len(SEPARATOR)
    return SEPARATOR.join(parts), tuple(spans), tuple(links)


def _spans_within(raw: RawDocument) -> tuple[Block, ...]:
    """Return where each block's text lies in the exact text, in order."""
    text, at, spans = raw.exact or "", 0, []
    for block in raw.blocks:
        at = text.index(block.text, at)
        spans.append(Block(block.kind, at, at + len(block.text)))
        at += len(block.text)
    return tuple(spans)
