"""Which terms a half-typed or misspelled word stands for, over all segments and one language."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from tui.library.index.disk.schema import BODY, TITLE
from tui.library.index.segment import Segment
from tui.library.index.vocabulary.sorted import Vocabulary
from tui.text.stems import terms_of

COMPLETIONS = 20
"""Words that a prefix of a few letters stands for while typing: the rest would show nothing newer."""

PLENTY = 20_000
"""Articles in which a prefix of a few letters stands soon: further endings would show nothing newer."""

_EXHAUSTIVE = 2_000
"""Words that a prefix written with ``*`` may stand for: more than any prefix of three letters has."""

_LONG = 6
"""Letters from which two slips of the finger still leave the word recognisable; below, one."""

_TAILS = tuple(
    """e es s n ns on ons ion ions nt nts ent ents ment ments t ts it re r er ers eur eurs euse que ques
    ique iques al ale aux if ive ives ve te ation ations tion tions ing ng g ed d ly y ies able ables ness
    ance ence ee ees ant ants ait aient ais ez ir""".split()
)
"""Endings that typing may be about to add: one of them may bring a half-typed word to its stem."""


class LibraryWords:
    """The terms of all segments (see ``compile.units.Words``)."""

    def __init__(
        self, segments: Sequence[Segment], most: int = _EXHAUSTIVE, plenty: float = math.inf
    ) -> None:
        """Look into ``segments``, reading their vocabularies when first asked.

        A prefix is completed to ``most`` terms, fewer once they stand in ``plenty`` of articles.
        """
        self._segments = segments
        self._most = most
        self._plenty = plenty

    def few(self) -> LibraryWords:
        """Return the same words, completing to as few as typing needs."""
        return LibraryWords(self._segments, COMPLETIONS, PLENTY)

    def _vocabularies(self, lang: str) -> Iterator[Vocabulary]:
        for segment in self._segments:
            yield segment.vocabulary(BODY[lang])
            yield segment.vocabulary(TITLE[lang])

    def load(self) -> int:
        """Read every vocabulary; return how many terms there are, one counted once a segment and field."""
        return sum(len(vocabulary) for lang in BODY for vocabulary in self._vocabularies(lang))

    def completions(self, prefix: str, lang: str) -> tuple[str, ...]:
        """Return the most frequent terms of ``lang`` that a word beginning with ``prefix`` may have."""
        limit = self._most
        found: Counter[str] = Counter()
        for vocabulary in self._vocabularies(lang):
            found.update(dict(vocabulary.most_frequent(prefix, limit)))
        for term in _reached(prefix, lang):
            found[term] = self.frequency(term, lang)
        return tuple(self._enough(found.most_common(limit)))

    def _enough(self, found: Iterable[tuple[str, int]]) -> Iterator[str]:
        """Yield terms, the most frequent first, until they stand in plenty of articles."""
        total = 0
        for term, frequency in found:
            if not frequency or total > self._plenty:
                return
            total += frequency
            yield term

    def frequency(self, term: str, lang: str) -> int:
        """Return in how many texts of ``lang`` the term stands."""
        return sum(segment.frequency(BODY[lang], term) for segment in self._segments)

    def neighbours(self, word: str, lang: str) -> tuple[str, ...]:
        """Return the terms of ``lang`` within one slip of ``word``, or two when it is long; its own first."""
        term = terms_of(lang)[word] if word else ""
        slips = 1 if len(term) < _LONG else 2
        near = (other for other, distance in self.near(term, lang, slips) if distance)
        return (term, *dict.fromkeys(near)) if term else ()

    def near(self, term: str, lang: str, slips: int) -> Iterator[tuple[str, int]]:
        """Yield terms of ``lang`` at a distance up to ``slips``; the first or second letter must hold."""
        from rapidfuzz.distance import OSA  # noqa: PLC0415 - only misspelled words need it

        for other in self._of_like_length(term, lang, slips):
            distance = OSA.distance(term, other, score_cutoff=slips)
            if distance <= slips:
                yield other, distance

    def _of_like_length(self, term: str, lang: str, slips: int) -> Iterator[str]:
        shortest, longest = len(term) - slips, len(term.encode()) + slips
        for vocabulary in self._vocabularies(lang):
            for other, _ in vocabulary.near("", shortest, longest):
                if other[0] == term[0] or other[1:2] == term[1:2]:
                    yield other


def _reached(prefix: str, lang: str) -> Iterable[str]:
    """Return the stems shorter than ``prefix`` that a usual ending would make of it."""
    if len(prefix) < 3 or not prefix.isalpha():
        return ()
    known = terms_of(lang)
    stems = dict.fromkeys(known[prefix + tail] for tail in ("", *_TAILS))
    return [stem for stem in stems if prefix.startswith(stem)]
