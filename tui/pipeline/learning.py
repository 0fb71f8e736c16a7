"""What a library's aligned pairs teach: words for searching across languages, names of one thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from tui.analysis import entities
from tui.library import Library
from tui.model.article import Article
from tui.model.pair import Bead, Bitext, Mode
from tui.text.chain import is_small, tokens
from tui.text.fold import fold

PAIRS = 400
"""Pairs learnt from, the newest: a few seconds' work, and more words than a search needs."""

GROWTH = 1.1
"""Learnt again once the library has a tenth more pairs than the last time."""

SURE = 0.5
"""Rows of a lower score teach wrong words."""

SEEN = 2
"""Rows in which two words must face each other: once may be chance."""

STRENGTH = 0.3
"""Dice's coefficient from which two words are taken for each other's counterparts."""

EACH = 3
"""Counterparts kept of a word."""

LEARNT_FROM = "pairs learnt from"

Words = frozenset[str]


def learn(library: Library) -> bool:
    """Learn words and aliases anew if the library has grown enough; tell whether it was."""
    pairs = library.counts().pairs
    before = int(library.writing.meta(LEARNT_FROM) or b"0")
    if pairs < max(1, before * GROWTH):
        return False
    bitexts = tuple(_newest(library))
    library.writing.learn("word", lexicon(row for bitext in bitexts for row in _facing(bitext)))
    library.writing.learn("alias", entities.learn(map(_named, bitexts)))
    library.writing.set_meta(LEARNT_FROM, str(pairs).encode())
    return True


def lexicon(rows: Iterable[tuple[Words, Words]]) -> dict[tuple[str, str], float]:
    """Return the words that keep facing each other, (French, English) -> strength, from facing word sets."""
    fr, en, both = Counter[str](), Counter[str](), Counter[tuple[str, str]]()
    for left, right in rows:
        fr.update(left)
        en.update(right)
        both.update((one, other) for one in left for other in right)
    strengths = {
        words: 2 * count / (fr[words[0]] + en[words[1]]) for words, count in both.items() if count >= SEEN
    }
    return dict(_best(strengths))


def _best(strengths: dict[tuple[str, str], float]) -> Iterator[tuple[tuple[str, str], float]]:
    """Yield the strongest counterparts of each word, seen from the French side."""
    kept = Counter[str]()
    for words, strength in sorted(strengths.items(), key=lambda one: (-one[1], one[0])):
        if strength >= STRENGTH and kept[words[0]] < EACH:
            kept[words[0]] += 1
            yield words, round(strength, 4)


def _newest(library: Library) -> Iterator[Bitext]:
    """Yield the newest aligned pairs, their entities as the program made them."""
    newest = sorted(library.pairs(), key=lambda pair: -int((pair.id or "p0")[1:]))
    aligned = (pair.id for pair in newest if pair.mode is Mode.ALIGNED and pair.id)
    for public in islice(aligned, PAIRS):
        pair, uncorrected = library.reading.pair(public), library.reading.uncorrected
        yield Bitext(uncorrected(pair.fr), uncorrected(pair.en), pair)


def _facing(bitext: Bitext) -> Iterator[tuple[Words, Words]]:
    return ((_words(bitext.fr, bead.fr), _words(bitext.en, bead.en)) for bead in _sure(bitext))


def _sure(bitext: Bitext) -> Iterator[Bead]:
    return (bead for bead in bitext.pair.beads if bead.score >= SURE and not bead.is_gap)


def _named(bitext: Bitext) -> list[entities.Row]:
    """Return the entities named on both sides of each sure row."""
    return [(_ids(bitext.fr, bead.fr), _ids(bitext.en, bead.en)) for bead in _sure(bitext)]


def _ids(article: Article, segments: Iterable[int]) -> frozenset[str]:
    spans = [article.segments[index].span for index in segments]
    names = (mention for mention in article.mentions if not mention.kind.is_value)
    return frozenset(one.entity for one in names if any(span.contains(one.span) for span in spans))


def _words(article: Article, segments: Iterable[int]) -> Words:
    """Return the folded words of some segments, but for small words and numbers."""
    lang = str(article.lang)
    texts = map(article.segment_text, segments)
    found = (fold(text[token.start : token.end]) for text in texts for token in tokens(text, lang))
    bare = (word.rsplit("'", 1)[-1] for word in found)
    return frozenset(word for word in bare if len(word) > 2 and word.isalpha() and not is_small(word, lang))
