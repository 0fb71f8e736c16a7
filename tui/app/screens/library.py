"""The library: every pair and every article that stands alone; results as you type."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal

from tui.app import requests
from tui.app.commands.model import Place
from tui.app.messages import (
    CursorMoved,
    EntriesLoaded,
    RowChosen,
    StateChanged,
    TextOpened,
    WindowLoaded,
    WindowRequested,
)
from tui.app.ports import Listing
from tui.app.render.line import Run
from tui.app.screens.common.base import CommandScreen
from tui.app.screens.common.moves import Moves
from tui.app.screens.common.searches import Searches
from tui.app.screens.home.arriving import Arrives
from tui.app.screens.home.beside import Previews
from tui.app.screens.home.choosing import Chooses, Marked
from tui.app.screens.home.finding import Finds
from tui.app.screens.home.grouping import Orders
from tui.app.screens.home.refusing import Refuses
from tui.app.screens.home.siding import Sides
from tui.app.widgets.cursor_list import CursorList
from tui.app.widgets.entry_list import EntryList
from tui.app.widgets.lines import StatusLine
from tui.locale import tr, trn
from tui.model.article import Lang

if TYPE_CHECKING:
    from tui.app.render.fields import Item


class LibraryScreen(
    Refuses, Chooses, Orders, Finds, Sides, Arrives, Previews, Searches, Moves, CommandScreen
):
    """The home screen."""

    place = Place.LIBRARY
    AUTO_FOCUS = "#entries"

    def compose(self) -> ComposeResult:
        """Head with the search line, the list with its preview, foot."""
        with Horizontal(id="top"):
            yield StatusLine(widget_id="head")
            yield from self.search_widgets()
        with Horizontal(id="body"):
            yield EntryList(widget_id="entries")
        yield StatusLine(widget_id="foot")

    def on_mount(self) -> None:
        """Show what was read while Textual was loading, or ask for it."""
        self.marked = Marked()
        self.loaded: Listing | None = None
        self.rows.prefer = Lang(self.look.prefer)
        self.rows.columns = self.look.arranged.columns
        self.hide_search()
        self.start_side()
        self.refresh_foot()
        if not self._show_early():
            self.reload()
        if self.look.query_words:
            self.search_for(self.look.query_words)
        self.watch_library()

    def _show_early(self) -> bool:
        early = self.look.take_early()
        if early is not None:
            self.rows.above = self.look.early_above
            self.on_entries_loaded(EntriesLoaded(early))
        return early is not None

    @property
    def rows(self) -> EntryList:
        """The list."""
        return self.query_one("#entries", EntryList)

    @property
    def item(self) -> Item | None:
        """The current row, unless it is a heading."""
        held = self.rows.current
        return held if held and held.articles else None

    def reload(self, keep: str | None = None, near: int = 0) -> None:
        """Read the list again; ``keep`` is the row to stay on, ``near`` its number if that is gone."""
        from tui.app.screens.home import asks  # noqa: PLC0415 (after the start, mostly)

        layout, language = self.look.arranged, self.look.language
        self.desk.ask(self, "entries", lambda library: asks.arranged(library, layout, language, keep, near))

    def reload_here(self) -> None:
        """Read the list again around the current row."""
        self.reload(self.item.id if self.item else None, self.rows.cursor)

    def on_entries_loaded(self, message: EntriesLoaded) -> None:
        """Show the list."""
        self.loaded, self.version = message.listing, message.listing.version
        if not self.is_searching:
            self.show_entries()
        self.look.first_screen_ready()
        self.refresh_side()

    def show_entries(self) -> None:
        """Show the whole list."""
        if self.loaded is None:
            return
        self.rows.show_listing(self.loaded)
        self.show_head()
        self.show_preview()

    def show_head(self) -> None:
        """Say how much there is, and how much was found."""
        counts = self.loaded.counts if self.loaded else None
        shown = [Run(" visavis", "title")]
        if counts:
            articles = trn("{count} article", "{count} articles", counts.articles)
            pairs = trn("{count} pair", "{count} pairs", counts.pairs)
            shown.append(Run(f"   {articles} {self.rows.glyphs.dot} {pairs}", "dim"))
        if self.results is not None:
            shown.append(Run("   " + trn("{count} result", "{count} results", self.results), "accent"))
        if self.like:
            shown.append(Run("  " + tr("like {title}").format(title=self.like), "dim"))
        if self.across:
            shown.append(Run("  FR+EN", "accent"))
        if self.marked:
            shown.append(Run("   " + trn("{count} marked", "{count} marked", len(self.marked)), "star"))
        self.query_one("#head", StatusLine).show(tuple(shown))

    def on_window_requested(self, message: WindowRequested) -> None:
        """Read rows that came onto the screen."""
        source, start, stop = self.rows.source, message.start, message.until
        if source is not None:
            self.desk.ask(self, f"window {start}", requests.window(source, start, stop))

    def on_window_loaded(self, message: WindowLoaded) -> None:
        """Put rows in their place."""
        self.rows.fill(message.entries, message.start, message.window)

    def on_state_changed(self, message: StateChanged) -> None:
        """Say what was changed and read the list again."""
        self.notice(message.done)
        self.reload_here()

    def on_text_opened(self, message: TextOpened) -> None:
        """Show a text: beside the list, or on its own screen."""
        if message.preview and self.preview:
            self.preview.show(message.opened)
        else:
            self.look.read(message.opened, self.neighbour)

    def on_cursor_moved(self, message: CursorMoved) -> None:
        """Let the preview follow."""
        if message.of is self.rows:
            self.show_preview()

    def on_row_chosen(self, message: RowChosen) -> None:
        """Open the row."""
        item = self.rows.item(message.index)
        if item and item.articles:
            self.open(item.id)

    # Commands

    @property
    def mover(self) -> CursorList:
        """The panel beside the list while it has the keys, else the list."""
        return self.side if self.side is not None and self.side_has_keys else self.rows

    def do_open(self) -> None:
        """Open the current row, or choose in the panel."""
        self.mover.choose()

    def do_back(self) -> None:
        """Leave the panel, else take the marks away, else end the search."""
        if self.side_has_keys:
            self.leave_side()
        elif self.marked and not self.field.has_focus:
            self.unmark()
        elif self.field.display or self.is_searching:
            self.end_search()

    def do_leave(self) -> None:
        """Close the panel, end the search, or leave."""
        if self.side_has_keys:
            self.close_side()
        elif self.is_searching:
            self.end_search()
        else:
            self.look.leave(0)

    def do_add(self) -> None:
        """Ask what to add."""
        from tui.app.screens.common.prompt import PromptScreen  # noqa: PLC0415 (after the start)

        prompt = PromptScreen(self.keys, tr("Add (files, folders, addresses)"))
        self.app.push_screen(prompt, self._add)

    def _add(self, words: str | None) -> None:
        import shlex  # noqa: PLC0415 (only readers who add pay for these)

        from tui.app.screens.adding import AddingScreen  # noqa: PLC0415

        sources = tuple(shlex.split(words or ""))
        if sources:
            self.app.push_screen(AddingScreen(self.keys, sources))

    def open(self, text_id: str) -> None:
        """Read a text and show it."""
        self.look.open(self, text_id)

    def show_columns(self, columns: Sequence[str]) -> Sequence[str]:
        """Show other columns from now on, if any are given; returns those shown."""
        if columns:
            self.look.arrange(replace(self.look.arranged, columns=tuple(columns)))
            self.rows.columns = columns
            self.rows.redraw()
            self.reload_here()
        return self.rows.columns

    def place_kept(self) -> str:
        """Return the current row and how far from the top it stands, for the next start."""
        item = self.item
        return f"{item.id} {self.rows.cursor - self.rows.top} {len(self.rows)}" if item else ""

    def neighbour(self, step: int) -> str | None:
        """Move to the next or previous row and return its id."""
        before = self.rows.cursor
        self.rows.move(step)
        if self.rows.current is not None and self.item is None:
            self.rows.move(step)
        return self.item.id if self.item and self.rows.cursor != before else None

    def speak(self) -> None:
        """Draw every word of ours again."""
        super().speak()
        self.show_head()
        self.refresh_side()
        self.rows.redraw()
