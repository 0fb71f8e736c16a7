"""CSV (RFC 4180): one line a row, gaps included."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from typing import TextIO

from tui.export.sheet import Row, Sheet
from tui.model.article import Lang
from tui.text.printable import clean_line

COLUMNS = ("id", "fr_id", "en_id", "mode", "row", "score", "fr", "en")

_FORMULA = ("=", "+", "-", "@")
"""A cell that begins so is run by spreadsheets; the apostrophe that they hide keeps it a text (OWASP)."""


def write(sheets: Iterable[Sheet], out: TextIO) -> None:
    """Write a heading and the rows of all sheets; ``row`` counts from 1, linked passages have none."""
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for sheet in sheets:
        writer.writerows(_lines(sheet))


def _lines(sheet: Sheet) -> Iterator[tuple[object, ...]]:
    ids = [head.id if head else None for head in (sheet.of(Lang.FR), sheet.of(Lang.EN))]
    first = (sheet.id, *ids, sheet.mode or "single")
    for number, row in enumerate(sheet.rows, 1):
        yield (*first, number, _score(row), cell(row.fr), cell(row.en))
    for row in sheet.links:
        yield (*first, None, _score(row), cell(row.fr), cell(row.en))


def _score(row: Row) -> str:
    return f"{row.score:.4f}" if row.fr and row.en else ""


def cell(text: str) -> str:
    """Return a text as a cell that stays text in a spreadsheet."""
    plain = clean_line(text)
    return f"'{plain}" if plain.startswith(_FORMULA) else plain
