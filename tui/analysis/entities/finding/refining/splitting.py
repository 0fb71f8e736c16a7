"""Spans cut where no name goes on: dashes, «-based», two known names joined by «and»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.analysis.entities.finding.refining.context import are_people
from tui.analysis.entities.finding.tokens import Token
from tui.analysis.entities.lexicon import lexicon
from tui.model.article import Kind, Lang

_DASHES = frozenset("- — – | • · ; :".split())
_CUTS = frozenset("— | • @ ©".split())
"""Marks that no name goes on behind, whatever it is; an address or a programme has them between names."""

_JOINS = frozenset({"et", "and", "or", "ou", ",", "&", "/"})
_INNER = frozenset(
    "de du des d' d’ la le les l' l’ of the for in à au aux en pour and et & von van der bin al el".split()
)
"""Small words that stand inside names."""

_OFFICES = frozenset("PDG CEO CTO CFO DG".split())


def parts(words: Sequence[Token], tag: str, lang: Lang) -> Iterator[Sequence[Token]]:
    """Yield the pieces of a tagged run of words that are names of their own."""
    if _is_known(words, lang):
        yield words
        return
    begun = 0
    for place, word in enumerate(words):
        if _parts_at(words, place, tag, lang):
            yield words[begun:place]
            begun = place if word.text.startswith("-") and len(word.text) > 1 else place + 1
            begun += word.text.startswith("-") and word.text[1:].islower()
    yield words[begun:]


def _parts_at(words: Sequence[Token], place: int, tag: str, lang: Lang) -> bool:
    word = words[place].text
    if _always_parts(words, place) or (word == "," and tag == "LOC"):
        return True
    if word in _DASHES:
        return tag in {"PER", "LOC"} or _are_known(words, place, lang)
    if word.islower() and word.isalpha() and word not in _INNER and _goes_on(words, place, lang):
        return True
    return (word in _JOINS or _is_people(word, lang)) and _are_known(words, place, lang)


def _always_parts(words: Sequence[Token], place: int) -> bool:
    """Tell whether no name goes on behind a word, whatever it is and whatever stands beside."""
    word = words[place].text
    cut = word in _CUTS and place > 0 and words[place - 1].end < words[place].start
    hanging = word.startswith("-") and word[1:].islower()
    return cut or hanging or (word in _OFFICES and place == 0) or _is_left_open(words, place)


def _goes_on(words: Sequence[Token], place: int, lang: Lang) -> bool:
    """Tell whether the sentence rather than the name goes on at a word in lower case."""
    if _is_verb(words, place, lang) or _is_own(words[place + 1 :], lang):
        return True
    return _trails(words, place, lang)


_CLOSING = {"“": "”", "«": "»", '"': '"'}


def _is_left_open(words: Sequence[Token], place: int) -> bool:
    """Tell whether a quotation begins at a word that does not end within the name («Debian 7 “Wheezy»)."""
    closing = _CLOSING.get(words[place].text)
    return closing is not None and all(word.text != closing for word in (*words[:place], *words[place + 1 :]))


_VERBS = frozenset(
    "left said says was is were has had became entered joined won makes make made took gave "
    "visited told".split()
)


def _is_verb(words: Sequence[Token], place: int, lang: Lang) -> bool:
    """Tell whether a sentence goes on behind an English name («Voyager 1 left Cape Canaveral»)."""
    return lang is Lang.EN and place > 0 and words[place].text in _VERBS


def _trails(words: Sequence[Token], place: int, lang: Lang) -> bool:
    """Tell whether only small words follow a known name («US academia»)."""
    return place > 0 and all(word.text.islower() for word in words[place:]) and _is_known(words[:place], lang)


def _is_known(words: Sequence[Token], lang: Lang) -> bool:
    return bool(words) and bool(lexicon().find(" ".join(word.text for word in words), lang))


def _is_own(words: Sequence[Token], lang: Lang) -> bool:
    """Tell whether the words are the whole of a known firm, product or person («Musk accusant OpenAI»)."""
    things = lexicon().find(" ".join(word.text for word in words), lang)
    return any(thing.kind in {Kind.ORG, Kind.PRODUCT, Kind.PERSON} for thing in things)


def _is_people(word: str, lang: Lang) -> bool:
    return word.islower() and lexicon().one(word, lang, Kind.GROUP) is not None


def _are_known(words: Sequence[Token], place: int, lang: Lang) -> bool:
    """Tell whether what stands on either side is a name known beforehand (or nothing, at the end)."""
    sides = (words[:place], words[place + 1 :])
    return all(not side or lexicon().find(_own_words(side), lang) for side in sides)


def _own_words(words: Sequence[Token]) -> str:
    """Return the words as text, small ones at the beginning left out («et à l'OTAN»)."""
    first = 0
    while first < len(words) - 1 and words[first].text in _INNER:
        first += 1
    return " ".join(word.text for word in words[first:])


_ARTICLES = frozenset({"La", "Le", "Les", "L'", "L’", "The"})


def without_article(words: Sequence[Token], lang: Lang) -> Sequence[Token]:
    """Return a place's or a people's name without the article of a sentence's beginning (but «La Haye»)."""
    if len(words) < 2 or words[0].text not in _ARTICLES:
        return words
    if len(words) == 2 and are_people(words[1:], words, 1, lang):
        return words[1:]
    name, rest = (" ".join(word.text for word in part) for part in (words, words[1:]))
    thing = lexicon().one(rest, lang, Kind.PLACE)
    return words[1:] if thing and name not in thing.names(lang) else words


def begins_with_people(words: Sequence[Token], tag: str) -> bool:
    """Tell whether a French span is a people and a person of it («la Néerlandaise Lina Ortega»)."""
    capitals = all(word.text[0].isupper() for word in words)
    people = lexicon().one(words[0].text, Lang.FR, Kind.GROUP) is not None
    return tag in {"PER", "LOC"} and len(words) > 2 and capitals and people
