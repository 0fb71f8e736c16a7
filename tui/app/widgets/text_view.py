"""The text being read: one widget draws both columns."""

from __future__ import annotations

from textual.geometry import Region
from textual.timer import Timer

from tui.app.messages import CursorMoved
from tui.app.ports import Found, Opened
from tui.app.render.line import Layer, Line
from tui.app.render.page import facing, laid, marks
from tui.app.render.page.columns import NO_UNIT, ColumnLine
from tui.app.render.page.marks import Lit
from tui.app.render.page.pane import Pane
from tui.app.render.page.spread import Drawn, Geometry, Scene, geometry, one, two
from tui.app.widgets.lines import Lines
from tui.model.article import Article, Lang
from tui.model.pair import Bead

Places = tuple[tuple[Lang, int], ...]
"""Where the reader is, as characters of each side's text, the side being read first."""

TWO_PANES_FROM = 100
"""Cells from which both sides fit next to each other."""
REST_SECONDS = 0.1
"""How long after its first screen a text is laid out to its end, unless a key asks for that sooner."""


class TextView(Lines, can_focus=True):
    """One or two columns of a text; where rows are aligned they move as one."""

    def __init__(self, *, widget_id: str | None = None) -> None:
        super().__init__(widget_id=widget_id)
        self.opened: Opened | None = None
        self._shown: tuple[Pane, ...] = ()
        self._parts: tuple[laid.Part, ...] = ()
        self._later: Timer | None = None
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
        self._lay_out(self._places, opening=True)
        if self._later:
            self._later.stop()
        self._later = self.set_timer(REST_SECONDS, self._complete)

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
    def panes(self) -> tuple[Pane, ...]:
        """The columns with all their lines."""
        self._complete()
        return self._shown

    def _complete(self) -> None:
        """Lay out what the first screen of a text did not show, around what it did."""
        parts, self._parts = self._parts, ()
        if not parts or self.opened is None:
            return
        if self.cells != self._laid_for:
            self._lay_out(self._places)
            return
        wholes = [one for part in parts for one in part.whole()]
        self._shown = tuple(
            Pane(column, above + pane.cursor)
            for pane, (above, column) in zip(self._shown, wholes, strict=True)
        )
        self._differing = frozenset(
            facing.differing(self.opened, self.articles, self._shown, by_rows=self.is_aligned)
        )

    @property
    def is_aligned(self) -> bool:
        """Tell whether the two columns are rows of beads."""
        return self.opened is not None and laid.is_aligned(self.opened, self.articles)

    @property
    def moves_as_one(self) -> bool:
        """Tell whether both columns share the line being read."""
        return self.is_aligned and self.linked

    @property
    def pane(self) -> Pane:
        """The column that has the keys."""
        return self.panes[self.active]

    @property
    def here_line(self) -> ColumnLine | None:
        """The line of text being read."""
        return self._shown[self.active].here if self._shown else None

    @property
    def unit(self) -> int:
        """The passage being read."""
        line = self.here_line
        return line.unit if line else NO_UNIT

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

    def _lay_out(self, places: Places, *, opening: bool = False) -> None:
        """Lay out a text; one that is ``opening`` as far as the screen shows it, the rest a little later."""
        opened = self.opened
        if opened is None:
            return
        articles, language = self.articles, self.look.language
        self._laid_for, height = self.cells, self.look.size.height
        shape = geometry(self.cells, len(articles), self.widest)
        self._parts = laid.parts(opened, articles, shape.column, language, height) if opening else ()
        columns = tuple(column for part in self._parts for column in part.columns)
        columns = columns or laid.whole(opened, articles, shape.column, language, self._revealed)
        self._shown = tuple(Pane(column) for column in columns)
        self.active = min(self.active, len(columns) - 1)
        self._differing = frozenset(facing.differing(opened, articles, self._shown, by_rows=self.is_aligned))
        self._set_scene(shape)
        self._shown = tuple(pane.go(pane.first_unit) for pane in self._shown)
        self._return_to(places)
        self.redraw()

    def _return_to(self, places: Places) -> None:
        """Go back to places, the one that was read last."""
        shown = [article.lang for article in self.articles]
        for lang, char in reversed(places):
            if lang in shown:
                self._reach(lang, char, alone=True)
        if places and places[0][0] not in shown:
            place = facing.facing_place(self.opened, *places[0]) if self.opened else None
            if place is not None:
                self._reach(*place, alone=True)

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
        if self._scene is None or not self._shown:
            return ()
        drawn = [self._drawn_side(number, y) for number in range(len(self._shown))]
        if len(drawn) == 1:
            return one(self._scene, drawn[0])
        sign, role = self._sign(drawn[0].line)
        return two(self._scene, drawn[0], drawn[1], sign, role)

    def key(self, y: int) -> object:
        """Rows are the same wherever they stand, as long as the same lines face each other."""
        if self._scene is None:
            return None
        drawn = [self._drawn_side(number, y) for number in range(len(self._shown))]
        return tuple((id(side.line), side.lit) for side in drawn)

    def _drawn_side(self, number: int, y: int) -> Drawn:
        pane = self._shown[number]
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
        unit = facing.following(self._differing, self.pane.unit, step) if self.panes else None
        return self._go_if(None if unit is None else self.pane.line_of_unit(unit))

    def next_mention(self, step: int) -> bool:
        """Go to the next or previous mention of the chosen entity; tell whether there was one."""
        if not self.panes:
            return False
        columns = list(zip(self.articles, self.panes, strict=True))
        columns = columns if self.moves_as_one else columns[self.active : self.active + 1]
        return self._go_if(
            facing.following(facing.mention_lines(columns, self.chosen), self.pane.cursor, step)
        )

    def reach(self, lang: Lang, char: int) -> None:
        """Go to a character of one side, showing that side if it is hidden."""
        if lang not in [article.lang for article in self.articles]:
            self.shown = lang
            self._places = ((lang, char),)
            self._lay_out(self._places)
            return
        self._complete()
        self._reach(lang, char)
        self.redraw()
        self._tell()

    def _reach(self, lang: Lang, char: int, *, alone: bool = False) -> None:
        """Bring a character to the line being read; ``alone`` leaves a free other column where it is."""
        for number, article in enumerate(self.articles):
            line = self._shown[number].line_of_char(lang, char) if article.lang is lang else None
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
        shown = (enumerate(pane.shown(self.size.height)) for pane in self.panes)
        rows = {y for lines in shown for y, line in lines if line.unit in units}
        if rows:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in rows))

    def _place(self, line: int, *, alone: bool = False) -> None:
        """Move the active column, and the other one with it unless it stays ``alone``."""
        moved = self._shown[self.active].go(line)
        if self.moves_as_one:
            self._shown = tuple(pane.go(moved.cursor) for pane in self._shown)
            return
        panes = list(self._shown)
        panes[self.active] = moved
        if len(panes) > 1 and self.linked and not alone:
            other = 1 - self.active
            panes[other] = self._counterpart(moved, panes[other])
        self._shown = tuple(panes)

    def _counterpart(self, moved: Pane, other: Pane) -> Pane:
        """Where texts are only related, bring what faces the passage into view."""
        bead = self.bead_of(self.article, moved.unit)
        there = bead.side(self.article.lang.other) if bead else ()
        line = other.line_of_unit(there[0]) if there else None
        return other.go(line) if line is not None else other

    def _tell(self) -> None:
        order = (self.active, *(number for number in range(len(self.panes)) if number != self.active))
        lines = (self.panes[number].here for number in order)
        self._places = tuple((line.lang, line.start) for line in lines if line is not None)
        # To the screen itself: each parent on the way would cost a turn, and the foot a frame of its own.
        self.screen.post_message(CursorMoved(self, self.pane.unit, len(self._beads)))

    @property
    def _beads(self) -> tuple[Bead, ...]:
        return facing.beads(self.opened) if self.opened else ()

    def bead_of(self, article: Article, unit: int) -> Bead | None:
        """Return the bead of a segment of an article."""
        return facing.bead_of(self.opened, article, unit) if self.opened else None

    @property
    def bead(self) -> Bead | None:
        """The bead being read."""
        if self.unit == NO_UNIT:
            return None
        if self.is_aligned:
            return self._beads[self.unit]
        return self.bead_of(self.article, self.unit)

    @property
    def segment(self) -> int:
        """The segment being read, of the side whose position is kept."""
        line = self.here_line
        if line is None or self.opened is None:
            return 0
        return facing.lead_segment(self.opened, line.lang, line.start, self.bead)

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
        bead, here = self.bead, self.here_line
        self.shown, self.active = lang, 0
        if self.opened is None or here is None:
            return
        article = self.opened.side(lang) if lang else self.opened.side(here.lang)
        if article is None:
            return
        there = bead.side(article.lang) if bead else ()
        start = article.segments[there[0]].start if there and here.lang is not article.lang else None
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
