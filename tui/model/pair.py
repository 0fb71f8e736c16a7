"""Two articles that tell the same story, and how they face each other."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from tui.frozen import dataclass
from tui.model.article import Article, Kind, Lang, Value
from tui.model.span import Span


class Mode(StrEnum):
    """How a pair is read: row by row, or with linked passages."""

    ALIGNED = "aligned"
    RELATED = "related"


class Status(StrEnum):
    """What the two sides say of one fact."""

    AGREE = "agree"
    DIFFER = "differ"
    FR_ONLY = "fr-only"
    EN_ONLY = "en-only"


DOUBTFUL = 0.5
"""Beads under this score are shown as doubtful and do not count as aligned: most of them are wrong."""


@dataclass(frozen=True, slots=True)
class Bead:
    """Segments ``fr`` facing segments ``en`` (indexes; either may be empty), ``score`` from 0 to 1."""

    fr: tuple[int, ...]
    en: tuple[int, ...]
    score: float

    def side(self, lang: Lang) -> tuple[int, ...]:
        """Return the indexes on the side of ``lang``."""
        return self.fr if lang is Lang.FR else self.en

    @property
    def is_gap(self) -> bool:
        """Tell whether one side is empty."""
        return not self.fr or not self.en

    @property
    def is_doubtful(self) -> bool:
        """Tell whether both sides are there but hardly sure to face each other."""
        return not self.is_gap and self.score < DOUBTFUL


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for a pair: ``kind`` of clue, ``weight`` (share of the score), ``detail`` to read."""

    kind: str
    weight: float
    detail: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A French and an English article that tell the same story.

    ``fr`` and ``en`` are article ids. ``beads`` are the rows in mode ``aligned`` (every segment of
    both sides is in exactly one); ``links`` are the linked passages in mode ``related``. ``manual`` pairs
    were made by the reader and are never taken apart by the program. ``names`` are entity ids of the two
    sides that name one thing: (an id, the id that both go by), as the program made them.
    """

    id: str | None
    fr: str
    en: str
    mode: Mode
    score: float
    evidence: tuple[Evidence, ...] = ()
    beads: tuple[Bead, ...] = ()
    links: tuple[Bead, ...] = ()
    manual: bool = False
    names: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A value that one or both sides state; ``fr`` and ``en`` are where, in that side's text."""

    kind: Kind
    value: Value
    unit: str | None
    status: Status
    fr: Span | None
    en: Span | None
    other: Value | None = None
    """With ``differ``: the English side's value, ``value`` being the French one."""


@dataclass(frozen=True, slots=True)
class Bitext:
    """A pair opened for reading."""

    fr: Article
    en: Article
    pair: Pair
    facts: tuple[Fact, ...] = ()

    def side(self, lang: Lang) -> Article:
        """Return the article in ``lang``."""
        return self.fr if lang is Lang.FR else self.en


@dataclass(frozen=True, slots=True)
class Story:
    """All articles about one event; ``fr`` and ``en`` are article ids, ``first`` and ``last`` days."""

    id: str
    title: str
    fr: tuple[str, ...]
    en: tuple[str, ...]
    first: date | None = None
    last: date | None = None
