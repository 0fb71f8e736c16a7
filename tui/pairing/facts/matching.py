"""Matching the values of two texts.

They are compared inside a row first (bead or link), then anywhere in the other text. A difference is only
claimed inside a row, between two values of one kind and unit that have no counterpart anywhere else.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from tui.model.article import Article, Lang, Mention
from tui.model.pair import Bead, Fact, Pair, Status
from tui.model.span import Span
from tui.pairing.facts.comparing import Stated, comparable, same_value, stated
from tui.text.numbers import find_numbers


def facts(fr: Article, en: Article, pair: Pair) -> tuple[Fact, ...]:
    """Return what the two texts state, each value in one fact, in the order of the French text.

    What only the English text states stands where its row does.
    """
    matching = _Matching(_Side(fr), _Side(en), pair.beads or pair.links)
    matching.agree_in_rows()
    matching.find_bare_numbers()
    matching.differ_in_rows()
    matching.repeat_in_rows()
    matching.agree_anywhere()
    return matching.all_facts()


_SMALLEST_RIVAL = 10
_RIVAL_RATIO = 1.5
"""A bare number contradicts a value only when both are of a size: chapters and ranks are not counts."""


class _Side:
    """One text's comparable values, and which of them have their counterpart."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.values = [stated(article, mention) for mention in article.mentions if _is_comparable(mention)]
        self.free = set(range(len(self.values)))
        starts = [segment.start for segment in article.segments]
        self.by_segment: dict[int, list[int]] = defaultdict(list)
        for number, value in enumerate(self.values):
            self.by_segment[bisect_right(starts, value.mention.start) - 1].append(number)
        self.by_bucket: dict[str, list[int]] = defaultdict(list)
        for number, value in enumerate(self.values):
            self.by_bucket[value.bucket].append(number)
        self.taken: dict[int, list[Span]] = defaultdict(list)
        for mention in article.mentions:
            if mention.kind.is_value:
                self.taken[bisect_right(starts, mention.start) - 1].append(mention.span)

    def first(self, value: Stated, numbers: Iterable[int], *, facing: bool, free: bool = False) -> int | None:
        """Return the first of ``numbers`` that can be the same as ``value``; ``free``: of the unmatched."""
        for number in numbers:
            if free and number not in self.free:
                continue
            if same_value(value, self.values[number], facing=facing):
                return number
        return None

    def anywhere(self, value: Stated, *, free: bool = False) -> int | None:
        """Return the first value of the whole text that can be the same as ``value``."""
        return self.first(value, self.by_bucket.get(value.bucket, ()), facing=False, free=free)

    def bare(self, segments: Iterable[int]) -> dict[float, Span]:
        """Return the numbers of ``segments`` that belong to no value; lone digits are ranks and versions."""
        found = {}
        for index in segments:
            segment, lang = self.article.segments[index].span, self.article.lang
            for number in find_numbers(segment.of(self.article.text), lang.value):
                span = Span(number.start, number.end).shifted(segment.start)
                if number.figures and number.value < _SMALLEST_RIVAL:
                    continue
                if not any(span.overlaps(taken) for taken in self.taken.get(index, ())):
                    found[number.value] = span
        return found

    def within(self, segments: Iterable[int]) -> list[int]:
        """Return the numbers of the values in ``segments``."""
        return [number for segment in segments for number in self.by_segment.get(segment, ())]


def _is_comparable(mention: Mention) -> bool:
    return mention.kind.is_value and mention.value is not None


@dataclass(slots=True)
class _Matching:
    """The values of both sides while they find each other."""

    fr: _Side
    en: _Side
    rows: tuple[Bead, ...]
    found: list[Fact] = field(default_factory=list)

    def agree_in_rows(self) -> None:
        """Match values inside each row: equal ones first, then what is close enough."""
        for row in self.rows:
            ours, theirs = self.fr.within(row.fr), self.en.within(row.en)
            for exact in (True, False):
                for one in ours:
                    value = self.fr.values[one]
                    equal = [other for other in theirs if not exact or self._is_equal(value, other)]
                    self._agree(one, self.en.first(value, equal, facing=True, free=True))

    def _is_equal(self, value: Stated, other: int) -> bool:
        return value.mention.value == self.en.values[other].mention.value

    def repeat_in_rows(self) -> None:
        """Let a value that one side says twice agree with the one place where the other says it."""
        for row in self.rows:
            ours, theirs = self.fr.within(row.fr), self.en.within(row.en)
            for one in ours:
                self._agree(one, self.en.first(self.fr.values[one], theirs, facing=True))
            for other in theirs:
                self._agree_english(other, self.fr.first(self.en.values[other], ours, facing=True))

    def _agree(self, one: int, other: int | None) -> None:
        if other is not None and one in self.fr.free:
            self._join(Status.AGREE, one, other)

    def _agree_english(self, other: int, one: int | None) -> None:
        if one is not None and other in self.en.free:
            self._join(Status.AGREE, one, other)

    def _join(self, status: Status, one: int, other: int) -> None:
        self.fr.free.discard(one)
        self.en.free.discard(other)
        self.found.append(_fact(status, self.fr.values[one].mention, self.en.values[other].mention))

    def find_bare_numbers(self) -> None:
        """Match values with what the facing row says without a unit: 40 networks, 40 d'entre eux.

        A bare number of the same size that nothing else accounts for contradicts the one value left.
        """
        for row in self.rows:
            for side, other, lang in ((self.fr, self.en, Lang.FR), (self.en, self.fr, Lang.EN)):
                left = [one for one in side.within(row.side(lang)) if one in side.free]
                bare = other.bare(row.side(lang.other)) if left else {}
                for one in left:
                    self._join_bare(side, one, lang, bare)

    def _join_bare(self, side: _Side, one: int, lang: Lang, bare: dict[float, Span]) -> None:
        mention = side.values[one].mention
        value = mention.value
        if not isinstance(value, float):
            return
        facing = value if value in bare else _rival(value, bare)
        if facing is None:
            return
        side.free.discard(one)
        self.found.append(_with_bare(mention, lang, facing, bare.pop(facing)))

    def differ_in_rows(self) -> None:
        """Claim a difference where a row holds one unmatched value of a kind and unit on each side."""
        for row in self.rows:
            ours = [one for one in self.fr.within(row.fr) if self._is_lonely(self.fr, one, self.en)]
            theirs = [other for other in self.en.within(row.en) if self._is_lonely(self.en, other, self.fr)]
            for one in ours:
                value = self.fr.values[one]
                rivals = [other for other in theirs if comparable(value, self.en.values[other])]
                if rivals:
                    self._join(Status.DIFFER, one, rivals[0])
                    theirs.remove(rivals[0])

    def _is_lonely(self, side: _Side, number: int, facing: _Side) -> bool:
        """Tell whether nothing that is still free in the other text has this value."""
        return number in side.free and facing.anywhere(side.values[number], free=True) is None

    def agree_anywhere(self) -> None:
        """Match what is left with any place of the other text, a free one before one that is taken."""
        for free in (True, False):
            for one in sorted(self.fr.free):
                self._agree(one, self.en.anywhere(self.fr.values[one], free=free))
        for other in sorted(self.en.free):
            self._agree_english(other, self.fr.anywhere(self.en.values[other]))

    def all_facts(self) -> tuple[Fact, ...]:
        """Return the facts found, with what only one side states."""
        alone = [
            *(_alone(Status.FR_ONLY, self.fr.values[one].mention) for one in self.fr.free),
            *(_alone(Status.EN_ONLY, self.en.values[other].mention) for other in self.en.free),
        ]
        return tuple(sorted([*self.found, *alone], key=self._place))

    def _place(self, fact: Fact) -> tuple[float, float]:
        """Return where a fact stands, as a share of either text."""
        en = fact.en.start / max(1, len(self.en.article.text)) if fact.en else 0.0
        fr = fact.fr.start / max(1, len(self.fr.article.text)) if fact.fr else en
        return fr, en


def _with_bare(mention: Mention, lang: Lang, number: float, place: Span) -> Fact:
    """Return the fact that ``mention``, in ``lang``, makes with a number without a unit on the other side."""
    value = mention.value if isinstance(mention.value, float) else number
    status = Status.AGREE if number == value else Status.DIFFER
    ours, theirs = (value, number) if lang is Lang.FR else (number, value)
    spans = (mention.span, place) if lang is Lang.FR else (place, mention.span)
    return Fact(mention.kind, ours, mention.unit, status, *spans, other=theirs if ours != theirs else None)


def _rival(value: float, bare: dict[float, Span]) -> float | None:
    """Return the one bare number that could be ``value`` misreported: as long, and no small number."""
    rivals = [number for number in bare if number >= _SMALLEST_RIVAL and value >= _SMALLEST_RIVAL]
    near = [number for number in rivals if max(number, value) < _RIVAL_RATIO * min(number, value)]
    return near[0] if len(rivals) == len(near) == 1 else None


def _fact(status: Status, fr: Mention, en: Mention) -> Fact:
    value = fr.value if fr.value is not None else 0.0
    other = en.value if status is Status.DIFFER else None
    return Fact(fr.kind, value, fr.unit, status, fr.span, en.span, other)


def _alone(status: Status, mention: Mention) -> Fact:
    value = mention.value if mention.value is not None else 0.0
    fr, en = (mention.span, None) if status is Status.FR_ONLY else (None, mention.span)
    return Fact(mention.kind, value, mention.unit, status, fr, en)
