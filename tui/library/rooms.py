"""The rooms behind the library's door, each opened when it is first entered: listing needs few of them."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tui.library.reading import Reading
from tui.library.searching import Searching
from tui.library.store.database import Database
from tui.library.store.lock import RunLock
from tui.library.store.undo import UndoRing

if TYPE_CHECKING:
    from tui.library.care import Care
    from tui.library.reader.corrections import Corrections
    from tui.library.reader.feeds import Feeds
    from tui.library.reader.marks import Marks
    from tui.library.reader.notes import Notes
    from tui.library.reader.searches import Searches
    from tui.library.writing import Writing


class Rooms:
    """What a library is made of; each part knows the store, none knows another but through it."""

    def __init__(self, path: Path, database: Database, lock: RunLock) -> None:
        self.path = path
        self.lock = lock
        self._database = database
        self._ring = UndoRing(database)
        self.reading = Reading(database)
        self.searching = Searching(path, database, self.reading, lock)

    @cached_property
    def writing(self) -> Writing:
        """What adding does to the store: the pipeline's room."""
        from tui.library.writing import Writing  # noqa: PLC0415 (a room is opened when it is entered)

        return Writing(self._database)

    @cached_property
    def marks(self) -> Marks:
        """Read, starred, tagged, and where the reader left."""
        from tui.library.reader.marks import Marks  # noqa: PLC0415 (a room is opened when it is entered)

        return Marks(self._database, self._ring)

    @cached_property
    def notes(self) -> Notes:
        """Notes and bookmarks."""
        from tui.library.reader.notes import Notes  # noqa: PLC0415 (a room is opened when it is entered)

        return Notes(self._database, self._ring)

    @cached_property
    def corrections(self) -> Corrections:
        """What the reader set right."""
        from tui.library.reader.corrections import Corrections  # noqa: PLC0415 (a room is opened when it is entered)

        return Corrections(self._database, self._ring)

    @cached_property
    def feeds(self) -> Feeds:
        """Subscriptions."""
        from tui.library.reader.feeds import Feeds  # noqa: PLC0415 (a room is opened when it is entered)

        return Feeds(self._database, self._ring)

    @cached_property
    def searches(self) -> Searches:
        """Saved searches and their history."""
        from tui.library.reader.searches import Searches  # noqa: PLC0415 (a room is opened when it is entered)

        return Searches(self._database, self._ring)

    @cached_property
    def care(self) -> Care:
        """Looking after the store."""
        from tui.library.care import Care  # noqa: PLC0415 (a room is opened when it is entered)

        return Care(self.path, self._database)
