"""Two files against each other, outside of any library."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from types import SimpleNamespace

from tui.cli.commands.adding import bar
from tui.cli.output import Output
from tui.cli.start import DONE, Context
from tui.errors import InputError
from tui.ingest.options import ReadOptions, Rejected
from tui.locale import later
from tui.model.article import Document, Lang
from tui.model.listing import Progress
from tui.model.pair import Bead


def align(args: SimpleNamespace, context: Context) -> int:
    """Align two files and print their beads."""
    from tui.pairing.align import align as run  # noqa: PLC0415 (loads the encoder)
    from tui.pairing.encoder import default_encoder  # noqa: PLC0415

    fr = _segments(args.fr, Lang.FR, lines=args.lines)
    en = _segments(args.en, Lang.EN, lines=args.lines)
    output = context.output
    report = lambda done, total: output.bar(bar(Progress(later("aligning"), done, total)))  # noqa: E731
    beads = run(fr, en, encoder=default_encoder(), progress=report).beads
    form = "json" if args.json else args.format
    if form == "json":
        from tui.model import jsonable  # noqa: PLC0415

        output.json(jsonable.aligned(fr, en, beads))
    elif form == "tsv":
        _print_tsv(fr, en, beads, output)
    else:
        from tui.export import plain_sheet, write  # noqa: PLC0415

        output.done()
        write([plain_sheet(fr, en, beads, (args.fr, args.en))], form, output.out)
    return DONE


def _print_tsv(fr: Sequence[str], en: Sequence[str], beads: Sequence[Bead], output: Output) -> None:
    """Write a heading and one bead a line; English first, as the usual scorers of alignments read it."""
    output.line("\t".join(("en", "fr", "score", "en_text", "fr_text")))
    for bead in beads:
        numbers = (",".join(map(str, side)) for side in (bead.en, bead.fr))
        texts = (" ".join(side) for side in ([en[i] for i in bead.en], [fr[i] for i in bead.fr]))
        output.line("\t".join((*numbers, f"{bead.score:.4f}", *map(output.painted, texts))))


def _segments(source: str, lang: Lang, *, lines: bool) -> tuple[str, ...]:
    """Return all segments of a file, its articles one after the other; raises InputError for a bad one."""
    from tui.ingest.reading import read  # noqa: PLC0415

    found: list[str] = []
    for document in read(source, ReadOptions(raw=lines, lines=lines, lang=lang)):
        if isinstance(document, Rejected):
            raise InputError(f"{document.key}: {document.why}")
        found += _texts(document, lang, lines=lines)
    return tuple(found)


def _texts(document: Document, lang: Lang, *, lines: bool) -> Iterator[str]:
    """Yield the segments of one text; names and amounts are not looked for."""
    if lines:
        yield from document.text.removesuffix("\n").split("\n")
        return
    from tui.analysis.segments import segment  # noqa: PLC0415

    blocks = tuple(replace(block, lang=lang) for block in document.blocks)
    for found in segment(document.text, blocks):
        yield found.span.of(document.text)
