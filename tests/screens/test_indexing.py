"""The search index made anew by the helper while somebody searches and reads."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.app.driving import MIDDLE, driven
from tests.app.fakes import FakeLibrary
from tui.app.messages import IndexFinished, IndexProgressed
from tui.config import Settings
from tui.model.listing import Hit, Progress


@dataclass
class Counting(FakeLibrary):
    """Writes down the full searches."""

    searched: list[str] = field(default_factory=list)

    def search(self, query: str, *, limit: int = 20, across: bool = False) -> tuple[Hit, ...]:
        self.searched.append(query)
        return super().search(query, limit=limit, across=across)


async def test_how_far_the_index_is_stands_in_place_of_the_keys() -> None:
    async with driven(MIDDLE) as app:
        app.app.library.post_message(IndexProgressed(Progress("indexing", 200, 1000)))
        await app.rest()
        assert app.lines[-1] == " Search index: 200/1000 made anew; titles are searched meanwhile."
        await app.keys("slash l i g h t enter j k")
        assert "Search index: 200/1000" in app.lines[-1]
        app.app.library.post_message(IndexProgressed(Progress("indexing", 1000, 1000)))
        await app.rest()
        assert "being written" in app.lines[-1]


async def test_a_text_is_read_meanwhile() -> None:
    async with driven(MIDDLE) as app:
        app.app.library.post_message(IndexProgressed(Progress("indexing", 200, 1000)))
        await app.keys("enter")
        app.app.library.post_message(IndexProgressed(Progress("indexing", 400, 1000)))
        await app.rest()
        assert "Search index" not in app.text
        await app.keys("q")
        assert "Search index: 400/1000" in app.lines[-1]


async def test_the_search_is_repeated_with_the_index() -> None:
    library = Counting()
    async with driven(MIDDLE, library) as app:
        await app.keys("slash l i g h t enter")
        before = len(library.searched)
        app.app.library.post_message(IndexFinished())
        await app.rest()
        assert library.searched[before:] == ["light"]
        assert "The search index has been made anew." in app.lines[-1]


async def test_why_there_is_no_index_is_told() -> None:
    library = Counting()
    async with driven(MIDDLE, library, Settings(language="fr")) as app:
        await app.keys("slash l i g h t enter")
        before = len(library.searched)
        app.app.library.post_message(IndexFinished("no room"))
        await app.rest()
        assert library.searched[before:] == []
        assert "no room" in app.lines[-1]
        await app.keys("j")
        assert "no room" not in app.lines[-1]
