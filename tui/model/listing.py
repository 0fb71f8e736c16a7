"""What lists, searches and runs show: rows, hits, outcomes, progress."""

from __future__ import annotations

from enum import StrEnum

from tui.frozen import dataclass
from tui.model.article import Kind, Lang, Published
from tui.model.span import Span


@dataclass(frozen=True, slots=True)
class Row:
    """One article in a list. ``pair`` and ``story`` are ids or None, ``words`` counts the text's words."""

    id: str
    lang: Lang
    title: str
    byline: str | None
    published: Published | None
    source: str | None
    url: str | None
    path: str | None
    words: int
    pair: str | None
    story: str | None
    read: bool
    starred: bool
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the library screen: a pair, or an article that stands alone.

    ``id`` is the id of the pair, else of the article; ``titles`` and ``articles`` hold one item per
    language present; ``sources`` counts the articles folded into this line (near copies included);
    ``entities`` are names of key entities in the first of its languages, most salient first, and
    ``english`` what those are called in English where that is not the first. ``words`` counts those of
    the longer side and ``score`` says how sure the pair is; both are None until they are asked for.
    """

    id: str
    articles: tuple[tuple[Lang, str], ...]
    titles: tuple[tuple[Lang, str], ...]
    published: Published | None
    source: str | None
    sources: int
    entities: tuple[tuple[Kind, str], ...]
    read: bool
    starred: bool
    tags: tuple[str, ...] = ()
    words: int | None = None
    score: float | None = None
    english: tuple[str, ...] = ()

    def named(self, lang: Lang) -> tuple[tuple[Kind, str], ...]:
        """Return kind and name of the key entities as its title in ``lang``, if it has one, calls them."""
        if not self.english or lang is not Lang.EN or Lang.EN not in dict(self.titles):
            return self.entities
        return tuple((kind, name) for (kind, _), name in zip(self.entities, self.english, strict=True))


@dataclass(frozen=True, slots=True)
class Heading:
    """A group of lines: its first one's rank, its label ("" for those in no group), how many they are."""

    at: int
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of an article's text around what matched; ``highlights`` count characters of ``text``."""

    text: str
    highlights: tuple[Span, ...] = ()
    lang: Lang = Lang.UND


@dataclass(frozen=True, slots=True)
class Hit:
    """One search result: a pair, or an article that stands alone.

    ``id`` is the article that matched best and ``pair`` the other side's article id, or None; ``matched``
    the languages that matched; ``partial`` marks a hit that lacks some of the words, ``across`` one found
    through the other language. ``rank`` counts from 1.
    """

    rank: int
    id: str
    score: float
    lang: Lang
    title: str
    published: Published | None
    path: str | None
    pair: str | None
    matched: tuple[Lang, ...]
    snippets: tuple[Snippet, ...] = ()
    partial: bool = False
    across: bool = False


class Result(StrEnum):
    """What became of one article of a run."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    SKIPPED = "skipped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input: ``why`` says the reason when it was skipped or failed."""

    result: Result
    key: str
    id: str | None = None
    title: str | None = None
    lang: Lang | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: ``done`` of ``total`` (None while unknown) in ``stage``; ``what`` is in hand now."""

    stage: str
    done: int
    total: int | None
    what: str = ""


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a library holds."""

    articles: int
    pairs: int
    unread: int
    stories: int
