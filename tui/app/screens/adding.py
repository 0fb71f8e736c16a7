"""Adding: what is read, what became of it."""

from __future__ import annotations

from collections import Counter

from textual.app import ComposeResult

from tui.app.commands.keys import Keymap
from tui.app.commands.model import Place
from tui.app.messages import AddFinished, AddProgressed
from tui.app.render.line import Line, Run
from tui.app.render.panels import PanelLine
from tui.app.screens.common.base import CommandScreen
from tui.app.screens.common.moves import Moves
from tui.app.widgets.lines import StatusLine
from tui.app.widgets.panel import Panel
from tui.locale import later, tr
from tui.model.listing import Outcome, Progress, Result
from tui.model.wording import word
from tui.text.printable import clean_line

_ROLES = {Result.ADDED: "agree", Result.CHANGED: "agree", Result.FAILED: "warning"}
_STAGES = (later("reading"), later("pairing"), later("indexing"))
"""What the helper is at; its words are translated here."""


class AddingScreen(Moves, CommandScreen):
    """One run of adding: a line of progress, then one line an article."""

    place = Place.PANEL

    def __init__(self, keys: Keymap, sources: tuple[str, ...]) -> None:
        super().__init__(keys)
        self._sources = sources
        self._lines: list[PanelLine] = []
        self._counts: Counter[Result] = Counter()
        self.is_done = False

    def compose(self) -> ComposeResult:
        """Progress, outcomes, foot."""
        yield StatusLine(widget_id="head")
        yield Panel(widget_id="outcomes")
        yield StatusLine(widget_id="foot")

    def on_mount(self) -> None:
        """Begin."""
        self._head(tr("Adding…"))
        self._show()
        self.mover.focus()
        self.refresh_foot()
        self.look.adder.add(self, self._sources)

    @property
    def mover(self) -> Panel:
        """The outcomes."""
        return self.query_one("#outcomes", Panel)

    def on_add_progressed(self, message: AddProgressed) -> None:
        """Show how far it is, or what became of an article."""
        if isinstance(message.event, Progress):
            self._head(_progress(message.event))
        else:
            self._lines.append(PanelLine(_outcome(message.event)))
            self._counts[message.event.result] += 1
            self._show()

    def on_add_finished(self, message: AddFinished) -> None:
        """Say that it is over."""
        self.is_done = True
        told = ", ".join(f"{count} {word(result)}" for result, count in self._counts.items())
        self._head(tr("Done: {told}.", told=told or tr("there was nothing new")))
        if message.reason:
            self.notice(message.reason, warning=True)
        self.look.articles_added()

    def _show(self) -> None:
        self.mover.show("outcomes", ", ".join(map(clean_line, self._sources)), tuple(self._lines))

    def _head(self, text: str) -> None:
        self.query_one("#head", StatusLine).show((Run(" " + clean_line(text), "title"),))

    def do_open(self) -> None:
        """Nothing to open here: go back once it is done."""
        self.do_back()

    def do_leave(self) -> None:
        """Go back; what is under way stops after the article in hand."""
        self.do_back()

    def do_back(self) -> None:
        """Go back; what is under way stops after the article in hand."""
        if not self.is_done:
            self.look.adder.stop()
        self.app.pop_screen()


def _progress(progress: Progress) -> str:
    total = "" if progress.total is None else f"/{progress.total}"
    return f"{tr(progress.stage)} {progress.done}{total}  {progress.what}"


def _outcome(outcome: Outcome) -> Line:
    why = f"  {clean_line(outcome.why)}" if outcome.why else ""
    name = clean_line(outcome.title or outcome.key)
    result = Run(f"{word(outcome.result):<10.10} ", _ROLES.get(outcome.result, "dim"))
    return (result, Run(f"{outcome.lang or ''!s:2} ".upper(), "dim"), Run(name), Run(why, "dim"))
