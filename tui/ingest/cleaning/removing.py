"""Taking blocks out of a document while keeping what was taken, and why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tui.ingest.raw import RawBlock, RawDocument
from tui.model.article import Removed


def without(document: RawDocument, reason: Callable[[int, RawBlock], str | None]) -> RawDocument:
    """Return the document without the blocks that ``reason`` names a reason for; never an empty one."""
    why = [reason(index, block) for index, block in enumerate(document.blocks)]
    kept = tuple(block for block, said in zip(document.blocks, why, strict=True) if said is None)
    if not kept or len(kept) == len(document.blocks):
        return document
    taken = tuple(
        Removed(block.text, said)
        for block, said in zip(document.blocks, why, strict=True)
        if said is not None
    )
    return replace(document, blocks=kept, removed=document.removed + taken)


def without_at(document: RawDocument, reasons: dict[int, str]) -> RawDocument:
    """Return the document without the blocks at these indexes."""
    return without(document, lambda index, _: reasons.get(index))


def cut(block: RawBlock, end: int) -> RawBlock:
    """Return a block up to ``end``, without the blanks there, with the links that lie within."""
    text = block.text[:end].rstrip()
    links = tuple(link for link in block.links if link[0].end <= len(text))
    return replace(block, text=text, links=links)
