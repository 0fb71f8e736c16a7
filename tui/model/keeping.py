"""What a library keeps beside articles and pairs: entities, concordance lines, notes, feeds, findings."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from tui.frozen import dataclass
from tui.model.article import Entity, Lang, Published
from tui.model.pair import Bead
from tui.model.span import Span


@dataclass(frozen=True, slots=True)
class LibraryEntity:
    """A thing that the library's texts name: in how many ``articles``, with how many ``mentions`` in all."""

    entity: Entity
    articles: int
    mentions: int


@dataclass(frozen=True, slots=True)
class ConcordLine:
    """One sentence that matches, and what faces it.

    ``id`` is the article's, ``segment`` the index of the sentence there, ``spans`` count characters of
    ``text``; ``facing`` is empty when nothing faces the sentence; ``score`` says how sure the bead is.
    """

    id: str
    lang: Lang
    segment: int
    text: str
    facing: str
    score: float
    spans: tuple[Span, ...] = ()
    facing_id: str | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """The reader's own words on an article, or on its segment number ``segment``."""

    id: int
    article: str
    segment: int | None
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Kept:
    """A bookmark, or a note with its ``text``, and where it stands.

    ``passage`` are the words of the segment, the article's first ones where ``segment`` is None.
    """

    article: str
    lang: Lang
    title: str
    published: Published | None
    segment: int | None
    passage: str
    at: datetime
    note: int | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query that the reader keeps under a ``name``."""

    name: str
    query: str


@dataclass(frozen=True, slots=True)
class Tally:
    """How many lines of the list a query chooses, and how many of those hold something unread."""

    lines: int
    unread: int


@dataclass(frozen=True, slots=True)
class Feed:
    """A subscription, and what its last fetching left behind.

    ``etag`` and ``modified`` are the server's own words; ``keep_days`` and ``keep_articles`` limit what
    stays (None: everything); ``articles`` counts what the library holds of it.
    """

    url: str
    title: str | None = None
    lang: str | None = None
    etag: str | None = None
    modified: str | None = None
    last_sync: datetime | None = None
    error: str | None = None
    next_sync: datetime | None = None
    failures: int = 0
    keep_days: int | None = None
    keep_articles: int | None = None
    full_text: bool = False
    articles: int = 0


class Level(StrEnum):
    """How grave a finding is."""

    GOOD = "good"
    NOTICE = "notice"
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Finding:
    """What ``doctor`` saw: ``what``, the ``remedy``, and whether ``repair`` can mend it (``fixable``)."""

    level: Level
    what: str
    remedy: str = ""
    fixable: bool = False


class Choice(StrEnum):
    """What the reader decided about two articles."""

    KEPT = "kept"
    FORBIDDEN = "forbidden"


@dataclass(frozen=True, slots=True)
class PairChoice:
    """The reader's word on the articles ``fr`` and ``en``: always a pair, or never."""

    fr: str
    en: str
    choice: Choice


@dataclass(frozen=True, slots=True)
class Corrections:
    """Everything that the reader corrected on one article and its pair."""

    edits: tuple[tuple[str, str | None], ...] = ()
    choices: tuple[PairChoice, ...] = ()
    beads: tuple[Bead, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A place the reader marked: segment number ``segment`` of an article."""

    article: str
    segment: int


@dataclass(frozen=True, slots=True)
class Facet:
    """One value of a facet (a source, a language, a kind, an entity, a month) and its ``count`` of articles.

    ``query`` is what to add to a query to keep these articles alone.
    """

    value: str
    count: int
    query: str
