"""A query's words in the other language: what the library's own pairs taught, dictionaries, shared words."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from tui.library.compile.cognates import cognates
from tui.library.compile.units import Counterparts
from tui.library.searching.dictionary import dictionary
from tui.library.store.database import Database
from tui.model.listing import Hit
from tui.text.chain import terms

WEAKER = 0.8
"""What a hit through the other language is worth beside a direct one: never more."""

_OTHER = {"fr": "en", "en": "fr"}


def counterparts(database: Database) -> Counterparts:
    """Return what gives a word's counterparts as (language, word), whichever language the word is in."""
    taught = _taught(database)

    def found(word: str) -> tuple[tuple[str, str], ...]:
        pairs = ((_OTHER[lang], other) for lang in _OTHER for other in _of(word, lang, taught))
        return tuple(dict.fromkeys(pairs))

    return found


def _taught(database: Database) -> dict[tuple[str, str], list[str]]:
    """Return (language, term) -> counterparts, from the library's own aligned pairs."""
    by_term: dict[tuple[str, str], list[str]] = {}
    for fr, en in database.rows("SELECT fr, en FROM learnt WHERE kind = 'word' ORDER BY weight DESC"):
        for word, other, lang in ((fr, en, "fr"), (en, fr, "en")):
            for term in terms(word, lang):
                by_term.setdefault((lang, term), []).append(other)
    return by_term


def _of(word: str, lang: str, taught: dict[tuple[str, str], list[str]]) -> Iterable[str]:
    learnt = (other for term in terms(word, lang) for other in taught.get((lang, term), ()))
    book = dictionary(lang)
    return (*learnt, *(book.translations(word) if book else ()), *cognates(word, lang))


def merged(direct: Collection[Hit], through: Iterable[Hit], limit: int) -> tuple[Hit, ...]:
    """Return the direct hits with what was found through the other language among them, marked.

    Direct hits with all words stay first; then strength counts, and what was found through the other
    language alone is worth less.
    """
    full = [hit for hit in direct if not hit.partial]
    known = _ends(full)
    own = _ends(direct)
    rest = [_weighed(hit, direct=hit.id in own) for hit in through if hit.id not in known]
    best = (*full, *sorted(rest, key=lambda hit: -hit.score))[:limit]
    return tuple(replace(hit, rank=rank) for rank, hit in enumerate(best, 1))


def _ends(hits: Iterable[Hit]) -> set[str]:
    return {end for hit in hits for end in (hit.id, hit.pair) if end}


def _weighed(hit: Hit, *, direct: bool) -> Hit:
    """Mark a hit as found through the other language, unless some words are there as they were asked for."""
    if direct and hit.partial:
        return hit
    return replace(hit, across=True, score=hit.score if direct else hit.score * WEAKER)
