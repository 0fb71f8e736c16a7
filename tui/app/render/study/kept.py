"""What the reader wrote and set right, as lines of the panel of details."""

from __future__ import annotations

from collections.abc import Iterator

from tui.app.ports import Opened
from tui.app.render.line import Glyphs, Line, Run
from tui.app.render.panels import PanelLine
from tui.locale import tr, trn
from tui.model import wording
from tui.model.article import Article
from tui.model.keeping import Choice
from tui.text.printable import clean_line


def kept_lines(text: Opened, glyphs: Glyphs) -> tuple[PanelLine, ...]:
    """List notes and bookmarks, each leading to its place, then corrections."""
    marked = (*_notes(text, glyphs), *_bookmarks(text, glyphs))
    right = (*_edits(text), *_pairs(text), *_rows(text))
    heads = (
        (PanelLine((Run(tr("Your notes and bookmarks"), "title"),)), marked),
        (PanelLine((Run(tr("Set right by you"), "title"),)), right),
    )
    return tuple(line for head, lines in heads if lines for line in (head, *lines))


def _notes(text: Opened, glyphs: Glyphs) -> Iterator[PanelLine]:
    for note in text.kept.notes:
        article = _article(text, note.article)
        if article is not None:
            lang = str(article.lang).upper()
            line: Line = (Run(f"  {lang} {glyphs.noted} ", "note"), Run(clean_line(note.text)))
            yield PanelLine(line, _place(article, note.segment))


def _bookmarks(text: Opened, glyphs: Glyphs) -> Iterator[PanelLine]:
    for mark in sorted(text.kept.bookmarks, key=lambda mark: (mark.article, mark.segment)):
        article = _article(text, mark.article)
        if article is not None and mark.segment < len(article.segments):
            said = clean_line(article.segment_text(mark.segment))
            lang = str(article.lang).upper()
            line = (Run(f"  {lang} {glyphs.bookmark} ", "note"), Run(said, "dim"))
            yield PanelLine(line, _place(article, mark.segment))


def _edits(text: Opened) -> Iterator[PanelLine]:
    for one, field, value in text.kept.edits:
        article = _article(text, one)
        lang = str(article.lang).upper() if article else one
        yield _said(wording.labelled(f"{lang} {wording.field(field)}", value or tr("none")))


def _pairs(text: Opened) -> Iterator[PanelLine]:
    for choice in text.kept.choices:
        kept = (
            tr("{fr} and {en} are a pair")
            if choice.choice is Choice.KEPT
            else tr("{fr} and {en} are no pair")
        )
        yield _said(kept.format(fr=choice.fr, en=choice.en))


def _rows(text: Opened) -> Iterator[PanelLine]:
    if text.kept.beads:
        yield _said(trn("{count} row", "{count} rows", len(text.kept.beads)))
    for bead in text.kept.beads:
        sides = (" ".join(str(index + 1) for index in side) or "-" for side in (bead.fr, bead.en))
        yield _said("  FR {} = EN {}".format(*sides))


def _said(words: str) -> PanelLine:
    return PanelLine((Run("  " + clean_line(words)),))


def _article(text: Opened, one: str) -> Article | None:
    return next((article for article in text.sides if article.id == one), None)


def _place(article: Article, segment: int | None) -> str:
    if segment is None or segment >= len(article.segments):
        return ""
    return f"at {article.lang} {article.segments[segment].start}"
