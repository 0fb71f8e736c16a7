"""Alignment: beads between the segments of two texts."""

from __future__ import annotations

from tui.pairing.align.aligner import Alignment, align

__all__ = ["Alignment", "align"]
