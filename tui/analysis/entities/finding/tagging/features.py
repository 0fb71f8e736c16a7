"""What the tagger looks at: the word, its neighbours, their shapes, classes and listed names.

The weights know these features by their strings: whoever changes one trains again (tools/train_names.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from tui.analysis.entities.finding import cues
from tui.analysis.entities.finding.wordlists import classes, gazetteer
from tui.analysis.entities.keys import name_key
from tui.analysis.entities.lexicon import lexicon
from tui.model.article import Lang
from tui.text.fold import fold

LONGEST = 5
"""Words in a listed name."""

CACHED = 20_000
"""Word forms whose features are kept, about 3 kB each; then the cache starts afresh."""

_SHAPES = str.maketrans(
    {chr(code): "X" if chr(code).isupper() else "x" for code in range(0x250) if chr(code).isalpha()}
    | dict.fromkeys("0123456789", "d")
)


class _Word(NamedTuple):
    """What is known of one word form, as features for its own place and for its neighbours'."""

    here: list[str]
    before: list[str]
    after: list[str]
    before_two: list[str]
    after_two: list[str]
    lower: str
    number: str
    folded: str
    capital: bool


def shape(word: str) -> str:
    """Return the word with letters as X or x and digits as d, runs over two cut short."""
    drawn = word.translate(_SHAPES)
    kept = [sign for index, sign in enumerate(drawn) if index < 2 or drawn[index - 2 : index] != sign * 2]
    return "".join(kept)


class Features:
    """Turns the words of a sentence into the tagger's features; each word form is worked out once."""

    def __init__(self, lang: Lang) -> None:
        self._lang = lang
        self._classes = classes(lang)
        self._names = _phrases(lang)
        self._words: dict[str, _Word] = {}

    def __call__(self, words: Sequence[str]) -> list[list[str]]:
        """Return the features of each word of a sentence."""
        if len(self._words) > CACHED:
            self._words.clear()
        known = [self._words.get(word) or self._word(word) for word in words]
        edge = self._words.get("") or self._word("")
        padded = [edge, edge, *known, edge, edge]
        listed = self._listed(known)
        loud = ["loud"] if _is_loud(known) else []
        for place in _quoted(words):
            listed.setdefault(place, []).append("quoted")
        return [self._at(padded, place + 2, listed.get(place, []), loud) for place in range(len(known))]

    def _at(self, words: Sequence[_Word], place: int, listed: list[str], loud: list[str]) -> list[str]:
        back, here, ahead = words[place - 1], words[place], words[place + 1]
        pairs = [
            f"b-{back.lower}|{here.lower}",
            f"b+{here.lower}|{ahead.lower}",
            f"k-{back.number}|{here.number}",
            f"k+{here.number}|{ahead.number}",
            f"k±{back.number}|{ahead.number}",
        ]
        return [
            *here.here,
            *back.before,
            *ahead.after,
            *words[place - 2].before_two,
            *words[place + 2].after_two,
            *pairs,
            *listed,
            *loud,
        ]

    def _word(self, word: str) -> _Word:
        lower, folded = word.lower(), fold(word)
        number = self._class(word, lower)
        form = shape(word) or "edge"
        signs = gazetteer().get(folded, "")
        things = sorted({thing.kind.value for thing in lexicon().find(word, self._lang)}) if word else []
        near = [
            f"w={lower}",
            f"s={form}",
            f"c={number}",
            f"m={_coarse(number, self._lang)}",
            f"e={folded[-3:]}",
        ]
        near += [f"g={signs}"] if signs else []
        far = [f"w={lower}", f"c={number}"]
        here = [
            *self._own(word, lower, form, number),
            *(f"g={sign}" for sign in signs),
            *(f"t={kind}" for kind in things),
        ]
        self._words[word] = made = _Word(
            here,
            [f"-1{part}" for part in near],
            [f"+1{part}" for part in near],
            [f"-2{part}" for part in far],
            [f"+2{part}" for part in far],
            lower,
            number,
            folded,
            word[:1].isupper(),
        )
        return made

    def _class(self, word: str, lower: str) -> str:
        number = self._classes.get(word) or self._classes.get(lower) or self._classes.get(word.capitalize())
        return str(number) if number else shape(word)

    def _own(self, word: str, lower: str, form: str, number: str) -> Iterator[str]:
        yield from ("one", f"w={lower}", f"s={form}", f"c={number}")
        yield from (f"m{size}={part}" for size, part in enumerate(_prefixes(number, self._lang)))
        yield from (f"p{size}={lower[:size]}" for size in (2, 3, 4))
        yield from (f"e{size}={lower[-size:]}" for size in (2, 3, 4))
        if word[:1].isupper():
            yield "usual" if lower in self._classes else "capital"
            yield from _cues(word)

    def _listed(self, words: Sequence[_Word]) -> dict[int, list[str]]:
        """Return features of the longest listed names of several words, by place."""
        found: dict[int, list[str]] = {}
        place = 0
        while place < len(words):
            size, signs = self._longest(words, place) if words[place].capital else (0, "")
            for inner in range(size):
                found[place + inner] = [f"G{'I' if inner else 'B'}={sign}" for sign in signs.split()]
            place += size or 1
        return found

    def _longest(self, words: Sequence[_Word], place: int) -> tuple[int, str]:
        spelled = words[place].folded.replace("-", " ")
        best = (0, "")
        for end in range(place + 1, min(place + LONGEST, len(words))):
            spelled = f"{spelled} {words[end].folded.replace('-', ' ')}"
            signs = self._names.get(spelled)
            if signs:
                best = (end - place + 1, signs)
        return best


_QUOTES = {'"': '"', "“": "”", "«": "»", "‘": "’"}

QUOTED = 8
"""Words between quotation marks up to which they are a title or a nickname rather than speech."""


def _quoted(words: Sequence[str]) -> Iterator[int]:
    """Yield the places of words in short quotations."""
    place = 0
    while place < len(words):
        closing = _QUOTES.get(words[place])
        within = words[place + 1 : place + QUOTED + 2]
        size = within.index(closing) if closing in within else 0
        yield from range(place + 1, place + 1 + size)
        place += size + 2 if size else 1


def _is_loud(words: Sequence[_Word]) -> bool:
    """Tell whether a sentence is a headline in capitals, where capitals say little."""
    letters = [word for word in words if word.lower[:1].isalpha() and len(word.lower) > 3]
    return len(letters) > 2 and sum(word.capital for word in letters) > 0.7 * len(letters)


def _cues(word: str) -> Iterator[str]:
    for sign, pattern in (("O", cues.ORGANISATION), ("L", cues.PLACE), ("E", cues.EVENT)):
        if pattern.fullmatch(word):
            yield f"q={sign}"


_BITS = (0xF, 0x3F, 0x3FF)
"""The first 4, 6 and 10 steps of a Brown path: ever finer classes."""


def _prefixes(number: str, lang: Lang) -> list[str]:
    """Return the coarser classes that a class lies in."""
    if not number.isdecimal():
        return []
    return [_coarse(number, lang)] if lang is Lang.FR else [str(int(number) & bits) for bits in _BITS]


def _coarse(number: str, lang: Lang) -> str:
    if not number.isdecimal():
        return number
    return str(int(number) & (0x1F if lang is Lang.FR else 0x3F))


@cache
def _phrases(lang: Lang) -> dict[str, str]:
    """Return the listed names of several words, folded, with their signs."""
    found = {name: " ".join(signs) for name, signs in gazetteer().items() if " " in name}
    for thing in lexicon().things:
        for name in thing.names(lang):
            spelled = fold(name).replace("-", " ").replace("'", "' ")
            if " " in name_key(name):
                found[" ".join(spelled.split())] = thing.kind.value
    return found
