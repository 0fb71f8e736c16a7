"""The spelling under which a name is looked up: articles, accents, case and hyphens aside."""

from __future__ import annotations

import re
from functools import lru_cache

from tui.text.fold import fold

_LEADING = re.compile(r"^(?:the|le|la|les|l'|une?|du|des|de la|d'|de)(?:\s+|(?<='))(?=\w)", re.IGNORECASE)
_POSSESSIVE = re.compile(r"'s?$")
_NOT_WORD = re.compile(r"[^\w]+")
_ACRONYM = re.compile(r"[A-Z](?:\.?[A-Z0-9]){0,4}\.?")
"""Up to five capitals, dotted or not: case tells «US» from «us» and «PS» from «ps»."""

_CACHED = 20_000
"""Names whose keys are kept: those of a few thousand articles."""


@lru_cache(maxsize=_CACHED)
def name_key(name: str) -> str:
    """Return the look-up form of ``name``: acronyms keep their capitals, the rest is folded words."""
    if name.isalpha() and not name.isupper():
        return fold(name)  # one word and no acronym: nothing to take off
    plain = _POSSESSIVE.sub("", name.replace("’", "'").strip())
    if _ACRONYM.fullmatch(plain):
        return plain.replace(".", "")
    plain = _LEADING.sub("", plain, count=1) or plain
    if _ACRONYM.fullmatch(plain):
        return plain.replace(".", "")
    return " ".join(_NOT_WORD.sub(" ", fold(plain)).split())


@lru_cache(maxsize=_CACHED)
def compact(name: str) -> str:
    """Return the key of ``name`` without spaces or case: «Open AI» and «OpenAI» have the same."""
    return fold(name_key(name)).replace(" ", "")


def slug(name: str) -> str:
    """Return the part of an entity id that a name makes: folded words joined by hyphens."""
    return "-".join((fold(name_key(name)) or fold(name)).split())


def is_acronym(name: str) -> bool:
    """Tell whether ``name`` is two to six capitals, dotted or not."""
    bare = name.replace(".", "")
    return 2 <= len(bare) <= 6 and bare.isupper() and bare.isalpha()


_SMALL = frozenset("of the and for in on de du des la le les et en d l pour à aux au a".split())


def initials(name: str) -> str:
    """Return the capitals that the words of ``name`` begin with: «World Health Organization» gives WHO."""
    words = [word for word in name_key(name).split() if word not in _SMALL]
    return "".join(word[0] for word in words).upper()


_TITLES = frozenset(
    "m mm mme mlle monsieur madame mademoiselle me mr mrs ms miss dr pr prof professeur professor president "
    "presidente ministre minister senator senateur general colonel sir lord lady maitre judge juge".split()
)
"""Words that are said before a person's name and are no part of it."""


@lru_cache(maxsize=_CACHED)
def person_words(name: str) -> tuple[str, ...]:
    """Return the folded words of a person's name, titles before it left out."""
    words = fold(name_key(name)).split()
    while len(words) > 1 and words[0] in _TITLES:
        words = words[1:]
    return tuple(words)
