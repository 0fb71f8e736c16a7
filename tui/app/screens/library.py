"""The library: every pair and every article that stands alone; results as you type."""

from __future__ import annotations

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
from tui.app.screens.common.states import States, Subject
from tui.app.widgets.entry_list import EntryList
from tui.app.widgets.lines import StatusLine
from tui.locale import later, tr, trn
from tui.model.article import Lang

PREVIEW_FROM = 140
"""Cells from which a preview fits beside the list."""
if TYPE_CHECKING:
    from tui.app.widgets.text_view import TextView

SORTS = (later("date"), later("title"), later("source"), later("added"))


class LibraryScreen(Moves, States, Searches, CommandScreen):
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
        self.sort, self.wants_preview = SORTS[0], False
        self.loaded: Listing | None = None
        self.rows.prefer = Lang(self.look.prefer)
        self.preview: TextView | None = None
        self.hide_search()
        self.refresh_foot()
        if not self._show_early():
            self.reload()
        if self.look.query_words:
            self.search_for(self.look.query_words)

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

    def reload(self, keep: str | None = None) -> None:
        """Read the list again; ``keep`` is the row to stay on."""
        sort = self.sort
        self.desk.ask(self, "entries", lambda library: requests.entries(library, sort, keep))

    # Answers

    def on_entries_loaded(self, message: EntriesLoaded) -> None:
        """Show the list."""
        self.loaded = message.listing
        if not self.is_searching:
            self.show_entries()
        self.look.first_screen_ready()

    def show_entries(self) -> None:
        """Show the whole list."""
        if self.loaded is None:
            return
        self.rows.show_listing(self.loaded)
        self.show_head()
        self._show_preview()

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
        item = self.rows.current
        self.reload(item.id if item else None)

    def on_text_opened(self, message: TextOpened) -> None:
        """Show a text: beside the list, or on its own screen."""
        if message.preview and self.preview:
            self.preview.show(message.opened)
        else:
            self.look.read(message.opened, self.neighbour)

    def on_cursor_moved(self, message: CursorMoved) -> None:
        """Let the preview follow."""
        if message.of is self.rows:
            self._show_preview()

    def on_row_chosen(self, message: RowChosen) -> None:
        """Open the row."""
        item = self.rows.item(message.index)
        if item:
            self.open(item.id)

    # Commands

    def why_not(self, name: str) -> str:
        """Say that there is nothing to act on."""
        acts_on_row = name in {"open", "read", "star", "tag", "delete", "story"}
        if acts_on_row and self.rows.current is None:
            return tr("There is no article here.")
        if name == "preview" and self.size.width < PREVIEW_FROM:
            return tr("The preview needs a window of {cells} columns.").format(cells=PREVIEW_FROM)
        return ""

    @property
    def mover(self) -> EntryList:
        """The list."""
        return self.rows

    @property
    def subject(self) -> Subject:
        """The current row."""
        item = self.rows.current
        return Subject(item.articles, item.read, item.starred) if item else Subject(())

    def do_open(self) -> None:
        """Open the current row."""
        self.rows.choose()

    def do_back(self) -> None:
        """End the search."""
        if self.field.display:
            self.end_search()

    def do_leave(self) -> None:
        """End the search, or leave."""
        if self.is_searching:
            self.end_search()
        else:
            self.look.leave(0)

    def do_preview(self) -> None:
        """Show or hide the preview."""
        self.wants_preview = not self.wants_preview
        self._show_preview()

    def do_sort(self) -> None:
        """Sort by the next of date, title, source and day added."""
        self.sort = SORTS[(SORTS.index(self.sort) + 1) % len(SORTS)]
        self.notice(tr("Sorted by {sort}.").format(sort=tr(self.sort)))
        self.reload()

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

    def place_kept(self) -> str:
        """Return the current row and how far from the top it stands, for the next start."""
        item = self.rows.current
        return f"{item.id} {self.rows.cursor - self.rows.top} {len(self.rows)}" if item else ""

    def neighbour(self, step: int) -> str | None:
        """Move to the next or previous row and return its id."""
        before = self.rows.cursor
        self.rows.move(step)
        item = self.rows.current
        return item.id if item and self.rows.cursor != before else None

    def _show_preview(self) -> None:
        shown = self.wants_preview and self.size.width >= PREVIEW_FROM
        if self.preview is None and shown:
            from tui.app.widgets.text_view import TextView  # noqa: PLC0415 (only wide windows pay for it)

            self.preview = TextView(widget_id="preview")
            self.query_one("#body").mount(self.preview)
        if self.preview is not None:
            self.preview.display = shown
        item = self.rows.current
        if shown and item:
            self.desk.ask(self, "preview", lambda library: requests.opened(library, item.id, preview=True))

    def on_resize(self) -> None:
        """Show the preview where there is room."""
        self._show_preview()

    def speak(self) -> None:
        """Draw every word of ours again."""
        super().speak()
        self.show_head()
        self.rows.redraw()
