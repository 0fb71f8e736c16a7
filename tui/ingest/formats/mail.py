"""Messages: single ones (``.eml``) and mailboxes (mbox), newsletters among them."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from contextlib import closing
from email.errors import MessageError
from email.message import EmailMessage
from typing import BinaryIO

from tui.errors import InputError
from tui.ingest import limits
from tui.ingest.building import tidy
from tui.ingest.decoding import decode
from tui.ingest.formats.html.extraction import main_blocks
from tui.ingest.formats.html.parsing import parse
from tui.ingest.formats.text import flat_blocks
from tui.ingest.metadata.dates import moment
from tui.ingest.metadata.tags import language
from tui.ingest.options import ReadOptions, Rejected
from tui.ingest.raw import Input, RawBlock, RawDocument
from tui.locale import tr

_SIGNATURE = re.compile(r"\n-- ?\n.*\Z", re.DOTALL)
_ADDRESS = re.compile(r"\s*<[^>]*>|^[\"']|[\"']$")
_FROM = b"From "


def read_mail(source: Input, options: ReadOptions) -> Iterator[RawDocument]:
    """Yield the one article of a message."""
    _ = options
    yield message_document(source.data(), suffix="")


def read_mbox(source: Input, options: ReadOptions) -> Iterator[RawDocument | Rejected]:
    """Yield the article of each message of a mailbox, read as a stream."""
    _ = options
    with closing(source.open()) as stream:
        for number, data in enumerate(_messages(stream), start=1):
            try:
                yield message_document(data, suffix=str(number))
            except InputError as error:
                yield Rejected(f"{source.key}#{number}", str(error))


def _messages(stream: BinaryIO) -> Iterator[bytes]:
    """Yield the messages of a mailbox; one that is too long is cut."""
    held: list[bytes] = []
    size, blank = 0, True
    while line := stream.readline(limits.MAX_TEXT):
        if blank and line.startswith(_FROM):
            yield from (b"".join(held),) if held else ()
            held, size = [], 0
        elif size + len(line) <= limits.MAX_TEXT:
            held.append(line[1:] if line.startswith(b">From ") else line)
            size += len(line)
        blank = not line.strip()
    yield from (b"".join(held),) if held else ()


def message_document(data: bytes, *, suffix: str) -> RawDocument:
    """Return a message as an article; raises InputError when it holds no text."""
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        blocks, flat = _body(message)
        return RawDocument(
            blocks=blocks,
            title=_header(message, "Subject"),
            byline=_ADDRESS.sub("", _header(message, "From") or "") or None,
            published=moment(_header(message, "Date")),
            source=_header(message, "List-Id"),
            lang=language(_header(message, "Content-Language")),
            suffix=_ADDRESS_MARKS.sub("", _header(message, "Message-ID") or "") or suffix,
            flat=flat,
        )
    except (MessageError, LookupError, ValueError, TypeError, AttributeError, IndexError) as error:
        raise InputError(tr("is a damaged message: {why}", why=error)) from error


_ADDRESS_MARKS = re.compile(r"[<>\s]")


def _header(message: EmailMessage, name: str) -> str | None:
    """Return a header as a line; a damaged one as it stands."""
    try:
        said = message.get(name)
    except (ValueError, LookupError, TypeError, AttributeError, IndexError):
        said = None
    return tidy(str(said)) or None if said is not None else None


def _body(message: EmailMessage) -> tuple[tuple[RawBlock, ...], bool]:
    """Return the blocks of the fullest text of a message, and whether it is plain text."""
    part = message.get_body(("plain", "html"))
    if part is None:
        raise InputError(tr("is a message without text"))
    payload = part.get_payload(decode=True)
    text = decode(payload if isinstance(payload, bytes) else b"", part.get_content_charset())
    if part.get_content_type() == "text/html":
        return main_blocks(parse(text), None), False
    return tuple(flat_blocks(_SIGNATURE.sub("\n", text.replace("\r\n", "\n")))), True
