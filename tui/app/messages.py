"""What workers and widgets tell the screens: facts in the past tense, wishes as ``…Requested``."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from tui.app.ports import Entries, Found, Listing, Opened
from tui.model.listing import Entry, Hit, Outcome, Progress


@dataclass
class Failed(Message):
    """A request to the library could not be met: ``reason`` is a sentence for the reader."""

    topic: str
    reason: str


@dataclass
class EntriesLoaded(Message):
    """A list was opened and its first rows are there."""

    listing: Listing


@dataclass
class WindowLoaded(Message):
    """Rows ``start`` and following of a list have arrived."""

    entries: Entries
    start: int
    window: tuple[Entry, ...]


@dataclass
class HitsLoaded(Message):
    """A search was answered; ``ranked`` tells the full search from the one done as letters are typed."""

    query: str
    hits: tuple[Hit, ...]
    ranked: bool


@dataclass
class TextOpened(Message):
    """An article or a pair was read from the library."""

    opened: Opened
    preview: bool = False


@dataclass
class TextFound(Message):
    """The words of a find were looked up in the text that is open."""

    query: str
    found: Found


@dataclass
class StateChanged(Message):
    """The reader's state of ``count`` articles was changed; ``done`` says what, for the notice."""

    count: int
    done: str


@dataclass
class Noticed(Message):
    """Something happened that deserves a line at the foot of the screen."""

    text: str
    warning: bool = False


@dataclass
class AddProgressed(Message):
    """The helper is so far, or something became of an article."""

    event: Progress | Outcome


@dataclass
class AddFinished(Message):
    """Adding ended; ``reason`` says why when it could not go on."""

    reason: str = ""


@dataclass
class WindowRequested(Message):
    """A list wants its rows ``start`` to ``until``."""

    start: int
    until: int


@dataclass
class CursorMoved(Message):
    """The current row of the list ``of`` is now ``index`` of ``total``."""

    of: object
    index: int
    total: int


@dataclass
class RowChosen(Message):
    """The reader pressed Enter on row ``index`` of a list."""

    index: int


@dataclass
class PanelChosen(Message):
    """The reader chose a line of a panel: ``target`` says what it stands for."""

    target: str
