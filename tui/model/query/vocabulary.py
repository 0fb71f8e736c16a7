"""The names that operators have in English and in French, and the values of those whose choice is closed."""

from __future__ import annotations

from difflib import get_close_matches

from tui.model.article import Kind, Lang
from tui.model.query.nodes import Attribute, Place, State
from tui.text.fold import fold

DATE = "date"

PLACES = {
    "title": Place.TITLE,
    "titre": Place.TITLE,
    "body": Place.BODY,
    "texte": Place.BODY,
    "corps": Place.BODY,
}

ATTRIBUTES = {
    "source": Attribute.SOURCE,
    "byline": Attribute.BYLINE,
    "auteur": Attribute.BYLINE,
    "entity": Attribute.ENTITY,
    "entite": Attribute.ENTITY,
    "kind": Attribute.KIND,
    "genre": Attribute.KIND,
    "lang": Attribute.LANG,
    "langue": Attribute.LANG,
    "is": Attribute.IS,
    "est": Attribute.IS,
    "tag": Attribute.TAG,
    "etiquette": Attribute.TAG,
}

_STATES = {
    "apparie": State.PAIRED,
    "seul": State.SINGLE,
    "lu": State.READ,
    "non-lu": State.UNREAD,
    "favori": State.STARRED,
    "note": State.NOTED,
    "sans-date": State.UNDATED,
    **{state.value: state for state in State},
}
_KINDS = {
    "personne": Kind.PERSON,
    "organisation": Kind.ORG,
    "lieu": Kind.PLACE,
    "groupe": Kind.GROUP,
    "produit": Kind.PRODUCT,
    "evenement": Kind.EVENT,
    "oeuvre": Kind.WORK,
    "argent": Kind.MONEY,
    "pourcentage": Kind.PERCENT,
    "quantite": Kind.QUANTITY,
    **{kind.value.lower(): kind for kind in Kind},
}
_LANGS = {
    "francais": Lang.FR,
    "french": Lang.FR,
    "anglais": Lang.EN,
    "english": Lang.EN,
    "fr": Lang.FR,
    "en": Lang.EN,
}
CLOSED: dict[Attribute, dict[str, State] | dict[str, Kind] | dict[str, Lang]] = {
    Attribute.IS: _STATES,
    Attribute.KIND: _KINDS,
    Attribute.LANG: _LANGS,
}
"""The values that an attribute can have, by folded name; attributes not here take any text."""

_FIELDS = (*PLACES, *ATTRIBUTES, DATE)


def is_field_name(name: str) -> bool:
    """Tell whether ``name`` before a colon is an operator."""
    return fold(name) in _FIELDS


def nearest_field(name: str) -> str:
    """Return the operator that ``name`` was probably meant to be, or an empty string."""
    return next(iter(get_close_matches(fold(name), _FIELDS, 1)), "")


def closed_value(attribute: Attribute, value: str) -> str | None:
    """Return the usual spelling of ``value``, or None when ``attribute`` cannot have it."""
    choices = CLOSED.get(attribute)
    if choices is None:
        return value
    found = choices.get(fold(value))
    return None if found is None else str(found.value)


def values_of(attribute: Attribute) -> tuple[str, ...]:
    """Return the values that a closed attribute can have."""
    return tuple(dict.fromkeys(str(value).lower() for value in CLOSED[attribute].values()))


def nearest_value(attribute: Attribute, value: str) -> str:
    """Return the value that ``value`` was probably meant to be, or an empty string."""
    return next(iter(get_close_matches(fold(value), CLOSED.get(attribute, {}), 1)), "")
