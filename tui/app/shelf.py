"""Which library is read: the reader's own, or the sample corpus while that is empty."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from tui.app.ports import LibraryPort
    from tui.library.library import Library

SEEN = "welcomed"
"""The file that says that the welcome was painted once."""


class Shelf:
    """Opens the library for each thread of the desk.

    None of them makes an index anew: a search that would need one calls ``lost``.
    """

    def __init__(self, own: Path, samples: Path, state: Path) -> None:
        self._own, self._samples, self._seen = own, samples, state / SEEN
        self.shows_samples = False
        self.lost: Callable[[], None] | None = None
        self._written: tuple[int, ...] = ()

    def open(self) -> LibraryPort:
        """Open the reader's library, or the samples while it holds no article."""
        from tui.library.library import Library as Opened  # noqa: PLC0415 (on a worker, while Textual is loading)

        library: Library = Opened.open(self._own)
        self.shows_samples = library.counts().articles == 0
        if self.shows_samples:
            library.close()
            self._written = self._last_written()
            library = self._open_samples()
        library.searching.mends, library.searching.lost = False, self._lost
        return cast("LibraryPort", library)

    def _lost(self) -> None:
        if self.lost is not None:
            self.lost()

    def shown(self) -> Path:
        """Return where the library is that is read now."""
        return self._samples if self.shows_samples else self._own

    def is_outgrown(self) -> bool:
        """Tell whether the reader's own library was written while samples are shown; once a change."""
        if not self.shows_samples:
            return False
        before, self._written = self._written, self._last_written()
        return self._written != before

    def _last_written(self) -> tuple[int, ...]:
        """Return when the files of the reader's own store changed, in nanoseconds."""
        from tui.library.store.database import STORE  # noqa: PLC0415 (loaded with the library)

        places = (self._own / f"{STORE}{suffix}" for suffix in ("", "-wal"))
        return tuple(place.stat().st_mtime_ns for place in places if place.exists())

    def _open_samples(self) -> Library:
        from tui.library import samples  # noqa: PLC0415 (readers with articles of their own never need it)

        library = samples.open_samples(self._samples)
        if not samples.is_complete(library):
            for _ in samples.fill(library):
                pass
        return library

    @property
    def wants_welcome(self) -> bool:
        """Tell whether this is a first run."""
        return self.shows_samples and not self._seen.exists()

    def welcomed(self) -> None:
        """Note that the welcome was painted."""
        self._seen.parent.mkdir(parents=True, exist_ok=True)
        self._seen.touch()
