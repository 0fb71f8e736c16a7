"""The columns of the library's list: how wide each is, from which width of the list, and what it says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.app.render.line import Glyphs
from tui.frozen import dataclass
from tui.model.article import Kind, Lang, Published
from tui.model.wording import dates

if TYPE_CHECKING:
    from tui.model.listing import Snippet

WIDE = 100
"""From this many cells a row has room for its source and its names."""
NARROW = 70
"""Under this many cells the day goes too."""
NAMES = 2
"""Names in a row: a third would rarely be seen whole, and each costs on the line."""
WORDS_A_MINUTE = 220
"""What an adult reads of a text in a language at hand (Brysbaert 2019: 238 in English, a little less
in French)."""
TITLE, NAMED = "title", "names"
"""The two columns that share what room is left."""
MEASURED = frozenset({"minutes", "words", "score"})
"""The columns for which the store has to be asked apart."""


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
    tags: tuple[str, ...] = ()
    words: int | None = None
    score: float | None = None


Shown = Callable[[Item, Glyphs, str], str]


class Field(NamedTuple):
    """A column: its ``cells``, the cells of a list that has room for it, and its words for an item."""

    cells: int
    least: int
    shown: Shown
    right: bool = False


def _minutes(item: Item, _glyphs: Glyphs, _language: str) -> str:
    return f"{max(1, round(item.words / WORDS_A_MINUTE))} min " if item.words else ""


def _words(item: Item, _glyphs: Glyphs, language: str) -> str:
    if not item.words:
        return ""
    return f"{item.words:,} ".replace(",", "\u202f" if language == "fr" else ",")


FIELDS: dict[str, Field] = {
    "unread": Field(1, 0, lambda item, glyphs, _: "" if item.read else glyphs.unread),
    "star": Field(1, 0, lambda item, glyphs, _: glyphs.star if item.starred else ""),
    "date": Field(
        dates.SHORT_CELLS + 1, NARROW, lambda item, _, language: dates.short(item.published, language)
    ),
    "languages": Field(
        6, 0, lambda item, glyphs, _: glyphs.sides.join(str(lang).upper() for lang in item.sides)
    ),
    "minutes": Field(7, NARROW, _minutes, right=True),
    "words": Field(7, NARROW, _words, right=True),
    "score": Field(
        5, NARROW, lambda item, *_: "" if item.score is None else f"{item.score:.2f} ", right=True
    ),
    "source": Field(13, WIDE, lambda item, *_: item.note or item.source),
    "tags": Field(14, NARROW, lambda item, *_: " ".join(f"#{tag}" for tag in item.tags)),
}
"""Every column of a width of its own; title and names are elastic."""


class Columns(NamedTuple):
    """The columns before the title and after it, and whether names are among the latter."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    named: bool


def columns_of(chosen: Sequence[str], cells: int) -> Columns:
    """Return which of the chosen columns a list of ``cells`` has room for."""
    at = chosen.index(TITLE) if TITLE in chosen else len(chosen)
    fits = [name for name in chosen if name in FIELDS and cells >= FIELDS[name].least]
    before = tuple(name for name in fits if chosen.index(name) < at)
    after = tuple(name for name in fits if chosen.index(name) > at)
    return Columns(before, after, NAMED in chosen and cells >= WIDE)
