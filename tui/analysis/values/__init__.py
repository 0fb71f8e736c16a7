"""Dates, amounts of money, percentages and counted things, with values that compare across languages."""

from __future__ import annotations

from tui.analysis.values.finding import find_values
from tui.analysis.values.identity import value_id

__all__ = ["find_values", "value_id"]
