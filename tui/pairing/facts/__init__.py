"""The values that both sides of a pair state, that only one does, and that contradict each other."""

from __future__ import annotations

from dataclasses import replace

from tui.model.pair import Bitext
from tui.pairing.facts.matching import facts

__all__ = ["facts", "with_facts"]


def with_facts(bitext: Bitext) -> Bitext:
    """Return a bitext with its facts worked out, unless it has some."""
    return bitext if bitext.facts else replace(bitext, facts=facts(bitext.fr, bitext.en, bitext.pair))
