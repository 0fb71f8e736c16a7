"""Lists of what the library holds and finds."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from types import SimpleNamespace
from typing import TYPE_CHECKING

from tui.cli.asking import explain
from tui.cli.layout import table
from tui.cli.output import Output, Paint
from tui.cli.start import DONE, Context
from tui.locale import tr, trn
from tui.model import jsonable
from tui.model.listing import Hit, Row, Snippet
from tui.model.pair import Pair
from tui.text.printable import clean_line

if TYPE_CHECKING:
    from tui.library.library import Library
    from tui.model.keeping import ConcordLine

_STDIN = "-"


def rows(args: SimpleNamespace, context: Context) -> int:
    """Print one line an article."""
    explain(args.query, context.output)
    with context.opened() as library:
        held = library.rows(args.query, sort=args.sort, limit=args.limit)
    if args.json:
        for row in held:
            context.output.json(jsonable.row(row))
        return DONE
    lines = [_cleaned((_mark(row), row.id, _day(row), row.lang, row.title, row.source or "")) for row in held]
    _print_table(lines, context.output, _ROW)
    return DONE


_ROW = (Paint.MATCH, Paint.DIM, Paint.PLAIN, Paint.DIM, Paint.BOLD, Paint.DIM)
_STORY = (Paint.DIM, Paint.PLAIN, Paint.DIM, Paint.BOLD)
_ENTITY = (Paint.DIM, Paint.PLAIN, Paint.PLAIN, Paint.BOLD, Paint.DIM)
"""Styles of the columns."""


def _mark(row: Row) -> str:
    return ("★" if row.starred else " ") + (" " if row.read else "●") + ("=" if row.pair else " ")


def _day(held: Row | Hit) -> str:
    return held.published.isoformat()[:10] if held.published else ""


def _cleaned(cells: Sequence[str]) -> tuple[str, ...]:
    return tuple(clean_line(cell) for cell in cells)


def _print_table(lines: Sequence[Sequence[str]], output: Output, paints: Sequence[Paint]) -> None:
    """Print rows in columns, each in its style; what is bold gives way where the terminal is narrow."""
    for line in table(lines, output.width, flexible=paints.index(Paint.BOLD)):
        *cells, last = line
        shown = (
            output.painted(cell, paint) for cell, paint in zip((*cells, last.rstrip()), paints, strict=True)
        )
        output.line("  ".join(shown).rstrip())


def search(args: SimpleNamespace, context: Context) -> int:
    """Print ranked results; ``-`` asks for one query a line on standard input."""
    with context.opened() as library:
        for query in _queries(args.query):
            explain(query, context.output)
            if args.query == _STDIN and not args.json:
                context.output.line(context.output.painted(query, Paint.BOLD))
            hits = library.search(query, limit=args.limit, across=args.across)
            for hit in hits:
                if args.json:
                    context.output.json(jsonable.hit(query, hit))
                else:
                    _print_hit(hit, context.output)
            if not hits:
                _propose(library, query, context.output)
        if library.searching.trouble:
            context.output.note(library.searching.trouble)
    return DONE


def _propose(library: Library, query: str, output: Output) -> None:
    better = library.did_you_mean(query)
    if better:
        output.note(tr("nothing found; did you mean: {query}", query=better))


def _queries(query: str) -> Iterator[str]:
    if query != _STDIN:
        yield query
        return
    for line in sys.stdin:
        if line.strip():
            yield line.rstrip("\r\n")


def _print_hit(hit: Hit, output: Output) -> None:
    facing = f" = {hit.pair}" if hit.pair else ""
    some = " " + tr("(some of the words)") if hit.partial else ""
    first = f"{hit.rank:>3}  {hit.id}{facing}  {'·'.join(hit.matched)}  {_day(hit)}  "
    output.line(
        output.painted(first, Paint.DIM),
        output.painted(hit.title, Paint.BOLD),
        output.painted(some, Paint.DIM),
    )
    for snippet in hit.snippets:
        output.line("     ", *_lit(snippet, output))


def _lit(snippet: Snippet, output: Output) -> Iterator[str]:
    """Yield the parts of a snippet, what matched in its own style."""
    at = 0
    for start, end in snippet.highlights:
        yield output.painted(snippet.text[at:start])
        yield output.painted(snippet.text[start:end], Paint.MATCH)
        at = end
    yield output.painted(snippet.text[at:])


def pairs(args: SimpleNamespace, context: Context) -> int:
    """Print one pair after the other, with what speaks for it."""
    with context.opened() as library:
        held = {row.id: row for row in library.rows("is:paired")}
        for pair in library.pairs():
            fr, en = held[pair.fr], held[pair.en]
            if args.json:
                context.output.json(jsonable.paired(pair, fr, en))
            else:
                _print_pair(pair, (fr, en), context.output)
    return DONE


def _print_pair(pair: Pair, sides: Iterable[Row], output: Output) -> None:
    from tui.model import wording  # noqa: PLC0415 (lists of articles do without)

    made = wording.how_sure(pair) if pair.manual else f"{pair.score:.2f}"
    output.line(output.painted(f"{pair.id}  {wording.word(pair.mode)}  {made}", Paint.BOLD))
    for row in sides:
        output.line(output.painted(f"  {row.id}  {row.lang}  {row.title}"))
    for reason in pair.evidence:
        output.line(
            output.painted(
                f"    {reason.weight:.2f}  {wording.labelled(wording.clue(reason.kind), reason.detail)}",
                Paint.DIM,
            )
        )


def stories(args: SimpleNamespace, context: Context) -> int:
    """Print one story a line."""
    with context.opened() as library:
        held = library.stories()
    if args.json:
        for story in held:
            context.output.json(jsonable.story(story))
        return DONE
    lines = [
        _cleaned((one.id, str(one.first or ""), " ".join((*one.fr, *one.en)), one.title)) for one in held
    ]
    _print_table(lines, context.output, _STORY)
    return DONE


def entities(args: SimpleNamespace, context: Context) -> int:
    """Print one entity a line, those of most articles first."""
    with context.opened() as library:
        held = library.entities(args.query)[: args.limit]
    if args.json:
        for one in held:
            context.output.json(jsonable.entity(one.entity, one.articles, one.mentions))
        return DONE
    from tui.model.wording.values import kind_name  # noqa: PLC0415 (lists of articles do without)

    lines = []
    for one in held:
        names = " = ".join(dict.fromkeys(name for _, name in one.entity.names)) or one.entity.name
        lines.append(
            _cleaned(
                (
                    kind_name(one.entity.kind),
                    _in_articles(one.articles),
                    f"{one.mentions:>4}",
                    names,
                    one.entity.id,
                )
            )
        )
    _print_table(lines, context.output, _ENTITY)
    return DONE


def _in_articles(count: int) -> str:
    return trn("{count} article", "{count} articles", count).rjust(_COUNT)


_COUNT = len("9999 articles")


def concord(args: SimpleNamespace, context: Context) -> int:
    """Print every sentence that matches with the one it faces."""
    with context.opened() as library:
        lines = islice(library.concord(args.query), args.limit)
        if args.json:
            for line in lines:
                context.output.json(jsonable.concord(line))
        elif args.format != "text":
            _write_concord(lines, args.format, context.output)
        else:
            for line in lines:
                _print_concord(line, context.output)
    return DONE


def _print_concord(line: ConcordLine, output: Output) -> None:
    snippet = Snippet(line.text, line.spans)
    output.line(
        output.painted(f"{line.id} {line.lang} {line.score:.2f}  ", Paint.DIM), *_lit(snippet, output)
    )
    output.line("      ", output.painted(line.facing or "·"))


def _write_concord(lines: Iterable[ConcordLine], form: str, output: Output) -> None:
    from tui.export import concordance, write  # noqa: PLC0415 (only who exports needs it)

    write([concordance(lines)], form, output.out)
