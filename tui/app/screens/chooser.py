"""Help and palette: the commands of a place, searchable; choosing one runs it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import ModalScreen
from textual.widgets import Input

from tui.app.commands.bindings import bindings
from tui.app.commands.keys import Keymap
from tui.app.commands.model import Place
from tui.app.commands.table import of_place
from tui.app.render.line import Run
from tui.app.widgets.choice_list import Choice, ChoiceList
from tui.app.widgets.lines import StatusLine
from tui.app.widgets.search_line import SearchLine
from tui.locale import tr

_MOVES = {"down": 1, "up": -1}


class ChooserScreen(ModalScreen[str | None]):
    """Asks for one of some choices; Esc gives None."""

    def __init__(self, keys: Keymap, title: str, choices: tuple[Choice, ...]) -> None:
        super().__init__()
        self._bindings = bindings(Place.CHOOSER, keys)
        self._title, self._choices = title, choices

    def compose(self) -> ComposeResult:
        """Title, filter, choices."""
        yield StatusLine(widget_id="chooser-title")
        with Horizontal(id="filter-row"):
            yield StatusLine(widget_id="filter-label")
            yield SearchLine(widget_id="filter", placeholder=tr("type to narrow"))
        yield ChoiceList(widget_id="choices")

    def on_mount(self) -> None:
        """Offer the choices and wait for words."""
        self._head()
        self.query_one("#filter-label", StatusLine).show((Run(" / ", "key"),))
        self.choices.show(self._choices)
        self.query_one("#filter", SearchLine).focus()

    def _head(self) -> None:
        title = Run(f" {self._title}", "title")
        left = not self.choices.is_mounted or len(self.choices) or not self.query_one("#filter", Input).value
        nothing = () if left else (Run("  " + tr("nothing holds these words"), "warning"),)
        self.query_one("#chooser-title", StatusLine).show((title, *nothing))

    @property
    def choices(self) -> ChoiceList:
        """The list."""
        return self.query_one("#choices", ChoiceList)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the choices."""
        event.stop()
        self.choices.narrow(event.value)
        self._head()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give the current choice."""
        event.stop()
        self.dismiss(self.choices.value)

    def on_row_chosen(self) -> None:
        """Give the current choice."""
        self.dismiss(self.choices.value)

    def action_command(self, name: str) -> None:
        """Move, choose, or leave without a choice."""
        if name in _MOVES:
            self.choices.move(_MOVES[name])
        elif name in {"page-down", "page-up"}:
            self.choices.page_by(1 if name == "page-down" else -1)
        elif name == "open":
            self.choices.choose()
        elif name in {"back", "leave", "help"}:
            self.dismiss(None)


def command_choices(places: tuple[Place, ...], keys: Keymap, language: str) -> tuple[Choice, ...]:
    """Return the commands of places as choices, in the table's order."""
    commands = dict.fromkeys(command for place in places for command in of_place(place))
    return tuple(
        Choice(command.name, command.help(language), " ".join(keys.get(command.name, ())))
        for command in commands
    )
