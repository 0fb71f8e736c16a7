"""What all screens share: commands by name, a foot that speaks."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from textual.events import ScreenResume
from textual.screen import Screen

from tui.app.commands.bindings import bindings, footer
from tui.app.commands.keys import Keymap
from tui.app.commands.model import Place
from tui.app.commands.table import BY_NAME
from tui.app.messages import Failed, Noticed
from tui.app.render.line import Line, Run, line_width
from tui.app.widgets.lines import StatusLine
from tui.text.printable import clean_line

if TYPE_CHECKING:
    from tui.app.desk import Desk
    from tui.app.stage import Stage


class CommandScreen(Screen[str | None]):
    """A screen whose keys run commands of the table."""

    place = Place.LIBRARY

    def __init__(self, keys: Keymap) -> None:
        super().__init__()
        self.keys = keys
        self._bindings = bindings(self.place, keys)
        self._noticed = False
        self._styled_in = ""

    def on_mount(self) -> None:
        """Remember the theme that the styles were made for."""
        self._styled_in = self.look.theme

    def _on_screen_resume(self, event: ScreenResume) -> None:
        """Make the styles again only in another theme: that takes longer than drawing a text."""
        event.refresh_styles = self._styled_in != self.look.theme
        self._styled_in = self.look.theme

    def on_resize(self) -> None:
        """Say at the foot what fits there now."""
        self.call_after_refresh(self.refresh_foot)

    @property
    def look(self) -> Stage:
        """The app, which holds language, theme and settings."""
        return cast("Stage", self.app)

    @property
    def desk(self) -> Desk:
        """Where the library is asked."""
        return self.look.desk

    def action_command(self, name: str) -> None:
        """Run a command by name, or say why it cannot act now."""
        self.end_notice()
        reason = self.why_not(name)
        if reason:
            self.notice(reason, warning=True)
            return
        method: Callable[[], None] = getattr(self, BY_NAME[name].method, None) or getattr(
            self.app, BY_NAME[name].method
        )
        method()

    def why_not(self, _name: str) -> str:
        """Return why a command cannot act now, "" when it can."""
        return ""

    def notice(self, text: str, *, warning: bool = False) -> None:
        """Say something at the foot until the next command."""
        self._noticed = True
        self.foot.show((Run(" " + clean_line(text), "warning" if warning else "accent"),))

    @property
    def foot(self) -> StatusLine:
        """The last line of the screen."""
        return self.query_one("#foot", StatusLine)

    def foot_line(self) -> Line:
        """Return what the foot says when nothing happened: the keys of the place that fit, help last."""
        named = [
            (Run(key, "key"), Run(f" {word}  ", "dim"))
            for key, word in footer(self.place, self.keys, self.look.language)
        ]
        room = self.look.size.width - 1 - line_width(named[-1] if named else ())
        kept: list[Run] = []
        for pair in named[:-1]:
            if line_width((*kept, *pair)) <= room:
                kept += pair
        return (Run(" "), *kept, *(named[-1] if named else ()))

    def refresh_foot(self) -> None:
        """Show the usual foot again, unless a notice stands there."""
        if not self._noticed:
            self.foot.show(self.foot_line())

    def speak(self) -> None:
        """Draw every word of ours again, after another language was chosen."""
        self.refresh_foot()

    def end_notice(self) -> None:
        """Let the foot say what it usually does."""
        if self._noticed:
            self._noticed = False
            self.refresh_foot()

    def on_failed(self, message: Failed) -> None:
        """Say what the library could not do."""
        if message.topic in {"open", "entries"}:
            self.look.text_arrived()
        self.notice(message.reason, warning=True)

    def on_noticed(self, message: Noticed) -> None:
        """Say what happened."""
        self.notice(message.text, warning=message.warning)

    def do_quit(self) -> None:
        """Leave the program."""
        self.look.leave(0)

    @property
    def subject_ids(self) -> tuple[str, ...]:
        """The articles that a command acts on."""
        return ()

    @property
    def words(self) -> str:
        """The words in view that a question may begin with: a search, a find, a chosen name."""
        return ""

    def do_redraw(self) -> None:
        """Send the whole screen again."""
        self.look.redraw()
