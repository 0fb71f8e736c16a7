"""The page of an entity: its names, its articles over time, with whom it appears."""

from __future__ import annotations

from textual.app import ComposeResult

from tui.app.asking import entity
from tui.app.commands.keys import Keymap
from tui.app.commands.model import Place
from tui.app.messages import EntityRead, PanelChosen, TextOpened
from tui.app.ports import Profile
from tui.app.render.line import Run
from tui.app.render.study.entity import head, page
from tui.app.screens.common.base import CommandScreen
from tui.app.screens.common.moves import Moves
from tui.app.widgets.lines import StatusLine
from tui.app.widgets.panel import Panel
from tui.locale import tr
from tui.model.article import Entity
from tui.text.printable import clean_line


class EntityScreen(Moves, CommandScreen):
    """What the library knows of one thing; a line opens a text, or the page of another thing."""

    place = Place.ENTITY

    def __init__(self, keys: Keymap, thing: Entity) -> None:
        super().__init__(keys)
        self._thing = thing
        self._profile: Profile | None = None

    def compose(self) -> ComposeResult:
        """Head, page, foot."""
        yield StatusLine(widget_id="head")
        yield Panel(widget_id="page")
        yield StatusLine(widget_id="foot")

    def on_mount(self) -> None:
        """Ask for the page."""
        thing = self._thing
        self.query_one("#head", StatusLine).show((Run(f" {clean_line(thing.name)}", "title"),))
        self.sheet.focus()
        self.refresh_foot()
        self.desk.ask(self, "entity", lambda library: entity.profiled(library, thing))

    @property
    def sheet(self) -> Panel:
        """The page."""
        return self.query_one("#page", Panel)

    @property
    def mover(self) -> Panel:
        """The page."""
        return self.sheet

    def on_entity_read(self, message: EntityRead) -> None:
        """Show the page."""
        self._profile = message.profile
        self._show()

    def _show(self) -> None:
        profile = self._profile
        if profile is not None:
            self.query_one("#head", StatusLine).show(head(profile))
            self.sheet.show(
                "entity", clean_line(profile.entity.id), page(profile, self.sheet.glyphs, self.look.language)
            )

    def speak(self) -> None:
        """Draw every word of ours again."""
        super().speak()
        self._show()

    def do_open(self) -> None:
        """Open the current line."""
        if self.sheet.target:
            self.sheet.choose()
        else:
            self.notice(tr("Nothing to open on this line."), warning=True)

    def on_panel_chosen(self, message: PanelChosen) -> None:
        """Open a text, or the page of another thing."""
        what, _, one = message.target.partition(" ")
        if what == "text":
            self.look.open(self, one)
        elif self._profile is not None:
            other = next(each.entity for each in self._profile.companions if each.entity.id == one)
            self.look.show_entity(other)

    def on_text_opened(self, message: TextOpened) -> None:
        """Read it."""
        self.look.read(message.opened, lambda _step: None)

    def do_filter(self) -> None:
        """Show the articles of the library that name it."""
        self.look.filter_by(entity.query_of(self._thing.id))

    def do_leave(self) -> None:
        """Go back."""
        self.do_back()

    def do_back(self) -> None:
        """Go back."""
        self.app.pop_screen()
