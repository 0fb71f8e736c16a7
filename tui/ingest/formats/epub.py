"""EPUB books: a chapter an article."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from tui.errors import InputError
from tui.ingest.building import tidy
from tui.ingest.decoding import decode
from tui.ingest.formats.html.flow import blocks_of
from tui.ingest.formats.html.parsing import parse
from tui.ingest.formats.unpacking import Budget, member_bytes
from tui.ingest.metadata.dates import moment
from tui.ingest.metadata.tags import language
from tui.ingest.options import ReadOptions, Rejected
from tui.ingest.raw import Input, RawBlock, RawDocument
from tui.locale import tr
from tui.model.article import BlockKind, Lang, Published

_CONTAINER = "META-INF/container.xml"
_DRM = "META-INF/encryption.xml"
_PAGES = ("application/xhtml+xml", "text/html", "application/xml", "text/x-oeb1-document")
_LEAST_CHAPTER = 1
"""Words that a chapter holds at least: covers hold pictures alone."""


@dataclass(frozen=True, slots=True)
class _Book:
    title: str | None
    byline: str | None
    lang: Lang | None
    published: Published | None
    chapters: tuple[str, ...]
    contents: dict[str, str]


def read_epub(source: Input, options: ReadOptions) -> Iterator[RawDocument | Rejected]:
    """Yield each chapter of a book in reading order."""
    _ = options
    with closing(source.open()) as stream:
        try:
            archive = zipfile.ZipFile(stream)
        except (zipfile.BadZipFile, NotImplementedError, ValueError, LookupError) as error:
            raise InputError(tr("is a damaged EPUB: {why}", why=error)) from error
        with archive:
            yield from _chapters(archive, source)


def _chapters(archive: zipfile.ZipFile, source: Input) -> Iterator[RawDocument | Rejected]:
    budget = Budget()
    book = _book(archive, budget)
    for number, name in enumerate(book.chapters, start=1):
        try:
            markup = decode(member_bytes(archive, name, budget))
        except InputError as error:
            yield Rejected(f"{source.key}#{name}", str(error))
            continue
        blocks = tuple(blocks_of(parse(markup)))
        if sum(len(block.text.split()) for block in blocks) >= _LEAST_CHAPTER:
            yield _chapter(book, number, name, blocks)


def _chapter(book: _Book, number: int, name: str, blocks: tuple[RawBlock, ...]) -> RawDocument:
    heading = next((block.text for block in blocks if block.kind is BlockKind.HEADING), None)
    return RawDocument(
        blocks=blocks,
        title=_chapter_title(book, number, name, heading),
        byline=book.byline,
        published=book.published,
        source=book.title,
        lang=book.lang,
        suffix=name,
    )


def _chapter_title(book: _Book, number: int, name: str, heading: str | None) -> str | None:
    if len(book.chapters) == 1:
        return book.title or heading
    return book.contents.get(name) or heading or (f"{book.title} ({number})" if book.title else None)


def _xml(data: bytes) -> etree._Element:
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False)
    root = etree.fromstring(data, parser=parser)
    if root is None:
        raise InputError(tr("is a damaged EPUB: its package file is no XML"))
    return root


def _book(archive: zipfile.ZipFile, budget: Budget) -> _Book:
    try:
        container = _xml(member_bytes(archive, _CONTAINER, budget))
        package = next(str(each.get("full-path")) for each in container.iter("{*}rootfile"))
        root = _xml(member_bytes(archive, package, budget))
    except (StopIteration, etree.XMLSyntaxError) as error:
        raise InputError(tr("is a damaged EPUB: it names no package file")) from error
    if _DRM in archive.namelist() and _is_encrypted(archive, budget):
        raise InputError(tr("is an encrypted EPUB (DRM)"))
    base = posixpath.dirname(package)
    items = {str(each.get("id")): each for each in root.iter("{*}manifest") for each in each.iter("{*}item")}
    spine = [items[ref] for each in root.iter("{*}itemref") if (ref := str(each.get("idref"))) in items]
    return _Book(
        title=_stated(root, "title"),
        byline=", ".join(_every(root, "creator")) or None,
        lang=language(_stated(root, "language")),
        published=moment(_stated(root, "date")),
        chapters=tuple(
            dict.fromkeys(
                _path(base, str(item.get("href")))
                for item in spine
                if item.get("media-type") in (*_PAGES, None)
            )
        ),
        contents=_contents(archive, base, list(items.values()), budget),
    )


def _is_encrypted(archive: zipfile.ZipFile, budget: Budget) -> bool:
    """Tell encrypted pages from obfuscated fonts, which hinder nobody."""
    listed = _xml(member_bytes(archive, _DRM, budget))
    uris = [str(each.get("URI")) for each in listed.iter("{*}CipherReference")]
    return any(uri.lower().endswith((".xhtml", ".html", ".htm", ".xml")) for uri in uris)


def _every(root: etree._Element, name: str) -> Iterator[str]:
    for element in root.iter(f"{{http://purl.org/dc/elements/1.1/}}{name}"):
        said = tidy("".join(str(text) for text in element.itertext()))
        yield from (said,) if said else ()


def _stated(root: etree._Element, name: str) -> str | None:
    return next(_every(root, name), None)


def _path(base: str, href: str) -> str:
    """Return the name of a member that a package refers to; never one above the archive's root."""
    return posixpath.normpath(posixpath.join(base, unquote(href.partition("#")[0]))).lstrip("./")


def _contents(
    archive: zipfile.ZipFile, base: str, items: list[etree._Element], budget: Budget
) -> dict[str, str]:
    """Return the titles that the book's table of contents gives to its files, old (NCX) or new (nav)."""
    titles: dict[str, str] = {}
    for item in items:
        is_ncx = item.get("media-type") == "application/x-dtbncx+xml"
        is_nav = "nav" in str(item.get("properties") or "").split()
        name = _path(base, str(item.get("href")))
        if (is_ncx or is_nav) and name in archive.namelist():
            root = _xml(member_bytes(archive, name, budget))
            for target, label in _ncx(root) if is_ncx else _nav(root):
                if label:
                    titles.setdefault(_path(posixpath.dirname(name), target), label)
    return titles


def _ncx(root: etree._Element) -> Iterator[tuple[str, str]]:
    for point in root.iter("{*}navPoint"):
        label, content = point.find("{*}navLabel"), point.find("{*}content")
        if label is not None and content is not None:
            yield str(content.get("src")), tidy("".join(str(text) for text in label.itertext()))


def _nav(root: etree._Element) -> Iterator[tuple[str, str]]:
    for nav in root.iter("{*}nav"):
        if (nav.get("{http://www.idpf.org/2007/ops}type") or "toc") == "toc":
            for link in nav.iter("{*}a"):
                yield str(link.get("href")), tidy("".join(str(text) for text in link.itertext()))
