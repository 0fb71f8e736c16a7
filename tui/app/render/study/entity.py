"""The page of an entity: its names, its articles over time, with whom it appears, its articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from tui.app.ports import Profile
from tui.app.render.cells import fit, width
from tui.app.render.line import Glyphs, Line, Run
from tui.app.render.panels import PanelLine
from tui.locale import tr, trn
from tui.model.article import Lang
from tui.model.keeping import LibraryEntity
from tui.model.listing import Entry
from tui.model.wording import dates
from tui.model.wording.values import kind_name
from tui.text.printable import clean_line

MOST_BARS = 18
"""Bars of the chart; a longer time is told by years."""
_BAR = 30
"""Cells of the longest bar."""
_LABEL = 16
_NAME = 32


def head(profile: Profile) -> Line:
    """Say the names in both languages, the kind, and how often it is named."""
    entity = profile.entity
    names = [f"{lang.upper()} {clean_line(name)}" for lang, name in entity.names] or [clean_line(entity.name)]
    counts = trn("{count} article", "{count} articles", profile.articles)
    said = trn("{count} mention", "{count} mentions", profile.mentions)
    return (
        Run(f" {kind_name(entity.kind)}  ", "dim"),
        Run("   ".join(names), "title"),
        Run(f"   {counts}   {said}", "dim"),
    )


def page(profile: Profile, glyphs: Glyphs, language: str) -> tuple[PanelLine, ...]:
    """Lay out the page below its head."""
    parts = (
        (tr("Over time"), tuple(_chart(profile.entries, glyphs, language))),
        (tr("Named with"), tuple(map(_companion, profile.companions))),
        (tr("Articles"), tuple(_article(entry, language) for entry in profile.entries)),
    )
    return tuple(
        line
        for title, lines in parts
        if lines
        for line in (PanelLine((Run(title, "title"),)), *lines, PanelLine(()))
    )


def _chart(entries: Iterable[Entry], glyphs: Glyphs, language: str) -> Iterator[PanelLine]:
    days = [entry.published.isoformat()[:7] for entry in entries if entry.published for _ in entry.articles]
    counted = Counter(days)
    if len(_between(counted)) > MOST_BARS:
        counted = Counter(day[:4] for day in days)
    most = max(counted.values(), default=1)
    for when in _between(counted):
        count = counted[when]
        bar = glyphs.block * max(1, round(count * _BAR / most)) if count else glyphs.gap
        label = dates.value(when, language)
        yield PanelLine(
            (
                Run(f"  {fit(label, _LABEL)} ", "dim"),
                Run(bar, "accent" if count else "dim"),
                Run(f" {count or ''}"),
            )
        )


def _between(counted: Counter[str]) -> list[str]:
    """Return the months, or years, from the first to the last one, those without an article too."""
    if not counted:
        return []
    first, last = min(counted), max(counted)
    if len(first) == len("2025"):
        return [f"{year:04d}" for year in range(int(first), int(last) + 1)]
    months = range(_number(first), _number(last) + 1)
    return [f"{month // 12:04d}-{month % 12 + 1:02d}" for month in months]


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def _companion(one: LibraryEntity) -> PanelLine:
    names = dict.fromkeys(clean_line(name) for _, name in one.entity.names)
    name = " = ".join(names) or clean_line(one.entity.name)
    role = one.entity.kind.lower()
    blank = " " * max(1, _NAME - width(name))
    return PanelLine(
        (
            Run(f"  {kind_name(one.entity.kind):<9.9} ", "dim"),
            Run(name, role),
            Run(f"{blank}{one.articles}", "dim"),
        ),
        f"entity {one.entity.id}",
    )


def _article(entry: Entry, language: str) -> PanelLine:
    sides = "·".join(str(lang).upper() for lang, _ in entry.titles)
    titles = dict(entry.titles)
    title = titles.get(Lang(language)) or next(iter(titles.values()), "")
    day = fit(dates.short(entry.published, language), dates.SHORT_CELLS)
    return PanelLine((Run(f"  {day}  {sides:<6} ", "dim"), Run(clean_line(title))), f"text {entry.id}")
