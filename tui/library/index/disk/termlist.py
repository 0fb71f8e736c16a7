"""The terms of a segment in a few bytes each, where Whoosh keeps some eighty.

Sorted terms lie in compressed chunks: in how many documents each stands, how many bytes its postings take
(they lie end to end), and its UTF-8. After the chunks comes a directory of them, compressed JSON, and at
the end where that begins.
"""

from __future__ import annotations

import json
import struct
import zlib
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Any, NamedTuple

from whoosh.codec.base import TermsReader
from whoosh.codec.whoosh3 import W3TermInfo
from whoosh.formats import Existence
from whoosh.reading import TermNotFound

from tui.errors import IndexDamagedError

_CHUNK = 256
"""Terms read at once: fewer are found sooner, more take fewer bytes."""

_LEVEL = 6
"""Of zlib."""

_FOOT = struct.Struct("<QI4s")
"""Where the directory begins, how long it is, and the mark of such a file."""

_MARK = b"VVt1"

_KEPT = 64
"""Chunks kept unpacked, about a megabyte: words tried one after the other mostly begin alike."""

_END = b"\0"
"""Ends a term: none holds it."""


class Entry(NamedTuple):
    """What the directory says of a chunk; ``begin`` is where the postings of its first term are."""

    first: str
    length: int
    where: int
    size: int
    begin: int


class Chunk(NamedTuple):
    """Terms in order, in how many documents each stands, how many bytes its postings take."""

    terms: list[bytes]
    frequencies: array[int]
    sizes: array[int]

    def packed(self) -> bytes:
        """Return what ``unpacked`` reads."""
        numbers = self.frequencies.tobytes() + self.sizes.tobytes()
        return zlib.compress(numbers + _END.join(self.terms), _LEVEL)


def unpacked(data: bytes, count: int) -> Chunk:
    """Return the ``count`` terms of a packed chunk."""
    whole = zlib.decompress(data)
    frequencies, sizes = array("I"), array("I")
    middle = count * frequencies.itemsize
    frequencies.frombytes(whole[:middle])
    sizes.frombytes(whole[middle : 2 * middle])
    return Chunk(whole[2 * middle :].split(_END), frequencies, sizes)


class TermList:
    """Writes the terms of a segment, field by field, in order."""

    def __init__(self, file: Any) -> None:
        """Write into ``file``, which is new."""
        self._file = file
        self._fields: dict[str, list[Entry]] = {}
        self._entries: list[Entry] = []
        self._begin = self._next = 0
        self._chunk = Chunk([], array("I"), array("I"))

    def start(self, field: str) -> None:
        """Begin the terms of ``field``."""
        self._flush()
        self._entries = self._fields.setdefault(field, [])

    def add(self, term: bytes, frequency: int, offset: int, size: int) -> None:
        """Add a term that stands in ``frequency`` documents, its postings at ``offset``."""
        if offset != self._next or len(self._chunk.terms) == _CHUNK:
            self._flush()
            self._begin = offset
        self._chunk.terms.append(term)
        self._chunk.frequencies.append(frequency)
        self._chunk.sizes.append(size)
        self._next = offset + size

    def _flush(self) -> None:
        if self._chunk.terms:
            data = self._chunk.packed()
            first = self._chunk.terms[0].decode()
            count = len(self._chunk.terms)
            self._entries.append(Entry(first, count, self._file.tell(), len(data), self._begin))
            self._file.write(data)
        self._chunk = Chunk([], array("I"), array("I"))
        self._begin = self._next

    def close(self) -> None:
        """Write the directory, and close the file."""
        self._flush()
        where = self._file.tell()
        directory = zlib.compress(json.dumps(self._fields).encode(), _LEVEL)
        self._file.write(directory)
        self._file.write(_FOOT.pack(where, len(directory), _MARK))
        self._file.close()


def _directory(file: Any, length: int) -> dict[str, list[Entry]]:
    """Return the chunks of each field; raises IndexDamagedError."""
    where, size, mark = _FOOT.unpack(file.get(max(0, length - _FOOT.size), _FOOT.size))
    if mark != _MARK:
        message = "a list of terms does not end as it should"
        raise IndexDamagedError(message)
    fields = json.loads(zlib.decompress(file.get(where, size)))
    return {field: [Entry(*entry) for entry in entries] for field, entries in fields.items()}


class TermListReader(TermsReader):  # type: ignore[misc]
    """Finds terms in such a file: what our readers and Whoosh's merging ask for."""

    def __init__(self, codec: Any, file: Any, length: int, postings: Any) -> None:
        """Read ``file``, ``length`` bytes long; ``codec`` reads ``postings``."""
        self._codec = codec
        self._file = file
        self._postings = postings
        self._fields = _directory(file, length)
        self._firsts = {field: [one.first.encode() for one in held] for field, held in self._fields.items()}
        self._kept: dict[Entry, Chunk] = {}

    def indexed_field_names(self) -> tuple[str, ...]:
        """Return the fields that have terms."""
        return tuple(self._fields)

    def _read(self, entry: Entry) -> Chunk:
        return unpacked(self._file.get(entry.where, entry.size), entry.length)

    def _chunk(self, entry: Entry) -> Chunk:
        chunk = self._kept.get(entry)
        if chunk is None:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            chunk = self._kept[entry] = self._read(entry)
        return chunk

    def _at(self, field: str, term: bytes) -> int:
        """Return which chunk of ``field`` holds ``term`` if any does."""
        return max(0, bisect_right(self._firsts.get(field, []), term) - 1)

    def _find(self, field: str, term: bytes) -> tuple[Entry, Chunk, int]:
        entries = self._fields.get(field)
        if entries:
            entry = entries[self._at(field, term)]
            chunk = self._chunk(entry)
            place = bisect_left(chunk.terms, term)
            if place < len(chunk.terms) and chunk.terms[place] == term:
                return entry, chunk, place
        message = f"No term {field}:{term!r}"
        raise TermNotFound(message)

    def __contains__(self, term: tuple[str, bytes]) -> bool:
        try:
            self._find(*term)
        except TermNotFound:
            return False
        return True

    def chunks(self, field: str) -> Iterator[Chunk]:
        """Yield all terms of ``field``, in order."""
        return map(self._read, self._fields.get(field, ()))

    def frequencies_from(self, field: str, head: bytes) -> Iterator[tuple[bytes, int]]:
        """Yield the terms of ``field`` from ``head`` on, and in how many documents each stands."""
        for entry in self._fields.get(field, [])[self._at(field, head) :]:
            chunk = self._chunk(entry)
            start = bisect_left(chunk.terms, head)
            yield from zip(chunk.terms[start:], chunk.frequencies[start:], strict=True)

    def terms_from(self, field: str, prefix: bytes) -> Iterator[tuple[str, bytes]]:
        """Yield field and term, in order, from ``prefix`` in ``field`` on, as Whoosh does."""
        for name in self._fields:
            if name >= field:
                head = prefix if name == field else b""
                yield from ((name, term) for term, _ in self.frequencies_from(name, head))

    def terms(self) -> Iterator[tuple[str, bytes]]:
        """Yield each field and term, in order."""
        return self.terms_from("", b"")

    def items_from(self, field: str, prefix: bytes) -> Iterator[tuple[tuple[str, bytes], Any]]:
        """Yield what ``terms_from`` does, and what is known of each."""
        return ((term, self.term_info(*term)) for term in self.terms_from(field, prefix))

    def items(self) -> Iterator[tuple[tuple[str, bytes], Any]]:
        """Yield each field and term, and what is known of it."""
        return self.items_from("", b"")

    def term_info(self, field: str, term: bytes) -> Any:
        """Return where the postings of a term are, in Whoosh's form; raises TermNotFound."""
        entry, chunk, place = self._find(field, term)
        found = W3TermInfo(df=chunk.frequencies[place])
        found.set_extent(sum(chunk.sizes[:place], entry.begin), chunk.sizes[place])
        return found

    def frequency(self, field: str, term: bytes) -> float:
        """Return how often a term stands in all documents; raises TermNotFound."""
        return float(sum(self.matcher(field, term, Existence()).weighted()[1]))

    def doc_frequency(self, field: str, term: bytes) -> int:
        """Return in how many documents a term stands; raises TermNotFound."""
        _, chunk, place = self._find(field, term)
        return chunk.frequencies[place]

    def matcher(self, field: str, term: bytes, format_: Any, scorer: Any = None) -> Any:
        """Return what reads the postings of a term; raises TermNotFound."""
        info = self.term_info(field, term)
        return self._codec.postings_reader(self._postings, info, format_, term=(field, term), scorer=scorer)

    def close(self) -> None:
        """Let go of the files."""
        self._file.close()
        self._postings.close()
