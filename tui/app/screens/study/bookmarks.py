"""Every bookmark and note of the library, under its article."""

from __future__ import annotations

from textual.app import ComposeResult

from tui.app.asking import places
from tui.app.commands.keys import Keymap
from tui.app.commands.model import Place
from tui.app.messages import PanelChosen, TextOpened
from tui.app.render.line import Run
from tui.app.render.panels import PanelLine
from tui.app.render.study.places import place_lines
from tui.app.screens.common.base import CommandScreen
from tui.app.screens.common.moves import Moves
from tui.app.screens.common.prompt import PromptScreen
from tui.app.widgets.lines import StatusLine
from tui.app.widgets.side_panel import LeapingPanel
from tui.locale import tr, trn
from tui.model.keeping import Kept


class BookmarksScreen(Moves, CommandScreen):
    """Enter reads on at the place, D takes it away, U brings it back, w writes all to a file."""

    place = Place.BOOKMARKS

    def __init__(self, keys: Keymap) -> None:
        super().__init__(keys)
        self._kept: tuple[Kept, ...] | None = None

    def compose(self) -> ComposeResult:
        """Head, list, foot."""
        yield StatusLine(widget_id="head")
        yield LeapingPanel(widget_id="page")
        yield StatusLine(widget_id="foot")

    def on_mount(self) -> None:
        """Ask for them."""
        self.sheet.focus()
        self._show_head()
        self.refresh_foot()
        self._ask()

    def on_screen_resume(self) -> None:
        """Read them again: a text that was open may have gained some."""
        if self._kept is not None:
            self._ask()

    def _ask(self) -> None:
        self.desk.ask(self, "places", places.places)

    @property
    def sheet(self) -> LeapingPanel:
        """The list."""
        return self.query_one("#page", LeapingPanel)

    @property
    def mover(self) -> LeapingPanel:
        """The list."""
        return self.sheet

    @property
    def current(self) -> Kept | None:
        """The bookmark or note of the current line."""
        what, _, at = self.sheet.target.partition(" ")
        return self._kept[int(at)] if what == "place" and self._kept else None

    def on_places_read(self, message: places.PlacesRead) -> None:
        """Show them."""
        self._kept = message.kept
        self._show()
        if message.done:
            self.notice(message.done)

    def _show_head(self) -> None:
        head = [Run(" " + tr("Bookmarks and notes"), "title")]
        if self._kept is not None:
            notes = sum(one.note is not None for one in self._kept)
            marks = trn("{count} bookmark", "{count} bookmarks", len(self._kept) - notes)
            written = trn("{count} note", "{count} notes", notes)
            head.append(Run(f"   {marks} {self.sheet.glyphs.dot} {written}", "dim"))
        self.query_one("#head", StatusLine).show(tuple(head))

    def _show(self) -> None:
        self._show_head()
        kept, cells = self._kept or (), max(1, self.sheet.room - 2)
        lines = place_lines(kept, cells, self.sheet.glyphs, self.look.language)
        none = tr("Nothing yet: in a text, B sets a bookmark and a writes a note.")
        self.sheet.show(
            "places", tr("The latest article first"), lines or (PanelLine((Run(f" {none}", "dim"),)),)
        )

    def on_resize(self) -> None:
        """Fit the lines to another width."""
        if self._kept is not None:
            self._show()

    def speak(self) -> None:
        """Draw every word of ours again."""
        super().speak()
        self._show()

    def why_not(self, name: str) -> str:
        """Say that there is nothing to act on."""
        empty = self.current is None and name in {"open", "delete", "export"}
        return tr("There is no bookmark or note here.") if empty else ""

    def do_open(self) -> None:
        """Read on at the place."""
        self.sheet.choose()

    def on_panel_chosen(self, _message: PanelChosen) -> None:
        """Read on at the place."""
        one = self.current
        if one is not None:
            self.look.open(self, one.article, (one.lang, one.segment or 0))

    def on_text_opened(self, message: TextOpened) -> None:
        """Read it."""
        self.look.read(message.opened, lambda _step: None)

    def do_delete(self) -> None:
        """Take the bookmark or note away."""
        one = self.current
        if one is not None:
            self.desk.ask(self, "places", lambda library: places.taken_away(library, one))

    def do_undo(self) -> None:
        """Undo the last change."""
        self.desk.ask(self, "places", places.undone)

    def do_export(self) -> None:
        """Ask for a file and write them to it."""
        prompt = PromptScreen(self.keys, tr("Write to the file (.csv or .md)"), "bookmarks.md")
        self.app.push_screen(prompt, self._export)

    def _export(self, target: str | None) -> None:
        kept, name = self._kept or (), (target or "").strip()
        if name:
            self.desk.ask(self, "export", lambda _: places.written(kept, name))

    def do_leave(self) -> None:
        """Go back."""
        self.do_back()

    def do_back(self) -> None:
        """Go back."""
        self.app.pop_screen()
