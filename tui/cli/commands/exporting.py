"""Articles and bitexts to a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

from tui.cli.asking import chosen
from tui.cli.start import DONE, Context
from tui.errors import UsageError
from tui.export import Item, Notes
from tui.export import export as write
from tui.library.library import Library
from tui.locale import tr


def export(args: SimpleNamespace, context: Context) -> int:
    """Write what a query finds, each pair once."""
    with context.opened() as library:
        names = _names(library, chosen(args.query, context.output))
        items = (_item(library, name) for name in names)
        notes = {
            name: tuple(note.text for note in library.notes_of(name)) for name in _articles(library, names)
        }
        if args.output in {None, "-"}:
            write(items, args.format, context.output.out, notes)
            return DONE
        _to_file(Path(args.output), items, args.format, notes)
    context.output.note(tr("wrote {count} to {file}").format(count=len(names), file=args.output))
    return DONE


def _names(library: Library, query: str | tuple[str, ...]) -> tuple[str, ...]:
    """Return ids of pairs, and of articles without one, in the order they were found or named."""
    if isinstance(query, str):
        return tuple(dict.fromkeys(row.pair or row.id for row in library.rows(query)))
    return tuple(dict.fromkeys(name for given in query for name in _members(library, given)))


def _members(library: Library, name: str) -> tuple[str, ...]:
    """Return what an id stands for: a pair, an article or its pair, or all of a story."""
    if name.startswith("s"):
        story = library.story(name)
        return tuple(found for held in (*story.fr, *story.en) for found in _members(library, held))
    joined = library.pair_of(name) if name.startswith("a") else None
    return (joined.id or name,) if joined else (name,)


def _articles(library: Library, names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        if name.startswith("a"):
            yield name
        else:
            pair = library.bitext(name).pair
            yield from (pair.fr, pair.en)


def _item(library: Library, name: str) -> Item:
    if name.startswith("a"):
        return library.article(name)
    from tui.pairing.facts import facts  # noqa: PLC0415 (only pairs have facts)

    bitext = library.bitext(name)
    return replace(bitext, facts=facts(bitext.fr, bitext.en, bitext.pair))


def _to_file(path: Path, items: Iterator[Item], form: str, notes: Mapping[str, Notes]) -> None:
    """Write beside the file, then put it in place: a failure leaves what was there."""
    beside = path.with_name(f".{path.name}.part")
    try:
        with beside.open("w", encoding="utf-8", newline="") as out:
            write(items, form, out, notes)
        beside.replace(path)
    except OSError as cause:
        raise UsageError(tr("cannot write {file}: {why}").format(file=path, why=cause.strerror)) from cause
    finally:
        beside.unlink(missing_ok=True)
