"""Articles and pairs as text for a terminal: paragraphs, or two columns whose rows face each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from tui.cli.layout import DOUBT, SEPARATOR, facing, wrapped
from tui.cli.output import Output, Paint
from tui.locale import tr, trn
from tui.model import wording
from tui.model.article import Article, BlockKind, Lang
from tui.model.keeping import Corrections
from tui.model.pair import Bead, Bitext, Mode, Pair
from tui.text.printable import clean_line

_READABLE = 80
"""Columns of a lone text: longer lines tire the eye, however wide the terminal."""

_MARKS = {BlockKind.QUOTE: "> ", BlockKind.ITEM: "- "}


def print_article(article: Article, output: Output, width: int, *, plain: bool) -> None:
    """Print one text under its title; ``plain`` leaves wrapping to whoever reads on."""
    _print_head(article, output)
    for block in article.blocks:
        paint = Paint.BOLD if block.kind is BlockKind.HEADING else Paint.PLAIN
        text = _MARKS.get(block.kind, "") + clean_line(block.span.of(article.text))
        for line in [text] if plain else wrapped(text, min(width, _READABLE)):
            output.line(output.painted(line, paint))
        output.line()


def print_bitext(bitext: Bitext, output: Output, width: int, *, plain: bool) -> None:
    """Print both sides: rows of beads where they are aligned, else both texts and what links them."""
    if plain:
        for article in (bitext.fr, bitext.en):
            _print_head(article, output)
        _print_plain(bitext, output)
        return
    for left, right in zip(*(_heads(article) for article in (bitext.fr, bitext.en)), strict=True):
        _print_row(left, right, output, width, SEPARATOR)
    output.line("─" * width)
    if bitext.pair.mode is Mode.ALIGNED:
        _print_beads(bitext, bitext.pair.beads, output, width)
        return
    fr, en = (
        "\n".join(block.span.of(article.text) for block in article.blocks)
        for article in (bitext.fr, bitext.en)
    )
    for left, right in _matched(fr.split("\n"), en.split("\n")):
        _print_row(left, right, output, width, SEPARATOR)
        output.line()
    if bitext.pair.links:
        output.line(output.painted(tr("Passages that match"), Paint.BOLD))
        _print_beads(bitext, bitext.pair.links, output, width)


def print_pair(pair: Pair, output: Output) -> None:
    """Print how sure a pair is, and what speaks for it."""
    output.line(output.painted(f"{pair.id}  {wording.word(pair.mode)}, {wording.how_sure(pair)}", Paint.BOLD))
    for reason in pair.evidence:
        kind = wording.labelled(wording.clue(reason.kind), "")
        output.line(
            output.painted(f"  {reason.weight:.2f}  {kind}", Paint.DIM),
            output.painted(reason.detail),
        )


def print_corrections(corrected: Mapping[str, Corrections], output: Output) -> None:
    """Print what the reader set right in each article and its pair, and the notes."""
    for name, held in corrected.items():
        said = [
            tr("{field} set to {value}", field=wording.field(field), value=value)
            for field, value in held.edits
        ]
        said += [wording.choice(choice.fr, choice.en, choice.choice) for choice in held.choices]
        rows = len(held.beads)
        said += [trn("{count} row set by hand", "{count} rows set by hand", rows)] if rows else []
        said += [_noted(note.segment, note.text) for note in held.notes]
        for line in said:
            output.line(output.painted(f"{name}  " + tr("yours:") + " ", Paint.DIM), output.painted(line))


def _noted(segment: int | None, text: str) -> str:
    return (
        tr("note: {text}", text=text)
        if segment is None
        else tr("note on segment {at}: {text}", at=segment, text=text)
    )


def _print_head(article: Article, output: Output) -> None:
    title, credit = _heads(article)
    output.line(output.painted(title, Paint.BOLD))
    output.line(output.painted(credit, Paint.DIM))
    output.line()


def _heads(article: Article) -> tuple[str, str]:
    """Return title and credits, each one line."""
    published = article.published.isoformat() if article.published else None
    known = (article.id, article.lang.upper(), article.byline, article.source, published)
    return clean_line(article.title), clean_line(" · ".join(part for part in known if part))


def _print_beads(bitext: Bitext, beads: Iterable[Bead], output: Output, width: int) -> None:
    for bead in beads:
        fr, en = _texts(bitext, bead)
        _print_row(fr, en, output, width, DOUBT if bead.is_doubtful else SEPARATOR)


def _print_row(fr: str, en: str, output: Output, width: int, separator: str) -> None:
    for line in facing(clean_line(fr), clean_line(en), width, separator):
        output.line(line)


def _matched(fr: list[str], en: list[str]) -> Iterator[tuple[str, str]]:
    """Yield paragraphs two by two, only to fill both columns: they say nothing about each other."""
    for place in range(max(len(fr), len(en))):
        yield (fr[place] if place < len(fr) else " "), (en[place] if place < len(en) else " ")


def _print_plain(bitext: Bitext, output: Output) -> None:
    """Print row after row, numbered; texts that are not aligned come one after the other."""
    if bitext.pair.mode is Mode.RELATED:
        for article in (bitext.fr, bitext.en):
            for number, block in enumerate(article.blocks, 1):
                output.line(f"{article.lang}{number}  ", output.painted(block.span.of(article.text)))
            output.line()
    beads = bitext.pair.beads if bitext.pair.mode is Mode.ALIGNED else bitext.pair.links
    for number, bead in enumerate(beads, 1):
        doubt = " ≈" if bead.is_doubtful else ""
        for lang, text in zip((Lang.FR, Lang.EN), _texts(bitext, bead), strict=True):
            output.line(f"{number} {lang}{doubt}  ", output.painted(text or tr("(no counterpart)")))


def _texts(bitext: Bitext, bead: Bead) -> tuple[str, str]:
    fr, en = (
        " ".join(bitext.side(lang).segment_text(index) for index in bead.side(lang))
        for lang in (Lang.FR, Lang.EN)
    )
    return fr, en
