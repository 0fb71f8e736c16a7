"""Rows of the library's list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.app.render import dates
from tui.app.render.cells import cut, fit, width
from tui.app.render.line import Glyphs, Layer, Line, Run, clipped, painted, plain
from tui.locale import tr
from tui.model.article import Kind, Lang, Published
from tui.model.listing import Entry, Hit, Snippet
from tui.text.printable import clean_line, mask

MARK_CELLS = 3
SIDES_CELLS = 6
WIDE = 100
"""From this many cells a row has room for its source and its names."""
BOTH_FROM = 140
"""From this many cells both sides' matches fit under a hit."""
NARROW = 70
"""Under this many cells the day goes too."""
_TITLE_SHARE = 0.54
_SOURCE_CELLS = 12
NAMES = 2
"""Names in a row: a third would rarely be seen whole, and each costs on the line."""


@dataclass(frozen=True, slots=True)
class Item:
    """A row before it is drawn: an entry of the list, or a hit with its snippets."""

    id: str
    articles: tuple[str, ...]
    sides: tuple[Lang, ...]
    title: str
    published: Published | None
    read: bool = True
    starred: bool = False
    selected: bool = False
    source: str = ""
    names: tuple[tuple[Kind, str], ...] = ()
    snippets: tuple[Snippet, ...] = ()
    note: str = ""


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
        names=tuple((kind, clean_line(name)) for kind, name in entry.entities),
    )


def of_hit(hit: Hit) -> Item:
    """Return the row of a search result."""
    sides = (Lang.FR, Lang.EN) if hit.pair else (hit.lang,)
    note = tr("some words") if hit.partial else tr("across") if hit.across else ""
    ids = (hit.id, hit.pair) if hit.pair else (hit.id,)
    return Item(hit.id, ids, sides, clean_line(hit.title), hit.published, snippets=hit.snippets, note=note)


def row(item: Item, cells: int, glyphs: Glyphs, language: str, *, current: bool = False) -> Line:
    """Draw one row in exactly ``cells`` cells; the current one is lit up to its title.

    Not the whole row: what is sent for a move is the two rows' lit parts. A row
    without articles is a heading.
    """
    if not item.articles:
        return _heading(item, cells, glyphs, current=current)
    left = _left(item, cells, glyphs, language)
    title, *rest = _right(item, cells - sum(width(run.text) for run in left), cells, glyphs)
    if current:
        return (Run("".join(run.text for run in (*left, title)), "cursor"), *rest)
    return (*left, title, *rest)


def _heading(item: Item, cells: int, glyphs: Glyphs, *, current: bool) -> Line:
    said = cut(f" {item.title}", max(0, cells - len(item.source) - 2), glyphs.ellipsis)
    return (Run(said, "cursor" if current else "accent"), Run(f"  {item.source}", "dim"))


def _left(item: Item, cells: int, glyphs: Glyphs, language: str) -> Sequence[Run]:
    """Return marks, day and sides in the title's style: an unread row is bold, in one change of style."""
    role = _title_role(item)
    marks = (glyphs.selected if item.selected else " ") + (" " if item.read else glyphs.unread)
    star = Run(glyphs.star, "star") if item.starred else Run(" ", role)
    day = fit(dates.short(item.published, language), dates.SHORT_CELLS) + " " if cells >= NARROW else ""
    sides = glyphs.sides.join(str(lang).upper() for lang in item.sides)
    return (Run(marks, role), star, Run(day + fit(sides, SIDES_CELLS, ""), role))


def _title_role(item: Item) -> str:
    return "" if item.read else "title"


def _right(item: Item, room: int, cells: int, glyphs: Glyphs) -> list[Run]:
    role = _title_role(item)
    if cells < WIDE:
        return [Run(fit(item.title, room, glyphs.ellipsis), role)]
    title = int(room * _TITLE_SHARE)
    source = item.note or item.source
    names = clipped(_names(item, glyphs), max(0, room - title - _SOURCE_CELLS - 3), glyphs.ellipsis)
    runs = [
        Run(fit(item.title, title, glyphs.ellipsis) + " ", role),
        Run(fit(source, _SOURCE_CELLS, glyphs.ellipsis) + " " + plain(names), "dim"),
    ]
    missing = room - sum(width(run.text) for run in runs)
    return [*runs, Run(" " * missing)] if missing > 0 else runs


def _names(item: Item, glyphs: Glyphs) -> Line:
    """Return the names in one style: colours here cost more on the line than they tell."""
    joined = f" {glyphs.dot} ".join(name for _, name in item.names[:NAMES])
    return (Run(joined, "dim"),) if joined else ()


def snippet(item: Item, cells: int, glyphs: Glyphs) -> Line:
    """Draw the row under a hit: what matched, on each side that did where there is room for both."""
    told = item.snippets[: 2 if cells >= BOTH_FROM else 1]
    indent = MARK_CELLS + (dates.SHORT_CELLS + 1 if cells >= NARROW else 0) + SIDES_CELLS
    runs: list[Run] = [Run(" " * indent)]
    for found in told:
        lead = "" if len(runs) == 1 else "  "
        label = f"{lead}{str(found.lang).upper()} " if len(told) > 1 else lead
        layers = tuple(Layer(start, end, "match") for start, end in found.highlights)
        text = mask(found.text).replace("\n", " ")
        share = (cells - indent) // len(told) - width(label)
        runs += [Run(label, "dim"), *clipped(painted(text, 0, len(text), (layers,)), share, glyphs.ellipsis)]
    return clipped(tuple(runs), cells, glyphs.ellipsis)
