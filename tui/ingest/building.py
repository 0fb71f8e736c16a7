"""Blocks out of pieces of text: white space folded, nothing unprintable, links kept as spans."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from tui.ingest.decoding import repair
from tui.ingest.raw import RawBlock
from tui.model.article import BlockKind
from tui.model.span import Span
from tui.text.printable import clean_text

_BLANKS = re.compile(r"[ \t\n\r\f\v]+")
"""White space that means nothing; the no-break spaces of French typography are not in it."""

_TRAILING = re.compile(r"[ \t]+(?=\n|$)")
Piece = tuple[str, str | None]
"""A run of text, and the address that it links to, if any."""


def tidy(text: str) -> str:
    """Return ``text`` printable, composed, on one line, without needless blanks."""
    return _BLANKS.sub(" ", unicodedata.normalize("NFC", clean_text(text))).strip(" ")


def tidy_code(text: str) -> str:
    """Return ``text`` printable, its lines and indentation kept."""
    return _TRAILING.sub("", unicodedata.normalize("NFC", clean_text(text.expandtabs(4)))).strip("\n")


def block(kind: BlockKind, text: str) -> RawBlock:
    """Return a block of one piece of text."""
    return RawBlock(kind, tidy_code(text) if kind is BlockKind.CODE else tidy(text))


def mended(block: RawBlock) -> RawBlock:
    """Return a block without mojibake; a link whose place the repair moved is dropped."""
    text = repair(block.text)
    if text == block.text:
        return block
    return RawBlock(block.kind, tidy_code(text) if block.kind is BlockKind.CODE else tidy(text))


def linked_block(kind: BlockKind, pieces: Iterable[Piece]) -> RawBlock:
    """Return a block of several pieces, with the spans of those that link somewhere."""
    text, links = "", []
    for piece, address in pieces:
        clean = _BLANKS.sub(" ", unicodedata.normalize("NFC", clean_text(piece)))
        if not text or text.endswith(" "):
            clean = clean.lstrip(" ")
        start, text = len(text), text + clean
        if address and clean.strip():
            links.append((Span(start, start + len(clean.rstrip(" "))), address))
    return RawBlock(kind, text.rstrip(" "), tuple(links))
