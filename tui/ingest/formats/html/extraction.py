"""The main text of a page: trafilatura's choice of elements, turned into blocks that keep their kind."""

from __future__ import annotations

import copy
import logging
from typing import cast

from lxml.etree import _Element
from lxml.html import HtmlElement

from tui.ingest.formats.html.flow import blocks_of
from tui.ingest.formats.html.parsing import writable
from tui.ingest.formats.html.restoring import restored
from tui.ingest.raw import RawBlock

_SCANTY = 100
"""Words under which the strict choice may have missed the article."""

_MUCH_MORE = 3
"""How many times more the broad choice has to give to be taken instead."""

_QUOTES = ("“", "”")
"""What browsers draw around ``<q>``."""


def main_blocks(root: HtmlElement, url: str | None) -> tuple[RawBlock, ...]:
    """Return the blocks of a page's main text; all of its text where no main text is found."""
    tree = copy.deepcopy(root)
    _write_out_quotes(tree)
    chosen = _main_body(tree)
    body = tree.find("body")
    if chosen is None:
        return tuple(blocks_of(tree, url))
    return restored(tree if body is None else body, tuple(blocks_of(chosen, url)), url)


def _write_out_quotes(tree: HtmlElement) -> None:
    """Replace ``<q>`` by its quotation marks: extraction would cut the sentence there."""
    for quote in list(tree.iter("q")):
        quote.text = _QUOTES[0] + writable(quote.text or "")
        if len(quote):
            quote[-1].tail = writable(quote[-1].tail or "") + _QUOTES[1]
        else:
            quote.text += _QUOTES[1]
        quote.drop_tag()


def _main_body(tree: HtmlElement) -> _Element | None:
    """Return what trafilatura takes for the main text: its strict choice, unless next to nothing is left."""
    strict = _extracted(tree, strict=True)
    if _words(strict) >= _SCANTY:
        return strict
    broad = _extracted(tree, strict=False)
    return broad if _words(broad) > _MUCH_MORE * _words(strict) else strict


def _extracted(tree: HtmlElement, *, strict: bool) -> _Element | None:
    import trafilatura  # noqa: PLC0415 - half a second that only pages cost

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found = trafilatura.bare_extraction(copy.deepcopy(tree), favor_precision=strict, include_comments=False)
    return cast("_Element | None", getattr(found, "body", None))


def _words(body: _Element | None) -> int:
    return len("".join(str(text) for text in body.itertext()).split()) if body is not None else 0
