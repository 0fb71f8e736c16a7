"""The formats: one module each, told by content first and name second, loaded when first met."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Protocol, cast

from tui.ingest.options import ReadOptions, Rejected
from tui.ingest.raw import Input, RawDocument


class Reader(Protocol):
    """A format: from the bytes of an input to its articles. Raises InputError when it cannot."""

    def __call__(self, source: Input, options: ReadOptions, /) -> Iterator[RawDocument | Rejected]:
        """Yield each article of ``source``, and a Rejected for each part that cannot be one."""


class Container(Protocol):
    """A format that holds files: from the bytes of an input to the inputs within."""

    def __call__(self, source: Input, /) -> Iterator[Input | Rejected]:
        """Yield each member of ``source``, and a Rejected for each one that is refused."""


_READERS = {
    "text": "text:read_text",
    "markdown": "markdown:read_markdown",
    "html": "html.page:read_html",
    "jsonl": "jsonl:read_jsonl",
    "feed": "feeds.syndication:read_feed",
    "opml": "feeds.opml:read_subscriptions",
    "epub": "epub:read_epub",
    "pdf": "pdf:read_pdf",
    "mail": "mail:read_mail",
    "mbox": "mail:read_mbox",
}
_CONTAINERS = {"gzip": "archive:open_gzip", "zip": "archive:open_zip", "tar": "archive:open_tar"}


def reader(kind: str) -> Reader | None:
    """Return the reader of a kind of input, or None for a container's."""
    return cast("Reader", _load(_READERS[kind])) if kind in _READERS else None


def container(kind: str) -> Container:
    """Return what opens a kind of container."""
    return cast("Container", _load(_CONTAINERS[kind]))


def _load(name: str) -> object:
    module, function = name.split(":")
    return getattr(import_module(f"tui.ingest.formats.{module}"), function)
