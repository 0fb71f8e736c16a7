"""TMX 1.4b, the exchange format of translation memories (LISA OSCAR): one unit a bead that translates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TextIO
from xml.sax.saxutils import escape, quoteattr

from tui import __version__
from tui.export.sheet import Head, Row, Sheet
from tui.model.article import Lang
from tui.model.pair import DOUBTFUL
from tui.text.printable import clean_line

_HEADER = f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
  <header creationtool="visavis" creationtoolversion="{__version__}" segtype="sentence" o-tmf="visavis"
          adminlang="en" srclang="*all*" datatype="plaintext"/>
  <body>
"""


def write(sheets: Iterable[Sheet], out: TextIO) -> None:
    """Write one document with the units of all sheets; articles that stand alone have none."""
    out.write(_HEADER)
    for sheet in sheets:
        out.writelines(_unit(sheet, row, number) for number, row in enumerate(_units(sheet), 1))
    out.write("  </body>\n</tmx>\n")


def _units(sheet: Sheet) -> Iterator[Row]:
    """Yield the rows that a translator can use: both sides are there, and one surely translates the other.

    Linked passages of two texts that are no translations are none.
    """
    return (row for row in sheet.rows if row.fr.strip() and row.en.strip() and row.score >= DOUBTFUL)


def _unit(sheet: Sheet, row: Row, number: int) -> str:
    name = f" tuid={quoteattr(f'{sheet.id}-{number}')}" if sheet.id else ""
    sides = "".join(
        _side(lang, text, sheet.of(lang)) for lang, text in ((Lang.FR, row.fr), (Lang.EN, row.en))
    )
    score = f'      <prop type="x-score">{row.score:.4f}</prop>\n'
    return f"    <tu{name}>\n{score}{sides}    </tu>\n"


def _side(lang: Lang, text: str, head: Head | None) -> str:
    origin = f'        <prop type="x-origin">{_text(head.url)}</prop>\n' if head and head.url else ""
    return f'      <tuv xml:lang="{lang}">\n{origin}        <seg>{_text(text)}</seg>\n      </tuv>\n'


def _text(text: str) -> str:
    """Return text for XML 1.0, which forbids most of what a terminal would obey too."""
    return escape(clean_line(text))
