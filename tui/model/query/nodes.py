"""A parsed query: a tree of frozen nodes, each knowing its place in what was typed."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from tui.frozen import dataclass
from tui.model.span import Span


class Form(StrEnum):
    """How a word is matched: its stem, whatever begins with it, or whatever is spelled nearly so."""

    PLAIN = "plain"
    PREFIX = "prefix"
    FUZZY = "fuzzy"


class Place(StrEnum):
    """Where a word must stand."""

    ANY = "any"
    TITLE = "title"
    BODY = "body"


class Attribute(StrEnum):
    """What the store knows of an article and a query can ask for."""

    SOURCE = "source"
    BYLINE = "byline"
    ENTITY = "entity"
    KIND = "kind"
    LANG = "lang"
    IS = "is"
    TAG = "tag"


class State(StrEnum):
    """The values of ``is:``."""

    PAIRED = "paired"
    SINGLE = "single"
    READ = "read"
    UNREAD = "unread"
    STARRED = "starred"
    NOTED = "noted"
    UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Word:
    """One bare word, ``text`` as it was typed."""

    text: str
    span: Span
    form: Form = Form.PLAIN
    place: Place = Place.ANY


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that must follow one another."""

    text: str
    span: Span
    place: Place = Place.ANY


@dataclass(frozen=True, slots=True)
class Filter:
    """An attribute that must have ``value`` (in its usual spelling where the choice is closed)."""

    attribute: Attribute
    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Dates:
    """Published from day ``first`` to day ``last``, both included; None leaves an end open."""

    first: date | None
    last: date | None
    span: Span


@dataclass(frozen=True, slots=True)
class Not:
    """Everything but ``part``."""

    part: Node


@dataclass(frozen=True, slots=True)
class And:
    """All of ``parts``, at least two."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Any of ``parts``, at least two."""

    parts: tuple[Node, ...]


TextLeaf = Word | Phrase
StoreLeaf = Filter | Dates
Node = Word | Phrase | Filter | Dates | Not | And | Or


class FaultKind(StrEnum):
    """What can be wrong with a query."""

    UNCLOSED_QUOTE = "unclosed-quote"
    UNCLOSED_GROUP = "unclosed-group"
    UNOPENED_GROUP = "unopened-group"
    LONELY_OPERATOR = "lonely-operator"
    UNKNOWN_FIELD = "unknown-field"
    UNKNOWN_VALUE = "unknown-value"
    STRANGE_VALUE = "strange-value"
    EMPTY_FIELD = "empty-field"
    BAD_DATE = "bad-date"
    TOO_DEEP = "too-deep"
    TOO_LONG = "too-long"


@dataclass(frozen=True, slots=True)
class Fault:
    """A part of the query that was not understood; ``detail`` tells more: a proposal, choices."""

    kind: FaultKind
    span: Span
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed, as a tree (None: no condition at all), with the places that were not understood."""

    text: str
    tree: Node | None
    faults: tuple[Fault, ...] = ()
