"""Why a command of the library cannot act now."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tui.app.screens.home.beside import PREVIEW_FROM
from tui.locale import tr

if TYPE_CHECKING:
    from tui.app.screens.library import LibraryScreen

ON_ROWS = frozenset({"open", "read", "star", "tag", "delete", "story", "like", "select", "export-texts"})
"""The commands that act on rows."""


class Refuses:
    """Says why, in a sentence that tells what would help."""

    @property
    def _asked(self) -> LibraryScreen:
        return cast("LibraryScreen", self)

    def why_not(self, name: str) -> str:
        """Return why a command cannot act, "" when it can."""
        screen = self._asked
        if screen.side_has_keys and (name in ON_ROWS or name == "rename-search"):
            return self._why_not_in_side(name)
        if name in ON_ROWS and screen.item is None and not (screen.marked and name != "open"):
            return tr("There is no article here.")
        if name == "preview" and screen.size.width < PREVIEW_FROM:
            return tr("The preview needs a window of {cells} columns.", cells=PREVIEW_FROM)
        return self._why_not_search(name)

    def _why_not_in_side(self, name: str) -> str:
        if name == "open" or (name in {"delete", "rename-search"} and self._asked.named_search):
            return ""
        if name in {"delete", "rename-search"}:
            return tr("This is no saved search.")
        return tr("The panel has the keys: Esc gives them back to the list.")

    def _why_not_search(self, name: str) -> str:
        screen = self._asked
        if name in {"keep-search", "explain"} and not screen.sought:
            return tr("Search for something first, with /.")
        if name == "spelling" and not screen.better:
            return tr("No better spelling is known.")
        if name == "rename-search":
            return tr("Go to a saved search first: L shows them.")
        if name == "group" and screen.is_searching:
            return tr("Results are not grouped: Esc ends the search.")
        return ""
