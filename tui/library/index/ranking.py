"""BM25F over segments: how well each article answers the words of a query.

Robertson, Zaragoza, Taylor: Simple BM25 extension to multiple weighted fields (2004). A word's frequency
in the title and in the text are each divided by how long that field is, added with the title's weight, and
then saturated together.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from whoosh.util.numeric import byte_to_length

from tui.library.compile.units import LANGS, Unit
from tui.library.index.disk.schema import BODY, TITLE
from tui.library.index.segment import Segment, fields_of

SATURATION = 1.5
"""BM25's k1: how soon more occurrences stop counting."""

LENGTH = 0.7
"""BM25's b: how much a long text, or title, must repeat a word to count as much."""

RARITY = 1.1
"""Exponent of a word's rarity: sentences hold ordinary words beside the telling ones, which must win."""

KIN = 0.2
"""What a word of the same family counts in the text, beside the word itself: *compositional*, *composition*.
It supports an article that is found, and finds none."""

TITLE_WEIGHT = 1.0
"""How many occurrences in the text one in the title is worth."""

_REMEMBERED = 5_000
"""Words whose frequency is kept: a day's queries."""

_LENGTHS = [byte_to_length(code) for code in range(256)]
Scores = dict[int, float]


class Ranking:
    """The statistics of a whole index, and the scores of words in it."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        """Take the statistics of ``segments``."""
        self._segments = segments
        self._frequencies: dict[Unit, int] = {}
        self.documents = max(1, sum(segment.size for segment in segments))
        self._divisors = {
            field: self._divisor(field, lang) for lang in LANGS for field in (BODY[lang], TITLE[lang])
        }

    def _divisor(self, field: str, lang: str) -> list[float]:
        """Return what a frequency in ``field`` is divided by, for each coded length."""
        count = sum(segment.documents_in(lang) for segment in self._segments)
        total = sum(segment.total_length(field) for segment in self._segments)
        mean = max(1.0, total / max(1, count))
        return [1 - LENGTH + LENGTH * (length or 1) / mean for length in _LENGTHS]

    def rarity(self, unit: Unit) -> float:
        """Return the weight of a word by how few articles have it, both languages together."""
        return self._rarity(self.frequency(unit))

    def _rarity(self, frequency: int) -> float:
        frequency = min(frequency, self.documents)
        return math.pow(math.log(1 + (self.documents - frequency + 0.5) / (frequency + 0.5)), RARITY)

    def frequency(self, unit: Unit) -> int:
        """Return in about how many articles ``unit`` stands; a phrase counts as its rarest word."""
        if unit not in self._frequencies:
            if len(self._frequencies) >= _REMEMBERED:
                self._frequencies.clear()
            self._frequencies[unit] = sum(self._in_language(unit, lang) for lang in LANGS)
        return self._frequencies[unit]

    def _in_language(self, unit: Unit, lang: str) -> int:
        return max((self._in_field(field, unit, lang) for field in fields_of(unit.place, lang)), default=0)

    def _in_field(self, field: str, unit: Unit, lang: str) -> int:
        return sum(
            min(sum(segment.frequency(field, term) for segment in self._segments) for term in sequence)
            for sequence in unit.sequences(lang)
        )

    def scores(self, segment: Segment, unit: Unit, lang: str, among: AbstractSet[int]) -> Scores:
        """Return the score of each document of ``among`` that has ``unit``, or words of its family.

        Where a word with hyphens stands in parts, these count if together they are worth more.
        """
        found = self._whole(segment, unit, lang, among)
        for place, score in self._apart(segment, unit, lang, among).items():
            found[place] = max(score, found.get(place, 0.0))
        return found

    def _apart(self, segment: Segment, unit: Unit, lang: str, among: AbstractSet[int]) -> Scores:
        found: Scores = {}
        for part in unit.parts:
            for place, score in self._whole(segment, part, lang, among).items():
                found[place] = found.get(place, 0.0) + score
        return found

    def _whole(self, segment: Segment, unit: Unit, lang: str, among: AbstractSet[int]) -> Scores:
        sequences = unit.sequences(lang)
        seen: Scores = {}
        for field in fields_of(unit.place, lang):
            weight = TITLE_WEIGHT if field == TITLE[lang] else 1.0
            self._add(seen, segment, field, sequences, weight, among)
            if field == BODY[lang]:
                self._add(seen, segment, field, segment.kin(field, sequences), KIN, among)
        top = self.rarity(unit) * (SATURATION + 1)
        return {place: top * count / (SATURATION + count) for place, count in seen.items()}

    def _add(
        self,
        seen: Scores,
        segment: Segment,
        field: str,
        sequences: Iterable[tuple[str, ...]],
        weight: float,
        among: AbstractSet[int],
    ) -> None:
        divisors = [divisor / weight for divisor in self._divisors[field]]
        lengths = segment.lengths(field)
        for sequence in sequences:
            found = segment.occurrences(field, sequence)
            new = {place: count / divisors[lengths[place]] for place, count in found if place in among}
            if not seen:
                seen.update(new)
                continue
            for place, count in new.items():
                seen[place] = seen.get(place, 0.0) + count


def best_first(scores: Mapping[int, float], segment: Segment, limit: int) -> list[tuple[float, int, int]]:
    """Return the ``limit`` best as (score, moment, article number): the newer of equals first."""
    moments, numbers, gone = segment.moments, segment.numbers, segment.deleted
    alive = {place: score for place, score in scores.items() if place not in gone} if gone else scores
    least = min(heapq.nlargest(limit, alive.values()), default=0.0)
    best = [(score, moments[place], numbers[place]) for place, score in alive.items() if score >= least]
    return heapq.nlargest(limit, best)
