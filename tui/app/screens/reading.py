"""Reading: both sides face to face."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Container, Horizontal

from tui.app.commands.keys import Keymap
from tui.app.commands.model import Place
from tui.app.messages import TextOpened
from tui.app.ports import Opened
from tui.app.render import panels
from tui.app.render.line import Line, Run, spread
from tui.app.render.page.marks import Lit
from tui.app.screens.common.base import CommandScreen
from tui.app.screens.common.finds import Finds
from tui.app.screens.common.moves import Mover, Moves
from tui.app.screens.common.outside import Outside
from tui.app.screens.common.states import States, Subject
from tui.app.screens.common.views import Views
from tui.app.screens.reader.jotting import Jottings
from tui.app.screens.reader.panelling import Panels
from tui.app.widgets.lines import StatusLine
from tui.app.widgets.panel import Panel
from tui.app.widgets.search_line import SearchLine
from tui.app.widgets.text_view import TextView
from tui.locale import tr

Neighbour = Callable[[int], str | None]


class ReadingScreen(Panels, Jottings, Moves, States, Outside, Views, Finds, CommandScreen):
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
        self.view.widest, self.view.justified = self.look.arranged.width, self.look.arranged.justify
        self.view.lit = Lit(self.look.settings.reading.entities)
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
    def words(self) -> str:
        """The word looked up, what was found, or the chosen name."""
        text, word = self.opened, self.view.word or self.view.found[:1]
        side = text.side(word[0][0]) if text and word else None
        name = self.named.name if self.view.chosen and self.named else ""
        return word[0][1].of(side.text) if side else name

    def show(self, opened: Opened, neighbour: Neighbour) -> None:
        """Read another text, as soon as the screen is there."""
        self._neighbour = neighbour
        if self.is_mounted:
            self._show(opened)
        else:
            self._waiting = opened

    def _show(self, opened: Opened) -> None:
        self._waiting = None
        self.end_notice()
        self.view.show(opened)
        self.show_panel(self.panel.kind if self.panel.display and not self.is_looking else "")
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
        place = f" {view.unit + 1}/{self._units()}" if view.unit >= 0 else ""
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

    def do_leave(self) -> None:
        """Back to the list."""
        self.do_back()

    def do_back(self) -> None:
        """Close the find line, the panel, then the text."""
        if self.query_one("#find-row").display:
            self.close_find()
        elif self.is_looking:
            self.end_looking()
        elif self.panel.display:
            self.close_panel()
        else:
            self.save_place()
            self.look.back_to_library()


def _paired(runs: list[Run]) -> list[tuple[Run, ...]]:
    """Name and count of each entity, two runs of a panel's line."""
    return [tuple(runs[at : at + 2]) for at in range(0, len(runs), 2)]
