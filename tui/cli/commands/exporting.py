"""Articles and bitexts to a file."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

from tui.cli.asking import chosen
from tui.cli.start import DONE, Context
from tui.export import export as write
from tui.export import saving
from tui.library.library import Library
from tui.locale import tr


def export(args: SimpleNamespace, context: Context) -> int:
    """Write what a query finds, each pair once."""
    with context.opened() as library:
        names = _names(library, chosen(args.query, context.output))
        items, notes = saving.items(library, names), saving.notes(library, names)
        if args.output in {None, "-"}:
            write(items, args.format, context.output.out, notes)
            return DONE
        saving.to_file(Path(args.output), items, args.format, notes)
    context.output.note(tr("wrote {count} to {file}").format(count=len(names), file=args.output))
    return DONE


def _names(library: Library, query: str | tuple[str, ...]) -> tuple[str, ...]:
    """Return ids of pairs, and of articles without one, in the order they were found or named."""
    if isinstance(query, str):
        return tuple(dict.fromkeys(row.pair or row.id for row in library.rows(query)))
    return saving.names(library, query)
