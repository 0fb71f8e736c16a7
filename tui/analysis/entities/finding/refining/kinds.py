"""Kinds finer than the tagger's four: curated names first, then what the words of a name say."""

from __future__ import annotations

from tui.analysis.entities.finding import cues
from tui.analysis.entities.lexicon import countries, lexicon
from tui.model.article import Kind, Lang

_PLAIN = {"PER": Kind.PERSON, "LOC": Kind.PLACE, "ORG": Kind.ORG}

_SETTLED = frozenset({Kind.ORG, Kind.PRODUCT, Kind.GROUP, Kind.EVENT, Kind.WORK, Kind.PERSON})
"""Kinds that a curated name decides; a place may well stand for its team or for a person of that name."""

_GIVEN_NAMES = frozenset(
    {"Claude", "Alexa", "Wagner", "Oscar", "Alphabet", "Sora", "Moon", "Mercury", "Hubble", "Cassini"}
)
"""Curated names that are people's as well: the tagger decides."""


def kind_of(name: str, tag: str, lang: Lang) -> Kind:
    """Return the kind of a name that the tagger gave ``tag``."""
    kinds = [thing.kind for thing in lexicon().find(name, lang)]
    plain = Kind.ORG if tag == "PER" and _is_firm(name) else _PLAIN.get(tag)
    if plain in kinds or (plain is Kind.PERSON and name in _GIVEN_NAMES):
        return plain or kinds[0]
    if Kind.PLACE in kinds and (plain is Kind.PERSON or is_country(name, lang)):
        return Kind.PLACE
    settled = [kind for kind in kinds if kind in _SETTLED or plain is None]
    return settled[0] if settled else plain or _among(name)


def _among(name: str) -> Kind:
    """Return the kind of something that is neither person nor place nor organisation."""
    if cues.EVENT.search(name):
        return Kind.EVENT
    if cues.PRODUCT.fullmatch(name):
        return Kind.PRODUCT
    return Kind.WORK


_FIRMS = frozenset(
    "Images Records Studios Group Groupe Inc Inc. Corp Corp. Company University Université Media "
    "Entertainment Pictures Airlines Airways Motors Industries Technologies Systems Partners Holdings "
    "Foundation Fondation Association Institute Institut Federation Fédération Orchestra Productions "
    "Bancorp Ltd Ltd. Co.".split()
)
"""Last words that no person is called."""


def _is_firm(name: str) -> bool:
    return " " in name and name.rsplit(" ", 1)[-1] in _FIRMS


def is_country(name: str, lang: Lang) -> bool:
    """Tell whether a name is a country's."""
    return any(thing in countries() for thing in lexicon().find(name, lang))
