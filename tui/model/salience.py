"""Which of the things that a text names are the few it is about."""

from __future__ import annotations

from collections.abc import Mapping

KEY_LIMIT, KEY_FLOOR = 6, 0.45
"""At most six entities are key, and only those with at least this share of the best one's salience."""


def key_entities(salience: Mapping[str, float]) -> frozenset[str]:
    """Return the few entities that a text is about, given how much it is about each."""
    ranked = sorted(salience, key=lambda entity: (-salience[entity], entity))[:KEY_LIMIT]
    floor = KEY_FLOOR * salience[ranked[0]] if ranked else 0
    return frozenset(entity for entity in ranked if salience[entity] >= floor)
