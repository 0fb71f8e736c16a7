"""JSON Lines: an article a line, read as a stream so that a file may be of any size."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from types import NoneType
from typing import Any, BinaryIO

from tui.errors import InputError
from tui.ingest import limits
from tui.ingest.building import tidy
from tui.ingest.decoding import decode
from tui.ingest.formats.text import exact_document, flat_blocks
from tui.ingest.metadata.dates import moment
from tui.ingest.metadata.tags import language
from tui.ingest.options import ReadOptions, Rejected
from tui.ingest.raw import Input, RawDocument
from tui.locale import tr
from tui.model.article import Removed
from tui.text.printable import clean_line

_FIELDS = ("id", "title", "byline", "source", "url", "lang")
"""What a line may say beside its text and its date, all of it text."""

UNREAD = "not understood, left out"
_SHOWN = 120
"""Characters shown of a field that could not be read."""


def read_jsonl(source: Input, options: ReadOptions) -> Iterator[RawDocument | Rejected]:
    """Yield the article of each line; a line that is none is refused by its number, the others are read."""
    with closing(source.open()) as stream:
        for number, line in enumerate(_lines(stream), start=1):
            if line is None:
                yield Rejected(
                    f"{source.key}#{number}",
                    tr(
                        "line {number} is longer than {limit} MB",
                        number=number,
                        limit=limits.MAX_TEXT // limits.MB,
                    ),
                )
                return
            if line.strip():
                yield _read_line(line, number, source, options)


def _lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """Yield the lines of a stream, and None instead of one that is too long."""
    while line := stream.readline(limits.MAX_TEXT + 1):
        yield line if len(line) <= limits.MAX_TEXT else None


def _read_line(line: bytes, number: int, source: Input, options: ReadOptions) -> RawDocument | Rejected:
    where = f"{source.key}#{number}"
    try:
        record = json.loads(decode(line, source.charset))
    except (ValueError, RecursionError) as error:
        return Rejected(where, tr("line {number} is not JSON: {why}", number=number, why=error))
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        return Rejected(where, tr('line {number} has no "text"', number=number))
    try:
        said = {name: _said(record, name) for name in _FIELDS}
    except InputError as error:
        return Rejected(where, tr("line {number}: {why}", number=number, why=error))
    text = _without_surrogates(record["text"])
    if not tidy(text):
        return Rejected(clean_line(said["id"] or where), tr("there is no text in it"), failed=False)
    return _document(said, text, record.get("published"), number, options)


def _said(record: dict[str, Any], name: str) -> str | None:
    """Return what a line says under ``name``, None for nothing; raises InputError when it is not text."""
    value = record.get(name)
    if name == "byline" and isinstance(value, list) and all(isinstance(one, str) for one in value):
        value = ", ".join(value)
    if isinstance(value, bool) or not isinstance(value, (str, int, float, NoneType)):
        raise InputError(tr('"{name}" is not text', name=name))
    return None if value is None else _without_surrogates(str(value)) or None


def _without_surrogates(text: str) -> str:
    r"""Return ``text`` with lone ``\ud800`` escapes replaced: no encoding can write them."""
    return (
        text.encode("utf-8", "replace").decode()
        if any("\ud800" <= char <= "\udfff" for char in text)
        else text
    )


def _document(
    said: dict[str, str | None], text: str, published: object, number: int, options: ReadOptions
) -> RawDocument:
    exact = exact_document(text) if options.exact else None
    when, lang = moment(published), language(said["lang"])
    return RawDocument(
        blocks=exact.blocks if exact else tuple(flat_blocks(text)),
        title=said["title"],
        byline=said["byline"],
        source=said["source"],
        url=said["url"],
        published=when,
        lang=lang,
        removed=tuple(_unread(("lang", said["lang"], lang), ("published", published, when))),
        key=said["id"],
        suffix=str(number),
        flat=True,
        exact=text if exact else None,
    )


def _unread(*fields: tuple[str, object, object]) -> Iterator[Removed]:
    """Yield what a line states and cannot be read as meant: (name, as stated, as read) each."""
    for name, stated, read in fields:
        if stated and not read:
            yield Removed(clean_line(f"{name}: {stated}")[:_SHOWN], UNREAD)
