from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.periods import period

TODAY = date(2025, 10, 15)
"""A Wednesday."""


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("last week", "2025-10-06", "2025-10-12"),
        ("semaine dernière", "2025-10-06", "2025-10-12"),
        ("la semaine dernière", "2025-10-06", "2025-10-12"),
        ("this month", "2025-10-01", "2025-10-31"),
        ("ce mois", "2025-10-01", "2025-10-31"),
        ("yesterday", "2025-10-14", "2025-10-14"),
        ("hier", "2025-10-14", "2025-10-14"),
        ("octobre 2024", "2024-10-01", "2024-10-31"),
        ("October 2024", "2024-10-01", "2024-10-31"),
        ("7 octobre 2025", "2025-10-07", "2025-10-07"),
        ("October 7, 2025", "2025-10-07", "2025-10-07"),
        ("14 février", "2025-02-14", "2025-02-14"),
        ("14 décembre", "2024-12-14", "2024-12-14"),
        ("last 7 days", "2025-10-09", "2025-10-15"),
        ("les 2 derniers mois", "2025-08-16", "2025-10-15"),
        ("last year", "2024-01-01", "2024-12-31"),
        ("l'année dernière", "2024-01-01", "2024-12-31"),
        ("07/10/2025", "2025-10-07", "2025-10-07"),
    ],
)
def test_spelled_dates_are_days(text: str, first: str, last: str) -> None:
    assert period(text, TODAY) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("text", ["", "nonsense", "china", "12", "last", "2025 china", "99999999999999 days"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert period(text, TODAY) is None


@given(st.text())
def test_no_text_raises(text: str) -> None:
    days = period(text, TODAY)
    assert days is None or len(days) == 2
