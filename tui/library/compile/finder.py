"""Where in a text stand the words of a query: what is found is what is lit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain

from tui.library.compile.units import Sequence, Unit
from tui.model.span import Span
from tui.text.chain import Token, compounds, tokens
from tui.text.fold import fold
from tui.text.stems import terms_of

_HEAD = 3
"""Letters by which a word that may have a term is spotted: stemming leaves the first ones alone."""

_SWAPS = {"i": "iy"}
"""Letters that English stemming may have changed among the first (``dying``: ``die``)."""

_HAS_MARKS = re.compile("[\u0300-\u036f\u00ad\u200b-\u200d]")
_DOTTED = re.compile(r"\.(?<=(?<![^\W_])[^\W\d_]\.)[^\W\d_](?:\.[^\W\d_])*(?![^\W_])")
"""Abbreviations from their first dot on, which is found faster than the letter before it."""

_AFTER_APOSTROPHE = re.compile(r"\.(?<=['’ʼ‘][^\W\d_]\.)[^\W\d_]")
"""An abbreviation that may begin with what an apostrophe takes off (``l'O.N.U.``): the chain knows."""

_RANGES = ((0x41, 0x5B), (0x61, 0x250), (0x212A, 0x212C), (0xFB00, 0xFB07))
_LETTERS = [chr(code) for span in _RANGES for code in range(*span)]
"""Latin letters of both cases, with the accented ones and the ligatures of French and English typography."""


class Finder:
    """Finds, in texts of one language, the words and phrases of some units."""

    def __init__(self, units: Iterable[Unit], lang: str) -> None:
        """Look for what any of ``units`` asks for in ``lang``."""
        sequences = {sequence for unit in units for sequence in unit.sequences(lang)}
        self._lang = lang
        self._terms = frozenset(sequence[0] for sequence in sequences if len(sequence) == 1)
        self._phrases = tuple(sequence for sequence in sequences if len(sequence) > 1)
        self._spotter = _spotter(self._terms)

    def __bool__(self) -> bool:
        return bool(self._terms or self._phrases)

    def spans(self, text: str) -> tuple[Span, ...]:
        """Return the places in ``text``, in order, none within another."""
        if not self:
            return ()
        return _outermost([*self._words(text), *self._wholes(text), *self._sequences(text)])

    def _words(self, text: str) -> Iterator[Span]:
        if self._spotter is None or _AFTER_APOSTROPHE.search(text) or _has_marks(text):
            return (
                Span(token.start, token.end)
                for token in tokens(text, self._lang)
                if token.term in self._terms
            )
        known, terms = terms_of(self._lang), self._terms
        spotted = (Span(*match.span()) for match in self._spotter.finditer(text))
        dotted = (Span(match.start() - 1, match.end()) for match in _DOTTED.finditer(text))
        return (span for span in chain(spotted, dotted) if known[text[span.start : span.end]] in terms)

    def _wholes(self, text: str) -> Iterator[Span]:
        found = compounds(text, self._lang) if self._terms else ()
        return (Span(token.start, token.end) for token in found if token.term in self._terms)

    def _sequences(self, text: str) -> Iterator[Span]:
        if self._phrases:
            row = list(tokens(text, self._lang))
            for phrase in self._phrases:
                yield from _runs(row, phrase)


def _has_marks(text: str) -> bool:
    return not text.isascii() and _HAS_MARKS.search(text) is not None


def _runs(row: list[Token], phrase: Sequence) -> Iterator[Span]:
    size = len(phrase)
    for at, token in enumerate(row):
        if token.term == phrase[0] and tuple(other.term for other in row[at : at + size]) == phrase:
            yield Span(token.start, row[at + size - 1].end)


def _outermost(spans: list[Span]) -> tuple[Span, ...]:
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)


@lru_cache(maxsize=64)
def _spotter(terms: frozenset[str]) -> re.Pattern[str] | None:
    """Return what spots the words that may have one of ``terms``; None where only reading all words tells."""
    if not terms or not all(term.isalpha() for term in terms):
        return None
    heads = sorted({term[: min(_HEAD, max(1, len(term) - 1))] for term in terms})
    choices = "|".join(dict.fromkeys(map(_written, heads)))
    firsts = "".join(sorted({letter for head in heads for letter in _beginning(head)}))
    return re.compile(rf"[{firsts}](?<![^\W_].)(?<=(?=(?:{choices})).)[^\W_]*")


def _beginning(head: str) -> Iterator[str]:
    """Yield the letters that a word beginning with ``head`` may be written with first.

    ``re`` skips to one of a set of letters faster than it tries a pattern at every place.
    """
    yield from _letters().get(head[0], head[0])
    yield from (ligature for ligature, plain in _ligatures() if plain[0] == head[0])


@lru_cache(maxsize=4096)
def _written(folded: str) -> str:
    """Return a pattern for everything that folds to ``folded``, or to a word that begins so."""
    if not folded:
        return ""
    choices = []
    single = "".join(_letters().get(folded[0], folded[0]))
    choices.append(f"[{single}]{_written(folded[1:])}")
    for ligature, plain in _ligatures():
        if plain.startswith(folded) or folded.startswith(plain):
            choices.append(ligature + _written(folded[len(plain) :]))
    return choices[0] if len(choices) == 1 else f"(?:{'|'.join(choices)})"


@lru_cache(maxsize=1)
def _letters() -> dict[str, str]:
    found: dict[str, str] = {}
    for letter in _LETTERS:
        plain = fold(letter)
        if len(plain) == 1:
            found[plain] = found.get(plain, "") + letter
    return found | {plain: "".join(found[other] for other in others) for plain, others in _SWAPS.items()}


@lru_cache(maxsize=1)
def _ligatures() -> tuple[tuple[str, str], ...]:
    return tuple(
        (letter, fold(letter)) for letter in _LETTERS if len(fold(letter)) > 1 and fold(letter).isalpha()
    )
