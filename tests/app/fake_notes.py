"""Notes and bookmarks in memory."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tui.model.keeping import Bookmark, Kept, Note

if TYPE_CHECKING:
    from tests.app.fakes import FakeLibrary


@dataclass
class FakeNotes:
    """Notes and bookmarks of a library in memory."""

    library: FakeLibrary

    def change(self, number: int, text: str) -> Note:
        held = next(note for note in self.library.noted if note.id == number)
        self.library.noted.remove(held)
        if text:
            self.library.noted.append(replace(held, text=text))
        return replace(held, text=text)

    def bookmark(self, article: int, segment: int) -> bool:
        mark = Bookmark(f"a{article}", segment)
        stands = mark not in self.library.marked
        (self.library.marked.append if stands else self.library.marked.remove)(mark)
        return stands

    def kept(self) -> tuple[Kept, ...]:
        return (*map(self._bookmarked, self.library.marked), *map(self._noted, self.library.noted))

    def _bookmarked(self, mark: Bookmark) -> Kept:
        article = self.library.article(mark.article)
        said = article.segment_text(mark.segment)
        at = datetime(2025, 3, 9, tzinfo=UTC)
        return Kept(mark.article, article.lang, article.title, article.published, mark.segment, said, at)

    def _noted(self, note: Note) -> Kept:
        place = self._bookmarked(Bookmark(note.article, note.segment or 0))
        return replace(place, segment=note.segment, at=note.at, note=note.id, text=note.text)

    def bookmarks(self, article: int | None = None) -> tuple[Bookmark, ...]:
        return tuple(mark for mark in self.library.marked if article is None or mark.article == f"a{article}")
