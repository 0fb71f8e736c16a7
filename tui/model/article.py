"""One text in one language, and what is known about it."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from tui.frozen import dataclass
from tui.model.span import Span


class Lang(StrEnum):
    """A language that visavis reads; ``UND`` is for a block in neither."""

    FR = "fr"
    EN = "en"
    UND = "und"

    @property
    def other(self) -> Lang:
        """Return the facing language (``UND`` faces itself)."""
        return _FACING[self]


_FACING = {Lang.FR: Lang.EN, Lang.EN: Lang.FR, Lang.UND: Lang.UND}


class BlockKind(StrEnum):
    """What a block is in the page it comes from."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    QUOTE = "quote"
    ITEM = "item"
    CAPTION = "caption"
    CODE = "code"


class Kind(StrEnum):
    """What a mention names: things first, comparable values last."""

    PERSON = "PERSON"
    ORG = "ORG"
    PLACE = "PLACE"
    GROUP = "GROUP"
    PRODUCT = "PRODUCT"
    EVENT = "EVENT"
    WORK = "WORK"
    DATE = "DATE"
    MONEY = "MONEY"
    PERCENT = "PERCENT"
    QUANTITY = "QUANTITY"

    @property
    def is_value(self) -> bool:
        """Tell whether mentions of this kind are facts, with a comparable value."""
        return self in VALUE_KINDS


VALUE_KINDS = frozenset({Kind.DATE, Kind.MONEY, Kind.PERCENT, Kind.QUANTITY})

Value = float | str | tuple[float, float] | tuple[str, str]
"""A fact's value: a number, an ISO 8601 date of any precision (``2025``, ``2025-02``, ``--03-01``
without a year), or the two ends of a range of either."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, quote, list item or caption: ``start`` to ``end`` of the article's text."""

    kind: BlockKind
    start: int
    end: int
    lang: Lang = Lang.UND

    @property
    def span(self) -> Span:
        """Where the block lies in the article's text, in characters."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence-sized part of block number ``block``; the unit of alignment."""

    block: int
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Where the segment lies in the article's text, in characters."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Mention:
    """An occurrence, in the text, of a thing in the world or of a comparable value.

    ``entity`` is the id of the Entity it names (values have one too: the value itself), ``key``
    tells whether that entity is among the few the article is about.
    """

    start: int
    end: int
    kind: Kind
    entity: str
    key: bool = False
    value: Value | None = None
    unit: str | None = None

    @property
    def span(self) -> Span:
        """Where the mention lies in the article's text, in characters."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Entity:
    """The thing that mentions name, the same on both sides.

    ``id`` is the same in any article, library and language; ``names`` maps ``fr`` and ``en`` to the
    usual name there; ``count`` and ``salience`` (0 to 1) are within one article.
    """

    id: str
    kind: Kind
    name: str
    names: tuple[tuple[Lang, str], ...] = ()
    count: int = 0
    salience: float = 0.0


@dataclass(frozen=True, slots=True)
class Removed:
    """A text that cleaning took out, and ``why``: the name of the rule, in plain words."""

    text: str
    why: str


Published = date | datetime
"""A publication date: a day, or an aware moment (UTC offset known)."""


@dataclass(frozen=True, slots=True)
class Document:
    """A clean text before analysis: what ingestion hands over.

    ``key`` identifies the article within where it came from (the same input read again has the same
    key); ``lang`` is what the input itself or the reader declares, if anything; ``alternates`` are
    addresses of the same article in the other language (hreflang).
    """

    key: str
    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    byline: str | None = None
    published: Published | None = None
    source: str | None = None
    url: str | None = None
    path: str | None = None
    lang: Lang | None = None
    alternates: tuple[str, ...] = ()
    links: tuple[tuple[Span, str], ...] = ()
    removed: tuple[Removed, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """One text in one language, cleaned and analysed.

    ``id`` is None until a library holds it. All spans count characters of ``text``; ``segments``
    are in reading order and never overlap; ``annotator`` names what found the mentions.
    """

    id: str | None
    key: str
    lang: Lang
    title: str
    text: str
    blocks: tuple[Block, ...]
    segments: tuple[Segment, ...]
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    byline: str | None = None
    published: Published | None = None
    source: str | None = None
    url: str | None = None
    path: str | None = None
    alternates: tuple[str, ...] = ()
    links: tuple[tuple[Span, str], ...] = ()
    removed: tuple[Removed, ...] = ()
    annotator: str = "rules"

    def segment_text(self, index: int) -> str:
        """Return the text of segment number ``index``."""
        return self.segments[index].span.of(self.text)
