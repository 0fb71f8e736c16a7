"""Matching the values of two texts.

They are compared inside a row first (bead or link), then anywhere in the other text. A difference is only
claimed inside a row, between two values of one kind and unit that have no counterpart anywhere else.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tui.model.article import Article, Lang, Mention
from tui.model.pair import Bead, Fact, Pair, Status
from tui.model.span import Span
from tui.pairing.facts.comparing import comparable, same_value, stated
from tui.text.numbers import find_numbers


def facts(fr: Article, en: Article, pair: Pair) -> tuple[Fact, ...]:
    """Return what the two texts state, each value in one fact, in the order of the French text.

    What only the English text states stands where its row does.
    """
    matching = _Matching(_Side(fr), _Side(en), pair.beads or pair.links)
    matching.agree_in_rows()
    matching.find_bare_numbers()
    matching.differ_in_rows()
    matching.agree_anywhere()
    return matching.all_facts()


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
        """Match values inside each row: equal ones first, then what is close enough, then repetitions."""
        for row in self.rows:
            ours, theirs = self.fr.within(row.fr), self.en.within(row.en)
            for exact in (True, False):
                for one in ours:
                    self._agree(one, theirs, exact=exact)
            self._repeat(ours, theirs)

    def _agree(self, one: int, theirs: Iterable[int], *, exact: bool, facing: bool = True) -> None:
        if one not in self.fr.free:
            return
        value = self.fr.values[one]
        for other in theirs:
            candidate = self.en.values[other]
            if other not in self.en.free or (exact and value.mention.value != candidate.mention.value):
                continue
            if same_value(value, candidate, facing=facing):
                self._join(Status.AGREE, one, other)
                return

    def _repeat(self, ours: list[int], theirs: list[int]) -> None:
        """Let a value that one side says twice agree with the one place where the other says it."""
        for one in ours:
            if one in self.fr.free:
                self._again(one, theirs)
        for other in theirs:
            if other in self.en.free:
                match = self._first(ours, other)
                if match is not None:
                    self._join(Status.AGREE, match, other)

    def _again(self, one: int, theirs: list[int], *, facing: bool = True) -> None:
        value = self.fr.values[one]
        for other in theirs:
            if same_value(value, self.en.values[other], facing=facing):
                self._join(Status.AGREE, one, other)
                return

    def _first(self, ours: Iterable[int], other: int, *, facing: bool = True) -> int | None:
        value = self.en.values[other]
        return next((one for one in ours if same_value(self.fr.values[one], value, facing=facing)), None)

    def _join(self, status: Status, one: int, other: int) -> None:
        self.fr.free.discard(one)
        self.en.free.discard(other)
        self.found.append(_fact(status, self.fr.values[one].mention, self.en.values[other].mention))

    def find_bare_numbers(self) -> None:
        """Match numbers with what the facing row says without a unit: 40 networks, 40 d'entre eux."""
        for row in self.rows:
            for side, lang, facing in ((self.fr, Lang.FR, row.en), (self.en, Lang.EN, row.fr)):
                left = [i for i in side.within(row.side(lang)) if i in side.free]
                if left and facing:
                    self._find_bare(side, lang, left, facing)

    def _find_bare(self, side: _Side, lang: Lang, left: list[int], facing: tuple[int, ...]) -> None:
        other = (self.en if lang is Lang.FR else self.fr).article
        bare = dict(_bare_numbers(other, facing, lang.other))
        for number in left:
            mention = side.values[number].mention
            span = bare.get(mention.value) if isinstance(mention.value, float) else None
            if span:
                side.free.discard(number)
                spans = (mention.span, span) if lang is Lang.FR else (span, mention.span)
                self.found.append(
                    Fact(mention.kind, mention.value or 0.0, mention.unit, Status.AGREE, *spans)
                )

    def differ_in_rows(self) -> None:
        """Claim a difference where a row holds one unmatched value of a kind and unit on each side."""
        for row in self.rows:
            ours = [one for one in self.fr.within(row.fr) if self._is_lonely_french(one)]
            theirs = [other for other in self.en.within(row.en) if self._is_lonely_english(other)]
            for one in ours:
                rivals = [other for other in theirs if self._contradict(one, other)]
                if rivals:
                    self._join(Status.DIFFER, one, rivals[0])
                    theirs.remove(rivals[0])

    def _contradict(self, one: int, other: int) -> bool:
        return comparable(self.fr.values[one], self.en.values[other])

    def _is_lonely_french(self, one: int) -> bool:
        """Tell whether nothing that is still free in the English text has this value."""
        value, free = self.fr.values[one], self.en.free
        return one in self.fr.free and not any(
            same_value(value, self.en.values[other], facing=False) for other in free
        )

    def _is_lonely_english(self, other: int) -> bool:
        value, free = self.en.values[other], self.fr.free
        return other in self.en.free and not any(
            same_value(self.fr.values[one], value, facing=False) for one in free
        )

    def agree_anywhere(self) -> None:
        """Match what is left with any place of the other text, a free one before one that is taken."""
        for one in sorted(self.fr.free):
            self._agree(one, sorted(self.en.free), exact=False, facing=False)
        for one in sorted(self.fr.free):
            self._again(one, list(range(len(self.en.values))), facing=False)
        for other in sorted(self.en.free):
            match = self._first(range(len(self.fr.values)), other, facing=False)
            if match is not None:
                self._join(Status.AGREE, match, other)

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


def _bare_numbers(article: Article, segments: Iterable[int], lang: Lang) -> Iterator[tuple[float, Span]]:
    for index in segments:
        segment = article.segments[index]
        for number in find_numbers(segment.span.of(article.text), lang.value):
            yield number.value, Span(number.start, number.end).shifted(segment.start)


def _fact(status: Status, fr: Mention, en: Mention) -> Fact:
    value = fr.value if fr.value is not None else 0.0
    other = en.value if en.value != fr.value else None
    return Fact(fr.kind, value, fr.unit, status, fr.span, en.span, other)


def _alone(status: Status, mention: Mention) -> Fact:
    value = mention.value if mention.value is not None else 0.0
    fr, en = (mention.span, None) if status is Status.FR_ONLY else (None, mention.span)
    return Fact(mention.kind, value, mention.unit, status, fr, en)
