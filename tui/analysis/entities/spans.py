"""Names and values of one text, without overlap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import attrgetter

from tui.model.article import Mention


def merge(names: Sequence[Mention], values: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return all mentions in reading order; where two overlap the value wins, then the longer one.

    A name that wholly holds a value («Conference of 1995») is a name: it keeps its place.
    """
    larger = {name for name in names if any(_holds(name, value) for value in values)}
    rest = [name for name in names if name not in larger]
    return _without_overlap((*larger, *values, *rest))


def _holds(name: Mention, value: Mention) -> bool:
    wide = name.start < value.start or value.end < name.end
    return wide and name.start <= value.start and value.end <= name.end


def _without_overlap(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Keep mentions in the order given, each only where nothing stands yet."""
    kept: list[Mention] = []
    taken: set[int] = set()
    for mention in mentions:
        cells = range(mention.start, mention.end)
        if taken.isdisjoint(cells):
            taken.update(cells)
            kept.append(mention)
    return tuple(sorted(kept, key=attrgetter("start", "end")))
