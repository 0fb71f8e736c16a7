"""Did you mean: the likeliest word one slip away from one that no article has.

Norvig, How to Write a Spelling Corrector (2007): all spellings at distance one, the most frequent wins.
Spellings are tried rather than terms compared, so that the proposal is a word and not a stem. Few get the
first letter wrong (Lucene's DirectSpellChecker takes it as given): a slip there is the last that is proposed.
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.library.compile.units import LANGS
from tui.library.index.vocabulary.words import LibraryWords
from tui.text.chain import is_small
from tui.text.fold import fold
from tui.text.stems import terms_of

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SHORTEST = 4
"""Letters from which a word that nobody uses is likelier misspelled than rare."""

_SWAP_BONUS = 4
"""How much likelier two swapped letters are than a wrong, missing or extra one."""


def correction(word: str, words: LibraryWords) -> str | None:
    """Return the likeliest spelling of ``word``, folded, or None when it is known or nothing is near."""
    folded = fold(word)
    if len(folded) < _SHORTEST or not folded.isalpha() or _known(folded, words):
        return None
    weighed = (
        (other[0] == folded[0], _frequency(other, words) * weight, other)
        for other, weight in _slips(folded)
        if not _is_ending(other)
    )
    _, weight, best = max((one for one in weighed if one[1]), default=(False, 0, ""))
    return best if weight else None


def _is_ending(word: str) -> bool:
    """Tell whether ``word`` is a small word with an ending, so no word: *overment*."""
    return any(is_small(terms_of(lang)[word], lang) and not is_small(word, lang) for lang in LANGS)


def _known(folded: str, words: LibraryWords) -> bool:
    return any(is_small(folded, lang) for lang in LANGS) or _frequency(folded, words) > 0


def _frequency(folded: str, words: LibraryWords) -> int:
    return max(words.frequency(terms_of(lang)[folded], lang) for lang in LANGS)


def _slips(word: str) -> Iterator[tuple[str, int]]:
    """Yield every spelling one slip away, and how likely that slip is."""
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:], _SWAP_BONUS
        if tail:
            yield head + tail[1:], 1
        for letter in _LETTERS:
            yield head + letter + tail, 1
            if tail:
                yield head + letter + tail[1:], 1
