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

_SHAPES = str.maketrans(
    {chr(code): "X" if chr(code).isupper() else "x" for code in range(0x250) if chr(code).isalpha()}
    | dict.fromkeys("0123456789", "d")
)


class Sign(NamedTuple):
    """What pairs of words, listed names and headlines look at in one word form."""

    lower: str
    number: str
    folded: str
    capital: bool


class Form(NamedTuple):
    """The features of one word form: for its own place, and for its neighbours' up to two words away."""

    sign: Sign
    here: list[str]
    before: list[str]
    after: list[str]
    before_two: list[str]
    after_two: list[str]


def shape(word: str) -> str:
    """Return the word with letters as X or x and digits as d, runs over two cut short."""
    drawn = word.translate(_SHAPES)
    if len(drawn) < 3:
        return drawn
    kept = [sign for at, sign in enumerate(drawn) if at < 2 or not drawn[at - 2] == drawn[at - 1] == sign]
    return "".join(kept)


class Features:
    """Turns the words of a sentence of one language into features."""

    def __init__(self, lang: Lang) -> None:
        self._lang = lang
        self._classes = classes(lang)
        self._names = _phrases(lang)

    def __call__(self, words: Sequence[str]) -> list[list[str]]:
        """Return all features of each word of a sentence, as training wants them."""
        edge = self.form("")
        padded = [edge, edge, *map(self.form, words), edge, edge]
        beside = self.beside(words, [form.sign for form in padded[2:-2]])
        return [[*_at(padded, place + 2), *beside.get(place, ())] for place in range(len(words))]

    def form(self, word: str) -> Form:
        """Return the features of a word form; the empty one stands beyond either end of a sentence."""
        lower, folded = word.lower(), fold(word)
        number = self._class(word, lower)
        drawn = shape(word) or "edge"
        signs = gazetteer().get(folded, "")
        near = [f"w={lower}", f"s={drawn}", f"c={number}"]
        near += [f"m={_coarse(number, self._lang)}", f"e={folded[-3:]}"]
        near += [f"g={signs}"] if signs else []
        far = near[0], near[2]
        here = [*self._own(word, lower, drawn, number), *(f"g={sign}" for sign in signs), *self._known(word)]
        return Form(
            Sign(lower, number, folded, word[:1].isupper()),
            here,
            [f"-1{part}" for part in near],
            [f"+1{part}" for part in near],
            [f"-2{part}" for part in far],
            [f"+2{part}" for part in far],
        )

    def beside(self, words: Sequence[str], signs: Sequence[Sign]) -> dict[int, list[str]]:
        """Return what else a sentence says of its words, by place: listed names, quotations, headlines."""
        found = self._listed(signs)
        for place in _quoted(words):
            found.setdefault(place, []).append("quoted")
        if _is_loud(signs):
            for place in range(len(signs)):
                found.setdefault(place, []).append("loud")
        return found

    def _known(self, word: str) -> list[str]:
        things = lexicon().find(word, self._lang) if word else ()
        return sorted({f"t={thing.kind.value}" for thing in things}) if things else []

    def _class(self, word: str, lower: str) -> str:
        number = self._classes.get(word) or self._classes.get(lower) or self._classes.get(word.capitalize())
        return str(number) if number else shape(word)

    def _own(self, word: str, lower: str, drawn: str, number: str) -> list[str]:
        own = ["one", f"w={lower}", f"s={drawn}", f"c={number}"]
        own += [f"m{size}={part}" for size, part in enumerate(_prefixes(number, self._lang))]
        own += [f"p2={lower[:2]}", f"p3={lower[:3]}", f"p4={lower[:4]}"]
        own += [f"e2={lower[-2:]}", f"e3={lower[-3:]}", f"e4={lower[-4:]}"]
        if word[:1].isupper():
            own.append("usual" if lower in self._classes else "capital")
            own += _cues(word)
        return own

    def _listed(self, signs: Sequence[Sign]) -> dict[int, list[str]]:
        """Return features of the longest listed names of several words, by place."""
        found: dict[int, list[str]] = {}
        behind = 0
        for place, sign in enumerate(signs):
            if place < behind or not sign.capital:
                continue
            size, listed = self._longest(signs, place)
            for inner in range(size):
                found[place + inner] = [f"G{'I' if inner else 'B'}={kind}" for kind in listed.split()]
            behind = place + size
        return found

    def _longest(self, signs: Sequence[Sign], place: int) -> tuple[int, str]:
        spelled = signs[place].folded.replace("-", " ")
        best = (0, "")
        for end in range(place + 1, min(place + LONGEST, len(signs))):
            spelled = f"{spelled} {signs[end].folded.replace('-', ' ')}"
            listed = self._names.get(spelled)
            if listed:
                best = (end - place + 1, listed)
        return best


def _at(forms: Sequence[Form], place: int) -> list[str]:
    back, here, ahead = forms[place - 1], forms[place], forms[place + 1]
    return [
        *here.here,
        *back.before,
        *ahead.after,
        *forms[place - 2].before_two,
        *forms[place + 2].after_two,
        f"{WORDS_BACK}{pair(back.sign.lower, here.sign.lower)}",
        f"{WORDS_AHEAD}{pair(here.sign.lower, ahead.sign.lower)}",
        f"{CLASSES_BACK}{pair(back.sign.number, here.sign.number)}",
        f"{CLASSES_AHEAD}{pair(here.sign.number, ahead.sign.number)}",
        f"{CLASSES_AROUND}{pair(back.sign.number, ahead.sign.number)}",
    ]


WORDS_BACK, WORDS_AHEAD = "b-", "b+"
CLASSES_BACK, CLASSES_AHEAD, CLASSES_AROUND = "k-", "k+", "k±"
"""What features of two words, or of their classes, begin with."""


def pair(first: str, second: str) -> str:
    """Return the name of a feature of two words behind its beginning."""
    return f"{first}|{second}"


_QUOTES = {'"': '"', "“": "”", "«": "»", "‘": "’"}

QUOTED = 8
"""Words between quotation marks up to which they are a title or a nickname rather than speech."""


def _quoted(words: Sequence[str]) -> Iterator[int]:
    """Yield the places of words in short quotations."""
    if _QUOTES.keys().isdisjoint(words):
        return
    place = 0
    while place < len(words):
        closing = _QUOTES.get(words[place])
        within = words[place + 1 : place + QUOTED + 2] if closing else ()
        size = within.index(closing) if closing in within else 0
        yield from range(place + 1, place + 1 + size)
        place += size + 2 if size else 1


def _is_loud(signs: Sequence[Sign]) -> bool:
    """Tell whether a sentence is a headline in capitals, where capitals say little."""
    letters = [sign.capital for sign in signs if len(sign.lower) > 3 and sign.lower[0].isalpha()]
    return len(letters) > 2 and sum(letters) > 0.7 * len(letters)


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
