"""From a word as written to the term that all its forms share (Snowball stems, through PyStemmer)."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from tui.text.fold import fold

_MOST_WORDS = 300_000
"""Distinct words kept per language; about 40 MB when full, more than a library of 100,000 articles uses."""

_PARTICIPLE = re.compile("ees?$")
"""Folded before it is stemmed, a French word keeps one term whether typed with accents or without;
Snowball then misses nothing but the feminine of participles (``arrivée``), which this makes like the rest."""

_COMMAS = re.compile(r",(?=\d{3}(?!\d))")
"""Thousands' separators in English."""

_COUNTRY = frozenset({"US", "USA"})
"""Capitals tell this country from a pronoun."""

_SNOWBALL = {"fr": "french", "en": "english"}


def _stemmer(lang: str) -> Callable[[str], str]:
    import Stemmer  # noqa: PLC0415 - the command line answers without it

    stemmer = Stemmer.Stemmer(_SNOWBALL[lang], 0)
    stem: Callable[[str], str] = stemmer.stemWord
    return stem


def _number(word: str, lang: str) -> str:
    """Return a written number without thousands' separators, with a decimal point."""
    digits = "".join(char for char in word if not char.isspace())
    return (_COMMAS.sub("", digits) if lang == "en" else digits).replace(",", ".")


def _abbreviation(word: str) -> str:
    """Return an abbreviation without its dots; ``U.S.`` is the country, not the pronoun."""
    plain = fold(word.replace(".", ""))
    return "usa" if plain == "us" else plain


class Terms(dict[str, str]):
    """The term of each word of one language, worked out when first asked for."""

    __slots__ = ("_lang", "_stem")

    def __init__(self, lang: str) -> None:
        """Serve ``lang``: ``fr`` or ``en``."""
        super().__init__()
        self._lang = lang
        self._stem = _stemmer(lang)

    def __missing__(self, word: str) -> str:
        """Work out the term of ``word`` and remember it."""
        if len(self) >= _MOST_WORDS:
            self.clear()
        term = self[word] = self._term(word)
        return term

    def _term(self, word: str) -> str:
        if word[0].isdecimal() and not word.isalnum():
            return _number(word, self._lang)
        if "." in word or word in _COUNTRY:
            return _abbreviation(word)
        plain = fold(word)
        return self._stem(plain if self._lang == "en" else _PARTICIPLE.sub("e", plain))


@lru_cache(maxsize=2)
def terms_of(lang: str) -> Terms:
    """Return the terms of ``lang``: English when it is ``en``, else French."""
    return Terms("en" if lang == "en" else "fr")
