"""The one way from a text to the terms searched for: index, query, highlight, snippet and find all use it.

Words lose case, accents, ligatures and elided articles, and are stemmed in their language; numbers lose
their separators, abbreviations their dots (U.S., O.N.U.). A word written with hyphens is its parts, and
its parts written as one (``week-end``, ``weekend``): see ``compounds``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from tui.text.fold import fold
from tui.text.small import small_words
from tui.text.stems import terms_of

_MARKS = "\u0300-\u036f\u00ad\u200b-\u200d"
"""Combining accents, and what shows nothing: part of the word they stand in."""

_SPACES = " \u00a0\u2009\u202f"
"""What separates thousands in French typography."""

_HYPHENS = "-‐‑"
_APOSTROPHES = "'’ʼ‘"
_ELIDED = {
    "fr": r"(?:qu|jusqu|lorsqu|puisqu|quoiqu|presqu|entr|[ldjmtsnc])",
    "en": r"(?:[ldLD])",
}
"""What French drops a vowel from; in English text only the names' ``l'`` and ``d'`` (L'Oréal)."""

_KEPT = {
    "fr": rf"(?:aujourd|prud|quelqu)[{_APOSTROPHES}][^\W_]+",
    "en": rf"[oO][{_APOSTROPHES}][^\W_]+",
}
"""Words that hold an apostrophe and are one word (aujourd'hui, O'Brien)."""

_GROUPS = {"fr": rf"[{_SPACES}]", "en": rf"[{_SPACES},]"}


def _pattern(lang: str, word: str) -> re.Pattern[str]:
    thousands = rf"\d{{1,3}}(?:{_GROUPS[lang]}\d{{3}})+(?:[.,]\d+)?(?![^\W_]|[.,]\d)"
    decimal = r"(?<!\d[.,])\d+[.,]\d+(?![^\W_]|[.,]\d)"
    numbers = rf"(?=\d)(?:{thousands}|{decimal})"
    letters = r"(?=[^\W\d_]\.[^\W\d_])[^\W\d_](?:\.[^\W\d_])+(?![^\W_])"
    elided = rf"(?:{_ELIDED[lang]}[{_APOSTROPHES}](?=[^\W_]))?"
    possessive = rf"(?:[{_APOSTROPHES}][sS](?![^\W_]))?" if lang == "en" else ""
    pattern = rf"(?<![^\W_]){elided}({numbers}|{letters}|{_KEPT[lang]}|{word}){possessive}"
    return re.compile(pattern, 0 if lang == "en" else re.IGNORECASE)


_WORD = r"[^\W_]+"
_WORD_WITH_MARKS = rf"[^\W_](?:[^\W_]|[{_MARKS}])*"
_PLAIN = {lang: _pattern(lang, _WORD) for lang in ("fr", "en")}
_MARKED = {lang: _pattern(lang, _WORD_WITH_MARKS) for lang in ("fr", "en")}
_HAS_MARKS = re.compile(f"[{_MARKS}]")
_HYPHEN = re.compile(rf"[{_HYPHENS}](?<=[^\W\d_].)(?=[^\W\d_])")
_LETTERS = re.compile(r"[^\W\d_]+")
_LONGEST_PART = 24
"""Letters looked at on each side of a hyphen."""


class Token(NamedTuple):
    """A word at characters ``start`` to ``end`` of the text as it is, and the ``term`` it is searched by."""

    start: int
    end: int
    term: str


def _words(text: str, lang: str) -> re.Pattern[str]:
    patterns = _PLAIN if text.isascii() or not _HAS_MARKS.search(text) else _MARKED
    return patterns["en" if lang == "en" else "fr"]


def tokens(text: str, lang: str) -> Iterator[Token]:
    """Yield the words of ``text`` in order; their places in this order are what phrases count."""
    known = terms_of(lang)
    for match in _words(text, lang).finditer(text):
        yield Token(match.start(1), match.end(1), known[match[1]])


def terms(text: str, lang: str) -> list[str]:
    """Return the terms of ``tokens(text, lang)``, in one pass (the index's way: a million words a second)."""
    return list(map(terms_of(lang).__getitem__, _words(text, lang).findall(text)))


def compounds(text: str, lang: str) -> Iterator[Token]:
    """Yield each pair of parts joined by a hyphen as the one word it may also be written as."""
    known = terms_of(lang)
    for hyphen in _HYPHEN.finditer(text):
        at = hyphen.start()
        backwards = _LETTERS.match(text[max(0, at - _LONGEST_PART) : at][::-1])
        after = _LETTERS.match(text, at + 1, at + 1 + _LONGEST_PART)
        if backwards and after:
            start = at - backwards.end()
            yield Token(start, after.end(), known[text[start:at] + after[0]])


@lru_cache(maxsize=2)
def small_terms(lang: str) -> frozenset[str]:
    """Return the terms of the small words of ``lang``."""
    known = terms_of(lang)
    return frozenset(known[word] for word in small_words(lang))


def is_small(word: str, lang: str) -> bool:
    """Tell whether ``word``, as written, is too small to be searched for by itself."""
    return fold(word) in small_words(lang)
