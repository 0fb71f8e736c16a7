"""Queries: what they choose in the store, what they find in the index, what faces what they match."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from tui.library.reading import Reading
from tui.library.store.database import Database
from tui.library.store.lock import RunLock
from tui.model.keeping import ConcordLine, Facet, Finding
from tui.model.listing import Hit, Progress

INDEX = "index"
"""The search index's folder in the library directory."""


class Searching:
    """Ranked search, filters, concordance and the care of the index, of one library."""

    def __init__(self, directory: Path, database: Database, reading: Reading, lock: RunLock) -> None:
        self._directory = directory / INDEX
        self._database = database
        self._reading = reading
        self._lock = lock
        self._index: Any = None

    def condition(self, query: str) -> tuple[str, tuple[Any, ...]]:
        """Return the SQL condition on articles ``a`` that a query means."""
        text = query.strip()
        if not text:
            return "1", ()
        raise NotImplementedError

    def search(self, query: str, *, limit: int = 20, across: bool = False) -> tuple[Hit, ...]:
        """Return the best hits."""
        raise NotImplementedError

    def suggest(self, text: str, limit: int = 20) -> tuple[Hit, ...]:
        """Return hits while the reader types."""
        raise NotImplementedError

    def concord(self, query: str) -> Iterator[ConcordLine]:
        """Yield the sentences that match, with what faces them."""
        raise NotImplementedError

    def facets(self, query: str = "") -> dict[str, tuple[Facet, ...]]:
        """Return the facets of what a query chooses."""
        raise NotImplementedError

    def findings(self) -> Iterator[Finding]:
        """Yield what is wrong with the index."""
        yield from ()

    def sync(self) -> int:
        """Bring the index up to date with the store; return how many articles it took in."""
        return 0

    def rebuild(self) -> Iterator[Progress]:
        """Make the index anew from the store."""
        yield from ()

    def close(self) -> None:
        """Let go of the index."""


def today() -> date:
    """Return the reader's day."""
    return date.today()  # noqa: DTZ011 “last week” is the reader's own
