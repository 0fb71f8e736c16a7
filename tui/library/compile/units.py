"""Words and phrases of a query as the terms they are searched by, in each language."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from tui.frozen import dataclass
from tui.model.query import Form, Phrase, Place, Word
from tui.text.chain import compounds, is_small, terms
from tui.text.fold import fold

LANGS = ("fr", "en")

_HYPHEN = re.compile("[-\u2010\u2011]")

Sequence = tuple[str, ...]
"""Terms that follow one another; mostly one alone."""


Counterparts = Callable[[str], tuple[tuple[str, str], ...]]
"""Gives what a word is in the other language, as (language, word), the strongest first."""


class Words(Protocol):
    """The terms that a library holds, where a query asks for more than one spelling."""

    def completions(self, prefix: str, lang: str) -> tuple[str, ...]:
        """Return terms of ``lang`` whose words begin with the folded ``prefix``."""
        ...

    def neighbours(self, word: str, lang: str) -> tuple[str, ...]:
        """Return terms of ``lang`` that are spelled nearly like the folded ``word``."""
        ...


@dataclass(frozen=True, slots=True)
class Unit:
    """One word or phrase: per language, the sequences of terms that satisfy it, any of them.

    ``small`` names the languages in which it is too small a word to be asked for; ``parts`` are those of
    a word with hyphens, each worth something by itself where the whole is not found.
    """

    choices: tuple[tuple[str, tuple[Sequence, ...]], ...]
    place: Place = Place.ANY
    small: frozenset[str] = frozenset()
    parts: tuple[Unit, ...] = ()

    def sequences(self, lang: str) -> tuple[Sequence, ...]:
        """Return the sequences of terms in ``lang``."""
        return dict(self.choices).get(lang, ())


def unit_of(leaf: Word | Phrase, words: Words) -> Unit:
    """Return the terms that ``leaf`` is searched by in French and in English."""
    choices = tuple((lang, _sequences(leaf, lang, words)) for lang in LANGS)
    small = frozenset(lang for lang in LANGS if _is_small(leaf, lang))
    return Unit(choices, leaf.place, small, _parts(leaf, words) if isinstance(leaf, Word) else ())


def _parts(word: Word, words: Words) -> tuple[Unit, ...]:
    """Return the parts of a word with hyphens that say something by themselves."""
    written = [part for part in _HYPHEN.split(word.text) if any(map(str.isalnum, part))]
    if word.form is not Form.PLAIN or len(written) < 2:
        return ()
    parts = (unit_of(Word(part, word.span, place=word.place), words) for part in written)
    return tuple(part for part in parts if not part.small)


def widened(unit: Unit, leaf: Word | Phrase, counterparts: Counterparts) -> Unit:
    """Return ``unit`` with the counterparts of its word; a small word has none, in neither language."""
    if not isinstance(leaf, Word) or leaf.form is not Form.PLAIN:
        return unit
    if unit.small:
        return replace(unit, small=frozenset(LANGS))
    more: dict[str, dict[Sequence, None]] = {lang: dict.fromkeys(unit.sequences(lang)) for lang in LANGS}
    for lang, word in counterparts(leaf.text):
        if parts := tuple(terms(word, lang)):
            more[lang][parts] = None
    return replace(unit, choices=tuple((lang, tuple(found)) for lang, found in more.items()))


def _is_small(leaf: Word | Phrase, lang: str) -> bool:
    return isinstance(leaf, Word) and leaf.form is Form.PLAIN and is_small(leaf.text.strip("?!.,;:…"), lang)


def _sequences(leaf: Word | Phrase, lang: str, words: Words) -> tuple[Sequence, ...]:
    if isinstance(leaf, Phrase):
        return _plain(leaf.text, lang)
    if leaf.form is Form.PREFIX:
        return tuple((term,) for term in words.completions(fold(leaf.text), lang))
    if leaf.form is Form.FUZZY:
        return tuple((term,) for term in words.neighbours(fold(leaf.text), lang))
    return _plain(leaf.text, lang)


def _plain(text: str, lang: str) -> tuple[Sequence, ...]:
    """Return the terms of ``text`` in a row and, where a hyphen joins two, the word they make together."""
    parts = tuple(terms(text, lang))
    whole = tuple((token.term,) for token in compounds(text, lang)) if len(parts) == 2 else ()
    return (parts, *whole) if parts else ()
