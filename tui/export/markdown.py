"""Markdown: a table of two columns where texts face each other, plain paragraphs where they do not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TextIO

from tui.export.sheet import Head, Row, Sheet
from tui.model.article import BlockKind
from tui.model.pair import Mode
from tui.text.printable import clean_line

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#&~$])")
_LEADING = re.compile(r"^([-+=]|\d+[.)])")
GAP = "·"


def write(sheets: Iterable[Sheet], out: TextIO) -> None:
    """Write each sheet under its own headings."""
    for number, sheet in enumerate(sheets):
        if number:
            out.write("\n---\n\n")
        out.writelines(f"{line}\n" for line in _lines(sheet))


def escaped(text: str) -> str:
    """Return text as one line that Markdown reads as it stands: nothing in it is markup."""
    return _LEADING.sub(_keep, _SPECIAL.sub(r"\\\1", clean_line(text)))


def _keep(found: re.Match[str]) -> str:
    mark = found[0]
    return f"{mark[:-1]}\\{mark[-1]}"


def _lines(sheet: Sheet) -> Iterator[str]:
    for head in sheet.heads:
        yield from _heading(head)
    yield from _facing(sheet.rows) if sheet.mode is Mode.ALIGNED else _texts(sheet)
    if sheet.links:
        yield from ("", "## ≈", "", *_facing(sheet.links))
    for note in sheet.notes:
        yield from ("", f"> {escaped(note)}")


def _heading(head: Head) -> Iterator[str]:
    yield f"# {escaped(head.title)}"
    yield ""
    if head.credits:
        yield from (f"*{escaped(head.credits)}*", "")
    if head.url:
        yield from (
            f"<{clean_line(head.url).replace('<', '%3C').replace('>', '%3E').replace(' ', '%20')}>",
            "",
        )


def _facing(rows: Iterable[Row]) -> Iterator[str]:
    """Yield a table; a gap has its own mark, so that an empty cell is never taken for a mistake."""
    yield "| Français | | English |"
    yield "| --- | --- | --- |"
    for row in rows:
        fr, en = (_strong(escaped(side), row.kind) if side else GAP for side in (row.fr, row.en))
        yield f"| {fr} | {_sure(row)} | {en} |"


def _strong(text: str, kind: BlockKind) -> str:
    return f"**{text}**" if kind is BlockKind.HEADING else text


def _sure(row: Row) -> str:
    return f"{row.score:.2f}" if row.fr and row.en else ""


_MARKS = {BlockKind.HEADING: "### ", BlockKind.QUOTE: "> ", BlockKind.ITEM: "- "}


def _texts(sheet: Sheet) -> Iterator[str]:
    """Yield the blocks of each side, one side after the other."""
    for head in sheet.heads:
        if len(sheet.heads) > 1:
            yield from (f"## {head.lang.upper()}", "")
        for text, kind in ((row.side(head.lang), row.kind) for row in sheet.rows):
            if text:
                yield from (f"{_MARKS.get(kind, '')}{escaped(text)}", "")
