"""From a source that a person names to clean documents: the one door into ingestion."""

from __future__ import annotations

from collections.abc import Iterator

from tui.errors import InputError, reason
from tui.ingest import limits
from tui.ingest.finishing import finish, key_of
from tui.ingest.formats import container, reader
from tui.ingest.formats.sniffing import sniff
from tui.ingest.options import ReadOptions, Rejected
from tui.ingest.raw import Input, RawDocument
from tui.ingest.sources import inputs
from tui.locale import tr
from tui.model.article import Document
from tui.text.printable import clean_line

__all__ = ["ReadOptions", "Rejected", "read", "read_input"]

_LONGEST_REASON = 300
"""Characters of a reason: one line that a terminal can show."""


def read(source: str, options: ReadOptions | None = None) -> Iterator[Document | Rejected]:
    """Yield what a file, a folder, an address or ``-`` holds; a part that cannot be read gives a Rejected."""
    options = options or ReadOptions()
    for each in inputs(source, private=options.private):
        if isinstance(each, Rejected):
            yield each
        else:
            yield from read_input(each, options)


def read_input(source: Input, options: ReadOptions, *, depth: int = 0) -> Iterator[Document | Rejected]:
    """Yield the documents of one input; whatever goes wrong in it stays in it."""
    try:
        yield from _documents(source, options, depth)
    except Exception as error:  # noqa: BLE001 - one input of a run: its neighbours go on
        yield _refusal(source.key, error)


def _refusal(key: str, error: Exception) -> Rejected:
    """Return what was refused, and why in one line."""
    return Rejected(clean_line(key), clean_line(_reason(error))[:_LONGEST_REASON])


def _reason(error: Exception) -> str:
    if isinstance(error, InputError):
        return str(error)
    if isinstance(error, OSError):
        return reason(error).lower()
    if isinstance(error, RecursionError):
        return "is nested too deep"
    return f"cannot be read: {type(error).__name__}: {error}"


def _documents(source: Input, options: ReadOptions, depth: int) -> Iterator[Document | Rejected]:
    kind = sniff(source)
    read_kind = reader(_as_asked(kind, options))
    if read_kind is None:
        yield from _members(source, kind, options, depth)
        return
    for found in read_kind(source, options):
        yield found if isinstance(found, Rejected) else _finished(found, source, options)


def _finished(found: RawDocument, source: Input, options: ReadOptions) -> Document | Rejected:
    """Return a document of an input that may hold more: what is wrong with one stays in it."""
    try:
        return finish(found, source, options)
    except Exception as error:  # noqa: BLE001 - one document of an input: its neighbours go on
        return _refusal(key_of(found, source), error)


def _as_asked(kind: str, options: ReadOptions) -> str:
    """In raw mode whatever is text is read as text, to the letter."""
    return "text" if options.exact and kind in ("html", "markdown", "feed", "opml", "mail", "mbox") else kind


def _members(source: Input, kind: str, options: ReadOptions, depth: int) -> Iterator[Document | Rejected]:
    if depth >= limits.MAX_DEPTH:
        raise InputError(tr("holds archives more than {count} deep", count=limits.MAX_DEPTH))
    for member in container(kind)(source):
        if isinstance(member, Rejected):
            yield member
        else:
            yield from read_input(member, options, depth=depth + 1)
