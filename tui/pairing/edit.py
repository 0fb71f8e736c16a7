"""Corrections of an alignment by hand: each takes beads and returns beads that hold the same segments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tui.errors import UsageError
from tui.locale import tr
from tui.model.article import Lang
from tui.model.pair import Bead
from tui.pairing.encoder import Encoder

Beads = tuple[Bead, ...]

MANUAL_SCORE = 1.0
"""What the reader set is sure."""


def merge(beads: Beads, at: int) -> Beads:
    """Join bead ``at`` with the next one; raises UsageError when there is none."""
    _check(beads, at)
    _check(beads, at + 1)
    one, two = beads[at], beads[at + 1]
    return (*beads[:at], _bead(one.fr + two.fr, one.en + two.en), *beads[at + 2 :])


def split(beads: Beads, at: int) -> Beads:
    """Cut bead ``at`` into one row per segment of its longer side; raises UsageError for a single segment."""
    _check(beads, at)
    bead = beads[at]
    count = max(len(bead.fr), len(bead.en))
    if count < 2:
        raise UsageError(tr("this row holds one segment a side: there is nothing to split"))
    rows = (_bead(_part(bead.fr, k, count), _part(bead.en, k, count)) for k in range(count))
    return (*beads[:at], *rows, *beads[at + 1 :])


def shift(beads: Beads, at: int, lang: Lang, *, down: bool) -> Beads:
    """Move the side ``lang`` by one segment against the other, from bead ``at`` on.

    ``down`` leaves that side of bead ``at`` empty and pushes the rest one row on; up draws the next
    row's side into bead ``at`` and pulls the rest one row back. Rows left empty on both sides go.
    """
    _check(beads, at)
    own = [bead.side(lang) for bead in beads[at:]]
    moved = [(), *own] if down else [own[0] + own[1], *own[2:], ()] if len(own) > 1 else own
    facing = [bead.side(lang.other) for bead in beads[at:]]
    facing += [()] * (len(moved) - len(facing))
    rows = (_faced(mine, theirs, lang) for mine, theirs in zip(moved, facing, strict=True) if mine or theirs)
    return (*beads[:at], *rows)


def reanchor(
    beads: Beads, fr_from: int, en_from: int, fr: Sequence[str], en: Sequence[str], encoder: Encoder | None
) -> Beads:
    """Face segments ``fr_from`` and ``en_from`` and align all after them again; rows before stay.

    The anchor's row takes in neighbours where the alignment joins them, and is never torn apart.
    ``fr`` and ``en`` are the texts of all segments. Raises UsageError when either number is out of range.
    """
    if not (0 <= fr_from < len(fr) and 0 <= en_from < len(en)):
        raise UsageError(tr("the anchor lies outside the text"))
    return (*_before(beads, fr_from, en_from), *_after(fr_from, en_from, fr, en, encoder))


def _after(
    fr_from: int, en_from: int, fr: Sequence[str], en: Sequence[str], encoder: Encoder | None
) -> Beads:
    """Return the beads from an anchor on."""
    found = _aligned(fr_from, en_from, fr, en, encoder)
    if fr_from in found[0].fr and en_from in found[0].en:
        return found
    rest = _aligned(fr_from + 1, en_from + 1, fr, en, encoder)
    return (_bead((fr_from,), (en_from,)), *rest)


def _aligned(
    fr_from: int, en_from: int, fr: Sequence[str], en: Sequence[str], encoder: Encoder | None
) -> Beads:
    from tui.pairing.align import align  # noqa: PLC0415 - numpy, for this correction alone

    beads = align(fr[fr_from:], en[en_from:], encoder=encoder).beads
    return tuple(_moved(bead, fr_from, en_from) for bead in beads)


def _before(beads: Beads, fr_from: int, en_from: int) -> Iterator[Bead]:
    """Yield what is left of the beads before an anchor."""
    for bead in beads:
        fr, en = tuple(i for i in bead.fr if i < fr_from), tuple(j for j in bead.en if j < en_from)
        if fr or en:
            yield bead if (fr, en) == (bead.fr, bead.en) else _bead(fr, en)


def _moved(bead: Bead, fr: int, en: int) -> Bead:
    return replace(bead, fr=tuple(i + fr for i in bead.fr), en=tuple(j + en for j in bead.en))


def _part(side: tuple[int, ...], k: int, count: int) -> tuple[int, ...]:
    """Return the ``k``-th of ``count`` even parts, order kept, the first ones filled first."""
    size = -(-len(side) // count)
    return side[k * size : (k + 1) * size]


def _faced(mine: tuple[int, ...], theirs: tuple[int, ...], lang: Lang) -> Bead:
    return _bead(mine, theirs) if lang is Lang.FR else _bead(theirs, mine)


def _bead(fr: tuple[int, ...], en: tuple[int, ...]) -> Bead:
    return Bead(fr, en, MANUAL_SCORE if fr and en else 0.0)


def _check(beads: Beads, at: int) -> None:
    if not 0 <= at < len(beads):
        raise UsageError(tr("there is no row {at}: the alignment has {beads}", at=at + 1, beads=len(beads)))
