"""What the reader asks for: queries and ids, and pointing at what was not understood in them."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from tui.cli.layout import cells
from tui.cli.output import Output
from tui.errors import UsageError
from tui.locale import tr
from tui.text.printable import clean_line

_ID = re.compile(r"[aps][0-9]+")


def chosen(query: str, output: Output) -> str | tuple[str, ...]:
    """Return ids where every word is one, else the query; raises UsageError for one that is empty."""
    words = query.split()
    if not words:
        raise UsageError(tr("the query is empty: name ids, or write a query such as 'is:unread' or '*'"))
    if all(map(_ID.fullmatch, words)):
        return tuple(words)
    explain(query, output)
    return query


def explain(query: str, output: Output) -> None:
    """Point at what was not understood and searched as words; say how the rest was, if asked."""
    if not query:
        return
    from tui.model.query import parse  # noqa: PLC0415 (listing everything needs no parser)
    from tui.model.query.describe import describe  # noqa: PLC0415
    from tui.model.query.faults import said  # noqa: PLC0415

    parsed = parse(query, datetime.now(UTC).astimezone().date())
    for fault in parsed.faults:
        start, end = fault.span
        output.note(clean_line(query))
        output.note(" " * cells(clean_line(query[:start])) + "^" * max(1, end - start) + f" {said(fault)}")
    output.detail(tr("understood as: {query}").format(query=describe(parsed.tree)))
