"""Reading: both sides face to face."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Container, Horizontal

from tui.app.commands.keys import Keymap
from tui.app.commands.model import Place
from tui.app.messages import PanelChosen, StateChanged, TextOpened
from tui.app.ports import Opened
from tui.app.render import panels
from tui.app.render.line import Line, Run, spread
from tui.app.screens.common.base import CommandScreen
from tui.app.screens.common.finds import Finds
from tui.app.screens.common.moves import Mover, Moves
from tui.app.screens.common.outside import Outside
from tui.app.screens.common.states import States, Subject
from tui.app.screens.common.views import Views
from tui.app.widgets.lines import StatusLine
from tui.app.widgets.panel import Panel
from tui.app.widgets.search_line import SearchLine
from tui.app.widgets.text_view import TextView
from tui.locale import tr
from tui.model.article import Lang

Neighbour = Callable[[int], str | None]
PANEL_BESIDE_FROM = 150
"""Cells from which a panel stands beside the text instead of under it."""


class ReadingScreen(Moves, States, Outside, Views, Finds, CommandScreen):
    """One text, or two that face each other, with panels."""

    place = Place.READING
    AUTO_FOCUS = "#text"

    def __init__(self, keys: Keymap) -> None:
        super().__init__(keys)
        self._neighbour: Neighbour = lambda _step: None
        self._waiting: Opened | None = None

    def compose(self) -> ComposeResult:
        """Stack the text, a panel, the find line and the foot."""
        with Container(id="desk"):
            yield TextView(widget_id="text")
            yield Panel(widget_id="panel")
        with Horizontal(id="find-row"):
            yield StatusLine(widget_id="find-label")
            yield SearchLine(widget_id="find")
        yield StatusLine(widget_id="foot")

    def on_mount(self) -> None:
        """Begin without panel and without find."""
        self.panel.display = False
        self.query_one("#find-row").display = False
        self.query_one("#find-label", StatusLine).show((Run(" / ", "key"),))
        self.view.widest = self.look.settings.reading.width
        self.view.focus()
        if self._waiting is not None:
            self._show(self._waiting)

    @property
    def view(self) -> TextView:
        """The text."""
        return self.query_one("#text", TextView)

    @property
    def panel(self) -> Panel:
        """The panel."""
        return self.query_one("#panel", Panel)

    @property
    def opened(self) -> Opened | None:
        """What is being read."""
        return self.view.opened

    @property
    def mover(self) -> Mover:
        """The panel while it has the keys, else the text."""
        return self.panel if self.panel.has_focus else self.view

    @property
    def subject(self) -> Subject:
        """The articles being read."""
        sides = self.opened.sides if self.opened else ()
        return Subject(tuple(article.id for article in sides if article.id), read=True)

    @property
    def chosen_name(self) -> str:
        """The name of the chosen entity, "" when there is none."""
        articles = self.opened.sides if self.opened else ()
        known = (entity for article in articles for entity in article.entities)
        return next((entity.name for entity in known if entity.id == self.view.chosen), "")

    def show(self, opened: Opened, neighbour: Neighbour) -> None:
        """Read another text, as soon as the screen is there."""
        self._neighbour = neighbour
        if self.is_mounted:
            self._show(opened)
        else:
            self._waiting = opened

    def _show(self, opened: Opened) -> None:
        self._waiting = None
        self._end_notice()
        self.view.show(opened)
        self._show_panel(self.panel.kind if self.panel.display else "")
        self.refresh_foot()

    def foot_line(self) -> Line:
        """Names and facts on the left, where we are on the right."""
        if self.opened is None:
            return ()
        names = [
            run for line in panels.entities(self.opened, "", self.look.language)[:3] for run in line.line[1:]
        ]
        facts = panels.fact_counts(self.opened.facts)
        left = (Run(" "), *(run for name in _paired(names) for run in (*name, Run("  "))), *facts)
        return spread(left, self._where(), self.size.width)

    def _where(self) -> Line:
        view = self.view
        keys = "".join(f" {key}" for key in ("e", "d", "?", "q"))
        if view.found:
            return (Run(f" {view.here + 1}/{len(view.found)}", "match"), Run(f" n N{keys} ", "dim"))
        place = f" {view.pane.unit + 1}/{self._units()}" if view.panes and view.pane.unit >= 0 else ""
        return (Run(place), Run(f" {keys} ", "dim"))

    def _units(self) -> int:
        view = self.view
        if view.is_aligned and self.opened and self.opened.pair:
            return len(self.opened.pair.beads)
        return len(view.article.segments)

    def on_cursor_moved(self) -> None:
        """Say where we are."""
        self.refresh_foot()

    def save_place(self) -> None:
        """Keep the place for the next time."""
        if self.opened and self.opened.lead.id:
            article, segment = self.opened.lead.id, self.view.segment
            self.desk.tell(lambda library: library.set_position(article, segment))

    # Other texts

    def on_text_opened(self, message: TextOpened) -> None:
        """Show the next or previous text."""
        self.save_place()
        self.show(message.opened, self._neighbour)
        self.look.text_arrived()

    def do_next_article(self) -> None:
        """Read the next text of the list."""
        self._read_neighbour(1)

    def do_previous_article(self) -> None:
        """Read the previous text of the list."""
        self._read_neighbour(-1)

    def _read_neighbour(self, step: int) -> None:
        text_id = self._neighbour(step)
        if text_id is None:
            self.notice(tr("There is no other article that way."), warning=True)
        else:
            self.look.open(self, text_id)

    def on_state_changed(self, message: StateChanged) -> None:
        """Say what was changed."""
        self.notice(message.done)
        self.look.library_changed()

    def do_leave(self) -> None:
        """Back to the list."""
        self.do_back()

    def do_back(self) -> None:
        """Close the find line, the panel, then the text."""
        if self.query_one("#find-row").display:
            self.close_find()
        elif self.panel.display:
            self._show_panel("")
        else:
            self.save_place()
            self.look.back_to_library()

    # Panels

    def do_entities(self) -> None:
        """Names."""
        self._toggle("entities")

    def do_facts(self) -> None:
        """Facts."""
        self._toggle("facts")

    def do_details(self) -> None:
        """Details."""
        self._toggle("details")

    def _toggle(self, kind: str) -> None:
        is_open = self.panel.display and self.panel.kind == kind
        self._show_panel("" if is_open else kind)

    def _show_panel(self, kind: str) -> None:
        panel = self.panel
        panel.display = bool(kind)
        self.set_class(self.size.width >= PANEL_BESIDE_FROM, "beside")
        if not kind or self.opened is None:
            self.view.focus()
            return
        language = self.look.language
        if kind == "entities":
            panel.show(kind, tr("Names"), panels.entities(self.opened, self.view.chosen, language))
        elif kind == "facts":
            panel.show(kind, tr("Facts"), panels.facts(self.opened, language))
        else:
            lines = panels.details(self.opened, self.size.width // 2, panel.glyphs, language)
            panel.show(kind, tr("Details"), lines)
        panel.focus()

    def on_panel_chosen(self, message: PanelChosen) -> None:
        """Light an entity, or go to a place in the text."""
        what, *rest = message.target.split(" ")
        if what == "entity":
            self.view.chosen = "" if self.view.chosen == rest[0] else rest[0]
            self.view.relight()
            self._show_panel("entities")
            self.view.next_mention(1) or self.view.next_mention(-1)
        else:
            self.view.reach(Lang(rest[0]), int(rest[1]))


def _paired(runs: list[Run]) -> list[tuple[Run, ...]]:
    """Name and count of each entity, two runs of a panel's line."""
    return [tuple(runs[at : at + 2]) for at in range(0, len(runs), 2)]
