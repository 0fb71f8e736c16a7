"""The welcome of a first run: five keys, once."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen

from tui.app.render.line import Line, Run
from tui.app.render.panels import PanelLine
from tui.app.widgets.panel import Panel
from tui.locale import tr


class WelcomeScreen(ModalScreen[str | None]):
    """Teaches five keys; any key closes it, and acts unless it only turns the page.

    ``seen`` is called once it was painted.
    """

    def __init__(self, seen: Callable[[], None]) -> None:
        super().__init__()
        self._seen = seen

    def compose(self) -> ComposeResult:
        """Make room for the words."""
        panel = Panel(widget_id="welcome")
        panel.can_focus = False
        yield panel

    def on_mount(self) -> None:
        """Show the words; they count as seen once they are painted."""
        lines = tuple(PanelLine(line) for line in welcome_lines())
        self.query_one("#welcome", Panel).show("welcome", "visavis", lines)
        self.call_after_refresh(self._seen)

    def on_key(self, event: events.Key) -> None:
        """Close, and let the key act."""
        event.stop()
        self.dismiss(None if event.key in _TURNING else event.key)


_TURNING = frozenset({"enter", "escape", "space", "q"})
"""What one presses to be shown the rest: the list, before anything is opened or left."""


def welcome_lines() -> tuple[Line, ...]:
    """Return the welcome in the interface's language."""
    keys = (
        ("Enter", tr("open an article, or a pair face to face")),
        ("j k", tr("down and up; Space and b by pages")),
        ("/", tr("search; results come as you type")),
        ("e d i", tr("names, facts, details of what you read")),
        ("?", tr("help, and every other key; q goes back")),
    )
    head = (Run(tr("French and English articles, face to face."), "title"),)
    sample = (Run(tr("Samples, kept apart from your own: press a to add yours."), "dim"),)
    begin = (Run(tr("Enter begins."), "title"),)
    return (head, (), *((Run(f"  {key:7}", "key"), Run(text)) for key, text in keys), (), sample, (), begin)
