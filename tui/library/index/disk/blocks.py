"""The bytes of a block of postings: article numbers, weights and positions, each readable without the next.

A block is a header, the differences between successive document numbers, the weights (left out where
all are one), the lengths of the values (left out where weights tell them) and the values themselves,
compressed together.
"""

from __future__ import annotations

import struct
import zlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain, pairwise, repeat
from operator import add, sub

from tui.frozen import dataclass

HEADER = struct.Struct("<HIfccBI")
"""Postings, last document, highest weight, types of numbers and weights, kind and size of values."""

COMPRESSED = 8
"""Bit of the kind of values."""

_TOLD = 4
"""Kind of values whose sizes are told by weights: two bytes each time a term stands."""

POSITION_BITS = 32
"""Bits of a position where one number stands for it and its document."""

_WORTH_COMPRESSING = 64
"""Bytes; below, zlib's own header outweighs what it saves."""

_LEVEL = 3
"""Of zlib: higher levels save 2 % of the index and cost 15 % of the time."""


@dataclass(frozen=True, slots=True)
class Header:
    """What a block's header says, and where its parts begin."""

    count: int
    last: int
    weight: float
    number_type: str
    weight_type: str
    values: int
    values_size: int

    @property
    def numbers_size(self) -> int:
        """Bytes that the document numbers take."""
        return self.count * _SIZES[self.number_type]

    @property
    def weights_size(self) -> int:
        """Bytes that the weights take."""
        return self.count * _SIZES.get(self.weight_type, 0)


_SIZES = {code: array(code).itemsize for code in "BHIf"}
_ALL_ONE = "-"


def pack(numbers: Sequence[int], weights: Sequence[float], values: Sequence[bytes], fixed: int) -> bytes:
    """Return one block; ``fixed`` is the size of every value, or a negative number where sizes differ."""
    number_type, deltas = _pack_numbers(numbers)
    weight_type, packed_weights = _pack_weights(weights)
    kind, packed_values = _pack_values(weights, values, fixed)
    header = HEADER.pack(
        len(numbers),
        numbers[-1],
        max(weights),
        number_type.encode(),
        weight_type.encode(),
        kind,
        len(packed_values),
    )
    return b"".join((header, deltas, packed_weights, packed_values))


def _pack_numbers(numbers: Sequence[int]) -> tuple[str, bytes]:
    deltas = [numbers[0], *map(sub, numbers[1:], numbers)]
    largest = max(deltas)
    code = "B" if largest < 1 << 8 else "H" if largest < 1 << 16 else "I"
    return code, array(code, deltas).tobytes()


def _pack_weights(weights: Sequence[float]) -> tuple[str, bytes]:
    highest = max(weights)
    if highest == 1.0 == min(weights):
        return _ALL_ONE, b""
    exact = array("f", weights)
    whole = list(map(int, exact))
    if highest < 1 << 8 and array("f", whole) == exact:
        return "B", bytes(whole)
    return "f", exact.tobytes()


def _pack_values(weights: Sequence[float], values: Sequence[bytes], fixed: int) -> tuple[int, bytes]:
    if not values or fixed == 0:
        return 0, b""
    sizes = list(map(len, values))
    code = "B" if max(sizes) < 1 << 8 else "I"
    if fixed > 0 or _are_told(sizes, weights):
        kind, packed = (3 if fixed > 0 else _TOLD), b"".join(values)
    else:
        kind, packed = (1 if code == "B" else 2), array(code, sizes).tobytes() + b"".join(values)
    if len(packed) < _WORTH_COMPRESSING:
        return kind, packed
    smaller = zlib.compress(_shuffled(packed), _LEVEL)
    return (kind | COMPRESSED, smaller) if len(smaller) < len(packed) else (kind, packed)


def _are_told(sizes: Sequence[int], weights: Sequence[float]) -> bool:
    """Tell whether weights tell sizes, as they do where each occurrence is a position of two bytes."""
    return max(weights) < 1 << 8 and sizes == [2 * weight for weight in weights]


def _shuffled(data: bytes) -> bytes:
    """Return every other byte, then the rest: the high bytes of positions are small and alike."""
    return data[::2] + data[1::2]


def _ordered(data: bytes) -> bytes:
    """Return what ``_shuffled`` made ``data`` from."""
    half = (len(data) + 1) // 2
    whole = bytearray(len(data))
    whole[::2], whole[1::2] = data[:half], data[half:]
    return bytes(whole)


def unpack_header(data: bytes) -> Header:
    """Return what the first ``HEADER.size`` bytes of a block say."""
    count, last, weight, number_type, weight_type, kind, size = HEADER.unpack(data)
    return Header(count, last, weight, number_type.decode(), weight_type.decode(), kind, size)


def unpack_numbers(header: Header, data: bytes) -> list[int]:
    """Return the document numbers."""
    deltas = array(header.number_type)
    deltas.frombytes(data)
    return list(accumulate(deltas))


def unpack_weights(header: Header, data: bytes) -> Sequence[float]:
    """Return one weight a document."""
    if header.weight_type == "B":
        return data
    if header.weight_type == _ALL_ONE:
        return b"\x01" * header.count
    weights = array("f")
    weights.frombytes(data)
    return weights


def unpack_values(
    header: Header, weights: Sequence[float], data: bytes, fixed: int
) -> Sequence[bytes | None]:
    """Return one value a document, whose weights tell sizes; None where the field keeps none."""
    if not header.values:
        return (None,) * header.count
    data = _ordered(zlib.decompress(data)) if header.values & COMPRESSED else data
    kind = header.values & ~COMPRESSED
    if kind == 3:
        return [data[at : at + fixed] for at in range(0, len(data), fixed)]
    start, sizes = _sizes(header, kind, weights, data)
    ends = list(accumulate(sizes, initial=start))
    return [data[begin:end] for begin, end in pairwise(ends)]


def unpack_keys(
    header: Header, numbers: Sequence[int], weights: Sequence[float], data: bytes, offset: int
) -> Iterator[int] | None:
    """Return ``key`` of each position less ``offset``, all at once; None where some take four bytes."""
    if header.values & ~COMPRESSED != _TOLD or not isinstance(weights, bytes):
        return None
    steps = array("H")
    steps.frombytes(_ordered(zlib.decompress(data)) if header.values & COMPRESSED else data)
    sums = list(accumulate(steps, initial=0))
    starts = accumulate(weights, initial=0)
    bases = [key(number, -offset) - sums[start] for number, start in zip(numbers, starts, strict=False)]
    return map(add, sums[1:], chain.from_iterable(map(repeat, bases, weights)))


def key(number: int, position: int) -> int:
    """Return one number for a position in a document."""
    return (number << POSITION_BITS) + position


def _sizes(header: Header, kind: int, weights: Sequence[float], data: bytes) -> tuple[int, Iterable[int]]:
    """Return where values begin in ``data``, and the size of each."""
    if kind == _TOLD:
        return 0, [2 * int(weight) for weight in weights]
    sizes = array("B" if kind == 1 else "I")
    start = header.count * sizes.itemsize
    sizes.frombytes(data[:start])
    return start, sizes
