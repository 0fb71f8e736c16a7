"""Postings gathered by term as they come, so that none is sorted, pickled or handed on by itself.

Whoosh's own pool keeps one tuple a posting and sorts and pickles each: two thirds of the time indexing takes.
"""

from __future__ import annotations

import heapq
import marshal
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from whoosh.util import random_name
from whoosh.writing import SegmentWriter

from tui.library.index.disk.schema import BODY, PAIRS, encode_positions, small_pairs

_MEMORY = 96 << 20
"""Bytes of postings held before a run of them is written: about 5,000 articles."""

_POSTING = 24
"""Bytes that a posting takes beside its value's: number, weight, and the value's place in a list."""

_OBJECT = 40
"""Bytes that Python adds to each value."""

_TERM = 400
"""Bytes that a term takes beside its postings."""


class Gathered(NamedTuple):
    """All postings of one term, by document number; ``values`` are encoded positions."""

    field: str
    term: bytes
    numbers: array[int]
    weights: array[float]
    values: list[bytes]


class _Held(NamedTuple):
    numbers: array[int]
    weights: array[float]
    values: list[bytes]

    def take(self, number: int, weight: float, value: bytes) -> None:
        self.numbers.append(number)
        self.weights.append(weight)
        self.values.append(value)


def _nothing() -> _Held:
    return _Held(array("I"), array("f"), [])


class Gatherer:
    """Holds postings until a segment is written; takes the place of Whoosh's ``PostingPool``."""

    def __init__(self, store: Any, memory: int = _MEMORY) -> None:
        """Keep up to ``memory`` bytes here, the rest in files of the temporary ``store``."""
        self._store = store
        self._memory = memory
        self._size = 0
        self._terms: defaultdict[str, dict[str, _Held]] = defaultdict(dict)
        self._runs: list[str] = []

    def take(self, field: str, number: int, places: Mapping[str, list[int]]) -> int:
        """Take the terms of a document with their positions; return how many words these are."""
        terms, known, count, size = self._terms[field], len(self._terms[field]), 0, 0
        for term, positions in places.items():
            held = terms.get(term)
            if held is None:
                held = terms[term] = _nothing()
            numbers, weights, values = held  # by hand: a call for each costs a tenth of all indexing
            frequency = len(positions)
            value = encode_positions(positions)
            numbers.append(number)
            weights.append(frequency)
            values.append(value)
            count += frequency
            size += len(value)
        self._grow(size + len(places) * (_POSTING + _OBJECT) + (len(terms) - known) * _TERM)
        return count

    def count(self, field: str, number: int, counted: Mapping[str, int]) -> None:
        """Take terms of a document of which it matters only how often they stand."""
        terms = self._terms[field]
        for term, frequency in counted.items():
            held = terms.get(term)
            if held is None:
                held = terms[term] = _nothing()
            held.take(number, frequency, b"")
        self._grow(len(counted) * _POSTING)

    def add(self, item: tuple[str, bytes, int, float, bytes | None]) -> None:
        """Take one posting, as Whoosh hands them over where it merges segments."""
        field, term, number, weight, value = item
        terms, name = self._terms[field], term.decode()
        if name not in terms:
            terms[name] = _nothing()
        terms[name].take(number, weight, value or b"")
        self._grow(_POSTING + _OBJECT + len(value or b""))

    def _grow(self, size: int) -> None:
        self._size += size
        if self._size > self._memory:
            self._spill()

    def _sorted(self) -> Iterator[Gathered]:
        """Yield what is held, in order: that of UTF-8 is that of characters."""
        for field in sorted(self._terms):
            terms = self._terms[field]
            for term in sorted(terms):
                yield Gathered(field, term.encode(), *terms[term])

    def _spill(self) -> None:
        name = f"{random_name()}.run"
        with self._store.create_file(name).raw_file() as file:
            for one in self._sorted():
                marshal.dump(
                    (one.field, one.term, one.numbers.tobytes(), one.weights.tobytes(), one.values), file
                )
        self._runs.append(name)
        self._terms.clear()
        self._size = 0

    def _read(self, name: str) -> Iterator[Gathered]:
        with self._store.open_file(name).raw_file() as file:
            while True:
                try:
                    field, term, numbers, weights, values = marshal.load(file)  # noqa: S302 - written above
                except EOFError:
                    return
                yield Gathered(field, term, array("I", numbers), array("f", weights), values)

    def iter_postings(self) -> Iterator[Gathered]:
        """Yield the terms in order, each with all its postings: earlier runs hold earlier documents."""
        if not self._runs:
            yield from self._sorted()
            return
        sources = (*map(self._read, self._runs), self._sorted())
        merged = heapq.merge(*sources, key=itemgetter(0, 1))
        for (field, term), parts in groupby(merged, key=itemgetter(0, 1)):
            yield _joined(field, term, parts)

    def cleanup(self) -> None:
        """Forget everything; the files go with the temporary store."""
        self._terms.clear()
        self._runs.clear()


def _joined(field: str, term: bytes, parts: Iterable[Gathered]) -> Gathered:
    whole = Gathered(field, term, array("I"), array("f"), [])
    for part in parts:
        whole.numbers.extend(part.numbers)
        whole.weights.extend(part.weights)
        whole.values.extend(part.values)
    return whole


class GatheringWriter(SegmentWriter):  # type: ignore[misc]
    """Whoosh's writer of a segment, with postings gathered by term."""

    def __init__(self, index: Any, **options: Any) -> None:
        """Open a writer of ``index``; ``options`` are Whoosh's."""
        super().__init__(index, **options)
        self.pool = Gatherer(self.temp_storage())

    def add_document(self, **fields: Any) -> None:
        """Take one document: the terms of its texts, and its numbers as columns."""
        writer = self.perdocwriter
        writer.start_doc(self.docnum)
        for name, value in fields.items():
            field = self.schema[name]
            if field.indexed:
                places = field.analyzer.positions(value)
                writer.add_field(name, field, None, self.pool.take(name, self.docnum, places))
                lang = field.analyzer.lang
                if name == BODY[lang]:
                    self.pool.count(PAIRS[lang], self.docnum, small_pairs(places, lang))
            else:
                writer.add_column_value(name, field.column_type, value)
        writer.finish_doc()
        self._added = True
        self.docnum += 1

    def segment(self) -> Any:
        """Finish the segment for another writer to commit, None where there is nothing in it.

        The temporary files' folder is that of all writers of an index: whoever commits takes it away.
        """
        if self._added:
            return self._finalize_segment()
        self._close_segment()
        return None
