"""A Whoosh codec whose blocks of postings are small, quick to read, and hold no pickle.

Whoosh keeps the name of the codec's class with each segment; ``IndexWriter(codec=…)`` is its public way in.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3LeafMatcher, W3PostingsWriter

from tui.errors import IndexDamagedError
from tui.library.index.disk import blocks
from tui.library.index.disk.gathering import Gathered

_MAGIC = b"VVp1"
_INT = 4
"""Bytes of the number before each block: its length, negative for the last one of a term."""

_BLOCK = 256
"""Postings in a block: small enough that a phrase reads few positions in vain."""


class BlockWriter(W3PostingsWriter):  # type: ignore[misc]
    """Writes the postings of one term after the other."""

    _ids: array[int]
    _weights: array[float]
    _values: list[bytes]
    _maxweight: float

    def add_gathered(self, gathered: Gathered) -> None:
        """Take all postings of the term that was begun; the last block is left to ``finish_postings``."""
        size = self._blocklimit
        for start in range(0, len(gathered.numbers), size):
            if self._ids:
                self._write_block()
            self._ids = gathered.numbers[start : start + size]
            self._weights = gathered.weights[start : start + size]
            self._values = gathered.values[start : start + size]
            self._maxweight = max(self._weights)

    def _write_block(self, *, last: bool = False) -> None:
        if not self._blockcount:
            self._postfile.write(_MAGIC)
        self._terminfo.add_block(self)
        fixed = self._format.fixed_value_size()
        data = blocks.pack(self._ids, self._weights, self._values, -1 if fixed is None else fixed)
        self._postfile.write_int(-len(data) if last else len(data))
        self._postfile.write(data)
        self._blockcount += 1
        self._new_block()


class BlockMatcher(W3LeafMatcher):  # type: ignore[misc]
    """Reads the postings of one term: in Whoosh's way for its merging, block by block for ours."""

    _lastblock: bool
    _ids: list[int] | None
    _weights: Any
    _values: Any

    def _read_header(self) -> None:
        if self._postfile.get(self._startoffset, len(_MAGIC)) != _MAGIC:
            message = "a list of postings does not begin as it should"
            raise IndexDamagedError(message)
        self._baseoffset = self._startoffset + len(_MAGIC)

    def _goto(self, position: int) -> None:
        self._data = self._ids = self._weights = self._values = None
        self._i = 0
        length = self._postfile.get_int(position)
        self._lastblock = self._lastblock or length < 0
        begin = position + _INT
        self._nextoffset = begin + abs(length)
        self._header = blocks.unpack_header(self._postfile.get(begin, blocks.HEADER.size))
        self._dataoffset = begin + blocks.HEADER.size
        self._blocklength = self._header.count
        self._maxid, self._maxweight = self._header.last, self._header.weight
        self._minlength, self._maxlength, self._compression = 0, 1 << 30, 0

    def _read_ids(self) -> None:
        size = self._header.numbers_size
        self._ids = blocks.unpack_numbers(self._header, self._postfile.get(self._dataoffset, size))

    def _read_weights(self) -> None:
        start = self._dataoffset + self._header.numbers_size
        data = self._postfile.get(start, self._header.weights_size)
        self._weights = blocks.unpack_weights(self._header, data)

    def _read_values(self) -> None:
        size = self._header.values_size
        data = self._postfile.get(self._nextoffset - size, size)
        if self._weights is None:
            self._read_weights()
        self._values = blocks.unpack_values(self._header, self._weights, data, self._fixedsize or -1)

    def all_ids(self) -> Iterator[int]:
        """Yield the document numbers that are left."""
        while not self._atend:
            yield from self._block_numbers()[self._i :]
            self._next_block()

    def _block_numbers(self) -> list[int]:
        if self._ids is None:
            self._read_ids()
        return self._ids or []

    def numbers(self) -> list[int]:
        """Return all document numbers, in order."""
        found: list[int] = []
        while not self._atend:
            found.extend(self._block_numbers())
            self._next_block()
        return found

    def weighted(self) -> tuple[list[int], list[float]]:
        """Return all document numbers, in order, and the weight of each."""
        found: list[int] = []
        weights: list[float] = []
        while not self._atend:
            found.extend(self._block_numbers())
            self._read_weights()
            weights.extend(self._weights)
            self._next_block()
        return found, weights

    def values_of(self, wanted: Sequence[int]) -> Iterator[tuple[int, bytes]]:
        """Yield the value of each document in ``wanted`` (in order) that has this term."""
        at = 0
        while not self._atend and at < len(wanted):
            if self._maxid < wanted[at]:
                self._next_block()
                continue
            places = {number: place for place, number in enumerate(self._block_numbers())}
            self._read_values()
            while at < len(wanted) and wanted[at] <= self._maxid:
                if wanted[at] in places:
                    yield wanted[at], self._values[places[wanted[at]]]
                at += 1


class TermWriter(W3FieldWriter):  # type: ignore[misc]
    """Writes terms with all their postings at once, without how long the field of each posting is."""

    def add_postings(self, schema: Any, _lengths: Any, gathered: Iterable[Gathered]) -> None:
        """Write ``gathered``, in the order of fields and terms."""
        for field, terms in groupby(gathered, key=itemgetter(0)):
            self.start_field(field, schema[field])
            for term in terms:
                self.start_term(term.term)
                self._postwriter.add_gathered(term)
                self.finish_term()
            self.finish_field()


class BlockCodec(W3Codec):  # type: ignore[misc]
    """Whoosh's own codec with our blocks of postings."""

    def __init__(self) -> None:
        """Use Whoosh's settings but for the size of blocks."""
        super().__init__(blocklimit=_BLOCK)

    def field_writer(self, storage: Any, segment: Any) -> TermWriter:
        """Return what writes the terms of a segment."""
        return TermWriter(self, storage, segment)

    def postings_writer(self, dbfile: Any, byteids: bool = False) -> W3PostingsWriter:  # noqa: FBT001, FBT002 - Whoosh's
        """Return what writes postings; lists of words instead of numbers stay Whoosh's."""
        if byteids:
            return super().postings_writer(dbfile, byteids=True)
        return BlockWriter(dbfile, blocklimit=self._blocklimit, byteids=False, inlinelimit=self._inlinelimit)

    def postings_reader(
        self, dbfile: Any, terminfo: Any, format_: Any, term: Any = None, scorer: Any = None
    ) -> BlockMatcher:
        """Return what reads the postings of a term."""
        offset, length = terminfo.extent()
        return BlockMatcher(dbfile, offset, length, format_, term=term, scorer=scorer)
