"""Drawing the reading screen: one row of it, with one or two columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from tui.app.render.cells import fit
from tui.app.render.line import Glyphs, Layer, Line, Run, padded, painted, stretched
from tui.app.render.page.columns import ColumnLine
from tui.frozen import dataclass
from tui.model.article import Article, Lang

GUTTER = 3
"""Cells between the columns: a blank, the sign of the row, the edge of the right one."""
EDGE = 1


@dataclass(frozen=True, slots=True)
class Geometry:
    """Where the columns stand in a view of ``cells``: ``margin`` before the first, ``column`` cells each."""

    margin: int
    column: int
    count: int


def geometry(cells: int, count: int, widest: int) -> Geometry:
    """Share out the width of the view, no column wider than ``widest``."""
    room = cells - EDGE - 1
    column = room if count == 1 else (room - GUTTER) // 2
    column = max(1, min(column, widest))
    used = EDGE + column * count + (GUTTER if count > 1 else 0)
    return Geometry(max(0, (cells - used) // 2), column, count)


@dataclass(frozen=True, slots=True)
class Drawn:
    """One side of a row: its line, whether it is being read, and the layers over its text."""

    line: ColumnLine | None
    lit: bool


Signs = Mapping[Lang, tuple[tuple[int, str], ...]]
"""Per side, the characters at which a note or a bookmark stands, with its sign."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What rows are drawn from, whatever the row."""

    articles: Mapping[Lang, Article]
    layers: Mapping[Lang, tuple[tuple[Layer, ...], ...]]
    glyphs: Glyphs
    geometry: Geometry
    justified: bool = False
    signs: Signs = field(default_factory=dict)


def one(scene: Scene, side: Drawn) -> Line:
    """Draw a row of a single column."""
    return (Run(" " * scene.geometry.margin), _edge(scene, side), *cell(scene, side.line))


def two(scene: Scene, left: Drawn, right: Drawn, sign: str, role: str) -> Line:
    """Draw a row of both columns, with ``sign`` between them."""
    return (
        Run(" " * scene.geometry.margin),
        _edge(scene, left),
        *cell(scene, left.line),
        Run(" "),
        Run(sign, role),
        _edge(scene, right),
        *cell(scene, right.line),
    )


def _edge(scene: Scene, side: Drawn) -> Run:
    sign = _sign_on(scene, side.line) if scene.signs and side.line else ""
    if sign and sign != scene.glyphs.linked:
        return Run(sign, "note cursor" if side.lit else "note")
    return Run(scene.glyphs.edge, "lit") if side.lit else Run(sign or " ", "dim" if sign else "")


def _sign_on(scene: Scene, line: ColumnLine) -> str:
    """Return the sign of what the reader keeps at a place that the line shows."""
    kept = scene.signs.get(line.lang, ())
    return next((sign for at, sign in kept if line.start <= at < line.end), "")


def cell(scene: Scene, line: ColumnLine | None) -> Line:
    """Draw one column of a row, padded to its width."""
    cells, glyphs = scene.geometry.column, scene.glyphs
    if line is None:
        return (Run(" " * cells),)
    if line.role == "rule":
        return (Run(glyphs.rule * cells, "dim"),)
    if line.role == "gap":
        return (Run(fit(glyphs.gap, cells), "dim"),)
    if line.literal:
        return padded((Run(line.literal, line.role),), cells)
    lead = "  " if line.role == "note" else ""
    runs = painted(scene.articles[line.lang].text, line.start, line.end, scene.layers[line.lang])
    styled = tuple(Run(run.text, f"{line.role} {run.role}".strip()) for run in runs)
    if scene.justified and line.full and not line.role:
        styled = stretched(styled, cells)
    return padded((Run(lead), *styled), cells)
