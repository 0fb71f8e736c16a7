"""Rows of the library's list."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter

from tui.app.render.cells import cut, fit, width
from tui.app.render.fields import FIELDS, NAMES, Columns, Item, columns_of
from tui.app.render.line import Glyphs, Layer, Line, Run, clipped, painted, plain
from tui.config import Lists
from tui.locale import tr
from tui.model.article import Lang
from tui.model.listing import Entry, Hit
from tui.text.printable import clean_line, mask

BOTH_FROM = 140
"""From this many cells both sides' matches fit under a hit."""
_TITLE_SHARE = 0.5
"""Of what title and names have between them, beside a source."""
_SOURCE_CELLS = FIELDS["source"].cells
DEFAULT = Lists().columns


def of_entry(entry: Entry, prefer: Lang) -> Item:
    """Return the row of an entry, its title in the preferred language where there is one."""
    titles = dict(entry.titles)
    title = titles.get(prefer) or next(iter(titles.values()), "")
    source = entry.source or ""
    if not entry.articles:
        return Item(entry.id, (), (), clean_line(title), None, source=str(entry.sources))
    if entry.sources > len(entry.articles):  # that a pair has two sources goes without saying
        source = f"{source} ×{entry.sources}".strip()
    return Item(
        entry.id,
        tuple(article for _, article in entry.articles),
        tuple(lang for lang, _ in entry.articles),
        clean_line(title),
        entry.published,
        entry.read,
        entry.starred,
        source=clean_line(source),
        names=tuple((kind, clean_line(name)) for kind, name in entry.named(prefer)),
        tags=tuple(map(clean_line, entry.tags)),
        words=entry.words,
        score=entry.score,
    )


def of_hit(hit: Hit) -> Item:
    """Return the row of a search result."""
    sides = (Lang.FR, Lang.EN) if hit.pair else (hit.lang,)
    note = tr("some words") if hit.partial else tr("across") if hit.across else ""
    ids = (hit.id, hit.pair) if hit.pair else (hit.id,)
    return Item(hit.id, ids, sides, clean_line(hit.title), hit.published, snippets=hit.snippets, note=note)


def row(
    item: Item,
    cells: int,
    glyphs: Glyphs,
    language: str,
    *,
    current: bool = False,
    chosen: Sequence[str] = DEFAULT,
) -> Line:
    """Draw one row in exactly ``cells`` cells; the current one is lit up to its title.

    Not the whole row: what is sent for a move is the two rows' lit parts. A row
    without articles is a heading.
    """
    if not item.articles:
        return _heading(item, cells, glyphs, current=current)
    columns = columns_of(chosen, cells)
    left = _left(item, columns.before, glyphs, language)
    room = max(1, cells - sum(width(run.text) for run in left))
    title, *rest = _right(item, room, columns, glyphs, language)
    if current:
        return (Run("".join(run.text for run in (*left, title)), "cursor"), *rest)
    return (*left, title, *rest)


def _heading(item: Item, cells: int, glyphs: Glyphs, *, current: bool) -> Line:
    said = cut(f" {item.title}", max(0, cells - len(item.source) - 2), glyphs.ellipsis)
    return (Run(said, "cursor" if current else "accent"), Run(f"  {item.source}", "dim"))


def _left(item: Item, names: Sequence[str], glyphs: Glyphs, language: str) -> Sequence[Run]:
    """Return the columns before the title in its style: an unread row is bold, in one change of style."""
    role = _title_role(item)
    runs = [Run(glyphs.selected if item.selected else " ", role)]
    for name in names:
        is_star = name == "star" and item.starred
        runs.append(Run(_cell(item, name, glyphs, language), "star" if is_star else role))
    return [
        Run("".join(run.text for run in group), style)
        for style, group in groupby(runs, key=attrgetter("role"))
    ]


def _cell(item: Item, name: str, glyphs: Glyphs, language: str) -> str:
    """Return what a column says of an item, in exactly its cells, the last of them blank."""
    column = FIELDS[name]
    said = column.shown(item, glyphs, language)
    if column.cells == 1:
        return said or " "
    if column.right:
        return " " * max(0, column.cells - width(said)) + fit(said, min(column.cells, width(said)), "")
    return fit(said, column.cells - 1, glyphs.ellipsis) + " "


def _title_role(item: Item) -> str:
    return "" if item.read else "title"


def _right(item: Item, room: int, columns: Columns, glyphs: Glyphs, language: str) -> list[Run]:
    """Return the title, then everything after it in one style."""
    role = _title_role(item)
    if not columns.after and not columns.named:
        return [Run(fit(item.title, room, glyphs.ellipsis), role)]
    fixed = sum(FIELDS[name].cells for name in columns.after)
    title = int((room - fixed + _SOURCE_CELLS) * _TITLE_SHARE) if columns.named else room - fixed - 1
    said = "".join(_cell(item, name, glyphs, language) for name in columns.after)
    names = clipped(_names(item, glyphs), max(0, room - title - fixed - 2), glyphs.ellipsis)
    runs = [
        Run(fit(item.title, max(1, title), glyphs.ellipsis) + " ", role),
        Run(said + (plain(names) if columns.named else ""), "dim"),
    ]
    missing = room - sum(width(run.text) for run in runs)
    return [*runs, Run(" " * missing)] if missing > 0 else runs


def _names(item: Item, glyphs: Glyphs) -> Line:
    """Return the names in one style: colours here cost more on the line than they tell."""
    joined = f" {glyphs.dot} ".join(name for _, name in item.names[:NAMES])
    return (Run(joined, "dim"),) if joined else ()


def snippet(item: Item, cells: int, glyphs: Glyphs, chosen: Sequence[str] = DEFAULT) -> Line:
    """Draw the row under a hit: what matched, on each side that did where there is room for both."""
    told = item.snippets[: 2 if cells >= BOTH_FROM else 1]
    indent = 1 + sum(FIELDS[name].cells for name in columns_of(chosen, cells).before)
    runs: list[Run] = [Run(" " * indent)]
    for found in told:
        lead = "" if len(runs) == 1 else "  "
        label = f"{lead}{str(found.lang).upper()} " if len(told) > 1 else lead
        layers = tuple(Layer(start, end, "match") for start, end in found.highlights)
        text = mask(found.text).replace("\n", " ")
        share = (cells - indent) // len(told) - width(label)
        runs += [Run(label, "dim"), *clipped(painted(text, 0, len(text), (layers,)), share, glyphs.ellipsis)]
    return clipped(tuple(runs), cells, glyphs.ellipsis)
