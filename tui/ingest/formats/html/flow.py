"""A tree of HTML (or of trafilatura's result) to blocks, in reading order."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from tui.ingest.building import Piece, block, linked_block
from tui.ingest.metadata.addresses import joined
from tui.ingest.raw import RawBlock
from tui.model.article import BlockKind

_KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "head"), BlockKind.HEADING),
    **dict.fromkeys(("li", "item", "dt", "dd"), BlockKind.ITEM),
    **dict.fromkeys(("blockquote", "quote"), BlockKind.QUOTE),
    **dict.fromkeys(("figcaption", "caption"), BlockKind.CAPTION),
    "pre": BlockKind.CODE,
}
"""Elements that give what is within them a kind."""

_BLOCKS = frozenset(
    "p div section article main header footer aside ul ol dl list table thead tbody tfoot tr row"
    " figure details summary address center fieldset hgroup body html".split()
)
"""Elements that begin a block without giving it a kind."""

_CELLS = frozenset(("td", "th", "cell"))
_BREAKS = frozenset(("br", "lb", "text"))
"""What ends a line: ``text`` is a line of an SVG page, as books with a fixed layout have them."""
_SKIPPED = frozenset(
    "script style noscript template math iframe object embed audio video form button select"
    " option input textarea nav dialog title meta link graphic".split()
)
_ANCHOR = "¶"
"""What documentation writes behind a heading, for its link."""

_CELL_MARK = " | "
"""Stands between the cells of a row."""

_INHERITING = frozenset((BlockKind.QUOTE, BlockKind.ITEM, BlockKind.CAPTION))
"""Kinds that a paragraph within takes on."""


Located = tuple[RawBlock, _Element | None]
"""A block, and the innermost block-level element around it."""


class _Flow:
    """Collects pieces of text until a block ends."""

    def __init__(self, base: str | None) -> None:
        self.base = base
        self.blocks: list[Located] = []
        self.holder: _Element | None = None
        self.pieces: list[Piece] = []
        self.kind = BlockKind.PARAGRAPH
        self.address: str | None = None
        self.broken = False

    def say(self, text: str | None) -> None:
        if text:
            self.pieces.append((text, self.address))
            self.broken = self.broken and not text.strip()

    def end(self) -> None:
        """End the block in hand."""
        made = linked_block(self.kind, (piece for piece in self.pieces if piece[0] != _ANCHOR))
        if made.text.strip(" |"):
            self.blocks.append((made, self.holder))
        self.pieces, self.broken = [], False

    def line_break(self, element: _Element) -> None:
        """Take one break for a blank, two for a new paragraph; what stands within goes on below."""
        if self.broken:
            self.end()
        else:
            self.say("\n")
            self.broken = True
        self.inline(element, "br")

    def walk(self, element: _Element) -> None:
        name = str(element.tag).rpartition("}")[2].lower()
        if name in _BREAKS:
            self.line_break(element)
        elif name == "pre" or (name == "code" and "\n" in _text(element).strip()):
            self.code(element)
        elif name in _KINDS or name in _BLOCKS:
            self.block(element, name)
        elif name in ("a", "ref"):
            self.link(element)
        elif name not in _SKIPPED:
            self.inline(element, name)
        self.say(element.tail)

    def inline(self, element: _Element, name: str) -> None:
        if name in _CELLS and any(text.strip() for text, _ in self.pieces):
            self.say(_CELL_MARK)
        self.say(element.text)
        for child in element:
            self.walk(child)

    def block(self, element: _Element, name: str) -> None:
        before, holder = self.kind, self.holder
        self.end()
        self.holder = element
        given = _KINDS.get(name)
        if given is not None and not (before is BlockKind.QUOTE and given is BlockKind.ITEM):
            self.kind = given
        elif before not in _INHERITING:
            self.kind = BlockKind.PARAGRAPH
        self.inline(element, name)
        self.end()
        self.kind, self.holder = before, holder

    def code(self, element: _Element) -> None:
        self.end()
        made = block(BlockKind.CODE, _text(element))
        if made.text.strip():
            self.blocks.append((made, element))

    def link(self, element: _Element) -> None:
        before = self.address
        self.address = _address(element, self.base) or before
        self.inline(element, "a")
        self.address = before


def _text(element: _Element) -> str:
    return "".join(str(text) for text in element.itertext())


def _address(element: _Element, base: str | None) -> str | None:
    """Return the address that a link leads to, relative where the page's own is not known."""
    target = (element.get("href") or element.get("target") or "").strip()
    return joined(base, target) if base else target or None


def blocks_of(root: _Element, base: str | None = None) -> Iterator[RawBlock]:
    """Yield the blocks of what ``root`` holds; ``base`` is the address that relative links start from."""
    yield from (block for block, _ in located_blocks(root, base))


def located_blocks(root: _Element, base: str | None = None) -> list[Located]:
    """Return the blocks of what ``root`` holds, each with the element that it is the text of."""
    flow = _Flow(base)
    flow.walk(root)
    flow.end()
    return flow.blocks
