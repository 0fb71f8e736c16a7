"""Which documents of one segment, in one language, satisfy a query."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import reduce
from operator import or_

from tui.frozen import dataclass
from tui.library.compile.plan import Plan, text_leaves
from tui.library.compile.units import Unit
from tui.library.index import Facts
from tui.library.index.ranking import Ranking, Scores
from tui.library.index.segment import Segment
from tui.model.query import And, Dates, Filter, Node, Not, Or, Phrase, TextLeaf, Word

_FAR_PAST, _FAR_FUTURE = 1, 1 << 30
"""Days that no article lies beyond; 0 is an unknown day."""

REPEATED = 2.0
"""BM25's k3: how soon a word stops counting more for being repeated in the query."""

_ENOUGH = 3_000
"""Partial candidates from which a common word may only add to those there are, not bring its own."""

_COMMON = 20
"""A word in more than one article out of this many is common."""


@dataclass(frozen=True, slots=True)
class Side:
    """The documents of ``segment`` in ``lang``: a query is answered for each such side by itself.

    ``known`` remembers, for one search, which documents hold a word.
    """

    segment: Segment
    lang: str
    units: Mapping[TextLeaf, Unit]
    facts: Facts
    known: dict[Unit, AbstractSet[int]]

    def everything(self) -> AbstractSet[int]:
        """Return all documents of this side."""
        lengths = self.segment.lengths_of(self.lang)
        return {place for place, length in enumerate(lengths) if length} - self.segment.deleted

    def matching(self, node: Node, among: AbstractSet[int] | None = None) -> AbstractSet[int]:
        """Return the documents (of ``among``, when given) that satisfy ``node``."""
        if isinstance(node, Word | Phrase):
            found = self._holding(self.units[node])
            return found if among is None else found & among
        if isinstance(node, And):
            return self.all_of(node.parts, among)
        if isinstance(node, Or):
            return reduce(or_, (self.matching(part, among) for part in node.parts))
        return self._chosen(node, self.everything() if among is None else among)

    def _holding(self, unit: Unit) -> AbstractSet[int]:
        """Return the documents that hold ``unit``; every hit's other side asks again."""
        found = self.known.get(unit)
        if found is None:
            found = self.known[unit] = self.segment.matching(unit, self.lang)
        return found

    def _chosen(self, node: Filter | Dates | Not, among: AbstractSet[int]) -> AbstractSet[int]:
        if isinstance(node, Not):
            return among - self.matching(node.part, among)
        if isinstance(node, Filter):
            allowed, numbers = self.facts(node), self.segment.numbers
            return {place for place in among if numbers[place] in allowed}
        first = node.first.toordinal() if node.first else _FAR_PAST
        last = node.last.toordinal() if node.last else _FAR_FUTURE
        days = self.segment.days
        return {place for place in among if first <= days[place] <= last}

    def all_of(self, nodes: Iterable[Node], among: AbstractSet[int] | None = None) -> AbstractSet[int]:
        """Return the documents that satisfy every one of ``nodes``, text first."""
        for node in sorted(nodes, key=lambda node: not any(text_leaves(node))):
            among = self.matching(node, among)
        return self.everything() if among is None else among

    def wanted(self, plan: Plan) -> tuple[Node, ...]:
        """Return the words of ``plan`` that are not too small for this language; all, if all are."""
        return tuple(word for word in plan.words if not self._is_small(word)) or plan.words

    def _is_small(self, node: Node) -> bool:
        return isinstance(node, Word) and self.lang in self.units[node].small

    def full(self, plan: Plan) -> AbstractSet[int]:
        """Return the documents that hold every word and meet every condition."""
        return self.all_of((*self.wanted(plan), *plan.required, *plan.conditions))

    def score(self, leaves: Sequence[TextLeaf], ranking: Ranking, among: AbstractSet[int]) -> Scores:
        """Return the score of each document of ``among``."""
        weights = self._weights(leaves)
        total: Scores = dict.fromkeys(among, 0.0)
        for unit, weight in weights:
            scores = ranking.scores(self.segment, unit, self.lang, among)
            if len(weights) == 1 and len(scores) == len(total):
                return scores
            for place, score in scores.items():
                total[place] += weight * score
        return total

    def _weights(self, leaves: Iterable[TextLeaf]) -> list[tuple[Unit, float]]:
        """Return each word once, with what it weighs: more when the query repeats it, but not as often."""
        counts = Counter(self.units[leaf] for leaf in leaves)
        return [(unit, count * (REPEATED + 1) / (count + REPEATED)) for unit, count in counts.items()]

    def partial(self, plan: Plan, ranking: Ranking) -> Scores:
        """Return the score of each document that holds some of the words and meets every condition."""
        leaves = [leaf for word in self.wanted(plan) for leaf in text_leaves(word)]
        strict = (*plan.required, *plan.conditions)
        found = self._holding_some(dict.fromkeys(self.units[leaf] for leaf in leaves), ranking)
        allowed = self.all_of(strict, found) if strict else found
        required = [leaf for part in plan.required for leaf in text_leaves(part)]
        return self.score([*leaves, *required], ranking, allowed)

    def _holding_some(self, units: Iterable[Unit], ranking: Ranking) -> AbstractSet[int]:
        """Return the documents that hold any of ``units``, the rarest first: common ones may be let be."""
        found: set[int] = set()
        for unit in sorted(units, key=ranking.frequency):
            common = ranking.frequency(unit) * _COMMON > ranking.documents
            if not common or len(found) <= _ENOUGH:
                found = found.union(*map(self._holding, (unit, *unit.parts)))
        return found

    def held(self, plan: Plan, place: int) -> set[int]:
        """Return which words of ``plan`` (by index) a document holds; too small ones count as held."""
        return {
            index
            for index, word in enumerate(plan.words)
            if self._is_small(word) or place in self.matching(word, {place})
        }

    def holds_any(self, leaves: Iterable[TextLeaf], place: int) -> bool:
        """Tell whether a document holds any of the words and phrases."""
        return any(place in self._holding(self.units[leaf]) for leaf in leaves)
