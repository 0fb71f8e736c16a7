"""Markup to a tree, whatever its depth; external entities and network are never touched."""

from __future__ import annotations

import re
import sys

from lxml import etree, html
from lxml.html import HtmlElement

from tui.ingest import limits

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udfff]")
"""Characters that no tree can hold."""

_REFERENCE = re.compile(r"&#(?:x([0-9a-f]+)|(\d+));?", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([A-Za-z][\w:-]*)((?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*)>")
_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li dd dt option".split()
)
"""Elements without an end, or whose end is commonly left out."""

_WRAPPERS = frozenset(
    "div span section article font center b i em strong u a small big table tbody tr td".split()
)
"""Elements that hostile and broken pages nest: without them, paragraphs and headings are still told."""


def writable(text: str) -> str:
    """Return ``text`` without the characters that no tree can hold."""
    return _UNWRITABLE.sub(" ", text)


def _possible(reference: re.Match[str]) -> str:
    """Return a character reference, or a blank for one to a character that no tree can hold."""
    digits = (reference[1] or reference[2]).lstrip("0")[:8]
    code = int(digits or "0", 16 if reference[1] else 10)
    return " " if code > sys.maxunicode or _UNWRITABLE.match(chr(code)) else reference[0]


def as_page(markup: str) -> str:
    """Return XML that is no XHTML with its elements, whatever their names, as divisions of a page."""
    if not _DECLARATION.match(markup) or "<html" in markup[: limits.HEAD].lower():
        return markup
    return _TAG.sub(lambda tag: "<br>" if tag[3].endswith("/") else f"<{tag[1]}div>", markup)


def parse(markup: str) -> HtmlElement:
    """Return the root element of a page or a fragment; what is nested too deep loses its tags alone."""
    text = _REFERENCE.sub(_possible, _DECLARATION.sub("", writable(markup)))
    root = _parsed(text)
    if root is None:
        root = _parsed(flattened(text))
    return html.Element("html") if root is None else root


def _parsed(text: str) -> HtmlElement | None:
    """Return the tree of ``text``, or None when the parser gave up on its depth."""
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = html.document_fromstring(text or "<p></p>", parser=parser)
    except (etree.ParserError, ValueError, AssertionError):
        return html.Element("html")
    gave_up = any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)
    return None if gave_up else root


def flattened(text: str) -> str:
    """Return markup without its wrappers and without tags deeper than ``limits.MAX_NESTING``."""
    depth = 0

    def kept(tag: re.Match[str]) -> str:
        nonlocal depth
        name = tag[2].lower()
        if name in _WRAPPERS:
            return "\n"
        if name in _VOID or tag[3].endswith("/"):
            return tag[0] if depth < limits.MAX_NESTING else " "
        depth = max(0, depth - 1) if tag[1] else depth + 1
        return tag[0] if depth + bool(tag[1]) <= limits.MAX_NESTING else " "

    return _TAG.sub(kept, text)
