"""One search over all segments: full hits before partial ones, the two sides of a pair as one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from heapq import nlargest
from operator import attrgetter

from tui.frozen import dataclass
from tui.library.compile.plan import Plan
from tui.library.compile.units import LANGS, Unit
from tui.library.index import Facts, Found, Partners, Results
from tui.library.index.matching import Side
from tui.library.index.ranking import Ranking, best_first
from tui.library.index.segment import Segment
from tui.model.query import TextLeaf

_WIDER = 3
"""How many more hits than asked for are looked at, since pairs fold two into one."""

_SENTENCE = 6
"""Words beyond which a query is a sentence: hardly an article holds them all, and that one is not
better for holding the last of them, so strength alone decides."""

_PARTIAL = 200
"""Partial hits looked at, at least: among them are the pairs whose sides hold all words together."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    score: float
    moment: int
    number: int
    side: Side
    partial: bool

    @property
    def order(self) -> tuple[float, int]:
        return (self.score, self.moment)

    @property
    def tiered(self) -> tuple[bool, float, int]:
        return (not self.partial, self.score, self.moment)


class Search:
    """A query being answered."""

    def __init__(
        self,
        segments: Sequence[Segment],
        plan: Plan,
        units: Mapping[TextLeaf, Unit],
        facts: Facts,
        partners: Partners,
    ) -> None:
        """Answer ``plan``, its words resolved into ``units``, over ``segments``."""
        self._segments = segments
        self._plan = plan
        self._units = units
        self._partners = partners
        for segment in segments:
            segment.forget_phrases()
        self._sides = [Side(segment, lang, units, facts, {}) for segment in segments for lang in LANGS]

    def ranked(self, ranking: Ranking, limit: int) -> Results:
        """Return the best hits."""
        total, best = 0, []
        for side in self._sides:
            full = side.full(self._plan)
            total += len(full)
            scores = side.score(self._plan.leaves(), ranking, full)
            best += self._candidates(best_first(scores, side.segment, limit * _WIDER), side, partial=False)
        if total < limit and len(self._plan.words) > 1:
            best += self._partial(ranking, max(_PARTIAL, limit * _WIDER), {one.number for one in best})
        return Results(tuple(self._folded(best, limit)), total, self._units)

    def newest(self, limit: int) -> Results:
        """Return the newest of those that hold every word."""
        total, best = 0, []
        for side in self._sides:
            full = side.full(self._plan)
            total += len(full)
            newest = ((0.0, moment, number) for moment, number in side.segment.newest(full, limit * 2))
            best += self._candidates(newest, side, partial=False)
        return Results(tuple(self._folded(best, limit)), total, self._units)

    @staticmethod
    def _candidates(
        found: Iterator[tuple[float, int, int]] | list[tuple[float, int, int]], side: Side, *, partial: bool
    ) -> list[_Candidate]:
        return [_Candidate(score, moment, number, side, partial) for score, moment, number in found]

    def _partial(self, ranking: Ranking, limit: int, known: set[int]) -> list[_Candidate]:
        found = []
        for side in self._sides:
            scores = side.partial(self._plan, ranking)
            best = best_first(scores, side.segment, limit + len(known))
            new = [one for one in best if one[2] not in known][:limit]
            found += self._candidates(new, side, partial=True)
        return self._completed(nlargest(limit, found, key=lambda one: one.order))

    def _completed(self, candidates: list[_Candidate]) -> list[_Candidate]:
        """Mark as full those partial hits whose pair holds all words, some on each side."""
        partners = self._partners([one.number for one in candidates])
        return [
            replace(one, partial=False) if self._complete(one, partners.get(one.number)) else one
            for one in candidates
        ]

    def _complete(self, one: _Candidate, partner: int | None) -> bool:
        other = None if partner is None else self._place(partner)
        place = one.side.segment.place_of(one.number)
        if other is None or place is None:
            return False
        held = one.side.held(self._plan, place) | other[0].held(self._plan, other[1])
        return len(held) == len(self._plan.words)

    def _place(self, number: int) -> tuple[Side, int] | None:
        for side in self._sides:
            place = side.segment.place_of(number)
            if place is not None and side.segment.lengths_of(side.lang)[place]:
                return side, place
        return None

    def _folded(self, candidates: list[_Candidate], limit: int) -> Iterator[Found]:
        """Yield the best first, the two sides of a pair once."""
        order = attrgetter("order" if self._is_sentence() else "tiered")
        ordered = sorted(candidates, key=order, reverse=True)
        partners = self._partners([one.number for one in ordered])
        seen: set[int] = set()
        for one in ordered:
            if one.number not in seen and limit > 0:
                partner = partners.get(one.number)
                seen |= {one.number} if partner is None else {one.number, partner}
                limit -= 1
                yield self._found(one, partner)

    def _is_sentence(self) -> bool:
        return any(len(side.wanted(self._plan)) > _SENTENCE for side in self._sides)

    def _found(self, one: _Candidate, partner: int | None) -> Found:
        matched = [one.side.lang]
        other = None if partner is None else self._place(partner)
        if other and other[0].holds_any(self._plan.leaves(), other[1]):
            matched.append(other[0].lang)
        return Found(one.number, one.score, one.side.lang, one.partial, partner, tuple(matched))
