"""The rooms of a library as the app sees them: notes, searches, what counts and measures lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from tui.model.keeping import Bookmark, Kept, Note, SavedSearch, Tally
    from tui.model.listing import Entry


class NotesPort(Protocol):
    """The reader's notes and bookmarks; articles by number."""

    def change(self, number: int, text: str) -> Note:
        """Rewrite a note; an empty text takes it away."""
        ...

    def bookmark(self, article: int, segment: int) -> bool:
        """Set or take away a bookmark; tell whether it stands now."""
        ...

    def bookmarks(self, article: int | None = None) -> tuple[Bookmark, ...]:
        """Return the bookmarks of an article, or of the whole library."""
        ...

    def kept(self) -> tuple[Kept, ...]:
        """Return all bookmarks and notes with where they stand."""
        ...


class Measures(Protocol):
    """How long texts are and how surely they are pairs."""

    def measured(self, entries: Sequence[Entry]) -> tuple[Entry, ...]:
        """Return lines with their words and scores."""
        ...


class Tallies(Protocol):
    """How much a query chooses."""

    def tally(self, query: str = "") -> Tally:
        """Count the lines that a query chooses, and the unread ones."""
        ...


class SavedSearches(Protocol):
    """Searches kept under a name, and those made lately."""

    def saved(self) -> tuple[SavedSearch, ...]:
        """Return the saved searches by name."""
        ...

    def save(self, name: str, query: str) -> None:
        """Keep a query under a name."""

    def rename(self, name: str, other: str) -> bool:
        """Give a saved search another name; tell whether there was one."""
        ...

    def forget(self, name: str) -> bool:
        """Drop a saved search; tell whether there was one."""
        ...

    def remember(self, query: str) -> None:
        """Put a query at the head of the history."""

    def history(self, limit: int = 200) -> tuple[str, ...]:
        """Return the queries made lately, the last first."""
        ...
