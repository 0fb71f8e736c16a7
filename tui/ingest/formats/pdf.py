"""PDF files with a text layer."""

from __future__ import annotations

import io
import logging
import re
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from tui.errors import InputError
from tui.ingest import limits
from tui.ingest.formats.text import exact_document, flat_blocks
from tui.ingest.metadata.dates import moment
from tui.ingest.options import ReadOptions
from tui.ingest.raw import Input, RawDocument
from tui.locale import tr

if TYPE_CHECKING:
    from pypdf import PdfReader

_NUMBERS = re.compile(r"\d+")
_HYPHENATED = re.compile(r"(?<=[a-zà-öø-ÿœ])[-\u00ad]\n(?=[a-zà-öø-ÿœ])")
_FEW_PAGES = 3
"""Pages from which a line at the same place of most of them is a running head."""

_MOST_PAGES = 0.5
_EDGE_LINES = 2
"""Lines at the top and the bottom of a page among which running heads and page numbers stand."""

_ROUGH_NAMES = re.compile(
    r"^(?:untitled|sans titre|document\d*|microsoft word|.*\.(?:docx?|pdf|indd|qxd|tex|odt))\b", re.IGNORECASE
)


def read_pdf(source: Input, options: ReadOptions) -> Iterator[RawDocument]:
    """Yield the one article of a PDF."""
    from pypdf.errors import PyPdfError  # noqa: PLC0415 - only PDFs need it

    try:
        yield _article(_opened(source.data(limits.MAX_FILE)), options)
    except InputError:
        raise
    except (
        PyPdfError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        IndexError,
        ArithmeticError,
        AssertionError,
    ) as error:
        said = f": {error}" if isinstance(error, PyPdfError) else ""  # the others speak to programmers
        raise InputError(tr("is a damaged PDF{said}", said=said)) from error


def _opened(data: bytes) -> PdfReader:
    from pypdf import PdfReader  # noqa: PLC0415

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise InputError(tr("is an encrypted PDF: it needs a password"))
    return reader


def _article(reader: PdfReader, options: ReadOptions) -> RawDocument:
    pages = [page.split("\n") for page in _pages(reader)]
    text = "\n\n".join("\n".join(lines) for lines in without_running_lines(pages))
    if not text.strip():
        raise InputError(tr("is a PDF without a text layer (scanned pages)"))
    said: Mapping[str, object] = reader.metadata or {}
    exact = exact_document(text) if options.exact else None
    return RawDocument(
        blocks=exact.blocks if exact else tuple(flat_blocks(_HYPHENATED.sub("", text))),
        title=_title(said.get("/Title")),
        byline=str(said.get("/Author") or "") or None,
        published=moment(_date(str(said.get("/CreationDate") or ""))),
        flat=True,
        exact=text if exact else None,
    )


def _pages(reader: PdfReader) -> Iterator[str]:
    """Yield the text of each page; raises InputError when there are too many or they take too long."""
    if len(reader.pages) > limits.MAX_PAGES:
        raise InputError(tr("has more than {count} pages", count=limits.MAX_PAGES))
    started = time.monotonic()
    for page in reader.pages:
        if time.monotonic() - started > limits.MAX_SECONDS:
            raise InputError(
                tr("takes longer than {seconds:.0f} seconds to read", seconds=limits.MAX_SECONDS)
            )
        yield page.extract_text()


def without_running_lines(pages: list[list[str]]) -> list[list[str]]:
    """Return pages without page numbers and without the heads and feet that most of them repeat."""
    pages = [[line.rstrip() for line in page if line.strip()] for page in pages]
    if len(pages) < _FEW_PAGES:
        return pages
    counts = Counter(key for page in pages for key in {_shape(line) for line in _edges(page)})
    running = {shape for shape, count in counts.items() if count > _MOST_PAGES * len(pages)}
    return [[line for at, line in enumerate(page) if not _runs(at, line, page, running)] for page in pages]


def _edges(page: list[str]) -> list[str]:
    return page[:_EDGE_LINES] + page[-_EDGE_LINES:]


def _shape(line: str) -> str:
    return _NUMBERS.sub("0", line.strip().casefold())


def _runs(at: int, line: str, page: list[str], running: set[str]) -> bool:
    is_edge = at < _EDGE_LINES or at >= len(page) - _EDGE_LINES
    return is_edge and _shape(line) in running


def _title(said: object) -> str | None:
    """Return the title that the file states, unless it is the name of what it was made from."""
    title = str(said or "").strip()
    return title if title and not _ROUGH_NAMES.match(title) else None


def _date(said: str) -> str:
    """Return the day of a PDF date (``D:20240131...``) in ISO 8601."""
    found = re.match(r"(?:D:)?(\d{4})(\d\d)(\d\d)", said)
    return f"{found[1]}-{found[2]}-{found[3]}" if found else ""
