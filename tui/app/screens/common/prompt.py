"""A question at the foot of the screen."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import ModalScreen
from textual.widgets import Input

from tui.app.commands.bindings import bindings
from tui.app.commands.keys import Keymap
from tui.app.commands.model import Place
from tui.app.render.line import Run
from tui.app.widgets.lines import StatusLine
from tui.app.widgets.search_line import SearchLine


class PromptScreen(ModalScreen[str | None]):
    """Asks for a line of text; Esc gives None."""

    def __init__(self, keys: Keymap, question: str, value: str = "") -> None:
        super().__init__()
        self._bindings = bindings(Place.CHOOSER, keys)
        self._question, self._value = question, value

    def compose(self) -> ComposeResult:
        """Put the question and the field on the last line."""
        with Horizontal(id="prompt"):
            yield StatusLine(widget_id="question")
            yield SearchLine(widget_id="answer")

    def on_mount(self) -> None:
        """Ask."""
        question = self.query_one("#question", StatusLine)
        question.styles.width = len(self._question) + 3
        question.show((Run(f" {self._question}: ", "title"),))
        field = self.query_one("#answer", SearchLine)
        field.value = self._value
        field.focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give the answer."""
        event.stop()
        self.dismiss(event.value)

    def action_command(self, name: str) -> None:
        """Esc gives no answer; other commands wait."""
        if name in {"back", "leave"}:
            self.dismiss(None)
