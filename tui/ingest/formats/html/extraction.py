"""The main text of a page: trafilatura's choice of elements, turned into blocks that keep their kind."""

from __future__ import annotations

import copy
import logging
from typing import cast

from lxml.etree import _Element
from lxml.html import HtmlElement

from tui.ingest.formats.html.flow import blocks_of
from tui.ingest.raw import RawBlock

_QUOTES = ("“", "”")
"""What browsers draw around ``<q>``."""


def main_blocks(root: HtmlElement, url: str | None) -> tuple[RawBlock, ...]:
    """Return the blocks of a page's main text; all of its text where no main text is found."""
    tree = copy.deepcopy(root)
    _write_out_quotes(tree)
    body = _main_body(tree)
    return tuple(blocks_of(tree if body is None else body, url))


def _write_out_quotes(tree: HtmlElement) -> None:
    """Replace ``<q>`` by its quotation marks: extraction would cut the sentence there."""
    for quote in list(tree.iter("q")):
        quote.text = _QUOTES[0] + (quote.text or "")
        if len(quote):
            quote[-1].tail = (quote[-1].tail or "") + _QUOTES[1]
        else:
            quote.text += _QUOTES[1]
        quote.drop_tag()


def _main_body(tree: HtmlElement) -> _Element | None:
    import trafilatura  # noqa: PLC0415 - half a second that only pages cost

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found = trafilatura.bare_extraction(tree, **OPTIONS)
    return cast("_Element | None", found.body if found is not None else None)


OPTIONS = {"favor_precision": True, "include_comments": False, "with_metadata": False}
