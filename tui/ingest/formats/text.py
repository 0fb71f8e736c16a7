"""Plain text: lines to paragraphs, whether each paragraph is one line or lines were wrapped."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from tui.ingest.building import block
from tui.ingest.cleaning import looks
from tui.ingest.decoding import decode
from tui.ingest.options import ReadOptions
from tui.ingest.raw import Input, RawBlock, RawDocument
from tui.model.article import BlockKind

_WIDEST = 120
"""Characters of the widest line of a wrapped text; longer lines are paragraphs."""

_NARROWEST = 40
"""Characters of the widest line below which breaks are the author's own, as in a poem."""

_FORCED = 0.7
"""Share of line breaks forced by the width from which a text was wrapped."""

_SLACK = 4
"""Characters by which editors break early."""

_LINE_END = re.compile("\r\n?|[\u2028\u2029\x85\v\f]")
_BLANK_LINE = re.compile(r"\n[ \t\u00a0]*(?:\n[ \t\u00a0]*)+")


def read_text(source: Input, options: ReadOptions) -> Iterator[RawDocument]:
    """Yield the one article of a plain text."""
    text = decode(source.data(), source.charset, keep_mark=options.exact)
    yield exact_document(text) if options.exact else flat_document(text)


def exact_document(text: str) -> RawDocument:
    """Return ``text`` to the letter; its paragraphs are told without changing a character."""
    chunks = [chunk for chunk in re.split(r"\r?\n(?:[ \t]*\r?\n)+", text) if chunk.strip()]
    wrapped = is_wrapped(text.splitlines())
    pieces = chunks if wrapped else [line for chunk in chunks for line in re.split(r"\r\n|\r|\n", chunk)]
    return RawDocument(
        blocks=tuple(RawBlock(BlockKind.PARAGRAPH, piece.strip()) for piece in pieces if piece.strip()),
        exact=text,
    )


def flat_document(text: str) -> RawDocument:
    """Return a plain text as paragraphs and list items; rules tell title and headings later."""
    return RawDocument(blocks=tuple(flat_blocks(text)), flat=True)


def flat_blocks(text: str) -> Iterator[RawBlock]:
    """Yield the paragraphs and list items of a plain text."""
    plain = _LINE_END.sub("\n", text)
    wrapped = is_wrapped(plain.split("\n"))
    for chunk in _BLANK_LINE.split(plain):
        lines = [line for line in chunk.split("\n") if line.strip()]
        for paragraph in unwrapped(lines) if wrapped else lines:
            yield _block(paragraph)


def _block(paragraph: str) -> RawBlock:
    if looks.is_bullet(paragraph) and looks.words(paragraph) > 1:
        return block(BlockKind.ITEM, looks.without_bullet(paragraph))
    return block(BlockKind.PARAGRAPH, paragraph)


def _breaks(lines: list[str]) -> list[tuple[str, str]]:
    """Return the pairs of lines that follow each other without a blank one between."""
    return [(one, two) for one, two in itertools.pairwise(lines) if one.strip() and two.strip()]


def _is_forced(one: str, two: str, width: int) -> bool:
    """Tell whether the first word of ``two`` would not have fitted on the line before."""
    first = two.split(maxsplit=1)[0]
    return len(one.rstrip()) + 1 + len(first) > width - _SLACK


def is_wrapped(lines: list[str]) -> bool:
    """Tell whether most line breaks of a text were forced by a width."""
    width = max((len(line.rstrip()) for line in lines), default=0)
    breaks = _breaks(lines)
    if not breaks or not _NARROWEST <= width <= _WIDEST:
        return False
    return sum(_is_forced(one, two, width) for one, two in breaks) >= _FORCED * len(breaks)


def unwrapped(lines: list[str]) -> Iterator[str]:
    """Yield the paragraphs of a run of wrapped lines: a new one starts at a list sign or an early break."""
    held: list[str] = []
    for line in lines:
        if held and (looks.is_bullet(line) or _is_short_end(held[-1])):
            yield " ".join(held)
            held = []
        held.append(line.strip())
    if held:
        yield " ".join(held)


def _is_short_end(before: str) -> bool:
    """Tell a line that ends a paragraph: short, and finished."""
    return len(before) < _NARROWEST and (looks.ends_sentence(before) or looks.announces_date(before))
