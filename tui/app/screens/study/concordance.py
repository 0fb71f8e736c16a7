"""The concordance: every sentence that holds a word or phrase, facing its counterpart."""

from __future__ import annotations

from textual.app import ComposeResult

from tui.app.asking import concord
from tui.app.commands.keys import Keymap
from tui.app.commands.model import Place
from tui.app.messages import CursorMoved, LinesConcorded, RowChosen, TextOpened
from tui.app.render.line import Run
from tui.app.screens.common.base import CommandScreen
from tui.app.screens.common.moves import Moves
from tui.app.screens.common.prompt import PromptScreen
from tui.app.widgets.facing_list import FacingList, WholeLine
from tui.app.widgets.lines import StatusLine
from tui.locale import tr, trn
from tui.text.printable import clean_line


class ConcordanceScreen(Moves, CommandScreen):
    """The lines of a concordance, the surest first; the current one in full below."""

    place = Place.CONCORDANCE

    def __init__(self, keys: Keymap, query: str) -> None:
        super().__init__(keys)
        self._query = query

    def compose(self) -> ComposeResult:
        """Head, lines, the current one in full, foot."""
        yield StatusLine(widget_id="head")
        yield FacingList(widget_id="lines")
        yield WholeLine(widget_id="whole")
        yield StatusLine(widget_id="foot")

    def on_mount(self) -> None:
        """Ask for the lines."""
        self.rows.focus()
        self.refresh_foot()
        self._ask(self._query)

    @property
    def rows(self) -> FacingList:
        """The lines."""
        return self.query_one("#lines", FacingList)

    @property
    def mover(self) -> FacingList:
        """The lines."""
        return self.rows

    def _ask(self, query: str) -> None:
        self._query = query
        self._show_head(tr("Working…"))
        self.desk.ask(self, "concord", lambda library: concord.concorded(library, query))

    def on_lines_concorded(self, message: LinesConcorded) -> None:
        """Show the lines and how many there are."""
        self.rows.show(message.lines)
        self._show_head(trn("{count} line", "{count} lines", len(message.lines)))
        self._show_whole()

    def _show_head(self, said: str) -> None:
        query = clean_line(self._query)
        head = (Run(f" {tr('Concordance')} ", "title"), Run(query, "match"), Run(f"   {said}", "dim"))
        self.query_one("#head", StatusLine).show(head)

    def on_cursor_moved(self, message: CursorMoved) -> None:
        """Show the current line in full."""
        if message.of is self.rows:
            self._show_whole()

    def _show_whole(self) -> None:
        self.query_one("#whole", WholeLine).show(self.rows.current)

    def why_not(self, name: str) -> str:
        """Say that there is no line to act on."""
        empty = self.rows.current is None and name in {"open", "export"}
        return tr("No pair holds these words.") if empty else ""

    def do_open(self) -> None:
        """Open the pair at the line."""
        self.rows.choose()

    def on_row_chosen(self, _message: RowChosen) -> None:
        """Open the pair at the line."""
        found = self.rows.current
        if found is not None:
            self.look.open(self, found.line.id, (found.line.lang, found.line.segment))

    def on_text_opened(self, message: TextOpened) -> None:
        """Read it."""
        self.look.read(message.opened, lambda _step: None)

    def do_search(self) -> None:
        """Ask for other words."""
        prompt = PromptScreen(self.keys, tr("Concordance of"), self._query)
        self.app.push_screen(
            prompt, lambda words: self._ask(words.strip()) if words and words.strip() else None
        )

    def do_concordance(self) -> None:
        """Ask for other words."""
        self.do_search()

    def do_export(self) -> None:
        """Ask for a file and write the lines to it."""
        prompt = PromptScreen(self.keys, tr("Write to the file (.csv or .tmx)"), "concordance.csv")
        self.app.push_screen(prompt, self._export)

    def _export(self, target: str | None) -> None:
        lines = self.rows.held
        if target and target.strip():
            name = target.strip()
            self.desk.ask(self, "export", lambda _: concord.written(lines, name))

    def do_leave(self) -> None:
        """Go back."""
        self.do_back()

    def do_back(self) -> None:
        """Go back."""
        self.app.pop_screen()
