"""The values that both sides of a pair state, that only one does, and that contradict each other."""

from __future__ import annotations

from tui.pairing.facts.matching import facts

__all__ = ["facts"]
