"""One segment of the index as sets and scores: what stands where, without Whoosh's one-at-a-time matchers."""

from __future__ import annotations

import heapq
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from itertools import chain, pairwise, repeat
from operator import lt, rshift
from typing import Any
from weakref import finalize

from whoosh.reading import TermNotFound

from tui.errors import IndexDamagedError
from tui.library.compile.units import Sequence, Unit
from tui.library.index.disk.blocks import POSITION_BITS
from tui.library.index.disk.schema import (
    BODY,
    DAY,
    MOMENT,
    NUMBER,
    PAIRS,
    TITLE,
    BulkColumn,
    CompactPositions,
    pair_of,
)
from tui.library.index.vocabulary.sorted import Vocabulary
from tui.model.query import Place
from tui.text.chain import small_terms

_FORMAT = CompactPositions()
_REMEMBERED = 80_000
"""Document numbers a segment keeps in sets for the next letter typed; about 6 MB."""

KIN_LETTERS = 6
"""Letters that words of a family begin with: five bring strangers together, eight part *distribution* from
*distributive*."""

_KIN_MOST = 20
"""Words of a family that are read, the most frequent: the others are slips of the pen."""

_LAST_DAY = date.max.toordinal()

_PHRASES = 8
"""Phrases of one search that are remembered: of its words, in both fields."""


def _close(*readers: Any) -> None:
    for reader in readers:
        reader.close()


class Segment:
    """The documents of one segment, by their place in it."""

    def __init__(self, storage: Any, segment: Any) -> None:
        """Open the files of Whoosh's ``segment`` in ``storage``."""
        codec = segment.codec()
        self._terms = codec.terms_reader(storage, segment)
        self._documents = codec.per_document_reader(storage, segment)
        self._known = frozenset(self._terms.indexed_field_names())
        self.size: int = segment.doc_count_all()
        self.deleted: AbstractSet[int] = frozenset(segment.deleted_docs())
        self.numbers = self._column(NUMBER, "i")
        self.days = self._column(DAY, "i")
        self.moments = self._column(MOMENT, "i")
        self._lengths: dict[str, array[int]] = {}
        self._vocabularies: dict[str, Vocabulary] = {}
        self._sets: dict[tuple[str, str], frozenset[int]] = {}
        self._set_sizes = 0
        self._phrases: dict[tuple[str, Sequence], Mapping[int, float]] = {}
        numbers = self.numbers.tolist()
        self._ascending = all(map(lt, numbers, numbers[1:]))
        self._let_go = finalize(self, _close, self._terms, self._documents)
        self._check()

    def _check(self) -> None:
        """Raise IndexDamagedError where a column holds what no article has: nothing else would tell."""
        numbers = self.numbers
        single = self._ascending or len(set(numbers)) == self.size
        sound = single and min(numbers[:1] if self._ascending else numbers, default=1) > 0
        if not sound or not 0 <= max(self.days, default=0) <= _LAST_DAY or min(self.moments, default=0) < 0:
            self._let_go()
            message = "a column of the search index holds impossible numbers"
            raise IndexDamagedError(message)

    @property
    def highest(self) -> int:
        """The highest number of an article."""
        return max(self.numbers, default=0)

    def close(self) -> None:
        """Let go of the files, as happens by itself after the last search that uses them."""
        self._let_go()

    def _column(self, name: str, code: str) -> array[int]:
        if not self._documents.has_column(name):
            return array(code, [0]) * self.size
        numbers: array[int] = self._documents.column_reader(name, BulkColumn(code)).all()
        return numbers

    def lengths(self, field: str) -> array[int]:
        """Return the length of ``field`` in each document, in Whoosh's one-byte code."""
        if field not in self._lengths:
            self._lengths[field] = self._column(f"_{field}_len", "B")
        return self._lengths[field]

    def lengths_of(self, lang: str) -> array[int]:
        """Return the length of the text of each document, 0 where it is not in ``lang``."""
        return self.lengths(BODY[lang])

    def total_length(self, field: str) -> int:
        """Return how many words ``field`` holds in all documents."""
        total: int = self._documents.field_length(field)
        return total

    def documents_in(self, lang: str) -> int:
        """Return how many documents are in ``lang``, deleted ones included."""
        return self.size - self.lengths_of(lang).tobytes().count(0)

    def vocabulary(self, field: str) -> Vocabulary:
        """Return the terms of ``field`` with their frequencies, reading them the first time."""
        if field not in self._vocabularies:
            self._vocabularies[field] = Vocabulary.read(
                (chunk.terms, chunk.frequencies) for chunk in self._terms.chunks(field)
            )
        return self._vocabularies[field]

    @property
    def is_loaded(self) -> bool:
        """Tell whether the terms of all fields have been read."""
        return len(self._vocabularies) == len(BODY) + len(TITLE)

    def place_of(self, number: int) -> int | None:
        """Return where article ``number`` is, or None."""
        if self._ascending:
            at = bisect_left(self.numbers, number)
            found = at if at < self.size and self.numbers[at] == number else None
        else:
            found = self.numbers.index(number) if number in self.numbers else None
        return None if found in self.deleted else found

    def frequency(self, field: str, term: str) -> int:
        """Return in how many documents ``term`` stands."""
        if field not in self._known:
            return 0
        try:
            return int(self._terms.doc_frequency(field, term.encode()))
        except TermNotFound:
            return 0

    def _matcher(self, field: str, term: str) -> Any:
        if field not in self._known:
            return None
        try:
            return self._terms.matcher(field, term.encode(), _FORMAT)
        except TermNotFound:
            return None

    def having(self, field: str, term: str) -> frozenset[int]:
        """Return the documents that have ``term``."""
        key = (field, term)
        if key not in self._sets:
            matcher = self._matcher(field, term)
            self._remember(key, frozenset(matcher.numbers()) if matcher else frozenset())
        return self._sets[key]

    def _remember(self, key: tuple[str, str], documents: frozenset[int]) -> None:
        while self._sets and self._set_sizes + len(documents) > _REMEMBERED:
            self._set_sizes -= len(self._sets.pop(next(iter(self._sets))))
        self._sets[key] = documents
        self._set_sizes += len(documents)

    def weighted(self, field: str, term: str) -> tuple[list[int], list[float]]:
        """Return the documents that have ``term``, and how often."""
        matcher = self._matcher(field, term)
        return matcher.weighted() if matcher else ([], [])

    def phrase(self, field: str, sequence: Sequence) -> Mapping[int, float]:
        """Return the documents where the terms follow one another, and how often.

        The last ones are remembered, for one search asks where a phrase is and then how often.
        """
        key = (field, sequence)
        if key not in self._phrases:
            while len(self._phrases) >= _PHRASES:
                self._phrases.pop(next(iter(self._phrases)))
            self._phrases[key] = self._phrase(field, sequence)
        return self._phrases[key]

    def forget_phrases(self) -> None:
        """Remember no phrase beyond a search: one of common words fills megabytes."""
        self._phrases.clear()

    def _phrase(self, field: str, sequence: Sequence) -> Mapping[int, float]:
        pairs = [(PAIRS[lang], pair) for lang, pair in _small_pairs(field, sequence)]
        if pairs and len(sequence) == 2:
            return dict(zip(*self.weighted(*pairs[0]), strict=True))
        needed = [*pairs, *((field, term) for term in sequence)]
        wanted = sorted(frozenset.intersection(*(self.having(*term) for term in needed)))
        order = sorted(enumerate(sequence), key=lambda pair: len(self.having(field, pair[1])))
        (offset, rarest), *others = order
        starts = set(chain.from_iterable(self._keys(field, rarest, wanted, offset)))
        for offset, term in others:
            starts = set(
                chain.from_iterable(map(starts.intersection, self._keys(field, term, wanted, offset)))
            )
        return Counter(map(rshift, starts, repeat(POSITION_BITS)))

    def _keys(self, field: str, term: str, wanted: list[int], offset: int) -> Iterable[Iterable[int]]:
        matcher = self._matcher(field, term) if wanted else None
        return matcher.keys_of(wanted, offset) if matcher else ()

    def kin(self, field: str, sequences: tuple[Sequence, ...]) -> tuple[Sequence, ...]:
        """Return the other words of a long word's family: those that begin with the same letters."""
        if len(sequences) != 1 or len(sequences[0]) != 1 or field not in self._known:
            return ()
        term = sequences[0][0]
        if len(term) < KIN_LETTERS or not term.isalpha():
            return ()
        head = term[:KIN_LETTERS].encode()
        family: list[tuple[int, str]] = []
        for other, frequency in self._terms.frequencies_from(field, head):
            if not other.startswith(head):
                break
            family.append((frequency, other.decode()))
        return tuple((other,) for _, other in heapq.nlargest(_KIN_MOST, family) if other != term)

    def occurrences(self, field: str, sequence: Sequence) -> Iterable[tuple[int, float]]:
        """Return the documents where ``sequence`` stands, each once, and how often."""
        if len(sequence) == 1:
            return zip(*self.weighted(field, sequence[0]), strict=True)
        return self.phrase(field, sequence).items()

    def matching(self, unit: Unit, lang: str) -> AbstractSet[int]:
        """Return the documents in ``lang`` that ``unit`` asks for."""
        found: set[int] = set()
        sets = [
            self.having(field, sequence[0]) if len(sequence) == 1 else self.phrase(field, sequence).keys()
            for field in fields_of(unit.place, lang)
            for sequence in unit.sequences(lang)
        ]
        return sets[0] if len(sets) == 1 else found.union(*sets)

    def numbered(self, places: Collection[int]) -> set[int]:
        """Return the article numbers of ``places``, without deleted ones."""
        numbers = self.numbers
        return {numbers[place] for place in places if place not in self.deleted}

    def newest(self, places: AbstractSet[int], limit: int) -> list[tuple[int, int]]:
        """Return (moment, article number) of the newest of ``places``."""
        alive = places - self.deleted if self.deleted else places
        chosen = heapq.nlargest(limit, alive, key=self.moments.__getitem__)
        return [(self.moments[place], self.numbers[place]) for place in chosen]


def _small_pairs(field: str, sequence: Sequence) -> list[tuple[str, str]]:
    """Return the pairs of small words in ``sequence`` that are indexed, with their language: texts alone."""
    return [
        (lang, pair_of(*two))
        for lang, body in BODY.items()
        if field == body
        for two in pairwise(sequence)
        if small_terms(lang).issuperset(two)
    ]


def fields_of(place: Place, lang: str) -> tuple[str, ...]:
    """Return the fields that a word asked for at ``place`` may stand in."""
    both = {Place.TITLE: (TITLE[lang],), Place.BODY: (BODY[lang],)}
    return both.get(place, (BODY[lang], TITLE[lang]))
