"""What the words beside a name, or its own last word, say that it is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tui.analysis.entities.finding.tokens import Token
from tui.model.article import Kind, Lang


def _kinds(**words: str) -> dict[str, Kind]:
    return {word: Kind(kind) for kind, listed in words.items() for word in listed.split()}


_BEFORE: dict[Lang, Mapping[str, Kind]] = {
    Lang.EN: _kinds(
        ORG="band company firm club newspaper magazine label party airline startup start-up charity",
        WORK="film movie novel album song single sitcom opera anime manga poem",
        PRODUCT="spacecraft probe rocket satellite telescope rover lander chatbot smartphone",
        PERSON="wife husband brother sister son daughter actor actress singer author novelist poet",
    ),
    Lang.FR: _kinds(
        ORG="groupe entreprise société compagnie club journal quotidien magazine label association start-up",
        WORK="film roman album chanson série opéra poème manga",
        PRODUCT="sonde fusée satellite télescope lanceur astromobile chatbot smartphone",
        PERSON="acteur actrice chanteur chanteuse écrivain écrivaine poète romancier romancière épouse",
    ),
}
"""Common nouns right before a name, in lower case, that say what it is: «the band Elf», «la sonde Juice»."""

_AFTER = _kinds(PRODUCT="spacecraft probe rocket satellite telescope rover lander chatbot smartphone")
"""English nouns right behind a name that say what it is: «an Ariane 5 rocket»."""

_OF: dict[Lang, tuple[frozenset[str], frozenset[str]]] = {
    Lang.EN: (frozenset("city town village province region county municipality".split()), frozenset({"of"})),
    Lang.FR: (frozenset("ville commune village province région île".split()), frozenset({"de", "d'", "d’"})),
}
"""Nouns and the word behind them that a place's name follows: «the town of Thane», «la ville de Lens»."""

_LAST = _kinds(
    EVENT="Cup Championship Championships Olympics Marathon Masters",
    PLACE="River Lake Ocean Valley Mountains Peninsula Stadium Arena Coliseum Airport Avenue Boulevard "
    "Canyon Hemisphere",
)
"""Last words of English names that say what they are, unless it is a person."""

_FIRST = _kinds(
    PLACE="Col col Mont mont Mount Lac lac Lake Massif massif Vallée vallée Gare gare Aéroport aéroport "
    "Stade stade",
    ORG="Parquet parquet Tribunal tribunal Cour Ministère ministère Commission Conseil Fédération Agence "
    "Institut Comité Syndicat Banque Mutuelle Mutuelles Haut-Commissariat",
)
"""First words of names, mostly French, that say what they are, unless it is a person."""


_SPORT = frozenset(
    "goal goals league club season match loan debut coach striker midfielder goalkeeper winger defender "
    "fixture scored penalty semi-final quarter-final".split()
)
"""Words of a sentence about a team sport, in which a town behind «against» is its club."""

_AGAINST = frozenset(
    "win over|wins over|victory over|against|defeat to|defeat by|draw with|loan at|loan to|spell at|"
    "signed for|signed with|transferred to|played for|goals for|debut for|beat|beating|defeated".split("|")
)
"""What stands before a club's name, one word or two."""


def is_club(line: Sequence[Token], place: int, lang: Lang) -> bool:
    """Tell whether a town, whose name begins at ``line[place]``, stands for its club."""
    if lang is not Lang.EN or not place or _SPORT.isdisjoint(word.text for word in line):
        return False
    last = line[place - 1].text
    return last in _AGAINST or (place > 1 and f"{line[place - 2].text} {last}" in _AGAINST)


_QUOTES = {'"': '"', "“": "”"}
_SMALL = frozenset("a an and at by for from in into of on or the to with".split())

TITLE_WORDS = range(3, 10)
"""Words in quotation marks, all with capitals but small ones, that are a title; two may be a nickname."""


def has_quotes(text: str) -> bool:
    """Tell whether a text quotes anything: most do not, and need not be searched for titles."""
    return any(quote in text for quote in _QUOTES)


def titles(line: Sequence[Token]) -> list[tuple[int, int]]:
    """Return the places, first and behind the last, of the titles that a sentence quotes."""
    found, place = [], 0
    while place < len(line):
        closing = _QUOTES.get(line[place].text)
        reach = next((at for at in range(place + 1, len(line)) if line[at].text == closing), None)
        if closing and reach and _is_title(line[place + 1 : reach]):
            found.append((place + 1, reach))
        place = reach + 1 if closing and reach else place + 1
    return found


def _is_title(words: Sequence[Token]) -> bool:
    spelled = [word.text for word in words if word.text[0].isalpha()]
    if len(spelled) not in TITLE_WORDS or not (spelled[0][0].isupper() and spelled[-1][0].isupper()):
        return False
    return all(word[0].isupper() or word in _SMALL for word in spelled)


def told(words: Sequence[Token], line: Sequence[Token], place: int, lang: Lang) -> Kind | None:
    """Return what the text says that the name ``words``, which begins at ``line[place]``, is."""
    quoted = place > 1 and line[place - 1].text in {'"', "“", "«"}
    before = line[place - 1 - quoted].text if place else ""
    after = line[place + len(words)].text if place + len(words) < len(line) else ""
    said = _BEFORE[lang].get(before) if lang in _BEFORE else None
    if said is None and lang is Lang.EN:
        said = _AFTER.get(after)
    return said or (Kind.PLACE if _is_of(line, place, lang) else None)


def _is_of(line: Sequence[Token], place: int, lang: Lang) -> bool:
    nouns, links = _OF.get(lang, (frozenset[str](), frozenset[str]()))
    return place > 1 and line[place - 1].text in links and line[place - 2].text in nouns


_INHABITANTS = re.compile(r"[A-ZÀÉÎ][\w'-]+(?:ais|ois|(?:aise|oise|ien|ienne|éen|éenne|ain|aine)s)")
_PLURALS = frozenset("les des aux ces nos vos leurs Les Des Aux Ces deux trois quatre cinq".split())


def are_people(words: Sequence[Token], line: Sequence[Token], place: int, lang: Lang) -> bool:
    """Tell whether a French name is that of the people of a town or country: «les Lorientais»."""
    before = line[place - 1].text if place else ""
    return (
        lang is Lang.FR
        and len(words) == 1
        and before in _PLURALS
        and _INHABITANTS.fullmatch(words[0].text) is not None
    )


def by_own_words(words: Sequence[Token], lang: Lang) -> Kind | None:
    """Return what the first or last word of a name of several words says that it is."""
    if len(words) < 2:
        return None
    last = _LAST.get(words[-1].text) if lang is Lang.EN else None
    return last or _FIRST.get(words[0].text)
