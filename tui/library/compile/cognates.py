"""Words that French and English share but for their endings: nation, nationalité, nationality."""

from __future__ import annotations

from collections.abc import Iterator

from tui.text.fold import fold

_ENDINGS = (
    ("ty", "te"),
    ("ics", "ique"),
    ("ical", "ique"),
    ("ic", "ique"),
    ("gy", "gie"),
    ("y", "ie"),
    ("or", "eur"),
    ("er", "eur"),
    ("al", "el"),
    ("ism", "isme"),
    ("ist", "iste"),
    ("ary", "aire"),
    ("ive", "if"),
    ("ous", "eux"),
    ("ing", "age"),
    ("ed", "e"),
    ("ization", "isation"),
    ("", "e"),
    ("", "es"),
    ("", ""),
)
"""English endings and the French ones that answer them, both folded."""

_SHORTEST = 3
"""Letters that must be left before an ending."""


def cognates(word: str, lang: str) -> tuple[str, ...]:
    """Return how the other language may spell ``word`` of ``lang``, folded; most are no words at all."""
    folded = fold(word)
    bases = dict.fromkeys((folded, folded.removesuffix("s")))
    return tuple(dict.fromkeys(other for base in bases for other in _others(base, lang)))


def _others(base: str, lang: str) -> Iterator[str]:
    for english, french in _ENDINGS:
        here, there = (english, french) if lang == "en" else (french, english)
        if base.endswith(here) and len(base) - len(here) >= _SHORTEST:
            yield base[: len(base) - len(here)] + there
