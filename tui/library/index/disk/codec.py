"""A Whoosh codec whose blocks of postings are small, quick to read, and hold no pickle.

Whoosh keeps the name of the codec's class with each segment; ``IndexWriter(codec=…)`` is its public way in.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3LeafMatcher, W3PostingsWriter, W3TermInfo

from tui.errors import IndexDamagedError
from tui.library.index.disk import blocks
from tui.library.index.disk.gathering import Gathered
from tui.library.index.disk.schema import decode_positions
from tui.library.index.disk.termlist import TermList, TermListReader

_MAGIC = b"VVp1"
_INT = 4
"""Bytes of the number before each block: its length, negative for the last one of a term."""

_BLOCK = 256
"""Postings in a block: small enough that a phrase reads few positions in vain."""


_APIECE = 20
"""Positions that are decoded, with all others of a block, in the time that a document by itself takes."""


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

    def keys_of(self, wanted: Sequence[int], offset: int) -> Iterator[Iterable[int]]:
        """Yield, by the block, ``blocks.key`` of positions less ``offset`` in documents ``wanted``, in order.

        Where that is sooner done, all positions of a block are given.
        """
        at = 0
        while not self._atend and at < len(wanted):
            end = bisect_right(wanted, self._maxid, at)
            if end > at:
                yield self._block_keys(wanted[at:end], offset)
            at = end
            self._next_block()

    def _block_keys(self, wanted: Sequence[int], offset: int) -> Iterable[int]:
        numbers = self._block_numbers()
        self._read_weights()
        total = sum(self._weights)
        if len(wanted) * (_APIECE + total / len(numbers)) > total:
            size = self._header.values_size
            data = self._postfile.get(self._nextoffset - size, size)
            keys = blocks.unpack_keys(self._header, numbers, self._weights, data, offset)
            if keys is not None:
                return keys
        return self._keys_by_document(wanted, offset)

    def _keys_by_document(self, wanted: Sequence[int], offset: int) -> Iterator[int]:
        places = {number: place for place, number in enumerate(self._block_numbers())}
        self._read_values()
        for number in filter(places.__contains__, wanted):
            base = blocks.key(number, -offset)
            for position in decode_positions(self._values[places[number]]):
                yield base + position


class TermWriter(W3FieldWriter):  # type: ignore[misc]
    """Writes terms with all their postings at once, without how long the field of each posting is."""

    def __init__(self, codec: W3Codec, storage: Any, segment: Any) -> None:
        """Write the files of ``segment``: Whoosh's own would open its own list of terms."""
        self._codec, self._storage, self._segment = codec, storage, segment
        self._terms = TermList(self._create_file(W3Codec.TERMS_EXT))
        self._postfile = self._create_file(W3Codec.POSTS_EXT)
        self.is_closed = False

    def add_postings(self, schema: Any, _lengths: Any, gathered: Iterable[Gathered]) -> None:
        """Write ``gathered``, in the order of fields and terms."""
        for field, terms in groupby(gathered, key=itemgetter(0)):
            self._terms.start(field)
            postings = self._codec.postings_writer(self._postfile)
            for term in terms:
                postings.start_postings(schema[field].format, W3TermInfo())
                postings.add_gathered(term)
                info = postings.finish_postings()
                self._terms.add(term.term, info.doc_frequency(), *info.extent())

    def close(self) -> None:
        """Finish both files."""
        self._terms.close()
        self._postfile.close()
        self.is_closed = True


class BlockCodec(W3Codec):  # type: ignore[misc]
    """Whoosh's own codec with our blocks of postings and our lists of terms."""

    def __init__(self) -> None:
        """Use Whoosh's settings but for the size of blocks."""
        super().__init__(blocklimit=_BLOCK)

    def field_writer(self, storage: Any, segment: Any) -> TermWriter:
        """Return what writes the terms of a segment."""
        return TermWriter(self, storage, segment)

    def terms_reader(self, storage: Any, segment: Any) -> TermListReader:
        """Return what reads the terms of a segment."""
        name = segment.make_filename(self.TERMS_EXT)
        postings, terms = segment.open_file(storage, self.POSTS_EXT), storage.open_file(name)
        try:
            return TermListReader(self, terms, storage.file_length(name), postings)
        except BaseException:
            terms.close()
            postings.close()
            raise

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
