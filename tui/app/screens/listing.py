"""A list within the library: all articles that name something, or all about one event."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult

from tui.app import requests
from tui.app.commands.keys import Keymap
from tui.app.commands.model import Place
from tui.app.messages import EntriesLoaded, RowChosen, StateChanged, TextOpened, WindowLoaded, WindowRequested
from tui.app.ports import LibraryPort
from tui.app.render.line import Run
from tui.app.screens.common.base import CommandScreen
from tui.app.screens.common.moves import Moves
from tui.app.screens.common.states import States, Subject
from tui.app.widgets.entry_list import EntryList
from tui.app.widgets.lines import StatusLine
from tui.locale import tr, trn
from tui.model.article import Lang

Ask = Callable[[LibraryPort], EntriesLoaded]


class ListingScreen(Moves, States, CommandScreen):
    """A part of the library under a title; ``ask`` reads it."""

    place = Place.PANEL

    def __init__(self, keys: Keymap, title: str, ask: Ask) -> None:
        super().__init__(keys)
        self._title, self._ask = title, ask

    def compose(self) -> ComposeResult:
        """Title, list, foot."""
        yield StatusLine(widget_id="head")
        yield EntryList(widget_id="entries")
        yield StatusLine(widget_id="foot")

    def on_mount(self) -> None:
        """Read the list."""
        self.rows.prefer = Lang(self.look.prefer)
        self.rows.focus()
        self.query_one("#head", StatusLine).show((Run(f" {self._title}", "title"),))
        self.refresh_foot()
        self.desk.ask(self, "listing", self._ask)

    @property
    def rows(self) -> EntryList:
        """The list."""
        return self.query_one("#entries", EntryList)

    @property
    def mover(self) -> EntryList:
        """The list."""
        return self.rows

    @property
    def subject(self) -> Subject:
        """The current row."""
        item = self.rows.current
        return Subject(item.articles, item.read, item.starred) if item else Subject(())

    def on_entries_loaded(self, message: EntriesLoaded) -> None:
        """Show the list and how long it is."""
        self.rows.show_listing(message.listing)
        count = trn("{count} row", "{count} rows", message.listing.total)
        head = (Run(f" {self._title}", "title"), Run(f"   {count}", "dim"))
        self.query_one("#head", StatusLine).show(head)

    def on_window_requested(self, message: WindowRequested) -> None:
        """Read rows that came onto the screen."""
        source, start, stop = self.rows.source, message.start, message.until
        if source is not None:
            read = requests.window(source, start, stop)
            self.desk.ask(self, f"window {start}", read)

    def on_window_loaded(self, message: WindowLoaded) -> None:
        """Put rows in their place."""
        self.rows.fill(message.entries, message.start, message.window)

    def on_row_chosen(self, message: RowChosen) -> None:
        """Open the row."""
        item = self.rows.item(message.index)
        if item:
            self.look.open(self, item.id)

    def on_text_opened(self, message: TextOpened) -> None:
        """Read it."""
        self.look.read(message.opened, lambda _step: None)

    def on_state_changed(self, message: StateChanged) -> None:
        """Say what was changed."""
        self.notice(message.done)
        self.desk.ask(self, "listing", self._ask)

    def why_not(self, name: str) -> str:
        """Say that there is nothing to act on."""
        needs_row = name in {"open", "read", "star", "tag", "delete"}
        return tr("There is no article here.") if needs_row and self.rows.current is None else ""

    def do_open(self) -> None:
        """Open the current row."""
        self.rows.choose()

    def do_leave(self) -> None:
        """Go back."""
        self.do_back()

    def do_back(self) -> None:
        """Go back."""
        self.app.pop_screen()
