"""How much an article is about each of the things it names."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

from tui.model.article import Kind, Mention

TITLE, LEAD, FREQUENCY, SPREAD = 0.35, 0.15, 0.3, 0.2
"""Weights of the four signs; they add up to 1. The title says most: editors put the subject there."""

LEAD_SHARE = 0.15
"""The lead is the first 15 % of a text: a paragraph or two of a news article."""

PARTS = 5
"""Spread is the share of fifths of the text in which a thing is named."""

GROUP_DISCOUNT = 0.6
"""Peoples are mostly adjectives (the French minister): they say less about the subject."""


OFTEN = 3
"""Being named is worth its full weight from this often on: where all are named once, none is the subject."""


def saliences(mentions: Sequence[Mention], titled: Iterable[str], length: int) -> dict[str, float]:
    """Return how much a text of ``length`` characters is about each entity, from 0 to 1."""
    places: dict[str, list[int]] = defaultdict(list)
    groups = {mention.entity for mention in mentions if mention.kind is Kind.GROUP}
    for mention in mentions:
        places[mention.entity].append(mention.start)
    most = max((len(starts) for starts in places.values()), default=1)
    most = max(most, OFTEN)
    in_title = frozenset(titled)
    return {
        entity: _salience(starts, length, most, titled=entity in in_title)
        * (GROUP_DISCOUNT if entity in groups else 1)
        for entity, starts in places.items()
    }


def _salience(starts: Sequence[int], length: int, most: int, *, titled: bool) -> float:
    lead = starts[0] <= length * LEAD_SHARE
    spread = len({start * PARTS // max(length, 1) for start in starts}) / PARTS
    frequency = math.log1p(len(starts)) / math.log1p(most)
    return round(TITLE * titled + LEAD * lead + FREQUENCY * frequency + SPREAD * spread, 4)
