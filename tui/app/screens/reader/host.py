"""What the reading screen's families of commands share: questions, and changes done one after another."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from tui.app.asking import kept
from tui.app.messages import Failed, HelperAnswered, StateChanged, TextChanged
from tui.app.ports import LibraryPort, Opened
from tui.app.widgets.choice_list import Choice
from tui.locale import tr

if TYPE_CHECKING:
    from textual.message import Message

    from tui.app.screens.reading import ReadingScreen

CHANGE = "change"
"""The desk's topic of changes to the open text."""

Change = Callable[[LibraryPort, Opened], "Message"]


class Hosted:
    """Changes of the open text wait for one another: each is made on what the last one left."""

    _waiting_changes: deque[Change] | None = None
    _is_changing = False

    @property
    def reader(self) -> ReadingScreen:
        """The screen."""
        return cast("ReadingScreen", self)

    def change(self, work: Change) -> None:
        """Have the open text changed, once what was asked before is done."""
        if self._waiting_changes is None:
            self._waiting_changes = deque()
        self._waiting_changes.append(work)
        if not self._is_changing:
            self._next_change()

    def _next_change(self) -> None:
        waiting, text = self._waiting_changes, self.reader.opened
        self._is_changing = bool(waiting) and text is not None
        if waiting and text is not None:
            work = waiting.popleft()
            self.reader.desk.ask(self.reader, CHANGE, lambda library: work(library, text))

    def on_text_changed(self, message: TextChanged) -> None:
        """Show the text as it is now, at the same place."""
        reader = self.reader
        reader.view.renew(message.opened)
        reader.refresh_panel()
        reader.refresh_foot()
        if message.done:
            reader.notice(message.done)
        reader.look.library_changed()
        self._next_change()

    def on_state_changed(self, message: StateChanged) -> None:
        """Say what was changed."""
        self.reader.notice(message.done)
        self.reader.look.library_changed()
        self._next_change()

    def on_failed(self, message: Failed) -> None:
        """Say what could not be done; what waits for a change that failed is dropped."""
        if message.topic in {"open", "entries"}:
            self.reader.look.text_arrived()
        if message.topic == CHANGE and self._waiting_changes is not None:
            self._waiting_changes.clear()
        self._is_changing = False
        self.reader.notice(message.reason, warning=True)

    def on_helper_answered(self, message: HelperAnswered) -> None:
        """Read the text again after the helper changed it."""
        self.change(lambda library, text: kept.reread(library, text, message.done))

    def do_undo(self) -> None:
        """Undo the last change."""
        self.change(kept.undone)

    def ask_line(self, question: str, value: str, answer: Callable[[str], None]) -> None:
        """Ask for a line of text; Esc asks for nothing."""
        from tui.app.screens.common.prompt import PromptScreen  # noqa: PLC0415 (after the start)

        prompt = PromptScreen(self.reader.keys, question, value)
        self.reader.app.push_screen(prompt, lambda said: None if said is None else answer(said.strip()))

    def choose(self, title: str, choices: tuple[Choice, ...], answer: Callable[[str], None]) -> None:
        """Have one of some choices chosen; Esc chooses none."""
        from tui.app.screens.chooser import ChooserScreen  # noqa: PLC0415 (after the start)

        chooser = ChooserScreen(self.reader.keys, title, choices)
        self.reader.app.push_screen(chooser, lambda one: None if one is None else answer(one))

    def warn(self, text: str) -> None:
        """Say why a command cannot act."""
        self.reader.notice(text, warning=True)

    def say_working(self) -> None:
        """Say that the helper is at work: models may have to be loaded first."""
        self.reader.notice(tr("Working…"))
