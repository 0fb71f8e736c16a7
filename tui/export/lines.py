"""JSON Lines: one article a line, as ``show --json`` prints it; ``add`` reads it back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TextIO

from tui.export.sheet import Item
from tui.model import jsonable
from tui.model.article import Article


def write(items: Iterable[Item], out: TextIO) -> None:
    """Write each article once, with its pair and facts where it has one."""
    for item in items:
        out.writelines(jsonable.line(shape) + "\n" for shape in _shapes(item))


def _shapes(item: Item) -> Iterator[jsonable.Json]:
    if isinstance(item, Article):
        yield jsonable.shown(item, None, ())
        return
    for article in (item.fr, item.en):
        yield jsonable.shown(article, item.pair, item.facts)
