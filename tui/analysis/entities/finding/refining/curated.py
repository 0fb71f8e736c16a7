"""Names known beforehand, found in a text whatever the tagger thinks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from tui.analysis.entities.finding.tokens import Token, tokens
from tui.analysis.entities.lexicon import Thing, lexicon
from tui.model.article import Kind, Lang, Mention

_COMMON = frozenset(
    "Orange Mars Jupiter Meta Apple Signal Threads Total Claude Gemini Oracle Constitution Mistral Mac "
    "Canton Intel Messenger Wired Alphabet Chrome Windows Android Stanford Cambridge Amnesty Guardian "
    "House Fed Treasury Labour Congress Copilot Christmas Pâques Noël Easter Renaissance Bible Wagner "
    "Perplexity Anthropic Channel Gulf Pacific Vienne Tours Commons Lords Holocaust Golfe Manche Trésor "
    "Rome Florence Grenade Mondial Sénat Mexico Senate Snap Information Libération Gênes Damas Nil "
    "Alexa Sora Telegram Amérique Moon Sun Mercury Mercure Io Titan Triton Europa Callisto Giro Église État "
    "Curiosity Earth Terre Soleil Lune Hubble Cassini Starship Voyager EMA ISS BEI".split()
)
"""Names that are words, given names or other things as well: never added to what the tagger found."""

_ADDED = frozenset({Kind.ORG, Kind.PRODUCT, Kind.EVENT, Kind.WORK, Kind.PLACE, Kind.GROUP, Kind.PERSON})

_X_BEFORE = frozenset(
    "Generation Génération iPhone Malcolm rayon rayons Project Planet OS Pie Pius Louis Charles".split()
)
"""Words behind which X is a number or a part of another name."""


@cache
def _spellings(lang: Lang) -> dict[tuple[str, ...], Kind]:
    """Return the known names as token sequences: with a capital, or of several words («cour suprême»)."""
    found: dict[tuple[str, ...], Kind] = {}
    for thing in lexicon().things:
        for name in _written(thing, lang):
            if thing.kind in _ADDED and name not in _COMMON and _is_safe(name):
                found.setdefault(tuple(word.text for word in tokens(name, lang)), thing.kind)
    return found


_SMALL_FIRST = frozenset(
    "Cour Conseil Comité Parti Maison Chambre Commission Banque Union Guerre Coupe Jeux Ligue Réserve Sénat "
    "Congrès Première Seconde Deuxième État Parlement Prix Festival Organisation Haut-Commissariat".split()
)
"""French words that often lose their capital at the beginning of a name: «la cour suprême»."""


def _written(thing: Thing, lang: Lang) -> Iterator[str]:
    """Yield the spellings of a thing, in French with a small first letter too where that is usual."""
    for name in thing.names(lang):
        yield name
        if lang is Lang.FR and " " in name and name.partition(" ")[0] in _SMALL_FIRST:
            yield name[0].lower() + name[1:]


def _is_safe(name: str) -> bool:
    """Tell whether a spelling is a name wherever it stands: capitals and more than two letters, few apart."""
    return (len(name) > 2 and (name != name.lower() or " " in name)) or name in {
        "X",
        "UN",
        "EU",
        "UE",
        "US",
        "UK",
    }


@cache
def _beginnings(lang: Lang) -> dict[str, int]:
    """Return the length of the longest known name that begins with a word."""
    found: dict[str, int] = {}
    for spelling in _spellings(lang):
        found[spelling[0]] = max(found.get(spelling[0], 0), len(spelling))
    return found


def curated(sentenced: Sequence[Sequence[Token]], lang: Lang) -> Iterator[Mention]:
    """Yield every known name in a text, the longest at each place."""
    longest, spellings = _beginnings(lang), _spellings(lang)
    for words in sentenced:
        place = 0
        while place < len(words):
            size = longest.get(words[place].text, 0) and _longest(words, place, longest, spellings)
            if size:
                kind = spellings[tuple(word.text for word in words[place : place + size])]
                yield Mention(words[place].start, words[place + size - 1].end, kind, "")
            place += size or 1


def _longest(
    words: Sequence[Token], place: int, longest: dict[str, int], spellings: dict[tuple[str, ...], Kind]
) -> int:
    for size in range(longest[words[place].text], 0, -1):
        spelling = tuple(word.text for word in words[place : place + size])
        if len(spelling) == size and spelling in spellings:
            return size if spelling != ("X",) or _is_x(words, place) else 0
    return 0


def _is_x(words: Sequence[Token], place: int) -> bool:
    """Tell whether a lone X is the network: not an initial, a number or an unknown."""
    before = words[place - 1].text if place else ""
    after = words[place + 1].text if place + 1 < len(words) else ""
    beside = before in _X_BEFORE or before[:1].isdigit() or after[:1].isdigit() or before in {"-", "="}
    return not beside and after not in {"-", "=", "+"} and not (after == "." and place + 2 < len(words))


def peoples(sentenced: Sequence[Sequence[Token]], lang: Lang) -> Iterator[Mention]:
    """Yield the peoples that French writes in lower case: «American» is lit on the other side too."""
    forms = _peoples(lang)
    for words in sentenced:
        for word in words:
            if word.text in forms:
                yield Mention(word.start, word.end, Kind.GROUP, "")


@cache
def _peoples(lang: Lang) -> frozenset[str]:
    groups = (thing for thing in lexicon().things if thing.kind is Kind.GROUP)
    return frozenset(name for thing in groups for name in thing.names(lang) if name[0].islower())
