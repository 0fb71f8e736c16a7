"""What passes between the steps of ingestion: an input, and what a format's reader made of it."""

from __future__ import annotations

import io
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from typing import BinaryIO

from tui.errors import InputError
from tui.ingest import limits
from tui.locale import tr
from tui.model.article import BlockKind, Lang, Published, Removed
from tui.model.span import Span


@dataclass(frozen=True, slots=True)
class Input:
    """Bytes to read, opened on demand.

    ``key`` names the input in messages and ids, ``name`` is its file name (a hint on the format),
    ``path`` and ``url`` where it lies, ``charset`` what its carrier declares, ``media`` its MIME type.
    """

    key: str
    name: str
    opener: Callable[[], BinaryIO]
    path: str | None = None
    url: str | None = None
    charset: str | None = None
    media: str | None = None

    def open(self) -> BinaryIO:
        """Return a new stream of the bytes from their beginning (raises OSError, InputError)."""
        return self.opener()

    def head(self, size: int = limits.HEAD) -> bytes:
        """Return the first ``size`` bytes, or all there are."""
        with closing(self.open()) as stream:
            return stream.read(size)

    def data(self, limit: int = limits.MAX_TEXT) -> bytes:
        """Return all bytes; raises InputError when there are more than ``limit``."""
        with closing(self.open()) as stream:
            data = stream.read(limit + 1)
        if len(data) > limit:
            raise InputError(
                tr(
                    "is larger than {limit} MB, the most that is read of this format",
                    limit=limit // limits.MB,
                )
            )
        return data


def in_memory(
    data: bytes, *, key: str, name: str, url: str | None = None, charset: str | None = None
) -> Input:
    """Return an input over ``data``."""
    return Input(key=key, name=name, opener=lambda: io.BytesIO(data), url=url, charset=charset)


@dataclass(frozen=True, slots=True)
class RawBlock:
    """A block before cleaning: ``links`` are spans of ``text`` with the address each leads to."""

    kind: BlockKind
    text: str
    links: tuple[tuple[Span, str], ...] = ()


@dataclass(frozen=True, slots=True)
class RawDocument:
    """An article as a format's reader found it.

    ``suffix`` tells apart several articles of one input, ``key`` replaces the input's key altogether.
    ``flat`` marks plain text, where title, headings, captions and boilerplate have to be told by their
    looks. ``exact`` holds the text to keep as it is, in raw mode.
    """

    blocks: tuple[RawBlock, ...] = ()
    title: str | None = None
    byline: str | None = None
    published: Published | None = None
    source: str | None = None
    url: str | None = None
    lang: Lang | None = None
    alternates: tuple[str, ...] = ()
    removed: tuple[Removed, ...] = ()
    key: str | None = None
    suffix: str = ""
    flat: bool = False
    exact: str | None = field(default=None, repr=False)
