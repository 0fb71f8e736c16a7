"""Articles, pairs and facts, printed as the app would show them."""

from __future__ import annotations

from collections.abc import Mapping
from types import SimpleNamespace

from tui.cli.layout import table
from tui.cli.output import Output, Paint
from tui.cli.sides import print_article, print_bitext, print_corrections, print_pair
from tui.cli.start import DONE, Context
from tui.errors import NotFoundError
from tui.library.library import Library
from tui.locale import language, tr
from tui.model import jsonable
from tui.model.article import Article, Lang
from tui.model.keeping import Corrections
from tui.model.pair import Bitext, Fact, Status
from tui.model.wording import word
from tui.model.wording.values import kind_name, shown_value
from tui.text.printable import clean_line

_OFF_TERMINAL = 80
"""Columns where no terminal says how many it has."""


def show(args: SimpleNamespace, context: Context) -> int:
    """Print an article or a pair."""
    with context.opened() as library:
        bitext = _bitext(library, args.id)
        if args.side == "both" or (args.side is None and _is_pair(args.id)):
            if bitext is None:
                raise NotFoundError(tr("{id} stands alone: it has no other side", id=args.id))
            _show_both(args, context, bitext, _corrected(library, bitext.fr, bitext.en))
        else:
            article = _article(library, args, bitext)
            _show_one(args, context, article, bitext, _corrected(library, article))
    return DONE


def facts(args: SimpleNamespace, context: Context) -> int:
    """Print what both sides of a pair state, and how it compares."""
    with context.opened() as library:
        bitext = _bitext(library, args.id)
    if bitext is None:
        context.output.note(tr("{id} stands alone: there is nothing to compare it with", id=args.id))
        return DONE
    if args.json:
        for fact in bitext.facts:
            context.output.json(jsonable.fact(fact))
        return DONE
    rows = [_fact_row(fact, bitext) for fact in bitext.facts]
    for row, fact in zip(table(rows, context.output.width, flexible=2), bitext.facts, strict=True):
        context.output.line(context.output.painted("  ".join(row).rstrip(), _PAINTS[fact.status]))
    return DONE


_PAINTS = {
    Status.AGREE: Paint.GOOD,
    Status.DIFFER: Paint.BAD,
    Status.FR_ONLY: Paint.DOUBT,
    Status.EN_ONLY: Paint.DOUBT,
}


def _fact_row(fact: Fact, bitext: Bitext) -> tuple[str, ...]:
    fr, en = (
        clean_line(span.of(article.text)) if span else "·"
        for span, article in ((fact.fr, bitext.fr), (fact.en, bitext.en))
    )
    value, other = (
        shown_value(held, fact.unit, fact.kind, language()) if held is not None else ""
        for held in (fact.value, fact.other)
    )
    return (word(fact.status), kind_name(fact.kind), fr, en, f"{value} ≠ {other}" if other else value)


def _is_pair(name: str) -> bool:
    return name.startswith("p")


def _bitext(library: Library, name: str) -> Bitext | None:
    """Return the pair of an id with its facts, or None for an article alone; raises NotFoundError."""
    joined = None if _is_pair(name) else library.pair_of(library.article(name).id or name)
    if joined is None and not _is_pair(name):
        return None
    from tui.pairing.facts import with_facts  # noqa: PLC0415 (only pairs have facts)

    return with_facts(library.bitext(name))


def _article(library: Library, args: SimpleNamespace, bitext: Bitext | None) -> Article:
    """Return the article that is asked for: by its id, or as one side of its pair."""
    if args.side is None or bitext is None:
        article = library.article(args.id)
        if args.side not in {None, article.lang}:
            raise NotFoundError(
                tr("{id} stands alone: it has no side in '{lang}'", id=args.id, lang=args.side)
            )
        return article
    return bitext.side(Lang(args.side))


def _show_both(args: SimpleNamespace, context: Context, bitext: Bitext, corrected: Corrected) -> None:
    output = context.output
    if args.json:
        output.json(jsonable.both(bitext.fr, bitext.en, bitext.pair, bitext.facts))
        return
    print_bitext(bitext, output, _width(args, output), plain=args.plain)
    output.line()
    print_pair(bitext.pair, output)
    print_corrections(corrected, output)


def _show_one(
    args: SimpleNamespace, context: Context, article: Article, bitext: Bitext | None, corrected: Corrected
) -> None:
    output = context.output
    if args.json:
        held = (bitext.pair, bitext.facts) if bitext else (None, ())
        output.json(jsonable.shown(article, *held))
        return
    print_article(article, output, _width(args, output), plain=args.plain)
    if bitext:
        other = bitext.side(article.lang.other)
        output.line(output.painted(tr("faces") + f" {other.id}  {other.lang}  {other.title}"))
        print_pair(bitext.pair, output)
    print_corrections(corrected, output)


Corrected = Mapping[str, Corrections]


def _corrected(library: Library, *articles: Article) -> Corrected:
    """Return the reader's corrections of each article, by its id."""
    return {name: library.corrections_of(name) for name in (article.id or "" for article in articles)}


def _width(args: SimpleNamespace, output: Output) -> int:
    return int(args.width or output.width or _OFF_TERMINAL)
