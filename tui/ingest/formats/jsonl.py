"""JSON Lines: an article a line, read as a stream so that a file may be of any size."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from typing import Any, BinaryIO

from tui.ingest import limits
from tui.ingest.decoding import decode
from tui.ingest.formats.text import exact_document, flat_blocks
from tui.ingest.metadata.dates import moment
from tui.ingest.metadata.tags import language
from tui.ingest.options import ReadOptions, Rejected
from tui.ingest.raw import Input, RawDocument

_FIELDS = ("title", "byline", "source", "url")


def read_jsonl(source: Input, options: ReadOptions) -> Iterator[RawDocument | Rejected]:
    """Yield the article of each line; a line that is none is refused by its number, the others are read."""
    with closing(source.open()) as stream:
        for number, line in enumerate(_lines(stream), start=1):
            if line is None:
                yield Rejected(
                    f"{source.key}#{number}",
                    f"line {number} is longer than {limits.MAX_TEXT // limits.MB} MB",
                )
                return
            if line.strip():
                yield _read_line(line, number, source, options)


def _lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """Yield the lines of a stream, and None instead of one that is too long."""
    while line := stream.readline(limits.MAX_TEXT + 1):
        yield line if len(line) <= limits.MAX_TEXT else None


def _read_line(line: bytes, number: int, source: Input, options: ReadOptions) -> RawDocument | Rejected:
    try:
        record = json.loads(decode(line, source.charset))
    except (ValueError, RecursionError) as error:
        return Rejected(f"{source.key}#{number}", f"line {number} is not JSON: {error}")
    text = record.get("text") if isinstance(record, dict) else None
    if not isinstance(text, str):
        return Rejected(f"{source.key}#{number}", f'line {number} has no "text"')
    return _document(record, _without_surrogates(text), number, options)


def _without_surrogates(text: str) -> str:
    r"""Return ``text`` with lone ``\ud800`` escapes replaced: no encoding can write them."""
    return (
        text.encode("utf-8", "replace").decode()
        if any("\ud800" <= char <= "\udfff" for char in text)
        else text
    )


def _document(record: dict[str, Any], text: str, number: int, options: ReadOptions) -> RawDocument:
    said = {name: _without_surrogates(str(record[name])) for name in _FIELDS if record.get(name)}
    given = record.get("id")
    exact = exact_document(text) if options.exact else None
    return RawDocument(
        blocks=exact.blocks if exact else tuple(flat_blocks(text)),
        title=said.get("title"),
        byline=said.get("byline"),
        source=said.get("source"),
        url=said.get("url"),
        published=moment(record.get("published")),
        lang=language(record.get("lang")),
        key=_without_surrogates(str(given)) if given not in (None, "") else None,
        suffix=str(number),
        flat=True,
        exact=text if exact else None,
    )
