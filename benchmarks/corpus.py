"""Articles by the thousand: words of the sample corpus at their own frequency, and a tail of made-up ones.

The tail follows Zipf's law, as running text does, so postings, vocabularies and prefixes have usual sizes.
The same seed gives the same articles.
"""

from __future__ import annotations

import random
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

SEEDS = Path(__file__).parent.parent / "seeds"
NEWEST = date(2026, 6, 30)
DAYS = 4_000
"""Eleven years of articles."""

TAIL = 60_000
"""Made-up words a language; about as many distinct words as 20,000 newspaper articles hold."""

SOURCES = {
    "fr": ("Le Relais", "La Vigie", "L'Écho du port", "Le Phare"),
    "en": ("The Relay", "The Lookout", "Harbour Echo", "The Beacon"),
}
BYLINES = {
    "fr": ("Hugo Le Gall", "Inès Carel", "Zoé Maurin"),
    "en": ("Ruth Calder", "Fiona Barclay", "Sam Ogle"),
}
_ONSETS = "b c d f g l m n p r s t v br ch cl cr dr fl gr pl pr tr gn".split()
_VOWELS = {"fr": "a e i o u é è ou oi an on eau".split(), "en": "a e i o u ea oo ou ai".split()}
_ENDINGS = {
    "fr": "e es er ent ation ations ment eur euse ique iste ité age s".split(),
    "en": "s ed ing er ers ation ations ment ness ity ly al ist e".split(),
}


@dataclass(frozen=True, slots=True)
class Made:
    """A made article; ``sentences`` are lists of words; ``pair`` is a number both sides of a pair share."""

    lang: str
    title: str
    paragraphs: tuple[tuple[str, ...], ...]
    published: date
    source: str
    byline: str
    pair: int | None

    @property
    def text(self) -> str:
        """The article's text: paragraphs of sentences."""
        return "\n\n".join(" ".join(sentences) for sentences in self.paragraphs)


class Words:
    """Draws words of one language: two in three from the sample corpus, the rest from the tail."""

    def __init__(self, lang: str, chance: random.Random) -> None:
        """Read the sample corpus of ``lang`` and make up the tail."""
        counted = Counter(word for path in SEEDS.glob(f"*/{lang}.md") for word in _body(path).split())
        self._chance = chance
        self._near, self._near_weights = list(counted), list(accumulate(counted.values()))
        self._far = [_made_up(lang, chance) for _ in range(TAIL)]
        self._far_weights = list(accumulate(1 / (rank + 10) for rank in range(TAIL)))

    def some(self, count: int) -> list[str]:
        """Return ``count`` words."""
        return [self._drawn() for _ in range(count)]

    def _drawn(self) -> str:
        near = self._chance.random() < 2 / 3
        words, weights = (self._near, self._near_weights) if near else (self._far, self._far_weights)
        return words[bisect_left(weights, self._chance.random() * weights[-1])]

    def sentence(self) -> str:
        """Return a sentence of 8 to 24 words."""
        words = [word.rstrip(".,:;!?») ") for word in self.some(self._chance.randint(8, 24))]
        text = " ".join(word for word in words if word)
        return f"{text[:1].upper()}{text[1:]}."


def articles(count: int, *, words: tuple[int, int] = (300, 800), seed: int = 1) -> Iterator[Made]:
    """Yield ``count`` articles, half of them in each language, two in three of them in pairs."""
    chance = random.Random(seed)
    drawn = {lang: Words(lang, chance) for lang in ("fr", "en")}
    for number in range(count):
        lang = "fr" if number % 2 == 0 else "en"
        pair = number // 2
        yield _article(
            lang, drawn[lang], chance, words, None if pair % 3 == 2 or pair * 2 + 1 >= count else pair
        )


def _article(
    lang: str, drawn: Words, chance: random.Random, words: tuple[int, int], pair: int | None
) -> Made:
    sentences = [drawn.sentence() for _ in range(chance.randint(*words) // 16)]
    step = chance.randint(3, 6)
    paragraphs = tuple(tuple(sentences[at : at + step]) for at in range(0, len(sentences), step))
    day = chance.randrange(DAYS) if pair is None else (pair * 7919) % DAYS
    return Made(
        lang,
        " ".join(drawn.sentence().rstrip(".").split()[: chance.randint(5, 10)]),
        paragraphs,
        NEWEST - timedelta(days=day),
        chance.choice(SOURCES[lang]),
        chance.choice(BYLINES[lang]),
        pair,
    )


def _body(path: Path) -> str:
    return path.read_text(encoding="utf-8").rpartition("---\n")[2].replace("## ", "")


def _made_up(lang: str, chance: random.Random) -> str:
    syllables = (chance.choice(_ONSETS) + chance.choice(_VOWELS[lang]) for _ in range(chance.randint(2, 4)))
    return "".join(syllables) + chance.choice(_ENDINGS[lang])
