"""Which format an input is in: by its content, then by its name, else plain text."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from tui.errors import InputError
from tui.ingest.decoding import decode
from tui.ingest.raw import Input
from tui.locale import later, tr

_SIGNATURES = (
    (0, b"%PDF-", "pdf"),
    (0, b"\x1f\x8b", "gzip"),
    (257, b"ustar", "tar"),
)
_ZIPS = (b"PK\x03\x04", b"PK\x05\x06")
_EPUB = b"mimetypeapplication/epub+zip"
_EPUB_WITHIN = 120
"""Bytes at the start of a zip within which an EPUB states its type."""

_UNREADABLE = (
    (b"\x89PNG", later("a PNG picture")),
    (b"\xff\xd8\xff", later("a JPEG picture")),
    (b"GIF8", later("a GIF picture")),
    (b"\x7fELF", later("a program")),
    (b"MZ\x90\x00", later("a program")),
    (b"SQLite format 3\x00", later("a SQLite database")),
    (b"ID3", later("an audio file")),
    (b"OggS", later("an audio or video file")),
    (b"\xd0\xcf\x11\xe0", later("an old Office document")),
    (b"7z\xbc\xaf\x27\x1c", later("a 7z archive")),
    (b"Rar!\x1a\x07", later("a RAR archive")),
    (b"\xfd7zXZ\x00", later("an xz archive")),
    (b"BZh", later("a bzip2 archive")),
    (b"\x28\xb5\x2f\xfd", later("a Zstandard archive")),
    (b"{\\rtf", later("an RTF document")),
)
_EXTENSIONS = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".eml": "mail",
    ".mbox": "mbox",
    ".txt": "text",
    ".text": "text",
}
_ROOT = re.compile(r"<(?![?!])(?:[\w.-]+:)?([A-Za-z][\w.-]*)")
_ROOTS = {
    "rss": "feed",
    "rdf": "feed",
    "feed": "feed",
    "opml": "opml",
    "html": "html",
    "head": "html",
    "body": "html",
}
_HTML_START = re.compile(
    r"\s*(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*(?:<!doctype\s+html|<html|<head|<body)", re.IGNORECASE | re.DOTALL
)
_HTML_TAGS = re.compile(
    r"</?(?:html|head|body|title|meta|div|p|h[1-6]|span|article|section|a|br|table|ul|li)\b[^>]*>",
    re.IGNORECASE,
)
_FEW_TAGS = 3
_COMMENTS = re.compile(
    r"<!--.*?(?:-->|\Z)|<\?.*?\?>|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE
)
_HEADER = re.compile(
    r"(?:^|\n)(?:received|return-path|message-id|mime-version|delivered-to|content-type|subject|date|from|to)\s*:",
    re.IGNORECASE,
)
_HEADERS_ONLY = re.compile(r"(?:[\x21-\x39\x3b-\x7e]+:[^\n]*(?:\n[ \t][^\n]*)*\n)+(?:\n|\Z)")
_FEW_HEADERS = 3
_MBOX = re.compile(r"From \S.{0,100}\d\d:\d\d.{0,40}\n(?:[\x21-\x39\x3b-\x7e]+:|>?From )")
_JSON_FEED = re.compile(r'"version"\s*:\s*"https?:\\?/\\?/(?:www\.)?jsonfeed\.org')
_JSON_LINE = re.compile(r'\s*\{\s*"(?:[^"\\]|\\.)*"\s*:')
_MARKS = re.compile(r"(?:^|\n)(?:#{1,6} \S|---\n[\w-]+\s*:|\+\+\+\n[\w-]+\s*=)|\]\(https?://")

_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]")
_CONTROL_SHARE = 0.05
_FEW_CONTROLS = 12
"""Control and lost characters, in share and in number, from which bytes are no text (noise has 10 %)."""


def sniff(source: Input) -> str:
    """Return the kind of ``source``; raises InputError when it is nothing that can be read."""
    head = source.head()
    if not head.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise InputError(tr("is empty") if not head.strip() else tr("holds nothing but NUL bytes"))
    return _by_signature(head) or _by_text(head, source)


def _by_signature(head: bytes) -> str | None:
    for at, signature, kind in _SIGNATURES:
        if head[at : at + len(signature)] == signature:
            return kind
    if head.startswith(_ZIPS):
        return "epub" if _EPUB in head[:_EPUB_WITHIN] else "zip"
    if b"%PDF-" in head[:1024]:
        return "pdf"
    for signature, what in _UNREADABLE:
        if head.startswith(signature):
            raise InputError(tr("is {what}, which visavis does not read", what=tr(what)))
    return None


def _by_text(head: bytes, source: Input) -> str:
    text = decode(head, source.charset).lstrip("\ufeff")
    if _is_binary(text):
        raise InputError(tr("is not text (binary data)"))
    extension = PurePosixPath(source.name.lower()).suffix
    return (
        _by_json(text)
        or _by_markup(text, extension)
        or _by_headers(text)
        or _EXTENSIONS.get(extension)
        or ("html" if "html" in (source.media or "") else None)
        or ("markdown" if _is_marked(text) else "text")
    )


def _is_binary(text: str) -> bool:
    return len(_CONTROLS.findall(text)) > max(_FEW_CONTROLS, _CONTROL_SHARE * len(text))


def _by_json(text: str) -> str | None:
    if not _JSON_LINE.match(text):
        return None
    return "feed" if _JSON_FEED.search(text) else "jsonl"


def _by_markup(text: str, extension: str) -> str | None:
    """Tell XML (a page, if unknown) and HTML by the root element; a text with tags goes by its name."""
    if not text.lstrip().startswith("<"):
        return "html" if extension in ("", ".php", ".asp") and _has_tags(text) else None
    if _HTML_START.match(text):
        return "html"
    root = _ROOT.search(_COMMENTS.sub("", text))
    kind = _ROOTS.get(root[1].casefold()) if root else None
    if kind or extension in (".md", ".markdown"):
        return kind
    return "html" if text.lstrip().startswith("<?xml") or _has_tags(text) else None


def _has_tags(text: str) -> bool:
    return len(_HTML_TAGS.findall(text)) >= _FEW_TAGS


def _by_headers(text: str) -> str | None:
    plain = text.replace("\r\n", "\n")
    if _MBOX.match(plain):
        return "mbox"
    headers = _HEADERS_ONLY.match(plain)
    return "mail" if headers and len(_HEADER.findall(headers[0])) >= _FEW_HEADERS else None


def _is_marked(text: str) -> bool:
    return len(_MARKS.findall(text.replace("\r\n", "\n"))) >= 2
