"""The values of ``date:`` as a range of days."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from tui.text.periods import period

Days = tuple[date | None, date | None]
"""First and last day, both included; None leaves an end open."""

_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_COMPARED = re.compile(r"(>=|<=|>|<|≥|≤)\s*(.+)", re.DOTALL)
_DAY = timedelta(days=1)


def day_range(text: str, today: date) -> Days | None:
    """Return the days that ``text`` stands for, or None when it is no date.

    A year, a month or a day (``2025``, ``2025-10``, ``2025-10-07``), two of them around ``..``, one after
    ``>``, ``>=``, ``<`` or ``<=``, or spelled in French or English, counted from ``today``.
    """
    text = text.strip()
    if compared := _COMPARED.fullmatch(text):
        return _compared(compared[1], _period(compared[2], today))
    first, dots, last = text.partition("..")
    if not dots:
        return _period(text, today)
    return _between(first.strip(), last.strip(". "), today)


def _between(first: str, last: str, today: date) -> Days | None:
    start = _period(first, today) if first else (None, None)
    end = _period(last, today) if last else (None, None)
    if start is None or end is None or not (first or last):
        return None
    return start[0], end[1]


def _compared(sign: str, period: tuple[date, date] | None) -> Days | None:
    if period is None:
        return None
    first, last = period
    if sign == ">":
        return (None if last == date.max else last + _DAY), None
    if sign == "<":
        return None, (None if first == date.min else first - _DAY)
    return (first, None) if sign in {">=", "≥"} else (None, last)


def _period(text: str, today: date) -> tuple[date, date] | None:
    if match := _ISO.fullmatch(text):
        year, month, day = (None if part is None else int(part) for part in match.groups())
        return _iso_period(year or 0, month, day)
    return period(text, today)


def _iso_period(year: int, month: int | None, day: int | None) -> tuple[date, date] | None:
    try:
        first = date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return None
    if day is not None:
        return first, first
    month = month or 12
    return first, date(year, month, monthrange(year, month)[1])
