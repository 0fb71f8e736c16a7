"""Bodies pasted twice, and lines repeated: the first copy stays."""

from __future__ import annotations

from dataclasses import replace

from tui.ingest.cleaning import looks
from tui.ingest.cleaning.removing import without_at
from tui.ingest.raw import RawBlock, RawDocument
from tui.model.article import BlockKind

BODY_TWICE = "body pasted twice"
REPEATED = "repeated caption or line"

_LONG = 8
"""Words from which a repeated paragraph is a copy, wherever it stands."""

_SHORT = 3
"""Words from which a repeated line is a caption; "Oui." may be said twice."""

_COPY_BLOCKS = 3
"""Repeated paragraphs that make a body pasted twice."""

_COPY_SHARE = 0.8
"""How much of the copy, from its first repeated paragraph to its last, has to be repeated."""

_TITLE_LINES = 4
"""Lines above the copy among which its title is looked for: kicker, title, byline, date."""


def without_second_body(document: RawDocument, off: frozenset[str]) -> RawDocument:
    """Return the document with one copy of its body; the title above the second copy is the document's."""
    _ = off
    keys = [looks.key(block.text) for block in document.blocks]
    second = _second_copy(document.blocks, keys)
    if second is None:
        return document
    start, end = second
    seen = set(keys[:start])
    dropped = {index: BODY_TWICE for index in range(start, end) if keys[index] in seen}
    has_title = document.title is not None or looks.is_title_like(document.blocks[0].text)
    if has_title or not document.flat:
        return without_at(document, dropped)
    title_at = _title_above(document.blocks, keys, start)
    if title_at is None:
        return without_at(document, dropped)
    titled = without_at(document, {**dropped, title_at: "title, kept as such"})
    return replace(titled, title=document.blocks[title_at].text)


def _second_copy(blocks: tuple[RawBlock, ...], keys: list[str]) -> tuple[int, int] | None:
    """Return where the second copy starts and ends, if most of what lies between is repeated."""
    first: dict[str, int] = {}
    again = [
        index
        for index, (block, key) in enumerate(zip(blocks, keys, strict=True))
        if looks.words(block.text) >= _LONG and first.setdefault(key, index) != index
    ]
    if len(again) < _COPY_BLOCKS:
        return None
    start, end = again[0], again[-1] + 1
    before = set(keys[:start])
    repeated = sum(key in before for key in keys[start:end])
    return (start, end) if repeated >= _COPY_SHARE * (end - start) else None


def _title_above(blocks: tuple[RawBlock, ...], keys: list[str], start: int) -> int | None:
    """Return the index of the longest title-like line right above the copy that is not of the body."""
    above: list[int] = []
    for index in range(start - 1, max(0, start - 1 - _TITLE_LINES), -1):
        text = blocks[index].text
        if not (looks.is_title_like(text) or looks.byline(text) or looks.announces_date(text)):
            break
        above.append(index)
    titles = [
        index
        for index in above
        if looks.is_title_like(blocks[index].text)
        and not looks.byline(blocks[index].text)
        and keys[index] not in keys[:index]
    ]
    return max(titles, key=lambda index: looks.words(blocks[index].text), default=None)


def without_repeats(document: RawDocument, off: frozenset[str]) -> RawDocument:
    """Return the document without repeated paragraphs, and without repeated lines the size of a caption."""
    _ = off
    seen = {looks.key(document.title)} if document.title and document.flat else set()
    dropped: dict[int, str] = {}
    for index, block in enumerate(document.blocks):
        key = looks.key(block.text)
        if key in seen and _may_go(block):
            dropped[index] = REPEATED
        seen.add(key)
    return without_at(document, dropped)


def _may_go(block: RawBlock) -> bool:
    """Tell whether a repeated block is a copy: code and short items may well stand twice."""
    if block.kind is BlockKind.CODE:
        return False
    asked = _LONG if block.kind is BlockKind.ITEM else _SHORT
    return looks.words(block.text) >= asked
