"""What workers and widgets tell the screens: facts in the past tense, wishes as ``…Requested``.

Plain classes: a dozen data classes would be seen at the start.
"""

from __future__ import annotations

from textual.message import Message

from tui.app.ports import Entries, Facing, Found, Listing, LookedUp, Opened, Profile
from tui.model.listing import Entry, Hit, Outcome, Progress


class Failed(Message):
    """A request to the library could not be met: ``reason`` is a sentence for the reader."""

    def __init__(self, topic: str, reason: str) -> None:
        super().__init__()
        self.topic = topic
        self.reason = reason


class EntriesLoaded(Message):
    """A list was opened and its first rows are there."""

    def __init__(self, listing: Listing) -> None:
        super().__init__()
        self.listing = listing


class WindowLoaded(Message):
    """Rows ``start`` and following of a list have arrived."""

    def __init__(self, entries: Entries, start: int, window: tuple[Entry, ...]) -> None:
        super().__init__()
        self.entries = entries
        self.start = start
        self.window = window


class HitsLoaded(Message):
    """A search was answered; ``ranked`` tells the full search from the one done as letters are typed."""

    def __init__(self, query: str, hits: tuple[Hit, ...], *, ranked: bool) -> None:
        super().__init__()
        self.query = query
        self.hits = hits
        self.ranked = ranked


class TextOpened(Message):
    """An article or a pair was read from the library."""

    def __init__(self, opened: Opened, *, preview: bool = False) -> None:
        super().__init__()
        self.opened = opened
        self.preview = preview


class TextFound(Message):
    """The words of a find were looked up in the text that is open; ``whole`` once typing is done."""

    def __init__(self, query: str, found: Found, *, whole: bool = False) -> None:
        super().__init__()
        self.query = query
        self.found = found
        self.whole = whole


class StateChanged(Message):
    """The reader's state of ``count`` articles was changed; ``done`` says what, for the notice."""

    def __init__(self, count: int, done: str) -> None:
        super().__init__()
        self.count = count
        self.done = done


class TextChanged(Message):
    """The open text was changed and read again; ``done`` says what was done."""

    def __init__(self, opened: Opened, done: str = "") -> None:
        super().__init__()
        self.opened = opened
        self.done = done


class HelperAnswered(Message):
    """The helper process did a task; ``done`` says what, for the notice."""

    def __init__(self, task: str, done: str) -> None:
        super().__init__()
        self.task = task
        self.done = done


class ChoicesFound(Message):
    """What the reader may choose from for ``purpose``: (value, words to show)."""

    def __init__(self, purpose: str, choices: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self.purpose = purpose
        self.choices = choices


class LinesConcorded(Message):
    """A concordance was made."""

    def __init__(self, query: str, lines: tuple[Facing, ...]) -> None:
        super().__init__()
        self.query = query
        self.lines = lines


class EntityRead(Message):
    """What the library knows of an entity was read."""

    def __init__(self, profile: Profile) -> None:
        super().__init__()
        self.profile = profile


class WordLookedUp(Message):
    """A word was looked up in the dictionaries."""

    def __init__(self, word: LookedUp) -> None:
        super().__init__()
        self.word = word


class Noticed(Message):
    """Something happened that deserves a line at the foot of the screen."""

    def __init__(self, text: str, *, warning: bool = False) -> None:
        super().__init__()
        self.text = text
        self.warning = warning


class AddProgressed(Message):
    """The helper is so far, or something became of an article."""

    def __init__(self, event: Progress | Outcome) -> None:
        super().__init__()
        self.event = event


class AddFinished(Message):
    """Adding ended; ``reason`` says why when it could not go on."""

    def __init__(self, reason: str = "") -> None:
        super().__init__()
        self.reason = reason


class IndexProgressed(Message):
    """The helper makes the search index anew, and is so far."""

    def __init__(self, event: Progress | Outcome) -> None:
        super().__init__()
        self.event = event


class IndexFinished(Message):
    """The search index was made anew; ``reason`` says why not when it could not be."""

    def __init__(self, reason: str = "") -> None:
        super().__init__()
        self.reason = reason


class WindowRequested(Message):
    """A list wants its rows ``start`` to ``until``."""

    def __init__(self, start: int, until: int) -> None:
        super().__init__()
        self.start = start
        self.until = until


class CursorMoved(Message):
    """The current row of the list ``of`` is now ``index`` of ``total``."""

    def __init__(self, of: object, index: int, total: int) -> None:
        super().__init__()
        self.of = of
        self.index = index
        self.total = total


class RowChosen(Message):
    """The reader pressed Enter on row ``index`` of a list."""

    def __init__(self, index: int) -> None:
        super().__init__()
        self.index = index


class PanelChosen(Message):
    """The reader chose a line of a panel: ``target`` says what it stands for."""

    def __init__(self, target: str) -> None:
        super().__init__()
        self.target = target
