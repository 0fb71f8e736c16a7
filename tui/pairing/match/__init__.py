"""Matching: which French and English articles tell the same story."""

from __future__ import annotations

from tui.pairing.match.assign import Edge
from tui.pairing.match.matcher import Change, Match, Matcher, match

__all__ = ["Change", "Edge", "Match", "Matcher", "match"]
