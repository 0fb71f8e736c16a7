"""OPML: the list of feeds that readers exchange."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from tui.errors import InputError
from tui.ingest import limits
from tui.ingest.building import tidy
from tui.ingest.options import ReadOptions, Rejected
from tui.ingest.raw import Input, RawDocument
from tui.locale import tr


@dataclass(frozen=True, slots=True)
class FeedRef:
    """A feed that a list names: its address, and its title and folder there, if any."""

    url: str
    title: str | None = None
    folder: str | None = None


def read_opml(data: bytes) -> tuple[FeedRef, ...]:
    """Return the feeds that an OPML list names, in its order; raises InputError when it is no such list."""
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser=parser)
    except etree.XMLSyntaxError as error:
        raise InputError(tr("is not a list of feeds: {why}", why=error)) from error
    if root is None or etree.QName(root).localname.lower() != "opml":
        raise InputError(tr("is not a list of feeds (OPML)"))
    try:
        return tuple(_refs(root))
    except UnicodeDecodeError as error:
        raise InputError(tr("is a damaged list of feeds: it is not in the charset it declares")) from error


def _refs(root: etree._Element) -> Iterator[FeedRef]:
    for outline in root.iter("{*}outline"):
        url = next((value for name, value in outline.attrib.items() if str(name).lower() == "xmlurl"), None)
        if url and str(url).strip():
            yield FeedRef(str(url).strip(), _title(outline), _title(outline.getparent()))


def _title(outline: etree._Element | None) -> str | None:
    said = (outline.get("title") or outline.get("text")) if outline is not None else None
    return tidy(str(said)) or None if said else None


def read_subscriptions(source: Input, options: ReadOptions) -> Iterator[RawDocument | Rejected]:
    """Refuse a list of feeds among articles, and say what to do with it."""
    _ = options
    count = len(read_opml(source.data(limits.MAX_FEED)))
    yield Rejected(
        source.key,
        tr("is a list of {count} feeds: `visavis feeds import` takes it", count=count),
        failed=False,
    )
