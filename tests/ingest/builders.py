"""Inputs for tests: files in memory and in a folder, and what reading makes of them."""

from __future__ import annotations

from pathlib import Path

from tui.ingest.options import ReadOptions, Rejected
from tui.ingest.raw import in_memory
from tui.ingest.reading import read, read_input
from tui.model.article import Document

Found = Document | Rejected


def reading(data: bytes | str, name: str = "text.txt", options: ReadOptions | None = None) -> list[Found]:
    """Read ``data`` as a file of this name."""
    raw = data.encode() if isinstance(data, str) else data
    return list(read_input(in_memory(raw, key=name, name=name), options or ReadOptions()))


def document(data: bytes | str, name: str = "text.txt", options: ReadOptions | None = None) -> Document:
    """Return the one document that ``data`` gives."""
    (found,) = reading(data, name, options)
    assert isinstance(found, Document), found
    return found


def refusal(data: bytes | str, name: str = "text.txt") -> str:
    """Return why ``data`` is refused, which is one line."""
    (found,) = reading(data, name)
    assert isinstance(found, Rejected), found.text[:200]
    assert "\n" not in found.why
    assert found.why.isprintable()
    return found.why


def read_path(path: Path, options: ReadOptions | None = None) -> list[Found]:
    """Read a path."""
    return list(read(str(path), options))


def texts(document: Document, kind: str | None = None) -> list[str]:
    """Return the texts of a document's blocks, of one kind or of all."""
    return [block.span.of(document.text) for block in document.blocks if kind in (None, block.kind)]


def reasons(document: Document) -> set[str]:
    """Return why parts of a document were removed."""
    return {removed.why for removed in document.removed}


ARTICLE = (
    "Le port de Valmer rouvre ses quais\n\n"
    "Les trois quais du port de Valmer ont rouvert lundi après deux ans de travaux, a annoncé la mairie.\n\n"
    "Les pêcheurs attendaient ce jour avec impatience : la criée avait été déplacée à vingt kilomètres.\n"
)
