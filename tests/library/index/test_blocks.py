from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.library.index.disk import blocks
from tui.library.index.disk.schema import CompactPositions, decode_positions, encode_positions

POSITIONS = st.lists(st.integers(0, 1 << 17), min_size=1, max_size=300).map(sorted)


@given(POSITIONS)
def test_positions_come_back(places: list[int]) -> None:
    data = encode_positions(places)
    assert list(decode_positions(data)) == places
    assert CompactPositions().decode_frequency(data) == len(places)


@given(st.dictionaries(st.integers(0, 1 << 20), POSITIONS, min_size=1, max_size=40))
def test_a_block_holds_what_was_put_in(postings: dict[int, list[int]]) -> None:
    numbers = sorted(postings)
    weights = [float(len(postings[number])) for number in numbers]
    values = [encode_positions(postings[number]) for number in numbers]
    data = blocks.pack(numbers, weights, values, -1)
    header = blocks.unpack_header(data[: blocks.HEADER.size])
    start = blocks.HEADER.size
    assert blocks.unpack_numbers(header, data[start : start + header.numbers_size]) == numbers
    start += header.numbers_size
    held = blocks.unpack_weights(header, data[start : start + header.weights_size])
    assert list(map(float, held)) == weights
    assert list(blocks.unpack_values(header, held, data[start + header.weights_size :], -1)) == values
