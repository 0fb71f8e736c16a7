"""The fields of the index, and how a text becomes postings in one pass.

One document an article: words of its title and text in the fields of its language, and as columns the
article's number in the store, its day and its moment. No text is kept here: the store has it.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import accumulate
from operator import sub
from typing import Any

from whoosh import columns, fields, formats
from whoosh.analysis import Analyzer, Token

from tui.text.chain import compounds, small_terms, terms

TITLE = {"fr": "title_fr", "en": "title_en"}
BODY = {"fr": "body_fr", "en": "body_en"}
PAIRS = {"fr": "pairs_fr", "en": "pairs_en"}
"""Small words side by side in the text: *of the*. Each stands in nearly every article, many times; to compare
where would take half a second at 100,000 articles. Nutch and Lucene call such pairs common grams."""

NUMBER, DAY, MOMENT = "number", "day", "moment"

_SHORT = 1 << 16
"""Positions below this take two bytes each."""

_HALF, _INT = 2, 4
"""Bytes of a position below that, and of one beyond."""

_SINGLE = [array("H", (place,)).tobytes() for place in range(2_048)]
"""A word that stands once, in the text of usual length: most postings are that, and share these bytes."""


class ChainAnalyzer(Analyzer):  # type: ignore[misc]
    """The chain of ``tui.text`` in Whoosh's clothes."""

    def __init__(self, lang: str) -> None:
        """Analyse text in ``lang``."""
        self.lang = lang

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ChainAnalyzer) and other.lang == self.lang

    def __hash__(self) -> int:
        return hash(self.lang)

    def __call__(self, value: str, **_options: object) -> Iterator[Token]:
        """Yield Whoosh's tokens (Whoosh asks for them where it parses queries; indexing does not)."""
        for position, term in enumerate(terms(value, self.lang)):
            yield Token(text=term, pos=position, boost=1.0, stopped=False)

    def positions(self, text: str) -> dict[str, list[int]]:
        """Return where each term stands; a word made of two around a hyphen stands at 0, outside phrases."""
        places: dict[str, list[int]] = {}
        for position, term in enumerate(terms(text, self.lang)):
            if term in places:
                places[term].append(position)
            else:
                places[term] = [position]
        for whole in compounds(text, self.lang):
            places.setdefault(whole.term, []).insert(0, 0)
        return places


def small_pairs(places: Mapping[str, list[int]], lang: str) -> dict[str, int]:
    """Return the small words that stand side by side, of all terms and their places, and how often."""
    small = places.keys() & small_terms(lang)
    standing = {place: term for term in small for place in places[term]}
    return Counter(
        pair_of(term, standing[place + 1]) for place, term in standing.items() if place + 1 in standing
    )


def pair_of(first: str, second: str) -> str:
    """Return the term for two small words side by side."""
    return f"{first} {second}"


class CompactPositions(formats.Positions):  # type: ignore[misc]
    """Positions as two-byte numbers, four where a text is very long."""

    def word_values(self, value: str, analyzer: ChainAnalyzer, **_options: object) -> Iterator[Any]:
        """Yield term, frequency, weight and encoded positions."""
        for term, places in analyzer.positions(value).items():
            yield term, len(places), float(len(places)), encode_positions(places)

    def decode_positions(self, valuestring: bytes) -> list[int]:
        """Return the positions."""
        return list(decode_positions(valuestring))

    def decode_frequency(self, valuestring: bytes) -> int:
        """Return how many positions there are."""
        return len(valuestring) // (_INT if len(valuestring) % 2 else _HALF)

    def decode_weight(self, valuestring: bytes) -> float:
        """Return the frequency as a weight."""
        return float(self.decode_frequency(valuestring))


def encode_positions(places: list[int]) -> bytes:
    """Return what ascending positions differ by, as bytes: an odd number of them where each takes four."""
    if len(places) == 1:
        steps = places
        if places[0] < len(_SINGLE):
            return _SINGLE[places[0]]
    else:
        steps = [places[0], *map(sub, places[1:], places)]
    if places[-1] < _SHORT:
        return array("H", steps).tobytes()
    return b"\0" + array("I", steps).tobytes()


def decode_positions(data: bytes) -> Iterator[int]:
    """Return the positions that ``encode_positions`` made ``data`` from."""
    wide = len(data) % 2
    steps = array("I" if wide else "H")
    steps.frombytes(data[wide:])
    return accumulate(steps)


class BulkColumn(columns.NumericColumn):  # type: ignore[misc]
    """A number a document, read all at once."""

    class Reader(columns.NumericColumn.Reader):  # type: ignore[misc]
        """Whoosh's reader, which can also hand over the whole column."""

        def all(self) -> array[int]:
            """Return one number a document."""
            numbers = array(self._typecode)
            numbers.frombytes(self._dbfile.get(self._basepos, self._count * self._fixedlen))
            if numbers.itemsize > 1 and _LITTLE:
                numbers.byteswap()
            numbers.extend([self._default] * (self._doccount - self._count))
            return numbers


_LITTLE = array("H", [1]).tobytes()[0] == 1


class _Words(fields.TEXT):  # type: ignore[misc]
    def __init__(self, lang: str) -> None:
        super().__init__(analyzer=ChainAnalyzer(lang), stored=False, phrase=True)
        self.format = CompactPositions()


class _Pairs(fields.FieldType):  # type: ignore[misc]
    """Terms that are counted; where they stand is not kept."""

    def __init__(self, lang: str) -> None:
        self.analyzer = ChainAnalyzer(lang)
        self.format = formats.Existence()
        self.scorable = True


def schema() -> fields.Schema:
    """Return the fields of the index."""
    words = {name[lang]: _Words(lang) for name in (TITLE, BODY) for lang in ("fr", "en")}
    numbers = {name: fields.COLUMN(BulkColumn("i", default=0)) for name in (NUMBER, DAY, MOMENT)}
    pairs = {name: _Pairs(lang) for lang, name in PAIRS.items()}
    return fields.Schema(**words, **numbers, **pairs)
