"""The text being read: one widget draws both columns."""

from __future__ import annotations

from collections.abc import Iterable

from textual.geometry import Region

from tui.app.messages import CursorMoved
from tui.app.ports import Found, Opened
from tui.app.render.line import Layer, Line
from tui.app.render.page import marks
from tui.app.render.page.columns import NO_UNIT, ColumnLine, aligned, flowing, revealed_lines
from tui.app.render.page.facing import bead_of, beads, differing, facing_place, segment_at
from tui.app.render.page.marks import Lit
from tui.app.render.page.pane import Pane
from tui.app.render.page.spread import Drawn, Geometry, Scene, geometry, one, two
from tui.app.widgets.lines import Lines
from tui.model.article import Article, Lang
from tui.model.pair import Bead, Mode

Places = tuple[tuple[Lang, int], ...]
"""Where the reader is, as characters of each side's text, the side being read first."""

TWO_PANES_FROM = 100
"""Cells from which both sides fit next to each other."""


class TextView(Lines, can_focus=True):
    """One or two columns of a text; where rows are aligned they move as one."""

    def __init__(self, *, widget_id: str | None = None) -> None:
        super().__init__(widget_id=widget_id)
        self.opened: Opened | None = None
        self.panes: tuple[Pane, ...] = ()
        self.active = 0
        self.shown: Lang | None = None
        self.linked = True
        self.lit = Lit.KEY
        self.chosen = ""
        self.found: Found = ()
        self.word: Found = ()
        self.here = 0
        self.widest = 80
        self.justified = False
        self._revealed: frozenset[int] = frozenset()
        self._laid_for = 0
        self._places: Places = ()
        self._scene: Scene | None = None
        self._differing: frozenset[int] = frozenset()

    def show(self, opened: Opened) -> None:
        """Show another text, at the place where the reader left it."""
        self.opened, self.active = opened, 0
        self.linked, self.found, self.here, self.chosen = True, (), 0, ""
        self._revealed = frozenset()
        self.word = ()
        self._places = () if opened.start is None else (opened.start,)
        self._lay_out(self._places)

    def renew(self, opened: Opened) -> None:
        """Show the same text, changed, at the same place."""
        self.opened, self._revealed = opened, frozenset()
        self._lay_out(self._places)
        self._tell()

    @property
    def cells(self) -> int:
        """The width to lay out for: the app's before the widget has its own, to open in one frame."""
        return self.size.width or self.look.size.width

    @property
    def is_aligned(self) -> bool:
        """Tell whether the two columns are rows of beads."""
        pair = self.opened.pair if self.opened else None
        return len(self.panes) > 1 and pair is not None and pair.mode is Mode.ALIGNED

    @property
    def moves_as_one(self) -> bool:
        """Tell whether both columns share the line being read."""
        return self.is_aligned and self.linked

    @property
    def pane(self) -> Pane:
        """The column that has the keys."""
        return self.panes[self.active]

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles in the columns on the screen."""
        if self.opened is None:
            return ()
        if len(self.opened.sides) == 1 or (self.shown is None and self.cells >= TWO_PANES_FROM):
            return self.opened.sides
        alone = self.opened.side(self.shown or self.opened.lead.lang)
        return (alone or self.opened.lead,)

    @property
    def article(self) -> Article:
        """The article of the column that has the keys."""
        return self.articles[min(self.active, len(self.articles) - 1)]

    def re_lay(self) -> None:
        """Lay the text out again and stay at the same words, on each side."""
        if self.opened is not None:
            self._lay_out(self._places)

    def _lay_out(self, places: Places) -> None:
        opened = self.opened
        if opened is None:
            return
        articles = self.articles
        self._laid_for = self.cells
        shape = geometry(self.cells, len(articles), self.widest)
        self.panes = self._columns(opened, articles, shape)
        self.active = min(self.active, len(self.panes) - 1)
        self._differing = frozenset(differing(opened, articles, self.panes, by_rows=self.is_aligned))
        self._set_scene(shape)
        self.panes = tuple(pane.go(self._first_unit(pane)) for pane in self.panes)
        self._return_to(places)
        self.redraw()

    def _columns(self, opened: Opened, articles: tuple[Article, ...], shape: Geometry) -> tuple[Pane, ...]:
        language = self.look.language
        if len(articles) > 1 and opened.pair and opened.pair.mode is Mode.ALIGNED:
            return tuple(Pane(column) for column in aligned(opened, shape.column, language))
        return tuple(Pane(self._flow(article, shape.column)) for article in articles)

    def _flow(self, article: Article, cells: int) -> tuple[ColumnLine, ...]:
        opened = self.opened
        other = opened.side(article.lang.other) if opened else None
        shown = [
            (unit, revealed_lines(other, bead, cells))
            for unit in sorted(self._revealed)
            if other and (bead := self.bead_of(article, unit))
        ]
        return flowing(article, cells, self.look.language, shown)

    def _return_to(self, places: Places) -> None:
        """Go back to places, the one that was read last."""
        shown = [article.lang for article in self.articles]
        for lang, char in reversed(places):
            if lang in shown:
                self._reach(lang, char, alone=True)
        if places and places[0][0] not in shown:
            facing = facing_place(self.opened, *places[0]) if self.opened else None
            if facing is not None:
                self._reach(facing[0], facing[1], alone=True)

    @staticmethod
    def _first_unit(pane: Pane) -> int:
        return next((index for index, line in enumerate(pane.column) if line.unit != NO_UNIT), 0)

    def _set_scene(self, shape: Geometry) -> None:
        opened = self.opened
        if opened is None:
            return
        articles = {article.lang: article for article in opened.sides}
        layers = {lang: self._layers(article) for lang, article in articles.items()}
        signs = marks.signs(opened, self.glyphs)
        self._scene = Scene(articles, layers, self.glyphs, shape, self.justified, signs)

    def _layers(self, article: Article) -> tuple[tuple[Layer, ...], ...]:
        facts = self.opened.facts if self.opened else ()
        return (
            marks.names(article, self.lit, self.chosen),
            marks.facts(facts, article.lang) if self.lit is not Lit.NONE else (),
            marks.matches(self.found, article.lang, self.here),
            marks.matches(self.word, article.lang, 0),
        )

    def relight(self) -> None:
        """Draw again after another choice of what is lit."""
        if self._scene is not None:
            self._set_scene(self._scene.geometry)
            self.redraw()

    def line(self, y: int) -> Line:
        """Draw row ``y`` of the screen."""
        if self._scene is None or not self.panes:
            return ()
        drawn = [self._drawn_side(number, y) for number in range(len(self.panes))]
        if len(drawn) == 1:
            return one(self._scene, drawn[0])
        sign, role = self._sign(drawn[0].line)
        return two(self._scene, drawn[0], drawn[1], sign, role)

    def key(self, y: int) -> object:
        """Rows are the same wherever they stand, as long as the same lines face each other."""
        if self._scene is None:
            return None
        drawn = [self._drawn_side(number, y) for number in range(len(self.panes))]
        return tuple((id(side.line), side.lit) for side in drawn)

    def _drawn_side(self, number: int, y: int) -> Drawn:
        pane = self.panes[number]
        index = pane.top(self.rows) + y
        line = pane.column[index] if 0 <= index < len(pane.column) else None
        lit = line is not None and line.unit == pane.unit != NO_UNIT
        return Drawn(line, lit and (self.moves_as_one or number == self.active or self.linked))

    def _sign(self, line: ColumnLine | None) -> tuple[str, str]:
        if line is None or not self.moves_as_one or not line.first or line.unit == NO_UNIT:
            return self.glyphs.bar, "dim"
        if line.unit in self._differing and not self._beads[line.unit].is_gap:
            return self.glyphs.differs, "differ"
        if self._beads[line.unit].is_doubtful:
            return self.glyphs.doubtful, "warning"
        return self.glyphs.bar, "dim"

    def move(self, by: int) -> None:
        """Go ``by`` lines down or up."""
        if self.panes:
            self._go(self.pane.cursor + by)

    def go_end(self, *, top: bool) -> None:
        """Go to the beginning or the end."""
        if self.panes:
            self._go(0 if top else len(self.pane.column) - 1)

    def page_by(self, pages: float) -> None:
        """Go by pages; a line or two stay in view."""
        rows = max(1, int((self.size.height - 2) * abs(pages)))
        self.move(rows if pages > 0 else -rows)

    def next_unit(self, step: int) -> bool:
        """Go to the next or previous passage; tell whether there was one."""
        return self._go_if(self.pane.next_unit(step) if self.panes else None)

    def next_difference(self, step: int) -> bool:
        """Go to the next or previous passage where the sides differ; tell whether there was one."""
        here = self.pane.unit if self.panes else NO_UNIT
        ahead = sorted(unit for unit in self._differing if (unit > here if step > 0 else unit < here))
        if not ahead:
            return False
        return self._go_if(self.pane.line_of_unit(ahead[0] if step > 0 else ahead[-1]))

    def next_mention(self, step: int) -> bool:
        """Go to the next or previous mention of the chosen entity; tell whether there was one."""
        lines = sorted(set(self._mention_lines()))
        ahead = [line for line in lines if (line > self.pane.cursor if step > 0 else line < self.pane.cursor)]
        return self._go_if((ahead[0] if step > 0 else ahead[-1]) if ahead else None)

    def _mention_lines(self) -> Iterable[int]:
        articles = self.articles if self.moves_as_one else (self.article,)
        panes = self.panes if self.moves_as_one else (self.pane,)
        for article, pane in zip(articles, panes, strict=True):
            for span in marks.mention_spans(article, self.chosen):
                line = pane.line_of_char(article.lang, span.start)
                if line is not None:
                    yield line

    def reach(self, lang: Lang, char: int) -> None:
        """Go to a character of one side, showing that side if it is hidden."""
        if lang not in [article.lang for article in self.articles]:
            self.shown = lang
            self._places = ((lang, char),)
            self._lay_out(self._places)
            return
        self._reach(lang, char)
        self.redraw()
        self._tell()

    def _reach(self, lang: Lang, char: int, *, alone: bool = False) -> None:
        """Bring a character to the line being read; ``alone`` leaves a free other column where it is."""
        for number, article in enumerate(self.articles):
            line = self.panes[number].line_of_char(lang, char) if article.lang is lang else None
            if line is not None:
                self.active = number
                self._place(line, alone=alone)

    def _go_if(self, line: int | None) -> bool:
        if line is None:
            return False
        self._go(line)
        return True

    def _go(self, line: int) -> None:
        before = tuple((pane.top(self.size.height), pane.unit) for pane in self.panes)
        self._place(line)
        after = tuple((pane.top(self.size.height), pane.unit) for pane in self.panes)
        if [top for top, _ in before] != [top for top, _ in after]:
            self.refresh()
        elif before != after:
            self._refresh_units({unit for _, unit in (*before, *after)})
        self._tell()

    def _refresh_units(self, units: set[int]) -> None:
        rows = {
            y
            for pane in self.panes
            for y, line in enumerate(pane.shown(self.size.height))
            if line.unit in units
        }
        if rows:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in rows))

    def _place(self, line: int, *, alone: bool = False) -> None:
        """Move the active column, and the other one with it unless it stays ``alone``."""
        moved = self.pane.go(line)
        if self.moves_as_one:
            self.panes = tuple(pane.go(moved.cursor) for pane in self.panes)
            return
        panes = list(self.panes)
        panes[self.active] = moved
        if len(panes) > 1 and self.linked and not alone:
            other = 1 - self.active
            panes[other] = self._counterpart(moved, panes[other])
        self.panes = tuple(panes)

    def _counterpart(self, moved: Pane, other: Pane) -> Pane:
        """Where texts are only related, bring what faces the passage into view."""
        bead = self.bead_of(self.article, moved.unit)
        facing = bead.side(self.article.lang.other) if bead else ()
        line = other.line_of_unit(facing[0]) if facing else None
        return other.go(line) if line is not None else other

    def _tell(self) -> None:
        order = (self.active, *(number for number in range(len(self.panes)) if number != self.active))
        lines = (self.panes[number].here for number in order)
        self._places = tuple((line.lang, line.start) for line in lines if line is not None)
        # To the screen itself: each parent on the way would cost a turn, and the foot a frame of its own.
        self.screen.post_message(CursorMoved(self, self.pane.unit, len(self._beads)))

    @property
    def _beads(self) -> tuple[Bead, ...]:
        return beads(self.opened) if self.opened else ()

    def bead_of(self, article: Article, unit: int) -> Bead | None:
        """Return the bead of a segment of an article."""
        return bead_of(self.opened, article, unit) if self.opened else None

    @property
    def bead(self) -> Bead | None:
        """The bead being read."""
        if not self.panes or self.pane.unit == NO_UNIT:
            return None
        if self.is_aligned:
            return self._beads[self.pane.unit]
        return self.bead_of(self.article, self.pane.unit)

    @property
    def segment(self) -> int:
        """The segment being read, of the side whose position is kept."""
        line = self.pane.here if self.panes else None
        if line is None or self.opened is None:
            return 0
        lead = self.opened.lead
        if line.lang is not lead.lang:
            facing = self.bead.side(lead.lang) if self.bead else ()
            return facing[0] if facing else 0
        return segment_at(lead, line.start)

    def match_from_here(self) -> int:
        """Return the number of the first match at or after the line being read, on its side."""
        line = self.pane.here if self.panes else None
        for number, (lang, span) in enumerate(self.found):
            if line and lang is line.lang and span.start >= line.start:
                return number
        return 0

    def flip(self) -> None:
        """Give the keys to the other column, or show the other side when there is one column."""
        if self.opened is None or len(self.opened.sides) == 1:
            return
        if len(self.panes) > 1:
            self.active = 1 - self.active
            self.redraw()
            return
        self.show_side(self.article.lang.other)

    def show_side(self, lang: Lang | None) -> None:
        """Show one side alone, or both; stay at the facing passage."""
        bead, here = self.bead, self.pane.here if self.panes else None
        self.shown, self.active = lang, 0
        if self.opened is None or here is None:
            return
        article = self.opened.side(lang) if lang else self.opened.side(here.lang)
        if article is None:
            return
        facing = bead.side(article.lang) if bead else ()
        start = article.segments[facing[0]].start if facing and here.lang is not article.lang else None
        self._revealed = frozenset()
        self._lay_out(((article.lang, start if start is not None else here.start),))
        self._tell()

    def reveal(self) -> bool:
        """In one column, show or hide what faces the passage; tell whether that could be done."""
        if len(self.panes) != 1 or self.bead is None:
            return False
        self._revealed = self._revealed ^ {self.pane.unit}
        self.re_lay()
        return True

    def watch_virtual_size(self) -> None:
        """Lay out again for another width, at the same words; a panel that comes sends no Resize."""
        if self.cells != self._laid_for:
            self.re_lay()
        else:
            self._strips.clear()
