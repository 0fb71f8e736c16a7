"""The preview beside the list."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from tui.app import requests

if TYPE_CHECKING:
    from tui.app.screens.library import LibraryScreen
    from tui.app.widgets.text_view import TextView

PREVIEW_FROM = 140
"""Cells from which a preview fits beside the list."""


class Previews:
    """Shows the current row's text beside the list where there is room."""

    preview: TextView | None = None

    @property
    def wants_preview(self) -> bool:
        """Tell whether the reader wants it."""
        return self._shown.look.arranged.preview

    @property
    def _shown(self) -> LibraryScreen:
        return cast("LibraryScreen", self)

    def do_preview(self) -> None:
        """Show or hide the preview."""
        look = self._shown.look
        look.arrange(replace(look.arranged, preview=not self.wants_preview))
        self.show_preview()

    def show_preview(self) -> None:
        """Let the preview follow the current row."""
        screen = self._shown
        shown = self.wants_preview and screen.size.width >= PREVIEW_FROM
        if self.preview is None and shown:
            from tui.app.widgets.text_view import TextView  # noqa: PLC0415 (only wide windows pay for it)

            self.preview = TextView(widget_id="preview")
            screen.query_one("#body").mount(self.preview)
        if self.preview is not None:
            self.preview.display = shown
        item = screen.item
        if shown and item:
            screen.desk.ask(
                screen, "preview", lambda library: requests.opened(library, item.id, preview=True)
            )

    def on_resize(self) -> None:
        """Show the preview where there is room."""
        self.show_preview()
