"""A terminal for tests: pyte, with the two sequences it lacks."""

from __future__ import annotations

import unicodedata
from typing import Any, ClassVar

import pyte
from rich.cells import get_character_cell_size


class ScrollingScreen(pyte.Screen):
    """A pyte screen that scrolls its region up and down."""

    def draw(self, data: str) -> None:
        """Draw; a mark belongs to the last column's letter, where pyte would begin a new line."""
        for char in data:
            if self.cursor.x == self.columns and get_character_cell_size(char) == 0:
                line = self.buffer[self.cursor.y]
                held = line[self.columns - 1]
                line[self.columns - 1] = held._replace(data=unicodedata.normalize("NFC", held.data + char))
            else:
                super().draw(char)

    def scroll_up(self, count: int = 1, **_: Any) -> None:
        self._scroll(count, at_bottom=True)

    def scroll_down(self, count: int = 1, **_: Any) -> None:
        self._scroll(count, at_bottom=False)

    def _scroll(self, count: int, *, at_bottom: bool) -> None:
        x, y = self.cursor.x, self.cursor.y
        top, bottom = self.margins or (0, self.lines - 1)
        for _ in range(count or 1):
            self.cursor.y = bottom if at_bottom else top
            self.index() if at_bottom else self.reverse_index()
        self.cursor.x, self.cursor.y = x, y


class Stream(pyte.Stream):
    csi: ClassVar[dict[str, str]] = {  # type: ignore[misc]
        **pyte.Stream.csi,
        "S": "scroll_up",
        "T": "scroll_down",
    }
    events = frozenset({*pyte.Stream.events, "scroll_up", "scroll_down"})


class Terminal:
    """Takes what a program writes and tells what a reader would see."""

    def __init__(self, width: int, height: int) -> None:
        self.screen = ScrollingScreen(width, height)
        self._stream = Stream(self.screen)

    def feed(self, text: str) -> None:
        self._stream.feed(text)

    @property
    def lines(self) -> list[str]:
        return list(self.screen.display)

    @property
    def cells(self) -> list[list[tuple[Any, ...]]]:
        """Every cell: glyph, colours, attributes."""
        rows, columns = range(self.screen.lines), range(self.screen.columns)
        return [[_seen(self.screen.buffer[y][x]) for x in columns] for y in rows]


def _seen(char: Any) -> tuple[Any, ...]:
    """A blank's text attributes cannot be seen, but for those drawn on blanks."""
    drawn = (char.underscore, char.reverse, char.strikethrough)
    if not char.data.strip():
        return (" " if char.data else "", char.bg if not char.reverse else (char.fg, char.bg), *drawn)
    return (char.data, char.fg, char.bg, char.bold, char.italics, *drawn)
