"""What screens and widgets may ask of the app they stand in."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from textual.geometry import Size

    from tui.app.adder import Adder
    from tui.app.desk import Desk, Receiver
    from tui.app.ports import Listing, Opened
    from tui.app.render.styles import Palette
    from tui.app.terminal.layout import Layout
    from tui.config import Settings
    from tui.model.article import Entity, Lang


class Stage(Protocol):
    """The app as seen from a screen: it holds what all share, and moves between screens."""

    desk: Desk
    adder: Adder
    settings: Settings
    arranged: Layout
    palette: Palette
    is_ascii: bool
    query_words: str
    early_above: int
    theme: str

    @property
    def size(self) -> Size:
        """The terminal's size in cells."""

    @property
    def language(self) -> str:
        """The interface's language: ``en`` or ``fr``."""

    @property
    def prefer(self) -> str:
        """The language of titles in lists."""

    def arrange(self, layout: Layout) -> None:
        """Take another layout, and keep it for the next session."""

    def release_frames(self) -> None:
        """Send what was held back: everything that the first screen shows is there."""

    def take_early(self) -> Listing | None:
        """Return the first rows if they could be read while Textual was loading."""

    def first_screen_ready(self) -> None:
        """Be told that the list stands."""

    def text_arrived(self) -> None:
        """Let what was typed ahead act."""

    def open(self, to: Receiver, text_id: str, goal: tuple[Lang, int] | None = None) -> None:
        """Read a text for a screen, at a segment if one is said."""

    def read(self, text: Opened, neighbour: Callable[[int], str | None]) -> None:
        """Show a text on the reading screen."""

    def back_to_library(self) -> None:
        """Leave the reading screen."""

    def library_changed(self) -> None:
        """Have the list read again."""

    def is_outgrown(self) -> bool:
        """Tell whether the samples are shown and the reader's own library was written meanwhile."""

    def articles_added(self) -> None:
        """Have the list read again, from the reader's own library from now on."""

    def show_entity(self, thing: Entity) -> None:
        """Show what the library knows of a thing."""

    def filter_by(self, query: str) -> None:
        """Go back to the library and show what a query chooses."""

    def redraw(self) -> None:
        """Send the whole screen again."""

    def send(self, sequence: str) -> None:
        """Write a sequence to the terminal, past the screen."""

    def leave(self, status: int) -> None:
        """Save the place and leave with ``status``."""
