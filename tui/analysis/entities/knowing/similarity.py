"""How alike a French and an English name are: spelling, surname, translated words."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache

from tui.analysis.entities.keys import compact, is_acronym, name_key, person_words
from tui.analysis.entities.lexicon import rows
from tui.model.article import Kind

_SMALL = frozenset("of the and for in de du des la le les l d et pour en a au aux".split())

STEM = 5
"""Letters that two forms of one word share at least: Constitution, constitutionnel."""

SHORT = 5
"""Names shorter than this are never compared by likeness: Iran and Irak are one letter apart."""

LIKE = 84
"""rapidfuzz ratio from which two spellings are taken for one (Zelensky, Zelenskyy)."""

_INTERCHANGEABLE = (
    frozenset({Kind.ORG, Kind.PRODUCT, Kind.WORK, Kind.PLACE}),
    frozenset({Kind.EVENT, Kind.WORK, Kind.ORG}),
    frozenset({Kind.GROUP, Kind.ORG}),
)
"""Kinds that taggers mistake for each other; a person is only ever a person."""


Translate = Callable[[str], Collection[str]]
"""A dictionary: a folded French word to the folded English ones that translate it."""


def no_dictionary(_word: str) -> Collection[str]:
    """Translate nothing: where no dictionary is installed."""
    return ()


def alike(fr: str, en: str, fr_kind: Kind, en_kind: Kind, translate: Translate = no_dictionary) -> float:
    """Return from 0 to 1 how surely the two names are one thing's."""
    if compact(fr) == compact(en):
        return 1.0 if fr_kind is en_kind else 0.9
    if is_acronym(fr) or is_acronym(en):
        return 0.0
    if _holds(person_words(fr), person_words(en)):
        return 0.8
    if not _compatible(fr_kind, en_kind):
        return 0.0
    if fr_kind is en_kind is Kind.PERSON:
        return _same_person(person_words(fr), person_words(en))
    left, right = name_key(fr).split(), name_key(en).split()
    return max(_spelling(fr, en), _words_alike(left, right, translate), _begins_or_ends(left, right))


def _holds(fr: Sequence[str], en: Sequence[str]) -> bool:
    """Tell whether one name, of two words or more, begins or ends the other; one word must be all of it."""
    short, long = sorted((fr, en), key=len)
    size = len(short)
    if size < 2:
        return fr == en and len(fr[0]) > 3
    return short in (long[:size], long[-size:])


def _compatible(fr: Kind, en: Kind) -> bool:
    return fr is en or any(fr in kinds and en in kinds for kinds in _INTERCHANGEABLE)


def _spelling(fr: str, en: str) -> float:
    from rapidfuzz import fuzz  # noqa: PLC0415 - only where articles are added or compared

    left, right = compact(fr), compact(en)
    if min(len(left), len(right)) < SHORT:
        return 0.0
    ratio = fuzz.ratio(left, right)
    return ratio / 100 if ratio >= LIKE else 0.0


def _begins_or_ends(fr: Sequence[str], en: Sequence[str]) -> float:
    """Return the likeness of a name and the one word that it begins or ends with: Lloyds, Lloyds Pharmacy."""
    short, long = sorted((fr, en), key=len)
    if len(short) != 1 or len(long) < 2 or len(short[0]) < SHORT or short[0] in _GENERIC:
        return 0.0
    return 0.8 if short[0] in {long[0], long[-1]} else 0.0


def _same_person(fr: Sequence[str], en: Sequence[str]) -> float:
    """Return the likeness of two people: one surname alike, given names not in conflict."""
    if not fr or not en or not _word_alike(fr[-1], en[-1]):
        return _spelling(" ".join(fr), " ".join(en)) if len(fr) == len(en) > 1 else 0.0
    if len(fr) == 1 or len(en) == 1:
        return 0.85
    return 0.95 if _given_alike(fr[0], en[0]) else 0.0


def _given_alike(fr: str, en: str) -> bool:
    return fr[0] == en[0] if len(fr) == 1 or len(en) == 1 else _word_alike(fr, en)


def _word_alike(fr: str, en: str) -> bool:
    return fr == en or _spelling(fr, en) > 0


_GENERIC = frozenset(
    "comte county ile island iles islands river fleuve riviere lac lake mont mount professeur prof "
    "company group "
    "groupe societe inc corp ltd co plc plan hotel universite university city ville province state "
    "etat parc park "
    "comite club fc hopital hospital rue street prison aeroport airport parti party isle lake "
    "peninsule bay".split()
)
"""Words that say what a thing is, which one language may leave out: Hillsborough County, le Hillsborough."""


def _own(words: Sequence[str]) -> list[str]:
    """Return the words of a name that are its own, if they are long enough to tell."""
    own = [word for word in words if word not in _GENERIC]
    return own if sum(map(len, own)) >= SHORT else []


def _words_alike(fr: Sequence[str], en: Sequence[str], translate: Translate) -> float:
    """Return the Dice coefficient of the words that translate each other, small words aside."""
    left = [word for word in fr if word not in _SMALL]
    right = [word for word in en if word not in _SMALL]
    if _own(left) == _own(right) != []:
        return 0.85
    if min(len(left), len(right)) < 1 or max(len(left), len(right)) < 2:
        return 0.0
    unused = list(right)
    for word in left:
        twin = next((other for other in unused if _translates(word, other, translate)), None)
        if twin is not None:
            unused.remove(twin)
    return 2 * (len(right) - len(unused)) / (len(left) + len(right))


def _translates(fr: str, en: str, translate: Translate) -> bool:
    return (
        en in _dictionary().get(fr, ())
        or en in translate(fr)
        or (len(fr) > 3 and _stem(fr) == _stem(en))
        or _word_alike(fr, en)
    )


def _stem(word: str) -> str:
    return word[:STEM]


@cache
def _dictionary() -> Mapping[str, frozenset[str]]:
    """Return the English words for the French words that names are made of."""
    return {name_key(fr): frozenset(map(name_key, en.split("|"))) for fr, en in rows("words.tsv")}
