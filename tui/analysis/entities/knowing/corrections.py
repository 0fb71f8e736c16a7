"""What readers corrected, carried out on an article's mentions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tui.model.article import Kind, Mention
from tui.model.correction import Action, Correction

_LONGEST_CHAIN = 8
"""Corrections that follow one another («this is that», «that is a place»); more is a circle."""


def corrected(mentions: Sequence[Mention], corrections: Sequence[Correction]) -> tuple[Mention, ...]:
    """Return the mentions as the reader wants them: retyped, joined, or left out."""
    if not corrections:
        return tuple(mentions)
    by_entity = {correction.entity: correction for correction in corrections}
    return tuple(_corrected(mentions, by_entity))


def _corrected(mentions: Sequence[Mention], by_entity: Mapping[str, Correction]) -> Iterator[Mention]:
    for mention in mentions:
        right = follow(mention.entity, mention.kind, by_entity)
        if right is not None:
            yield replace(mention, entity=right[0], kind=right[1])


def follow(entity: str, kind: Kind, by_entity: Mapping[str, Correction]) -> tuple[str, Kind] | None:
    """Return the id and kind that corrections lead to, or None where the reader wants it ignored."""
    for _ in range(_LONGEST_CHAIN):
        correction = by_entity.get(entity)
        if correction is None:
            break
        if correction.action is Action.IGNORE:
            return None
        entity = _step(entity, correction)
        kind = _kind_of(entity, kind)
    return entity, kind


def _step(entity: str, correction: Correction) -> str:
    if correction.action is Action.SAME:
        return correction.to
    return f"{correction.to.lower()}:{entity.partition(':')[2]}"


def _kind_of(entity: str, otherwise: Kind) -> Kind:
    name = entity.partition(":")[0].upper()
    return Kind(name) if name in Kind.__members__ else otherwise
