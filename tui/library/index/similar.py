"""More like this: the terms that tell one text from the rest of the library."""

from __future__ import annotations

from collections import Counter
from heapq import nlargest

from tui.library.compile.units import Unit
from tui.library.index.ranking import Ranking
from tui.model.query import TextLeaf, Word
from tui.model.span import Span
from tui.text.chain import small_terms, terms

_TELLING = 25
"""Terms looked for: beyond, they bring chance likeness and time."""

_SHORTEST = 3
"""Letters of a term that says something."""


def telling(text: str, lang: str, ranking: Ranking) -> dict[TextLeaf, Unit]:
    """Return the terms of ``text`` that are frequent there and rare elsewhere, as words of a query."""
    small = small_terms(lang)
    counted = Counter(term for term in terms(text, lang) if len(term) >= _SHORTEST and term not in small)
    units = {term: Unit(((lang, ((term,),)),)) for term in counted}
    weights = {term: count * ranking.rarity(units[term]) for term, count in counted.items()}
    best = nlargest(_TELLING, weights, key=weights.__getitem__)
    return {Word(term, Span(place, place)): units[term] for place, term in enumerate(best)}
