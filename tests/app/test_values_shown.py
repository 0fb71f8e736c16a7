"""Values in the facts panel, as a reader writes them."""

from __future__ import annotations

import pytest

from tui.model.article import Kind, Value
from tui.model.wording.values import shown_value


@pytest.mark.parametrize(
    ("value", "unit", "kind", "language", "shown"),
    [
        (500_000_000_000.0, "USD", Kind.MONEY, "en", "500,000,000,000"),
        (500_000_000_000.0, "USD", Kind.MONEY, "fr", "500\u202f000\u202f000\u202f000"),
        (97.4, None, Kind.PERCENT, "fr", "97,4 %"),
        ((15.0, 20.0), None, Kind.PERCENT, "en", "15–20 %"),
    ],
)
def test_a_value_is_written_out(
    value: Value, unit: str | None, kind: Kind, language: str, shown: str
) -> None:
    assert shown_value(value, unit, kind, language).replace("\u00a0", " ").startswith(shown)
