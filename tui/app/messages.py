"""What workers and widgets tell the screens: facts in the past tense, wishes as ``…Requested``."""

from __future__ import annotations

from dataclasses import dataclass, field

from textual.message import Message

from tui.app.ports import Entries, Found, Opened
from tui.model.listing import Counts, Entry, Hit


@dataclass
class Failed(Message):
    """A request to the library could not be met: ``reason`` is a sentence for the reader."""

    topic: str
    reason: str


@dataclass
class EntriesLoaded(Message):
    """The library's list was opened: its first ``window`` and how much the library holds."""

    entries: Entries
    window: tuple[Entry, ...]
    counts: Counts
    query: str = ""
    keep: str | None = None
    position: int | None = None


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
    """The adding process said a line."""

    line: str


@dataclass
class AddFinished(Message):
    """The adding process ended with ``status``."""

    status: int
    lines: tuple[str, ...] = field(default=())


@dataclass
class WindowRequested(Message):
    """A list wants its rows ``start`` to ``stop``."""

    start: int
    stop: int


@dataclass
class CursorMoved(Message):
    """The current row of a list is now ``index`` of ``total``."""

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
