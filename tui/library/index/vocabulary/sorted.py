"""The terms of a field in order, with their frequencies, in a few bytes each."""

from __future__ import annotations

import heapq
import time
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate, islice

_LAST = b"\xff"
"""Greater than any byte of a term's UTF-8."""


class Vocabulary:
    """Sorted terms, each with the number of documents that have it."""

    __slots__ = ("_blob", "_ends", "_frequencies")

    def __init__(self, blob: bytes, ends: array[int], frequencies: array[int]) -> None:
        """Keep ``blob``, the terms' UTF-8 end to end; ``ends`` says where each ends, beginning with 0."""
        self._blob = blob
        self._ends = ends
        self._frequencies = frequencies

    @classmethod
    def read(cls, chunks: Iterable[tuple[list[bytes], array[int]]]) -> Vocabulary:
        """Collect terms and their frequencies, which come in order, letting other threads breathe."""
        blob = bytearray()
        ends, frequencies = array("I", [0]), array("I")
        for terms, counted in chunks:
            ends.extend(islice(accumulate(map(len, terms), initial=len(blob)), 1, None))
            blob += b"".join(terms)
            frequencies.extend(counted)
            time.sleep(0)
        return cls(bytes(blob), ends, frequencies)

    def __len__(self) -> int:
        return len(self._frequencies)

    def _term(self, index: int) -> bytes:
        return self._blob[self._ends[index] : self._ends[index + 1]]

    def term(self, index: int) -> str:
        """Return term number ``index``."""
        return self._term(index).decode()

    def _range(self, prefix: str) -> range:
        key = prefix.encode()
        numbers = range(len(self))
        return range(
            bisect_left(numbers, key, key=self._term), bisect_left(numbers, key + _LAST, key=self._term)
        )

    def __contains__(self, term: str) -> bool:
        return self.frequency(term) > 0

    def frequency(self, term: str) -> int:
        """Return in how many documents ``term`` stands."""
        at = bisect_left(range(len(self)), term.encode(), key=self._term)
        return self._frequencies[at] if at < len(self) and self.term(at) == term else 0

    def most_frequent(self, prefix: str, limit: int) -> list[tuple[str, int]]:
        """Return the ``limit`` most frequent terms that begin with ``prefix``, with their frequencies."""
        chosen = heapq.nlargest(limit, self._range(prefix), key=self._frequencies.__getitem__)
        return [(self.term(at), self._frequencies[at]) for at in chosen]

    def near(self, first: str, shortest: int, longest: int) -> Iterator[tuple[str, int]]:
        """Yield terms that begin with ``first`` and are from ``shortest`` to ``longest`` bytes long."""
        ends = self._ends
        for at in self._range(first):
            if shortest <= ends[at + 1] - ends[at] <= longest:
                yield self.term(at), self._frequencies[at]
