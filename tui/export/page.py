"""One HTML page that needs nothing else: no script, no font, no address; for screen, phone and paper.

Every row carries a numbered link to itself, so that Tab walks the rows and a row can be pointed at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files
from typing import TextIO
from urllib.parse import urlsplit

from tui.export.sheet import Head, Row, Sheet
from tui.model.article import BlockKind, Lang
from tui.model.pair import DOUBTFUL, Mode
from tui.text.printable import clean_line

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""Even if a text got through as markup, the browser would load and run nothing."""

_NAMES = {Lang.FR: "Français", Lang.EN: "English"}
_NO_FACING = {Lang.FR: "sans équivalent", Lang.EN: "no counterpart"}
_TAGS = {BlockKind.HEADING: "h3", BlockKind.QUOTE: "blockquote"}


def write(sheets: Iterable[Sheet], out: TextIO) -> None:
    """Write one page with all sheets, one section each."""
    held = tuple(sheets)
    title = held[0].title if len(held) == 1 else f"visavis: {len(held)}"
    lang = held[0].heads[0].lang if held else Lang.EN
    style = files("tui.export").joinpath("page.css").read_text("utf-8")
    out.write(_TOP.format(lang=lang, policy=_POLICY, title=_text(title), style=style))
    for number, sheet in enumerate(held, 1):
        out.writelines(f"{line}\n" for line in _section(sheet, number))
    out.write("</main>\n</body>\n</html>\n")


_TOP = """<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
<main>
"""


def _text(text: str) -> str:
    """Return text that is only text, in an element and in a quoted attribute."""
    return escape(clean_line(text))


def _section(sheet: Sheet, number: int) -> Iterator[str]:
    yield f'<article id="s{number}">'
    yield '<header class="sides">'
    for head in sheet.heads:
        yield from _heading(head)
    yield "</header>"
    if sheet.mode is Mode.ALIGNED:
        yield from _table(sheet.rows, sheet, f"s{number}r")
    else:
        yield from _columns(sheet)
    if sheet.links:
        yield '<h2 lang="fr">Passages qui se répondent <span lang="en">· Passages that match</span></h2>'
        yield from _table(sheet.links, sheet, f"s{number}l")
    yield from (f'<aside class="note">{_text(note)}</aside>' for note in sheet.notes)
    yield "</article>"


def _heading(head: Head) -> Iterator[str]:
    yield f'<div lang="{head.lang}"><h1>{_text(head.title)}</h1>'
    if head.credits:
        yield f'<p class="credits">{_text(head.credits)}</p>'
    if head.url:
        yield f'<p class="credits">{_address(head.url)}</p>'
    yield "</div>"


def _address(url: str) -> str:
    """Return a link where the address is one of the web, else its text: no other scheme may be followed."""
    try:
        web = urlsplit(url).scheme in {"http", "https"}
    except ValueError:
        web = False
    return f'<a href="{_text(url)}" rel="noreferrer">{_text(url)}</a>' if web else _text(url)


def _table(rows: Iterable[Row], sheet: Sheet, prefix: str) -> Iterator[str]:
    """Yield rows that face each other; roles keep the table a table where phones stack its cells."""
    yield f'<table role="table" aria-label="{_text(sheet.title)}">'
    yield '<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col" class="n">#</th>'
    yield from (
        f'<th role="columnheader" scope="col" lang="{lang}">{name}</th>' for lang, name in _NAMES.items()
    )
    yield '</tr></thead><tbody role="rowgroup">'
    for number, row in enumerate(rows, 1):
        yield from _row(row, f"{prefix}{number}", number)
    yield "</tbody></table>"


def _row(row: Row, name: str, number: int) -> Iterator[str]:
    doubt = bool(row.fr and row.en) and row.score < DOUBTFUL
    classes = " ".join(word for word, on in (("opens", row.opens), ("doubt", doubt), (row.kind, True)) if on)
    mark = f' <abbr title="{row.score:.2f}">≈</abbr>' if doubt else ""
    yield f'<tr role="row" id="{name}" class="{classes}">'
    yield f'<th role="rowheader" scope="row" class="n"><a href="#{name}">{number}</a>{mark}</th>'
    yield from (_cell(row.side(lang), lang) for lang in _NAMES)
    yield "</tr>"


def _cell(text: str, lang: Lang) -> str:
    if text.strip():
        return f'<td role="cell" lang="{lang}">{_text(text)}</td>'
    return f'<td role="cell" lang="{lang}" class="gap"><span title="{_NO_FACING[lang]}">·</span></td>'


def _columns(sheet: Sheet) -> Iterator[str]:
    """Yield each text for itself: beside each other where there is room."""
    yield '<div class="sides">'
    for head in sheet.heads:
        yield f'<section lang="{head.lang}" aria-label="{_text(head.title)}">'
        for row in sheet.rows:
            if row.side(head.lang):
                tag = _TAGS.get(row.kind, "p")
                yield f"<{tag}>{_text(row.side(head.lang))}</{tag}>"
        yield "</section>"
    yield "</div>"
